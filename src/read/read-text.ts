import { promises } from 'node:fs';
import { type Fault, InputError } from '../model/errors.ts';

/** The text of a UTF-8 file without its byte order mark. @throws {InputError} if it cannot be read. */
export async function readText(path: string, location: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await promises.readFile(path);
  } catch (error) {
    throw new InputError([explainFileError(error, { path, location })]);
  }
  return decodeText(bytes, location);
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
    EACCES: 'this user may not read the file',
  };
  const rule = (code === undefined ? undefined : meanings[code]) ?? `the file cannot be read (${code})`;
  return { location: file.location, rule, value: file.path, cure: 'Give the name of a file.' };
}
