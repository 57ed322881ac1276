import type { XmlAttributes } from '../xml/read-xml.ts';
import { ERRORS, FAILED } from './outcome.ts';
import { type Counts, totalOf } from './tally.ts';

const WHOLE_NUMBER = /^\d{1,15}(?:\.0*)?$/;

/** The counts in a suite's own attributes; undefined if there are none. */
export function readSuiteCounts(attributes: XmlAttributes): Counts | undefined {
  const read = (...names: string[]): number => {
    for (const name of names) {
      const text = attributes[name]?.trim().replaceAll(',', '');
      if (text !== undefined && WHOLE_NUMBER.test(text)) return Number(text);
    }
    return 0;
  };
  const skipped = read('skipped', 'skip', 'skips', 'ignored') + read('disabled');
  const failed = read('failures', 'failed');
  const errors = read('errors');
  const passed = Math.max(0, read('tests', 'total') - skipped - failed - errors);
  const flaky = Math.min(passed, read('flakes', 'flaky'));
  const counts: Counts = [skipped, passed - flaky, flaky, failed, errors];
  return totalOf(counts) === 0 ? undefined : counts;
}

/** The counts of `whole` that `inside` lacks; undefined if there are none. */
export function subtractCounts(whole: Readonly<Counts>, inside: Readonly<Counts>): Counts | undefined {
  if (totalOf(whole) <= totalOf(inside)) return undefined;
  return whole.map((count, outcome) => Math.max(0, count - (inside[outcome] ?? 0))) as Counts;
}

/**
 * The failures and errors that only a suite's attributes show, such as a failed hook or script. Attributes never
 * replace results: Mocha counts failures as `errors`, Catch2 counts assertions, and others count each failure of a
 * case. So failures count only if no result is bad, and errors only if no result is an error, beyond the failures
 * that may be meant.
 */
export function findHiddenFaults(
  whole: Readonly<Counts>,
  known: {
    /** The results in the suite and in nested suites. */
    readonly results: Readonly<Counts>;
    /** What the attributes of nested suites added. */
    readonly added: Readonly<Counts>;
  },
): Counts | undefined {
  const { results, added } = known;
  const [failed, errors] = [results[FAILED], results[ERRORS]];
  let [hiddenFailures, hiddenErrors] = [0, 0];
  if (failed + errors === 0) {
    hiddenFailures = whole[FAILED] - added[FAILED];
    hiddenErrors = whole[ERRORS] - added[ERRORS];
  } else if (errors === 0 && whole[FAILED] <= failed) {
    hiddenErrors = Math.min(whole[ERRORS], whole[FAILED] + whole[ERRORS] - failed) - added[ERRORS];
  }
  const hidden: Counts = [0, 0, 0, Math.max(0, hiddenFailures), Math.max(0, hiddenErrors)];
  return totalOf(hidden) === 0 ? undefined : hidden;
}
