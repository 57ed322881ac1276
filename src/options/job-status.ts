import type { JobFacts } from '../collect/job/compute-job.ts';
import { formatFault, toText } from '../model/errors.ts';
import type { JobStatus } from '../model/figures.ts';
import type { Options } from './options.ts';

/** What the CI systems call the ends of a job, without case, blanks, hyphens and underscores. */
const listEnds = (): Readonly<Record<JobStatus, readonly string[]>> => ({
  success: ['success', 'successful', 'succeeded', 'succeededwithissues', 'passed', 'pass', 'ok', 'fixed'],
  failure: ['failure', 'failed', 'fail', 'error', 'errored', 'unstable', 'broken', 'timedout', 'timeout'],
  cancelled: ['cancelled', 'canceled', 'aborted', 'killed', 'stopped', 'terminated', 'skipped', 'notbuilt'],
});

/** What they call a job that has not ended. */
const listNotEnded = (): readonly string[] => [
  'none',
  'running',
  'started',
  'pending',
  'created',
  'waiting',
  'queued',
  'inprogress',
];

/** The status of a job in GitHub's words. Undefined if the job has not ended, or if the text is empty or unknown. */
export interface ParsedStatus {
  readonly status: JobStatus | undefined;
  /** Whether the word says that the job still runs. */
  readonly isRunning?: true;
  /** Why a word that was given has no status. */
  readonly warning?: string;
}

/** Reads the word of any CI system, or the exit code of a command, for how a job ended. */
export function parseStatus(written: unknown): ParsedStatus {
  const text = toText(written).trim();
  const word = text.toLowerCase().replaceAll(/[\s_-]+/g, '');
  if (word === '') return { status: undefined };
  if (/^-?\d{1,10}$/.test(text)) return { status: Number(text) === 0 ? 'success' : 'failure' };
  const ends = listEnds();
  for (const status of ['success', 'failure', 'cancelled'] as const)
    if (ends[status].includes(word)) return { status };
  if (listNotEnded().includes(word))
    return { status: undefined, isRunning: true, warning: toWarning('must say how the job ended', text) };
  return { status: undefined, warning: toWarning('must be success, failure or cancelled', text) };
}

function toWarning(rule: string, value: string): string {
  const cure = 'job.success, job.failure and job.cancelled are left out.';
  return formatFault({ location: 'job-status', rule, value, cure });
}

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
