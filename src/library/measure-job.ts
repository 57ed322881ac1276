import { randomUUID } from 'node:crypto';
import { collectRunner } from '../collect/runner/collect-runner.ts';
import type { SamplingTimes } from '../collect/runner/slot.ts';
import type { Collected } from '../model/collected.ts';
import { parseSamplerHandle } from '../sampler/sampler-handle.ts';
import { SamplerError, startSampler } from '../sampler/start-sampler.ts';
import { stopSampler } from '../sampler/stop-sampler.ts';

/** Where a job's sampler works. */
export interface SamplerPlace {
  /** The path of the sampler's folder without its random end. */
  readonly prefix: string;
  /** The program: dist/sampler/index.js. */
  readonly script: string;
  /** A path on the measured disk. */
  readonly diskPath: string;
  /** The process that the sampler must not outlive. */
  readonly parentPid: number;
  readonly env: NodeJS.ProcessEnv;
  readonly nowMs: number;
}

/** The started process as text, to find it at the end of the job; or why it was not started. */
export type Started = { readonly sampler: string } | { readonly problem: string };

/** Starts a process that measures the runner until the end of the job, in another process. */
export async function startJobMeasurement(
  times: SamplingTimes,
  { prefix, ...place }: SamplerPlace,
): Promise<Started> {
  try {
    const folder = `${prefix}${randomUUID()}`;
    const handle = await startSampler({ ...times, ...place, folder });
    if (handle === undefined) throw new SamplerError(folder, 'a folder of this random name existed already');
    return { sampler: JSON.stringify(handle) };
  } catch (error) {
    if (!(error instanceof SamplerError)) throw error;
    return { problem: error.message };
  }
}

/** Ends that process, whatever happens to its measurements, and returns them. */
export async function endJobMeasurement(
  sampler: string,
  { prefix, nowMs }: Pick<SamplerPlace, 'prefix' | 'nowMs'>,
): Promise<Collected> {
  const handle = parseSamplerHandle(sampler);
  if (handle === undefined || !isOwnFolder(handle.folder, prefix))
    return { metrics: [], figures: {}, notices: [formatProblem('its state is not what the step saved')] };
  const { slots, wasRunning, badLines } = await stopSampler(handle, { nowMs });
  const { metrics, figures } = collectRunner(slots, handle.slotMs);
  return {
    metrics,
    figures: slots.length === 0 ? {} : { runner: figures },
    notices: [
      ...(wasRunning ? [] : [formatProblem('the process that measured it had ended before the job did')]),
      ...(badLines === 0 ? [] : [formatRefused(badLines)]),
    ],
  };
}

function formatProblem(problem: string): string {
  return `The runner was not measured to the end: ${problem}.`;
}

function formatRefused(records: number): string {
  const what = records === 1 ? '1 record' : `${records} records`;
  return `What was measured of the runner is not complete: ${what} left out, with a time outside of the job or damaged. Was the clock set?`;
}

/** Whether a folder was made by a step: files are removed in such folders only. */
function isOwnFolder(folder: string, prefix: string): boolean {
  return folder.startsWith(prefix) && /^[0-9a-f-]{36}$/.test(folder.slice(prefix.length));
}
