import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { readKernelVerdict } from '../../src/send/kernel-files.ts';
import { KernelProof } from '../../src/send/kernel-proof.ts';
import { judgeTable, judgeTimeWait, showsLateAcknowledgement } from '../../src/send/kernel-table.ts';
import { startServer } from '../support/faulty-server.ts';

const head =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode';
const head6 =
  '  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode';
const ends = { localPort: 0xc350, remotePort: 0x07d3, remoteAddress: '127.0.0.1' };
const serverSide = { local: '07D3', remote: 'C350' };

/** A row in the format of the kernel. */
function row({
  local = 'C350',
  remote = '07D3',
  address = '0100007F',
  state = '06',
  tx = '00000000',
  rx = '00000000',
}): string {
  return `   7: 0100007F:${local} ${address}:${remote} ${state} ${tx}:${rx} 03:000012F4 00000000     0        0 0 3 0000000000000000`;
}

/** The same in the kernel's format for IPv6. */
function row6(parts: Parameters<typeof row>[0]): string {
  return row(parts).replaceAll('0100007F:', '00000000000000000000000001000000:');
}

describe('judgeTable', () => {
  it.each<[string, string[], string]>([
    ['TIME_WAIT and nothing unacknowledged', [head, row({})], 'clean'],
    [
      'the same among others',
      [head, row({ local: 'C351', state: '01' }), row({}), row({ remote: '0050' })],
      'clean',
    ],
    ['the address in the byte order of other machines', [head, row({ address: '7F000001' })], 'clean'],
    ['bytes that we did not read do not count', [head, row({ rx: '00000001' })], 'clean'],
    ["the server's side is another row", [head, row({ ...serverSide, state: '01' }), row({})], 'clean'],
    [
      'the same ports of another server',
      [head, row({ address: '0200007F', state: '0B', tx: '0000CDED' }), row({})],
      'clean',
    ],
    ['only the same ports of another server', [head, row({ address: '0200007F' })], 'missing'],
    ['unacknowledged bytes', [head, row({ tx: '0000CDED' })], 'broken'],
    ['ESTABLISHED', [head, row({ state: '01' })], 'broken'],
    ['FIN_WAIT1', [head, row({ state: '04', tx: '00000001' })], 'broken'],
    ['FIN_WAIT2', [head, row({ state: '05' })], 'broken'],
    ['CLOSE', [head, row({ state: '07' })], 'broken'],
    ['CLOSE_WAIT', [head, row({ state: '08' })], 'broken'],
    ['LAST_ACK', [head, row({ state: '09' })], 'gone'],
    ['LAST_ACK and only our FIN unacknowledged', [head, row({ state: '09', tx: '00000001' })], 'gone'],
    ['LAST_ACK and a byte unacknowledged too', [head, row({ state: '09', tx: '00000002' })], 'broken'],
    ['LAST_ACK and many bytes', [head, row({ state: '09', tx: '0000CDED' })], 'broken'],
    ['LAST_ACK and 256 bytes', [head, row({ state: '09', tx: '00000100' })], 'broken'],
    ['CLOSING', [head, row({ state: '0B', tx: '0000CDED' })], 'broken'],
    ['no row: a reset removed it', [head, row({ local: 'C351' })], 'missing'],
    ["only the server's side", [head, row(serverSide)], 'missing'],
    ['no rows at all, as in a sandbox', [head], 'unknown'],
  ])('%s', (_, lines, verdict) => {
    expect(judgeTable([`${lines.join('\n')}\n`], ends)).toBe(verdict);
    expect(judgeTable([...lines.map((line) => `${line}\n`), ''], ends)).toBe(verdict);
  });

  it.each<[string, string[], string]>([
    ['TIME_WAIT and nothing unacknowledged', [head6, row6({ local: 'C351' }), row6({})], 'clean'],
    ['CLOSING', [head6, row6({ state: '0B', tx: '0000CDED' })], 'broken'],
    ['no row', [head6, row6({ local: 'C351' }), row6(serverSide)], 'missing'],
  ])('IPv6: %s', (_, lines, verdict) => {
    expect(judgeTable([`${lines.join('\n')}\n`], { ...ends, remoteAddress: '::1' })).toBe(verdict);
  });

  it('finds a row with any chunks of the table', () => {
    const others = Array.from({ length: 3 }, (_, index) => row({ local: `C36${index}`, state: '01' }));
    const text = [head, ...others, row({}), ...others, ''].join('\n');
    const verdicts = Array.from({ length: text.length }, (_, cut) =>
      judgeTable([text.slice(0, cut), text.slice(cut)], ends),
    );
    expect(new Set(verdicts)).toEqual(new Set(['clean']));
    expect(judgeTable(text, ends)).toBe('clean');
  });

  it('reads no more of the table than it needs', () => {
    function* chunks(): Generator<string> {
      yield `${head}\n${row({})}\n`;
      throw new Error('the rest was read');
    }
    expect(judgeTable(chunks(), ends)).toBe('clean');
  });
});

