import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { collectRunner } from '../collect/runner/collect-runner.ts';
import type { SamplingTimes } from '../collect/runner/sampling-times.ts';
import type { Collected } from '../model/collected.ts';
import { parseSamplerHandle } from '../sampler/sampler-handle.ts';
import { SamplerError, startSampler } from '../sampler/start-sampler.ts';
import { stopSampler } from '../sampler/stop-sampler.ts';

/** The started process as text, to find it at the end of the job; or why it was not started. */
export type Started = { readonly sampler: string } | { readonly problem: string };

/** Runs one process to its end; returns its wall time in milliseconds and its output. Throws if it fails. */
export async function startMeasuring(
  times: SamplingTimes,
  { env, nowMs }: { readonly env: NodeJS.ProcessEnv; readonly nowMs: number },
): Promise<Started> {
  try {
    const handle = await startSampler({
      ...times,
      folder: `${findPlace(env)}${randomUUID()}`,
      script: findScript(),
      diskPath: env['GITHUB_WORKSPACE'] || process.cwd(),
      parentPid: process.ppid,
      env,
      nowMs,
    });
    if (handle === undefined) throw new Error('a folder with a random name already existed');
    return { sampler: JSON.stringify(handle) };
  } catch (error) {
    if (!(error instanceof SamplerError)) throw error;
    return { problem: error.message };
  }
}

/** Ends the process and returns its measurements. */
export async function endMeasuring(
  sampler: string,
  { env, nowMs }: { readonly env: NodeJS.ProcessEnv; readonly nowMs: number },
): Promise<Collected & { problems: readonly string[] }> {
  const handle = parseSamplerHandle(sampler);
  if (handle === undefined || !isOwnFolder(handle.folder, env))
    return { metrics: [], figures: {}, problems: [formatProblem('its state is not what the step saved')] };
  const { slots, wasRunning, badLines } = await stopSampler(handle, { nowMs });
  const { metrics, figures } = collectRunner(slots, handle.slotMs);
  return {
    metrics,
    figures: slots.length === 0 ? {} : { runner: figures },
    problems: [
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

/** The prefix of the samplers' folders. */
function findPlace(env: NodeJS.ProcessEnv): string {
  return join(env['RUNNER_TEMP'] || tmpdir(), 'carbon-sampler-');
}

/** Whether a folder was made by a step: files are removed in such folders only. */
function isOwnFolder(folder: string, env: NodeJS.ProcessEnv): boolean {
  const place = findPlace(env);
  return folder.startsWith(place) && /^[0-9a-f-]{36}$/.test(folder.slice(place.length));
}

/** The sampler's bundle is next to the action's. */
function findScript(): string {
  return join(dirname(process.argv[1] ?? ''), '..', 'sampler', 'index.js');
}
