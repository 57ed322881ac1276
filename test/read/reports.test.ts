import { expect, it } from 'vitest';
import { Faults } from '../../src/model/faults.ts';
import { readOptions } from '../../src/options/read-options.ts';
import type { FileReader } from '../../src/read/file-reader.ts';
import { readReports } from '../../src/read/reports.ts';

it('says how many files could not be measured beyond those that it names', async () => {
  const vanished = Array.from({ length: 50 }, (_, index) => `x${index}`);
  const found = vanished.map((path) => ({ path, realPath: `/vanished/${path}` }));
  const findReports = async (patterns: unknown) => ({
    files: patterns === undefined ? [] : found,
    problems: [],
  });
  const files = { findReports } as unknown as FileReader;
  const options = readOptions({ sizes: { app: 'x*' } }, { face: 'library', faults: new Faults() });
  const { metrics, warnings } = await readReports(options, { files, nowMs: 0, workspace: undefined });
  expect(metrics).toEqual([]);
  expect(warnings).toHaveLength(21);
  expect(warnings[0]).toMatch(/^sizes, app: the file vanished before it was read, got "x\d+"\./);
  expect(warnings[20]).toBe('sizes, app: 30 more files could not be measured.');
});
