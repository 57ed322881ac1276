import { globSync } from 'node:fs';
import { basename } from 'node:path';
import type { CarbonServer } from '../support/carbon-server.ts';
import { waitUntil } from './wait.ts';

/** The lines whose point carbon-cache has in memory. */
export async function readStored(cache: CarbonServer, lines: readonly string[]): Promise<string[]> {
  const points = await cache.readPoints(lines.map((line) => line.split(' ')[0] ?? ''));
  return lines.filter((line) => {
    const [path = '', value, timestamp] = line.split(' ');
    return points.get(path)?.some((point) => point[0] === Number(timestamp) && point[1] === Number(value));
  });
}

/** The same, once all of them are there: carbon-cache may still be reading. */
export async function waitForStored(cache: CarbonServer, lines: readonly string[]): Promise<string[]> {
  let stored: string[] = [];
  await waitUntil(async () => {
    stored = await readStored(cache, lines);
    return stored.length === lines.length;
  }, 'every line was stored');
  return stored;
}

/** The lines whose series carbon-cache has on disk. */
export function readOnDisk(cache: CarbonServer, lines: readonly string[]): string[] {
  const files = new Set(
    globSync('fault/*.wsp', { cwd: cache.whisperDir }).map((file) => basename(file, '.wsp')),
  );
  return lines.filter((line) => files.has(line.split(' ')[0]?.replace('fault.', '') ?? ''));
}
