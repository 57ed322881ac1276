import type { ReportBuilder } from '../report-builder.ts';

/**
 * The ids of a report's items, such as functions, by name. Several items of one name in one line get different ids, in
 * their order.
 */
export class OccurrenceIds {
  readonly #report: ReportBuilder;
  /** Keyed by texts: the engine hashes numbers without a seed, so a report could contain colliding ones. */
  readonly #seen = new Map<string, number>();

  constructor(report: ReportBuilder) {
    this.#report = report;
  }

  /** The id of the next item of this name in a line. */
  idOf(name: string, line: number): number {
    return this.#report.nameId(this.rename(name, line));
  }

  /** The name itself for the first item of this name in a line, then a new name for each further one. */
  rename(name: string, line: number): string {
    const key = `${line} ${name}`;
    const before = this.#seen.get(key) ?? 0;
    this.#seen.set(key, before + 1);
    return before === 0 ? name : `${name}\0${before}`;
  }

  clear(): void {
    this.#seen.clear();
  }
}
