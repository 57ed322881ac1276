import type { Problem } from '../../model/errors.ts';
import type { CoverageFigure } from '../../model/figures.ts';

/** What coverage is counted of. */
export type CoverageKind = CoverageFigure['kind'];

export const COVERAGE_KINDS: readonly CoverageKind[] = ['lines', 'branches', 'functions', 'statements'];

/**
 * The key of a format's items of one kind. Formats that name branches and functions differently stay separate,
 * because their names do not show which items are the same.
 */
export type Layer =
  | 'lines'
  | 'methodLines'
  | 'lcovBranches'
  | 'countedBranches'
  | 'methodBranches'
  | 'lcovFunctions'
  | 'lcovFunctionGroups'
  | 'coberturaMethods'
  | 'jacocoMethods'
  | 'cloverMethods'
  | 'cloverStatements'
  | 'istanbulBranches'
  | 'istanbulFunctions'
  | 'istanbulStatements'
  | 'goStatements';

export const LAYERS: Readonly<Record<Layer, CoverageKind>> = {
  lines: 'lines',
  methodLines: 'lines',
  lcovBranches: 'branches',
  countedBranches: 'branches',
  methodBranches: 'branches',
  lcovFunctions: 'functions',
  lcovFunctionGroups: 'functions',
  coberturaMethods: 'functions',
  jacocoMethods: 'functions',
  cloverMethods: 'functions',
  cloverStatements: 'statements',
  istanbulBranches: 'branches',
  istanbulFunctions: 'functions',
  istanbulStatements: 'statements',
  goStatements: 'statements',
};

/** The total number of items, and how many were run. */
export interface Counts {
  readonly covered: number;
  readonly total: number;
}

/** What one report contains about one source file. */
export interface SourceCoverage {
  /**
   * Relative to the workspace if it is inside of it; with a module, relative to that module's unknown source folder.
   */
  readonly path: string;
  /** The module, if the format gives only a package and a file's base name. */
  readonly module: string | undefined;
  /** Sorted places: see `HitSet`. */
  readonly layers: ReadonlyMap<Layer, Float64Array>;
  /** The file's own sums, if the format has no lines. */
  readonly sums: ReadonlyMap<CoverageKind, Counts>;
}

/** One parsed coverage report of any format. */
export interface CoverageReport {
  readonly files: readonly SourceCoverage[];
  /** The kinds that the report counts, also if it has no item of them. */
  readonly kinds: ReadonlySet<CoverageKind>;
  /** The names that places refer to by number. */
  readonly names: readonly string[];
  /** Warnings about a report that was counted. */
  readonly notices: ReadonlyArray<Problem>;
}

/** The better of two sums for one file: more covered, or with the same covered count, the greater total. */
export function pickCounts(one: Counts | undefined, other: Counts): Counts {
  if (one === undefined) return other;
  const isMore = one.covered === other.covered ? one.total > other.total : one.covered > other.covered;
  return isMore ? one : other;
}
