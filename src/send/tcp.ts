import { connect, isIP, type Socket, type TcpNetConnectOpts } from 'node:net';
import { formatServer, type Server } from '../config/parse-server.ts';
import type { TlsConfig } from '../config/tls-config.ts';
import { type ConnectOptions, TcpConnection } from './tcp-connection.ts';
import type { Connection } from './transport.ts';

/** How long one address of a name is waited for before the next is tried beside it. */
const NEXT_ADDRESS_AFTER_MS = 1000;

/** Opens a connection to a Carbon line receiver. @throws {SendError} */
export async function connectTcp(server: Server, options: ConnectOptions): Promise<Connection> {
  const target = {
    host: server.host,
    port: server.port,
    // The receiver's close must not end our side: then nothing would tell it from a close after our own.
    allowHalfOpen: true,
    noDelay: true,
    autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_AFTER_MS,
  };
  const socket = options.tls === undefined ? connect(target) : await connectTls(target, options.tls);
  const connection = new TcpConnection(socket, formatServer(server), options);
  await connection.open();
  return connection;
}

async function connectTls(target: TcpNetConnectOpts, tls: TlsConfig): Promise<Socket> {
  const { checkServerIdentity, connect: connectSecurely } = await import('node:tls');
  const { ca, cert, key } = tls;
  const serverName = tls.serverName ?? target.host ?? '';
  return connectSecurely({
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
