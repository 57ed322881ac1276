import type { CST, Document, LineCounter, Pair, ParsedNode } from 'yaml';
import { escapeInvisible, type Fault, quote } from '../model/errors.ts';
import type { Faults } from '../model/faults.ts';
import { cureWholeText, isPlaceholder, PLACEHOLDER_CURE, TABS_CURE, YAML_CURE } from './cure-yaml.ts';

const MAX_MESSAGE_CHARACTERS = 200;
/** The number of faults that one error lists. */
const MAX_PROBLEMS = 100;
/** A document is in memory as a whole, with up to 500 bytes for each token: keys, values, signs and whitespace. */
const MAX_TOKENS = 2_000_000;
export const MAX_DOCUMENT_BYTES = 67_108_864;
/** The nodes of a path are fewer. The parser needs minutes for a million nested signs. */
const MAX_DEPTH = 200;

/** The fault of a document that exceeds one of the limits. */
export const TOO_LONG: Omit<Fault, 'location'> = {
  rule: 'a document of YAML or JSON has at most 64 MiB, and 2 million keys, values, signs and blanks',
  cure: 'Write it as "path value" lines, of which there may be any number (data-file with data-format: lines, or --file).',
};

const NO_MAP = 'this is not a YAML map';

/** A YAML text as nested maps, arrays and the source texts of its scalars. */
export type Tree = string | readonly Tree[] | ReadonlyMap<string, Tree>;

/**
 * Parses YAML (and so JSON) without giving scalars a type: `3.10` stays `3.10`. Undefined if the text is empty.
 * `origin` names the text in faults.
 */
export async function parseYaml(text: string, origin: string, faults: Faults): Promise<Tree | undefined> {
  const yaml = await import('yaml');
  if (isTooLong(text, yaml)) {
    faults.add({ location: origin, ...TOO_LONG });
    return undefined;
  }
  if (isPlaceholder(text)) {
    faults.add({ location: origin, rule: NO_MAP, value: text.trim(), cure: PLACEHOLDER_CURE });
    return undefined;
  }
  try {
    const lines = new yaml.LineCounter();
    const { documents, problems } = composeDocuments(text, lines, yaml);
    const [document] = documents;
    if (documents.length > 1 && problems.length === 0) {
      faults.add({
        location: origin,
        rule: 'this is more than one YAML document',
        cure: 'Remove the "---" between documents.',
      });
      return undefined;
    }
    reportProblems(problems, lines, { text, origin, faults });
    if (problems.length > 0 || document === undefined || document.contents === null) return undefined;
    return toTree(document.contents, { yaml, origin, faults });
  } catch (error) {
    const cure = 'Write a plain map of numbers.';
    if (error instanceof TooDeep) {
      const rule = `a document of YAML or JSON nests at most ${MAX_DEPTH} levels deep`;
      faults.add({ location: origin, rule, value: cutAround(text, error.offset), cure });
    } else {
      const rule = `this YAML is not understood: ${cutMessage((error as Error).message)}`;
      faults.add({ location: origin, rule, cure });
    }
    return undefined;
  }
}

/** Adds what the parser found, one fault for each slip. */
function reportProblems(
  problems: readonly Problem[],
  lines: LineCounter,
  { text, origin, faults }: { readonly text: string; readonly origin: string; readonly faults: Faults },
): void {
  const wholeCure = problems.length === 0 ? undefined : cureWholeText(text);
  const slips = wholeCure === undefined ? problems.filter(isSlip) : problems.slice(0, 1);
  for (const { message, offset } of slips) {
    if (faults.isFull) faults.add({ location: origin, rule: NO_MAP });
    else {
      const { line, col } = lines.linePos(offset);
      const rule = `${NO_MAP}: ${cutMessage(message.split('\n')[0] ?? '')} at line ${line}, column ${col}`;
      const cure = wholeCure ?? (/^Tabs /.test(message) ? TABS_CURE : YAML_CURE);
      faults.add({ location: origin, rule, cure });
    }
  }
}

const MISPLACED_KEY = /^(?:Nested mappings|Implicit keys|Block collections) /;

/** Whether a problem is more than what follows from the one before it: a wrong indentation is found up to three times. */
function isSlip({ message, offset }: Problem, index: number, problems: readonly Problem[]): boolean {
  const before = problems[index - 1];
  if (before === undefined) return true;
  if (before.offset === offset) return false;
  if (MISPLACED_KEY.test(message) && MISPLACED_KEY.test(before.message)) return false;
  // What is behind the end of the whole map has no place.
  return !(
    message.includes(' token in YAML stream') &&
    /at node end| token in YAML stream/.test(before.message) &&
    problems[0]?.message.includes('at node end')
  );
}

