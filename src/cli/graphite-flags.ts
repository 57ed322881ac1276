import type { Faults } from '../model/faults.ts';
import type { Options } from '../options/options.ts';
import { type GraphiteConfig, resolveAccess, resolveVerify } from '../options/resolve-verify.ts';
import type { Console } from './console.ts';
import type { Flags } from './flags.ts';
import { toOptions } from './to-options.ts';

/** The options of a command that asks Graphite, and its address and credentials for `reader`; faults are collected. */
export function readGraphiteFlags(
  { graphiteUrl, graphiteUser, history, source, timestamp }: Flags,
  context: { readonly console: Console; readonly env: NodeJS.ProcessEnv; readonly faults: Faults },
  reader: string,
): { readonly options: Options; readonly access: GraphiteConfig | undefined } {
  const { faults } = context;
  const options = toOptions({ graphiteUrl, graphiteUser, history, source, timestamp }, context);
  // An invalid address is a fault already, and not absent.
  const isInvalid = graphiteUrl !== undefined && options.graphiteUrl === undefined && faults.count > 0;
  resolveVerify({ ...options, verify: false }, faults);
  return { options, access: isInvalid ? undefined : resolveAccess(options, reader, faults) };
}
