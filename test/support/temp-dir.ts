import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new directory that is removed when disposed of. */
export interface TempDir extends AsyncDisposable {
  readonly path: string;
}

/** Not one of the variables of the program, which tests remove. */
const rootVariable = 'TEST_RUN_FOLDER';

/** Makes an empty directory for one test. */
export async function createTempDir(prefix = 'test-'): Promise<TempDir> {
  const path = await mkdtemp(join(process.env[rootVariable] ?? tmpdir(), prefix));
  return { path, [Symbol.asyncDispose]: () => remove(path) };
}

/** Vitest's global setup: everything that createTempDir makes is in one directory, removed after the run. */
export async function setup(): Promise<() => Promise<void>> {
  const root = await mkdtemp(join(tmpdir(), 'carbon-tests-'));
  process.env[rootVariable] = root;
  return () => remove(root);
}

async function remove(path: string): Promise<void> {
  // A server that was just killed may still be writing its last file.
  await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
