import { describe, expect, test } from 'vitest';
import { computeTests } from '../../../src/collect/junit/compute-tests.ts';
import { parseJunit } from '../../../src/collect/junit/parse-junit.ts';
import { inChunks } from '../xml/documents.ts';
import { countReports, countShortly, sumReports } from './count.ts';

describe('one case', () => {
  test.each([
    ['', '1+0/0/0/0'],
    ['<failure/>', '0+0/1/0/0'],
    ['<failure/><failure/>', '0+0/1/0/0'],
    ['<error/>', '0+0/0/1/0'],
    ['<failure/><error/>', '0+0/0/1/0'],
    ['<error/><failure/>', '0+0/0/1/0'],
    ['<skipped/>', '0+0/0/0/1'],
    ['<skip/>', '0+0/0/0/1'],
    ['<skipped type="pytest.skip"/><error/>', '0+0/0/1/0'],
    ['<skipped type="todo"/><failure/>', '0+0/0/0/1'],
    ['<flakyFailure/>', '0+1/0/0/0'],
    ['<flakyError><stackTrace/></flakyError><flakyFailure/>', '0+1/0/0/0'],
    ['<rerunFailure/>', '0+1/0/0/0'],
    ['<failure/><rerunFailure/><rerunError/>', '0+0/1/0/0'],
    ['<error/><rerunFailure/>', '0+0/0/1/0'],
    ['<failure/><flakyFailure/>', '0+0/1/0/0'],
    ['<system-out><![CDATA[<failure/>]]></system-out>', '1+0/0/0/0'],
    ['<system-out><failure/></system-out>', '1+0/0/0/0'],
    ['<properties><property name="error"/></properties>', '1+0/0/0/0'],
    ['<Failure/>', '1+0/0/0/0'],
  ])('%s', async (inside, expected) => {
    expect(await countShortly(`<testsuite><testcase name="a">${inside}</testcase></testsuite>`)).toBe(
      expected,
    );
  });

  test.each([
    ['status="run" result="completed"', '1+0/0/0/0'],
    ['status="notrun" result="suppressed"', '0+0/0/0/1'],
    ['status="run" result="skipped"', '0+0/0/0/1'],
    ['status="disabled"', '0+0/0/0/1'],
    ['status="Failed"', '0+0/1/0/0'],
    ['status="error"', '0+0/0/1/0'],
    ['status="PASSED"', '1+0/0/0/0'],
    ['ignored="true"', '0+0/0/0/1'],
    ['failure="message"', '1+0/0/0/0'],
  ])('%s', async (attributes, expected) => {
    expect(await countShortly(`<testsuite><testcase name="a" ${attributes}/></testsuite>`)).toBe(expected);
  });

  test('elements override attributes', async () => {
    const report = '<testsuite><testcase name="a" status="fail"><skipped/></testcase></testsuite>';
    expect(await countShortly(report)).toBe('0+0/0/0/1');
  });
});

describe('several results of one case count once, by the strongest', () => {
  const inSuite = (cases: string): string =>
    `<testsuites><testsuite name="s">${cases}</testsuite></testsuites>`;
  const [ok, bad, broken, skipped, flaky] = ['', '<failure/>', '<error/>', '<skipped/>', '<flakyFailure/>'];
  test.each([
    [[bad, ok], '0+0/1/0/0'],
    [[ok, bad], '0+0/1/0/0'],
    [[bad, broken], '0+0/0/1/0'],
    [[broken, bad, ok], '0+0/0/1/0'],
    [[ok, skipped], '1+0/0/0/0'],
    [[skipped, ok], '1+0/0/0/0'],
    [[skipped, flaky], '0+1/0/0/0'],
    [[skipped, bad, skipped], '0+0/1/0/0'],
    [[skipped, skipped], '0+0/0/0/1'],
    [[flaky, ok], '0+1/0/0/0'],
    [[ok, ok, ok], '1+0/0/0/0'],
  ])('%j', async (results, expected) => {
    const cases = results.map((inside) => `<testcase classname="c" name="n" time="0.1">${inside}</testcase>`);
    const figures = await countReports([inSuite(cases.join(''))]);
    expect(await countShortly(inSuite(cases.join('')))).toBe(expected);
    expect(figures.suites).toHaveLength(1);
    expect(figures.suites[0]).toMatchObject({ total: 1, durationSeconds: figures.durationSeconds });
    expect(figures.durationSeconds).toBe(results.length / 10);
  });

  test.each([
    ['another class', '<testcase classname="c" name="n"/><testcase classname="d" name="n"/>', 2],
    ['another name', '<testcase classname="c" name="n"/><testcase classname="c" name="m"/>', 2],
    ['another file', '<testcase name="n" file="a"/><testcase name="n" file="b"/>', 2],
    ['another line', '<testcase name="n" line="1"/><testcase name="n" line="2"/>', 2],
    [
      'letters that move from class to name',
      '<testcase classname="ab" name="c"/><testcase classname="a" name="bc"/>',
      2,
    ],
    ['neither name nor class', '<testcase/><testcase time="1"/><testcase name=""/>', 3],
    ['another suite inside', '<testcase name="n"/><testsuite name="t"><testcase name="n"/></testsuite>', 2],
    [
      'the same suite again',
      '<testsuite name="t"><testcase name="n"/></testsuite><testsuite name="t"><testcase name="n"/></testsuite>',
      1,
    ],
    [
      'the same suite on another host',
      '<testsuite name="t" hostname="a"><testcase name="n"/></testsuite><testsuite name="t" hostname="b"><testcase name="n"/></testsuite>',
      2,
    ],
  ])('%s', async (_, cases, total) => {
    expect((await countReports([inSuite(cases)])).total).toBe(total);
  });

  test('counts twice in two reports', async () => {
    const report = inSuite('<testcase name="n"/>');
    expect((await countReports([report, report])).total).toBe(2);
  });
});

