import type { Socket } from 'node:net';
import { type FailureCode, SendError } from '../model/errors.ts';
import { pause } from '../util/deadline.ts';
import {
  hadLateAcknowledgementSince,
  isTimeWaitTableFull,
  readCounters,
  readKernelVerdict,
} from './kernel-files.ts';
import type { Ends, KernelVerdict } from './kernel-table.ts';
import type { Ending } from './transport.ts';

/**
 * A port that closes early, or a proxy without a backend, does not read this much. Unread bytes make its close a reset,
 * which the kernel's table shows.
 */
const LARGE_BYTES = 256 * 1024;
/** Between two reads of the table, in milliseconds. */
const PAUSES_MS = [10, 200];
const TABLE_IS_FULL =
  "This machine's kernel keeps no record of closed connections: its table is full (net.ipv4.tcp_max_tw_buckets). So only the order of the closes confirms a delivery.";

/** What is known about a connection besides its socket. */
export interface ProofFacts {
  /** `host:port`, for messages. */
  readonly server: string;
  readonly isSecure: boolean;
  /** Whether the kernel's table confirmed the connection before this one to the same server. */
  readonly isTracked: boolean;
}

/** A row that is not in the table, and whether a late acknowledgement on this machine may have removed it. */
type MissingRow = 'missing' | 'removed by a late acknowledgement';
/** Which ends of an open connection the kernel's table of this machine lists. */
export type Listing = 'none' | 'one end' | 'both ends';

/** What the kernel's table of connections proves about one open connection. */
export class KernelProof {
  readonly #socket: Socket;
  readonly #facts: ProofFacts;
  readonly #ends: Ends | undefined;
  /** A text, because most runs need no count. Undefined if the receiver is surely not on this machine. */
  readonly #countersAtOpen: string | undefined;
  #isProved = false;
  #missing: MissingRow | undefined;

  constructor(socket: Socket, facts: ProofFacts) {
    this.#socket = socket;
    this.#facts = facts;
    // A closed socket no longer has its addresses.
    const { localAddress, localPort, remotePort, remoteAddress } = socket;
    if (localPort !== undefined && remotePort !== undefined && remoteAddress !== undefined)
      this.#ends = { localPort, remotePort, remoteAddress };
    if (!facts.isSecure && localAddress === remoteAddress) this.#countersAtOpen = readCounters();
  }

