import { copyText } from '../util/copy-text.ts';
import { HashTable } from '../util/hash-table.ts';
import { hashText, joinHashes } from '../util/hash-text.ts';

/** Why a metric may not be sent beside an earlier one. */
export type Clash =
  | {
      readonly kind: 'same-path';
      /** Absent where it was one of very many. */
      readonly earlierName: string | undefined;
    }
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

const MAX_NAMES = 1000;

/**
 * Remembers the points of one window or of a whole run, so that no two metrics overwrite each other unseen. Of a point
 * it keeps hashes alone, one to three of 16 to 32 bytes: what they suspect is looked up for certain.
 */
export class SeriesRegister {
  readonly #runTimestamp: number;
  readonly #wasWritten: (series: string, timestamp?: number) => boolean;
  /** A point at the run's time has its series' hash, any other one joined with its time. */
  readonly #points = new HashTable();
  /** Series whose name is their path, at other times than the run's. */
  readonly #timedSeries = new HashTable();
  /** Series whose name is not their path, and each joined with its name. */
  readonly #renamedSeries = new HashTable();
  readonly #renames = new HashTable();
  /** The first of those names. */
  readonly #names = new Map<string, string>();

  /** `wasWritten` says for certain whether a series has a line, with that time or with any. */
  constructor(runTimestamp: number, wasWritten: (series: string, timestamp?: number) => boolean) {
    this.#runTimestamp = runTimestamp;
    this.#wasWritten = wasWritten;
  }

  /**
   * Registers a point whose name is its path, at the run's time and without tags of its own; false where there may be a
   * clash, which `add` then tells.
   */
  addUsual(hash: number): boolean {
    return this.#renamedSeries.size === 0 && this.#points.add(hash);
  }

  /** Registers one point; returns the clash instead where an earlier one stands in its place. */
  add(point: RegisteredPoint): Clash | undefined {
    const { series, path, name, timestamp, hash } = point;
    const isAtRunTime = timestamp === this.#runTimestamp;
    const clash = name === path ? this.#findRenamed(point) : this.#findOtherName(point);
    if (clash !== undefined) return clash;
    const isNew = this.#points.add(isAtRunTime ? hash : joinHashes(hash, timestamp));
    if (!isNew && this.#wasWritten(series, timestamp)) return { kind: 'same-point' };
    if (name !== path) this.#addRenamed(point);
    else if (!isAtRunTime) this.#timedSeries.add(hash);
    return undefined;
  }

  /**
   * Registers a point whose name can still be changed; false, and nothing is registered, where its place may be taken. The
   * suspicion is enough: to look for certain would take longer than to change the name.
   */
  addUnlessTaken({ timestamp, hash }: Pick<RegisteredPoint, 'timestamp' | 'hash'>): boolean {
    if (this.#renamedSeries.has(hash)) return false;
    const isAtRunTime = timestamp === this.#runTimestamp;
    if (!this.#points.add(isAtRunTime ? hash : joinHashes(hash, timestamp))) return false;
    if (!isAtRunTime) this.#timedSeries.add(hash);
    return true;
  }

  clear(): void {
    this.#points.clear();
    this.#timedSeries.clear();
    this.#renamedSeries.clear();
    this.#renames.clear();
    this.#names.clear();
  }

  /** Whether another name became the series that this one is. */
  #findRenamed({ series, hash }: RegisteredPoint): Clash | undefined {
    if (!this.#renamedSeries.has(hash) || !this.#wasWritten(series)) return undefined;
    return { kind: 'same-path', earlierName: this.#names.get(series) };
  }

  /** Whether the series that this name becomes is there under another. */
  #findOtherName({ series, path, name, hash }: RegisteredPoint): Clash | undefined {
    if (this.#renames.has(joinHashes(hash, hashText(name)))) return undefined;
    const isRenamed = this.#renamedSeries.has(hash);
    if (!isRenamed && !this.#points.has(hash) && !this.#timedSeries.has(hash)) return undefined;
    if (!this.#wasWritten(series)) return undefined;
    return { kind: 'same-path', earlierName: isRenamed ? this.#names.get(series) : path };
  }

  #addRenamed({ series, name, hash }: RegisteredPoint): void {
    this.#renamedSeries.add(hash);
    this.#renames.add(joinHashes(hash, hashText(name)));
    if (this.#names.size < MAX_NAMES) this.#names.set(copyText(series), copyText(name));
  }
}
