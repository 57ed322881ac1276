import type { PageElement } from 'jsdom';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CheckFigures, MetricVerdict } from '../../src/model/verdict.ts';
import { listMessages } from '../../src/report/check-messages.ts';
import { formatCheck } from '../../src/report/summary-check.ts';
import { formatCheckText } from '../../src/report/text-check.ts';
import {
  explainVerdict,
  formatAmount,
  formatChange,
  formatRange,
  formatSparkline,
} from '../../src/report/verdict-words.ts';
import { type Page, readPage } from './markdown-page.ts';
import { startMermaid } from './mermaid-parser.ts';

const SINCE = Date.UTC(2026, 10, 26, 14, 2) / 1000;

function metricOf(changes: Partial<MetricVerdict> & { readonly path: string }): MetricVerdict {
  return {
    value: 371,
    verdict: 'ok',
    better: 'lower',
    comparedWith: changes.path,
    isCounted: true,
    recent: [302, 310, 331, 305, 371],
    history: 40,
    usual: [302, 331],
    ...changes,
  };
}

function checkOf(metrics: readonly MetricVerdict[], changes: Partial<CheckFigures> = {}): CheckFigures {
  const list = (verdict: string): string[] =>
    metrics.filter((metric) => metric.verdict === verdict).map(({ path }) => path);
  return {
    verdict: 'ok',
    metrics,
    regressed: list('regressed'),
    unusual: list('unusual'),
    failing: [],
    leftOut: 0,
    notices: [],
    ...changes,
  };
}

const SLOW = metricOf({
  path: 'ci.acme.app.test.job.duration_seconds',
  verdict: 'regressed',
  change: 0.17,
  runs: 3,
  since: SINCE,
});
const LARGE = metricOf({
  path: 'ci.acme.app.size.bundle.bytes',
  value: 261_000,
  recent: [250_000, 250_000, 261_000],
  usual: [250_000, 250_000],
  verdict: 'regressed',
  change: 0.044,
  runs: 1,
});
const ODD = metricOf({
  path: 'ci.acme.app.step.lint.duration_seconds',
  verdict: 'unusual',
  change: 1.7,
  runs: 1,
});
const BEYOND = metricOf({
  path: 'ci.acme.app.lint_warnings',
  verdict: 'limit',
  limit: { name: 'max', value: 300 },
});
const FINE = metricOf({ path: 'ci.acme.app.tests.total', better: 'higher' });
const NEW = metricOf({
  path: 'ci.acme.app.new',
  verdict: 'short',
  better: 'neither',
  history: 1,
  recent: [371],
});

/** An attribute in HTML. */
function attributeOf(element: PageElement | null, name: string): string | undefined {
  return [...(element?.attributes ?? [])].find((one) => one.name === name)?.value;
}

