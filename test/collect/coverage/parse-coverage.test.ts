import { describe, expect, test } from 'vitest';
import { parseCoverage } from '../../../src/collect/coverage/parse-coverage.ts';
import { BadReportError } from '../../../src/collect/read-report.ts';
import { chunksOf, clover, cobertura, count, faultOf, jacoco, parse, ROOT } from './support.ts';

const REPORTS = {
  lcov: 'TN:\nSF:src/a.c\nDA:1,1\nDA:2,0\nend_of_record\n',
  cobertura: cobertura(
    '<class name="a" filename="src/a.c"><lines><line number="1" hits="1"/><line number="2" hits="0"/></lines></class>',
  ),
  jacoco: jacoco(
    '<package name="src"><sourcefile name="a.c"><line nr="1" mi="0" ci="1"/><line nr="2" mi="1" ci="0"/></sourcefile></package>',
  ),
  clover: clover(
    '<file path="src/a.c"><line num="1" type="stmt" count="1"/><line num="2" type="stmt" count="0"/></file>',
  ),
  istanbul:
    '{"total": {"lines": {"total": 2, "covered": 1}}, "src/a.c": {"lines": {"total": 2, "covered": 1}}}',
};
const understood =
  "a coverage report is one of lcov, Cobertura, JaCoCo, Clover, Go's cover profile and Istanbul's coverage-summary.json or coverage-final.json";

describe.each(Object.entries(REPORTS))('%s', (_format, report) => {
  test('is detected by its content, behind a byte order mark and blanks, in any chunks', async () => {
    const plain = await parse(report);
    expect((await count(report))[0]).toBe('lines 1/2');
    for (const start of ['\ufeff', ' \t\r\n\n', '\ufeff\r\n ', '\n\ufeff']) {
      for (const size of [1, 2, 3, 5, 65_536])
        expect(await parseCoverage(chunksOf(start + report, size), { root: ROOT })).toEqual(plain);
    }
  });

  test('is refused when cut off anywhere', async () => {
    const bytes = Buffer.from(report.trimEnd());
    for (let end = 0; end < bytes.length; end += 1)
      await expect(parseCoverage(chunksOf(bytes.subarray(0, end)), { root: ROOT })).rejects.toThrow(
        BadReportError,
      );
  });

  test('counts once together with all other formats', async () => {
    expect((await count(...Object.values(REPORTS)))[0]).toBe('lines 1/2');
  });

  test('closes its stream, whether it is read or refused', async () => {
    let closed = 0;
    async function* source(text: string): AsyncGenerator<Uint8Array> {
      try {
        yield* chunksOf(text, 16);
        yield* chunksOf('\n'.repeat(1000), 16);
      } finally {
        closed += 1;
      }
    }
    await parseCoverage(source(report), { root: ROOT });
    await expect(parseCoverage(source(`${report.slice(0, 20)}\0<&`), { root: ROOT })).rejects.toThrow(
      BadReportError,
    );
    expect(closed).toBe(2);
  });
});

test.each([
  ['', 'the file is empty'],
  ['\ufeff \n\n', 'the file is empty'],
  ['\n\nWARNING: nothing\n', `${understood}, but this is another text (line 3): WARNING: nothing`],
  ['# a\n# b\n', `${understood}, but this is nothing but comments`],
  [
    '<testsuites><testsuite/></testsuites>',
    `${understood}, but this is a test report, which the option junit reads: <testsuites><testsuite>`,
  ],
  [
    '<coverage version="1"><file path="a"/></coverage>',
    `${understood}, but this is XML with other elements: <coverage><file>`,
  ],
  ['<coverage/>', `${understood}, but this is XML with other elements: <coverage>`],
  ['<!doctype html><html><head></head></html>', `${understood}, but this is a web page: <html><head>`],
  [
    '<CoverageSession><Summary/></CoverageSession>',
    `${understood}, but this is OpenCover's XML: <CoverageSession><Summary>`,
  ],
  ['<report><stats/></report>', `${understood}, but this is XML with other elements: <report><stats>`],
  ['<?xml version="1.0"?>', 'well-formed'],
  ['{"result": [], "version": 3}', `${understood}, but this is JSON with other keys: result, version`],
  ['{}', 'this is a JSON map without a source file'],
  ['[1]', `${understood}, but this is another text (line 1): [1]`],
  ['\u0001ÀÀ\u0010', `${understood}, but this is another text (line 1): \u0001ÀÀ\u0010`],
])('refuses %j', async (content, fault) => {
  expect(await faultOf(content)).toContain(fault);
});

test('reads UTF-16 in XML, and nowhere else', async () => {
  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
  expect((await parse(utf16(REPORTS.cobertura))).files).toEqual((await parse(REPORTS.cobertura)).files);
  expect((await parse(utf16(REPORTS.clover).subarray(2))).files).toEqual((await parse(REPORTS.clover)).files);
  expect(await faultOf(utf16(REPORTS.lcov))).toBe(
    `${understood}, but this is something else (text in UTF-16, or no text)`,
  );
  expect(await faultOf(Uint8Array.of(0xef, 0xbb, 0x41))).toContain(`${understood}, but this is another text`);
});

test('detects a self-closed root by its attributes', async () => {
  expect(await count('<coverage line-rate="1" lines-valid="3" lines-covered="2"/>')).toEqual(['lines 2/3']);
  expect(await count('<coverage clover="3.2.0" generated="1"/>')).toEqual([]);
  expect((await parse('<coverage clover="3.2.0" generated="1"/>')).notices).toEqual([
    expect.objectContaining({ rule: expect.stringContaining('it counts no lines') }),
  ]);
});
