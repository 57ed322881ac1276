import type { GithubJob } from './github-job.ts';
import { formatJobNames, hasName } from './job-names.ts';

/** What a running job knows of itself that GitHub shows too. */
export interface JobIdentity {
  /** The job's key in the workflow file. */
  readonly jobKey: string;
  /** The matrix leg, as an object; anything else where there is none. */
  readonly matrix?: unknown;
  readonly runnerName?: string | undefined;
}

/** The one job that is meant, or how many cannot be told apart: 0 where none fits. */
export type Choice = { readonly job: GithubJob } | { readonly count: number };

/**
 * The job among those of one attempt that is running under this name, on this runner. It is never guessed: where name and
 * runner contradict each other, or fit several, no job is chosen. A name of the user's own is known by the runner alone.
 */
export function chooseJob(jobs: readonly GithubJob[], { jobKey, matrix, runnerName }: JobIdentity): Choice {
  const names = formatJobNames(jobKey, matrix);
  const unfinished = jobs.filter(({ status }) => status !== 'completed');
  const named = unfinished.filter((job) => hasName(job.name, names));
  const here = unfinished.filter((job) => runnerName !== undefined && job.runnerName === runnerName);
  const both = named.filter((job) => here.includes(job));
  if (both.length > 0) return choose(both);
  if (named.length === 0) return choose(here);
  if (here.length > 0) return { count: named.length + here.length };
  return choose(named.filter((job) => runnerName === undefined || job.runnerName === undefined));
}

// GitHub's list lags behind: a job that it still shows as waiting may be this one, but tells nothing yet.
function choose(jobs: readonly GithubJob[]): Choice {
  const [only] = jobs;
  if (only === undefined || jobs.length > 1) return { count: jobs.length };
  return only.status === 'in_progress' ? { job: only } : { count: 0 };
}
