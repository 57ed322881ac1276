import { type Batch, toText } from '../format/batch.ts';
import { joinPath } from '../format/path.ts';

/** One value of a run that can be judged. */
export interface RunValue {
  readonly path: string;
  /** The path below group, source and scope. */
  readonly name: string;
  readonly value: number;
  /** Epoch seconds. */
  readonly timestamp: number;
}

/** Where a run's metrics are. */
export interface RunPlace {
  /** Group and source. */
  readonly prefix: string;
  readonly scope: string;
}

const MAX_METRICS = 1000;
/** Paths whose points are counted; of a run with more, the first of them are judged. */
const MAX_COUNTED = 20_000;
const DAY_SECONDS = 86_400;

/**
 * Gathers the values of a run that can be judged, in the order of its lines: metrics with one point, without tags, dated
 * within a day. What the runner was measured at is no outcome of the job.
 */
export class RunValues {
  readonly #place: RunPlace;
  readonly #nowSeconds: number;
  readonly #values = new Map<string, RunValue | undefined>();
  #uncounted = 0;

  constructor(place: RunPlace, nowSeconds: number) {
    this.#place = place;
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
  }

  /** The values, at most a thousand, and how many more there are. */
  take(): { readonly values: readonly RunValue[]; readonly leftOut: number } {
    const all = [...this.#values.values()].filter((value) => value !== undefined);
    const values = all.slice(0, MAX_METRICS);
    return { values, leftOut: all.length - values.length + this.#uncounted };
  }

  #addLine(line: string): void {
    const [path = '', text = '', time = ''] = line.split(' ');
    if (path.includes(';')) return;
    if (this.#values.has(path)) {
      // A second point: which of them is the run's value is not known.
      this.#values.set(path, undefined);
      return;
    }
    const [name, timestamp] = [this.#findName(path), Number(time)];
    const isRecent = Math.abs(this.#nowSeconds - timestamp) <= DAY_SECONDS;
    if (name.startsWith('runner.') || !isRecent) return;
    if (this.#values.size === MAX_COUNTED) this.#uncounted += 1;
    else this.#values.set(path, { path, name, value: Number(text), timestamp });
  }

  #findName(path: string): string {
    const { prefix, scope } = this.#place;
    for (const head of [joinPath([prefix, scope]), prefix])
      if (head !== '' && path.startsWith(`${head}.`)) return path.slice(head.length + 1);
    return path;
  }
}
