import { type Batch, toText } from '../format/batch.ts';

/** One value of a run that can be judged. */
export interface RunValue {
  readonly path: string;
  /** The path below group and source, and for a collected metric also below the scope. */
  readonly name: string;
  readonly value: number;
  /** Epoch seconds. */
  readonly timestamp: number;
}

const MAX_METRICS = 1000;
/** Paths whose points are counted; of a run with more, the first of them are judged. */
const MAX_COUNTED = 20_000;
const DAY_SECONDS = 86_400;

/**
 * Collects the values of a run that can be judged, in the order of its lines. These are metrics with one point, without
 * tags, dated within a day. Measurements of the runner are not an outcome of the job.
 */
export class RunValues {
  readonly #head: string;
  readonly #nowSeconds: number;
  readonly #values = new Map<string, RunValue | undefined>();
  #uncounted = 0;
  #skipped = 0;

  /** `parent` is the path above the names. */
  constructor(parent: string, nowSeconds: number) {
    this.#head = parent === '' ? '' : `${parent}.`;
    this.#nowSeconds = nowSeconds;
  }

  /** Takes the lines of a window. */
  add(window: readonly Batch[]): void {
    for (const { bytes } of window)
      for (const line of toText(bytes).split('\n')) if (line !== '') this.#addLine(line);
  }

  clear(): void {
    this.#values.clear();
    this.#uncounted = 0;
    this.#skipped = 0;
  }

  list(): readonly RunValue[] {
    return [...this.#values.values()].filter((value) => value !== undefined);
  }

  /** How many lines there were beyond the limit of paths. */
  get uncounted(): number {
    return this.#uncounted;
  }

  /** How many lines a run cannot be judged by, besides measurements of the runner. */
  get skipped(): number {
    return this.#skipped;
  }

  #addLine(line: string): void {
    const [path = '', text = '', time = ''] = line.split(' ');
    const [name, timestamp] = [path.slice(this.#head.length), Number(time)];
    if (name.startsWith('runner.')) return;
    const isRecent = Math.abs(this.#nowSeconds - timestamp) <= DAY_SECONDS;
    if (this.#values.has(path)) {
      // A second point: the value of the run is ambiguous.
      this.#values.set(path, undefined);
      this.#skipped += 1;
    } else if (path.includes(';') || !isRecent) this.#skipped += 1;
    else if (this.#values.size === MAX_COUNTED) this.#uncounted += 1;
    else this.#values.set(path, { path, name, value: Number(text), timestamp });
  }
}

/** The first thousand values of the parts of a run, and the number of the rest. */
export function takeFirst(parts: readonly RunValues[]): {
  readonly values: readonly RunValue[];
  readonly leftOut: number;
} {
  const all = parts.flatMap((part) => part.list());
  const values = all.slice(0, MAX_METRICS);
  const uncounted = parts.reduce((sum, part) => sum + part.uncounted, 0);
  return { values, leftOut: all.length - values.length + uncounted };
}
