import { randomBytes } from 'node:crypto';
import { readSync } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cutBatches, hasLine, toText, type WantedLine } from '../format/batch.ts';
import type { Window } from '../format/format-windows.ts';
import { type FailureCode, SendError } from '../model/errors.ts';

/**
 * A file of windows in the system's temporary folder, readable for its user only. The file is unlinked while it is
 * open, so that it never remains after the process. Where the system does not allow that, it is removed on close.
 */
export class SpillFile {
  readonly #file: FileHandle;
  readonly #path: string;
  /** The size of each window in bytes. */
  readonly #sizes: number[] = [];
  #end = 0;

  private constructor(file: FileHandle, path: string) {
    this.#file = file;
    this.#path = path;
  }

  /** Creates a new file; undefined if the folder does not allow it. */
  static async open(): Promise<SpillFile | undefined> {
    const path = join(tmpdir(), `carbon-pending-${randomBytes(8).toString('hex')}.txt`);
    try {
      // "x" creates a new file or fails: it follows no link and overwrites no file.
      const file = await open(path, 'wx+', 0o600);
      await remove(path);
      return new SpillFile(file, path);
    } catch {
      return undefined;
    }
  }

  /** Adds a window; false if the disk does not accept it. */
  async add(window: Window): Promise<boolean> {
    const bytes = Buffer.concat(window.map((batch) => batch.bytes));
    try {
      let written = 0;
      while (written < bytes.length) {
        const { bytesWritten } = await this.#file.write(bytes, written, undefined, this.#end + written);
        written += bytesWritten;
      }
    } catch {
      return false;
    }
    this.#sizes.push(bytes.length);
    this.#end += bytes.length;
    return true;
  }

  /** Whether a window has such a line. Synchronous, because formatting cannot wait; it is rarely called. */
  hasLine(line: WantedLine): boolean {
    let position = 0;
    return this.#sizes.some((size) => {
      const bytes = Buffer.allocUnsafe(size);
      for (let read = 0; read < size; ) {
        read += checkRead(readSync(this.#file.fd, bytes, read, size - read, position + read));
      }
      position += size;
      return hasLine(toText(bytes), line);
    });
  }

  /** The windows in the order in which they were added, in batches of the given number of lines. */
  async *read(batchSize: number): AsyncGenerator<Window> {
    let position = 0;
    for (const size of this.#sizes) {
      const bytes = Buffer.allocUnsafe(size);
      for (let read = 0; read < size; ) {
        const { bytesRead } = await this.#file.read(bytes, read, size - read, position + read);
        read += checkRead(bytesRead);
      }
      position += size;
      yield cutBatches(bytes, batchSize);
    }
  }

  async close(): Promise<void> {
    await this.#file.close();
    await remove(this.#path);
  }
}

function checkRead(bytes: number): number {
  if (bytes > 0) return bytes;
  throw new SendError('The temporary file of pending lines was truncated: something else wrote to it.', {
    retryable: false,
    code: 'TEMPORARY_FILE_CUT' satisfies FailureCode,
  });
}

async function remove(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => {});
}
