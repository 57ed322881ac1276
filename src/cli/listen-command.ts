import { once } from 'node:events';
import { type Receiver, startReceiver } from '../receiver/index.ts';
import { untilStopped } from '../util/stop-on-signal.ts';
import type { Console, Flags } from './console.ts';

/** Receives lines until a signal arrives, and prints each; returns the exit code. */
export async function runListen(flags: Flags, console: Console): Promise<number> {
  const [host, port] = [String(flags['host']), Number(flags['port'])];
  return untilStopped(async (signal) => {
    try {
      const shown = new Backpressure(console);
      await using receiver = await startReceiver({
        host,
        port,
        keep: false,
        onLine: ({ text }) => {
          console.out(text);
          shown.apply(receiver);
        },
        onBadLine: ({ text, reason }) => {
          console.err(`bad line (${reason}): ${text.slice(0, 200)}`);
          shown.apply(receiver);
        },
      });
      console.err(`Listening on ${receiver.host} port ${receiver.port}; Ctrl-C ends it.`);
      if (!signal.aborted) await once(signal, 'abort');
      // A busy sender opens one more connection, without a line, to test a late close.
      const { withLines, lines, badLines } = receiver.counts;
      console.err(`Lines: ${lines}. Bad lines: ${badLines}. Connections: ${withLines}.`);
      return 0;
    } catch (error) {
      console.err(`carbonclient: cannot listen on ${host} port ${port}: ${(error as Error).message}`);
      return 1;
    }
  });
}

/** Pauses clients while the output is not read, so that unread lines do not fill the memory. */
class Backpressure {
  readonly #console: Console;
  #isPaused = false;

  constructor(console: Console) {
    this.#console = console;
  }

  apply(receiver: Receiver): void {
    const drained = this.#isPaused ? undefined : this.#console.drained();
    if (drained === undefined) return;
    this.#isPaused = true;
    receiver.pause();
    void drained.then(() => {
      this.#isPaused = false;
      receiver.resume();
    });
  }
}
