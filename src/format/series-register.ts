import { quote } from '../model/errors.ts';
import { HashTable } from '../util/hash-table.ts';
import { hashText, joinHashes } from '../util/hash-text.ts';
import { copyText } from '../util/text.ts';
import { EXTRA_CHARACTERS } from './path.ts';

/** Why a metric may not be sent together with an earlier one. */
type Clash =
  | {
      readonly kind: 'same-path';
      /** Undefined if there were too many names to remember. */
      readonly earlierName: string | undefined;
    }
  | { readonly kind: 'same-point' };

/** One point that must differ from all others. */
export interface RegisteredPoint {
  /** The path with its tags. */
  readonly series: string;
  readonly path: string;
  /** The name that became the path. */
  readonly name: string;
  /** Epoch seconds. */
  readonly timestamp: number;
  /** The hash of the series, as from `hashText`. */
  readonly hash: number;
}

const MAX_NAMES = 1000;

/**
 * Remembers the points of one window or of a whole run, so that no metric silently overwrites another. It keeps only
 * hashes, one to three per point, of 16 to 32 bytes each. If the hashes match, `wasWritten` decides.
 */
export class SeriesRegister {
  readonly #runTimestamp: number;
  readonly #wasWritten: (series: string, timestamp?: number) => boolean;
  /** The hash of the series for a point at the run's time; otherwise that hash joined with the time. */
  readonly #points = new HashTable();
  /** Series whose name is their path, at other times than the run's. */
  readonly #timedSeries = new HashTable();
  /** Series whose name is not their path, and each joined with its name. */
  readonly #renamedSeries = new HashTable();
  readonly #renames = new HashTable();
  /** The first of those names. */
  readonly #names = new Map<string, string>();

  /** `wasWritten` says whether a series really has a line, with that time or with any time. */
  constructor(runTimestamp: number, wasWritten: (series: string, timestamp?: number) => boolean) {
    this.#runTimestamp = runTimestamp;
    this.#wasWritten = wasWritten;
  }

  /**
   * Registers a point whose name is its path, at the run's time and without its own tags. Returns false if there may
   * be a clash; `add` then decides.
   */
  addUsual(hash: number): boolean {
    return this.#renamedSeries.size === 0 && this.#points.add(hash);
  }

  /** Registers one point, or returns the clash with an earlier point. */
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
   * Registers a point whose name can still be changed. Returns false without registering if its place may be taken:
   * changing the name is faster than a certain answer.
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

  /** The clash with another name that became this series, if there is one. */
  #findRenamed({ series, hash }: RegisteredPoint): Clash | undefined {
    if (!this.#renamedSeries.has(hash) || !this.#wasWritten(series)) return undefined;
    return { kind: 'same-path', earlierName: this.#names.get(series) };
  }

  /** The clash with another name whose series this name has, if there is one. */
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

/** The rule that a point breaks by its clash with an earlier one, and the cure; `series` is with group and source. */
export function explainClash(
  clash: Clash,
  { series, name, timestamp }: RegisteredPoint,
): { readonly rule: string; readonly cure: string } {
  if (clash.kind === 'same-point') {
    const rule = `the same path and timestamp are given twice: ${quote(name)} is ${quote(series)} at ${timestamp} both times`;
    return { rule, cure: 'Keep one of them.' };
  }
  const earlier = clash.earlierName === undefined ? 'an earlier one' : quote(clash.earlierName);
  const hasSign = [...EXTRA_CHARACTERS].some((sign) => `${clash.earlierName}${name}`.includes(sign));
  const more = hasSign ? ', or keep the character that distinguishes them with extra-characters' : '';
  return {
    rule: `two names become one path: ${earlier} and ${quote(name)} are both ${quote(series)}`,
    cure: `Rename one of them${more}.`,
  };
}
