import { formatServer } from './config/parse-server.ts';
import type { SendOptions } from './config/publish-options.ts';
import type { Config } from './config/resolve.ts';
import { InputError, SendError } from './errors.ts';
import type { Window, WindowRules } from './format/format-windows.ts';
import type { LineFormatter } from './format/line-formatter.ts';
import type { Sources } from './read/sources.ts';
import type { Delivery, Point, Result } from './result.ts';
import type { Sender } from './send/sender.ts';

/** Batches that one connection carries: what a fault can put in doubt, and what a stream holds in memory. */
const WINDOW_BATCHES = 64;

const NOTHING_TO_SEND = {
  at: 'metrics',
  rule: 'there is nothing to send',
  cure: 'Set metric and value, data, data-file or replay; is what fills them empty?',
};

/** One run's state: what was formatted, what was sent, and how long it may take. */
export class Run {
  readonly windowRules: WindowRules;
  readonly #config: Config;
  readonly #sender: Sender;
  readonly #signal: AbortSignal | undefined;
  readonly #points: Point[] = [];
  #linesMade = 0;
  #formatter: LineFormatter | undefined;

  private constructor(config: Config, sender: Sender, signal: AbortSignal | undefined) {
    this.#config = config;
    this.#sender = sender;
    this.#signal = signal;
    this.windowRules = { batchSize: config.batchSize, windowSize: WINDOW_BATCHES, points: this.#points };
  }

  static async start(config: Config, options: SendOptions): Promise<Run> {
    return new Run(config, await createSender(config, options), options.signal);
  }

  /** The formatter whose renames belong to this run. */
  renamedBy(formatter: LineFormatter): void {
    this.#formatter = formatter;
  }

  async send(window: Window, signal: AbortSignal): Promise<void> {
    for (const batch of window) this.#linesMade += batch.lines;
    await this.#sender.send(window, signal);
  }

  /** Ends what is sent with it when the run's total is over. */
  startBudget(): AbortSignal {
    const { totalMs } = this.#config.limits;
    const controller = new AbortController();
    const message = `Sending was not done within ${totalMs / 1000} s, the timeout.`;
    const over = (): void =>
      controller.abort(new SendError(message, { retryable: false, code: 'ETIMEDOUT' }));
    setTimeout(over, totalMs).unref();
    return AbortSignal.any([controller.signal, this.noBudget()]);
  }

  /** Ends only when the caller says so. */
  noBudget(): AbortSignal {
    return this.#signal ?? new AbortController().signal;
  }

  /** What a fault in a stream found already done. */
  describeSent(): string {
    const { lines } = this.#sender.tally;
    return lines === 0 ? 'Nothing was sent.' : `The ${lines} lines before this window had been sent.`;
  }

  /** @throws {InputError} where the run had nothing to send. */
  finish(sources: Sources): Result {
    if (this.#linesMade === 0) {
      if (!sources.mayBeEmpty) throw new InputError([NOTHING_TO_SEND]);
      return this.toResult('skipped', sources.warnings);
    }
    return this.toResult(this.#config.dryRun ? 'dry-run' : this.#sender.tally.delivery, sources.warnings);
  }

  toResult(delivery: Delivery, warnings: readonly string[]): Result {
    const { batches, lines, bytes, evidence } = this.#sender.tally;
    const { server, renames } = this.#config;
    return {
      delivery,
      ...(server === undefined ? {} : { server: formatServer(server) }),
      ...(evidence === undefined ? {} : { evidence }),
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

async function createSender(config: Config, options: SendOptions): Promise<Sender> {
  const { server, limits } = config;
  if (config.dryRun || server === undefined) {
    const { DryRunSender } = await import('./send/dry-run.ts');
    return new DryRunSender(options.onDryRun);
  }
  const [{ WindowSender }, { connectTcp }] = await Promise.all([
    import('./send/sender.ts'),
    import('./send/tcp.ts'),
  ]);
  return new WindowSender(({ signal }) => connectTcp(server, { limits, signal }), options.onProgress);
}
