// Builds the command line as one executable with the Node that runs this script, for this system. `node
// scripts/executable.mjs [FOLDER]` reads FOLDER/carbonclient.cjs (by default release/) and writes FOLDER/carbonclient.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inject } from 'postject';

/** The bytes that injecting changes in Node's executable, so that it runs the program inside itself. */
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';
const [folder = 'release'] = process.argv.slice(2);

// macOS and Windows do not start an executable that was changed after it was signed.
if (process.platform !== 'linux')
  throw new Error(`Executables are made for Linux, and this is ${process.platform}.`);
// Older versions look names up in another process of Node, which an executable is not.
if (process.execve === undefined)
  throw new Error(`Executables are made from Node 22.15 or newer, and this is ${process.version}.`);

const work = mkdtempSync(join(tmpdir(), 'carbonclient-'));
try {
  const output = join(work, 'program.blob');
  const config = join(work, 'config.json');
  writeFileSync(
    config,
    JSON.stringify({
      main: resolve(folder, 'carbonclient.cjs'),
      output,
      disableExperimentalSEAWarning: true,
      // Both are only valid on the machine that made them.
      useSnapshot: false,
      useCodeCache: false,
    }),
  );
  execFileSync(process.execPath, ['--experimental-sea-config', config], { stdio: 'ignore' });
  const program = join(folder, 'carbonclient');
  copyFileSync(process.execPath, program);
  chmodSync(program, 0o755);
  await inject(program, 'NODE_SEA_BLOB', readFileSync(output), { sentinelFuse: FUSE });
} finally {
  rmSync(work, { recursive: true, force: true });
}
