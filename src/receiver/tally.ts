import type { BadLine, ReceivedLine } from './parse-line.ts';

/** What has arrived so far, over all connections. */
export interface ReceiverCounts {
  /** Connections accepted, closed ones included. */
  readonly connections: number;
  /** Good lines; where lines are only counted, everything that ended with LF. */
  readonly lines: number;
  /** Bad lines; where lines are only counted, those that a connection broke off in. */
  readonly badLines: number;
  /** Bytes read, whatever was in them. */
  readonly bytes: number;
}

/** Keeps and passes on what the connections of one receiver find. */
export class Tally {
  readonly lines: ReceivedLine[] = [];
  readonly badLines: BadLine[] = [];
  readonly counts: { -readonly [Key in keyof ReceiverCounts]: number } = {
    connections: 0,
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
