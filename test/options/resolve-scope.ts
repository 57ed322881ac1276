import { Faults } from '../../src/model/faults.ts';
import type { Rename } from '../../src/model/result.ts';
import { resolveConfig } from '../../src/options/resolve.ts';
import type { PublishOptions, RunContext } from '../../src/options/types.ts';

/** The scope that options come to, and the renames that are told; throws the faults. */
export async function resolveScope(
  options: PublishOptions,
  context: Partial<RunContext>,
): Promise<{ scope: string; renames: readonly Rename[] }> {
  const faults = new Faults();
  const given = { server: 'carbon', group: 'g', source: '', ...options };
  const { lines, renames } = await resolveConfig(given, { face: 'library', nowMs: 0, ...context }, faults);
  faults.throwIfAny();
  return { scope: lines.scope, renames };
}
