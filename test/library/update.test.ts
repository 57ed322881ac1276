import { lookup } from 'node:dns/promises';
import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { CarbonClient, type Result, update } from '../../src/index.ts';
import { startServer } from '../support/faulty-server.ts';
import { RECENT } from '../support/recent.ts';

const at = RECENT;
const evidence = process.platform === 'linux' ? 'kernel' : 'close';

describe('update', () => {
  it('sends one metric and returns the result', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const { host, port } = server;
    const place = { server: host, port, group: 'production', source: 'web1' };
    const result = await update({ ...place, metric: 'filesystem._root', value: 53, timestamp: at });
    const line = `production.web1.filesystem._root 53 ${at}\n`;
    expect(server.text()).toBe(line);
    expect(result).toEqual({
      delivery: 'confirmed',
      evidence,
      server: `${host}:${port}`,
      batches: 1,
      lines: 1,
      bytes: line.length,
      attempts: 1,
      undelivered: 0,
      linesMade: 1,
      points: [{ path: 'production.web1.filesystem._root', value: '53', timestamp: at }],
      renamed: [],
      renamedCount: 0,
      warnings: [],
    } satisfies Result);
  });

  it("uses systems, this host's short name and the current time by default", async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const before = Math.floor(Date.now() / 1000);
    const result = await update({ server: server.host, port: server.port, metric: 'a', value: 1 });
    const source = (hostname().split('.')[0] ?? '').replace(/[^A-Za-z0-9_:-]+/g, '_');
    const [point] = result.points;
    expect(point?.path).toBe(`systems.${source}.a`);
    expect(point?.timestamp).toBeGreaterThanOrEqual(before);
    expect(point?.timestamp).toBeLessThanOrEqual(Math.floor(Date.now() / 1000));
    expect(server.text()).toBe(`systems.${source}.a 1 ${point?.timestamp}\n`);
  });

  it.each<[string, Parameters<typeof update>[0], string]>([
    ['a negative number', { metric: 'a', value: -0.1 }, `a -0.1 ${at}`],
    ['a bigint', { metric: 'a', value: 12n }, `a 12 ${at}`],
    ['true', { metric: 'a', value: true }, `a 1 ${at}`],
    ['a text', { metric: 'a', value: ' 3.10 ' }, `a 3.1 ${at}`],
    ['a fraction of a second', { metric: 'a', value: 1, timestamp: at + 0.9 }, `a 1 ${at}`],
    ['a Date', { metric: 'a', value: 1, timestamp: new Date(1999) }, 'a 1 1'],
    ['an ISO time', { metric: 'a', value: 1, timestamp: '1970-01-01T00:01:00Z' }, 'a 1 60'],
    ['tags', { metric: 'a', value: 1, tags: { z: '1', b: 'x' } }, `a;b=x;z=1 1 ${at}`],
    ['tags in YAML', { metric: 'a', value: 1, tags: 'z: 1.10\nb: x\n' }, `a;b=x;z=1.10 1 ${at}`],
    ['extra characters', { metric: 'a@b', value: 1, extraCharacters: '@' }, `a@b 1 ${at}`],
    ['a group and a source', { metric: 'a', value: 1, group: 'g.h', source: 'o/r' }, `g.h.o.r.a 1 ${at}`],
  ])('takes %s', async (_, options, line) => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const place = {
      server: `${server.host}:${server.port}`,
      port: '1' as unknown as number,
      group: '',
      source: '',
    };
    await update({ ...place, timestamp: at, ...options });
    expect(server.text()).toBe(`${line}\n`);
  });

  it.each(['127.0.0.1', '::1'])('reaches %s', async (host) => {
    await using server = await startServer({ kind: 'closeAfterFin' }, { host });
    const result = await update({ server: host, port: server.port, metric: 'a', value: 1 });
    const name = host.includes(':') ? `[${host}]` : host;
    expect(result).toMatchObject({ delivery: 'confirmed', evidence, server: `${name}:${server.port}` });
  });

  it('reaches a name at any of its addresses that answers', async () => {
    // `localhost` has one or two addresses. With two, the other one refuses.
    for (const { address } of await lookup('localhost', { all: true })) {
      await using server = await startServer({ kind: 'closeAfterFin' }, { host: address });
      const result = await update({ server: 'localhost', port: server.port, metric: 'a', value: 1 });
      expect(result).toMatchObject({ delivery: 'confirmed', server: `localhost:${server.port}` });
      expect(server.lines()).toHaveLength(1);
    }
  });

  it("confirms a hundred parallel calls, each by its own row of the kernel's table", async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const place = { server: server.host, port: server.port };
    const calls = Array.from({ length: 100 }, (_, index) =>
      update({ ...place, metric: `m${index}`, value: 1 }),
    );
    const results = await Promise.all(calls);
    expect(results.filter((one) => one.delivery !== 'confirmed' || one.evidence !== evidence)).toEqual([]);
    expect(server.lines()).toHaveLength(100);
  });
});

describe('CarbonClient', () => {
  it('keeps the options for many calls, each with its own connection', async () => {
    await using server = await startServer({ kind: 'closeAfterFin' });
    const { host, port } = server;
    const client = new CarbonClient({ server: host, port, group: 'g', source: 's', timestamp: at });
    expect(await client.update('a', 1)).toMatchObject({ delivery: 'confirmed', lines: 1 });
    expect(await client.update('b', 2, { group: 'h', tags: { t: '1' } })).toMatchObject({ lines: 1 });
    expect(await client.bulkUpdate({ c: 3, d: { e: 4 } })).toMatchObject({ lines: 2, batches: 1 });
    expect(await client.bulkUpdate([['f', 5]], { timestamp: at + 1 })).toMatchObject({ lines: 1 });
    expect(server.lines()).toEqual([
      `g.s.a 1 ${at}`,
      `h.s.b;t=1 2 ${at}`,
      `g.s.c 3 ${at}`,
      `g.s.d.e 4 ${at}`,
      `g.s.f 5 ${at + 1}`,
    ]);
    expect(server.connections()).toBe(4);
  });

  it('can be used again after an error', async () => {
    await using server = await startServer([{ kind: 'resetOnAccept' }, { kind: 'closeAfterFin' }]);
    const client = new CarbonClient({ server: server.host, port: server.port, retries: 0 });
    await expect(client.update('a', 1)).rejects.toMatchObject({ name: 'SendError' });
    await expect(client.update('a', 'x')).rejects.toMatchObject({ name: 'InputError' });
    await expect(client.update('a', 1)).resolves.toMatchObject({ delivery: 'confirmed' });
  });
});
