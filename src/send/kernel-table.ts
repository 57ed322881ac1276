import { readFile } from 'node:fs/promises';

/** One row of `/proc/net/tcp`: the states are those of Linux's `tcp_states.h`. */
interface Row {
  readonly localPort: number;
  readonly remotePort: number;
  readonly state: number;
  /** Bytes that the other side has not acknowledged. */
  readonly unacknowledged: number;
}

/** What the kernel's table says of a connection after both sides ended it. */
export type KernelVerdict = 'clean' | 'broken' | 'unknown';

const TIME_WAIT = 6;

/**
 * Looks a connection up by its ports. `clean`: TIME_WAIT with nothing unacknowledged, so our bytes and our FIN were
 * acknowledged and the receiver closed an emptied socket. `broken`: any other state, or no row (a reset removes it).
 * `unknown`: there is no table here, or it has more than one such row.
 */
export async function readKernelVerdict(ports: { local: number; remote: number }): Promise<KernelVerdict> {
  if (process.platform !== 'linux') return 'unknown';
  const tables = await Promise.all(['/proc/net/tcp', '/proc/net/tcp6'].map(readTable));
  if (tables.every((table) => table === undefined)) return 'unknown';
  return judgeTable(tables.join('\n'), ports);
}

/** The verdict from the text of the tables. Format: the kernel's documentation of `proc_net_tcp`. */
export function judgeTable(text: string, ports: { local: number; remote: number }): KernelVerdict {
  const rows = text
    .split('\n')
    .map(parseRow)
    .filter((row) => row?.localPort === ports.local && row.remotePort === ports.remote);
  const [row, ...others] = rows;
  if (others.length > 0) return 'unknown';
  return row?.state === TIME_WAIT && row.unacknowledged === 0 ? 'clean' : 'broken';
}

function parseRow(line: string): Row | undefined {
  const match = /^\s*\d+: [0-9A-F]+:([0-9A-F]{4}) [0-9A-F]+:([0-9A-F]{4}) ([0-9A-F]{2}) ([0-9A-F]{8}):/.exec(
    line,
  );
  if (match === null) return undefined;
  const [localPort = 0, remotePort = 0, state = 0, unacknowledged = 0] = match
    .slice(1)
    .map((hex) => Number.parseInt(hex, 16));
  return { localPort, remotePort, state, unacknowledged };
}

async function readTable(path: string): Promise<string | undefined> {
  return readFile(path, 'latin1').catch(() => undefined);
}
