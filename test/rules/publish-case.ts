import { expect, test } from 'vitest';
import type { WrittenOptions } from '../../src/options/options.ts';
import type { RunContext } from '../../src/options/run-context.ts';
import { nameCase, type RuleCase, readCases } from './case-tables.ts';
import { type DryRun, publishDry } from './publish-dry.ts';

/** The expected end of a dry run. */
interface Expected {
  /** The lines, without their ends. */
  readonly lines?: readonly string[];
  /** The path of the one line, with its tags. */
  readonly path?: string;
  /** The value of the one line. */
  readonly is?: string;
  /** The timestamp of the one line. */
  readonly at?: number;
  /** `from → to` of each rename. */
  readonly renamed?: readonly string[];
  /** Texts that the error's message contains. */
  readonly fault?: string | readonly string[];
  /** The number of faults, 1 by default. */
  readonly faults?: number;
}

/** A case of one dry run: options and expected result. Defaults: a metric `m` of value 1, no group, no source. */
type PublishCase = RuleCase & Expected & { readonly context?: Partial<RunContext> } & WrittenOptions;

/** Runs every case of a table as one test each. */
export function testPublishCases(table: URL): void {
  const cases = readCases<PublishCase>(table).map((one) => [nameCase(one), one] as const);
  test.each(cases)('%s', async (_, one) => {
    const {
      rule: _rule,
      name: _name,
      context,
      lines,
      path,
      is,
      at,
      renamed,
      fault,
      faults,
      ...options
    } = one;
    const metric = options.data === undefined ? { metric: 'm', value: '1' } : {};
    const run = await publishDry({ group: '', source: '', ...metric, ...options }, context);
    if (fault === undefined) expectLines(run, { lines, path, is, at, renamed } as Expected);
    else expectFaults(run, { parts: [fault].flat(), count: faults ?? 1 });
  });
}

function expectFaults({ error, text }: DryRun, wanted: { parts: readonly string[]; count: number }): void {
  expect(error, `no error, but ${text}`).toBeDefined();
  for (const part of wanted.parts) expect(error?.message).toContain(part);
  expect(error?.count).toBe(wanted.count);
  expect(text).toBe('');
}

function expectLines({ error, text, result }: DryRun, wanted: Expected): void {
  expect(error?.message).toBeUndefined();
  const lines = text.split('\n').slice(0, -1);
  const [[path, is, at] = []] = lines.map((line) => line.split(' '));
  const renamed = result?.renamed.map(({ from, to }) => `${from} → ${to}`);
  const expected = Object.entries(wanted).filter(([, value]) => value !== undefined);
  expect({ lines, path, is, at: Number(at), renamed }).toMatchObject(Object.fromEntries(expected));
  if (wanted.lines === undefined) expect(lines).toHaveLength(1);
}
