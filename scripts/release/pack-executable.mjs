// Packs FOLDER/carbonclient with the licences of what is in it: `node scripts/release/pack-executable.mjs [FOLDER]` writes
// FOLDER/carbonclient-linux-x64.tar.gz on such a machine, from the Node that made the executable.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const [folder = 'release'] = process.argv.slice(2);
const archive = join(folder, `carbonclient-${process.platform}-${process.arch}.tar.gz`);
const work = mkdtempSync(join(tmpdir(), 'carbonclient-'));
try {
  // Node's own archive and its npm package have the licence next to the folder of the program.
  copyFileSync(join(dirname(process.execPath), '../LICENSE'), join(work, 'LICENSE.node'));
  copyFileSync('LICENSE', join(work, 'LICENSE'));
  copyFileSync('dist/cli/licenses.txt', join(work, 'LICENSE.packages'));
  copyFileSync(join(folder, 'carbonclient'), join(work, 'carbonclient'));
  const files = ['carbonclient', 'LICENSE', 'LICENSE.node', 'LICENSE.packages'];
  execFileSync('tar', ['--owner=0', '--group=0', '-czf', archive, '-C', work, ...files], {
    stdio: 'inherit',
  });
} finally {
  rmSync(work, { recursive: true, force: true });
}
