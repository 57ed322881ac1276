import { closeSync, existsSync, openSync, readSync, statfsSync } from 'node:fs';
import { cpus, freemem, totalmem } from 'node:os';
import type { DiskSpace } from '../collect/runner/reading.ts';

/** Where the sampler's numbers come from: this machine, or one made up by a test. */
export interface Machine {
  /** The wall clock, epoch milliseconds. */
  wallMs(): number;
  /** A clock that never jumps. */
  steadyMs(): number;
  /** The text of a file of Linux's /proc; nothing on other systems. */
  readProc(name: ProcName): string | undefined;
  coreTimes(): readonly { readonly times: Readonly<Record<string, number>> }[];
  totalMemoryBytes(): number;
  /** What programs can still get, caches that can be dropped included; undefined where the system does not say. */
  availableMemoryBytes(): number | undefined;
  diskSpace(): DiskSpace | undefined;
  /** Whether an interface only carries what another one counts: a part of a bond, a bridge or a virtual card. */
  isPart(interfaceName: string): boolean;
  /** Gives back what is open. */
  close(): void;
}

/** What is read of /proc. */
export type ProcName = 'stat' | 'meminfo' | 'net/dev';

/** How much of each file is looked at: the first lines of the one, all of another. */
const PROC_BYTES: Readonly<Record<ProcName, number>> = { stat: 512, meminfo: 512, 'net/dev': 65_536 };

/** This machine, and the disk that a path is on. */
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
    // Elsewhere it counts the page cache as used.
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

/** Reads an open file of /proc anew; the kernel hands out a page at a time. */
function readFromStart(file: number, buffer: Buffer): string {
  let length = 0;
  for (let read = -1; read !== 0 && length < buffer.length; length += read) {
    read = readSync(file, buffer, length, buffer.length - length, length);
  }
  return buffer.toString('latin1', 0, length);
}

function readDiskSpace(path: string): DiskSpace {
  const { blocks, bfree, bavail, bsize, frsize } = statfsSync(path);
  // Older releases of Node do not tell the unit of the counts, which is nearly always the block size.
  const unitBytes = frsize > 0 ? frsize : bsize;
  return { usedBytes: (blocks - bfree) * unitBytes, availableBytes: bavail * unitBytes };
}
