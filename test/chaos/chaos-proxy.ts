import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { listen } from './counting-receiver.ts';
import type { ConnectionPlan, Ending, Step } from './schedule.ts';
import { readTcpState } from './tcp-state.ts';

/** A TCP proxy that follows its plans. */
export interface ChaosProxy extends AsyncDisposable {
  readonly port: number;
  /** Resolves with the first connection. */
  readonly connected: Promise<void>;
  /** The local ports of the receiver's connections that the proxy ended early, not the sender. */
  readonly cutPorts: () => ReadonlySet<number>;
  /** Resolves when no data is in transit any more. */
  readonly settled: () => Promise<void>;
}

/** The settings of a proxy. */
export interface ProxyOptions {
  readonly receiverPort: number;
  readonly plans: readonly ConnectionPlan[];
  /** The bytes of a whole window. The positions of the steps are shares of it. */
  readonly windowBytes: number;
}

const goesWell: ConnectionPlan = { steps: [], ending: { kind: 'pass' } };

/**
 * Starts a proxy in front of a receiver. After a loss it never answers the sender's FIN with a FIN, because no sender
 * could detect that.
 */
export async function startChaosProxy(options: ProxyOptions): Promise<ChaosProxy> {
  const { receiverPort, plans, windowBytes } = options;
  const relays: Relay[] = [];
  const running: Promise<void>[] = [];
  const { promise: connected, resolve: onConnected } = Promise.withResolvers<void>();
  const server = createServer({ allowHalfOpen: true, pauseOnConnect: true, noDelay: true }, (sender) => {
    const relay = new Relay(sender, { receiverPort, plan: plans[relays.length] ?? goesWell, windowBytes });
    relays.push(relay);
    onConnected();
    running.push(relay.run());
  });
  const port = await listen(server);
  return {
    port,
    connected,
    cutPorts: () => new Set(relays.flatMap(({ isCut, localPort }) => (isCut ? [localPort] : []))),
    settled: async () => {
      // A connection that the sender gave up may still wait to be accepted.
      await new Promise((resolve) => server.close(resolve));
      await Promise.all(running);
    },
    [Symbol.asyncDispose]: async () => {
      server.close();
      await Promise.all(running);
    },
  };
}

/** One connection through the proxy. */
class Relay {
  /** Whether this proxy, and not the sender, ended the data of the receiver. */
  isCut = false;
  localPort = 0;
  readonly #sender: Socket;
  readonly #receiver: Socket;
  readonly #windowBytes: number;
  readonly #ending: Ending;
  #steps: readonly Step[];
  #passed = 0;
  #isSwallowing = false;

