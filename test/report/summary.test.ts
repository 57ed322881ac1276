import fc from 'fast-check';
import type { PageElement } from 'jsdom';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../src/model/result.ts';
import { anyCharacter } from '../rules/arbitraries.ts';
import { nameCase, type RuleCase, readCases } from '../rules/case-tables.ts';
import { readPage } from './markdown-page.ts';
import { listDiagrams, startMermaid } from './mermaid-parser.ts';
import { HOSTILE, makeFigures, makeSlots, makeStep, makeSuite, RESULT, START, summarize } from './results.ts';

/** A result with `text` in every position for outside text. */
function fill(text: string): Result {
  return {
    ...RESULT,
    server: text,
    points: [
      { path: text.slice(0, 2000), value: text.slice(0, 2000), timestamp: 5 },
      { path: text.slice(0, 2000), value: text.slice(0, 2000), timestamp: 6 },
    ],
    renamed: [{ from: text, to: text }],
    renamedCount: 1,
    hashed: { count: 2, first: [{ from: text, to: text }] },
    warnings: [text],
    figures: makeFigures([text, `1${text}`]),
  };
}

/** Everything in a summary. */
const SHAPES: ReadonlySet<string> = new Set([
  ...['ul', 'li', 'sub'],
  ...['h3', 'h4', 'p', 'br', 'b', 'table', 'tbody', 'tr', 'th', 'td', 'td align=right', 'td align=center'],
  ...['code', 'details', 'summary', 'pre', 'code class=language-mermaid'],
]);

/** The parts of a summary that outside text cannot change: all elements in their order. */
function listElements(markdown: string): string[] {
  const { document } = readPage(markdown);
  return [...document.body.querySelectorAll('*')].map(({ localName }) => localName);
}

const GRAPHITE = 'https://graphite.example.com/';

function summarizeAll(text: string, problem: string): string {
  return summarize(fill(text), problem, { heading: text, graphiteUrl: GRAPHITE });
}

/** A line break of a text is one of the page, and empty text has no element. */
const isOptional = (name: string): boolean => ['br', 'sub', 'code', 'a'].includes(name);
const plain = listElements(summarizeAll('name', 'name')).filter((name) => !isOptional(name));

function hrefOfLink(link: PageElement | null): string | undefined {
  return [...(link?.attributes ?? [])].find(({ name }) => name === 'href')?.value;
}

function expectHarmless(text: string, problem = text): void {
  const summary = summarizeAll(text, problem);
  const { shapes, document } = readPage(summary);
  expect([...shapes].filter((shape) => !SHAPES.has(shape) && !shape.startsWith('a href='))).toEqual([]);
  expect(listElements(summary).filter((name) => !isOptional(name))).toEqual(plain);
  for (const link of document.querySelectorAll('a'))
    expect(hrefOfLink(link)).toMatch(/^https:\/\/graphite\.example\.com\/render\?target=[^&]*&from=/);
  for (const row of document.querySelectorAll('tr')) {
    const head = row.closest('table')?.querySelector('tr');
    expect(row.children.length).toBe(head?.children.length);
  }
  expect(document.querySelectorAll('code.language-mermaid').length).toBe(3);
  expect(summary).not.toMatch(/[^\P{C}\n]|[\u2028\u2029]/u);
}

const cases = readCases<RuleCase & { text: string }>(new URL('./summary.cases.json', import.meta.url));

test.each(cases.map((one) => [nameCase(one), one] as const))('%s', (_, { text }) => {
  expectHarmless(text);
});

test.each(HOSTILE.map((name) => [JSON.stringify(name.slice(0, 40)), name] as const))(
  'a name %s forms no markup',
  (_, name) => {
    expectHarmless(name);
  },
);

const hostileText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'<>&"\'`*_~[]()#@!|\\{}$-+=:;/.%, \n\r\t0a'.split('')),
    fc.constantFrom('\u2028', '\u202e', '\u200b', '\ud800', '%%{', '}%%', '```', 'section ', 'ﬂ°', '<b>'),
    anyCharacter,
  ),
  maxLength: 20,
});

test('no text forms markup', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (one, other) => expectHarmless(one, other)),
    { numRuns: 60 },
  );
});

