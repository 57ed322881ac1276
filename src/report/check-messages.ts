import { quote } from '../model/errors.ts';
import type { CheckFigures, MetricVerdict, UnusedLimit } from '../model/verdict.ts';
import { countVerdicts, explainVerdict } from './verdict-words.ts';

/** The messages of a check in a log, one for each kind; undefined for a kind without findings. */
interface CheckMessages {
  /** Findings that fail the step. */
  readonly failing?: string;
  /** Findings that are bad but do not fail the step. */
  readonly worse?: string;
  readonly unusual?: string;
  /** Patterns of `limits` without effect that are probably mistakes. */
  readonly mistaken?: string;
  /** Other patterns that match nothing. One leg of a matrix has not all names, so this is no finding. */
  readonly unmatched?: string;
  /** The number of each verdict; undefined if nothing was judged. */
  readonly overview?: string;
}

const MAX_NAMED = 10;

/** The findings of a check as messages: those that fail the step, then the rest by severity. */
export function listMessages({ metrics, failing, unusedLimits = [] }: CheckFigures): CheckMessages {
  const failed = new Set(failing);
  const counted = metrics.filter(({ isCounted }) => isCounted);
  const others = counted.filter(({ path }) => !failed.has(path));
  const pick = (...verdicts: string[]): readonly MetricVerdict[] =>
    others.filter(({ verdict }) => verdicts.includes(verdict));
  const fatal = counted.filter(({ path }) => failed.has(path));
  return {
    ...format('failing', { head: 'fail-on counts these as failures', metrics: fatal }),
    ...format('worse', { head: 'Worse than earlier runs', metrics: pick('limit', 'regressed') }),
    ...format('unusual', { head: 'Unusual compared with earlier runs', metrics: pick('unusual') }),
    ...formatUnused(unusedLimits),
    ...(metrics.length === 0 ? {} : { overview: `Compared with earlier runs: ${countVerdicts(metrics)}.` }),
  };
}

function format<Key extends keyof CheckMessages>(
  key: Key,
  { head, metrics }: { readonly head: string; readonly metrics: readonly MetricVerdict[] },
): Partial<Record<Key, string>> {
  if (metrics.length === 0) return {};
  const lines = takeFirst(metrics.map((metric) => `${metric.path} ${explainVerdict(metric)}`));
  return { [key]: `${head}:\n${lines.join('\n')}` } as Partial<Record<Key, string>>;
}

function formatUnused(unused: readonly UnusedLimit[]): Pick<CheckMessages, 'mistaken' | 'unmatched'> {
  const mistaken = unused.filter(({ suggestion, behind }) => (suggestion ?? behind) !== undefined);
  const unmatched = unused.filter((one) => !mistaken.includes(one)).map(({ pattern }) => quote(pattern));
  return {
    ...(mistaken.length === 0
      ? {}
      : { mistaken: `limits without effect:\n${takeFirst(mistaken.map(explainUnused)).join('\n')}` }),
    ...(unmatched.length === 0
      ? {}
      : { unmatched: `limits that match no compared metric: ${takeFirst(unmatched).join(', ')}.` }),
  };
}

function explainUnused({ pattern, suggestion, behind }: UnusedLimit): string {
  return behind === undefined
    ? `${quote(pattern)} matches no compared metric. ${suggestion ?? ''}`
    : `${quote(pattern)} comes after ${quote(behind)}, which matches its metrics too. Write it first.`;
}

function takeFirst(texts: readonly string[]): readonly string[] {
  const rest = texts.length - MAX_NAMED;
  return [...texts.slice(0, MAX_NAMED), ...(rest > 0 ? [`… and ${rest} more`] : [])];
}
