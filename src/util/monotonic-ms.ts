/** Milliseconds on a monotonic clock. The first use of `performance` loads slow modules of Node. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
