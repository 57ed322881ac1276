import { isIP, type Socket, type TcpNetConnectOpts } from 'node:net';
import { checkServerIdentity, connect } from 'node:tls';
import type { TlsConfig } from '../options/config.ts';

/** Starts a TLS connection and verifies the receiver's certificate. */
export function connectTls(target: TcpNetConnectOpts, tls: TlsConfig): Socket {
  const { ca, cert, key } = tls;
  // RFC 6066, section 3: the server name has no final dot, although DNS allows one.
  const serverName = (tls.serverName ?? target.host ?? '').replace(/\.$/, '');
  return connect({
    ...target,
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    // TLS has no server name for an IP address; the certificate is still checked against the address.
    ...(isIP(serverName) === 0 ? { servername: serverName } : {}),
    rejectUnauthorized: true,
    checkServerIdentity: (_, certificate) => checkServerIdentity(serverName, certificate),
  });
}
