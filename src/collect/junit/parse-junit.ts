import { readReport, type StartedReport } from '../read-report.ts';
import { readXml } from '../xml/read-xml.ts';
import { JunitCounter, type JunitOptions } from './junit-counter.ts';
import type { NotableCases } from './notable-cases.ts';
import { describeText, notJunit } from './other-formats.ts';
import type { Tally } from './tally.ts';
import type { TimeReader } from './time-reader.ts';

const [UTF16_LE, UTF16_BE] = [0xff, 0xfe];
/** Enough to recognise another format. */
const LOOKED_AT_CHARACTERS = 4096;

/** The counted cases of one report. */
export interface JunitReport {
  readonly overall: Tally;
  /** By name, in the order of the report; empty if suites are not counted. */
  readonly suites: ReadonlyMap<string, Tally>;
  readonly notable: Pick<NotableCases, 'failures' | 'slowest'>;
  readonly times: Pick<TimeReader, 'unknown' | 'firstUnknown'>;
}

/** Counts the cases of a JUnit report while it is read. @throws {BadReportError} if it cannot be counted as a whole. */
export async function parseJunit(
  chunks: AsyncIterable<Uint8Array>,
  options: JunitOptions,
): Promise<JunitReport> {
  return readReport(chunks, async (report) => {
    if (!report.isMarkup) throw notJunit(describeText(await readStart(report)));
    const counter = new JunitCounter(options);
    await readXml(report, counter);
    const { tallies, notable, times } = counter;
    const { overall, suites } = tallies;
    return { overall, suites, notable, times };
  });
}

/** The first characters of a file that is not XML. */
async function readStart({ start, chunks }: StartedReport): Promise<string> {
  const [first] = start;
  const encoding = first === UTF16_LE ? 'utf-16le' : first === UTF16_BE ? 'utf-16be' : 'utf-8';
  const decoder = new TextDecoder(encoding);
  let text = '';
  for await (const chunk of chunks) {
    text += decoder.decode(chunk.subarray(0, LOOKED_AT_CHARACTERS), { stream: true });
    if (text.length >= LOOKED_AT_CHARACTERS) break;
  }
  return text.slice(0, LOOKED_AT_CHARACTERS).trimStart();
}
