import { sha256 } from '../util/sha256.ts';
import { foldText } from './fold-text.ts';

/** Punctuation that Graphite can query by name, beyond the set that every receiver and relay passes on unchanged. */
export const EXTRA_CHARACTERS = '!#$%&+<=>@^`~';

/** The longest node, in bytes: with its file's ending it must fit a file name of 255 bytes. */
export const MAX_NODE_BYTES = 250;

const PORTABLE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_:-';
const DOT = 0x2e;
/** How many digits of its hash a name gets that lost something. */
const HASH_DIGITS = 6;
/** Signs that tell names apart: `c++` and `c#`, `>=3.9` and `<3.9`. */
const TELLING_SIGNS = '<>=~^+#';
/** Beyond ASCII, everything but blanks, punctuation and invisible controls: letters, digits and pictures. */
const TELLING_OTHERS = '(?![\\p{Z}\\p{P}\\p{Cc}\\p{Cf}])[^\\0-\\x7f]';

/** Turns written names into paths of the characters admitted. */
export interface PathRules {
  /** `a.b c` → `a.b_c`: each part between dots becomes one node as by `formatWritten`, empty ones vanish. */
  formatDotted(text: string): string;
  /**
   * Writes a text to `bytes` from `at` on if it is a path already. For any other text it returns false, and what it
   * wrote means nothing.
   */
  readonly copyPath: (text: string, bytes: Uint8Array, at: number) => boolean;
  /** `v1.2` → `v1_2`: the whole text becomes one node, or nothing where it is empty. */
  formatNode(text: string): string;
  /** The same for a name that the user wrote: where no letter or digit is left of it, digits of its hash are added. */
  formatWritten(text: string): string;
  /**
   * The node of a name that was found: where a letter, a digit or a telling sign was lost, or the name was cut, `_` and 6
   * digits of its SHA-256 are added.
   */
  formatName(text: string, limits?: NodeLimits): string;
  /** Whether `formatName` adds digits to a name without being asked to. */
  needsHash(text: string, limits?: Pick<NodeLimits, 'maxBytes'>): boolean;
}

/** How long the node of a name is at most (250 bytes), and how many digits of its hash it has at least (0). */
export interface NodeLimits {
  readonly maxBytes?: number;
  readonly minDigits?: number;
}

/** The path rules for a run that admits `extraCharacters` (some of {@link EXTRA_CHARACTERS}) in names. */
export function createPathRules(extraCharacters = ''): PathRules {
  const admitted = PORTABLE + extraCharacters;
  const isAdmitted = createCharacterTable(admitted);
  const others = new RegExp(`[^${admitted.replace(/[\\\]^-]/g, '\\$&')}]+`, 'g');

  const formatNode = (text: string): string => foldText(text).replace(others, '_');

  const tells = createTellingTest(extraCharacters);
  const needsHash: PathRules['needsHash'] = (text, { maxBytes = MAX_NODE_BYTES } = {}) => {
    const node = formatNode(text);
    return node.length > maxBytes || (node !== text && tells(foldText(text)));
  };

  const formatName: PathRules['formatName'] = (text, { maxBytes = MAX_NODE_BYTES, minDigits = 0 } = {}) => {
    const node = formatNode(text);
    const digits = needsHash(text, { maxBytes }) ? Math.max(HASH_DIGITS, minDigits) : minDigits;
    return digits === 0 ? node || '_' : addHash(node, text, { digits, maxBytes });
  };

  const formatWritten = (text: string): string => {
    const node = formatNode(text);
    const isEmptied = node !== text && !/[A-Za-z0-9]/.test(node) && tells(foldText(text));
    return isEmptied ? addHash(node, text, { digits: HASH_DIGITS, maxBytes: MAX_NODE_BYTES }) : node;
  };

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
      .map(formatWritten)
      .filter((node) => node !== '')
      .join('.');

  return { formatDotted, formatNode, formatWritten, formatName, needsHash, copyPath };
}

/** `org/repo.js` → `org.repo_js`: a source has one node per part between slashes. */
export function formatSource(source: string, rules: PathRules): string {
  return joinPath(source.split('/').map(rules.formatWritten));
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

/** A node with digits of the written name's hash. */
function addHash(
  node: string,
  written: string,
  { digits, maxBytes }: { digits: number; maxBytes: number },
): string {
  return `${node.slice(0, maxBytes - digits - 1)}_${sha256(written).slice(0, digits)}`;
}

/** Whether a folded text has characters that tell it from others and are not admitted. */
function createTellingTest(extraCharacters: string): (folded: string) => boolean {
  const signs = [...TELLING_SIGNS].filter((sign) => !extraCharacters.includes(sign));
  const anySign =
    signs.length === 0 ? '' : `|[${signs.map((sign) => (sign === '^' ? '\\^' : sign)).join('')}]`;
  // A text and not a literal: the engine sets up the Unicode classes of a literal before it runs any of its file.
  let pattern: RegExp | undefined;
  return (folded) => {
    pattern ??= new RegExp(`${TELLING_OTHERS}${anySign}`, 'u');
    return pattern.test(folded);
  };
}

/** Character code → 1 where it is one of these. A code beyond ASCII reads as undefined, which is not 1. */
function createCharacterTable(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (let index = 0; index < characters.length; index += 1) table[characters.charCodeAt(index)] = 1;
  return table;
}