/** One fault that the parser found, and where. */
interface Problem {
  readonly message: string;
  readonly offset: number;
}

const TOO_MANY_PROBLEMS = Symbol('too many problems');

/** The document nests too deep at this place. */
class TooDeep extends Error {
  readonly offset: number;

  constructor(offset: number) {
    super('it nests too deep');
    this.offset = offset;
  }
}

/**
 * The first two documents of a text and their faults. Reading ends after a hundred faults: the parser's lists have no
 * limit, and two megabytes can contain a million faults.
 */
function composeDocuments(
  text: string,
  lines: LineCounter,
  yaml: typeof import('yaml'),
): { readonly documents: readonly ParsedDocument[]; readonly problems: readonly Problem[] } {
  const documents: ParsedDocument[] = [];
  const problems: Problem[] = [];
  const addProblem = (problem: Problem): void => {
    problems.push(problem);
    if (problems.length > MAX_PROBLEMS) throw TOO_MANY_PROBLEMS;
  };
  const composer = new yaml.Composer({
    schema: 'failsafe',
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
  });
  const onError: OnError = (source, _, message) => addProblem({ message, offset: findOffset(source) });
  // The composer has no option for it, but passes its own on to everything that reports faults.
  Object.assign(composer, { onError });
  try {
    // A single CR is whitespace in JSON and a line end in YAML. The parser reads it as a letter.
    const tokens = parseTokens(text.replace(/\r(?!\n)/g, '\n'), lines, yaml);
    for (const document of composer.compose(noteErrors(tokens, addProblem))) {
      documents.push(document);
      if (documents.length > 1) break;
    }
  } catch (error) {
    if (error !== TOO_MANY_PROBLEMS) throw error;
  }
  return { documents, problems };
}

/** What `Parser.parse` does, but it ends at the first sign that nests too deep. */
function* parseTokens(
  text: string,
  lines: LineCounter,
  { Lexer, Parser }: typeof import('yaml'),
): Generator<CST.Token> {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > MAX_DEPTH) throw new TooDeep(parser.offset);
  }
  yield* parser.end();
}

type OnError = (
  source: number | readonly number[] | { offset: number },
  code: string,
  message: string,
) => void;

function findOffset(source: Parameters<OnError>[0]): number {
  if (typeof source === 'number') return source;
  return 'offset' in source ? source.offset : (source[0] ?? 0);
}

/** The parser reports errors as tokens, which the composer would collect without limit. */
function* noteErrors(
  tokens: Iterable<CST.Token>,
  addProblem: (problem: Problem) => void,
): Generator<CST.Token> {
  let isInDocument = false;
  for (const token of tokens) {
    if (token.type === 'error') {
      addProblem({ message: `${token.message}: ${quote(token.source)}`, offset: token.offset });
    } else if (token.type === 'doc-end' && !isInDocument) {
      addProblem({ message: 'Unexpected doc-end without preceding document', offset: token.offset });
    } else {
      isInDocument ||= token.type === 'document';
      yield token;
    }
  }
}

function isTooLong(text: string, { Lexer }: typeof import('yaml')): boolean {
  if (text.length > MAX_DOCUMENT_BYTES) return true;
  // A token has a character, or is one of two marks next to a token that has one.
  if (3 * text.length <= MAX_TOKENS) return false;
  const tokens = new Lexer().lex(text);
  for (let count = 0; count <= MAX_TOKENS; count += 1) if (tokens.next().done === true) return false;
  return true;
}

type ParsedDocument = Document.Parsed<ParsedNode>;

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
  // An alias can multiply data ("billion laughs"), and a map of numbers needs none.
  throw new Error(
    yaml.isAlias(node) ? `an alias (*${node.source}) is not followed` : 'a node of unknown kind',
  );
}

// The parser's check for duplicate keys compares all pairs, which takes minutes for 50,000 keys.
function toMap(pairs: readonly Pair[], reading: Reading): ReadonlyMap<string, Tree> {
  const map = new Map<string, Tree>();
  for (const pair of pairs) {
    const key = keyOf(pair, reading.yaml);
    if (map.has(key)) {
      // A counted fault needs no message: there may be a million of them.
      const location = reading.faults.isFull ? '' : `${reading.origin}, ${quote(key)}`;
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

/** The text on both sides of a place. */
function cutAround(text: string, offset: number): string {
  return `…${text.slice(Math.max(0, offset - 20), offset + 20)}…`;
}

/** The parser quotes its input at any length. */
function cutMessage(message: string): string {
  return escapeInvisible(
    message.length > MAX_MESSAGE_CHARACTERS ? `${message.slice(0, MAX_MESSAGE_CHARACTERS)}…` : message,
  );
}
