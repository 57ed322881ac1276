import type { Faults } from '../model/faults.ts';
import { hideSecrets } from '../util/hide-secrets.ts';
import type { SendOptions } from './types.ts';

/** How to read back what was sent. */
export interface VerifyConfig {
  readonly access: { readonly url: URL; readonly authorization?: string };
  readonly timeoutMs: number;
}

/** Checks the options for reading back, where that is asked for; faults are gathered. */
export function resolveVerify(
  options: SendOptions,
  timeoutMs: number,
  faults: Faults,
): VerifyConfig | undefined {
  const url = resolveUrl(options.graphiteUrl ?? '', faults);
  const authorization = resolveAuthorization(options, faults);
  if (url === undefined) return undefined;
  return { access: { url, ...(authorization === undefined ? {} : { authorization }) }, timeoutMs };
}

function resolveUrl(text: string, faults: Faults): URL | undefined {
  const location = 'graphite-url';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    const rule = text === '' ? 'verify needs it' : 'it is an http or https URL';
    const login = text.includes('@') ? ' A user and a password are graphite-user and graphite-password.' : '';
    const cure = `Write it like https://graphite.example.com.${login}`;
    faults.add({ location, rule, value: hideSecrets(text), cure });
    return undefined;
  }
  if (url.username !== '' || url.password !== '') {
    // The value is not shown: it holds a secret.
    faults.add({ location, rule: 'it holds no password', cure: 'Use graphite-user and graphite-password.' });
    return undefined;
  }
  return url;
}

function resolveAuthorization(options: SendOptions, faults: Faults): string | undefined {
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
