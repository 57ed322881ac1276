import { addJobFacts } from '../library/add-job-facts.ts';
import type { Faults } from '../model/faults.ts';
import { toCamelCase } from '../options/named-rows.ts';
import { listOptions, type OptionSpec, type Options } from '../options/options.ts';
import { readWithVariables } from '../options/variables.ts';
import type { Console } from './console.ts';
import { printExact } from './exact.ts';
import { toSizes, toTags } from './pairs.ts';
import type { Flags } from './program.ts';

/**
 * The options of a run from the flags and the environment; faults are collected. A run at the end of a job (`endsJob`)
 * also has what the CI system says about the job.
 */
export function toOptions(
  flags: Flags,
  context: { console: Console; env: NodeJS.ProcessEnv; faults: Faults; endsJob?: boolean },
): Options {
  const { env, faults, endsJob } = context;
  const flagged = listOptions('cli').map((row) => [row.key, readFlag(row, flags, faults)] as const);
  const { options, written } = readWithVariables(Object.fromEntries(flagged), { face: 'cli', env, faults });
  return {
    ...(endsJob === true ? addJobFacts(options, { env, face: 'cli', written }) : options),
    ...(flags['isCheck'] === true ? { check: true, dryRun: true } : {}),
    onDryRun:
      flags['json'] === true || flags['isCheck'] === true ? undefined : (lines) => printExact(lines, context),
  };
}

function readFlag({ name, kind, cli }: OptionSpec, flags: Flags, faults: Faults): unknown {
  const flag = flags[toCamelCase(cli?.option ?? name)];
  if (!Array.isArray(flag)) return flag;
  if (kind === 'tags') return toTags(flag, faults);
  return kind === 'sizes' ? toSizes(flag, faults) : flag;
}
