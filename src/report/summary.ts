import type { Result } from '../model/result.ts';
import { formatCounted } from './amounts.ts';
import { formatGraphLink } from './graph-link.ts';
import { formatHashed } from './hashed.ts';
import { countBytes, escapeHtml, paragraph, small, takeWithin } from './html.ts';
import { formatMetrics } from './summary-metrics.ts';
import { formatConnectionErrors, formatRenames, formatVerdict } from './verdict.ts';
import { toVisibleLine } from './visible-line.ts';

/** The runner drops a whole summary of more than 1 MiB. */
const MAX_BYTES = 1_000_000;
const MAX_WARNING_BYTES = 200_000;
const MAX_WARNINGS = 20;
const MAX_TABLE_BYTES = 400_000;
const MAX_LINE_CHARACTERS = 500;

/** What the run's figures come to, as blocks of a summary. */
export interface FigureBlocks {
  /** The job in one line. */
  readonly verdict: readonly string[];
  readonly failures: readonly string[];
  readonly tables: readonly string[];
}

/** What stands in a job summary beside the result. */
export interface SummaryParts {
  /** What tells this step from the others of its job: its name or its scope. */
  readonly heading?: string | undefined;
  /** The message of what failed. */
  readonly problem?: string | undefined;
  /** What `formatFigures` makes of the result's figures: most runs have none, and need not load it. */
  readonly figures?: FigureBlocks | undefined;
  /** What `formatCheck` makes of the result's check. */
  readonly check?: readonly string[] | undefined;
  /** Where Graphite draws the metrics. */
  readonly graphiteUrl?: string | undefined;
}

/** The job summary of a run, as Markdown and HTML: what the job did first, and last how its metrics were delivered. */
export function formatSummary(result: Result, parts: SummaryParts = {}): string {
  const { heading = '', problem, figures, check = [], graphiteUrl } = parts;
  const isDoubtful = result.delivery === 'failed' || result.delivery === 'sent';
  const above = [
    `<h3>${toLine(heading.trim() === '' ? 'Metrics' : heading)}</h3>`,
    ...(figures?.verdict ?? []),
    ...(isDoubtful ? [formatDoubt(result)] : []),
    // What is wrong with a report fails a step whose metrics were delivered all the same.
    ...(problem === undefined ? [] : [paragraph(isDoubtful ? problem : `❌ ${problem}`)]),
    ...(figures?.failures ?? []),
    ...formatWarnings(result.warnings),
    ...check,
    ...(figures?.tables ?? []),
  ];
  const notes = [
    formatConnectionErrors(result),
    formatRenames(result),
    formatHashed(result),
    ...(isDoubtful ? [] : [formatVerdict(result)]),
  ];
  const below = [
    ...notes.filter((note) => note !== undefined).map(small),
    ...formatGraph(result, graphiteUrl),
  ];
  // Each part is bounded, and all of them leave room; should they not, the last ones go and not the whole.
  const room = MAX_BYTES - countBytes(below.join('\n\n'));
  const kept = takeWithin(above, room);
  const tableRoom = Math.min(MAX_TABLE_BYTES, room - countBytes(kept.join('\n\n')));
  return [...kept, ...formatMetrics(result, tableRoom), ...below, ''].join('\n\n');
}

/** A delivery that failed, or of which nobody knows, is what the reader came for. */
function formatDoubt(result: Result): string {
  return `<h4>${result.delivery === 'failed' ? '❌' : '⚠️'} ${toLine(formatVerdict(result))}</h4>`;
}

function formatGraph(result: Result, graphiteUrl: string | undefined): string[] {
  if (result.delivery !== 'confirmed' && result.delivery !== 'sent') return [];
  const link = formatGraphLink(result.points, graphiteUrl);
  return link === undefined ? [] : [`<p>${link}</p>`];
}

function toLine(text: string): string {
  return escapeHtml(toVisibleLine(text, MAX_LINE_CHARACTERS));
}

function formatWarnings(warnings: readonly string[]): readonly string[] {
  const shown = takeWithin(warnings.slice(0, MAX_WARNINGS).map(paragraph), MAX_WARNING_BYTES);
  const rest = warnings.length - shown.length;
  return rest > 0 ? [...shown, paragraph(`… and ${formatCounted(rest, 'more warning')}.`)] : shown;
}
