import { appendFileSync } from 'node:fs';
import * as core from '@actions/core';
import { CarbonError, SendError } from '../errors.ts';
import { publish } from '../publish.ts';
import { formatSummary } from '../report/summary.ts';
import { formatRenames, formatVerdict } from '../report/verdict.ts';
import type { Result } from '../result.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { findMissingSecretsCause } from './missing-secrets.ts';
import { print, withExactLines } from './print.ts';

const NOTHING: Result = {
  delivery: 'skipped',
  batches: 0,
  lines: 0,
  bytes: 0,
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
  try {
    const result = await publishInputs(inputs);
    tell(result, inputs);
    finish(result, inputs);
  } catch (error) {
    if (!(error instanceof CarbonError)) throw error;
    const result: Result = { ...(error.result ?? NOTHING), delivery: 'failed' };
    tell(result, inputs);
    if (error instanceof SendError && !inputs.failOnError)
      print.warning(`Metrics were not delivered. ${error.message}`);
    else
      print.failed(
        error instanceof SendError ? `Metrics were not delivered. ${error.message}` : error.message,
      );
    finish(result, inputs, error.message);
  }
}

function publishInputs(inputs: Inputs): Promise<Result> {
  return withExactLines((printExact) => {
    const options = { ...inputs.publish, onDryRun: printExact };
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
  if (result.delivery === 'sent') print.warning(formatVerdict(result));
  else if (result.delivery !== 'failed') print.info(formatVerdict(result));
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
}

function isTrue(text: unknown): boolean {
  return /^true$/i.test(String(text ?? ''));
}
