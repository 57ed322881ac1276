import type { Collected } from '../config/publish-options.ts';

/** What several collectors found, as one. */
export function joinCollected(parts: readonly Collected[]): Collected {
  const steps = parts.flatMap((part) => part.steps ?? []);
  return {
    metrics: parts.flatMap(({ metrics }) => metrics),
    figures: Object.assign({}, ...parts.map(({ figures }) => figures)),
    warnings: parts.flatMap(({ warnings = [] }) => warnings),
    ...(steps.length === 0 ? {} : { steps }),
  };
}
