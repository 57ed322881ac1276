import { SendError } from '../errors.ts';

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
  EPROTO: 'does not speak TLS, or not a version of it that is safe. Check the port and tls.',
  ERR_SSL_WRONG_VERSION_NUMBER: 'does not speak TLS. Check the port, or leave tls out.',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'does not speak TLS. Check the port, or leave tls out.',
  CERT_HAS_EXPIRED: 'shows a certificate that has expired.',
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

/** A system error of a connection as a {@link SendError} that says what it means. `server` is `host:port`. */
export function explainSocketError(error: NodeJS.ErrnoException, server: string): SendError {
  const first = error instanceof AggregateError ? (error.errors[0] as NodeJS.ErrnoException) : error;
  const code = error.code ?? first.code;
  const meaning = (code === undefined ? undefined : MEANING[code]) ?? `failed: ${first.message}`;
  const suffix = code === undefined ? '' : ` (${code})`;
  return new SendError(`${server} ${meaning}${suffix}`, { retryable: !isFinal(code), code, cause: error });
}

/** A certificate does not get better by asking again. */
function isFinal(code: string | undefined): boolean {
  return /^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|EPROTO$|HOSTNAME_MISMATCH$)/.test(
    code ?? '',
  );
}
