import { expect, test } from 'vitest';
import { findUnit, formatCount, formatInstant } from '../../src/report/amounts.ts';
import { formatBytes, formatDuration, formatShare } from '../../src/report/quantities.ts';

test.each([
  [0, '0 s'],
  [0.004, '0 s'],
  [0.42, '0.42 s'],
  [12.34, '12.3 s'],
  [59.94, '59.9 s'],
  [59.96, '1 min'],
  [119.9, '2 min'],
  [272, '4 min 32 s'],
  [3600, '1 h'],
  [3_899, '1 h 4 min'],
  [Number.NaN, '–'],
])('%d seconds are %s', (seconds, text) => expect(formatDuration(seconds)).toBe(text));

test.each([
  [0, '0 B'],
  [1023, '1,023 B'],
  [1024, '1.00 KiB'],
  [10_240, '10.0 KiB'],
  [1024 ** 2 - 1, '1.00 MiB'],
  [1.5 * 1024 ** 3, '1.50 GiB'],
])('%d bytes are %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));

test('separates thousands', () => {
  expect([0, 999, 1000, 1_234_567].map(formatCount)).toEqual(['0', '999', '1,000', '1,234,567']);
});

test('only the whole is a hundred per cent', () => {
  expect(formatShare(99_999, 100_000)).toBe('99.9 %');
  expect(formatShare(3, 3)).toBe('100.0 %');
  expect(formatShare(0, 0)).toBe('–');
});

test("an instant outside the calendar's range is empty", () => {
  expect(formatInstant(1_700_000_000.9)).toBe('2023-11-14T22:13:20Z');
  for (const bad of [-1, Number.NaN, 1e12, Number.POSITIVE_INFINITY])
    expect(formatInstant(bad)).toBeUndefined();
});

test.each([
  ['a.job.duration_seconds', 's'],
  ['a.seconds', 's'],
  ['a.size.app.bytes', 'B'],
  ['a.size.app.gzip_bytes', 'B'],
  ['a.coverage.lines.percent', '%'],
  ['a.runner.cpu_percent.mean', '%'],
  ['a.runner.memory_used_bytes.max', 'B'],
  ['a.runner.network_sent_bytes_per_second.max', 'B/s'],
  ['my.upload.bytes_per_second;host=a.seconds', 'B/s'],
  ['a.megabytes', ''],
  ['a.bytes.total', ''],
  ['mean', ''],
  ['a.tests.total', ''],
])('the unit of %s is %j', (path, unit) => expect(findUnit(path)).toBe(unit));
