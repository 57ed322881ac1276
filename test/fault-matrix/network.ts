import { execFile } from 'node:child_process';
import { realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getProgram } from '../support/needs.ts';
import { createTempDir } from '../support/temp-dir.ts';

const run = promisify(execFile);

/** Runs `ip` in the namespace of this process. */
export function ip(...args: string[]): Promise<unknown> {
  return run(getProgram('ip'), args);
}

/** Limits the speed of the loopback interface of this namespace. */
export async function slowDown(rate: string): Promise<void> {
  await ip('link', 'set', 'lo', 'mtu', '1500');
  await run(getProgram('tc'), [
    'qdisc',
    'add',
    'dev',
    'lo',
    'root',
    'tbf',
    'rate',
    rate,
    'burst',
    '3000',
    'latency',
    '60s',
  ]);
}

/** Adds a rule of the kernel for packets that arrive in this namespace. */
export async function onPackets(...rules: string[]): Promise<void> {
  const nft = getProgram('nft');
  await run(nft, ['add', 'table', 'inet', 'faults']);
  const hook = '{ type filter hook input priority 0 ; policy accept ; }';
  await run(nft, ['add', 'chain', 'inet', 'faults', 'arriving', hook]);
  for (const rule of rules) await run(nft, ['add', 'rule', 'inet', 'faults', 'arriving', rule]);
}

/** Removes the rules of {@link onPackets}. */
export async function dropNothing(): Promise<void> {
  await run(getProgram('nft'), ['delete', 'table', 'inet', 'faults']);
}

/** Replaces a file's text in this namespace only. */
export async function mountText(file: string, text: string): Promise<void> {
  const { path } = await createTempDir('text-');
  await writeFile(join(path, 'text'), text);
  await run('mount', ['--bind', join(path, 'text'), await realpath(file)]);
}

/** Mounts a small file system in this namespace only. */
export async function mountSmall(folder: string, options: string): Promise<void> {
  await run('mount', ['-t', 'tmpfs', '-o', options, 'none', folder]);
}

/** Takes a file system away again, also while a program uses it. */
export async function unmount(folder: string): Promise<void> {
  await run('umount', ['--lazy', folder]);
}
