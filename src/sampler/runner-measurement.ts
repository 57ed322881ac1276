import { type CollectedRunner, collectRunner } from '../collect/runner/collect-runner.ts';
import { joinSlots, type SamplingTimes, type Slot } from '../collect/runner/slot.ts';
import { openThisMachine } from './machine.ts';
import { SlotSampler } from './slot-sampler.ts';
import { MAX_SLOTS } from './slot-writer.ts';

/** A measurement that runs. */
export interface RunnerMeasurement {
  /** Takes the last sample and returns the result for the option `runnerMetrics` of `report`. */
  end(): Promise<CollectedRunner>;
}

/** Measures this machine from inside this process, without keeping the process alive. */
export function startMeasurement(times: SamplingTimes, diskPath: string): RunnerMeasurement {
  // One entry per slot, in its latest state; a clock that was set back can enter a slot twice.
  const slots: Slot[] = [];
  const machine = openThisMachine(diskPath);
  const onSlot = (slot: Slot): void => {
    if (slots.at(-1)?.startedAtMs === slot.startedAtMs) slots.pop();
    if (slots.length < MAX_SLOTS) slots.push(slot);
  };
  const sampler = new SlotSampler(machine, { times, onSlot });
  let timer: NodeJS.Timeout | undefined;
  const wake = (): void => {
    timer = setTimeout(wake, sampler.sampleIfDue()).unref();
  };
  wake();
  let ended: Promise<CollectedRunner> | undefined;
  const end = async (): Promise<CollectedRunner> => {
    clearTimeout(timer);
    const waitMs = sampler.prepareLast();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    sampler.sampleLast();
    machine.close();
    return collectRunner(joinSlots(slots), times.slotMs);
  };
  return { end: () => (ended ??= end()) };
}
