import { ERRORS, FAILED } from './outcome.ts';
import { type Counts, totalOf } from './tally.ts';

const WHOLE_NUMBER = /^\d{1,15}(?:\.0*)?$/;

/** The counts in a suite's own attributes; undefined where there are none. */
export function readSuiteCounts(attributes: Readonly<Record<string, string>>): Counts | undefined {
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

/** What `whole` counts beyond what is counted `inside` of it already; undefined where that is not more. */
export function subtractCounts(whole: Readonly<Counts>, inside: Readonly<Counts>): Counts | undefined {
  if (totalOf(whole) <= totalOf(inside)) return undefined;
  return whole.map((count, outcome) => Math.max(0, count - (inside[outcome] ?? 0))) as Counts;
}

/**
 * The failures and errors of a suite that only its attributes show: a hook that failed, a script that threw. Attributes
 * never replace results: Mocha writes failures into `errors`, Catch2 counts assertions, others each failure of a case.
 * So they count where no result is bad; and errors where no result is one, beyond the failures that may be meant.
 */
export function findHiddenFaults(
  whole: Readonly<Counts>,
  known: {
    /** The results in the suite and in all inside of it. */
    readonly results: Readonly<Counts>;
    /** What the attributes of suites inside of it added. */
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
