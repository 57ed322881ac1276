const YEAR_SECONDS = 366 * 86_400;
const DAY_SECONDS = 86_400;

/** Collects the timestamps that are probably wrong, for one warning: Graphite drops such points without a word. */
export class ImplausibleTimes {
  readonly #oldest: number;
  readonly #latest: number;
  #count = 0;
  #first: { readonly location: string; readonly timestamp: number } | undefined;

  /** @param nowSeconds The time of the run; without one no timestamp is implausible. */
  constructor(nowSeconds: number | undefined) {
    this.#oldest = nowSeconds === undefined ? 0 : nowSeconds - YEAR_SECONDS;
    this.#latest = nowSeconds === undefined ? Number.POSITIVE_INFINITY : nowSeconds + DAY_SECONDS;
  }

  /** Whether a time in epoch seconds is far from that of the run. */
  isImplausible(timestamp: number): boolean {
    return timestamp < this.#oldest || timestamp > this.#latest;
  }

  add(timestamp: number, locate: () => string): void {
    this.#first ??= { location: locate(), timestamp };
    this.#count += 1;
  }

  /** One sentence on all of them; undefined if there were none. */
  get warning(): string | undefined {
    if (this.#first === undefined) return undefined;
    const { location, timestamp } = this.#first;
    const far = timestamp < this.#oldest ? 'more than a year back' : 'more than a day ahead';
    const others = this.#count - 1;
    const more =
      others === 0 ? '' : ` (and ${others === 1 ? '1 more point' : `${others} more points`} like it)`;
    return `${location}: the time ${formatTime(timestamp)} is ${far}${more}, where Graphite may keep no points. Check its unit and zone.`;
  }
}

/** `2001-09-09T01:46:40Z`. */
function formatTime(timestamp: number): string {
  return new Date(timestamp * 1000).toISOString().replace('.000Z', 'Z');
}
