import { expect, test } from 'vitest';
import { count, faultOf, parse, pathsOf } from './support.ts';

const sums = (covered: number, total: number) => ({
  total,
  covered,
  skipped: 0,
  pct: total === 0 ? 100 : 12.34,
});
const file = (covered: number) => ({
  lines: sums(covered, 10),
  statements: sums(covered + 1, 12),
  functions: sums(1, 2),
  branches: sums(0, 0),
});

test('counts the files and not their total', async () => {
  const report = JSON.stringify({ total: file(99), '/ws/src/a.js': file(3), 'src/b.js': file(5) })
    .replace('"covered":99', '"covered":8')
    .replace('"covered":100', '"covered":9');
  expect(await count(report)).toEqual(['lines 8/20', 'branches 0/0', 'functions 2/4', 'statements 10/24']);
  expect(await pathsOf(report)).toEqual(['src/a.js', 'src/b.js']);
});

test('of one file in two reports, counts the one with more covered, else the one with more in total', async () => {
  const one = JSON.stringify({ total: file(3), 'a.js': file(3) });
  const other = JSON.stringify({ total: file(7), '/ws/a.js': file(7) });
  const expected = ['lines 7/10', 'branches 0/0', 'functions 1/2', 'statements 8/12'];
  expect(await count(one, other)).toEqual(expected);
  expect(await count(other, one)).toEqual(expected);
  const longer = one.replaceAll('"total":10', '"total":11');
  expect((await count(one, longer))[0]).toBe('lines 3/11');
  expect((await count(longer, one))[0]).toBe('lines 3/11');
});

test('counts nothing twice with lcov of the same files', async () => {
  const lcov = 'SF:a.js\nDA:1,1\nDA:2,1\nDA:3,0\nLF:3\nLH:2\nend_of_record\n';
  const summary = JSON.stringify({ total: {}, 'a.js': { lines: sums(2, 3) } }).replace('"total":{},', '');
  expect(await count(lcov, summary)).toEqual(['lines 2/3']);
  expect(await count(lcov, summary.replace('"covered":2', '"covered":1'))).toEqual(['lines 2/3']);
});

test('counts a total alone; a file may have any name', async () => {
  expect((await count(JSON.stringify({ total: file(4) })))[0]).toBe('lines 4/10');
  const report = `{"__proto__": {"lines": {"total": 2, "covered": 1}}, "constructor": {"lines": {"total": 3, "covered": 1}}}`;
  expect(await count(report)).toEqual(['lines 2/5']);
  expect(({} as Record<string, unknown>)['lines']).toBeUndefined();
});

test.each([
  ['{"total": {"lines": {"total": 1', 'this is not well-formed JSON'],
  [
    '{"a": {"lines": {"total": 1, "covered": 2}}}',
    'the lines of "a" have the whole numbers covered and total',
  ],
  [
    '{"a": {"lines": {"total": 1.5, "covered": 1}}}',
    'the lines of "a" have the whole numbers covered and total',
  ],
  [
    '{"a": {"lines": {"total": -1, "covered": -1}}}',
    'the lines of "a" have the whole numbers covered and total',
  ],
  [
    '{"a": {"lines": {"total": 1e308, "covered": 1}}}',
    'the lines of "a" have the whole numbers covered and total',
  ],
  [
    '{"a": {"lines": {"total": "3", "covered": 1}}}',
    'the lines of "a" have the whole numbers covered and total',
  ],
  ['{"a": {"lines": {"total": 1, "covered": 1}}, "b": 3}', "each file of Istanbul's summary has sums: b"],
])('%s', async (report, fault) => {
  expect(await faultOf(report)).toContain(fault);
});

test('refuses deep and large JSON', async () => {
  expect(await faultOf(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)).toContain(
    'JSON that nests more than 32 deep',
  );
  async function* endless(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('{"a": "');
    for (;;) yield Buffer.alloc(1_000_000, 'x');
  }
  expect(await faultOf(endless())).toBe('a report in JSON has at most 33554432 bytes');
  await expect(parse('{"a":1}')).rejects.toThrow('JSON with other keys');
});
