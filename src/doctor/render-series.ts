import type { GraphiteAccess } from '../options/config.ts';
import { askGraphite } from '../verify/ask-graphite.ts';
import type { RenderedSeries } from '../verify/parse-answer.ts';
import type { Report } from './finding.ts';

export const HOUR_SECONDS = 3600;
export const DAY_SECONDS: number = 24 * HOUR_SECONDS;

/** The inputs of the storage checks. */
export interface StorageChecks {
  /** The path of the probe. */
  readonly path: string;
  readonly access: GraphiteAccess;
  readonly limitMs: number;
  readonly report: Report;
  readonly signal: AbortSignal;
}

/** The series that Graphite's render API has for a target, in a span before now. */
export function renderSeries(
  { access, signal }: StorageChecks,
  asked: { target: string; fromSeconds: number; untilSeconds?: number; series?: number },
): Promise<RenderedSeries[]> {
  const { target, fromSeconds, untilSeconds = 0, series } = asked;
  const until = untilSeconds === 0 ? 'now' : `-${untilSeconds}s`;
  const form = new URLSearchParams({ target, format: 'json', noCache: '1', from: `-${fromSeconds}s`, until });
  return askGraphite(form, { access, signal, ...(series === undefined ? {} : { series }) });
}
