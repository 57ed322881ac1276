import { FOLDER_WORD } from '../format/folder-scope.ts';

/** The maximum length of a word in a scope: the text around it must fit in the same node. */
export const MAX_WORD_BYTES = 200;

/** The words that a scope may contain in braces; they distinguish a job from others of its repository. */
export interface JobNames {
  readonly workflow: string;
  readonly job: string;
  /** The scalar values of the matrix leg, joined by `-`; empty without a matrix. */
  readonly matrix: string;
}

/** A scope with its words filled in but `{path}`; `formatName` makes each of them a part of one node. */
export function fillScope(
  scope: string,
  { job, formatName }: { readonly job: JobNames | undefined; readonly formatName: (name: string) => string },
): string {
  return scope.replace(/\{(workflow|job|matrix)\}/g, (_, word: keyof JobNames) => {
    const name = job?.[word] ?? '';
    return name === '' ? '' : formatName(name);
  });
}

/** The scope without a folder of reports. */
export function withoutFolder(scope: string): string {
  return scope.replaceAll(FOLDER_WORD, '');
}

/** A leg of a matrix, by the names of its values. */
export type Matrix = Readonly<Record<string, unknown>>;

/** The leg in the text of `toJSON(matrix)`; undefined without a matrix, or if the text is something else. */
export function parseMatrix(text: string | undefined): Matrix | undefined {
  try {
    const matrix: unknown = JSON.parse(text ?? 'null');
    if (typeof matrix !== 'object' || matrix === null || Object.keys(matrix).length === 0) return undefined;
    return matrix as Matrix;
  } catch {
    return undefined;
  }
}
