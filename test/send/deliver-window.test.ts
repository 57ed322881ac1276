import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deliverWindow, type Outcome } from '../../src/send/deliver-window.ts';
import type { Connect } from '../../src/send/transport.ts';
import { createFake, type FakeBehaviour, makeWindow } from './fakes.ts';

// The pauses between attempts are computed from this. With 0 they are as short as a timer allows.
beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0));
afterEach(() => void vi.restoreAllMocks());

const window = makeWindow('a 1 5\nb 2 5\n', 'c 3 5\n');
const whole = ['connect', 'a 1 5\nb 2 5\n', 'c 3 5\n', 'destroy'];

async function deliver(
  behaviours: readonly FakeBehaviour[],
  { retries, signal = new AbortController().signal }: { retries: number; signal?: AbortSignal },
): Promise<{ outcome: Outcome; attempts: number; log: readonly string[] }> {
  const { connect, log } = createFake('a', ...behaviours);
  const outcome = await deliverWindow(window, { connect, retries, signal });
  return { outcome, attempts: log.filter((entry) => entry === 'connect').length, log };
}

const confirmed = { delivery: 'confirmed', server: 'a', evidence: 'close' };

describe('one window', () => {
  it('is sent once when it is confirmed', async () => {
    const { outcome, attempts, log } = await deliver(['confirmed'], { retries: 3 });
    expect([outcome, attempts, log]).toEqual([confirmed, 1, whole]);
  });

  it.each(['refuse', 'break', 'sent'] as const)(
    'is sent again, the same bytes, after "%s"',
    async (first) => {
      const { outcome, attempts, log } = await deliver([first, 'confirmed'], { retries: 3 });
      expect([outcome, attempts]).toEqual([confirmed, 2]);
      expect(log.slice(log.lastIndexOf('connect'))).toEqual(whole);
    },
  );

  it('calls once everything is written, before the FIN', async () => {
    const { connect, log } = createFake('a', 'break', 'confirmed');
    const watched: Connect = async (options) => {
      const connection = await connect(options);
      const finish = (): ReturnType<typeof connection.finish> => {
        log.push('finish');
        return connection.finish();
      };
      return { ...connection, finish };
    };
    const onWritten = (): void => void log.push('written');
    const { signal } = new AbortController();
    await deliverWindow(window, { connect: watched, retries: 1, signal, onWritten });
    expect(log.slice(log.lastIndexOf('connect'))).toEqual([
      ...whole.slice(0, -1),
      'written',
      'finish',
      'destroy',
    ]);
    expect(log.filter((entry) => entry === 'written')).toHaveLength(1);
  });

  it.each([0, 1, 3])('has %i retries, not attempts', async (retries) => {
    const { outcome, attempts } = await deliver(['refuse'], { retries });
    expect(outcome).toMatchObject({ delivery: 'failed', error: { message: 'a refused.' } });
    expect(attempts).toBe(retries + 1);
  });

  it.each(['refuse for good', 'break for good'] as const)('is not sent again after "%s"', async (first) => {
    const { outcome, attempts } = await deliver([first, 'confirmed'], { retries: 3 });
    expect(outcome).toMatchObject({ delivery: 'failed', error: { retryable: false } });
    expect(attempts).toBe(1);
  });

  it.each<[FakeBehaviour[], string]>([
    [['sent', 'refuse', 'refuse'], 'sent'],
    [['refuse', 'sent', 'break'], 'sent'],
    [['sent', 'refuse for good', 'confirmed'], 'sent'],
    [['refuse', 'break', 'refuse'], 'failed'],
  ])('after %j is %s', async (behaviours, delivery) => {
    const { outcome } = await deliver(behaviours, { retries: 2 });
    expect(outcome.delivery).toBe(delivery);
  });

  it('reports the last of several failures', async () => {
    const { outcome } = await deliver(['refuse', 'break'], { retries: 1 });
    expect(outcome).toMatchObject({ delivery: 'failed', error: { message: 'a broke.' } });
  });

  it('leaves no connection open', async () => {
    const { log } = await deliver(['break', 'sent', 'confirmed'], { retries: 2 });
    const count = (what: string): number => log.filter((entry) => entry === what).length;
    expect([count('connect'), count('destroy')]).toEqual([3, 3]);
  });

  it('is not retried after the run was stopped', async () => {
    const { outcome, attempts } = await deliver(['refuse'], { retries: 100, signal: AbortSignal.abort() });
    expect([outcome.delivery, attempts]).toEqual(['failed', 1]);
  });

  it('ends a pause when the run is stopped', async () => {
    vi.mocked(Math.random).mockReturnValue(0.999);
    const controller = new AbortController();
    const fake = createFake('a', 'refuse');
    const connect: Connect = (options) => {
      setImmediate(() => controller.abort());
      return fake.connect(options);
    };
    const attempts = { connect, retries: 100, signal: controller.signal };
    expect(await deliverWindow(window, attempts)).toMatchObject({ delivery: 'failed' });
  });

  it('passes on a defect unchanged', async () => {
    const defect = new TypeError('a defect');
    const connect = (): Promise<never> => Promise.reject(defect);
    const { signal } = new AbortController();
    await expect(deliverWindow(window, { connect, retries: 3, signal })).rejects.toBe(defect);
  });
});
