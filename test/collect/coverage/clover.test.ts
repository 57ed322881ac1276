import { describe, expect, test } from 'vitest';
import { clover, count, faultOf, parse, pathsOf } from './support.ts';

const metrics = (statements: string, conditionals: string, methods: string): string => {
  const [[covered, all], [taken, branches], [entered, functions]] = [statements, conditionals, methods].map(
    (text) => text.split('/'),
  ) as [string[], string[], string[]];
  return `<metrics statements="${all}" coveredstatements="${covered}" conditionals="${branches}" coveredconditionals="${taken}" methods="${functions}" coveredmethods="${entered}"/>`;
};

test("reads OpenClover's lines: hits of both ways of a condition, statements of one line each", async () => {
  const report =
    clover(`<package name="p"><file name="A.java" path="/ws/src/A.java">${metrics('2/3', '1/4', '1/2')}
    <class name="A">${metrics('2/3', '1/4', '1/2')}</class>
    <line num="1" type="method" signature="a() : void" count="4"/>
    <line num="2" type="stmt" count="4"/><line num="2" type="stmt" count="0"/>
    <line num="2" type="cond" truecount="7" falsecount="0"/>
    <line num="4" type="method" signature="b() : void" count="0"/>
    <line num="5" type="stmt" count="1"/><line num="5" type="cond" truecount="0" falsecount="0"/></file></package>`);
  expect(await count(report)).toEqual(['lines 2/2', 'branches 1/4', 'functions 1/2', 'statements 2/3']);
  expect(await count(report, report)).toEqual([
    'lines 2/2',
    'branches 1/4',
    'functions 1/2',
    'statements 2/3',
  ]);
  expect(await pathsOf(report)).toEqual(['src/A.java']);
});

describe('when the lines do not add up to the metrics of the file', () => {
  test("counts Istanbul's conditions as numbers of branches", async () => {
    const lines =
      '<line num="2" count="1" type="cond" truecount="1" falsecount="3"/><line num="4" count="0" type="stmt"/>';
    const report = clover(`<file name="a.js" path="/ws/a.js">${metrics('1/2', '1/4', '2/3')}${lines}</file>`);
    expect(await count(report)).toEqual(['lines 1/2', 'branches 1/4', 'functions 2/3', 'statements 1/2']);
    const other = report
      .replace('truecount="1" falsecount="3"', 'truecount="3" falsecount="1"')
      .replace('coveredconditionals="1"', 'coveredconditionals="3"');
    expect(await count(report, other)).toEqual([
      'lines 1/2',
      'branches 3/4',
      'functions 2/3',
      'statements 1/2',
    ]);
  });

  test("counts PHPUnit's methods when they are fully covered, and no branches", async () => {
    const report = clover(`<file name="/ws/src/A.php"><class name="A"><metrics methods="9"/></class>
      <line num="3" type="method" name="m" count="1"/><line num="4" type="stmt" count="1"/><line num="5" type="stmt" count="0"/>
      <metrics loc="9" methods="1" coveredmethods="0" conditionals="0" coveredconditionals="0" statements="2" coveredstatements="1"/></file>`);
    expect(await count(report)).toEqual(['lines 1/2', 'functions 0/1', 'statements 1/2']);
    expect(await pathsOf(report)).toEqual(['src/A.php']);
  });
});

test('counts only the lines without metrics', async () => {
  const report = clover(
    '<file path="a"><line num="1" type="method" name="m" count="1"/><line num="2" count="3"/><line num="2" type="cond" truecount="1" falsecount="1"/></file>',
  );
  expect(await count(report)).toEqual(['lines 1/1', 'branches 2/2', 'functions 1/1', 'statements 1/1']);
});

test('unites two runs: statements and methods by line and order, branches by the larger number', async () => {
  const run = (a: number, b: number, taken: number) =>
    clover(
      `<file path="a"><line num="1" type="method" name="m" count="${a}"/><line num="1" type="method" name="n" count="${b}"/><line num="2" type="stmt" count="${a}"/><line num="2" type="stmt" count="${b}"/><line num="3" type="cond" truecount="${taken}" falsecount="0"/></file>`,
    );
  expect(await count(run(1, 0, 0))).toEqual(['lines 1/1', 'branches 0/2', 'functions 1/2', 'statements 1/2']);
  expect(await count(run(1, 0, 0), run(0, 1, 1))).toEqual([
    'lines 1/1',
    'branches 1/2',
    'functions 2/2',
    'statements 2/2',
  ]);
});

