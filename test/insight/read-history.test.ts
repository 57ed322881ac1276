import { describe, expect, test } from 'vitest';
import { buildTargets } from '../../src/insight/build-targets.ts';
import type { ShownSeries } from '../../src/insight/merge-history.ts';
import { mergeHistory } from '../../src/insight/merge-history.ts';
import { type AskHistory, readHistory, seemsToForget } from '../../src/insight/read-history.ts';

const NOW = 1_800_000_000;
const DAY = 86_400;

interface Question {
  readonly targets: readonly string[];
  readonly from: string;
  readonly maxSeries: number;
}

/** Reads with an answer for each request, and records the requests. */
async function read(
  paths: readonly string[],
  answer: (question: Question) => readonly ShownSeries[],
  spanDays = 90,
  filterPath?: string,
): Promise<{ questions: Question[]; read: Awaited<ReturnType<typeof readHistory>> }> {
  const questions: Question[] = [];
  const ask: AskHistory = async (form, maxSeries) => {
    const question = { targets: form.getAll('target'), from: form.get('from') ?? '', maxSeries };
    questions.push(question);
    expect([...form.keys()].filter((key) => key !== 'target')).toEqual([
      'from',
      'format',
      'noNullPoints',
      'noCache',
    ]);
    return answer(question);
  };
  return {
    read: await readHistory(paths, {
      ask,
      spanDays,
      nowSeconds: NOW,
      ...(filterPath === undefined ? {} : { filterPath }),
    }),
    questions,
  };
}

const series = (name: string, ages: readonly number[]): ShownSeries => ({
  name,
  slots: ages.map((age) => ({ start: NOW - age * DAY, value: age })),
});
const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `a.m${index}`);
const TWENTY = Array.from({ length: 20 }, (_, index) => 20 - index);

describe('reading the history', () => {
  test.each([
    [1, 2],
    [201, 2],
    [202, 4],
    [1001, 10],
  ])('asks for %d series with %d requests', async (count, expected) => {
    const paths = names(count);
    const { questions, read: found } = await read(paths, () => paths.map((path) => series(path, TWENTY)));
    expect(questions).toHaveLength(expected);
    expect(found.asked.size).toBe(count);
    expect(found.histories.size).toBe(count);
    expect(questions.every(({ targets, maxSeries }) => targets.length <= 5 && maxSeries <= 201)).toBe(true);
  });

  test('asks again, for a longer span, for those with few points', async () => {
    const { questions, read: found } = await read(['a.b', 'a.c', 'a.d'], ({ from }) =>
      from === '-730d'
        ? [series('a.c', [400, 300])]
        : [series('a.b', TWENTY), ...(from === '-7d' ? [series('a.c', [2])] : [])],
    );
    expect(questions.map(({ from, targets }) => [from, targets])).toEqual([
      ['-90d', ['a.{b,c,d}']],
      ['-7d', ['a.{b,c,d}']],
      ['-730d', ['a.{c,d}']],
    ]);
    expect(found.histories.get('a.c')?.map(([, value]) => value)).toEqual([400, 300, 2]);
    expect([found.histories.has('a.d'), found.asked.has('a.d')]).toEqual([false, true]);
  });

  test('does not ask again for a path that is only a filter', async () => {
    const answer = (): ShownSeries[] => [series('a.b', TWENTY)];
    const filtered = await read(['a.success', 'a.b'], answer, 90, 'a.success');
    expect(filtered.questions).toHaveLength(2);
    const judged = await read(['a.success', 'a.b'], answer);
    expect(judged.questions).toHaveLength(3);
  });

  test('keeps what it has when the longer span has no answer', async () => {
    const { read: found } = await read(['a.b'], ({ from }) => {
      if (from === '-730d') throw new Error('slow');
      return [series('a.b', [3, 2])];
    });
    expect(found.histories.get('a.b')).toHaveLength(2);
    expect(found.problem).toBeUndefined();
  });

  test('does not ask again after a failure, and reports which paths have no answer', async () => {
    const failure = new Error('down');
    // The first two parts have 201 series each.
    const { questions, read: found } = await read(names(1000), ({ targets }) => {
      if (!targets.some((target) => /\bm(?:0|201)\b/.test(target))) throw failure;
      return names(1000).map((path) => series(path, TWENTY));
    });
    expect(found.problem).toBe(failure);
    expect([found.asked.size, found.histories.size]).toEqual([402, 402]);
    expect(questions.length).toBeLessThanOrEqual(8);
  });

  test.each([
    [3, ['-3d', '-730d']],
    [7, ['-7d', '-730d']],
    [1000, ['-1000d', '-7d']],
  ])('a span of %d days: %j', async (days, froms) => {
    const { questions } = await read(['a.b'], () => [], days);
    expect(questions.map(({ from }) => from)).toEqual(froms);
  });

  test('fine points replace the coarse ones of their span', async () => {
    const { read: found } = await read(['a.b'], ({ from }) => [
      from === '-7d' ? series('a.b', [6.9, 6.8, 1]) : series('a.b', [80, 8, 7, 6, 1]),
    ]);
    expect(found.histories.get('a.b')?.map(([, value]) => value)).toEqual([80, 8, 6.9, 6.8, 1]);
  });
});

