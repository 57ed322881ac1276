import { toText } from '../format/batch.ts';
import type { Window } from '../format/format-windows.ts';
import type { LineFormatter } from '../format/line-formatter.ts';
import { CarbonError, type Fault, InputError, SendError } from '../model/errors.ts';
import type { Delivery as DeliveryState, Point, Result } from '../model/result.ts';
import type { Config } from '../options/config.ts';
import { formatServer } from '../options/parse-server.ts';
import type { RunContext, SendOptions } from '../options/types.ts';
import type { Sources } from '../read/sources.ts';
import { Budget } from '../send/budget.ts';
import { Delivery, type FailedWindowSink } from '../send/delivery.ts';
import { connectTcp } from '../send/tcp.ts';
import type { Connect } from '../send/transport.ts';
import type { Spool } from '../spool/spool.ts';
import { extendError, toAbortError } from '../util/abort.ts';

/** One run: what was made, what became of it, and what is kept. */
export class Run {
  readonly config: Config;
  readonly signal: AbortSignal;
  readonly delivery: Delivery;
  /** The first lines that were made. */
  readonly points: Point[] = [];
  /** Lines that were formatted and checked so far. */
  linesMade = 0;
  readonly #options: SendOptions;
  readonly #keeper: FailedWindowSink | undefined;
  #spool: Spool | undefined;
  readonly #readBack = { verified: 0, missing: 0 };

  constructor(config: Config, options: SendOptions, context: RunContext) {
    this.config = config;
    this.#options = options;
    const { spool } = config;
    this.#keeper =
      spool === undefined ? undefined : { add: (window) => this.#keep(window, spool, context.nowMs) };
    this.signal = options.signal ?? new AbortController().signal;
    const { servers, limits, tls, retries } = config;
    this.delivery = new Delivery({
      servers: servers.map(
        (server): Connect =>
          ({ signal }) =>
            connectTcp(server, { limits, tls, signal }),
      ),
      retries,
      onProgress: options.onProgress,
    });
  }

  /** Sends windows that share one budget of time. */
  async sendTogether(windows: AsyncIterable<Window>): Promise<void> {
    const budget = new Budget(this.config.limits.totalMs);
    for await (const window of windows) await this.send(window, { budget, keeper: this.#keeper });
  }

  /** Keeps what was formatted of a run that was stopped before all of it was. @throws {SendError} */
  async stop(windows: AsyncIterable<Window>, cut: SendError): Promise<never> {
    this.delivery.failure = cut;
    if (!this.config.dryRun) await this.sendTogether(windows);
    throw cut;
  }

  /** Sends windows as they come; each has a budget of its own, for nobody knows how many there are. */
  async sendStream(windows: AsyncIterable<Window>): Promise<void> {
    for await (const window of windows) {
      await this.send(window, { budget: new Budget(this.config.limits.totalMs), keeper: this.#keeper });
      if (this.#isOver) return;
    }
  }

  /**
   * Sends one window, and looks for it in Graphite where that was asked for. Without a budget it takes as long as it
   * takes. Returns what Graphite does not show and nobody keeps.
   */
  async send(
    window: Window,
    how: { readonly budget: Budget | undefined; readonly keeper: FailedWindowSink | undefined },
  ): Promise<Window> {
    const { budget, keeper } = how;
    for (const batch of window) this.linesMade += batch.lines;
    if (this.config.dryRun) {
      for (const { bytes } of window) await this.#options.onDryRun?.(toText(bytes));
      if (this.signal.aborted) throw toAbortError(this.signal);
      return [];
    }
    const deliver = (signal: AbortSignal): Promise<void> => this.delivery.deliver(window, { signal, keeper });
    await (budget === undefined ? deliver(this.signal) : budget.spend(this.signal, deliver));
    const { verify, limits } = this.config;
    if (verify === undefined || this.delivery.failure !== undefined) return [];
    const { readBackWindow } = await import('./read-back-window.ts');
    const { delivery, signal } = this;
    const found = await readBackWindow(window, { delivery, keeper, signal, config: verify, limits });
    this.#readBack.verified += found.verified;
    this.#readBack.missing += found.missing;
    return found.lost;
  }

  /** What a fault in a stream found already done. */
  describeSent(): string {
    const { lines } = this.delivery;
    return lines === 0 ? 'Nothing was sent.' : `Before this window, lines had been sent: ${lines}.`;
  }

  /**
   * Ends the run well.
   * @throws {SendError} where a window failed. @throws {InputError} where there was nothing to send.
   */
  async finish(sources: Sources, formatter: LineFormatter): Promise<Result> {
    await this.#closeSpool();
    if (this.delivery.failure !== undefined) throw this.delivery.failure;
    if (this.linesMade === 0) {
      const fault = {
        location: 'metrics',
        rule: 'there is nothing to send',
        cure: this.config.cureForNothing,
      };
      if (this.signal.aborted) throw toAbortError(this.signal);
      if (sources.problems.length > 0) throw new InputError(sources.problems);
      if (!sources.mayBeEmpty) throw new InputError([fault]);
      return this.#toResult('skipped', sources, formatter);
    }
    const state = this.config.dryRun ? 'dry-run' : this.delivery.state;
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
    const told = error instanceof SendError ? this.#withSpoolFailure(this.#withFirstFailure(error)) : error;
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
    return this.delivery.failure !== undefined && this.#keeper === undefined;
  }

  /** Most runs keep nothing, so what keeps is loaded when it is needed. */
  async #keep(window: Window, folder: string, nowMs: number): Promise<void> {
    const { Spool } = await import('../spool/spool.ts');
    this.#spool ??= new Spool(folder, nowMs);
    await this.#spool.add(window);
  }

  async #closeSpool(): Promise<void> {
    try {
      await this.#spool?.finish();
    } catch (error) {
      if (!(error instanceof CarbonError)) throw error;
      this.delivery.spoolFailure ??= error;
    }
  }

  /** What failed before a run was stopped is its true cause. */
  #withFirstFailure(error: SendError): SendError {
    const { failure } = this.delivery;
    if (failure === undefined || failure === error || failure.code === error.code) return error;
    return extendError(failure, error.message);
  }

  #withSpoolFailure(error: SendError): SendError {
    const { spoolFailure } = this.delivery;
    if (spoolFailure === undefined) return error;
    const { retryable, code } = error;
    return new SendError(`${error.message} ${spoolFailure.message}`, { retryable, code, cause: error });
  }

  #listWarnings(sources: Sources): readonly string[] {
    return [...this.config.warnings, ...sources.warnings];
  }

  #toResult(delivery: DeliveryState, sources: Sources, formatter: LineFormatter): Result {
    const {
      batches,
      lines,
      bytes,
      attempts,
      connectionErrors,
      undelivered,
      evidence,
      servers,
      spoolFailure,
    } = this.delivery;
    const { renames } = this.config;
    const used = servers.size > 0 ? [...servers] : this.config.servers.map(formatServer);
    const file = this.#spool?.path;
    return {
      delivery,
      ...(used.length === 0 ? {} : { server: used.join(', ') }),
      ...(evidence === undefined || delivery !== 'confirmed' ? {} : { evidence }),
      batches,
      lines,
      bytes,
      attempts,
      ...(connectionErrors.length === 0 ? {} : { connectionErrors }),
      undelivered,
      ...(file === undefined ? {} : { undeliveredFile: file, kept: this.#spool?.lines ?? 0 }),
      ...(this.config.verify === undefined ? {} : this.#readBack),
      linesMade: this.linesMade,
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
