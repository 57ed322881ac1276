import type { Faults } from '../model/faults.ts';
import type { TlsConfig } from './config.ts';
import type { Options } from './options.ts';

/** The TLS settings, each certificate as written: PEM text or a path. Undefined without `tls`. */
export function resolveTls(options: Options, faults: Faults): TlsConfig | undefined {
  const given = {
    'tls-ca': options.tlsCa,
    'tls-cert': options.tlsCert,
    'tls-key': options.tlsKey,
    'tls-server-name': options.tlsServerName,
  };
  if (!options.tls) {
    for (const [location, value] of Object.entries(given)) {
      if (value !== undefined) faults.add({ location, rule: 'it needs tls', cure: 'Turn tls on.' });
    }
    return undefined;
  }
  if ((given['tls-cert'] === undefined) !== (given['tls-key'] === undefined)) {
    const [location, other] =
      given['tls-cert'] === undefined ? ['tls-cert', 'tls-key'] : ['tls-key', 'tls-cert'];
    faults.add({ location, rule: `it is needed with ${other}`, cure: 'Give both or neither.' });
  }
  return {
    ca: given['tls-ca'],
    cert: given['tls-cert'],
    key: given['tls-key'],
    serverName: given['tls-server-name'],
  };
}
