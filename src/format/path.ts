import { sha256 } from '../util/sha256.ts';
import { foldText } from './fold-text.ts';

/** Punctuation that Graphite can query by name, beyond the characters that every receiver and relay passes on. */
export const EXTRA_CHARACTERS = '!#$%&+<=>@^`~';

/** The longest node in bytes: with a file extension it must fit in a file name of 255 bytes. */
export const MAX_NODE_BYTES = 250;

const PORTABLE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_:-';
const DOT = 0x2e;
/** The number of hash digits for a name that lost something. */
const HASH_DIGITS = 6;
/** Characters that distinguish names: `c++` and `c#`, `>=3.9` and `<3.9`. */
const DISTINGUISHING_SIGNS = '<>=~^+#';
/** Beyond ASCII, everything except whitespace, punctuation and invisible controls: letters, digits and pictographs. */
const DISTINGUISHING_OTHERS = '(?![\\p{Z}\\p{P}\\p{Cc}\\p{Cf}])[^\\0-\\x7f]';

/** Turns written names into paths of the accepted characters. */
export interface PathRules {
  /** `a.b c` → `a.b_c`: each part between dots becomes one node as with `formatWritten`; empty parts vanish. */
  formatDotted(text: string): string;
  /**
   * Writes a text to `bytes` from `offset` on if it is a path already. For any other text it returns false, and the
   * written bytes are undefined.
   */
  readonly copyPath: (text: string, bytes: Uint8Array, offset: number) => boolean;
  /**
   * `v1.2` → `v1_2`: the whole text becomes one node, or nothing if it is empty. If no letter or digit is left, digits of
   * its hash are added.
   */
  formatWritten(text: string): string;
  /**
   * The node of a collected name. If it lost a letter, a digit or a distinguishing character, or was cut, `_` and 6
   * digits of its SHA-256 are added.
   */
  formatName(text: string, limits?: NodeLimits): string;
  /** Whether `formatName` itself adds digits to a name. */
  needsHash(text: string, limits?: Pick<NodeLimits, 'maxBytes'>): boolean;
}

/** The maximum bytes of a node (250), and the minimum number of its hash digits (0). */
interface NodeLimits {
  readonly maxBytes?: number;
  readonly minDigits?: number;
}

/** Creates the path rules for a run that accepts `extraCharacters` (some of {@link EXTRA_CHARACTERS}) in names. */
export function createPathRules(extraCharacters = ''): PathRules {
  const allowed = PORTABLE + extraCharacters;
  const isAllowed = createCharacterTable(allowed);
  const others = new RegExp(`[^${allowed.replace(/[\\\]^-]/g, '\\$&')}]+`, 'g');

  const formatNode = (text: string): string => foldText(text).replace(others, '_');

  const isDistinguishing = createDistinguishingTest(extraCharacters);
  const needsHash: PathRules['needsHash'] = (text, { maxBytes = MAX_NODE_BYTES } = {}) => {
    const node = formatNode(text);
    return node.length > maxBytes || (node !== text && isDistinguishing(foldText(text)));
  };

  const formatName: PathRules['formatName'] = (text, { maxBytes = MAX_NODE_BYTES, minDigits = 0 } = {}) => {
    const node = formatNode(text);
    const digits = needsHash(text, { maxBytes }) ? Math.max(HASH_DIGITS, minDigits) : minDigits;
    return digits === 0 ? node || '_' : addHash(node, { written: text, digits, maxBytes });
  };

  const formatWritten = (text: string): string => {
    const node = formatNode(text);
    const isEmptied = node !== text && !/[A-Za-z0-9]/.test(node) && isDistinguishing(foldText(text));
    return isEmptied ? addHash(node, { written: text, digits: HASH_DIGITS, maxBytes: MAX_NODE_BYTES }) : node;
  };

  // One pass over the characters checks and copies a name, because this is much of the cost of a metric.
  // biome-ignore lint/complexity/useMaxParams: an object for each path costs time and memory.
  const copyPath: PathRules['copyPath'] = (text, bytes, offset) => {
    // This flattens a text that was built from parts, so that its characters are read faster.
    const flat = text.trim();
    if (flat.length !== text.length) return false;
    let previous = DOT;
    for (let index = 0; index < flat.length; index += 1) {
      const code = flat.charCodeAt(index);
      if (isAllowed[code] !== 1 && (code !== DOT || previous === DOT)) return false;
      previous = code;
      bytes[offset + index] = code;
    }
    return previous !== DOT;
  };

  const formatDotted = (text: string): string =>
    text
      .split('.')
      .map(formatWritten)
      .filter((node) => node !== '')
      .join('.');

  return { formatDotted, formatWritten, formatName, needsHash, copyPath };
}

/** `org/repo.js` → `org.repo_js`: a source has one node per part between slashes. */
export function formatSource(source: string, rules: PathRules): string {
  return joinPath(source.split('/').map(rules.formatWritten));
}

/** Joins the parts of a path with dots; omits empty and absent parts. */
export function joinPath(parts: ReadonlyArray<string | undefined>): string {
  return parts.filter((part) => part !== undefined && part !== '').join('.');
}

/** The first node of a path that is too long for a file name; undefined if there is none. */
export function findLongNode(path: string): string | undefined {
  if (path.length <= MAX_NODE_BYTES) return undefined;
  return path.split('.').find((node) => node.length > MAX_NODE_BYTES);
}

/** A node with digits of the written name's hash. */
function addHash(
  node: string,
  { written, digits, maxBytes }: { written: string; digits: number; maxBytes: number },
): string {
  return `${node.slice(0, maxBytes - digits - 1)}_${sha256(written).slice(0, digits)}`;
}

/** Whether a folded text has distinguishing characters that are not accepted. */
function createDistinguishingTest(extraCharacters: string): (folded: string) => boolean {
  const signs = [...DISTINGUISHING_SIGNS].filter((sign) => !extraCharacters.includes(sign));
  const anySign =
    signs.length === 0 ? '' : `|[${signs.map((sign) => (sign === '^' ? '\\^' : sign)).join('')}]`;
  // A string and not a literal: the engine prepares the Unicode classes of a literal before it runs the file.
  let pattern: RegExp | undefined;
  return (folded) => {
    pattern ??= new RegExp(`${DISTINGUISHING_OTHERS}${anySign}`, 'u');
    return pattern.test(folded);
  };
}

/** Character code → 1 if it is one of these. A code beyond ASCII reads as undefined. */
function createCharacterTable(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (let index = 0; index < characters.length; index += 1) table[characters.charCodeAt(index)] = 1;
  return table;
}
