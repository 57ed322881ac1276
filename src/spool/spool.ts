import { randomBytes } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Window } from '../format/format-windows.ts';
import { SpoolError } from '../model/errors.ts';
import { formatSpoolName } from './spool-folder.ts';

/** Keeps undelivered metrics as full lines, in one new file per run. */
export class Spool {
  readonly #folder: string;
  readonly #name: string;
  #file: FileHandle | undefined;
  #lines = 0;
  #bytes = 0;
  #finalPath: string | undefined;

  constructor(folder: string, nowMs: number) {
    this.#folder = resolve(folder);
    this.#name = formatSpoolName(nowMs, randomBytes(4).toString('hex'));
  }

  /** The number of lines in the file. */
  get lines(): number {
    return this.#lines;
  }

  /** The path of the file once it is complete. */
  get path(): string | undefined {
    return this.#finalPath;
  }

  /**
   * Adds the bytes of a window. @throws {SpoolError} if the disk does not accept them; the file then has the earlier
   * windows only.
   */
  async add(window: Window): Promise<void> {
    try {
      this.#file ??= await this.#open();
      for (const { bytes } of window) await this.#file.appendFile(bytes);
    } catch (error) {
      await this.#cutBack();
      throw new SpoolError(this.#folder, error);
    }
    for (const { bytes, lines } of window) {
      this.#bytes += bytes.length;
      this.#lines += lines;
    }
  }

  /** Completes the file: only now does it get the name that a replay looks for. @throws {SpoolError} */
  async finish(): Promise<void> {
    if (this.#file === undefined || this.#finalPath !== undefined) return;
    try {
      await this.#file.sync();
      await this.#file.close();
      const path = join(this.#folder, this.#name);
      await rename(this.#partialPath, path);
      this.#finalPath = path;
    } catch (error) {
      throw new SpoolError(this.#folder, error);
    }
  }

  async #cutBack(): Promise<void> {
    if (this.#bytes > 0) {
      await this.#file?.truncate(this.#bytes).catch(() => {});
      return;
    }
    await this.#file?.close().catch(() => {});
    this.#file = undefined;
    await rm(this.#partialPath, { force: true }).catch(() => {});
  }

  get #partialPath(): string {
    return join(this.#folder, `.${this.#name}.part`);
  }

  async #open(): Promise<FileHandle> {
    await makeFolder(this.#folder);
    const before = await this.#checkFolder();
    // "x" creates a new file or fails: it follows no link and overwrites no file.
    const file = await open(this.#partialPath, 'wx', 0o600);
    try {
      const after = await this.#checkFolder();
      if (after.dev !== before.dev || after.ino !== before.ino) throw new Error('the folder was exchanged');
    } catch (error) {
      await file.close();
      throw error;
    }
    return file;
  }

  /** The folder was checked at the start of the run; a link may have replaced it since. */
  async #checkFolder(): Promise<BigIntStats> {
    const stats = await lstat(this.#folder, { bigint: true });
    if (!stats.isDirectory()) throw new Error('it is no longer a folder');
    return stats;
  }
}

/**
 * Makes a folder and its missing parents, readable for its user only. One by one: Node's `recursive` option never
 * ends if a folder exists and the system reports ENOENT for a new one in it, as Linux does for `/proc`.
 */
async function makeFolder(folder: string): Promise<void> {
  if (await isFolder(folder)) return;
  const above = dirname(folder);
  if (above !== folder) await makeFolder(above);
  await mkdir(folder, { mode: 0o700 }).catch(async (error: unknown) => {
    // Another run may have made it in the meantime.
    if (!(await isFolder(folder))) throw error;
  });
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
