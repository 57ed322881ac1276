import { readFileSync } from 'node:fs';
import { pause } from '../util/deadline.ts';
import { monotonicMs } from '../util/monotonic-ms.ts';

/** What a connection showed before its first bytes. */
export interface HoldFacts {
  /** How long it took to connect, and for the handshake where there was one; without the search for its address. */
  readonly openMs: number;
  readonly isSecure: boolean;
  /** Whether the connection before this one to the same server ended badly. */
  readonly isSuspect: boolean;
  /** How many times longer than on a quiet machine everything takes, from 1. */
  readonly slowness: number;
}

/** Carbon's other ports and plain proxies close 0.1 to 2 ms after the first bytes, on a quiet machine. */
const PLAIN_MS = 8;
/** A TLS terminator whose backend refuses closes 0.1 to 8 ms after the handshake, and after 70 ms on a busy machine. */
const SECURE_MS = 40;
/** After a failure the run has paused already: time costs less than another wrong answer. */
const SUSPECT_MS = 250;
/** A close crosses the network once, and connecting crossed it twice: half of that again is for its variation. */
const OPEN_FACTOR = 1.5;
/** A lost first packet makes connecting take a second and more, and says nothing of what the rest will take. */
const MAX_MS = 1000;

/**
 * How long after its first bytes a connection keeps its FIN back, in milliseconds. A line receiver never closes before
 * that FIN. Ports of other kinds, and proxies whose backend refuses, close by themselves: with the FIN sent at once,
 * their close would look like an answer to it.
 */
export function computeHoldMs({ openMs, isSecure, isSuspect, slowness }: HoldFacts): number {
  const floorMs = slowness * (isSecure ? SECURE_MS : PLAIN_MS);
  return Math.min(MAX_MS, Math.max(floorMs, isSuspect ? SUSPECT_MS : 0) + OPEN_FACTOR * openMs);
}

const MAX_GUESS = 8;

/** How much longer this process took for its work than its work took, for other processes had the processors. */
export function readSlowness(): number {
  try {
    // The kernel's documentation of sched-stats: nanoseconds on a processor, and nanoseconds of waiting for one.
    const [ranNs = 0, waitedNs = 0] = readFileSync('/proc/self/schedstat', 'latin1').split(' ').map(Number);
    return ranNs > 0 ? 1 + waitedNs / ranNs : 1;
  } catch {
    // Elsewhere all time since the start against the work since then is a guess: it has waited for other things, too.
    const { user, system } = process.cpuUsage();
    return Math.min(MAX_GUESS, Math.max(1, (1e6 * process.uptime()) / (user + system)));
  }
}

/** A hold is slept in parts: on a busy machine each of them waits for its turn, as the server does. */
const PARTS = 4;

/** The time for which one connection keeps its FIN back. */
export class Hold {
  readonly #holdMs: number;
  #beganAtMs: number | undefined;

  constructor(facts: Omit<HoldFacts, 'slowness'>) {
    this.#holdMs = computeHoldMs({ ...facts, slowness: readSlowness() });
  }

  /** Says that bytes leave; the first ones count. */
  begin(): void {
    this.#beganAtMs ??= monotonicMs();
  }

  /** Sleeps for what is left of the time, until `signal` aborts. */
  async wait(signal: AbortSignal): Promise<void> {
    const beganAtMs = this.#beganAtMs ?? monotonicMs();
    const partMs = this.#holdMs / PARTS;
    for (let leftMs = beganAtMs + this.#holdMs - monotonicMs(); leftMs > 0; leftMs -= partMs)
      if (!(await pause(Math.min(leftMs, partMs), signal))) return;
    // What has arrived by now is read before our FIN leaves: timers run before sockets.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
