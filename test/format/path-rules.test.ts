import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createPathRules,
  EXTRA_CHARACTERS,
  findLongNode,
  formatSource,
  joinPath,
} from '../../src/format/path.ts';
import { anyCharacter } from '../rules/arbitraries.ts';

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      'a',
      'B',
      '.',
      '_',
      '/',
      ' ',
      'é',
      '\u0301',
      '\uff0e',
      '\u2024',
      '\u037e',
      '\u1fef',
      '\u2260',
    ),
    anyCharacter,
  ),
  maxLength: 16,
});
const extra = fc.subarray([...EXTRA_CHARACTERS]).map((all) => all.join(''));

test('any name becomes nodes of what is admitted, or nothing', () => {
  fc.assert(
    fc.property(text, extra, (name, characters) => {
      const rules = createPathRules(characters);
      const path = rules.formatDotted(name);
      for (const node of path === '' ? [] : path.split('.')) {
        expect(node).not.toBe('');
        for (const character of node)
          expect(/[A-Za-z0-9_:-]/.test(character) || characters.includes(character)).toBe(true);
      }
      expect(rules.formatDotted(path)).toBe(path);
      expect(path.split('.').length).toBeLessThanOrEqual(name.split('.').length);
      expect(rules.formatNode(name.replaceAll('.', ' '))).not.toContain('.');
      expect(rules.formatNode(name)).not.toContain('.');
    }),
    { numRuns: 2000 },
  );
});

test('a source has one node for each part', () => {
  fc.assert(
    fc.property(text, (source) => {
      const rules = createPathRules();
      const nodes = formatSource(source, rules);
      const parts = source.split('/').filter((part) => rules.formatNode(part) !== '');
      expect(nodes === '' ? [] : nodes.split('.')).toHaveLength(parts.length);
    }),
    { numRuns: 500 },
  );
});

test('one text as one node', () => {
  const { formatNode } = createPathRules();
  expect(formatNode('v1.2')).toBe('v1_2');
  expect(formatNode('a..b')).toBe('a_b');
  expect(formatNode('.')).toBe('_');
  expect(formatNode('')).toBe('');
});

test('parts are joined without the absent ones', () => {
  expect(joinPath([undefined, 'a', '', 'b.c'])).toBe('a.b.c');
  expect(joinPath([])).toBe('');
});

test('the first node that is too long', () => {
  const long = 'a'.repeat(251);
  expect(findLongNode(`b.${long}.${long}x`)).toBe(long);
  expect(findLongNode(`${'a'.repeat(250)}.${'a'.repeat(250)}`)).toBeUndefined();
});

test.each(['a.', '.', 'a', '\u0301', 'é', '/.', '\ud800', '👍'])('very many of %j are a path', (piece) => {
  const name = piece.repeat(200_000);
  for (const rules of [createPathRules(), createPathRules(EXTRA_CHARACTERS)]) {
    expect(rules.formatDotted(name)).toMatch(/^(?:[a-zA-Z_]+(?:\.[a-zA-Z_]+){0,999999})?$/);
    expect(rules.formatNode(`${name}!`)).not.toContain('.');
  }
});
