import { closeSync, openSync, readSync } from 'node:fs';

/** The two ends of one of this machine's connections. */
export interface Ends {
  readonly localPort: number;
  readonly remotePort: number;
  readonly remoteAddress: string;
}

/** What the kernel's table says of a connection after both sides ended it. */
export type KernelVerdict = 'clean' | 'broken' | 'unknown';

const CHUNK_BYTES = 65_536;
/** `TCP_TIME_WAIT` of Linux's tcp_states.h. */
const TIME_WAIT = '06';

/**
 * Looks a connection up. `clean`: TIME_WAIT with nothing unacknowledged, so our bytes and our FIN were acknowledged and
 * the receiver closed an emptied socket. `broken`: any other state, or no row (a reset removes it). `unknown`: there is
 * no such table here.
 */
export function readKernelVerdict(ends: Ends): KernelVerdict {
  if (process.platform !== 'linux') return 'unknown';
  try {
    return judgeTable(readTable(ends.remoteAddress.includes(':') ? '/proc/net/tcp6' : '/proc/net/tcp'), ends);
  } catch {
    return 'unknown';
  }
}

/** The verdict from the text of a table, chunk by chunk. Format: the kernel's documentation of `proc_net_tcp`. */
export function judgeTable(chunks: Iterable<string>, ends: Ends): KernelVerdict {
  const matchRow = createRowPattern(ends);
  let text = '';
  for (const chunk of chunks) {
    text = text.slice(text.lastIndexOf('\n') + 1) + chunk;
    const [, state, unacknowledged] = matchRow.exec(text) ?? [];
    if (state !== undefined) return state === TIME_WAIT && unacknowledged === '00000000' ? 'clean' : 'broken';
  }
  return 'broken';
}

function createRowPattern({ localPort, remotePort, remoteAddress }: Ends): RegExp {
  const [local, remote] = [localPort, remotePort].map((port) => toHex(port, 4));
  return new RegExp(
    `: [0-9A-F]+:${local} ${toHexAddress(remoteAddress)}:${remote} ([0-9A-F]{2}) ([0-9A-F]{8}):`,
  );
}

/** An IPv4 address in the kernel's byte order, which is the machine's; of IPv6 ones the ports are enough. */
function toHexAddress(address: string): string {
  if (address.includes(':')) return '[0-9A-F]+';
  const bytes = address.split('.').map((byte) => toHex(Number(byte), 2));
  return `(?:${bytes.join('')}|${bytes.toReversed().join('')})`;
}

function toHex(number: number, digits: number): string {
  return number.toString(16).toUpperCase().padStart(digits, '0');
}

/** Every read makes the kernel walk a table of its own, for milliseconds: who has seen enough must not ask for the end. */
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
