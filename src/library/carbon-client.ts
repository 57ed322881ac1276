import type { Result } from '../model/result.ts';
import type { ReportOptions, SendOptions } from '../options/library-options.ts';
import type { MetricData, MetricValue } from '../options/types.ts';
import { bulkUpdate, report, update } from './update.ts';

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

  /** Reads and sends what reports, files and the job say; `options` beat the client's. Errors as {@link report}. */
  report(options: ReportOptions): Promise<Result> {
    return report({ ...this.#options, ...given(options) });
  }
}

/** The options of a call that say something. */
function given<Options extends SendOptions>(options: Options | undefined): Partial<Options> {
  const said = Object.entries(options ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as Partial<Options>;
}
