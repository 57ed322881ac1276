import { toText } from '../format/batch.ts';
import type { Window } from '../format/format-windows.ts';
import type { Options } from '../options/options.ts';
import { orAbort, toAbortError } from '../util/abort.ts';
import type { DeliveryFacts, WindowSender } from './window-sender.ts';

/** Sends nothing and passes the exact lines to `onDryRun`. */
export class DryRunSender implements WindowSender {
  readonly state = 'dry-run';
  readonly failure: undefined;
  readonly spoolFailure: undefined;
  readonly signal: AbortSignal;
  readonly #servers: string;
  readonly #onDryRun: Options['onDryRun'];
  linesMade = 0;

  /** @param servers the servers that a real run would use, as the Result shows them. */
  constructor(servers: string, options: { signal: AbortSignal; onDryRun: Options['onDryRun'] }) {
    this.#servers = servers;
    this.signal = options.signal;
    this.#onDryRun = options.onDryRun;
  }

  async sendTogether(windows: AsyncIterable<Window>): Promise<void> {
    for await (const window of windows) {
      for (const { bytes, lines } of window) {
        this.linesMade += lines;
        const printed: unknown = this.#onDryRun?.(toText(bytes));
        if (printed instanceof Promise) await orAbort(printed, this.signal);
      }
      if (this.signal.aborted) throw toAbortError(this.signal);
    }
  }

  sendStream(windows: AsyncIterable<Window>): Promise<void> {
    return this.sendTogether(windows);
  }

  async replay(_file: string | undefined, windows: AsyncIterable<Window>): Promise<undefined> {
    await this.sendTogether(windows);
  }

  async stop(): Promise<void> {}

  async end(): Promise<void> {}

  toFacts(): DeliveryFacts {
    return {
      ...(this.#servers === '' ? {} : { server: this.#servers }),
      batches: 0,
      lines: 0,
      bytes: 0,
      attempts: 0,
      undelivered: 0,
    };
  }
}
