import { existsSync, type FSWatcher, watch } from 'node:fs';
import { basename } from 'node:path';
import type { Machine } from './machine.ts';
import { isAlive } from './process-identity.ts';
import { runningFile, type SamplerConfig, slotFile } from './sampler-config.ts';
import { SlotSampler } from './slot-sampler.ts';
import { SlotWriter } from './slot-writer.ts';

/** Between two checks whether the job still runs. */
const CHECK_MS = 5_000;
/** The same where the system cannot watch files, or may lose an event, as macOS does. */
const CHECK_UNWATCHED_MS = 1_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Samples until it is asked to end, until its folder or parent disappears, or until its time is over. Then nothing
 * keeps the process alive.
 */
export function runSampler(config: SamplerConfig, machine: Machine): void {
  new SamplerProcess(config, machine).start();
}

class SamplerProcess {
  readonly #config: SamplerConfig;
  readonly #machine: Machine;
  readonly #writer: SlotWriter;
  readonly #sampler: SlotSampler;
  #watcher: FSWatcher | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isEnding = false;

  constructor(config: SamplerConfig, machine: Machine) {
    this.#config = config;
    this.#machine = machine;
    this.#writer = new SlotWriter(slotFile(config.folder));
    this.#sampler = new SlotSampler(machine, { times: config, onSlot: (slot) => this.#writer.write(slot) });
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
    const nextMs = this.#sampler.sampleIfDue();
    const restMs = this.#config.maxLifetimeMs - this.#sampler.ageMs;
    const isWatched = this.#watcher !== undefined && process.platform !== 'darwin';
    const checkMs = isWatched ? CHECK_MS : CHECK_UNWATCHED_MS;
    this.#timer = setTimeout(this.#wake, Math.min(nextMs, restMs, checkMs));
  };

  #mayGoOn(): boolean {
    const { folder, parent, maxLifetimeMs } = this.#config;
    if (this.#sampler.ageMs >= maxLifetimeMs || this.#writer.isFull) return false;
    return existsSync(runningFile(folder)) && (parent === undefined || isAlive(parent));
  }

  /** Takes the last sample, and leaves nothing that would keep the process alive. */
  readonly #end = (): void => {
    if (this.#isEnding) return;
    this.#isEnding = true;
    clearTimeout(this.#timer);
    const waitMs = this.#sampler.prepareLast();
    if (waitMs === 0) this.#finish();
    else setTimeout(this.#finish, waitMs);
  };

  readonly #finish = (): void => {
    this.#sampler.sampleLast();
    this.#writer.close();
    this.#machine.close();
    for (const signal of SIGNALS) process.removeListener(signal, this.#end);
  };

  /** Wakes up at once when the file is removed, and not at the next sample. */
  #watch(): void {
    const { folder } = this.#config;
    const own = basename(slotFile(folder));
    try {
      this.#watcher = watch(folder, { persistent: false }, (_, name) => {
        if (name !== own && !existsSync(runningFile(folder))) this.#end();
      });
      this.#watcher.on('error', this.#unwatch);
    } catch {
      // If the system has no more watchers, the file is checked from time to time.
      this.#unwatch();
    }
  }

  readonly #unwatch = (): void => {
    this.#watcher?.close();
    this.#watcher = undefined;
  };
}
