import { expect, it } from 'vitest';
import { SendError } from '../../src/errors.ts';
import { explainSocketError } from '../../src/send/explain.ts';

const server = 'carbon:2003';

function systemError(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`connect ${code}`), { code });
}

it.each([
  ['ECONNREFUSED', 'nothing listens there'],
  ['ECONNRESET', 'reset the connection'],
  ['EPIPE', 'closed the connection while metrics were being written'],
  ['ENOTFOUND', 'the host name has no address'],
  ['EAI_AGAIN', 'the name server gave no answer'],
  ['EHOSTUNREACH', 'no route'],
  ['ENETUNREACH', 'no network'],
  ['EACCES', 'a firewall or policy forbids it'],
  ['EADDRNOTAVAIL', 'no address to reach it from'],
  ['ETIMEDOUT', 'did not answer in time'],
  ['EPROTO', 'failed: connect EPROTO'],
])('%s', (code, meaning) => {
  const cause = systemError(code);
  const error = explainSocketError(cause, server);
  expect(error).toBeInstanceOf(SendError);
  expect(error).toMatchObject({ code, cause, retryable: true });
  expect(error.message.startsWith(`${server} `)).toBe(true);
  expect(error.message).toContain(meaning);
  expect(error.message.endsWith(` (${code})`)).toBe(true);
});

it('an error without a code keeps its own words', () => {
  const error = explainSocketError(new Error('out of luck'), server);
  expect([error.message, error.code]).toEqual(['carbon:2003 failed: out of luck', undefined]);
});

it('the errors of several addresses are explained by their code, or by that of the first', () => {
  const errors = [systemError('ENETUNREACH'), systemError('ECONNREFUSED')];
  const first = explainSocketError(new AggregateError(errors), server);
  expect(first).toMatchObject({ code: 'ENETUNREACH', message: expect.stringContaining('no network') });
  const named = Object.assign(new AggregateError(errors), { code: 'ECONNREFUSED' });
  expect(explainSocketError(named, server)).toMatchObject({ code: 'ECONNREFUSED', cause: named });
});