describe('a wrong response', () => {
  const merge = (...shown: ShownSeries[]): readonly unknown[] => [
    ...mergeHistory(new Set(['a']), { fine: shown, coarse: [], fineFrom: 0 }),
  ];
  const slot = (start: number, value: number | undefined): ShownSeries['slots'][number] => ({ start, value });

  test.each<[string, ShownSeries, Array<[number, number]> | undefined]>([
    ['another name', { name: 'b', slots: [slot(1, 1)] }, undefined],
    [
      'numbers that are none',
      { name: 'a', slots: [slot(1, Number.NaN), slot(2, Infinity), slot(3, 3)] },
      [[3, 3]],
    ],
    ['gaps', { name: 'a', slots: [slot(1, undefined), slot(2, 2)] }, [[2, 2]]],
    ['times that are none', { name: 'a', slots: [slot(Number.NaN, 1), slot(Infinity, 2)] }, undefined],
    ['a time twice', { name: 'a', slots: [slot(1, 1), slot(1, 2)] }, [[1, 1]]],
    ['times out of order', { name: 'a', slots: [slot(1, 1), slot(2, 2)], isUnordered: true }, undefined],
    ['nothing', { name: 'a', slots: [] }, undefined],
  ])('%s', (_, shown, points) => {
    expect(merge(shown)).toEqual(points === undefined ? [] : [['a', points]]);
  });

  test('uses the first of two equal series', () => {
    expect(merge({ name: 'a', slots: [slot(1, 1)] }, { name: 'a', slots: [slot(2, 2)] })).toEqual([
      ['a', [[1, 1]]],
    ]);
  });

  test('uses the last ten thousand of very many points', () => {
    const slots = Array.from({ length: 20_000 }, (_, index) => slot(index, index));
    expect(merge({ name: 'a', slots })).toEqual([
      ['a', expect.objectContaining({ length: 10_000, 0: [10_000, 10_000] })],
    ]);
  });
});

describe('targets', () => {
  test.each<[string, string[], string[]]>([
    ['siblings in braces', ['a.b.c', 'a.b.d'], ['a.b.{c,d}']],
    ['one alone', ['a.b.c'], ['a.b.c']],
    ['no parent', ['a'], ['a']],
    ['what braces cannot hold', ['a.b`c', 'a.d'], ['a.b?c', 'a.d']],
    ['what carbonapi refuses', ['a.b+c', 'a.d', '~e'], ['a.{b?c,d}', '?e']],
    ['what carbonapi takes for a number', ['1a.b', '-2.c', 'a.3'], ['a.3', '{-2}.c', '{1a}.b']],
  ])('%s', (_, paths, targets) => {
    expect(buildTargets(paths).toSorted()).toEqual(targets.toSorted());
  });

  test('have at most 50 names each, because go-carbon reads 100 of a pattern', () => {
    const targets = buildTargets(names(201));
    expect(targets.map((target) => target.split(',').length)).toEqual([50, 50, 50, 50, 1]);
  });

  test('are cut when they become long', () => {
    const targets = buildTargets(Array.from({ length: 100 }, (_, index) => `p.${'x'.repeat(100)}${index}`));
    expect(targets.length).toBeGreaterThan(1);
    expect(targets.every((target) => target.length <= 4100)).toBe(true);
    expect(targets.join().match(/x{100}/g)).toHaveLength(100);
  });
});

test.each<[string, number[][], boolean]>([
  ['no point', [[]], false],
  ['two points', [[0.5, 0.2]], false],
  ['three points of today', [[0.5], [0.2, 0.1]], true],
  ['one older', [[0.5], [2, 0.2, 0.1]], false],
  ['times of the future', [[-2, -3, -4]], false],
])('seems to keep points for a day only: %s', (_, ages, expected) => {
  const histories = ages.map((some) => some.map((age) => [NOW - age * DAY, 1] as const));
  expect(seemsToForget(histories, NOW)).toBe(expected);
});
