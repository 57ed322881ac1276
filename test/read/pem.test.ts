import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Faults } from '../../src/model/faults.ts';
import { readPems } from '../../src/read/pem.ts';
import { createAuthority } from '../support/authority.ts';
import { needs } from '../support/needs.ts';
import { createTempDir } from '../support/temp-dir.ts';

const authority = await createAuthority();
const client = await authority.certify({ names: 'DNS:client.test' });
const dir = await createTempDir();
const openssl = (...args: string[]): string =>
  execFileSync('openssl', args, { encoding: 'utf8', stdio: 'pipe' });

async function read(
  given: Partial<Record<'ca' | 'cert' | 'key', string>>,
): Promise<{ ca: string | undefined; cert: string | undefined; key: string | undefined; faults: string[] }> {
  const faults = new Faults();
  const none = { ca: undefined, cert: undefined, key: undefined, serverName: undefined };
  const { ca, cert, key } = await readPems({ ...none, ...given }, faults);
  const found = faults.count === 0 ? [] : faults.toError().faults;
  return { ca, cert, key, faults: found.map(({ location, rule, cure }) => `${location}: ${rule}. ${cure}`) };
}

const countBlocks = (pem = ''): number => pem.split('-----BEGIN ').length - 1;

it('reads certificate and key from one text', async () => {
  const both = `${client.key}${client.cert}`;
  const { cert, key, faults } = await read({ cert: both, key: both });
  expect([faults, countBlocks(cert), countBlocks(key)]).toEqual([[], 1, 1]);
});

it('accepts the output of openssl pkcs12 with certificates in any order', needs('openssl'), async () => {
  const bag = join(dir.path, 'client.p12');
  const { cert, key } = client.files;
  const out = ['-export', '-inkey', key, '-in', cert, '-certfile', authority.file, '-passout', 'pass:x'];
  openssl('pkcs12', ...out, '-out', bag);
  const written = openssl('pkcs12', '-in', bag, '-nodes', '-passin', 'pass:x');
  expect(written).toContain('Bag Attributes');
  for (const text of [written, `${authority.ca}${written}`]) {
    const parts = await read({ cert: text, key: text });
    expect(parts.faults).toEqual([]);
    expect(parts.cert?.startsWith(client.cert.trim())).toBe(true);
  }
});

it('reads the certificates of an authority whose file also has its key', async () => {
  const { ca, faults } = await read({ ca: `${client.key}${authority.ca}` });
  expect([faults, ca]).toEqual([[], authority.ca.trim()]);
});

it.each<[string, (path: string) => string[], string]>([
  [
    'certificate',
    (path) => ['x509', '-in', client.files.cert, '-outform', 'der', '-out', path],
    'openssl x509 -inform der',
  ],
  [
    'key',
    (path) => ['pkey', '-in', client.files.key, '-outform', 'der', '-out', path],
    'openssl pkey -inform der',
  ],
  [
    'bag',
    (path) => [
      'pkcs12',
      '-export',
      '-inkey',
      client.files.key,
      '-in',
      client.files.cert,
      '-passout',
      'pass:x',
      '-out',
      path,
    ],
    'openssl pkcs12 -in FILE -nodes',
  ],
  [
    'chain',
    (path) => ['crl2pkcs7', '-nocrl', '-certfile', client.files.cert, '-outform', 'der', '-out', path],
    'openssl pkcs7 -inform der',
  ],
])(
  'says how to convert a %s in DER, as a file and in base64',
  needs('openssl'),
  async (kind, write, command) => {
    const path = join(dir.path, `${kind}.der`);
    openssl(...write(path));
    const packed = (await readFile(path)).toString('base64');
    for (const value of [path, packed]) {
      for (const part of ['ca', 'cert', 'key'] as const) {
        const { faults } = await read({ [part]: value });
        expect(faults).toEqual([
          expect.stringMatching(new RegExp(`^tls-${part}: it is a .*, not PEM\\. Convert it: ${command}`)),
        ]);
      }
    }
  },
);

