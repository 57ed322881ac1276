import { expect } from 'vitest';
import type { CarbonServer } from '../support/carbon-server.ts';

/** One metric as a test sends it, and as the receiver must store it. */
export interface Sample {
  readonly metric: string;
  readonly value: number;
  readonly timestamp: number;
}

/** Values at the limits of a double. The others are fractions without a short decimal. */
const EDGES = [0, -0, -1, 0.1, 1 / 3, 1e21, 1e-7, 5e-324, 1.7976931348623157e308, 9007199254740991];

/** Distinct names, values and timestamps. */
export function makeSamples(count: number): Sample[] {
  return Array.from({ length: count }, (_, index) => ({
    metric: `${['build', 'test', 'size'][index % 3]}.m${index}`,
    value: EDGES[index] ?? (index % 2 === 0 ? index / 7 : -index / 7),
    timestamp: 1_700_000_000 + index,
  }));
}

/** The decimal text of a value; `-0` keeps its sign. */
export function formatNumber(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

/** The samples as plain lines. */
export function toLines(samples: readonly Sample[]): string {
  return samples.map((one) => `${one.metric} ${formatNumber(one.value)} ${one.timestamp}\n`).join('');
}

/** The samples as a YAML list. */
export function toYaml(samples: readonly Sample[]): string {
  const items = samples.map(({ metric, value, timestamp }) => {
    return `- metric: ${metric}\n  value: ${formatNumber(value)}\n  timestamp: ${timestamp}\n`;
  });
  return items.join('');
}

/** The samples as a JSON list. */
export function toJson(samples: readonly Sample[]): string {
  const items = samples.map(({ metric, value, timestamp }) => {
    return `{"metric":"${metric}","value":${formatNumber(value)},"timestamp":${timestamp}}`;
  });
  return `[${items.join(',\n')}]`;
}

/** Reads every path back and compares its points, value and timestamp. Only the sign of zero may be lost. */
export async function expectStored(
  cache: CarbonServer,
  prefix: string,
  samples: readonly Sample[],
): Promise<void> {
  const points = await cache.readPoints(samples.map(({ metric }) => `${prefix}.${metric}`));
  const wrong = samples.flatMap((one) => {
    const found = points.get(`${prefix}.${one.metric}`) ?? [];
    const [timestamp, value] = found[0] ?? [];
    const isSame = found.length === 1 && timestamp === one.timestamp && value === one.value;
    return isSame ? [] : [{ ...one, found }];
  });
  expect({ read: points.size, wrong: wrong.slice(0, 10), wrongCount: wrong.length }).toEqual({
    read: samples.length,
    wrong: [],
    wrongCount: 0,
  });
}
