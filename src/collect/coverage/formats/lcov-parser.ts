import { BadReportError } from '../../read-report.ts';
import { badValue, notUnderstood, tooMuch } from '../bad-coverage.ts';
import { isHitCount, parseLineNumber, parseWhole, toCounts, toLineNumber } from '../counts.ts';
import type { CoverageKind } from '../coverage-report.ts';
import { packPlace } from '../hit-set.ts';
import { MAX_LCOV_LINE_BYTES } from '../limits.ts';
import type { ReportBuilder, SourceBuilder } from '../report-builder.ts';
import { LcovFunctions } from './lcov-functions.ts';
import { BranchIds, type LcovPlace, readPlace } from './lcov-numbers.ts';
import { type ByteLine, LineCutter } from './line-cutter.ts';

/** Line, block, branch and count. Block and branch are names, and only the branch may contain a comma. */
const BRANCH = /^BRDA:([^,]*),([^,]*),(.*),([^,]*)$/s;
const NUMBERED_BLOCK = /^[ef]?(U?)(\d+)$/;
const SUM = /^(LF|LH|BRF|BRH|FNF|FNH):(.*)$/s;
const OTHER = /^[A-Z]{2,8}:/;
const MAX_SHOWN_CHARACTERS = 100;
const SUMS = [
  ['lines', 'LF', 'LH'],
  ['branches', 'BRF', 'BRH'],
  ['functions', 'FNF', 'FNH'],
] as const;

/** Reads an lcov tracefile line by line as bytes, because most of it is numbers. */
export class LcovParser {
  readonly #report: ReportBuilder;
  readonly #functions: LcovFunctions;
  readonly #decoder = new TextDecoder();
  readonly #branchIds: BranchIds;
  readonly #lines: LineCutter;
  readonly #place: LcovPlace = { kind: 'line', line: 0, branch: 0, isHit: false };
  #number: number;
  #sawStart = false;
  #source: SourceBuilder | undefined;
  #isFirstRecord = false;
  #hasLines = false;
  #hasBranches = false;
  readonly #sums = new Map<string, number>();
  readonly #label: string;
  #oddRecords = 0;
  #firstOddRecord = '';

