import { listScalars } from '../util/list-scalars.ts';

/** How long a word of a scope is at most: what is written beside it must fit the same node. */
export const MAX_WORD_BYTES = 200;

/** What tells a job from others of its repository: the words that a scope may hold in braces. */
export interface JobNames {
  readonly workflow: string;
  readonly job: string;
  /** The scalar values of the matrix leg, joined by `-`; empty where there is no matrix. */
  readonly matrix: string;
}

/** A scope with its words filled in; `formatName` makes each of them a part of one node, whatever it contains. */
export function fillScope(
  scope: string,
  names: JobNames | undefined,
  formatName: (name: string) => string,
): string {
  return scope.replace(/\{(workflow|job|matrix)\}/g, (_, word: keyof JobNames) => {
    const name = names?.[word] ?? '';
    return name === '' ? '' : formatName(name);
  });
}

/** A leg of a matrix, by the names of its values. */
export type Matrix = Readonly<Record<string, unknown>>;

/** The leg that `toJSON(matrix)` tells; undefined where no matrix made this job, or the text is something else. */
export function parseMatrix(text: string | undefined): Matrix | undefined {
  try {
    const matrix: unknown = JSON.parse(text ?? 'null');
    if (typeof matrix !== 'object' || matrix === null || Object.keys(matrix).length === 0) return undefined;
    return matrix as Matrix;
  } catch {
    return undefined;
  }
}

/** The texts of a leg's scalar values, those in maps and lists too. */
export function listMatrixValues(matrix: Matrix = {}): readonly string[] {
  return listScalars(matrix);
}
