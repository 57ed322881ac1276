import { quote } from '../model/errors.ts';
import { listOptions } from '../options/options.ts';
import { suggestName } from '../util/suggest-name.ts';

const MAX_SHOWN = 10;

/** One warning for all unknown inputs, because a misspelt input has no effect. */
export function explainUnknownInputs(unknown: readonly string[]): string {
  const known: readonly string[] = listOptions('action').map(({ name }) => name);
  const shown = unknown.slice(0, MAX_SHOWN).map((name) => {
    const cure = suggestName(name, known) ?? 'Remove it, or see docs/inputs.md for the names.';
    return `${quote(name)} is not an input, so it has no effect. ${cure}`;
  });
  const rest = unknown.length - shown.length;
  return [...shown, ...(rest > 0 ? [`… and ${rest} more`] : [])].join('\n');
}
