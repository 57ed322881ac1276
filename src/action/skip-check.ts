import type { Inputs } from './inputs.ts';
import { findMissingSecretsCause } from './missing-secrets.ts';
import { print } from './print.ts';

/** The inputs without `check` if the address of Graphite is a secret that this run does not get. */
export function skipCheckWithoutSecrets(inputs: Inputs, env: NodeJS.ProcessEnv): Inputs {
  const { check, graphiteUrl } = inputs.publish;
  const cause = check && graphiteUrl === undefined ? findMissingSecretsCause(env) : undefined;
  if (cause === undefined) return inputs;
  print.notice(`The check is skipped: ${cause} has no secrets, and graphite-url is empty.`);
  return { ...inputs, publish: { ...inputs.publish, check: false } };
}
