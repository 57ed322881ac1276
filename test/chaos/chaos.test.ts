import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findViolations } from './find-violations.ts';
import { runSchedule } from './run-schedule.ts';
import { schedules } from './schedule.ts';

/** Schedules that run at the same time: they mostly wait. Each lane is a property of its own, so that it can shrink. */
const LANES = 25;
const RUNS = process.env['CI'] === undefined || process.env['CI'] === '' ? 100 : 500;
const seed = Number(process.env['CHAOS_SEED'] ?? Date.now() % 2 ** 31);

it(`${RUNS} schedules of cuts, delays, resets and losses`, { timeout: 300_000 }, async () => {
  console.log(`chaos: CHAOS_SEED=${seed}, ${RUNS} schedules`);
  const seen = new Map<string, number>();
  const promise = fc.asyncProperty(schedules, async (schedule) => {
    const observed = await runSchedule(schedule);
    expect(findViolations(schedule, observed)).toEqual([]);
    const { result } = observed;
    const isPartial = result.undelivered > 0 && result.undelivered < result.linesMade;
    for (const outcome of [result.delivery, ...(isPartial ? ['partial'] : [])])
      seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
  });
  const lanes = Array.from({ length: LANES }, (_, lane) => {
    return fc.assert(promise, { seed: seed + lane, numRuns: RUNS / LANES, interruptAfterTimeLimit: 200_000 });
  });
  for (const lane of await Promise.allSettled(lanes)) if (lane.status === 'rejected') throw lane.reason;
  // A property over runs that all end alike would show little.
  expect([...seen.keys()].sort()).toEqual(['confirmed', 'failed', 'partial', 'sent']);
  console.log(`chaos: ${[...seen].map(([outcome, count]) => `${count} ${outcome}`).join(', ')}`);
});
