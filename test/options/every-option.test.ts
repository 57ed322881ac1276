import { describe, expect, test } from 'vitest';
import { measureRunner } from '../../src/index.ts';
import { InputError } from '../../src/model/errors.ts';
import { Faults } from '../../src/model/faults.ts';
import { OptionNamer } from '../../src/options/name-options.ts';
import {
  defaultOf,
  listOptions,
  nameFor,
  OPTIONS,
  type OptionName,
  type OptionSpec,
  type WrittenOptions,
} from '../../src/options/options.ts';
import { readOptions } from '../../src/options/read-options.ts';
import type { Face, OptionRow } from '../../src/options/rows.ts';
import { TABLE } from '../../src/options/table.ts';
import { prepare } from '../../src/publish/prepare.ts';
import { RESULT } from '../report/results.ts';
import { publishWritten } from '../support/publish-written.ts';

const FACES: readonly Face[] = ['action', 'cli', 'library'];

/** A value that no option of a kind allows. Options of another kind are checked when they are used. */
const WRONG: Readonly<Partial<Record<OptionRow['kind'], unknown>>> = {
  ...{ boolean: 'perhaps', integer: 'many', seconds: 'soon', choice: 'warning', time: 'noon' },
  ...{
    url: 'graphite',
    span: '90',
    matrix: '{',
    files: 5,
    text: {},
    status: {},
    pem: {},
    signal: {},
    function: 'f',
  },
};

describe('every option is checked in a run that names one metric', () => {
  const rows = FACES.flatMap((face) => listOptions(face).map((row) => [face, row.name, row] as const));

  test.each(rows.filter(([, , { kind }]) => kind in WRONG))('%s: %s', async (face, name, row) => {
    const options: WrittenOptions = { server: 'carbon', metric: 'a', value: 1, [row.key]: WRONG[row.kind] };
    const error: unknown = await publishWritten({ dryRun: true, ...options }, { face, nowMs: 1e12 }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).faults.map(({ location }) => location)).toContain(name);
  });
});

describe('a message has the names of the options as the user of its face writes them', () => {
  const one = { server: 'carbon', metric: 'a', value: 1 };
  const rows = FACES.flatMap((face) =>
    listOptions(face)
      .filter(({ kind }) => kind in WRONG)
      .map((row): [Face, string, WrittenOptions] => [face, row.name, { ...one, [row.key]: WRONG[row.kind] }]),
  );
  const together = FACES.flatMap(
    (face): Array<[Face, string, WrittenOptions]> => [
      [face, 'verify without graphite-url', { ...one, verify: true }],
      [face, 'tls-ca without tls', { ...one, tlsCa: 'a.pem' }],
      [face, 'tls-cert without tls-key', { ...one, tls: true, tlsCert: 'a.pem' }],
      [face, 'tls-server-name as a URL', { ...one, tls: true, tlsServerName: 'https://x' }],
      [face, 'metric without value', { server: 'carbon', metric: 'a' }],
      [face, 'value without metric', { server: 'carbon', value: 1 }],
      [face, 'nothing', { server: 'carbon' }],
    ],
  );

  test.each([...rows, ...together])('%s: %s', async (face, _, options) => {
    const error: unknown = await publishWritten({ dryRun: true, ...options }, { face, nowMs: 1e12 }).catch(
      (reason: unknown) => reason,
    );
    const { message } = new OptionNamer(face).nameError(error as InputError);
    const names = listOptions(face).map(({ name }) => name);
    for (const other of names.filter((name) => name.includes('-') && face !== 'action'))
      expect(message).not.toMatch(new RegExp(`(?<![\\w./:"-])${other}(?![\\w/:"-])`));
    if (face === 'cli')
      expect(message).not.toMatch(/^metrics:|Set (?:metric|value)|: verify needs|needs tls|Turn tls/);
    else expect(message).not.toMatch(/--[a-z]/);
  });
});

describe('the attempt of a job', () => {
  const context = { face: 'cli', nowMs: 1e12 } as const;

  test('is sent without a status and a start', async () => {
    const { points } = await publishWritten(
      { dryRun: true, group: 'g', source: '', jobAttempt: '2' },
      context,
    );
    expect(points).toMatchObject([{ path: 'g.job.attempt', value: '2' }]);
  });

  test('sends nothing when the value is not a number', async () => {
    await expect(publishWritten({ dryRun: true, jobAttempt: 'abc' }, context)).rejects.toThrow(
      /^job-attempt: /,
    );
  });
});

