import { type Nanoseconds, parseSeconds } from './exact-seconds.ts';
import { parseDuration } from './parse-duration.ts';

const MAX_SHOWN_CHARACTERS = 100;

/** Reads the times of a report, and remembers whether there were some that are none. */
export class TimeReader {
  #understood = 0;
  #strange = 0;
  #firstStrange = '';

  /** A time attribute; undefined where it is absent, empty or no time. */
  read(text: string | undefined): Nanoseconds | undefined {
    if (text === undefined || text.trim() === '') return undefined;
    const seconds = parseSeconds(text) ?? parseDuration(text);
    if (seconds !== undefined) {
      this.#understood += 1;
      return seconds;
    }
    if (this.#strange === 0) this.#firstStrange = text.slice(0, MAX_SHOWN_CHARACTERS);
    this.#strange += 1;
    return undefined;
  }

  /** How many texts were no time. */
  get strange(): number {
    return this.#strange;
  }

  /** The first of them. */
  get firstStrange(): string {
    return this.#firstStrange;
  }

  /** Whether there is a duration: not where the report has times and none of them was understood. */
  get hasDuration(): boolean {
    return this.#understood > 0 || this.#strange === 0;
  }
}
