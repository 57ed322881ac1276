import type { Faults } from '../model/faults.ts';
import type { TlsConfig } from './config.ts';
import type { Options } from './options.ts';
import { parseServerName } from './parse-server.ts';

/** The TLS settings, each certificate as written: PEM text or a path; faults are collected. Undefined without `tls`. */
export function resolveTls(options: Options, faults: Faults): TlsConfig | undefined {
  const { tls, tlsCa: ca, tlsCert: cert, tlsKey: key, tlsServerName: serverName } = options;
  if (!tls) {
    const given = { 'tls-ca': ca, 'tls-cert': cert, 'tls-key': key, 'tls-server-name': serverName };
    for (const [location, value] of Object.entries(given))
      if (value !== undefined) faults.add({ location, rule: 'it needs tls', cure: 'Turn tls on.' });
    return undefined;
  }
  if ((cert === undefined) !== (key === undefined)) {
    const [location, other] = cert === undefined ? ['tls-cert', 'tls-key'] : ['tls-key', 'tls-cert'];
    faults.add({ location, rule: `it is needed with ${other}`, cure: 'Give both or neither.' });
  }
  return { ca, cert, key, serverName: resolveServerName(serverName, faults) };
}

function resolveServerName(written: string | undefined, faults: Faults): string | undefined {
  if (written === undefined) return undefined;
  const parsed = parseServerName(written);
  if ('ok' in parsed) return parsed.ok;
  faults.add({ location: 'tls-server-name', value: written, ...parsed });
  return undefined;
}
