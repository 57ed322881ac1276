import type { Build } from './find-build.ts';

/** Where a system has something: in a variable, in the first of several that is set, or in a text that must be cleaned. */
export type Where = string | readonly string[] | ((env: NodeJS.ProcessEnv) => string | undefined);

/** What one CI system calls things. What is absent the system does not tell. */
export interface CiSystem {
  readonly name: string;
  /** The page of its own documentation that lists the variables. */
  readonly docs: string;
  /** The variable by which it is recognised: no other system sets it. */
  readonly mark: string;
  /** The value of the mark, where another system sets the same variable. */
  readonly value?: string;
  /** Whether it is this system although the mark is not set. */
  readonly isHere?: (env: NodeJS.ProcessEnv) => boolean;
  readonly repository: Where;
  /** The branch; of a pull request its own, and none for a tag. */
  readonly branch?: Where;
  readonly defaultBranch?: Where;
  /** Set in a pull request, and absent, empty or `false` elsewhere. */
  readonly pullRequest?: Where;
  /** What the job builds, where branch, default branch and pull request are not enough to know. */
  readonly build?: (env: NodeJS.ProcessEnv) => Build;
  readonly workflow?: Where;
  readonly job?: Where;
  /** The leg of a matrix or of a parallel job, in one text. */
  readonly leg?: Where;
  /** How the job ended, in the system's own word; it may say that the job still runs. */
  readonly status?: Where;
  /** When the job began: epoch seconds or milliseconds, or ISO 8601. */
  readonly startedAt?: Where;
  /** Which attempt it is, from 1. */
  readonly attempt?: Where;
  /** The variable with the folder of the checkout. */
  readonly workspace?: string;
}

/** What stands at a place; nothing where that is empty. */
export function readAt(where: Where | undefined, env: NodeJS.ProcessEnv): string | undefined {
  if (where === undefined) return undefined;
  if (typeof where === 'function') return where(env) || undefined;
  const names = typeof where === 'string' ? [where] : where;
  return names.map((name) => env[name]).find((text) => text !== undefined && text !== '');
}

/** Whether a variable says yes: it is neither empty nor `false`. */
export function isSet(text: string | undefined): boolean {
  return text !== undefined && text !== '' && text.toLowerCase() !== 'false';
}
