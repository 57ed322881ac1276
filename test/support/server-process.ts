import { onTestFailed } from 'vitest';
import { type RunningChild, startChild } from './child.ts';
import { findProgram } from './needs.ts';
import { type ReservedPorts, reservePorts, waitForPorts } from './ports.ts';
import { createTempDir, type TempDir } from './temp-dir.ts';

/** A real server with its own directory and ports. It ends with the test's scope. */
export interface ServerProcess extends AsyncDisposable {
  readonly host: string;
  readonly ports: readonly number[];
  readonly dir: string;
  readonly pid: number;
  readonly child: RunningChild;
}

/** How to start a server. */
export interface ServerOptions {
  readonly host: string;
  readonly portCount: number;
  /** Writes the configuration into `dir` and returns the command. */
  readonly prepare: (place: { dir: string; ports: readonly number[] }) => Promise<{
    command: string;
    args: readonly string[];
  }>;
}

/** Starts a server and waits until all its ports accept connections. If the start fails, throws its output. */
export async function startServerProcess({
  host,
  portCount,
  prepare,
}: ServerOptions): Promise<ServerProcess> {
  const dir = await createTempDir('server-');
  const reserved = await reservePorts(portCount, host);
  let child: RunningChild | undefined;
  try {
    const { command, args } = await prepare({ dir: dir.path, ports: reserved.ports });
    const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8' };
    const setpriv = findProgram('setpriv');
    // Linux ends the server with this process, also if this process is killed.
    child =
      setpriv === undefined
        ? startChild({ command, args, env })
        : startChild({ command: setpriv, args: ['--pdeathsig', 'KILL', command, ...args], env });
    const gone = child.exited.then(({ exitCode, signal }) => {
      throw new Error(`it ended (${signal ?? exitCode})`);
    });
    gone.catch(() => {});
    await waitForPorts({ host, ports: reserved.ports, gone });
    const { pid } = child;
    printIfTestFails(child, command);
    const dispose = stopper({ child, reserved, dir });
    return { host, ports: reserved.ports, dir: dir.path, pid, child, [Symbol.asyncDispose]: dispose };
  } catch (cause) {
    const output = child ? `${child.stdout()}${child.stderr()}` : '';
    await stopper({ child, reserved, dir })();
    throw new Error(`a server did not start: ${cause}\n${output}`, { cause });
  }
}

const PRINTED_CHARACTERS = 3_000;

/** What a real server printed last is often the only trace of a failure that comes once in a hundred runs. */
function printIfTestFails(child: RunningChild, command: string): void {
  try {
    onTestFailed(() => {
      const output = `${child.stdout()}${child.stderr()}`.slice(-PRINTED_CHARACTERS);
      process.stderr.write(`The last output of ${command} (process ${child.pid}):\n${output}\n`);
    });
  } catch {
    // A bench starts servers too, and so does a file before its tests.
  }
}

function stopper({
  child,
  reserved,
  dir,
}: {
  readonly child: RunningChild | undefined;
  readonly reserved: ReservedPorts;
  readonly dir: TempDir;
}): () => Promise<void> {
  return async () => {
    await child?.[Symbol.asyncDispose]();
    await reserved[Symbol.asyncDispose]();
    await dir[Symbol.asyncDispose]();
  };
}
