import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { findContext } from '../../src/cli/to-options.ts';
import { update } from '../../src/library/update.ts';
import { Faults } from '../../src/model/faults.ts';
import { defaultOf, type WrittenOptions } from '../../src/options/options.ts';
import { readOptions } from '../../src/options/read-options.ts';
import type { Face } from '../../src/options/rows.ts';
import type { RunContext } from '../../src/options/run-context.ts';
import { TABLE } from '../../src/options/table.ts';
import { nameCase, type RuleCase, readCases } from '../rules/case-tables.ts';
import { publishDry } from '../rules/publish-dry.ts';

interface DefaultCase extends RuleCase {
  readonly face?: Face;
  readonly env?: Readonly<Record<string, string>>;
  readonly options?: WrittenOptions;
  readonly context?: Partial<RunContext>;
  readonly expect?: string;
  readonly path?: string;
}

const shortName = hostname().split('.')[0];
const cases = readCases<DefaultCase>(new URL('./defaults.cases.json', import.meta.url));

test.each(cases.map((one) => [nameCase(one), one] as const))('%s', async (_, one) => {
  const wanted = one.expect === '<host>' ? shortName : one.expect;
  if (one.face !== undefined) expect(defaultOf(TABLE.source, one.face)).toBe(wanted);
  if (one.env !== undefined) {
    const options = readOptions({}, { face: 'cli', faults: new Faults() });
    expect((await findContext(options, one.env)).defaultSource).toBe(wanted);
  }
  if (one.path === undefined) return;
  const { text } = await publishDry({ metric: 'm', value: '1', ...one.options }, one.context);
  expect(text).toBe(`${one.path} 1 1700000000\n`);
});

test("the library's source is this host", async () => {
  const given = { metric: 'm', value: 1, timestamp: 5, dryRun: true };
  const { points } = await update({ ...given, group: 'g' });
  const { points: wanted } = await update({ ...given, group: 'g', source: shortName });
  expect(points).toEqual(wanted);
  expect(points[0]?.path).toMatch(/^g\..+\.m$/);
});
