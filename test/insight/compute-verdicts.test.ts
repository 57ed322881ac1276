import { describe, expect, test } from 'vitest';
import { type CheckedValue, type CheckFacts, computeVerdicts } from '../../src/insight/compute-verdicts.ts';
import type { HistoryPoint } from '../../src/insight/judge.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import type { Limit } from '../../src/options/find-limit.ts';
import { parseNamePatterns } from '../../src/util/name-pattern.ts';

const NOW = 1_800_000_000;
const DAY = 86_400;
const HOUR = 3600;

/** Runs a day apart, the newest a day ago. */
function days(values: readonly number[]): HistoryPoint[] {
  return values.map((value, index) => [NOW - (values.length - index) * DAY, value]);
}

/** A duration with little noise, 300 to 303 s; the last ones are given. */
function durations(...last: number[]): number[] {
  return [...Array.from({ length: 40 - last.length }, (_, index) => 300 + ((index * 17) % 40) / 13), ...last];
}

const makeValue = (name: string, value: number, comparedWith = `ci.x.${name}`): CheckedValue => ({
  path: `ci.x.${name}`,
  name,
  value,
  timestamp: NOW,
  comparedWith,
});

function factsOf(
  stored: Readonly<Record<string, readonly number[]>>,
  changes: Partial<CheckFacts> = {},
): CheckFacts {
  const histories = new Map(Object.entries(stored).map(([name, values]) => [`ci.x.${name}`, days(values)]));
  return {
    histories,
    asked: new Set(histories.keys()),
    limits: [],
    failOn: 'limit',
    isOwnHistory: true,
    isJobSuccess: true,
    jobSuccess: [],
    ...changes,
  };
}

const limit = (pattern: string, changes: Partial<Limit>): Limit => ({
  pattern,
  patterns: parseNamePatterns(pattern),
  check: true,
  ...changes,
});

const STEADY = Array.from({ length: 20 }, () => 100_000);

describe('one metric', () => {
  test.each<[string, string, number, readonly number[], Partial<CheckFacts>, Verdict]>([
    ['as usual', 'job.duration_seconds', 301, durations(), {}, 'ok'],
    ['a first slow run', 'job.duration_seconds', 400, durations(), {}, 'unusual'],
    ['a third slow run', 'job.duration_seconds', 400, durations(395, 398), {}, 'regressed'],
    ['a third fast run', 'job.duration_seconds', 200, durations(199, 203), {}, 'improved'],
    ['a size that grew', 'size.a.bytes', 120_000, STEADY, {}, 'regressed'],
    ['a size that shrank', 'size.a.bytes', 80_000, STEADY, {}, 'improved'],
    ['a size with little more', 'size.a.bytes', 100_400, STEADY, {}, 'ok'],
    ['no direction', 'visitors', 200_000, STEADY, {}, 'unusual'],
    ['nine runs', 'job.duration_seconds', 400, durations().slice(-9), {}, 'short'],
    ['two runs', 'size.a.bytes', 120_000, [1, 1], {}, 'short'],
    ['no run', 'size.a.bytes', 120_000, [], {}, 'short'],
    ['no answer', 'size.a.bytes', 120_000, STEADY, { asked: new Set() }, 'unknown'],
    [
      'a duration of a failed job',
      'job.duration_seconds',
      3,
      durations(),
      { isJobSuccess: false },
      'unknown',
    ],
    ['a size of a failed job', 'size.a.bytes', 120_000, STEADY, { isJobSuccess: false }, 'regressed'],
    [
      'a pull request, after slow runs',
      'job.duration_seconds',
      400,
      durations(395, 398),
      { isOwnHistory: false },
      'ok',
    ],
    ['a slow pull request', 'job.duration_seconds', 400, durations(), { isOwnHistory: false }, 'unusual'],
    ['a large pull request', 'size.a.bytes', 120_000, STEADY, { isOwnHistory: false }, 'regressed'],
  ])('%s', (_, name, value, stored, changes, verdict) => {
    const figures = computeVerdicts([makeValue(name, value)], factsOf({ [name]: stored }, changes));
    expect(figures.metrics.map((metric) => metric.verdict)).toEqual([verdict]);
    expect(figures.verdict).toBe(verdict);
  });

  test.each<[string, Partial<Limit>, number, Verdict | undefined]>([
    ['max', { max: 100 }, 101, 'limit'],
    ['max, reached', { max: 100 }, 100, 'regressed'],
    ['min', { min: 10 }, 9, 'limit'],
    ['a change that matters less', { leastChange: { relative: 0.9, absolute: 0 } }, 75, 'ok'],
    ['another direction', { better: 'higher' }, 75, 'improved'],
    ['no direction', { better: 'neither' }, 75, 'unusual'],
    ['another kind', { kind: 'clock' }, 51, 'ok'],
    ['a step that was accepted', { since: NOW - 2.5 * DAY }, 75, 'short'],
    ['not judged', { check: false }, 75, undefined],
  ])('a limit: %s', (_, changes, value, verdict) => {
    const stored = Array.from({ length: 12 }, () => 50);
    const facts = factsOf({ lint_warnings: stored }, { limits: [limit('lint_warnings', changes)] });
    const figures = computeVerdicts([makeValue('lint_warnings', value)], facts);
    expect(figures.metrics.map((metric) => metric.verdict)).toEqual(verdict === undefined ? [] : [verdict]);
    expect(figures.verdict).toBe(verdict ?? 'unknown');
  });

  test('applies a limit also without a history', () => {
    const facts = factsOf({}, { limits: [limit('a', { max: 5 })] });
    expect(computeVerdicts([makeValue('a', 6)], facts).metrics).toMatchObject([
      { verdict: 'limit', limit: { name: 'max', value: 5 }, history: 0, recent: [6] },
    ]);
  });

  test('has the last twenty runs, the usual range, and the series it was compared with', () => {
    const facts = factsOf({ 'job.duration_seconds': durations() });
    const [metric] = computeVerdicts([makeValue('job.duration_seconds', 301)], facts).metrics;
    expect(metric).toMatchObject({
      path: 'ci.x.job.duration_seconds',
      comparedWith: 'ci.x.job.duration_seconds',
      better: 'lower',
      history: 40,
      usual: [expect.closeTo(300.3, 0), expect.closeTo(302.7, 0)],
    });
    expect([metric?.recent.length, metric?.recent.at(-1)]).toEqual([20, 301]);
  });

  test('uses only earlier runs as its history', () => {
    const facts = factsOf({ 'size.a.bytes': [...STEADY, 500_000, 500_000] });
    const early = { ...makeValue('size.a.bytes', 500_000), timestamp: NOW - 2.5 * DAY };
    expect(computeVerdicts([early], facts).metrics).toMatchObject([{ verdict: 'regressed', history: 20 }]);
  });
});

