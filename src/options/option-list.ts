import type { OptionName, OptionSpec, WrittenOptions } from './options.ts';
import type { OptionRow } from './rows.ts';
import { TABLE } from './table.ts';

/** The rows of the table in order. The action's bundle has this list as the build made it. */
export const OPTIONS: readonly OptionSpec[] = Object.entries<OptionRow>(TABLE).map(([name, row]) =>
  Object.assign(row, { name: name as OptionName, key: toCamelCase(name) as keyof WrittenOptions }),
);

/** A hyphenated name in camel case. */
export function toCamelCase(name: string): string {
  return name.includes('-')
    ? name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
    : name;
}
