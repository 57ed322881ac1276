import type { Result } from '../model/result.ts';
import { formatCounted } from './amounts.ts';
import { countBytes, paragraph, takeWithin } from './html.ts';
import { formatMetrics } from './summary-metrics.ts';
import { formatConnectionErrors, formatRenames, formatVerdict } from './verdict.ts';
import { formatHashed } from './warnings.ts';

/** The runner drops a summary of more than 1 MiB. */
const MAX_BYTES = 1_000_000;
const MAX_WARNING_BYTES = 200_000;
const MAX_WARNINGS = 20;
const MAX_TABLE_BYTES = 400_000;

/** The content of a job summary besides the result. */
export interface SummaryParts {
  /** The message of the failure. */
  readonly problem?: string | undefined;
  /** The blocks that `formatFigures` makes of the result's figures. Most runs have none and need not load it. */
  readonly figures?: readonly string[] | undefined;
}

/** The job summary of a run, as Markdown and HTML. */
export function formatSummary(result: Result, { problem, figures = [] }: SummaryParts = {}): string {
  // A bad report fails a step although its metrics were delivered.
  const hasErrors = problem !== undefined && result.delivery !== 'failed';
  const told = [problem, formatConnectionErrors(result), formatRenames(result), formatHashed(result)];
  const notes = told.filter((note) => note !== undefined);
  const above = [
    `### Metrics to Carbon: ${result.delivery}${hasErrors ? ', with errors' : ''}`,
    paragraph(formatVerdict(result)),
    ...notes.map(paragraph),
    ...formatWarnings(result.warnings),
    ...figures,
  ];
  // Each part is limited and all of them fit. If they do not, the last parts are omitted.
  const kept = takeWithin(above, MAX_BYTES);
  const room = Math.min(MAX_TABLE_BYTES, MAX_BYTES - countBytes(kept.join('\n\n')));
  return [...kept, ...formatMetrics(result, room), ''].join('\n\n');
}

function formatWarnings(warnings: readonly string[]): readonly string[] {
  const shown = takeWithin(warnings.slice(0, MAX_WARNINGS).map(paragraph), MAX_WARNING_BYTES);
  const rest = warnings.length - shown.length;
  return rest > 0 ? [...shown, paragraph(`… and ${formatCounted(rest, 'more warning')}.`)] : shown;
}
