import type { StepFigure } from '../../model/figures.ts';
import type { CollectedMetric } from '../../model/metric.ts';
import { sha256 } from '../../util/sha256.ts';
import type { GithubJob, GithubStep } from './parse-github-job.ts';

/** The metrics of a job, and its finished steps for the summary. */
interface ComputedGithubJob {
  readonly metrics: readonly CollectedMetric[];
  readonly steps: readonly StepFigure[];
}

/** GitHub ends a run after 35 days, including queue and approval, so no job can wait longer. */
const MAX_QUEUED_SECONDS = 35 * 24 * 60 * 60;
const SETUP_STEP = 'Set up job';

/** The queue and set-up time of a job, and the duration and success of each finished step. */
export function computeGithubJob(job: GithubJob): ComputedGithubJob {
  const steps = computeSteps(job.steps);
  const queuedSeconds = computeQueuedSeconds(job);
  const setup = job.steps.find(({ name }) => name === SETUP_STEP);
  const setupFigure = setup === undefined ? undefined : computeStep(setup, SETUP_STEP);
  const metrics: CollectedMetric[] = [];
  if (queuedSeconds !== undefined) metrics.push({ nodes: ['job', 'queued_seconds'], value: queuedSeconds });
  // The job's start is from GitHub's clock, the times of its steps are from the runner's: never subtract them.
  if (setupFigure !== undefined) {
    metrics.push({ nodes: ['job', 'setup_seconds'], value: computeSeconds(setupFigure) });
  }
  for (const step of steps) {
    metrics.push({ nodes: ['step', step.name, 'duration_seconds'], value: computeSeconds(step) });
    metrics.push({ nodes: ['step', step.name, 'success'], value: step.isSuccess ? 1 : 0 });
  }
  return { metrics, steps };
}

/**
 * Undefined if it is implausible: a re-run can show jobs that started before they were created, and a queued job is
 * shown as started at its creation.
 */
function computeQueuedSeconds({ status, createdAtMs, startedAtMs }: GithubJob): number | undefined {
  if (status !== 'in_progress' && status !== 'completed') return undefined;
  if (createdAtMs === undefined || startedAtMs === undefined) return undefined;
  const seconds = (startedAtMs - createdAtMs) / 1000;
  return seconds >= 0 && seconds <= MAX_QUEUED_SECONDS ? seconds : undefined;
}

// All steps get names, so that a step's series does not depend on whether another step was skipped.
function computeSteps(steps: readonly GithubStep[]): StepFigure[] {
  const names = nameSteps(steps.map(({ name }) => name));
  return steps
    .map((step, index) => computeStep(step, names[index] ?? step.name))
    .filter((figure) => figure !== undefined);
}

/** A step that has ended, was not skipped, and has a known outcome and known times. */
function computeStep(step: GithubStep, name: string): StepFigure | undefined {
  const { status, conclusion, startedAtMs, completedAtMs } = step;
  if (status !== 'completed' || conclusion === undefined || conclusion === 'skipped') return undefined;
  if (startedAtMs === undefined || completedAtMs === undefined) return undefined;
  return {
    name,
    startedAt: startedAtMs / 1000,
    endedAt: Math.max(startedAtMs, completedAtMs) / 1000,
    isSuccess: conclusion === 'success',
  };
}

/** Both times are whole milliseconds, and so is their difference. */
function computeSeconds({ startedAt, endedAt }: StepFigure): number {
  return Math.round((endedAt - startedAt) * 1000) / 1000;
}

const MAX_CHARACTERS = 60;
/** As in every name that is cut. */
const HASH_DIGITS = 6;
/** `Post Run actions/checkout@v4` → `Post `, `actions/checkout@v4`. */
const RUN = /^(Pre |Post )?Run (?=.*\S)/s;
/** An action of a repository: `owner/name@ref` or `owner/name/folder@ref`. */
const ACTION_WITH_REF = /^((?:Pre |Post )?[\w.-]+(?:\/[\w.-]+)+)@.+$/s;

/**
 * The steps' names as nodes: without `Run ` and an action's ref. A name of more than 60 characters is cut and gets digits
 * of its hash. Steps of one name are numbered `_2`, `_3` in their order, because nothing else distinguishes them.
 */
export function nameSteps(names: readonly string[]): string[] {
  const taken = new Set<string>();
  const numbers = new Map<string, number>();
  return names.map((name) => {
    const own = nameStep(name);
    let given = own;
    for (let number = numbers.get(own) ?? 2; taken.has(given); number += 1) {
      given = `${own}_${number}`;
      numbers.set(own, number + 1);
    }
    taken.add(given);
    return given;
  });
}

function nameStep(name: string): string {
  const short = name.trim().replace(RUN, '$1').replace(ACTION_WITH_REF, '$1').trim();
  if (short === '') return 'unnamed';
  const characters = [...short];
  if (characters.length <= MAX_CHARACTERS) return short;
  return `${characters.slice(0, MAX_CHARACTERS).join('')}_${sha256(short).slice(0, HASH_DIGITS)}`;
}
