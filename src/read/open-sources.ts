import type { Faults } from '../model/faults.ts';
import type { PublishOptions, RunContext } from '../options/types.ts';
import { readMetric } from './read-metric.ts';
import type { Sources } from './sources.ts';

/** Everything that a run is to send. Most runs name one metric, so what reads all the rest is loaded when it is named. */
export async function openSources(
  options: PublishOptions,
  context: RunContext,
  faults: Faults,
): Promise<Sources> {
  if (namesMore(options) || context.collected !== undefined) {
    const { readNamedSources } = await import('./sources.ts');
    return readNamedSources(options, context, faults);
  }
  const nothing = { collected: [], figures: undefined, problems: [], streams: [], replays: [], warnings: [] };
  return { ...nothing, metrics: [readMetric(options, faults)], mayBeEmpty: false };
}

/** Whether there is more than `metric` and `value`. */
function namesMore(options: PublishOptions): boolean {
  const { data, dataFile, dataFormat, file, replay } = options;
  const { junit, coverage, sizes, jobStatus, jobStartedAt } = options;
  return [data, dataFile, dataFormat, file, replay, junit, coverage, sizes, jobStatus, jobStartedAt].some(
    (one) => one !== undefined && one !== '',
  );
}
