import { type FailureCode, isTlsCode, SendError } from '../model/errors.ts';

const MEANING: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refused the connection: nothing listens there. Check host and port, and that Carbon runs.',
  ECONNRESET: 'reset the connection before everything was confirmed.',
  EPIPE: 'closed the connection while metrics were being written.',
  ENOTFOUND: 'is not known: the host name has no address. Check its spelling and the DNS of this machine.',
  EAI_AGAIN: 'could not be looked up: the name server gave no answer.',
  EHOSTUNREACH: 'cannot be reached: no route, or a firewall answers for it.',
  ENETUNREACH: 'cannot be reached: this machine has no network to it.',
  EACCES: 'may not be reached from here: a firewall or policy forbids it.',
  EADDRNOTAVAIL: 'cannot be reached: this machine has no address to reach it from.',
  ETIMEDOUT: 'did not answer in time.',
  EPROTO: 'does not use TLS, or no safe version of it. Check the port and tls.',
  ERR_SSL_WRONG_VERSION_NUMBER: 'does not use TLS. Check the port, or leave tls out.',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'does not use TLS. Check the port, or leave tls out.',
  CERT_HAS_EXPIRED:
    'shows a certificate that has expired. Renew it; if it is still valid, set the clock of this machine.',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'shows a certificate that it signed itself. Give it, or its authority, as tls-ca.',
  SELF_SIGNED_CERT_IN_CHAIN:
    'shows a certificate of an authority that is not trusted. Give the authority as tls-ca.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'shows a certificate of an authority that is not known. Give the authority as tls-ca.',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    'shows a certificate of an authority that is not known. Give the authority as tls-ca.',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'shows a certificate of another name. Set tls-server-name if that name is right.',
};

/** What a TLS alert means. The alert is about the client certificate, or about its absence. */
const ALERTS: Readonly<Record<string, string>> = {
  CERTIFICATE_REQUIRED: 'requires a client certificate. Give it as tls-cert, and its key as tls-key.',
  HANDSHAKE_FAILURE:
    'ended the TLS handshake. If it requires a client certificate, give tls-cert and tls-key; otherwise the two sides share no cipher.',
  BAD_CERTIFICATE:
    'does not accept the certificate of this side, or the lack of one. Give one that it trusts as tls-cert.',
  UNSUPPORTED_CERTIFICATE:
    'cannot use the certificate of this side. Give one for clients, of a common kind, as tls-cert.',
  CERTIFICATE_UNKNOWN: 'does not accept the certificate of this side. Give one that it trusts as tls-cert.',
  CERTIFICATE_REVOKED: 'says that the certificate of this side was revoked. Give another one as tls-cert.',
  CERTIFICATE_EXPIRED: 'says that the certificate of this side has expired. Give a newer one as tls-cert.',
  UNKNOWN_CA:
    'does not know the authority of the certificate of this side. Give one of an authority that it trusts as tls-cert.',
  ACCESS_DENIED: 'rejects the client certificate. Give one that it accepts as tls-cert.',
  PROTOCOL_VERSION: 'uses no safe version of TLS: 1.2 or newer is required.',
};

/** Turns a system error of a connection into a {@link SendError} that explains it. `server` is `host:port`. */
export function explainSocketError(error: NodeJS.ErrnoException, server: string): SendError {
  const first = error instanceof AggregateError ? (error.errors[0] as NodeJS.ErrnoException) : error;
  const code = error.code ?? first.code;
  const meaning = (code === undefined ? undefined : findMeaning(code)) ?? `failed: ${formatReason(first)}`;
  const suffix = code === undefined ? '' : ` (${code})`;
  return new SendError(`${server} ${meaning}${suffix}`, {
    retryable: !isTlsCode(code ?? ''),
    code: code ?? ('CONNECTION_FAILED' satisfies FailureCode),
    cause: error,
  });
}

/** The error for a server that does not answer a connection attempt. */
export function explainNoConnection(
  server: string,
  { connectMs, isSecure }: { readonly connectMs: number; readonly isSecure: boolean },
): SendError {
  const cause = isSecure
    ? 'It does not use TLS, like Carbon itself (then turn tls off), or a firewall drops packets.'
    : 'A firewall that drops packets is the usual cause.';
  const message = `${server} did not accept a connection within ${connectMs / 1000} s. ${cause}`;
  return new SendError(message, { retryable: true, code: 'ETIMEDOUT' });
}

/** The error for a server that does not read. */
export function explainStalledWrite(server: string, writeMs: number): SendError {
  const message = `${server} accepted no bytes for ${writeMs / 1000} s: it hangs, or it is overloaded.`;
  return new SendError(message, { retryable: true, code: 'ETIMEDOUT' });
}

function findMeaning(code: string): string | undefined {
  // Newer versions of OpenSSL name an alert "SSL/TLS", older ones "SSLV3".
  const [, alert] = /^ERR_SSL_(?:SSLV3|SSL\/TLS|TLSV1|TLSV13)_ALERT_(\w+)$/.exec(code) ?? [];
  return MEANING[code] ?? (alert === undefined ? undefined : ALERTS[alert]);
}

/** The message of an OpenSSL error is a line of its source code; its reason is readable. */
function formatReason(error: Error & { readonly reason?: unknown }): string {
  const text = typeof error.reason === 'string' ? error.reason : error.message;
  return text.replace(/\s+/g, ' ').trim();
}
