import type { Faults } from '../model/faults.ts';
import { listOptions, type OptionSpec, type Options, toCamelCase } from '../options/options.ts';
import { readOptions } from '../options/read-options.ts';
import type { Console } from './console.ts';
import { printExact } from './exact.ts';
import { toSizes, toTags } from './pairs.ts';
import type { Flags } from './program.ts';

/** The options of a run from the flags and the environment; faults are collected. */
export function toOptions(
  flags: Flags,
  context: { console: Console; env: NodeJS.ProcessEnv; faults: Faults },
): Options {
  const { env, faults } = context;
  const written = listOptions('cli').map((row) => [row.key, readFlag(row, { flags, env, faults })] as const);
  return {
    ...readOptions(Object.fromEntries(written), 'cli', faults),
    ...(flags['isCheck'] === true ? { check: true, dryRun: true } : {}),
    onDryRun:
      flags['json'] === true || flags['isCheck'] === true ? undefined : (lines) => printExact(lines, context),
  };
}

function readFlag(
  { name, kind, cli }: OptionSpec,
  { flags, env, faults }: { flags: Flags; env: NodeJS.ProcessEnv; faults: Faults },
): unknown {
  const given = flags[toCamelCase(cli?.option ?? name)];
  const flag = given ?? (cli?.variable === undefined ? undefined : env[cli.variable]);
  if (!Array.isArray(flag)) return flag;
  if (kind === 'tags') return toTags(flag, faults);
  return kind === 'sizes' ? toSizes(flag, faults) : flag;
}
