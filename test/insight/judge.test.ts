import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HistoryPoint, type JudgeOptions, judge } from '../../src/insight/judge.ts';
import { countAllowedExceptions } from '../../src/insight/rank-test.ts';

const DAY = 86_400;
/** Values of a duration with little noise: 40 different ones between 98 and 102. */
const NOISY = Array.from({ length: 40 }, (_, index) => 98 + ((index * 17) % 40) / 10);
const CLOCK: JudgeOptions = { kind: 'clock', better: 'lower', leastChange: { relative: 0.05, absolute: 1 } };
const EXACT: JudgeOptions = { kind: 'exact', better: 'lower', leastChange: { relative: 0.01, absolute: 1 } };

function toHistory(values: readonly number[]): HistoryPoint[] {
  return values.map((value, index) => [index * DAY, value]);
}

function verdictOf(values: readonly number[], value: number, options: JudgeOptions): string {
  return judge(toHistory(values), value, options).verdict;
}

test.each([
  [3, 40, 1 / 1000, 4],
  [4, 40, 1 / 1000, 11],
  [3, 40, 1 / 10_000, 0],
  [3, 20, 1 / 1000, 0],
  [3, 12, 1 / 1000, -1],
  [4, 12, 1 / 1000, 0],
  [5, 40, 1 / 100_000, 4],
])(
  'of %d new and %d earlier runs at %f, the exact tail allows %d exceptions',
  (newest, base, alpha, allowed) => {
    expect(countAllowedExceptions({ newest, base }, alpha)).toBe(allowed);
  },
);

test('the exact tail agrees with counting every order of few runs', () => {
  const [newest, base] = [3, 5];
  const exceptions: number[] = [];
  for (let mask = 0; mask < 2 ** (newest + base); mask += 1) {
    const isNew = Array.from({ length: newest + base }, (_, place) => (mask >> place) % 2 === 1);
    if (isNew.filter(Boolean).length !== newest) continue;
    exceptions.push(
      isNew.reduce(
        (sum, one, place) => sum + (one ? isNew.slice(place).filter((other) => !other).length : 0),
        0,
      ),
    );
  }
  for (const alpha of [0.001, 0.02, 0.05, 0.2, 0.5]) {
    const within = (most: number): number =>
      exceptions.filter((one) => one <= most).length / exceptions.length;
    const allowed = countAllowedExceptions({ newest, base }, alpha);
    if (allowed >= 0) expect(within(allowed)).toBeLessThanOrEqual(alpha);
    expect(within(allowed + 1)).toBeGreaterThan(alpha);
  }
});

