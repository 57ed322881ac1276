import { toText } from '../model/errors.ts';
import type { WrittenMetric } from '../model/metric.ts';
import { namesSomething } from '../options/named-sources.ts';
import { findOption, nameFor, type Options } from '../options/options.ts';
import type { ReadContext, Sources } from './sources.ts';

/** Everything that a run sends. Most runs name one metric, so the readers of all other sources are loaded on demand. */
export async function openSources(options: Options, context: ReadContext): Promise<Sources> {
  const metric = readMetric(options, context);
  const namesMore = namesSomething(options, { face: context.face, except: ['metric', 'value'] });
  if (namesMore || context.collected !== undefined) {
    const { readNamedSources } = await import('./sources.ts');
    return readNamedSources(options, { ...context, metric });
  }
  const nothing = { collected: [], figures: undefined, problems: [], streams: [], replays: [], warnings: [] };
  return { ...nothing, metrics: [metric], mayBeEmpty: false };
}

/** The metric of `metric` and `value`, as a list. */
function readMetric(options: Options, { face, faults }: ReadContext): WrittenMetric[] {
  const { metric = '', value } = options;
  if (metric !== '' && value !== undefined) return [{ origin: 'metric', name: metric, value }];
  if (metric !== '') {
    const cure = `Set ${nameFor(findOption('value'), face)} to a number.`;
    faults.add({ location: 'metric', rule: 'a metric needs a value', value: metric, cure, metric });
  }
  if (metric === '' && value !== undefined && value !== '') {
    const cure = `Set ${nameFor(findOption('metric'), face)} to its name.`;
    faults.add({ location: 'value', rule: 'a value needs a metric', value: toText(value), cure });
  }
  return [];
}
