import { expect, test } from 'vitest';
import { publishDry } from '../rules/publish-dry.ts';

const NOW = 1_700_000_000;
const DAY = 86_400;

test.each([
  ['a year back', NOW - 366 * DAY, undefined],
  ['a second more than that', NOW - 366 * DAY - 1, '2022-11-13T22:13:19Z is more than a year back'],
  ['the year 2001', 1_000_000_000, '2001-09-09T01:46:40Z is more than a year back'],
  ['a day ahead', NOW + DAY, undefined],
  ['a second more than that', NOW + DAY + 1, '2023-11-15T22:13:21Z is more than a day ahead'],
])('a metric of %s: %s', async (_, timestamp, warning) => {
  const { result } = await publishDry({ data: [{ metric: 'a', value: 1, timestamp }] });
  const expected =
    warning === undefined
      ? []
      : [
          `data, item 1, "a": the time ${warning}, where Graphite may keep no points. Check its unit and zone.`,
        ];
  expect(result?.warnings).toEqual(expected);
});

test('compares the time of the run too', async () => {
  const { result } = await publishDry({ metric: 'a', value: 1, timestamp: '2001-09-09T01:46:40Z' });
  expect(result?.warnings).toEqual([expect.stringMatching(/^timestamp: the time 2001-09-09T01:46:40Z is /)]);
});

test('many such points give one warning', async () => {
  const data = ['a', 'b', 'c'].map((metric) => ({ metric, value: 1, timestamp: 1_000_000_000 }));
  const { result } = await publishDry({ data });
  expect(result?.warnings).toEqual([
    expect.stringContaining('more than a year back (and 2 more points like it)'),
  ]);
});
