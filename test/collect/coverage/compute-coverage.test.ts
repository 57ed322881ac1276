import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeCoverage, computePercent } from '../../../src/collect/coverage/compute-coverage.ts';
import { clover, cobertura, count, giveNoWay, parse, uniteReports } from './support.ts';

test('has metrics and figures of every known kind', async () => {
  const report = await parse('SF:a\nDA:1,1\nDA:2,1\nDA:3,0\nFNF:0\nFNH:0\nend_of_record\n');
  expect(await computeCoverage(uniteReports(report), giveNoWay)).toEqual({
    metrics: [
      { nodes: ['coverage', 'lines', 'covered'], value: 2 },
      { nodes: ['coverage', 'lines', 'total'], value: 3 },
      { nodes: ['coverage', 'lines', 'percent'], value: 66.67 },
      { nodes: ['coverage', 'functions', 'covered'], value: 0 },
      { nodes: ['coverage', 'functions', 'total'], value: 0 },
    ],
    figures: [
      { kind: 'lines', covered: 2, total: 3 },
      { kind: 'functions', covered: 0, total: 0 },
    ],
  });
  expect(await computeCoverage(uniteReports(), giveNoWay)).toEqual({ metrics: [], figures: [] });
});

test.each([
  [0, 0, undefined],
  [0, 7, 0],
  [7, 7, 100],
  [1, 3, 33.33],
  [2, 3, 66.67],
  [1, 8, 12.5],
  [1, 800, 0.13],
  [3, 20_000, 0.02],
  [1, 20_000, 0.01],
  [1, 20_001, 0],
  [19_999, 20_000, 99.99],
  [9_007_199_254_740_990, 9_007_199_254_740_991, 99.99],
  [4_503_599_627_370_496, 9_007_199_254_740_991, 50],
])('%d of %d are %s %%', (covered, total, percent) => {
  expect(computePercent({ covered, total })).toBe(percent);
});

test('the percentage has at most two decimals, grows with the covered number, and is 100 only for all', () => {
  const counts = fc.nat(1_000_000).chain((total) => fc.tuple(fc.nat(total), fc.constant(total + 1)));
  fc.assert(
    fc.property(counts, ([covered, total]) => {
      const percent = computePercent({ covered, total }) as number;
      expect(String(percent)).toMatch(/^\d{1,2}(\.\d{1,2})?$/);
      expect(Math.abs(percent - (covered * 100) / total)).toBeLessThanOrEqual(0.01);
      expect(computePercent({ covered: covered + 1, total })).toBeGreaterThanOrEqual(percent);
      expect(percent).toBeLessThan(100);
    }),
  );
});

test('lcov, Cobertura and Clover of one Istanbul run are counted once', async () => {
  const lcov =
    'SF:/ws/src/a.js\nFN:1,f\nFNDA:1,f\nFN:4,g\nFNDA:0,g\nDA:1,1\nDA:2,1\nDA:5,0\nBRDA:2,0,0,1\nBRDA:2,0,1,0\nBRDA:2,1,0,0\nBRDA:2,1,1,1\nend_of_record\n';
  const method = (name: string, line: number, hits: number) =>
    `<method name="${name}" hits="${hits}" signature="()V"><lines><line number="${line}" hits="${hits}"/></lines></method>`;
  const xml = cobertura(
    `<class name="a.js" filename="src/a.js"><methods>${method('f', 1, 1)}${method('g', 4, 0)}</methods><lines><line number="1" hits="1" branch="false"/><line number="2" hits="1" branch="true" condition-coverage="50% (2/4)"/><line number="5" hits="0" branch="false"/></lines></class>`,
  );
  const other = clover(
    '<file name="a.js" path="/ws/src/a.js"><metrics statements="3" coveredstatements="2" conditionals="4" coveredconditionals="2" methods="2" coveredmethods="1"/><line num="1" count="1" type="stmt"/><line num="2" count="1" type="cond" truecount="2" falsecount="2"/><line num="5" count="0" type="stmt"/></file>',
  );
  const own = ['lines 2/3', 'branches 2/4', 'functions 1/2'];
  expect(await count(lcov)).toEqual(own);
  expect(await count(xml)).toEqual(own);
  expect(await count(lcov, xml)).toEqual(own);
  expect(await count(lcov, xml, other)).toEqual([...own, 'statements 2/3']);
  expect(await count(other, xml, lcov)).toEqual([...own, 'statements 2/3']);
});

test('formats that put the same branches on different lines are not added: coverage.py 6', async () => {
  const lcov = 'SF:a.py\nBRDA:4,0,0,-\nBRDA:3,0,1,1\nDA:2,1\nDA:3,1\nDA:4,0\nend_of_record\n';
  const xml = cobertura(
    '<class name="a" filename="a.py"><lines><line number="2" hits="1" branch="true" condition-coverage="50% (1/2)"/><line number="3" hits="1"/><line number="4" hits="0"/></lines></class>',
  );
  expect(await count(lcov, xml)).toEqual(['lines 2/3', 'branches 1/2']);
});

test('names mean the same in all reports, whatever number each report gives them', async () => {
  const one = 'SF:a\nFN:1,f\nFN:1,g\nFNDA:1,f\nFNDA:0,g\nBRDA:1,0,x,1\nBRDA:1,0,y,0\nend_of_record\n';
  const other = 'SF:a\nBRDA:1,0,y,1\nBRDA:1,0,x,0\nFN:1,g\nFN:1,f\nFNDA:1,g\nFNDA:0,f\nend_of_record\n';
  expect(await count(one, other)).toEqual(['branches 2/2', 'functions 2/2']);
  expect(await count(one, other, one, one)).toEqual(['branches 2/2', 'functions 2/2']);
  expect(await count(one, one)).toEqual(['branches 1/2', 'functions 1/2']);
});

test('counting does not change a report', async () => {
  const one = await parse('SF:a\nDA:1,0\nDA:2,1\nend_of_record\n');
  const other = await parse('SF:a\nDA:1,1\nDA:2,0\nend_of_record\n');
  const before = structuredClone([one, other].map(({ files }) => files));
  expect(await count(one, other)).toEqual(['lines 2/2']);
  expect([one, other].map(({ files }) => files)).toEqual(before);
  expect(await count(one)).toEqual(['lines 1/2']);
});
