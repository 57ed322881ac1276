import { joinPath, type PathRules } from '../format/path.ts';
import type { Faults } from '../model/faults.ts';
import type { CheckConfig } from './config.ts';
import type { Limit } from './find-limit.ts';
import type { Options } from './options.ts';
import { resolveAccess } from './resolve-verify.ts';

const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, y: 365 };
/** The groups that `auto` chooses other than `ci`. */
const OTHER_GROUPS: readonly string[] = ['ci-pull-requests', 'ci-branches'];

/** Checks the options of `check`; faults are collected. Undefined without `check`. */
export async function resolveCheck(
  options: Options,
  { group, paths, faults }: { readonly group: string; readonly paths: PathRules; readonly faults: Faults },
): Promise<CheckConfig | undefined> {
  const limits = options.limits === undefined ? [] : await readLimits(options.limits, faults);
  if (!options.check) return undefined;
  const access = resolveAccess(options, { reader: 'check', faults });
  if (access === undefined) return undefined;
  const isAuto = options.group === 'auto' && OTHER_GROUPS.includes(group);
  const given = options.checkAgainst === 'auto' ? undefined : options.checkAgainst;
  const written = given ?? (isAuto ? 'ci' : undefined);
  const against = written === undefined ? group : joinPath([paths.formatDotted(written)]);
  if (against === '' && written !== undefined && written.trim() !== '') {
    const rule = 'it is a dotted path with a letter or a digit';
    faults.add({ location: 'check-against', rule, value: written, cure: 'Name a group, such as ci.' });
  }
  return { access, limits, failOn: options.failOn, spanDays: toDays(options.history), group, against };
}

/** Most runs have no limits, so their parser is loaded on demand. */
async function readLimits(written: unknown, faults: Faults): Promise<readonly Limit[]> {
  return (await import('./limits.ts')).parseLimits(written, faults);
}

/** `90d`, `12w` or `2y`, as it was read. */
export function toDays(span: string): number {
  return Number.parseInt(span, 10) * (DAYS[span.slice(-1)] ?? 1);
}
