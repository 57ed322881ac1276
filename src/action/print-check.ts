import type { CheckFigures } from '../model/verdict.ts';
import { listMessages } from '../report/check-messages.ts';
import { print } from './print.ts';

/**
 * Prints the verdicts: one annotation for each kind of finding. Fails the step for what `fail-on` includes, and then
 * returns the message.
 */
export function printCheck(check: CheckFigures): string | undefined {
  const { failing, worse, unusual, mistaken, unmatched, overview } = listMessages(check);
  for (const notice of check.notices) print.notice(notice);
  if (mistaken !== undefined) print.notice(mistaken);
  if (unmatched !== undefined) print.info(unmatched);
  if (unusual !== undefined) print.notice(unusual);
  if (worse !== undefined) print.warning(worse);
  if (overview !== undefined) print.info(overview);
  if (failing !== undefined) print.failed(failing);
  return failing;
}
