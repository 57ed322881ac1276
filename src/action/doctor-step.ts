import { type Finding, formatFinding } from '../doctor/finding.ts';
import { runDoctor } from '../doctor/run-doctor.ts';
import { CarbonError } from '../model/errors.ts';
import type { Inputs } from './inputs.ts';
import { print } from './print.ts';
import { printProblem } from './print-problem.ts';
import { SKIPPED_RESULT, setOutputs } from './write-result.ts';

/** Checks the path to Carbon and Graphite instead of sending metrics. A bad check fails the step. */
export async function doctorStep(inputs: Inputs, signal: AbortSignal): Promise<void> {
  const { options, run, failOnError } = inputs;
  if (inputs.build.kind === 'pull-request') {
    print.notice('doctor does nothing in a pull request. Run it by hand, with workflow_dispatch.');
    return setOutputs(SKIPPED_RESULT);
  }
  const bad: string[] = [];
  const printFinding = (finding: Finding): void => {
    const line = formatFinding(finding);
    if (finding.state === 'bad') bad.push(line);
    print.info(line);
  };
  try {
    await runDoctor(options, { context: run, signal, print: printFinding });
    const report = failOnError ? print.failed : print.warning;
    if (bad.length > 0) report(bad.join('\n'));
    setOutputs(SKIPPED_RESULT);
  } catch (error) {
    if (!(error instanceof CarbonError)) throw error;
    printProblem(error, inputs);
    setOutputs({ ...SKIPPED_RESULT, delivery: 'failed' });
  }
}
