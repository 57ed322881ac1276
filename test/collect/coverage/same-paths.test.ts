import { expect, test } from 'vitest';
import { SamePaths } from '../../../src/collect/coverage/same-paths.ts';
import { jacoco, parse } from './support.ts';

const lcov = (path: string, ...lines: number[]): string =>
  `SF:${path}\n${lines.map((line) => `DA:${line},1\n`).join('')}end_of_record\n`;

async function findDoubt(
  reports: ReadonlyArray<readonly [path: string, content: string]>,
  files: readonly string[] = [],
): Promise<string | undefined> {
  const samePaths = new SamePaths();
  for (const [path, content] of reports) samePaths.add(await parse(content, { path }), path);
  return (await samePaths.findDoubt((path) => files.includes(path)))?.value;
}

test('names a path in reports of two folders when the file does not exist', async () => {
  const reports = [
    ['a/lcov.info', lcov('src/x.js', 1, 2) + lcov('src/a.js', 1)],
    ['b/lcov.info', lcov('src/x.js', 1, 2) + lcov('src/b.js', 1)],
  ] as const;
  expect(await findDoubt(reports)).toBe('src/x.js (a/lcov.info, b/lcov.info)');
  expect(await findDoubt(reports, ['src/x.js'])).toBe(undefined);
});

test('names a path in one folder when the lines differ: two formats of one run have the same lines', async () => {
  expect(
    await findDoubt([
      ['a.info', lcov('x.js', 1, 2)],
      ['b.info', lcov('x.js', 1, 3)],
    ]),
  ).toBe('x.js (a.info, b.info)');
  expect(
    await findDoubt([
      ['a.info', lcov('x.js', 1)],
      ['b.info', lcov('x.js', 1)],
    ]),
  ).toBe(undefined);
});

test('does not name absolute paths and files of modules, which are unambiguous', async () => {
  const java = jacoco(
    '<package name="p"><sourcefile name="A.java"><line nr="1" mi="0" ci="1"/></sourcefile></package>',
  );
  expect(
    await findDoubt([
      ['a/x.info', lcov('/x.js', 1)],
      ['b/x.info', lcov('/x.js', 2)],
    ]),
  ).toBe(undefined);
  expect(
    await findDoubt([
      ['a/j.xml', java],
      ['b/j.xml', java],
    ]),
  ).toBe(undefined);
});

test('does not name paths of one report, and cuts the list', async () => {
  const many = ['p', 'q', 'r', 's'].map((name) => lcov(name, 1)).join('');
  expect(await findDoubt([['a/x.info', many]])).toBe(undefined);
  expect(
    await findDoubt([
      ['a/x.info', many],
      ['b/x.info', many],
    ]),
  ).toMatch(/^p \(.*\); q \(.*\); r \(.*\) …$/);
});
