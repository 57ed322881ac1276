import { chooseJob } from '../collect/job/choose-job.ts';
import { computeGithubJob } from '../collect/job/compute-github-job.ts';
import { type GithubJob, parseGithubJob } from '../collect/job/parse-github-job.ts';
import type { Collected } from '../model/collected.ts';
import { formatFault } from '../model/errors.ts';
import { createApi, type GithubApi } from './api.ts';
import { explainProblem, GithubError } from './explain-problem.ts';
import { checkQuery, type FoundJob, type JobQuery } from './job-query.ts';
import { startStop } from './stop.ts';

/** How to ask GitHub, and about which job. The runner sets the environment variables for every step. */
interface GithubQuestion {
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

const TIMEOUT_MS = 20_000;
const RETRIES = 2;
const RETRY_AFTER_BASE_MS = 500;
const JOBS_PER_PAGE = 100;
const MAX_PAGES = 20;

/** Finds the running job at GitHub, by its check run's id or else by its name, attempt and runner. */
export async function findJob(query: JobQuery): Promise<FoundJob> {
  using stop = startStop({ timeoutMs: query.timeoutMs ?? TIMEOUT_MS, signal: query.signal });
  try {
    checkQuery(query);
    const api = createApi({
      apiUrl: query.apiUrl,
      token: query.token,
      retries: query.retries ?? RETRIES,
      retryAfterBaseMs: query.retryAfterBaseMs ?? RETRY_AFTER_BASE_MS,
      stop,
    });
    // The client's pause between two attempts does not end with a signal.
    const asked = query.checkRunId ? getJob(api, query) : searchJob(api, query);
    return { job: await Promise.race([asked, stop.stopped]) };
  } catch (error) {
    return { problem: explainProblem(error, query) };
  }
}

/** A job has the id of its check run. */
async function getJob(api: GithubApi, query: JobQuery): Promise<GithubJob> {
  const route = 'GET /repos/{owner}/{repo}/actions/jobs/{job_id}';
  const { data } = await api.request(route, { ...splitRepository(query), job_id: Number(query.checkRunId) });
  const job = parseGithubJob(data);
  if (job === undefined) throw new GithubError('GitHub answered with something that is not a job');
  if (job.runId !== undefined && job.runId !== query.runId) {
    throw new GithubError('GitHub answered with a job of another run', { response: job.runId });
  }
  return job;
}

async function searchJob(api: GithubApi, query: JobQuery): Promise<GithubJob> {
  const choice = chooseJob(await listUnfinishedJobs(api, query), query);
  if ('job' in choice) return choice.job;
  const rule =
    choice.count === 0
      ? 'GitHub shows no running job of this run with the name and runner of this one'
      : `GitHub shows ${choice.count} jobs of this run that could be this one`;
  const cure =
    'Remove "name:" from the job, so that GitHub shows its key, and give every runner its own name.';
  throw new GithubError(rule, { response: query.jobKey, cure });
}

async function listUnfinishedJobs(api: GithubApi, query: JobQuery): Promise<GithubJob[]> {
  const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs';
  const pages = api.paginate.iterator(route, {
    ...splitRepository(query),
    run_id: Number(query.runId),
    attempt_number: Number(query.attempt),
    per_page: JOBS_PER_PAGE,
  });
  const unfinished: GithubJob[] = [];
  let count = 0;
  for await (const { data } of pages) {
    count += 1;
    unfinished.push(...parseUnfinishedJobs(data));
    if (count > MAX_PAGES) {
      throw new GithubError(`GitHub lists more than ${MAX_PAGES * JOBS_PER_PAGE} jobs for this run`);
    }
  }
  return unfinished;
}

function parseUnfinishedJobs(page: unknown): GithubJob[] {
  if (!Array.isArray(page))
    throw new GithubError('GitHub answered with something that is not a list of jobs');
  const jobs = page.map(parseGithubJob).filter((job) => job !== undefined);
  return jobs.filter(({ status }) => status !== 'completed');
}

function splitRepository({ repository }: JobQuery): { owner: string; repo: string } {
  const [owner = '', repo = ''] = repository.split('/');
  return { owner, repo };
}
