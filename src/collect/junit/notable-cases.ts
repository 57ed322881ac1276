import type { SlowTest, TestFailure, TestName } from '../../model/figures.ts';
import { copyText } from '../../util/text.ts';
import type { Nanoseconds } from './exact-seconds.ts';
import { cutText } from './first-line.ts';

const MAX_FAILURES = 100;
const MAX_SLOWEST = 5;

/** The cases that a person wants to see by name: the first that failed, and the slowest. Its memory is bounded. */
export class NotableCases {
  readonly #failures: TestFailure[] = [];
  /** The slowest first. */
  #slowest: readonly SlowTest[] = [];

  get failures(): readonly TestFailure[] {
    return this.#failures;
  }

  get slowest(): readonly SlowTest[] {
    return this.#slowest;
  }

  /** Whether a further failure would be left out. */
  get isFull(): boolean {
    return this.#failures.length === MAX_FAILURES;
  }

  addFailure(name: TestName, message?: string): void {
    if (this.isFull) return;
    this.#failures.push({
      ...toKept(name),
      ...(message === undefined ? {} : { message: copyText(cutText(message)) }),
    });
  }

  /** `findName` is called for a case that is one of the slowest so far. */
  addTime(duration: Nanoseconds, findName: () => TestName): void {
    const durationSeconds = duration / 1e9;
    const least = this.#slowest[MAX_SLOWEST - 1]?.durationSeconds ?? 0;
    if (durationSeconds > least) this.#addSlow({ ...toKept(findName()), durationSeconds });
  }

  merge({ failures, slowest }: Pick<NotableCases, 'failures' | 'slowest'>): void {
    this.#failures.push(...failures.slice(0, MAX_FAILURES - this.#failures.length));
    for (const one of slowest) this.#addSlow(one);
  }

  /** A case that ran several times is listed once, with its longest time. */
  #addSlow(added: SlowTest): void {
    const isSame = (one: SlowTest): boolean => one.name === added.name && one.parent === added.parent;
    const same = this.#slowest.find(isSame);
    if (same !== undefined && same.durationSeconds >= added.durationSeconds) return;
    this.#slowest = [...this.#slowest.filter((one) => one !== same), added]
      .toSorted((one, other) => other.durationSeconds - one.durationSeconds)
      .slice(0, MAX_SLOWEST);
  }
}

/** A copy of the name: a part of a report's text would keep a whole chunk in memory. */
function toKept({ name, parent }: TestName): TestName {
  const kept = copyText(cutText(name));
  return parent === undefined ? { name: kept } : { name: kept, parent: copyText(cutText(parent)) };
}
