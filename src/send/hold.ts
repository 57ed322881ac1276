import { readFileSync } from 'node:fs';
import { pause } from '../util/deadline.ts';
import { monotonicMs } from '../util/monotonic-ms.ts';

/** What is known of a connection before its first bytes. */
export interface HoldFacts {
  /** How long connecting and the TLS handshake took, without the DNS lookup. */
  readonly openMs: number;
  readonly isSecure: boolean;
  /** Whether the connection before this one to the same server ended badly. */
  readonly isSuspect: boolean;
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
const SUSPECT_MS = 250;
/** A close crosses the network once and connecting crosses it twice. The rest is a margin for variation. */
const OPEN_FACTOR = 1.5;
/** A lost first packet makes connecting take a second or more, but does not predict the rest. */
const MAX_MS = 1000;

/**
 * How long a connection delays its FIN after its first bytes, in milliseconds. A line receiver never closes before that
 * FIN. Other ports, and proxies whose backend refuses, close first. Without the delay, their close would look like the
 * answer to the FIN.
 */
export function computeHoldMs({ openMs, isSecure, isSuspect, slowness }: HoldFacts): number {
  const floorMs = slowness * (isSecure ? SECURE_MS : PLAIN_MS);
  return Math.min(MAX_MS, Math.max(floorMs, isSuspect ? SUSPECT_MS : 0) + OPEN_FACTOR * openMs);
}

const MAX_GUESS = 8;

/** The run time of this process divided by its CPU time: how long it waited for a processor. */
export function readSlowness(): number {
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

/** The delay before the FIN of one connection. */
export class Hold {
  readonly #holdMs: number;
  #beganAtMs: number | undefined;

  constructor(facts: Omit<HoldFacts, 'slowness'>) {
    this.#holdMs = computeHoldMs({ ...facts, slowness: readSlowness() });
  }

  /** Starts the delay at the first bytes. */
  begin(): void {
    this.#beganAtMs ??= monotonicMs();
  }

  /** Waits for the rest of the delay, or until `signal` aborts. */
  async wait(signal: AbortSignal): Promise<void> {
    const beganAtMs = this.#beganAtMs ?? monotonicMs();
    const partMs = this.#holdMs / PARTS;
    for (let leftMs = beganAtMs + this.#holdMs - monotonicMs(); leftMs > 0; leftMs -= partMs)
      if (!(await pause(Math.min(leftMs, partMs), signal))) return;
    // Timers run before sockets: first read what has already arrived.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
