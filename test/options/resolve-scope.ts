import { Faults } from '../../src/model/faults.ts';
import type { Rename } from '../../src/model/result.ts';
import type { WrittenOptions } from '../../src/options/options.ts';
import { readOptions } from '../../src/options/read-options.ts';
import { resolveConfig } from '../../src/options/resolve.ts';
import type { RunContext } from '../../src/options/run-context.ts';

/** The scope that options produce, and the reported renames. Throws the faults. */
export async function resolveScope(
  options: WrittenOptions,
  context: Partial<RunContext>,
): Promise<{ scope: string; renames: readonly Rename[] }> {
  const faults = new Faults();
  const { face = 'action' } = context;
  const given = { server: 'carbon', group: 'g', source: '', ...options };
  const read = readOptions(given, { face, faults });
  const { lines, renames, scopeRenames } = await resolveConfig(read, { nowMs: 0, ...context, face, faults });
  faults.throwIfAny();
  return { scope: lines.scope, renames: [...renames, ...scopeRenames] };
}
