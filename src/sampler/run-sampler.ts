import { existsSync, type FSWatcher, watch } from 'node:fs';
import { basename } from 'node:path';
import { computeSample, type Sample } from '../collect/runner/compute-sample.ts';
import type { Reading } from '../collect/runner/reading.ts';
import { mergeSlots, type Slot, toSlot } from '../collect/runner/slot.ts';
import type { Machine } from './machine.ts';
import { isAlive } from './process-identity.ts';
import { readMachine } from './read-machine.ts';
import type { SamplerConfig } from './sampler-config.ts';
import { runningFile, slotFile } from './sampler-files.ts';
import { SlotWriter } from './slot-writer.ts';

/** Between two looks at whether the job is still there. */
const CHECK_MS = 5_000;
/** The same where the system cannot tell that a file went. */
const CHECK_UNWATCHED_MS = 1_000;
/** Processor times come in steps of 10 ms: less than this says nothing. */
const SHORTEST_RATE_MS = 200;
/** A peak over the moment in which the last step starts would say nothing of the job. */
const SHORTEST_LAST_RATE_MS = 1_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Samples until it is asked to end, or its folder, its parent or its time is gone; then the process has nothing to do. */
export function runSampler(config: SamplerConfig, machine: Machine): void {
  new Sampler(config, machine).start();
}

class Sampler {
  readonly #config: SamplerConfig;
  readonly #machine: Machine;
  readonly #writer: SlotWriter;
  readonly #startedAtMs: number;
  #watcher: FSWatcher | undefined;
  #timer: NodeJS.Timeout | undefined;
  #dueMs: number;
  #before: Reading | undefined;
  #slot: Slot | undefined;
  #hasRates = false;
  #isEnding = false;

  constructor(config: SamplerConfig, machine: Machine) {
    this.#config = config;
    this.#machine = machine;
    this.#writer = new SlotWriter(slotFile(config.folder));
    this.#startedAtMs = machine.steadyMs();
    this.#dueMs = this.#startedAtMs;
  }

  start(): void {
    for (const signal of SIGNALS) process.on(signal, this.#end);
    this.#watch();
    this.#wake();
  }

  readonly #wake = (): void => {
    if (!this.#mayGoOn()) {
      this.#end();
      return;
    }
    const nowMs = this.#machine.steadyMs();
    if (nowMs >= this.#dueMs) {
      this.#sample();
      // After a machine was suspended the times that went by are not made up for.
      this.#dueMs = Math.max(this.#dueMs + this.#config.intervalMs, nowMs);
    }
    const restMs = this.#startedAtMs + this.#config.maxLifetimeMs - nowMs;
    const checkMs = this.#watcher === undefined ? CHECK_UNWATCHED_MS : CHECK_MS;
    this.#timer = setTimeout(this.#wake, Math.min(this.#dueMs - nowMs, restMs, checkMs));
  };

  #mayGoOn(): boolean {
    const { folder, parent, maxLifetimeMs } = this.#config;
    if (this.#machine.steadyMs() - this.#startedAtMs >= maxLifetimeMs || this.#writer.isFull) return false;
    return existsSync(runningFile(folder)) && (parent === undefined || isAlive(parent));
  }

  /** Takes the last sample and leaves nothing that would keep the process alive. */
  readonly #end = (): void => {
    if (this.#isEnding) return;
    this.#isEnding = true;
    clearTimeout(this.#timer);
    if (this.#before === undefined) this.#sample();
    // The shortest of jobs has a CPU figure too.
    const sinceStartMs = this.#machine.steadyMs() - this.#startedAtMs;
    if (this.#hasRates) this.#finish();
    else setTimeout(this.#finish, Math.max(0, SHORTEST_RATE_MS - sinceStartMs));
  };

  readonly #finish = (): void => {
    this.#sample();
    this.#writer.close();
    for (const signal of SIGNALS) process.removeListener(signal, this.#end);
  };

  #sample(): void {
    const now = readMachine(this.#machine);
    const sinceMs = now.steadyMs - (this.#before?.steadyMs ?? 0);
    const isTooShort = this.#isEnding && this.#hasRates && sinceMs < SHORTEST_LAST_RATE_MS;
    const sample = computeSample(now, isTooShort ? undefined : this.#before);
    this.#before = now;
    this.#hasRates ||= hasRate(sample);
    const slot = toSlot(sample, this.#config.slotMs);
    const isSame = this.#slot?.startedAtMs === slot.startedAtMs;
    this.#slot = isSame && this.#slot !== undefined ? mergeSlots(this.#slot, slot) : slot;
    this.#writer.write(this.#slot);
  }

  /** So that the end comes at once, not with the next sample. */
  #watch(): void {
    const { folder } = this.#config;
    const own = basename(slotFile(folder));
    try {
      this.#watcher = watch(folder, { persistent: false }, (_, name) => {
        if (name !== own && !existsSync(runningFile(folder))) this.#end();
      });
      this.#watcher.on('error', this.#unwatch);
    } catch {
      // Systems run out of watchers; then the file is looked for from time to time.
      this.#unwatch();
    }
  }

  readonly #unwatch = (): void => {
    this.#watcher?.close();
    this.#watcher = undefined;
  };
}

function hasRate({ figures }: Sample): boolean {
  return figures.cpuPercent !== undefined;
}
