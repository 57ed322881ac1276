import { InputError } from '../model/errors.ts';
import type { Faults, InputPart } from '../model/faults.ts';
import type { TlsConfig } from '../options/config.ts';
import { decodeBase64, isKeyLike, toPem } from '../util/pem-text.ts';
import { cureShellPath } from '../util/text.ts';
import { findDerFault, PemFault, pickCertificates, pickPair } from './pem-blocks.ts';
import { decodeText, readBytes } from './read-text.ts';

const CURE = 'Give PEM text, or the path of a PEM file.';

/** Reads the certificates that are given by path, and checks that TLS can use them. Faults are collected. */
export async function readPems(written: TlsConfig, faults: Faults): Promise<TlsConfig> {
  const before = faults.count;
  const config = {
    ca: await readPem(written.ca, { origin: 'tls-ca', faults }),
    cert: await readPem(written.cert, { origin: 'tls-cert', faults }),
    key: await readPem(written.key, { origin: 'tls-key', faults }),
    serverName: written.serverName,
  };
  return faults.count === before ? pickParts({ read: config, written }, faults) : config;
}

async function readPem(
  value: string | undefined,
  { origin: location, faults }: InputPart,
): Promise<string | undefined> {
  if (value === undefined) return undefined;
  const pem = toPem(value);
  if (pem !== undefined) return pem;
  const packed = decodeBase64(value);
  const der = packed && findDerFault(packed);
  if (der !== undefined) {
    faults.add({ location, ...der });
    return undefined;
  }
  try {
    const bytes = await readBytes(value, location);
    const binary = findDerFault(bytes);
    if (binary !== undefined) {
      faults.add({ location, ...binary, value });
      return undefined;
    }
    const text = decodeText(bytes, location);
    return toPem(text) ?? text;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // A value that is not a path may be a key in an unknown format.
    const isShown = location !== 'tls-key' && !isKeyLike(value);
    const rule = isShown
      ? error.faults[0]?.rule
      : 'it is neither PEM text nor the path of a file that can be read';
    const cure = isShown ? cureShellPath(value) : undefined;
    faults.add({ location, rule: rule ?? '', ...(isShown ? { value } : {}), cure: cure ?? CURE });
    return undefined;
  }
}

/** Checks each part with TLS, one after the other, so that the fault names the option. */
function pickParts(
  { read, written }: { readonly read: TlsConfig; readonly written: TlsConfig },
  faults: Faults,
): TlsConfig {
  const parts = { ca: read.ca, cert: read.cert, key: read.key };
  let chain: readonly string[] = [];
  const steps = [
    {
      location: 'tls-ca',
      from: written.ca,
      pick: (): void => {
        if (parts.ca !== undefined) parts.ca = pickCertificates(parts.ca).join('\n');
      },
    },
    {
      location: 'tls-cert',
      from: written.cert,
      pick: (): void => {
        if (parts.cert !== undefined) chain = pickCertificates(parts.cert);
      },
    },
    {
      location: 'tls-key',
      from: written.key,
      pick: (): void => {
        if (parts.key !== undefined && chain.length > 0) Object.assign(parts, pickPair(chain, parts.key));
      },
    },
  ];
  for (const { location, from, pick } of steps) {
    try {
      pick();
    } catch (error) {
      // The path, if one was given; a PEM text is never shown.
      const shown = from === undefined || toPem(from) !== undefined ? {} : { value: from };
      const { rule, cure } =
        error instanceof PemFault
          ? error
          : { rule: `it is not the PEM that is needed (${(error as Error).message})`, cure: CURE };
      faults.add({ location, rule, ...shown, cure });
      break;
    }
  }
  return { ...parts, serverName: read.serverName };
}
