import { formatFault } from '../model/errors.ts';
import type { Faults } from '../model/faults.ts';
import type { Delivery, Result } from '../model/result.ts';
import type { CheckFigures } from '../model/verdict.ts';
import type { Config } from '../options/config.ts';
import type { FormattedRun } from './format-sources.ts';
import type { WindowSender } from './window-sender.ts';

/** Remarks of a run besides its delivery. */
export interface Remarks {
  readonly warnings: string[];
  /** Remarks that need no action. */
  readonly notices: string[];
  /** Returns the verdicts on its values, always the same; undefined without `check`. */
  judge?: (() => CheckFigures) | undefined;
}

/** A run from its checked options to its end. */
export interface Run {
  readonly config: Config;
  readonly formatted: FormattedRun;
  readonly sender: WindowSender;
  readonly remarks: Remarks;
}

/**
 * The Result of a run that ended as `delivery`. `spoolProblem` says why undelivered lines could not be kept, if the
 * run's error does not say it.
 */
export function toResult(
  run: Run,
  end: { readonly delivery: Delivery; readonly spoolProblem?: string | undefined },
): Result {
  const { delivery, spoolProblem } = end;
  const { config, formatted, sender, remarks } = run;
  const { sources, lines: formatter, rules, faults } = formatted;
  const { evidence, notes = [], ...delivered } = sender.toFacts();
  const { renames: renamed, zeroNotice, timeWarning } = formatter.remarks;
  const check = remarks.judge?.();
  const renames = [...config.renames, ...(sources.collected.length > 0 ? config.scopeRenames : [])];
  const notices = [...remarks.notices, ...(zeroNotice === undefined ? [] : [zeroNotice])];
  return {
    delivery,
    ...(evidence === undefined || delivery !== 'confirmed' ? {} : { evidence }),
    ...delivered,
    linesMade: sender.linesMade,
    points: rules.points,
    renamed: [...renames, ...renamed.first],
    renamedCount: renames.length + renamed.count,
    ...(config.derivedSource === undefined ? {} : { derivedSource: config.derivedSource }),
    ...(faults.rejected.count === 0 ? {} : { rejected: toRejected(faults.rejected) }),
    ...(formatter.hashed === undefined ? {} : { hashed: formatter.hashed }),
    ...(sources.figures === undefined ? {} : { figures: sources.figures }),
    ...(check === undefined ? {} : { check }),
    ...(notices.length === 0 ? {} : { notices }),
    warnings: [
      ...config.warnings,
      ...sources.warnings,
      ...(timeWarning === undefined ? [] : [timeWarning]),
      ...(formatter.warning === undefined ? [] : [formatter.warning]),
      ...remarks.warnings,
      ...notes,
      ...(spoolProblem === undefined ? [] : [spoolProblem]),
    ],
  };
}

function toRejected({ first, count }: Faults['rejected']): Result['rejected'] & object {
  return { first: first.map(formatFault), count };
}
