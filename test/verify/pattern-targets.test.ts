import { describe, expect, it } from 'vitest';
import { listPatterns } from '../../src/verify/pattern-targets.ts';
import type { SentPoint } from '../../src/verify/verification.ts';
import { type Pace, verifyPoints } from '../../src/verify/verify-points.ts';
import { gatherSeries } from '../../src/verify/wanted-series.ts';
import { expandBraces, type RenderQuestion, startFakeGraphite } from '../support/fake-graphite.ts';

const pace: Pace = { firstPauseMs: 5, longestPauseMs: 20, firstResendMs: 10_000, longestResendMs: 10_000 };
const now = Math.floor(Date.now() / 1000);

function toSeries(...names: string[]): ReturnType<typeof gatherSeries>['series'] {
  return gatherSeries(names.map((series) => ({ series, value: 1, timestamp: now }))).series;
}

describe('patterns for any server', () => {
  const list = (...names: string[]): string[] =>
    listPatterns(toSeries(...names), { marker: '_m', isCarbonapi: false });

  it.each<[string, string[], string[]]>([
    ['siblings share one', ['a.b', 'a.c', 'd'], ['a.{b,c,_m}', '{d,_m}']],
    ['tags are exact', ['a;t=1'], ['a;t=1']],
    ['characters of the grammar are exact', ['a.b`c', 'a.d+'], ['a.b`c', 'a.d+']],
  ])('%s', (_, names, targets) => {
    expect(list(...names)).toEqual(targets);
  });

  it('hold at most 50 names, because go-carbon reads 100 of a pattern', () => {
    const patterns = list(...Array.from({ length: 101 }, (_, index) => `a.n${index}`));
    expect(patterns.map((pattern) => pattern.split(',').length)).toEqual([51, 51, 2]);
  });

  it('are at most 4,000 characters long', () => {
    const patterns = list(...Array.from({ length: 30 }, (_, index) => `a.${'n'.repeat(240)}${index}`));
    expect(Math.max(...patterns.map(({ length }) => length))).toBeLessThan(4_020);
    expect(patterns.join().match(/n{240}/g)).toHaveLength(30);
  });
});

describe('patterns for carbonapi', () => {
  it.each<[string, string[]]>([
    ['a.b', ['a.{b,_m}']],
    ['a.b+c', ['a.{b\\+c,_m}']],
    ['a.b=', ['a.{b\\=,_m}']],
    ['1.5', ['{1}.{5,_m}']],
    ['+a.b', ['{\\+a}.{b,_m}']],
    ['123', ['{123,_m}']],
    ['a.b$c@d', ['a.{b$c@d,_m}']],
    ['x.a;t=*', [expect.stringMatching(/^_tagged\.(\w{3})\.(\w{3})\.\{\1\2\w{58},_m\}$/)]],
    ['x.a;t=1.2', ['x.{a\\;t\\=1.2,_m}', expect.stringMatching(/^_tagged\./)]],
  ])('%s', (name, targets) => {
    expect(listPatterns(toSeries(name), { marker: '_m', isCarbonapi: true })).toEqual(targets);
  });
});

/** Looks for points on a server, until all of them are seen or 5 s have passed. */
function verify(url: string, names: readonly string[]): ReturnType<typeof verifyPoints<SentPoint>> {
  const points = names.map((series) => ({ series, value: 1, timestamp: now }));
  const limits = { timeoutMs: 5_000, signal: new AbortController().signal };
  return verifyPoints(points, { access: { url: new URL(url) }, limits, resend: async () => {}, pace });
}

const show = (name: string): object => ({ target: name, datapoints: [[1, now]] });
const HEADER = 'X-CTX-CarbonAPI-UUID';

describe('a server', () => {
  it('that knows no patterns is asked by exact names from the second look on', async () => {
    await using graphite = await startFakeGraphite(({ targets }) =>
      targets.filter((target) => !target.includes('{')).map(show),
    );
    expect(await verify(graphite.url, ['a.b', 'a.c'])).toEqual({ verified: 2, missing: [] });
    expect(graphite.questions.map(({ targets }) => targets)).toEqual([
      [expect.stringMatching(/^a\.\{b,c,_\w+\}$/)],
      ['a.b', 'a.c'],
    ]);
  });

  it('that is carbonapi is never asked by an exact name, and never the same twice', async () => {
    await using graphite = await startFakeGraphite(({ targets }, response) => {
      response.setHeader(HEADER, '1');
      return graphite.questions.length < 4 ? [] : targets.flatMap(expandBraces).map(show);
    });
    expect(await verify(graphite.url, ['a.b'])).toEqual({ verified: 1, missing: [] });
    const asked = graphite.questions.map(({ targets, from }) => `${targets} ${from}`);
    expect(asked.every((one) => /^a\.\{b,_\w+\} \d+$/.test(one))).toBe(true);
    expect(new Set(asked).size).toBe(4);
  });

  it('that is carbonapi and refuses a name of its grammar is asked again in that grammar', async () => {
    const answer = ({ targets }: RenderQuestion): object[] | undefined =>
      targets.some((target) => /[^\\]\+/.test(target))
        ? undefined
        : targets.flatMap(expandBraces).map((name) => show(name.replaceAll('\\', '')));
    await using graphite = await startFakeGraphite((question, response) => {
      response.setHeader(HEADER, '1');
      const answered = answer(question);
      if (answered === undefined) response.writeHead(400).end('Bad Request');
      return answered;
    });
    expect(await verify(graphite.url, ['a.b', 'a.c+d'])).toEqual({ verified: 2, missing: [] });
    expect(graphite.questions).toHaveLength(2);
  });

  it('that is carbonapi may answer 404 with a text until it knows a series', async () => {
    await using graphite = await startFakeGraphite(({ targets }, response) => {
      response.setHeader(HEADER, '1');
      if (graphite.questions.length > 1) return targets.flatMap(expandBraces).map(show);
      return void response.writeHead(404).end('Not Found');
    });
    expect(await verify(graphite.url, ['a.b'])).toEqual({ verified: 1, missing: [] });
  });
});
