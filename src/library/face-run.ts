import type { Collected } from '../model/collected.ts';
import type { RunContext } from '../options/run-context.ts';
import type { Matrix } from '../options/scope.ts';

/** What a face knows about a run, besides the options. */
export interface FaceRun extends Omit<RunContext, 'collect'> {
  readonly env: NodeJS.ProcessEnv;
  /** Asks GitHub about this job; undefined if the face does not ask. */
  readonly githubToken?: string | undefined;
  /** The leg of the matrix, which is part of the job's name at GitHub. */
  readonly matrix?: Matrix | undefined;
  /** What the face collected itself; an empty list if it looked and found nothing, which is not an error. */
  readonly collected?: readonly Collected[] | undefined;
}
