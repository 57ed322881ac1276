export { CarbonClient } from './carbon-client.ts';
export type {
  MetricData,
  MetricEntry,
  MetricItem,
  MetricTree,
  MetricValue,
  Progress,
  PublishOptions,
  SendOptions,
  Timestamp,
} from './config/publish-options.ts';
export { CarbonError, type Fault, InputError, SendError } from './errors.ts';
export type { Tags } from './format/metric.ts';
export type { Delivery, Point, Rename, Result } from './result.ts';
export { type BulkUpdateOptions, bulkUpdate, type UpdateOptions, update } from './update.ts';
