import { expect, test } from 'vitest';
import { count, faultOf, parse, pathsOf } from './support.ts';

const profile = (...blocks: string[]): string => `mode: set\n${blocks.join('\n')}\n`;

test('counts the statements of each block once', async () => {
  const report = profile('m.org/a/x.go:3.1,5.2 2 1', 'm.org/a/x.go:5.2,9.2 3 0', 'm.org/a/y.go:3.1,5.2 1 4');
  expect(await count(report)).toEqual(['statements 3/6']);
  expect(await count(report, report)).toEqual(['statements 3/6']);
  expect(await pathsOf(report)).toEqual(['m.org/a/x.go', 'm.org/a/y.go']);
});

test('counts a block as covered when one of several tests ran it', async () => {
  const twice = profile('m/x.go:3.1,5.2 2 0', 'm/x.go:3.1,5.2 2 7', 'm/x.go:3.1,5.2 2 0');
  expect(await count(twice)).toEqual(['statements 2/2']);
  expect(await count(profile('m/x.go:3.1,5.2 2 0'), profile('m/x.go:3.1,5.2 2 1'))).toEqual([
    'statements 2/2',
  ]);
});

test('accepts blocks of one line, joined profiles, Windows line ends, and no block', async () => {
  const line = profile('m/x.go:3.1,3.9 1 1', 'm/x.go:3.9,3.12 1 0', 'm/x.go:3.9,4.12 1 0');
  expect(await count(line)).toEqual(['statements 1/3']);
  expect(await count(`${line}mode: atomic\nm/z.go:1.1,2.2 1 9\n`)).toEqual(['statements 2/4']);
  expect(await count(line.replaceAll('\n', '\r\n'))).toEqual(['statements 1/3']);
  expect(await count('mode: count\n')).toEqual(['statements 0/0']);
  expect(await pathsOf(profile('C:/ws/x.go:1.1,2.2 1 1', '/ws/y.go:1.1,2.2 1 1'))).toEqual([
    'c:/ws/x.go',
    'y.go',
  ]);
});

test('counts no lines of a profile', async () => {
  expect([...(await parse(profile('m/x.go:1.1,2.2 1 1'))).kinds]).toEqual(['statements']);
});

test.each([
  ['mode: set\nm/x.go:1.1,2.2 1\n', /line 2\): m\/x\.go:1\.1,2\.2 1$/],
  ['\nmode: set\nm/x.go:1.1,2.2 1 x\n', /line 3\)/],
  ['mode: other\n', /line 1\)/],
  ['mode: set\nm/x.go:1.1,2.2 100000 1\n', /at most 10000 statements/],
  ['mode: set\nm/x.go:9999999999.1,2.2 1 1\n', /the line of a block is a whole number/],
])('refuses %j', async (report, fault) => {
  expect(await faultOf(report)).toMatch(fault);
});