describe('words', () => {
  test.each<[MetricVerdict, string]>([
    [SLOW, 'regressed +17 %: 3 runs in a row, since 26 Nov 14:02 UTC'],
    [LARGE, 'regressed +4.4 % in this run'],
    [ODD, 'unusual +170 %: one run; the next two decide'],
    [BEYOND, 'limit: above max 300'],
    [metricOf({ path: 'a', verdict: 'limit', limit: { name: 'min', value: 5 } }), 'limit: below min 5'],
    // Both are 244.1 KiB.
    [
      metricOf({
        path: 'a_bytes',
        value: 250_001,
        verdict: 'limit',
        limit: { name: 'max', value: 250_000 },
      }),
      'limit: 250001 is above max 250000',
    ],
    [metricOf({ path: 'a', verdict: 'regressed', change: 0.0004 }), 'regressed +0.04 % in this run'],
    [metricOf({ path: 'a', verdict: 'regressed', change: -0.00001 }), 'regressed −0.001 % in this run'],
    [metricOf({ path: 'a', verdict: 'regressed', change: 1e-9 }), 'regressed in this run'],
    [
      metricOf({ path: 'a', verdict: 'improved', change: -0.2, runs: 3, since: SINCE }),
      'improved −20 %: 3 runs in a row, since 26 Nov 14:02 UTC',
    ],
    [FINE, 'ok'],
    [NEW, 'short: 1 run so far'],
    [metricOf({ path: 'a', verdict: 'unknown' }), 'unknown'],
  ])('%#: %s', (metric, words) => {
    expect(explainVerdict(metric)).toBe(words);
  });

  test.each<[string, [number, number] | undefined, string]>([
    ['a_seconds', [30.2, 33.1], '30.2–33.1 s'],
    ['a_seconds', [302, 331], '5 min 2 s–5 min 31 s'],
    ['a_seconds', [301, 310], '5 min 1 s–5 min 10 s'],
    ['a_seconds', [50, 61], '50 s–1 min 1 s'],
    ['a_bytes', [1024, 2048], '1.00–2.00 KiB'],
    ['a_bytes', [1000, 2048], '1,000 B–2.00 KiB'],
    ['a', [-1, 5], '-1–5'],
    ['a', [5, 5], '5'],
    ['a', undefined, '–'],
  ])('the range of %s %j: %s', (path, range, text) => {
    expect(formatRange(path, range)).toBe(text);
  });

  test.each<[number | undefined, string]>([
    [0.17, '+17 %'],
    [-0.044, '−4.4 %'],
    [Number.POSITIVE_INFINITY, ''],
    [1e307, ''],
    [undefined, ''],
  ])('a change of %s: %s', (change, text) => {
    expect(formatChange(change)).toBe(text);
  });

  test.each([
    [10_412, '10,412'],
    [-1234.5, '-1,234'],
    [999.96, '1000'],
    [0.123456, '0.1235'],
    [1e300, '1e+300'],
  ])('the count %d: %s', (value, text) => {
    expect(formatAmount('tests.total', value)).toBe(text);
  });

  test('a negative amount has no different unit', () => {
    expect([formatAmount('a_seconds', -5), formatAmount('a_percent', 12.345678)]).toEqual([
      '-5 s',
      '12.35 %',
    ]);
  });

  test.each<[number[], string]>([
    [[1, 2, 3, 4, 5, 6, 7, 8], '▁▂▃▄▅▆▇█'],
    [[5, 5, 5], '▁▁▁'],
    [[-1e308, 0, 1e308], '▁▅█'],
  ])('the sparkline of %j', (values, line) => {
    expect(formatSparkline(values)).toBe(line);
  });
});

