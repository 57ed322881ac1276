import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folders below dist/. */
export const PROGRAMS = ['main', 'cli', 'sampler'] as const;
export type Program = (typeof PROGRAMS)[number];

/** File of a program → the paths of its modules from the root of the project, as the bundler lists them. */
export function readModules(program: Program): ReadonlyMap<string, readonly string[]> {
  const path = join(import.meta.dirname, '../../build', `${program}.json`);
  return new Map(Object.entries(JSON.parse(readFileSync(path, 'utf8'))));
}
