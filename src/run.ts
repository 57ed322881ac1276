import { formatServer } from './config/parse-server.ts';
import type { SendOptions, Surroundings } from './config/publish-options.ts';
import type { Config } from './config/resolve.ts';
import { CarbonError, type Fault, InputError, SendError } from './errors.ts';
import type { Window } from './format/format-windows.ts';
import type { LineFormatter } from './format/line-formatter.ts';
import type { Sources } from './read/sources.ts';
import type { Delivery as DeliveryState, Point, Result } from './result.ts';
import { toAbortError } from './send/abort.ts';
import { startBudget } from './send/budget.ts';
import { Delivery, type Keeper } from './send/delivery.ts';
import { connectTcp } from './send/tcp.ts';
import type { Connect } from './send/transport.ts';
import type { ReplayedFile } from './spool/replayed-file.ts';
import type { Spool } from './spool/spool.ts';

/** One run: what was made, what became of it, and what is kept. */
export class Run {
  readonly signal: AbortSignal;
  /** The first lines that were made. */
  readonly points: Point[] = [];
  readonly #config: Config;
  readonly #options: SendOptions;
  readonly #delivery: Delivery;
  readonly #keeper: Keeper | undefined;
  #spool: Spool | undefined;
  #linesMade = 0;
  readonly #readBackCounts = { verified: 0, missing: 0 };

