import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createKeyPair, createX509 } from './certificate.ts';
import { createTempDir } from './temp-dir.ts';

/** A certificate and its key as PEM, and the files that hold them. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
  readonly files: { readonly cert: string; readonly key: string };
}

/**
 * The names to certify: `IP:127.0.0.1`, `DNS:carbon.test`. With a negative number of days the certificate has expired.
 */
export interface Subject {
  readonly names?: string;
  readonly days?: number;
}

/** A certificate authority. */
export interface Authority {
  /** Its own certificate. */
  readonly ca: string;
  readonly file: string;
  certify(subject?: Subject): Promise<Certificate>;
}

/** Makes an authority. It and its certificates are in a directory that ends with the tests. */
export async function createAuthority({ days = 2 } = {}): Promise<Authority> {
  const { path } = await createTempDir('authority-');
  // A unique name, as real authorities have: by it a chain is found to belong to another authority.
  const issuer = `test authority ${randomUUID()}`;
  const own = createKeyPair();
  const ca = createX509({
    subject: issuer,
    publicKey: own.publicKey,
    issuer,
    issuerKey: own.privateKey,
    days,
  });
  const file = join(path, 'ca.pem');
  await writeFile(file, ca);
  let count = 0;
  const certify = async ({ names = 'IP:127.0.0.1', days = 2 }: Subject = {}): Promise<Certificate> => {
    count += 1;
    const files = { cert: join(path, `${count}.pem`), key: join(path, `${count}.key`) };
    const { publicKey, privateKey } = createKeyPair();
    const cert = createX509({
      subject: 'test',
      publicKey,
      issuer,
      issuerKey: own.privateKey,
      name: names,
      days,
    });
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    await writeFile(files.cert, cert);
    await writeFile(files.key, key, { mode: 0o600 });
    return { cert, key, files };
  };
  return { ca, file, certify };
}

/** Makes a certificate with its own authority. */
export async function createCertificate(subject?: Subject): Promise<Certificate & { readonly ca: string }> {
  const { ca, certify } = await createAuthority();
  return { ca, ...(await certify(subject)) };
}

/** Makes a self-signed certificate. */
export function createSelfSigned(name: string): { readonly cert: string; readonly key: string } {
  const { publicKey, privateKey } = createKeyPair();
  const names = { subject: 'server', issuer: 'server', name };
  const cert = createX509({ ...names, publicKey, issuerKey: privateKey, days: 2 });
  return { cert, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}
