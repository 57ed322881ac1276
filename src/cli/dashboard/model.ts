/** The part of Grafana's classic dashboard that is used here. Grafana 8 and later import it. */
export interface Dashboard {
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly schemaVersion: number;
  readonly version: number;
  readonly editable: boolean;
  readonly graphTooltip: 0 | 1 | 2;
  readonly refresh: string;
  readonly timezone: '' | 'browser' | 'utc';
  readonly time: { readonly from: string; readonly to: string };
  readonly templating: { readonly list: readonly Variable[] };
  readonly annotations: { readonly list: readonly Annotation[] };
  readonly panels: readonly Panel[];
}

export interface DataSource {
  readonly type: 'graphite';
  readonly uid: string;
}

interface BaseVariable {
  readonly name: string;
  readonly label: string;
  /** 0: the label and the value are shown. */
  readonly hide: 0;
  readonly skipUrlSync: false;
}

/** The data source that is queried. */
interface DataSourceVariable extends BaseVariable {
  readonly type: 'datasource';
  readonly query: 'graphite';
  readonly regex: '';
  readonly refresh: 1;
  readonly includeAll: false;
  readonly multi: false;
  readonly options: readonly [];
}

/** Its values are the answers to a query to `/metrics/find`. */
export interface QueryVariable extends BaseVariable {
  readonly type: 'query';
  readonly datasource: DataSource;
  readonly query: string;
  readonly definition: string;
  readonly regex: '';
  /** 2: queried again when the time range changes. */
  readonly refresh: 2;
  /** 1: in alphabetical order. */
  readonly sort: 1;
  readonly includeAll: boolean;
  readonly allValue?: '*';
  readonly multi: boolean;
  readonly options: readonly [];
}

export type Variable = DataSourceVariable | QueryVariable;

/** Events of Graphite with all of the tags. */
export interface Annotation {
  readonly name: string;
  readonly datasource: DataSource;
  readonly enable: boolean;
  readonly hide: boolean;
  readonly iconColor: string;
  readonly target: {
    readonly refId: string;
    readonly fromAnnotations: true;
    readonly queryType: 'tags';
    readonly tags: readonly string[];
  };
}

export interface Target {
  readonly refId: string;
  readonly datasource: DataSource;
  readonly target: string;
}

interface GridPosition {
  readonly h: number;
  readonly w: number;
  readonly x: number;
  readonly y: number;
}

/** A row's head, or a chart of time series. */
export type Panel = RowPanel | TimeSeriesPanel;

interface RowPanel {
  readonly id: number;
  readonly type: 'row';
  readonly title: string;
  readonly collapsed: false;
  readonly gridPos: GridPosition;
  readonly panels: readonly [];
}

export interface TimeSeriesPanel {
  readonly id: number;
  readonly type: 'timeseries';
  readonly title: string;
  readonly description: string;
  readonly datasource: DataSource;
  readonly gridPos: GridPosition;
  readonly targets: readonly Target[];
  readonly fieldConfig: {
    readonly defaults: {
      readonly unit: string;
      readonly min?: number;
      readonly max?: number;
      readonly custom: {
        readonly drawStyle: 'line';
        readonly lineInterpolation: 'linear';
        readonly lineWidth: number;
        readonly fillOpacity: number;
        readonly showPoints: 'always';
        readonly pointSize: number;
        /** Runs are rare, so a line joins them over the empty slots. */
        readonly spanNulls: true;
      };
    };
    readonly overrides: readonly [];
  };
  readonly options: {
    readonly legend: {
      readonly displayMode: 'list';
      readonly placement: 'bottom';
      readonly showLegend: true;
      readonly calcs: readonly [];
    };
    readonly tooltip: { readonly mode: 'multi'; readonly sort: 'none' };
  };
}
