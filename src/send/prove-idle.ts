import { SendError } from '../model/errors.ts';
import type { KernelProof, Listing } from './kernel-proof.ts';
import type { TcpConnection } from './tcp-connection.ts';
import type { Ending } from './transport.ts';

/** The codes of errors that mean the same here as elsewhere. */
const FINAL: readonly string[] = ['ABORT_ERR', 'ANSWERED', 'NOT_ACKNOWLEDGED'];
/** The codes of a connection that the other side refused or ended. */
const ENDED: readonly string[] = ['CLOSED_EARLY', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'];

/**
 * Five blanks and no end of a line. A line receiver waits for more and drops them at the end. Others close: a port of
 * pickles or cache queries reads them as a length above its limit, and a TLS port misses the header of TLS.
 */
const BLANKS = Buffer.alloc(5, ' ');

/** The connection that ended, and the idle one that tests it. */
interface Trial {
  readonly ending: Ending;
  readonly idleMs: number;
  readonly lostRow: KernelProof | undefined;
  readonly signal: AbortSignal;
}

/**
 * Tests whether a late close was the answer to our FIN, by an idle connection that is kept open for `idleMs`. A line
 * receiver keeps it open. A proxy that reads everything and then gives its backend up closes it after the same time.
 * Returns `ending` if the connection stays open, and `sent` if nothing was proved in time. `lostRow` is the proof of a
 * connection whose row is missing in the kernel's table: without the idle connection, it stays a failure.
 * @throws {SendError} if the other side closes it, or if the run is stopped.
 */
export async function proveIdle(
  probe: TcpConnection,
  { ending, idleMs, lostRow, signal }: Trial,
): Promise<Ending> {
  try {
    await probe.open();
    await probe.write(BLANKS);
    if (lostRow === undefined) {
      await probe.stayIdle(idleMs);
      return ending;
    }
    const look = (): Listing => probe.proof?.listing ?? 'one end';
    const whileOpen = look();
    await probe.stayIdle(idleMs);
    return lostRow.judgeLostRow([whileOpen, look()]);
  } catch (error) {
    if (!(error instanceof SendError) || FINAL.includes(error.code)) throw error;
    if (lostRow !== undefined) throw lostRow.explainLostRow(error);
    if (signal.aborted || !ENDED.includes(error.code)) {
      const note = `${probe.server} closed too late to check that it is no proxy whose backend refuses: ${error.message}`;
      return { kind: 'sent', note };
    }
    const message = `${probe.server} closed the connection late, and then an idle one: what was sent is in doubt. A line receiver keeps an idle connection open. A proxy whose backend refuses does not, nor does a server that stops.`;
    throw new SendError(message, { retryable: true, code: error.code, cause: error });
  }
}
