import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

/** Repeats the question until the answer is yes. Rejects when the time is up. */
export async function waitUntil(
  isSo: () => boolean | Promise<boolean>,
  what: string,
  timeoutMs = 120_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`${timeoutMs} ms passed before ${what}`);
    await delay(5);
  }
}

/** States of Linux's tcp_states.h. */
export const TCP = { FIN_WAIT1: '04', FIN_WAIT2: '05', TIME_WAIT: '06', CLOSE_WAIT: '08' } as const;

/** Waits until the kernel has a connection in this state that has this port on either end. */
export function waitForState(
  end: { readonly localPort: number } | { readonly remotePort: number },
  state: string,
): Promise<void> {
  const column = 'localPort' in end ? 1 : 2;
  const port = 'localPort' in end ? end.localPort : end.remotePort;
  return waitUntil(async () => {
    const rows = await readTable();
    return rows.some((fields) => fields[column]?.endsWith(toSuffix(port)) && fields[3] === state);
  }, `a connection of port ${port} was in state ${state}`);
}

/** The state of a client's end of a connection, undefined if the kernel has no row of it. */
export async function readClientState(ends: {
  readonly client: number;
  readonly server: number;
}): Promise<string | undefined> {
  const rows = await readTable();
  const row = rows.find(
    ([, local, remote]) => local?.endsWith(toSuffix(ends.client)) && remote?.endsWith(toSuffix(ends.server)),
  );
  return row?.[3];
}

/** The client's port of the connection of a server that the client has ended. */
export async function findClient(serverPort: number): Promise<number> {
  let port: string | undefined;
  await waitUntil(async () => {
    const rows = await readTable();
    const row = rows.find(
      ([, local, , state]) => local?.endsWith(toSuffix(serverPort)) && state === TCP.CLOSE_WAIT,
    );
    port = row?.[2]?.slice(-4);
    return port !== undefined;
  }, `a client of port ${serverPort} ended its connection`);
  return Number.parseInt(port ?? '', 16);
}

/**
 * Blocks until no process has the socket of this port, although its connection is still open. The sender checks its
 * table for a fifth of a second, so the caller must act within that time.
 */
export function blockUntilOrphan(localPort: number): void {
  const deadline = Date.now() + 5000;
  const isOrphan = (): boolean =>
    parseTable(readFileSync('/proc/net/tcp', 'latin1')).some(
      (fields) => fields[1]?.endsWith(toSuffix(localPort)) && fields[9] === '0',
    );
  while (!isOrphan())
    if (Date.now() > deadline) throw new Error(`the socket of port ${localPort} was not closed`);
}

async function readTable(): Promise<string[][]> {
  return parseTable(await readFile('/proc/net/tcp', 'latin1'));
}

function parseTable(text: string): string[][] {
  return text.split('\n').map((row) => row.trim().split(/\s+/));
}

function toSuffix(port: number): string {
  return `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
}
