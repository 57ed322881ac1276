import type { Socket } from 'node:net';
import type { SendError } from '../model/errors.ts';
import type { Limits, TlsConfig } from '../options/config.ts';
import { onAbort, toAbortError } from '../util/abort.ts';
import { monotonicMs, nextTurn, within } from '../util/deadline.ts';
import { explainNoConnection, explainSocketError, explainStalledWrite } from './explain.ts';
import { explainAnswer, explainEarlyClose } from './explain-early-close.ts';
import { Hold } from './hold.ts';
import { KernelProof } from './kernel-proof.ts';
import type { Connection, Ending } from './transport.ts';

/** The rules for one connection. */
export interface ConnectOptions {
  /** `host:port`, for messages. */
  readonly server: string;
  readonly limits: Limits;
  readonly tls: TlsConfig | undefined;
  readonly signal: AbortSignal;
  /** The least delay of the FIN, in milliseconds; above 0 after a connection to the same server that ended badly. */
  readonly minHoldMs: number;
  /** Whether the kernel's table confirmed the connection before this one to the same server. */
  readonly isTracked: boolean;
}

/** One TCP or TLS connection. The first error is remembered and rejects every pending call. */
export class TcpConnection implements Connection {
  readonly #socket: Socket;
  readonly server: string;
  readonly #options: ConnectOptions;
  readonly #isSecure: boolean;
  readonly #failure: Promise<never>;
  /** The start of the connection attempt that succeeded, on the clock of `monotonicMs`. */
  #triedAtMs = monotonicMs();
  /** Both are defined once the connection is open. */
  #hold: Hold | undefined;
  #proof: KernelProof | undefined;
  #fail: (error: SendError) => void = () => {};
  #failed: SendError | undefined;
  /** Whether the kernel has our FIN: only a later close can be the answer to it. */
  #finished = false;
  /** Ends the wait for the close when the budget is spent; everything is written by then. */
  #giveUpWaiting: () => void = () => {};

