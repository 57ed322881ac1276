import { type Counts, totalOf } from './tally.ts';

const WHOLE_NUMBER = /^\d{1,15}(?:\.0*)?$/;

/** The counts that a suite's own attributes tell; nothing where they tell none. */
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
  const counts: Counts = [passed - flaky, flaky, skipped, failed, errors];
  return totalOf(counts) === 0 ? undefined : counts;
}

/** What `whole` counts beyond what is counted `inside` of it already; nothing where that is not more. */
export function subtractCounts(whole: Readonly<Counts>, inside: Readonly<Counts>): Counts | undefined {
  if (totalOf(whole) <= totalOf(inside)) return undefined;
  return whole.map((count, outcome) => Math.max(0, count - (inside[outcome] ?? 0))) as Counts;
}
