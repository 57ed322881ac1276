import { expect, it } from 'vitest';
import { type EventOptions, InputError, sendEvent } from '../../src/index.ts';

async function findFaults(options: unknown): Promise<readonly string[]> {
  const error = await sendEvent(options as EventOptions).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).faults.map(({ location }) => location);
}

it('reports every fault of an event at once', async () => {
  const options = { text: 5, tags: 'deploy', sorce: 'x', data: {}, timestamp: 'noon', graphiteToken: 'a\nb' };
  expect(await findFaults(options)).toEqual([
    ...['sorce', 'timestamp', 'graphiteToken', 'tags', 'text', 'data', 'graphiteUrl'],
  ]);
});

it('reports a wrong address once', async () => {
  expect(await findFaults({ text: 'x', graphiteUrl: 'graphite' })).toEqual(['graphiteUrl']);
});

it.each([undefined, null, 'text', 5])('refuses what is no object: %s', async (options) => {
  expect(await findFaults(options)).toEqual(['options']);
});

it('suggests the name of a misspelt option', async () => {
  const options = { text: 'x', graphiteUrl: 'http://127.0.0.1:1', timestmap: 1 } as EventOptions;
  await expect(sendEvent(options)).rejects.toThrow('Did you mean timestamp?');
});
