import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatSummary } from '../../src/report/summary.ts';
import type { Result } from '../../src/result.ts';
import { anyCharacter } from '../rules/arbitraries.ts';
import { nameCase, type RuleCase, readCases } from '../rules/case-tables.ts';

const RESULT: Result = {
  delivery: 'confirmed',
  server: 'carbon:2003',
  batches: 1,
  lines: 1,
  bytes: 20,
  attempts: 1,
  undelivered: 0,
  linesMade: 1,
  points: [{ path: 'a.b', value: '1', timestamp: 1_700_000_000 }],
  renamed: [],
  renamedCount: 0,
  warnings: [],
};

/** A result with `text` wherever outside text can stand. */
function fill(text: string): Result {
  return {
    ...RESULT,
    server: text,
    points: [{ path: text, value: text, timestamp: 5 }],
    renamed: [{ from: text, to: text }],
    renamedCount: 1,
    warnings: [text],
  };
}

const ROW =
  /<tr><td><code>[^<>]*<\/code><\/td><td align="right"><code>[^<>]*<\/code><\/td><td>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ<\/td><\/tr>/;
/** The blocks that a summary is made of, each on its lines; between them stands one empty line. */
const BLOCK = new RegExp(
  `^(?:### Metrics to Carbon: [a-z-]+|<p>(?:[^<>\\n]|<br>)*</p>|<table><tr><th>Path(?: \\(not delivered\\))?</th><th>Value</th><th>Time</th></tr>\\n${ROW.source}(?:\\n${ROW.source})*\\n</table>|)$`,
);
/** What Markdown and HTML read as more than itself; an entity is what is left of it. */
const MARKUP = /[<>"'`*_~[\]()@!|\\{}$]|#(?!\d+;)|&(?!#\d+;)|[^\P{C}\n]|[\u2028\u2029]/u;

function expectHarmless(summary: string): void {
  const blocks = summary.split('\n\n');
  for (const block of blocks) expect(block).toMatch(BLOCK);
  const text = summary
    .replace(/^### /, '')
    .replaceAll(/<\/?(?:p|br|table|tr|th|td|td align="right"|code)>/g, '');
  expect(text).not.toMatch(MARKUP);
}

const cases = readCases<RuleCase & { text: string }>(new URL('./summary.cases.json', import.meta.url));

test.each(cases.map((one) => [nameCase(one), one] as const))('%s', (_, { text }) => {
  expectHarmless(formatSummary(fill(text), text));
});

test('no text forms markup', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        ...'<>&"\'`*_~[]()#@!|\\{}$-+=:;/. \n\r\t0a'.split(''),
        '\u2028',
        '\u202e',
        '\u200b',
        '\ud800',
      ),
      anyCharacter,
    ),
    maxLength: 20,
  });
  fc.assert(
    fc.property(text, text, (one, other) => expectHarmless(formatSummary(fill(one), other))),
    { numRuns: 500 },
  );
});

test('a summary fits what the runner takes, 1 MiB', () => {
  const path = `${'_'.repeat(249)}.`.repeat(32).slice(0, -1);
  const points = Array.from({ length: 200 }, () => ({ path, value: '1', timestamp: 5 }));
  const long = '_'.repeat(1_000_000);
  const renamed = Array.from({ length: 100 }, () => ({ from: long, to: long }));
  const summary = formatSummary(
    { ...RESULT, linesMade: 1000, points, renamed, renamedCount: 100, warnings: [long] },
    long,
  );
  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1_048_576);
  const rows = summary.match(/<tr><td>/g)?.length ?? 0;
  expect(rows).toBeGreaterThan(0);
  expect(summary).toContain(`… and ${1000 - rows} more.`);
});

describe('says', () => {
  test('the verdict, the problem, renames, warnings and a table', () => {
    const summary = formatSummary(
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
      '### Metrics to Carbon: failed',
      '<p>Failed: only 1 metric in 1 batch &#40;20 bytes&#41; went to carbon:2003 before.</p>',
      '<p>It broke.</p>',
      '<p>A name was changed to what every receiver keeps: &#34;a b&#34; → a&#95;b.</p>',
      '<p>w1</p>',
      '<p>w2</p>',
      '<table><tr><th>Path (not delivered)</th><th>Value</th><th>Time</th></tr>\n<tr><td><code>a.b</code></td><td align="right"><code>1</code></td><td>2023-11-14T22:13:20Z</td></tr>\n</table>',
      '<p>… and 2 more.</p>',
      '',
    ]);
  });

  test('what was made and not delivered', () => {
    for (const delivery of ['confirmed', 'sent', 'failed', 'dry-run'] as const) {
      const isDelivered = delivery === 'confirmed' || delivery === 'sent';
      expect(formatSummary({ ...RESULT, delivery }).includes('(not delivered)')).toBe(!isDelivered);
    }
  });

  test('no table where there is nothing to show', () => {
    expect(formatSummary({ ...RESULT, delivery: 'skipped', points: [], linesMade: 0 })).not.toContain(
      '<table',
    );
  });

  test('the last second there is', () => {
    const points = [{ path: 'a', value: '1', timestamp: 4_294_967_295 }];
    expect(formatSummary({ ...RESULT, points })).toContain('<td>2106-02-07T06:28:15Z</td>');
  });
});
