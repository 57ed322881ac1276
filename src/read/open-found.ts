import { type BigIntStats, createReadStream, promises } from 'node:fs';
import { BadReportError } from '../collect/read-report.ts';
import { CarbonError, InputError } from '../model/errors.ts';
import { openRegularFile } from '../util/regular-file.ts';
import { readUntilStopped } from './guard-stream.ts';

/** A file that patterns named. */
export interface FoundFile {
  /** The name in messages: relative if the file is below the current directory. It is never opened. */
  readonly path: string;
  /** Absolute and without links; for a stream, the name that opens it. */
  readonly realPath: string;
  /** A pipe, a device or a file without a name, named by the operator. It can be read once. */
  readonly isStream?: true;
}

/** Standard input as a found file. All other files have an absolute path. */
export const STDIN: FoundFile = { path: '-', realPath: '-', isStream: true };

const READ_BYTES = 262_144;
const CURE = 'Nothing may change the files while they are read.';
const VANISHED = 'the file vanished before it was read';
const CHANGED = 'it is no longer a regular file';

/** The file existed when it was found and has been removed since. */
export class VanishedError extends InputError {}

/** How a file is read. */
export interface Reading {
  /** Stops the reading. */
  readonly signal?: AbortSignal | undefined;
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
}

/**
 * Opens a found file for reading if it is still a regular file that is reached without a link. It waits for no pipe
 * and opens no device. @throws {BadReportError} if the file may not be read.
 */
export async function openFound(file: FoundFile): Promise<promises.FileHandle> {
  try {
    const before = await promises.lstat(file.realPath, { bigint: true });
    if (!before.isFile()) throw toChanged(file);
    const handle = await openRegularFile(file.realPath);
    if (handle === undefined) throw toChanged(file);
    try {
      if (!(await isOpenedAt(handle, { path: file.realPath, before }))) throw toChanged(file);
    } catch (error) {
      await handle.close();
      throw error;
    }
    return handle;
  } catch (error) {
    throw toBadReport(error, file);
  }
}

/**
 * The bytes of a found file, in chunks. @throws {BadReportError} if it cannot be read. @throws {SendError} if
 * `signal` stopped it.
 */
export async function* readFound(
  file: FoundFile,
  { signal, stdin }: Reading = {},
): AsyncGenerator<Uint8Array> {
  try {
    const bytes = file === STDIN && stdin !== undefined ? stdin : await openBytes(file);
    yield* signal === undefined ? bytes : readUntilStopped(bytes, signal);
  } catch (error) {
    throw toBadReport(error, file);
  }
}

async function openBytes(file: FoundFile): Promise<AsyncIterable<Uint8Array>> {
  const options = { highWaterMark: READ_BYTES };
  if (file.isStream !== true) return (await openFound(file)).createReadStream(options);
  return createReadStream(file.realPath, options);
}

/**
 * The same for input of the run that is not a report. @throws {InputError} if it cannot be read. @throws {SendError}
 * if `signal` stopped it.
 */
export async function* readInput(
  file: FoundFile,
  { location, ...reading }: Reading & { readonly location: string },
): AsyncGenerator<Uint8Array> {
  try {
    yield* readFound(file, reading);
  } catch (error) {
    if (!(error instanceof BadReportError)) throw error;
    const fault = { location, ...error.fault };
    throw error.fault.rule === VANISHED ? new VanishedError([fault]) : new InputError([fault]);
  }
}

/** Turns a system error about a file into a fault; returns any other error unchanged. */
export function toBadReport(error: unknown, file: FoundFile): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof BadReportError || error instanceof CarbonError) return error;
  if (code === undefined || code === 'ABORT_ERR') return error;
  if (code === 'ENOENT') {
    return new BadReportError({ rule: VANISHED, value: file.path, cure: CURE });
  }
  if (code === 'ELOOP') return toChanged(file);
  const isRight = code === 'EACCES' || code === 'EPERM';
  const rule = isRight ? 'this user may not read the file' : `the file cannot be read (${code})`;
  const cure = isRight ? 'Give this user the right, or leave the file out with "!".' : 'Make the file again.';
  return new BadReportError({ rule, value: file.path, cure });
}

function toChanged({ path }: FoundFile): BadReportError {
  return new BadReportError({ rule: CHANGED, value: path, cure: CURE });
}

/**
 * Whether an open file is the one that the path names without any link. Otherwise a process that swaps a folder and a
 * link between the check and the opening could lead to another file.
 */
export async function isOpenedAt(
  handle: promises.FileHandle,
  { path, before }: { readonly path: string; readonly before: BigIntStats },
): Promise<boolean> {
  const opened = await readOpenedPath(handle.fd);
  // The kernel knows the path of the open file. Any other check could fall between two swaps.
  if (opened !== undefined) return opened === path;
  const now = await handle.stat({ bigint: true });
  if (!isSame(now, before) || (await promises.realpath(path)) !== path) return false;
  return isSame(now, await promises.lstat(path, { bigint: true }));
}

/** Whether two stats are of one file. Some file systems have no file numbers. */
function isSame(one: BigIntStats, other: BigIntStats): boolean {
  return one.dev === other.dev && one.ino === other.ino;
}

/** The path of an open file on Linux; undefined elsewhere. */
async function readOpenedPath(fd: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined;
  return promises.readlink(`/proc/self/fd/${fd}`).catch(() => undefined);
}
