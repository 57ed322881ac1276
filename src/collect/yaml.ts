import type { Pair } from 'yaml';
import { escapeInvisible, type Fault, quote } from '../model/errors.ts';
import type { Faults } from '../model/faults.ts';

const MAX_MESSAGE_CHARACTERS = 200;
/** A document lies in memory whole, with up to 500 bytes for each of its tokens: keys, values, signs and blanks. */
const MAX_TOKENS = 2_000_000;
export const MAX_DOCUMENT_BYTES = 67_108_864;

/** What is wrong with a document that is longer than either. */
export const TOO_LONG: Omit<Fault, 'location'> = {
  rule: 'a document of YAML or JSON has at most 64 MiB, and 2 million keys, values, signs and blanks',
  cure: 'Write it as "path value" lines, of which there may be any number (data-file with data-format: lines, or --file).',
};

/** A YAML text as nested maps, arrays and the source texts of its scalars. */
export type Tree = string | readonly Tree[] | ReadonlyMap<string, Tree>;

/**
 * Parses YAML (so also JSON) without giving any scalar a type: `3.10` stays `3.10`. Nothing where the text is empty.
 * `origin` says in a fault where the text stands.
 */
export async function parseYaml(text: string, origin: string, faults: Faults): Promise<Tree | undefined> {
  const yaml = await import('yaml');
  if (isTooLong(text, yaml)) {
    faults.add({ location: origin, ...TOO_LONG });
    return undefined;
  }
  try {
    const lines = new yaml.LineCounter();
    const documents = yaml.parseAllDocuments(text, {
      schema: 'failsafe',
      uniqueKeys: false,
      logLevel: 'silent',
      // The parser's own pictures of each error take minutes where there are many.
      prettyErrors: false,
      lineCounter: lines,
    });
    const [document] = documents;
    // An empty stream of documents is an array with a mark on it.
    if (document === undefined || !Array.isArray(documents)) return undefined;
    if (documents.length > 1) {
      faults.add({
        location: origin,
        rule: 'data is one YAML document',
        cure: 'Remove the "---" between documents.',
      });
      return undefined;
    }
    const problems = [...document.errors, ...document.warnings];
    if (problems.some(({ message }) => /call stack|stack overflow/i.test(message)))
      throw new RangeError('too deep');
    for (const problem of problems) {
      if (faults.isFull) faults.add({ location: origin, rule: 'this is not the YAML of a map' });
      else {
        const { line, col } = lines.linePos(problem.pos[0]);
        const message = cutMessage(problem.message.split('\n')[0] ?? '');
        const rule = `this is not the YAML of a map: ${message} at line ${line}, column ${col}`;
        faults.add({ location: origin, rule, cure: 'Mend it.' });
      }
    }
    if (problems.length > 0 || document.contents === null) return undefined;
    return toTree(document.contents, { yaml, origin, faults });
  } catch (error) {
    const reason = error instanceof RangeError ? 'it nests too deep' : cutMessage((error as Error).message);
    faults.add({
      location: origin,
      rule: `this YAML is not understood: ${reason}`,
      cure: 'Write a plain map of numbers.',
    });
    return undefined;
  }
}

function isTooLong(text: string, { Lexer }: typeof import('yaml')): boolean {
  if (text.length > MAX_DOCUMENT_BYTES) return true;
  // A token has a character, or is one of two marks beside one that has.
  if (3 * text.length <= MAX_TOKENS) return false;
  const tokens = new Lexer().lex(text);
  for (let count = 0; count <= MAX_TOKENS; count += 1) if (tokens.next().done === true) return false;
  return true;
}

interface Reading {
  readonly yaml: typeof import('yaml');
  readonly origin: string;
  readonly faults: Faults;
}

function toTree(node: unknown, reading: Reading): Tree {
  const { yaml } = reading;
  if (yaml.isScalar(node)) return typeof node.value === 'string' ? node.value : String(node.source ?? '');
  if (yaml.isMap(node)) return toMap(node.items, reading);
  if (yaml.isSeq(node)) return node.items.map((item) => toTree(item, reading));
  if (node === null || node === undefined) return '';
  // An alias may stand for another document's worth of data ("billion laughs"), and no map of numbers needs one.
  throw new Error(
    yaml.isAlias(node) ? `an alias (*${node.source}) is not followed` : 'a node of unknown kind',
  );
}

// The parser's own check for duplicate keys compares each with each, which takes minutes for 50,000.
function toMap(pairs: readonly Pair[], reading: Reading): ReadonlyMap<string, Tree> {
  const map = new Map<string, Tree>();
  for (const pair of pairs) {
    const key = keyOf(pair, reading.yaml);
    if (map.has(key)) {
      const location = `${reading.origin}, ${quote(key)}`;
      reading.faults.add({ location, rule: 'the same key is given twice', cure: 'Keep one of them.' });
    }
    map.set(key, toTree(pair.value, reading));
  }
  return map;
}

function keyOf(pair: Pair, yaml: typeof import('yaml')): string {
  if (pair.key === null) return '';
  if (yaml.isScalar(pair.key)) return String(pair.key.value ?? '');
  throw new Error('a key is not a plain name');
}

/** The parser quotes what it read, however long that is. */
function cutMessage(message: string): string {
  return escapeInvisible(
    message.length > MAX_MESSAGE_CHARACTERS ? `${message.slice(0, MAX_MESSAGE_CHARACTERS)}…` : message,
  );
}
