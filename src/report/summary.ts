import { escapeInvisible } from '../errors.ts';
import type { Point, Result } from '../result.ts';
import { formatRenames, formatVerdict } from './verdict.ts';

const MAX_TABLE_CHARACTERS = 400_000;
const MAX_PARAGRAPH_CHARACTERS = 20_000;

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
  const rows = cutRows(result.points.map(formatRow));
  const wasSent = result.delivery === 'confirmed' || result.delivery === 'sent';
  const head = `<tr><th>${wasSent ? 'Path' : 'Path (not delivered)'}</th><th>Value</th><th>Time</th></tr>`;
  const rest = result.linesMade - rows.length;
  const more = rest > 0 ? [paragraph(`… and ${rest} more.`)] : [];
  return [`<table>${head}\n${rows.join('\n')}\n</table>`, ...more];
}

function formatRow({ path, value, timestamp }: Point): string {
  const time = new Date(timestamp * 1000).toISOString().replace('.000', '');
  return `<tr><td>${code(path)}</td><td align="right">${code(value)}</td><td>${time}</td></tr>`;
}

/** As many rows as leave room: the runner drops a summary of more than 1 MiB. */
function cutRows(rows: readonly string[]): readonly string[] {
  let room = MAX_TABLE_CHARACTERS;
  return rows.filter((row) => {
    room -= row.length;
    return room >= 0;
  });
}

/** A paragraph whose text can form neither markup nor a mention, a link or a second line. */
function paragraph(text: string): string {
  const cut = text.length > MAX_PARAGRAPH_CHARACTERS ? `${text.slice(0, MAX_PARAGRAPH_CHARACTERS)}…` : text;
  const lines = cut.split('\n').map((line) => escapeHtml(line));
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
