// Builds and pushes the image of a release: `node scripts/release/push-image.mjs v1.2.3 ghcr.io/OWNER/carbonclient`. It prints
// `image=` and `digest=`, as outputs of a step. `docker login` must have been done.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findShortNames } from './newest-tags.mjs';
import { runProgram } from './run-program.mjs';

const [tag = '', image = ''] = process.argv.slice(2);
// Names of images are in small letters; names of owners need not be.
const name = image.toLowerCase();
const names = [tag.replace(/^v/, ''), ...findShortNames(tag, 'origin')];
const tags = names.flatMap((one) => ['--tag', `${name}:${one}`]);
const folder = mkdtempSync(join(tmpdir(), 'carbonclient-image-'));
try {
  const metadata = join(folder, 'metadata.json');
  // No step of the image runs its own programs, so it needs no emulation.
  const args = ['buildx', 'build', '--platform', 'linux/amd64,linux/arm64', ...tags, '--push'];
  runProgram('docker', [...args, '--metadata-file', metadata, '.']);
  const { 'containerimage.digest': digest } = JSON.parse(readFileSync(metadata, 'utf8'));
  console.log(`image=${name}\ndigest=${digest}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
