/** One chart: what it is called, which series it shows and how. */
export interface Chart {
  readonly title: string;
  readonly description: string;
  /** Paths below the scope. Nodes that separate the lines follow the job's in the legend, by their number from 0. */
  readonly series: ReadonlyArray<{ readonly path: string; readonly legend: readonly number[] }>;
  /** A unit's name in Grafana. */
  readonly unit: string;
  readonly range?: { readonly min?: number; readonly max?: number };
}

const FROM_ZERO = { min: 0 };
const SHARE = { min: 0, max: 100 };

/** The charts of the dashboard, row by row: one for each kind of what the action sends. */
export const ROWS: ReadonlyArray<{ readonly title: string; readonly charts: readonly Chart[] }> = [
  {
    title: 'Durations',
    charts: [
      {
        title: 'Job duration',
        description: 'From job-metrics: how long each job took.',
        series: [{ path: 'job.duration_seconds', legend: [] }],
        unit: 's',
        range: FROM_ZERO,
      },
      {
        title: 'Step durations',
        description: 'From github-token with job-metrics, and from carbonclient run.',
        series: [{ path: 'step.*.duration_seconds', legend: [1] }],
        unit: 's',
        range: FROM_ZERO,
      },
      {
        title: 'Waiting for a runner, and setup',
        description: 'From github-token with job-metrics.',
        series: [{ path: 'job.{queued_seconds,setup_seconds}', legend: [1] }],
        unit: 's',
        range: FROM_ZERO,
      },
      {
        title: 'Job success',
        description: 'From job-metrics: 1 where the job succeeded, 0 where it did not.',
        series: [{ path: 'job.success', legend: [] }],
        unit: 'short',
        range: { min: 0, max: 1 },
      },
    ],
  },
  {
    title: 'Tests',
    charts: [
      {
        title: 'Tests',
        description: 'From junit.',
        series: [{ path: 'tests.{total,passed,skipped}', legend: [1] }],
        unit: 'short',
        range: FROM_ZERO,
      },
      {
        title: 'Tests that failed',
        description: 'From junit.',
        series: [{ path: 'tests.{failed,errors,flaky}', legend: [1] }],
        unit: 'short',
        range: FROM_ZERO,
      },
      {
        title: 'Test duration',
        description: 'From junit: what the reports add up to.',
        series: [{ path: 'tests.duration_seconds', legend: [] }],
        unit: 's',
        range: FROM_ZERO,
      },
      {
        title: 'Test duration by suite',
        description: 'From junit.',
        series: [{ path: 'tests.suite.*.duration_seconds', legend: [2] }],
        unit: 's',
        range: FROM_ZERO,
      },
    ],
  },
  {
    title: 'Coverage and sizes',
    charts: [
      {
        title: 'Coverage',
        description: 'From coverage.',
        series: [{ path: 'coverage.*.percent', legend: [1] }],
        unit: 'percent',
      },
      {
        title: 'Sizes',
        description: 'From sizes: bytes, and bytes after gzip.',
        series: [{ path: 'size.*.{bytes,gzip_bytes}', legend: [1, 2] }],
        unit: 'bytes',
        range: FROM_ZERO,
      },
    ],
  },
  {
    title: 'Runner',
    charts: [
      {
        title: 'CPU, memory and disk',
        description: 'From runner-metrics: the mean of each slot.',
        series: [{ path: 'runner.{cpu_percent,memory_percent,disk_percent}.mean', legend: [1] }],
        unit: 'percent',
        range: SHARE,
      },
      {
        title: 'Network',
        description: 'From runner-metrics: the mean of each slot.',
        series: [
          {
            path: 'runner.{network_received_bytes_per_second,network_sent_bytes_per_second}.mean',
            legend: [1],
          },
        ],
        unit: 'Bps',
        range: FROM_ZERO,
      },
    ],
  },
];
