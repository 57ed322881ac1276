import type { Figures, StepFigure } from './figures.ts';
import type { CollectedMetric } from './metric.ts';

/** What the program collected: metrics, and the figures behind them for the summary. */
export interface Collected {
  readonly metrics: readonly CollectedMetric[];
  readonly figures: Figures;
  /** The job's finished steps. */
  readonly steps?: readonly StepFigure[];
  /** What could not be collected, and why. */
  readonly warnings?: readonly string[];
  /** The same, if that may be intended. */
  readonly notices?: readonly string[];
}

/** Joins the results of several collectors. */
export function joinCollected(parts: readonly Collected[]): Collected {
  const steps = parts.flatMap((part) => part.steps ?? []);
  return {
    metrics: parts.flatMap(({ metrics }) => metrics),
    figures: Object.assign({}, ...parts.map(({ figures }) => figures)),
    warnings: parts.flatMap(({ warnings = [] }) => warnings),
    notices: parts.flatMap(({ notices = [] }) => notices),
    ...(steps.length === 0 ? {} : { steps }),
  };
}
