import type { XmlAttributes } from '../xml/read-xml.ts';
/**
 * The outcome of a test case; of several results, the greatest counts. Skipped is the weakest: a retry that passed or
 * failed is more informative than a skipped attempt.
 */
export type Outcome = 0 | 1 | 2 | 3 | 4;
export const SKIPPED = 0;
const PASSED = 1;
const FLAKY = 2;
export const FAILED = 3;
export const ERRORS = 4;
export const OUTCOMES: readonly Outcome[] = [SKIPPED, PASSED, FLAKY, FAILED, ERRORS];

const ELEMENTS: ReadonlyMap<string, Outcome> = new Map([
  ['flakyFailure', FLAKY],
  ['flakyError', FLAKY],
  ['rerunFailure', FLAKY],
  ['rerunError', FLAKY],
  ['skipped', SKIPPED],
  ['skip', SKIPPED],
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

/** The outcome of an element inside of a test case; undefined if the element is not about the outcome. */
export function readElementOutcome(name: string): Outcome | undefined {
  return ELEMENTS.get(name);
}

/** The outcome in a case's own attributes, used by googletest, CTest and Eclipse. */
export function readAttributeOutcome(attributes: XmlAttributes): Outcome {
  if (attributes['ignored'] === 'true' || attributes['disabled'] === 'true') return SKIPPED;
  const status = WORDS.get(attributes['status']?.toLowerCase() ?? '');
  const result = WORDS.get(attributes['result']?.toLowerCase() ?? '');
  return strongest(status, result) ?? PASSED;
}

/** The greater of two outcomes; if one is undefined, the other. */
export function strongest<Known extends Outcome | undefined>(
  one: Outcome | undefined,
  other: Known,
): Outcome | Known {
  if (one === undefined) return other;
  return other === undefined || one > other ? one : other;
}

/**
 * Whether the case was allowed to fail, so that its failure does not count. Node's test runner (`type="todo"`) and
 * Catch2 (`TEST_CASE tagged with !mayfail`) report both; googletest reports a skip together with a real failure.
 */
export function isToDo(name: string, attributes: XmlAttributes): boolean {
  if (name !== 'skipped') return false;
  return (
    attributes['type'] === 'todo' || attributes['message']?.startsWith('TEST_CASE tagged with !') === true
  );
}
