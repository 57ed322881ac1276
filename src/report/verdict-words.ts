import { type MetricVerdict, VERDICTS } from '../model/verdict.ts';
import { findUnit, formatCount } from './amounts.ts';
import { formatBytes, formatDuration } from './quantities.ts';

/** The number of verdicts of each kind, the worst first: `2 regressed, 1 unusual, 40 ok`. */
export function countVerdicts(metrics: readonly MetricVerdict[]): string {
  return VERDICTS.flatMap((verdict) => {
    const count = metrics.filter((metric) => metric.verdict === verdict).length;
    return count === 0 ? [] : [`${formatCount(count)} ${verdict}`];
  }).join(', ');
}

/** An arrow in the better direction; empty if there is none. */
export function formatDirection({ better }: Pick<MetricVerdict, 'better'>): string {
  return { lower: '↓', higher: '↑', neither: '' }[better];
}

/** A value with the unit of the metric's name. */
export function formatAmount(path: string, value: number): string {
  const unit = findUnit(path);
  if (unit === 's' && value >= 0) return formatDuration(value);
  if (unit === 'B' && value >= 0) return formatBytes(value);
  // Of a count, every digit matters.
  const isLarge = Math.abs(value) >= 1000 && Math.abs(value) < 1e15;
  const text = isLarge ? formatCount(value) : String(Number(value.toPrecision(4)));
  return unit === '' ? text : `${text} ${unit}`;
}

/** A range of values: `302–331 s` if both have one unit. */
export function formatRange(path: string, range: readonly [number, number] | undefined): string {
  if (range === undefined) return '–';
  const [low, high] = range.map((value) => formatAmount(path, value));
  if (low === high) return low ?? '–';
  // Only a number with one unit may leave it to the other: "5 min 1 s" is two.
  const [, unit] = /^-?[\d.,]+( \S+)$/.exec(high ?? '') ?? [];
  const [, number] = /^(-?[\d.,]+) \S+$/.exec(low ?? '') ?? [];
  const start = number !== undefined && low === `${number}${unit}` ? number : low;
  return `${start}–${high}`;
}

/** A change as a percentage with its sign: `+17 %`, `−4.4 %`. */
export function formatChange(change: number | undefined): string {
  const percent = 100 * Math.abs(change ?? Number.NaN);
  if (change === undefined || !Number.isFinite(percent)) return '';
  const amount = percent.toFixed(percent < 10 ? 1 : 0);
  // A change of few of many: "+0.0 %" would be none.
  const shown = amount === '0.0' && percent >= 0.001 ? percent.toPrecision(1) : amount;
  return Number(shown) === 0 ? '' : `${change < 0 ? '−' : '+'}${shown} %`;
}

/** The verdict and its reason: `regressed +17 %: 3 runs in a row, since 26 Nov 14:02 UTC`. */
export function explainVerdict(metric: MetricVerdict): string {
  const { verdict, change, runs = 1, since, limit, history } = metric;
  const head = [verdict, formatChange(change)].filter((part) => part !== '').join(' ');
  switch (verdict) {
    case 'limit':
      return limit === undefined ? head : `${head}: ${explainLimit(metric, limit)}`;
    case 'regressed':
    case 'improved': {
      if (runs === 1) return `${head} in this run`;
      const start = since === undefined ? '' : `, since ${formatTime(since)}`;
      return `${head}: ${runs} runs in a row${start}`;
    }
    case 'unusual':
      return runs === 1 ? `${head}: one run; the next two decide` : `${head}: ${runs} runs in a row`;
    case 'short':
      return `short: ${history} ${history === 1 ? 'run' : 'runs'} so far`;
    default:
      return head;
  }
}

/** `above max 300`; with both numbers if they look alike in their unit. */
function explainLimit(
  { path, value }: MetricVerdict,
  { name, value: bound }: NonNullable<MetricVerdict['limit']>,
): string {
  const side = name === 'max' ? 'above' : 'below';
  const amount = formatAmount(path, bound);
  return formatAmount(path, value) === amount
    ? `${value} is ${side} ${name} ${bound}`
    : `${side} ${name} ${amount}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Without a year, a day of an earlier year would look like one of this year. */
const OLD_SECONDS = 300 * 86_400;

/** A time in UTC: `26 Nov 14:02 UTC`; with its year if that is long before `nowSeconds`. */
export function formatTime(epochSeconds: number, nowSeconds = epochSeconds): string {
  const at = new Date(1000 * epochSeconds);
  const [hours, minutes] = [at.getUTCHours(), at.getUTCMinutes()].map((part) =>
    String(part).padStart(2, '0'),
  );
  const year = nowSeconds - epochSeconds > OLD_SECONDS ? ` ${at.getUTCFullYear()}` : '';
  return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]}${year} ${hours}:${minutes} UTC`;
}

const BARS = '▁▂▃▄▅▆▇█';

/** One bar for each value, from the lowest to the highest; all low if the values are equal. */
export function formatSparkline(values: readonly number[]): string {
  // The difference of two very large numbers is infinite, that of their halves is not.
  const halves = values.map((value) => value / 2);
  const least = Math.min(...halves);
  const span = Math.max(...halves) - least;
  return halves
    .map(
      (value) =>
        BARS[span === 0 ? 0 : Math.min(BARS.length - 1, Math.floor(((value - least) / span) * BARS.length))],
    )
    .join('');
}