it.each(['\\n', '\\r\\n', '\\\\n', '\\\\\\\\n'])('reads a PEM whose line breaks are %j', async (mark) => {
  const flat = (text: string): string => text.replaceAll('\n', mark);
  const path = join(dir.path, 'flat.pem');
  await writeFile(path, flat(client.cert));
  const text = await read({ cert: flat(client.cert), key: flat(client.key), ca: flat(authority.ca) });
  expect([text.faults, text.ca?.trim()]).toEqual([[], authority.ca.trim()]);
  expect((await read({ cert: path, key: client.key })).faults).toEqual([]);
});

it.each([
  [
    'PKCS #8',
    (path: string) => ['pkcs8', '-topk8', '-in', client.files.key, '-out', path, '-passout', 'pass:x'],
  ],
  [
    'the older form',
    (path: string) => [
      'rsa',
      '-aes128',
      '-traditional',
      '-in',
      join(dir.path, 'rsa.key'),
      '-out',
      path,
      '-passout',
      'pass:x',
    ],
  ],
])('names the kind of a locked key: %s', needs('openssl'), async (_, toArgs) => {
  openssl('genrsa', '-out', join(dir.path, 'rsa.key'), '2048');
  const locked = join(dir.path, 'locked.key');
  openssl(...toArgs(locked));
  const { faults } = await read({ cert: client.cert, key: locked });
  expect(faults).toEqual([
    expect.stringMatching(/^tls-key: the key is locked with a passphrase\. Unlock it first/),
  ]);
});

it.each([
  ['of another kind', 'ed25519', / \(ed25519; the certificate has (?:rsa|ec)\)\. Give the key/],
  ['of another certificate', '', /^tls-key: it is not the key of the certificate in tls-cert\. Give the key/],
])('refuses a key %s', async (_, kind, fault) => {
  const pem = { type: 'pkcs8', format: 'pem' } as const;
  const other =
    kind === ''
      ? (await authority.certify()).key
      : generateKeyPairSync('ed25519').privateKey.export(pem).toString();
  const { faults } = await read({ cert: client.cert, key: other });
  expect(faults).toEqual([expect.stringMatching(fault)]);
});

it.each([
  ['a request in place of a certificate', 'tls-cert: it holds no certificate, but: CERTIFICATE REQUEST.'],
  ['a certificate in place of a key', 'tls-key: it holds no private key, but: CERTIFICATE.'],
])('names %s', async (what, fault) => {
  const request = '-----BEGIN CERTIFICATE REQUEST-----\nTUlJ\n-----END CERTIFICATE REQUEST-----\n';
  const given = what.startsWith('a request')
    ? { cert: request, key: client.key }
    : { cert: client.cert, key: client.cert };
  expect((await read(given)).faults).toEqual([expect.stringContaining(fault)]);
});

it('says that TLS cannot use a key of OpenSSH', async () => {
  const key =
    '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjE=\n-----END OPENSSH PRIVATE KEY-----\n';
  expect((await read({ cert: client.cert, key })).faults).toEqual([
    expect.stringMatching(
      /^tls-key: it holds no private key, but: OPENSSH PRIVATE KEY\. TLS cannot use an OpenSSH key\./,
    ),
  ]);
});

it.skipIf(process.platform === 'win32')('waits for no writer of a pipe, and reads no device', async () => {
  const pipe = join(dir.path, 'pipe');
  execFileSync('mkfifo', [pipe]);
  // A long path may be a key.
  const rule = /^tls-ca: it is (?:no regular file of at most 16 MiB|neither PEM text nor the path of a file)/;
  expect((await read({ ca: pipe })).faults).toEqual([expect.stringMatching(rule)]);
  expect((await read({ ca: '/dev/zero' })).faults).toEqual([
    'tls-ca: it is no regular file of at most 16 MiB. Give PEM text, or the path of a PEM file.',
  ]);
  const { faults } = await read({ ca: authority.file, cert: client.files.cert, key: pipe });
  expect(faults).toEqual([expect.stringMatching(/^tls-key: it is neither PEM text nor the path of a file/)]);
});

it.skipIf(process.platform === 'win32')('reads a file behind a link', async () => {
  const link = join(dir.path, 'link.pem');
  await symlink(authority.file, link);
  expect((await read({ ca: link })).faults).toEqual([]);
});
