/** How often the runner is measured, and the length of one slot. */
export interface SamplingTimes {
  readonly intervalMs: number;
  readonly slotMs: number;
}
