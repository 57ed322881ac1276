import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEntities, findFirstLine } from '../../../src/collect/junit/first-line.ts';
import { parseJunit } from '../../../src/collect/junit/parse-junit.ts';
import type { TestFailure } from '../../../src/model/figures.ts';
import { inChunks } from '../xml/documents.ts';
import { countReports } from './count.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/reports');

async function listFailures(...documents: string[]): Promise<readonly TestFailure[]> {
  return (await countReports(documents)).failures ?? [];
}

function wrap(...cases: string[]): string {
  return `<testsuite name="s">${cases.join('')}</testsuite>`;
}

describe('the failing cases of a report', () => {
  it.each<[file: string, parent: string | undefined, name: string, message: string | undefined]>([
    ['bats/junit.xml', 'toy.bats', 'fails', "`[ $((1 + 2)) -eq 4 ]' failed"],
    ['catch2/junit.xml', 'toy.global', 'fails twice', '1 + 2 == 4'],
    ['ctest/junit.xml', '(empty)', 'fails', undefined],
    ['go/junit.xml', 'example.org/toy', 'TestFails', 'calc_test.go:22: 3 is not <4> & \ufffd[31m'],
    ['googletest/junit.xml', 'Calc', 'Fails', 'Expected equality of these values:'],
    [
      'jest/junit.xml',
      'calc',
      'calc fails an assertion',
      'Error: expect(received).toBe(expected) // Object.is equality',
    ],
    ['node/junit.xml', 'calc', 'fails an assertion', '3 == 4'],
    ['phpunit/junit.xml', 'CalcTest', 'testFails', '<img onerror=alert(1)> ]]>'],
    ['pytest/junit.xml', 'pytest', 'test_broken', 'collection failure'],
    [
      'surefire/TEST-toy.CalcTest.xml',
      'toy.CalcTest',
      'fails',
      '<img onerror=alert(1)> ]]> expected:<4> but was:<3>',
    ],
    ['vitest/junit.xml', undefined, 'broken.test.mjs', 'this file cannot be loaded'],
  ])('%s: have a name and the first informative line', async (file, parent, name, message) => {
    const [first] = await listFailures(readFileSync(join(FIXTURES, file), 'utf8'));
    expect(first).toEqual({
      name,
      ...(parent === undefined ? {} : { parent }),
      ...(message === undefined ? {} : { message }),
    });
  });

  it('are the first hundred of all reports, each cut to two hundred characters', async () => {
    const makeReport = (from: number): string =>
      wrap(
        ...Array.from(
          { length: 70 },
          (_, index) =>
            `<testcase name="${from + index} ${'n'.repeat(5000)}"><failure message="${'m'.repeat(70_000)}"/></testcase>`,
        ),
      );
    const failures = await listFailures(makeReport(0), makeReport(70));
    expect(failures).toHaveLength(100);
    expect(failures.at(-1)?.name).toMatch(/^99 n{196}…$/);
    expect(failures[0]?.message).toMatch(/^m{199}…$/);
  });

  it('are listed once after a retry, and not if it passes in the end', async () => {
    const failed = '<testcase name="a"><failure message="one"/></testcase>';
    const flaky = '<testcase name="b"><flakyFailure message="two"/></testcase>';
    const expected = '<testcase name="c"><failure message="x"/><skipped type="todo"/></testcase>';
    expect(await listFailures(wrap('<testcase name="a"/>', failed, failed, flaky, expected))).toEqual([
      { name: 'a', parent: 's', message: 'one' },
    ]);
  });

  it('include failures of a suite outside of its cases', async () => {
    expect(await listFailures('<testsuite name="s"><error message="no database"/></testsuite>')).toEqual([
      { name: 's', message: 'no database' },
    ]);
  });

  it('do not depend on chunk boundaries', async () => {
    const texts = [
      'plain &lt;b&gt; &amp;amp; &#x41;',
      '<![CDATA[in <CDATA> & &amp; [[x]]]]>',
      'one <!-- two --> three',
      'not & well-formed ]]> &what; text',
    ];
    const document = wrap(
      ...texts.map((text, index) => `<testcase name="${index}"><failure>\n ${text}</failure></testcase>`),
    );
    for (const chunkSize of [1, 2, 3, 7, 64, 10_000]) {
      const { notable } = await parseJunit(inChunks(Buffer.from(document), chunkSize), { suites: false });
      expect(notable.failures.map(({ message }) => message)).toEqual([
        'plain <b> &amp; A',
        'in <CDATA> & &amp; [[x]]',
        'one',
        'not & well-formed ]]> &what; text',
      ]);
    }
  });

  it('leave out the text of other elements', async () => {
    const failure = '<failure/>text outside<system-out>secret</system-out>';
    expect(await listFailures(wrap(`<testcase name="a">${failure}</testcase>`))).toEqual([
      { name: 'a', parent: 's' },
    ]);
  });

  it('are counted with any text of a failure', async () => {
    const piece = fc.constantFrom(
      '&',
      '&lt;',
      ']]>',
      ']',
      '>',
      'a',
      '\n',
      'é',
      '\u0001',
      '<![CDATA[',
      ']]',
      '<b/>',
      '\ufffd',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece), fc.integer({ min: 1, max: 9 }), async (pieces, chunkSize) => {
        const inside = pieces.join('');
        const isOpen = inside.lastIndexOf('<![CDATA[') > inside.lastIndexOf(']]>');
        const document = wrap(
          `<testcase name="a"><failure>${inside}${isOpen ? ']]>' : ''}</failure></testcase><testcase name="b"/>`,
        );
        const { overall } = await parseJunit(inChunks(Buffer.from(document), chunkSize), { suites: false });
        expect(overall.counts).toEqual([0, 1, 0, 1, 0]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the slowest cases', () => {
  it('are five, the slowest first, each once', async () => {
    const times = [1, 9, 3, 7, 5, 2, 8, 9.5];
    const cases = times.map((time, index) => `<testcase name="${index % 7}" time="${time}"/>`);
    const { slowest } = await countReports([wrap(...cases)]);
    expect(slowest?.map(({ name, durationSeconds }) => [name, durationSeconds])).toEqual([
      ['0', 9.5],
      ['1', 9],
      ['6', 8],
      ['3', 7],
      ['4', 5],
    ]);
  });

  it('are absent when no case has a time', async () => {
    expect(await countReports([wrap('<testcase name="a"/>')])).not.toHaveProperty('slowest');
  });
});

describe('a text of a failure', () => {
  it('has its entities replaced once', () => {
    expect(decodeEntities('&amp;lt; &#65;&#x42; &apos; &#x110000; &nope;')).toBe(
      "&lt; AB ' &#x110000; &nope;",
    );
  });

  it('is shown although it names only places', () => {
    expect(findFirstLine('\n a.c:12 \n')).toBe('a.c:12');
    expect(findFirstLine(' \n')).toBeUndefined();
  });
});
