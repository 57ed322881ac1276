import { describe, expect, test } from 'vitest';
import { cobertura, count, faultOf, jacoco, parse, pathsOf } from './support.ts';

const file = (
  name: string,
  lines: ReadonlyArray<readonly [number, number, number, number, number]>,
): string =>
  `<sourcefile name="${name}">${lines.map(([nr, mi, ci, mb, cb]) => `<line nr="${nr}" mi="${mi}" ci="${ci}" mb="${mb}" cb="${cb}"/>`).join('')}<counter type="LINE" missed="90" covered="90"/></sourcefile>`;
const inPackage = (inside: string, name = 'com/x'): string => `<package name="${name}">${inside}</package>`;

const CALCULATOR = jacoco(
  inPackage(`
  <class name="com/x/Calculator" sourcefilename="Calculator.java">
    <method name="&lt;init&gt;" desc="()V" line="3"><counter type="INSTRUCTION" missed="3" covered="0"/><counter type="LINE" missed="1" covered="0"/><counter type="METHOD" missed="1" covered="0"/></method>
    <method name="add" desc="(II)I" line="5"><counter type="METHOD" missed="0" covered="1"/></method>
    <method name="add" desc="(JJ)J" line="5"><counter type="METHOD" missed="1" covered="0"/></method>
    <counter type="LINE" missed="1" covered="2"/><counter type="METHOD" missed="2" covered="1"/>
  </class>
  ${file('Calculator.java', [
    [3, 3, 0, 0, 0],
    [5, 0, 4, 1, 3],
    [9, 2, 1, 0, 0],
  ])}
  <counter type="LINE" missed="1" covered="2"/>`),
);

test('counts lines, branches and methods, without the counters of packages and classes', async () => {
  expect(await count(CALCULATOR)).toEqual(['lines 2/3', 'branches 3/4', 'functions 1/3']);
  expect(await count(CALCULATOR, CALCULATOR)).toEqual(['lines 2/3', 'branches 3/4', 'functions 1/3']);
});

test('unites two runs of one module', async () => {
  const one = jacoco(
    inPackage(
      file('A.java', [
        [1, 0, 1, 1, 1],
        [2, 1, 0, 2, 0],
      ]),
    ),
  );
  const other = jacoco(
    inPackage(
      file('A.java', [
        [1, 1, 0, 2, 0],
        [2, 0, 1, 0, 2],
      ]),
    ),
  );
  expect(await count(one, other)).toEqual(['lines 2/2', 'branches 3/4']);
});

describe('modules', () => {
  const main = (hits: number, line = 4): string =>
    inPackage(file('Main.java', [[line, 1 - hits, hits, 0, 0]]), '');

  test('one name in two groups is two files if their lines differ', async () => {
    const groups = jacoco(`<group name="a">${main(1)}</group><group name="b">${main(0, 5)}</group>`, 'all');
    expect(await count(groups)).toEqual(['lines 1/2', 'branches 0/0']);
    expect(await count(groups, groups)).toEqual(['lines 1/2', 'branches 0/0']);
  });

  test('counts an aggregate and the reports of its modules once', async () => {
    const groups = jacoco(`<group name="a">${main(0)}</group><group name="b">${main(0, 5)}</group>`, 'all');
    expect(await count(groups, jacoco(main(1), 'a'), jacoco(main(0, 5), 'b'))).toEqual([
      'lines 1/2',
      'branches 0/0',
    ]);
  });

  test('one file under two names is one when all its lines are equal', async () => {
    expect(await count(jacoco(main(0), 'unit'), jacoco(main(1), 'integration'))).toEqual([
      'lines 1/1',
      'branches 0/0',
    ]);
  });

  test('matches a file with the file of another report whose path ends the same', async () => {
    const report = jacoco(
      inPackage(
        file('A.java', [
          [1, 0, 1, 0, 0],
          [2, 1, 0, 0, 0],
        ]),
      ),
      'core',
    );
    const lines = (path: string) => `SF:${path}\nDA:1,0\nDA:2,1\nend_of_record\n`;
    expect(await count(report, lines('core/src/main/java/com/x/A.java'))).toEqual([
      'lines 2/2',
      'branches 0/0',
    ]);
    // Of two candidates, the one of the same module; otherwise none.
    const two = lines('core/src/com/x/A.java') + lines('web/src/com/x/A.java');
    expect(await count(report, two)).toEqual(['lines 3/4', 'branches 0/0']);
    expect(await count(report.replace('core', 'app'), two)).toEqual(['lines 3/6', 'branches 0/0']);
    expect(await count(report, lines('core/xcom/x/A.java'))).toEqual(['lines 2/4', 'branches 0/0']);
  });

  test('compares methods of Cobertura and JaCoCo line by line, if both list the same lines', async () => {
    const method = (name: string, line: number) =>
      `<method name="${name}" signature="()V"><lines><line number="${line}" hits="1"/></lines></method>`;
    const other = (...methods: string[]) =>
      cobertura(
        `<class name="com.x.Calculator" filename="com/x/Calculator.java"><methods>${methods.join('')}</methods><lines><line number="5" hits="0"/></lines></class>`,
        ['/ws/src'],
      );
    const own = ['lines 2/3', 'branches 3/4'];
    expect(await count(CALCULATOR, other(method('add', 5), method('plus', 5)))).toEqual([
      ...own,
      'functions 2/3',
    ]);
    expect(await count(CALCULATOR, other(method('add', 4), method('sub', 9)))).toEqual([
      ...own,
      'functions 1/3',
    ]);
  });
});

