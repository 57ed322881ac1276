import type { SamplingTimes } from '../collect/runner/slot.ts';
import type { Faults } from '../model/faults.ts';
import { findOption, type Options } from './options.ts';

/** How often to measure the runner; faults are collected. The default slot is never shorter than the interval. */
export function resolveSamplingTimes(
  { runnerMetricsInterval: interval, runnerMetricsSlot: slot }: Options,
  faults: Faults,
): SamplingTimes {
  if (slot < interval && String(slot) !== findOption('runner-metrics-slot').default) {
    faults.add({
      location: 'runner-metrics-slot',
      rule: `it is at least as long as runner-metrics-interval, ${interval} seconds`,
      value: String(slot),
      cure: 'A slot without a sample has no mean.',
    });
  }
  return { intervalMs: interval * 1000, slotMs: Math.max(interval, slot) * 1000 };
}
