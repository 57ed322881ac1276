import { closeSync, constants, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import * as core from '@actions/core';

/** The system's line end. `node:os` has it too, but loads slower. */
const EOL = process.platform === 'win32' ? '\r\n' : '\n';

/** One output, or one value of the state. */
export type Entry = readonly [name: string, value: string | number];

/**
 * Appends entries to the file of the outputs or of the state, all or none. Returns a sentence on why the file cannot
 * be written.
 */
export function appendEntries(
  variable: 'GITHUB_OUTPUT' | 'GITHUB_STATE',
  entries: readonly Entry[],
): string | undefined {
  const file = process.env[variable];
  if (file === undefined || file === '') {
    // Older runners have no such files and read commands.
    const issue = variable === 'GITHUB_OUTPUT' ? core.setOutput : core.saveState;
    for (const [name, value] of entries) issue(name, value);
    return undefined;
  }
  const delimiter = findDelimiter(entries);
  const lines = entries.flatMap(([name, value]) => [`${name}<<${delimiter}`, value, delimiter]);
  const text = lines.map((line) => `${line}${EOL}`).join('');
  return appendText(variable, { file, text });
}

/** A line that no value contains. A random one is not safer, and needs a slow module of Node. */
function findDelimiter(entries: readonly Entry[]): string {
  let delimiter = 'ghadelimiter';
  while (entries.some(([, value]) => String(value).includes(delimiter))) delimiter += '_';
  return delimiter;
}

/**
 * Appends a text to a file that the runner made, completely or not at all. Returns a sentence if that is impossible.
 */
export function appendText(
  variable: string,
  { file, text }: { readonly file: string; readonly text: string },
): string | undefined {
  try {
    append(file, Buffer.from(text));
    return undefined;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    return `${file} (${variable}) cannot be written (${code}). ${explainCode(code)}`;
  }
}

function explainCode(code: string): string {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'There is no such file: a folder of the runner that is not mounted in a container is the usual cause.';
    case 'EACCES':
    case 'EPERM':
      return "It belongs to another user: a container job whose user is not the runner's is the usual cause.";
    case 'ENOSPC':
      return 'The disk is full.';
    case 'EDQUOT':
      return "This user's quota of the disk is used up.";
    case 'EROFS':
      return 'It is on a read-only file system.';
    case 'EISDIR':
      return 'It is a folder, not a file.';
    default:
      return 'The system gives no further reason.';
  }
}

function append(file: string, bytes: Uint8Array): void {
  // Without O_CREAT, because the runner reads only the file that it made. O_NONBLOCK prevents blocking on a pipe;
  // Windows lacks it.
  const { O_WRONLY, O_APPEND, O_NONBLOCK = 0 } = constants;
  const descriptor = openSync(file, O_WRONLY | O_APPEND | O_NONBLOCK);
  try {
    const stats = fstatSync(descriptor);
    // Windows opens a folder, and the error of the write may have another code.
    if (stats.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
    try {
      for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
    } catch (error) {
      // A part of an entry would hide the entries after it.
      cutTo(descriptor, stats.size);
      throw error;
    }
  } finally {
    closeSync(descriptor);
  }
}

function cutTo(descriptor: number, size: number): void {
  try {
    ftruncateSync(descriptor, size);
  } catch {
    // A device has no size to truncate.
  }
}