// Only Linux has such a table.
if (process.platform === 'linux') {
  describe('a connection whose row is missing', () => {
    const facts = { server: 'HOST:PORT', isSecure: false, isTracked: false };
    const open = async (server: { host: string; port: number }): Promise<Socket> => {
      const socket = connect({ ...server, allowHalfOpen: true });
      await once(socket, 'connect');
      return socket;
    };
    /** A connection that the table lists with the address before it was translated. */
    const translate = (socket: Socket): Socket =>
      Object.create(socket, { remoteAddress: { value: '127.0.0.9' } });

    it('is confirmed by the order of the closes if the table lists another address', async () => {
      await using server = await startServer({ kind: 'closeAfterFin' });
      const socket = await open(server);
      const proof = new KernelProof(translate(socket), facts);
      const probe = await open(server);
      const { listing } = new KernelProof(translate(probe), facts);
      expect(listing).toBe('none');
      socket.resume().end('a 1 1\n');
      await once(socket, 'close');
      await proof.confirm(new AbortController().signal);
      expect(proof.isRowLost).toBe(true);
      expect(proof.judgeLostRow([listing, listing])).toEqual({ kind: 'confirmed', evidence: 'close' });
      expect(() => proof.judgeLostRow(['one end', 'one end'])).toThrow('not everything was acknowledged');
      // One of the two looks can miss a row.
      expect(() => proof.judgeLostRow([listing, 'one end'])).toThrow('not everything was acknowledged');
      expect(() => proof.judgeLostRow(['one end', listing])).toThrow('not everything was acknowledged');
      probe.destroy();
    });

    it.each(['127.0.0.1', '::1'])(
      'may have ended on this machine, which lists both ends on %s',
      async (host) => {
        await using server = await startServer({ kind: 'closeAfterFin' }, { host });
        const probe = await open(server);
        expect(new KernelProof(probe, facts).listing).toBe('both ends');
        probe.destroy();
      },
    );

    it('lists both ends if the server listens on IPv6', async () => {
      await using server = await startServer({ kind: 'closeAfterFin' }, { host: '::' });
      const probe = await open({ host: '127.0.0.1', port: server.port });
      expect(new KernelProof(probe, facts).listing).toBe('both ends');
      probe.destroy();
    });
  });

  describe('readKernelVerdict', () => {
    it.each(['127.0.0.1', '::1'])('finds a connection that both sides ended, over %s', async (host) => {
      await using server = await startServer({ kind: 'closeAfterFin' }, { host });
      const socket = connect({ host, port: server.port });
      await once(socket, 'connect');
      const connection = { localPort: socket.localPort ?? 0, remotePort: server.port, remoteAddress: host };
      expect(readKernelVerdict(connection)).toBe('broken');
      socket.resume().end('a 1 1\n');
      await once(socket, 'close');
      expect(readKernelVerdict(connection)).toBe('clean');
    });

    it('does not find a connection that was reset', async () => {
      await using server = await startServer({ kind: 'resetAfter', bytes: 1 });
      const { host, port } = server;
      const socket = connect({ host, port });
      await once(socket, 'connect');
      const connection = { localPort: socket.localPort ?? 0, remotePort: port, remoteAddress: host };
      socket.on('error', () => {}).write('a 1 1\n');
      await new Promise((resolve) => socket.resume().once('close', resolve));
      expect(readKernelVerdict(connection)).toBe('missing');
    });
  });
} else {
  it('is unknown without such a table', () => {
    expect(readKernelVerdict(ends)).toBe('unknown');
  });
}

const counts = (rows: number): string =>
  `sockets: used 290\nTCP: inuse 7 orphan 0 tw ${rows} alloc 9 mem 1\nUDP: inuse 1 mem 0\n`;

it.each([
  [4096, '4096\n', true],
  [3900, '4096\n', true],
  [3000, '4096\n', false],
  [0, '0\n', true],
  [0, '4096\n', false],
])('a table with %i rows of %s is full: %s', (rows, limit, isFull) => {
  expect(judgeTimeWait(counts(rows), limit)).toBe(isFull);
});

it('a table of another form is not full', () => {
  expect(judgeTimeWait('', '4096\n')).toBe(false);
  expect(judgeTimeWait(counts(1), '')).toBe(false);
});

/** The kernel's counters, whose order differs between versions. */
const counters = ({ resets = 7, established = 3, onData = 20, onClose = 400 } = {}): string =>
  `Ip: Forwarding\nIp: 1\nTcp: RtoMin EstabResets OutRsts\nTcp: 200 ${established} ${resets}\nUdp: InErrors\nUdp: 5\nTcpExt: TW TCPAbortOnData TCPAbortOnClose\nTcpExt: 9 ${onData} ${onClose}\nIpExt: InNoRoutes\nIpExt: 0\n`;

// Measured with pairs of sockets on Linux 6.18.
it.each<[string, string, boolean]>([
  ['a late acknowledgement', counters({ resets: 8 }), true],
  ['two late acknowledgements', counters({ resets: 9 }), true],
  ['nothing, as after a close that came before our FIN', counters(), false],
  ['a close with unread bytes', counters({ resets: 8, onClose: 401 }), false],
  ['bytes for a connection that is closed', counters({ resets: 8, onData: 21 }), false],
  ['bytes for a connection that waits for our FIN', counters({ resets: 8, established: 4 }), false],
  ['counters that began anew', counters({ resets: 1, established: 0 }), false],
  ['no counters', '', false],
  ['a line of names without values', 'Tcp: RtoMin EstabResets OutRsts\n', false],
])('the counters of %s', (_, after, isLate) => {
  expect(showsLateAcknowledgement(counters(), after)).toBe(isLate);
});

it('counters without aborts show nothing', () => {
  const tcp = (resets: number): string => `Tcp: EstabResets OutRsts\nTcp: 3 ${resets}\n`;
  expect(showsLateAcknowledgement(tcp(7), tcp(8))).toBe(false);
});
