import { CarbonError, type Fault, InputError, SendError, type SpoolError } from '../model/errors.ts';
import type { Result } from '../model/result.ts';
import { cureForNothing } from '../options/named-sources.ts';
import { extendError, toAbortError } from '../util/abort.ts';
import { type Run, toResult } from './to-result.ts';

/**
 * The Result of a run that failed nowhere and had nothing to send, or whose sources have a problem. @throws {InputError}
 * if that must fail the run.
 */
export function concludeIncomplete(run: Run): Result {
  const { sender } = run;
  const { problems } = run.formatted.sources;
  const spoolProblem = sender.spoolFailure?.message;
  if (sender.linesMade === 0) return concludeEmpty(run, spoolProblem);
  const result = toResult(run, { delivery: sender.state, spoolProblem });
  const wasSent = result.delivery === 'dry-run' ? 'Nothing was sent.' : 'Everything else was sent.';
  const error = toProblem(problems, wasSent);
  error.result = result;
  throw error;
}

function concludeEmpty(run: Run, spoolProblem: string | undefined): Result {
  const { config, sender, remarks } = run;
  const { problems, mayBeEmpty } = run.formatted.sources;
  if (sender.signal.aborted) throw toAbortError(sender.signal);
  if (problems.length > 0) throw new InputError(problems);
  const { rejected } = run.formatted.faults;
  if (rejected.count > 0) throw new InputError(rejected.first, { count: rejected.count });
  if (mayBeEmpty || remarks.notices.length > 0) return toResult(run, { delivery: 'skipped', spoolProblem });
  const rule = 'there is nothing to send';
  const location = config.face === 'action' ? 'metrics' : 'options';
  throw new InputError([{ location, rule, cure: cureForNothing(config.face) }]);
}

/** Adds the Result to the error that ended a run. */
export async function concludeFailure(reason: unknown, run: Run): Promise<unknown> {
  await run.sender.end();
  if (!(reason instanceof CarbonError) || reason.result !== undefined) return reason;
  const { spoolFailure } = run.sender;
  if (!(reason instanceof SendError)) {
    reason.result = toResult(run, { delivery: 'failed', spoolProblem: spoolFailure?.message });
    return reason;
  }
  const cause = addFirstFailure(reason, run.sender.failure);
  const error = spoolFailure === undefined ? cause : addSpoolFailure(cause, spoolFailure);
  // The warnings do not repeat the error's message.
  error.result = toResult(run, { delivery: 'failed' });
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

/** Problems that are reported after everything else was done. */
function toProblem(problems: readonly Fault[], consequence: string): InputError {
  return new InputError(problems.slice(0, 100), { count: problems.length, consequence });
}
