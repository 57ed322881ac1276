import type { LookupAddress } from 'node:dns';
import { expect, it } from 'vitest';
import { createLookUp, lookUpInChild } from '../../src/send/look-up.ts';

const { signal } = new AbortController();
const server = 'carbon.test:2003';
const address = { address: '192.0.2.1', family: 4 };
const hang = (): Promise<LookupAddress[]> => new Promise(() => {});

it('distinguishes a silent name server from a silent server', async () => {
  const lookUp = createLookUp('carbon.test', hang);
  await expect(lookUp({ server, limitMs: 1, signal })).rejects.toMatchObject({
    name: 'SendError',
    retryable: true,
    code: 'ETIMEDOUT',
    message: expect.stringMatching(
      /^carbon\.test:2003 could not be looked up within 0\.001 s: the name server/,
    ),
  });
});

it('a stopped run does not wait for a name server', async () => {
  const controller = new AbortController();
  const found = createLookUp('carbon.test', hang)({ server, limitMs: 60_000, signal: controller.signal });
  controller.abort();
  await expect(found).rejects.toMatchObject({ code: 'ABORT_ERR' });
});

it('makes one look-up at a time, because each takes a thread of the process', async () => {
  let searches = 0;
  let answer: (addresses: LookupAddress[]) => void = () => {};
  const lookUp = createLookUp('carbon.test', () => {
    searches += 1;
    return new Promise((resolve) => {
      answer = resolve;
    });
  });
  for (let attempt = 0; attempt < 3; attempt += 1)
    await expect(lookUp({ server, limitMs: 1, signal })).rejects.toMatchObject({ code: 'ETIMEDOUT' });
  expect(searches).toBe(1);
  const found = lookUp({ server, limitMs: 60_000, signal });
  answer([address]);
  expect(await found).toEqual([address]);
  const again = lookUp({ server, limitMs: 60_000, signal });
  answer([]);
  expect(await again).toEqual([]);
  expect(searches).toBe(2);
});

it("explains the system's error for a name", async () => {
  const unknown = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
  const lookUp = createLookUp('carbon.test', () => Promise.reject(unknown));
  await expect(lookUp({ server, limitMs: 60_000, signal })).rejects.toMatchObject({
    name: 'SendError',
    code: 'ENOTFOUND',
    message: expect.stringContaining('the host name has no address'),
  });
});

it('a look-up in its own process finds the same addresses and the same errors', async () => {
  const addresses = await lookUpInChild('localhost', signal);
  expect(addresses.map(({ address }) => address)).toContainEqual(
    expect.stringMatching(/^(?:127\.0\.0\.1|::1)$/),
  );
  const unknown = lookUpInChild('carbon.invalid', signal);
  await expect(unknown).rejects.toMatchObject({ code: expect.stringMatching(/^(?:ENOTFOUND|EAI_AGAIN)$/) });
});