describe('a measured value', () => {
  test('is short of history below ten runs, and has a usual range from three on', () => {
    expect(judge(toHistory([1, 2]), 9, CLOCK)).toEqual({ verdict: 'short' });
    expect(judge(toHistory([1, 2, 3]), 9, CLOCK)).toEqual({ verdict: 'short', usual: [1.2, 2.8] });
    expect(verdictOf(NOISY.slice(0, 9), 900, CLOCK)).toBe('short');
    expect(verdictOf(NOISY.slice(0, 10), 900, CLOCK)).toBe('unusual');
  });

  test('is ok within its noise', () => {
    const { verdict, usual, ...rest } = judge(toHistory(NOISY), 101, CLOCK);
    expect({ verdict, rest }).toEqual({ verdict: 'ok', rest: {} });
    expect(usual?.map((one) => one.toFixed(2))).toEqual(['98.39', '101.51']);
  });

  test('is unusual in its first run, and regressed in its third, since the first', () => {
    const first = judge(toHistory(NOISY), 150, CLOCK);
    expect(first).toMatchObject({ verdict: 'unusual', runs: 1 });
    expect(first.change).toBeCloseTo(0.5, 2);
    expect(first).not.toHaveProperty('since');
    const third = judge(toHistory([...NOISY, 150, 151]), 152, CLOCK);
    expect(third).toMatchObject({ verdict: 'regressed', runs: 3, since: 40 * DAY });
    expect(third.change).toBeCloseTo(0.51, 2);
  });

  test('is improved when less is better, and regressed when more is better', () => {
    const values = [...NOISY, 50, 51];
    expect(verdictOf(values, 52, CLOCK)).toBe('improved');
    expect(verdictOf(values, 52, { ...CLOCK, better: 'higher' })).toBe('regressed');
    expect(verdictOf(values, 52, { ...CLOCK, better: 'neither' })).toBe('unusual');
  });

  test('is ok below the least change, however significant the change is', () => {
    const values = [...NOISY.map((value) => 100 + (value - 100) / 100), 101, 101.1];
    expect(verdictOf(values, 101.2, CLOCK)).toBe('ok');
    expect(verdictOf(values, 101.2, { ...CLOCK, leastChange: { relative: 0.005 } })).toBe('regressed');
  });

  test('is regressed where few ranks disagree, if the new runs are far beyond the others', () => {
    expect(verdictOf([...NOISY, 106, 107], 101.5, CLOCK)).toBe('regressed');
    expect(verdictOf([...NOISY, 106, 107], 101.1, CLOCK)).toBe('ok');
  });

  test('is ok where all ranks agree, if the new runs are just beyond the others', () => {
    const options = { ...CLOCK, leastChange: { relative: 0.005 } };
    expect(verdictOf([...NOISY, 102, 102.1], 102.2, options)).toBe('ok');
    expect(verdictOf([...NOISY, 102.4, 102.5], 102.6, options)).toBe('regressed');
  });

  test('is not regressed in its second run', () => {
    expect(verdictOf([...NOISY, 150], 151, { ...CLOCK, metrics: 1 })).toBe('ok');
  });

  test('is ok when the series reached and left a similar level before', () => {
    const excursion = [...NOISY.slice(0, 20), 150, 151, 152, ...NOISY.slice(20), ...NOISY.slice(0, 30)];
    expect(verdictOf([...excursion, 150, 151], 152, CLOCK)).toBe('ok');
  });

  test('is not flagged any more once the former level is out of the window', () => {
    const values = [...NOISY, ...NOISY.map((value) => 1.5 * value)];
    expect(verdictOf(values, 150, CLOCK)).toBe('ok');
  });

  test('needs more runs when many metrics are judged together', () => {
    const values = [...NOISY, 150, 151];
    expect(verdictOf(values, 152, { ...CLOCK, metrics: 1000 })).not.toBe('regressed');
    expect(verdictOf([...values, 152, 153, 151], 152, { ...CLOCK, metrics: 1000 })).toBe('regressed');
  });
});

describe('a counted value', () => {
  test('has changed in its first run', () => {
    expect(judge(toHistory([250, 250, 250, 250]), 261, EXACT)).toEqual({
      verdict: 'regressed',
      change: 261 / 250 - 1,
      usual: [250, 250],
      runs: 1,
    });
    expect(verdictOf([250, 250, 250], 240, EXACT)).toBe('improved');
    expect(verdictOf([0, 0, 0], 2, EXACT)).toBe('regressed');
    expect(judge(toHistory([0, 0, 0]), 2, EXACT)).not.toHaveProperty('change');
  });

  test('is ok below the least change', () => {
    expect(verdictOf([250, 250, 250], 251, EXACT)).toBe('ok');
    expect(verdictOf([250, 250, 250], 250, EXACT)).toBe('ok');
  });

  test('has changed by a decimal amount that is less as a double', () => {
    const options: JudgeOptions = { ...EXACT, leastChange: { relative: 0, absolute: 0.5 } };
    for (let hundredths = 0; hundredths <= 9950; hundredths += 1) {
      const [from, to] = [hundredths / 100, (hundredths + 50) / 100];
      expect([from, verdictOf([from, from, from], to, options)]).toEqual([from, 'regressed']);
    }
    expect(verdictOf([1, 1, 1], 1.499, options)).toBe('ok');
  });

  test('has no change where it would be no finite number', () => {
    expect(judge(toHistory([5e-324, 5e-324, 5e-324]), 1e308, EXACT)).toEqual({
      verdict: 'regressed',
      runs: 1,
      usual: [5e-324, 5e-324],
    });
  });

  test('is ok when the series made and reverted such a change twice', () => {
    expect(verdictOf([5, 5, 5, 5, 9, 5, 5, 5, 5, 5], 9, EXACT)).toBe('regressed');
    expect(verdictOf([5, 5, 5, 5, 9, 5, 5, 5, 5, 9, 5, 5, 5, 5, 5], 9, EXACT)).toBe('ok');
  });

  test('is judged as a measured one when it is not steady', () => {
    expect(verdictOf(NOISY, 150, EXACT)).toBe('unusual');
  });
});

