export type { CollectedMetric } from '../format/metric.ts';
