import { type ChildProcess, spawn } from 'node:child_process';
import { dropOldTimeWarning } from './old-times.ts';

/** How a program ended. */
export interface ChildExit {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The output and exit of a program. */
export interface ChildResult extends ChildExit {
  readonly stdout: string;
  readonly stderr: string;
}

/** A program to start. It gets nothing of this process's environment unless named. */
export interface ChildOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Written to its standard input, which is then closed. */
  readonly stdin?: string | Uint8Array;
  /** Whether its standard input stays open for `write`. */
  readonly isInputOpen?: boolean;
}

/** A running program. Disposing of it kills it by its pid. */
export interface RunningChild extends AsyncDisposable {
  readonly pid: number;
  /** Settles when the program ended and both its streams are closed. */
  readonly exited: Promise<ChildExit>;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves with the first match in stdout or stderr; rejects when the program ends or the time is up. */
  readonly waitForOutput: (pattern: RegExp, timeoutMs?: number) => Promise<RegExpMatchArray>;
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly write: (text: string) => void;
}

const running = new Set<ChildProcess>();
process.once('exit', killRunning);

/** Kills every program that was started here and still runs, and returns their names. */
export function killRunning(): string[] {
  const left = [...running];
  for (const child of left) child.kill('SIGKILL');
  running.clear();
  return left.map((child) => child.spawnargs.join(' '));
}

/** Starts a program with exactly the given environment. */
export function startChild({
  command,
  args,
  env,
  cwd,
  stdin,
  isInputOpen = false,
}: ChildOptions): RunningChild {
  const child = spawn(command, [...args], {
    env: { ...env },
    stdio: 'pipe',
    ...(cwd !== undefined && { cwd }),
  });
  running.add(child);
  const chunks = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  const watchers = new Set<() => void>();
  const text = (stream: 'stdout' | 'stderr'): string => Buffer.concat(chunks[stream]).toString('utf8');
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].on('data', (chunk: Buffer) => {
      chunks[stream].push(chunk);
      for (const watch of watchers) watch();
    });
  }
  // A program may end without reading its input.
  child.stdin.on('error', () => {});
  if (!isInputOpen) child.stdin.end(stdin);

  const exited = new Promise<ChildExit>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode, signal) => resolve({ exitCode, signal }));
  }).finally(() => running.delete(child));
  exited.catch(() => {});
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await exited.catch(() => {});
  };

  return {
    pid: child.pid ?? -1,
    exited,
    stdout: () => text('stdout'),
    stderr: () => text('stderr'),
    waitForOutput: (pattern, timeoutMs = 120_000) =>
      new Promise((resolve, reject) => {
        const settle = (finish: () => void): void => {
          clearTimeout(timer);
          watchers.delete(watch);
          finish();
        };
        const fail = (why: string): void =>
          settle(() => reject(new Error(`${why} before ${pattern}\n${text('stdout')}\n${text('stderr')}`)));
        const watch = (): void => {
          const match = text('stdout').match(pattern) ?? text('stderr').match(pattern);
          if (match) settle(() => resolve(match));
        };
        const timer = setTimeout(() => fail(`${command}: ${timeoutMs} ms passed`), timeoutMs);
        watchers.add(watch);
        watch();
        exited.then(
          ({ exitCode, signal }) => fail(`${command} ended (${signal ?? exitCode})`),
          (error: unknown) => fail(`${command} did not start (${error})`),
        );
      }),
    write: (text) => void child.stdin.write(text),
    kill: (signal) => {
      child.kill(signal);
    },
    [Symbol.asyncDispose]: stop,
  };
}

/** Waits for the end of a program. If it takes too long, kills it and throws its output. */
export async function finishChild(child: RunningChild, timeoutMs = 240_000): Promise<ChildResult> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    const fail = (): void =>
      reject(new Error(`the program still ran after ${timeoutMs} ms\n${child.stdout()}\n${child.stderr()}`));
    timer = setTimeout(fail, timeoutMs);
  });
  try {
    const exit = await Promise.race([child.exited, tooLong]);
    return {
      ...exit,
      stdout: dropOldTimeWarning(child.stdout()),
      stderr: dropOldTimeWarning(child.stderr()),
    };
  } finally {
    clearTimeout(timer);
    await child[Symbol.asyncDispose]();
  }
}

/** The few variables that programs need to start on every system. */
export function bareEnv(): Record<string, string> {
  const names = ['PATH', 'HOME', 'SystemRoot', 'TEMP', 'TMP', 'USERPROFILE'];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
