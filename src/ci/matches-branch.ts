/**
 * Whether a branch matches patterns as in `on.push.branches` of a workflow, one a line. `*` is any text without a
 * slash, `**` any text, `?` the character before it or none, `+` one or more of it. `[…]` is one of several characters.
 * The last line that matches decides, and `!` excludes. Patterns that only exclude allow every other branch.
 */
export function matchesBranch(branch: string, patterns: string): boolean {
  const lines = splitPatterns(patterns);
  let isAllowed = lines.every((line) => line.startsWith('!'));
  for (const line of lines) {
    const isExclusion = line.startsWith('!');
    if (isMatch(branch, isExclusion ? line.slice(1).trim() : line)) isAllowed = !isExclusion;
  }
  return isAllowed;
}

/** The patterns of a text, one per line. */
function splitPatterns(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** One piece of a pattern, with its repeat sign. */
const PIECE = /(\*\*\/?|\*|\[[^\]]+\]|\\.|.)([?+]?)/gsu;

/** The possible ends of a piece that starts at a position of the branch. */
type Step = (branch: readonly string[], start: number) => readonly number[];

/**
 * Whether a pattern matches the whole branch. The time grows with their lengths only, because the author of a change
 * chooses the branch's name.
 */
function isMatch(text: string, pattern: string): boolean {
  const branch = [...text];
  let ends = new Set([0]);
  for (const [, piece = '', repeat = ''] of pattern.replace(/^refs\/heads\//, '').matchAll(PIECE)) {
    const step = toStep(piece, repeat);
    ends = new Set([...ends].flatMap((start) => step(branch, start)));
  }
  return ends.has(branch.length);
}

function toStep(piece: string, repeat: string): Step {
  if (piece === '**/') return toStepThrough((one) => one === '/');
  if (piece === '**') return toStepThrough(() => true);
  const test = piece === '*' ? (one: string) => one !== '/' : toTest(piece);
  return (branch, start) => {
    const ends = piece === '*' || repeat === '?' ? [start] : [];
    const most = piece === '*' || repeat === '+' ? branch.length : start + 1;
    for (let end = start; end < Math.min(most, branch.length) && test(branch[end] ?? ''); end += 1)
      ends.push(end + 1);
    return ends;
  };
}

/** Nothing, or any text up to a character that passes the test. */
function toStepThrough(test: (character: string) => boolean): Step {
  return (branch, start) => [
    start,
    ...branch.flatMap((one, index) => (index >= start && test(one) ? [index + 1] : [])),
  ];
}

/** The test of one character: itself, or a list with ranges such as `[0-9a-f]`. */
function toTest(piece: string): (character: string) => boolean {
  if (!piece.startsWith('[') || piece.length < 3) {
    const wanted = piece.startsWith('\\') ? piece.slice(1) : piece;
    return (one) => one === wanted;
  }
  const ranges = [...piece.slice(1, -1).matchAll(/(.)-(.)|(.)/gsu)];
  return (one) =>
    ranges.some(([, from, to, single]) =>
      single === undefined ? one >= (from ?? '') && one <= (to ?? '') : one === single,
    );
}
