import type { DetailedPeerCertificate, TLSSocket } from 'node:tls';
import { type FailureCode, SendError } from '../model/errors.ts';
import { formatServer, type Server } from '../options/parse-server.ts';
import { explainSocketError } from '../send/explain.ts';
import { connectTls } from '../send/tls.ts';
import { orAbort } from '../util/abort.ts';
import { startDeadline } from '../util/deadline.ts';
import { orBad, type ServerChecks } from './finding.ts';

const DAY_MS = 86_400_000;
/** A certificate that expires sooner is bad: it must be renewed now. */
const SOON_DAYS = 14;
const MAX_CHAIN = 10;

interface Link {
  readonly subject: string;
  readonly days: number;
}

/** Checks the certificates of a TLS server, and when the first of them expires. */
export async function checkCertificates(
  server: Server,
  { config, report, signal }: ServerChecks,
): Promise<boolean> {
  const { tls, limits } = config;
  if (tls === undefined) return true;
  const check = 'TLS';
  const name = formatServer(server);
  const toReason = (): SendError =>
    new SendError(
      `${name} did not finish the TLS handshake within ${limits.connectMs / 1000} s. It does not use TLS, like Carbon itself: turn tls off, or give the port of the TLS terminator.`,
      { retryable: true, code: 'ETIMEDOUT' satisfies FailureCode },
    );
  const chain = await orBad({ check, report }, async () => {
    using deadline = startDeadline({ timeoutMs: limits.connectMs, signal, toReason });
    const socket = connectTls({ host: server.host, port: server.port }, tls) as TLSSocket;
    try {
      await orAbort(shakeHands(socket, name), deadline.signal);
      return { protocol: socket.getProtocol() ?? 'TLS', links: listChain(socket.getPeerCertificate(true)) };
    } finally {
      socket.destroy();
    }
  });
  if (chain === undefined) return false;
  const { protocol, links } = chain;
  const first = links.toSorted((one, other) => one.days - other.days)[0];
  const days = first?.days ?? 0;
  const subjects = links.map(({ subject }) => `"${subject}"`).join(' signed by ');
  const expiry = `expires in ${days} ${days === 1 ? 'day' : 'days'}`;
  if (days >= SOON_DAYS) report({ state: 'good', check, detail: `${protocol}; ${subjects} ${expiry}` });
  else report({ state: 'bad', check, detail: `"${first?.subject}" ${expiry}. Renew it now.` });
  return true;
}

function shakeHands(socket: TLSSocket, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('secureConnect', resolve);
    socket.on('error', (error) => reject(explainSocketError(error, name)));
    socket.once('close', () => {
      const message = `${name} closed the connection during the TLS handshake. If it does not use TLS, turn tls off.`;
      reject(new SendError(message, { retryable: true, code: 'CLOSED_EARLY' satisfies FailureCode }));
    });
  });
}

/** The certificates from the server's own to its authority's. */
function listChain(certificate: DetailedPeerCertificate): Link[] {
  const links: Link[] = [];
  const seen = new Set<DetailedPeerCertificate>();
  let next: DetailedPeerCertificate | undefined = certificate;
  while (next !== undefined && !seen.has(next) && links.length < MAX_CHAIN && next.valid_to !== undefined) {
    seen.add(next);
    const subject: unknown = next.subject?.CN ?? next.subject?.O ?? 'no name';
    const days = Math.floor((Date.parse(next.valid_to) - Date.now()) / DAY_MS);
    links.push({ subject: String(subject), days });
    next = next.issuerCertificate;
  }
  return links;
}
