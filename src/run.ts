import { formatServer } from './config/parse-server.ts';
import type { SendOptions } from './config/publish-options.ts';
import type { Config } from './config/resolve.ts';
import { InputError } from './errors.ts';
import type { Faults } from './faults.ts';
import type { Window, WindowRules } from './format/format-windows.ts';
import type { LineFormatter } from './format/line-formatter.ts';
import { type Chunks, guardStream } from './read/guard-stream.ts';
import type { Sources } from './read/sources.ts';
import type { Delivery, Point, Result } from './result.ts';
import { startBudget } from './send/budget.ts';
import { DryRunSender } from './send/dry-run.ts';
import { type Sender, WindowSender } from './send/sender.ts';
import { connectTcp } from './send/tcp.ts';

/** Batches that one connection carries: what a fault can put in doubt, and what a stream holds in memory. */
const WINDOW_BATCHES = 64;

const NOTHING_TO_SEND = {
  at: 'metrics',
  rule: 'there is nothing to send',
};

/** One run's state: what was formatted, what was sent, and how long it may take. */
export class Run {
  readonly windowRules: WindowRules;
  readonly #config: Config;
  readonly #sender: Sender;
  readonly #signal: AbortSignal;
  readonly #points: Point[] = [];
  #linesMade = 0;
  #formatter: LineFormatter | undefined;

  private constructor(config: Config, sender: Sender, signal: AbortSignal) {
    this.#config = config;
    this.#sender = sender;
    this.#signal = signal;
    this.windowRules = { batchSize: config.batchSize, windowSize: WINDOW_BATCHES, points: this.#points };
  }

  static start(config: Config, options: SendOptions): Run {
    const signal = options.signal ?? new AbortController().signal;
    return new Run(config, createSender(config, options), signal);
  }

  /** The formatter whose renames belong to this run. */
  renamedBy(formatter: LineFormatter): void {
    this.#formatter = formatter;
  }

  /** A stream that ends with the run. */
  guard<Item>(chunks: Chunks<Item>, faults: Faults): AsyncIterable<Iterable<Item>> {
    return guardStream(chunks, { faults, signal: this.#signal });
  }

  /** Sends windows that share one budget of time. */
  async sendTogether(windows: Iterable<Window>): Promise<void> {
    using budget = startBudget(this.#config.limits.totalMs, this.#signal);
    for (const window of windows) await this.#send(window, budget.signal);
  }

  /** Sends windows as they come; each has a budget of its own, for nobody knows how many there are. */
  async sendStream(windows: AsyncIterable<Window>): Promise<void> {
    for await (const window of windows) {
      using budget = startBudget(this.#config.limits.totalMs, this.#signal);
      await this.#send(window, budget.signal);
    }
  }

  /** Sends windows as they come, for as long as that takes. */
  async sendUnhurried(windows: AsyncIterable<Window>): Promise<void> {
    for await (const window of windows) await this.#send(window, this.#signal);
  }

  /** What a fault in a stream found already done. */
  describeSent(): string {
    const { lines } = this.#sender.tally;
    return lines === 0 ? 'Nothing was sent.' : `Before this window, lines had been sent: ${lines}.`;
  }

  /** @throws {InputError} where the run had nothing to send. */
  finish(sources: Sources): Result {
    if (this.#linesMade === 0) {
      if (!sources.mayBeEmpty)
        throw new InputError([{ ...NOTHING_TO_SEND, cure: this.#config.cureForNothing }]);
      return this.toResult('skipped', sources.warnings);
    }
    return this.toResult(this.#config.dryRun ? 'dry-run' : this.#sender.tally.delivery, sources.warnings);
  }

  async #send(window: Window, signal: AbortSignal): Promise<void> {
    for (const batch of window) this.#linesMade += batch.lines;
    await this.#sender.send(window, signal);
  }

  toResult(delivery: Delivery, warnings: readonly string[]): Result {
    const { batches, lines, bytes, evidence } = this.#sender.tally;
    const { server, renames } = this.#config;
    return {
      delivery,
      ...(server === undefined ? {} : { server: formatServer(server) }),
      ...(evidence === undefined || delivery !== 'confirmed' ? {} : { evidence }),
      batches,
      lines,
      bytes,
      linesMade: this.#linesMade,
      points: this.#points,
      renamed: [...renames, ...(this.#formatter?.renames ?? [])],
      renamedCount: renames.length + (this.#formatter?.renameCount ?? 0),
      warnings,
    };
  }
}

function createSender(config: Config, options: SendOptions): Sender {
  const { server, limits } = config;
  if (config.dryRun || server === undefined) return new DryRunSender(options.onDryRun);
  return new WindowSender(({ signal }) => connectTcp(server, { limits, signal }), options.onProgress);
}
