import { describe, expect, test } from 'vitest';
import { computeTests } from '../../../src/collect/junit/compute-tests.ts';
import type { JunitOptions } from '../../../src/collect/junit/junit-counter.ts';
import { parseJunit } from '../../../src/collect/junit/parse-junit.ts';
import { MAX_SUITES } from '../../../src/collect/junit/suite-tallies.ts';
import { BadReportError } from '../../../src/collect/read-report.ts';
import { inChunks } from '../xml/documents.ts';
import { countReports, sumReports, toShort } from './count.ts';

const parse = (text: string, options: JunitOptions = { suites: true }): ReturnType<typeof parseJunit> =>
  parseJunit(inChunks(Buffer.from(text), 10), options);

const FIRST = `<?xml version="1.0"?><testsuites tests="99">
  <testsuite name="a.b" tests="99" time="9">
    <testcase name="one" time="0.1"/><testcase name="two" time="0.2"><failure/></testcase>
    <testsuite name="inner"><testcase name="one"><skipped/></testcase></testsuite>
    <testsuite><testcase name="nameless" time="1"><error/></testcase></testsuite>
  </testsuite>
</testsuites>`;
const SECOND = '<testsuite name="a.b"><testcase name="one"><flakyError/></testcase></testsuite>';

test('has the metrics of all reports together, and of each suite by its name', async () => {
  const { metrics } = computeTests(sumReports([await parse(FIRST), await parse(SECOND)]));
  const shown = metrics.map(({ nodes, value }) => `${nodes.join(' / ')} = ${value}`);
  const rows = (path: string, values: readonly number[]): string[] =>
    ['total', 'passed', 'failed', 'errors', 'skipped', 'flaky', 'duration_seconds'].map(
      (name, index) => `${path} / ${name} = ${values[index]}`,
    );
  expect(shown).toEqual([
    ...rows('tests', [5, 2, 1, 1, 1, 1, 1.3]),
    ...rows('tests / suite / a.b', [4, 2, 1, 1, 0, 1, 1.3]),
    ...rows('tests / suite / inner', [1, 0, 0, 0, 1, 0, 0]),
  ]);
});

test('has seven metrics without suites', async () => {
  const { metrics, figures } = computeTests(sumReports([await parse(FIRST, { suites: false })]));
  expect(metrics.map(({ nodes }) => nodes.length)).toEqual([2, 2, 2, 2, 2, 2, 2]);
  expect(figures.suites).toEqual([]);
  expect(toShort(figures)).toBe('1+0/1/1/1');
});

test('accepts suites named like object properties', async () => {
  const names = ['__proto__', 'constructor', 'toString'];
  const suites = names.map((name) => `<testsuite name="${name}"><testcase name="a"/></testsuite>`);
  const { suites: counted } = await countReports([`<testsuites>${suites.join('')}</testsuites>`]);
  expect(counted.map(({ name, total }) => [name, total])).toEqual(names.map((name) => [name, 1]));
});

describe('roots', () => {
  test.each(['testsuites', 'testsuite', 'testrun', 'x:testsuite'])('<%s>', async (root) => {
    expect((await countReports([`<${root} xmlns:x="u"><testcase name="a"/></${root}>`])).total).toBe(1);
  });

  test.each([
    ['<coverage/>', '<coverage>'],
    ['<html><testsuite/></html>', '<html>'],
    ['<testcase name="a"/>', '<testcase>'],
    ['<test-run><test-suite/></test-run>', '<test-run>'],
  ])('%s is not a root', async (text, value) => {
    await expect(parse(text)).rejects.toMatchObject({ name: 'BadReportError', fault: { value } });
  });
});

test.each([
  ['an empty file', ''],
  ['a cut one', '<testsuite><testcase name="a"/>'],
  ['a cut one, between two cases', `${FIRST.slice(0, 200)}`],
  ['two reports in one file', '<testsuite/><testsuite/>'],
])('%s is a fault', async (_, text) => {
  await expect(parse(text)).rejects.toThrow(BadReportError);
});

