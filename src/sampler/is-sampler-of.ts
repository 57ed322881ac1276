import { readFileSync } from 'node:fs';
import { canSeeProcesses, isAlive, type ProcessIdentity } from './process-identity.ts';
import { parseSamplerConfig } from './sampler-config.ts';

/** Whether a process still runs and is the sampler of this folder; where the system does not show, that it runs. */
export function isSamplerOf(folder: string, identity: ProcessIdentity): boolean {
  if (!isAlive(identity)) return false;
  return !canSeeProcesses() || readConfigFolder(identity.pid) === folder;
}

/** The folder that a sampler was told, as its last argument. */
function readConfigFolder(pid: number): string | undefined {
  try {
    return parseSamplerConfig(readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').at(-2)).folder;
  } catch {
    // It ended in this moment, or is something else.
    return undefined;
  }
}
