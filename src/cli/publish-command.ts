import { stat } from 'node:fs/promises';
import { publishRun } from '../library/publish-run.ts';
import type { Collected } from '../model/collected.ts';
import { Faults } from '../model/faults.ts';
import type { JobStatus } from '../model/figures.ts';
import { explainUnchecked } from '../options/explain-unchecked.ts';
import { toCamelCase } from '../options/named-rows.ts';
import { listOptions } from '../options/options.ts';
import { variableOf } from '../options/variables.ts';
import { isKeyLike } from '../util/pem-text.ts';
import { type Stopping, stopOnSignal } from '../util/stop-on-signal.ts';
import type { Flags, Io } from './console.ts';
import { printError } from './print-error.ts';
import { printResult } from './print-result.ts';
import { startProgress } from './progress.ts';
import { findContext, readToken, toOptions } from './to-options.ts';

/** The exit code for what `fail-on` includes. */
export const NAMED_BY_FAIL_ON = 3;

/** The parts of a run besides its flags. */
interface RunIo extends Io {
  /** Metrics that were already collected; they are sent in spite of faults of named ones. */
  readonly collected?: readonly Collected[];
  /** Stops the run; by default, a signal does. */
  readonly stopping?: Stopping;
  /** The result of the command of `run`. */
  readonly jobStatus?: JobStatus;
}

/** Sends what the flags name and what was collected; returns the exit code. */
export async function runPublish(flags: Flags, io: RunIo): Promise<number> {
  const { console, env, collected, stopping = stopOnSignal(), jobStatus } = io;
  const faults = new Faults();
  const options = toOptions(flags, { console, env, faults, endsJob: collected === undefined });
  const { signal } = stopping;
  const progress = flags['quiet'] === true ? undefined : startProgress(await sizeOf(flags['file']), env);
  try {
    const context = await findContext(options, env);
    const result = await publishRun(
      { ...options, signal, onProgress: ({ lines }) => progress?.send(lines) },
      {
        ...context,
        githubToken: readToken(flags, { env, faults }),
        warnings: [...warnOfExposedSecrets(flags), ...(context.warnings ?? [])],
        faults,
        jobStatus,
        stdin: process.stdin,
        onRead: progress?.add,
        collected,
        sendsCollectedDespiteFaults: collected !== undefined,
      },
    );
    progress?.end();
    // Not what the environment gives: it may be the same for all commands.
    const unchecked = explainUnchecked({ ...flags, check: options.check }, 'cli');
    if (unchecked !== undefined && flags['quiet'] !== true) console.err(unchecked);
    await printResult(result, { flags, console });
    return (result.check?.failing.length ?? 0) > 0 ? NAMED_BY_FAIL_ON : 0;
  } catch (error) {
    progress?.end();
    return await printError(error, { flags, console });
  } finally {
    stopping.end();
    // A stopped run may leave standard input half read, and an open pipe keeps the process alive.
    if (signal.aborted) process.stdin.destroy();
  }
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

/** A warning for each secret on the command line, which every process of the machine can read. */
function warnOfExposedSecrets(flags: Flags): readonly string[] {
  return listOptions('cli').flatMap((row) => {
    const text = flags[toCamelCase(row.cli?.option ?? row.name)];
    const isSecret = row.secret === true && typeof text === 'string' && text !== '';
    // A path is not a secret.
    if (!isSecret || (row.kind === 'pem' && !isKeyLike(text) && !text.includes('PRIVATE KEY-----')))
      return [];
    return [
      `${row.name}: it is on the command line, which every process of this machine can read. Give it in the environment variable ${variableOf(row)}.`,
    ];
  });
}
