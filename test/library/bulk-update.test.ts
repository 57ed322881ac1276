import { describe, expect, it, vi } from 'vitest';
import { bulkUpdate, type MetricData, type Progress } from '../../src/index.ts';
import { startServer } from '../support/faulty-server.ts';
import { RECENT } from '../support/recent.ts';

const at = RECENT;

function* makeItems(count: number): Generator<readonly [string, number]> {
  for (let index = 0; index < count; index++) yield [`m${index}`, index];
}

async function* makeItemsLater(count: number): AsyncGenerator<readonly [string, number]> {
  yield* makeItems(count);
}

describe('bulkUpdate takes', () => {
  it.each<[string, MetricData]>([
    ['an object', { a: 1, 'b.c': -2 }],
    ['a nested object', { a: 1, b: { c: -2 } }],
    ['an object without a prototype', Object.assign(Object.create(null) as object, { a: 1, 'b.c': '-2' })],
    ['a Map', new Map([['a', 1] as const, ['b.c', -2] as const])],
    [
      'a nested Map',
      new Map<string, number | { c: number }>([
        ['a', 1],
        ['b', { c: -2 }],
      ]),
    ],
    [
      'an array of items',
      [
        { metric: 'a', value: 1 },
        { metric: 'b.c', value: -2n },
      ],
    ],
    [
      'an array of pairs',
      [
        ['a', true],
        ['b.c', -2],
      ],
    ],
    ['a Set', new Set([['a', 1] as const, ['b.c', -2] as const])],
    ["a Map's entries", new Map([['a', 1] as const, ['b.c', -2] as const]).entries()],
    [
      'a generator',
      (function* () {
        yield { metric: 'a', value: 1 };
        yield ['b.c', -2] as const;
      })(),
    ],
    [
      'an async generator',
      (async function* () {
        yield { metric: 'a', value: 1 };
        yield ['b.c', -2] as const;
      })(),
    ],
    ['a YAML map', 'a: 1\nb:\n  c: -2.0\n'],
    ['JSON', '{"a": 1, "b": {"c": -2}}'],
    ['a YAML list', '- {metric: a, value: 1}\n- metric: b.c\n  value: -2\n'],
  ])('%s', async (_, data) => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const place = { server: server.host, port: server.port, group: 'g', source: 's', timestamp: at };
    const result = await bulkUpdate({ ...place, data });
    expect(server.text()).toBe(`g.s.a 1 ${at}\ng.s.b.c -2 ${at}\n`);
    expect(result).toMatchObject({ delivery: 'confirmed', batches: 1, lines: 2, linesMade: 2 });
  });

  it.each<[string, MetricData]>([
    ['an array', [{ metric: 'a', value: 1, timestamp: 60.5, tags: { b: '2', c: '3' } }]],
    [
      'a generator',
      (function* () {
        yield { metric: 'a', value: 1, timestamp: '1970-01-01T00:01:00Z', tags: { c: '3', b: '2' } };
      })(),
    ],
  ])("an item's own time and tags override those of the run: %s", async (_, data) => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const place = { server: server.host, port: server.port, group: '', source: '', timestamp: at };
    await bulkUpdate({ ...place, tags: { b: '1', a: '0' }, data });
    expect(server.text()).toBe('a;a=0;b=2;c=3 1 60\n');
  });
});

