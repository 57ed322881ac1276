import type { Result } from '../model/result.ts';
import { fillScope, withoutFolder } from '../options/scope.ts';
import { formatSummary } from '../report/summary.ts';
import { formatRejected } from '../report/warnings.ts';
import { appendEntries, appendText } from './command-file.ts';
import type { Inputs } from './inputs.ts';
import { print } from './print.ts';

/** The result of a step that sends nothing and did not fail. */
export const SKIPPED_RESULT: Result = {
  delivery: 'skipped',
  batches: 0,
  lines: 0,
  bytes: 0,
  attempts: 0,
  undelivered: 0,
  linesMade: 0,
  points: [],
  renamed: [],
  renamedCount: 0,
  warnings: [],
};

/** Writes the outputs and the job summary. */
export async function writeResult(
  result: Result,
  { inputs, problem }: { readonly inputs: Inputs; readonly problem: string | undefined },
): Promise<void> {
  const { options, run } = inputs;
  setOutputs(result);
  // Old runners and test environments have no summary file; that must not fail the step.
  const file = run.env['GITHUB_STEP_SUMMARY'];
  // A step without anything to do shows nothing in a good run.
  const isSilent = !options.summary || (result.delivery === 'skipped' && problem === undefined);
  if (isSilent || file === undefined || file === '') return;
  const figures =
    result.figures && (await import('../report/summary-figures.ts')).formatFigures(result.figures);
  const check = result.check && (await import('../report/summary-check.ts')).formatCheck(result.check);
  const unwritten = appendText('GITHUB_STEP_SUMMARY', {
    file,
    text: formatSummary(result, {
      heading: findHeading(inputs),
      problem: joinProblems(result, problem),
      figures,
      check,
      graphiteUrl: options.graphiteUrl,
    }),
  });
  if (unwritten !== undefined) print.warning(`There is no job summary: ${unwritten}`);
}

/** The summary's text about what went wrong. */
function joinProblems(result: Result, problem: string | undefined): string | undefined {
  const rejected = result.linesMade > 0 ? formatRejected(result) : undefined;
  const parts = [rejected, problem].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join('\n');
}

/**
 * What separates this step from the others of its job: its `id` in the workflow, and the scope. The runner names a step
 * without an `id` after its action, `__owner_name`, and numbers the second and later uses: `__owner_name_2`. act
 * gives the place of the step in its job, from 0 on.
 */
function findHeading({ options: { scope = '' }, run: { job, env } }: Inputs): string {
  const place = scope
    .split('.')
    .map((part) => fillScope(withoutFolder(part), { job, formatName: String }).trim())
    .filter((part) => part !== '')
    .join(' / ');
  const step = env['GITHUB_ACTION'] ?? '';
  if (step !== '' && !/^(?:__|\d)/.test(step)) return place === '' ? step : `${step} (${place})`;
  const use = /^\d{1,4}$/.test(step) ? Number(step) + 1 : /_(\d{1,4})$/.exec(step)?.[1];
  return [place, ...(use === undefined ? [] : [`step ${use}`])].filter((part) => part !== '').join(', ');
}

/** Sets every output, also at the end of the job, where they have no effect. */
export function setOutputs(result: Result): void {
  const { check } = result;
  const problem = appendEntries('GITHUB_OUTPUT', [
    ['batches', result.batches],
    ['lines', result.lines],
    ['bytes', result.bytes],
    ['delivery', result.delivery],
    ['server', result.server ?? ''],
    ['attempts', result.attempts],
    ['evidence', result.evidence ?? ''],
    ['undelivered', result.undelivered],
    ['undelivered-file', result.undeliveredFile ?? ''],
    ['rejected', result.rejected?.count ?? 0],
    ['verified', result.verified ?? ''],
    ['missing', result.missing ?? ''],
    ['verdict', check?.verdict ?? ''],
    ['regressed', check === undefined ? '' : JSON.stringify(check.regressed)],
    ['unusual', check === undefined ? '' : JSON.stringify(check.unusual)],
    ['checked', check?.metrics.length ?? ''],
  ]);
  if (problem !== undefined) print.warning(`There are no outputs: ${problem}`);
}
