import type { LineFormatter } from '../format/line-formatter.ts';
import type { Delivery, Point, Result } from '../model/result.ts';
import type { CheckFigures } from '../model/verdict.ts';
import type { Config } from '../options/config.ts';
import type { Sources } from '../read/sources.ts';
import type { DeliveryFacts } from './window-sender.ts';

/** What a run saw beside its delivery. */
export interface Remarks {
  readonly warnings: string[];
  /** What needs no action. */
  readonly notices: string[];
  /** What the history says of its values; absent where that was not asked for. */
  check?: CheckFigures | undefined;
}

/** Everything that is known of a run. */
export interface RunFacts {
  readonly config: Config;
  readonly sources: Sources;
  readonly formatter: Pick<LineFormatter, 'renames' | 'hashed' | 'warning'>;
  readonly delivered: DeliveryFacts;
  readonly linesMade: number;
  /** The first lines of the run. */
  readonly points: readonly Point[];
  readonly remarks: Remarks;
  /** Why a part of the delivery could not be kept, where that is not in the run's error. */
  readonly spoolProblem: string | undefined;
}

/** The Result of a run that ended as `delivery`. */
export function toResult(delivery: Delivery, facts: RunFacts): Result {
  const { config, sources, formatter, linesMade, points, remarks, spoolProblem } = facts;
  const { evidence, notes = [], ...delivered } = facts.delivered;
  return {
    delivery,
    ...(evidence === undefined || delivery !== 'confirmed' ? {} : { evidence }),
    ...delivered,
    linesMade,
    points,
    renamed: [...config.renames, ...formatter.renames.first],
    renamedCount: config.renames.length + formatter.renames.count,
    ...(formatter.hashed === undefined ? {} : { hashed: formatter.hashed }),
    ...(sources.figures === undefined ? {} : { figures: sources.figures }),
    ...(remarks.check === undefined ? {} : { check: remarks.check }),
    ...(remarks.notices.length === 0 ? {} : { notices: remarks.notices }),
    warnings: [
      ...config.warnings,
      ...sources.warnings,
      ...(formatter.warning === undefined ? [] : [formatter.warning]),
      ...remarks.warnings,
      ...notes,
      ...(spoolProblem === undefined ? [] : [spoolProblem]),
    ],
  };
}
