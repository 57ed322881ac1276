import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findViolations } from './find-violations.ts';
import { runSchedule } from './run-schedule.ts';
import { heavy, hopeless, ordinary, type Schedule } from './schedule.ts';
import { sendByBundle } from './send-by-bundle.ts';
import { sendByLibrary } from './send-by-library.ts';

const IS_CI = process.env['CI'] !== undefined && process.env['CI'] !== '';
const seed = Number(process.env['CHAOS_SEED'] ?? Date.now() % 2 ** 31);

/** Schedules that run one after the other. Each lane is a separate property, so that it can shrink. */
interface Lane {
  readonly schedules: fc.Arbitrary<Schedule>;
  readonly runs: number;
}

const makeLanes = (count: number, schedules: fc.Arbitrary<Schedule>, runs: number): Lane[] =>
  Array.from({ length: count }, () => ({ schedules, runs }));

/** The subjects: the library in this process, and the built programs in their own processes. */
const SENDERS = [
  {
    name: 'the library',
    send: sendByLibrary,
    // They mostly wait, except the heavy ones.
    lanes: [
      ...makeLanes(25, ordinary, IS_CI ? 20 : 4),
      ...makeLanes(5, hopeless, IS_CI ? 5 : 1),
      ...makeLanes(2, heavy, IS_CI ? 25 : 5),
    ],
    graceMs: 8_000,
  },
  {
    name: 'the built programs',
    send: sendByBundle,
    lanes: [
      ...makeLanes(10, ordinary, IS_CI ? 46 : 3),
      ...makeLanes(1, hopeless, IS_CI ? 15 : 1),
      ...makeLanes(1, heavy, IS_CI ? 25 : 2),
    ],
    // They must start first, several at a time.
    graceMs: 8_000,
  },
];

describe.each(SENDERS)('$name', ({ name, send, lanes, graceMs }) => {
  const total = lanes.reduce((sum, { runs }) => sum + runs, 0);

  it(`${total} schedules of cuts, delays, resets and losses`, { timeout: 300_000 }, async () => {
    console.log(`chaos: CHAOS_SEED=${seed}`);
    const seen = new Map<string, number>();
    let ran = 0;
    const check = async (schedule: Schedule): Promise<void> => {
      const observed = await runSchedule(schedule, send, graceMs);
      ran += 1;
      expect(findViolations(schedule, observed)).toEqual([]);
      const { result } = observed;
      const isPartial = result.undelivered > 0 && result.undelivered < result.linesMade;
      for (const outcome of [result.delivery, ...(isPartial ? ['partial'] : [])])
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
    };
    const checks = lanes.map(({ schedules, runs }, lane) => {
      const limits = { interruptAfterTimeLimit: 200_000, markInterruptAsFailure: true };
      return fc.assert(fc.asyncProperty(schedules, check), { seed: seed + lane, numRuns: runs, ...limits });
    });
    for (const one of await Promise.allSettled(checks)) if (one.status === 'rejected') throw one.reason;
    expect(ran).toBe(total);
    // A property whose runs all end alike would prove little.
    const outcomes = [...seen.keys()].sort();
    if (total >= 50) expect(outcomes).toEqual(['confirmed', 'failed', 'partial', 'sent']);
    console.log(
      `chaos: ${ran} schedules ran with ${name}: ${[...seen].map(([outcome, count]) => `${count} ${outcome}`).join(', ')}`,
    );
  });
});
