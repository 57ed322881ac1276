import type { Fault } from '../../model/errors.ts';
import type { CoverageFigure } from '../../model/figures.ts';

/** What coverage is counted of. */
export type CoverageKind = CoverageFigure['kind'];

export const COVERAGE_KINDS: readonly CoverageKind[] = ['lines', 'branches', 'functions', 'statements'];

/**
 * Where a format's places of one kind are kept. Formats that name branches and functions differently are kept apart:
 * their names do not tell that two places are one.
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

/** How much of something there is, and how much of that was run. */
export interface Counts {
  readonly covered: number;
  readonly total: number;
}

/** What one report knows of one source file. */
export interface SourceCoverage {
  /** Relative to the workspace where it lies in it; with a module, relative to that module's unknown source folder. */
  readonly path: string;
  /** The module where the format gives only a package and a file's base name. */
  readonly module: string | undefined;
  /** Sorted places: see `HitSet`. */
  readonly layers: ReadonlyMap<Layer, Float64Array>;
  /** The file's own sums, where the format has no lines. */
  readonly sums: ReadonlyMap<CoverageKind, Counts>;
}

/** One parsed coverage report, whatever its format was. */
export interface CoverageReport {
  readonly files: readonly SourceCoverage[];
  /** What the report knows about, be it none of it. */
  readonly kinds: ReadonlySet<CoverageKind>;
  /** The names that places refer to by number. */
  readonly names: readonly string[];
  /** What the user should know of it though it was counted. */
  readonly notices: ReadonlyArray<Omit<Fault, 'location'>>;
}

/** Of two sums for one file, the one with more covered; where that is equal, the one with more to cover. */
export function pickCounts(one: Counts | undefined, other: Counts): Counts {
  if (one === undefined) return other;
  const isMore = one.covered === other.covered ? one.total > other.total : one.covered > other.covered;
  return isMore ? one : other;
}
