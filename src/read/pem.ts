import { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { InputError } from '../model/errors.ts';
import type { Faults } from '../model/faults.ts';
import type { TlsConfig } from '../options/tls-config.ts';
import { isKeyLike, toPem } from '../util/pem-text.ts';
import { readText } from './read-text.ts';

const CURE = 'Give PEM text, or the path of a PEM file.';

/** Reads the certificates that were named by a path, and checks that TLS can use them; faults are gathered. */
export async function readPems(written: TlsConfig, faults: Faults): Promise<TlsConfig> {
  const before = faults.count;
  const config = {
    ca: await readPem(written.ca, 'tls-ca', faults),
    cert: await readPem(written.cert, 'tls-cert', faults),
    key: await readPem(written.key, 'tls-key', faults),
    serverName: written.serverName,
  };
  if (faults.count === before) checkTls(config, written, faults);
  return config;
}

async function readPem(
  value: string | undefined,
  location: string,
  faults: Faults,
): Promise<string | undefined> {
  if (value === undefined) return undefined;
  const pem = toPem(value);
  if (pem !== undefined) return pem;
  try {
    const text = await readText(value, location);
    return toPem(text) ?? text;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // What is no path may be a key in a form that is not known as one.
    const isShown = location !== 'tls-key' && !isKeyLike(value);
    const rule = isShown
      ? error.faults[0]?.rule
      : 'it is neither PEM text nor the path of a file that can be read';
    faults.add({ location, rule: rule ?? '', ...(isShown ? { value } : {}), cure: CURE });
    return undefined;
  }
}

/** Tries one part after the other, so that the fault names the option. */
function checkTls({ ca, cert, key }: TlsConfig, written: TlsConfig, faults: Faults): void {
  const checks = [
    { location: 'tls-ca', from: written.ca, check: () => ca !== undefined && readCertificates(ca) },
    { location: 'tls-cert', from: written.cert, check: () => cert !== undefined && readCertificates(cert) },
    {
      location: 'tls-key',
      from: written.key,
      check: () => cert !== undefined && key !== undefined && createSecureContext({ cert, key }),
    },
  ];
  for (const { location, from, check } of checks) {
    try {
      check();
    } catch (error) {
      // The path, where one was given; a PEM text is never shown.
      const shown = from === undefined || toPem(from) !== undefined ? {} : { value: from };
      const rule = `it is not the PEM that is needed (${(error as Error).message})`;
      faults.add({ location, rule, ...shown, cure: CURE });
      return;
    }
  }
}

/** The TLS library passes over what it does not understand, and would then trust nobody. */
function readCertificates(pem: string): void {
  const blocks = pem.match(/-----BEGIN [^-]+-----[\s\S]*?-----END [^-]+-----/g) ?? [];
  if (blocks.length === 0) throw new Error('no certificate');
  for (const block of blocks) new X509Certificate(block);
}
