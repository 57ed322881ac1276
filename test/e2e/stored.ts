import { expect, vi } from 'vitest';
import type { Point } from '../support/carbon-points.ts';
import type { Sample } from './samples.ts';

/** What can be read from. */
export interface Store {
  /** Reads points back; a receiver that is read whole may ignore the paths. */
  readonly read: (paths: readonly string[]) => Promise<Map<string, Point[]>>;
  /** How many digits of a value it keeps, where that is not all. */
  readonly digits?: number;
}

/** What was sent: each metric's path is the prefix, a dot and its name. */
export interface Sent {
  readonly prefix: string;
  readonly samples: readonly Sample[];
}

/** Waits until a store holds every sample, each once and nothing else, and compares value and timestamp. */
export async function waitForStored(store: Store, sent: Sent): Promise<void> {
  const compare = async (): Promise<void> => {
    const found = await readStored(store, sent);
    const wrong = sent.samples.filter((one) => {
      const points = found.get(one.metric) ?? [];
      const [timestamp, value] = points[0] ?? [];
      const isSame = timestamp === one.timestamp && isSameValue(value, one.value);
      return !(points.length === 1 && isSame);
    });
    const shown = wrong.slice(0, 5).map((one) => ({ ...one, found: found.get(one.metric) }));
    expect({ series: found.size, wrongCount: wrong.length, shown }).toEqual({
      series: sent.samples.length,
      wrongCount: 0,
      shown: [],
    });
  };
  const isSameValue = (found: number | undefined, value: number): boolean => {
    if (found === value || found === undefined || store.digits === undefined) return found === value;
    // What keeps fewer digits keeps no number as small as the smallest double either.
    return Math.abs(found - value) <= Math.max(Math.abs(value) * 10 ** (1 - store.digits), Number.MIN_VALUE);
  };
  await vi.waitFor(compare, { timeout: 120_000, interval: 200 });
}

/** What a store holds of it, by metric. */
export async function readStored(store: Store, { prefix, samples }: Sent): Promise<Map<string, Point[]>> {
  const points = await store.read(samples.map(({ metric }) => `${prefix}.${metric}`));
  const held = [...points].filter(([, found]) => found.length > 0);
  return new Map(held.map(([path, found]) => [path.slice(prefix.length + 1), found]));
}
