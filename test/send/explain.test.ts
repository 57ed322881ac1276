import { expect, it } from 'vitest';
import { SendError } from '../../src/model/errors.ts';
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
  ['EMFILE', 'failed: connect EMFILE'],
])('%s', (code, meaning) => {
  const cause = systemError(code);
  const error = explainSocketError(cause, server);
  expect(error).toBeInstanceOf(SendError);
  expect(error).toMatchObject({ code, cause, retryable: true });
  expect(error.message.startsWith(`${server} `)).toBe(true);
  expect(error.message).toContain(meaning);
  expect(error.message.endsWith(` (${code})`)).toBe(true);
});

it.each([
  ['EPROTO', 'does not use TLS'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'does not use TLS'],
  ['ERR_SSL_PACKET_LENGTH_TOO_LONG', 'does not use TLS'],
  ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'Give it as tls-cert, and its key as tls-key.'],
  ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'give tls-cert and tls-key'],
  ['ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE', 'give tls-cert and tls-key'],
  ['ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE', 'does not accept the certificate of this side'],
  ['ERR_SSL_SSL/TLS_ALERT_BAD_CERTIFICATE', 'does not accept the certificate of this side'],
  ['ERR_SSL_SSL/TLS_ALERT_UNSUPPORTED_CERTIFICATE', 'cannot use the certificate'],
  ['ERR_SSL_SSL/TLS_ALERT_CERTIFICATE_UNKNOWN', 'does not accept the certificate of this side'],
  ['ERR_SSL_SSL/TLS_ALERT_CERTIFICATE_REVOKED', 'was revoked'],
  ['ERR_SSL_SSL/TLS_ALERT_CERTIFICATE_EXPIRED', 'has expired'],
  ['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', 'an authority that it trusts'],
  ['ERR_SSL_TLSV1_ALERT_ACCESS_DENIED', 'that it accepts'],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', '1.2 or newer'],
  ['ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR', 'failed: '],
  ['CERT_HAS_EXPIRED', 'a certificate that has expired'],
  ['CERT_NOT_YET_VALID', 'failed: '],
  ['CERT_SIGNATURE_FAILURE', 'failed: '],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'as tls-ca'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'as tls-ca'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'as tls-ca'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'as tls-ca'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'Set tls-server-name'],
  ['HOSTNAME_MISMATCH', 'failed: '],
])('%s cannot be repaired by a retry', (code, meaning) => {
  const cause = systemError(code);
  const error = explainSocketError(cause, server);
  expect(error).toMatchObject({ code, cause, retryable: false });
  expect(error.message).toMatch(/^carbon:2003 .+ \([\w/]+\)$/);
  expect(error.message).toContain(meaning);
});

it('shows the message of an error without a code', () => {
  const error = explainSocketError(new Error('out of luck'), server);
  expect([error.message, error.code]).toEqual(['carbon:2003 failed: out of luck', 'CONNECTION_FAILED']);
});

it('shows the reason of an OpenSSL error and no source line', () => {
  const message = '40:error:0A:SSL routines:ssl3_read_bytes:some alert:../x.c:9:SSL alert number 40\n';
  const cause = Object.assign(new Error(message), { code: 'ERR_SSL_X', reason: 'some alert' });
  expect(explainSocketError(cause, server).message).toBe('carbon:2003 failed: some alert (ERR_SSL_X)');
  const bare = explainSocketError(new Error('one\n  two\n'), server);
  expect(bare.message).toBe('carbon:2003 failed: one two');
});

it('explains the errors of several addresses by their code, or by that of the first', () => {
  const errors = [systemError('ENETUNREACH'), systemError('ECONNREFUSED')];
  const first = explainSocketError(new AggregateError(errors), server);
  expect(first).toMatchObject({ code: 'ENETUNREACH', message: expect.stringContaining('no network') });
  const named = Object.assign(new AggregateError(errors), { code: 'ECONNREFUSED' });
  expect(explainSocketError(named, server)).toMatchObject({ code: 'ECONNREFUSED', cause: named });
});

it.each(['CRL_HAS_EXPIRED', 'INVALID_CA', 'INVALID_PURPOSE', 'PATH_LENGTH_EXCEEDED', 'HOSTNAME_MISMATCH'])(
  'does not retry after %s, which is about a certificate',
  (code) => {
    const cause = Object.assign(new Error('the certificate is wrong'), { code });
    expect(explainSocketError(cause, server)).toMatchObject({ code, retryable: false });
  },
);
