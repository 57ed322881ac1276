import type { JobFacts, JobStatus } from '../collect/job/compute-job.ts';
import { parseTimestamp } from '../format/parse-value.ts';
import { toText } from '../model/errors.ts';
import type { Faults } from '../model/faults.ts';
import { ScalarReader } from './scalars.ts';
import type { PublishOptions } from './types.ts';

/** What the CI systems call the ends of a job. */
const STATUSES: ReadonlyMap<string, JobStatus> = new Map([
  ['success', 'success'],
  ['passed', 'success'],
  ['failure', 'failure'],
  ['failed', 'failure'],
  ['error', 'failure'],
  ['unstable', 'failure'],
  ['cancelled', 'cancelled'],
  ['canceled', 'cancelled'],
  ['aborted', 'cancelled'],
]);

/** What is known of the job, each part only where it is given; faults are gathered. */
export function resolveJob(options: PublishOptions, nowMs: number, faults: Faults): JobFacts {
  const { jobStatus, jobStartedAt, jobAttempt } = options;
  const startedAtMs = isGiven(jobStartedAt) ? parseMs(jobStartedAt, faults) : undefined;
  const status = isGiven(jobStatus) ? parseStatus(jobStatus, faults) : undefined;
  const attempt = isGiven(jobAttempt)
    ? new ScalarReader(faults).integer(jobAttempt, {
        name: 'job-attempt',
        fallback: '1',
        min: 1,
        max: 1_000_000,
      })
    : undefined;
  return { startedAtMs, endedAtMs: nowMs, status, attempt };
}

function parseStatus(written: string, faults: Faults): JobStatus | undefined {
  const status = STATUSES.get(written.trim().toLowerCase());
  if (status === undefined) {
    const cure = `Known words are ${[...STATUSES.keys()].join(', ')}.`;
    faults.add({ location: 'job-status', rule: 'it is success, failure or cancelled', value: written, cure });
  }
  return status;
}

/** A `Date` keeps its milliseconds; a text has whole seconds. */
function parseMs(written: unknown, faults: Faults): number | undefined {
  const parsed = parseTimestamp(written);
  if ('ok' in parsed) return written instanceof Date ? written.getTime() : parsed.ok * 1000;
  faults.add({ location: 'job-started-at', ...parsed, value: toText(written) });
  return undefined;
}

function isGiven<Value>(value: Value | undefined): value is Value {
  return value !== undefined && value !== '';
}
