import type { Pair } from 'yaml';
import { escapeInvisible, type Problem, quote } from '../../model/errors.ts';
import type { InputPart } from '../../model/faults.ts';
import {
  type ComposedText,
  composeDocuments,
  isTooLong,
  MAX_DEPTH,
  type SyntaxProblem,
  TooDeep,
} from './compose-yaml.ts';
import {
  cureWholeText,
  isPlaceholder,
  PLACEHOLDER_CURE,
  STAR_CURE,
  TABS_CURE,
  YAML_CURE,
} from './cure-yaml.ts';
import { Flaw } from './tree-map.ts';

const MAX_MESSAGE_CHARACTERS = 200;
/** The fault of a document that exceeds one of the limits. */
export const TOO_LONG: Problem = {
  rule: 'a document of YAML or JSON has at most 64 MiB, and 2 million keys, values, signs and blanks',
  cure: 'Write it as a file of plain lines "path value", of which there may be any number.',
};

const NO_MAP = 'this is not a YAML map';

/** A YAML text as nested maps, arrays and the source texts of its scalars. `Doubt` is in place of a value in doubt. */
export type Tree<Doubt = never> = string | Doubt | readonly Tree<Doubt>[] | ReadonlyMap<string, Tree<Doubt>>;

/**
 * Parses YAML (and so JSON) without giving scalars a type: `3.10` stays `3.10`. Undefined if the text is empty. Faults
 * are collected.
 */
export function parseYaml(text: string, { origin, faults }: InputPart): Promise<Tree | undefined> {
  return parse<never>(text, {
    origin,
    faults,
    doubt: ({ rule }) => {
      throw new Error(rule);
    },
    repeat: (key, value) => {
      // A counted fault needs no message: there may be a million of them.
      const location = faults.isFull ? '' : `${origin}, ${quote(key)}`;
      faults.add({ location, ...REPEATED });
      return value;
    },
  });
}

/** The same for a text of metrics: a key that is given twice, or has an alias, is a {@link Flaw} of its metric only. */
export function parseMetrics(text: string, part: InputPart): Promise<Tree<Flaw> | undefined> {
  return parse(text, { ...part, doubt: (flaw) => flaw, repeat: () => REPEATED });
}

const REPEATED = new Flaw('the same key is given twice', 'Keep one of them.');

/** What a value in doubt becomes in the tree. */
interface Doubts<Doubt> {
  doubt(flaw: Flaw): Doubt;
  /** `value` is the later one of a key that is given again. */
  repeat(key: string, value: Tree<Doubt>): Tree<Doubt>;
}

async function parse<Doubt>(
  text: string,
  { origin, faults, ...doubts }: InputPart & Doubts<Doubt>,
): Promise<Tree<Doubt> | undefined> {
  const yaml = await import('yaml');
  if (isTooLong(text, { yaml })) {
    faults.add({ location: origin, ...TOO_LONG });
    return undefined;
  }
  if (isPlaceholder(text)) {
    faults.add({ location: origin, rule: NO_MAP, value: text.trim(), cure: PLACEHOLDER_CURE });
    return undefined;
  }
  try {
    const composed = composeDocuments(text, yaml);
    const { documents, problems } = composed;
    const [document] = documents;
    if (documents.length > 1 && problems.length === 0) {
      faults.add({
        location: origin,
        rule: 'this is more than one YAML document',
        cure: 'Remove the "---" between documents.',
      });
      return undefined;
    }
    reportProblems({ ...composed, text }, { origin, faults });
    if (problems.length > 0 || document === undefined || document.contents === null) return undefined;
    return toTree(document.contents, { ...doubts, yaml });
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
  { text, problems, lines }: Pick<ComposedText, 'problems' | 'lines'> & { readonly text: string },
  { origin, faults }: InputPart,
): void {
  const wholeCure = problems.length === 0 ? undefined : cureWholeText(text);
  const isOne = wholeCure !== undefined || isStar(problems[0]);
  const slips = isOne ? problems.slice(0, 1) : problems.filter((_, index) => isSlip(problems, index));
  for (const slip of slips) {
    const { message, offset } = slip;
    if (faults.isFull) faults.add({ location: origin, rule: NO_MAP });
    else {
      const { line, col } = lines.linePos(offset);
      const rule = `${NO_MAP}: ${cutMessage(message.split('\n')[0] ?? '')} at line ${line}, column ${col}`;
      const cure = wholeCure ?? cureOf(slip);
      faults.add({ location: origin, rule, cure });
    }
  }
}

function cureOf(problem: SyntaxProblem): string {
  if (/^Tabs /.test(problem.message)) return TABS_CURE;
  return isStar(problem) ? STAR_CURE : YAML_CURE;
}

/** Whether a name starts with a star. The parser loses its place there, and finds a fault in all that follows. */
function isStar(problem: SyntaxProblem | undefined): boolean {
  return problem !== undefined && /^Alias /.test(problem.message);
}

const MISPLACED_KEY = /^(?:Nested mappings|Implicit keys|Block collections) /;

/** Whether a problem is more than what follows from the one before it: a wrong indentation is found up to three times. */
function isSlip(problems: readonly SyntaxProblem[], index: number): boolean {
  const [before, problem] = [problems[index - 1], problems[index]];
  if (before === undefined || problem === undefined) return true;
  const { message, offset } = problem;
  if (before.offset === offset) return false;
  if (MISPLACED_KEY.test(message) && MISPLACED_KEY.test(before.message)) return false;
  // Text after the end of the whole map has no place.
  return !(
    message.includes(' token in YAML stream') &&
    /at node end| token in YAML stream/.test(before.message) &&
    problems[0]?.message.includes('at node end')
  );
}

interface Reading<Doubt> extends Doubts<Doubt> {
  readonly yaml: typeof import('yaml');
}

function toTree<Doubt>(node: unknown, reading: Reading<Doubt>): Tree<Doubt> {
  const { yaml } = reading;
  if (yaml.isScalar(node)) return typeof node.value === 'string' ? node.value : String(node.source ?? '');
  if (yaml.isMap(node)) return toMap(node.items, reading);
  if (yaml.isSeq(node)) return node.items.map((item) => toTree(item, reading));
  if (node === null || node === undefined) return '';
  // An alias can multiply data ("billion laughs"), and a map of numbers needs none.
  const rule = yaml.isAlias(node) ? `an alias (*${node.source}) is not followed` : 'a node of unknown kind';
  return reading.doubt(new Flaw(cutMessage(rule), 'Write the value itself.'));
}

// The parser's check for duplicate keys compares all pairs, which takes minutes for 50,000 keys.
function toMap<Doubt>(pairs: readonly Pair[], reading: Reading<Doubt>): ReadonlyMap<string, Tree<Doubt>> {
  const map = new Map<string, Tree<Doubt>>();
  for (const pair of pairs) {
    const key = keyOf(pair, reading.yaml);
    const tree = toTree(pair.value, reading);
    map.set(key, map.has(key) ? reading.repeat(key, tree) : tree);
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
