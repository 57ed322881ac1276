import type { Options } from '../options/options.ts';
import { resolveAccess } from '../options/resolve-verify.ts';
import type { RunContext } from '../options/run-context.ts';
import { prepare } from '../publish/prepare.ts';
import { diagnose } from './diagnose.ts';
import type { Finding } from './finding.ts';

/** A point that takes longer counts as missing, whatever `verify-timeout` is. */
const MAX_READ_BACK_MS = 30_000;

/**
 * Checks the path to Carbon and Graphite that the options describe, and prints one finding per check. Returns whether none
 * was bad. @throws {InputError} if an option is wrong; nothing was checked then.
 */
export async function runDoctor(
  options: Options,
  given: {
    readonly context: RunContext;
    readonly signal: AbortSignal;
    readonly print: (finding: Finding) => void;
  },
): Promise<boolean> {
  const { context, signal, print } = given;
  const { faults } = context;
  if (options.dryRun) {
    const rule = 'doctor connects and stores a point, so it has no dry run';
    faults.add({ location: 'dry-run', rule, cure: 'Leave it out.' });
  }
  const config = await prepare({ ...options, dryRun: false }, context);
  const access =
    options.graphiteUrl === undefined ? undefined : resolveAccess(options, { reader: 'doctor', faults });
  faults.throwIfAny('Nothing was checked.');
  const group = options.group === 'auto' ? (context.autoGroup ?? 'ci') : options.group;
  return diagnose({
    config,
    group: config.lines.paths.formatDotted(group),
    access,
    readBackMs: Math.min(options.verifyTimeout * 1000, MAX_READ_BACK_MS),
    report: print,
    signal,
  });
}
