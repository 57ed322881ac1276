import type { GraphiteAccess } from '../options/config.ts';
import { startDeadline } from '../util/deadline.ts';
import type { Report } from './finding.ts';

/** The Date header has whole seconds, and the answer takes its time. */
const MAX_SKEW_SECONDS = 30;
const ANSWER_TIMEOUT_MS = 10_000;

/** Compares this machine's clock with the `Date` header of Graphite's web server. */
export async function checkClock({
  access,
  report,
  signal,
}: {
  readonly access: GraphiteAccess;
  readonly report: Report;
  readonly signal: AbortSignal;
}): Promise<void> {
  const check = 'Clock';
  const atMs = await readDate(access.url, signal);
  if (atMs === undefined) {
    report({ state: 'unknown', check, detail: "Graphite's answer has no date to compare with" });
    return;
  }
  const skew = Math.round((Date.now() - atMs) / 1000);
  if (Math.abs(skew) <= MAX_SKEW_SECONDS) {
    report({ state: 'good', check, detail: `within ${MAX_SKEW_SECONDS} s of Graphite's` });
    return;
  }
  const how = skew > 0 ? 'ahead of' : 'behind';
  report({
    state: 'bad',
    check,
    detail: `this machine is ${Math.abs(skew)} s ${how} Graphite's clock: points land in the wrong place. Set both clocks by NTP.`,
  });
}

async function readDate(url: URL, signal: AbortSignal): Promise<number | undefined> {
  try {
    using deadline = startDeadline({ timeoutMs: ANSWER_TIMEOUT_MS, signal });
    const target = new URL(url);
    target.username = '';
    target.password = '';
    const response = await fetch(target, { method: 'HEAD', redirect: 'manual', signal: deadline.signal });
    await response.body?.cancel();
    const atMs = Date.parse(response.headers.get('date') ?? '');
    return Number.isNaN(atMs) ? undefined : atMs;
  } catch {
    // Whether Graphite answers is another check.
    return undefined;
  }
}
