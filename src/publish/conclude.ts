import { type Fault, InputError } from '../model/errors.ts';
import type { Result } from '../model/result.ts';
import { cureForNothing } from '../options/named-sources.ts';
import { toAbortError } from '../util/abort.ts';
import { type Run, toResult } from './to-result.ts';

/**
 * The Result of a run that no error stopped. @throws {SendError} if a window failed. @throws {InputError} if there
 * was nothing to send, or if a report that must fail the run has a problem.
 */
export async function concludeRun(run: Run): Promise<Result> {
  const { config, sender } = run;
  const { problems, mayBeEmpty } = run.formatted.sources;
  await sender.end();
  if (sender.failure !== undefined) throw sender.failure;
  const spoolProblem = sender.spoolFailure?.message;
  if (sender.linesMade === 0) {
    if (sender.signal.aborted) throw toAbortError(sender.signal);
    if (problems.length > 0) throw new InputError(problems);
    const { rejected } = run.formatted.faults;
    if (rejected.count > 0) throw new InputError(rejected.first, { count: rejected.count });
    if (mayBeEmpty || run.remarks.notices.length > 0) return toResult('skipped', run, spoolProblem);
    const rule = 'there is nothing to send';
    const location = config.face === 'action' ? 'metrics' : 'options';
    throw new InputError([{ location, rule, cure: cureForNothing(config.face) }]);
  }
  const result = toResult(sender.state, run, spoolProblem);
  if (problems.length === 0) return result;
  const wasSent = result.delivery === 'dry-run' ? 'Nothing was sent.' : 'Everything else was sent.';
  const error = toProblem(problems, wasSent);
  error.result = result;
  throw error;
}

/** Problems that are reported after everything else was done. */
export function toProblem(problems: readonly Fault[], consequence: string): InputError {
  return new InputError(problems.slice(0, 100), { count: problems.length, consequence });
}
