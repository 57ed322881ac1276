import type { BadLine, ReceivedLine } from './parse-line.ts';

/** What has arrived so far, over all connections. */
export interface ReceiverCounts {
  /** Connections accepted, including closed ones. */
  readonly connections: number;
  /** Connections that carried a complete line. A sender may open others to test the receiver. */
  readonly withLines: number;
  /** Good lines; if lines are only counted, everything that ended with LF. */
  readonly lines: number;
  /** Bad lines; if lines are only counted, lines that a connection cut off. */
  readonly badLines: number;
  /** Bytes read, of any content. */
  readonly bytes: number;
}

/** Stores and reports the lines of all connections of one receiver. */
export class Tally {
  readonly lines: ReceivedLine[] = [];
  readonly badLines: BadLine[] = [];
  readonly counts: { -readonly [Key in keyof ReceiverCounts]: number } = {
    connections: 0,
    withLines: 0,
    lines: 0,
    badLines: 0,
    bytes: 0,
  };
  readonly #hooks: TallyHooks;

  constructor(hooks: TallyHooks) {
    this.#hooks = hooks;
  }

  addLine(line: ReceivedLine): void {
    this.counts.lines += 1;
    if (this.#hooks.keep) this.lines.push(line);
    this.#hooks.onLine?.(line);
  }

  addBadLine(bad: BadLine): void {
    this.counts.badLines += 1;
    if (this.#hooks.keep) this.badLines.push(bad);
    this.#hooks.onBadLine?.(bad);
  }
}

interface TallyHooks {
  readonly keep: boolean;
  onLine?: ((line: ReceivedLine) => void) | undefined;
  onBadLine?: ((bad: BadLine) => void) | undefined;
}
