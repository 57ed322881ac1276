import { readCiJob } from '../ci/read-ci-job.ts';
import { parseTimestamp } from '../format/parse-value.ts';
import { parseStatus } from '../options/job-status.ts';
import { listNaming } from '../options/named-sources.ts';
import type { Options, WrittenOptions } from '../options/options.ts';
import type { Face } from '../options/rows.ts';

/** Who sends one of these tells of a job, and not only of a number. */
const OF_A_JOB = ['junit', 'coverage', 'sizes', 'jobStatus', 'jobStartedAt', 'jobAttempt'] as const;

/**
 * The options with what the CI system says of its job: how it ended, when it began, which attempt it is. They are added
 * where the run sends reports or what is known of the job, or names nothing at all; who names a metric sends that alone.
 * While the job runs, nothing is known of its end, and nothing is added.
 */
export function addJobFacts(
  options: Options,
  {
    env,
    face,
    written,
  }: { readonly env: NodeJS.ProcessEnv; readonly face: Face; readonly written: WrittenOptions },
): Options {
  const isGiven = (key: keyof WrittenOptions): boolean => written[key] !== undefined;
  const isOfAJob = OF_A_JOB.some(isGiven);
  if (!isOfAJob && listNaming(face).some(({ key }) => isGiven(key))) return options;
  const job = readCiJob(env);
  if (job === undefined) return options;
  if (parseStatus(job.status ?? '').isRunning === true && options.jobStatus === undefined) return options;
  // A run that names nothing is not sent for the number of its attempt alone.
  if (!isOfAJob && job.status === undefined && job.startedAt === undefined) return options;
  return {
    ...options,
    jobStatus: options.jobStatus ?? job.status,
    jobStartedAt: options.jobStartedAt ?? toTime(job.startedAt),
    jobAttempt: options.jobAttempt ?? job.attempt,
  };
}

/** A time in a form that is not known is none. */
function toTime(written: string | Date | undefined): Options['jobStartedAt'] {
  if (written === undefined || written instanceof Date) return written;
  const parsed = parseTimestamp(written);
  return 'ok' in parsed ? parsed.ok : undefined;
}
