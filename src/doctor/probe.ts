import type { Connect, Ending } from '../send/transport.ts';
import { monotonicMs, pause, startDeadline } from '../util/deadline.ts';
import { createMarker } from '../verify/pattern-targets.ts';
import { orBad, type Report } from './finding.ts';
import { DAY_SECONDS, HOUR_SECONDS, renderSeries, type StorageChecks } from './render-series.ts';

const POLL_MS = 500;

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
  const ending = await orBad({ check, report }, () =>
    sendText(connect, { text: `${path} ${probe.value} ${probe.timestamp}\n`, signal }),
  );
  if (ending === undefined) return false;
  const isConfirmed = ending.kind === 'confirmed';
  const detail = isConfirmed ? `${path} was confirmed` : `${path} was sent and not confirmed`;
  report({ state: isConfirmed ? 'good' : 'unknown', check, detail });
  return true;
}

/** Sends a text on a connection of its own; returns how the connection ended. */
export async function sendText(
  connect: Connect,
  { text, signal }: { readonly text: string; readonly signal: AbortSignal },
): Promise<Ending> {
  const connection = await connect({ signal });
  try {
    await connection.write(Buffer.from(text));
    return await connection.finish();
  } finally {
    connection.destroy();
  }
}

/**
 * Whether Graphite knows the probe's series; undefined if it did not answer, which is then reported. It asks by a pattern,
 * because go-carbon remembers for five minutes that an exact name is unknown.
 */
export async function knowsSeries(checks: StorageChecks): Promise<boolean | undefined> {
  const { report } = checks;
  const target = formatPattern(checks.path);
  const series = await orBad({ check: 'Graphite', report }, () =>
    renderSeries(checks, { target, fromSeconds: DAY_SECONDS, series: 1 }),
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
      renderSeries(checks, { target, fromSeconds: HOUR_SECONDS, series: 1 }),
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

/** The probe's path as a pattern that was never asked before. */
function formatPattern(path: string): string {
  const end = path.lastIndexOf('.') + 1;
  return `${path.slice(0, end)}{${path.slice(end)},${createMarker()}}`;
}
