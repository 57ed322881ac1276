import type { Window } from '../format/format-windows.ts';
import { type SendError, SpoolError } from '../model/errors.ts';
import type { Progress } from '../options/types.ts';
import { ConnectionErrors } from './connection-errors.ts';
import { deliverWindow, type Outcome } from './deliver-window.ts';
import type { Connect, Evidence } from './transport.ts';

/** Receives the windows that were not confirmed. */
export interface FailedWindowSink {
  /** @throws {SpoolError} */
  add(window: Window): Promise<void>;
}

/** The servers and the rules of a delivery. */
export interface DeliveryRules {
  /** In order of preference. */
  readonly servers: readonly Connect[];
  readonly retries: number;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Called once a connection has written a window, before it sends its FIN. */
  readonly onWritten?: (() => void) | undefined;
}

/** What a run has delivered so far. The worst window decides the state. */
export class Delivery {
  readonly servers: Set<string> = new Set();
  /** What was unusual about confirmations, or about their absence. */
  readonly notes: Set<string> = new Set();
  /** Connections that were tried, successful or not. */
  attempts = 0;
  batches = 0;
  lines = 0;
  bytes = 0;
  /** Lines that were not confirmed. */
  undelivered = 0;
  /** Why the first window failed. After a failure, no window is sent. */
  failure: SendError | undefined;
  /** Why unconfirmed lines could not be kept. */
  spoolFailure: SpoolError | undefined;
  #isConfirmed = true;
  #evidence: Evidence | undefined;
  /** Windows whose lines already count as undelivered. */
  readonly #unconfirmed = new WeakSet<Window>();
  readonly #connectionErrors = new ConnectionErrors();
  readonly #rules: DeliveryRules;
  readonly #connect: Connect;

  constructor(rules: DeliveryRules) {
    this.#rules = rules;
    const servers = rules.servers.map((server): Connect => {
      const connect = this.#connectionErrors.watch(server);
      return (options) => {
        this.attempts += 1;
        return connect(options);
      };
    });
    this.#connect = servers.length === 1 ? (servers[0] as Connect) : connectToAny(servers);
  }

  get state(): 'confirmed' | 'sent' | 'failed' {
    if (this.failure !== undefined) return 'failed';
    return this.#isConfirmed ? 'confirmed' : 'sent';
  }

  /** The weakest evidence of all confirmations; undefined if a window was not confirmed. */
  get evidence(): Evidence | undefined {
    return this.state === 'confirmed' ? this.#evidence : undefined;
  }

  /** The errors of single connections: the first distinct messages. */
  get connectionErrors(): readonly string[] {
    return this.#connectionErrors.messages;
  }

  /** Sends a window, and keeps it if it is not confirmed. */
  async deliver(
    window: Window,
    how: { readonly signal: AbortSignal; readonly failedWindows: FailedWindowSink | undefined },
  ): Promise<void> {
    if (this.failure === undefined) {
      const outcome = await this.resend(window, how.signal);
      this.#count(window, outcome);
      if (outcome.delivery === 'confirmed') return;
    }
    await this.#keep(window, how.failedWindows);
  }

  /** Sends a window without counting it, because it was counted before or is counted elsewhere. */
  resend(window: Window, signal: AbortSignal): Promise<Outcome> {
    this.#connectionErrors.startWindow();
    const { retries, onWritten } = this.#rules;
    return deliverWindow(window, { connect: this.#connect, retries, signal, onWritten });
  }

  /** Whether a window was not confirmed; its lines are then already counted and kept. */
  isUnconfirmed(window: Window): boolean {
    return this.#unconfirmed.has(window);
  }

  /** Counts lines of confirmed windows as lost, and keeps them. */
  async fail(
    lost: Window,
    why: { readonly failure: SendError; readonly failedWindows: FailedWindowSink | undefined },
  ): Promise<void> {
    this.failure ??= why.failure;
    await this.#keep(lost, why.failedWindows);
  }

  #count(window: Window, outcome: Outcome): void {
    if (outcome.delivery === 'failed') {
      this.failure = outcome.error;
      return;
    }
    this.servers.add(outcome.server);
    if (outcome.note !== undefined) this.notes.add(outcome.note);
    if (outcome.delivery === 'sent') this.#isConfirmed = false;
    else if (this.#evidence !== 'close') this.#evidence = outcome.evidence;
    this.batches += window.length;
    for (const { bytes, lines } of window) {
      this.lines += lines;
      this.bytes += bytes.length;
    }
    this.#rules.onProgress?.({ lines: this.lines, bytes: this.bytes });
  }

  async #keep(window: Window, failedWindows: FailedWindowSink | undefined): Promise<void> {
    if (window.length === 0) return;
    this.#unconfirmed.add(window);
    for (const batch of window) this.undelivered += batch.lines;
    if (failedWindows === undefined || this.spoolFailure !== undefined) return;
    try {
      await failedWindows.add(window);
    } catch (error) {
      if (!(error instanceof SpoolError)) throw error;
      this.spoolFailure = error;
    }
  }
}

/** Most runs have one server: what chooses among several is loaded with the first connection. */
function connectToAny(servers: readonly Connect[]): Connect {
  let failover: Connect | undefined;
  return async (options) => {
    const { createFailover } = await import('./failover.ts');
    failover ??= createFailover(servers);
    return failover(options);
  };
}
