import type { Window } from '../format/format-windows.ts';
import { CarbonError, type SendError, type SpoolError } from '../model/errors.ts';
import type { Config } from '../options/config.ts';
import type { Options } from '../options/options.ts';
import { formatServer } from '../options/parse-server.ts';
import { Budget } from '../send/budget.ts';
import { Delivery, type FailedWindowSink } from '../send/delivery.ts';
import { createTcp } from '../send/tcp.ts';
import type { Connect } from '../send/transport.ts';
import type { Spool } from '../spool/spool.ts';
import type { DeliveryFacts, SendRules, WindowSender } from './window-sender.ts';

/** Sends windows to the servers of a run, reads them back with `verify`, and keeps what is not confirmed. */
export class NetworkSender implements WindowSender {
  readonly delivery: Delivery;
  readonly signal: AbortSignal;
  linesMade = 0;
  readonly #config: Config;
  readonly #failedWindows: FailedWindowSink | undefined;
  #spool: Spool | undefined;
  readonly #readBack = { verified: 0, missing: 0 };

  /** `nowMs` is the instant of the run in epoch milliseconds, for the name of the spool's file. */
  constructor(
    config: Config,
    options: {
      readonly signal: AbortSignal;
      readonly nowMs: number;
      readonly onProgress: Options['onProgress'];
      readonly onWritten: () => void;
    },
  ) {
    this.#config = config;
    this.signal = options.signal;
    const { spool, servers, limits, tls, retries, apiKey } = config;
    if (spool !== undefined)
      this.#failedWindows = {
        add: async (window) => (await this.#openSpool(spool, options.nowMs)).add(window),
      };
    this.delivery = new Delivery({
      servers: servers.map((server) => {
        const connect = createTcp(server, { limits, tls });
        return apiKey === undefined ? connect : addApiKey(connect, apiKey);
      }),
      retries,
      onProgress: options.onProgress,
      onWritten: options.onWritten,
    });
  }

  get state(): 'confirmed' | 'sent' | 'failed' {
    return this.delivery.state;
  }

  get failure(): SendError | undefined {
    return this.delivery.failure;
  }

  get spoolFailure(): SpoolError | undefined {
    return this.delivery.spoolFailure;
  }

  async sendTogether(windows: AsyncIterable<Window>): Promise<void> {
    const budget = new Budget(this.#config.limits.totalMs);
    for await (const window of windows)
      await this.send(window, { budget, failedWindows: this.#failedWindows });
  }

  async sendStream(windows: AsyncIterable<Window>): Promise<void> {
    for await (const window of windows) {
      const budget = new Budget(this.#config.limits.totalMs);
      await this.send(window, { budget, failedWindows: this.#failedWindows });
      if (this.#isOver) return;
    }
  }

  /**
   * Sends one window and reads it back with `verify`. Returns the lines that Graphite does not show and no spool
   * keeps.
   */
  async send(window: Window, { budget, failedWindows }: SendRules): Promise<Window> {
    for (const batch of window) this.linesMade += batch.lines;
    const { delivery, signal } = this;
    const deliver = (within: AbortSignal): Promise<void> =>
      delivery.deliver(window, { signal: within, failedWindows });
    await (budget === undefined ? deliver(signal) : budget.spend(signal, deliver));
    const { verify, limits } = this.#config;
    if (verify === undefined || delivery.failure !== undefined) return [];
    const { readBack } = await import('./read-back.ts');
    const found = await readBack(window, { delivery, failedWindows, signal, config: { verify, limits } });
    this.#readBack.verified += found.verified;
    this.#readBack.missing += found.missing;
    return found.lost;
  }

  async replay(file: string | undefined, windows: AsyncIterable<Window>): Promise<string | undefined> {
    const { replay } = await import('./replay.ts');
    return replay(this, { file, windows });
  }

  async stop(windows: AsyncIterable<Window>, reason: SendError): Promise<void> {
    this.delivery.failure = reason;
    await this.sendTogether(windows);
  }

  async end(): Promise<void> {
    try {
      await this.#spool?.finish();
    } catch (error) {
      if (!(error instanceof CarbonError)) throw error;
      this.delivery.spoolFailure ??= error;
    }
  }

  toFacts(): DeliveryFacts {
    const { servers, batches, lines, bytes, attempts, connectionErrors, undelivered, evidence, notes } =
      this.delivery;
    const used = servers.size > 0 ? [...servers] : this.#config.servers.map(formatServer);
    const file = this.#spool?.path;
    return {
      ...(used.length === 0 ? {} : { server: used.join(', ') }),
      ...(evidence === undefined ? {} : { evidence }),
      batches,
      lines,
      bytes,
      attempts,
      ...(connectionErrors.length === 0 ? {} : { connectionErrors }),
      undelivered,
      ...(notes.size === 0 ? {} : { notes: [...notes] }),
      ...(file === undefined ? {} : { undeliveredFile: file, kept: this.#spool?.lines ?? 0 }),
      ...(this.#config.verify === undefined ? {} : this.#readBack),
    };
  }

  /** Whether the rest of a stream can be neither sent nor kept. */
  get #isOver(): boolean {
    return this.failure !== undefined && this.#failedWindows === undefined;
  }

  /** Most runs keep nothing, so the spool is loaded on demand. */
  async #openSpool(folder: string, nowMs: number): Promise<Spool> {
    const { Spool } = await import('../spool/spool.ts');
    this.#spool ??= new Spool(folder, nowMs);
    return this.#spool;
  }
}

/** Most servers need no key, so what adds it to the lines is loaded with the first connection. */
function addApiKey(connect: Connect, apiKey: string): Connect {
  return async (options) => {
    const { withApiKey } = await import('../send/with-api-key.ts');
    return withApiKey(connect, apiKey)(options);
  };
}
