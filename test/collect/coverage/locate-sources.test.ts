import { expect, test } from 'vitest';
import { MAX_QUESTIONS } from '../../../src/collect/coverage/limits.ts';
import { locateSources } from '../../../src/collect/coverage/locate-sources.ts';
import { count, parse } from './support.ts';

const lcov = (path: string, hits: number): string => `SF:${path}\nDA:1,${hits}\nend_of_record\n`;

test('separates equal relative paths of two packages of one repository', async () => {
  const files = new Set(['/ws/packages/a/src/index.ts', '/ws/packages/b/src/index.ts']);
  const isFile = (path: string) => Promise.resolve(files.has(path));
  const report = (name: string, hits: number) =>
    parse(lcov('src/index.ts', hits), { path: `packages/${name}/coverage/lcov.info`, isFile });
  expect(await count(await report('a', 1), await report('b', 0))).toEqual(['lines 1/2']);
  expect(await count(await report('a', 1), lcov('/ws/packages/a/src/index.ts', 0))).toEqual(['lines 1/1']);
});

test('uses the nearest folder that has the file, then also for files that no longer exist', async () => {
  const asked: string[] = [];
  const isFile = (path: string) => {
    asked.push(path);
    return ['/ws/p/src/a.ts', '/ws/src/a.ts'].includes(path);
  };
  const given = { root: '/ws', path: '/ws/p/coverage/lcov.info', isFile };
  const located = await locateSources(['src/a.ts', 'src/gone.ts', '/ws/x.ts'], { given, folders: [] });
  expect([...located.values()]).toEqual(['p/src/a.ts', 'p/src/gone.ts', 'x.ts']);
  expect(asked.slice(0, 2)).toEqual(['/ws/p/coverage/src/a.ts', '/ws/p/src/a.ts']);
  const elsewhere = await locateSources(['b.ts'], { given, folders: [] });
  expect([...elsewhere.values()]).toEqual(['b.ts']);
});

test('uses the workspace without asking, also for a report outside of it', async () => {
  const find = async (given: Parameters<typeof locateSources>[1]['given']) => [
    ...(await locateSources(['a.ts', '../b.ts'], { given, folders: [] })).values(),
  ];
  expect(await find({ root: '/ws/' })).toEqual(['a.ts', '/b.ts']);
  expect(await find({ root: '/ws', path: '/tmp/lcov.info', isFile: () => false })).toEqual(['a.ts', '/b.ts']);
  expect(await find({ root: '/' })).toEqual(['a.ts', 'b.ts']);
});

test('limits the questions of one report', async () => {
  let asked = 0;
  const isFile = (): boolean => {
    asked += 1;
    return false;
  };
  const given = { root: '/ws', path: 'a/b/c/lcov.info', isFile };
  const paths = Array.from({ length: 10_000 }, (_, index) => `${index}.ts`);
  const located = await locateSources(paths, { given, folders: [] });
  expect(asked).toBe(MAX_QUESTIONS);
  expect(located.get('9999.ts')).toBe('9999.ts');
});
