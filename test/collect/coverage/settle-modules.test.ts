import { expect, test, vi } from 'vitest';
import { computeCoverage } from '../../../src/collect/coverage/compute-coverage.ts';
import { settleModules } from '../../../src/collect/coverage/union/settle-modules.ts';
import { count, giveNoWay, jacoco, parse, uniteReports } from './support.ts';

/** A JaCoCo file of each module, and an lcov file below a folder with that name. */
async function uniteModules(files: number) {
  const modules = Array.from({ length: files }, (_, index) => index);
  const group = (index: number) =>
    `<group name="m${index}"><package name=""><sourcefile name="f"><line nr="${index + 1}" ci="1"/></sourcefile></package></group>`;
  const record = (index: number) => `SF:m${index}/f\nDA:${index + 1},1\nend_of_record\n`;
  const xml = await parse(jacoco(modules.map(group).join('')));
  const lcov = await parse(modules.map(record).join(''));
  return uniteReports(xml, lcov);
}

test('visits each path once, however many modules have a file of its name', async () => {
  const union = await uniteModules(300);
  const split = vi.spyOn(String.prototype, 'split');
  const settled = await settleModules(union, giveNoWay);
  const looks = split.mock.calls.length;
  split.mockRestore();
  expect(settled).toHaveLength(300);
  expect(looks).toBeLessThanOrEqual(300);
});

test('yields regularly, and ends when the caller does not continue', async () => {
  const union = await uniteModules(2000);
  const giveWay = vi.fn(giveNoWay);
  expect((await computeCoverage(union, giveWay)).figures).toEqual([
    { kind: 'lines', covered: 2000, total: 2000 },
  ]);
  expect(giveWay.mock.calls.length).toBeGreaterThan(4);
  const stop = new Error('stopped');
  await expect(computeCoverage(union, () => Promise.reject(stop))).rejects.toBe(stop);
});

const file = (name: string, line: number) =>
  `<group name="${name}"><package name="p"><sourcefile name="F.java"><line nr="${line}" mi="1" ci="0"/></sourcefile></package></group>`;
const record = (path: string, line: number) => `SF:${path}\nDA:${line},1\nend_of_record\n`;

test.each([
  ['one folder of the name: it is that file', ['a/p/F.java', 'b/p/F.java'], 'lines 2/2'],
  ['two folders of the name: it is neither', ['a/x/p/F.java', 'a/y/p/F.java'], 'lines 2/4'],
  ['no folder of the name: it is neither', ['c/p/F.java', 'd/p/F.java'], 'lines 2/4'],
  ['the name twice in one path: it is that file', ['a/a/p/F.java', 'b/p/F.java'], 'lines 2/2'],
])('a file of two modules and %s', async (_, paths, expected) => {
  const [first = '', second = ''] = paths;
  const lcov = record(first, 1) + record(second, 2);
  const counts = await count(jacoco(file('a', 1) + file('b', 2)), lcov);
  expect(counts).toContain(expected);
});
