import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bulkUpdate, type SendOptions, update } from '../../src/index.ts';
import type { WrittenOptions } from '../../src/options/options.ts';
import { createAuthority } from '../support/authority.ts';
import { bareEnv, startChild } from '../support/child.ts';
import { startServer } from '../support/faulty-server.ts';
import { getProgram, needs } from '../support/needs.ts';
import { reservePorts, waitForPorts } from '../support/ports.ts';
import { createTempDir } from '../support/temp-dir.ts';
import { startTlsServer } from '../support/tls-server.ts';

const authority = await createAuthority();
const stranger = await createAuthority();
const [good, named, expired, client, strange] = await Promise.all([
  authority.certify(),
  authority.certify({ names: 'DNS:carbon.test' }),
  authority.certify({ days: -1 }),
  authority.certify({ names: 'DNS:client.test' }),
  stranger.certify({ names: 'DNS:client.test' }),
]);
const line = 's.a 1 1700000000\n';

type Place = { readonly host: string; readonly port: number };

function place({ host, port }: Place): SendOptions {
  return { server: host, port, group: '', source: 's', timestamp: 1_700_000_000, tls: true };
}

function to(server: Place): SendOptions & { metric: string; value: number } {
  return { ...place(server), metric: 'a', value: 1 };
}

describe('TLS', () => {
  it.each([
    ['text', authority.ca],
    ['a path', authority.file],
  ])('works, and verifies the server by an authority given as %s', async (_, tlsCa) => {
    await using server = await startTlsServer(good);
    const result = await update({ ...to(server), tlsCa });
    expect(result).toMatchObject({
      delivery: 'confirmed',
      server: `127.0.0.1:${server.port}`,
      attempts: 1,
      bytes: line.length,
    });
    expect(server.text()).toBe(line);
  });

  it('carries many windows', async () => {
    await using server = await startTlsServer(good);
    const data = Object.fromEntries(Array.from({ length: 40_000 }, (_, index) => [`m${index}`, index]));
    const result = await bulkUpdate({ ...place(server), tlsCa: authority.ca, data });
    expect(result).toMatchObject({ delivery: 'confirmed', lines: 40_000, bytes: server.text().length });
  });

  it('is true in words too', async () => {
    await using server = await startTlsServer(good);
    expect(
      await update({ ...to(server), tls: 'true' as unknown as boolean, tlsCa: authority.ca }),
    ).toMatchObject({
      delivery: 'confirmed',
    });
  });

  it('checks the given server name', async () => {
    await using server = await startTlsServer(named);
    const result = await update({ ...to(server), tlsCa: authority.ca, tlsServerName: 'carbon.test' });
    expect([result.delivery, server.text()]).toEqual(['confirmed', line]);
  });

  it('sends a certificate when the server asks for one', async () => {
    const asking = { ...good, ca: authority.ca, requestCert: true, rejectUnauthorized: true };
    for (const { cert, key } of [client, client.files]) {
      await using server = await startTlsServer(asking);
      const result = await update({ ...to(server), tlsCa: authority.ca, tlsCert: cert, tlsKey: key });
      expect([result.delivery, server.text()]).toEqual(['confirmed', line]);
    }
  });
});