  constructor(sender: Socket, at: { receiverPort: number; plan: ConnectionPlan; windowBytes: number }) {
    this.#sender = sender.on('error', () => {});
    this.#receiver = connect({
      port: at.receiverPort,
      host: '127.0.0.1',
      allowHalfOpen: true,
      noDelay: true,
    });
    this.#receiver.on('error', () => {}).resume();
    this.#steps = at.plan.steps;
    this.#ending = at.plan.ending;
    this.#windowBytes = at.windowBytes;
  }

  async run(): Promise<void> {
    const closed = [closeOf(this.#sender), closeOf(this.#receiver)];
    try {
      await once(this.#receiver, 'connect');
      this.localPort = this.#receiver.localPort ?? 0;
      await this.#passAll();
    } catch {
      // The sender reset the connection, so the proxy does the same.
      this.#abandon();
    }
    await Promise.all(closed);
  }

  async #passAll(): Promise<void> {
    if (!(await this.#take(Buffer.alloc(0)))) return;
    for await (const chunk of this.#sender.iterator({ destroyOnReturn: false })) {
      if (!(await this.#take(chunk))) return;
    }
    await this.#end();
  }

  /** Forwards a chunk up to the next step; false if that ended the connection. */
  async #take(chunk: Buffer): Promise<boolean> {
    let rest = chunk;
    for (;;) {
      const [step] = this.#steps;
      const bytes = step === undefined ? Number.POSITIVE_INFINITY : this.#placeOf(step) - this.#passed;
      if (step === undefined || bytes > rest.length || this.#isSwallowing) break;
      this.#steps = this.#steps.slice(1);
      if (!isLossless(step)) {
        await this.#pass(rest.subarray(0, Math.max(0, bytes)));
        rest = rest.subarray(Math.max(0, bytes));
      } else {
        await this.#pass(rest);
        rest = rest.subarray(rest.length);
      }
      if (!(await this.#do(step))) return false;
    }
    await this.#pass(rest);
    return true;
  }

  async #do(step: Step): Promise<boolean> {
    switch (step.kind) {
      case 'delay':
        await sleep(step.ms);
        return true;
      case 'answer':
        if (!this.#sender.writableEnded) this.#sender.write('?\n');
        return true;
      case 'halfClose':
        this.#sender.end();
        this.#steps = this.#steps.filter(({ kind }) => kind === 'delay');
        return true;
      case 'endFirst':
        this.#steps = this.#steps.filter(({ kind }) => kind === 'delay');
        if (await this.#endFirst()) {
          this.isCut = true;
          this.#isSwallowing = true;
        }
        return true;
      case 'swallow':
        this.isCut = true;
        this.#isSwallowing = true;
        return true;
      case 'reset':
        this.isCut = true;
        this.#sender.resetAndDestroy();
        if (step.receiverSees === 'reset') this.#receiver.resetAndDestroy();
        else this.#receiver.end();
        return false;
      case 'close': {
        this.isCut = true;
        // Node's buffer is read. Data that is still in the kernel makes the close a reset.
        for (let ahead = this.#sender.read(); ahead !== null; ahead = this.#sender.read()) {
          this.#receiver.write(ahead);
        }
        this.#sender.destroy();
        this.#receiver.end();
        return false;
      }
    }
  }

  async #pass(bytes: Buffer): Promise<void> {
    if (bytes.length === 0) return;
    this.#passed += bytes.length;
    if (!this.#isSwallowing && !this.#receiver.write(bytes)) await once(this.#receiver, 'drain');
  }

  /** The sender ended its side. */
  async #end(): Promise<void> {
    const ended = once(this.#receiver, 'end');
    this.#receiver.end();
    await ended;
    // Both sides of the sender's connection have ended, so it closes.
    if (this.#isSwallowing && this.#sender.writableEnded) return;
    const ending = this.#isSwallowing ? { kind: 'hold' as const, ms: SWALLOWED_MS } : this.#ending;
    if ('ms' in ending) await sleep(ending.ms);
    if (ending.kind === 'pass' || ending.kind === 'late') this.#sender.end();
    else this.#sender.resetAndDestroy();
  }

  /** Ends the side to the sender. Returns whether the sender had not ended its side by then, as its kernel saw it. */
  async #endFirst(): Promise<boolean> {
    const ends = { localPort: this.#sender.remotePort ?? 0, remotePort: this.#sender.localPort ?? 0 };
    await new Promise<void>((resolve) => this.#sender.end(resolve));
    // Without the kernel's table a sender cannot always detect it either.
    if (process.platform !== 'linux') return false;
    let state = readTcpState(ends);
    while (state === 'established') {
      await setImmediate();
      state = readTcpState(ends);
    }
    return state !== 'other';
  }

  #abandon(): void {
    this.#sender.resetAndDestroy();
    this.#receiver.resetAndDestroy();
  }

  #placeOf({ at }: Step): number {
    return Math.floor((at * this.#windowBytes) / 1000);
  }
}

const SWALLOWED_MS = 350;

/** Whether everything read so far is forwarded. */
function isLossless({ kind }: Step): boolean {
  return kind === 'halfClose' || kind === 'close' || kind === 'answer';
}

function closeOf(socket: Socket): Promise<unknown> {
  return new Promise((resolve) => socket.once('close', resolve));
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
