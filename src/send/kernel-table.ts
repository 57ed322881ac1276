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
 * Whether the kernel's counters of two moments show what a late acknowledgement does, and no loss. The answer to it is
 * one more reset that this machine sent (`OutRsts`). A close with unread bytes is a `TCPAbortOn…`, and bytes that arrive
 * after a close reset the sender's connection (`EstabResets`). The texts are those of `/proc/net/snmp` and
 * `/proc/net/netstat`. Others' connections count, too: they can only hide a late acknowledgement. False in doubt.
 */
export function showsLateAcknowledgement(before: string, after: string): boolean {
  const [earlier, later] = [parseCounters(before), parseCounters(after)];
  const grown = (name: string): number => (later.get(name) ?? Number.NaN) - (earlier.get(name) ?? Number.NaN);
  const aborts = [...earlier.keys()].filter((name) => name.startsWith('TCPAbortOn'));
  const hasLoss = aborts.length === 0 || [...aborts, 'EstabResets'].some((name) => grown(name) !== 0);
  return !hasLoss && grown('OutRsts') > 0;
}

/** A line of names, then one of their values; both begin with the name of the protocol. */
function parseCounters(text: string): ReadonlyMap<string, number> {
  const lines = text.split('\n').filter((line) => /^Tcp(?:Ext)?: /.test(line));
  const counters = new Map<string, number>();
  for (let index = 0; index + 1 < lines.length; index += 2) {
    const values = lines[index + 1]?.split(' ') ?? [];
    for (const [column, name] of (lines[index] ?? '').split(' ').entries())
      counters.set(name, Number(values[column]));
  }
  return counters;
}
