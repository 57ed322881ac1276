import { HASH_START, HIGH_PRIME, LOW_PRIME, packHash } from './hash-text.ts';

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
  /** The hash of a text that is a path already, as `hashText` makes it; 0 for any other text. */
  hashPath(text: string): number;
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

  // One pass over the characters both checks and hashes a name: it is most of what a metric costs.
  const hashPath = (text: string): number => {
    let [low, high] = HASH_START;
    let previous = DOT;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (isAdmitted[code] !== 1 && (code !== DOT || previous === DOT)) return 0;
      previous = code;
      low = Math.imul(low ^ code, LOW_PRIME);
      high = Math.imul(high + code, HIGH_PRIME);
    }
    return previous === DOT ? 0 : packHash(low, high);
  };

  const formatDotted = (text: string): string => {
    if (hashPath(text) !== 0) return text;
    return text
      .split('.')
      .map(formatNode)
      .filter((node) => node !== '')
      .join('.');
  };

  return { formatDotted, formatNode, hashPath };
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
