import type { Build } from './build.ts';

/** How to read a value of a system: from a variable, from the first set one of several, or from a text to clean. */
export type Where = string | readonly string[] | ((env: NodeJS.ProcessEnv) => string | undefined);

/** The names and variables of one CI system. A part is absent if the system does not provide it. */
export interface CiSystem {
  readonly name: string;
  /** The page of the system's documentation that lists the variables. */
  readonly docs: string;
  /** The variable that identifies the system: no other system sets it. */
  readonly mark: string;
  /** The value of the mark, if another system sets the same variable. */
  readonly value?: string;
  /** Whether it is this system although the mark is not set. */
  readonly isHere?: (env: NodeJS.ProcessEnv) => boolean;
  readonly repository: Where;
  /** The branch. In a pull request its own branch; undefined for a tag. */
  readonly branch?: Where;
  readonly defaultBranch?: Where;
  /** Set in a pull request, and absent, empty or `false` elsewhere. */
  readonly pullRequest?: Where;
  /** What the job builds, if branch, default branch and pull request are not enough. */
  readonly build?: (env: NodeJS.ProcessEnv) => Build;
  readonly workflow?: Where;
  readonly job?: Where;
  /** The leg of a matrix or of a parallel job, in one text. */
  readonly leg?: Where;
  /** The status of the job in the system's own word, which may mean that the job still runs. */
  readonly status?: Where;
  /** The start of the job: epoch seconds or milliseconds, or ISO 8601. */
  readonly startedAt?: Where;
  /** The attempt, from 1. */
  readonly attempt?: Where;
  /** The variable with the folder of the checkout. */
  readonly workspace?: string;
}

/** Reads a value; undefined if it is empty. */
export function readAt(where: Where | undefined, env: NodeJS.ProcessEnv): string | undefined {
  if (where === undefined) return undefined;
  if (typeof where === 'function') return where(env) || undefined;
  const names = typeof where === 'string' ? [where] : where;
  return names.map((name) => env[name]).find((text) => text !== undefined && text !== '');
}

/** Whether a variable is neither empty nor `false`. */
export function isSet(text: string | undefined): boolean {
  return text !== undefined && text !== '' && text.toLowerCase() !== 'false';
}
