import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, parse } from 'node:path';
import { CarbonError, findCode, quote, toText } from '../model/errors.ts';
import { identifyProcess } from './process-identity.ts';
import { runningFile, type SamplerConfig } from './sampler-config.ts';
import type { SamplerHandle } from './sampler-handle.ts';

const DAY_MS = 86_400_000;
/** The longest that GitHub lets a job run. */
const MAX_JOB_MS = 5 * DAY_MS;
/** Many small collections, a small heap, no helper threads: the sampler makes little garbage and has all the time. */
const NODE_FLAGS = ['--max-semi-space-size=1', '--max-old-space-size=32', '--v8-pool-size=0'];
/** What Node needs to start, and the runner's mark, by which the runner finds and ends what a job left running. */
const ENV_NAMES = ['PATH', 'RUNNER_TRACKING_ID', 'SystemRoot', 'windir', 'TEMP', 'TMP', 'TMPDIR'];

/** The runner cannot be measured: the sampler did not start. */
export class SamplerError extends CarbonError {
  override name = 'SamplerError';

  constructor(folder: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : toText(cause);
    super(`The runner's metrics cannot be sampled in ${quote(folder)}: ${reason}.`, {
      code: findCode(cause) ?? 'SAMPLER_FAILED',
      cause,
    });
  }
}

/** What to sample, and where. */
export interface SamplerOptions {
  /** A folder that does not exist yet, in one that does. */
  readonly folder: string;
  /** The program: dist/sampler/index.js. */
  readonly script: string;
  /** A path on the disk that is measured: the workspace. */
  readonly diskPath: string;
  readonly intervalMs: number;
  readonly slotMs: number;
  readonly maxLifetimeMs?: number;
  /** The process that the sampler must not outlive. In a step it is the one that started the step: the runner's worker. */
  readonly parentPid: number;
  /** The step's environment; the sampler gets the least of it. */
  readonly env: NodeJS.ProcessEnv;
  readonly nowMs: number;
}

/**
 * Starts the sampler, which goes on when this process ends. Nothing where the folder exists: another one is at work.
 * @throws {SamplerError} where it cannot be started.
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
    // No folder of the job: some systems do not remove one in which a process is at home.
    cwd: parse(process.execPath).root,
    env: pickSamplerEnv(env),
    // The runner waits for whoever holds the streams of a step.
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
