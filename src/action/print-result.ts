import type { Result } from '../model/result.ts';
import { explainUnchecked } from '../options/explain-unchecked.ts';
import {
  formatConnectionErrors,
  formatDelivery,
  formatDerivedSource,
  formatLocation,
  formatRenames,
} from '../report/delivery.ts';
import { formatHashed, formatRejected, listWarnings } from '../report/warnings.ts';
import type { Inputs } from './inputs.ts';
import { print } from './print.ts';

/** Prints the result to the log: one annotation for each kind of finding. */
export async function printResult(result: Result, inputs: Inputs): Promise<void> {
  const source = formatDerivedSource(result);
  const unchecked = explainUnchecked(inputs.options, 'action');
  for (const line of [source, unchecked]) if (line !== undefined) print.info(line);
  const messages = [formatConnectionErrors(result), formatRenames(result), formatHashed(result)];
  for (const message of [...messages, ...(result.notices ?? [])])
    if (message !== undefined) print.notice(message);
  if (result.warnings.length > 0) print.warning(listWarnings(result).join('\n'));
  const rejected = formatRejected(result);
  // If nothing else was sent, the error says it.
  if (rejected !== undefined && result.linesMade > 0) print.warning(rejected);
  if (inputs.run.matrix !== undefined) {
    const { explainMatrix } = await import('./workflow-remarks.ts');
    for (const { kind, text } of explainMatrix(result, inputs)) print[kind](text);
  }
  if (result.delivery === 'sent') {
    const isFailure = inputs.options.requireConfirmation && inputs.failOnError;
    const report = isFailure ? print.failed : print.warning;
    report(formatDelivery(result, inputs.run.env));
  } else if (result.delivery !== 'failed') {
    print.info(`${formatDelivery(result)}${result.delivery === 'dry-run' ? '' : formatLocation(result)}`);
  }
}
