import { expect, it } from 'vitest';
import { matchAnswer } from '../../src/verify/match-answer.ts';
import type { RenderedSeries } from '../../src/verify/parse-answer.ts';
import { gatherSeries } from '../../src/verify/wanted-series.ts';

const asked = (...names: string[]) =>
  gatherSeries(names.map((series) => ({ series, value: 1, timestamp: 60 }))).series;
const rendered = (name: string, tags?: Record<string, string>): RenderedSeries => ({
  name,
  slots: [],
  ...(tags === undefined ? {} : { tags }),
});
/** The answers to each series, by their index in the answer. */
function match(names: string[], answer: RenderedSeries[]): number[][] {
  const series = asked(...names);
  const matched = matchAnswer(series, answer);
  return series.map((one) => (matched.get(one) ?? []).map((found) => answer.indexOf(found)));
}

const two = ['a;os=linux', 'a;os=mac'];

it.each([
  ['by its name', ['b', 'a'], [rendered('a'), rendered('c'), rendered('b')], [[2], [0]]],
  ['by its name with tags', two, [rendered('a;os=mac'), rendered('a;os=linux')], [[1], [0]]],
  [
    'by the tags next to its name',
    two,
    [rendered('a', { name: 'a', os: 'mac' }), rendered('a', { name: 'a', os: 'linux' })],
    [[1], [0]],
  ],
  ['by tags in any order', ['a;b=1;c=2'], [rendered('a', { c: '2', name: 'a', b: '1' })], [[0]]],
  ['by tags without the name', ['a;b=1'], [rendered('a', { b: '1' })], [[0]]],
  ['never by other tags', two, [rendered('a', { os: 'bsd' }), rendered('a', { os: 'linux' })], [[1], []]],
  ['by the order of the targets', two, [rendered('a'), rendered('a')], [[0], [1]]],
  ['never by an order with a gap', two, [rendered('a')], [[], []]],
  ['never by the order of other names', two, [rendered('a'), rendered('b')], [[], []]],
  [
    'by the first ten answers of one name',
    ['a'],
    Array.from({ length: 30 }, () => rendered('a')),
    [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
  ],
])('a series is found %s', (_, names, answer, expected) => {
  expect(match(names, answer)).toEqual(expected);
});
