import { appendFileSync } from 'node:fs';
import * as core from '@actions/core';
import { CarbonError, SendError } from '../errors.ts';
import { publish } from '../publish.ts';
import { formatSummary } from '../report/summary.ts';
import { formatRenames, formatUndelivered, formatVerdict } from '../report/verdict.ts';
import type { Result } from '../result.ts';
import { stopOnSignal } from '../stop-on-signal.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { findMissingSecretsCause } from './missing-secrets.ts';
import { print, withExactLines } from './print.ts';

const NOTHING: Result = {
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

/** One step: reads the inputs, publishes, and tells the job what became of it. */
export async function runAction(env: NodeJS.ProcessEnv): Promise<void> {
  const inputs = readInputs(env);
  if (inputs.publish.server === undefined && !isTrue(inputs.publish.dryRun)) {
    const cause = findMissingSecretsCause(env);
    if (cause !== undefined) {
      print.notice(`Nothing was sent: ${cause} has no secrets, and server is empty.`);
      setOutputs(NOTHING);
      return;
    }
  }
  const stopping = stopOnSignal();
  try {
    const result = await publishInputs(inputs, stopping.signal);
    tell(result, inputs);
    if (result.delivery === 'sent' && inputs.requireConfirmation && inputs.failOnError) {
      print.failed(formatVerdict(result));
    }
    finish(result, inputs);
  } catch (error) {
    if (!(error instanceof CarbonError)) throw error;
    const result: Result = { ...(error.result ?? NOTHING), delivery: 'failed' };
    tell(result, inputs);
    const message = formatProblem(error, result);
    if (error instanceof SendError && !inputs.failOnError) print.warning(message);
    else print.failed(message);
    finish(result, inputs, message);
  } finally {
    stopping.end();
  }
}

function formatProblem(error: CarbonError, result: Result): string {
  if (!(error instanceof SendError)) return error.message;
  return ['Metrics were not delivered.', error.message, formatUndelivered(result)].filter(Boolean).join(' ');
}

function publishInputs(inputs: Inputs, signal: AbortSignal): Promise<Result> {
  return withExactLines((printExact) => {
    const options = { ...inputs.publish, signal, onDryRun: printExact };
    return publish(options, { face: 'action', nowMs: Date.now(), faults: inputs.faults });
  });
}

/** One annotation per kind of finding. */
function tell(result: Result, inputs: Inputs): void {
  const renames = formatRenames(result);
  if (renames !== undefined) print.notice(renames);
  if (result.warnings.length > 0) print.warning(result.warnings.join('\n'));
  if (result.delivery !== 'dry-run' && legsOverwriteEachOther(inputs)) {
    print.notice(
      'This job has a matrix, and every leg writes the same paths: the last one to finish wins. Keep them apart with a matrix value in group, source or tags, such as source: ${{ github.repository }}/${{ matrix.os }}.',
    );
  }
  if (result.delivery === 'sent' && !(inputs.requireConfirmation && inputs.failOnError))
    print.warning(formatVerdict(result));
  else if (result.delivery !== 'failed' && result.delivery !== 'sent') print.info(formatVerdict(result));
}

function legsOverwriteEachOther({ hasMatrix, matrixValues, publish: given }: Inputs): boolean {
  const isWritten = given.metric !== undefined || given.data !== undefined || given.dataFile !== undefined;
  if (!hasMatrix || !isWritten) return false;
  const where = [given.group, given.source, given.tags, given.metric].join('\n');
  return !matrixValues.some((value) => value !== '' && where.includes(value));
}

function finish(result: Result, inputs: Inputs, problem?: string): void {
  setOutputs(result);
  if (!inputs.summary) return;
  // A runner too old for job summaries, or a test bench, has no such file: that is no reason to fail.
  const file = process.env['GITHUB_STEP_SUMMARY'];
  if (file !== undefined && file !== '') appendFileSync(file, formatSummary(result, problem));
}

function setOutputs(result: Result): void {
  core.setOutput('batches', result.batches);
  core.setOutput('lines', result.lines);
  core.setOutput('bytes', result.bytes);
  core.setOutput('delivery', result.delivery);
  core.setOutput('server', result.server ?? '');
  core.setOutput('attempts', result.attempts);
  core.setOutput('evidence', result.evidence ?? '');
  core.setOutput('undelivered', result.undelivered);
  core.setOutput('undelivered-file', result.undeliveredFile ?? '');
  core.setOutput('verified', result.verified ?? '');
  core.setOutput('missing', result.missing ?? '');
}

function isTrue(text: unknown): boolean {
  return /^true$/i.test(String(text ?? ''));
}
