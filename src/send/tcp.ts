import { connect, isIP, type TcpNetConnectOpts } from 'node:net';
import type { Limits } from '../options/config.ts';
import { formatServer, type Server } from '../options/parse-server.ts';
import type { TlsConfig } from '../options/tls-config.ts';
import type { NamedHost } from './named-host.ts';
import { TcpConnection } from './tcp-connection.ts';
import type { Connect } from './transport.ts';

/** Creates the connect function of one Carbon line receiver. It remembers how the last connection ended. */
export function createTcp(
  server: Server,
  { limits, tls }: { readonly limits: Limits; readonly tls: TlsConfig | undefined },
): Connect {
  const name = formatServer(server);
  const target: TcpNetConnectOpts = {
    host: server.host,
    port: server.port,
    // Keeps our side open after the receiver's close; otherwise an early close would look like the answer to our FIN.
    allowHalfOpen: true,
    noDelay: true,
  };
  let namedHost: NamedHost | undefined;
  let isSuspect = false;
  let isTracked = false;

  return async ({ signal }) => {
    if (isIP(server.host) === 0) {
      const { NamedHost } = await import('./named-host.ts');
      namedHost ??= new NamedHost(server.host, { server: name, limitMs: limits.connectMs });
    }
    const place = { ...target, ...(await namedHost?.find(signal)) };
    const socket = tls === undefined ? connect(place) : (await import('./tls.ts')).connectTls(place, tls);
    namedHost?.watch(socket);
    const connection = new TcpConnection(socket, name, { limits, tls, signal, isSuspect, isTracked });
    // Until the connection ends well.
    isSuspect = true;
    await connection.open();
    const { remoteAddress } = socket;
    return {
      server: name,
      write: (bytes) => connection.write(bytes),
      finish: async () => {
        const ending = await connection.finish();
        isSuspect = ending.kind !== 'confirmed';
        isTracked = ending.kind === 'confirmed' && ending.evidence === 'kernel';
        if (!isSuspect) namedHost?.trust(remoteAddress);
        return ending;
      },
      destroy: () => connection.destroy(),
    };
  };
}
