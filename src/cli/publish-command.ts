import { stat } from 'node:fs/promises';
import type { JobStatus } from '../collect/job/compute-job.ts';
import type { Collected } from '../model/collected.ts';
import { joinCollected } from '../model/collected.ts';
import { CarbonError, InputError } from '../model/errors.ts';
import { Faults } from '../model/faults.ts';
import type { Options } from '../options/options.ts';
import { publish } from '../publish/publish.ts';
import { type Stopping, stopOnSignal } from '../util/stop-on-signal.ts';
import { askGithub, readToken } from './ask-github.ts';
import type { Console } from './console.ts';
import { warnOfExposedSecrets } from './exposed-secrets.ts';
import { findContext, findMatrix } from './find-context.ts';
import { printError, printResult } from './print-result.ts';
import type { Flags } from './program.ts';
import { startProgress } from './progress.ts';
import { toOptions } from './to-options.ts';

/** The exit code for what `fail-on` includes. */
export const NAMED_BY_FAIL_ON = 3;

/** The parts of a run besides its flags. */
interface Given {
  /** Metrics that were already collected; they are sent in spite of faults of named ones. */
  readonly collected?: readonly Collected[];
  /** Stops the run; by default, a signal does. */
  readonly stopping?: Stopping;
  /** The result of the command of `run`. */
  readonly jobStatus?: JobStatus;
}

/** Sends what the flags name and what was collected; returns the exit code. */
export async function runPublish(
  flags: Flags,
  io: { console: Console; env: NodeJS.ProcessEnv },
  { collected = [], stopping = stopOnSignal(), jobStatus }: Given = {},
): Promise<number> {
  const { console, env } = io;
  const faults = new Faults();
  const options = toOptions(flags, { ...io, faults, endsJob: collected.length === 0 });
  const { signal } = stopping;
  const progress = flags['quiet'] === true ? undefined : await startProgress(await sizeOf(flags['file']));
  try {
    const found = [...collected, ...(await askWhereUseful(flags, options, { env, signal, faults }))];
    const context = await findContext(options, env);
    const result = await publish(
      { ...options, signal, onProgress: ({ lines }) => progress?.send(lines) },
      {
        ...context,
        warnings: [...warnOfExposedSecrets(flags), ...(context.warnings ?? [])],
        faults,
        jobStatus,
        stdin: process.stdin,
        onRead: progress?.add,
        ...(found.length === 0 ? {} : { collected: joinCollected(found) }),
        sendsCollectedDespiteFaults: collected.length > 0,
      },
    );
    progress?.end();
    await printResult(result, flags, console);
    return (result.check?.failing.length ?? 0) > 0 ? NAMED_BY_FAIL_ON : 0;
  } catch (error) {
    progress?.end();
    if (!(error instanceof CarbonError)) throw error;
    await printError(error, flags, console);
    return error instanceof InputError ? 2 : 1;
  } finally {
    stopping.end();
    // A stopped run may leave standard input half read, and an open pipe keeps the process alive.
    if (signal.aborted) process.stdin.destroy();
  }
}

/** What GitHub knows of this job, if the flags ask for it and the run will send. */
async function askWhereUseful(
  flags: Flags,
  options: Options,
  context: { env: NodeJS.ProcessEnv; faults: Faults; signal: AbortSignal },
): Promise<Collected[]> {
  const { env, faults, signal } = context;
  const token = readToken(flags, { env, faults });
  if (token === undefined) return [];
  const { checkOptions } = await import('../library/check-options.ts');
  if ((await checkOptions(options, await findContext(options, env))) !== undefined) return [];
  return [await askGithub(token, flags, { matrix: findMatrix(options), env, signal })];
}

/** The total bytes of the streamed files; undefined if one of them has no size. */
async function sizeOf(files: Flags[string]): Promise<number | undefined> {
  if (!Array.isArray(files) || files.length === 0 || files.includes('-')) return undefined;
  const sizes = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ size }) => size,
        () => Number.NaN,
      ),
    ),
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return Number.isNaN(total) ? undefined : total;
}
