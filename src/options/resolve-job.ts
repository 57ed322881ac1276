import type { JobFacts } from '../collect/job/compute-job.ts';
import type { Options } from './options.ts';

/** The facts of the job; a fact is undefined if it was not given. */
export function resolveJob({ jobStatus, jobStartedAt, jobAttempt }: Options, nowMs: number): JobFacts {
  return {
    startedAtMs: jobStartedAt === undefined ? undefined : toMs(jobStartedAt),
    endedAtMs: nowMs,
    status: jobStatus,
    attempt: jobAttempt,
  };
}

/** A `Date` keeps its milliseconds; anything else is whole seconds. */
function toMs(time: NonNullable<Options['jobStartedAt']>): number {
  return time instanceof Date ? time.getTime() : Number(time) * 1000;
}
