export { CarbonClient } from './carbon-client.ts';
export type { CollectedRunner } from './collect/runner/collect-runner.ts';
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
export type { ReportOptions } from './config/report-options.ts';
export { CarbonError, type Fault, InputError, SendError } from './errors.ts';
export type {
  CoverageFigure,
  Figures,
  JobFigures,
  MeanAndMax,
  ReportCounts,
  RunnerFigures,
  RunnerSlot,
  SizeFigure,
  StepFigure,
  SuiteFigures,
  TestCounts,
  TestFigures,
} from './figures.ts';
export type { CollectedMetric, Tags } from './format/metric.ts';
export type { Delivery, NumberedNames, Point, Rename, Result } from './result.ts';
export type { RunnerMeasurement } from './sampler/measure-runner.ts';
export {
  type BulkUpdateOptions,
  bulkUpdate,
  type MeasureOptions,
  measureRunner,
  report,
  type UpdateOptions,
  update,
} from './update.ts';
