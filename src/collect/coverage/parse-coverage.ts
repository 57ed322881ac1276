import { LESS } from '../bytes.ts';
import { readReport, type StartedReport } from '../read-report.ts';
import { readXml } from '../xml/read-xml.ts';
import { notUnderstood } from './bad-coverage.ts';
import type { CoverageReport } from './coverage-report.ts';
import { CoverageXmlHandler } from './formats/coverage-xml-handler.ts';
import { GoCoverParser } from './formats/go-cover-parser.ts';
import { LcovParser } from './formats/lcov-parser.ts';
import { parseIstanbul } from './formats/parse-istanbul.ts';
import { type GivenReport, locateSources } from './locate-sources.ts';
import { ReportBuilder } from './report-builder.ts';

const OPEN_BRACE = 0x7b;
/** The start of a UTF-16 text: a byte order mark, or half a character. */
const STARTS_OF_UTF16: ReadonlySet<number | undefined> = new Set([0xff, 0xfe, 0x00]);

/**
 * Reads one coverage report in constant memory; its content shows the format. @throws {BadReportError} if the format
 * is unknown, or if the report is malformed, truncated or too large.
 */
export async function parseCoverage(
  chunks: AsyncIterable<Uint8Array>,
  given: GivenReport,
): Promise<CoverageReport> {
  return readReport(chunks, async (started) => {
    const report = new ReportBuilder(given.limits);
    const folders = await parse(started, { report, label: given.path });
    if (report.knowsNothing)
      report.notice({
        rule: 'it counts no lines, branches, functions or statements',
        cure: 'Did the tests run with coverage?',
      });
    const paths = [...report.sources.values()]
      .filter(({ module }) => module === undefined)
      .map(({ path }) => path);
    const located = await locateSources(paths, { given, folders });
    return report.finish((path) => located.get(path) ?? path);
  });
}

/** Fills the report with its format's parser. Returns the base folders of its paths, if it names them. */
async function parse(
  started: StartedReport,
  into: { report: ReportBuilder; label: string | undefined },
): Promise<readonly string[]> {
  const { start, chunks, skippedLines, isMarkup } = started;
  const [first] = start;
  if (first === LESS || STARTS_OF_UTF16.has(first)) {
    if (!isMarkup) throw notUnderstood('something else (text in UTF-16, or no text)');
    const handler = new CoverageXmlHandler(into.report, into.label);
    await readXml(started, handler);
    return handler.folders;
  }
  if (first === OPEN_BRACE) {
    await parseIstanbul(chunks, into);
    return [];
  }
  const parser = isGoCover(start)
    ? new GoCoverParser(into.report, { skippedLines })
    : new LcovParser(into.report, { skippedLines, label: into.label ?? '' });
  for await (const chunk of chunks) parser.push(chunk);
  parser.end();
  return [];
}

/** `mode: set`: no lcov record begins like this. */
function isGoCover(start: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(start.subarray(0, 4)) === 'mode';
}
