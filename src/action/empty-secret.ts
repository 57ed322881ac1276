import type { Options } from '../options/options.ts';

/** Whether a secret that the options need may be missing. Most steps lack nothing. */
export function mayMissSecret(options: Options): boolean {
  const { verify, graphiteToken, graphitePassword } = options;
  const hasNoLogin = isEmpty(graphiteToken) && isEmpty(graphitePassword);
  return findEmptySecret(options) !== undefined || (verify && hasNoLogin);
}

/** The input of a required secret that is empty. */
export function findEmptySecret(options: Options): string | undefined {
  const { server, dryRun, tlsCert, tlsKey, verify, graphiteUrl } = options;
  const { graphiteUser, graphitePassword, graphiteToken } = options;
  if (isEmpty(server) && !dryRun) return 'server';
  if (isEmpty(tlsKey) && !isEmpty(tlsCert)) return 'tls-key';
  if (isEmpty(tlsCert) && !isEmpty(tlsKey)) return 'tls-cert';
  if (verify && isEmpty(graphiteUrl)) return 'graphite-url';
  const isHalf = !isEmpty(graphiteUser) && isEmpty(graphitePassword) && isEmpty(graphiteToken);
  return verify && isHalf ? 'graphite-password' : undefined;
}

function isEmpty(text: string | undefined): boolean {
  return text === undefined || text === '';
}