test("ignores the tests' own code, and counts a project without files by its metrics", async () => {
  const tests = `<testproject name="t"><metrics statements="50" coveredstatements="50"/><file path="t"><line num="1" type="stmt" count="1"/></file></testproject>`;
  const report = clover('<file path="a"><line num="1" type="stmt" count="0"/></file>').replace(
    '</project>',
    `</project>${tests}`,
  );
  expect(await count(report)).toEqual(['lines 0/1', 'statements 0/1']);
  expect(await count(clover('', metrics('5/10', '0/0', '1/2')))).toEqual([
    'functions 1/2',
    'statements 5/10',
  ]);
  expect(await count(clover('', metrics('0/0', '0/0', '0/0')))).toEqual(['lines 0/0', 'statements 0/0']);
});

test.each(['-1', ''])('counts a method without a known line (%j)', async (line) => {
  const lines = `<line num="${line}" type="method" name="m" count="1"/><line num="2" type="stmt" count="0"/>`;
  expect(await count(clover(`<file path="a">${lines}</file>`))).toEqual([
    'lines 0/1',
    'functions 1/1',
    'statements 0/1',
  ]);
});

test.each(['path=""', 'name=""', 'name="" path=""'])('counts a file with %s, and warns', async (names) => {
  const file = `<file ${names}><line num="2" type="stmt" count="1"/></file>`;
  const report = await parse(clover(file + file));
  expect(await count(report)).toEqual(['lines 2/2', 'statements 2/2']);
  expect(report.notices).toEqual([
    expect.objectContaining({ rule: expect.stringMatching(/without a name.*: 2$/) }),
  ]);
});

test('counts the lines when the metrics say 0 for listed items', async () => {
  const lines =
    '<line num="1" type="method" name="m" count="1"/><line num="2" type="stmt" count="1"/><line num="3" type="stmt" count="0"/><line num="3" type="cond" truecount="1" falsecount="0"/>';
  const report = clover(`<file path="a">${metrics('0/0', '0/0', '0/0')}${lines}</file>`);
  expect(await count(report)).toEqual(['lines 1/2', 'branches 1/2', 'functions 1/1', 'statements 1/2']);
});

test.each([
  ['<file/>', 'a file has a path or a name: '],
  [
    '<file path="a"><line type="stmt" count="1"/></file>',
    'the number (num) of a line is a whole number up to 1073741823: ',
  ],
  ['<file path="a"><line num="1" type="stmt"/></file>', 'line 1 has a count: '],
  ['<file path="a"><line num="1" type="cond" truecount="x" falsecount="1"/></file>', 'line 1 has a count: x'],
  [
    '<file path="a"><metrics statements="1" coveredstatements="2"/></file>',
    'coveredstatements and statements are such numbers: 2, 1',
  ],
  [
    '<file path="a"><metrics statements="-1" coveredstatements="0"/></file>',
    'coveredstatements and statements are such numbers: 0, -1',
  ],
])('%s', async (files, fault) => {
  expect(await faultOf(clover(files))).toBe(fault);
});

test.each([
  'statements="1" coveredstatements="2"',
  'statements="" coveredstatements=""',
  'statements="1" coveredstatements="x"',
  'statements="-1" coveredstatements="0"',
  'conditionals="0.5" coveredconditionals="1" methods="" coveredmethods="1"',
])('sums that cannot be right are no fault where there are lines: %s', async (sums) => {
  const file = `<file path="a"><metrics ${sums}/><line num="1" type="stmt" count="1"/><line num="2" type="stmt" count="0"/></file>`;
  const report = await parse(clover(`${file}<metrics ${sums}/>`));
  expect(await count(report)).toEqual(['lines 1/2', 'statements 1/2']);
  expect(await faultOf(clover(`<metrics ${sums}/>`))).toMatch(/ are such numbers: /);
});

test('sums of 0 are no fault, whatever they say is covered: the lines count', async () => {
  const report = clover(
    '<file path="a"><metrics statements="0" coveredstatements="1"/><line num="1" type="stmt" count="1"/></file>',
  );
  expect(await count(report)).toEqual(['lines 1/1', 'statements 1/1']);
});

test('counts numbers larger than any integer type', async () => {
  const report = clover(
    '<file path="a"><line num="1" type="stmt" count="1e308"/><line num="1" type="cond" truecount="99999999999999999999" falsecount="-3"/></file>',
  );
  expect(await count(report)).toEqual(['lines 1/1', 'branches 1/2', 'statements 1/1']);
});
