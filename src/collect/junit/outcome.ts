/**
 * What became of a test case; of several results the greatest counts. Skipped is the weakest: a retry that passed or
 * failed says more than the attempt that was skipped.
 */
export type Outcome = 0 | 1 | 2 | 3 | 4;
export const SKIPPED = 0;
export const PASSED = 1;
export const FLAKY = 2;
export const FAILED = 3;
export const ERRORS = 4;
export const OUTCOMES: readonly Outcome[] = [SKIPPED, PASSED, FLAKY, FAILED, ERRORS];

const ELEMENTS: ReadonlyMap<string, Outcome> = new Map([
  ['flakyFailure', FLAKY],
  ['flakyError', FLAKY],
  ['rerunFailure', FLAKY],
  ['rerunError', FLAKY],
  ['skipped', SKIPPED],
  ['ignored', SKIPPED],
  ['disabled', SKIPPED],
  ['failure', FAILED],
  ['error', ERRORS],
]);

const WORDS: ReadonlyMap<string, Outcome> = new Map([
  ['flaky', FLAKY],
  ['skipped', SKIPPED],
  ['ignored', SKIPPED],
  ['disabled', SKIPPED],
  ['suppressed', SKIPPED],
  ['notrun', SKIPPED],
  ['pending', SKIPPED],
  ['fail', FAILED],
  ['failed', FAILED],
  ['failure', FAILED],
  ['error', ERRORS],
  ['errored', ERRORS],
]);

type Attributes = Readonly<Record<string, string>>;

/** What an element inside of a test case says of it; nothing where it is not about the outcome. */
export function readElementOutcome(name: string): Outcome | undefined {
  return ELEMENTS.get(name);
}

/** What a case's own attributes say where no element inside does: googletest, CTest, Eclipse. */
export function readAttributeOutcome(attributes: Attributes): Outcome {
  if (attributes['ignored'] === 'true' || attributes['disabled'] === 'true') return SKIPPED;
  const status = WORDS.get(attributes['status']?.toLowerCase() ?? '');
  const result = WORDS.get(attributes['result']?.toLowerCase() ?? '');
  return strongest(status, result) ?? PASSED;
}

/** Of two outcomes the one that counts; the other where one is not known. */
export function strongest<Known extends Outcome | undefined>(
  one: Outcome | undefined,
  other: Known,
): Outcome | Known {
  if (one === undefined) return other;
  return other === undefined || one > other ? one : other;
}

/**
 * Whether the case was allowed to fail, so that its failure is none. Node's test runner (`type="todo"`) and Catch2
 * (`TEST_CASE tagged with !mayfail`) list both; googletest lists a skip beside a failure that is one.
 */
export function isToDo(name: string, attributes: Attributes): boolean {
  if (name !== 'skipped') return false;
  return (
    attributes['type'] === 'todo' || attributes['message']?.startsWith('TEST_CASE tagged with !') === true
  );
}
