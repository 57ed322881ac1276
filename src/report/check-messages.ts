import type { CheckFigures, MetricVerdict } from '../model/verdict.ts';
import { countVerdicts, explainVerdict } from './verdict-words.ts';

/** The messages of a check in a log, one for each kind; undefined for a kind without findings. */
interface CheckMessages {
  /** Findings that fail the step. */
  readonly failing?: string;
  /** Findings that are bad but do not fail the step. */
  readonly worse?: string;
  readonly unusual?: string;
  /** The number of each verdict; undefined if nothing was judged. */
  readonly overview?: string;
}

const MAX_NAMED = 10;

/** The findings of a check as messages: those that fail the step, then the rest by severity. */
export function listMessages({ metrics, failing }: CheckFigures): CheckMessages {
  const failed = new Set(failing);
  const counted = metrics.filter(({ isCounted }) => isCounted);
  const others = counted.filter(({ path }) => !failed.has(path));
  const pick = (...verdicts: string[]): readonly MetricVerdict[] =>
    others.filter(({ verdict }) => verdicts.includes(verdict));
  const fatal = counted.filter(({ path }) => failed.has(path));
  return {
    ...format('failing', 'fail-on counts these as failures', fatal),
    ...format('worse', 'Worse than earlier runs', pick('limit', 'regressed')),
    ...format('unusual', 'Unusual compared with earlier runs', pick('unusual')),
    ...(metrics.length === 0 ? {} : { overview: `Compared with earlier runs: ${countVerdicts(metrics)}.` }),
  };
}

function format<Key extends keyof CheckMessages>(
  key: Key,
  head: string,
  metrics: readonly MetricVerdict[],
): Partial<Record<Key, string>> {
  if (metrics.length === 0) return {};
  const named = metrics.slice(0, MAX_NAMED).map((metric) => `${metric.path} ${explainVerdict(metric)}`);
  const rest = metrics.length - named.length;
  const text = [...named, ...(rest > 0 ? [`… and ${rest} more`] : [])].join('\n');
  return { [key]: `${head}:\n${text}` } as Partial<Record<Key, string>>;
}