  constructor(config: Config, options: SendOptions, around: Surroundings) {
    this.#config = config;
    this.#options = options;
    const { spool } = config;
    this.#keeper =
      spool === undefined ? undefined : { add: (window) => this.#keep(window, spool, around.nowMs) };
    this.signal = options.signal ?? new AbortController().signal;
    const { servers, limits, tls, retries } = config;
    this.#delivery = new Delivery({
      servers: servers.map(
        (server): Connect =>
          ({ signal }) =>
            connectTcp(server, { limits, tls, signal }),
      ),
      retries,
      onProgress: options.onProgress,
    });
  }

  /** Sends windows that share one budget of time; reading back does not count against it. */
  async sendTogether(windows: AsyncIterable<Window>): Promise<void> {
    let leftMs = this.#config.limits.totalMs;
    for await (const window of windows) {
      const startedAt = process.uptime();
      await this.#sendWithin(leftMs, window);
      leftMs = Math.max(0, leftMs - 1000 * (process.uptime() - startedAt));
      await this.#readBack(window, this.#keeper);
    }
  }

  /** Sends windows as they come; each has a budget of its own, for nobody knows how many there are. */
  async sendStream(windows: AsyncIterable<Window>): Promise<void> {
    for await (const window of windows) {
      await this.#sendWithin(this.#config.limits.totalMs, window);
      await this.#readBack(window, this.#keeper);
      if (this.#isOver) return;
    }
  }

  /**
   * Sends a file of full lines again, for as long as that takes. What was confirmed goes from a file of the spool, and
   * what was not stays in it. A file with a bad line stays whole: the error names the line by its number.
   */
  async replay(file: string | undefined, windows: AsyncIterable<Window>): Promise<void> {
    const { undelivered } = this.#delivery;
    const before = this.#linesMade;
    const replayed = await this.#openReplayed(file);
    if (this.#delivery.failure === undefined) await this.#replayWindows(windows, replayed);
    // What was no file cannot be read a second time.
    if (file === undefined) return;
    const hasFailed = this.#delivery.failure !== undefined;
    if (hasFailed) await this.#countRest(file, this.#linesMade - before);
    if (hasFailed || this.#delivery.undelivered !== undelivered) await replayed?.keepRest();
    else await replayed?.remove();
  }

  /** What a fault in a stream found already done. */
  describeSent(): string {
    const { lines } = this.#delivery;
    return lines === 0 ? 'Nothing was sent.' : `Before this window, lines had been sent: ${lines}.`;
  }

  /**
   * Ends the run well.
   * @throws {SendError} where a window failed. @throws {InputError} where there was nothing to send.
   */
  async finish(sources: Sources, formatter: LineFormatter): Promise<Result> {
    await this.#closeSpool();
    if (this.#delivery.failure !== undefined) throw this.#delivery.failure;
    if (this.#linesMade === 0) {
      const fault = { at: 'metrics', rule: 'there is nothing to send', cure: this.#config.cureForNothing };
      if (this.signal.aborted) throw toAbortError(this.signal);
      if (sources.problems.length > 0) throw new InputError(sources.problems);
      if (!sources.mayBeEmpty) throw new InputError([fault]);
      return this.#toResult('skipped', sources, formatter);
    }
    const state = this.#config.dryRun ? 'dry-run' : this.#delivery.state;
    const result = this.#toResult(state, sources, formatter);
    if (sources.problems.length === 0) return result;
    const wasSent = result.delivery === 'dry-run' ? 'Nothing was sent.' : 'Everything else was sent.';
    const error = toProblem(sources.problems, wasSent);
    error.result = result;
    throw error;
  }

  /** Ends the run badly: the error with what is known of the run. */
  async fail(error: unknown, sources: Sources, formatter: LineFormatter): Promise<unknown> {
    await this.#closeSpool();
    if (!(error instanceof CarbonError) || error.result !== undefined) return error;
    const told = error instanceof SendError ? this.#withSpoolFailure(error) : error;
    const { warnings, ...result } = this.#toResult('failed', sources, formatter);
    // What the error tells is not told again beside it.
    told.result = { ...result, warnings: told === error ? warnings : this.#listWarnings(sources) };
    if (told instanceof SendError && sources.problems.length > 0) {
      told.inputError = toProblem(sources.problems, 'Everything else was to be sent.');
    }
    return told;
  }

  /** Whether the rest of a stream can neither be sent nor kept. */
  get #isOver(): boolean {
    return this.#delivery.failure !== undefined && (this.#keeper === undefined || this.signal.aborted);
  }

  /** A file that the spool had written, where this run may change it. */
  async #openReplayed(file: string | undefined): Promise<ReplayedFile | undefined> {
    if (file === undefined || this.#config.dryRun) return undefined;
    const { isSpooled, ReplayedFile } = await import('./spool/replayed-file.ts');
    return isSpooled(file) ? new ReplayedFile(file) : undefined;
  }

  async #replayWindows(windows: AsyncIterable<Window>, replayed: ReplayedFile | undefined): Promise<void> {
    try {
      for await (const window of windows) {
        await this.#send(window, this.signal, undefined);
        const lost = await this.#readBack(window, undefined);
        replayed?.note(window, { isConfirmed: !this.#delivery.isUnconfirmed(window), lost });
        if (this.#delivery.failure !== undefined) return;
      }
    } catch (error) {
      if (!(error instanceof SendError)) throw error;
      this.#delivery.failure = error;
    }
  }

  /** What a failed replay leaves is counted, and checked when it is sent. */
  async #countRest(file: string, linesMade: number): Promise<void> {
    const { countLines } = await import('./spool/count-lines.ts');
    const lines = await countLines(file);
    if (lines !== undefined) this.#delivery.undelivered += Math.max(0, lines - linesMade);
  }

  async #sendWithin(budgetMs: number, window: Window): Promise<void> {
    using budget = startBudget(budgetMs, this.signal);
    await this.#send(window, budget.signal, this.#keeper);
  }

  async #send(window: Window, signal: AbortSignal, keeper: Keeper | undefined): Promise<void> {
    for (const batch of window) this.#linesMade += batch.lines;
    if (!this.#config.dryRun) await this.#delivery.deliver(window, { signal, keeper });
    else for (const { bytes } of window) this.#options.onDryRun?.(Buffer.from(bytes).toString('latin1'));
  }

  /** What was delivered is looked for in Graphite, where that was asked for; returns what is kept nowhere and missing. */
  async #readBack(window: Window, keeper: Keeper | undefined): Promise<Window> {
    const { verify: config, dryRun, limits } = this.#config;
    if (config === undefined || dryRun || this.#delivery.failure !== undefined) return [];
    const { readBack } = await import('./verify/read-back.ts');
    const { signal } = this;
    const resend = async (window: Window): Promise<void> => {
      using budget = startBudget(limits.totalMs, signal);
      const outcome = await this.#delivery.resend(window, budget.signal);
      if (outcome.delivery === 'failed') throw outcome.error;
    };
    const isKept = this.#delivery.isUnconfirmed(window);
    const { lines, servers } = this.#delivery;
    const sent = { lines, servers: [...servers].join(', ') };
    const how = { config, signal, resend, isKept, sent };
    const { verified, missing, lost, failure } = await readBack(window, how);
    this.#readBackCounts.verified += verified;
    this.#readBackCounts.missing += missing;
    if (failure !== undefined) await this.#delivery.fail(lost, failure, keeper);
    return lost;
  }

  /** Most runs keep nothing, so what keeps is loaded when it is needed. */
  async #keep(window: Window, folder: string, nowMs: number): Promise<void> {
    const { Spool } = await import('./spool/spool.ts');
    this.#spool ??= new Spool(folder, nowMs);
    await this.#spool.add(window);
  }

  async #closeSpool(): Promise<void> {
    try {
      await this.#spool?.finish();
    } catch (error) {
      if (!(error instanceof CarbonError)) throw error;
      this.#delivery.spoolFailure ??= error;
    }
  }

  #withSpoolFailure(error: SendError): SendError {
    const { spoolFailure } = this.#delivery;
    if (spoolFailure === undefined) return error;
    const { retryable, code } = error;
    return new SendError(`${error.message} ${spoolFailure.message}`, { retryable, code, cause: error });
  }

  #listWarnings(sources: Sources): readonly string[] {
    return [...this.#config.warnings, ...sources.warnings];
  }

  #toResult(delivery: DeliveryState, sources: Sources, formatter: LineFormatter): Result {
    const { batches, lines, bytes, attempts, setbacks, undelivered, evidence, servers, spoolFailure } =
      this.#delivery;
    const { renames } = this.#config;
    const used = servers.size > 0 ? [...servers] : this.#config.servers.map(formatServer);
    const file = this.#spool?.path;
    return {
      delivery,
      ...(used.length === 0 ? {} : { server: used.join(', ') }),
      ...(evidence === undefined || delivery !== 'confirmed' ? {} : { evidence }),
      batches,
      lines,
      bytes,
      attempts,
      ...(setbacks.length === 0 ? {} : { setbacks }),
      undelivered,
      ...(file === undefined ? {} : { undeliveredFile: file, kept: this.#spool?.lines ?? 0 }),
      ...(this.#config.verify === undefined ? {} : this.#readBackCounts),
      linesMade: this.#linesMade,
      points: this.points,
      renamed: [...renames, ...formatter.renames.first],
      renamedCount: renames.length + formatter.renames.count,
      ...(formatter.numbered === undefined ? {} : { numbered: formatter.numbered }),
      ...(sources.figures === undefined ? {} : { figures: sources.figures }),
      warnings: [
        ...this.#listWarnings(sources),
        ...(spoolFailure === undefined ? [] : [spoolFailure.message]),
      ],
    };
  }
}

/** What could not be collected, told after everything else was done. */
function toProblem(problems: readonly Fault[], consequence: string): InputError {
  return new InputError(problems.slice(0, 100), { count: problems.length, consequence });
}
