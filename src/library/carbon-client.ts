import type { Result } from '../model/result.ts';
import type { ReportOptions, SendOptions } from '../options/library-options.ts';
import type { MetricData, MetricValue } from '../options/types.ts';
import { bulkUpdate, report, update } from './update.ts';

/** Keeps the options for many calls. It keeps no connection open: every call opens its own and confirms it. */
export class CarbonClient {
  readonly #options: SendOptions;

  constructor(options: SendOptions = {}) {
    this.#options = options;
  }

  /** Sends one metric; `options` override the client's. Errors as {@link update}. */
  // biome-ignore lint/complexity/useMaxParams: the signature is public.
  update(metric: string, value: MetricValue, options: SendOptions = {}): Promise<Result> {
    return update({ ...this.#options, ...given(options), metric, value });
  }

  /** Sends many metrics; `options` override the client's. Errors as {@link bulkUpdate}. */
  bulkUpdate(data: MetricData, options: SendOptions = {}): Promise<Result> {
    return bulkUpdate({ ...this.#options, ...given(options), data });
  }

  /** Sends reports, sizes and job facts; `options` override the client's. Errors as {@link report}. */
  report(options: ReportOptions): Promise<Result> {
    return report({ ...this.#options, ...given(options) });
  }
}

/** The options of a call that are defined. */
function given<Options extends SendOptions>(options: Options | undefined): Partial<Options> {
  const given = Object.entries(options ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Partial<Options>;
}
