import { readCiJob } from '../ci/read-ci-job.ts';
import { parseTimestamp } from '../format/parse-value.ts';
import { parseStatus } from '../options/job-status.ts';
import { listNaming } from '../options/named-sources.ts';
import type { Options, WrittenOptions } from '../options/options.ts';
import type { Face } from '../options/rows.ts';

/**
 * The options with what the CI system says of its job: how it ended, when it began, which attempt it is. They are added
 * where the run names something that the program collects, or nothing at all; a run that names a metric sends that alone.
 * Nothing is added while the job runs, because its end is not known.
 */
export function addJobFacts(
  options: Options,
  {
    env,
    face,
    written,
  }: { readonly env: NodeJS.ProcessEnv; readonly face: Face; readonly written: WrittenOptions },
): Options {
  const given = listNaming(face).filter(({ key }) => written[key] !== undefined);
  const isOfAJob = given.some(({ names }) => names === 'collected');
  if (!isOfAJob && given.length > 0) return options;
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