describe('the summary', () => {
  let parse: Awaited<ReturnType<typeof startMermaid>>;
  beforeAll(async () => {
    parse = await startMermaid();
  });

  const render = (check: CheckFigures): Page['document'] =>
    readPage(formatCheck(check).join('\n\n')).document;

  test('has the findings first, the worst on top, and folds the rest', () => {
    const document = render(checkOf([FINE, ODD, LARGE, SLOW, BEYOND, NEW]));
    expect(document.querySelector('h4')?.textContent).toBe(
      'Is it normal? 1 limit, 2 regressed, 1 unusual, 1 ok, 1 short',
    );
    const rows = [...document.querySelectorAll('table')].map((table) =>
      [...table.querySelectorAll('tr')].slice(1).map((row) => row.querySelector('code')?.textContent),
    );
    expect(rows).toEqual([
      ['lint_warnings', 'size.bundle.bytes', 'test.job.duration_seconds', 'step.lint.duration_seconds'],
      ['tests.total', 'new'],
    ]);
    const cells = [...document.querySelectorAll('tr')][3]?.querySelectorAll('td') ?? [];
    expect([...cells].map(({ textContent }) => textContent?.trim())).toEqual([
      // Amounts and arrows do not break in a narrow column.
      'test.job.duration_seconds\u00a0↓',
      // A phone shows only the first columns.
      'regressed +17 %: 3 runs in a row, since 26 Nov 14:02 UTC',
      '6\u00a0min\u00a011\u00a0s',
      '5\u00a0min\u00a02\u00a0s–5\u00a0min\u00a031\u00a0s',
      formatSparkline(SLOW.recent),
    ]);
    expect([...document.querySelectorAll('td b')].map(({ textContent }) => textContent)).toContain(
      'regressed +17 %',
    );
    expect(document.querySelector('a')).toBeNull();
  });

  test.each<[string, string[], string | undefined, string[]]>([
    ['the nodes that all paths start with', ['ci.a.b.x', 'ci.a.b.y.z'], 'ci.a.b', ['x', 'y.z']],
    ['a node of each path at least', ['ci.a.b', 'ci.a.b.c'], 'ci.a', ['b', 'b.c']],
    ['whole nodes', ['ci.ab.x', 'ci.ac.x'], 'ci', ['ab.x', 'ac.x']],
    ['nothing of the path of one metric', ['ci.a.b'], undefined, ['ci.a.b']],
    ['nothing of paths with different starts', ['a.x', 'b.x'], undefined, ['a.x', 'b.x']],
    ['nothing of a path of one node', ['a', 'a.b'], undefined, ['a', 'a.b']],
  ])('has above its tables %s', (_, paths, parent, shown) => {
    const document = render(checkOf(paths.map((path) => metricOf({ path }))));
    expect(document.querySelector('p code')?.textContent).toBe(parent);
    expect([...document.querySelectorAll('td code')].map(({ textContent }) => textContent)).toEqual(shown);
  });

  test('lets a narrow column break a path after its dots and underscores', () => {
    expect(formatCheck(checkOf([SLOW]))[1]).toContain(
      '<code>ci.<wbr>acme.<wbr>app.<wbr>test.<wbr>job.<wbr>duration&#95;<wbr>seconds</code>',
    );
  });

  test('links each metric to the compared series, if Graphite is served by https', () => {
    const metric = { ...SLOW, comparedWith: 'ci.a`b&c' };
    const document = render(checkOf([metric], { graphiteUrl: 'https://graphite.example.com/g/' }));
    expect(attributeOf(document.querySelector('a'), 'href')).toBe(
      'https://graphite.example.com/g/render?target=ci.a%60b%26c&from=-90d&lineMode=connected&width=900',
    );
    expect(document.querySelector('img')).toBeNull();
  });

  test('draws at most three regressed metrics, as Mermaid charts', async () => {
    const many = Array.from({ length: 5 }, (_, index) => ({ ...SLOW, path: `a.m${index}_seconds` }));
    const fences = formatCheck(checkOf([...many, ODD])).filter((block) => block.startsWith('```'));
    expect(fences).toHaveLength(3);
    for (const fence of fences) {
      const understood = await parse(fence.split('\n').slice(1, -1).join('\n'));
      expect(understood.type).toBe('xychart');
      expect(understood.plots[0]?.data.map(([, value]) => value)).toEqual([...SLOW.recent]);
    }
  });

  test.each<[string, number[]]>([
    ['equal values', [5, 5]],
    ['tiny values', [1e-9, 2e-9, 3e-9]],
    ['negative values', [-5, -3]],
    ['large values', [9e14, 1]],
  ])('draws %s', async (_, recent) => {
    const [, fence = ''] = formatCheck(checkOf([{ ...SLOW, recent }])).filter(
      (block) => !block.startsWith('####'),
    );
    const { plots } = await parse(fence.split('\n').slice(1, -1).join('\n'));
    expect(plots[0]?.data).toHaveLength(recent.length);
  });

  const isWhole = (number: number): boolean => Math.abs(number - Math.round(number)) < 1e-6;
  // Mermaid labels an axis by itself: at multiples of 1, 2 or 5 times a power of ten, about ten of them.
  test.each<[string, number[], string]>([
    ['a.bytes', [250_000, 250_000, 261_000], '"KiB" 242 --> 258'],
    ['a.bytes', [100, 900], '"bytes" 0 --> 1000'],
    ['a.bytes', [3 * 2 ** 30, 3.1 * 2 ** 30], '"GiB" 2.98 --> 3.14'],
    ['a.b_bytes_per_second', [5_000_000, 9_000_000], '"MiB per second" 4.5 --> 9'],
    ['a.b_seconds', [302, 311, 376], '"seconds" 290 --> 380'],
    ['a.b_seconds', [0.011, 0.019], '"seconds" 0.01 --> 0.02'],
    ['a.b_seconds', [600, 1200], '"minutes" 8 --> 24'],
    ['a.b_seconds', [40_000, 90_000], '"hours" 10 --> 26'],
    ['coverage.lines.percent', [81.4, 81.4, 79], '"percent" 78.5 --> 82.5'],
    ['a.count', [0, 3], '"value" 0 --> 4'],
    ['a.count', [5, 5], '"value" 4.75 --> 5.25'],
    ['a.count', [0, 0], '"value" 0 --> 0.05'],
    ['a.change', [-5, -3], '"value" -6 --> -2'],
  ])('%s: the axis of %j has few labels at round values: %s', (path, recent, axis) => {
    const fence = formatCheck(checkOf([{ ...SLOW, path, recent }])).find((block) => block.startsWith('```'));
    expect(/^y-axis (.*)$/m.exec(fence ?? '')?.[1]).toBe(axis);
    const [bottom = 0, top = 0] = axis.replace(/.*"/, '').split('-->').map(Number);
    const labels = [8, 9, 10].filter((count) => {
      const step = (top - bottom) / count;
      const isRound = [1, 2, 5].some((factor) => isWhole(Math.log10(step / factor)));
      return isRound && isWhole(bottom / step);
    });
    expect(labels).not.toEqual([]);
  });

  test('draws no numbers that Mermaid cannot read', () => {
    expect(formatCheck(checkOf([{ ...SLOW, recent: [1e300, 2e300] }])).join()).not.toContain('```');
  });

  test('shows a path with special characters unchanged', () => {
    const path = 'ci.a`<b>&%%{init}"$#@!^~+=';
    const document = render(checkOf([{ ...SLOW, path, comparedWith: path }]));
    expect(document.querySelector('code')?.textContent).toBe(path);
  });

  test("fits the runner's limit with a thousand long paths", () => {
    const path = `ci.${'x'.repeat(240)}.${'y'.repeat(240)}`;
    const metrics = Array.from({ length: 1000 }, () => ({ ...ODD, path, comparedWith: path }));
    const blocks = formatCheck(checkOf(metrics, { graphiteUrl: 'https://g.example.com/' })).join('\n\n');
    expect(Buffer.byteLength(blocks)).toBeLessThan(400_000);
    expect(blocks).toMatch(/… and \d+ more metrics/);
  });

  test('names the reason when nothing was judged', () => {
    expect(formatCheck(checkOf([], { notices: ['Graphite *refused*.'] }))).toEqual([
      '<p>Graphite &#42;refused&#42;.</p>',
    ]);
  });
});

describe('the terminal', () => {
  const check = checkOf([FINE, SLOW, NEW, ODD]);

  test('fits 80 columns, keeps the end of a path, and has the text of each finding below it', () => {
    const text = formatCheckText(check, { columns: 80, hasColour: false });
    const lines = text.split('\n');
    expect(lines.every((line) => line.length <= 80)).toBe(true);
    expect(lines).toEqual([
      expect.stringMatching(/^Metric +Now +Usual +Last 20 runs$/),
      expect.stringMatching(
        /^….*duration_seconds ↓ +6 min 11 s +5 min 2 s–5 min 31 s {2}▁▃█▁█$|^….*duration_seconds ↓/,
      ),
      '  regressed +17 %: 3 runs in a row, since 26 Nov 14:02 UTC',
      expect.stringMatching(/duration_seconds ↓/),
      '  unusual +170 %: one run; the next two decide',
      expect.stringMatching(/tests\.total ↑/),
      expect.stringMatching(/app\.new /),
      '  short: 1 run so far',
      'Verdicts  1 regressed, 1 unusual, 1 ok, 1 short',
      '',
    ]);
  });

  test('prints whole paths and no colours to a pipe', () => {
    const text = formatCheckText(check, { hasColour: false });
    expect(text).toContain(`${SLOW.path} ↓`);
    expect(text).not.toContain('\u001b');
  });

  test('colours what matters', () => {
    const text = formatCheckText(check, { columns: 80, hasColour: true });
    expect(text).toContain('\u001b[31mregressed +17 %');
    expect(text).toContain('\u001b[33munusual');
  });

  test('shows the worst thirty of many metrics', () => {
    const many = Array.from({ length: 100 }, (_, index) => ({ ...FINE, path: `a.m${index}` }));
    const text = formatCheckText(checkOf([...many, SLOW]), { hasColour: false });
    expect(text.split('\n')[1]).toContain(SLOW.path);
    expect(text).toContain('… and 71 more metrics');
  });

  test('is empty without metrics', () => {
    expect(formatCheckText(checkOf([]), { hasColour: false })).toBe('');
  });
});

describe('the messages', () => {
  test('have one for each kind of finding, by its effect on the step', () => {
    const metrics = [FINE, ODD, LARGE, SLOW, BEYOND];
    expect(listMessages(checkOf(metrics, { failing: [BEYOND.path] }))).toEqual({
      failing: `fail-on counts these as failures:\n${BEYOND.path} limit: above max 300`,
      worse: `Worse than earlier runs:\n${LARGE.path} regressed +4.4 % in this run\n${SLOW.path} regressed +17 %: 3 runs in a row, since 26 Nov 14:02 UTC`,
      unusual: `Unusual compared with earlier runs:\n${ODD.path} unusual +170 %: one run; the next two decide`,
      overview: 'Compared with earlier runs: 1 limit, 2 regressed, 1 unusual, 1 ok.',
    });
  });

  test('name ten, and count the rest', () => {
    const many = Array.from({ length: 12 }, (_, index) => ({ ...LARGE, path: `a.m${index}` }));
    const { worse } = listMessages(checkOf(many));
    expect(worse?.split('\n')).toHaveLength(12);
    expect(worse).toMatch(/\n… and 2 more$/);
  });

  test('leave out what does not count', () => {
    expect(listMessages(checkOf([{ ...SLOW, isCounted: false }])).worse).toBeUndefined();
  });
});
