import { expect, test } from 'vitest';
import type { MetricEntry } from '../../src/options/types.ts';
import { NOW_MS } from '../rules/publish-dry.ts';
import { publishWritten } from '../support/publish-written.ts';

function* makeItems(count: number): Generator<MetricEntry> {
  for (let index = 0; index < count; index += 1) yield [`n${index}`, index];
}

/** The batches of a dry run, each as its lines. */
async function listBatches(data: Iterable<MetricEntry>, batchSize?: number): Promise<string[][]> {
  const batches: string[][] = [];
  const onDryRun = (lines: string): void => void batches.push(lines.split(/(?<=\n)/));
  const result = await publishWritten(
    { data, dryRun: true, group: '', onDryRun, batchSize },
    { face: 'library', nowMs: NOW_MS },
  );
  expect(result.linesMade).toBe(batches.flat().length);
  expect(result.points).toHaveLength(Math.min(200, result.linesMade));
  expect(result.points.map(({ path, value, timestamp }) => `${path} ${value} ${timestamp}\n`)).toEqual(
    batches.flat().slice(0, 200),
  );
  return batches;
}

test.each([
  [1, [1]],
  [499, [499]],
  [500, [500]],
  [501, [500, 1]],
  [1234, [500, 500, 234]],
])('%i metrics are batches of 500', async (count, sizes) => {
  const batches = await listBatches([...makeItems(count)]);
  expect(batches.map((batch) => batch.length)).toEqual(sizes);
  expect(batches.flat()).toEqual([...makeItems(count)].map((_, index) => `n${index} ${index} 1700000000\n`));
});

test.each([
  [1, 1],
  [7, 2],
  [31_999, 500],
  [32_000, 500],
  [32_001, 500],
  [70_000, 501],
  [70, 100_000],
])('a list and a stream of %i metrics are the same batches of %i', async (count, batchSize) => {
  const batches = await listBatches([...makeItems(count)], batchSize);
  expect(await listBatches(makeItems(count), batchSize)).toEqual(batches);
  expect(batches.map((batch) => batch.length)).toEqual(
    Array.from({ length: Math.ceil(count / batchSize) }, (_, index) =>
      Math.min(batchSize, count - index * batchSize),
    ),
  );
});
