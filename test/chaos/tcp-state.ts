import { readFileSync } from 'node:fs';

/** The states of Linux's tcp_states.h that the tests distinguish; `gone` if the kernel has no row. */
export type TcpState = 'established' | 'close-wait' | 'last-ack' | 'gone' | 'other';

const NAMES: Readonly<Record<string, TcpState>> = {
  '01': 'established',
  '08': 'close-wait',
  '09': 'last-ack',
};

/** The state of one end of an IPv4 connection on this machine, from the kernel's table. Linux only. */
export function readTcpState(ends: { readonly localPort: number; readonly remotePort: number }): TcpState {
  for (const row of readFileSync('/proc/net/tcp', 'latin1').split('\n').slice(1)) {
    const [, local = '', remote = '', state = ''] = row.trim().split(/\s+/);
    if (parsePort(local) === ends.localPort && parsePort(remote) === ends.remotePort)
      return NAMES[state] ?? 'other';
  }
  return 'gone';
}

function parsePort(end: string): number {
  return Number.parseInt(end.slice(end.indexOf(':') + 1), 16);
}
