import { isRecord, listScalars } from '../../util/values.ts';
import type { GithubJob } from './parse-github-job.ts';

/** What a running job knows about itself and GitHub shows too. */
interface JobIdentity {
  /** The job's key in the workflow file. */
  readonly jobKey: string;
  /** The matrix leg as an object; any other value means none. */
  readonly matrix?: unknown;
  readonly runnerName?: string | undefined;
}

/** The one matching job, or the number of candidates; 0 if no job matches. */
type Choice = { readonly job: GithubJob } | { readonly count: number };

/**
 * Finds the unfinished job with this name on this runner. It never guesses: if name and runner contradict each other,
 * or match several jobs, it chooses none. A job with a custom name is found by its runner only.
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

// GitHub's list is delayed: a job that it still shows as queued may be this one, but has no data yet.
function choose(jobs: readonly GithubJob[]): Choice {
  const [only] = jobs;
  if (only === undefined || jobs.length > 1) return { count: jobs.length };
  return only.status === 'in_progress' ? { job: only } : { count: 0 };
}

const MAX_CHARACTERS = 100;
const ELLIPSIS = '...';

/**
 * The names that GitHub may show for a job without its own `name:`: its key, and the values of its matrix leg in
 * parentheses. Values added by an `include` come last and are not shown, but they cannot be recognised.
 */
export function formatJobNames(key: string, matrix: unknown): string[] {
  const legs = isRecord(matrix) ? Object.values(matrix) : [];
  const counts = legs.map((_, index) => index + 1);
  const names = counts.map((count) => formatName(key, legs.slice(0, count).flatMap(listScalars)));
  return names.length === 0 ? [formatName(key, [])] : [...new Set(names)];
}

/** Whether GitHub shows a job under one of the names, also as a job of a reusable workflow: `caller / name`. */
function hasName(shown: string, names: readonly string[]): boolean {
  return names.some((name) => shown === name || shown.endsWith(` / ${name}`));
}

function formatName(key: string, values: readonly string[]): string {
  const name = values.length === 0 ? key : `${key} (${values.join(', ')})`;
  if (name.length <= MAX_CHARACTERS) return name;
  return `${name.slice(0, MAX_CHARACTERS - ELLIPSIS.length)}${ELLIPSIS}`;
}
