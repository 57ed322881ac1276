import { findOption, nameFor, type OptionName, type Options } from './options.ts';
import type { Face } from './rows.ts';

/**
 * The line of the log on options that have an effect only with `check`; undefined if none is given. It is no warning,
 * because `check` may be off on purpose, such as in pull requests.
 */
export function explainUnchecked(
  { check, limits, checkAgainst, failOn }: Options,
  face: Face,
): string | undefined {
  if (check) return undefined;
  const given: OptionName[] = [
    ...(limits === undefined ? [] : (['limits'] as const)),
    ...(checkAgainst === undefined ? [] : (['check-against'] as const)),
    ...(failOn === 'regression' || failOn === 'unusual' ? (['fail-on'] as const) : []),
  ];
  const names = given.map((name) => nameFor(findOption(name), face));
  return names.length === 0 ? undefined : `${names.join(', ')}: nothing is compared without check.`;
}
