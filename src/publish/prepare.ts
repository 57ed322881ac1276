import type { Faults } from '../model/faults.ts';
import type { Config } from '../options/config.ts';
import type { Options } from '../options/options.ts';
import { resolveConfig } from '../options/resolve.ts';
import type { RunContext } from '../options/run-context.ts';
import { checkSpool } from '../spool/spool-folder.ts';

/** Checks the options for sending, and reads the certificates. Faults are collected. */
export async function prepare(options: Options, context: RunContext, faults: Faults): Promise<Config> {
  const config = await resolveConfig(options, context, faults);
  if (config.spool !== undefined) checkSpool(config.spool, faults);
  if (config.tls === undefined) return config;
  const { readPems } = await import('../read/pem.ts');
  return { ...config, tls: await readPems(config.tls, faults) };
}
