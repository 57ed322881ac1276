import { closeSync, existsSync, openSync, readSync, statfsSync } from 'node:fs';
import { cpus, freemem, totalmem } from 'node:os';
import type { DiskSpace } from '../collect/runner/reading.ts';

/** The source of the sampler's numbers: this machine, or a fake of a test. */
export interface Machine {
  /** The wall clock, epoch milliseconds. */
  wallMs(): number;
  /** A monotonic clock. */
  steadyMs(): number;
  /** The text of a file of Linux's /proc; undefined on other systems. */
  readProc(name: ProcName): string | undefined;
  coreTimes(): readonly { readonly times: Readonly<Record<string, number>> }[];
  totalMemoryBytes(): number;
  /**
   * The memory that programs can still get, including caches that can be dropped; undefined if the system does not
   * report it.
   */
  availableMemoryBytes(): number | undefined;
  diskSpace(): DiskSpace | undefined;
  /**
   * Whether an interface only carries traffic that another one counts: a part of a bond, a bridge or a virtual card.
   */
  isPart(interfaceName: string): boolean;
  /** Closes open files. */
  close(): void;
}

/** The files of /proc that are read. */
export type ProcName = 'stat' | 'meminfo' | 'net/dev';

/** How much of each file is read: the first lines of one, all of another. */
const PROC_BYTES: Readonly<Record<ProcName, number>> = { stat: 512, meminfo: 512, 'net/dev': 65_536 };

/** This machine, and the disk of a path. */
export function openThisMachine(diskPath: string): Machine {
  const procFiles = new Map<ProcName, number | undefined>();
  const parts = new Map<string, boolean>();
  const buffer = Buffer.alloc(Math.max(...Object.values(PROC_BYTES)));
  return {
    wallMs: () => Date.now(),
    steadyMs: () => {
      const [seconds, nanoseconds] = process.hrtime();
      return seconds * 1000 + nanoseconds / 1e6;
    },
    readProc: (name) => {
      if (!procFiles.has(name)) procFiles.set(name, openProc(name));
      const file = procFiles.get(name);
      return file === undefined ? undefined : readFromStart(file, buffer.subarray(0, PROC_BYTES[name]));
    },
    coreTimes: cpus,
    totalMemoryBytes: totalmem,
    // Other systems count the page cache as used.
    availableMemoryBytes: () => (process.platform === 'win32' ? freemem() : undefined),
    diskSpace: () => readDiskSpace(diskPath),
    isPart: (name) => {
      const known = parts.get(name) ?? existsSync(`/sys/class/net/${name}/master`);
      parts.set(name, known);
      return known;
    },
    close: () => {
      for (const file of procFiles.values()) if (file !== undefined) closeSync(file);
      procFiles.clear();
    },
  };
}

function openProc(name: ProcName): number | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    return openSync(`/proc/${name}`, 'r');
  } catch {
    return undefined;
  }
}

/** Reads an open file of /proc again; the kernel returns one page per read. */
function readFromStart(file: number, buffer: Buffer): string {
  let length = 0;
  for (let read = -1; read !== 0 && length < buffer.length; length += read) {
    read = readSync(file, buffer, length, buffer.length - length, length);
  }
  return buffer.toString('latin1', 0, length);
}

function readDiskSpace(path: string): DiskSpace {
  const { blocks, bfree, bavail, bsize, frsize } = statfsSync(path);
  // Older releases of Node do not give the unit of the counts, which is nearly always the block size.
  const unitBytes = frsize > 0 ? frsize : bsize;
  return { usedBytes: (blocks - bfree) * unitBytes, availableBytes: bavail * unitBytes };
}
