import { isAbsolute } from '../../source-path.ts';
import { badValue, tooMuch } from '../bad-coverage.ts';
import { isHitCount, parseLineNumber, parseWhole } from '../counts.ts';
import { packPlace } from '../hit-set.ts';
import { MAX_LCOV_LINE_BYTES } from '../limits.ts';
import type { ReportBuilder, SourceBuilder } from '../report-builder.ts';
import { LineCutter } from './line-cutter.ts';

/** `file:line.column,line.column statements count` */
const BLOCK = /^(.+):(\d+)\.(\d+),(\d+)\.(\d+) (\d+) (\d+)$/;
const MODE = /^mode: (?:set|count|atomic)$/;
const MAX_STATEMENTS = 10_000;
/** Its paths begin with a module's name, so they name the same file wherever the report is. */
const MODULE = 'go';

/**
 * Reads a cover profile of Go: blocks with their number of statements, counted as `go tool cover` does. The profile
 * does not show which lines are code.
 */
export class GoCoverParser {
  readonly #report: ReportBuilder;
  readonly #decoder = new TextDecoder();
  readonly #lines: LineCutter;
  #number: number;
  #path = '';
  #source: SourceBuilder | undefined;

  constructor(report: ReportBuilder, options: { skippedLines: number }) {
    this.#report = report;
    this.#number = options.skippedLines;
    this.#lines = new LineCutter({
      take: ({ bytes, start, end }) => this.#parseLine(this.#decoder.decode(bytes.subarray(start, end))),
      maxBytes: MAX_LCOV_LINE_BYTES,
      onTooLong: () => {
        throw tooMuch(`a line of a cover profile has at most ${MAX_LCOV_LINE_BYTES} bytes`);
      },
    });
    report.know('statements');
  }

  push(chunk: Uint8Array): void {
    this.#lines.push(chunk);
  }

  end(): void {
    this.#lines.end();
  }

  #parseLine(text: string): void {
    this.#number += 1;
    // Concatenated profiles repeat the mode line.
    if (text === '' || MODE.test(text)) return;
    const [, path = '', line, column, lastLine, lastColumn, written, count = ''] = BLOCK.exec(text) ?? [];
    const statements = parseWhole(written);
    const isHit = isHitCount(count);
    if (path === '' || statements === undefined || isHit === undefined)
      throw badValue(
        `a block of a cover profile is file:line.column,line.column statements count (line ${this.#number})`,
        text,
      );
    if (statements > MAX_STATEMENTS) throw tooMuch(`a block has at most ${MAX_STATEMENTS} statements`);
    const first = parseLineNumber(line, 'the line of a block');
    const height = parseLineNumber(lastLine, 'the last line of a block') - first;
    const places = this.#find(path).layer('goStatements');
    for (let statement = 0; statement < statements; statement += 1) {
      const name = this.#report.nameId(`${column},${height}.${lastColumn} ${statement}`);
      places.add(packPlace(first, name), isHit);
    }
  }

  #find(path: string): SourceBuilder {
    if (this.#source === undefined || this.#path !== path) {
      const isOfModule = !isAbsolute(path) && !path.startsWith('.');
      this.#source = this.#report.source(path, isOfModule ? MODULE : undefined);
      this.#path = path;
    }
    return this.#source;
  }
}
