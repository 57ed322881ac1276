import { matchesName, type NamePattern, parseNamePatterns } from '../util/name-pattern.ts';
import type { JudgeOptions } from './judge.ts';

/** What a metric's name implies about its values. */
export interface MetricTraits {
  readonly kind: NonNullable<JudgeOptions['kind']>;
  readonly better: NonNullable<JudgeOptions['better']>;
  readonly leastChange: { readonly relative: number; readonly absolute: number };
}

/** A table of patterns; in each table the last match decides. */
type Table<Value> = ReadonlyArray<readonly [patterns: readonly NamePattern[], value: Value]>;

const KINDS = parseTable<MetricTraits['kind']>([
  ['**', 'exact'],
  ['*_seconds *_ms *duration* *latency* *throughput* *ops* *_per_second runner.**', 'clock'],
]);

const DIRECTIONS = parseTable<MetricTraits['better']>([
  ['**', 'neither'],
  ['*_seconds *_ms bytes *_bytes tests.{failed,errors,flaky} job.failure', 'lower'],
  ['*error* *warning* *latency*', 'lower'],
  ['coverage.** tests.{total,passed} job.success *throughput* *ops*', 'higher'],
  ['job.cancelled job.attempt tests.skipped runner.**', 'neither'],
]);

const BYTE = 1;
const KIBIBYTE = 1024 * BYTE;

/** The least change that matters, for each kind: its share of the value, and its amount. Both must be reached. */
const LEAST_CHANGES: Readonly<Record<MetricTraits['kind'], Table<MetricTraits['leastChange']>>> = {
  clock: parseTable([
    ['**', { relative: 0.05, absolute: 0 }],
    ['*_seconds', { relative: 0.05, absolute: 1 }],
    ['*_ms', { relative: 0.05, absolute: 1 }],
  ]),
  exact: parseTable([
    ['**', { relative: 0.01, absolute: 1 }],
    ['bytes *_bytes', { relative: 0.01, absolute: KIBIBYTE }],
    ['percent *_percent', { relative: 0, absolute: 0.5 }],
  ]),
};

/** What the last nodes of a path imply about its values: how they arise, which direction is better, what matters. */
export function findTraits(path: readonly string[]): MetricTraits {
  const kind = pick(KINDS, path);
  return { kind, better: pick(DIRECTIONS, path), leastChange: findLeastChange(path, kind) };
}

/** The least change that matters for a name, as of `kind`. */
export function findLeastChange(
  path: readonly string[],
  kind: MetricTraits['kind'],
): MetricTraits['leastChange'] {
  return pick(LEAST_CHANGES[kind], path);
}

function pick<Value>(table: Table<Value>, nodes: readonly string[]): Value {
  const found = table.findLast(([patterns]) => patterns.some((pattern) => matchesName(pattern, { nodes })));
  // The first row of every table matches every path.
  return (found as Table<Value>[number])[1];
}

function parseTable<Value>(rows: ReadonlyArray<readonly [patterns: string, value: Value]>): Table<Value> {
  return rows.map(([patterns, value]) => [patterns.split(' ').flatMap(parseNamePatterns), value]);
}
