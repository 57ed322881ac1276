import { formatServer, type Server } from '../options/parse-server.ts';
import { createLookUp } from '../send/look-up.ts';
import { createTcp } from '../send/tcp.ts';
import { monotonicMs } from '../util/deadline.ts';
import { checkCertificates } from './check-certificates.ts';
import { orBad, type ServerChecks } from './finding.ts';
import { sendText } from './probe.ts';

/** A web server answers it. A line receiver skips it, because it is no line of Graphite's protocol. */
const REQUEST = 'GET / HTTP/1.0\r\n\r\n';
const MAX_ADDRESSES = 4;

/** Checks the name, the connection, TLS and the behaviour of a server; returns whether lines can be sent to it. */
export async function checkServer(server: Server, checks: ServerChecks): Promise<boolean> {
  if (!(await checkName(server, checks))) return false;
  if (!(await checkConnection(server, checks))) return false;
  if (!(await checkCertificates(server, checks))) return false;
  return checkReceiver(server, checks);
}

/** Looks the host up, unless it is an address. */
async function checkName({ host }: Server, { config, report, signal }: ServerChecks): Promise<boolean> {
  if (host.includes(':') || /^\d+(?:\.\d+){3}$/.test(host)) return true;
  const check = 'Name';
  const startedAtMs = monotonicMs();
  const rules = { server: host, limitMs: config.limits.connectMs, signal };
  const addresses = await orBad({ check, report }, () => createLookUp(host)(rules));
  if (addresses === undefined) return false;
  const shown = addresses.slice(0, MAX_ADDRESSES).map(({ address }) => address);
  const rest = addresses.length - shown.length;
  const more = rest > 0 ? ` and ${rest} more` : '';
  const took = formatSince(startedAtMs);
  report({ state: 'good', check, detail: `${host} has the address ${shown.join(', ')}${more} (${took})` });
  return true;
}

async function checkConnection(server: Server, { config, report, signal }: ServerChecks): Promise<boolean> {
  const check = 'Connection';
  const connect = createTcp(server, { limits: config.limits, tls: undefined });
  const startedAtMs = monotonicMs();
  const connection = await orBad({ check, report }, () => connect({ signal }));
  if (connection === undefined) return false;
  connection.destroy();
  report({
    state: 'good',
    check,
    detail: `${formatServer(server)} accepted one in ${formatSince(startedAtMs)}`,
  });
  return true;
}

/** A line receiver answers nothing, and closes only after this side does. */
async function checkReceiver(server: Server, { config, report, signal }: ServerChecks): Promise<boolean> {
  const check = 'Line receiver';
  const connect = createTcp(server, { limits: config.limits, tls: config.tls });
  const ending = await orBad({ check, report }, () => sendText(connect, { text: REQUEST, signal }));
  if (ending === undefined) return false;
  if (ending.kind === 'confirmed')
    report({ state: 'good', check, detail: 'it answers nothing and closes after this side' });
  else
    report({
      state: 'bad',
      check,
      detail: `it did not close within ${config.limits.confirmMs / 1000} s, so deliveries are never confirmed. Carbon closes at once: is it overloaded or stopped? Otherwise raise confirm-timeout.`,
    });
  return true;
}

function formatSince(startedAtMs: number): string {
  return `${Math.max(1, Math.round(monotonicMs() - startedAtMs))} ms`;
}
