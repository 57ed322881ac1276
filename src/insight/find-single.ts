import { type ComparedValue, type Finding, HALFWAY, matters, type Rules, toChange } from './finding.ts';
import { median, neighbourNoise, quantileOfSorted, robustDeviation, sortNumbers } from './statistics.ts';

/** The runs that a single value is compared with. */
export const BASE_RUNS = 40;
const STEADY_SHARE = 0.7;

/** Whether at least 70 % of the neighbouring pairs of the last 40 runs are equal. */
export function isSteady(values: readonly number[]): boolean {
  const recent = values.slice(-BASE_RUNS);
  const equal = recent.filter((value, index) => index > 0 && value === recent[index - 1]).length;
  return equal >= STEADY_SHARE * (recent.length - 1);
}

/** For a counted, steady value, every change is real, except one that came and went before. */
export function findStep({ values, value }: ComparedValue, rules: Rules): Finding | undefined {
  const last = values.at(-1) as number;
  const change = { before: last, after: value };
  if (!matters(change, rules)) return undefined;
  const bar = last + HALFWAY * (value - last);
  const direction = value > last ? 1 : -1;
  const isFar = (one: number): boolean => direction * (one - bar) >= 0;
  const returns = values.filter((one, index) => {
    const before = values[index - 1];
    return before !== undefined && isFar(before) && !isFar(one);
  }).length;
  return returns >= 2 ? undefined : { direction, runs: 1, ...toChange(change) };
}

/** The change of a single run that deviates more than any earlier run. */
export function findOutlier(
  { values, value }: ComparedValue,
  rules: Rules,
): { readonly change?: number } | undefined {
  const { worse, metrics } = rules;
  const isPositive = value > 0 && values.every((one) => one > 0);
  const scale = (one: number): number => (isPositive ? Math.log(one) : one);
  const baseValues = values.slice(-BASE_RUNS);
  const base = baseValues.map(scale);
  const center = median(base);
  const residuals = sortNumbers(base.map((one) => Math.abs(one - center)));
  const spread = Math.max(
    robustDeviation(base, center),
    neighbourNoise(base),
    quantileOfSorted(residuals, 0.9) / 1.645,
    1e-9,
  );
  const distance = scale(value) - center;
  const direction = distance > 0 ? 1 : -1;
  if (Math.abs(distance) <= Math.sqrt(36 + 2 * Math.log(metrics)) * spread) return undefined;
  const change = { before: median(baseValues), after: value };
  if ((worse !== 0 && direction !== worse) || !matters(change, rules)) return undefined;
  const bar = center + HALFWAY * distance;
  if (values.some((one) => direction * (scale(one) - bar) >= 0)) return undefined;
  return toChange(change);
}
