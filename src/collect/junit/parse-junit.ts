import { readXml } from '../xml/read-xml.ts';
import { JunitCounter } from './junit-counter.ts';
import type { Tally } from './tally.ts';

/** What the cases of one report came to. */
export interface JunitReport {
  readonly overall: Tally;
  /** By name, in the order of the report; empty where suites were not asked for. */
  readonly suites: ReadonlyMap<string, Tally>;
}

/**
 * Counts the cases of a JUnit report while it streams through.
 * @throws {BadReportError} where it cannot be counted as a whole.
 */
export async function parseJunit(
  chunks: AsyncIterable<Uint8Array>,
  options: { suites: boolean },
): Promise<JunitReport> {
  const counter = new JunitCounter(options);
  await readXml(chunks, counter);
  return { overall: counter.overall, suites: counter.suites };
}
