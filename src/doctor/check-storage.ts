import { orBad } from './finding.ts';
import { DAY_SECONDS, HOUR_SECONDS, renderSeries, type StorageChecks } from './render-series.ts';

/** The spans whose resolution is checked. */
const SPANS: ReadonlyArray<readonly [name: string, seconds: number]> = [
  ['an hour', HOUR_SECONDS],
  ['a day', DAY_SECONDS],
  ['a week', 7 * DAY_SECONDS],
  ['30 days', 30 * DAY_SECONDS],
  ['a year', 365 * DAY_SECONDS],
];
/** A shorter history shows no trend. */
const SHORT_SECONDS = 7 * DAY_SECONDS;
const MAX_AGENTS = 1000;

/** Reports which resolution Graphite has at the far end of short and long spans, and how long the history is. */
export async function checkRetention(checks: StorageChecks): Promise<void> {
  const { path, report } = checks;
  const check = 'Retention';
  const kept: Array<{ readonly name: string; readonly seconds: number; readonly step: number }> = [];
  for (const [name, seconds] of SPANS) {
    const endSeconds = seconds - Math.max(HOUR_SECONDS, Math.round(seconds / 20));
    const asked = { target: path, fromSeconds: seconds, untilSeconds: endSeconds };
    const series = await orBad({ check, report }, () => renderSeries(checks, asked));
    if (series === undefined) return;
    const [first, second] = series[0]?.slots ?? [];
    if (first !== undefined && second !== undefined)
      kept.push({ name, seconds, step: second.start - first.start });
  }
  const longest = kept.at(-1);
  if (longest === undefined) {
    report({ state: 'unknown', check, detail: 'Graphite shows too few points of the series' });
    return;
  }
  const shown = kept
    .filter(({ step }, index) => step !== kept[index + 1]?.step)
    .map(({ name, step }) => `for ${name} a point per ${formatSpan(step)}`)
    .join(', ');
  if (longest.seconds >= SHORT_SECONDS) report({ state: 'good', check, detail: shown });
  else
    report({
      state: 'bad',
      check,
      detail: `${shown}, and less than a week is kept. Add a rule for it at the top of storage-schemas.conf, such as "retentions = 60s:7d,1h:5y", and delete the series' file so that Carbon creates it again.`,
    });
}

/** Reports whether Carbon dropped new series in the last hour, by its own metrics. */
export async function checkCreates(checks: StorageChecks): Promise<void> {
  const { report } = checks;
  const check = 'New series';
  const target = 'carbon.agents.*.droppedCreates';
  const series = await orBad({ check, report }, () =>
    renderSeries(checks, { target, fromSeconds: HOUR_SECONDS, series: MAX_AGENTS }),
  );
  if (series === undefined) return;
  const values = series.flatMap(({ slots }) =>
    slots.flatMap(({ value }) => (value === undefined ? [] : [value])),
  );
  const dropped = values.reduce((sum, value) => sum + value, 0);
  if (values.length === 0)
    report({
      state: 'unknown',
      check,
      detail: `Graphite has no ${target}, which shows whether Carbon limits them`,
    });
  else if (dropped > 0)
    report({
      state: 'bad',
      check,
      detail: `Carbon dropped ${dropped} of them in the last hour. Raise MAX_CREATES_PER_MINUTE in carbon.conf.`,
    });
  else report({ state: 'good', check, detail: 'Carbon dropped none of them in the last hour' });
}

function formatSpan(seconds: number): string {
  const units: ReadonlyArray<readonly [name: string, seconds: number]> = [
    ['day', DAY_SECONDS],
    ['hour', HOUR_SECONDS],
    ['minute', 60],
    ['second', 1],
  ];
  const [name, size] = units.find(([, one]) => seconds >= one && seconds % one === 0) ?? ['second', 1];
  const count = Math.round(seconds / size);
  return count === 1 ? name : `${count} ${name}s`;
}
