import { tooMuch } from '../bad-coverage.ts';
import { isHitCount, toLineNumber } from '../counts.ts';
import type { ReportBuilder, SourceBuilder } from '../report-builder.ts';
import { Occurrences } from './occurrences.ts';

/**
 * The functions of one record: `FN` and `FNDA`, and since lcov 2.2 `FNL` and `FNA`. A line only distinguishes
 * functions of one name, so a bad line number is accepted.
 */
export class LcovFunctions {
  readonly #report: ReportBuilder;
  /** By name: the lines where a function begins, and its counts, each in the order of the file. */
  readonly #lines = new Map<string, number[]>();
  readonly #hits = new Map<string, boolean[]>();
  /** By index: where the function begins, and whether one of its aliases was run. */
  readonly #groups = new Map<string, { line: number; isHit: boolean }>();
  #entries = 0;

  constructor(report: ReportBuilder) {
    this.#report = report;
  }

  /** Reads a line of the record; false if it is not about functions. */
  add(text: string): boolean {
    const [, record, first, rest] = /^(FN|FNDA|FNL|FNA):([^,]*),(.*)$/s.exec(text) ?? [];
    if (record === undefined || first === undefined || rest === undefined) return false;
    this.#entries += 1;
    const { functionsOfARecord } = this.#report.limits;
    if (this.#entries > 2 * functionsOfARecord)
      throw tooMuch(`a source file has at most ${functionsOfARecord} functions`);
    if (record === 'FN') {
      const name = /^(?:-?\d+,)?(.*)$/s.exec(rest)?.[1] ?? '';
      push(this.#lines, name, toLineNumber(first));
    } else if (record === 'FNDA') {
      push(this.#hits, rest, isHitCount(first) ?? false);
    } else if (record === 'FNL') {
      const line = toLineNumber(rest.split(',', 1)[0]);
      this.#groups.set(first, { line, isHit: this.#groups.get(first)?.isHit ?? false });
    } else {
      const isHit = isHitCount(rest.split(',', 1)[0] ?? '') ?? false;
      const group = this.#groups.get(first);
      if (group === undefined) this.#groups.set(first, { line: 0, isHit });
      else if (isHit) group.isHit = true;
    }
    return true;
  }

  /** Whether the record has functions. */
  get isEmpty(): boolean {
    return this.#entries === 0;
  }

  /** Ends the record: the k-th count of a name belongs to its k-th function. */
  finish(source: SourceBuilder): void {
    if (this.#entries === 0) return;
    for (const name of new Set([...this.#lines.keys(), ...this.#hits.keys()])) {
      const hits = this.#hits.get(name) ?? [];
      const lines = this.#lines.get(name) ?? [0];
      const occurrences = new Occurrences();
      lines.forEach((line, index) => {
        const isLast = index === lines.length - 1;
        const isHit = isLast ? hits.includes(true, index) : hits[index] === true;
        source.layer('lcovFunctions').add(line, this.#report.nameId(occurrences.rename(name, line)), isHit);
      });
    }
    const occurrences = new Occurrences();
    for (const { line, isHit } of this.#groups.values()) {
      source.layer('lcovFunctionGroups').add(line, this.#report.nameId(occurrences.rename('', line)), isHit);
    }
    this.#lines.clear();
    this.#hits.clear();
    this.#groups.clear();
    this.#entries = 0;
  }
}

function push<Value>(lists: Map<string, Value[]>, name: string, value: Value): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [value]);
  else list.push(value);
}
