import type { Result } from '../model/result.ts';
import { formatCounted } from './amounts.ts';
import { formatConnectionErrors, formatDelivery, formatRenames } from './delivery.ts';
import { formatGraphLink } from './graph-link.ts';
import { countBytes, escapeHtml, paragraph, small, takeWithin } from './html.ts';
import { toVisibleLine } from './printable.ts';
import { formatMetrics } from './summary-metrics.ts';
import { formatHashed } from './warnings.ts';

/** The runner drops a summary of more than 1 MiB. */
const MAX_BYTES = 1_000_000;
const MAX_WARNING_BYTES = 200_000;
const MAX_WARNINGS = 20;
const MAX_TABLE_BYTES = 400_000;
const MAX_LINE_CHARACTERS = 500;

/** The run's figures as blocks of a summary. */
export interface FigureBlocks {
  /** The job in one line. */
  readonly headline: readonly string[];
  readonly failures: readonly string[];
  readonly tables: readonly string[];
}

/** The content of a job summary besides the result. */
export interface SummaryParts {
  /** Distinguishes this step from the others of its job: its id or its scope. */
  readonly heading?: string | undefined;
  /** The message of the failure. */
  readonly problem?: string | undefined;
  /** What `formatFigures` makes of the result's figures: most runs have none, and need not load it. */
  readonly figures?: FigureBlocks | undefined;
  /** What `formatCheck` makes of the result's check. */
  readonly check?: readonly string[] | undefined;
  /** Where Graphite draws the metrics. */
  readonly graphiteUrl?: string | undefined;
}

/** The job summary of a run, as Markdown and HTML: first what the job did, last how its metrics were delivered. */
export function formatSummary(result: Result, parts: SummaryParts = {}): string {
  const { heading = '', problem, figures, check = [], graphiteUrl } = parts;
  const isDoubtful = result.delivery === 'failed' || result.delivery === 'sent';
  const above = [
    `<h3>${toLine(heading.trim() === '' ? 'Metrics' : heading)}</h3>`,
    ...(figures?.headline ?? []),
    ...(isDoubtful ? [formatDoubt(result)] : []),
    // A bad report fails a step although its metrics were delivered.
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
    ...(isDoubtful ? [] : [formatDelivery(result)]),
  ];
  const below = [
    ...notes.filter((note) => note !== undefined).map(small),
    ...formatGraph(result, graphiteUrl),
  ];
  // Each part is limited and all of them fit. If they do not, the last parts are omitted.
  const room = MAX_BYTES - countBytes(below.join('\n\n'));
  const kept = takeWithin(above, room);
  const tableRoom = Math.min(MAX_TABLE_BYTES, room - countBytes(kept.join('\n\n')));
  return [...kept, ...formatMetrics(result, tableRoom), ...below, ''].join('\n\n');
}

/** A failed or unconfirmed delivery is what the reader looks for. */
function formatDoubt(result: Result): string {
  return `<h4>${result.delivery === 'failed' ? '❌' : '⚠️'} ${toLine(formatDelivery(result))}</h4>`;
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
