/** Punctuation that Graphite can query by name, beyond the set that every receiver and relay passes on unchanged. */
export const EXTRA_CHARACTERS = '!#$%&+<=>@^`~';

/** The longest node, in bytes: with its file's ending it must fit a file name of 255 bytes. */
export const MAX_NODE_BYTES = 250;

const PORTABLE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_:-';
const DOT = 0x2e;
const COMBINING_MARKS = /[\u0300-\u036f]/g;

/** Turns written names into paths of the characters admitted. */
export interface PathRules {
  /** `a.b c` → `a.b_c`: each part between dots becomes one node, empty ones vanish. */
  formatDotted(text: string): string;
  /**
   * Writes a text to `bytes` from `at` on if it is a path already. For any other text it returns false, and what it
   * wrote means nothing.
   */
  readonly copyPath: (text: string, bytes: Uint8Array, at: number) => boolean;
  /** `v1.2` → `v1_2`: the whole text becomes one node, or nothing where it is empty. */
  formatNode(text: string): string;
}

/** The path rules for a run that admits `extraCharacters` (some of {@link EXTRA_CHARACTERS}) in names. */
export function createPathRules(extraCharacters = ''): PathRules {
  const admitted = PORTABLE + extraCharacters;
  const isAdmitted = createCharacterTable(admitted);
  const others = new RegExp(`[^${admitted.replace(/[\\\]^-]/g, '\\$&')}]+`, 'g');

  // NFD, never NFKD: that one turns a full-width dot or a one-dot leader into a dot, and so one node into two.
  const formatNode = (text: string): string =>
    text.normalize('NFD').replace(COMBINING_MARKS, '').replace(others, '_');

  // One pass over the characters checks and copies a name: it is much of what a metric costs.
  const copyPath = (text: string, bytes: Uint8Array, at: number): boolean => {
    // A text that was put together of parts is laid out in one piece by this: then its characters are sooner read.
    const flat = text.trim();
    if (flat.length !== text.length) return false;
    let previous = DOT;
    for (let index = 0; index < flat.length; index += 1) {
      const code = flat.charCodeAt(index);
      if (isAdmitted[code] !== 1 && (code !== DOT || previous === DOT)) return false;
      previous = code;
      bytes[at + index] = code;
    }
    return previous !== DOT;
  };

  const formatDotted = (text: string): string =>
    text
      .split('.')
      .map(formatNode)
      .filter((node) => node !== '')
      .join('.');

  return { formatDotted, formatNode, copyPath };
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

/** Character code → 1 where it is one of these. A code beyond ASCII reads as undefined, which is not 1. */
function createCharacterTable(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (let index = 0; index < characters.length; index += 1) table[characters.charCodeAt(index)] = 1;
  return table;
}
