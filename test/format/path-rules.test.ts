import { createHash } from 'node:crypto';
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

test('any name becomes nodes of allowed characters, or nothing', () => {
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
      expect(rules.formatWritten(name.replaceAll('.', ' '))).not.toContain('.');
      expect(rules.formatWritten(name)).not.toContain('.');
    }),
    { numRuns: 2000 },
  );
});

test('a source has one node for each part', () => {
  fc.assert(
    fc.property(text, (source) => {
      const rules = createPathRules();
      const nodes = formatSource(source, rules);
      const parts = source.split('/').filter((part) => rules.formatWritten(part) !== '');
      expect(nodes === '' ? [] : nodes.split('.')).toHaveLength(parts.length);
    }),
    { numRuns: 500 },
  );
});

test('one text as one node', () => {
  const { formatWritten } = createPathRules();
  expect(formatWritten('v1.2')).toBe('v1_2');
  expect(formatWritten('a..b')).toBe('a_b');
  expect(formatWritten('.')).toBe('_');
  expect(formatWritten('')).toBe('');
});

test.each([
  ['3.12', '3_12'],
  ['ubuntu-24.04', 'ubuntu-24_04'],
  ['Login form', 'Login_form'],
  ['a\\b/c @[x](y){z},"q" \'r\'', 'a_b_c_x_y_z_q_r_'],
  ['a — “b” · c…', 'a_b_c_'],
  ['a．b', 'a_b'],
  ['café Ångström', 'cafe_Angstrom'],
  ['Straße Øre Łódź Đ Ærø cœur ﬁﬂ ĳ ẞ', 'Strasse_Ore_Lodz_D_AEro_coeur_fifl_ij_SS'],
  ['', '_'],
  ['a'.repeat(250), 'a'.repeat(250)],
])('a name that loses only separators has no digits: %.40s', (name, node) => {
  const { formatName, needsHash } = createPathRules();
  expect([formatName(name), needsHash(name)]).toEqual([node, false]);
});

test.each([
  ['Сборка', '_'],
  ['構建', '_'],
  ['🚀 build', '_build'],
  ['🔥 build', '_build'],
  ['>=3.9', '_3_9'],
  ['<3.9', '_3_9'],
  ['c++', 'c_'],
  ['c#', 'c_'],
  ['a^b~c=d', 'a_b_c_d'],
  ['naïve ©', 'naive_'],
  ['x½', 'x_'],
  ['\ud800', '_'],
  ['b'.repeat(251), 'b'.repeat(243)],
  [`${'л'.repeat(300)}`, '_'],
])('a name that loses more has digits of its SHA-256: %.40s', (name, node) => {
  const { formatName, needsHash } = createPathRules();
  const digits = name.isWellFormed()
    ? createHash('sha256').update(name).digest('hex').slice(0, 6)
    : '[0-9a-f]{6}';
  expect(formatName(name)).toMatch(new RegExp(`^${node}_${digits}$`));
  expect(formatName(name).length).toBeLessThanOrEqual(250);
  expect(needsHash(name)).toBe(true);
});

test('allowed extra characters are kept', () => {
  const { formatName } = createPathRules('<>=+#');
  expect(['>=3.9', 'c++', 'c#'].map((name) => formatName(name))).toEqual(['>=3_9', 'c++', 'c#']);
  expect(formatName('a~b')).toMatch(/^a_b_[0-9a-f]{6}$/);
});

test('a written name has digits only when no letter or digit is left', () => {
  const { formatDotted } = createPathRules();
  expect(formatDotted('c++.c#.>=3')).toBe('c_.c_._3');
  expect(formatDotted('сборка.x')).toMatch(/^__[0-9a-f]{6}\.x$/);
  expect(formatDotted('сборка')).not.toBe(formatDotted('тесты'));
  expect(formatDotted('++')).not.toBe(formatDotted('##'));
  expect(formatDotted('!!._.(.)')).toBe('_._._._');
  expect(formatSource('компания/проект', createPathRules())).toMatch(/^__[0-9a-f]{6}\.__[0-9a-f]{6}$/);
});

test('parts are joined without the absent ones', () => {
  expect(joinPath([undefined, 'a', '', 'b.c'])).toBe('a.b.c');
  expect(joinPath([])).toBe('');
});

test('finds the first node that is too long', () => {
  const long = 'a'.repeat(251);
  expect(findLongNode(`b.${long}.${long}x`)).toBe(long);
  expect(findLongNode(`${'a'.repeat(250)}.${'a'.repeat(250)}`)).toBeUndefined();
});

test.each(['a.', '.', 'a', '\u0301', 'é', '/.', '\ud800', '👍'])('very many of %j are a path', (piece) => {
  const name = piece.repeat(200_000);
  for (const rules of [createPathRules(), createPathRules(EXTRA_CHARACTERS)]) {
    expect(rules.formatDotted(name)).toMatch(/^(?:\w+(?:\.\w+){0,999999})?$/);
    expect(rules.formatWritten(`${name}!`)).not.toContain('.');
  }
});
