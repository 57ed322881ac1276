import { describe, expect, test } from 'vitest';
import { cobertura, count, faultOf, parse, pathsOf } from './support.ts';

const JAVA = cobertura(`
  <class name="org.x.A" filename="org/x/A.java" line-rate="0.5" branch-rate="0.5" complexity="1">
    <methods>
      <method name="&lt;init&gt;" signature="()V"><lines><line number="8" hits="0" branch="false"/></lines></method>
      <method name="equal" signature="(I)Z"><lines>
        <line number="16" hits="0" branch="true" condition-coverage="50% (1/2)"/><line number="17" hits="2"/>
      </lines></method>
    </methods>
    <lines>
      <line number="8" hits="0" branch="false"/>
      <line number="16" hits="2" branch="true" condition-coverage="50% (1/2)"><conditions><condition number="0" type="jump" coverage="50%"/></conditions></line>
      <line number="17" hits="2" branch="false"/>
    </lines>
  </class>`);

test('counts lines, conditions and methods once each', async () => {
  expect(await count(JAVA)).toEqual(['lines 2/3', 'branches 1/2', 'functions 1/2']);
  expect(await count(JAVA, JAVA)).toEqual(['lines 2/3', 'branches 1/2', 'functions 1/2']);
});

test("leaves out branches and functions of coverage.py's without branches", async () => {
  const report = cobertura(
    '<class name="a.py" filename="a.py"><methods/><lines><line number="1" hits="1"/></lines></class>',
  );
  expect(await count(report)).toEqual(['lines 1/1']);
});

test('unites the lines of several classes of one file', async () => {
  const report = cobertura(`
    <class name="A" filename="A.cs"><lines><line number="1" hits="0" branch="True" condition-coverage="50% (1/2)"/></lines></class>
    <class name="A/Inner" filename="A.cs"><lines><line number="1" hits="3" branch="True" condition-coverage="75% (3/4)"/><line number="2" hits="0"/></lines></class>`);
  expect(await count(report)).toEqual(['lines 1/2', 'branches 3/4']);
});

test('allows a method to begin outside of the lines, as Istanbul writes it, and to be the only one with lines', async () => {
  const method =
    '<methods><method name="f" hits="0" signature="()V"><lines><line number="1" hits="0"/></lines></method></methods>';
  const lines = '<lines><line number="2" hits="1" branch="false"/></lines>';
  expect(await count(cobertura(`<class name="a" filename="a.js">${method}${lines}</class>`))).toEqual([
    'lines 1/1',
    'branches 0/0',
    'functions 0/1',
  ]);
  expect(await count(cobertura(`<class name="a" filename="a.js">${method}</class>`))).toEqual([
    'lines 0/1',
    'functions 0/1',
  ]);
});

test('counts a report without files by its own sums, once', async () => {
  const report =
    '<coverage lines-valid="10" lines-covered="4" branches-valid="2" branches-covered="1" line-rate="0.4"><packages/></coverage>';
  expect(await count(report, report)).toEqual(['lines 4/10', 'branches 1/2']);
  const one = await parse(report, { path: 'a/coverage.xml' });
  expect(await count(one, await parse(report, { path: 'b/coverage.xml' }))).toEqual([
    'lines 8/20',
    'branches 2/4',
  ]);
});

describe('branches without their counts', () => {
  const report = (lines: string, root = ''): string =>
    `<coverage line-rate="1" ${root}><packages><package><classes><class name="a" filename="a.py"><lines>${lines}</lines></class></classes></package></packages></coverage>`;
  const sums = 'branches-covered="3" branches-valid="4"';
  const [alone, percent, counted, none] = [
    '<line number="1" hits="1" branch="true"/>',
    '<line number="2" hits="1" branch="true" condition-coverage="50%"><conditions><condition number="0" type="jump" coverage="50%"/></conditions></line>',
    '<line number="3" hits="1" branch="true" condition-coverage="50% (1/2)"/>',
    '<line number="4" hits="1" branch="false"/>',
  ];
  test.each([
    ['the sums of the root count', alone + none, sums, ['lines 2/2', 'branches 3/4']],
    ['a percentage does not say of how many', percent, sums, ['lines 1/1', 'branches 3/4']],
    ['where some are counted too', alone + counted, sums, ['lines 2/2', 'branches 3/4']],
    ['left out without sums', alone + none, '', ['lines 2/2']],
    ['left out where the sums are 0', percent, 'branches-covered="0" branches-valid="0"', ['lines 1/1']],
    ['those that are counted, without sums', alone + counted, '', ['lines 2/2', 'branches 1/2']],
    ['counted ones need no sums', counted + none, sums, ['lines 2/2', 'branches 1/2']],
    ['a line that says it has none', none, '', ['lines 1/1', 'branches 0/0']],
    ['none without the attribute', '<line number="1" hits="1"/>', '', ['lines 1/1']],
    ['lines that only the root counts', '', 'lines-covered="3" lines-valid="4"', ['lines 3/4']],
  ])('%s', async (_, lines, root, expected) => {
    const text = report(lines, root);
    expect(await count(text)).toEqual(expected);
    expect(await count(text, text)).toEqual(expected);
  });

  test('uses only the lines of methods that count', async () => {
    const method = `<methods><method name="f" signature=""><lines>${alone}</lines></method></methods>`;
    const inClass = (lines: string): string =>
      `<coverage line-rate="1" ${sums}><packages><package><classes><class name="a" filename="a.py">${method}${lines}</class></classes></package></packages></coverage>`;
    expect(await count(inClass(`<lines>${counted}</lines>`))).toEqual([
      'lines 1/1',
      'branches 1/2',
      'functions 1/1',
    ]);
    expect(await count(inClass(''))).toEqual(['lines 1/1', 'branches 3/4', 'functions 1/1']);
  });
});

