import { constants, promises } from 'node:fs';

/**
 * Opens a file for reading; undefined if the path names something else than a regular file. It does not wait for the
 * writer of a pipe, and follows no link at the end of the path unless `followsLink` is set.
 */
export async function openRegularFile(
  path: string,
  { followsLink = false }: { readonly followsLink?: boolean } = {},
): Promise<promises.FileHandle | undefined> {
  // Windows has neither flag.
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const file = await promises.open(path, O_RDONLY | O_NONBLOCK | (followsLink ? 0 : O_NOFOLLOW));
  const isRegular = await file.stat().then(
    (stats) => stats.isFile(),
    () => false,
  );
  if (isRegular) return file;
  await file.close();
  return undefined;
}

const CHUNK_BYTES = 262_144;

/** The bytes of a part of an open file, in chunks, up to the end of the file at most. */
export async function* readRange(
  file: promises.FileHandle,
  { start, end }: { readonly start: number; readonly end: number },
): AsyncGenerator<Uint8Array> {
  for (let position = start; position < end; ) {
    const length = Math.min(CHUNK_BYTES, end - position);
    const { bytesRead, buffer } = await file.read({ buffer: Buffer.allocUnsafe(length), position });
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    position += bytesRead;
  }
}