describe('an untrusted server gets nothing and is tried once', () => {
  it.each<[string, { cert: string; key: string }, Partial<SendOptions>, string]>([
    ['of an authority that the system does not know', good, {}, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['of another authority', good, { tlsCa: stranger.ca }, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['that has expired', expired, { tlsCa: authority.ca }, 'CERT_HAS_EXPIRED'],
    ['of another name', named, { tlsCa: authority.ca }, 'ERR_TLS_CERT_ALTNAME_INVALID'],
    [
      'without the name that is asked for',
      good,
      { tlsCa: authority.ca, tlsServerName: 'carbon.test' },
      'ERR_TLS_CERT_ALTNAME_INVALID',
    ],
    [
      'without the address that is asked for',
      good,
      { tlsCa: authority.ca, tlsServerName: '127.0.0.9' },
      'ERR_TLS_CERT_ALTNAME_INVALID',
    ],
  ])('%s', async (_, certificate, options, code) => {
    await using server = await startTlsServer(certificate);
    const error: unknown = await update({ ...to(server), ...(options as SendOptions) }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({
      name: 'SendError',
      code,
      retryable: false,
      message: expect.stringMatching(
        new RegExp(`^127\\.0\\.0\\.1:\\d+ shows a certificate .+\\(${code}\\)$`),
      ),
      result: { delivery: 'failed', attempts: 1, undelivered: 1 },
    });
    expect([server.text(), server.connections()]).toEqual(['', 1]);
  });

  it('a plain port that answers', async () => {
    await using web = createServer((_, response) => response.end('hello'));
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    const { port } = web.address() as AddressInfo;
    const sending = update({ ...to({ host: '127.0.0.1', port }), tlsCa: authority.ca });
    await expect(sending).rejects.toMatchObject({
      name: 'SendError',
      retryable: false,
      message: expect.stringContaining('does not use TLS'),
      result: { attempts: 1 },
    });
  });

  it('a plain port that waits for lines', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const sending = update({ ...to(server), tlsCa: authority.ca, connectTimeout: 0.3, retries: 0 });
    await expect(sending).rejects.toMatchObject({
      name: 'SendError',
      code: 'ETIMEDOUT',
      message: expect.stringMatching(/TLS/),
      result: { delivery: 'failed', undelivered: 1 },
    });
    expect(server.text()).not.toContain('s.a');
  });

  it.each([
    [
      'TLSv1.2',
      /ended the TLS handshake\. If it requires .+ give tlsCert and tlsKey; .+HANDSHAKE_FAILURE\)$/,
    ],
    ['TLSv1.3', /requires a client certificate\. Give it as tlsCert, .+CERTIFICATE_REQUIRED\)$/],
  ] as const)('a server that asks for a certificate when none is given, by %s', async (version, message) => {
    const asking = { ...good, ca: authority.ca, requestCert: true, rejectUnauthorized: true };
    await using server = await startTlsServer({ ...asking, minVersion: version, maxVersion: version });
    await expect(update({ ...to(server), tlsCa: authority.ca })).rejects.toMatchObject({
      name: 'SendError',
      retryable: false,
      message: expect.stringMatching(message),
      result: { attempts: 1, undelivered: 1 },
    });
    expect([server.text(), server.connections()]).toEqual(['', 1]);
    expect(server.problems()).toEqual(['ERR_SSL_PEER_DID_NOT_RETURN_A_CERTIFICATE']);
  });

  // Node's own server ends the connection without an alert. The server of openssl sends one.
  it.each([
    [
      '-tls1_2',
      'of another authority',
      strange,
      /does not know the authority of the certificate of this side/,
    ],
    [
      '-tls1_3',
      'of another authority',
      strange,
      /does not know the authority of the certificate of this side/,
    ],
    ['-tls1_2', 'that has expired', expired, /says that the certificate of this side has expired/],
    ['-tls1_3', 'that has expired', expired, /says that the certificate of this side has expired/],
  ])(
    'a server that rejects our certificate (openssl s_server %s): one %s',
    needs('openssl'),
    async (version, _, ours, message) => {
      await using reserved = await reservePorts(1);
      const [port = 0] = reserved.ports;
      const { cert, key } = good.files;
      const own = ['-accept', `127.0.0.1:${port}`, '-cert', cert, '-key', key, '-quiet', version];
      const asking = ['-CAfile', authority.file, '-Verify', '1', '-verify_return_error'];
      const args = ['s_server', ...own, ...asking];
      await using server = startChild({ command: getProgram('openssl'), args, env: bareEnv() });
      const gone = server.exited.then(() => Promise.reject(new Error(server.stderr())));
      await waitForPorts({ host: '127.0.0.1', ports: [port], gone });
      const files = { tlsCa: authority.ca, tlsCert: ours.cert, tlsKey: ours.key };
      const sending = update({ ...to({ host: '127.0.0.1', port }), ...files });
      await expect(sending).rejects.toMatchObject({
        retryable: false,
        message: expect.stringMatching(message),
        result: { attempts: 1, undelivered: 1 },
      });
      expect(server.stdout()).not.toContain('s.a');
    },
  );

  it('the next one of the list is used', async () => {
    await using bad = await startTlsServer(expired);
    await using next = await startTlsServer(good);
    const list = { server: `127.0.0.1:${bad.port},127.0.0.1:${next.port}`, tlsCa: authority.ca };
    const data = Object.fromEntries(Array.from({ length: 160 }, (_, index) => [`m${index}`, index]));
    const result = await bulkUpdate({ ...place(next), ...list, data, batchSize: 1 });
    expect(result).toMatchObject({ delivery: 'confirmed', lines: 160, server: `127.0.0.1:${next.port}` });
    // The time of a first server that fails is waited for once, and not for each of three windows.
    expect([bad.connections(), next.connections()]).toEqual([1, 3]);
  });
});

