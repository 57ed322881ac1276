import type { LineFormatter } from '../format/line-formatter.ts';
import { formatFault } from '../model/errors.ts';
import type { Faults } from '../model/faults.ts';
import type { Delivery, Point, Result } from '../model/result.ts';
import type { CheckFigures } from '../model/verdict.ts';
import type { Config } from '../options/config.ts';
import type { Sources } from '../read/sources.ts';
import type { DeliveryFacts } from './window-sender.ts';

/** Remarks of a run besides its delivery. */
export interface Remarks {
  readonly warnings: string[];
  /** Remarks that need no action. */
  readonly notices: string[];
  /** Returns the verdicts on its values, always the same; undefined without `check`. */
  judge?: (() => CheckFigures) | undefined;
}

/** Everything that is known about a run. */
export interface RunFacts {
  readonly config: Config;
  readonly sources: Sources;
  readonly formatter: Pick<LineFormatter, 'renames' | 'hashed' | 'warning' | 'timeWarning' | 'zeroNotice'>;
  readonly delivered: DeliveryFacts;
  readonly linesMade: number;
  /** The first lines of the run. */
  readonly points: readonly Point[];
  readonly remarks: Remarks;
  /** Why undelivered lines could not be kept, if the run's error does not say it. */
  readonly spoolProblem: string | undefined;
  /** The metrics that were left out. */
  readonly rejected: Faults['rejected'];
}

/** The Result of a run that ended as `delivery`. */
export function toResult(delivery: Delivery, facts: RunFacts): Result {
  const { config, sources, formatter, linesMade, points, remarks, spoolProblem, rejected } = facts;
  const { evidence, notes = [], ...delivered } = facts.delivered;
  const check = remarks.judge?.();
  const renames = [...config.renames, ...(sources.collected.length > 0 ? config.scopeRenames : [])];
  const notices = [...remarks.notices, ...(formatter.zeroNotice === undefined ? [] : [formatter.zeroNotice])];
  return {
    delivery,
    ...(evidence === undefined || delivery !== 'confirmed' ? {} : { evidence }),
    ...delivered,
    linesMade,
    points,
    renamed: [...renames, ...formatter.renames.first],
    renamedCount: renames.length + formatter.renames.count,
    ...(config.derivedSource === undefined ? {} : { derivedSource: config.derivedSource }),
    ...(rejected.count === 0
      ? {}
      : { rejected: { first: rejected.first.map(formatFault), count: rejected.count } }),
    ...(formatter.hashed === undefined ? {} : { hashed: formatter.hashed }),
    ...(sources.figures === undefined ? {} : { figures: sources.figures }),
    ...(check === undefined ? {} : { check }),
    ...(notices.length === 0 ? {} : { notices }),
    warnings: [
      ...config.warnings,
      ...sources.warnings,
      ...(formatter.timeWarning === undefined ? [] : [formatter.timeWarning]),
      ...(formatter.warning === undefined ? [] : [formatter.warning]),
      ...remarks.warnings,
      ...notes,
      ...(spoolProblem === undefined ? [] : [spoolProblem]),
    ],
  };
}
