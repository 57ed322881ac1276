import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createTempDir } from '../support/temp-dir.ts';

/** A server's certificate, as PEM and as files, and the authority that signed it. */
export interface Certificate {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
  readonly files: { readonly cert: string; readonly key: string };
}

const run = promisify(execFile);
const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

/** Makes an authority and a certificate of it by openssl. A negative number of days makes it one that has expired. */
export async function makeCertificate({
  name = 'IP:127.0.0.1',
  days = 2,
}: {
  readonly name?: string;
  readonly days?: number;
} = {}): Promise<Certificate> {
  const { path: cwd } = await createTempDir('certificate-');
  const openssl = (...args: string[]): Promise<unknown> => run('openssl', args, { cwd });
  const ca = ['-keyout', 'ca.key', '-out', 'ca.pem', '-days', '2', '-subj', '/CN=authority'];
  await openssl('req', '-x509', ...NEW_KEY, ...ca);
  const names = ['-subj', '/CN=server', '-addext', `subjectAltName=${name}`];
  await openssl('req', ...NEW_KEY, '-keyout', 'key.pem', '-out', 'request.pem', ...names);
  const signing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-copy_extensions', 'copy'];
  await openssl('x509', '-req', '-in', 'request.pem', ...signing, '-days', String(days), '-out', 'cert.pem');
  const read = (file: string): Promise<string> => readFile(join(cwd, file), 'utf8');
  return {
    ca: await read('ca.pem'),
    cert: await read('cert.pem'),
    key: await read('key.pem'),
    files: { cert: join(cwd, 'cert.pem'), key: join(cwd, 'key.pem') },
  };
}
