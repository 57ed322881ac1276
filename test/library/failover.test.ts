import { describe, expect, it } from 'vitest';
import { bulkUpdate, update } from '../../src/index.ts';
import { type FaultyServer, startServer } from '../support/faulty-server.ts';

const metric = { metric: 'a', value: 1, source: 's' };

function nameOf({ host, port }: FaultyServer): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

async function findClosedPort(): Promise<string> {
  const gone = await startServer({ kind: 'closeAfterFin' });
  await gone[Symbol.asyncDispose]();
  return nameOf(gone);
}

/** 64 lines make a window of their own. */
function makeWindows(count: number): { data: Record<string, number>; batchSize: number } {
  const names = Array.from({ length: 64 * count }, (_, index) => [`m${index}`, index] as const);
  return { data: Object.fromEntries(names), batchSize: 1 };
}

describe('a list of servers', () => {
  it('is used in order of preference', async () => {
    await using first = await startServer({ kind: 'closeAfterFin' });
    await using second = await startServer({ kind: 'closeAfterFin' });
    const result = await update({ ...metric, server: `${nameOf(first)},${nameOf(second)}` });
    expect(result).toMatchObject({ delivery: 'confirmed', server: nameOf(first) });
    expect([first.connections(), second.connections()]).toEqual([1, 0]);
  });

  it('has a next one where the first refuses, and that is no retry', async () => {
    await using second = await startServer({ kind: 'closeAfterFin' }, { host: '::1' });
    const server = `${await findClosedPort()} , ${nameOf(second)}`;
    const result = await update({ ...metric, server, retries: 0 });
    expect(result).toMatchObject({
      delivery: 'confirmed',
      server: nameOf(second),
      attempts: 1,
      undelivered: 0,
    });
    expect(second.lines()).toHaveLength(1);
  });

  it('has a next one where the name of the first is not known', async () => {
    await using second = await startServer({ kind: 'closeAfterFin' });
    const server = `no-such-host.invalid,${nameOf(second)}`;
    expect(await update({ ...metric, server })).toMatchObject({
      delivery: 'confirmed',
      server: nameOf(second),
    });
  });

  it('takes the port of the options for those without one', async () => {
    await using second = await startServer({ kind: 'closeAfterFin' });
    const server = `${await findClosedPort()},127.0.0.1`;
    const result = await update({ ...metric, server, port: second.port });
    expect(result).toMatchObject({ delivery: 'confirmed', server: nameOf(second) });
  });

  it('is named whole where none can be reached', async () => {
    const [one, other] = [await findClosedPort(), await findClosedPort()];
    await expect(update({ ...metric, server: `${one},${other}`, retries: 0 })).rejects.toMatchObject({
      name: 'SendError',
      code: 'ECONNREFUSED',
      retryable: true,
      message: expect.stringMatching(
        new RegExp(`^No server could be reached\\. ${one} refused .+ ${other} refused .+\\(ECONNREFUSED\\)$`),
      ),
      result: { delivery: 'failed', server: `${one}, ${other}`, undelivered: 1 },
    });
  });

  it('gets nothing twice: what one confirmed is not sent to another', async () => {
    const first = await startServer({ kind: 'closeAfterFin' });
    await using second = await startServer({ kind: 'closeAfterFin' });
    let gone: PromiseLike<void> | undefined;
    const result = await bulkUpdate({
      ...makeWindows(3),
      source: 's',
      server: `${nameOf(first)},${nameOf(second)}`,
      onProgress: () => {
        gone ??= first[Symbol.asyncDispose]();
      },
    });
    await gone;
    expect(result).toMatchObject({
      delivery: 'confirmed',
      lines: 192,
      undelivered: 0,
      server: `${nameOf(first)}, ${nameOf(second)}`,
    });
    expect([first.lines().length, second.lines().length]).toEqual([64, 128]);
    expect(new Set([...first.lines(), ...second.lines()]).size).toBe(192);
  });

  it.each(['', ',', 'carbon,', ',carbon', 'carbon,,other', 'carbon, ,other'])(
    '%j is an error, and nothing is sent',
    async (server) => {
      await expect(update({ ...metric, server })).rejects.toMatchObject({
        name: 'InputError',
        faults: [{ at: 'server' }],
        result: { attempts: 0 },
      });
    },
  );
});
