import { type FailureCode, SendError } from '../model/errors.ts';
import type { KernelVerdict } from './kernel-table.ts';
import { TABLE_IS_FULL } from './time-wait-table.ts';
import type { Ending } from './transport.ts';

/**
 * How a connection ended that the other side closed after our FIN, by the verdict of the kernel's table. TLS has its own
 * closing messages, so there a missing row proves nothing, and the evidence is only the order of the closes.
 * @throws {SendError} if the table contradicts the close.
 */
export function toEnding(
  verdict: KernelVerdict | 'full',
  { server, isSecure }: { readonly server: string; readonly isSecure: boolean },
): Ending {
  if (verdict === 'broken' || (!isSecure && (verdict === 'gone' || verdict === 'missing'))) {
    const message = `${server} closed the connection, but this machine's kernel says that not everything was acknowledged.`;
    throw new SendError(message, { retryable: true, code: 'NOT_ACKNOWLEDGED' satisfies FailureCode });
  }
  if (verdict === 'clean' && !isSecure) return { kind: 'confirmed', evidence: 'kernel' };
  return { kind: 'confirmed', evidence: 'close', ...(verdict === 'full' ? { note: TABLE_IS_FULL } : {}) };
}
