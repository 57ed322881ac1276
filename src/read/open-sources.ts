import type { Faults } from '../model/faults.ts';
import { namesSomething } from '../options/named-sources.ts';
import type { Options } from '../options/options.ts';
import { readMetric } from './read-metric.ts';
import type { ReadContext, Sources } from './sources.ts';

/** Everything that a run sends. Most runs name one metric, so the readers of all other sources are loaded on demand. */
export async function openSources(options: Options, context: ReadContext, faults: Faults): Promise<Sources> {
  const namesMore = namesSomething(options, context.face, ['metric', 'value']);
  if (namesMore || context.collected !== undefined) {
    const { readNamedSources } = await import('./sources.ts');
    return readNamedSources(options, context, faults);
  }
  const nothing = { collected: [], figures: undefined, problems: [], streams: [], replays: [], warnings: [] };
  return { ...nothing, metrics: [readMetric(options, faults)], mayBeEmpty: false };
}
