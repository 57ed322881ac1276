export type { CollectedRunner } from './collect/runner/collect-runner.ts';
export { type HistoryPoint, type Judgement, type JudgeOptions, judge } from './insight/judge.ts';
export { CarbonClient } from './library/carbon-client.ts';
export { resultOf } from './library/library-call.ts';
export { measureRunner } from './library/measure-runner.ts';
export { type EventOptions, type SentEvent, sendEvent } from './library/send-event.ts';
export {
  type BulkUpdateOptions,
  bulkUpdate,
  check,
  report,
  type UpdateOptions,
  update,
} from './library/update.ts';
export {
  CarbonError,
  type FailureCode,
  type Fault,
  InputError,
  SendError,
} from './model/errors.ts';
export type {
  CoverageFigure,
  Figures,
  JobFigures,
  MeanAndMax,
  ReportCounts,
  RunnerFigures,
  RunnerSlot,
  SizeFigure,
  SlowTest,
  StepFigure,
  SuiteFigures,
  TestCounts,
  TestFailure,
  TestFigures,
  TestName,
} from './model/figures.ts';
export type { CollectedMetric, Tags } from './model/metric.ts';
export type { Delivery, HashedNames, Point, Rename, Result } from './model/result.ts';
export type { CheckFigures, MetricVerdict, UnusedLimit, Verdict } from './model/verdict.ts';
export type { MeasureOptions, ReportOptions, SendOptions } from './options/library-options.ts';
export type {
  MetricData,
  MetricEntry,
  MetricItem,
  MetricLimit,
  MetricTree,
  MetricValue,
  Progress,
  Timestamp,
} from './options/types.ts';
export type { RunnerMeasurement } from './sampler/runner-measurement.ts';
