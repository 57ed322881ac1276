import { toCamelCase } from '../options/named-rows.ts';
import { listOptions } from '../options/options.ts';
import { variableOf } from '../options/variables.ts';
import { isKeyLike } from '../util/pem-text.ts';
import type { Flags } from './flags.ts';

/** A warning for each secret on the command line, which every process of the machine can read. */
export function warnOfExposedSecrets(flags: Flags): readonly string[] {
  return listOptions('cli').flatMap((row) => {
    const text = flags[toCamelCase(row.cli?.option ?? row.name)];
    const isSecret = row.secret === true && typeof text === 'string' && text !== '';
    // A path is not a secret.
    if (!isSecret || (row.kind === 'pem' && !isKeyLike(text) && !text.includes('PRIVATE KEY-----')))
      return [];
    return [
      `${row.name}: it is on the command line, which every process of this machine can read. Give it in the environment variable ${variableOf(row)}.`,
    ];
  });
}