  constructor(socket: Socket, options: ConnectOptions) {
    this.#socket = socket;
    this.server = options.server;
    this.#options = options;
    this.#isSecure = options.tls !== undefined;
    this.#failure = new Promise((_, reject) => {
      this.#fail = (error) => {
        this.#failed ??= error;
        reject(this.#failed);
        this.destroy();
      };
    });
    // Pending calls report the failure. Without a pending call, the rejection must not end the process.
    this.#failure.catch(() => {});

    const abort = (): void => {
      const error = toAbortError(options.signal);
      if (this.#finished && error.code === 'ETIMEDOUT') this.#giveUpWaiting();
      else this.#fail(error);
    };
    const listener = onAbort(options.signal, abort);
    socket.once('close', () => listener[Symbol.dispose]());
    socket.on('connectionAttempt', () => {
      this.#triedAtMs = monotonicMs();
    });
    socket.once(this.#readyEvent, () => this.#begin());
    socket.on('error', (error) => this.#fail(this.#explain(error)));
    socket.on('data', (answer: Buffer) => this.#fail(explainAnswer(this.server, answer)));
    socket.on('end', () => {
      if (!this.#finished) this.#fail(this.#explainEarly('closed'));
      this.#hold?.end();
    });
  }

  async open(): Promise<void> {
    const { connectMs } = this.#options.limits;
    if (await within(this.#once(this.#readyEvent), connectMs)) return;
    this.#fail(explainNoConnection(this.server, { connectMs, isSecure: this.#isSecure }));
    await this.#failure;
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (this.#failed !== undefined) throw this.#failed;
    this.#hold?.begin();
    if (this.#socket.write(bytes)) return;
    await this.#whileMoving('drain');
  }

  async finish(): Promise<Ending> {
    // A server that closes now is not a line receiver, or it is shutting down.
    if (this.#proof?.showsReset !== true)
      await Promise.race([this.#hold?.wait(this.#options.signal), this.#failure]);
    if (this.#failed !== undefined) throw this.#failed;
    this.#socket.once('finish', () => {
      this.#finished = true;
      this.#hold?.finish();
    });
    // Not raced with the failure: while our FIN is pending, no caller would handle that rejection, and it would end
    // the process.
    const ended = new Promise<true>((resolve) => this.#socket.once('end', () => resolve(true)));
    const finished = this.#whileMoving('finish');
    this.#socket.end();
    await finished;
    const given = new Promise<false>((resolve) => {
      this.#giveUpWaiting = () => resolve(false);
    });
    if (!(await within(Promise.race([ended, given, this.#failure]), this.#options.limits.confirmMs))) {
      this.destroy();
      return { kind: 'sent' };
    }
    return this.#confirm();
  }

  /**
   * How long an idle connection must stay open, in milliseconds, until the close of this one counts as the answer to
   * our FIN. Undefined if the close needs no further proof.
   */
  get idleMs(): number | undefined {
    if (this.#proof?.isProved === true) return undefined;
    return this.#hold?.findIdleMs({ isInDoubt: this.#proof?.isRowLost === true });
  }

  /** What the kernel's table proves about this connection; undefined before it is open. */
  get proof(): KernelProof | undefined {
    return this.#proof;
  }

  /** Keeps the connection open, sends nothing more, and then closes it. @throws {SendError} if the other side closes first. */
  async stayIdle(idleMs: number): Promise<void> {
    await within(this.#failure, idleMs);
    // Timers run before sockets: a close may have arrived while this process waited for a processor.
    await nextTurn();
    if (this.#failed !== undefined) throw this.#failed;
    this.#finished = true;
    this.#socket.destroySoon();
  }

  /**
   * Resets the connection while bytes are pending, because a FIN would turn half a line into a line. Later it closes
   * normally: libuv refuses a reset while our FIN is pending, and the process would never end.
   */
  destroy(): void {
    const { connecting, destroyed, writableEnded, writableLength } = this.#socket;
    const isPlain = !this.#isSecure && !connecting && !destroyed;
    const isWhole = writableEnded && writableLength === 0;
    if (isPlain && !isWhole) this.#socket.resetAndDestroy();
    else this.#socket.destroy();
  }

  async #confirm(): Promise<Ending> {
    if (!this.#socket.closed) await this.#once('close');
    if (this.#failed !== undefined) throw this.#failed;
    return this.#proof?.confirm(this.#options.signal) ?? { kind: 'confirmed', evidence: 'close' };
  }

  get #readyEvent(): 'connect' | 'secureConnect' {
    return this.#isSecure ? 'secureConnect' : 'connect';
  }

  #begin(): void {
    const openMs = monotonicMs() - this.#triedAtMs;
    this.#hold = new Hold({ openMs, isSecure: this.#isSecure, minMs: this.#options.minHoldMs });
    const facts = { server: this.server, isSecure: this.#isSecure, isTracked: this.#options.isTracked };
    this.#proof = new KernelProof(this.#socket, facts);
  }

  #explain(error: NodeJS.ErrnoException): SendError {
    if (this.#finished) return explainSocketError(error, this.server);
    if (error.code === 'ECONNRESET') return this.#explainEarly('reset');
    if (error.code === 'EPIPE') return this.#explainEarly('closed');
    return explainSocketError(error, this.server);
  }

  #explainEarly(verb: 'closed' | 'reset'): SendError {
    const phase = this.#isSecure && this.#hold === undefined ? 'handshake' : 'sending';
    return explainEarlyClose(this.server, { verb, phase, isSecure: this.#isSecure });
  }

  /** Waits for a write. The socket restarts its timer whenever bytes move. */
  async #whileMoving(event: 'drain' | 'finish'): Promise<void> {
    const { writeMs } = this.#options.limits;
    const stalled = (): void => this.#fail(explainStalledWrite(this.server, writeMs));
    this.#socket.setTimeout(writeMs, stalled);
    try {
      await this.#once(event);
    } finally {
      this.#socket.setTimeout(0);
      this.#socket.removeListener('timeout', stalled);
    }
  }

  /** Waits for an event of the socket. @throws {SendError} if the connection fails first. */
  #once(event: 'connect' | 'secureConnect' | 'drain' | 'finish' | 'close'): Promise<true> {
    const happened = new Promise<true>((resolve) => this.#socket.once(event, () => resolve(true)));
    return Promise.race([happened, this.#failure]);
  }
}
