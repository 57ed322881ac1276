import { expect, test } from 'vitest';
import { formatFault } from '../../src/model/errors.ts';
import { Faults } from '../../src/model/faults.ts';
import { OPTIONS, type WrittenOptions } from '../../src/options/options.ts';
import { OUTPUTS } from '../../src/options/outputs.ts';
import { readOptions } from '../../src/options/read-options.ts';
import { resolveConfig } from '../../src/options/resolve.ts';
import type { RunContext } from '../../src/options/run-context.ts';

async function resolve(written: WrittenOptions, face: RunContext['face'] = 'library') {
  const faults = new Faults();
  const config = await resolveConfig(readOptions(written, { face, faults }), {
    face,
    nowMs: 1_700_000_000_999,
    faults,
  });
  return { config, faults: faults.toError().faults.map(formatFault) };
}

test('the defaults of every face', async () => {
  for (const face of ['action', 'cli', 'library'] as const) {
    const { config, faults } = await resolve({ server: 'carbon' }, face);
    expect(faults).toEqual([]);
    expect(config).toMatchObject({
      servers: [{ host: 'carbon', port: 2003 }],
      retries: 3,
      tls: undefined,
      spool: undefined,
      batchSize: 500,
      limits: { totalMs: 30_000, connectMs: 5000, writeMs: 10_000, confirmMs: 10_000 },
      dryRun: false,
      renames: [],
      lines: { prefix: face === 'action' ? 'ci' : 'systems', tags: {}, timestamp: 1_700_000_000 },
    });
  }
});

test('a server is required, but not for a dry run', async () => {
  for (const [face, cause] of [
    ['action', 'a secret that is empty here (a fork, another environment)'],
    ['library', 'a variable that is not set'],
    ['cli', 'a variable that is not set'],
  ] as const) {
    const { faults } = await resolve({ server: ' ' }, face);
    expect(faults).toEqual([
      `server: is required but empty. Set it to Carbon's host; ${cause} is the usual cause.`,
    ]);
    expect((await resolve({ dryRun: true }, face)).faults).toEqual([]);
  }
  expect((await resolve({}, 'cli')).config.servers).toEqual([{ host: 'carbon', port: 2003 }]);
});

test('a port in the server overrides the port', async () => {
  expect((await resolve({ server: 'a:1', port: 2 })).config.servers).toEqual([{ host: 'a', port: 1 }]);
  expect((await resolve({ server: 'a', port: '2' })).config.servers).toEqual([{ host: 'a', port: 2 }]);
  expect((await resolve({ server: '[::1]', port: 2 })).config.servers).toEqual([{ host: '::1', port: 2 }]);
});

test('reports every fault together and uses defaults', async () => {
  const { config, faults } = await resolve({
    server: 'http://a',
    port: 'x',
    extraCharacters: '/',
    tags: 'a',
    timestamp: 'x',
    batchSize: 0,
    timeout: 'x',
    connectTimeout: '0',
    writeTimeout: -1,
    confirmTimeout: '1h',
    retries: '3x',
    tls: 'x',
    tlsCa: 'x',
    dryRun: 'x',
  });
  expect(faults.map((fault) => fault.split(':')[0]).toSorted()).toEqual(
    [
      ...[
        'server',
        'port',
        'extra-characters',
        'tags',
        'timestamp',
        'batch-size',
        'timeout',
        'connect-timeout',
      ],
      ...['write-timeout', 'confirm-timeout', 'dry-run', 'retries', 'tls', 'tls-ca'],
    ].toSorted(),
  );
  expect(config).toMatchObject({ batchSize: 500, dryRun: false, lines: { timestamp: 1_700_000_000 } });
});

test('options and outputs have unique names and help', () => {
  const names = OPTIONS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const shorts = OPTIONS.flatMap(({ cli }) => cli?.short ?? []);
  expect(new Set(shorts).size).toBe(shorts.length);
  for (const { name, help } of [...OPTIONS, ...OUTPUTS]) {
    expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(help).toMatch(/^\S.*[.`?]$/);
  }
});