describe('outcomes in attributes', () => {
  test.each([
    [
      'a suite without cases',
      '<testsuite name="s" tests="10" failures="2" errors="1" skipped="3"/>',
      '4+0/2/1/3',
    ],
    ['disabled ones too', '<testsuite tests="10" skipped="1" disabled="2"/>', '7+0/0/0/3'],
    ['an old word for skipped', '<testsuite tests="4" skip="1"/>', '3+0/0/0/1'],
    ['flakes', '<testsuite tests="4" failures="1" flakes="2"/>', '1+2/1/0/0'],
    ['more failures than tests', '<testsuite tests="0" errors="2"/>', '0+0/0/2/0'],
    [
      'numbers that are none',
      '<testsuite tests="many" failures="-1" errors="1e3" skipped="99999999999999999999"/>',
      '0+0/0/0/0',
    ],
    [
      'nothing where cases are listed',
      '<testsuite tests="10" skipped="5"><testcase name="a"/></testsuite>',
      '1+0/0/0/0',
    ],
    [
      'nothing where cases are listed inside',
      '<testsuites tests="10"><testsuite tests="9"><testsuite><testcase name="a"/></testsuite></testsuite></testsuites>',
      '1+0/0/0/0',
    ],
    [
      'nested suites once',
      '<testsuites tests="5" failures="2"><testsuite name="a" tests="2" failures="2"/><testsuite name="b" tests="3"/></testsuites>',
      '3+0/2/0/0',
    ],
    [
      'deeply nested suites once',
      '<testsuite tests="5"><testsuite tests="5"><testsuite tests="5"/></testsuite></testsuite>',
      '5+0/0/0/0',
    ],
    [
      'what the outer one counts beyond the inner',
      '<testsuites tests="5" failures="1"><testsuite name="a" tests="2"/></testsuites>',
      '4+0/1/0/0',
    ],
    [
      'the outer one, where the inner is silent',
      '<testsuites tests="5"><testsuite name="a"/></testsuites>',
      '5+0/0/0/0',
    ],
    [
      'of one suite, cases of another',
      '<testsuites><testsuite tests="2"/><testsuite tests="7"><testcase name="a"/></testsuite></testsuites>',
      '3+0/0/0/0',
    ],
  ])('%s', async (_, report, expected) => {
    expect(await countShortly(report)).toBe(expected);
  });
});