test('uses the counters without lines: gcovr, classes without debug information, totals alone', async () => {
  const gcovr = jacoco(
    inPackage(
      '<class name="a_c" sourcefilename="/ws/src/a.c"><lines><line nr="3" mb="1" cb="1"/></lines><counter type="LINE" missed="1" covered="3"/><counter type="BRANCH" missed="1" covered="1"/></class><counter type="LINE" missed="1" covered="3"/>',
      'src',
    ),
  );
  expect(await count(gcovr)).toEqual(['lines 3/4', 'branches 1/2']);
  expect(await pathsOf(gcovr)).toEqual(['src/a.c']);
  expect(await count(gcovr, 'SF:src/a.c\nDA:1,1\nDA:2,1\nDA:3,1\nDA:4,1\nend_of_record\n')).toEqual([
    'lines 4/4',
    'branches 1/2',
  ]);
  const bare = jacoco(
    inPackage(
      '<class name="com/x/A"><method name="m" desc="()V"><counter type="METHOD" missed="0" covered="1"/></method><counter type="BRANCH" missed="1" covered="2"/></class>',
    ),
  );
  expect(await count(bare)).toEqual(['branches 2/3', 'functions 1/1']);
  expect(
    await count(
      jacoco(
        '<counter type="LINE" missed="2" covered="43"/><counter type="METHOD" missed="1" covered="22"/>',
      ),
    ),
  ).toEqual(['lines 43/45', 'functions 22/23']);
});

describe('lines without counts of instructions', () => {
  const counter = (type: string, missed: number, covered: number): string =>
    `<counter type="${type}" missed="${missed}" covered="${covered}"/>`;
  const source = (inside: string): string =>
    jacoco(inPackage(`<sourcefile name="a.c">${inside}</sourcefile>`));

  test('are counted by the counters of the source file', async () => {
    const counters = counter('LINE', 1, 3) + counter('BRANCH', 1, 1) + counter('METHOD', 0, 2);
    const lines = '<line nr="2"/><line nr="3"/><line nr="5" mb="1" cb="1"/><line nr="8"/>';
    expect(await count(source(lines + counters))).toEqual(['lines 3/4', 'branches 1/2', 'functions 2/2']);
  });

  test('are counted so also when some lines have counts', async () => {
    const lines = '<line nr="2" mi="0" ci="1"/><line nr="3"/>';
    expect(await count(source(lines + counter('LINE', 1, 4)))).toEqual(['lines 4/5']);
  });

  test('leave out branches when only the branch counts are missing', async () => {
    const lines = '<line nr="2" mi="0" ci="1"/>';
    expect(await count(source(lines + counter('LINE', 0, 1) + counter('BRANCH', 2, 1)))).toEqual([
      'lines 1/1',
      'branches 1/3',
    ]);
  });

  test('omits lines without counters', async () => {
    expect(await count(source('<line nr="2" mi="0"/>'))).toEqual([]);
    expect((await parse(source('<line nr="2"/>'))).notices).toHaveLength(1);
    expect(await count(source(counter('INSTRUCTION', 1, 2) + counter('METHOD', 0, 1)))).toEqual([
      'functions 1/1',
    ]);
  });
});

test.each(['-1', '', 'x'])('counts a method without a known line (%j)', async (line) => {
  const method = `<method name="f" desc="()V" line="${line}"><counter type="METHOD" missed="0" covered="1"/></method>`;
  const inside = `<class name="com/x/A" sourcefilename="A.kt">${method}</class>`;
  expect(await count(jacoco(inPackage(inside)))).toEqual(['functions 1/1']);
});

test('has no lines for an empty report', async () => {
  expect(await count('<report name="x"/>')).toEqual(['lines 0/0']);
  expect((await parse('<report name="x"/>')).files).toEqual([]);
});

test.each([
  ['<sourcefile/>', 'a source file has a name: com/x'],
  [
    '<sourcefile name="A"><line mi="0" ci="1"/></sourcefile>',
    'the number (nr) of a line is a whole number up to 1073741823: ',
  ],
  [
    '<sourcefile name="A"><line nr="1" mi="0" ci="x"/></sourcefile>',
    'line 1 has a number of covered instructions (ci): x',
  ],
  [
    '<sourcefile name="A"><line nr="1" mi="0" ci="1" mb="-1" cb="0"/></sourcefile>',
    'line 1 has numbers of branches (mb, cb): -1, 0',
  ],
  ['<counter type="LINE" missed="x" covered="1"/>', 'a counter has the numbers missed and covered: x, 1'],
  [
    '<sourcefile name="A"><line nr="1" mi="0" ci="1" mb="1000000000" cb="0"/></sourcefile>',
    'a line has at most 10000 branches',
  ],
])('%s', async (inside, fault) => {
  expect(await faultOf(jacoco(inPackage(inside)))).toBe(fault);
});
