import { toText } from '../../model/errors.ts';
import type { Faults } from '../../model/faults.ts';

const MAX_INTERVAL_SECONDS = 300;
const MAX_SLOT_SECONDS = 3600;
const DEFAULT_INTERVAL_SECONDS = 5;
const DEFAULT_SLOT_SECONDS = 60;

/** How often the runner is looked at, and how much time one mean and maximum stand for. */
export interface SamplingTimes {
  readonly intervalMs: number;
  readonly slotMs: number;
}

/** An option as somebody wrote it, and what it is called there. */
export interface WrittenSeconds {
  readonly name: string;
  readonly written: unknown;
}

/** Checks both times; what is not written takes its default, a fault is gathered and the default taken. */
export function resolveSamplingTimes(
  { interval, slot }: { readonly interval: WrittenSeconds; readonly slot: WrittenSeconds },
  faults: Faults,
): SamplingTimes {
  const intervalSeconds = resolveSeconds(interval, MAX_INTERVAL_SECONDS, faults) ?? DEFAULT_INTERVAL_SECONDS;
  const written = resolveSeconds(slot, MAX_SLOT_SECONDS, faults);
  if (written !== undefined && written < intervalSeconds) {
    faults.add({
      location: slot.name,
      rule: `it is at least as long as ${interval.name}, ${intervalSeconds} seconds`,
      value: String(written),
      cure: 'A slot without a sample has no mean.',
    });
  }
  const slotSeconds = Math.max(intervalSeconds, written ?? DEFAULT_SLOT_SECONDS);
  return { intervalMs: intervalSeconds * 1000, slotMs: slotSeconds * 1000 };
}

function resolveSeconds({ name, written }: WrittenSeconds, max: number, faults: Faults): number | undefined {
  const text = written === undefined || written === null ? '' : toText(written).trim();
  if (text === '') return undefined;
  const seconds = /^[0-9]{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (seconds >= 1 && seconds <= max) return seconds;
  faults.add({ location: name, rule: `it is a whole number of seconds from 1 to ${max}`, value: text });
  return undefined;
}
