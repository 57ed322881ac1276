import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type CollectedRunner, InputError, measureRunner, report, update } from '../../src/index.ts';
import { startReceiver } from '../../src/receiver/index.ts';
import { bareEnv, finishChild, startChild } from '../support/child.ts';

const built = new URL('../../lib/index.js', import.meta.url).href;

describe('measureRunner', () => {
  it('measures this machine, for report to send', async () => {
    await using receiver = await startReceiver();
    const before = Math.floor(Date.now() / 60_000) * 60;
    const measurement = await measureRunner();
    const runnerMetrics = await measurement.end();
    const where = { server: receiver.host, port: receiver.port, group: 'g', source: '' };
    const { delivery, figures } = await report({ ...where, scope: 'x', runnerMetrics });
    expect(delivery).toBe('confirmed');
    expect(figures?.runner).toMatchObject({ slotSeconds: 60, slots: [{ startedAt: expect.any(Number) }] });
    // macOS does not report how much memory is available.
    for (const figure of process.platform === 'darwin' ? ['disk'] : ['disk', 'memory']) {
      const line = receiver.lines.find(({ path }) => path === `g.x.runner.${figure}_percent.mean`);
      expect(line?.value, figure).toBeGreaterThan(0);
      expect(line?.timestamp, figure).toBeGreaterThanOrEqual(before);
    }
    expect(receiver.lines.map(({ path }) => path)).toContain('g.x.runner.cpu_percent.max');
  });

  it('ends once for several calls', async () => {
    const measurement = await measureRunner({ interval: 1, slot: 1 });
    const [one, other] = await Promise.all([measurement.end(), measurement.end()]);
    expect(one).toBe(other);
  });

  it('reports faults of its times', async () => {
    const error = await measureRunner({ interval: 0, slot: 'x' as unknown as number }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).faults.map(({ location }) => location)).toEqual(['interval', 'slot']);
  });

  it.each([
    ['a measurement that was not ended', { end: () => Promise.resolve() }],
    ['a line feed in a value', { metrics: [{ nodes: ['a'], value: '1 1\nb 2' }], figures: { slots: [] } }],
    ['a value that is no number', { metrics: [{ nodes: ['a'], value: Number.NaN }], figures: { slots: [] } }],
    ['a time before 1970', { metrics: [{ nodes: ['a'], value: 1, timestamp: -5 }], figures: { slots: [] } }],
    ['nothing', null],
  ])('refuses what is not a measurement: %s', async (_, given) => {
    await using receiver = await startReceiver();
    const where = { server: receiver.host, port: receiver.port, metric: 'a', value: 1 };
    const runnerMetrics = given as unknown as CollectedRunner;
    const error = await report({ ...where, runnerMetrics }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).faults.map(({ location }) => location)).toEqual(['runnerMetrics']);
    expect(receiver.lines).toEqual([]);
  });

  it('leaves no file open', { skip: process.platform !== 'linux' }, async () => {
    const count = async (): Promise<number> => (await readdir('/proc/self/fd')).length;
    const before = await count();
    for (let round = 0; round < 5; round += 1) await (await measureRunner()).end();
    expect(await count()).toBe(before);
  });

  it('keeps no process alive', async () => {
    const source = `await (await import(${JSON.stringify(built)})).measureRunner();`;
    const args = ['--input-type=module', '--eval', source];
    const child = startChild({ command: process.execPath, args, env: bareEnv() });
    expect(await finishChild(child)).toEqual({ exitCode: 0, signal: null, stdout: '', stderr: '' });
  });
});

describe('githubToken', () => {
  it('warns about missing environment variables and sends everything else', async () => {
    await using receiver = await startReceiver();
    const where = { server: receiver.host, port: receiver.port, group: 'g', source: '', scope: '' };
    const { warnings } = await report({ ...where, metric: 'a', value: 1, githubToken: 'no token' });
    expect(warnings).toEqual([expect.stringMatching(/^githubToken: the token is empty or contains/)]);
    expect(receiver.lines.map(({ path }) => path)).toEqual(['g.a']);
  });

  it('sends no request with an empty token', async () => {
    await using receiver = await startReceiver();
    const where = { server: receiver.host, port: receiver.port, group: 'g', source: '' };
    const { warnings } = await report({ ...where, metric: 'a', value: 1, githubToken: '' });
    expect(warnings).toEqual([]);
  });
});

it('allows one signal for many calls', async () => {
  await using receiver = await startReceiver();
  const warnings: Error[] = [];
  const listen = (warning: Error): void => void warnings.push(warning);
  process.on('warning', listen);
  const { signal } = new AbortController();
  const where = { server: receiver.host, port: receiver.port, group: 'g', source: '', signal };
  await Promise.all(
    Array.from({ length: 15 }, (_, index) => update({ ...where, metric: `m${index}`, value: 1 })),
  );
  await new Promise((resolve) => setImmediate(resolve));
  process.removeListener('warning', listen);
  expect(warnings).toEqual([]);
});

it('reports an unknown option by its name', async () => {
  const options = { server: '127.0.0.1:1', metric: 'a', value: 1, retry: 3, verifiy: true, tls: undefined };
  const error = await update(options).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(InputError);
  expect((error as InputError).faults.map(({ location, rule }) => [location, rule])).toEqual([
    ['retry', 'there is no such option'],
    ['verifiy', 'there is no such option'],
  ]);
});
