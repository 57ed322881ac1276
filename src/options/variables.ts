import type { Faults } from '../model/faults.ts';
import { listOptions, type OptionSpec, type Options, type WrittenOptions } from './options.ts';
import { readOptions } from './read-options.ts';
import type { Face } from './rows.ts';

/** The environment variable of an option: `CARBON_CONNECT_TIMEOUT` for `connect-timeout`. */
export function variableOf({ name }: OptionSpec): string {
  return `CARBON_${name.toUpperCase().replaceAll('-', '_')}`;
}

/**
 * Reads the options of the command line or the library. Options that are not given come from the environment, where an
 * empty variable counts as absent. Faults are collected, each under the name by which the user gave the option.
 */
export function readWithVariables(
  written: WrittenOptions,
  given: {
    readonly face: Exclude<Face, 'action'>;
    readonly env: NodeJS.ProcessEnv;
    readonly faults: Faults;
    /** Options that the environment does not give in this run. */
    readonly isLeftOut?: (row: OptionSpec) => boolean;
  },
): { readonly options: Options; readonly written: WrittenOptions } {
  const { face, env, faults, isLeftOut = () => false } = given;
  const found = listOptions(face).flatMap((row) => {
    if (written[row.key] !== undefined || isLeftOut(row)) return [];
    const variable = findVariable(row, { face, env });
    return variable === undefined ? [] : [{ row, ...variable }];
  });
  for (const { row, name } of found) faults.nameOrigin(row.name, name);
  const all = { ...written, ...Object.fromEntries(found.map(({ row, text }) => [row.key, text])) };
  return { options: readOptions(all, { face, faults }), written: all };
}

/** The variable that has an option; a secret of the command line has a second one. */
function findVariable(
  row: OptionSpec,
  { face, env }: { readonly face: Face; readonly env: NodeJS.ProcessEnv },
): { readonly name: string; readonly text: string } | undefined {
  if (row.kind === 'signal' || row.kind === 'function') return undefined;
  const other = face === 'cli' ? row.cli?.variable : undefined;
  for (const name of [variableOf(row), ...(other === undefined ? [] : [other])]) {
    const text = env[name];
    if (text !== undefined && text.trim() !== '') return { name, text };
  }
  return undefined;
}
