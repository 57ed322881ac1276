import { CarbonError, SendError, type SpoolError } from '../model/errors.ts';
import { extendError } from '../util/abort.ts';
import { toProblem } from './conclude.ts';
import { type Run, toResult } from './to-result.ts';

/** Adds the Result to the error that ended a run. */
export async function concludeFailure(reason: unknown, run: Run): Promise<unknown> {
  await run.sender.end();
  if (!(reason instanceof CarbonError) || reason.result !== undefined) return reason;
  const { spoolFailure } = run.sender;
  if (!(reason instanceof SendError)) {
    reason.result = toResult('failed', run, spoolFailure?.message);
    return reason;
  }
  const cause = addFirstFailure(reason, run.sender.failure);
  const error = spoolFailure === undefined ? cause : addSpoolFailure(cause, spoolFailure);
  // The warnings do not repeat the error's message.
  error.result = toResult('failed', run, undefined);
  const { problems } = run.formatted.sources;
  if (problems.length > 0) error.inputError = toProblem(problems, 'Everything else was to be sent.');
  return error;
}

/** An earlier failure is more informative than the later stop. */
function addFirstFailure(error: SendError, failure: SendError | undefined): SendError {
  if (failure === undefined || failure.code === error.code) return error;
  return extendError(failure, error.message);
}

function addSpoolFailure(error: SendError, { message }: SpoolError): SendError {
  const { retryable, code } = error;
  return new SendError(`${error.message} ${message}`, { retryable, code, cause: error });
}
