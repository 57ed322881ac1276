import { quote, toText } from '../model/errors.ts';
import type { WrittenMetric } from '../model/metric.ts';
import type { Rename } from '../model/result.ts';
import { HashTable } from '../util/hash-table.ts';
import { hashText } from '../util/hash-text.ts';
import { copyText } from '../util/text.ts';

const MAX_RENAMES = 100;
const MAX_REMEMBERED_NAMES = 100_000;
const DAY_SECONDS = 86_400;
const YEAR_SECONDS = 366 * DAY_SECONDS;

/**
 * What the user should know about the written metrics of a run: changed names, numbers with a leading zero, and times
 * that are probably wrong. It keeps a bounded number of each.
 */
export class LineRemarks {
  readonly #renames: Rename[] = [];
  readonly #renamed = new HashTable();
  #renameCount = 0;
  #zeroNotice: string | undefined;
  readonly #oldest: number;
  readonly #latest: number;
  #farTimes = 0;
  #firstFarTime: { readonly location: string; readonly timestamp: number } | undefined;

  /** @param nowSeconds The time of the run; without one no time is probably wrong. */
  constructor(nowSeconds: number | undefined) {
    this.#oldest = nowSeconds === undefined ? 0 : nowSeconds - YEAR_SECONDS;
    this.#latest = nowSeconds === undefined ? Number.POSITIVE_INFINITY : nowSeconds + DAY_SECONDS;
  }

  /** The names that changed to become paths, each once: the first hundred, and the number of all. */
  get renames(): { readonly first: readonly Rename[]; readonly count: number } {
    return { first: this.#renames, count: this.#renameCount };
  }

  /** The notice about the first number with a leading zero; undefined if there is none. */
  get zeroNotice(): string | undefined {
    return this.#zeroNotice;
  }

  /** One warning about all times that are probably wrong: Graphite drops such points silently. */
  get timeWarning(): string | undefined {
    if (this.#firstFarTime === undefined) return undefined;
    const { location, timestamp } = this.#firstFarTime;
    const far = timestamp < this.#oldest ? 'more than a year back' : 'more than a day ahead';
    const others = this.#farTimes - 1;
    const more =
      others === 0 ? '' : ` (and ${others === 1 ? '1 more point' : `${others} more points`} like it)`;
    return `${location}: the time ${formatTime(timestamp)} is ${far}${more}, where Graphite may keep no points. Check its unit and zone.`;
  }

  noteRename({ from, to }: Rename): void {
    const hash = hashText(from);
    if (this.#renamed.has(hash)) return;
    if (this.#renamed.size < MAX_REMEMBERED_NAMES) this.#renamed.add(hash);
    this.#renameCount += 1;
    if (this.#renames.length < MAX_RENAMES) this.#renames.push({ from: copyText(from), to });
  }

  /** YAML 1.1 reads `010` as 8, so its author may expect that. */
  noteZero(metric: WrittenMetric, value: number): void {
    this.#zeroNotice ??= `${locate(metric)}: a number with a leading zero is decimal here, not octal: ${quote(toText(metric.value))} is ${value}. Leave the zero out.`;
  }

  /** Notes a time in epoch seconds, of a metric or of all, if it is far from the time of the run. */
  noteTime(timestamp: number, metric?: WrittenMetric): void {
    if (timestamp >= this.#oldest && timestamp <= this.#latest) return;
    this.#firstFarTime ??= { location: metric === undefined ? 'timestamp' : locate(metric), timestamp };
    this.#farTimes += 1;
  }
}

/** Where a written metric was given, for messages. */
export function locate(metric: WrittenMetric): string {
  const line = metric.lineNumber === undefined ? '' : `, line ${metric.lineNumber}`;
  return `${metric.origin}${line}, ${quote(metric.name)}`;
}

/** `2001-09-09T01:46:40Z`. */
function formatTime(timestamp: number): string {
  return new Date(timestamp * 1000).toISOString().replace('.000Z', 'Z');
}
