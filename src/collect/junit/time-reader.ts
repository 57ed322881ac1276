import { type Nanoseconds, parseSeconds } from './exact-seconds.ts';
import { parseDuration } from './parse-duration.ts';

const MAX_SHOWN_CHARACTERS = 100;

/** Reads the times of a report and counts the ones that are not understood. */
export class TimeReader {
  #strange = 0;
  #firstStrange = '';

  /** Reads a time attribute; undefined if it is absent, empty or not understood. */
  read(text: string | undefined): Nanoseconds | undefined {
    if (text === undefined || text.trim() === '') return undefined;
    const seconds = parseSeconds(text) ?? parseDuration(text);
    if (seconds !== undefined) return seconds;
    if (this.#strange === 0) this.#firstStrange = text.slice(0, MAX_SHOWN_CHARACTERS);
    this.#strange += 1;
    return undefined;
  }

  /** The number of times that were not understood. */
  get strange(): number {
    return this.#strange;
  }

  /** The first of them. */
  get firstStrange(): string {
    return this.#firstStrange;
  }
}
