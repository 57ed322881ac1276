import { join } from 'node:path';
import type { Dashboard as GrafanaDashboard } from '@grafana/schema';
import { describe, expect, test } from 'vitest';
import { createDashboard } from '../../src/cli/dashboard/create-dashboard.ts';
import type { Dashboard, TimeSeriesPanel } from '../../src/cli/dashboard/model.ts';

/** Grafana's types use mutable lists. */
type Writable<Value> = Value extends object
  ? { -readonly [Key in keyof Value]: Writable<Value[Key]> }
  : Value;

const dashboard = createDashboard({ group: 'ci', title: 'CI' });
const charts = dashboard.panels.filter((panel): panel is TimeSeriesPanel => panel.type === 'timeseries');
const targets = charts.flatMap((chart) => chart.targets.map(({ target }) => target));

test("has the types of Grafana's own schema", () => {
  const typed: GrafanaDashboard = dashboard as Writable<Dashboard>;
  expect(typed.schemaVersion).toBeLessThanOrEqual(36);
});

test('equals the golden file', async () => {
  const golden = join(import.meta.dirname, '../fixtures/dashboard.json');
  await expect(`${JSON.stringify(dashboard, undefined, 2)}\n`).toMatchFileSnapshot(golden);
});

describe('every chart', () => {
  test('asks for the last value of a pixel, and never for one that no run sent', () => {
    expect(targets.length).toBeGreaterThan(20);
    for (const target of targets)
      expect(target).toMatch(/^aliasByNode\(consolidateBy\(ci\.\S+, 'last'\), [\d, ]+\)$/);
    expect(JSON.stringify(dashboard)).not.toMatch(/keepLastValue|interpolate|transformNull/);
  });

  test('joins points by a line over empty slots', () => {
    for (const { fieldConfig } of charts)
      expect(fieldConfig.defaults.custom).toMatchObject({ showPoints: 'always', spanNulls: true });
  });

  test('has its own id and position', () => {
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
    const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, index) => `${x + (index % w)} ${y + Math.floor(index / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(dashboard.panels.every(({ gridPos: { x, w } }) => x + w <= 24)).toBe(true);
  });
});

test('counts the nodes of a longer group in its legends', () => {
  const [panel] = createDashboard({ group: 'a.b', title: 'x' }).panels.filter(
    (one): one is TimeSeriesPanel => one.type === 'timeseries',
  );
  expect(panel?.targets.map(({ target }) => target)).toEqual([
    "aliasByNode(consolidateBy(a.b.$owner.$repository.$workflow.$job.job.duration_seconds, 'last'), 4, 5)",
    "aliasByNode(consolidateBy(a.b.$owner.$repository.$workflow.$job.*.job.duration_seconds, 'last'), 4, 5, 6)",
  ]);
});
