import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toPrintable } from '../../src/report/printable.ts';
import { anyCharacter } from '../rules/arbitraries.ts';
import { nameCase, type RuleCase, readCases } from '../rules/case-tables.ts';
import { parseCommands } from '../support/runner-commands.ts';

const cases = readCases<RuleCase & { text: string; expect?: string }>(
  new URL('./printable.cases.json', import.meta.url),
);

/** The commands that the runner would carry out in a text, on either stream. */
function findCommands(text: string): unknown[] {
  return [...parseCommands(text, 'stdout').commands, ...parseCommands(text, 'stderr').commands];
}

test.each(cases.map((one) => [nameCase(one), one] as const))('%s', (_, one) => {
  const printed = toPrintable(one.text);
  if (one.expect !== undefined) expect(printed).toBe(one.expect);
  expect(findCommands(printed)).toEqual([]);
  expect(printed).not.toMatch(/[\r\u0085\u2028\u2029]/);
});

test('the texts of the table would be commands', () => {
  const forged = cases.filter(({ text }) => findCommands(text).length > 0);
  expect(forged.length).toBeGreaterThan(25);
});

test.each([
  '',
  'Confirmed: 3 metrics in 1 batch (97 bytes)',
  'a\n- b\n- c',
  'https://x.example/a#b',
  'é 日本 👍 → …',
  'a: b :c',
  '# a ## b',
])('%j is not changed', (text) => {
  expect(toPrintable(text)).toBe(text);
});

const NOISE = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...[
        '\u0000',
        '\u00ad',
        '\u034f',
        '\u061c',
        '\u115f',
        '\u1160',
        '\u17b4',
        '\u180b',
        '\u180e',
        '\u200b',
        '\u200d',
        '\u202e',
      ],
      ...[
        '\u2028',
        '\u2029',
        '\u2060',
        '\u2066',
        '\u3164',
        '\ufe0f',
        '\ufeff',
        '\uffa0',
        '\ufff0',
        '\u{1d173}',
        '\u{e0001}',
      ],
      ...[
        '\u{e0100}',
        '\u0085',
        '\u000b',
        '\u000c',
        '\u001b',
        '\u007f',
        '\ud800',
        '\udc00',
        '\u0301',
        '\u00a0',
        '\u3000',
      ],
      ...[' ', '\t', '\n', '\r', ':', '#', '[', ']', '-', '1', 'é'],
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: anyCharacter, minLength: 1, maxLength: 2 }) },
);

test.each(['::error::x', '##[error]x', '::stop-commands::x', '##[add-mask]x', '::set-env name=A::b'])(
  'no text similar to %s is a command',
  (command) => {
    const characters = [...command];
    const noises = fc.array(NOISE, { minLength: characters.length, maxLength: characters.length });
    const start = fc.constantFrom('', ' ', 'a', 'a\n', 'a\r', '\t');
    fc.assert(
      fc.property(start, noises, (before, noise) => {
        const text = before + characters.map((character, index) => noise[index] + character).join('');
        expect(findCommands(toPrintable(text))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  },
);

test('no text is a command', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(NOISE, fc.constantFrom('::', '##[', 'error', 'group')), { maxLength: 12 }),
      (pieces) => {
        expect(findCommands(toPrintable(pieces.join('')))).toEqual([]);
      },
    ),
    { numRuns: 1000 },
  );
});

test('a long text is printable', () => {
  for (const piece of [':', '#', '##', '##a', ': ', '\u200b', '::error::x\n', '##[a]']) {
    expect(findCommands(toPrintable(piece.repeat(200_000 / piece.length)))).toEqual([]);
  }
});
