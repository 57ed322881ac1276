import { BadReportError } from '../bad-report.ts';
import { badValue, notUnderstood, tooMuch } from './bad-coverage.ts';
import { isHitCount, parseLineNumber, parseWhole, toCounts } from './counts.ts';
import type { CoverageKind } from './coverage-report.ts';
import { LcovFunctions } from './lcov-functions.ts';
import { MAX_LCOV_LINE_BYTES, MAX_LINE_NUMBER } from './limits.ts';
import type { ReportBuilder, SourceBuilder } from './report-builder.ts';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const COMMA = 0x2c;
const COLON = 0x3a;
const ZERO = 0x30;
const NINE = 0x39;
const [A, B, D, R] = [0x41, 0x42, 0x44, 0x52];
const BRANCH = /^BRDA:(\d+),[ef]?(U?)(\d+),(.*),([^,]+)$/s;
const SUM = /^(LF|LH|BRF|BRH|FNF|FNH):(.*)$/s;
const OTHER = /^[A-Z]{2,8}:/;
const SUMS = [
  ['lines', 'LF', 'LH'],
  ['branches', 'BRF', 'BRH'],
  ['functions', 'FNF', 'FNH'],
] as const;
/** Below these, a block and a branch make one small number, and need no text. */
const SMALL_BLOCKS = 65_536;
const SMALL_BRANCHES = 4096;

/** Reads an lcov tracefile line by line, on its bytes: most of it is numbers. */
export class LcovParser {
  readonly #report: ReportBuilder;
  readonly #functions: LcovFunctions;
  readonly #decoder = new TextDecoder();
  readonly #branchIds = new Map<number, number>();
  #pending: Uint8Array[] = [];
  #pendingBytes = 0;
  #number: number;
  #sawStart = false;
  #source: SourceBuilder | undefined;
  #isFirstRecord = false;
  #hasLines = false;
  #hasBranches = false;
  readonly #sums = new Map<string, number>();

  constructor(report: ReportBuilder, options: { skippedLines: number }) {
    this.#report = report;
    this.#number = options.skippedLines;
    this.#functions = new LcovFunctions(report);
    report.know('lines');
  }

  push(chunk: Uint8Array): void {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      if (this.#pendingBytes === 0) this.#parseLine(chunk, start, end);
      else this.#parsePending(chunk.subarray(start, end));
      start = end + 1;
    }
    if (start < chunk.length) this.#keep(chunk.subarray(start));
  }

