import { expect, test } from 'vitest';
import { RunValues, takeFirst } from '../../src/insight/run-values.ts';

const NOW = 1_800_000_000;

function valuesOf(...lines: string[]): RunValues {
  const values = new RunValues('ci.acme.runner', NOW);
  values.add([{ bytes: Buffer.from(lines.map((line) => `${line}\n`).join('')), lines: lines.length }]);
  return values;
}

const take = (...lines: string[]): ReturnType<typeof takeFirst> => takeFirst([valuesOf(...lines)]);

const line = (name: string, { value = 1, time = NOW } = {}): string =>
  `ci.acme.runner.${name} ${value} ${time}`;

test.each<[string, string[], string[]]>([
  ['a metric that the user names', [line('a.b')], ['a.b']],
  ['the order of the lines', [line('b'), line('a')], ['b', 'a']],
  ['nothing of the runner', [line('runner.cpu.max'), line('runner.cpu.mean')], []],
  ['a metric with a node "runner" elsewhere', [line('job.runner')], ['job.runner']],
  ['no metric with two points', [line('a'), line('b'), line('a', { time: NOW - 5 })], ['b']],
  ['no metric with tags', [line('a;host=x')], []],
  ['a point of yesterday', [line('a', { time: NOW - 86_400 })], ['a']],
  ['no older point', [line('a', { time: NOW - 86_401 })], []],
  ['no point of the future', [line('a', { time: NOW + 86_401 })], []],
])('includes %s', (_, lines, names) => {
  expect(take(...lines).values.map(({ name }) => name)).toEqual(names);
});

test('has path, value and time', () => {
  expect(take(line('a', { value: -1.5e-7 })).values).toEqual([
    { path: 'ci.acme.runner.a', name: 'a', value: -1.5e-7, timestamp: NOW },
  ]);
});

test('includes the first thousand, and counts the rest', () => {
  const { values, leftOut } = take(...Array.from({ length: 25_000 }, (_, index) => line(`m${index}`)));
  expect([values.length, values.at(-1)?.name, leftOut]).toEqual([1000, 'm999', 24_000]);
});

test('a second point makes room for a later metric', () => {
  const names = Array.from({ length: 1001 }, (_, index) => line(`m${index}`));
  const { values, leftOut } = take(...names, line('m0', { time: NOW - 1 }));
  expect([values.length, values.at(-1)?.name, leftOut]).toEqual([1000, 'm1000', 0]);
});

test('clear() removes all values', () => {
  const values = new RunValues('', NOW);
  values.add([{ bytes: Buffer.from(`a 1 ${NOW}\n`), lines: 1 }]);
  expect(values.list()).toMatchObject([{ path: 'a', name: 'a' }]);
  values.clear();
  expect(takeFirst([values])).toEqual({ values: [], leftOut: 0 });
});

test('the first thousand are those of the first part, then those of the next', () => {
  const parts = ['a', 'b'].map((head) =>
    valuesOf(...Array.from({ length: 700 }, (_, index) => line(`${head}${index}`))),
  );
  const { values, leftOut } = takeFirst(parts);
  expect([values[0]?.name, values[700]?.name, values.length, leftOut]).toEqual(['a0', 'b0', 1000, 400]);
});
