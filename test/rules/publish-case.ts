import { expect, test } from 'vitest';
import type { PublishOptions, Surroundings } from '../../src/config/publish-options.ts';
import { nameCase, type RuleCase, readCases } from './case-tables.ts';
import { publishDry } from './publish-dry.ts';

/** A case that is one dry run; what it leaves out is one metric `m` of value 1 without group and source. */
export interface PublishCase extends RuleCase {
  readonly options: PublishOptions;
  readonly around?: Partial<Surroundings>;
  readonly expect: {
    /** The lines, without their ends. */
    readonly lines?: readonly string[];
    /** The one line's path, with its tags. */
    readonly path?: string;
    /** The one line's value. */
    readonly value?: string;
    /** The one line's timestamp. */
    readonly timestamp?: number;
    /** Texts that the error's message holds. */
    readonly fault?: readonly string[];
    /** How many faults there are; 1 unless told. */
    readonly faults?: number;
    /** `from → to` of each rename. */
    readonly renamed?: readonly string[];
  };
}

/** Runs every case of a table as one test each. */
export function testPublishCases(table: URL): void {
  test.each(readCases<PublishCase>(table).map((one) => [nameCase(one), one] as const))('%s', async (_, one) => {
    const given = one.options.data === undefined ? { metric: 'm', value: '1', ...one.options } : one.options;
    const run = await publishDry({ group: '', source: '', ...given }, one.around);
    const wanted = one.expect;
    if (wanted.fault !== undefined) {
      expect(run.error, `no error, but ${run.text}`).toBeDefined();
      for (const part of wanted.fault) expect(run.error?.message).toContain(part);
      expect(run.error?.count).toBe(wanted.faults ?? 1);
      expect(run.text).toBe('');
      return;
    }
    expect(run.error?.message).toBeUndefined();
    const lines = run.text.split('\n').slice(0, -1);
    const [[path, value, timestamp] = []] = lines.map((line) => line.split(' '));
    const renamed = run.result?.renamed.map(({ from, to }) => `${from} → ${to}`);
    expect({ lines, path, value, timestamp: Number(timestamp), renamed }).toMatchObject(wanted);
    if (wanted.lines === undefined) expect(lines).toHaveLength(1);
  });
}
