import { AUTO_GROUPS } from '../ci/build.ts';
import { matchesBranch } from '../ci/matches-branch.ts';
import { quote } from '../model/errors.ts';
import type { Result } from '../model/result.ts';
import { listOptions } from '../options/options.ts';
import { suggestName } from '../util/suggest-name.ts';
import { listScalars } from '../util/values.ts';
import type { Inputs } from './inputs.ts';

/** What a list has in YAML, and patterns one a line do not. */
const LIST_SIGNS = /[^\n],|^\s*(?:- |["'])|\s#/m;

/** Why a step is skipped if `branches` does not match what this job builds. */
export function explainOtherBranch({ build: { branch }, options: { branches } }: Inputs): string | undefined {
  if (branches === undefined || (branch !== undefined && matchesBranch(branch, branches))) return undefined;
  const what =
    branch === undefined ? 'this job builds no branch' : `the branch ${quote(branch)} is not among them`;
  const hint = LIST_SIGNS.test(branches)
    ? ' Write one pattern a line, without commas, dashes, quotes and comments.'
    : '';
  return `Nothing was sent: branches is ${quote(branches)}, and ${what}.${hint}`;
}

/** The notice for a group that mixes the series of the default branch with those of another build. */
export function explainMixedSeries({ build, options }: Inputs): string | undefined {
  const { kind, branch } = build;
  const { group } = options;
  if (kind === 'main' || group === 'auto' || group === AUTO_GROUPS[kind]) return undefined;
  const names = [group, options.source, options.tags, options.metric].join('\n');
  if (branch !== undefined && names.includes(branch)) return undefined;
  const what = kind === 'pull-request' ? 'a pull request' : `the branch ${quote(branch ?? '')}`;
  return `This job builds ${what}, and the group ${quote(group)} does not depend on that: its points mix with those of the default branch. Leave group out (auto) to keep them apart as ${AUTO_GROUPS[kind]}, or name branches to send from.`;
}

/** The remark of the log on the leg of a matrix: a notice if its series may be shared with other legs. */
interface MatrixRemark {
  readonly kind: 'info' | 'notice';
  readonly text: string;
}

/** The remarks on the leg of a matrix whose step sent or would send `result`. */
export function explainMatrix(result: Result, inputs: Inputs): MatrixRemark[] {
  return [explainNamed(result, inputs), explainScope(result, inputs)].filter((one) => one !== undefined);
}

/** Named metrics have no scope, so a leg keeps them apart only by what the user wrote. */
function explainNamed(result: Result, { matrixValues, options }: Inputs): MatrixRemark | undefined {
  const isWritten = [options.metric, options.data, options.metrics, options.dataFile].some(
    (one) => one !== undefined,
  );
  if (!isWritten || result.delivery === 'dry-run') return undefined;
  const where = [options.group, options.source, options.tags, options.metric].join('\n');
  if (matrixValues.some((value) => value !== '' && where.includes(value))) return undefined;
  const text =
    'This job has a matrix, and every leg writes what this step names to the same paths: the last one to finish wins. Keep them apart with a matrix value in group, source or tags, such as source: ${{ github.repository }}/${{ matrix.os }}.';
  return { kind: 'notice', text };
}

/**
 * The scope of collected metrics has the values of the leg and not their keys, which keeps paths short and stable. One
 * leg does not know the others. `true` alone is likely to be in several; any other value is only a line in the log.
 */
function explainScope({ figures }: Result, { run, matrixValues, options }: Inputs): MatrixRemark | undefined {
  const { matrix = {}, job } = run;
  if (figures === undefined || job.matrix === '' || options.scope?.includes('{matrix}') !== true)
    return undefined;
  const keys = Object.keys(matrix).filter((key) => listScalars({ key: matrix[key] }).length > 0);
  const isOnlySwitches = matrixValues.every((value) => value === 'true' || value === 'false');
  const what = `{matrix} in the scope is ${quote(job.matrix)}, from the values of ${keys.map(quote).join(', ')}; legs with equal values share their series.`;
  const cure = ' Write the key into the scope: {workflow}.{job}.lint-${{ matrix.lint }}.';
  return isOnlySwitches ? { kind: 'notice', text: what + cure } : { kind: 'info', text: what };
}

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
