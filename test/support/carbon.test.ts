import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { startRelay } from './carbon-c-relay.ts';
import { startCarbonCache } from './carbon-cache.ts';
import { CARBON_SERVERS } from './carbon-servers.ts';
import { startServer } from './faulty-server.ts';
import { startGoCarbon } from './go-carbon.ts';
import { needs } from './needs.ts';

const ipv6 = 'IPv6 on the loopback interface';
const now = 1_700_000_000;

/** Sends lines and waits for the receiver's close. */
async function send(to: { host: string; linePort: number }, text: string): Promise<void> {
  const socket = connect({ host: to.host, port: to.linePort });
  socket.resume().end(text);
  await once(socket, 'close');
}

for (const { name, needed, start } of CARBON_SERVERS)
  describe(name, needs(...needed), () => {
    it('stores exactly what was sent', async () => {
      await using server = await start();
      const values = [0.1, -0, 5e-324, 1.7976931348623157e308, 123456789.12345679, 1 / 3];
      const lines = values.map(
        (value, index) => `a.v${index} ${Object.is(value, -0) ? '-0' : value} ${now + index}\n`,
      );
      await send(server, `${lines.join('')}a.v0 2 1\na.v0 inf 4294967295\n`);
      const points = await server.readPoints(['a.v0', 'a.v1', 'a.v2', 'a.v3', 'a.v4', 'a.v5', 'a.none']);
      expect(points.get('a.v0')).toEqual([
        [1, 2],
        [now, 0.1],
        [4294967295, Number.POSITIVE_INFINITY],
      ]);
      for (const [index, value] of values.entries()) {
        if (index > 0) expect(points.get(`a.v${index}`)).toEqual([[now + index, value]]);
      }
      expect(points.get('a.none')).toEqual([]);
    });

    it('returns 50,000 names', async () => {
      await using server = await start();
      const names = Array.from({ length: 50_000 }, (_, index) => `ci.run.m${index}`);
      await send(server, names.map((name, index) => `${name} ${index / 7} ${now}\n`).join(''));
      const points = await server.readPoints(names);
      const wrong = names.filter((name, index) => {
        const [point, ...more] = points.get(name) ?? [];
        return more.length > 0 || point?.[0] !== now || point[1] !== index / 7;
      });
      expect([points.size, wrong]).toEqual([50_000, []]);
    });

    it('listens on IPv6, logs what it refuses, and leaves no file', needs(ipv6, ...needed), async () => {
      const server = await start({ host: '::1' });
      await send(server, `a.b 1 ${now}\nnot a line\n`);
      expect(await server.readPoints(['a.b'])).toEqual(new Map([['a.b', [[now, 1]]]]));
      expect(await server.readLog()).toMatch(/(?:ignoring \[|parse failed .*)not a line/);
      await server[Symbol.asyncDispose]();
      expect(() => process.kill(server.pid, 0)).toThrow('ESRCH');
      expect(existsSync(server.dir)).toBe(false);
    });

    it('writes to disk on request', async () => {
      await using server = await start({ onDisk: true, hasTags: true });
      const recent = Math.floor(Date.now() / 1000) - 5;
      await send(server, `a.b 0.1 ${recent}\na.b 42.5 ${recent + 1}\ntagged;k=v;a=b.c 7 ${recent}\n`);
      expect(await server.readWhisper('a.b', { count: 2 })).toEqual([
        [recent, 0.1],
        [recent + 1, 42.5],
      ]);
      expect(await server.readWhisper('tagged;a=b.c;k=v')).toEqual([[recent, 7]]);
    });
  });

describe('a setting', () => {
  it('is used by carbon-cache', needs('carbon-cache'), async () => {
    await using cache = await startCarbonCache({ config: { MIN_TIMESTAMP_RESOLUTION: '1' } });
    await send(cache, `a.b 1 ${now}.75\n`);
    expect(await cache.readPoints(['a.b'])).toEqual(new Map([['a.b', [[now, 1]]]]));
  });

  it('with a wrong value ends carbon-cache with a message', needs('carbon-cache'), async () => {
    await expect(
      startCarbonCache({
        config: { STORAGE_DIR: '/proc/none', LOCAL_DATA_DIR: '', LINE_RECEIVER_PORT: 'x' },
      }),
    ).rejects.toThrow(/did not start(.|\n)*'x'/);
  });

  it('with a wrong value ends go-carbon with a message', needs('go-carbon'), async () => {
    await expect(startGoCarbon({ config: { cache: { 'write-strategy': 'x' } } })).rejects.toThrow(
      /did not start(.|\n)*go-carbon support only/,
    );
  });
});

describe('carbon-c-relay', needs('carbon-c-relay'), () => {
  it('forwards to every destination', needs('carbon-cache', 'carbon-c-relay'), async () => {
    await using cache = await startCarbonCache();
    await using sink = await startServer({ kind: 'closeAfterFin' });
    const destinations = [{ host: cache.host, port: cache.linePort }, sink];
    await using relay = await startRelay({ destinations });
    await send(relay, `a.b 1 ${now}\n`);
    await sink.waitForBytes(`a.b 1 ${now}\n`.length);
    expect(sink.text()).toBe(`a.b 1 ${now}\n`);
    await expect.poll(() => cache.readPoints(['a.b'])).toEqual(new Map([['a.b', [[now, 1]]]]));
  });

  it(
    'accepts a hashing cluster, in which each series has one server',
    needs(ipv6, 'carbon-c-relay'),
    async () => {
      await using one = await startServer({ kind: 'closeAfterFin' });
      await using other = await startServer({ kind: 'closeAfterFin' });
      await using relay = await startRelay({
        destinations: [one, other],
        cluster: 'carbon_ch replication 1',
        host: '::1',
      });
      const lines = Array.from({ length: 100 }, (_, index) => `m.n${index} 1 ${now}`);
      await send(relay, `${lines.join('\n')}\n`);
      await expect.poll(() => [...one.lines(), ...other.lines()].sort()).toEqual(lines.sort());
      expect([one.lines().length, other.lines().length]).not.toContain(0);
    },
  );
});
