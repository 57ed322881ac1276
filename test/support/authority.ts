import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createTempDir } from './temp-dir.ts';

/** A certificate and its key as PEM, and the files that hold them. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
  readonly files: { readonly cert: string; readonly key: string };
}

/** What is to be certified: `IP:127.0.0.1`, `DNS:carbon.test`; with a negative number of days it has expired. */
export interface Subject {
  readonly names?: string;
  readonly days?: number;
}

/** An authority of its own, made by openssl. */
export interface Authority {
  /** Its own certificate. */
  readonly ca: string;
  readonly file: string;
  certify(subject?: Subject): Promise<Certificate>;
}

const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-batch'];

/** Makes an authority; it and what it certifies lie in a directory that ends with the tests. */
export async function createAuthority(): Promise<Authority> {
  const { path: cwd } = await createTempDir('authority-');
  const openssl = (...args: readonly string[]): Promise<unknown> =>
    promisify(execFile)('openssl', [...args], { cwd });
  const read = (file: string): Promise<string> => readFile(join(cwd, file), 'utf8');
  const files = ['-keyout', 'ca.key', '-out', 'ca.pem'];
  await openssl('req', '-x509', ...NEW_KEY, ...files, '-days', '2', '-subj', '/CN=test authority');
  let count = 0;
  const certify = async ({ names = 'IP:127.0.0.1', days = 2 }: Subject = {}): Promise<Certificate> => {
    count += 1;
    const base = String(count);
    const [cert, key] = [`${base}.pem`, `${base}.key`];
    await openssl('req', ...NEW_KEY, '-keyout', key, '-out', `${base}.csr`, '-subj', '/CN=test');
    await writeFile(join(cwd, `${base}.ext`), `subjectAltName=${names}\n`);
    const signing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-set_serial', base];
    const made = ['-days', String(days), '-extfile', `${base}.ext`, '-out', cert];
    await openssl('x509', '-req', '-in', `${base}.csr`, ...signing, ...made);
    return {
      cert: await read(cert),
      key: await read(key),
      files: { cert: join(cwd, cert), key: join(cwd, key) },
    };
  };
  return { ca: await read('ca.pem'), file: join(cwd, 'ca.pem'), certify };
}

/** Makes a certificate of an authority of its own. */
export async function createCertificate(subject?: Subject): Promise<Certificate & { readonly ca: string }> {
  const { ca, certify } = await createAuthority();
  return { ca, ...(await certify(subject)) };
}
