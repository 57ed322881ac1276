import { quote, SendError } from '../model/errors.ts';
import type { Verification } from './verification.ts';

const MAX_NAMES = 100;
const CAUSES =
  'Carbon may limit new series (MAX_CREATES_PER_MINUTE), the times may lie outside the retention, or this Graphite reads another Carbon.';

/** Why a run fails whose points were sent and are not all shown, or not known to be. */
export function explainMissing(
  { verified, missing, problem, resendProblem }: Verification,
  sent: { readonly lines: number; readonly servers: string },
): SendError {
  const toError = (message: string): SendError =>
    new SendError(message, { retryable: false, code: 'MISSING' });
  if (problem !== undefined) {
    const part = verified === 0 ? '' : `${missing.length} of ${verified + missing.length} points `;
    return toError(`Sent, but ${part}not read back: ${problem}`);
  }
  const amount = sent.lines === 1 ? '1 metric' : `${sent.lines} metrics`;
  const which = sent.lines === 1 ? 'it' : `${missing.length} of them`;
  const names = missing.slice(0, MAX_NAMES).map(({ series }) => quote(series));
  const rest = missing.length > names.length ? ` … and ${missing.length - names.length} more` : '';
  const why = resendProblem === undefined ? CAUSES : `Sending again failed: ${resendProblem}`;
  return toError(
    `Sent ${amount} to ${sent.servers}, but Graphite does not show ${which}: ${names.join(', ')}${rest}. ${why}`,
  );
}
