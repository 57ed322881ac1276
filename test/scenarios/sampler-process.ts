import { readFileSync } from 'node:fs';
import { parseSamplerHandle, type SamplerHandle } from '../../src/sampler/sampler-handle.ts';
import { waitUntil } from '../fault-matrix/wait.ts';
import type { ActionRun } from '../support/runner.ts';

/** The saved state of the process that a step started. Throws if it started none. */
export function readHandle({ state }: Pick<ActionRun, 'state'>): SamplerHandle {
  const handle = parseSamplerHandle(state['sampler'] ?? '');
  if (handle === undefined) throw new Error(`the step saved no sampler, but ${state['sampler']}`);
  return handle;
}

/** Whether a process runs. One that ended still has its number until its parent waits for it. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return (
      process.platform !== 'linux' || !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
    );
  } catch {
    return false;
  }
}

/** Waits until a process has ended. */
export function waitForEnd(pid: number): Promise<void> {
  return waitUntil(() => !isRunning(pid), `process ${pid} ended`);
}
