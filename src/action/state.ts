import * as core from '@actions/core';
import { appendEntries, type Entry } from './command-file.ts';

const STARTED = 'started-at-ms';
const SAMPLER = 'sampler';

/** What the step saves for the end of the job. */
export interface State {
  /** The start of the step in epoch milliseconds; undefined if the saved value is invalid. */
  readonly startedAtMs: number | undefined;
  /** How to find the sampler; undefined if none was started. */
  readonly sampler: string | undefined;
}

/**
 * Saves the start of the step and its inputs. The state also shows that there is something to do at the end of the
 * job. Returns a sentence if it cannot be written.
 */
export function saveStart(startedAtMs: number, inputs: readonly Entry[]): string | undefined {
  return appendEntries('GITHUB_STATE', [...inputs, [STARTED, startedAtMs]]);
}

/** Saves how to find the sampler. Returns a sentence if the state cannot be written. */
export function saveSampler(sampler: string): string | undefined {
  return appendEntries('GITHUB_STATE', [[SAMPLER, sampler]]);
}

/** What the step saved; undefined in the step itself, and if there is nothing to do. */
export function readState(env: NodeJS.ProcessEnv): State | undefined {
  if (env[`STATE_${STARTED}`] === undefined) return undefined;
  const sampler = core.getState(SAMPLER);
  return { startedAtMs: parseStart(core.getState(STARTED)), sampler: sampler === '' ? undefined : sampler };
}

/** Current epoch milliseconds have 13 digits. */
function parseStart(text: string): number | undefined {
  return /^[1-9][0-9]{12}$/.test(text) ? Number(text) : undefined;
}
