import { expect, it } from 'vitest';
import { SendError } from '../../src/model/errors.ts';
import { parseAnswer } from '../../src/verify/parse-answer.ts';

it.each([
  ['nothing found', '[]', []],
  [
    'values and gaps',
    '[{"target": "a", "tags": {"name": "a"}, "datapoints": [[null, 60], [1.5, 120], [1e9999, 180]]}]',
    [
      {
        name: 'a',
        tags: { name: 'a' },
        slots: [
          { start: 60, value: undefined },
          { start: 120, value: 1.5 },
          { start: 180, value: Number.POSITIVE_INFINITY },
        ],
      },
    ],
  ],
  [
    'any order',
    '[{"target": "a", "datapoints": [[2, 20], [1, 10]]}]',
    [
      {
        name: 'a',
        slots: [
          { start: 10, value: 1 },
          { start: 20, value: 2 },
        ],
        isUnordered: true,
      },
    ],
  ],
])('%s', (_, text, series) => {
  expect(parseAnswer(text, 1)).toEqual(series);
});

it.each([
  ['', 'answered with nothing instead'],
  ['<!DOCTYPE html><title>Log in</title>', 'answered with a web page, perhaps one to log in, instead'],
  ['OK', 'answered with something that is not JSON instead'],
  ['{"message": "no"}', 'answered with JSON that is not a list of series instead'],
  ['null', 'answered with JSON that is not a list of series instead'],
  ['[null]', 'no target and datapoints'],
  ['[{"target": 1, "datapoints": []}]', 'no target and datapoints'],
  ['[{"target": "a"}]', 'no target and datapoints'],
  ['[{"target": "a", "datapoints": [1]}]', 'a datapoint that is not'],
  ['[{"target": "a", "datapoints": [["1", 60]]}]', 'a datapoint that is not'],
  ['[{"target": "a", "datapoints": [[1, null]]}]', 'a datapoint that is not'],
  ['[{"target": "a", "datapoints": [[1]]}]', 'a datapoint that is not'],
])('%j is refused', (text, words) => {
  const parse = (): unknown => parseAnswer(text, 1);
  expect(parse).toThrow(SendError);
  expect(parse).toThrow(words);
  expect(parse).toThrow('Give the address of graphite-web itself');
});
