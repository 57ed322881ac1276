import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Window } from '../format/format-windows.ts';
import { toSystemReason } from '../model/errors.ts';
import { openRegularFile, readRange } from '../util/regular-file.ts';

/** A part of the file, in bytes. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * A file of the spool that is sent again. Confirmed lines are removed, so that no later replay sends them again; the
 * other lines stay, byte for byte.
 */
export class ReplayedFile {
  readonly #path: string;
  /** The hash of everything that was replayed. A file that changed in the meantime must stay as it is. */
  readonly #hash = createHash('sha256');
  readonly #unconfirmed: Range[] = [];
  #lost: Window = [];
  #replayedBytes = 0;
  #confirmedBytes = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** Whether a part of the file was confirmed and must be removed. */
  get hasConfirmed(): boolean {
    return this.#confirmedBytes > 0;
  }

  /** Records the next window of the file. `lost` has the confirmed lines that reading back did not find. */
  note(window: Window, { isConfirmed, lost }: { isConfirmed: boolean; lost: Window }): void {
    const start = this.#replayedBytes;
    for (const { bytes } of window) {
      this.#hash.update(bytes);
      this.#replayedBytes += bytes.length;
    }
    if (!isConfirmed) {
      this.#unconfirmed.push({ start, end: this.#replayedBytes });
      return;
    }
    this.#confirmedBytes += this.#replayedBytes - start;
    this.#lost = [...this.#lost, ...lost];
  }

  /**
   * Replaces the file with its unconfirmed lines, or removes it if none is left. If that fails, or if the file has
   * changed, it stays as it is and the next replay sends it again. Returns why.
   */
  async keepRest(): Promise<string | undefined> {
    if (this.#confirmedBytes === 0 && this.#replayedBytes > 0) return undefined;
    const partial = join(
      dirname(this.#path),
      `.${basename(this.#path)}.${randomBytes(4).toString('hex')}.part`,
    );
    try {
      // Writes no second file if none is needed: the disk may be full.
      if (await this.#isAllConfirmed()) {
        await rm(this.#path, { force: true });
        return undefined;
      }
      const bytes = await this.#writeRest(partial);
      if (bytes === undefined) await rm(partial, { force: true });
      else if (bytes === 0) await Promise.all([this.#path, partial].map((path) => rm(path, { force: true })));
      else await rename(partial, this.#path);
      return bytes === undefined ? 'it changed while it was sent' : undefined;
    } catch (error) {
      await rm(partial, { force: true }).catch(() => {});
      if (!(error instanceof Error && 'code' in error)) throw error;
      // Another run has sent and removed it in the meantime.
      return error.code === 'ENOENT' ? undefined : toSystemReason(error);
    }
  }

  /** Whether the file is exactly what was replayed, and all of it was confirmed. */
  async #isAllConfirmed(): Promise<boolean> {
    if (this.#unconfirmed.length > 0 || this.#lost.length > 0) return false;
    await using file = await openRegularFile(this.#path);
    if (file === undefined || (await file.stat()).size !== this.#replayedBytes) return false;
    return await this.#isSame(file);
  }

  /** Writes the lines that are left and returns their bytes; undefined if the file is not what was replayed. */
  async #writeRest(partial: string): Promise<number | undefined> {
    await using file = await openRegularFile(this.#path);
    if (file === undefined) return undefined;
    // "x" creates a new file or fails: it follows no link and overwrites no file.
    await using rest = await open(partial, 'wx', 0o600);
    for (const range of this.#unconfirmed) await copy(range, { from: file, to: rest });
    for (const { bytes } of this.#lost) await rest.appendFile(bytes);
    await copy({ start: this.#replayedBytes, end: Number.POSITIVE_INFINITY }, { from: file, to: rest });
    if (!(await this.#isSame(file))) return undefined;
    await rest.sync();
    return (await rest.stat()).size;
  }

  /** Whether the file begins with what was replayed. */
  async #isSame(file: FileHandle): Promise<boolean> {
    const hash = createHash('sha256');
    for await (const chunk of readRange(file, { start: 0, end: this.#replayedBytes })) hash.update(chunk);
    return hash.digest().equals(this.#hash.copy().digest());
  }
}

async function copy(range: Range, { from, to }: { from: FileHandle; to: FileHandle }): Promise<void> {
  for await (const chunk of readRange(from, range)) await to.appendFile(chunk);
}

const LF = 0x0a;

/** Rewriting this much takes a second or two on a slow disk. */
const MAX_REWRITTEN_BYTES = 268_435_456;

/** Whether rewriting a file may take longer than a runner gives a step that it stops. */
export async function isLarge(file: string): Promise<boolean> {
  const stats = await stat(file).catch(() => undefined);
  return stats !== undefined && stats.size > MAX_REWRITTEN_BYTES;
}

/** The number of lines of a file, the last one without LF included. Undefined if the file cannot be read again. */
export async function countLines(file: string): Promise<number | undefined> {
  let lines = 0;
  let last = LF;
  try {
    // A pipe or a link may have replaced the file.
    const handle = await openRegularFile(file);
    if (handle === undefined) return undefined;
    for await (const chunk of handle.createReadStream() as AsyncIterable<Buffer>) {
      for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, at + 1)) lines += 1;
      last = chunk.at(-1) ?? last;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
  return last === LF ? lines : lines + 1;
}
