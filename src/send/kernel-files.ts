import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import {
  type Ends,
  judgeTable,
  judgeTimeWait,
  type KernelVerdict,
  showsLateAcknowledgement,
} from './kernel-table.ts';

/** The kernel returns one page per read. */
const CHUNK_BYTES = 4096;

/** Reads the table once and returns the verdict. */
export function readKernelVerdict(ends: Ends): KernelVerdict {
  if (process.platform !== 'linux') return 'unknown';
  try {
    return judgeTable(readTable(ends.remoteAddress.includes(':') ? '/proc/net/tcp6' : '/proc/net/tcp'), ends);
  } catch {
    return 'unknown';
  }
}

/** The kernel's counters of this network namespace, as text; undefined if there are none. */
export function readCounters(): string | undefined {
  try {
    return `${readFileSync('/proc/net/snmp', 'latin1')}${readFileSync('/proc/net/netstat', 'latin1')}`;
  } catch {
    return undefined;
  }
}

/** Whether a late acknowledgement, and no loss, happened in this network namespace since the kernel had these counters. */
export function hadLateAcknowledgementSince(counters: string): boolean {
  return showsLateAcknowledgement(counters, readCounters() ?? '');
}

/** Whether the kernel has no room for another closed connection. Both files describe this network namespace. */
export function isTimeWaitTableFull(): boolean {
  try {
    const counts = readFileSync('/proc/net/sockstat', 'latin1');
    const limit = readFileSync('/proc/sys/net/ipv4/tcp_max_tw_buckets', 'latin1');
    return judgeTimeWait(counts, limit);
  } catch {
    return false;
  }
}

/**
 * A generator, so that the reader can stop early: each read makes the kernel walk a table, which takes milliseconds.
 */
function* readTable(path: string): Generator<string> {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(CHUNK_BYTES);
    for (let length = -1; length !== 0; ) {
      length = readSync(file, buffer, 0, CHUNK_BYTES, null);
      yield buffer.toString('latin1', 0, length);
    }
  } finally {
    closeSync(file);
  }
}