describe('a suite that failed outside of its cases', () => {
  const [good, bad, broken] = [
    '<testcase name="g"/>',
    '<testcase name="f"><failure/></testcase>',
    '<testcase name="e"><error/></testcase>',
  ];
  const toDo = '<testcase name="t"><skipped type="todo"/><failure/></testcase>';
  test.each([
    ['its own error', `<testsuite>${good}<error/></testsuite>`, '1+0/0/1/0'],
    ['its own failure', `<testsuite>${good}<failure/></testsuite>`, '1+0/1/0/0'],
    ['each of several', `<testsuite><error/><error/>${good}<failure/></testsuite>`, '1+0/1/2/0'],
    ['an error alone', '<testsuite><error/></testsuite>', '0+0/0/1/0'],
    ['an error that its attributes count', `<testsuite errors="1">${good}<error/></testsuite>`, '1+0/0/1/0'],
    [
      'an error next to cases in attributes alone',
      '<testsuite tests="5" errors="1"><error/></testsuite>',
      '4+0/0/1/0',
    ],
    ['more errors than it has as elements', `<testsuite errors="3">${good}<error/></testsuite>`, '1+0/0/1/0'],
    [
      'an error of an inner suite',
      `<testsuites errors="1"><testsuite errors="1"><testsuite errors="1">${good}<error/></testsuite></testsuite></testsuites>`,
      '1+0/0/1/0',
    ],
    ['an error of the root', `<testsuites><error/><testsuite>${good}</testsuite></testsuites>`, '1+0/0/1/0'],
    ['in deeper elements', `<testsuite>${good}<system-err><error/></system-err></testsuite>`, '1+0/0/0/0'],
    ['skipped as its own child', `<testsuite>${good}<skipped/></testsuite>`, '1+0/0/0/0'],
    [
      'failures in its attributes alone',
      `<testsuite tests="1" failures="1">${good}</testsuite>`,
      '1+0/1/0/0',
    ],
    ['errors in its attributes alone', `<testsuite tests="1" errors="2">${good}</testsuite>`, '1+0/0/2/0'],
    ['both', `<testsuite failures="2" errors="1">${good}</testsuite>`, '1+0/2/1/0'],
    [
      'the same in the attributes of each level',
      `<testsuites failures="1"><testsuite failures="1"><testsuite failures="1">${good}</testsuite></testsuite></testsuites>`,
      '1+0/1/0/0',
    ],
    ['the root alone', `<testsuites failures="1"><testsuite>${good}</testsuite></testsuites>`, '1+0/1/0/0'],
    [
      'two suites with more in the root',
      `<testsuites failures="3"><testsuite name="a" failures="1">${good}</testsuite><testsuite name="b" failures="1">${good}</testsuite></testsuites>`,
      '2+0/3/0/0',
    ],
    [
      'one suite next to a suite with a failed case',
      `<testsuites failures="2"><testsuite name="a" failures="1">${bad}</testsuite><testsuite name="b" failures="1">${good}</testsuite></testsuites>`,
      '1+0/2/0/0',
    ],
    [
      'an outer suite without own cases, the inner ones by attributes',
      '<testsuites tests="5" failures="1"><testsuite tests="5"/></testsuites>',
      '5+0/1/0/0',
    ],
    [
      'errors next to failed cases',
      `<testsuite failures="1" errors="1">${good}${bad}</testsuite>`,
      '1+0/1/1/0',
    ],
    [
      'failures that are written as errors',
      `<testsuite failures="0" errors="1">${good}${bad}</testsuite>`,
      '1+0/1/0/0',
    ],
    [
      'errors next to an error',
      `<testsuite failures="0" errors="4">${good}${broken}</testsuite>`,
      '1+0/0/1/0',
    ],
    [
      'assertions counted as failures',
      `<testsuite failures="7" errors="1">${good}${bad}</testsuite>`,
      '1+0/1/0/0',
    ],
    ['failures of expected ones', `<testsuite failures="1">${good}${toDo}</testsuite>`, '1+0/0/0/1'],
    [
      'failures of an attempt',
      `<testsuite failures="1"><testcase name="a"><failure/></testcase><testcase name="a"/></testsuite>`,
      '0+0/1/0/0',
    ],
    ['numbers below zero', `<testsuite failures="-1" errors="-3">${good}</testsuite>`, '1+0/0/0/0'],
  ])('%s', async (_, report, expected) => {
    expect(await countShortly(report)).toBe(expected);
  });

  test('counts for its own suite', async () => {
    const report = `<testsuites><testsuite name="s">${good}<testsuite name="t">${good}<error/></testsuite></testsuite></testsuites>`;
    const { suites } = await countReports([report]);
    expect(suites.map(({ name, errors }) => [name, errors])).toEqual([
      ['s', 0],
      ['t', 1],
    ]);
  });
});

