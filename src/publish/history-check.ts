import { fillFolder } from '../format/folder-scope.ts';
import type { Window } from '../format/format-windows.ts';
import type { LineRules } from '../format/line-rules.ts';
import { joinPath } from '../format/path.ts';
import type { CheckedValue } from '../insight/compute-verdicts.ts';
import { type ReadHistory, readHistory } from '../insight/read-history.ts';
import { RunValues, takeFirst } from '../insight/run-values.ts';
import type { CheckFigures } from '../model/verdict.ts';
import type { CheckConfig } from '../options/config.ts';
import type { Sources } from '../read/sources.ts';
import { nextTurn, startDeadline } from '../util/deadline.ts';
import { cutRender } from '../util/text.ts';
import { createAsker } from '../verify/ask-graphite.ts';

/** The history must not delay sending for longer. */
const TOTAL_MS = 5_000;

/** What a check knows about its run. */
export interface CheckedRun {
  readonly config: CheckConfig;
  readonly lines: Pick<LineRules, 'prefix' | 'scope' | 'scopeEnd'>;
  readonly nowMs: number;
  /** Undefined if it is not known yet. */
  readonly isJobSuccess: boolean | undefined;
}

/** Collects the values of a run, and compares them with earlier runs in Graphite. */
export class HistoryCheck {
  readonly #run: CheckedRun;
  readonly #nowSeconds: number;
  readonly #named: RunValues;
  readonly #collected: RunValues;

  constructor(run: CheckedRun) {
    this.#run = run;
    this.#nowSeconds = Math.floor(run.nowMs / 1000);
    const { prefix, scope } = run.lines;
    this.#named = new RunValues(prefix, this.#nowSeconds);
    this.#collected = new RunValues(joinPath([prefix, scope]), this.#nowSeconds);
  }

  /** Takes lines of named metrics. */
  addNamed(window: Window): void {
    this.#named.add(window);
  }

  /** Takes lines of collected metrics. */
  addCollected(window: Window): void {
    this.#collected.add(window);
  }

  /** Named metrics are not sent. */
  forgetNamed(): void {
    this.#named.clear();
  }

  /**
   * Reads the history before anything is sent, and returns a function that computes the verdicts at its first call. A
   * failure of Graphite rejects nothing: the verdicts are then `unknown`. `unread` is what is sent while it is read.
   */
  async read(unread: Pick<Sources, 'streams' | 'replays'>, signal: AbortSignal): Promise<() => CheckFigures> {
    const { config, lines, isJobSuccess } = this.#run;
    const { limits, failOn, group, against, access } = config;
    const { values, leftOut } = takeFirst([this.#named, this.#collected]);
    const checked = values.map((value) => ({ ...value, comparedWith: this.#findSeries(value.path) }));
    const success = this.#findSeries(
      joinPath([lines.prefix, lines.scope, ...fillFolder(lines.scopeEnd ?? []), 'job.success']),
    );
    const [read, { judgeRun }] = await Promise.all([this.#read(checked, { success, signal }), loadJudge()]);
    const graphiteUrl = toLinkBase(access.url);
    let figures: CheckFigures | undefined;
    return () => {
      figures ??= judgeRun(checked, {
        ...read,
        limits,
        failOn,
        isOwnHistory: group === against,
        isJobSuccess,
        jobSuccess: read.histories.get(success) ?? [],
        leftOut,
        skipped: this.#named.skipped + this.#collected.skipped,
        streams: unread.streams.map(({ origin }) => origin),
        replays: unread.replays.length,
        nowSeconds: this.#nowSeconds,
        graphiteUrl,
      });
      return figures;
    };
  }

  async #read(
    values: readonly CheckedValue[],
    { success, signal }: { readonly success: string; readonly signal: AbortSignal },
  ): Promise<ReadHistory> {
    const { access, spanDays } = this.#run.config;
    if (values.length === 0) return { histories: new Map(), asked: new Set(), problem: undefined };
    using deadline = startDeadline({ timeoutMs: TOTAL_MS, signal });
    return readHistory([...new Set([success, ...values.map(({ comparedWith }) => comparedWith)])], {
      ...createAsker({ access, signal: deadline.signal, isQuiet: true }),
      spanDays,
      nowSeconds: this.#nowSeconds,
      // A user may judge the success of the job, too.
      ...(values.some(({ comparedWith }) => comparedWith === success) ? {} : { filterPath: success }),
    });
  }

  /** The same series in the group of the history. */
  #findSeries(path: string): string {
    const { group, against } = this.#run.config;
    const rest = group === '' ? path : path.slice(group.length + 1);
    return joinPath([against, rest]);
  }
}

/** Loads while Graphite answers: a turn later, the first question is on its way. */
async function loadJudge(): Promise<typeof import('../insight/judge-run.ts')> {
  await nextTurn();
  return import('../insight/judge-run.ts');
}

/** A job summary can link only to an https page. Possible secrets in the address are removed. */
function toLinkBase(url: URL): string | undefined {
  return url.protocol === 'https:' ? `${url.origin}${cutRender(url)}/` : undefined;
}
