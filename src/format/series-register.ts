/** Why a metric may not be sent beside an earlier one of its window. */
export type Clash =
  | { readonly kind: 'same-path'; readonly earlierName: string }
  | { readonly kind: 'same-point' };

/** Remembers the series of one window, so that no two metrics overwrite each other unseen. */
export class SeriesRegister {
  readonly #firstTimestamps = new Map<string, number>();
  /** Only names that changed stand here; any other equals its path. */
  readonly #changedNames = new Map<string, string>();
  readonly #furtherPoints = new Set<string>();

  /** Registers one point; returns the clash instead where an earlier one stands in its place. */
  add(point: { series: string; path: string; name: string; timestamp: number }): Clash | undefined {
    const { series, path, name, timestamp } = point;
    const first = this.#firstTimestamps.get(series);
    if (first === undefined) {
      this.#firstTimestamps.set(series, timestamp);
      if (name !== path) this.#changedNames.set(series, name);
      return undefined;
    }
    const earlierName = this.#changedNames.get(series) ?? path;
    if (earlierName !== name) return { kind: 'same-path', earlierName };
    const key = `${series} ${timestamp}`;
    if (first === timestamp || this.#furtherPoints.has(key)) return { kind: 'same-point' };
    this.#furtherPoints.add(key);
    return undefined;
  }

  clear(): void {
    this.#firstTimestamps.clear();
    this.#changedNames.clear();
    this.#furtherPoints.clear();
  }
}
