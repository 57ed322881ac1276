import type { Progress } from '../config/publish-options.ts';
import type { Window } from '../format/format-windows.ts';
import type { Connect, Ending, Evidence } from './transport.ts';

/** What a run has sent so far; of several windows the worst counts. */
export interface Tally {
  readonly delivery: 'confirmed' | 'sent';
  readonly evidence: Evidence | undefined;
  readonly batches: number;
  readonly lines: number;
  readonly bytes: number;
}

/** Delivers windows, one after the other. */
export interface Sender {
  readonly tally: Tally;
  /** Resolves when the window is confirmed or sent. @throws {SendError} */
  send(window: Window, signal: AbortSignal): Promise<void>;
}

/** A sender that opens one connection for each window. */
export class WindowSender implements Sender {
  readonly #connect: Connect;
  readonly #onProgress: ((progress: Progress) => void) | undefined;
  #tally: Tally = { delivery: 'confirmed', evidence: undefined, batches: 0, lines: 0, bytes: 0 };

  constructor(connect: Connect, onProgress?: (progress: Progress) => void) {
    this.#connect = connect;
    this.#onProgress = onProgress;
  }

  get tally(): Tally {
    return this.#tally;
  }

  async send(window: Window, signal: AbortSignal): Promise<void> {
    const ending = await carry(window, await this.#connect({ signal }));
    const before = this.#tally;
    this.#tally = {
      ...worse(before, ending),
      batches: before.batches + window.length,
      lines: before.lines + sum(window, (batch) => batch.lines),
      bytes: before.bytes + sum(window, (batch) => batch.bytes.length),
    };
    this.#onProgress?.({ lines: this.#tally.lines, bytes: this.#tally.bytes });
  }
}

async function carry(window: Window, connection: Awaited<ReturnType<Connect>>): Promise<Ending> {
  try {
    for (const batch of window) await connection.write(batch.bytes);
    return await connection.finish();
  } catch (error) {
    connection.destroy();
    throw error;
  }
}

function worse(before: Tally, ending: Ending): Pick<Tally, 'delivery' | 'evidence'> {
  const delivery = before.delivery === 'sent' || ending.kind === 'sent' ? 'sent' : 'confirmed';
  const evidence = ending.kind === 'confirmed' ? ending.evidence : undefined;
  return { delivery, evidence: before.evidence === 'close' ? 'close' : (evidence ?? before.evidence) };
}

function sum<Item>(items: readonly Item[], size: (item: Item) => number): number {
  return items.reduce((total, item) => total + size(item), 0);
}