describe('Mermaid', async () => {
  const understand = await startMermaid();

  test.each(HOSTILE.map((name) => [JSON.stringify(name.slice(0, 40)), name] as const))(
    'reads a step %s as one task',
    async (_, name) => {
      await expectOneTask(name);
    },
  );

  test('reads any step as one task', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, (name) => expectOneTask(name)),
      { numRuns: 200 },
    );
  });

  async function expectOneTask(name: string): Promise<void> {
    const steps = [makeStep('before'), makeStep(name, 1, false), makeStep('after', 2)];
    const summary = summarize({
      ...RESULT,
      figures: { job: { status: 'failure', durationSeconds: 30, steps } },
    });
    const diagrams = listDiagrams(summary);
    expect(diagrams).toHaveLength(1);
    const found = await understand(diagrams[0] ?? '');
    expect(found).toMatchObject({ type: 'gantt', title: '', links: 0 });
    expect(found.tasks.map(({ crit }) => crit === true)).toEqual([false, true, false]);
    expect(found.tasks[0]?.task).toBe('1. before · 7 s');
    expect(found.tasks[1]?.task).toMatch(/^2\. .*· 7 s$/u);
    expect(found.tasks[2]?.task).toBe('3. after · 7 s');
    expect(found.tasks[1]?.task).not.toMatch(/[<>"`{}#;:ﬂ]|%%/);
    expect(found.tasks.map(({ endTime, startTime }) => Number(endTime) - Number(startTime))).toEqual([
      7000, 7000, 7000,
    ]);
  }

  test('reads the diagrams of a run with everything, in the sizes that they have', async () => {
    const steps = Array.from({ length: 5000 }, (_, index) =>
      makeStep('🧪'.repeat(80), index, index !== 4321),
    );
    const suites = Array.from({ length: 10_000 }, (_, index) => makeSuite(`<${'é'.repeat(200)}${index}`));
    const figures = {
      ...makeFigures(suites.map(({ name }) => name)),
      job: { status: 'failure' as const, durationSeconds: 50_000, steps },
      runner: { slotSeconds: 60, slots: makeSlots(5000) },
    };
    const points = Array.from({ length: 200 }, (_, index) => ({
      path: `${'p'.repeat(4000)}.${index}`,
      value: '1',
      timestamp: 5,
    }));
    const warnings = Array.from({ length: 500 }, () => '&'.repeat(50_000));
    const summary = summarize({ ...RESULT, points, linesMade: 9000, warnings, figures }, '<'.repeat(1e6));
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1_048_576);
    const diagrams = listDiagrams(summary);
    expect(diagrams.map((diagram) => diagram.length < 50_000)).toEqual([true, true, true]);
    const [gantt, ...charts] = await Promise.all(diagrams.map((diagram) => understand(diagram)));
    const count = gantt?.tasks.length ?? 0;
    expect(count).toBeGreaterThan(150);
    expect(gantt?.tasks.filter(({ crit }) => crit)).toHaveLength(1);
    expect(
      summary.includes(`<p>… and ${(5000 - count).toLocaleString('en')} more steps, the shortest.</p>`),
    ).toBe(true);
    expect(charts.map(({ type, plots }) => [type, plots.map(({ data }) => data.length)])).toEqual([
      ['xychart', [60, 60]],
      ['xychart', [60, 60]],
    ]);
    expect(summary.includes('… and 9,980 more suites.')).toBe(true);
    expect(summary.includes('… and 9,960 more names.')).toBe(true);
    expect(/<p>… and 49\d more warnings\.<\/p>/.test(summary)).toBe(true);
    expect(summary.includes('Each point covers 1 h 24 min')).toBe(true);
    const { shapes } = readPage(summary);
    expect([...shapes].filter((shape) => !SHAPES.has(shape))).toEqual([]);
  });

  test('shows a long job from start to end, with averaged means and kept maxima', async () => {
    const slots = makeSlots(360).map((slot, index) =>
      index === 200
        ? { ...slot, cpuPercent: { mean: 20, max: 99.5 } }
        : { ...slot, cpuPercent: { mean: 20, max: 30 } },
    );
    const summary = summarize({ ...RESULT, figures: { runner: { slotSeconds: 60, slots } } });
    const { plots } = await understand(listDiagrams(summary)[0] ?? '');
    const [max, mean] = plots.map(({ data }) => data.map(([, value]) => value));
    expect(mean).toEqual(Array.from({ length: 60 }, () => 20));
    expect(max?.filter((value) => value === 99.5)).toHaveLength(1);
    expect(plots[0]?.data.map(([at]) => Number(at)).at(-1)).toBeCloseTo(359 / 60, 1);
    expect(summary).toContain('x-axis "hours since 10:15:03 UTC" 0 --> 5.98');
  });

  test.each([0, 1])('has no chart of %i slots', (count) => {
    const figures = { runner: { slotSeconds: 60, slots: makeSlots(count) } };
    expect(listDiagrams(summarize({ ...RESULT, figures }))).toEqual([]);
  });

  test('shows invalid numbers, gaps and impossible times as far as possible', async () => {
    const bad = [Number.NaN, Number.POSITIVE_INFINITY, -1, 1e300, 5e-324];
    const slots = bad.flatMap((value, index) => [
      { startedAt: START + index * 600, cpuPercent: { mean: value, max: value } },
      { startedAt: value, cpuPercent: { mean: 1, max: 2 }, memoryUsedBytes: { mean: 0, max: 0 } },
      { startedAt: START + index * 60, cpuPercent: { mean: 3, max: 4 } },
    ]);
    const steps = bad.map((value) => ({ ...makeStep('x'), endedAt: value }));
    const summary = summarize({
      ...RESULT,
      figures: {
        job: { status: 'cancelled', durationSeconds: Number.NaN, steps: [...steps, makeStep('good')] },
        runner: { slotSeconds: 0, slots },
      },
    });
    for (const diagram of listDiagrams(summary)) await understand(diagram);
    expect(listDiagrams(summary).length).toBeGreaterThan(1);
    expect(summary).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('shows a step with the duration 0', async () => {
    const steps = [makeStep('long', 0), { ...makeStep('none', 60), endedAt: START + 600 }];
    const figures = { job: { status: 'success' as const, durationSeconds: 600, steps } };
    const { tasks } = await understand(listDiagrams(summarize({ ...RESULT, figures }))[0] ?? '');
    expect(tasks[1]?.task).toBe('2. none · 0 s');
    expect(Number(tasks[1]?.endTime) - Number(tasks[1]?.startTime)).toBe(3000);
  });
});

test("a summary fits the runner's limit of 1 MiB", () => {
  const path = `${'_'.repeat(249)}.`.repeat(32).slice(0, -1);
  const points = Array.from({ length: 200 }, () => ({ path, value: '1', timestamp: 5 }));
  for (const long of ['_'.repeat(100_000), '\u{10ffff}'.repeat(50_000), '€'.repeat(100_000)]) {
    const renamed = Array.from({ length: 100 }, () => ({ from: long, to: long }));
    const summary = summarize(
      {
        ...RESULT,
        server: long,
        linesMade: 1000,
        points,
        renamed,
        renamedCount: 100,
        warnings: Array.from({ length: 1000 }, () => long),
        figures: makeFigures(Array.from({ length: 100 }, () => long)),
      },
      long,
    );
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1_048_576);
    const rows = summary.match(/<tr><td><code>_*(?:&#95;)+/g)?.length ?? 0;
    expect(rows).toBeGreaterThan(0);
    expect(/… and 9\d\d more\./.test(summary)).toBe(true);
  }
});

describe('shows', () => {
  test('the verdict, the problem, renames, warnings and a table', () => {
    const summary = summarize(
      {
        ...RESULT,
        delivery: 'failed',
        linesMade: 3,
        renamed: [{ from: 'a b', to: 'a_b' }],
        renamedCount: 1,
        warnings: ['w1', 'w2'],
      },
      'It broke.',
    );
    expect(summary.split('\n\n')).toEqual([
      '<h3>Metrics</h3>',
      '<h4>❌ Failed: only 1 metric in 1 batch &#40;20 bytes&#41; went to carbon:2003 before.</h4>',
      '<p>It broke.</p>',
      '<p>w1</p>',
      '<p>w2</p>',
      '#### Metrics',
      '<table><tr><th>Path &#40;not delivered&#41;</th><th>Value</th><th>Unit</th></tr>\n<tr><td><code>a.b</code></td><td align="right"><code>1</code></td><td></td></tr>\n</table>',
      '<p>… and 2 more.</p>',
      '<p>Time: 2023-11-14T22:13:20Z</p>',
      '<p><sub>A name was changed to what every receiver keeps: &#34;a b&#34; → a&#95;b.</sub></p>',
      '',
    ]);
  });

  test('the time of each metric only when they differ', () => {
    const points = [
      { path: 'a.seconds', value: '1', timestamp: 5 },
      { path: 'b', value: '1', timestamp: 4_294_967_295 },
    ];
    const summary = summarize({ ...RESULT, points, linesMade: 2 });
    expect(summary).toContain('<td>s</td><td>1970-01-01T00:00:05Z</td></tr>');
    expect(summary).toContain('<td></td><td>2106-02-07T06:28:15Z</td></tr>');
    expect(summary).not.toContain('Time:');
  });

  test('what was made and not delivered', () => {
    for (const delivery of ['confirmed', 'sent', 'failed', 'dry-run'] as const) {
      const isDelivered = delivery === 'confirmed' || delivery === 'sent';
      expect(summarize({ ...RESULT, delivery }).includes('not delivered')).toBe(!isDelivered);
    }
  });

  test('has no table without metrics', () => {
    expect(summarize({ ...RESULT, delivery: 'skipped', points: [], linesMade: 0 })).not.toContain('<table');
  });

  test('never the word "stored"', () => {
    expect(summarize({ ...RESULT, figures: makeFigures(['a']) })).not.toMatch(/stored/i);
  });

  test('the counts of the tests, the worst suite first', () => {
    const suites = [
      makeSuite('good'),
      makeSuite('slow', { durationSeconds: 90 }),
      makeSuite('bad', { failed: 1, errors: 1, passed: 1 }),
      makeSuite('flaky', { flaky: 1 }),
    ];
    const tests = {
      ...makeSuite('', { total: 1234, passed: 1200, failed: 30, errors: 2, skipped: 2 }),
      suites,
    };
    const figures = { tests, reports: { junit: 12 } };
    const { document } = readPage(summarize({ ...RESULT, figures }));
    const titles = [...document.querySelectorAll('h4')].map((one) => one.textContent);
    expect(titles).toContain('Tests, from 12 reports');
    const texts = [...document.querySelectorAll('table')].map((one) =>
      [...one.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => cell.textContent)),
    );
    expect(texts[0]?.[1]).toEqual(['❌ all', '1,234', '1,200', '30', '2', '2', '–', '1.00']);
    expect(texts[1]?.map((cells) => cells.at(-1))).toEqual(['Time, s', '1.0', '1.0', '90.0', '1.0']);
    expect(texts[1]?.map(([name]) => name)).toEqual(['', '❌ bad', '✅ flaky', '✅ slow', '✅ good']);
    expect(document.querySelector('summary')?.textContent).toBe('4 suites, 1 with failures, the worst first');
  });

  test('coverage and sizes, with no percentage of nothing', () => {
    const { document } = readPage(
      summarize({
        ...RESULT,
        figures: {
          coverage: [
            { kind: 'lines', covered: 9999, total: 10_000 },
            { kind: 'branches', covered: 0, total: 0 },
          ],
          sizes: [
            { name: 'app', bytes: 3 * 1024 ** 2, gzipBytes: 1_536, files: 1200 },
            { name: 'map', bytes: 1024 ** 2 / 2, gzipBytes: 1024 ** 2 / 4, files: 1 },
          ],
        },
      }),
    );
    const rows = [...document.querySelectorAll('tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(rows).toContainEqual(['lines', `${'█'.repeat(19)}░`, '99.9 %', '9,999', '10,000']);
    expect(rows.some(([kind]) => kind === 'branches')).toBe(false);
    expect(rows).toContainEqual(['', 'Size, MiB', 'Gzip, MiB', 'Files']);
    expect(rows).toContainEqual(['app', '3.00', '< 0.01', '1,200']);
    expect(rows).toContainEqual(['map', '0.50', '0.25', '1']);
    expect(document.querySelector('b')?.textContent).toBe('coverage 99.9 % · app 3.00 MiB · map 512.0 KiB');
  });
});

describe('the first lines of a summary', () => {
  const failing = {
    ...makeSuite('', { total: 1016, passed: 1015, failed: 1, durationSeconds: 24.4 }),
    suites: [],
  };
  const coverage = [{ kind: 'lines', covered: 506, total: 1000 }] as const;
  const sizes = [{ name: 'bundle', bytes: 1.06 * 1024 ** 2, gzipBytes: 1, files: 1 }];

  test('are the name of the step and the status of the job', () => {
    const figures = { tests: failing, coverage, sizes };
    const [heading, verdict] = summarize({ ...RESULT, figures }, undefined, { heading: 'CI / build' }).split(
      '\n\n',
    );
    expect(heading).toBe('<h3>CI / build</h3>');
    expect(verdict).toBe(
      '<p>❌ <b>1 of 1,016 tests failed · 24.4 s · coverage 50.6 % · bundle 1.06 MiB</b></p>',
    );
  });

  test.each([
    [makeSuite('', { total: 1, passed: 1 }), '✅ 1 test passed · 1 s'],
    [makeSuite('', { skipped: 1, passed: 2 }), '✅ 2 of 3 tests passed, 1 skipped · 1 s'],
    [makeSuite('', { total: 0, passed: 0 }), '⚠️ no tests'],
    [makeSuite('', { passed: 1, failed: 1, errors: 1 }), '❌ 2 of 3 tests failed · 1 s'],
  ])('count tests by result: %j', (counts, expected) => {
    const { document } = readPage(summarize({ ...RESULT, figures: { tests: { ...counts, suites: [] } } }));
    expect(document.querySelector('p')?.textContent).toBe(expected);
  });

  test('show a job that failed although its tests passed', () => {
    const job = { status: 'failure' as const, durationSeconds: 62, steps: [] };
    const figures = { tests: { ...makeSuite(''), suites: [] }, job };
    const { document } = readPage(summarize({ ...RESULT, figures }));
    expect(document.querySelector('p')?.textContent).toBe(
      '❌ 3 tests passed · 1 s · job failure after 1 min 2 s',
    );
  });

  test('list ten failing tests, fold ninety, and count the rest', () => {
    const failures = Array.from({ length: 100 }, (_, index) => ({
      name: `case ${index}`,
      parent: 'suite',
      message: `expected ${index}`,
    }));
    const tests = { ...makeSuite('', { total: 250, failed: 150 }), suites: [], failures };
    const { document } = readPage(summarize({ ...RESULT, figures: { tests } }));
    const [open, folded] = [...document.querySelectorAll('ul')].map((list) =>
      [...list.querySelectorAll('li')].map((item) => item.textContent),
    );
    expect([open?.length, folded?.length]).toEqual([10, 90]);
    expect([open?.[0], folded?.[0]]).toEqual(['case 0 suiteexpected 0', 'case 10 suiteexpected 10']);
    expect(document.querySelector('details')?.textContent).toContain('90 more failed tests');
    expect(document.body.textContent).toContain('… and 50 more failed tests.');
  });

  test('show a failed or doubtful delivery in large letters, and any other in small ones at the end', () => {
    const bad = readPage(summarize({ ...RESULT, delivery: 'sent' })).document;
    expect(bad.querySelector('h4')?.textContent).toMatch(/^⚠️ Sent, not confirmed: /);
    const summary = summarize({ ...RESULT, figures: { tests: failing } });
    expect(summary.split('\n\n').at(-2)).toMatch(/^<p><sub>Confirmed: 1 metric .*<\/sub><\/p>$/);
  });
});

describe('the link to Graphite', () => {
  const points = [
    { path: 'ci.a.tests.total', value: '3', timestamp: 5 },
    { path: 'ci.a.tests.failed', value: '1', timestamp: 5 },
  ];
  const hrefOf = (graphiteUrl: string, result = {}): string | undefined => {
    const summary = summarize({ ...RESULT, points, ...result }, undefined, { graphiteUrl });
    return hrefOfLink(readPage(summary).document.querySelector('a'));
  };

  test('leads to the graph of the most important series, without user and password', () => {
    expect(hrefOf('https://me:S3CRET@graphite.example.com:8443/base/?key=S3CRET')).toBe(
      'https://graphite.example.com:8443/base/render?target=ci.a.tests.failed&from=-30d&lineMode=connected&width=900&height=400',
    );
  });

  test('is absent without https, and for undelivered metrics', () => {
    for (const url of ['http://graphite.example.com', 'javascript:alert(1)', 'x'])
      expect(hrefOf(url)).toBeUndefined();
    expect(hrefOf('https://graphite.example.com', { delivery: 'failed' })).toBeUndefined();
    expect(hrefOf('https://graphite.example.com', { points: [] })).toBeUndefined();
  });
});

test('the runner table has no row of zeros, and one unit in a row', () => {
  const slots = makeSlots(3).map((slot) => ({
    ...slot,
    memoryUsedBytes: { mean: 1022.5 * 1024 ** 2, max: 1.27 * 1024 ** 3 },
    networkSentBytesPerSecond: { mean: 0, max: 0 },
  }));
  const { document } = readPage(summarize({ ...RESULT, figures: { runner: { slotSeconds: 60, slots } } }));
  const rows = [...document.querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );
  expect(rows).toContainEqual(['Memory', '1.00 GiB', '1.27 GiB']);
  expect(rows.some(([name]) => name?.startsWith('Network'))).toBe(false);
});