describe('durations', () => {
  test.each([
    [
      'of the cases, whatever the suite says',
      '<testsuite time="9"><testcase name="a" time="0.1"/><testcase name="b" time="0.2"/></testsuite>',
      0.3,
    ],
    [
      'of the suite, where no case has one',
      '<testsuite time="1.5"><testcase name="a"/><testcase name="b" time=""/></testsuite>',
      1.5,
    ],
    [
      'of nested suites once',
      '<testsuites time="3"><testsuite time="3"><testsuite time="1"/><testsuite time="2"/></testsuite></testsuites>',
      3,
    ],
    [
      'of the outer suite, where it is longer',
      '<testsuites time="5"><testsuite time="3"><testcase name="a"/></testsuite></testsuites>',
      5,
    ],
    [
      'some of cases and some of suites',
      '<testsuites time="9"><testsuite><testcase name="a" time="1"/></testsuite><testsuite time="2"/></testsuites>',
      3,
    ],
    ['zero is a time', '<testsuite time="5"><testcase name="a" time="0"/></testsuite>', 0],
    ['negative is none', '<testsuite time="5"><testcase name="a" time="-1"/></testsuite>', 5],
    ['none at all', '<testsuite><testcase name="a"/></testsuite>', undefined],
    ['no case', '<testsuite tests="0"/>', 0],
    ['all cases skipped', '<testsuite><testcase name="a"><skipped/></testcase></testsuite>', 0],
    [
      "the suite's, where those of the cases are not understood",
      '<testsuite time="2"><testcase name="a" time="soon"/></testsuite>',
      2,
    ],
    [
      'with units',
      '<testsuite><testcase name="a" time="1.25s"/><testcase name="b" time="80.803us"/></testsuite>',
      1.250080803,
    ],
    [
      'some understood',
      '<testsuite><testcase name="a" time="soon"/><testcase name="b" time="PT1.5S"/></testsuite>',
      1.5,
    ],
    ['none understood', '<testsuite time="long"><testcase name="a" time="soon"/></testsuite>', undefined],
    ['empty ones', '<testsuite time=""><testcase name="a" time=" "/></testsuite>', undefined],
  ])('%s', async (_, report, expected) => {
    expect((await countReports([report])).durationSeconds).toBe(expected);
  });
});

test('reports times that are not understood once, with their count and the first of them', async () => {
  const report =
    '<testsuite><testcase name="a" time="soon"/><testcase name="b" time="NaN"/><testcase name="c" time="1"/></testsuite>';
  const sum = sumReports([
    await parse(report),
    await parse('<testsuite><testcase name="d" time="2"/></testsuite>'),
  ]);
  expect(sum.doubt).toMatchObject({
    rule: expect.stringContaining('2 times are not understood'),
    value: 'soon',
  });
  expect(sumReports([await parse('<testsuite><testcase name="d" time="2"/></testsuite>')]).doubt).toBe(
    undefined,
  );
});

test('a report without an understood time leaves out the duration of the others', async () => {
  const { durationSeconds } = await countReports([
    '<testsuite><testcase name="a" time="soon"/></testsuite>',
    '<testsuite><testcase name="d" time="2"/></testsuite>',
  ]);
  expect(durationSeconds).toBe(2);
});

test('a suite without an understood time has no duration, and the others have theirs', async () => {
  const report = `<testsuites>
    <testsuite name="strange"><testcase name="a" time="soon"/></testsuite>
    <testsuite name="none"><testcase name="a"/></testsuite>
    <testsuite name="known"><testcase name="a" time="1.5"/><testcase name="b" time="soon"/></testsuite>
    <testsuite name="instant"><testcase name="a" time="0"/></testsuite>
    <testsuite name="own" tests="3" time="4"/>
    <testsuite name="outer"><testsuite name="inner"><testcase name="a" time="2"/></testsuite></testsuite>
  </testsuites>`;
  const { suites, durationSeconds } = await countReports([report]);
  expect(Object.fromEntries(suites.map((suite) => [suite.name, suite.durationSeconds]))).toEqual({
    strange: undefined,
    none: undefined,
    known: 1.5,
    instant: 0,
    own: 4,
    inner: 2,
  });
  expect(durationSeconds).toBe(7.5);
  const { metrics } = computeTests(sumReports([await parse(report)]));
  const names = metrics.map(({ nodes }) => nodes.join('.'));
  expect(names).toContain('tests.suite.strange.total');
  expect(names).not.toContain('tests.suite.strange.duration_seconds');
});

function parse(text: string): ReturnType<typeof parseJunit> {
  return parseJunit(inChunks(Buffer.from(text)), { suites: true });
}
