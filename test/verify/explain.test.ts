import { expect, it } from 'vitest';
import { explainFailure, explainStatus } from '../../src/verify/explain.ts';

it.each([
  [401, false, false, 'asks for credentials and none were given (HTTP 401). Give a token'],
  [401, true, false, 'did not accept the credentials given (HTTP 401). Give a token'],
  [403, false, false, 'forbids reading without credentials (HTTP 403).'],
  [403, true, false, 'forbids these credentials to read (HTTP 403).'],
  [404, true, false, 'has no render API at this address (HTTP 404). Give the address'],
  [400, true, false, 'did not answer the question (HTTP 400).'],
  [413, true, false, 'did not answer the question (HTTP 413).'],
  [204, true, false, 'did not answer the question (HTTP 204).'],
  [408, true, true, 'did not answer the question (HTTP 408).'],
  [429, true, true, 'did not answer the question (HTTP 429).'],
  [500, true, true, 'did not answer the question (HTTP 500).'],
  [503, true, true, 'did not answer the question (HTTP 503).'],
])('status %d, authorized: %s', (status, isAuthorized, retryable, words) => {
  const error = explainStatus({ status, isAuthorized, location: null });
  expect(error).toMatchObject({ retryable, message: expect.stringContaining(words) });
});

it.each([
  ['https://login.example/start?state=secret#x', 'elsewhere, to https://login.example/start (HTTP 302)'],
  ['https://user:secret@login.example/', 'elsewhere, to https://login.example/ (HTTP 302)'],
  ['/login?secret', 'elsewhere (HTTP 302)'],
  [null, 'elsewhere (HTTP 302)'],
])('redirected to %j', (location, words) => {
  const error = explainStatus({ status: 302, isAuthorized: true, location });
  expect(error).toMatchObject({ retryable: false, message: expect.stringContaining(words) });
  expect(error.message).not.toContain('secret');
});

it.each([
  ['ECONNREFUSED', true, 'nothing listens there (ECONNREFUSED).'],
  ['ENOTFOUND', true, 'the host name has no address (ENOTFOUND).'],
  ['UND_ERR_SOCKET', true, 'before it had answered (UND_ERR_SOCKET).'],
  ['EHOSTUNREACH', true, 'could not be asked (EHOSTUNREACH).'],
  ['CERT_HAS_EXPIRED', false, 'has a certificate that does not prove whose it is (CERT_HAS_EXPIRED).'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', false, 'Correct the address;'],
  ['SELF_SIGNED_CERT_IN_CHAIN', false, 'NODE_EXTRA_CA_CERTS'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', false, 'does not speak TLS (ERR_SSL_WRONG_VERSION_NUMBER).'],
  ['HPE_INVALID_CONSTANT', false, 'does not speak HTTP (HPE_INVALID_CONSTANT).'],
])('%s', (code, retryable, words) => {
  const cause = Object.assign(new Error('no'), { code });
  const expected = { retryable, code, cause, message: expect.stringContaining(words) };
  expect(explainFailure(new TypeError('fetch failed', { cause }))).toMatchObject(expected);
  expect(explainFailure(cause)).toMatchObject(expected);
});

it('the errors of several addresses are explained by the first', () => {
  const cause = new AggregateError([Object.assign(new Error('no'), { code: 'ECONNREFUSED' })]);
  expect(explainFailure(new TypeError('fetch failed', { cause }))).toMatchObject({ code: 'ECONNREFUSED' });
});

it('a failure without a code may be one that passes', () => {
  expect(explainFailure('no')).toMatchObject({ retryable: true, message: 'could not be asked.' });
});
