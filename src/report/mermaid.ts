import { toVisibleLine } from './visible-line.ts';

/** What GitHub's Mermaid draws at most is 50,000 characters; longer diagrams are replaced by an error. */
export const MAX_DIAGRAM_CHARACTERS = 48_000;

/** What has a meaning to some version of Mermaid, to a fence or to HTML, and what looks like it and has none. */
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
  // Mermaid writes its own references with it before it parses, and turns them into markup afterwards.
  ﬂ: 'fl',
};

/** Outside text as a label of a diagram: none of its characters means anything to Mermaid. */
export function toLabel(text: string, maxCharacters: number): string {
  return toVisibleLine(text, maxCharacters)
    .replace(/[:;#<>"`{}ﬂ]/g, (character) => HARMLESS[character] ?? '')
    .replace(/([%$])(?=\1)/g, '$1 ');
}

/** A diagram as GitHub finds it in Markdown; `config` is Mermaid's own, of this one diagram. */
export function formatFence(lines: readonly string[], config: unknown): string {
  return ['```mermaid', ...formatDiagram(lines, config), '```'].join('\n');
}

function formatDiagram(lines: readonly string[], config: unknown): string[] {
  return [`%%{init: ${JSON.stringify(config)}}%%`, ...lines];
}
