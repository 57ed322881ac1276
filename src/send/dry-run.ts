import type { Window } from '../format/format-windows.ts';
import type { Sender, Tally } from './sender.ts';

/** A sender that shows the exact lines and sends nothing. */
export class DryRunSender implements Sender {
  readonly tally: Tally = { delivery: 'confirmed', evidence: undefined, batches: 0, lines: 0, bytes: 0 };
  readonly #show: (lines: string) => void;

  constructor(show: (lines: string) => void = () => {}) {
    this.#show = show;
  }

  send(window: Window): Promise<void> {
    for (const batch of window) this.#show(Buffer.from(batch.bytes).toString('latin1'));
    return Promise.resolve();
  }
}
