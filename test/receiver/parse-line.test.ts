import { expect, test } from 'vitest';
import { MAX_LINE_BYTES, parseLine } from '../../src/receiver/parse-line.ts';

const node = (bytes: number): string => 'n'.repeat(bytes);
/** Nodes of 200 bytes and a last one. Together they make the line, LF included, exactly as long as requested. */
function lineOf(bytes: number): string {
  const end = ' 1 1700000000\n';
  const nodes = `${node(200)}.`.repeat(Math.floor((bytes - end.length) / 201));
  return nodes + node(bytes - end.length - nodes.length) + end;
}

const GOOD: readonly [string, object][] = [
  ['a 1 1\n', { path: 'a', value: 1, timestamp: 1 }],
  ['ci.acme.build:x-y_z.Duration 42.5 1700000000\n', { path: 'ci.acme.build:x-y_z.Duration', value: 42.5 }],
  ['a.b -5 4294967295\n', { value: -5, timestamp: 4294967295 }],
  ['a.b +5 1700000000\n', { value: 5 }],
  ['a.b 007 1700000000\n', { value: 7 }],
  ['a.b 1e+21 1700000000\n', { value: 1e21 }],
  ['a.b 5E-324 1700000000\n', { value: 5e-324 }],
  ['a.b 1.7976931348623157e308 1700000000\n', { value: Number.MAX_VALUE }],
  ['a!#$%&+<=>@^`~ 1 1700000000\n', { path: 'a!#$%&+<=>@^`~' }],
  [`${node(250)}.${node(250)} 1 1700000000\n`, { path: `${node(250)}.${node(250)}` }],
  ['p;a=1;b=x=y 1 1700000000\n', { path: 'p', tags: { a: '1', b: 'x=y' } }],
  ['p;A=1;a=2;a-=~ 1 1700000000\n'.replace('~', '/~*'), { tags: { A: '1', a: '2', 'a-': '/~*' } }],
  [`p;${node(200)}=${node(200)} 1 1700000000\n`, { tags: { [node(200)]: node(200) } }],
  [lineOf(MAX_LINE_BYTES), { value: 1 }],
];

test.each(GOOD)('accepts %j', (line, expected) => {
  expect(parseLine(line)).toMatchObject({ text: line.slice(0, -1), ...expected });
});

test('gives every field of a line, and a tag named __proto__ like any other', () => {
  expect(parseLine('a.b 1 2\n')).toEqual({ text: 'a.b 1 2', path: 'a.b', tags: {}, value: 1, timestamp: 2 });
  const parsed = parseLine('a.b;__proto__=x 1 2\n');
  expect('tags' in parsed && Object.entries(parsed.tags)).toEqual([['__proto__', 'x']]);
});

const BAD: readonly [string, RegExp][] = [
  ['', /must end with LF$/],
  ['a.b 1 1700000000', /must end with LF$/],
  ['a.b 1 1700000000\r\n', /not with CR LF/],
  ['\n', /must not be empty/],
  ['a.b 1 1700000000\nc 1 1700000000\n', /printable ASCII, but has U\+000A/],
  ['a.b 1 1700000000\r', /must end with LF$/],
  ['a\rb 1 1700000000\n', /U\+000D/],
  ['a.b\t1\t1700000000\n', /U\+0009/],
  ['a\0b 1 1700000000\n', /U\+0000/],
  ['a\x7fb 1 1700000000\n', /U\+007F/],
  ['größe 1 1700000000\n', /U\+00F6/],
  ['a.🚀 1 1700000000\n', /U\+1F680/],
  ['a.\u2028b 1 1700000000\n', /U\+2028/],
  ['\ufeffa 1 1700000000\n', /U\+FEFF/],
  ['a\ud800 1 1700000000\n', /U\+D800/],
  ['a.b  1 1700000000\n', /exactly one space/],
  ['a.b 1  1700000000\n', /exactly one space/],
  [' a.b 1 1700000000\n', /exactly one space/],
  ['a.b 1 1700000000 \n', /exactly one space/],
  [' \n', /exactly one space/],
  ['a.b\n', /three fields .*, not 1$/],
  ['a.b 1\n', /three fields .*, not 2$/],
  ['a.b 1 1700000000 x\n', /three fields .*, not more$/],
  ['a b 1 2 3 4\n', /three fields .*, not more$/],
  [';a=1 1 1700000000\n', /path must not be empty/],
  ['.a 1 1700000000\n', /none of them empty/],
  ['a. 1 1700000000\n', /none of them empty/],
  ['a..b 1 1700000000\n', /none of them empty/],
  ['. 1 1700000000\n', /none of them empty/],
  [`a.${node(251)} 1 1700000000\n`, /node must be at most 250 bytes, not 251/],
  ...[...`"'()*,/?[\\]{|}`].map((odd): [string, RegExp] => [`a${odd}b 1 1700000000\n`, /node must hold/]),
  ['p; 1 1700000000\n', /tag must be name=value/],
  ['p;a 1 1700000000\n', /tag must be name=value/],
  ['p;a=1; 1 1700000000\n', /tag must be name=value/],
  ['p;=1 1 1700000000\n', /tag name must not be empty/],
  ['p;a= 1 1700000000\n', /tag value must not be empty/],
  ['p;name=x 1 1700000000\n', /must not be named "name"/],
  ['p;a!=x 1 1700000000\n', /without ; ! \^ =/],
  ['p;a^b=x 1 1700000000\n', /without ; ! \^ =/],
  ['p;a=~x 1 1700000000\n', /must not start with ~/],
  [`p;${node(201)}=x 1 1700000000\n`, /tag name must be at most 200 bytes, not 201/],
  [`p;a=${node(201)} 1 1700000000\n`, /tag value must be at most 200 bytes, not 201/],
  ['p;b=1;a=2 1 1700000000\n', /sorted by name/],
  ['p;a=1;B=2 1 1700000000\n', /sorted by name/],
  ['p;a=1;a=2 1 1700000000\n', /once only/],
  ...['abc', '0x10', '1_000', '1,5', '.5', '5.', '1e', '--1', 'nan', 'inf', '-Infinity', 'true', 'null'].map(
    (value): [string, RegExp] => [`a.b ${value} 1700000000\n`, /value must be one decimal number/],
  ),
  ['a.b 1e309 1700000000\n', /value must be finite/],
  ['a.b -1e999 1700000000\n', /value must be finite/],
  ...['0', '-1', 'N', '1.5', '1e9', '01', '4294967296', '1700000000000', 'inf', '+1'].map(
    (timestamp): [string, RegExp] => [
      `a.b 1 ${timestamp}\n`,
      /timestamp must be whole seconds from 1 to 4294967295/,
    ],
  ),
  [lineOf(MAX_LINE_BYTES + 1), /at most 8192 bytes, its LF included/],
];

test.each(BAD)('refuses %j', (line, reason) => {
  const parsed = parseLine(line);
  expect(parsed).toEqual({
    text: line.replace(/\n$/, '').slice(0, MAX_LINE_BYTES),
    reason: expect.stringMatching(reason),
  });
});

test('cuts the text of a long line', () => {
  const parsed = parseLine('x'.repeat(1_000_000));
  expect(parsed.text).toHaveLength(MAX_LINE_BYTES);
});