describe('any history', () => {
  const value = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer({ min: -3, max: 3 }),
  );
  const options = fc.record({
    kind: fc.constantFrom('clock' as const, 'exact' as const),
    better: fc.constantFrom('lower' as const, 'higher' as const, 'neither' as const),
    metrics: fc.integer({ min: 1, max: 1000 }),
  });

  test('gives one of five answers, with finite or absent numbers, and does not change the history', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 130 }), value, options, (values, one, how) => {
        const history = Object.freeze(toHistory(values));
        const answer = judge(history, one, how);
        expect(['short', 'ok', 'unusual', 'regressed', 'improved']).toContain(answer.verdict);
        if (answer.since !== undefined) expect(history.map(([time]) => time)).toContain(answer.since);
        expect(judge(history, one, how)).toEqual(answer);
      }),
    );
  });

  test('a constant series never has a finding', () => {
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: 130 }), options, (one, length, how) => {
        expect(['short', 'ok']).toContain(verdictOf(new Array<number>(length).fill(one), one, how));
      }),
    );
  });

  const pairs = [[1, 1]];
  test.each<[string, unknown, unknown, unknown]>([
    ['no history', undefined, 1, {}],
    ['a history of values', [1, 2, 3], 1, {}],
    ['a point without a value', [[1]], 1, {}],
    ['a point of texts', [['1', '2']], 1, {}],
    ['a hole in the history', new Array(3), 1, {}],
    ['a last point that is null', [...new Array(200).fill([1, 1]), null], 1, {}],
    ['a text as the value', pairs, '1', {}],
    ['a bigint as the value', pairs, 1n, {}],
    ['no value', pairs, undefined, {}],
    ['options that are null', pairs, 1, null],
    ['options that are a text', pairs, 1, 'clock'],
    ['another kind', pairs, 1, { kind: 'constructor' }],
    ['another direction', pairs, 1, { better: 'toString' }],
    ['a least change that is a number', pairs, 1, { leastChange: 0.05 }],
    ['a least change that is null', pairs, 1, { leastChange: null }],
    ['a number of metrics that is a text', pairs, 1, { metrics: '2' }],
    ['a misspelt option', pairs, 1, { betterr: 'lower' }],
    ['an option of the program alone', pairs, 1, { isNextRun: false }],
    ['a misspelt least change', pairs, 1, { leastChange: { relativ: 0.1 } }],
  ])('%s is a RangeError with a stable code', (_, history, one, how) => {
    const call = judge as (...given: unknown[]) => unknown;
    expect(() => call(history, one, how)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
    expect(() => call(history, one, how)).toThrow(RangeError);
  });

  test('names the option that was probably meant', () => {
    const call = (options: object): unknown => judge(toHistory([1, 2, 3]), 1, options);
    expect(() => call({ betterr: 'lower' })).toThrow(
      'judge: there is no such option, got "betterr". Did you mean better?',
    );
    expect(() => call({ window: 5 })).toThrow('got "window". There are kind, better, leastChange, metrics.');
    expect(call({ betterr: undefined, better: undefined })).toEqual(call({}));
  });

  test.each([
    ['a value', [1, 2, 3], Number.NaN, {}],
    ['a value', [1, 2, 3], Number.POSITIVE_INFINITY, {}],
    ['a history', [1, Number.NaN, 3], 1, {}],
    ['a least change', [1, 2, 3], 1, { leastChange: { relative: Number.NaN } }],
    ['a number of metrics', [1, 2, 3], 1, { metrics: 0 }],
  ])('%s that is not a finite number is a RangeError', (_, values, one, how) => {
    expect(() => judge(toHistory(values), one, how)).toThrow(RangeError);
  });
});
