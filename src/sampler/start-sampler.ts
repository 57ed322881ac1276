import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, parse } from 'node:path';
import { CarbonError, findCode, quote, toSystemReason } from '../model/errors.ts';
import { identifyProcess } from './process-identity.ts';
import { runningFile, type SamplerConfig } from './sampler-config.ts';
import type { SamplerHandle } from './sampler-handle.ts';

const DAY_MS = 86_400_000;
/** GitHub's limit for a job. */
const MAX_JOB_MS = 5 * DAY_MS;
/** Frequent small collections, a small heap, no helper threads: the sampler creates little garbage and has time. */
const NODE_FLAGS = ['--max-semi-space-size=1', '--max-old-space-size=32', '--v8-pool-size=0'];
/**
 * The variables that Node needs to start, and the runner's marker, which lets the runner end processes that a job
 * left behind.
 */
const ENV_NAMES = ['PATH', 'RUNNER_TRACKING_ID', 'SystemRoot', 'windir', 'TEMP', 'TMP', 'TMPDIR'];

/** The runner cannot be measured because the sampler did not start. */
export class SamplerError extends CarbonError {
  override name = 'SamplerError';

  constructor(folder: string, cause: unknown) {
    super(`The runner's metrics cannot be sampled in ${quote(folder)}: ${toSystemReason(cause)}.`, {
      code: findCode(cause) ?? 'SAMPLER_FAILED',
      cause,
    });
  }
}

/** The subject and the folder of a sampler. */
export interface SamplerOptions {
  /** A new folder in an existing one. */
  readonly folder: string;
  /** The program: dist/sampler/index.js. */
  readonly script: string;
  /** A path on the measured disk: the workspace. */
  readonly diskPath: string;
  readonly intervalMs: number;
  readonly slotMs: number;
  readonly maxLifetimeMs?: number;
  /** The process that the sampler must not outlive. In a step it is the parent of the step: the runner's worker. */
  readonly parentPid: number;
  /** The step's environment, of which the sampler gets a minimum. */
  readonly env: NodeJS.ProcessEnv;
  readonly nowMs: number;
}

/**
 * Starts the sampler, which outlives this process. Returns undefined if the folder exists, because another sampler
 * runs. @throws {SamplerError} if it cannot be started.
 */
export async function startSampler(options: SamplerOptions): Promise<SamplerHandle | undefined> {
  const { folder, diskPath, intervalMs, slotMs, maxLifetimeMs = MAX_JOB_MS } = options;
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw new SamplerError(dirname(folder), error);
  }
  const parent = identifyProcess(options.parentPid);
  try {
    await writeFile(runningFile(folder), '', { flag: 'wx', mode: 0o600 });
    const config: SamplerConfig = {
      folder,
      diskPath,
      intervalMs,
      slotMs,
      maxLifetimeMs,
      ...(parent !== undefined && { parent }),
    };
    const pid = await spawnDetached(config, options);
    return { folder, slotMs, startedAtMs: options.nowMs, process: identifyProcess(pid) ?? { pid } };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new SamplerError(folder, error);
  }
}

async function spawnDetached(config: SamplerConfig, { script, env }: SamplerOptions): Promise<number> {
  const child = spawn(process.execPath, [...NODE_FLAGS, script, JSON.stringify(config)], {
    // Not a folder of the job: some systems refuse to remove the working directory of a process.
    cwd: parse(process.execPath).root,
    env: pickSamplerEnv(env),
    // The runner waits for every process that has the streams of a step open.
    stdio: 'ignore',
    detached: true,
    windowsHide: true,
  });
  child.unref();
  await once(child, 'spawn');
  return child.pid ?? 0;
}

/** The environment of the sampler, without the job's inputs, tokens and secrets. */
function pickSamplerEnv(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    ENV_NAMES.flatMap((name) => {
      const value = env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