describe('reports wrong options before anything is sent', () => {
  const garbage = '-----BEGIN CERTIFICATE-----\nbm8gY2VydGlmaWNhdGU=\n-----END CERTIFICATE-----\n';
  const brokenKey = '-----BEGIN PRIVATE KEY-----\nbm8ga2V5\n-----END PRIVATE KEY-----\n';
  const cure = 'Give PEM text, or the path of a PEM file.';
  it.each<[string, WrittenOptions, Record<string, unknown>]>([
    ['tls-ca without tls', { tls: false, tlsCa: authority.ca }, { location: 'tlsCa', rule: 'it needs tls' }],
    ['tls-server-name without tls', { tls: 'false', tlsServerName: 'x' }, { location: 'tlsServerName' }],
    ['a missing file', { tlsCa: 'none.pem' }, { location: 'tlsCa', value: 'none.pem', cure }],
    [
      'a missing key',
      { tlsCert: client.cert, tlsKey: 'none.key' },
      { location: 'tlsKey', rule: 'it is neither PEM text nor the path of a file that can be read', cure },
    ],
    ['a directory', { tlsCa: '.' }, { location: 'tlsCa', cure }],
    ['garbage as authority', { tlsCa: garbage }, { location: 'tlsCa', cure }],
    ['garbage as certificate', { tlsCert: garbage, tlsKey: client.key }, { location: 'tlsCert', cure }],
    ['garbage as key', { tlsCert: client.cert, tlsKey: brokenKey }, { location: 'tlsKey', cure }],
    [
      'the key of another certificate',
      { tlsCert: client.cert, tlsKey: good.key },
      { location: 'tlsKey', cure: 'Give the key that the certificate was made with.' },
    ],
    [
      'a certificate without its key',
      { tlsCert: client.cert },
      { location: 'tlsKey', rule: 'it is needed with tlsCert' },
    ],
    [
      'a key without its certificate',
      { tlsKey: client.key },
      { location: 'tlsCert', rule: 'it is needed with tlsKey' },
    ],
    ['no boolean', { tls: 'yes' }, { location: 'tls' }],
  ])('%s', async (_, options, fault) => {
    await using server = await startTlsServer(good);
    const error: unknown = await update({ ...to(server), ...(options as SendOptions) }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ name: 'InputError', count: 1, faults: [fault], result: { attempts: 0 } });
    expect(server.connections()).toBe(0);
  });

  it.each<[string, string, string]>([
    ['a file that is no PEM', 'no certificate here\n', 'tlsCa'],
    ['an empty file', '', 'tlsCa'],
    ['a file with the key in place of the certificate', client.key, 'tlsCa'],
  ])('%s', async (_, text, location) => {
    await using dir = await createTempDir();
    const file = join(dir.path, 'file.pem');
    await writeFile(file, text);
    await using server = await startTlsServer(good);
    const error: unknown = await update({ ...to(server), tlsCa: file }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      name: 'InputError',
      count: 1,
      faults: [
        { location, cure: expect.stringMatching(/^Give (?:PEM text|the PEM of a certificate), or the path/) },
      ],
    });
    expect(server.connections()).toBe(0);
  });

  it('no message contains a key that was given as text', async () => {
    const [, secret = ''] = client.key.split('\n');
    const given = [
      { tlsKey: client.key },
      { tls: false, tlsKey: client.key },
      { tlsCert: good.cert, tlsKey: client.key },
      { tlsCert: client.cert, tlsKey: client.key.replaceAll('\n', ' ').slice(0, -40) },
      { tlsCert: client.cert, tlsKey: client.key.replaceAll('\n', '\\n').slice(0, -40) },
      { tlsCert: client.cert, tlsKey: secret },
    ];
    for (const options of given) {
      const error: unknown = await update({ ...to({ host: '127.0.0.1', port: 1 }), ...options }).catch(
        (reason: unknown) => reason,
      );
      expect(error).toMatchObject({ name: 'InputError' });
      expect(`${(error as Error).message} ${JSON.stringify(error)}`).not.toContain(secret.slice(0, 40));
    }
  });
});
