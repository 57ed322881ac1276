import { quote } from '../model/errors.ts';
import type { Result } from '../model/result.ts';
import { listMatrixValues } from '../options/scope.ts';
import type { Inputs } from './inputs.ts';

/** The remark of the log on the leg of a matrix: a notice if its series may be shared with other legs. */
export interface MatrixRemark {
  readonly kind: 'info' | 'notice';
  readonly text: string;
}

/** The remarks on the leg of a matrix whose step sent or would send `result`. */
export function explainMatrix(result: Result, inputs: Inputs): MatrixRemark[] {
  return [explainNamed(result, inputs), explainScope(result, inputs)].filter((one) => one !== undefined);
}

/** Named metrics have no scope, so a leg keeps them apart only by what the user wrote. */
function explainNamed(result: Result, { matrixValues, publish: given }: Inputs): MatrixRemark | undefined {
  const isWritten = [given.metric, given.data, given.metrics, given.dataFile].some(
    (one) => one !== undefined,
  );
  if (!isWritten || result.delivery === 'dry-run') return undefined;
  const where = [given.group, given.source, given.tags, given.metric].join('\n');
  if (matrixValues.some((value) => value !== '' && where.includes(value))) return undefined;
  const text =
    'This job has a matrix, and every leg writes what this step names to the same paths: the last one to finish wins. Keep them apart with a matrix value in group, source or tags, such as source: ${{ github.repository }}/${{ matrix.os }}.';
  return { kind: 'notice', text };
}

/**
 * The scope of collected metrics has the values of the leg and not their keys, which keeps paths short and stable. One
 * leg does not know the others. `true` alone is likely to be in several; any other value is only a line in the log.
 */
function explainScope({ figures }: Result, inputs: Inputs): MatrixRemark | undefined {
  const { matrix = {}, matrixValues, job, publish } = inputs;
  if (figures === undefined || job.matrix === '' || publish.scope?.includes('{matrix}') !== true)
    return undefined;
  const keys = Object.keys(matrix).filter((key) => listMatrixValues({ key: matrix[key] }).length > 0);
  const isOnlySwitches = matrixValues.every((value) => value === 'true' || value === 'false');
  const what = `{matrix} in the scope is ${quote(job.matrix)}, from the values of ${keys.map(quote).join(', ')}; legs with equal values share their series.`;
  const cure = ' Write the key into the scope: {workflow}.{job}.lint-${{ matrix.lint }}.';
  return isOnlySwitches ? { kind: 'notice', text: what + cure } : { kind: 'info', text: what };
}
