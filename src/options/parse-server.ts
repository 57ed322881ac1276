/** The address of a Carbon line receiver. */
export interface Server {
  readonly host: string;
  readonly port: number;
}

/** A list of servers, separated by commas or line breaks, in order of preference; `port` is for servers without one. */
export function parseServers(text: string, port: number): { ok: Server[] } | { rule: string; cure: string } {
  const servers: Server[] = [];
  for (const entry of splitEntries(text)) {
    if (entry.trim() === '')
      return { rule: 'a list of servers has no empty entry', cure: 'Remove the comma.' };
    const parsed = parseServer(entry, port);
    if (!('ok' in parsed)) return parsed;
    servers.push(parsed.ok);
  }
  return { ok: servers };
}

/** A comma at the end of a line is not a separator if more lines follow. */
function splitEntries(text: string): string[] {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  if (lines.length < 2) return text.split(',');
  return lines.flatMap((line) => line.replace(/,\s*$/, '').split(','));
}

const CURE = 'Write host, host:port or [v6]:port.';

/** `host`, `host:port`, `[v6]:port` or a bare IPv6 address; a port in the text overrides `port`. */
export function parseServer(text: string, port: number): { ok: Server } | { rule: string; cure: string } {
  const trimmed = text.trim();
  const [, host, written] = matchHost(trimmed) ?? [];
  if (host === undefined || (host.includes(':') && !isIPv6(host))) {
    if (/^<.*>$/.test(trimmed))
      return { rule: 'a server is a host name or an address', cure: 'Leave "<" and ">" out.' };
    const { hostname, port: written = '' } = findHost(trimmed) ?? {};
    const suggestion = written === '' ? hostname : `${hostname}:${written}`;
    return {
      rule: isUrl(trimmed) ? 'a server is a host, not a URL' : 'a server is a host name or an address',
      cure: suggestion === undefined ? CURE : CURE.replace(/\.$/, `, here ${suggestion}.`),
    };
  }
  const chosen = written === undefined ? port : Number(written);
  if (chosen < 1 || chosen > 65_535) return { rule: 'a port is a whole number from 1 to 65535', cure: CURE };
  return { ok: { host, port: chosen } };
}

/**
 * The name that a certificate must have: a host name or an address, as {@link parseServer} reads it, without a port. An
 * address may have its brackets.
 */
export function parseServerName(text: string): { ok: string } | { rule: string; cure: string } {
  const trimmed = text.trim();
  const rule = 'the name of a certificate is a host name or an address';
  const [, name, port] = matchHost(trimmed) ?? [];
  if (port !== undefined) return { rule, cure: `Leave the port out: ${name}.` };
  const parsed = parseServer(trimmed, 1);
  if ('ok' in parsed) return { ok: parsed.ok.host };
  const { hostname = 'a name such as carbon.example.com' } = findHost(trimmed) ?? {};
  const right = trimmed.includes('*') ? 'a name that the pattern covers' : hostname;
  return { rule, cure: `Write ${right}, or leave it out.` };
}

function isUrl(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
}

/** The host of a URL, or of a name with letters beyond ASCII, as DNS has it. Undefined for any other text. */
function findHost(text: string): { readonly hostname: string; readonly port: string } | undefined {
  if (/\s/.test(text) || !(isUrl(text) || /[^\0-\x7f]/.test(text))) return undefined;
  const url = `http://${text.replace(/^[^/]*:\/\//, '')}`;
  if (!URL.canParse(url)) return undefined;
  const { hostname, port } = new URL(url);
  return matchHost(hostname) === null ? undefined : { hostname, port };
}

/** A host name or an address, and the port behind it. */
function matchHost(text: string): RegExpExecArray | null {
  const named = /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_.])?)(?::(\d+))?$/;
  return named.exec(text) ?? matchIPv6(text);
}

/** An IPv6 address, and the port behind its brackets. */
function matchIPv6(text: string): RegExpExecArray | null {
  const bracketed = /^\[([0-9a-fA-F:.]*:[0-9a-fA-F:.]*(?:%[\w.-]+)?)\](?::(\d+))?$/;
  const bare = /^([0-9a-fA-F]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(?:%[\w.-]+)?)$/;
  return bracketed.exec(text) ?? bare.exec(text);
}

/** URLs accept such addresses, but without a zone. */
function isIPv6(address: string): boolean {
  return URL.canParse(`http://[${address.split('%')[0]}]`);
}

/** `host:port`, with an IPv6 address in brackets. */
export function formatServer(server: Server): string {
  return server.host.includes(':') ? `[${server.host}]:${server.port}` : `${server.host}:${server.port}`;
}

/** Carbon's ports for other protocols than lines, by its default configuration, and the matching line port. */
const PICKLE_PORTS: Readonly<Record<number, number>> = { 2004: 2003, 2014: 2013, 2024: 2023, 2104: 2103 };
const QUERY_PORTS: Readonly<Record<number, number>> = { 7002: 2003, 7102: 2103, 7202: 2203 };

const WEB_PORTS: ReadonlySet<number> = new Set([80, 3000, 8000, 8080, 9090]);
/** Also a web port, unless TLS is used: a terminator may listen there because firewalls allow it. */
const SECURE_WEB_PORT = 443;

/** One warning for each port that is usually not a line receiver: it may close as if it had accepted everything. */
export function warnOfPorts(servers: readonly Server[], isSecure: boolean): readonly string[] {
  const ports = new Set(servers.map(({ port }) => port));
  return [...ports].flatMap((port) => {
    const others = [
      { what: "Carbon's pickle receiver", linePort: PICKLE_PORTS[port] },
      { what: "Carbon's cache query service", linePort: QUERY_PORTS[port] },
      { what: 'a web server', linePort: isWebPort(port, isSecure) ? 2003 : undefined },
    ].filter(({ linePort }) => linePort !== undefined);
    return others.map(
      ({ what, linePort }) =>
        `server: ${port} is by default the port of ${what}, which stores no lines and does not say so. Lines go to ${linePort}.`,
    );
  });
}

function isWebPort(port: number, isSecure: boolean): boolean {
  return WEB_PORTS.has(port) || (port === SECURE_WEB_PORT && !isSecure);
}
