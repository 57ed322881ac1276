import { describe, expect, test } from 'vitest';
import { count, faultOf, parse, pathsOf } from './support.ts';

const record = (...lines: string[]): string =>
  ['TN:', 'SF:src/a.c', ...lines, 'end_of_record', ''].join('\n');

test('reads a record of every kind, as geninfo documents it', async () => {
  const report = record(
    'VER:abc',
    'FN:1,main',
    'FN:5,9,helper',
    'FNDA:3,main',
    'FNDA:0,helper',
    'FNF:2',
    'FNH:1',
    'BRDA:2,0,0,4',
    'BRDA:2,0,1,-',
    'BRDA:6,e0,0,0',
    'BRDA:6,f0,1,1',
    'BRDA:6,U1,1,0',
    'BRF:4',
    'BRH:2',
    'MCDC:2,2,t,1,0,a && b',
    'DA:1,3',
    'DA:2,3,pKn3AZQ7pLoiIWZ8cJ/AGQ',
    'DA:5,0',
    'LF:3',
    'LH:2',
  );
  expect(await count(`#a comment\n${report}`)).toEqual(['lines 2/3', 'branches 2/4', 'functions 1/2']);
  expect(await count(report.replaceAll('\n', '\r\n'))).toEqual([
    'lines 2/3',
    'branches 2/4',
    'functions 1/2',
  ]);
});

test('leaves out kinds that a report does not have; 0 of 0 is a value', async () => {
  expect(await count(record('DA:1,1'))).toEqual(['lines 1/1']);
  expect(await count(record('FNF:0', 'FNH:0', 'LF:0', 'LH:0'))).toEqual(['lines 0/0', 'functions 0/0']);
});

describe('functions', () => {
  test('unites the aliases of one function (since lcov 2.2)', async () => {
    const report = record(
      'FNL:0,3,9',
      'FNA:0,0,f<int>',
      'FNA:0,2,f<long>',
      'FNL:1,20',
      'FNA:1,0,g,h',
      'DA:3,2',
    );
    expect(await count(report)).toEqual(['lines 1/1', 'functions 1/2']);
    expect(await count(report, record('FN:20,g,h', 'FNDA:1,g,h', 'DA:3,0'))).toEqual([
      'lines 1/1',
      'functions 2/2',
    ]);
  });

  test('matches the k-th count of a name with the k-th function of it', async () => {
    expect(await count(record('FN:1,render', 'FN:9,render', 'FNDA:0,render', 'FNDA:2,render'))).toEqual([
      'functions 1/2',
    ]);
    const one = record('FN:3,x', 'FN:3,x', 'FNDA:1,x', 'FNDA:0,x');
    const other = record('FN:3,x', 'FN:3,x', 'FNDA:0,x', 'FNDA:1,x');
    expect(await count(one)).toEqual(['functions 1/2']);
    expect(await count(one, other)).toEqual(['functions 2/2']);
    expect(await count(one, one)).toEqual(['functions 1/2']);
  });

  test('accepts names with commas, empty names, and names of object properties', async () => {
    const report = record(
      'FN:1,f(int, int)',
      'FN:2,',
      'FN:3,__proto__',
      'FNDA:1,f(int, int)',
      'FNDA:1,__proto__',
    );
    expect(await count(report)).toEqual(['functions 2/3']);
  });
});

test('accepts a branch with a name, with commas, and a huge number', async () => {
  const names = record(
    'BRDA:10,0,enable(a, b),1',
    'BRDA:10,0,!enable,0',
    'BRDA:10,99999999,7,1',
    'BRDA:10,0,00,1',
    'BRDA:10,0,0,0',
  );
  expect(await count(names)).toEqual(['branches 3/5']);
  expect(await count(names, names)).toEqual(['branches 3/5']);
});

test.each([
  ['0', 0],
  ['000', 0],
  ['1', 1],
  ['18446744073709551616', 1],
  ['1.84467440737096e+19', 1],
  ['1e308', 1],
  ['1e400', 1],
  ['0.0e5', 0],
  ['-7', 0],
])('a count of %s is covered: %i', async (hits, covered) => {
  expect(await count(record(`DA:1,${hits}`, `BRDA:1,0,0,${hits}`, 'FN:1,f', `FNDA:${hits},f`))).toEqual([
    `lines ${covered}/1`,
    `branches ${covered}/1`,
    `functions ${covered}/1`,
  ]);
});

test('unites several records of one file, one for each test', async () => {
  const report =
    record('DA:1,0', 'DA:2,5', 'BRDA:1,0,0,-', 'BRDA:1,0,1,1') +
    record('DA:1,2', 'DA:2,0', 'DA:3,0', 'BRDA:1,0,0,1', 'BRDA:1,0,1,0');
  expect(await count(report)).toEqual(['lines 2/3', 'branches 2/2']);
});

