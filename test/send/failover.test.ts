import { describe, expect, it } from 'vitest';
import { SendError } from '../../src/model/errors.ts';
import { createFailover } from '../../src/send/failover.ts';
import { createFake, type FakeBehaviour, type FakeReceiver } from './fakes.ts';

const { signal } = new AbortController();

async function nameServers(count: number, ...fakes: readonly FakeReceiver[]): Promise<string[]> {
  const connect = createFailover(fakes.map((fake) => fake.connect));
  const names: string[] = [];
  for (let index = 0; index < count; index += 1) names.push((await connect({ signal })).server);
  return names;
}

describe('a list of servers', () => {
  it('is tried in order of preference', async () => {
    const [a, b] = [createFake('a', 'confirmed'), createFake('b', 'confirmed')];
    expect(await nameServers(3, a, b)).toEqual(['a', 'a', 'a']);
    expect([a.log.length, b.log.length]).toEqual([3, 0]);
  });

  it('tries a dead first server only once', async () => {
    const [a, b] = [createFake('a', 'refuse'), createFake('b', 'confirmed')];
    expect(await nameServers(5, a, b)).toEqual(['b', 'b', 'b', 'b', 'b']);
    expect([a.log.length, b.log.length]).toEqual([1, 5]);
  });

  it('continues with the next server when the current one dies, and then with the first again', async () => {
    const a = createFake('a', 'refuse', 'confirmed');
    const b = createFake('b', 'confirmed', 'refuse');
    const c = createFake('c', 'confirmed', 'refuse');
    expect(await nameServers(4, a, b, c)).toEqual(['b', 'c', 'a', 'a']);
  });

  it('also continues when a retry of the same server cannot help', async () => {
    const [a, b] = [createFake('a', 'refuse for good'), createFake('b', 'confirmed')];
    expect(await nameServers(1, a, b)).toEqual(['b']);
  });
});

describe('the server in use', () => {
  async function use(fakes: readonly FakeReceiver[], count: number): Promise<string[]> {
    const connect = createFailover(fakes.map((fake) => fake.connect));
    const log: string[] = [];
    for (let index = 0; index < count; index += 1) {
      try {
        const connection = await connect({ signal });
        await connection.write(Buffer.from('a 1 5\n'));
        log.push(`${connection.server} ${(await connection.finish()).kind}`);
      } catch (error) {
        const { message, retryable } = error as SendError;
        log.push(`${message}${retryable ? '' : ' for good'}`);
      }
    }
    return log;
  }

  it.each<[FakeBehaviour, string]>([
    ['break', 'a broke.'],
    ['break for good', 'a broke.'],
    ['sent', 'a sent'],
  ])('is replaced by the next after "%s"', async (behaviour, printed) => {
    const [a, b] = [createFake('a', behaviour), createFake('b', 'confirmed')];
    expect(await use([a, b], 3)).toEqual([printed, 'b confirmed', 'b confirmed']);
  });

  it('is tried again later, unless its failure was permanent', async () => {
    const a = createFake('a', 'break', 'confirmed');
    const b = createFake('b', 'break for good');
    const c = createFake('c', 'sent');
    expect(await use([a, b, c], 5)).toEqual(['a broke.', 'b broke.', 'c sent', 'a confirmed', 'a confirmed']);
    const d = createFake('d', 'break');
    expect(await use([b, d], 4)).toEqual(['b broke.', 'd broke.', 'd broke.', 'd broke.']);
  });

  it('is not replaced once every server failed permanently', async () => {
    const [a, b] = [createFake('a', 'break for good'), createFake('b', 'break for good')];
    expect(await use([a, b], 3)).toEqual([
      'a broke.',
      'b broke. for good',
      'No server could be reached. a broke. b broke. for good',
    ]);
    expect(await use([createFake('a', 'break for good')], 2)).toEqual([
      'a broke. for good',
      'a broke. for good',
    ]);
  });
});

describe('no reachable server', () => {
  it('gives the unchanged error of a single server', async () => {
    const connect = createFailover([createFake('a', 'refuse').connect]);
    await expect(connect({ signal })).rejects.toMatchObject({ message: 'a refused.', retryable: true });
  });

  it.each([
    ['refuse', 'refuse', true],
    ['refuse for good', 'refuse', true],
    ['refuse', 'refuse for good', true],
    ['refuse for good', 'refuse for good', false],
  ] as const)('allows a retry after "%s" and "%s": %s', async (one, other, helps) => {
    const connect = createFailover([createFake('a', one).connect, createFake('b', other).connect]);
    const error: unknown = await connect({ signal }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SendError);
    expect(error).toMatchObject({
      message: 'No server could be reached. a refused. b refused.',
      code: 'EFAKE',
      retryable: helps,
      cause: { errors: [{ message: 'a refused.' }, { message: 'b refused.' }] },
    });
  });

  it('ends without another attempt once the run was stopped', async () => {
    const controller = new AbortController();
    const b = createFake('b', 'confirmed');
    const stopping = createFailover([
      async () => {
        controller.abort();
        throw new SendError('Sending was stopped.', { retryable: false, code: 'ABORT_ERR' });
      },
      b.connect,
    ]);
    await expect(stopping({ signal: controller.signal })).rejects.toMatchObject({ code: 'ABORT_ERR' });
    expect(b.log).toEqual([]);
  });

  it('passes on a defect unchanged', async () => {
    const defect = new TypeError('a defect');
    const b = createFake('b', 'confirmed');
    await expect(createFailover([() => Promise.reject(defect), b.connect])({ signal })).rejects.toBe(defect);
    expect(b.log).toEqual([]);
  });
});
