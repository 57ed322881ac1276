import { type Fault, InputError } from '../model/errors.ts';
import { openRegularFile } from '../util/regular-file.ts';

/** Every authority that a browser trusts takes 250 KiB as PEM. */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * The bytes of a small file. @throws {InputError} if it cannot be read. A pipe would make the run wait for its writer, and
 * a device may have no end, so both are refused.
 */
export async function readBytes(path: string, location: string): Promise<Uint8Array> {
  let bytes: Uint8Array | undefined;
  try {
    bytes = await readRegularFile(path);
  } catch (error) {
    throw new InputError([explainFileError(error, { path, location })]);
  }
  if (bytes !== undefined) return bytes;
  const rule = `it is no regular file of at most ${MAX_BYTES / 1024 / 1024} MiB`;
  throw new InputError([{ location, rule, value: path, cure: 'Give the name of a file.' }]);
}

/** The bytes of a file; undefined if it is no regular file, or too large. */
async function readRegularFile(path: string): Promise<Uint8Array | undefined> {
  const file = await openRegularFile(path, { followsLink: true });
  if (file === undefined) return undefined;
  try {
    return (await file.stat()).size > MAX_BYTES ? undefined : await file.readFile();
  } finally {
    await file.close();
  }
}

/** Decodes bytes as UTF-8 without a byte order mark. @throws {InputError} if they are not UTF-8. */
export function decodeText(bytes: Uint8Array, location: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError([{ location, rule: 'the file is not UTF-8', cure: 'Save it as UTF-8.' }]);
  }
}

function explainFileError(error: unknown, file: { path: string; location: string }): Fault {
  // The system's message quotes the path, which may be a secret that was given as a path.
  const { code } = error as NodeJS.ErrnoException;
  const meanings: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file',
    EISDIR: 'it is a directory, not a file',
    ENXIO: 'it is no regular file',
    EACCES: 'this user may not read the file',
  };
  const rule = (code === undefined ? undefined : meanings[code]) ?? `the file cannot be read (${code})`;
  return { location: file.location, rule, value: file.path, cure: 'Give the name of a file.' };
}
