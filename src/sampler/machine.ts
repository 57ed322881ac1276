import type { DiskSpace } from '../collect/runner/reading.ts';

/** Where the sampler's numbers come from: this machine, or one made up by a test. */
export interface Machine {
  /** The wall clock, epoch milliseconds. */
  wallMs(): number;
  /** A clock that never jumps. */
  steadyMs(): number;
  /** The text of a file of Linux's /proc; nothing on other systems. */
  readProc(name: ProcName): string | undefined;
  coreTimes(): readonly { readonly times: Readonly<Record<string, number>> }[];
  totalMemoryBytes(): number;
  /** What programs can still get, caches that can be dropped included; undefined where the system does not say. */
  availableMemoryBytes(): number | undefined;
  diskSpace(): DiskSpace | undefined;
  /** Whether an interface only carries what another one counts: a part of a bond, a bridge or a virtual card. */
  isPart(interfaceName: string): boolean;
  /** Gives back what is open. */
  close(): void;
}

/** What is read of /proc. */
export type ProcName = 'stat' | 'meminfo' | 'net/dev';
