import type { Server } from './parse-server.ts';

/** Carbon's ports for other protocols than lines, by its default configuration, and the matching line port. */
const PICKLE_PORTS: Readonly<Record<number, number>> = { 2004: 2003, 2014: 2013, 2024: 2023, 2104: 2103 };
const QUERY_PORTS: Readonly<Record<number, number>> = { 7002: 2003, 7102: 2103, 7202: 2203 };

const WEB_PORTS: ReadonlySet<number> = new Set([80, 3000, 8000, 8080, 9090]);
/** Also a web port, unless TLS is used: a terminator may listen there because firewalls allow it. */
const SECURE_WEB_PORT = 443;

/** One warning for each port that is usually not a line receiver: it may close as if it had accepted everything. */
export function warnOfPorts(servers: readonly Server[], isSecure: boolean): readonly string[] {
  const ports = new Set(servers.map(({ port }) => port));
  return [...ports].flatMap((port) => [
    ...warn(port, PICKLE_PORTS[port], "Carbon's pickle receiver"),
    ...warn(port, QUERY_PORTS[port], "Carbon's cache query service"),
    ...warn(port, isWebPort(port, isSecure) ? 2003 : undefined, 'a web server'),
  ]);
}

function isWebPort(port: number, isSecure: boolean): boolean {
  return WEB_PORTS.has(port) || (port === SECURE_WEB_PORT && !isSecure);
}

function warn(port: number, linePort: number | undefined, what: string): string[] {
  if (linePort === undefined) return [];
  return [
    `server: ${port} is by default the port of ${what}, which stores no lines and does not say so. Lines go to ${linePort}.`,
  ];
}
