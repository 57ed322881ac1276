import { isRecord } from '../../../util/values.ts';
import { badValue, tooMuch } from '../bad-coverage.ts';
import { packPlace } from '../hit-set.ts';
import { MAX_LINE_NUMBER } from '../limits.ts';
import type { ReportBuilder, SourceBuilder } from '../report-builder.ts';
import { OccurrenceIds } from './occurrence-ids.ts';

const MAX_BRANCHES = 10_000;

/** Whether a value is one file of Istanbul's `coverage-final.json`. */
export function isIstanbulFile(value: unknown): boolean {
  return isRecord(value) && isRecord(value['statementMap']) && isRecord(value['s']);
}

/**
 * Adds one file of Istanbul's `coverage-final.json`: statements, functions and branches, each with its place and
 * count. A statement's line is the line where it begins, as in Istanbul's own reports.
 */
export function addIstanbulFile(
  report: ReportBuilder,
  { path, value }: { readonly path: string; readonly value: unknown },
): void {
  const file = isRecord(value) ? value : {};
  const target = { source: report.source(path), names: new PlaceNames(report) };
  for (const kind of ['lines', 'statements', 'functions', 'branches'] as const) report.know(kind);
  addStatements(target, readPairs(file, { map: 'statementMap', counts: 's', path }));
  addFunctions(target, readPairs(file, { map: 'fnMap', counts: 'f', path }));
  addBranches(target, readPairs(file, { map: 'branchMap', counts: 'b', path }));
}

/** What the places of one file are added to. */
interface Target {
  readonly source: SourceBuilder;
  readonly names: PlaceNames;
}

interface Pair {
  readonly place: Readonly<Record<string, unknown>>;
  readonly count: unknown;
  readonly path: string;
}

function addStatements({ source, names }: Target, pairs: readonly Pair[]): void {
  for (const { place, count, path } of pairs) {
    const isHit = parseHit(count, path);
    const line = readLine(place);
    source.layer('lines').add(packPlace(line, 0), isHit);
    source.layer('istanbulStatements').add(packPlace(line, names.idOf(place, 's')), isHit);
  }
}

function addFunctions({ source, names }: Target, pairs: readonly Pair[]): void {
  for (const { place, count, path } of pairs) {
    const { decl, loc, name } = place;
    const range = isRecord(decl) ? decl : isRecord(loc) ? loc : {};
    const id = names.idOf(range, `f ${String(name).slice(0, 200)}`);
    source.layer('istanbulFunctions').add(packPlace(readLine(range), id), parseHit(count, path));
  }
}

function addBranches({ source, names }: Target, pairs: readonly Pair[]): void {
  for (const { place, count, path } of pairs) {
    if (!Array.isArray(count))
      throw badValue(`the branches of ${quotePath(path)} have lists of counts`, String(count));
    if (count.length > MAX_BRANCHES) throw tooMuch(`a branch has at most ${MAX_BRANCHES} ways`);
    const range = isRecord(place['loc']) ? place['loc'] : {};
    const line = readLine(range);
    const id = names.keyOf(range, `b ${String(place['type']).slice(0, 20)}`);
    for (const [index, taken] of count.entries()) {
      const branch = packPlace(line, names.number(`${id} ${index}`));
      source.layer('istanbulBranches').add(branch, parseHit(taken, path));
    }
  }
}

/** Names places by their columns and extent, and equal ones in one line by their order. */
class PlaceNames {
  readonly #report: ReportBuilder;
  readonly #ids: OccurrenceIds;

  constructor(report: ReportBuilder) {
    this.#report = report;
    this.#ids = new OccurrenceIds(report);
  }

  idOf(range: Readonly<Record<string, unknown>>, kind: string): number {
    return this.number(this.keyOf(range, kind));
  }

  keyOf(range: Readonly<Record<string, unknown>>, kind: string): string {
    const [start, end] = [readPoint(range['start']), readPoint(range['end'])];
    const key = `${kind} ${start.column} ${end.line - start.line} ${end.column}`;
    return this.#ids.rename(key, start.line);
  }

  number(name: string): number {
    return this.#report.nameId(name);
  }
}

function readPairs(
  file: Readonly<Record<string, unknown>>,
  { map, counts, path }: { map: string; counts: string; path: string },
): Pair[] {
  const places = file[map];
  const hits = file[counts];
  if (hits === undefined && places === undefined) return [];
  if (!isRecord(places) || !isRecord(hits))
    throw badValue(`${quotePath(path)} has the maps ${map} and ${counts}`, String(hits));
  return Object.entries(places).map(([id, place]) => ({
    place: isRecord(place) ? place : {},
    count: hits[id],
    path,
  }));
}

/** A count that is no number is `null` in JSON; Istanbul's own reports show its place as not covered. */
function parseHit(count: unknown, path: string): boolean {
  if (count === null) return false;
  if (typeof count !== 'number' || !Number.isFinite(count))
    throw badValue(`the counts of ${quotePath(path)} are numbers`, String(count));
  return count > 0;
}

function readLine(range: Readonly<Record<string, unknown>>): number {
  return readPoint(range['start']).line;
}

/** A point of a source file. Its line is 0 if it is unknown, as for an `else` that is not written. */
function readPoint(point: unknown): { line: number; column: string } {
  const { line, column } = isRecord(point) ? point : { line: 0, column: 0 };
  const isLine = Number.isSafeInteger(line) && (line as number) >= 0 && (line as number) <= MAX_LINE_NUMBER;
  return { line: isLine ? (line as number) : 0, column: typeof column === 'number' ? String(column) : '' };
}

function quotePath(path: string): string {
  return JSON.stringify(path.slice(0, 200));
}
