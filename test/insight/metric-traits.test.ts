import { expect, test } from 'vitest';
import { findLeastChange, findTraits, type MetricTraits } from '../../src/insight/metric-traits.ts';

type Row = [
  name: string,
  kind: MetricTraits['kind'],
  better: MetricTraits['better'],
  relative: number,
  absolute: number,
];

test.each<Row>([
  ['job.duration_seconds', 'clock', 'lower', 0.05, 1],
  ['tests.duration_seconds', 'clock', 'lower', 0.05, 1],
  ['step.lint.duration_seconds', 'clock', 'lower', 0.05, 1],
  ['request_ms', 'clock', 'lower', 0.05, 1],
  ['p99_latency', 'clock', 'lower', 0.05, 0],
  ['throughput', 'clock', 'higher', 0.05, 0],
  ['bench.ops', 'clock', 'higher', 0.05, 0],
  ['ops_per_second', 'clock', 'higher', 0.05, 0],
  ['size.app.bytes', 'exact', 'lower', 0.01, 1024],
  ['size.app.gzip_bytes', 'exact', 'lower', 0.01, 1024],
  ['size.app.files', 'exact', 'neither', 0.01, 1],
  ['tests.failed', 'exact', 'lower', 0.01, 1],
  ['tests.errors', 'exact', 'lower', 0.01, 1],
  ['tests.flaky', 'exact', 'lower', 0.01, 1],
  ['tests.total', 'exact', 'higher', 0.01, 1],
  ['tests.passed', 'exact', 'higher', 0.01, 1],
  ['tests.skipped', 'exact', 'neither', 0.01, 1],
  ['job.success', 'exact', 'higher', 0.01, 1],
  ['job.failure', 'exact', 'lower', 0.01, 1],
  ['job.cancelled', 'exact', 'neither', 0.01, 1],
  ['job.attempt', 'exact', 'neither', 0.01, 1],
  ['coverage.lines.percent', 'exact', 'higher', 0, 0.5],
  ['coverage.lines.covered', 'exact', 'higher', 0.01, 1],
  ['lint_warnings', 'exact', 'lower', 0.01, 1],
  ['visitors', 'exact', 'neither', 0.01, 1],
])('%s: %s, better %s, at least %f and %d', (name, kind, better, relative, absolute) => {
  expect(findTraits(name.split('.'))).toEqual({ kind, better, leastChange: { relative, absolute } });
});

test('a kind given by the user has its own least change', () => {
  expect(findLeastChange(['size', 'a', 'bytes'], 'clock')).toEqual({ relative: 0.05, absolute: 0 });
});
