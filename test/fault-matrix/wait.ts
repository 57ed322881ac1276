import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

/** Asks again and again until the answer is yes; rejects when the time is up. */
export async function waitUntil(
  isSo: () => boolean | Promise<boolean>,
  what: string,
  timeoutMs = 20_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`${timeoutMs} ms passed before ${what}`);
    await delay(5);
  }
}

/** States of Linux's tcp_states.h. */
export const TCP = { FIN_WAIT1: '04', FIN_WAIT2: '05', CLOSE_WAIT: '08' } as const;

/** Waits until the kernel has a connection in this state whose own or whose other end is this port. */
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

/** Waits until no process has the socket of this port any more, though its connection stands. */
export function waitForOrphan(localPort: number): Promise<void> {
  return waitUntil(async () => {
    const rows = await readTable();
    return rows.some((fields) => fields[1]?.endsWith(toSuffix(localPort)) && fields[9] === '0');
  }, `the socket of port ${localPort} was closed`);
}

async function readTable(): Promise<string[][]> {
  const rows = (await readFile('/proc/net/tcp', 'latin1')).split('\n');
  return rows.map((row) => row.trim().split(/\s+/));
}

function toSuffix(port: number): string {
  return `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
}
