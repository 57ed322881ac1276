import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePoints, type Sight } from '../../src/verify/compare-points.ts';

type Pair = readonly [start: number, value: number | undefined];

function compare(sent: readonly Pair[], shown: readonly Pair[]): Sight[] {
  const points = sent.map(([timestamp, value = 0]) => ({ series: 'a', timestamp, value }));
  return comparePoints(points, { name: 'a', slots: shown.map(([start, value]) => ({ start, value })) });
}

const minutes: Pair[] = [
  [60, undefined],
  [120, 5],
  [180, undefined],
];

describe('one point', () => {
  it.each<[string, Pair, Pair[], Sight]>([
    ['at the start of its slot', [120, 5], minutes, 'seen'],
    ['within its slot', [179, 5], minutes, 'seen'],
    ['in a slot without a value', [180, 5], minutes, 'absent'],
    ['in the last slot', [239, 5], [...minutes.slice(0, 2), [180, 5]], 'seen'],
    ['another value', [150, 6], minutes, { found: 5 }],
    ['zero is a value', [150, 0], [...minutes.slice(0, 1), [120, 0]], 'seen'],
    ['zero is no other value', [150, 0], minutes, { found: 5 }],
    ['the same double except its last digits', [120, 5.000000000000001], minutes, 'seen'],
    ['nearly the same', [120, 5.00001], minutes, { found: 5 }],
    ['after all slots', [240, 5], minutes, 'absent'],
    ['before all slots', [59, 5], minutes, 'too-wide'],
    ['a slot alone, at its start', [120, 5], [[120, 5]], 'seen'],
    ['one slot, whose end is unknown', [121, 5], [[120, 5]], 'too-wide'],
    ['a series without slots', [120, 5], [], 'absent'],
    [
      'a server that leaves out what is empty',
      [130, 5],
      [
        [60, 1],
        [120, 5],
        [600, 1],
      ],
      'seen',
    ],
    [
      'the same, with a hole where the point should be',
      [250, 5],
      [
        [60, 1],
        [120, 5],
        [600, 1],
      ],
      'absent',
    ],
  ])('%s', (_, sent, shown, sight) => {
    expect(compare([sent], shown)).toEqual([sight]);
  });
});

describe('several points of one slot', () => {
  it.each<[string, Pair[], Sight[]]>([
    [
      'the last one sent represents all',
      [
        [130, 4],
        [125, 5],
      ],
      ['seen', 'seen'],
    ],
    [
      'so does the latest by its time',
      [
        [130, 5],
        [125, 4],
      ],
      ['seen', 'seen'],
    ],
    [
      'of two at one time the last one sent',
      [
        [130, 5],
        [130, 4],
      ],
      [{ found: 5 }, { found: 5 }],
    ],
    [
      'neither the last one sent nor the latest',
      [
        [130, 4],
        [125, 5],
        [121, 3],
      ],
      [{ found: 5 }, { found: 5 }, { found: 5 }],
    ],
    [
      'an earlier one does not',
      [
        [125, 5],
        [130, 4],
      ],
      [{ found: 5 }, { found: 5 }],
    ],
    [
      'each slot separately',
      [
        [125, 5],
        [185, 5],
      ],
      ['seen', 'absent'],
    ],
  ])('%s', (_, sent, sights) => {
    expect(compare(sent, minutes)).toEqual(sights);
  });
});

it('detects exactly the points that a store with slots keeps', () => {
  const point = fc.record({
    series: fc.constant('a'),
    timestamp: fc.integer({ min: 100_000, max: 101_000 }),
    value: fc.double({ noNaN: true, noDefaultInfinity: true }),
  });
  const sent = fc.array(point, { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(sent, fc.constantFrom(1, 10, 60, 300), fc.nat(), (points, step, lost) => {
      const slotOf = (timestamp: number): number => timestamp - (timestamp % step);
      const stored = new Map(points.map(({ timestamp, value }) => [slotOf(timestamp), value]));
      const gone = slotOf(points[lost % points.length]?.timestamp ?? 0);
      stored.delete(gone);
      const first = slotOf(100_000) - step;
      const starts = Array.from({ length: 1_000 / step + 3 }, (_, index) => first + index * step);
      const slots = starts.map((start) => ({ start, value: stored.get(start) }));
      const expected = points.map(({ timestamp }) => (slotOf(timestamp) === gone ? 'absent' : 'seen'));
      expect(comparePoints(points, { name: 'a', slots })).toEqual(expected);
    }),
  );
});

describe('a server that dates a slot by its end', () => {
  const tens: Pair[] = [
    [10, undefined],
    [20, 1],
    [30, 2],
    [40, undefined],
  ];

  it.each<[string, Pair[], Pair[], Sight[]]>([
    ['one point', [[12, 1]], tens, ['seen']],
    ['one point at the end of its slot', [[20, 1]], tens, ['seen']],
    [
      'several points',
      [
        [12, 1],
        [22, 2],
      ],
      tens,
      ['seen', 'seen'],
    ],
    [
      'several equal points',
      [
        [12, 1],
        [22, 1],
      ],
      [
        [10, undefined],
        [20, 1],
        [30, 1],
        [40, undefined],
      ],
      ['seen', 'seen'],
    ],
    [
      'points outside of the answer',
      [
        [12, 1],
        [400, 7],
      ],
      tens,
      ['seen', 'absent'],
    ],
    ['another value in the next slot', [[12, 5]], tens, ['absent']],
    ['a value two slots later', [[2, 1]], [[0, undefined], ...tens], ['absent']],
    [
      'an earlier point that the next slot does not hold',
      [
        [12, 1],
        [25, 1],
      ],
      [
        [10, undefined],
        [20, 1],
        [30, undefined],
      ],
      ['absent', 'seen'],
    ],
  ])('%s', (_, sent, shown, expected) => {
    expect(compare(sent, shown)).toEqual(expected);
  });
});
