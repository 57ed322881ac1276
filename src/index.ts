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
export type {
  CoverageFigure,
  Figures,
  JobFigures,
  MeanAndMax,
  RunnerFigures,
  RunnerSlot,
  SizeFigure,
  StepFigure,
  SuiteFigures,
  TestCounts,
  TestFigures,
} from './figures.ts';
export type { Tags } from './format/metric.ts';
export type { Delivery, NumberedNames, Point, Rename, Result } from './result.ts';
export {
  type BulkUpdateOptions,
  bulkUpdate,
  type ReportOptions,
  report,
  type UpdateOptions,
  update,
} from './update.ts';
