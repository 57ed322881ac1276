import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

/** The instructions of the Dockerfile, each with its words. */
const instructions = read('Dockerfile')
  .replaceAll(/^#.*\n/gm, '')
  .replaceAll(/\\\n\s*/g, '')
  .trim()
  .split('\n')
  .map((line): readonly [string, string] => [line.split(' ', 1)[0] ?? '', line.slice(line.indexOf(' ') + 1)]);
const find = (name: string): string[] => instructions.flatMap(([key, rest]) => (key === name ? [rest] : []));

it('gets the licence and the one file, and nothing else of the checkout', () => {
  const sources = find('COPY').map((rest) => rest.replaceAll(/--\S+ /g, '').split(' ')[0]);
  expect(read('.dockerignore').trim().split('\n')).toEqual(['*', ...sources.map((name) => `!${name}`)]);
});

it('starts the one file, without the rights of root, on the Node of the action', () => {
  const [base] = find('FROM');
  const [using] = /(?<=using: 'node)\d+/.exec(read('action.yml')) ?? [];
  expect(base).toMatch(new RegExp(`^node:${using}-`));
  const target = find('COPY').at(-1)?.split(' ').at(-1);
  expect(`/usr/local/bin/${JSON.parse(find('ENTRYPOINT')[0] ?? '')[0]}`).toBe(target);
  expect(find('USER')).toEqual(['node']);
  expect(instructions.findIndex(([key]) => key === 'USER')).toBeGreaterThan(
    instructions.map(([key]) => key).lastIndexOf('COPY'),
  );
});

it('has the labels of package.json', () => {
  const { license, homepage } = JSON.parse(read('package.json'));
  const labels = Object.fromEntries(
    [...(find('LABEL')[0] ?? '').matchAll(/org\.opencontainers\.image\.(\w+)="([^"]*)"/g)].map(
      ([, name, value]) => [name, value],
    ),
  );
  expect(labels).toMatchObject({ licenses: license, source: homepage.replace(/#.*/, '') });
});
