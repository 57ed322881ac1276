import { closeSync, openSync, readSync } from 'node:fs';
import { pause } from './pause.ts';

/** The two ends of one of this machine's connections. */
export interface Ends {
  readonly localPort: number;
  readonly remotePort: number;
  readonly remoteAddress: string;
}

/** What the kernel's table says of a connection after both sides ended it. */
export type KernelVerdict = 'clean' | 'broken' | 'gone' | 'unknown';

const CHUNK_BYTES = 65_536;
/** Between looks, in milliseconds. */
const PAUSES_MS = [10, 200];
/** `TCP_TIME_WAIT` of Linux's tcp_states.h. */
const TIME_WAIT = '06';
const LAST_ACK = '09';

/**
 * Looks a connection up. `clean`: TIME_WAIT with nothing unacknowledged, so our bytes and our FIN were acknowledged and
 * the receiver closed an emptied socket. `broken`: any other state. `gone`: no
 * row, as after a reset, or no more than the rest of one where the other side's FIN came before ours. `unknown`: there is no such table here.
 */
export function readKernelVerdict(ends: Ends): KernelVerdict {
  if (process.platform !== 'linux') return 'unknown';
  try {
    return judgeTable(readTable(ends.remoteAddress.includes(':') ? '/proc/net/tcp6' : '/proc/net/tcp'), ends);
  } catch {
    return 'unknown';
  }
}

/** Asks again before it believes the worst: a last acknowledgement may be on its way, and a row can be missed. */
export async function askKernel(ends: Ends, signal: AbortSignal): Promise<KernelVerdict> {
  for (const pauseMs of PAUSES_MS) {
    const verdict = readKernelVerdict(ends);
    if (verdict === 'clean' || verdict === 'unknown') return verdict;
    await pause(pauseMs, signal);
  }
  return readKernelVerdict(ends);
}

/** The verdict from the text of a table, chunk by chunk. Format: the kernel's documentation of `proc_net_tcp`. */
export function judgeTable(chunks: Iterable<string>, ends: Ends): KernelVerdict {
  const matchRow = createRowPattern(ends);
  let text = '';
  let hasRows = false;
  for (const chunk of chunks) {
    text = text.slice(text.lastIndexOf('\n') + 1) + chunk;
    const [, state, unacknowledged] = matchRow.exec(text) ?? [];
    hasRows ||= /^\s*\d+: /m.test(text);
    if (state !== undefined) return judgeState(state, unacknowledged);
  }
  // A sandbox may show an empty table to everybody: it says nothing about this connection.
  return hasRows ? 'gone' : 'unknown';
}

function judgeState(state: string, unacknowledged: string | undefined): KernelVerdict {
  if (state === LAST_ACK) return 'gone';
  return state === TIME_WAIT && unacknowledged === '00000000' ? 'clean' : 'broken';
}

function createRowPattern({ localPort, remotePort, remoteAddress }: Ends): RegExp {
  const [local, remote] = [localPort, remotePort].map((port) => toHex(port, 4));
  return new RegExp(
    `: [0-9A-F]+:${local} ${toHexAddress(remoteAddress)}:${remote} ([0-9A-F]{2}) ([0-9A-F]{8}):`,
  );
}

/** An address as the kernel writes it: in words of four bytes, each in the machine's own byte order. */
function toHexAddress(address: string): string {
  const bytes = address.includes(':')
    ? expandIPv6(address)
    : address.split('.').map((byte) => toHex(Number(byte), 2));
  const words = Array.from({ length: bytes.length / 4 }, (_, index) => bytes.slice(4 * index, 4 * index + 4));
  const little = words.map((word) => word.toReversed().join('')).join('');
  return `(?:${little}|${bytes.join('')})`;
}

/** The sixteen bytes of an IPv6 address as hexadecimal pairs; its zone is no part of them. */
function expandIPv6(address: string): string[] {
  const [text = ''] = address.split('%');
  const [before = '', after] = text.replace(/[\d.]+$/, toGroups).split('::');
  const [head, tail] = [before, after ?? ''].map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = Array<string>(8 - (head?.length ?? 0) - (tail?.length ?? 0)).fill('0');
  const groups = [...(head ?? []), ...zeros, ...(tail ?? [])].map((group) =>
    group.padStart(4, '0').toUpperCase(),
  );
  return groups.flatMap((group) => [group.slice(0, 2), group.slice(2)]);
}

/** The last four bytes of an IPv6 address may be written as an IPv4 one. */
function toGroups(end: string): string {
  if (!end.includes('.')) return end;
  const [a = 0, b = 0, c = 0, d = 0] = end.split('.').map(Number);
  return `${toHex(a * 256 + b, 4)}:${toHex(c * 256 + d, 4)}`;
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
