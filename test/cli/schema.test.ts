import { describe, expect, test } from 'vitest';
import { computeSeriesBytes, formatSchema } from '../../src/cli/schema/format-schema.ts';
import { type Archive, parseRetentions } from '../../src/cli/schema/parse-retentions.ts';

describe('retentions', () => {
  test.each<[string, Archive[]]>([
    ['60s:7d', [{ slotSeconds: 60, points: 10_080 }]],
    [
      '60s:7d,1h:5y',
      [
        { slotSeconds: 60, points: 10_080 },
        { slotSeconds: 3600, points: 43_800 },
      ],
    ],
    [
      '1h:5y , 60:7d',
      [
        { slotSeconds: 60, points: 10_080 },
        { slotSeconds: 3600, points: 43_800 },
      ],
    ],
    ['1m:100', [{ slotSeconds: 60, points: 100 }]],
    ['1w:1y', [{ slotSeconds: 604_800, points: 52 }]],
  ])('accepts %s', (text, archives) => {
    expect(parseRetentions(text)).toEqual(archives);
  });

  test.each([
    ['', 'an archive is the length'],
    ['60s', 'an archive is the length'],
    ['60s:7d;1h:5y', 'an archive is the length'],
    ['60s:7d,', 'an archive is the length'],
    ['0s:7d', 'an archive is the length'],
    ['1d:1h', 'an archive is the length'],
    ['60s:-7d', 'an archive is the length'],
    ['60s:7d\n[x]', 'an archive is the length'],
    ['1s:999999999y', 'a series has at most 357 million slots'],
    ['60s:7d,60s:14d', 'every archive has slots of another length'],
    ['40s:7d,60s:14d', 'a slot is a whole number'],
    ['60s:7d,1h:7d', 'an archive with longer slots reaches further back'],
    ['60s:10,1h:7d', 'an archive has enough slots'],
    [Array.from({ length: 21 }, () => '1s:1d').join(','), 'there are at most 20 archives'],
  ])('refuses %j', (text, rule) => {
    expect(parseRetentions(text)).toEqual({ rule: expect.stringContaining(rule) });
  });
});

test('the README and the command have the same schema', () => {
  const archives = parseRetentions('60s:7d,1h:5y') as readonly Archive[];
  expect(computeSeriesBytes(archives)).toBe(646_600);
  expect(formatSchema({ group: 'ci', retentions: '60s:7d,1h:5y', archives, series: 1000 })).toBe(`\
# storage-schemas.conf: above the other blocks, as the first match counts.
[ci]
pattern = ^ci[.-]
retentions = 60s:7d,1h:5y

# storage-aggregation.conf: above the other blocks.
[ci]
pattern = ^ci[.-]
xFilesFactor = 0
aggregationMethod = last

# Disk: 646,600 bytes a series, from its first point on; 1,000 series take 616.6 MiB.
# Series that are there already keep their old schema until whisper-resize changes their files.
`);
});
