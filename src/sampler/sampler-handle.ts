import type { ProcessIdentity } from './process-identity.ts';

/** What the end of a job needs to find the sampler that was started at its beginning; it is JSON. */
export interface SamplerHandle {
  readonly folder: string;
  readonly slotMs: number;
  /** The start time in epoch milliseconds. */
  readonly startedAtMs: number;
  readonly process: ProcessIdentity;
}

/** Parses a handle from its saved text; undefined if it is not one. */
export function parseSamplerHandle(text: string): SamplerHandle | undefined {
  let handle: Partial<SamplerHandle> | null;
  try {
    handle = JSON.parse(text) as Partial<SamplerHandle> | null;
  } catch {
    return undefined;
  }
  const { folder, slotMs, startedAtMs, process: identity } = handle ?? {};
  if (typeof folder !== 'string' || folder === '' || !isPositive(slotMs) || !isPositive(startedAtMs)) {
    return undefined;
  }
  const { pid, startedAt } = identity ?? {};
  if (!isPositive(pid) || !(startedAt === undefined || typeof startedAt === 'string')) return undefined;
  return {
    folder,
    slotMs,
    startedAtMs,
    process: startedAt === undefined ? { pid } : { pid, startedAt },
  };
}

function isPositive(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}
