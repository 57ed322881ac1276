import { expect, test } from 'vitest';
import { count, faultOf, pathsOf } from './support.ts';

const range = (line: number, column: number, endLine = line): object => ({
  start: { line, column },
  end: { line: endLine, column: column + 5 },
});

const FILE = {
  path: '/ws/a.js',
  statementMap: { 0: range(1, 0), 1: range(2, 0), 2: range(2, 8), 3: range(4, 0) },
  fnMap: {
    0: { name: 'f', decl: range(1, 9), loc: range(1, 12, 3), line: 1 },
    1: { name: 'g', decl: range(5, 9), loc: range(5, 12, 6), line: 5 },
  },
  branchMap: {
    0: { loc: range(2, 0), type: 'if', locations: [range(2, 0), { start: {}, end: {} }], line: 2 },
    1: { loc: range(2, 0), type: 'cond-expr', locations: [range(2, 4), range(2, 8)], line: 2 },
  },
  s: { 0: 1, 1: 3, 2: 0, 3: 0 },
  f: { 0: 2, 1: 0 },
  b: { 0: [1, 0], 1: [0, 5] },
};
const write = (file: object, path = '/ws/a.js'): string => JSON.stringify({ [path]: file });

test('counts lines, branches, functions and statements as Istanbul does', async () => {
  const expected = ['lines 2/3', 'branches 2/4', 'functions 1/2', 'statements 2/4'];
  expect(await count(write(FILE))).toEqual(expected);
  expect(await count(write(FILE), write(FILE))).toEqual(expected);
  expect(await pathsOf(write(FILE))).toEqual(['a.js']);
});

test('counts a place whose count is null as not covered, as Istanbul does', async () => {
  const file = { ...FILE, s: { ...FILE.s, 1: null }, f: { 0: null, 1: 0 }, b: { 0: [null, 0], 1: [0, 5] } };
  expect(await count(write(file))).toEqual(['lines 1/3', 'branches 1/4', 'functions 0/2', 'statements 1/4']);
});

test('unites two runs by place', async () => {
  const other = { ...FILE, s: { 0: 0, 1: 0, 2: 1, 3: 1 }, f: { 0: 0, 1: 1 }, b: { 0: [0, 1], 1: [1, 0] } };
  expect(await count(write(FILE), write(other))).toEqual([
    'lines 3/3',
    'branches 4/4',
    'functions 2/2',
    'statements 4/4',
  ]);
});

test('counts nothing twice with a report of the same run in another format', async () => {
  const lcov =
    'SF:a.js\nDA:1,1\nDA:2,3\nDA:4,0\nFN:1,f\nFN:5,g\nFNDA:2,f\nFNDA:0,g\nBRDA:2,0,0,1\nBRDA:2,0,1,0\nBRDA:2,1,0,0\nBRDA:2,1,1,5\nend_of_record\n';
  expect(await count(write(FILE), lcov)).toEqual([
    'lines 2/3',
    'branches 2/4',
    'functions 1/2',
    'statements 2/4',
  ]);
});

test('counts each of the places without columns or lines, and of equal places', async () => {
  const odd = {
    statementMap: {
      0: { start: { line: 1 }, end: { line: 1, column: null } },
      1: { start: { line: 1 }, end: { line: 1 } },
      2: {},
    },
    s: { 0: 1, 1: 0, 2: 0 },
  };
  expect(await count(write(odd))).toEqual(['lines 1/2', 'branches 0/0', 'functions 0/0', 'statements 1/3']);
});

test.each([
  [{ ...FILE, s: { ...FILE.s, 0: 'x' } }, /the counts of "\/ws\/a\.js" are numbers: x/],
  [{ ...FILE, s: { 0: 1 } }, /are numbers: undefined/],
  [{ ...FILE, f: [] }, /has the maps fnMap and f/],
  [{ ...FILE, b: { 0: 1, 1: [1] } }, /have lists of counts: 1/],
  [{ ...FILE, b: { 0: Array.from({ length: 10_001 }, () => 0), 1: [1] } }, /at most 10000 ways/],
])('refuses a file of another form: %#', async (file, fault) => {
  expect(await faultOf(write(file))).toMatch(fault);
});

test('refuses files of another kind among them', async () => {
  expect(
    await faultOf(JSON.stringify({ '/ws/a.js': FILE, total: { lines: { total: 1, covered: 1 } } })),
  ).toMatch(/each file has a statementMap and counts \(s\): total/);
});
