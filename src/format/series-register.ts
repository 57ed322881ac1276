import { HashTable } from './hash-table.ts';

/** Why a metric may not be sent beside an earlier one of its window. */
export type Clash =
  | { readonly kind: 'same-path'; readonly earlierName: string }
  | { readonly kind: 'same-point' };

/** One point to be told apart from others. */
export interface RegisteredPoint {
  /** The path with its tags. */
  readonly series: string;
  readonly path: string;
  /** The name that became the path. */
  readonly name: string;
  /** Epoch seconds. */
  readonly timestamp: number;
  /** The series' hash, as `hashText` makes it. */
  readonly hash: number;
}

/** Remembers the series of one window, so that no two metrics overwrite each other unseen. */
export class SeriesRegister {
  readonly #runTimestamp: number;
  readonly #wasWritten: (series: string) => boolean;
  /** Names that are paths already, at the run's time: kept as hashes alone. */
  readonly #usual = new HashTable();
  readonly #others = new Map<string, { readonly name: string; readonly timestamps: Set<number> }>();

  /** `wasWritten` says for certain whether a series stands in the window with the run's timestamp. */
  constructor(runTimestamp: number, wasWritten: (series: string) => boolean) {
    this.#runTimestamp = runTimestamp;
    this.#wasWritten = wasWritten;
  }

  /** Registers one point; returns the clash instead where an earlier one stands in its place. */
  add(point: RegisteredPoint): Clash | undefined {
    const { series, path, name, timestamp, hash } = point;
    const isUsual = name === path && timestamp === this.#runTimestamp;
    if (isUsual && this.#others.size === 0) {
      if (this.#usual.add(hash)) return undefined;
      return this.#wasWritten(series) ? { kind: 'same-point' } : undefined;
    }
    const clash = this.#findClash(point);
    if (clash !== undefined) return clash;
    if (isUsual) this.#usual.add(hash);
    else this.#addOther(point);
    return undefined;
  }

  clear(): void {
    this.#usual.clear();
    this.#others.clear();
  }

  #findClash({ series, path, name, timestamp, hash }: RegisteredPoint): Clash | undefined {
    const other = this.#others.get(series);
    if (other !== undefined && other.name !== name) return { kind: 'same-path', earlierName: other.name };
    if (other?.timestamps.has(timestamp)) return { kind: 'same-point' };
    const mayClash = name !== path || timestamp === this.#runTimestamp;
    if (!mayClash || !this.#usual.has(hash) || !this.#wasWritten(series)) return undefined;
    return name === path ? { kind: 'same-point' } : { kind: 'same-path', earlierName: path };
  }

  #addOther({ series, name, timestamp }: RegisteredPoint): void {
    const other = this.#others.get(series);
    if (other === undefined) this.#others.set(series, { name, timestamps: new Set([timestamp]) });
    else other.timestamps.add(timestamp);
  }
}
