/** Values with `-` that most matrices have: the labels of runners. */
const LABEL =
  /(?<![^-])(?:(?:ubuntu|windows|macos)-(?:latest|slim|\d+(?:\.\d+)*)(?:-arm|-intel|-large|-xlarge)*|self-hosted)(?![^-])/g;
/** Takes the place of `-` in a label, so that a text can be split at the others. No value has it. */
const KEPT = '\0';

/**
 * The values of a matrix leg as one name, joined by `-`. A value may have `-` itself: `x`, `y-z` and `x-y`, `z` would be
 * one name. So `+` joins them, unless {@link splitLeg} finds these values in the name. No path has a `+`: in its place, the
 * node gets digits. That depends on the leg alone, and common legs (`20`, `ubuntu-24.04`) get none.
 */
export function joinLeg(values: readonly string[]): string {
  const joined = values.join('-');
  if (!values.some((value) => value.includes('-'))) return joined;
  const found = splitLeg(joined, values.length);
  if (values.every((value, index) => value === found[index])) return joined;
  return values.map((value) => value.replaceAll(/[~+]/g, '~$&')).join('+');
}

/**
 * Splits a name into so many values. A label is one value, and so is the text between two labels if that gives the right
 * number. Otherwise the last value has what is left.
 */
function splitLeg(name: string, count: number): readonly string[] {
  const marked = name.replace(LABEL, (label) => label.replaceAll('-', KEPT));
  const restore = (text: string): string => text.replaceAll(KEPT, '-');
  const parts = marked.split('-');
  const runs: string[][] = [];
  for (const [index, part] of parts.entries()) {
    const startsRun = part.includes(KEPT) || parts[index - 1]?.includes(KEPT) !== false;
    if (startsRun) runs.push([part]);
    else runs.at(-1)?.push(part);
  }
  if (runs.length === count) return runs.map((run) => restore(run.join('-')));
  const pieces = parts.length < count ? name.split('-') : parts;
  return [...pieces.slice(0, count - 1), pieces.slice(count - 1).join('-')].map(restore);
}
