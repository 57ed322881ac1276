import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const BUILT = ['lib/index.js', 'dist/main/index.js', 'dist/cli/index.js', 'dist/sampler/index.js'];

/** Vitest's global setup of the tests that run the build: it stops the run if src/ was changed after the build. */
export function setup(): void {
  const source = join(ROOT, 'src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).map((name) => join(source, name));
  const newestMs = Math.max(...files.map((file) => statSync(file).mtimeMs));
  for (const file of BUILT) {
    const { mtimeMs } = statSync(join(ROOT, file), { throwIfNoEntry: false }) ?? {};
    if (mtimeMs === undefined) fail(`${file} is missing: run \`npm run build\`.`);
    else if (mtimeMs < newestMs) fail(`${file} is older than src/: run \`npm run build\`.`);
  }
}

function fail(message: string): never {
  const error = new Error(message);
  // The stack would not help.
  error.stack = message;
  throw error;
}