describe('source folders', () => {
  const file = '<class name="u" filename="util.py"><lines><line number="1" hits="1"/></lines></class>';

  test('keeps the same name below two modules as two files', async () => {
    expect(await count(cobertura(file, ['/ws/a']), cobertura(file, ['/ws/b']))).toEqual(['lines 2/2']);
    expect(await count(cobertura(file, ['/ws/a']), cobertura(file, ['/ws/a/']))).toEqual(['lines 1/1']);
    expect(await count(cobertura(file, ['/ws/a']), 'SF:a/util.py\nDA:1,1\nend_of_record\n')).toEqual([
      'lines 1/1',
    ]);
  });

  test('uses the folder that has the file', async () => {
    const isFile = (path: string) => path === '/ws/b/util.py';
    expect(await pathsOf(cobertura(file, ['/ws/a', '/ws/b']), { isFile })).toEqual(['b/util.py']);
    expect(await pathsOf(cobertura(file, ['/ws/a', '/ws/b']))).toEqual(['a/util.py']);
  });

  test.each([
    [['.'], 'util.py'],
    [[''], 'util.py'],
    [[], 'util.py'],
    [['src'], 'src/util.py'],
    [['/'], '/util.py'],
    [['/else'], '/else/util.py'],
    [['C:\\x'], 'c:/x/util.py'],
  ])('%j', async (folders, path) => {
    expect(await pathsOf(cobertura(file, folders))).toEqual([path]);
  });

  test('uses no folder for an absolute path', async () => {
    expect(await pathsOf(cobertura(file.replace('util.py', '/ws/x/util.py'), ['/y']))).toEqual(['x/util.py']);
  });
});

test('counts a class with an empty file name, and warns', async () => {
  const lines = '<lines><line number="1" hits="1"/></lines>';
  const report = await parse(
    cobertura(`<class name="A" filename="">${lines}</class><class name="B" filename="b.c">${lines}</class>`),
  );
  expect(await count(report)).toEqual(['lines 2/2']);
  expect(report.notices).toEqual([
    expect.objectContaining({ rule: expect.stringMatching(/without a name.*: 1$/) }),
  ]);
});

test.each([
  ['<class name="A"/>', 'a class has a filename: A'],
  [
    '<class filename="a"><lines><line hits="1"/></lines></class>',
    'the number of a line is a whole number up to 1073741823: ',
  ],
  [
    '<class filename="a"><lines><line number="1e3" hits="1"/></lines></class>',
    'the number of a line is a whole number up to 1073741823: 1e3',
  ],
  ['<class filename="a"><lines><line number="1"/></lines></class>', 'line 1 has a number of hits: '],
  [
    '<class filename="a"><lines><line number="1" hits="x"/></lines></class>',
    'line 1 has a number of hits: x',
  ],
  [
    '<class filename="a"><lines><line number="1" hits="1" condition-coverage="150% (3/2)"/></lines></class>',
    'line 1 covers at most all of its branches: 150% (3/2)',
  ],
  [
    '<class filename="a"><lines><line number="1" hits="1" condition-coverage="0% (0/99999999)"/></lines></class>',
    'a line has at most 10000 branches',
  ],
])('%s', async (classes, fault) => {
  expect(await faultOf(cobertura(classes))).toBe(fault);
});

test('refuses a truncated report', async () => {
  expect(await faultOf(JAVA.slice(0, JAVA.length / 2))).toMatch(/^this is not well-formed XML \(line \d+/);
});