describe('batches and windows', () => {
  it.each([
    [1, 1],
    [499, 1],
    [500, 1],
    [501, 2],
    [1234, 3],
  ])('%d metrics are %d batches, in one connection', async (lines, batches) => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const data = Object.fromEntries(makeItems(lines));
    const result = await bulkUpdate({ server: server.host, port: server.port, data });
    expect(result).toMatchObject({ delivery: 'confirmed', lines, batches, bytes: server.bytes() });
    expect([server.lines().length, server.connections()]).toEqual([lines, 1]);
  });

  it('batchSize may be a number or a text', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const place = { server: server.host, port: server.port, data: Object.fromEntries(makeItems(10)) };
    expect(await bulkUpdate({ ...place, batchSize: 3 })).toMatchObject({ batches: 4, lines: 10 });
    expect(await bulkUpdate({ ...place, batchSize: '5' as unknown as number })).toMatchObject({
      batches: 2,
      lines: 10,
    });
  });

  it.each<[string, () => MetricData]>([
    ['an object', () => Object.fromEntries(makeItems(70_000))],
    ['a generator', () => makeItems(70_000)],
    ['an async generator', () => makeItemsLater(70_000)],
  ])('a connection carries 64 batches, and onProgress reports each: %s', async (_, makeData) => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const seen: Progress[] = [];
    const onProgress = (progress: Progress): number => seen.push(progress);
    const place = { server: server.host, port: server.port, source: 's', timestamp: at };
    const result = await bulkUpdate({ ...place, data: makeData(), onProgress });
    expect(result).toMatchObject({ delivery: 'confirmed', lines: 70_000, batches: 140 });
    expect(result.points).toHaveLength(200);
    expect(seen.map(({ lines }) => lines)).toEqual([32_000, 64_000, 70_000]);
    expect(seen.at(-1)?.bytes).toBe(result.bytes);
    const expected = [...makeItems(70_000)].map(([name, value]) => `systems.s.${name} ${value} ${at}\n`);
    expect([server.connections(), server.text() === expected.join('')]).toEqual([3, true]);
  });

  it('a slow receiver slows an iterable down, with a bound on what it yields ahead', async () => {
    await using server = await startServer({ kind: 'slowReader', bytesPerTick: 40_000 });
    let [yielded, confirmed, ahead] = [0, 0, 0];
    function* watched(): Generator<readonly [string, number]> {
      for (const item of makeItems(100_000)) {
        yielded += 1;
        ahead = Math.max(ahead, yielded - confirmed);
        yield item;
      }
    }
    const onProgress = ({ lines }: Progress): void => {
      confirmed = lines;
    };
    const result = await bulkUpdate({ server: server.host, port: server.port, data: watched(), onProgress });
    expect(result).toMatchObject({ delivery: 'confirmed', lines: 100_000 });
    // A window that was sent twice has its reason here.
    expect(result.connectionErrors).toBeUndefined();
    expect(server.lines()).toHaveLength(100_000);
    expect(ahead).toBeLessThanOrEqual(32_000);
  });

  it('the time limit counts for each window of a stream, not while the stream waits for input', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    async function* late(): AsyncGenerator<readonly [string, number]> {
      yield* makeItems(32_000);
      vi.advanceTimersByTime(40_000);
      yield ['last', 1];
    }
    try {
      const result = await bulkUpdate({ server: server.host, port: server.port, data: late() });
      expect(result).toMatchObject({ delivery: 'confirmed', lines: 32_001 });
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a dry run', () => {
  it('passes on the exact lines and opens no connection', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const texts: string[] = [];
    const data = Object.fromEntries(makeItems(501));
    const place = { server: server.host, port: server.port, source: 's', timestamp: at };
    const onDryRun = (lines: string): number => texts.push(lines);
    const result = await bulkUpdate({ ...place, data, dryRun: true, onDryRun });
    expect(result).toMatchObject({ delivery: 'dry-run', batches: 0, lines: 0, bytes: 0, linesMade: 501 });
    expect(result).not.toHaveProperty('evidence');
    expect(texts.map((text) => text.split('\n').length - 1)).toEqual([500, 1]);
    expect(texts[1]).toBe(`systems.s.m500 500 ${at}\n`);
    expect(server.connections()).toBe(0);
  });

  it('needs no server', async () => {
    const result = await bulkUpdate({ data: { a: 1 }, dryRun: true });
    expect(result).toMatchObject({ delivery: 'dry-run', linesMade: 1 });
    expect(result).not.toHaveProperty('server');
  });
});
