import { createReadStream, promises } from 'node:fs';
import { type Fault, InputError } from '../errors.ts';

const READ_BYTES = 262_144;
const GLOB = /[*?[\]{}()!]/;

/** The files that patterns name, sorted and without doubles, and the patterns that name none. */
export interface FoundFiles {
  readonly files: readonly string[];
  readonly unmatched: readonly string[];
}

/** Resolves file names and globs (one a line, `!` excludes) below the current directory. Links are not followed by globs. */
export async function findFiles(patterns: readonly string[]): Promise<FoundFiles> {
  const included = patterns.filter((pattern) => !pattern.startsWith('!'));
  const excluded = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  const files = new Set<string>();
  const unmatched: string[] = [];
  for (const pattern of included) {
    const found = await findOne(pattern, excluded);
    if (found.length === 0) unmatched.push(pattern);
    for (const file of found) files.add(file);
  }
  return { files: [...files], unmatched };
}

async function findOne(pattern: string, excluded: readonly string[]): Promise<readonly string[]> {
  // A name that exists is that file, whatever characters it has; only then is a pattern a pattern.
  const isName = excluded.length === 0 && (pattern === '-' || (await exists(pattern)));
  if (isName) return [pattern];
  if (!GLOB.test(pattern) && excluded.length === 0) return [];
  const { glob } = await import('tinyglobby');
  const found = await glob([toSlashes(pattern)], {
    ignore: excluded.map(toSlashes),
    dot: true,
    followSymbolicLinks: false,
    expandDirectories: false,
  });
  return found.sort();
}

/** The bytes of a file, in chunks. @throws {InputError} where it cannot be read. */
export async function* readBytes(path: string, at: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: READ_BYTES }) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw new InputError([explainFileError(error, { path, at })]);
  }
}

/** The text of a whole UTF-8 file; a byte order mark is dropped. @throws {InputError} where it cannot be read. */
export async function readText(path: string, at: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await promises.readFile(path);
  } catch (error) {
    throw new InputError([explainFileError(error, { path, at })]);
  }
  return decodeText(bytes, at);
}

/** Bytes as UTF-8 text without its byte order mark. @throws {InputError} where they are not. */
export function decodeText(bytes: Uint8Array, at: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError([{ at, rule: 'the file is not UTF-8', cure: 'Save it as UTF-8.' }]);
  }
}

function explainFileError(error: unknown, file: { path: string; at: string }): Fault {
  const { code, message } = error as NodeJS.ErrnoException;
  const meanings: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file',
    EISDIR: 'it is a directory, not a file',
    EACCES: 'this user may not read the file',
  };
  const rule = (code === undefined ? undefined : meanings[code]) ?? `the file cannot be read (${message})`;
  return {
    at: file.at,
    rule,
    value: file.path,
    cure: 'Give the name of a file, or a glob such as reports/**/*.txt.',
  };
}

async function exists(path: string): Promise<boolean> {
  return promises.stat(path).then(
    () => true,
    () => false,
  );
}

/** A path or pattern with slashes only: elsewhere than on Windows a backslash is no separator. */
export function toSlashes(pattern: string): string {
  return process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern;
}
