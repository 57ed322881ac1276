import * as core from '@actions/core';
import { appendEntries, type Entry } from './command-file.ts';

const STARTED = 'started-at-ms';
const SAMPLER = 'sampler';

/** What the step leaves for the end of the job. */
export interface State {
  /** When the step began, in milliseconds since the epoch; absent where that is not what was kept. */
  readonly startedAtMs: number | undefined;
  /** How to find the process that measures the runner; absent where none was started. */
  readonly sampler: string | undefined;
}

/**
 * Saves when the step began, and its inputs. With it there is something to do at the end of the job, and the script knows
 * that it is there. Returns a sentence where the state cannot be written.
 */
export function saveStart(startedAtMs: number, inputs: readonly Entry[]): string | undefined {
  return appendEntries('GITHUB_STATE', [...inputs, [STARTED, startedAtMs]]);
}

/** Saves how to find the sampler. Returns a sentence where the state cannot be written. */
export function saveSampler(sampler: string): string | undefined {
  return appendEntries('GITHUB_STATE', [[SAMPLER, sampler]]);
}

/** What the step saved; nothing in the step itself, and nothing where there is nothing to do. */
export function readState(env: NodeJS.ProcessEnv): State | undefined {
  if (env[`STATE_${STARTED}`] === undefined) return undefined;
  const sampler = core.getState(SAMPLER);
  return { startedAtMs: parseStart(core.getState(STARTED)), sampler: sampler === '' ? undefined : sampler };
}

/** Milliseconds of our days have 13 digits. */
function parseStart(text: string): number | undefined {
  return /^[1-9][0-9]{12}$/.test(text) ? Number(text) : undefined;
}
