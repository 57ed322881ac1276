import { closeSync, openSync, readSync } from 'node:fs';
import { pause } from '../util/deadline.ts';
import { isTimeWaitTableFull } from './time-wait-table.ts';

/** The two ends of one of this machine's connections. */
export interface Ends {
  readonly localPort: number;
  readonly remotePort: number;
  readonly remoteAddress: string;
}

/** What the kernel's table says of a connection after both sides ended it; see {@link judgeTable}. */
export type KernelVerdict = 'clean' | 'broken' | 'gone' | 'missing' | 'unknown';

/** The kernel hands over a page at a time. */
const CHUNK_BYTES = 4096;
/** The state and the unacknowledged bytes: `06 00000000`. */
const FIELDS_LENGTH = 11;
/** Between looks, in milliseconds. */
const PAUSES_MS = [10, 200];
/** `TCP_TIME_WAIT` of Linux's tcp_states.h. */
const TIME_WAIT = '06';
const LAST_ACK = '09';
/** The kernel counts a FIN as one byte. */
const FIN_BYTES = 1;

/** Looks a connection up. */
export function readKernelVerdict(ends: Ends): KernelVerdict {
  if (process.platform !== 'linux') return 'unknown';
  try {
    return judgeTable(readTable(ends.remoteAddress.includes(':') ? '/proc/net/tcp6' : '/proc/net/tcp'), ends);
  } catch {
    return 'unknown';
  }
}

/** Whether the kernel's table can be read, has an open connection, and room for it once it is closed. */
export function keepsTrack(ends: Ends): boolean {
  return readKernelVerdict(ends) === 'broken' && !isTimeWaitTableFull();
}

/** Asks again before it believes the worst: a last acknowledgement may be on its way, and a row can be missed. */
export async function askKernel(
  ends: Ends,
  { mayBeGone, signal }: { readonly mayBeGone: boolean; readonly signal: AbortSignal },
): Promise<KernelVerdict | 'full'> {
  for (let look = 0; ; look += 1) {
    const verdict = readKernelVerdict(ends);
    if (verdict === 'clean' || verdict === 'unknown') return verdict;
    if (mayBeGone && verdict !== 'broken') return verdict;
    if (verdict === 'missing' && isTimeWaitTableFull()) return 'full';
    const pauseMs = PAUSES_MS[look];
    if (pauseMs === undefined) return verdict;
    await pause(pauseMs, signal);
  }
}

/**
 * The verdict from the text of a table, chunk by chunk. `clean`: TIME_WAIT with nothing unacknowledged, so our bytes and
 * our FIN were acknowledged and the receiver closed an emptied socket. `missing`: no row, as after a reset. `gone`: the
 * other side's FIN came before ours, and at most our own FIN is unacknowledged. `broken`: anything else. `unknown`: there
 * is no such table here. Format: the kernel's documentation of `proc_net_tcp`. A row is
 * looked for as plain text: to set up a pattern takes longer than to search a page of the table.
 */
export function judgeTable(chunks: Iterable<string>, ends: Ends): KernelVerdict {
  const starts = formatRowStarts(ends);
  let text = '';
  let hasRows = false;
  for (const chunk of chunks) {
    text = text.slice(text.lastIndexOf('\n') + 1) + chunk;
    // The line above the rows has no colon.
    hasRows ||= text.includes(':');
    for (const start of starts) {
      const verdict = judgeRow(text, start);
      if (verdict !== undefined) return verdict;
    }
  }
  // A sandbox may show an empty table to everybody: it says nothing about this connection.
  return hasRows ? 'missing' : 'unknown';
}

/** The verdict of the row whose two ends are written so; undefined where it is not there, or not yet whole. */
function judgeRow(text: string, start: string): KernelVerdict | undefined {
  const at = text.indexOf(start);
  if (at === -1) return undefined;
  const fields = text.slice(at + start.length, at + start.length + FIELDS_LENGTH);
  if (fields.length < FIELDS_LENGTH) return undefined;
  const [state, digits = ''] = fields.split(' ');
  const unacknowledged = Number.parseInt(digits, 16);
  if (state === LAST_ACK && unacknowledged <= FIN_BYTES) return 'gone';
  return state === TIME_WAIT && unacknowledged === 0 ? 'clean' : 'broken';
}

/** What stands between the local address of a row and its state, in each byte order. */
function formatRowStarts({ localPort, remotePort, remoteAddress }: Ends): readonly string[] {
  const [local, remote] = [localPort, remotePort].map((port) => toHex(port, 4));
  return formatAddresses(remoteAddress).map((address) => `:${local} ${address}:${remote} `);
}

/** An address as kernels write it: in words of four bytes, each in the machine's own byte order. */
function formatAddresses(address: string): readonly string[] {
  const bytes = address.includes(':')
    ? expandIPv6(address)
    : address.split('.').map((byte) => toHex(Number(byte), 2));
  const words = Array.from({ length: bytes.length / 4 }, (_, index) => bytes.slice(4 * index, 4 * index + 4));
  return [words.map((word) => word.toReversed().join('')).join(''), bytes.join('')];
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
