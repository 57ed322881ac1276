import type { Faults } from '../model/faults.ts';
import type { Options } from './options.ts';

/** How to read back what was sent. */
export interface VerifyConfig {
  readonly access: { readonly url: URL; readonly authorization?: string };
  readonly timeoutMs: number;
}

/** Checks the options for reading back; faults are gathered. Nothing where that is not asked for. */
export function resolveVerify(options: Options, faults: Faults): VerifyConfig | undefined {
  const authorization = resolveAuthorization(options, faults);
  if (!options.verify) return undefined;
  if (options.graphiteUrl === undefined) {
    const cure = 'Write it like https://graphite.example.com.';
    faults.add({ location: 'graphite-url', rule: 'verify needs it', value: '', cure });
    return undefined;
  }
  const url = new URL(options.graphiteUrl);
  const access = { url, ...(authorization === undefined ? {} : { authorization }) };
  return { access, timeoutMs: options.verifyTimeout * 1000 };
}

function resolveAuthorization(options: Options, faults: Faults): string | undefined {
  const { graphiteUser: user = '', graphitePassword: password = '', graphiteToken: token = '' } = options;
  if (token !== '' && (user !== '' || password !== '')) {
    faults.add({
      location: 'graphite-token',
      rule: 'it stands instead of a user and a password',
      cure: 'Keep one.',
    });
    return undefined;
  }
  if (token !== '') return checkHeader(`Bearer ${token}`, 'graphite-token', faults);
  if (user === '' && password === '') return undefined;
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

function checkHeader(header: string, location: string, faults: Faults): string | undefined {
  if (/^[\x20-\x7e]+$/.test(header)) return header;
  faults.add({ location, rule: 'it is printable ASCII', cure: 'Is a line break left at its end?' });
  return undefined;
}
