import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  bulkUpdate,
  CarbonError,
  InputError,
  type MetricData,
  SendError,
  type SendOptions,
  update,
} from '../../src/index.ts';
import type { WrittenOptions } from '../../src/options/options.ts';
import { startServer } from '../support/faulty-server.ts';

const nowhere = { server: '127.0.0.1', port: 1, source: 's' };

async function catchError<Kind extends CarbonError>(
  kind: new (...args: never) => Kind,
  promise: Promise<unknown>,
): Promise<Kind> {
  const error: unknown = await promise.then(
    (value) => new Error(`it resolved: ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(kind);
  expect(error).toBeInstanceOf(CarbonError);
  return error as Kind;
}

describe('InputError', () => {
  it('has every fault of the run, and what was done before', async () => {
    const data = { a: 'x', b: 1, c: { d: Number.NaN } };
    const options = { ...nowhere, port: 0, timestamp: 'noon', tags: { name: 'x' }, data };
    const error = await catchError(InputError, bulkUpdate(options));
    expect(error.count).toBe(5);
    expect(error.faults.map(({ location, value }) => [location, value])).toEqual([
      ['port', '0'],
      ['timestamp', 'noon'],
      ['tags, tag "name"', 'name'],
      ['data, "a"', 'x'],
      ['data, "c.d"', 'NaN'],
    ]);
    for (const fault of error.faults) expect(error.message).toContain(`${fault.location}: ${fault.rule}`);
    expect(error.message).toMatch(/^The input has 5 faults\. Nothing was sent\.\n/);
    expect(error).toMatchObject({ name: 'InputError', result: { delivery: 'failed', lines: 0 } });
  });

  it('keeps the first hundred faults and counts the rest', async () => {
    const data = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`m${index}`, '']));
    const error = await catchError(InputError, bulkUpdate({ ...nowhere, data }));
    expect([error.count, error.faults.length]).toEqual([250, 100]);
    expect(error.message).toContain('… and 150 more');
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['a number', 42],
    ['true', true],
    ['a date', new Date(0)],
    ['an instance', new (class Metrics {})()],
    ['a list in a map', { a: [1, 2] }],
    ['a list of numbers', [1, 2]],
    ['an item without a value', [{ metric: 'a' }]],
    ['an item with another key', [{ metric: 'a', value: 1, time: 2 }]],
    ['an iterable of numbers', new Set([1])],
    ['null as a value', { a: null }],
    ['a typed array', new Uint8Array(3)],
    ['an empty object', {}],
    ['an empty list', []],
    ['an empty Map', new Map()],
    ['an empty text', ''],
    ['an empty iterable', new Set()],
    ['YAML of one scalar', '42'],
    ['one series twice', [{ metric: 'a', value: 1 }, new Map(Object.entries({ metric: 'a', value: 2 }))]],
    ['two names of one path', { 'a b': 1, 'a+b': 2 }],
  ])('is the error for data that is %s', async (_, data) => {
    const error = await catchError(InputError, bulkUpdate({ ...nowhere, data: data as MetricData }));
    expect(error.faults.length).toBeGreaterThan(0);
  });

  it.each<[string, WrittenOptions]>([
    ['server', { server: '' }],
    ['server', { server: undefined }],
    ['server', { server: 'a b' }],
    ['port', { port: 65_536 }],
    ['port', { port: 1.5 }],
    ['port', { port: '2003x' }],
    ['group', { group: 'x'.repeat(251) }],
    ['source', { source: 'x'.repeat(251) }],
    ['tags, tag "a"', { tags: { a: '' } }],
    ['timestamp', { timestamp: 0 }],
    ['timestamp', { timestamp: Date.UTC(2026, 0) }],
    ['timestamp', { timestamp: new Date(Number.NaN) }],
    ['extraCharacters', { extraCharacters: '*' }],
    ['batchSize', { batchSize: 0 }],
    ['timeout', { timeout: 0 }],
    ['timeout', { timeout: Number.POSITIVE_INFINITY }],
    ['connectTimeout', { connectTimeout: -1 }],
    ['writeTimeout', { writeTimeout: '10s' }],
    ['confirmTimeout', { confirmTimeout: Number.NaN }],
    ['dryRun', { dryRun: 'yes' }],
    ['server', { server: 'carbon,' }],
    ['server', { server: 'carbon, ,other' }],
    ['server', { server: 'carbon:70000,other' }],
    ['retries', { retries: -1 }],
    ['retries', { retries: 101 }],
    ['retries', { retries: '1.5' }],
    ['spool', { spool: fileURLToPath(import.meta.url) }],
    ['tls', { tls: 'yes' }],
    ['tlsCa', { tlsCa: 'ca.pem' }],
    ['tlsServerName', { tlsServerName: 'carbon' }],
  ])('is the error for a wrong %s: %o', async (at, options) => {
    const error = await catchError(
      InputError,
      update({ ...nowhere, ...(options as SendOptions), metric: 'a', value: 1 }),
    );
    expect(error.faults.map((fault) => fault.location)).toEqual([at]);
    expect(error.message).toContain('Nothing was sent.');
  });

  it('of a stream has in its result what was sent before', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    let isClosed = false;
    function* items(): Generator<readonly [string, number]> {
      try {
        for (let index = 0; index < 40_000; index++) yield [`m${index}`, index === 35_000 ? Number.NaN : 1];
      } finally {
        isClosed = true;
      }
    }
    const place = { server: server.host, port: server.port };
    const error = await catchError(InputError, bulkUpdate({ ...place, data: items() }));
    expect(error.message).toContain('Before this window, lines had been sent: 32000.');
    expect(error.result).toMatchObject({ delivery: 'failed', lines: 32_000, batches: 64 });
    expect([server.lines().length, isClosed]).toEqual([32_000, true]);
  });
});

describe('SendError', () => {
  it('has the code, the cause, whether a retry may help, and what was done before', async () => {
    const gone = await startServer({ kind: 'closeAfterFin' });
    await gone[Symbol.asyncDispose]();
    const place = { server: gone.host, port: gone.port };
    const error = await catchError(SendError, update({ ...place, retries: 0, metric: 'a', value: 1 }));
    expect(error).toMatchObject({
      name: 'SendError',
      code: 'ECONNREFUSED',
      retryable: true,
      cause: { code: 'ECONNREFUSED', port: gone.port },
      result: {
        delivery: 'failed',
        lines: 0,
        batches: 0,
        bytes: 0,
        attempts: 1,
        undelivered: 1,
        linesMade: 1,
      },
    });
    expect(error.message).toContain(`${gone.host}:${gone.port} refused the connection`);
  });

  it('names a host when none of its addresses answers', async () => {
    const gone = await startServer({ kind: 'closeAfterFin' });
    await gone[Symbol.asyncDispose]();
    const place = { server: 'localhost', port: gone.port };
    const error = await catchError(SendError, update({ ...place, retries: 0, metric: 'a', value: 1 }));
    expect(error).toMatchObject({ code: 'ECONNREFUSED', retryable: true });
    expect(error.message).toContain(`localhost:${gone.port} refused`);
  });

  it('of a later window has in its result what was confirmed before', async () => {
    await using server = await startServer([{ kind: 'closeAfterFin' }, { kind: 'resetOnAccept' }]);
    const data = Object.fromEntries(Array.from({ length: 33_000 }, (_, index) => [`m${index}`, index]));
    const place = { server: server.host, port: server.port };
    const error = await catchError(SendError, bulkUpdate({ ...place, retries: 0, data }));
    expect(error.result).toMatchObject({
      delivery: 'failed',
      lines: 32_000,
      batches: 64,
      attempts: 2,
      undelivered: 1000,
      linesMade: 33_000,
    });
    expect(error.retryable).toBe(true);
  });

  it("an iterable's own error is passed on unchanged", async () => {
    const own = new RangeError('the database has ended');
    async function* items(): AsyncGenerator<readonly [string, number]> {
      yield ['a', 1];
      throw own;
    }
    await expect(bulkUpdate({ ...nowhere, data: items() })).rejects.toBe(own);
  });
});
