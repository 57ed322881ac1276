import { connect, type TcpNetConnectOpts } from 'node:net';
import type { Limits } from '../options/config.ts';
import { formatServer, type Server } from '../options/parse-server.ts';
import type { TlsConfig } from '../options/tls-config.ts';
import { TcpConnection } from './tcp-connection.ts';
import type { Connect, Connection } from './transport.ts';

/** How long one address of a name is waited for before the next is tried. */
const NEXT_ADDRESS_AFTER_MS = 1000;

/** The way to one Carbon line receiver. It remembers how the connection before ended. */
export function createTcp(
  server: Server,
  { limits, tls }: { readonly limits: Limits; readonly tls: TlsConfig | undefined },
): Connect {
  let isSuspect = false;

  const open = async (signal: AbortSignal): Promise<Connection> => {
    const target: TcpNetConnectOpts = {
      host: server.host,
      port: server.port,
      // The receiver's close must not end our side: then nothing would tell it from a close after our own.
      allowHalfOpen: true,
      noDelay: true,
      autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_AFTER_MS,
    };
    const socket = tls === undefined ? connect(target) : (await import('./tls.ts')).connectTls(target, tls);
    const connection = new TcpConnection(socket, formatServer(server), { limits, tls, signal, isSuspect });
    // Until it ends well it is not known to.
    isSuspect = true;
    await connection.open();
    return connection;
  };

  return async ({ signal }) => {
    const connection = await open(signal);
    return {
      server: connection.server,
      write: (bytes) => connection.write(bytes),
      finish: async () => {
        const ending = await connection.finish();
        isSuspect = ending.kind !== 'confirmed';
        return ending;
      },
      destroy: () => connection.destroy(),
    };
  };
}
