/** The course of the values of one series. */
export interface Trend {
  readonly path: string;
  readonly better: 'lower' | 'higher' | 'neither';
  /** How many runs there are. */
  readonly runs: number;
  /** The newest values, oldest first. */
  readonly recent: readonly number[];
  /** The 10th and the 90th percentile of the last 40 runs; absent with fewer than 3. */
  readonly usual?: readonly [low: number, high: number];
  /** Where the level shifted, oldest first. */
  readonly steps: readonly TrendStep[];
  /** The slow change since the last step. Absent if chance would explain it. */
  readonly drift?: { readonly change: number; readonly runs: number; readonly since: number };
}

/** One shift of level. */
export interface TrendStep {
  /** Epoch seconds of the first run after it. */
  readonly time: number;
  /** The medians before and after it. */
  readonly from: number;
  readonly to: number;
  /** 0.17 is +17 %. Absent if `from` is 0. */
  readonly change?: number;
}
