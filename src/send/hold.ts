import { readFileSync } from 'node:fs';
import { monotonicMs, nextTurn, pause } from '../util/deadline.ts';

/** What is known about a connection before its first bytes. */
export interface HoldFacts {
  /** How long connecting and the TLS handshake took, without the DNS lookup. */
  readonly openMs: number;
  readonly isSecure: boolean;
  /** The least delay: what the connections before this one to the same server call for. */
  readonly minMs: number;
  /** How much slower this machine is than an idle one; at least 1. */
  readonly slowness: number;
}

/** On an idle machine, Carbon's other ports and plain proxies close 0.1 to 2 ms after the first bytes. */
const PLAIN_MS = 8;
/**
 * A TLS terminator whose backend refuses closes 0.1 to 8 ms after the handshake; on a busy machine, after up to 70
 * ms.
 */
const SECURE_MS = 40;
/** After a failure the run has paused anyway, so time matters less than another wrong result. */
export const SUSPECT_MS = 250;
/** A close crosses the network once and connecting crosses it twice. The rest is a margin for variation. */
const OPEN_FACTOR = 1.5;
/** A lost first packet makes connecting take a second or more, but does not predict the rest. */
const MAX_MS = 1000;

/**
 * How long a connection delays its FIN after its first bytes, in milliseconds. A line receiver never closes before that
 * FIN. Other ports, and proxies whose backend refuses, close first. Without the delay, their close would look like the
 * answer to the FIN.
 */
export function computeHoldMs({ openMs, isSecure, minMs, slowness }: HoldFacts): number {
  const floorMs = slowness * (isSecure ? SECURE_MS : PLAIN_MS);
  return Math.max(minMs, Math.min(MAX_MS, Math.max(floorMs, minMs) + OPEN_FACTOR * openMs));
}

/** On an idle machine, Carbon closes 0.2 ms after the FIN; on a busy one, up to 3 ms in 9 of 10 cases. */
const LATE_MS = 4;
/** A longer time would hide more proxies than it spares tests. */
const MAX_LATE_FACTOR = 2;
/** A proxy that gives up its backend closes every connection after the same time. The rest is a margin. */
const IDLE_FACTOR = 1.25;
const MARGIN_FACTOR = 4;

/** The life of a connection that the other side closed after our FIN, in milliseconds. */
export interface Life {
  /** From the open connection to its close. */
  readonly livedMs: number;
  /** From our FIN to the close. */
  readonly closingMs: number;
  /** A close that takes longer than this after our FIN is late: Carbon closes within a millisecond. */
  readonly lateMs: number;
  /** The delay of the FIN, without the delay after a failure. */
  readonly holdMs: number;
}

/**
 * How long an idle connection must stay open to prove that a close was the answer to our FIN, in milliseconds.
 * Undefined if the close came at once, which is the proof. A late close may also be a proxy's that gave up its backend.
 */
export function computeIdleMs({ livedMs, closingMs, lateMs, holdMs }: Life): number | undefined {
  if (closingMs <= lateMs) return undefined;
  return IDLE_FACTOR * livedMs + MARGIN_FACTOR * holdMs;
}

const MAX_GUESS = 8;

/** The run time of this process divided by its CPU time: how long it waited for a processor. */
function readSlowness(): number {
  try {
    // sched-stats in the kernel's documentation: nanoseconds on a processor, then nanoseconds of waiting for one.
    const [ranNs = 0, waitedNs = 0] = readFileSync('/proc/self/schedstat', 'latin1').split(' ').map(Number);
    return ranNs > 0 ? 1 + waitedNs / ranNs : 1;
  } catch {
    // Other systems: an estimate, because the time since the start also includes other waiting.
    const { user, system } = process.cpuUsage();
    return Math.min(MAX_GUESS, Math.max(1, (1e6 * process.uptime()) / (user + system)));
  }
}

/** The delay is split into several timers: on a busy machine each of them waits for its turn, as the server does. */
const PARTS = 4;

/** The clock of one open connection: how long it delays its FIN, and how late the close came after that. */
export class Hold {
  readonly #openedAtMs = monotonicMs();
  readonly #holdMs: number;
  /** The delay without what the connections before this one call for. */
  readonly #ownHoldMs: number;
  readonly #lateMs: number;
  #beganAtMs: number | undefined;
  #finishedAtMs: number | undefined;
  #closedAtMs: number | undefined;

  constructor(facts: Omit<HoldFacts, 'slowness'>) {
    const slowness = readSlowness();
    this.#holdMs = computeHoldMs({ ...facts, slowness });
    this.#ownHoldMs = computeHoldMs({ ...facts, slowness, minMs: 0 });
    // On a busy machine, connecting takes long because this process waits for a processor. The network does not.
    this.#lateMs = Math.min(slowness, MAX_LATE_FACTOR) * LATE_MS + (OPEN_FACTOR * facts.openMs) / slowness;
  }

  /** How long an idle connection must stay open; see {@link computeIdleMs}. In doubt, an early close is tested, too. */
  findIdleMs({ isInDoubt }: { readonly isInDoubt: boolean }): number | undefined {
    const [finishedAtMs, closedAtMs] = [this.#finishedAtMs, this.#closedAtMs];
    if (finishedAtMs === undefined || closedAtMs === undefined) return undefined;
    return computeIdleMs({
      livedMs: closedAtMs - this.#openedAtMs,
      closingMs: closedAtMs - finishedAtMs,
      lateMs: isInDoubt ? 0 : this.#lateMs,
      holdMs: this.#ownHoldMs,
    });
  }

  /** Starts the delay at the first bytes. */
  begin(): void {
    this.#beganAtMs ??= monotonicMs();
  }

  /** Waits for the rest of the delay, or until `signal` aborts. */
  async wait(signal: AbortSignal): Promise<void> {
    const beganAtMs = this.#beganAtMs ?? monotonicMs();
    const partMs = this.#holdMs / PARTS;
    // One part at least: if this process has computed something meanwhile, the server still gets its turn.
    let leftMs = Math.max(partMs, beganAtMs + this.#holdMs - monotonicMs());
    for (; leftMs > 0; leftMs -= partMs) if (!(await pause(Math.min(leftMs, partMs), signal))) return;
    // Timers run before sockets: first read what has already arrived.
    await nextTurn();
  }

  /** Records that the kernel has our FIN. */
  finish(): void {
    this.#finishedAtMs = monotonicMs();
  }

  /** Records the receiver's close. */
  end(): void {
    this.#closedAtMs = monotonicMs();
  }
}
