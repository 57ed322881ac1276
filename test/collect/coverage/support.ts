import { computeCoverage } from '../../../src/collect/coverage/compute-coverage.ts';
import type { CoverageReport } from '../../../src/collect/coverage/coverage-report.ts';
import type { GivenReport } from '../../../src/collect/coverage/locate-sources.ts';
import { parseCoverage } from '../../../src/collect/coverage/parse-coverage.ts';
import { CoverageUnion } from '../../../src/collect/coverage/union/coverage-union.ts';
import type { BadReportError } from '../../../src/collect/read-report.ts';

export const ROOT = '/ws';

export async function* chunksOf(content: string | Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content as string);
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

export function parse(
  content: string | Uint8Array,
  given: Partial<GivenReport> = {},
): Promise<CoverageReport> {
  return parseCoverage(chunksOf(content), { root: ROOT, ...given });
}

/** For computations without interruption. */
export async function giveNoWay(): Promise<void> {}

/** Reports, added up as a run does it. */
export function uniteReports(...reports: readonly CoverageReport[]): CoverageUnion {
  const union = new CoverageUnion();
  for (const report of reports) union.add(report);
  return union;
}

/** The figures of several reports together, as `kind covered/total`. */
export async function count(...contents: Array<string | CoverageReport>): Promise<string[]> {
  const reports: CoverageReport[] = [];
  for (const content of contents) reports.push(typeof content === 'string' ? await parse(content) : content);
  const { figures } = await computeCoverage(uniteReports(...reports), giveNoWay);
  return figures.map(({ kind, covered, total }) => `${kind} ${covered}/${total}`);
}

/** The rule that a report breaks, with its value. */
export async function faultOf(
  content: string | Uint8Array | AsyncIterable<Uint8Array>,
  given: Partial<GivenReport> = {},
): Promise<string> {
  const chunks = typeof content === 'string' || content instanceof Uint8Array ? chunksOf(content) : content;
  try {
    await parseCoverage(chunks, { root: ROOT, ...given });
  } catch (error) {
    const { name, fault } = error as BadReportError;
    if (name !== 'BadReportError') throw error;
    return fault.value === undefined ? fault.rule : `${fault.rule}: ${fault.value}`;
  }
  throw new Error('This report was not refused.');
}

/** The paths of a report's source files. */
export async function pathsOf(content: string, given: Partial<GivenReport> = {}): Promise<string[]> {
  return (await parse(content, given)).files.map(({ path }) => path);
}

export const cobertura = (classes: string, sources: readonly string[] = [ROOT]): string =>
  `<?xml version="1.0"?><coverage line-rate="0.5"><sources>${sources.map((source) => `<source>${source}</source>`).join('')}</sources>
  <packages><package name="p"><classes>${classes}</classes></package></packages></coverage>`;

export const jacoco = (inside: string, name = 'app'): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
  <!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd">
  <report name="${name}"><sessioninfo id="host-1" start="1" dump="2"/>${inside}</report>`;

export const clover = (files: string, metrics = ''): string =>
  `<?xml version="1.0"?><coverage generated="1" clover="4.5.2"><project timestamp="1" name="app">${metrics}${files}</project></coverage>`;
