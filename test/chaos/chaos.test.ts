import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findViolations } from './find-violations.ts';
import { runSchedule } from './run-schedule.ts';
import { heavy, hopeless, ordinary, type Schedule } from './schedule.ts';

const IS_CI = process.env['CI'] !== undefined && process.env['CI'] !== '';
/**
 * Schedules that run at the same time: they mostly wait, but for the heavy ones. Each lane is a property of its own, so
 * that it can shrink.
 */
const LANES = [
  ...Array.from({ length: 25 }, () => ({ schedules: ordinary, runs: IS_CI ? 20 : 4 })),
  ...Array.from({ length: 5 }, () => ({ schedules: hopeless, runs: IS_CI ? 5 : 1 })),
  ...Array.from({ length: 2 }, () => ({ schedules: heavy, runs: IS_CI ? 25 : 5 })),
];
const RUNS = LANES.reduce((sum, { runs }) => sum + runs, 0);
const seed = Number(process.env['CHAOS_SEED'] ?? Date.now() % 2 ** 31);

it(`${RUNS} schedules of cuts, delays, resets and losses`, { timeout: 300_000 }, async () => {
  console.log(`chaos: CHAOS_SEED=${seed}`);
  const seen = new Map<string, number>();
  let ran = 0;
  const check = async (schedule: Schedule): Promise<void> => {
    const observed = await runSchedule(schedule);
    ran += 1;
    expect(findViolations(schedule, observed)).toEqual([]);
    const { result } = observed;
    const isPartial = result.undelivered > 0 && result.undelivered < result.linesMade;
    for (const outcome of [result.delivery, ...(isPartial ? ['partial'] : [])])
      seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
  };
  const lanes = LANES.map(({ schedules, runs }, lane) => {
    const limits = { interruptAfterTimeLimit: 200_000, markInterruptAsFailure: true };
    return fc.assert(fc.asyncProperty(schedules, check), { seed: seed + lane, numRuns: runs, ...limits });
  });
  for (const lane of await Promise.allSettled(lanes)) if (lane.status === 'rejected') throw lane.reason;
  expect(ran).toBe(RUNS);
  // A property over runs that all end alike would show little.
  expect([...seen.keys()].sort()).toEqual(['confirmed', 'failed', 'partial', 'sent']);
  console.log(
    `chaos: ${ran} schedules ran: ${[...seen].map(([outcome, count]) => `${count} ${outcome}`).join(', ')}`,
  );
});
