import { fileURLToPath } from 'node:url';
import { bareEnv, type ChildResult, finishChild, type RunningChild, startChild } from './child.ts';

/** How the built command line is run. */
export interface CliOptions {
  /** Added to an otherwise almost empty environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  readonly cwd?: string;
  /** The absolute path of another Node. */
  readonly node?: string;
  /** Another script, for the tests of this helper. */
  readonly script?: string;
  readonly timeoutMs?: number;
}

/** A command that keeps running, such as `listen`, and the line that showed that it is ready. */
export interface RunningCli extends RunningChild {
  readonly ready: RegExpMatchArray;
}

const builtCli = fileURLToPath(new URL('../../dist/cli/index.js', import.meta.url));

/** Runs the built command line to its end. */
export function runCli(args: readonly string[], options: CliOptions = {}): Promise<ChildResult> {
  return finishChild(spawnCli(args, options), options.timeoutMs);
}

/** Starts the built command line and waits until a line of its output matches. */
export async function startCli(
  args: readonly string[],
  options: CliOptions & { readonly until: RegExp },
): Promise<RunningCli> {
  const child = spawnCli(args, options);
  try {
    return { ...child, ready: await child.waitForOutput(options.until, options.timeoutMs) };
  } catch (error) {
    await child[Symbol.asyncDispose]();
    throw error;
  }
}

/** Starts the built command line. */
export function spawnCli(args: readonly string[], options: CliOptions): RunningChild {
  const { env, stdin, cwd, node = process.execPath, script = builtCli } = options;
  return startChild({
    command: node,
    args: [script, ...args],
    env: { ...bareEnv(), ...env },
    ...(stdin !== undefined && { stdin }),
    ...(cwd !== undefined && { cwd }),
  });
}
