import { type FailureCode, SendError } from '../model/errors.ts';

/** How a connection ended before this side sent its FIN. */
export interface EarlyClose {
  readonly verb: 'closed' | 'reset';
  readonly phase: 'handshake' | 'sending';
  readonly isSecure: boolean;
}

/** Made on demand: most runs need none. */
const listCauses = () => ({
  handshake:
    'during the TLS handshake: most likely it does not use TLS, like Carbon itself. Turn tls off, or give the port of the TLS terminator.',
  secure:
    'after the TLS handshake and before this side did: what it carried is in doubt. A TLS terminator does so when its backend refuses, or when it does not accept the certificate of this side.',
  plain:
    'before this side did: what it carried is in doubt. A line receiver does so only when it stops. A port for pickles or cache queries does so always, as do a TLS port (turn tls on) and a proxy whose backend refuses.',
});

/** Explains why a close by the other side is a failure, and which kind of port closes early. */
export function explainEarlyClose(server: string, { verb, phase, isSecure }: EarlyClose): SendError {
  const { handshake, secure, plain } = listCauses();
  const cause = phase === 'handshake' ? handshake : isSecure ? secure : plain;
  return new SendError(`${server} ${verb} the connection ${cause}`, {
    retryable: true,
    code: verb === 'reset' ? 'ECONNRESET' : ('CLOSED_EARLY' satisfies FailureCode),
  });
}

/** The first byte of a TLS record, and the second byte of every version: RFC 8446, section 5.1. */
const TLS_ALERT = 0x15;
const TLS_HANDSHAKE = 0x16;
const TLS_VERSION = 0x03;

/**
 * The error for a server that sends data. A Carbon line receiver never does: it is a web server or another protocol's
 * port.
 */
export function explainAnswer(server: string, answer: Uint8Array): SendError {
  const [type = 0, version] = answer;
  const isTls = (type === TLS_ALERT || type === TLS_HANDSHAKE) && version === TLS_VERSION;
  const isHttp = Buffer.from(answer.subarray(0, 5)).toString('latin1') === 'HTTP/';
  const kind = isTls
    ? 'It uses TLS: turn tls on.'
    : `${isHttp ? 'It is a web server. ' : ''}Check the port (2003 by default).`;
  return new SendError(`${server} answered, which no Carbon line receiver does. ${kind}`, {
    retryable: false,
    code: 'ANSWERED' satisfies FailureCode,
  });
}