/** Runs with another default of one option. */
async function withDefault<Value>(
  name: OptionName,
  changed: string,
  run: () => Promise<Value>,
): Promise<Value> {
  const row: { default?: unknown } = TABLE[name] as object;
  const before = row.default;
  row.default = typeof before === 'string' ? changed : { action: changed, cli: changed, library: changed };
  try {
    return await run();
  } finally {
    row.default = before;
  }
}

describe('a default that changes in the table changes in the run', () => {
  const isDefaulted = (row: OptionSpec): boolean => row.default !== undefined;
  const other = (row: OptionSpec): string => {
    const before = defaultOf(row, 'cli');
    if (row.kind === 'boolean') return before === 'true' ? 'false' : 'true';
    if (row.kind === 'choice') return row.choices.find((choice) => choice !== before) ?? '';
    if (row.kind === 'integer' || row.kind === 'seconds') return '7';
    if (row.kind === 'matrix') return '{"os":"linux"}';
    return row.kind === 'status' ? 'failure' : 'other';
  };

  /** All values that a run gets from its options. */
  async function resolve(): Promise<unknown> {
    const faults = new Faults();
    const written = { graphiteUrl: 'http://graphite', tlsServerName: 'x' };
    const options = readOptions(written, { face: 'cli', faults });
    const { lines, ...config } = await prepare(options, { face: 'cli', nowMs: 1e12, faults });
    const { tags, prefix, scope } = lines;
    return JSON.parse(JSON.stringify({ options, config, prefix, scope, tags }));
  }

  test.each(OPTIONS.filter(isDefaulted).map((row) => [row.name, row] as const))('%s', async (name, row) => {
    const before = await resolve();
    expect(await withDefault(name, other(row), resolve)).not.toEqual(before);
    expect(await resolve()).toEqual(before);
  });

  /** The defaults that limit a delivery, as the sender gets them. */
  test.each<[OptionName, object]>([
    ['batch-size', { batchSize: 7 }],
    ['window-size', { windowSize: 7 }],
    ['retries', { retries: 7 }],
    ['timeout', { limits: { totalMs: 7000 } }],
    ['connect-timeout', { limits: { connectMs: 7000 } }],
    ['write-timeout', { limits: { writeMs: 7000 } }],
    ['confirm-timeout', { limits: { confirmMs: 7000 } }],
    ['port', { servers: [{ host: 'carbon', port: 7 }] }],
    ['runner-metrics-interval', { sampling: { intervalMs: 7000 } }],
    ['runner-metrics-slot', { sampling: { slotMs: 7000 } }],
  ])('%s reaches the sender', async (name, config) => {
    expect(await withDefault(name, '7', resolve)).toMatchObject({ config });
  });

  test('batch-size: the lines of a batch', async () => {
    const data = Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`m${index}`, index]));
    const batches: string[] = [];
    const onDryRun = (lines: string): number => batches.push(lines);
    await withDefault('batch-size', '3', () =>
      publishWritten({ dryRun: true, data, onDryRun }, { face: 'library', nowMs: 1e12 }),
    );
    expect(batches.map((lines) => lines.trimEnd().split('\n').length)).toEqual([3, 3, 1]);
  });

  test('runner-metrics-slot: the slots of a measurement', async () => {
    const measurement = await withDefault('runner-metrics-slot', '9', () => measureRunner());
    expect((await measurement.end()).figures.slotSeconds).toBe(9);
  });
});

test('names and short options are unique', () => {
  for (const face of FACES) {
    const names = listOptions(face).map((row) => nameFor(row, face));
    expect(new Set(names).size).toBe(names.length);
  }
  const shorts = OPTIONS.flatMap(({ cli }) => cli?.short ?? []);
  expect(new Set(shorts).size).toBe(shorts.length);
});

test("a result of the library names its options in the connections' errors", () => {
  const connectionErrors = ['a:1 has another certificate: check tls-server-name.'];
  expect(new OptionNamer('library').nameResult({ ...RESULT, connectionErrors })).toMatchObject({
    connectionErrors: ['a:1 has another certificate: check tlsServerName.'],
  });
});
