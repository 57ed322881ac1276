import { once } from 'node:events';
import { startReceiver } from '../receiver/index.ts';
import type { Console } from './console.ts';
import type { Flags } from './program.ts';

/** Receives lines until a signal comes, and shows each; returns the exit code. */
export async function runListen(flags: Flags, console: Console): Promise<number> {
  const [host, port] = [String(flags['host']), Number(flags['port'])];
  const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  try {
    await using receiver = await startReceiver({
      host,
      port,
      keep: false,
      onLine: ({ text }) => console.out(text),
      onBadLine: ({ text, reason }) => console.err(`bad line (${reason}): ${text.slice(0, 200)}`),
    });
    console.err(`Listening on ${receiver.host} port ${receiver.port}; Ctrl-C ends it.`);
    await stopped;
    const { connections, lines, badLines } = receiver.counts;
    console.err(`Lines: ${lines}. Bad lines: ${badLines}. Connections: ${connections}.`);
    return 0;
  } catch (error) {
    console.err(`carbonclient: cannot listen on ${host} port ${port}: ${(error as Error).message}`);
    return 1;
  }
}
