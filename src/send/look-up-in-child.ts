import { execFile } from 'node:child_process';
import type { LookupAddress, LookupAllOptions } from 'node:dns';
import { promisify } from 'node:util';

const SCRIPT = `require('node:dns').lookup(process.argv[1], JSON.parse(process.argv[2]), (error, addresses) =>
  console.log(JSON.stringify(error ? { code: error.code } : { addresses })));`;

/** Looks up a name in a child process that ends when `signal` aborts. Rejects with the system's error code. */
export async function lookUpInChild(
  host: string,
  { rules, signal }: { readonly rules: LookupAllOptions; readonly signal: AbortSignal },
): Promise<readonly LookupAddress[]> {
  const args = ['-e', SCRIPT, host, JSON.stringify(rules)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { signal, killSignal: 'SIGKILL' });
  const { code, addresses = [] }: { code?: string; addresses?: LookupAddress[] } = JSON.parse(stdout);
  if (code === undefined) return addresses;
  throw Object.assign(new Error(`getaddrinfo ${code} ${host}`), { code });
}
