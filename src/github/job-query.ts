import type { GithubJob } from '../collect/job/github-job.ts';
import type { Fault } from '../model/errors.ts';

/** Which job to ask GitHub for, as the runner's environment names it, and with what patience. */
export interface JobQuery {
  /** `GITHUB_API_URL`. */
  readonly apiUrl: string;
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly runId: string;
  readonly attempt: string;
  /** `job.check_run_id`; undefined or empty where the runner does not know it. */
  readonly checkRunId?: string | undefined;
  /** `GITHUB_JOB`, the matrix leg and `RUNNER_NAME` find the job where there is no check run's id. */
  readonly jobKey: string;
  readonly matrix?: unknown;
  readonly runnerName?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** For everything together: all pages and all attempts. */
  readonly timeoutMs?: number;
  /** How often a request is repeated that failed for a reason that may pass. */
  readonly retries?: number;
  /** The wait before the first repetition; it grows with the square of their number. */
  readonly retryAfterBaseMs?: number;
}

/** The job, or why there is none; nothing that GitHub answers is thrown. */
export type FoundJob = { readonly job: GithubJob } | { readonly problem: Fault };
