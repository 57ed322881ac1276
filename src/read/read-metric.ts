import { toText } from '../model/errors.ts';
import type { Faults } from '../model/faults.ts';
import type { WrittenMetric } from '../model/metric.ts';
import type { Options } from '../options/options.ts';

/** The metric of `metric` and `value`; undefined if neither is given. */
export function readMetric(options: Options, faults: Faults): WrittenMetric[] {
  const { metric = '', value } = options;
  if (metric !== '' && value !== undefined) return [{ origin: 'metric', name: metric, value }];
  if (metric !== '') {
    faults.add({
      location: 'metric',
      rule: 'a metric needs a value',
      value: metric,
      cure: 'Set value to a number.',
      metric,
    });
  }
  if (metric === '' && value !== undefined && value !== '') {
    const cure = 'Set metric to its name.';
    faults.add({ location: 'value', rule: 'a value needs a metric', value: toText(value), cure });
  }
  return [];
}
