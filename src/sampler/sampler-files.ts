import { join } from 'node:path';

/** While this file is there, the sampler goes on: to remove it, or all of its folder, is to ask it to end. */
export function runningFile(folder: string): string {
  return join(folder, 'running');
}

/** Where the sampler writes what it found. */
export function slotFile(folder: string): string {
  return join(folder, 'slots.jsonl');
}
