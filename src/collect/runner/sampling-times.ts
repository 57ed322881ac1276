/** How often the runner is looked at, and how much time one mean and maximum stand for. */
export interface SamplingTimes {
  readonly intervalMs: number;
  readonly slotMs: number;
}
