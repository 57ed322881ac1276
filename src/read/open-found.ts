import { constants, createReadStream, promises } from 'node:fs';
import { BadReportError } from '../collect/bad-report.ts';
import { InputError } from '../model/errors.ts';
import type { FoundFile } from './found-file.ts';

const READ_BYTES = 262_144;
const CURE = 'Nothing may change the files while they are read.';

/**
 * Opens a file for reading if it is still what was found: a regular file, reached without a link. A change between the
 * looks is seen by the look after opening; only who changes folders at that very moment, twice, gets past, and he runs
 * code on this machine already. Waits for no pipe and opens no device.
 * @throws {BadReportError} where it may not be read.
 */
export async function openFound(file: FoundFile): Promise<promises.FileHandle> {
  try {
    if (!(await promises.lstat(file.realPath)).isFile()) throw toChanged(file);
    // Windows knows neither flag.
    const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
    const handle = await promises.open(file.realPath, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
      const isSame = (await promises.realpath(file.realPath)) === file.realPath;
      if (!isSame || !(await handle.stat()).isFile()) throw toChanged(file);
    } catch (error) {
      await handle.close();
      throw error;
    }
    return handle;
  } catch (error) {
    throw toBadReport(error, file);
  }
}

/** The bytes of a file that was found, in chunks. @throws {BadReportError} where it cannot be read. */
export async function* readFound(file: FoundFile): AsyncGenerator<Uint8Array> {
  const options = { highWaterMark: READ_BYTES };
  try {
    const stream =
      file.isStream === true
        ? createReadStream(file.realPath, options)
        : (await openFound(file)).createReadStream(options);
    yield* stream as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw toBadReport(error, file);
  }
}

/** The same for what is no report, but input of the run. @throws {InputError} where it cannot be read. */
export async function* readInput(file: FoundFile, location: string): AsyncGenerator<Uint8Array> {
  try {
    yield* readFound(file);
  } catch (error) {
    if (!(error instanceof BadReportError)) throw error;
    throw new InputError([{ location, ...error.fault }]);
  }
}

/** What the system says of a file, in the words of a fault; an error of any other kind is passed on. */
export function toBadReport(error: unknown, file: FoundFile): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof BadReportError || code === undefined || code === 'ABORT_ERR') return error;
  if (code === 'ENOENT') {
    return new BadReportError({ rule: 'the file vanished before it was read', value: file.path, cure: CURE });
  }
  if (code === 'ELOOP') return toChanged(file);
  const isRight = code === 'EACCES' || code === 'EPERM';
  const rule = isRight ? 'this user may not read the file' : `the file cannot be read (${code})`;
  const cure = isRight ? 'Give this user the right, or leave the file out with "!".' : 'Make the file again.';
  return new BadReportError({ rule, value: file.path, cure });
}

function toChanged({ path }: FoundFile): BadReportError {
  return new BadReportError({ rule: 'it was a regular file, and is none any more', value: path, cure: CURE });
}
