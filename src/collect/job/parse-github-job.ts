import { isRecord } from '../../util/values.ts';

/** A job from GitHub's REST API; fields in an undocumented form are absent. */
export interface GithubJob {
  readonly name: string;
  /** `in_progress` while it runs; absent if the response has none. */
  readonly status?: string;
  /** Digits: the number may be too large for a JavaScript number. */
  readonly runId?: string;
  /** Also absent until a runner has taken the job. */
  readonly runnerName?: string;
  readonly createdAtMs?: number;
  readonly startedAtMs?: number;
  readonly steps: readonly GithubStep[];
}

/** One step of a {@link GithubJob}. */
export interface GithubStep {
  readonly name: string;
  /** `completed` when it has ended or was skipped. */
  readonly status?: string;
  readonly conclusion?: string;
  readonly startedAtMs?: number;
  readonly completedAtMs?: number;
}

const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

/** Parses a job from the REST API; undefined for anything else. A field of another form is absent. */
export function parseGithubJob(value: unknown): GithubJob | undefined {
  const common = parseCommon(value);
  if (common === undefined || !isRecord(value)) return undefined;
  const steps: unknown[] = Array.isArray(value['steps']) ? value['steps'] : [];
  return {
    ...common,
    ...present('runId', parseId(value['run_id'])),
    ...present('runnerName', parseWord(value['runner_name'])),
    ...present('createdAtMs', parseTimeMs(value['created_at'])),
    steps: steps.map(parseStep).filter((step) => step !== undefined),
  };
}

function parseStep(value: unknown): GithubStep | undefined {
  const common = parseCommon(value);
  if (common === undefined || !isRecord(value)) return undefined;
  return {
    ...common,
    ...present('conclusion', parseWord(value['conclusion'])),
    ...present('completedAtMs', parseTimeMs(value['completed_at'])),
  };
}

/** The fields that jobs and steps have. */
function parseCommon(value: unknown): Pick<GithubStep, 'name' | 'status' | 'startedAtMs'> | undefined {
  if (!isRecord(value) || typeof value['name'] !== 'string') return undefined;
  return {
    name: value['name'],
    ...present('status', parseWord(value['status'])),
    ...present('startedAtMs', parseTimeMs(value['started_at'])),
  };
}

/** An object with one field; the field is omitted if it is undefined. */
function present<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [key in Key]?: Value } {
  // TypeScript widens the type of a computed key to string.
  return value === undefined ? {} : ({ [key]: value } as { readonly [key in Key]?: Value });
}

function parseWord(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function parseId(value: unknown): string | undefined {
  const text = typeof value === 'number' || typeof value === 'bigint' ? value.toString() : value;
  return typeof text === 'string' && /^\d+$/.test(text) ? text : undefined;
}

/** The year 1 means a time that is not known yet. */
function parseTimeMs(value: unknown): number | undefined {
  if (typeof value !== 'string' || !ISO_TIME.test(value)) return undefined;
  const timeMs = Date.parse(value);
  return timeMs > 0 ? timeMs : undefined;
}
