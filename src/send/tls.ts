import { isIP, type Socket, type TcpNetConnectOpts } from 'node:net';
import { checkServerIdentity, connect } from 'node:tls';
import type { TlsConfig } from '../options/tls-config.ts';

/** Begins a connection that speaks TLS; the receiver's certificate must be right. */
export function connectTls(target: TcpNetConnectOpts, tls: TlsConfig): Socket {
  const { ca, cert, key } = tls;
  // RFC 6066, section 3: the name is without the dot at its end, though the name server may be asked with it.
  const serverName = (tls.serverName ?? target.host ?? '').replace(/\.$/, '');
  return connect({
    ...target,
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    // An address is no name that a client may ask for; the certificate is checked against it all the same.
    ...(isIP(serverName) === 0 ? { servername: serverName } : {}),
    rejectUnauthorized: true,
    checkServerIdentity: (_, certificate) => checkServerIdentity(serverName, certificate),
  });
}
