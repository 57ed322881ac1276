import { describe, expect, test } from 'vitest';
import {
  COVERAGE_LIMITS,
  type CoverageLimits,
  NAME_IDS,
  UNITED_LIMITS,
} from '../../../src/collect/coverage/limits.ts';
import { parseCoverage } from '../../../src/collect/coverage/parse-coverage.ts';
import { CoverageUnion } from '../../../src/collect/coverage/union/coverage-union.ts';
import { count, faultOf, parse, ROOT } from './support.ts';

/** The text of each number from 0 on, in chunks of some 100 kB. */
async function* generate(
  start: string,
  line: (index: number) => string,
  most = 2 ** 53,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(start);
  for (let index = 0; index < most; ) {
    const lines: string[] = [];
    for (let length = 0; length < 100_000 && index < most; index += 1) {
      const text = line(index);
      length += text.length;
      lines.push(text);
    }
    yield Buffer.from(lines.join(''));
  }
}

/** The limits of these tests. */
const LIMITS: CoverageLimits = {
  places: 10_000,
  files: 1000,
  names: 1000,
  nameCharacters: 10_000,
  functionsOfARecord: 1000,
  linesOfAFile: 1000,
};

test('the limits of a run', () => {
  expect(COVERAGE_LIMITS).toEqual({
    places: 10_000_000,
    files: 100_000,
    names: 2_000_000,
    nameCharacters: 67_108_864,
    functionsOfARecord: 200_000,
    linesOfAFile: 1_000_000,
  });
  expect(COVERAGE_LIMITS.names).toBeLessThan(NAME_IDS);
  expect(UNITED_LIMITS).toEqual({
    places: 20_000_000,
    files: 200_000,
    names: NAME_IDS,
    nameCharacters: 134_217_728,
  });
});

test.each([
  ['places', 3, 'at most 3 lines, branches and functions', 'SF:?\nDA:1,1\nDA:2,1\nend_of_record\n'],
  ['files', 1, 'at most 1 source files', 'SF:?\nDA:1,1\nend_of_record\n'],
  [
    'names',
    1,
    'at most 1 names of functions and branches',
    'SF:a\nFN:1,f?\nFNDA:1,f?\nDA:1,1\nend_of_record\n',
  ],
  ['nameCharacters', 5, 'names of at most 5 characters', 'SF:abc?\nDA:1,1\nend_of_record\n'],
] as const)('two reports together exceed the limit of %s: %i', async (limit, most, fault, text) => {
  const [first, second] = [await parse(text.replaceAll('?', '1')), await parse(text.replaceAll('?', '2'))];
  const union = new CoverageUnion({ ...UNITED_LIMITS, [limit]: most });
  union.add(first);
  expect(() => union.add(second)).toThrow(`all reports together have ${fault}`);
});

describe('endless reports end at a limit', () => {
  test.each([
    [
      'lines',
      generate('SF:a\n', (index) => `DA:${index},1\n`),
      'a report has at most 10000 lines, branches and functions',
    ],
    [
      'source files',
      generate('', (index) => `SF:${index}\nend_of_record\n`),
      'a report has at most 1000 source files (line 2001)',
    ],
    [
      'names of branches',
      generate('SF:a\n', (index) => `BRDA:1,0,b${index},1\n`),
      'a report has at most 1000 names of functions and branches (line 1001)',
    ],
    [
      'functions',
      generate('SF:a\n', (index) => `FN:1,f${index}\n`),
      'a source file has at most 1000 functions (line 2002)',
    ],
    [
      'the same function',
      generate('SF:a\n', () => 'FNDA:1,f\n'),
      'a source file has at most 1000 functions (line 2002)',
    ],
    [
      'long names',
      generate('SF:a\n', (index) => `BRDA:1,0,${'n'.repeat(500)}${index},1\n`),
      'the names in a report have at most 10000 characters together (line 21)',
    ],
    [
      'one line',
      generate('SF:a\nFN:1,', () => 'x'.repeat(1000)),
      'a line of an lcov report has at most 1048576 bytes (line 2)',
    ],
    [
      'one line at once',
      generate('SF:a\n', () => `FN:1,${'x'.repeat(1_100_000)}\n`),
      'a line of an lcov report has at most 1048576 bytes (line 2)',
    ],
    [
      'one path',
      generate('', () => `SF:${'x'.repeat(5000)}\n`),
      'the path of a source file has at most 4096 characters (line 1)',
    ],
    [
      'conditions',
      generate(
        '<coverage line-rate="0"><packages><class filename="a">',
        (index) => `<line number="${index}" hits="0" condition-coverage="0% (0/10000)"/>`,
      ),
      'a report has at most 10000 lines, branches and functions',
    ],
    [
      'source folders',
      generate('<coverage><sources>', () => '<source>x</source>'),
      'a report has at most 1000 source folders',
    ],
    [
      'lines of Clover',
      generate(
        '<coverage clover="1"><project><file path="a">',
        () => '<line num="1" type="stmt" count="1"/>',
      ),
      'a source file has at most 1000 lines',
    ],
    [
      'packages of JaCoCo',
      generate('<report name="a">', (index) => `<package name="${index}"><sourcefile name="A"/></package>`),
      'a report has at most 1000 source files',
    ],
  ])('%s', async (_name, chunks, fault) => {
    expect(await faultOf(chunks, { limits: LIMITS })).toContain(fault);
  });
});

test('endless blanks before a report take no memory, and do not change the line number', async () => {
  async function* blanks(): AsyncGenerator<Uint8Array> {
    for (let index = 0; index < 10; index += 1) yield Buffer.alloc(1_000_000, '\n');
    yield Buffer.from('SF:a\nDA:x\n');
  }
  expect(await faultOf(blanks())).toContain('(line 10000002)');
});

test('repeated places need no more memory than one', async () => {
  const lines = generate(
    '',
    (index) => `SF:a\nDA:${index % 700},${index % 3}\nDA:${(index * 31) % 700},0\nend_of_record\n`,
    200_000,
  );
  const report = await parseCoverage(lines, { root: ROOT });
  expect(await count(report)).toEqual(['lines 700/700']);
  expect(report.files.map(({ layers }) => layers.get('lines')?.length)).toEqual([700]);
});

test('places may come in any order, far apart, with the highest numbers', async () => {
  const numbers = [1_073_741_823, 0, 5, 1_073_741_822, 1, 1_000_000];
  const report = `SF:a\n${numbers.map((number) => `DA:${number},${number % 2}\nBRDA:${number},65535,4095,1\nBRDA:${number},65535,4095,0\n`).join('')}end_of_record\n`;
  expect(await count(report)).toEqual(['lines 3/6', 'branches 6/6']);
});

test('names of object properties are ordinary names', async () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  const report = names
    .map((name) => `SF:${name}\nFN:1,${name}\nFNDA:1,${name}\nBRDA:1,0,${name},1\nDA:1,1\nend_of_record\n`)
    .join('');
  expect(await count(report, report)).toEqual(['lines 4/4', 'branches 4/4', 'functions 4/4']);
});
