import { connect } from 'node:net';
import { formatServer, type Server } from '../options/parse-server.ts';
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
  const { tls } = options;
  const socket = tls === undefined ? connect(target) : (await import('./tls.ts')).connectTls(target, tls);
  const connection = new TcpConnection(socket, formatServer(server), options);
  await connection.open();
  return connection;
}
