import type { OptionRow } from './rows.ts';
import { TABLE } from './table.ts';

/** A row with its name in the table, and the same in camel case. */
export type NamedRow = OptionRow & { readonly name: keyof typeof TABLE; readonly key: string };

/** The rows of the table in order. The action's bundle has this list as the build made it. */
export const NAMED_ROWS: readonly NamedRow[] = Object.entries<OptionRow>(TABLE).map(([name, row]) =>
  Object.assign(row, { name: name as keyof typeof TABLE, key: toCamelCase(name) }),
);

/** A hyphenated name in camel case. */
export function toCamelCase(name: string): string {
  return name.includes('-')
    ? name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
    : name;
}
