import type { CST, Document, LineCounter, ParsedNode } from 'yaml';
import { quote } from '../../model/errors.ts';

/** The number of faults that one error lists. */
const MAX_PROBLEMS = 100;
/** A document is in memory as a whole, with up to 500 bytes for each token: keys, values, signs and whitespace. */
export const DOCUMENT_LIMITS: DocumentLimits = { bytes: 67_108_864, tokens: 2_000_000 };

interface DocumentLimits {
  readonly bytes: number;
  readonly tokens: number;
}

/** The nodes of a path are fewer. The parser needs minutes for a million nested signs. */
export const MAX_DEPTH = 200;

type ParsedDocument = Document.Parsed<ParsedNode>;

/** One fault that the parser found, and where. */
export interface SyntaxProblem {
  readonly message: string;
  readonly offset: number;
}

const TOO_MANY_PROBLEMS = Symbol('too many problems');

/** The document nests too deep at this place. */
export class TooDeep extends Error {
  readonly offset: number;

  constructor(offset: number) {
    super('it nests too deep');
    this.offset = offset;
  }
}

/** What the parser found in a text. */
export interface ComposedText {
  readonly documents: readonly ParsedDocument[];
  readonly problems: readonly SyntaxProblem[];
  /** The lines of the text up to where reading ended. */
  readonly lines: LineCounter;
}

/**
 * The first two documents of a text and their faults. Reading ends after a hundred faults: the parser's lists have no
 * limit, and two megabytes can contain a million faults.
 */
export function composeDocuments(text: string, yaml: typeof import('yaml')): ComposedText {
  const lines = new yaml.LineCounter();
  const documents: ParsedDocument[] = [];
  const problems: SyntaxProblem[] = [];
  const addProblem = (problem: SyntaxProblem): void => {
    problems.push(problem);
    if (problems.length > MAX_PROBLEMS) throw TOO_MANY_PROBLEMS;
  };
  const composer = new yaml.Composer({
    schema: 'failsafe',
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
  });
  // biome-ignore lint/complexity/useMaxParams: the package calls it.
  const onError = (source: ErrorSource, _code: string, message: string): void =>
    addProblem({ message, offset: findOffset(source) });
  // The composer has no option for it, but passes its own on to everything that reports faults.
  Object.assign(composer, { onError });
  try {
    // A single CR is whitespace in JSON and a line end in YAML. The parser reads it as a letter.
    const tokens = parseTokens(text.replace(/\r(?!\n)/g, '\n'), { yaml, lines });
    for (const document of composer.compose(noteErrors(tokens, addProblem))) {
      documents.push(document);
      if (documents.length > 1) break;
    }
  } catch (error) {
    if (error !== TOO_MANY_PROBLEMS) throw error;
  }
  return { documents, problems, lines };
}

/** What `Parser.parse` does, but it ends at the first sign that nests too deep. */
function* parseTokens(
  text: string,
  { yaml, lines }: { readonly yaml: typeof import('yaml'); readonly lines: LineCounter },
): Generator<CST.Token> {
  const parser = new yaml.Parser(lines.addNewLine);
  lines.addNewLine(0);
  for (const lexeme of new yaml.Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > MAX_DEPTH) throw new TooDeep(parser.offset);
  }
  yield* parser.end();
}

type ErrorSource = number | readonly number[] | { offset: number };

function findOffset(source: ErrorSource): number {
  if (typeof source === 'number') return source;
  return 'offset' in source ? source.offset : (source[0] ?? 0);
}

/** The parser reports errors as tokens, which the composer would collect without limit. */
function* noteErrors(
  tokens: Iterable<CST.Token>,
  addProblem: (problem: SyntaxProblem) => void,
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

/** Whether a document exceeds one of the limits of size. */
export function isTooLong(
  text: string,
  {
    yaml,
    limits = DOCUMENT_LIMITS,
  }: { readonly yaml: typeof import('yaml'); readonly limits?: DocumentLimits },
): boolean {
  if (text.length > limits.bytes) return true;
  // A token has a character, or is one of two marks next to a token that has one.
  if (3 * text.length <= limits.tokens) return false;
  const tokens = new yaml.Lexer().lex(text);
  for (let count = 0; count <= limits.tokens; count += 1) if (tokens.next().done === true) return false;
  return true;
}