  /** Whether the table would show a close that is not the answer to our FIN; then no delay is needed. */
  get showsReset(): boolean {
    if (this.#facts.isSecure || this.#ends === undefined || !this.#isLarge) return false;
    // The kernel takes milliseconds to list its table, so a table that was readable is not read again.
    return this.#facts.isTracked ? !isTimeWaitTableFull() : keepsTrack(this.#ends);
  }

  /** Whether the table alone proved that everything was read. */
  get isProved(): boolean {
    return this.#isProved;
  }

  /** Whether the table had no row in `confirm`. The ending is then open until {@link judgeLostRow}. */
  get isRowLost(): boolean {
    return this.#missing !== undefined;
  }

  /** What the table lists of this connection, which is open. A read of a busy table can miss a row. */
  get listing(): Listing {
    if (this.#ends === undefined || readKernelVerdict(this.#ends) === 'missing') return 'none';
    const { localPort, remotePort, remoteAddress } = this.#ends;
    const farEnds = { localPort: remotePort, remotePort: localPort, remoteAddress };
    // A receiver that listens on IPv6 has an IPv4 address in its mapped form.
    const mapped = { ...farEnds, remoteAddress: `::ffff:${remoteAddress}` };
    const isHere = readKernelVerdict(farEnds) === 'broken' || readKernelVerdict(mapped) === 'broken';
    return isHere ? 'both ends' : 'one end';
  }

  /**
   * How the connection ended whose row was missing, by several looks at another open connection to the same address. A
   * reset removes the row, and so does a late acknowledgement of the receiver (RFC 1337, section 2). If the receiver is
   * on this machine, the kernel's counters tell one from the other.
   * @throws {SendError} if it may have been a reset.
   */
  judgeLostRow(looks: readonly Listing[]): Ending {
    // The kernel may list another address, if a program translates it before the connection opens.
    if (looks.every((listing) => listing === 'none')) return { kind: 'confirmed', evidence: 'close' };
    const isRead = looks.includes('both ends') && this.#missing === 'removed by a late acknowledgement';
    if (isRead) return { kind: 'confirmed', evidence: 'kernel' };
    throw this.explainLostRow();
  }

  explainLostRow(cause?: SendError): SendError {
    return this.#reject(
      "this machine's kernel no longer lists it, as if it was reset: perhaps not everything was acknowledged.",
      cause,
    );
  }

  /**
   * How the connection ended that the other side closed after our FIN. TLS has its own closing messages, so there a
   * missing row proves nothing, and the evidence is only the order of the closes.
   * @throws {SendError} if the table contradicts the close.
   */
  async confirm(signal: AbortSignal): Promise<Ending> {
    const { isSecure } = this.#facts;
    if (this.#ends === undefined) return { kind: 'confirmed', evidence: 'close' };
    // A large window does not delay its FIN. So an earlier close that left nothing unread looks like the answer to it.
    const countersAtOpen = this.#isLarge ? undefined : this.#countersAtOpen;
    const verdict = await askKernel(this.#ends, { mayBeGone: isSecure, signal, countersAtOpen });
    if (verdict === 'broken' || (verdict === 'gone' && !isSecure))
      throw this.#reject("this machine's kernel says that not everything was acknowledged.");
    // An address of this machine is not translated, so another connection would prove nothing.
    if (verdict === 'missing' && this.#countersAtOpen !== undefined) throw this.explainLostRow();
    if (verdict === 'missing' || verdict === 'removed by a late acknowledgement')
      this.#missing = isSecure ? undefined : verdict;
    this.#isProved = verdict === 'clean' && this.#isLarge;
    if (verdict === 'clean' && !isSecure) return { kind: 'confirmed', evidence: 'kernel' };
    return { kind: 'confirmed', evidence: 'close', ...(verdict === 'full' ? { note: TABLE_IS_FULL } : {}) };
  }

  #reject(reason: string, cause?: SendError): SendError {
    const message = `${this.#facts.server} closed the connection, but ${reason}`;
    const code: FailureCode = 'NOT_ACKNOWLEDGED';
    return new SendError(message, { retryable: true, code, cause });
  }

  get #isLarge(): boolean {
    return this.#socket.bytesWritten >= LARGE_BYTES;
  }
}

/** Whether the kernel's table is readable and has room for this connection after its close. */
function keepsTrack(ends: Ends): boolean {
  return readKernelVerdict(ends) === 'broken' && !isTimeWaitTableFull();
}

interface Question {
  readonly mayBeGone: boolean;
  readonly signal: AbortSignal;
  /** The kernel's counters when the connection opened. */
  readonly countersAtOpen: string | undefined;
}

/**
 * Reads the table several times before it reports a loss: the last acknowledgement may be late, and a read can miss a
 * row.
 */
async function askKernel(
  ends: Ends,
  { mayBeGone, signal, countersAtOpen }: Question,
): Promise<KernelVerdict | MissingRow | 'full'> {
  let wasListed = false;
  for (let look = 0; ; look += 1) {
    const verdict = readKernelVerdict(ends);
    if (verdict === 'clean' || verdict === 'unknown') return verdict;
    if (mayBeGone && verdict !== 'broken') return verdict;
    if (verdict === 'missing' && isTimeWaitTableFull()) return 'full';
    // At once: each moment can bring a reset of another program.
    const mayBeRead = verdict === 'missing' && !wasListed && countersAtOpen !== undefined;
    if (mayBeRead && hadLateAcknowledgementSince(countersAtOpen)) return 'removed by a late acknowledgement';
    wasListed ||= verdict !== 'missing';
    const pauseMs = PAUSES_MS[look];
    if (pauseMs === undefined) return verdict;
    await pause(pauseMs, signal);
  }
}
