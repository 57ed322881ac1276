import type { JobFacts } from '../collect/job/compute-job.ts';
import { parseStatus } from './job-status.ts';
import type { Options } from './options.ts';

/** What is known about the job; each part is absent unless given. An unknown status is a warning. */
export function resolveJob(
  { jobStatus, jobStartedAt, jobAttempt }: Options,
  nowMs: number,
): { readonly facts: JobFacts; readonly warnings: readonly string[] } {
  const { status, warning } = parseStatus(jobStatus ?? '');
  const facts = {
    startedAtMs: jobStartedAt === undefined ? undefined : toMs(jobStartedAt),
    endedAtMs: nowMs,
    status,
    attempt: jobAttempt,
  };
  return { facts, warnings: warning === undefined ? [] : [warning] };
}

/** A `Date` keeps its milliseconds; what was read is whole seconds. */
function toMs(time: NonNullable<Options['jobStartedAt']>): number {
  return time instanceof Date ? time.getTime() : Number(time) * 1000;
}
