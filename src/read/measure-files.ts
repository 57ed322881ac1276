import type { BigIntStats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip, gzipSync } from 'node:zlib';
import { BadReportError } from '../collect/read-report.ts';
import type { Problem } from '../model/errors.ts';
import { readRange } from '../util/regular-file.ts';
import { type FoundFile, openFound, toBadReport } from './open-found.ts';

/** The default of `gzip`; level 9 takes three times as long to save half a percent. */
const GZIP_LEVEL = 6;
/** Up to this size, a stream would cost more than the content. */
const SMALL_BYTES = 262_144;
const AT_ONCE = 2;
const MAX_PROBLEMS = 20;

/** The total size of files. */
export interface MeasuredFiles {
  /** The bytes of their contents, not the blocks on disk. */
  readonly bytes: number;
  /** The sum of the sizes that `gzip` gives each file. */
  readonly gzipBytes: number;
  readonly files: number;
  /** The files that could not be measured and are not counted: the first twenty. */
  readonly problems: readonly Problem[];
  readonly problemCount: number;
}

/**
 * Measures files, two at a time and with constant memory. Hard links to one file count once, as with `du` and `tar`.
 */
export async function measureFiles(
  files: readonly FoundFile[],
  signal?: AbortSignal,
): Promise<MeasuredFiles> {
  const measuring = new Measuring(signal);
  const queue = files.values();
  const work = async (): Promise<void> => {
    for (const file of queue) await measuring.add(file);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return measuring.sums();
}

class Measuring {
  readonly #signal: AbortSignal | undefined;
  readonly #seen = new Set<string>();
  readonly #problems: Problem[] = [];
  #problemCount = 0;
  #bytes = 0;
  #gzipBytes = 0;
  #files = 0;

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal;
  }

  sums(): MeasuredFiles {
    return {
      bytes: this.#bytes,
      gzipBytes: this.#gzipBytes,
      files: this.#files,
      problems: this.#problems,
      problemCount: this.#problemCount,
    };
  }

  async add(file: FoundFile): Promise<void> {
    this.#signal?.throwIfAborted();
    try {
      const handle = await openFound(file);
      try {
        const status = await handle.stat({ bigint: true });
        if (this.#isSeen(status)) return;
        const { bytes, gzipBytes } = await this.#compress(handle, Number(status.size));
        this.#bytes += bytes;
        this.#gzipBytes += gzipBytes;
        this.#files += 1;
      } finally {
        await handle.close();
      }
    } catch (error) {
      const bad = toBadReport(error, file);
      if (!(bad instanceof BadReportError)) throw bad;
      this.#problemCount += 1;
      if (this.#problems.length < MAX_PROBLEMS) this.#problems.push(bad.fault);
    }
  }

  /** Some file systems have no file numbers; then each file counts. */
  #isSeen({ dev, ino, nlink }: BigIntStats): boolean {
    if (nlink <= 1n || ino === 0n) return false;
    const identity = `${dev}:${ino}`;
    const isSeen = this.#seen.has(identity);
    this.#seen.add(identity);
    return isSeen;
  }

  async #compress(handle: FileHandle, size: number): Promise<Compressed> {
    // Not to the end: a file that grows while it is read would have none.
    const chunks = readRange(handle, { start: 0, end: size });
    return size <= SMALL_BYTES ? compressAtOnce(chunks) : compressStream(chunks, this.#signal);
  }
}

interface Compressed {
  readonly bytes: number;
  readonly gzipBytes: number;
}

async function compressAtOnce(chunks: AsyncIterable<Uint8Array>): Promise<Compressed> {
  const content: Uint8Array[] = [];
  for await (const chunk of chunks) content.push(chunk);
  const bytes = Buffer.concat(content);
  return { bytes: bytes.length, gzipBytes: gzipSync(bytes, { level: GZIP_LEVEL }).length };
}

async function compressStream(
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<Compressed> {
  const counted = { bytes: 0, gzipBytes: 0 };
  await pipeline(
    chunks,
    async function* (contents: AsyncIterable<Uint8Array>) {
      for await (const content of contents) {
        counted.bytes += content.length;
        yield content;
      }
    },
    createGzip({ level: GZIP_LEVEL }),
    async (zipped: AsyncIterable<Uint8Array>) => {
      for await (const chunk of zipped) counted.gzipBytes += chunk.length;
    },
    ...(signal === undefined ? [] : [{ signal }]),
  );
  return counted;
}
