import type { Socket } from 'node:net';
import { type FailureCode, SendError } from '../model/errors.ts';
import type { Limits } from '../options/config.ts';
import type { TlsConfig } from '../options/tls-config.ts';
import { onAbort, toAbortError } from '../util/abort.ts';
import { within } from '../util/deadline.ts';
import { monotonicMs } from '../util/monotonic-ms.ts';
import { explainSocketError } from './explain.ts';
import { explainAnswer, explainEarlyClose } from './explain-early-close.ts';
import { Hold } from './hold.ts';
import { askKernel, type Ends, keepsTrack } from './kernel-table.ts';
import { TABLE_IS_FULL } from './time-wait-table.ts';
import type { Connection, Ending } from './transport.ts';

/** How to connect. */
export interface ConnectOptions {
  readonly limits: Limits;
  readonly tls: TlsConfig | undefined;
  readonly signal: AbortSignal;
  /** Whether the connection before this one to the same server ended badly. */
  readonly isSuspect: boolean;
}

/**
 * No port that closes by itself has read so much by then. What it leaves unread resets the connection, and the kernel's
 * table shows that.
 */
const LARGE_BYTES = 256 * 1024;

/** One socket. Errors are remembered when they happen; what waits is settled by the first of them. */
export class TcpConnection implements Connection {
  readonly #socket: Socket;
  readonly server: string;
  readonly #limits: Limits;
  readonly #signal: AbortSignal;
  readonly #isSecure: boolean;
  readonly #isSuspect: boolean;
  readonly #failure: Promise<never>;
  #ends: Ends | undefined;
  /** When the address was tried that is connected to; as `monotonicMs` counts. */
  #triedAtMs = monotonicMs();
  /** There is one once the connection is open. */
  #hold: Hold | undefined;
  #fail: (error: SendError) => void = () => {};
  #failed: SendError | undefined;
  /** Whether our FIN is with the kernel: only a close after that can be an answer to it. */
  #finished = false;
  /** Ends the wait for the close when the time for everything is over: what was written stays written. */
  #giveUpWaiting: () => void = () => {};

