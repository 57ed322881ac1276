import { Faults } from '../../src/model/faults.ts';
import type { Result } from '../../src/model/result.ts';
import type { WrittenOptions } from '../../src/options/options.ts';
import { readOptions } from '../../src/options/read-options.ts';
import type { RunContext } from '../../src/options/run-context.ts';
import { publish } from '../../src/publish/publish.ts';

/** Reads options and publishes, as every face does. */
export async function publishWritten(
  written: WrittenOptions,
  context: Omit<RunContext, 'faults'> & Partial<Pick<RunContext, 'faults'>>,
): Promise<Result> {
  const { faults = new Faults(), face } = context;
  return publish(readOptions(written, { face, faults }), { ...context, faults });
}
