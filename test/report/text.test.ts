import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatText, hasMoreToShow } from '../../src/report/text.ts';
import { anyCharacter } from '../rules/arbitraries.ts';
import { parseCommands } from '../support/runner-commands.ts';
import { HOSTILE, makeFigures, makeSuite, RESULT } from './results.ts';

const PLAIN = { hasColour: false };

test('shows a table of what was sent', () => {
  const points = [
    { path: 'ci.a.job.duration_seconds', value: '12.5', timestamp: 5 },
    { path: 'ci.a.tests.total', value: '1234', timestamp: 5 },
  ];
  expect(formatText({ ...RESULT, points, linesMade: 40 }, PLAIN)).toBe(
    [
      'Path                       Value  Unit',
      'ci.a.job.duration_seconds   12.5  s',
      'ci.a.tests.total            1234',
      '… and 38 more metrics',
      '',
    ].join('\n'),
  );
});

test('shows times when they differ, and at most thirty rows', () => {
  const points = Array.from({ length: 200 }, (_, index) => ({
    path: `a${index}`,
    value: '1',
    timestamp: index,
  }));
  const lines = formatText({ ...RESULT, points, linesMade: 500 }, PLAIN).split('\n');
  expect(lines).toHaveLength(33);
  expect(lines[2]).toBe('a1        1        1970-01-01T00:00:01Z');
  expect(lines[31]).toBe('… and 470 more metrics');
});

test('shows the figures, a line or a few each', () => {
  const suites = Array.from({ length: 8 }, (_, index) => makeSuite(`suite ${index}`, { failed: index }));
  const figures = { ...makeFigures(['app']), tests: { ...makeSuite('', { failed: 28, flaky: 1 }), suites } };
  const text = formatText({ ...RESULT, points: [], figures }, PLAIN);
  expect(text.split('\n')).toEqual([
    'Tests     3 in 1 s: 3 passed, 28 failed, 1 flaky',
    '          7 failures of 3 in suite 7',
    '          6 failures of 3 in suite 6',
    '          5 failures of 3 in suite 5',
    '          4 failures of 3 in suite 4',
    '          3 failures of 3 in suite 3',
    '          … and 2 more suites',
    'Coverage  lines 90.0 % (9 of 10), branches – (0 of 0)',
    'Sizes     2.00 KiB, 1,000 B with gzip, 2 files: app',
    'Job       failure in 5 min, 1 step; the longest 7 s: app',
    'Runner    CPU 14.5 % (at most 39.0 %), Memory 1.86 GiB (at most 2.79 GiB)',
    '',
  ]);
});

describe('a terminal', () => {
  test.each([40, 80, 100])('of %i columns has each row of the table on one line', (columns) => {
    const path = `${'node.'.repeat(60)}duration_seconds`;
    const points = [{ path, value: '1.25', timestamp: 5 }];
    const lines = formatText({ ...RESULT, points }, { columns, hasColour: true })
      .trimEnd()
      .split('\n');
    for (const line of lines) expect(stripVTControlCharacters(line).length).toBeLessThanOrEqual(columns);
    expect(stripVTControlCharacters(lines[1] ?? '')).toMatch(/^….*duration_seconds {2} 1\.25 {2}s$/);
  });

  test('that is too narrow for anything else shows the end of a path', () => {
    const text = formatText(
      { ...RESULT, points: [{ path: 'a'.repeat(99), value: '1', timestamp: 5 }] },
      { columns: 1, hasColour: false },
    );
    expect(text).toContain(`…${'a'.repeat(19)}`);
  });

  test('with colours has the same text', () => {
    const result = { ...RESULT, figures: makeFigures(HOSTILE) };
    const coloured = formatText(result, { hasColour: true });
    expect(coloured).toContain('\u001b[32m3 passed\u001b[39m');
    expect(stripVTControlCharacters(coloured)).toBe(formatText(result, PLAIN));
  });
});

describe('outside text', () => {
  function expectHarmless(text: string): void {
    for (const hasColour of [false, true]) {
      const result = {
        ...RESULT,
        points: [{ path: text, value: text, timestamp: 5 }],
        figures: makeFigures([text, `1${text}`]),
      };
      const suites = [makeSuite(text, { failed: 1 })];
      const printed = formatText(
        { ...result, figures: { ...result.figures, tests: { ...makeSuite(''), suites } } },
        { hasColour, columns: 60 },
      );
      expect(stripVTControlCharacters(printed)).not.toMatch(/[^\P{C}\n]|[\u2028\u2029]/u);
      expect(printed.split('\n').length).toBe(10);
      const commands = [
        ...parseCommands(printed, 'stdout').commands,
        ...parseCommands(printed, 'stderr').commands,
      ];
      expect(commands).toEqual([]);
    }
  }

  test.each(
    [
      ...HOSTILE,
      '::error::x',
      '##[error]x',
      '\u001b[31mred',
      '\u001b]0;title\u0007',
      `${'a'.repeat(40)}::error::x`,
    ].map((text) => [JSON.stringify(text.slice(0, 40)), text] as const),
  )('never becomes a command, a control character or a line: %s', (_, text) => expectHarmless(text));

  test('never becomes one for any text', () => {
    const unit = fc.oneof(
      fc.constantFrom('::', '##[', 'error', ']', '\n', '\r', '\u001b[', ':', '#', ' '),
      anyCharacter,
    );
    fc.assert(fc.property(fc.string({ unit, maxLength: 12 }), expectHarmless), { numRuns: 300 });
  });
});

test('the table needs a terminal with more than one metric, or figures', () => {
  expect(hasMoreToShow(RESULT, true)).toBe(false);
  expect(hasMoreToShow({ ...RESULT, linesMade: 2 }, true)).toBe(true);
  expect(hasMoreToShow({ ...RESULT, linesMade: 2 }, false)).toBe(false);
  expect(hasMoreToShow({ ...RESULT, figures: {} }, false)).toBe(false);
  expect(hasMoreToShow({ ...RESULT, figures: makeFigures(['a']) }, false)).toBe(true);
});
