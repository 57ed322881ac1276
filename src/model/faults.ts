import { type Fault, InputError } from './errors.ts';

const MAX_KEPT = 100;

/** A part of the input: its name in messages, in the user's words, and the list that its faults are added to. */
export interface InputPart {
  readonly origin: string;
  readonly faults: Faults;
}

/** Collects the faults of one run. It keeps the first hundred and counts all. */
export class Faults {
  readonly #kept: Fault[] = [];
  readonly #rejected: Fault[] = [];
  #count = 0;
  #rejectedCount = 0;
  #rejectedMetrics = 0;
  #rejectedLocation: string | undefined;
  #leavesOutMetrics = false;
  #origins: Map<string, string> | undefined;

  /** The number of all faults. */
  get count(): number {
    return this.#count;
  }

  /** The number of faults that prevent sending. */
  get blocking(): number {
    return this.#count - this.#rejectedCount;
  }

  /** The metrics that are left out: the first fault of each, and their number. */
  get rejected(): { readonly first: readonly Fault[]; readonly count: number } {
    return { first: this.#rejected, count: this.#rejectedMetrics };
  }

  /** Whether a further fault would only be counted. */
  get isFull(): boolean {
    return this.#kept.length === MAX_KEPT || this.#rejectedCount >= MAX_KEPT;
  }

  /** From now on, a metric with a fault is left out and does not prevent sending. */
  leaveOutMetrics(): void {
    this.#leavesOutMetrics = true;
  }

  /** The first hundred, in the order of detection. */
  get list(): readonly Fault[] {
    return this.#kept;
  }

  /** From now on, a fault of this option names what gave the option instead, such as a variable. */
  nameOrigin(option: string, origin: string): void {
    this.#origins ??= new Map();
    this.#origins.set(option, origin);
  }

  /** The fault with the name of what gave its option: `CARBON_LIMITS, "a"` for `limits, "a"`. */
  withOrigin(fault: Fault): Fault {
    if (this.#origins === undefined) return fault;
    const [option = ''] = /^[a-z]+(?:-[a-z]+)*(?=$|[ ,:])/.exec(fault.location) ?? [];
    const origin = this.#origins.get(option);
    return origin === undefined
      ? fault
      : { ...fault, location: `${origin}${fault.location.slice(option.length)}` };
  }

  /** Whether an option has a fault of its own. */
  has(option: string): boolean {
    return this.#kept.some(({ location }) => location === (this.#origins?.get(option) ?? option));
  }

  add(written: Fault): void {
    const fault = this.withOrigin(written);
    this.#count += 1;
    if (fault.metric !== undefined && this.#leavesOutMetrics) this.#reject(fault);
    else if (this.#kept.length < MAX_KEPT) this.#kept.push(fault);
  }

  addAll(faults: Iterable<Fault>): void {
    for (const fault of faults) this.add(fault);
  }

  /** All faults as one error; `consequence` says what was sent in spite of them, if anything. */
  toError(consequence?: string): InputError {
    return new InputError(this.#kept, { count: this.blocking, consequence });
  }

  throwIfAny(consequence?: string): void {
    if (this.blocking > 0) throw this.toError(consequence);
  }

  #reject(fault: Fault): void {
    this.#rejectedCount += 1;
    // The faults of one metric are consecutive.
    if (fault.location === this.#rejectedLocation) return;
    this.#rejectedLocation = fault.location;
    this.#rejectedMetrics += 1;
    if (this.#rejected.length < MAX_KEPT) this.#rejected.push(fault);
  }
}
