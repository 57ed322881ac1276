import { addJobFacts } from '../library/add-job-facts.ts';
import type { FaceRun } from '../library/face-run.ts';
import { findCiContext } from '../library/find-ci-context.ts';
import type { Faults } from '../model/faults.ts';
import { toCamelCase } from '../options/named-rows.ts';
import { listOptions, type OptionSpec, type Options } from '../options/options.ts';
import { parseMatrix } from '../options/scope.ts';
import { readWithVariables } from '../options/variables.ts';
import { listScalars } from '../util/values.ts';
import type { Flags, Io } from './console.ts';
import { printExact } from './print-exact.ts';

/**
 * The options of a run from the flags and the environment; faults are collected. A run at the end of a job (`endsJob`)
 * also has what the CI system says about the job.
 */
export function toOptions(
  flags: Flags,
  context: Io & { readonly faults: Faults; readonly endsJob?: boolean },
): Options {
  const { env, faults, endsJob } = context;
  const flagged = listOptions('cli').map((row) => [row.key, readFlag(row, { flags, faults })] as const);
  const { options, written } = readWithVariables(Object.fromEntries(flagged), { face: 'cli', env, faults });
  return {
    ...(endsJob === true ? addJobFacts(options, { env, face: 'cli', written }) : options),
    ...(flags['isCheck'] === true ? { check: true, dryRun: true } : {}),
    onDryRun:
      flags['json'] === true || flags['isCheck'] === true ? undefined : (lines) => printExact(lines, context),
  };
}

function readFlag(
  { name, kind, cli }: OptionSpec,
  { flags, faults }: { readonly flags: Flags; readonly faults: Faults },
): unknown {
  const flag = flags[toCamelCase(cli?.option ?? name)];
  if (!Array.isArray(flag)) return flag;
  if (kind === 'tags') return toTags(flag, faults);
  return kind === 'sizes' ? toSizes(flag, faults) : flag;
}

/** The tags of `name=value` flags; a fault is collected. */
function toTags(pairs: readonly string[], faults: Faults): Record<string, string> {
  const tags: Array<[string, string]> = [];
  for (const pair of pairs) {
    const [name = '', ...rest] = pair.split('=');
    if (rest.length === 0)
      faults.add({ location: '--tag', rule: 'a tag is name=value', value: pair, cure: 'Add "=value".' });
    else if (tags.some(([earlier]) => earlier === name))
      faults.add({ location: '--tag', rule: 'a tag is given once', value: pair, cure: 'Keep one.' });
    else tags.push([name, rest.join('=')]);
  }
  return Object.fromEntries(tags);
}

/** The globs of `name=glob` flags; undefined without flags. A repeated name has several globs. */
function toSizes(pairs: readonly string[], faults: Faults): Record<string, string[]> | undefined {
  const sizes = new Map<string, string[]>();
  for (const pair of pairs) {
    const [name = '', ...rest] = pair.split('=');
    if (rest.length === 0 || name.trim() === '')
      faults.add({
        location: '--size',
        rule: 'a size is name=glob',
        value: pair,
        cure: 'Write it like bundle=dist.',
      });
    else sizes.set(name, [...(sizes.get(name) ?? []), rest.join('=')]);
  }
  return sizes.size === 0 ? undefined : Object.fromEntries(sizes);
}

/** The token for GitHub if the run asks GitHub; a fault is collected. */
export function readToken(
  flags: Flags,
  { env, faults }: { env: NodeJS.ProcessEnv; faults: Faults },
): string | undefined {
  if (flags['githubTimes'] !== true) return undefined;
  // Every process of the machine can read a command line.
  const token = env['GITHUB_TOKEN'] || undefined;
  if (token === undefined) {
    const cure = 'In a workflow give the step env: { GITHUB_TOKEN: ${{ github.token }} }.';
    faults.add({ location: 'github-times', rule: 'it needs a token in GITHUB_TOKEN', cure });
  }
  return token;
}

/** What the command line knows about a run, besides its flags. */
export async function findContext(
  options: Options,
  env: NodeJS.ProcessEnv,
): Promise<Omit<FaceRun, 'faults'>> {
  const matrix = parseMatrix(options.matrix);
  const found = await findCiContext(options, { env, leg: listScalars(matrix) });
  return { face: 'cli', nowMs: Date.now(), env, matrix, ...found };
}
