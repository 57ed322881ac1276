import { expect, vi } from 'vitest';
import type { Point } from '../support/carbon-points.ts';
import type { Sample } from './samples.ts';

/** A store that can be read. */
export interface Store {
  /** Reads points back. A receiver that is read whole may ignore the paths. */
  readonly read: (paths: readonly string[]) => Promise<Map<string, Point[]>>;
  /** How many digits of a value it keeps, if not all. */
  readonly digits?: number;
}

/** The sent metrics: each path is the prefix, a dot and the name. */
export interface Sent {
  readonly prefix: string;
  readonly samples: readonly Sample[];
}

/** Waits until a store has every sample exactly once and nothing else. Compares value and timestamp. */
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
    // A store with fewer digits also lacks numbers as small as the smallest double.
    return Math.abs(found - value) <= Math.max(Math.abs(value) * 10 ** (1 - store.digits), Number.MIN_VALUE);
  };
  await vi.waitFor(compare, { timeout: 120_000, interval: 200 });
}

/** The stored points, by metric. */
export async function readStored(store: Store, { prefix, samples }: Sent): Promise<Map<string, Point[]>> {
  const points = await store.read(samples.map(({ metric }) => `${prefix}.${metric}`));
  const nonEmpty = [...points].filter(([, found]) => found.length > 0);
  return new Map(nonEmpty.map(([path, found]) => [path.slice(prefix.length + 1), found]));
}
