import { describe, expect, test } from 'vitest';
import { BadReportError } from '../../../src/collect/bad-report.ts';
import { computeTests } from '../../../src/collect/junit/compute-tests.ts';
import { parseJunit } from '../../../src/collect/junit/parse-junit.ts';
import { inChunks } from '../xml/documents.ts';
import { countReports, sumReports, toShort } from './count.ts';

const parse = (text: string, options = { suites: true }): ReturnType<typeof parseJunit> =>
  parseJunit(inChunks(Buffer.from(text), 10), options);

const FIRST = `<?xml version="1.0"?><testsuites tests="99">
  <testsuite name="a.b" tests="99" time="9">
    <testcase name="one" time="0.1"/><testcase name="two" time="0.2"><failure/></testcase>
    <testsuite name="inner"><testcase name="one"><skipped/></testcase></testsuite>
    <testsuite><testcase name="nameless" time="1"><error/></testcase></testsuite>
  </testsuite>
</testsuites>`;
const SECOND = '<testsuite name="a.b"><testcase name="one"><flakyError/></testcase></testsuite>';

test('metrics of all reports together, each suite by its name', async () => {
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

test('without suites there are seven metrics', async () => {
  const { metrics, figures } = computeTests(sumReports([await parse(FIRST, { suites: false })]));
  expect(metrics.map(({ nodes }) => nodes.length)).toEqual([2, 2, 2, 2, 2, 2, 2]);
  expect(figures.suites).toEqual([]);
  expect(toShort(figures)).toBe('1+0/1/1/1');
});

test('suites named like what objects have', async () => {
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
  ])('%s is none', async (text, value) => {
    await expect(parse(text)).rejects.toMatchObject({ name: 'BadReportError', fault: { value } });
  });
});

test.each([
  ['an empty file', ''],
  ['a cut one', '<testsuite><testcase name="a"/>'],
  ['a cut one, between two cases', `${FIRST.slice(0, 200)}`],
  ['two reports in one file', '<testsuite/><testsuite/>'],
  ['JSON', '{}'],
])('%s is a fault', async (_, text) => {
  await expect(parse(text)).rejects.toThrow(BadReportError);
});

test('too many suites are a fault only where they are counted', async () => {
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.from('<testsuites>');
    for (let index = 0; index <= 100_000; index += 1) {
      yield Buffer.from(`<testsuite name="${index}"><testcase name="a"/></testsuite>`);
    }
    yield Buffer.from('</testsuites>');
  };
  await expect(parseJunit(chunks(), { suites: true })).rejects.toThrow(/at most 100000/);
  const { overall } = await parseJunit(chunks(), { suites: false });
  expect(overall.counts).toEqual([100_001, 0, 0, 0, 0]);
});
