import type { ByteSink } from './byte-sink.ts';
import type { Tally } from './tally.ts';

const LF = 0x0a;

/** Counts what ends with LF and looks at nothing else, for when only the speed of the sender is in question. */
export class LineCounter implements ByteSink {
  readonly #tally: Tally;
  #withoutLf = false;

  constructor(tally: Tally) {
    this.#tally = tally;
  }

  push(chunk: Buffer): void {
    let lines = 0;
    for (let lf = chunk.indexOf(LF); lf !== -1; lf = chunk.indexOf(LF, lf + 1)) lines += 1;
    this.#tally.counts.lines += lines;
    this.#tally.counts.bytes += chunk.length;
    this.#withoutLf = chunk.at(-1) !== LF;
  }

  end(): void {
    if (this.#withoutLf) this.#tally.counts.badLines += 1;
    this.#withoutLf = false;
  }
}
