import type { CpuTimes, MemorySpace, TransferCounters } from './reading.ts';

/** Columns of a `cpu` line that are idle time: `idle` and `iowait`. */
const IDLE_COLUMNS = [3, 4];
/** The columns after `steal` are already part of earlier columns. */
const COLUMNS = 8;
const RECEIVED_BYTES = 0;
const SENT_BYTES = 8;
const TRANSFER_COLUMNS = 16;
const MAX_INTERFACES = 1_000;

/**
 * The times of all cores together, from the text of Linux's /proc/stat. Stolen time counts as busy, because the
 * machine had work for it.
 */
export function parseCpuTimes(text: string): CpuTimes | undefined {
  const [, columns = ''] = /^cpu +([0-9][0-9 ]*)(?:\n|$)/.exec(text) ?? [];
  const times = columns.trim().split(/ +/).slice(0, COLUMNS).map(Number);
  const total = sum(times);
  if (times.length < 4 || total === 0 || !Number.isSafeInteger(total)) return undefined;
  return { busy: total - sum(IDLE_COLUMNS.map((column) => times[column] ?? 0)), total };
}

/** The same from the times of single cores, which Node provides without /proc/stat. */
export function sumCpuTimes(
  cores: readonly { readonly times: Readonly<Record<string, number>> }[],
): CpuTimes | undefined {
  const total = sum(cores.map(({ times }) => sum(Object.values(times))));
  const idle = sum(cores.map(({ times }) => times['idle'] ?? 0));
  return total > 0 && Number.isFinite(total) ? { busy: total - idle, total } : undefined;
}

/** The used memory, from the text of Linux's /proc/meminfo: caches that can be dropped count as free. */
export function parseMemory(text: string): MemorySpace | undefined {
  const [total, available] = ['MemTotal', 'MemAvailable'].map((name) => readKibibytes(text, name));
  if (total === undefined || available === undefined) return undefined;
  return available <= total ? { usedBytes: total - available, totalBytes: total } : undefined;
}

/** The counters of every interface, from the text of Linux's /proc/net/dev. */
export function parseTransfers(text: string): ReadonlyMap<string, TransferCounters> {
  const transfers = new Map<string, TransferCounters>();
  for (const line of text.split('\n')) {
    const [, name, columns = ''] = /^ *([^\s:]{1,64}): *([0-9][0-9 ]*)$/.exec(line) ?? [];
    const counters = columns.trim().split(/ +/).map(Number);
    const [received, sent] = [counters[RECEIVED_BYTES], counters[SENT_BYTES]];
    if (name === undefined || received === undefined || sent === undefined) continue;
    if (counters.length < TRANSFER_COLUMNS || transfers.size === MAX_INTERFACES) continue;
    if (Number.isSafeInteger(received) && Number.isSafeInteger(sent)) transfers.set(name, { received, sent });
  }
  return transfers;
}

function readKibibytes(text: string, name: string): number | undefined {
  const [, digits] = new RegExp(`^${name}: *([0-9]{1,12}) kB$`, 'm').exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits) * 1024;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((before, number) => before + number, 0);
}

/**
 * Names of interfaces whose traffic another interface also carries, or whose traffic stays on the machine. These are
 * loopback, bridges and virtual cables of containers and virtual machines, tunnels and VLANs.
 */
const NAMES =
  /^(?:lo|(?:veth|vnet|tap|tun|docker|br-|virbr|lxc|lxd|cni|cbr|cali|cilium|azv|eni|flannel|weave|podman|kube|vxlan|geneve|gre|erspan|sit|ip6tnl|tunl|ip_vti|ip6_vti|wg|tailscale|zt|utun|ifb|dummy|nlmon|macvlan|ipvlan|macvtap|vlan).*|.*\..*)$/;

/** Whether an interface must be ignored because its traffic is local or counted elsewhere. */
export function isVirtualInterface(name: string): boolean {
  return NAMES.test(name);
}