test("uses a record's sums when there is nothing else", async () => {
  expect(await count(record('LF:10', 'LH:4', 'BRF:6', 'BRH:1', 'FNF:3', 'FNH:3'))).toEqual([
    'lines 4/10',
    'branches 1/6',
    'functions 3/3',
  ]);
  expect(await count(record('DA:1,1', 'LF:10', 'LH:4'))).toEqual(['lines 1/1']);
  expect(await count(record('LF:10', 'LH:4'), record('LF:10', 'LH:6'))).toEqual(['lines 6/10']);
});

test('needs no final line feed, and gives the same result for any chunks', async () => {
  const report = record('FN:1,größe', 'FNDA:1,größe', 'DA:1,12', 'DA:2,0', 'BRDA:1,0,0,-').trimEnd();
  const { parseCoverage } = await import('../../../src/collect/coverage/parse-coverage.ts');
  const { chunksOf } = await import('./support.ts');
  const whole = await parse(report);
  for (const size of [1, 2, 3, 7]) {
    expect(await parseCoverage(chunksOf(report, size), { root: '/ws' })).toEqual(whole);
  }
  expect(whole.names).toContain('größe');
});

test('allows a chunk to be reused once the next one is requested', async () => {
  const { parseCoverage } = await import('../../../src/collect/coverage/parse-coverage.ts');
  const bytes = Buffer.from(record('FN:1,name', 'FNDA:1,name', 'DA:1,12', 'DA:2,0'));
  async function* reuse(): AsyncGenerator<Uint8Array> {
    const chunk = new Uint8Array(7);
    for (let start = 0; start < bytes.length; start += 7) {
      const length = bytes.copy(chunk, 0, start, start + 7);
      yield chunk.subarray(0, length);
      chunk.fill(0x58);
    }
  }
  expect(await parseCoverage(reuse(), { root: '/ws' })).toEqual(
    await parse(record('FN:1,name', 'FNDA:1,name', 'DA:1,12', 'DA:2,0')),
  );
});

describe('does not refuse a report for an odd record of a branch or a function', () => {
  test.each([
    ['a block without a name', ['BRDA:2,,0,1', 'BRDA:2,,1,0'], 'branches 1/2'],
    ['a block that is a word', ['BRDA:2,None,0,-', 'BRDA:2,None,1,3'], 'branches 1/2'],
    ['a line below 0', ['BRDA:-1,0,0,1', 'BRDA:-1,0,1,0'], 'branches 1/2'],
    ['no line', ['BRDA:,0,0,1'], 'branches 1/1'],
    ['a line beyond any file', ['BRDA:1073741824,0,0,1'], 'branches 1/1'],
    ['a branch without a name', ['BRDA:1,0,,1'], 'branches 1/1'],
    ['a count that is no number', ['BRDA:1,0,0,x', 'BRDA:1,0,1,', 'BRDA:1,0,2,-1-'], 'branches 0/3'],
    ['an unreachable branch', ['BRDA:1,U0,0,1', 'BRDA:1,eU0,0,1', 'BRDA:1,e0,0,1'], 'branches 1/1'],
    ['a function below line 0', ['FN:-1,x', 'FNDA:2,x', 'FN:1,y', 'FNDA:0,y'], 'functions 1/2'],
    ['a function without a line', ['FN:,(anonymous_1)', 'FNDA:1,(anonymous_1)'], 'functions 1/1'],
    ['a line of a function that is a word', ['FN:undefined,f', 'FNDA:1,f'], 'functions 1/1'],
    ['a function that ends before it begins', ['FN:1,-1,f', 'FNDA:1,f'], 'functions 1/1'],
    ['a count of a function that is none', ['FN:1,f', 'FNDA:x,f'], 'functions 0/1'],
    ['an alias without its function', ['FNA:0,1,f'], 'functions 1/1'],
    ['a function group in no line', ['FNL:0,x', 'FNA:0,1,f'], 'functions 1/1'],
  ])('%s', async (_, lines, expected) => {
    const report = record('DA:2,1', ...lines);
    expect(await count(report)).toEqual(['lines 1/1', expected]);
    expect((await parse(report)).notices).toEqual([]);
  });

  test('leaves out what is not a record, and reports it', async () => {
    const report = record('DA:2,1', 'BRDA:1,0,0', 'FN:12', 'LF:1.5', 'BRF:2', 'BRH:3', 'FNF:1', 'FNH:1');
    expect(await count(report)).toEqual(['lines 1/1', 'functions 1/1']);
    expect((await parse(report)).notices).toEqual([
      { rule: expect.stringContaining('left out: 4; the first'), value: 'BRDA:1,0,0' },
    ]);
  });

  test('counts source files without a name separately, and reports it', async () => {
    const report =
      record('DA:1,1').replace('SF:src/a.c', 'SF:') + record('DA:1,0').replace('SF:src/a.c', 'SF: ');
    const [one, other] = [await parse(report, { path: 'a.info' }), await parse(report, { path: 'b.info' })];
    expect(await count(one)).toEqual(['lines 1/2']);
    expect(await count(one, one)).toEqual(['lines 1/2']);
    expect(one.notices).toEqual([
      expect.objectContaining({ rule: expect.stringMatching(/without a name.*: 2$/) }),
    ]);
    expect(other.files.map(({ module }) => module)).not.toEqual(one.files.map(({ module }) => module));
  });

  test('leaves out what is not counted, and warns about a report that counts nothing', async () => {
    expect(await count(record('FN:1,f', 'FNDA:1,f'))).toEqual(['functions 1/1']);
    expect(await count(record())).toEqual(['lines 0/0']);
    expect((await parse(record())).notices).toEqual([]);
  });
});

