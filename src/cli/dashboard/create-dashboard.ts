import type { Annotation, Dashboard, DataSource, Panel, QueryVariable, Target, Variable } from './model.ts';

const DATA_SOURCE: DataSource = { type: 'graphite', uid: '${datasource}' };
/** Grafana's grid is 24 columns wide. */
const PANEL = { h: 8, w: 12 };
const PANELS_PER_ROW = 2;

interface Chart {
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

const ROWS: ReadonlyArray<{ readonly title: string; readonly charts: readonly Chart[] }> = [
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

/**
 * A dashboard for what the action sends for repositories below `group`, with the action's own scope: workflow, job and,
 * in a matrix, the leg.
 */
export function createDashboard({
  group,
  title,
}: {
  readonly group: string;
  readonly title: string;
}): Dashboard {
  return {
    title,
    description: 'What CI jobs sent with carbon-action.',
    tags: ['carbon-action', 'ci'],
    schemaVersion: 36,
    version: 1,
    editable: true,
    graphTooltip: 1,
    refresh: '',
    timezone: '',
    time: { from: 'now-90d', to: 'now' },
    templating: { list: listVariables(group) },
    annotations: { list: [createAnnotation()] },
    panels: listPanels(group),
  };
}

function listVariables(group: string): Variable[] {
  return [
    {
      type: 'datasource',
      name: 'datasource',
      label: 'Graphite',
      query: 'graphite',
      regex: '',
      refresh: 1,
      hide: 0,
      includeAll: false,
      multi: false,
      options: [],
      skipUrlSync: false,
    },
    createVariable({ name: 'owner', label: 'Owner', query: `${group}.*` }),
    createVariable({ name: 'repository', label: 'Repository', query: `${group}.$owner.*` }),
    createVariable({
      name: 'workflow',
      label: 'Workflow',
      query: `${group}.$owner.$repository.*`,
      hasAll: true,
    }),
    createVariable({
      name: 'job',
      label: 'Job',
      query: `${group}.$owner.$repository.$workflow.*`,
      hasAll: true,
    }),
  ];
}

function createVariable(variable: {
  readonly name: string;
  readonly label: string;
  readonly query: string;
  readonly hasAll?: boolean;
}): QueryVariable {
  const { name, label, query, hasAll = false } = variable;
  return {
    type: 'query',
    name,
    label,
    datasource: DATA_SOURCE,
    query,
    definition: query,
    regex: '',
    refresh: 2,
    sort: 1,
    hide: 0,
    includeAll: hasAll,
    // Without it, Grafana would write every job's name into each target.
    ...(hasAll ? { allValue: '*' as const } : {}),
    multi: hasAll,
    options: [],
    skipUrlSync: false,
  };
}

/** The events of the repository: their tag is the source as one node. */
function createAnnotation(): Annotation {
  return {
    name: 'Events',
    datasource: DATA_SOURCE,
    enable: true,
    hide: false,
    iconColor: 'blue',
    target: {
      refId: 'Anno',
      fromAnnotations: true,
      queryType: 'tags',
      tags: ['${owner}_${repository}'],
    },
  };
}

function listPanels(group: string): Panel[] {
  const panels: Panel[] = [];
  let y = 0;
  for (const { title, charts } of ROWS) {
    const gridPos = { h: 1, w: 24, x: 0, y };
    panels.push({ id: panels.length + 1, type: 'row', title, collapsed: false, gridPos, panels: [] });
    y += 1;
    for (const [index, chart] of charts.entries()) {
      const place = {
        x: PANEL.w * (index % PANELS_PER_ROW),
        y: y + PANEL.h * Math.floor(index / PANELS_PER_ROW),
      };
      panels.push(createPanel(chart, { id: panels.length + 1, gridPos: { ...PANEL, ...place }, group }));
    }
    y += PANEL.h * Math.ceil(charts.length / PANELS_PER_ROW);
  }
  return panels;
}

function createPanel(
  { title, description, series, unit, range = {} }: Chart,
  { id, gridPos, group }: { readonly id: number; readonly gridPos: Panel['gridPos']; readonly group: string },
): Panel {
  return {
    id,
    type: 'timeseries',
    title,
    description,
    datasource: DATA_SOURCE,
    gridPos,
    targets: series.flatMap((one) => listTargets(group, one)).map(toTarget),
    fieldConfig: {
      defaults: {
        unit,
        ...range,
        custom: {
          drawStyle: 'line',
          lineInterpolation: 'linear',
          lineWidth: 1,
          fillOpacity: 0,
          showPoints: 'always',
          pointSize: 5,
          spanNulls: true,
        },
      },
      overrides: [],
    },
    options: {
      legend: { displayMode: 'list', placement: 'bottom', showLegend: true, calcs: [] },
      tooltip: { mode: 'multi', sort: 'none' },
    },
  };
}

/** A job's own series, and those of its legs in a matrix, which are one node deeper. */
function listTargets(group: string, { path, legend }: Chart['series'][number]): string[] {
  const job = `${group}.$owner.$repository.$workflow.$job`;
  const jobNodes = job.split('.').length;
  return [[], ['*']].map((leg) => {
    const scopeNodes = jobNodes + leg.length;
    const shown = [
      jobNodes - 2,
      jobNodes - 1,
      ...leg.map(() => jobNodes),
      ...legend.map((node) => scopeNodes + node),
    ];
    // Several runs in one pixel show the last: their mean is no run's value.
    return `aliasByNode(consolidateBy(${[job, ...leg, path].join('.')}, 'last'), ${shown.join(', ')})`;
  });
}

function toTarget(target: string, index: number): Target {
  return { refId: String.fromCharCode(65 + index), datasource: DATA_SOURCE, target };
}
