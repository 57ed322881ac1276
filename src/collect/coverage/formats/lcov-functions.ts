import { tooMuch } from '../bad-coverage.ts';
import { isHitCount, toLineNumber } from '../counts.ts';
import { packPlace } from '../hit-set.ts';
import type { ReportBuilder, SourceBuilder } from '../report-builder.ts';
import { OccurrenceIds } from './occurrence-ids.ts';

/**
 * The functions of one record: `FN` and `FNDA`, and since lcov 2.2 `FNL` and `FNA`. A line only distinguishes
 * functions of one name, so a bad line number is accepted.
 */
export class LcovFunctions {
  readonly #report: ReportBuilder;
  /** By the key of a name: the lines where a function begins, and its counts, each in the order of the file. */
  readonly #lines = new Map<string, number[]>();
  readonly #hits = new Map<string, boolean[]>();
  /** By the key of an index: where the function begins, and whether one of its aliases was run. */
  readonly #groups = new Map<string, { line: number; isHit: boolean }>();
  #entries = 0;

  constructor(report: ReportBuilder) {
    this.#report = report;
  }

  /** Reads a line of the record; false if it is not about functions. */
  add(text: string): boolean {
    const [, record, first = '', rest] = /^(FN|FNDA|FNL|FNA):([^,]*),(.*)$/s.exec(text) ?? [];
    if (record === undefined || rest === undefined) return false;
    this.#entries += 1;
    const { functionsOfARecord } = this.#report.limits;
    if (this.#entries > 2 * functionsOfARecord)
      throw tooMuch(`a source file has at most ${functionsOfARecord} functions`);
    if (record === 'FN') {
      const name = /^(?:-?\d+,)?(.*)$/s.exec(rest)?.[1] ?? '';
      listOf(this.#lines, toKey(name)).push(toLineNumber(first));
    } else if (record === 'FNDA') {
      listOf(this.#hits, toKey(rest)).push(isHitCount(first) ?? false);
    } else if (record === 'FNL') {
      const line = toLineNumber(rest.split(',', 1)[0]);
      const index = toKey(first);
      this.#groups.set(index, { line, isHit: this.#groups.get(index)?.isHit ?? false });
    } else {
      const isHit = isHitCount(rest.split(',', 1)[0] ?? '') ?? false;
      const index = toKey(first);
      const group = this.#groups.get(index);
      if (group === undefined) this.#groups.set(index, { line: 0, isHit });
      else if (isHit) group.isHit = true;
    }
    return true;
  }

  /** Whether the record has no function. */
  get isEmpty(): boolean {
    return this.#entries === 0;
  }

  /** Ends the record: the k-th count of a name belongs to its k-th function. */
  finish(source: SourceBuilder): void {
    if (this.#entries === 0) return;
    for (const key of new Set([...this.#lines.keys(), ...this.#hits.keys()])) {
      const hits = this.#hits.get(key) ?? [];
      const lines = this.#lines.get(key) ?? [0];
      const name = key.slice(1);
      const ids = new OccurrenceIds(this.#report);
      lines.forEach((line, index) => {
        const isLast = index === lines.length - 1;
        const isHit = isLast ? hits.includes(true, index) : hits[index] === true;
        source.layer('lcovFunctions').add(packPlace(line, ids.idOf(name, line)), isHit);
      });
    }
    const ids = new OccurrenceIds(this.#report);
    for (const { line, isHit } of this.#groups.values()) {
      source.layer('lcovFunctionGroups').add(packPlace(line, ids.idOf('', line)), isHit);
    }
    this.#lines.clear();
    this.#hits.clear();
    this.#groups.clear();
    this.#entries = 0;
  }
}

/** A name as a key: old engines hash texts of digits without a seed, so a report could choose ones that collide. */
function toKey(name: string): string {
  return `f${name}`;
}

/** The list of a key; a new one is empty. */
function listOf<Value>(lists: Map<string, Value[]>, key: string): Value[] {
  let list = lists.get(key);
  if (list === undefined) {
    list = [];
    lists.set(key, list);
  }
  return list;
}
