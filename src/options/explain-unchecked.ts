import { findOption, nameFor, type OptionName } from './options.ts';
import type { Face } from './rows.ts';

/** Options as they were given. */
interface Given {
  readonly check: boolean;
  readonly limits?: unknown;
  readonly checkAgainst?: unknown;
  readonly failOn?: unknown;
}

/**
 * The line of the log on options that have an effect only with `check`; undefined if none is given. It is no warning,
 * because `check` may be off on purpose, such as in pull requests.
 */
export function explainUnchecked(
  { check, limits = '', checkAgainst = '', failOn }: Given,
  face: Face,
): string | undefined {
  const given: OptionName[] = [
    ...(limits === '' ? [] : (['limits'] as const)),
    ...(checkAgainst === '' ? [] : (['check-against'] as const)),
    ...(failOn === 'regression' || failOn === 'unusual' ? (['fail-on'] as const) : []),
  ];
  if (check || given.length === 0) return undefined;
  const toName = (name: OptionName): string => nameFor(findOption(name), face);
  return `${given.map(toName).join(', ')}: nothing is compared without ${toName('check')}.`;
}
