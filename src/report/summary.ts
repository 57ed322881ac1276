import { escapeInvisible } from '../errors.ts';
import type { Result } from '../result.ts';
import { formatRenames, formatVerdict } from './verdict.ts';

/** The job summary of a run, as Markdown and HTML; `problem` is the message of what failed. */
export function formatSummary(result: Result, problem?: string): string {
  const renames = formatRenames(result);
  return [
    `### Metrics to Carbon: ${result.delivery}`,
    paragraph(formatVerdict(result)),
    ...(problem === undefined ? [] : [paragraph(problem)]),
    ...(renames === undefined ? [] : [paragraph(renames)]),
    ...result.warnings.map(paragraph),
    ...formatTable(result),
    '',
  ].join('\n\n');
}

function formatTable(result: Result): string[] {
  if (result.points.length === 0) return [];
  const rows = result.points.map(({ path, value, timestamp }) => {
    const time = new Date(timestamp * 1000).toISOString().replace('.000', '');
    return `<tr><td>${code(path)}</td><td align="right">${code(value)}</td><td>${time}</td></tr>`;
  });
  const head = '<tr><th>Path</th><th>Value</th><th>Time</th></tr>';
  const rest = result.linesMade - result.points.length;
  const more = rest > 0 ? [paragraph(`… and ${rest} more.`)] : [];
  return [`<table>${head}\n${rows.join('\n')}\n</table>`, ...more];
}

/** A paragraph whose text can form neither markup nor a mention, a link or a second line. */
function paragraph(text: string): string {
  const lines = text.split('\n').map((line) => escapeHtml(line));
  return `<p>${lines.join('<br>')}</p>`;
}

function code(text: string): string {
  return `<code>${escapeHtml(text)}</code>`;
}

/** Every character that HTML or Markdown reads as more than itself becomes a numbered reference. */
function escapeHtml(text: string): string {
  return escapeInvisible(text).replace(
    /[&<>"'`*_~[\]()#@!|\\{}$]/g,
    (character) => `&#${character.charCodeAt(0)};`,
  );
}
