import { tooMuch } from '../bad-coverage.ts';
import type { Counts, CoverageKind } from '../coverage-report.ts';
import { packPlace } from '../hit-set.ts';
import type { ReportBuilder, SourceBuilder } from '../report-builder.ts';
import { OccurrenceIds } from './occurrence-ids.ts';

/**
 * A condition with its counts of true and false; in Istanbul's reports, the number of branches that were run and not
 * run.
 */
interface Condition {
  readonly line: number;
  readonly trueCount: number;
  readonly falseCount: number;
  /** Whether it is also a statement: yes in Istanbul's reports, no in OpenClover's schema. */
  readonly isStatement: boolean;
}

/**
 * One file of a Clover report. Tools disagree on the meaning of its lines. So the lines count only if they add up to
 * the file's own metrics; otherwise the metrics count.
 */
export class CloverFile {
  readonly metrics: Map<CoverageKind, Counts> = new Map();
  /** The fault of sums that cannot be right; it counts if the file has no lines. */
  wrongSums: Error | undefined;
  readonly source: SourceBuilder;
  readonly #report: ReportBuilder;
  readonly #statements: Array<{ line: number; isHit: boolean }> = [];
  readonly #methods: Array<{ line: number; name: string; isHit: boolean }> = [];
  readonly #conditions: Condition[] = [];
  #size = 0;

  constructor(report: ReportBuilder, source: SourceBuilder) {
    this.#report = report;
    this.source = source;
  }

  addStatement(line: number, isHit: boolean): void {
    this.#count();
    this.#statements.push({ line, isHit });
    this.source.layer('lines').add(packPlace(line, 0), isHit);
  }

  addMethod(method: { line: number; name: string; isHit: boolean }): void {
    this.#count();
    this.#methods.push(method);
  }

  addCondition(condition: Condition): void {
    this.#count();
    this.#conditions.push(condition);
  }

  finish(): void {
    if (this.wrongSums !== undefined && this.#size === 0) throw this.wrongSums;
    if (this.#agree('statements', sumHits(this.#statements))) this.#addStatements();
    else this.#addMetrics('statements');
    if (this.#agree('functions', sumHits(this.#methods))) this.#addMethods();
    else this.#addMetrics('functions');
    const read = this.#listReadings().find((way) => this.#agree('branches', sum(this.#conditions, way)));
    if (read === undefined) this.#addMetrics('branches');
    else for (const condition of this.#conditions) this.source.addBranches(condition.line, read(condition));
  }

  /** Both may add up by chance, so the likelier one is tried first. */
  #listReadings(): Array<(condition: Condition) => Counts> {
    const isIstanbul =
      this.metrics.has('branches') && this.#conditions.every(({ isStatement }) => isStatement);
    return isIstanbul ? [asBranches, asHits] : [asHits, asBranches];
  }

  #agree(kind: CoverageKind, { covered, total }: Counts): boolean {
    const metrics = this.metrics.get(kind);
    // Some tools write 0 for sums that they do not compute.
    if (metrics === undefined || (metrics.total === 0 && total > 0)) return true;
    return metrics.covered === covered && metrics.total === total;
  }

  #addMetrics(kind: CoverageKind): void {
    const metrics = this.metrics.get(kind);
    if (metrics !== undefined) this.source.addSum(kind, metrics);
  }

  #count(): void {
    this.#size += 1;
    const { linesOfAFile } = this.#report.limits;
    if (this.#size > linesOfAFile) throw tooMuch(`a source file has at most ${linesOfAFile} lines`);
  }

  #addStatements(): void {
    const ids = new OccurrenceIds(this.#report);
    for (const { line, isHit } of this.#statements)
      this.source.layer('cloverStatements').add(packPlace(line, ids.idOf('', line)), isHit);
  }

  #addMethods(): void {
    const ids = new OccurrenceIds(this.#report);
    for (const { line, name, isHit } of this.#methods)
      this.source.layer('cloverMethods').add(packPlace(line, ids.idOf(name, line)), isHit);
  }
}

function sumHits(places: ReadonlyArray<{ isHit: boolean }>): Counts {
  return { covered: places.filter(({ isHit }) => isHit).length, total: places.length };
}

function sum(conditions: readonly Condition[], read: (condition: Condition) => Counts): Counts {
  let [covered, total] = [0, 0];
  for (const condition of conditions) {
    const counts = read(condition);
    covered += counts.covered;
    total += counts.total;
  }
  return { covered, total };
}

/** Two branches, each run or not. */
function asHits({ trueCount, falseCount }: Condition): Counts {
  return { covered: Number(trueCount > 0) + Number(falseCount > 0), total: 2 };
}

/** The number of branches run, and not run. */
function asBranches({ trueCount, falseCount }: Condition): Counts {
  return { covered: trueCount, total: trueCount + falseCount };
}
