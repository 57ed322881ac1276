/** One reading of the machine's counters and levels. A part is absent if this system does not provide it. */
export interface Reading {
  /** The wall clock, epoch milliseconds: for timestamps. */
  readonly atMs: number;
  /** A monotonic clock: for rates. */
  readonly steadyMs: number;
  readonly cpu?: CpuTimes;
  readonly memory?: MemorySpace;
  readonly disk?: DiskSpace;
  readonly network?: ReadonlyMap<string, TransferCounters>;
}

/** Since the machine started, in any unit: only the share matters. */
export interface CpuTimes {
  readonly busy: number;
  readonly total: number;
}

export interface MemorySpace {
  readonly usedBytes: number;
  readonly totalBytes: number;
}

export interface DiskSpace {
  readonly usedBytes: number;
  /** What a user without privileges can still fill. */
  readonly availableBytes: number;
}

/** The traffic of one network interface since it came up, in bytes. */
export interface TransferCounters {
  readonly received: number;
  readonly sent: number;
}
