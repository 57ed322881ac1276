import { readFileSync } from 'node:fs';

/** Rows may have expired between the close and this reading. */
const FULL_FROM = 0.95;

/**
 * Whether the kernel has no room for another connection in TIME_WAIT. It then drops the row of a connection that
 * ended well. Both files describe the network namespace of this process.
 */
export function isTimeWaitTableFull(): boolean {
  try {
    const counts = readFileSync('/proc/net/sockstat', 'latin1');
    const limit = readFileSync('/proc/sys/net/ipv4/tcp_max_tw_buckets', 'latin1');
    return judgeTimeWait(counts, limit);
  } catch {
    return false;
  }
}

/** The same, computed from the text of the two files. */
export function judgeTimeWait(counts: string, limit: string): boolean {
  const [, rows] = /^TCP: .*\btw (\d+)/m.exec(counts) ?? [];
  return rows !== undefined && limit.trim() !== '' && Number(rows) >= FULL_FROM * Number(limit);
}

/** The note for a confirmation that rests on the order of the closes only. */
export const TABLE_IS_FULL =
  "This machine's kernel keeps no record of closed connections: its table is full (net.ipv4.tcp_max_tw_buckets). So only the order of the closes confirms a delivery.";
