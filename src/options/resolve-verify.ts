import { Faults, type InputPart } from '../model/faults.ts';
import type { GraphiteAccess, VerifyConfig } from './config.ts';
import type { Options } from './options.ts';

/** Checks the options for reading back; faults are collected. Undefined without `verify`. */
export function resolveVerify(options: Options, faults: Faults): VerifyConfig | undefined {
  const authorization = resolveAuthorization(options, faults);
  const access = options.verify ? toAccess(options, { authorization, reader: 'verify', faults }) : undefined;
  return access && { access, timeoutMs: options.verifyTimeout * 1000 };
}

/**
 * The address and credentials of Graphite for `reader`. Faults of the address are collected here, those of the
 * credentials by `resolveVerify`.
 */
export function resolveAccess(
  options: Options,
  { reader, faults }: { readonly reader: string; readonly faults: Faults },
): GraphiteAccess | undefined {
  const authorization = resolveAuthorization(options, new Faults());
  return toAccess(options, { authorization, reader, faults });
}

function toAccess(
  { graphiteUrl }: Options,
  given: { readonly authorization: string | undefined; readonly reader: string; readonly faults: Faults },
): GraphiteAccess | undefined {
  const { authorization, reader, faults } = given;
  if (graphiteUrl === undefined) {
    // One that is given and wrong has its own fault.
    if (faults.has('graphite-url')) return undefined;
    const cure = 'Write it like https://graphite.example.com.';
    faults.add({ location: 'graphite-url', rule: `${reader} needs it`, cure });
    return undefined;
  }
  return { url: new URL(graphiteUrl), ...(authorization === undefined ? {} : { authorization }) };
}

function resolveAuthorization(options: Options, faults: Faults): string | undefined {
  const { graphiteUser: user = '', graphitePassword: password = '', graphiteToken: token = '' } = options;
  if (token !== '' && (user !== '' || password !== '')) {
    faults.add({
      location: 'graphite-token',
      rule: 'it replaces user and password, so only one of the two can be given',
      cure: 'Keep one.',
    });
    return undefined;
  }
  if (token !== '') return checkHeader(`Bearer ${token}`, { origin: 'graphite-token', faults });
  if (user === '' && password === '') return undefined;
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

function checkHeader(header: string, { origin: location, faults }: InputPart): string | undefined {
  if (/^[\x20-\x7e]+$/.test(header)) return header;
  faults.add({ location, rule: 'it is printable ASCII', cure: 'Is a line break left at its end?' });
  return undefined;
}
