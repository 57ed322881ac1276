import { computeGithubJob } from '../collect/job/compute-github-job.ts';
import type { Collected } from '../model/collected.ts';
import { formatFault } from '../model/errors.ts';
import { findJob } from './find-job.ts';

/** How to ask GitHub, and about which job. The runner sets the environment variables for every step. */
export interface GithubQuestion {
  readonly token: string;
  /** `job.check_run_id`; without it, the job is found by its name, attempt and runner. */
  readonly checkRunId?: string | undefined;
  /** The matrix leg, which is part of the job's name. */
  readonly matrix?: unknown;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/** What GitHub knows about the running job. If GitHub does not answer, one warning says so and the metrics are omitted. */
export async function collectGithubJob(question: GithubQuestion): Promise<Collected> {
  const { token, checkRunId, matrix, env, signal } = question;
  const found = await findJob({
    apiUrl: env['GITHUB_API_URL'] ?? '',
    token,
    repository: env['GITHUB_REPOSITORY'] ?? '',
    runId: env['GITHUB_RUN_ID'] ?? '',
    attempt: env['GITHUB_RUN_ATTEMPT'] ?? '',
    checkRunId,
    jobKey: env['GITHUB_JOB'] ?? '',
    matrix,
    runnerName: env['RUNNER_NAME'],
    signal,
  });
  if ('problem' in found) return { metrics: [], figures: {}, warnings: [formatFault(found.problem)] };
  return { figures: {}, ...computeGithubJob(found.job) };
}