describe('names the line of a broken report', () => {
  test.each([
    ['SF:a\nDA:1,1\n', 'the record of a source file ends with end_of_record (line 2): a'],
    [
      'SF:a\nDA:1,1\nend_of_rec',
      'a line of an lcov report begins with a record it knows (line 3): end_of_rec',
    ],
    ['SF:a\nDA:1,1\nSF:b\n', 'end_of_record comes before the next SF (line 3): b'],
    ['\n\nSF:a\nDA:x,1\n', 'the line of DA is a whole number up to 1073741823 (line 4): x'],
    ['SF:a\nDA:1\n', 'DA is a line and its number of hits (line 2): DA:1'],
    ['SF:a\nDA:1,\n', 'DA is a line and its number of hits (line 2): DA:1,'],
    ['SF:a\nDA:1,1x\n', 'DA is a line and its number of hits (line 2): DA:1,1x'],
    ['SF:a\nDA:1,inf\n', 'DA is a line and its number of hits (line 2): DA:1,inf'],
    ['SF:a\nDA:1073741824,1\n', 'the line of DA is a whole number up to 1073741823 (line 2): 1073741824'],
    ['SF:a\nDA:-1,1\n', 'the line of DA is a whole number up to 1073741823 (line 2): -1'],
    [
      'SF:a\nDA:99999999999999999999999,1\n',
      'the line of DA is a whole number up to 1073741823 (line 2): 99999999999999999999999',
    ],
    [
      'SF:a\nend_of_record\nDA:1,1\n',
      'outside of a record (SF … end_of_record) an lcov report has nothing (line 3): DA:1,1',
    ],
    ['TN:\n', 'an lcov report has a record (SF) for each source file (line 1): '],
  ])('%j', async (report, fault) => {
    expect(await faultOf(report)).toBe(fault);
  });
});

test('unites paths in all spellings', async () => {
  const paths = ['src/a.c', './src/a.c', '/ws/src/a.c', 'src\\a.c', 'src//x/../a.c', '/ws/./src/a.c'];
  for (const path of paths) expect(await pathsOf(`SF:${path}\nend_of_record\n`)).toEqual(['src/a.c']);
  expect(
    await count(
      paths.map((path, index) => `SF:${path}\nDA:1,0\nDA:${index + 2},1\nend_of_record\n`).join(''),
    ),
  ).toEqual(['lines 6/7']);
  expect(await pathsOf('SF:/else/src/a.c\nend_of_record\n')).toEqual(['/else/src/a.c']);
  expect(await pathsOf('SF:/wsx/a.c\nend_of_record\n')).toEqual(['/wsx/a.c']);
  expect(await pathsOf('SF:D:\\a\\x\\src\\a.c\nend_of_record\n', { root: 'd:\\a\\x' })).toEqual(['src/a.c']);
});

test('many branches, in any order and more than once, are each one', async () => {
  const branches = Array.from({ length: 40_000 }, (_, index) => `${(index * 7919) % 60_000},${index % 5}`);
  const lines = [...branches, ...branches.toReversed()].map(
    (branch, index) => `BRDA:1,${branch},${index % 2}`,
  );
  const total = new Set(branches).size;
  const covered = new Set(lines.filter((line) => line.endsWith(',1')).map((line) => line.slice(0, -2))).size;
  expect(await count(record(...lines, 'DA:1,1'))).toEqual(['lines 1/1', `branches ${covered}/${total}`]);
});

test('functions named by digits are counted and unite with themselves', async () => {
  const report = record('FN:1,12', 'FN:2,120', 'FNDA:1,12', 'FNDA:0,120', 'DA:1,1');
  expect(await count(report, report)).toEqual(['lines 1/1', 'functions 1/2']);
});

test('accepts blanks in empty lines and behind the end of a record', async () => {
  expect(await count('SF:a\n  \nDA:1,1\n\t\nend_of_record \nSF:b\nDA:1,0\nend_of_record\t\n')).toEqual([
    'lines 1/2',
  ]);
});
