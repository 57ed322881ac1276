import type { Faults } from '../model/faults.ts';
import type { Options } from '../options/options.ts';
import { resolveVerify } from '../options/resolve-verify.ts';
import type { Console } from './console.ts';
import type { Flags } from './flags.ts';
import { toOptions } from './to-options.ts';

/** The options of a command that asks Graphite; faults are collected, also those of the credentials. */
export function readGraphiteFlags(
  { graphiteUrl, graphiteUser, history, source, timestamp }: Flags,
  context: { readonly console: Console; readonly env: NodeJS.ProcessEnv; readonly faults: Faults },
): Options {
  const options = toOptions({ graphiteUrl, graphiteUser, history, source, timestamp }, context);
  resolveVerify({ ...options, verify: false }, context.faults);
  return options;
}
