import { type Fault, InputError } from './errors.ts';

const MAX_KEPT = 100;

/** Gathers the faults of one run: keeps the first hundred, counts them all. */
export class Faults {
  readonly #kept: Fault[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Whether a further fault would only be counted. */
  get isFull(): boolean {
    return this.#kept.length === MAX_KEPT;
  }

  /** The first hundred, in the order in which they were found. */
  get list(): readonly Fault[] {
    return this.#kept;
  }

  add(fault: Fault): void {
    this.#count += 1;
    if (this.#kept.length < MAX_KEPT) this.#kept.push(fault);
  }

  addAll(faults: Iterable<Fault>): void {
    for (const fault of faults) this.add(fault);
  }

  /** The gathered faults as one error; `consequence` says what was sent in spite of them, if anything. */
  toError(consequence?: string): InputError {
    return new InputError(this.#kept, { count: this.#count, consequence });
  }

  throwIfAny(consequence?: string): void {
    if (this.#count > 0) throw this.toError(consequence);
  }
}