  end(): void {
    if (this.#pendingBytes > 0) this.#parsePending(new Uint8Array());
    if (!this.#sawStart) throw notUnderstood('nothing but comments');
    if (this.#source !== undefined)
      throw this.#locate(badValue('the record of a source file ends with end_of_record', this.#source.path));
    if (this.#report.sources.size === 0)
      throw this.#locate(badValue('an lcov report has a record (SF) for each source file', ''));
  }

  #keep(part: Uint8Array): void {
    this.#pendingBytes += part.length;
    if (this.#pendingBytes > MAX_LCOV_LINE_BYTES) {
      this.#number += 1;
      throw this.#locate(tooMuch(`a line of an lcov report has at most ${MAX_LCOV_LINE_BYTES} bytes`));
    }
    // A copy: whoever reads the file may fill the same chunk again.
    this.#pending.push(part.slice());
  }

  #parsePending(last: Uint8Array): void {
    this.#keep(last);
    const line = new Uint8Array(this.#pendingBytes);
    let length = 0;
    for (const part of this.#pending) {
      line.set(part, length);
      length += part.length;
    }
    this.#pending = [];
    this.#pendingBytes = 0;
    this.#parseLine(line, 0, length);
  }

  #parseLine(bytes: Uint8Array, start: number, stop: number): void {
    this.#number += 1;
    const end = stop > start && bytes[stop - 1] === CARRIAGE_RETURN ? stop - 1 : stop;
    if (this.#source !== undefined) {
      if (bytes[start] === D && bytes[start + 1] === A && bytes[start + 2] === COLON) {
        if (this.#parseHits(bytes, start + 3, end)) return;
      } else if (bytes[start] === B && bytes[start + 1] === R && bytes[start + 2] === D) {
        if (this.#parseBranch(bytes, start + 5, end)) return;
      }
    }
    if (end - start > MAX_LCOV_LINE_BYTES)
      throw this.#locate(tooMuch(`a line of an lcov report has at most ${MAX_LCOV_LINE_BYTES} bytes`));
    const text = this.#decoder.decode(bytes.subarray(start, end));
    try {
      this.#parseText(text);
    } catch (error) {
      throw error instanceof BadReportError ? this.#locate(error) : error;
    }
  }

  /** `DA` as it nearly always is: `line,count[,checksum]` in digits alone; false where it is anything else. */
  #parseHits(bytes: Uint8Array, start: number, end: number): boolean {
    let index = start;
    let line = 0;
    for (; index < end; index += 1) {
      const byte = bytes[index] as number;
      if (byte < ZERO || byte > NINE) break;
      line = line * 10 + byte - ZERO;
    }
    if (index === start || bytes[index] !== COMMA || line > MAX_LINE_NUMBER) return false;
    const count = index + 1;
    let isHit = false;
    for (index = count; index < end; index += 1) {
      const byte = bytes[index] as number;
      if (byte === COMMA) break;
      if (byte < ZERO || byte > NINE) return false;
      if (byte !== ZERO) isHit = true;
    }
    if (index === count) return false;
    this.#addLine(line, isHit);
    return true;
  }

  /** `BRDA` as it nearly always is: `line,block,branch,taken` in digits alone; false where it is anything else. */
  #parseBranch(bytes: Uint8Array, start: number, end: number): boolean {
    let field = 0;
    let line = 0;
    let block = 0;
    let branch = 0;
    let isHit = false;
    let digits = 0;
    for (let index = start; index < end; index += 1) {
      const byte = bytes[index] as number;
      if (byte === COMMA) {
        if (digits === 0) return false;
        field += 1;
        digits = 0;
        continue;
      }
      const digit = byte - ZERO;
      if (digit < 0 || digit > 9) {
        // `-`: never reached.
        if (field !== 3 || digits > 0 || byte !== 0x2d || index !== end - 1) return false;
        digits = 1;
        break;
      }
      // `00` is another name than `0`.
      if (digits > 0 && field < 3 && (field === 0 ? line : field === 1 ? block : branch) === 0) return false;
      digits += 1;
      if (field === 0) line = line * 10 + digit;
      else if (field === 1) block = block * 10 + digit;
      else if (field === 2) branch = branch * 10 + digit;
      else if (digit > 0) isHit = true;
    }
    if (field !== 3 || digits === 0) return false;
    if (line > MAX_LINE_NUMBER || block >= SMALL_BLOCKS || branch >= SMALL_BRANCHES) return false;
    const key = block * SMALL_BRANCHES + branch;
    let id = this.#branchIds.get(key);
    if (id === undefined) {
      id = this.#report.nameId(`${block},${branch}`);
      this.#branchIds.set(key, id);
    }
    this.#addBranch(line, id, isHit);
    return true;
  }

  #parseText(text: string): void {
    if (text === '' || text.startsWith('#')) return;
    if (text.startsWith('SF:')) this.#openRecord(text.slice(3));
    else if (text.startsWith('TN:')) this.#sawStart = true;
    else if (this.#source === undefined) this.#refuse(text);
    else if (text === 'end_of_record') this.#closeRecord(this.#source);
    else if (!this.#functions.add(text)) this.#parseOther(text);
  }

  #refuse(text: string): never {
    if (!this.#sawStart) throw notUnderstood('another text', text.slice(0, 60));
    throw badValue('outside of a record (SF … end_of_record) an lcov report has nothing', text);
  }

  #openRecord(path: string): void {
    this.#sawStart = true;
    if (this.#source !== undefined) throw badValue('end_of_record comes before the next SF', path);
    if (path.trim() === '') throw badValue('SF names a source file', path);
    const { size } = this.#report.sources;
    this.#source = this.#report.source(path);
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
      const [, line, unreachable, block, branch, taken = ''] = BRANCH.exec(text) ?? [];
      const isHit = taken === '-' ? false : isHitCount(taken);
      if (line === undefined || isHit === undefined)
        throw badValue('BRDA is a line, a block, a branch and how often it was taken', text);
      const number = parseLineNumber(line, 'the line of BRDA');
      // What can never be reached is counted by no tool that knows of it.
      if (unreachable === '') this.#addBranch(number, this.#report.nameId(`${block},${branch}`), isHit);
      return;
    }
    const [, name, value] = SUM.exec(text) ?? [];
    if (name !== undefined) {
      const sum = parseWhole(value);
      if (sum === undefined) throw badValue(`${name} is a whole number`, text);
      this.#sums.set(name, sum);
      return;
    }
    // VER, MCDC, and what lcov will think of next.
    if (!OTHER.test(text) || /^FN/.test(text))
      throw badValue('a line of an lcov report begins with a record it knows', text);
  }

  #addLine(line: number, isHit: boolean): void {
    this.#hasLines = true;
    this.#source?.layer('lines').add(line, 0, isHit);
  }

  #addBranch(line: number, id: number, isHit: boolean): void {
    this.#hasBranches = true;
    this.#source?.layer('lcovBranches').add(line, id, isHit);
  }

  /** A record's own sums count where it has nothing that they could be counted of. */
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
      if (counts === undefined) throw badValue(`${hit} is at most ${found}`, String(this.#sums.get(hit)));
      source.addSum(kind, counts);
    }
    this.#functions.finish(source);
    // Not after each of many records of one file: that would copy all of it every time.
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
