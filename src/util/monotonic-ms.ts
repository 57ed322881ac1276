/** Milliseconds on a clock that never jumps. The first use of `performance` loads modules of Node that are slow to load. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
