import { toVisibleLine } from './printable.ts';

/** GitHub's Mermaid draws at most 50,000 characters; a longer diagram is replaced by an error. */
export const MAX_DIAGRAM_CHARACTERS = 48_000;

/** Characters that mean something to a version of Mermaid, to a fence or to HTML; each becomes a lookalike. */
const HARMLESS: Readonly<Record<string, string>> = {
  ':': '∶',
  ';': ',',
  '#': '♯',
  '<': '‹',
  '>': '›',
  '"': '”',
  '`': '’',
  '{': '(',
  '}': ')',
  // Mermaid uses this sequence for its own references before it parses, and turns it into markup afterwards.
  ﬂ: 'fl',
};

/** Outside text as a label of a diagram, without characters that mean something to Mermaid. */
export function toLabel(text: string, maxCharacters: number): string {
  return toVisibleLine(text, maxCharacters)
    .replace(/[:;#<>"`{}ﬂ]/g, (character) => HARMLESS[character] ?? '')
    .replace(/([%$])(?=\1)/g, '$1 ');
}

/** A Mermaid diagram in Markdown; `config` is the diagram's own configuration. */
export function formatFence(lines: readonly string[], config: unknown): string {
  return ['```mermaid', `%%{init: ${JSON.stringify(config)}}%%`, ...lines, '```'].join('\n');
}
