import { expect, it } from 'vitest';
import { explainFailure, explainStatus } from '../../src/verify/explain.ts';

it.each([
  [401, false, false, 'asks for credentials and none were given (HTTP 401). Give a token'],
  [401, true, false, 'did not accept the credentials given (HTTP 401). Give a token'],
  [403, false, false, 'forbids reading without credentials (HTTP 403).'],
  [403, true, false, 'forbids these credentials to read (HTTP 403).'],
  [
    404,
    true,
    true,
    'does not know the series, or has no render API at this address (HTTP 404). Give the address',
  ],
  [405, true, false, 'has no render API at this address (HTTP 405). Give the address'],
  [407, true, false, 'a proxy in front of it wants credentials (HTTP 407).'],
  [400, true, false, 'did not answer the request (HTTP 400).'],
  [413, true, false, 'did not answer the request (HTTP 413).'],
  [204, true, false, 'did not answer the request (HTTP 204).'],
  [408, true, true, 'did not answer the request (HTTP 408).'],
  [429, true, true, 'did not answer the request (HTTP 429).'],
  [500, true, true, 'did not answer the request (HTTP 500).'],
  [503, true, true, 'did not answer the request (HTTP 503).'],
])('status %d, authorized: %s', (status, isAuthorized, retryable, words) => {
  const error = explainStatus({ status, isAuthorized, location: undefined });
  expect(error).toMatchObject({ retryable, message: expect.stringContaining(words) });
});

it.each([
  [
    'https://login.example/start?state=secret#x',
    'redirects the request, to https://login.example/start (HTTP 302)',
  ],
  ['https://user:secret@login.example/', 'redirects the request, to https://login.example/ (HTTP 302)'],
  ['/login?secret', 'redirects the request (HTTP 302)'],
  [undefined, 'redirects the request (HTTP 302)'],
])('redirected to %j', (location, words) => {
  const error = explainStatus({ status: 302, isAuthorized: true, location });
  expect(error).toMatchObject({ retryable: false, message: expect.stringContaining(words) });
  expect(error.message).not.toContain('secret');
});

it.each([
  ['ECONNREFUSED', true, 'nothing listens there (ECONNREFUSED).'],
  ['ENOTFOUND', true, 'the host name has no address (ENOTFOUND).'],
  ['UND_ERR_SOCKET', true, 'before it had answered (UND_ERR_SOCKET).'],
  ['EHOSTUNREACH', true, 'could not be asked: no (EHOSTUNREACH).'],
  ['CERT_HAS_EXPIRED', false, 'has a certificate that does not prove whose it is (CERT_HAS_EXPIRED).'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', false, 'Correct the address;'],
  ['SELF_SIGNED_CERT_IN_CHAIN', false, 'NODE_EXTRA_CA_CERTS'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', false, 'does not use TLS (ERR_SSL_WRONG_VERSION_NUMBER).'],
  ['HPE_INVALID_CONSTANT', false, 'does not use HTTP (HPE_INVALID_CONSTANT).'],
])('%s', (code, retryable, words) => {
  const cause = Object.assign(new Error('no'), { code });
  const expected = { retryable, code, cause, message: expect.stringContaining(words) };
  expect(explainFailure(new TypeError('fetch failed', { cause }))).toMatchObject(expected);
  expect(explainFailure(cause)).toMatchObject(expected);
});

it('explains the errors of several addresses by the first', () => {
  const cause = new AggregateError([Object.assign(new Error('no'), { code: 'ECONNREFUSED' })]);
  expect(explainFailure(new TypeError('fetch failed', { cause }))).toMatchObject({ code: 'ECONNREFUSED' });
});

it('treats a failure without a code as temporary', () => {
  expect(explainFailure('no')).toMatchObject({ retryable: true, message: 'could not be asked.' });
});

it('names a port that Node refuses, and does not retry', () => {
  const error = new TypeError('fetch failed', { cause: new Error('bad port') });
  const { retryable, message } = explainFailure(error, new URL('http://graphite:10080/'));
  expect([retryable, message]).toEqual([false, expect.stringContaining('not send HTTP to port 10080')]);
});

it.each([
  [
    { address: '10.0.0.9', port: 3128, code: 'ECONNREFUSED' },
    'the proxy in front of it, 10.0.0.9:3128, refused the connection: nothing listens there (ECONNREFUSED).',
  ],
  [
    { hostname: 'proxy.lan', code: 'ENOTFOUND' },
    'the proxy in front of it, proxy.lan, was not found: the host name has no address (ENOTFOUND).',
  ],
])('names a proxy that is down: %j', (details, words) => {
  const cause = Object.assign(new Error('no'), details);
  const url = new URL('https://graphite.example/');
  const { retryable, message } = explainFailure(new TypeError('fetch failed', { cause }), url);
  expect([retryable, message]).toEqual([true, expect.stringContaining(`${words} Look at HTTP_PROXY`)]);
});

it.each([
  [{ address: '10.0.0.1', port: 443, code: 'ECONNREFUSED' }, 'https://graphite.example/'],
  [{ address: '10.0.0.1', port: 8080, code: 'ECONNREFUSED' }, 'http://graphite.example:8080/'],
  [{ hostname: 'graphite.example', code: 'ENOTFOUND' }, 'https://graphite.example/'],
])('does not take its own address for a proxy: %j', (details, url) => {
  const cause = Object.assign(new Error('no'), details);
  expect(explainFailure(cause, new URL(url)).message).not.toContain('proxy');
});

it.each([
  [407, true],
  [502, true],
  [403, false],
])('names a proxy that refuses with %d', (status, retryable) => {
  const url = new URL('https://graphite.example/');
  const response = new Error(`Proxy response (${status}) !== 200 when HTTP Tunneling`);
  const cause = new Error('Request was cancelled.', { cause: response });
  const tunnel = new Error(
    `Failed to establish tunnel to graphite.example:443 via http://proxy.lan:3128/: HTTP/1.1 ${status} No`,
  );
  for (const error of [
    new TypeError('fetch failed', { cause }),
    Object.assign(tunnel, { code: 'ERR_PROXY_TUNNEL' }),
  ])
    expect(explainFailure(error, url)).toMatchObject({
      retryable,
      message: expect.stringContaining(`its proxy refused to connect to it (HTTP ${status}).`),
    });
});

it.each([
  ['read ECONNRESET', 'reset the connection'],
  ['socket hang up', 'closed the connection before it had answered'],
  ['aborted', 'closed the connection before it had answered'],
])('separates a reset from a closed connection: %s', (text, words) => {
  const error = Object.assign(new Error(text), { code: 'ECONNRESET' });
  expect(explainFailure(error)).toMatchObject({ retryable: true, message: `${words} (ECONNRESET).` });
});