describe('jobs that failed', () => {
  const name = 'job.duration_seconds';
  const history = days(durations(20, 20));
  const judge = (jobSuccess: HistoryPoint[]): number | undefined =>
    computeVerdicts([makeValue(name, 301)], {
      ...factsOf({}),
      histories: new Map([[`ci.x.${name}`, history]]),
      asked: new Set([`ci.x.${name}`]),
      jobSuccess,
    }).metrics[0]?.history;
  const last = history.at(-1)?.[0] ?? 0;

  test.each<[string, HistoryPoint[], number]>([
    ['is left out in the same slot', [[last, 0]], 39],
    ['is left out an hour before', [[last + HOUR, 0]], 39],
    ['counts where the job succeeded', [[last + HOUR, 1]], 40],
    ['counts where the failure is of another run', [[last + 7 * HOUR, 0]], 40],
    ['counts after a failure', [[last - HOUR, 0]], 40],
    [
      'follows the nearest status',
      [
        [last + HOUR, 1],
        [last + 2 * HOUR, 0],
      ],
      40,
    ],
    ['counts where nothing is known', [], 40],
  ])('do not count: points that one sent %s', (_, jobSuccess, count) => {
    expect(judge(jobSuccess)).toBe(count);
  });

  test('have verdicts that do not count', () => {
    const stored = {
      'job.success': STEADY.map(() => 1),
      'tests.failed': STEADY.map(() => 0),
      'a.tests.failed': STEADY,
    };
    const values = [
      makeValue('job.success', 0),
      makeValue('tests.failed', 3),
      makeValue('a.tests.failed', 100_000),
    ];
    const failed = computeVerdicts(values, factsOf(stored, { isJobSuccess: false, failOn: 'unusual' }));
    expect(failed.metrics.map(({ verdict, isCounted }) => [verdict, isCounted])).toEqual([
      ['regressed', false],
      ['regressed', false],
      ['ok', true],
    ]);
    expect(failed).toMatchObject({ verdict: 'ok', regressed: [], failing: [] });
    const succeeded = computeVerdicts(values, factsOf(stored));
    expect(succeeded).toMatchObject({
      verdict: 'regressed',
      regressed: ['ci.x.job.success', 'ci.x.tests.failed'],
    });
  });
});

describe('several metrics', () => {
  const stored = {
    a: STEADY,
    'size.a.bytes': STEADY,
    'job.duration_seconds': durations(),
    lint_warnings: STEADY.map(() => 0),
  };
  const values = [
    makeValue('a', 5),
    makeValue('size.a.bytes', 200_000),
    makeValue('job.duration_seconds', 400),
    makeValue('lint_warnings', 50),
  ];
  const limits = [limit('lint_warnings', { max: 10 })];

  test.each<[CheckFacts['failOn'], string[]]>([
    ['never', []],
    ['limit', ['ci.x.lint_warnings']],
    ['regression', ['ci.x.size.a.bytes', 'ci.x.lint_warnings']],
    ['unusual', ['ci.x.a', 'ci.x.size.a.bytes', 'ci.x.job.duration_seconds', 'ci.x.lint_warnings']],
  ])('fail-on: %s', (failOn, failing) => {
    expect(computeVerdicts(values, factsOf(stored, { limits, failOn }))).toMatchObject({
      verdict: 'limit',
      regressed: ['ci.x.size.a.bytes'],
      unusual: ['ci.x.a', 'ci.x.job.duration_seconds'],
      failing,
    });
  });

  test('steady and short series make the test no stricter', () => {
    const name = 'job.duration_seconds';
    const slow = durations(395, 398);
    const many = Array.from({ length: 200 }, (_, index) => `size.m${index}.bytes`);
    const verdictWith = (values: readonly number[]): Verdict | undefined => {
      const all = { ...Object.fromEntries(many.map((one) => [one, values])), [name]: slow };
      const run = [...many.map((one) => makeValue(one, values.at(-1) ?? 0)), makeValue(name, 400)];
      return computeVerdicts(run, factsOf(all)).metrics.at(-1)?.verdict;
    };
    expect(verdictWith(STEADY)).toBe('regressed');
    expect(verdictWith([1, 2])).toBe('regressed');
    // With 200 metrics, three runs may be beyond the range by chance.
    expect(verdictWith(durations())).not.toBe('regressed');
  });

  test('no metrics have no check', () => {
    expect(computeVerdicts([], factsOf({}))).toEqual({
      verdict: 'unknown',
      metrics: [],
      regressed: [],
      unusual: [],
      failing: [],
    });
  });
});
