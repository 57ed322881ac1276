/** A pattern for paths, cut at its dots. In a node, `*` means any characters; a node `**` means any number of nodes. */
export type NamePattern = readonly string[];

/** A path, cut at its dots. */
export interface PathNodes {
  readonly nodes: readonly string[];
  /** How many of them are group, source and scope: a pattern does not begin inside these. */
  readonly prefixNodes?: number;
}

/**
 * Parses a pattern: `tests.*`, `**.duration_seconds`, `size.{app,lib}.bytes`; one pattern for each choice in braces.
 */
export function parseNamePatterns(text: string): readonly NamePattern[] {
  return expandBraces(text).map((one) => one.split('.'));
}

/** The number of patterns that {@link parseNamePatterns} returns for a text. */
export function countNamePatterns(text: string): number {
  return (text.match(/\{[^{}]*\}/g) ?? []).reduce((count, choices) => count * choices.split(',').length, 1);
}

/**
 * Whether a pattern matches a whole path, or the last nodes of it after the first `prefixNodes`. The time is
 * proportional to the product of their lengths.
 */
export function matchesName(pattern: NamePattern, { nodes, prefixNodes = 0 }: PathNodes): boolean {
  // Most patterns fail here, before anything is allocated.
  const last = pattern.at(-1) ?? '';
  if (last !== '**' && !matchesNode(last, nodes.at(-1) ?? '')) return false;
  // Row by row: the numbers of path nodes that the pattern's nodes so far can match.
  let reached = [...nodes, ''].map((_, start) => start === 0 || start >= prefixNodes);
  for (const node of pattern) {
    const next = reached.map(() => false);
    for (let used = 0; used <= nodes.length; used += 1) {
      if (node === '**') next[used] = reached[used] === true || (used > 0 && next[used - 1] === true);
      else if (used > 0) next[used] = reached[used - 1] === true && matchesNode(node, nodes[used - 1] ?? '');
    }
    reached = next;
  }
  return reached[nodes.length] === true;
}

/**
 * Whether a text with `*` for any characters matches. A star takes as few characters as possible, and more if the
 * rest fails.
 */
function matchesNode(pattern: string, node: string): boolean {
  let [place, star, retry] = [0, -1, 0];
  for (let index = 0; index < node.length; ) {
    if (pattern[place] === '*') {
      star = place;
      retry = index;
      place += 1;
    } else if (pattern[place] === node[index]) {
      place += 1;
      index += 1;
    } else if (star === -1) return false;
    else {
      place = star + 1;
      retry += 1;
      index = retry;
    }
  }
  return /^\**$/.test(pattern.slice(place));
}

function expandBraces(text: string): readonly string[] {
  const [, before = '', choices, after = ''] = /^([^{}]*)\{([^{}]*)\}(.*)$/s.exec(text) ?? [];
  if (choices === undefined) return [text];
  const ends = expandBraces(after);
  return choices.split(',').flatMap((choice) => ends.map((end) => `${before}${choice.trim()}${end}`));
}
