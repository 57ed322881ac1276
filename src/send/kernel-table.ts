/** The addresses of the two ends of a connection of this machine. */
export interface Ends {
  readonly localPort: number;
  readonly remotePort: number;
  readonly remoteAddress: string;
}

/** The state of a closed connection in the kernel's table; see {@link judgeTable}. */
export type KernelVerdict = 'clean' | 'broken' | 'gone' | 'missing' | 'unknown';

/** The state and the number of unacknowledged bytes: `06 00000000`. */
const FIELDS_LENGTH = 11;
/** `TCP_TIME_WAIT` of Linux's tcp_states.h. */
const TIME_WAIT = '06';
const LAST_ACK = '09';
/** The kernel counts a FIN as one byte. */
const FIN_BYTES = 1;

/**
 * Reads the verdict from the text of a table, chunk by chunk. `clean`: TIME_WAIT with nothing unacknowledged, so our
 * bytes and our FIN were acknowledged and the receiver closed after reading everything. `missing`: no row, as after a
 * reset. `gone`: the other side's FIN came before ours, and at most our own FIN is unacknowledged. `broken`: anything
 * else. `unknown`: this system has no such table. Format: `proc_net_tcp` in the kernel's documentation. The search
 * compares plain text, because compiling a pattern takes longer than searching a page.
 */
export function judgeTable(chunks: Iterable<string>, ends: Ends): KernelVerdict {
  const starts = formatRowStarts(ends);
  let text = '';
  let hasRows = false;
  for (const chunk of chunks) {
    text = text.slice(text.lastIndexOf('\n') + 1) + chunk;
    // The heading of the table has no colon.
    hasRows ||= text.includes(':');
    for (const start of starts) {
      const verdict = judgeRow(text, start);
      if (verdict !== undefined) return verdict;
    }
  }
  // A sandbox may show an empty table, which proves nothing about this connection.
  return hasRows ? 'missing' : 'unknown';
}

/** The verdict of the row that begins with `start`; undefined if the row is absent or incomplete. */
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

/** The text between the local address of a row and its state, in each byte order. */
function formatRowStarts({ localPort, remotePort, remoteAddress }: Ends): readonly string[] {
  const [local, remote] = [localPort, remotePort].map((port) => toHex(port, 4));
  return formatAddresses(remoteAddress).map((address) => `:${local} ${address}:${remote} `);
}

/** An address as the kernel writes it: words of four bytes in the byte order of the machine. */
function formatAddresses(address: string): readonly string[] {
  const bytes = address.includes(':')
    ? expandIPv6(address)
    : address.split('.').map((byte) => toHex(Number(byte), 2));
  const words = Array.from({ length: bytes.length / 4 }, (_, index) => bytes.slice(4 * index, 4 * index + 4));
  return [words.map((word) => word.toReversed().join('')).join(''), bytes.join('')];
}

/** The sixteen bytes of an IPv6 address as hexadecimal pairs, without its zone. */
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

/** Rows may have expired between the close and the reading of these files. */
const FULL_FROM = 0.95;

/**
 * Whether the kernel has no room for another connection in TIME_WAIT, by the text of `/proc/net/sockstat` and of
 * `tcp_max_tw_buckets`. It then drops the row of a connection that ended well.
 */
export function judgeTimeWait(counts: string, limit: string): boolean {
  const [, rows] = /^TCP: .*\btw (\d+)/m.exec(counts) ?? [];
  return rows !== undefined && limit.trim() !== '' && Number(rows) >= FULL_FROM * Number(limit);
}

/**
 * How many connections this machine has aborted, by the text of `/proc/net/netstat`: a program closed them with unread
 * bytes, or bytes arrived after its close. Undefined if the text does not say it.
 */
export function sumAborts(counters: string): number | undefined {
  const [names, values] = counters
    .split('\n')
    .filter((line) => line.startsWith('TcpExt: '))
    .map((line) => line.split(' '));
  const aborts = names?.flatMap((name, index) =>
    name.startsWith('TCPAbortOn') ? [Number(values?.[index])] : [],
  );
  const sum = aborts?.reduce((total, count) => total + count, 0);
  return aborts?.length === 0 || Number.isNaN(sum) ? undefined : sum;
}