  constructor(report: ReportBuilder, options: { skippedLines: number; label: string }) {
    this.#report = report;
    this.#label = options.label;
    this.#number = options.skippedLines;
    this.#functions = new LcovFunctions(report);
    this.#branchIds = new BranchIds(report);
    this.#lines = new LineCutter({
      take: (line) => this.#parseLine(line),
      maxBytes: MAX_LCOV_LINE_BYTES,
      onTooLong: () => {
        this.#number += 1;
        throw this.#locate(tooMuch(`a line of an lcov report has at most ${MAX_LCOV_LINE_BYTES} bytes`));
      },
    });
  }

  push(chunk: Uint8Array): void {
    this.#lines.push(chunk);
  }

  end(): void {
    this.#lines.end();
    if (!this.#sawStart) throw notUnderstood('nothing but comments');
    if (this.#source !== undefined)
      throw this.#locate(badValue('the record of a source file ends with end_of_record', this.#source.path));
    if (this.#report.sources.size === 0)
      throw this.#locate(badValue('an lcov report has a record (SF) for each source file', ''));
    // Empty records mean that there is nothing to cover.
    if (this.#report.knowsNothing) this.#report.know('lines');
    if (this.#oddRecords > 0) {
      const rule = `records of branches, functions or sums are not understood and left out: ${this.#oddRecords}; the first`;
      this.#report.notice({ rule, value: this.#firstOddRecord });
    }
  }

  #parseLine(line: ByteLine): void {
    this.#number += 1;
    const place = this.#place;
    if (this.#source !== undefined && readPlace(line, place)) {
      if (place.kind === 'line') this.#addLine(place.line, place.isHit);
      else this.#addBranch(packPlace(place.line, this.#branchIds.idOf(place.branch)), place.isHit);
      return;
    }
    try {
      const { bytes, start, end } = line;
      this.#parseText(this.#decoder.decode(bytes.subarray(start, end)));
    } catch (error) {
      throw error instanceof BadReportError ? this.#locate(error) : error;
    }
  }

  #parseText(text: string): void {
    if (text.trimEnd() === '' || text.startsWith('#')) return;
    if (text.startsWith('SF:')) this.#openRecord(text.slice(3));
    else if (text.startsWith('TN:')) this.#sawStart = true;
    else if (this.#source === undefined) this.#refuse(text);
    else if (text.trimEnd() === 'end_of_record') this.#closeRecord(this.#source);
    else if (!this.#functions.add(text)) this.#parseOther(text);
  }

  #refuse(text: string): never {
    if (!this.#sawStart) throw notUnderstood('another text', text.slice(0, 60));
    throw badValue('outside of a record (SF … end_of_record) an lcov report has nothing', text);
  }

  #openRecord(path: string): void {
    this.#sawStart = true;
    if (this.#source !== undefined) throw badValue('end_of_record comes before the next SF', path);
    const { size } = this.#report.sources;
    this.#source = this.#report.namedSource(path, this.#label);
    this.#isFirstRecord = this.#report.sources.size > size;
  }

  #parseOther(text: string): void {
    if (text.startsWith('DA:')) {
      const [line, count = ''] = text.slice(3).split(',');
      const isHit = isHitCount(count);
      if (isHit === undefined) throw badValue('DA is a line and its number of hits', text);
      this.#addLine(parseLineNumber(line, 'the line of DA'), isHit);
      return;
    }
    if (text.startsWith('BRDA:')) {
      this.#parseBranch(text);
      return;
    }
    const [, name, value] = SUM.exec(text) ?? [];
    if (name !== undefined) {
      const sum = parseWhole(value);
      if (sum === undefined) this.#leaveOut(text);
      else this.#sums.set(name, sum);
      return;
    }
    // VER, MCDC and future records.
    if (!OTHER.test(text)) throw badValue('a line of an lcov report begins with a record it knows', text);
    if (text.startsWith('FN')) this.#leaveOut(text);
  }

  /** Tools use words as names of blocks and branches, and -1 for a branch without a known line; both are accepted. */
  #parseBranch(text: string): void {
    const [, line, block, branch, taken = ''] = BRANCH.exec(text) ?? [];
    if (line === undefined || block === undefined) {
      this.#leaveOut(text);
      return;
    }
    const [, unreachable, number = block] = NUMBERED_BLOCK.exec(block) ?? [];
    // Unreachable branches are not counted.
    if (unreachable === 'U') return;
    const id = this.#report.nameId(`${number},${branch}`);
    this.#addBranch(packPlace(toLineNumber(line), id), taken !== '-' && isHitCount(taken) === true);
  }

  #leaveOut(text: string): void {
    if (this.#oddRecords === 0) this.#firstOddRecord = text.slice(0, MAX_SHOWN_CHARACTERS);
    this.#oddRecords += 1;
  }

  #addLine(line: number, isHit: boolean): void {
    this.#hasLines = true;
    this.#source?.layer('lines').add(packPlace(line, 0), isHit);
  }

  #addBranch(place: number, isHit: boolean): void {
    this.#hasBranches = true;
    this.#source?.layer('lcovBranches').add(place, isHit);
  }

  /** A record's own sums count if the record has no items to count. */
  #closeRecord(source: SourceBuilder): void {
    const has: Partial<Record<CoverageKind, boolean>> = {
      lines: this.#hasLines,
      branches: this.#hasBranches,
      functions: !this.#functions.isEmpty,
    };
    for (const [kind, found, hit] of SUMS) {
      const total = this.#sums.get(found);
      if (has[kind] === true || total === undefined) continue;
      const counts = toCounts(this.#sums.get(hit) ?? 0, total);
      if (counts === undefined) this.#leaveOut(`${hit}:${this.#sums.get(hit)}`);
      else source.addSum(kind, counts);
    }
    this.#functions.finish(source);
    // Not after each record: a file with many records would be copied every time.
    if (this.#isFirstRecord) source.shrink();
    this.#sums.clear();
    this.#source = undefined;
    this.#hasLines = false;
    this.#hasBranches = false;
  }

  #locate({ fault }: BadReportError): BadReportError {
    return new BadReportError({ ...fault, rule: `${fault.rule} (line ${this.#number})` });
  }
}
