import { type Fault, InputError } from './errors.ts';

const MAX_KEPT = 100;

/** Gathers the faults of one run: keeps the first hundred, counts them all. */
export class Faults {
  readonly #kept: Fault[] = [];
  readonly #rejected: Fault[] = [];
  #count = 0;
  #rejectedCount = 0;
  #rejectedMetrics = 0;
  #rejectedLocation: string | undefined;
  #leavesOutMetrics = false;

  /** Every fault, whether or not it keeps anything else from being sent. */
  get count(): number {
    return this.#count;
  }

  /** The faults that keep everything from being sent. */
  get blocking(): number {
    return this.#count - this.#rejectedCount;
  }

  /** The faults of the metrics that are left out, the first of each, and how many metrics they are. */
  get rejected(): { readonly first: readonly Fault[]; readonly count: number } {
    return { first: this.#rejected, count: this.#rejectedMetrics };
  }

  /** Whether a further fault would only be counted. */
  get isFull(): boolean {
    return this.#kept.length === MAX_KEPT || this.#rejectedCount >= MAX_KEPT;
  }

  /** From now on a metric with a fault is left out, and keeps nothing else from being sent. */
  leaveOutMetrics(): void {
    this.#leavesOutMetrics = true;
  }

  /** The first hundred, in the order in which they were found. */
  get list(): readonly Fault[] {
    return this.#kept;
  }

  add(fault: Fault): void {
    this.#count += 1;
    if (fault.metric !== undefined && this.#leavesOutMetrics) this.#reject(fault);
    else if (this.#kept.length < MAX_KEPT) this.#kept.push(fault);
  }

  addAll(faults: Iterable<Fault>): void {
    for (const fault of faults) this.add(fault);
  }

  /** The gathered faults as one error; `consequence` says what was sent in spite of them, if anything. */
  toError(consequence?: string): InputError {
    return new InputError(this.#kept, { count: this.blocking, consequence });
  }

  throwIfAny(consequence?: string): void {
    if (this.blocking > 0) throw this.toError(consequence);
  }

  #reject(fault: Fault): void {
    this.#rejectedCount += 1;
    // The faults of one metric follow each other.
    if (fault.location === this.#rejectedLocation) return;
    this.#rejectedLocation = fault.location;
    this.#rejectedMetrics += 1;
    if (this.#rejected.length < MAX_KEPT) this.#rejected.push(fault);
  }
}