test.each([
  ['{"reportFormat":"CTRF","specVersion":"0.0.0","results":{}}', /CTRF/],
  ['{"results": {"tool": {"name": "jest"}, "summary": {}}}', /CTRF/],
  ['{"Time":"2026-01-01T00:00:00Z","Action":"run","Package":"a"}\n{"Action":"pass"}', /go test -json/],
  ['\ufeff{"numFailedTestSuites":0,"numTotalTests":3,"testResults":[]}', /Jest/],
  ['{\n  "stats": {\n    "suites": 1, "tests": 2 }, "tests": [] }', /Mocha/],
  ['{"config":{"configFile":"/p.ts","rootDir":"/"},"suites":[]}', /Playwright/],
  ['[{"keyword":"Feature","elements":[]}]', /Cucumber/],
  ['{"version":"3.12","examples":[]}', /RSpec/],
  ['{"created": 1.5, "exitcode": 0, "tests": []}', /pytest/],
  ['{}', /but this is JSON/],
  ['TAP version 13\n1..1\nok 1', /TAP/],
  ['\n\nok 1 - adds\nnot ok 2\n1..2\n', /TAP/],
  ['=== RUN   TestAdds\n--- PASS: TestAdds (0.00s)\n', /go test/],
  ['mode: set\na.go:1.1,2.2 1 1\n', /coverage/],
  ["##teamcity[testSuiteStarted name='a']\n", /TeamCity/],
  ['{"tests": 1, "failures": 0, "testsuites": []}', /GoogleTest/],
  ['{"version":"2.1.0","runs":[]}', /SARIF/],
  ['<tests><test/></tests>', /TestDox/],
  ['[INFO] Tests run: 3\n', /text, such as a log/],
  ['\u001f\ufffd', /compressed/],
  ['PK\u0003\u0004', /ZIP/],
  ['<TestRun id="1" xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"/>', /TRX/],
  ['<TestRun><FailedTests/></TestRun>', /CppUnit/],
  ['<test-run/>', /NUnit 3/],
  ['<test-results/>', /NUnit 2/],
  ['<assemblies/>', /xUnit.net/],
  ['<testng-results/>', /TestNG/],
  ['<!DOCTYPE html><html><body/></html>', /web page/],
  ['<!doctype html>\n<html lang="en"><head><meta charset="utf-8"></head>', /web page/],
  ['<HTML><BODY></BODY></HTML>', /web page/],
  ['<coverage line-rate="1"/>', /option coverage/],
  ['<other/>', /another root element/],
])('%j is not a JUnit report, and the message names its kind', async (text, expected) => {
  const error: unknown = await parse(text).catch((one: unknown) => one);
  expect(error).toBeInstanceOf(BadReportError);
  const { rule, cure } = (error as BadReportError).fault;
  expect(rule).toMatch(/^a JUnit report begins with <testsuites> or <testsuite>, but this is /);
  expect(rule).toMatch(expected);
  expect(cure).toMatch(/JUnit's XML/);
});

test.each([
  '\n<?xml version="1.0"?>',
  ' \r\n\t<?xml version="1.0"?>',
  '\ufeff\n<?xml version="1.0"?>',
  '\n\ufeff',
  '\n',
])('skips blanks before the document: %j', async (start) => {
  expect((await countReports([`${start}<testsuite><testcase name="a"/></testsuite>`])).total).toBe(1);
});

test.each(['', '\n', '\r\n \t\n'])('skips blanks before a document in UTF-16: %j', async (start) => {
  const text = `\ufeff${start}<?xml version="1.0" encoding="UTF-16"?><testsuite><testcase name="a"/></testsuite>`;
  const little = Buffer.from(text, 'utf16le');
  for (const bytes of [little, Buffer.from(little).swap16()]) {
    for (const size of [1, 3, 1000]) {
      const { overall } = await parseJunit(inChunks(bytes, size), { suites: false });
      expect(overall.counts).toEqual([0, 1, 0, 0, 0]);
    }
  }
  await expect(
    parseJunit(inChunks(Buffer.from(`\ufeff${start}`, 'utf16le')), { suites: false }),
  ).rejects.toThrow('the file is empty');
});

test('a message names the line of the file, and counts the lines before the document', async () => {
  await expect(parse('\n\n<?xml version="1.0"?>\n<testsuite><testcase</testsuite>')).rejects.toThrow(
    /line 4/,
  );
});

describe('suites named by a path', () => {
  const nameOf = async (name: string, ...roots: string[]): Promise<string | undefined> => {
    const report = `<testsuite name="${name}"><testcase name="a"/></testsuite>`;
    const { suites } = await parse(report, { suites: true, roots });
    return [...suites.keys()][0];
  };
  test.each([
    ['/home/runner/work/a/a/test/x.js', '/home/runner/work/a/a', 'test/x.js'],
    ['/home/runner/work/a/a/test/x.js', '/home/runner/work/a/a/', 'test/x.js'],
    ['D:\\a\\r\\r\\test\\x.cs', 'd:\\a\\r\\r', 'test/x.cs'],
    ['file:///home/w/test/x.ts', '/home/w', 'test/x.ts'],
    ['file:///D:/w/test/x.ts', 'D:\\w', 'test/x.ts'],
    ['/home/w/x.js &gt; adds // more', '/home/w', 'x.js > adds // more'],
    ['/home/worker/x.js', '/home/w', '/home/worker/x.js'],
    ['/home/w', '/home/w', '/home/w'],
    ['/home/w//x.js', '/home/w', 'x.js'],
    ['D:\\w\\\\x.js', 'd:\\w', 'x.js'],
    ['/etc/x.js', '/', '/etc/x.js'],
    ['test/x.js', '/home/w', 'test/x.js'],
    ['a: /home/w/x.js', '/home/w', 'a: /home/w/x.js'],
  ])('%s in %s is %s', async (name, root, expected) => {
    expect(await nameOf(name, '/elsewhere', root)).toBe(expected);
  });
});

test('too many suites are a fault only if suites are counted', async () => {
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.from('<testsuites>');
    for (let index = 0; index <= 1000; index += 1) {
      yield Buffer.from(`<testsuite name="${index}"><testcase name="a"/></testsuite>`);
    }
    yield Buffer.from('</testsuites>');
  };
  await expect(parseJunit(chunks(), { suites: true, maxSuites: 1000 })).rejects.toThrow(/at most 1000 of/);
  const { overall } = await parseJunit(chunks(), { suites: false, maxSuites: 1000 });
  expect(overall.counts).toEqual([0, 1001, 0, 0, 0]);
  expect(MAX_SUITES).toBe(100_000);
});
