import { type Nanoseconds, parseSeconds } from './exact-seconds.ts';
import { parseDuration } from './parse-duration.ts';

const MAX_SHOWN_CHARACTERS = 100;

/** Reads the times of a report and counts the ones that are not understood. */
export class TimeReader {
  #unknown = 0;
  #firstUnknown = '';

  /** Reads a time attribute; undefined if it is absent, empty or not understood. */
  read(text: string | undefined): Nanoseconds | undefined {
    if (text === undefined || text.trim() === '') return undefined;
    const seconds = parseSeconds(text) ?? parseDuration(text);
    if (seconds !== undefined) return seconds;
    if (this.#unknown === 0) this.#firstUnknown = text.slice(0, MAX_SHOWN_CHARACTERS);
    this.#unknown += 1;
    return undefined;
  }

  /** The number of times that were not understood. */
  get unknown(): number {
    return this.#unknown;
  }

  /** The first of them. */
  get firstUnknown(): string {
    return this.#firstUnknown;
  }
}
