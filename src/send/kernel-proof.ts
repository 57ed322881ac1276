import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import type { Socket } from 'node:net';
import { type FailureCode, SendError } from '../model/errors.ts';
import { pause } from '../util/deadline.ts';
import { type Ends, judgeTable, judgeTimeWait, type KernelVerdict } from './kernel-table.ts';
import type { Ending } from './transport.ts';

/**
 * A port that closes early, or a proxy without a backend, does not read this much. Unread bytes make its close a reset,
 * which the kernel's table shows.
 */
const LARGE_BYTES = 256 * 1024;
/** Between two reads of the table, in milliseconds. */
const PAUSES_MS = [10, 200];
/** The kernel returns one page per read. */
const CHUNK_BYTES = 4096;
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

/** What the kernel's table of connections proves about one open connection. */
export class KernelProof {
  readonly #socket: Socket;
  readonly #facts: ProofFacts;
  readonly #ends: Ends | undefined;
  #isProved = false;

  constructor(socket: Socket, facts: ProofFacts) {
    this.#socket = socket;
    this.#facts = facts;
    // A closed socket no longer has its addresses.
    const { localPort, remotePort, remoteAddress } = socket;
    if (localPort !== undefined && remotePort !== undefined && remoteAddress !== undefined)
      this.#ends = { localPort, remotePort, remoteAddress };
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

  /**
   * How the connection ended that the other side closed after our FIN. TLS has its own closing messages, so there a
   * missing row proves nothing, and the evidence is only the order of the closes.
   * @throws {SendError} if the table contradicts the close.
   */
  async confirm(signal: AbortSignal): Promise<Ending> {
    const { server, isSecure } = this.#facts;
    if (this.#ends === undefined) return { kind: 'confirmed', evidence: 'close' };
    const verdict = await askKernel(this.#ends, { mayBeGone: isSecure, signal });
    if (verdict === 'broken' || (!isSecure && (verdict === 'gone' || verdict === 'missing'))) {
      const message = `${server} closed the connection, but this machine's kernel says that not everything was acknowledged.`;
      throw new SendError(message, { retryable: true, code: 'NOT_ACKNOWLEDGED' satisfies FailureCode });
    }
    this.#isProved = verdict === 'clean' && this.#isLarge;
    if (verdict === 'clean' && !isSecure) return { kind: 'confirmed', evidence: 'kernel' };
    return { kind: 'confirmed', evidence: 'close', ...(verdict === 'full' ? { note: TABLE_IS_FULL } : {}) };
  }

  get #isLarge(): boolean {
    return this.#socket.bytesWritten >= LARGE_BYTES;
  }
}

/** Reads the table once and returns the verdict. */
export function readKernelVerdict(ends: Ends): KernelVerdict {
  if (process.platform !== 'linux') return 'unknown';
  try {
    return judgeTable(readTable(ends.remoteAddress.includes(':') ? '/proc/net/tcp6' : '/proc/net/tcp'), ends);
  } catch {
    return 'unknown';
  }
}

/** Whether the kernel's table is readable and has room for this connection after its close. */
function keepsTrack(ends: Ends): boolean {
  return readKernelVerdict(ends) === 'broken' && !isTimeWaitTableFull();
}

/**
 * Reads the table several times before it reports a loss: the last acknowledgement may be late, and a read can miss a
 * row.
 */
async function askKernel(
  ends: Ends,
  { mayBeGone, signal }: { readonly mayBeGone: boolean; readonly signal: AbortSignal },
): Promise<KernelVerdict | 'full'> {
  for (let look = 0; ; look += 1) {
    const verdict = readKernelVerdict(ends);
    if (verdict === 'clean' || verdict === 'unknown') return verdict;
    if (mayBeGone && verdict !== 'broken') return verdict;
    if (verdict === 'missing' && isTimeWaitTableFull()) return 'full';
    const pauseMs = PAUSES_MS[look];
    if (pauseMs === undefined) return verdict;
    await pause(pauseMs, signal);
  }
}

/** Whether the kernel has no room for another closed connection. Both files describe this network namespace. */
function isTimeWaitTableFull(): boolean {
  try {
    const counts = readFileSync('/proc/net/sockstat', 'latin1');
    const limit = readFileSync('/proc/sys/net/ipv4/tcp_max_tw_buckets', 'latin1');
    return judgeTimeWait(counts, limit);
  } catch {
    return false;
  }
}

/**
 * A generator, so that the reader can stop early: each read makes the kernel walk a table, which takes milliseconds.
 */
function* readTable(path: string): Generator<string> {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(CHUNK_BYTES);
    for (let length = -1; length !== 0; ) {
      length = readSync(file, buffer, 0, CHUNK_BYTES, null);
      yield buffer.toString('latin1', 0, length);
    }
  } finally {
    closeSync(file);
  }
}
