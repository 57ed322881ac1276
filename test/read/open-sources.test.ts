import { expect, test } from 'vitest';
import { Faults } from '../../src/model/faults.ts';
import type { WrittenMetric } from '../../src/model/metric.ts';
import type { WrittenOptions } from '../../src/options/options.ts';
import { readOptions } from '../../src/options/read-options.ts';
import { openSources } from '../../src/read/open-sources.ts';

/** Options that each are a source or a fault on their own. */
const NAMING: readonly WrittenOptions[] = [
  { data: 'a: 1' },
  { data: { a: 1 } },
  { data: [['a', 1]] },
  { dataFile: 'no-such-file.yml' },
  { file: 'no-such-file' },
  { replay: ['no-such-file'] },
  { junit: 'no-such-file.xml' },
  { coverage: 'no-such-file.info' },
  { sizes: { a: 'no-such-file' } },
  { jobStatus: 'success' },
  { jobStartedAt: 1 },
  { jobAttempt: 2 },
];

async function find(written: WrittenOptions, context: object = {}) {
  const faults = new Faults();
  const options = readOptions(written, { face: 'library', faults });
  const sources = await openSources(options, { face: 'library', nowMs: 2000, ...context, faults });
  const metrics: WrittenMetric[] = [];
  for await (const chunk of sources.metrics) metrics.push(...chunk);
  const found = metrics.length + sources.collected.length + sources.problems.length + faults.count;
  return { sources, metrics, found };
}

test.each(NAMING)('%j alone is not skipped', async (options) => {
  const { found } = await find(options);
  expect(found).toBeGreaterThan(0);
});

test('what the entry point found is not skipped', async () => {
  const metrics = [{ nodes: ['a'], value: 1 }];
  const found = await find({ metric: 'm', value: 1 }, { collected: { metrics, figures: {} } });
  expect(found).toMatchObject({ metrics: [{ name: 'm' }], sources: { collected: metrics } });
});

test('finds nothing without names', async () => {
  const { sources, found } = await find({ data: '', file: '' });
  expect(found).toBe(0);
  expect(sources.mayBeEmpty).toBe(false);
});
