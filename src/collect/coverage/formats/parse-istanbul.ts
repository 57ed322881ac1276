import { readJsonText } from '../../../util/read-json-text.ts';
import { isRecord } from '../../../util/values.ts';
import { badValue, namesNoFile, notUnderstood, tooMuch } from '../bad-coverage.ts';
import { COVERAGE_KINDS, type Counts, type CoverageKind } from '../coverage-report.ts';
import { MAX_JSON_BYTES, MAX_JSON_DEPTH, MAX_JSON_VALUES } from '../limits.ts';
import type { ReportBuilder } from '../report-builder.ts';
import { addIstanbulFile, isIstanbulFile } from './istanbul-file.ts';

/**
 * Reads Istanbul's `coverage-summary.json` (the sums of each file and of all files) or its `coverage-final.json`
 * (every statement, function and branch with its count).
 */
export async function parseIstanbul(
  chunks: AsyncIterable<Uint8Array>,
  { report, label }: { report: ReportBuilder; label: string | undefined },
): Promise<void> {
  const entries = Object.entries(parseObject(await readText(chunks)));
  if (entries.length === 0) throw namesNoFile();
  if (entries.some(([, value]) => isIstanbulFile(value))) {
    for (const [path, value] of entries) {
      if (!isIstanbulFile(value)) throw badValue('each file has a statementMap and counts (s)', path);
      addIstanbulFile(report, { path, value });
    }
    return;
  }
  const summaries = entries.map(([path, value]) => [path, findSums(value, path)] as const);
  if (!summaries.some(([, sums]) => sums.size > 0)) {
    const keys = entries.slice(0, 5).map(([key]) => key);
    throw notUnderstood('JSON with other keys', keys.join(', '));
  }
  const empty = summaries.find(([, sums]) => sums.size === 0);
  if (empty !== undefined) throw badValue("each file of Istanbul's summary has sums", empty[0]);
  let all: ReadonlyMap<CoverageKind, Counts> = new Map();
  for (const [path, sums] of summaries) {
    if (path === 'total') all = sums;
    else for (const [kind, counts] of sums) report.source(path).addSum(kind, counts);
  }
  for (const kind of all.keys()) report.know(kind);
  report.addWhole(label ?? '', all);
}

function readText(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  return readJsonText(chunks, {
    maxBytes: MAX_JSON_BYTES,
    limits: { depth: MAX_JSON_DEPTH, values: MAX_JSON_VALUES },
    refuse: (exceeded) => {
      if (exceeded === 'bytes') return tooMuch(`a report in JSON has at most ${MAX_JSON_BYTES} bytes`);
      if (exceeded === 'depth') return notUnderstood(`JSON that nests more than ${MAX_JSON_DEPTH} deep`);
      return tooMuch(`a report in JSON has at most ${MAX_JSON_VALUES} values`);
    },
  });
}

function parseObject(text: string): object {
  try {
    return JSON.parse(text) as object;
  } catch (error) {
    throw badValue('this is not well-formed JSON', (error as Error).message);
  }
}

function findSums(value: unknown, path: string): Map<CoverageKind, Counts> {
  const sums = new Map<CoverageKind, Counts>();
  for (const kind of COVERAGE_KINDS) {
    const found = readField(value, kind);
    const [covered, total] = [readField(found, 'covered'), readField(found, 'total')];
    if (covered === undefined && total === undefined) continue;
    if (!isCount(covered) || !isCount(total) || covered > total)
      throw badValue(
        `the ${kind} of ${JSON.stringify(path.slice(0, 200))} have the whole numbers covered and total`,
        JSON.stringify(found),
      );
    sums.set(kind, { covered, total });
  }
  return sums;
}

function readField(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
