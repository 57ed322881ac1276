import { copyText } from '../../../util/text.ts';
import type { XmlAttributes, XmlHandler } from '../../xml/read-xml.ts';
import { badValue } from '../bad-coverage.ts';
import { isHitCount, parseLineNumber, parseWhole, toCounts, toLineNumber } from '../counts.ts';
import type { Counts, CoverageKind } from '../coverage-report.ts';
import type { ReportBuilder } from '../report-builder.ts';
import { CloverFile } from './clover-file.ts';

const METRICS = [
  ['statements', 'statements', 'coveredstatements'],
  ['branches', 'conditionals', 'coveredconditionals'],
  ['functions', 'methods', 'coveredmethods'],
] as const;

/** Clover's XML: files with their lines and metrics. The tests' own code (`testproject`) does not count. */
export class CloverHandler implements XmlHandler {
  readonly #report: ReportBuilder;
  readonly #givenLabel: string | undefined;
  readonly #parents: string[] = [];
  #projectName = '';
  #wholeMetrics: ReadonlyMap<CoverageKind, Counts> = new Map();
  #isOfTests = false;
  #file: CloverFile | undefined;
  #statementsInMetrics: number | undefined;
  #hasFiles = false;
  #wrongSums: Error | undefined;

  constructor(report: ReportBuilder, label: string | undefined) {
    this.#report = report;
    this.#givenLabel = label;
  }

  open(name: string, attributes: XmlAttributes): void {
    const parent = this.#parents.at(-1);
    this.#parents.push(name);
    if (name === 'testproject') this.#isOfTests = true;
    if (this.#isOfTests) return;
    if (name === 'line') this.#addLine(attributes);
    else if (name === 'file') this.#openFile(attributes);
    else if (name === 'metrics') this.#addMetrics(attributes, parent);
    else if (name === 'project') this.#projectName = copyText(attributes['name'] ?? '');
  }

  close(name: string): void {
    this.#parents.pop();
    if (name === 'testproject') this.#isOfTests = false;
    else if (name === 'file') {
      this.#file?.finish();
      this.#file = undefined;
    } else if (name === 'coverage') {
      this.#finish();
    }
  }

  get #label(): string {
    return this.#givenLabel ?? this.#projectName;
  }

  /** Without a statement there is no line. If only the metrics have statements, lines are unknown. */
  #finish(): void {
    if (this.#wrongSums !== undefined && !this.#hasFiles) throw this.#wrongSums;
    this.#report.addWhole(this.#label, this.#wholeMetrics);
    if (this.#statementsInMetrics !== undefined) this.#report.know('statements');
    if (this.#statementsInMetrics === 0) this.#report.know('lines');
  }

  #openFile({ name, path }: XmlAttributes): void {
    const place = path === undefined || path === '' ? (name ?? path) : path;
    if (place === undefined) throw badValue('a file has a path or a name', '');
    this.#hasFiles = true;
    this.#file = new CloverFile(this.#report, this.#report.namedSource(copyText(place), this.#label));
  }

  #addMetrics(attributes: XmlAttributes, parent: string | undefined): void {
    if (parent !== 'file' && parent !== 'project') return;
    const metrics = new Map<CoverageKind, Counts>();
    for (const [kind, total, covered] of METRICS) {
      if (attributes[total] === undefined) continue;
      const whole = parseWhole(attributes[total]);
      // A total of 0 may only mean that the tool did not count, whatever it says is covered.
      const counts = toCounts(whole === 0 ? 0 : parseWhole(attributes[covered] ?? '0'), whole);
      if (counts !== undefined) metrics.set(kind, counts);
      else
        this.#noteWrongSums(
          badValue(
            `${covered} and ${total} are such numbers`,
            `${attributes[covered]}, ${attributes[total]}`,
          ),
        );
    }
    const statements = metrics.get('statements')?.total;
    if (statements !== undefined)
      this.#statementsInMetrics = Math.max(this.#statementsInMetrics ?? 0, statements);
    if (parent === 'project') this.#wholeMetrics = metrics;
    else for (const [kind, counts] of metrics) this.#file?.metrics.set(kind, counts);
  }

  /** Sums that cannot be right are no fault where lines say what is covered. */
  #noteWrongSums(fault: Error): void {
    if (this.#file === undefined) this.#wrongSums ??= fault;
    else this.#file.wrongSums ??= fault;
  }

  #addLine({ num, type, count, truecount, falsecount, signature, name }: XmlAttributes): void {
    const file = this.#file;
    if (file === undefined) return;
    if (type === 'method') {
      const start = toLineNumber(num);
      const isHit = parseHits(count, start);
      file.addMethod({ line: start, name: copyText(signature ?? name ?? ''), isHit });
      return;
    }
    const line = parseLineNumber(num, 'the number (num) of a line');
    if (type === 'cond' && truecount !== undefined && falsecount !== undefined) {
      file.addCondition({
        line,
        trueCount: parseCount(truecount, line),
        falseCount: parseCount(falsecount, line),
        isStatement: count !== undefined,
      });
      // A line without its own count is next to a statement that has one.
      if (count === undefined) return;
    }
    file.addStatement(line, parseHits(count, line));
  }
}

function parseHits(text: string | undefined, line: number): boolean {
  const isHit = isHitCount(text ?? '');
  if (isHit === undefined) throw badValue(`line ${line} has a count`, text ?? '');
  return isHit;
}

function parseCount(text: string, line: number): number {
  return parseHits(text, line) ? (parseWhole(text) ?? Number.POSITIVE_INFINITY) : 0;
}
