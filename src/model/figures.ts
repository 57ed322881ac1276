/** What the run knows about its job beyond single metrics, for the summary. */
export interface Figures {
  readonly tests?: TestFigures;
  readonly coverage?: readonly CoverageFigure[];
  readonly sizes?: readonly SizeFigure[];
  readonly job?: JobFigures;
  readonly runner?: RunnerFigures;
  readonly reports?: ReportCounts;
}

/** The number of counted reports of each source. */
export interface ReportCounts {
  readonly junit?: number;
  readonly coverage?: number;
}

/** Counts of test cases, each case once. */
export interface TestFigures extends TestCounts {
  /** The suites in the order of the reports; empty if they are not counted. */
  readonly suites: readonly SuiteFigures[];
  /**
   * The first hundred cases that failed or had an error, in the order of the reports. Absent if no report names one.
   */
  readonly failures?: readonly TestFailure[];
  /** The five slowest cases, the slowest first. Absent if no case has a time. */
  readonly slowest?: readonly SlowTest[];
}

/** How a report names a test case; its texts are what the report says, cut to 200 characters. */
export interface TestName {
  readonly name: string;
  /** Its class, else its file, else its suite. Absent if the report has none of them. */
  readonly parent?: string;
}

export interface TestFailure extends TestName {
  /** The first line of what the report says of the failure. */
  readonly message?: string;
}

export interface SlowTest extends TestName {
  readonly durationSeconds: number;
}

export interface SuiteFigures extends TestCounts {
  readonly name: string;
}

/** `total` is the sum of passed, failed, errors and skipped; `flaky` is a part of passed. */
export interface TestCounts {
  readonly total: number;
  readonly passed: number;
  readonly failed: number;
  readonly errors: number;
  readonly skipped: number;
  readonly flaky: number;
  /** Undefined if cases ran and none of their times is known. */
  readonly durationSeconds?: number;
}

export interface CoverageFigure {
  readonly kind: 'lines' | 'branches' | 'functions' | 'statements';
  readonly covered: number;
  readonly total: number;
}

export interface SizeFigure {
  readonly name: string;
  readonly bytes: number;
  readonly gzipBytes: number;
  readonly files: number;
}

/** How a job ended, in GitHub's words. */
export type JobStatus = 'success' | 'failure' | 'cancelled';

export interface JobFigures {
  readonly status: JobStatus;
  readonly durationSeconds: number;
  /** The finished steps in order; empty if GitHub was not asked or did not answer. */
  readonly steps: readonly StepFigure[];
}

export interface StepFigure {
  readonly name: string;
  /** Epoch seconds; `endedAt` is never before `startedAt`. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly isSuccess: boolean;
}

/** The measurements of the runner by slot, sorted by time. */
export interface RunnerFigures {
  readonly slotSeconds: number;
  readonly slots: readonly RunnerSlot[];
}

export interface RunnerSlot {
  /** Epoch seconds: the start of the slot. */
  readonly startedAt: number;
  /** Undefined if this system does not provide it. */
  readonly cpuPercent?: MeanAndMax;
  readonly memoryUsedBytes?: MeanAndMax;
  readonly memoryPercent?: MeanAndMax;
  readonly diskUsedBytes?: MeanAndMax;
  readonly diskPercent?: MeanAndMax;
  readonly networkReceivedBytesPerSecond?: MeanAndMax;
  readonly networkSentBytesPerSecond?: MeanAndMax;
}

export interface MeanAndMax {
  readonly mean: number;
  readonly max: number;
}
