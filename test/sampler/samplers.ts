import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from '../../src/sampler/process-identity.ts';
import type { SamplerHandle } from '../../src/sampler/sampler-handle.ts';
import { type SamplerOptions, startSampler } from '../../src/sampler/start-sampler.ts';
import { waitUntil } from '../fault-matrix/wait.ts';
import { bareEnv } from '../support/child.ts';
import { createTempDir } from '../support/temp-dir.ts';

/** The program, run by Node without a bundle. */
export const script: string = join(import.meta.dirname, '../../src/sampler/main.ts');

/** A running sampler. Disposing of it kills it and removes its folder. */
export interface TestSampler extends AsyncDisposable {
  readonly handle: SamplerHandle;
  readonly options: SamplerOptions;
  readonly slotFile: string;
  readonly runs: () => boolean;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Waits until it wrote something, or something that matches. */
  readonly waitForSlot: (pattern?: RegExp) => Promise<void>;
  readonly waitForEnd: () => Promise<void>;
}

/** Starts a sampler in its own folder. It must not outlive this process. */
export async function startTestSampler(changes: Partial<SamplerOptions> = {}): Promise<TestSampler> {
  const dir = await createTempDir('sampler-');
  const options: SamplerOptions = {
    folder: join(dir.path, 'samples'),
    script,
    diskPath: dir.path,
    intervalMs: 20,
    slotMs: 60_000,
    parentPid: process.pid,
    env: bareEnv(),
    nowMs: Date.now(),
    ...changes,
  };
  const handle = await startSampler(options);
  if (handle === undefined) throw new Error('another sampler is at work');
  const slotFile = join(options.folder, 'slots.jsonl');
  const runs = (): boolean => isAlive(handle.process);
  const kill = (signal: NodeJS.Signals): void => {
    if (runs()) process.kill(handle.process.pid, signal);
  };
  const waitForEnd = (): Promise<void> => waitUntil(() => !runs(), 'the sampler ended');
  return {
    handle,
    options,
    slotFile,
    runs,
    kill,
    waitForEnd,
    waitForSlot: (pattern = /\n/) =>
      waitUntil(
        async () => pattern.test(await readFile(slotFile, 'latin1').catch(() => '')),
        `the sampler wrote ${pattern}`,
      ),
    [Symbol.asyncDispose]: async () => {
      kill('SIGKILL');
      await waitForEnd();
      await dir[Symbol.asyncDispose]();
    },
  };
}
