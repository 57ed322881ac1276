import type { GraphiteAccess } from '../options/config.ts';
import type { Connect } from '../send/transport.ts';
import { monotonicMs, pause, startDeadline } from '../util/deadline.ts';
import { askGraphite } from '../verify/ask-graphite.ts';
import type { RenderedSeries } from '../verify/parse-answer.ts';
import { createMarker } from '../verify/pattern-targets.ts';
import { orBad, type Report } from './finding.ts';

/** The inputs of the storage checks. */
export interface StorageChecks {
  /** The path of the probe. */
  readonly path: string;
  readonly access: GraphiteAccess;
  readonly limitMs: number;
  readonly report: Report;
  readonly signal: AbortSignal;
}

const POLL_MS = 500;
const HOUR_SECONDS = 3600;
const DAY_SECONDS = 24 * HOUR_SECONDS;
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

/** One point of the probe's series. */
export interface Probe {
  readonly value: number;
  readonly timestamp: number;
}

/** Sends the probe; returns whether it was delivered. */
export async function sendProbe(
  connect: Connect,
  {
    path,
    probe,
    report,
    signal,
  }: {
    readonly path: string;
    readonly probe: Probe;
    readonly report: Report;
    readonly signal: AbortSignal;
  },
): Promise<boolean> {
  const check = 'Delivery';
  const ending = await orBad({ check, report }, async () => {
    const connection = await connect({ signal });
    try {
      await connection.write(Buffer.from(`${path} ${probe.value} ${probe.timestamp}\n`));
      return await connection.finish();
    } finally {
      connection.destroy();
    }
  });
  if (ending === undefined) return false;
  const isConfirmed = ending.kind === 'confirmed';
  const detail = isConfirmed ? `${path} was confirmed` : `${path} was sent and not confirmed`;
  report({ state: isConfirmed ? 'good' : 'unknown', check, detail });
  return true;
}

/**
 * Whether Graphite knows the probe's series; undefined if it did not answer, which is then reported. It asks by a pattern,
 * because go-carbon remembers for five minutes that an exact name is unknown.
 */
export async function knowsSeries(checks: StorageChecks): Promise<boolean | undefined> {
  const { report } = checks;
  const target = formatPattern(checks.path);
  const series = await orBad({ check: 'Graphite', report }, () =>
    render(checks, { target, fromSeconds: DAY_SECONDS, series: 1 }),
  );
  if (series !== undefined) report({ state: 'good', check: 'Graphite', detail: 'its render API answers' });
  return series && series.length > 0;
}

/** Waits until Graphite shows the probe; returns whether it did. */
export async function readProbe(
  checks: StorageChecks,
  { probe, wasKnown }: { readonly probe: Probe; readonly wasKnown: boolean },
): Promise<boolean> {
  const { limitMs, report, signal, path } = checks;
  const check = 'Read back';
  const startedAtMs = monotonicMs();
  using deadline = startDeadline({ timeoutMs: limitMs, signal });
  do {
    const target = formatPattern(path);
    const series = await orBad({ check, report }, () =>
      render(checks, { target, fromSeconds: HOUR_SECONDS, series: 1 }),
    );
    if (series === undefined) return false;
    const isShown = series.some(({ slots }) => slots.some(({ value }) => value === probe.value));
    if (isShown) {
      const seconds = ((monotonicMs() - startedAtMs) / 1000).toFixed(1);
      report({ state: 'good', check, detail: `Graphite shows the point after ${seconds} s` });
      return true;
    }
  } while (await pause(POLL_MS, deadline.signal));
  const cause = wasKnown
    ? 'Does this Graphite read what this server stores, or does a relay drop the path?'
    : 'The series is new: Carbon may limit new series (MAX_CREATES_PER_MINUTE in carbon.conf), or a relay drops the path, or this Graphite reads another store.';
  report({
    state: 'bad',
    check,
    detail: `Graphite did not show ${path} within ${limitMs / 1000} s. ${cause}`,
  });
  return false;
}

/** Which resolution Graphite has at the far end of short and long spans, and how long the history is. */
export async function checkRetention(checks: StorageChecks): Promise<void> {
  const { path, report } = checks;
  const check = 'Retention';
  const kept: Array<{ readonly name: string; readonly seconds: number; readonly step: number }> = [];
  for (const [name, seconds] of SPANS) {
    const endSeconds = seconds - Math.max(HOUR_SECONDS, Math.round(seconds / 20));
    const asked = { target: path, fromSeconds: seconds, untilSeconds: endSeconds };
    const series = await orBad({ check, report }, () => render(checks, asked));
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
      detail: `${shown}, and less than a week is kept. Add a rule for it at the top of storage-schemas.conf, such as "retentions = 1m:7d,10m:5y", and delete the series' file so that Carbon creates it again.`,
    });
}

/** Whether Carbon dropped new series in the last hour, by its own metrics. */
export async function checkCreates(checks: StorageChecks): Promise<void> {
  const { report } = checks;
  const check = 'New series';
  const target = 'carbon.agents.*.droppedCreates';
  const series = await orBad({ check, report }, () =>
    render(checks, { target, fromSeconds: HOUR_SECONDS, series: MAX_AGENTS }),
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

function render(
  { access, signal }: StorageChecks,
  asked: { target: string; fromSeconds: number; untilSeconds?: number; series?: number },
): Promise<RenderedSeries[]> {
  const { target, fromSeconds, untilSeconds = 0, series } = asked;
  const until = untilSeconds === 0 ? 'now' : `-${untilSeconds}s`;
  const form = new URLSearchParams({ target, format: 'json', noCache: '1', from: `-${fromSeconds}s`, until });
  return askGraphite(form, { access, signal, ...(series === undefined ? {} : { series }) });
}

/** The probe's path as a pattern that was never asked before. */
function formatPattern(path: string): string {
  const end = path.lastIndexOf('.') + 1;
  return `${path.slice(0, end)}{${path.slice(end)},${createMarker()}}`;
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
