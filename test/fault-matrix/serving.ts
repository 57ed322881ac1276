import { fileURLToPath } from 'node:url';
import { bareEnv, type RunningChild, startChild } from '../support/child.ts';
import type { Behaviour } from '../support/faulty-server.ts';

/** A receiver in its own process. */
export interface Serving extends AsyncDisposable {
  readonly port: number;
  readonly child: RunningChild;
  /** Ends it cleanly and returns the lines that it read. */
  readonly finish: () => Promise<string[]>;
}

/** Starts a receiver in its own process, by default on a free port. */
export async function startServing(behaviour: Behaviour, port = 0): Promise<Serving> {
  const script = fileURLToPath(new URL('serve.ts', import.meta.url));
  const args = [script, String(port), JSON.stringify(behaviour)];
  const child = startChild({ command: process.execPath, args, env: bareEnv() });
  const [, bound] = await child.waitForOutput(/^port (\d+)$/m);
  return {
    port: Number(bound),
    child,
    finish: async () => {
      child.kill('SIGTERM');
      await child.exited;
      return JSON.parse(child.stdout().split('\n').at(-2) ?? '[]') as string[];
    },
    [Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
  };
}
