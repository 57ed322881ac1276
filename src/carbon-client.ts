import type { MetricData, MetricValue, SendOptions } from './config/publish-options.ts';
import type { Result } from './result.ts';
import { bulkUpdate, update } from './update.ts';

/** Keeps the options for many calls. It holds no connection: every call opens its own and confirms it. */
export class CarbonClient {
  readonly #options: SendOptions;

  constructor(options: SendOptions) {
    this.#options = options;
  }

  /** Sends one metric; `options` beat the client's. Errors as {@link update}. */
  update(metric: string, value: MetricValue, options: SendOptions = {}): Promise<Result> {
    return update({ ...this.#options, ...given(options), metric, value });
  }

  /** Sends many metrics; `options` beat the client's. Errors as {@link bulkUpdate}. */
  bulkUpdate(data: MetricData, options: SendOptions = {}): Promise<Result> {
    return bulkUpdate({ ...this.#options, ...given(options), data });
  }
}

/** The options of a call that say something. */
function given(options: SendOptions): SendOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
