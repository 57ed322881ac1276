import { type Chart, ROWS } from './charts.ts';
import type { Annotation, Dashboard, DataSource, Panel, QueryVariable, Target, Variable } from './model.ts';

const DATA_SOURCE: DataSource = { type: 'graphite', uid: '${datasource}' };
/** Grafana's grid is 24 columns wide. */
const PANEL = { h: 8, w: 12 };
const PANELS_PER_ROW = 2;

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
