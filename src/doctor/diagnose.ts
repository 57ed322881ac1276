import type { Config, GraphiteAccess } from '../options/config.ts';
import { formatServer } from '../options/parse-server.ts';
import { createTcp } from '../send/tcp.ts';
import { withApiKey } from '../send/with-api-key.ts';
import { checkClock } from './check-clock.ts';
import { checkServer } from './check-server.ts';
import { checkCreates, checkRetention } from './check-storage.ts';
import type { Finding, Report } from './finding.ts';
import { knowsSeries, type Probe, readProbe, sendProbe } from './probe.ts';

/** The subject of a diagnosis. */
interface Diagnosis {
  readonly config: Config;
  /** The first nodes of the probe's path. */
  readonly group: string;
  /** The Graphite to ask; without it, nothing is read back. */
  readonly access: GraphiteAccess | undefined;
  /** How long the probe may take to be shown. */
  readonly readBackMs: number;
  readonly report: Report;
  readonly signal: AbortSignal;
}

/** The probe's name below the group. */
const PROBE = 'carbon_action.probe';
const UNKNOWN = 'not checked, because graphite-url is not given';

/**
 * Checks each part of the path from this machine to Graphite's storage, and reports each result. It stores one point of
 * the series `<group>.carbon_action.probe`. Returns whether no check was bad.
 */
export async function diagnose(diagnosis: Diagnosis): Promise<boolean> {
  const { config, group, access, signal } = diagnosis;
  let isGood = true;
  const note = (finding: Finding): void => {
    isGood &&= finding.state !== 'bad';
    diagnosis.report(finding);
  };
  const path = [group, PROBE].filter((part) => part !== '').join('.');
  const isOne = config.servers.length === 1;
  let target: Config['servers'][number] | undefined;
  for (const server of config.servers) {
    const name = formatServer(server);
    const report: Report = (one) => note(isOne ? one : { ...one, check: `${one.check} of ${name}` });
    if (await checkServer(server, { config, report, signal })) target ??= server;
  }
  const storage = { path, limitMs: diagnosis.readBackMs, report: note, signal };
  const wasKnown = access && (await knowsSeries({ ...storage, access }));
  if (access !== undefined) await checkClock({ access, report: note, signal });
  const probe = makeProbe();
  const wasSent =
    target !== undefined && (await sendProbe(createConnect(target, config), { ...storage, probe }));
  if (access === undefined) {
    for (const check of ['Read back', 'Retention', 'New series', 'Clock'])
      note({ state: 'unknown', check, detail: UNKNOWN });
  } else if (wasKnown !== undefined) {
    const checks = { ...storage, access };
    const isShown = wasSent && (await readProbe(checks, { probe, wasKnown }));
    if (isShown || wasKnown) await checkRetention(checks);
    await checkCreates(checks);
  }
  return isGood;
}

function createConnect(
  server: Config['servers'][number],
  { limits, tls, apiKey }: Config,
): ReturnType<typeof createTcp> {
  const connect = createTcp(server, { limits, tls });
  return apiKey === undefined ? connect : withApiKey(connect, apiKey);
}

/** A value that no earlier probe has had for a long time: milliseconds within a day. */
function makeProbe(): Probe {
  const nowMs = Date.now();
  return { value: nowMs % 86_400_000, timestamp: Math.floor(nowMs / 1000) };
}
