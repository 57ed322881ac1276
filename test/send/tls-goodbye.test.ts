import type { AddressInfo } from 'node:net';
import { createServer } from 'node:tls';
import { expect, it } from 'vitest';
import { createTcp } from '../../src/send/tcp.ts';
import { createAuthority } from '../support/authority.ts';
import { needs } from '../support/needs.ts';
import { startTlsServer } from '../support/tls-server.ts';

const limits = { totalMs: 5000, connectMs: 5000, writeMs: 5000, confirmMs: 5000 };

async function sendOften(
  port: number,
  { attempts, ca }: { attempts: number; ca: string },
): Promise<unknown[]> {
  const tls = { ca, cert: undefined, key: undefined, serverName: 'localhost.' };
  const connect = createTcp({ host: '127.0.0.1', port }, { limits, tls });
  const { signal } = new AbortController();
  const endings: unknown[] = [];
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const connection = await connect({ signal });
    await connection.write(Buffer.from('a 1 1700000000\n')).catch(() => {});
    endings.push(await connection.finish().catch((error: Error) => error.message));
    connection.destroy();
  }
  return endings;
}

it(
  'a TLS server that sends close_notify after the handshake is never trusted',
  needs('openssl'),
  async () => {
    const { ca, cert, key } = await createOwn();
    const server = createServer({ cert, key, allowHalfOpen: true } as object, (socket) => {
      socket.on('error', () => {}).end();
      socket.resume();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const endings = await sendOften((server.address() as AddressInfo).port, { attempts: 6, ca });
      expect(endings).toEqual(
        Array.from({ length: 6 }, () =>
          expect.stringMatching(/ closed the connection after the TLS handshake .*A TLS terminator does so/),
        ),
      );
    } finally {
      server.close();
    }
  },
);

it(
  'a TLS server that reads everything is confirmed by only its close, and is asked for a name without a final dot',
  needs('openssl'),
  async () => {
    const { ca, cert, key } = await createOwn();
    const names: unknown[] = [];
    await using server = await startTlsServer({
      cert,
      key,
      SNICallback: (name, callback) => {
        names.push(name);
        callback(null);
      },
    });
    const endings = await sendOften(server.port, { attempts: 3, ca });
    expect(endings).toEqual(Array.from({ length: 3 }, () => ({ kind: 'confirmed', evidence: 'close' })));
    expect(names).toEqual(['localhost', 'localhost', 'localhost']);
  },
);

async function createOwn(): Promise<{ ca: string; cert: string; key: string }> {
  const authority = await createAuthority();
  const { cert, key } = await authority.certify({ names: 'DNS:localhost' });
  return { ca: authority.ca, cert, key };
}
