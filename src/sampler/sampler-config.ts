import { join } from 'node:path';
import type { ProcessIdentity } from './process-identity.ts';

/** The sampler's configuration. */
export interface SamplerConfig {
  /** Its own folder, with the file whose removal ends it. */
  readonly folder: string;
  /** A path on the disk that is measured. */
  readonly diskPath: string;
  readonly intervalMs: number;
  readonly slotMs: number;
  /** The sampler ends after this time in any case. */
  readonly maxLifetimeMs: number;
  /** The process that the sampler must not outlive. */
  readonly parent?: ProcessIdentity;
}

/** Parses the sampler's only argument. @throws {TypeError} if the action did not write it. */
export function parseSamplerConfig(text: string | undefined): SamplerConfig {
  const config = JSON.parse(text ?? '') as Partial<SamplerConfig> | null;
  const times = [config?.intervalMs, config?.slotMs, config?.maxLifetimeMs];
  const isWhole =
    typeof config?.folder === 'string' &&
    typeof config.diskPath === 'string' &&
    times.every((time) => typeof time === 'number' && time > 0);
  if (!isWhole) throw new TypeError(`this is started by the action, with its own argument, not ${text}`);
  return config as SamplerConfig;
}

/** The sampler ends when this file or its folder is removed. */
export function runningFile(folder: string): string {
  return join(folder, 'running');
}

/** The file that the sampler writes its slots to. */
export function slotFile(folder: string): string {
  return join(folder, 'slots.jsonl');
}
