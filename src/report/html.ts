import { escapeInvisible } from '../model/errors.ts';
import { toVisibleLine } from './printable.ts';

const MAX_PARAGRAPH_CHARACTERS = 20_000;
const MAX_PARAGRAPH_BYTES = 80_000;
const MAX_NAME_CHARACTERS = 100;
const encoder = new TextEncoder();

/** A cell of a table: its HTML, and whether it is a number. */
export interface Cell {
  readonly html: string;
  readonly isNumber?: boolean;
}

/** Every character that has a meaning in HTML or Markdown becomes a numeric reference. */
export function escapeHtml(text: string): string {
  return escapeInvisible(text).replace(
    /[&<>"'`*_~[\]()#@!|\\{}$]/g,
    (character) => `&#${character.charCodeAt(0)};`,
  );
}

/** A paragraph whose text cannot form markup, a mention, a link or a second line. */
export function paragraph(text: string): string {
  return `<p>${formatLines(text)}</p>`;
}

/** The same in small letters, for details that few readers need. */
export function small(text: string): string {
  return `<p><sub>${formatLines(text)}</sub></p>`;
}

function formatLines(text: string): string {
  let kept = text.slice(0, MAX_PARAGRAPH_CHARACTERS);
  while (countBytes(escapeHtml(kept)) > MAX_PARAGRAPH_BYTES) kept = kept.slice(0, kept.length / 2);
  const cut = kept.length < text.length ? `${kept}…` : kept;
  return cut
    .split('\n')
    .map((line) => escapeHtml(line))
    .join('<br>');
}

/** Exact text: a constant or a path. */
export function code(text: string): Cell {
  return { html: `<code>${escapeHtml(text)}</code>` };
}

/** An outside name, cut to the room of a table. */
export function nameCell(name: string): Cell {
  return code(toVisibleLine(name, MAX_NAME_CHARACTERS));
}

/** A formatted number. */
export function numberCell(text: string): Cell {
  return { html: escapeHtml(text), isNumber: true };
}

/** Words. */
export function textCell(text: string): Cell {
  return { html: escapeHtml(text) };
}

/** One row of a table. */
export function formatCells(cells: readonly Cell[]): string {
  const inside = cells.map(
    ({ html, isNumber }) => `<td${isNumber === true ? ' align="right"' : ''}>${html}</td>`,
  );
  return `<tr>${inside.join('')}</tr>`;
}

/** A table of HTML rows. It has no empty line, because Markdown would start again there. */
export function table(heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((one) => `<th>${escapeHtml(one)}</th>`).join('');
  return `<table><tr>${head}</tr>\n${rows.join('\n')}\n</table>`;
}

/** A block that the reader can unfold. */
export function details(summary: string, body: string): string {
  return `<details><summary>${escapeHtml(summary)}</summary>\n${body}\n</details>`;
}

/** As many texts, from the first, as fit in these bytes; the runner counts bytes, not characters. */
export function takeWithin(texts: readonly string[], maxBytes: number): readonly string[] {
  let room = maxBytes;
  const end = texts.findIndex((text) => {
    room -= countBytes(text) + 2;
    return room < 0;
  });
  return end === -1 ? texts : texts.slice(0, end);
}

/** The size of a text in UTF-8. */
export function countBytes(text: string): number {
  return encoder.encode(text).length;
}
