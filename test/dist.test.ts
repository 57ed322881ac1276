import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROGRAMS, readModules } from './support/bundles.ts';

const ROOT = join(import.meta.dirname, '..');

describe.each(PROGRAMS)('dist/%s', (program) => {
  const folder = join(ROOT, 'dist', program);
  const modules = readModules(program);

  test('names in its licence file every package that it bundles, each with a text, and no other', () => {
    const packages = [...modules.values()].flat().flatMap((path) => {
      const inPackages = path.split('node_modules/').slice(1).at(-1)?.split('/');
      return inPackages?.slice(0, inPackages[0]?.startsWith('@') ? 2 : 1).join('/') ?? [];
    });
    const licences = readFileSync(join(folder, 'licenses.txt'), 'utf8').split(/^(?==== .+ ===$)/m);
    const named = licences.map((text) => /^=== (\S+) \([\w.-]+\) ===\n\n.{10}/.exec(text)?.[1]);
    expect(named).toEqual([...new Set([...packages, '@vercel/ncc'])].toSorted());
  });

  test('has exactly the files that the bundler lists, as CommonJS', () => {
    const others = ['licenses.txt', 'package.json', ...(program === 'main' ? ['post.js'] : [])];
    expect(readdirSync(folder).toSorted()).toEqual([...modules.keys(), ...others].toSorted());
    expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe('{ "type": "commonjs" }\n');
  });

  test('has only modules that exist', () => {
    const missing = [...modules.values()].flat().filter((path) => !existsSync(join(ROOT, path)));
    expect(missing).toEqual([]);
  });
});
