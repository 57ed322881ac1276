import type { Socket } from 'node:net';
import { SendError } from '../model/errors.ts';
import type { Limits } from '../options/config.ts';
import type { TlsConfig } from '../options/tls-config.ts';
import { toAbortError } from '../util/abort.ts';
import { explainSocketError } from './explain.ts';
import { askKernel, type Ends } from './kernel-table.ts';
import type { Connection, Ending } from './transport.ts';

/** How to connect. */
export interface ConnectOptions {
  readonly limits: Limits;
  readonly tls: TlsConfig | undefined;
  readonly signal: AbortSignal;
}

/** One socket. Errors are remembered when they happen; what waits is settled by the first of them. */
export class TcpConnection implements Connection {
  readonly #socket: Socket;
  readonly server: string;
  readonly #limits: Limits;
  readonly #signal: AbortSignal;
  readonly #readyEvent: 'connect' | 'secureConnect';
  readonly #failure: Promise<never>;
  #ends: Ends | undefined;
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
    this.#readyEvent = options.tls === undefined ? 'connect' : 'secureConnect';
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
    if (options.signal.aborted) abort();
    options.signal.addEventListener('abort', abort, { once: true });
    socket.once('close', () => options.signal.removeEventListener('abort', abort));
    socket.on('error', (error) => this.#fail(explainSocketError(error, name)));
    socket.on('data', () => this.#fail(this.#answered()));
    socket.on('end', () => {
      if (!this.#finished) this.#fail(this.#closedEarly());
    });
  }

  async open(): Promise<void> {
    await this.#within(this.#limits.connectMs, () => {
      const seconds = this.#limits.connectMs / 1000;
      const cause =
        this.#readyEvent === 'connect'
          ? 'A firewall that drops packets is the usual cause.'
          : 'It speaks no TLS, or a firewall drops packets.';
      return `${this.server} did not accept a connection within ${seconds} s. ${cause}`;
    });
    // An ended socket no longer knows its ends.
    const { localPort, remotePort, remoteAddress } = this.#socket;
    if (localPort !== undefined && remotePort !== undefined && remoteAddress !== undefined) {
      this.#ends = { localPort, remotePort, remoteAddress };
    }
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (this.#failed !== undefined) throw this.#failed;
    if (this.#socket.write(bytes)) return;
    await this.#whileMoving('drain');
  }

  async finish(): Promise<Ending> {
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
    if (!(await this.#race(Promise.race([ended, given, this.#failure]), this.#limits.confirmMs))) {
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
    const isPlain = this.#readyEvent === 'connect' && !connecting && !destroyed;
    const isWhole = writableEnded && writableLength === 0;
    if (isPlain && !isWhole) this.#socket.resetAndDestroy();
    else this.#socket.destroy();
  }

  async #confirm(): Promise<Ending> {
    if (!this.#socket.closed) await this.#once('close');
    if (this.#failed !== undefined) throw this.#failed;
    const verdict = this.#ends === undefined ? 'unknown' : await askKernel(this.#ends, this.#signal);
    // In TLS the receiver's FIN may come before ours, for the two say goodbye one layer above: then no row stays.
    const isSecure = this.#readyEvent === 'secureConnect';
    if (verdict === 'broken' || (verdict === 'gone' && !isSecure)) {
      const message = `${this.server} closed the connection, but this machine's kernel says that not everything was acknowledged.`;
      throw new SendError(message, { retryable: true });
    }
    return { kind: 'confirmed', evidence: verdict === 'clean' ? 'kernel' : 'close' };
  }

  #closedEarly(): SendError {
    const message = `${this.server} closed the connection before everything was sent: what it carried is in doubt.`;
    return new SendError(message, { retryable: true });
  }

  // A line receiver never speaks; what answers is a web server, a shell, or another protocol's port of Carbon.
  #answered(): SendError {
    const message = `${this.server} answered, which no Carbon line receiver does. Check the port (2003 by default).`;
    return new SendError(message, { retryable: false });
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

  async #within(limitMs: number, message: () => string): Promise<void> {
    const connected = new Promise<true>((resolve) =>
      this.#socket.once(this.#readyEvent, () => resolve(true)),
    );
    if (await this.#race(Promise.race([connected, this.#failure]), limitMs)) return;
    this.#fail(new SendError(message(), { retryable: true, code: 'ETIMEDOUT' }));
    await this.#failure;
  }

  async #race(event: Promise<boolean>, limitMs: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), limitMs);
    });
    try {
      return await Promise.race([event, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
