import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FaceRun } from '../library/face-run.ts';
import type { SamplerPlace } from '../library/measure-job.ts';

/** Most steps do not measure the runner, so what starts and ends the sampler is loaded on demand. */
export function loadJobMeasurement(): Promise<typeof import('../library/measure-job.ts')> {
  return import('../library/measure-job.ts');
}

/** Where the sampler of this job works, in the step and at the end of the job. */
export function findSamplerPlace({ env, nowMs }: FaceRun): SamplerPlace {
  return {
    prefix: join(env['RUNNER_TEMP'] || tmpdir(), 'carbon-sampler-'),
    // The sampler's bundle is next to the action's.
    script: join(dirname(process.argv[1] ?? ''), '..', 'sampler', 'index.js'),
    diskPath: env['GITHUB_WORKSPACE'] || process.cwd(),
    // The parent of a step is the runner's worker.
    parentPid: process.ppid,
    env,
    nowMs,
  };
}
