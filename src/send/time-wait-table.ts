import { readFileSync } from 'node:fs';

/** Some rows may have ended between the close that found no room and the look. */
const FULL_FROM = 0.95;

/**
 * Whether the kernel has no room for one more connection in TIME_WAIT: then it drops the row of a connection that ended
 * well. Both files tell of this process's network namespace.
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

/** The same from the text of the two files. */
export function judgeTimeWait(counts: string, limit: string): boolean {
  const [, rows] = /^TCP: .*\btw (\d+)/m.exec(counts) ?? [];
  return rows !== undefined && limit.trim() !== '' && Number(rows) >= FULL_FROM * Number(limit);
}

/** Why a confirmation rests on the order of the closes alone. */
export const TABLE_IS_FULL =
  "This machine's kernel keeps no record of closed connections: its table is full (net.ipv4.tcp_max_tw_buckets), so a delivery is confirmed by the order of the closes alone.";