  constructor(socket: Socket, name: string, options: ConnectOptions) {
    this.#socket = socket;
    this.server = name;
    this.#limits = options.limits;
    this.#signal = options.signal;
    this.#isSecure = options.tls !== undefined;
    this.#isSuspect = options.isSuspect;
    this.#failure = new Promise((_, reject) => {
      this.#fail = (error) => {
        this.#failed ??= error;
        reject(this.#failed);
        this.destroy();
      };
    });
    // Whoever waits sees the failure; while nobody does, it must not end the process.
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
    socket.on('data', (answer: Buffer) => this.#fail(explainAnswer(name, answer)));
    socket.on('end', () => {
      if (!this.#finished) this.#fail(this.#explainEarly('closed'));
    });
  }

  async open(): Promise<void> {
    await this.#connectWithin(this.#limits.connectMs, () => {
      const seconds = this.#limits.connectMs / 1000;
      const cause = this.#isSecure
        ? 'It speaks no TLS, as Carbon itself does not (then turn tls off), or a firewall drops packets.'
        : 'A firewall that drops packets is the usual cause.';
      return `${this.server} did not accept a connection within ${seconds} s. ${cause}`;
    });
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (this.#failed !== undefined) throw this.#failed;
    this.#hold?.begin();
    if (this.#socket.write(bytes)) return;
    await this.#whileMoving('drain');
  }

  async finish(): Promise<Ending> {
    // Who closes meanwhile is no line receiver, or one that stops.
    if (!this.#showsReset()) await Promise.race([this.#hold?.wait(this.#signal), this.#failure]);
    if (this.#failed !== undefined) throw this.#failed;
    this.#socket.once('finish', () => {
      this.#finished = true;
    });
    // Without an eye on failure: nobody waits for it while our own FIN is on its way, and a rejection that nobody waits
    // for ends the process.
    const ended = new Promise<true>((resolve) => this.#socket.once('end', () => resolve(true)));
    const finished = this.#whileMoving('finish');
    this.#socket.end();
    await finished;
    const given = new Promise<false>((resolve) => {
      this.#giveUpWaiting = () => resolve(false);
    });
    if (!(await within(Promise.race([ended, given, this.#failure]), this.#limits.confirmMs))) {
      this.destroy();
      return { kind: 'sent' };
    }
    return this.#confirm();
  }

  /**
   * Until everything is with the kernel this is a reset: a FIN would make a last line of half a line. After that there
   * is no half, and a reset is what libuv refuses while our FIN is on its way: then the process would never end.
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
    if (this.#ends === undefined) return { kind: 'confirmed', evidence: 'close' };
    // In TLS the two say goodbye one layer above: what the kernel has of a close is no answer to ours.
    const verdict = await askKernel(this.#ends, { mayBeGone: this.#isSecure, signal: this.#signal });
    if (verdict === 'broken' || (!this.#isSecure && (verdict === 'gone' || verdict === 'missing'))) {
      const message = `${this.server} closed the connection, but this machine's kernel says that not everything was acknowledged.`;
      throw new SendError(message, { retryable: true, code: 'NOT_ACKNOWLEDGED' satisfies FailureCode });
    }
    if (verdict === 'clean' && !this.#isSecure) return { kind: 'confirmed', evidence: 'kernel' };
    return { kind: 'confirmed', evidence: 'close', ...(verdict === 'full' ? { note: TABLE_IS_FULL } : {}) };
  }

  /** Whether a close that is no answer to our FIN would be seen without holding it back. */
  #showsReset(): boolean {
    if (this.#isSecure || this.#ends === undefined) return false;
    return this.#socket.bytesWritten >= LARGE_BYTES && keepsTrack(this.#ends);
  }

  get #readyEvent(): 'connect' | 'secureConnect' {
    return this.#isSecure ? 'secureConnect' : 'connect';
  }

  #begin(): void {
    const openMs = monotonicMs() - this.#triedAtMs;
    this.#hold = new Hold({ openMs, isSecure: this.#isSecure, isSuspect: this.#isSuspect });
    // An ended socket no longer knows its ends.
    const { localPort, remotePort, remoteAddress } = this.#socket;
    if (localPort !== undefined && remotePort !== undefined && remoteAddress !== undefined) {
      this.#ends = { localPort, remotePort, remoteAddress };
    }
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

  #once(event: 'end' | 'close'): Promise<true> {
    return Promise.race([
      new Promise<true>((resolve) => this.#socket.once(event, () => resolve(true))),
      this.#failure,
    ]);
  }

  /** Waits for a write; the socket's own timer starts again whenever bytes move. */
  async #whileMoving(event: 'drain' | 'finish'): Promise<void> {
    const stalled = (): void => {
      const seconds = this.#limits.writeMs / 1000;
      const message = `${this.server} accepted no bytes for ${seconds} s: it hangs, or it is overloaded.`;
      this.#fail(new SendError(message, { retryable: true, code: 'ETIMEDOUT' }));
    };
    this.#socket.setTimeout(this.#limits.writeMs, stalled);
    try {
      await Promise.race([
        new Promise<void>((resolve) => this.#socket.once(event, () => resolve())),
        this.#failure,
      ]);
    } finally {
      this.#socket.setTimeout(0);
      this.#socket.removeListener('timeout', stalled);
    }
  }

  async #connectWithin(limitMs: number, message: () => string): Promise<void> {
    const connected = new Promise<true>((resolve) =>
      this.#socket.once(this.#readyEvent, () => resolve(true)),
    );
    if (await within(Promise.race([connected, this.#failure]), limitMs)) return;
    this.#fail(new SendError(message(), { retryable: true, code: 'ETIMEDOUT' }));
    await this.#failure;
  }
}
