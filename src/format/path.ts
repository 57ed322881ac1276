/** Punctuation that Graphite can query by name, beyond the set that every receiver and relay passes on unchanged. */
export const EXTRA_CHARACTERS = '!#$%&+<=>@^`~';

/** The longest node, in bytes: with its file's ending it must fit a file name of 255 bytes. */
export const MAX_NODE_BYTES = 250;

const PORTABLE = 'A-Za-z0-9_:\\-';
const COMBINING_MARKS = /[\u0300-\u036f]/g;

/** Turns written names into paths of the characters admitted. */
export interface PathRules {
  /** `a.b c` → `a.b_c`: each part between dots becomes one node, empty ones vanish. */
  formatDotted(text: string): string;
  /** `v1.2` → `v1_2`: the whole text becomes one node, or nothing where it is empty. */
  formatNode(text: string): string;
}

/** The path rules for a run that admits `extraCharacters` (some of {@link EXTRA_CHARACTERS}) in names. */
export function createPathRules(extraCharacters = ''): PathRules {
  const admitted = PORTABLE + extraCharacters.replace(/[\\\]^-]/g, '\\$&');
  const finished = new RegExp(`^[${admitted}]+(?:\\.[${admitted}]+)*$`);
  const others = new RegExp(`[^${admitted}]+`, 'g');

  // NFD, never NFKD: that one turns a full-width dot or a one-dot leader into a dot, and so one node into two.
  const formatNode = (text: string): string =>
    text.normalize('NFD').replace(COMBINING_MARKS, '').replace(others, '_');

  const formatDotted = (text: string): string => {
    if (finished.test(text)) return text;
    return text
      .split('.')
      .map(formatNode)
      .filter((node) => node !== '')
      .join('.');
  };

  return { formatDotted, formatNode };
}

/** `org/repo.js` → `org.repo_js`: a source has one node per part between slashes. */
export function formatSource(source: string, rules: PathRules): string {
  return joinPath(source.split('/').map(rules.formatNode));
}

/** Joins parts of a path with dots; empty and absent parts are left out. */
export function joinPath(parts: ReadonlyArray<string | undefined>): string {
  return parts.filter((part) => part !== undefined && part !== '').join('.');
}

/** The first node of a path that is longer than a file name may be, if there is one. */
export function findLongNode(path: string): string | undefined {
  if (path.length <= MAX_NODE_BYTES) return undefined;
  return path.split('.').find((node) => node.length > MAX_NODE_BYTES);
}
