import { readCiJob } from '../ci/read-ci-job.ts';
import { parseTimestamp } from '../format/parse-value.ts';
import { parseStatus } from '../options/job-status.ts';
import { listNaming } from '../options/named-sources.ts';
import type { Options, WrittenOptions } from '../options/options.ts';
import type { Face } from '../options/rows.ts';

/**
 * The options with what the CI system says about its job: status, start and attempt. They are added if the run names
 * something that the program collects, or nothing. A run that names a metric sends only that. While the job runs, its
 * end is unknown, and nothing is added.
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
  // A run that names nothing is not sent only for the number of its attempt.
  if (!isOfAJob && job.status === undefined && job.startedAt === undefined) return options;
  return {
    ...options,
    jobStatus: options.jobStatus ?? job.status,
    jobStartedAt: options.jobStartedAt ?? toTime(job.startedAt),
    jobAttempt: options.jobAttempt ?? job.attempt,
  };
}

/** A time in an unknown form is ignored. */
function toTime(written: string | Date | undefined): Options['jobStartedAt'] {
  if (written === undefined || written instanceof Date) return written;
  const parsed = parseTimestamp(written);
  return 'ok' in parsed ? parsed.ok : undefined;
}
