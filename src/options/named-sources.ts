import { defaultOf, listOptions, nameFor, OPTIONS, type OptionSpec, type WrittenOptions } from './options.ts';
import type { Face } from './rows.ts';

/** The options with which a user of a face names something to send. Options with a default do not count. */
export function listNaming(face: Face): readonly OptionSpec[] {
  return listOptions(face).filter((row) => row.names !== undefined && defaultOf(row, face) === undefined);
}

/** Whether options name something to send, besides those in `except`. */
export function namesSomething(
  options: WrittenOptions,
  { face, except = [] }: { readonly face: Face; readonly except?: ReadonlyArray<keyof WrittenOptions> },
): boolean {
  return listNaming(face).some(({ key }) => !except.includes(key) && isGiven(options[key]));
}

/** Whether options name something that the program collects: reports, sizes, or what is known about the job. */
export function namesCollected(options: WrittenOptions): boolean {
  return OPTIONS.some(({ key, names }) => names === 'collected' && isGiven(options[key]));
}

/** The cure if there is nothing to send. */
export function cureForNothing(face: Face): string {
  const [metric = '', value = '', ...others] = listNaming(face).map((row) => nameFor(row, face));
  const cure = `Set ${metric} and ${value}, ${others.slice(0, -1).join(', ')} or ${others.at(-1)}`;
  return face === 'action' ? `${cure}; is what fills them empty?` : `${cure}.`;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}
