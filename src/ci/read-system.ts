import { type Build, classifyBranch } from './build.ts';
import { type CiSystem, isSet, readAt } from './ci-system.ts';
import { joinLeg } from './join-leg.ts';

/** What the CI system says about the job of this process. A part is absent if the system does not provide it. */
export interface CiJob {
  readonly repository: string | undefined;
  readonly workflow: string | undefined;
  readonly job: string | undefined;
  /** The leg of a matrix or of a parallel job, in one text. */
  readonly leg: string | undefined;
  readonly build: Build;
  /** The status of the job in the system's word, which may mean that the job still runs. */
  readonly status: string | undefined;
  /** The start of the job: epoch seconds, a `Date` if the system gives milliseconds, or ISO 8601. */
  readonly startedAt: string | Date | undefined;
  /** The attempt, from 1. */
  readonly attempt: number | undefined;
}

/** The values of one system's variables, whether this is its job or not. */
export function readSystem(system: CiSystem, env: NodeJS.ProcessEnv): CiJob {
  const attempt = readAt(system.attempt, env) ?? '';
  return {
    repository: readAt(system.repository, env),
    workflow: readAt(system.workflow, env),
    job: readAt(system.job, env),
    leg: readAt(system.leg, env),
    build: system.build?.(env) ?? readBuild(system, env),
    status: readAt(system.status, env),
    startedAt: toTime(readAt(system.startedAt, env)),
    attempt: /^[1-9]\d{0,5}$/.test(attempt) ? Number(attempt) : undefined,
  };
}

function readBuild(system: CiSystem, env: NodeJS.ProcessEnv): Build {
  const branch = readAt(system.branch, env);
  if (isSet(readAt(system.pullRequest, env))) return { kind: 'pull-request', branch };
  return classifyBranch(branch, readAt(system.defaultBranch, env));
}

/** Thirteen digits are milliseconds: as seconds they would be a time that no receiver accepts. */
function toTime(text: string | undefined): string | Date | undefined {
  return text !== undefined && /^\d{13}$/.test(text) ? new Date(Number(text)) : text;
}

/**
 * The names that separate a job from others of its repository, for the placeholders of a scope. `leg` has the values of
 * its matrix.
 */
export function findJobNames(
  job: Pick<CiJob, 'workflow' | 'job' | 'leg'>,
  leg: readonly string[] = [],
): { readonly workflow: string; readonly job: string; readonly matrix: string } {
  const matrix = joinLeg(leg.filter((value) => value !== ''));
  return {
    workflow: job.workflow ?? '',
    job: job.job ?? '',
    matrix: matrix === '' ? (job.leg ?? '') : matrix,
  };
}
