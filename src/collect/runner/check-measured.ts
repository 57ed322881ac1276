import { MAX_TIMESTAMP } from '../../format/parse-value.ts';
import type { Faults } from '../../model/faults.ts';
import type { CollectedMetric } from '../../model/metric.ts';
import { isRecord } from '../../util/values.ts';
import type { CollectedRunner } from './collect-runner.ts';

/**
 * Checks a result of `measureRunner`, which may have passed through a file or another process. Any other value is a
 * fault and returns undefined.
 */
export function checkMeasured(given: unknown, faults: Faults): CollectedRunner | undefined {
  const { metrics, figures } = isRecord(given) ? given : {};
  const isWhole = Array.isArray(metrics) && metrics.every(isMetric) && isRecord(figures);
  if (isWhole && Array.isArray(figures['slots'])) return given as CollectedRunner;
  faults.add({
    location: 'runnerMetrics',
    rule: 'it is what the end of a measurement resolved to',
    cure: 'Give it (await measureRunner()).end(), awaited.',
  });
  return undefined;
}

function isMetric(metric: unknown): metric is CollectedMetric {
  if (!isRecord(metric)) return false;
  const { nodes, value, timestamp } = metric;
  const hasNames = Array.isArray(nodes) && nodes.every((node) => typeof node === 'string');
  return hasNames && Number.isFinite(value) && (timestamp === undefined || isTimestamp(timestamp));
}

function isTimestamp(seconds: unknown): boolean {
  return Number.isInteger(seconds) && Number(seconds) >= 1 && Number(seconds) <= MAX_TIMESTAMP;
}
