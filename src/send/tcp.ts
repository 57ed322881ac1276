import { connect, isIP, type Socket, type TcpNetConnectOpts } from 'node:net';
import type { Limits, TlsConfig } from '../options/config.ts';
import { formatServer, type Server } from '../options/parse-server.ts';
import { SUSPECT_MS } from './hold.ts';
import type { NamedHost } from './named-host.ts';
import { TcpConnection } from './tcp-connection.ts';
import type { Connect, Ending } from './transport.ts';

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
  /** The least delay of the next FIN; above 0 until a connection ends well. */
  let minHoldMs = 0;
  let isTracked = false;

  const createSocket = async (place: TcpNetConnectOpts): Promise<Socket> => {
    if (tls === undefined) return connect(place);
    return (await import('./tls.ts')).connectTls(place, tls);
  };

  return async ({ signal }) => {
    if (isIP(server.host) === 0) {
      const { NamedHost } = await import('./named-host.ts');
      namedHost ??= new NamedHost(server.host, { server: name, limitMs: limits.connectMs });
    }
    const socket = await createSocket({ ...target, ...(await namedHost?.find(signal)) });
    namedHost?.watch(socket);
    const connection = new TcpConnection(socket, { server: name, limits, tls, signal, minHoldMs, isTracked });
    minHoldMs = Math.max(minHoldMs, SUSPECT_MS);
    await connection.open();
    const { remoteAddress } = socket;

    const proveIdle = async (ending: Ending): Promise<Ending> => {
      const { idleMs, proof } = connection;
      if (ending.kind !== 'confirmed' || idleMs === undefined) return ending;
      // A proxy closes each connection after the same time: the next one outlasts it before its FIN.
      minHoldMs = Math.max(minHoldMs, idleMs);
      const { proveIdle } = await import('./prove-idle.ts');
      const place = remoteAddress === undefined ? target : { ...target, ...pinTo(remoteAddress) };
      const options = { server: name, limits, tls, signal, minHoldMs, isTracked };
      const probe = new TcpConnection(await createSocket(place), options);
      return proveIdle(probe, {
        ending,
        idleMs,
        lostRow: proof?.isRowLost === true ? proof : undefined,
        signal,
      });
    };

    return {
      server: name,
      write: (bytes) => connection.write(bytes),
      finish: async () => {
        const ending = await proveIdle(await connection.finish());
        isTracked = ending.kind === 'confirmed' && ending.evidence === 'kernel';
        if (ending.kind === 'confirmed') {
          minHoldMs = 0;
          namedHost?.trust(remoteAddress);
        }
        return ending;
      },
      destroy: () => connection.destroy(),
    };
  };
}

/** The same host by one of its addresses only. TLS still checks its name. */
function pinTo(address: string): Partial<TcpNetConnectOpts> {
  const addresses = [{ address, family: isIP(address) }];
  return {
    // biome-ignore lint/complexity/useMaxParams: Node calls it.
    lookup: (_host, _options, callback) => callback(null, addresses),
    autoSelectFamily: true,
  };
}
