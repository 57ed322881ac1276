import { CarbonError, findCode, quote, toText } from '../model/errors.ts';

/** The runner cannot be measured: the sampler did not start. */
export class SamplerError extends CarbonError {
  override name = 'SamplerError';

  constructor(folder: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : toText(cause);
    super(`The runner's metrics cannot be sampled in ${quote(folder)}: ${reason}.`, {
      code: findCode(cause) ?? 'SAMPLER_FAILED',
      cause,
    });
  }
}
