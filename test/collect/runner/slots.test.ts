import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { collectRunner } from '../../../src/collect/runner/collect-runner.ts';
import type { Sample } from '../../../src/collect/runner/compute-sample.ts';
import { FIGURE_NAMES } from '../../../src/collect/runner/figure-names.ts';
import { mergeSlots, type Slot, startOfSlot, toSlot } from '../../../src/collect/runner/slot.ts';
import {
  formatSlotRecord,
  parseSlotRecords,
  RECORD_BYTES,
} from '../../../src/collect/runner/slot-records.ts';

const slotMs = 60_000;
const start = 1_699_999_980_000;
const limits = { slotMs, fromMs: start, toMs: start + 3_600_000 };
const sample = (atMs: number, value: number, weight = 5): Sample => ({
  atMs,
  figures: { cpuPercent: { value, weight } },
});
const tally = { sum: 100, weight: 10, max: 20 };
const slot: Slot = { startedAtMs: start, tallies: { cpuPercent: tally } };

/** A valid record, except for some parts. */
function record(changes: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ startedAtMs: start, cpuPercent: [100, 10, 20], ...changes });
}

describe('slots', () => {
  it.each([
    [start, start],
    [start + 59_999, start],
    [start + 60_000, start + 60_000],
    [start - 1, start - 60_000],
  ])('%d is in the slot %d', (atMs, expected) => expect(startOfSlot(atMs, slotMs)).toBe(expected));

  it('weights means by time, and not maxima', () => {
    const parts = [sample(start, 10), sample(start + 5_000, 20), sample(start + 6_000, 90, 1)];
    const whole = parts.map((part) => toSlot(part, slotMs)).reduce(mergeSlots);
    expect(whole).toEqual({
      startedAtMs: start,
      tallies: { cpuPercent: { sum: 240, weight: 11, max: 90 } },
    });
    expect(collectRunner([whole], slotMs).figures.slots).toEqual([
      { startedAt: start / 1000, cpuPercent: { mean: 21.82, max: 90 } },
    ]);
  });

  it('keeps a figure that only one part has', () => {
    const other: Slot = { startedAtMs: start, tallies: { diskPercent: tally } };
    const both = { startedAtMs: start, tallies: { cpuPercent: tally, diskPercent: tally } };
    expect([mergeSlots(slot, other), mergeSlots(other, slot)]).toEqual([both, both]);
  });
});

describe('collectRunner', () => {
  it('has two metrics for each figure of each slot, at its start', () => {
    const memory = { sum: 3 * 1_000_000_000.4, weight: 3, max: 1_000_000_000.6 };
    const slots: Slot[] = [slot, { startedAtMs: start + slotMs, tallies: { memoryUsedBytes: memory } }];
    expect(collectRunner(slots, slotMs)).toEqual({
      metrics: [
        { nodes: ['runner', 'cpu_percent', 'mean'], value: 10, timestamp: 1_699_999_980 },
        { nodes: ['runner', 'cpu_percent', 'max'], value: 20, timestamp: 1_699_999_980 },
        { nodes: ['runner', 'memory_used_bytes', 'mean'], value: 1_000_000_000, timestamp: 1_700_000_040 },
        { nodes: ['runner', 'memory_used_bytes', 'max'], value: 1_000_000_001, timestamp: 1_700_000_040 },
      ],
      figures: {
        slotSeconds: 60,
        slots: [
          { startedAt: 1_699_999_980, cpuPercent: { mean: 10, max: 20 } },
          { startedAt: 1_700_000_040, memoryUsedBytes: { mean: 1_000_000_000, max: 1_000_000_001 } },
        ],
      },
    });
  });

  it('names every figure', () => {
    const tallies = Object.fromEntries(FIGURE_NAMES.map((name) => [name, tally]));
    const { metrics } = collectRunner([{ startedAtMs: start, tallies }], slotMs);
    expect(metrics.map(({ nodes }) => nodes.join('.'))).toEqual(
      [
        'runner.cpu_percent',
        'runner.memory_used_bytes',
        'runner.memory_percent',
        'runner.disk_used_bytes',
        'runner.disk_percent',
        'runner.network_received_bytes_per_second',
        'runner.network_sent_bytes_per_second',
      ].flatMap((name) => [`${name}.mean`, `${name}.max`]),
    );
  });

  it('has no metrics without slots', () => {
    expect(collectRunner([], slotMs)).toEqual({ metrics: [], figures: { slotSeconds: 60, slots: [] } });
  });
});

describe('records', () => {
  it('have one length with any content', () => {
    const worst = { sum: 9.87654321e21, weight: 12345678.123457, max: 9007199254740991 };
    const tallies = Object.fromEntries(FIGURE_NAMES.map((name) => [name, worst]));
    for (const one of [slot, { startedAtMs: start, tallies }, { startedAtMs: start, tallies: {} }]) {
      const text = formatSlotRecord(one);
      expect(text).toMatch(/^\{[\x20-\x7e]*\n$/);
      expect(Buffer.byteLength(text)).toBe(RECORD_BYTES);
    }
  });

  it('are read back in the order of time, each slot once', () => {
    const later = { ...slot, startedAtMs: start + slotMs };
    const text = [later, slot, later].map(formatSlotRecord).join('');
    expect(parseSlotRecords(text, limits)).toEqual({
      slots: [slot, { ...later, tallies: { cpuPercent: { sum: 200, weight: 20, max: 20 } } }],
      badLines: 0,
    });
  });

  it('are kept when later ones are cut off', () => {
    const text = formatSlotRecord(slot) + formatSlotRecord(slot).slice(0, 30);
    expect(parseSlotRecords(text, limits)).toEqual({ slots: [slot], badLines: 1 });
  });

  it('count without a line end when they are the last', () => {
    expect(parseSlotRecords(formatSlotRecord(slot).trimEnd(), limits)).toEqual({
      slots: [slot],
      badLines: 0,
    });
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['no JSON', 'x'],
    ['zero bytes', '\0'.repeat(100)],
    ['a list', '[]'],
    ['null', 'null'],
    ['no start', '{"cpuPercent":[100,10,20]}'],
    ['a start that is text', record({ startedAtMs: String(start) })],
    ['a start that is not a slot', record({ startedAtMs: start + 1 })],
    ['a slot that ended before the job', record({ startedAtMs: start - slotMs })],
    ['a slot of the future', record({ startedAtMs: limits.toMs + slotMs })],
    ['an infinite start', record({}).replace(String(start), '1e999')],
    ['another figure', record({ 'a.b;c=d\n1': [1, 1, 1] })],
    ['a prototype', record({}).replace('cpuPercent', '__proto__')],
    ['a figure that is a number', record({ cpuPercent: 5 })],
    ['two numbers', record({ cpuPercent: [1, 1] })],
    ['four numbers', record({ cpuPercent: [1, 1, 1, 1] })],
    ['text for a number', record({ cpuPercent: [1, 1, '1'] })],
    ['a negative sum', record({ cpuPercent: [-1, 1, 1] })],
    ['no weight', record({ cpuPercent: [0, 0, 1] })],
    ['an infinite weight', record({ cpuPercent: 'x' }).replace('"x"', '[1,1e999,1]')],
    ['an infinite maximum', record({ cpuPercent: 'x' }).replace('"x"', '[1,1,1e999]')],
    ['more than 100 percent', record({ cpuPercent: [1, 1, 100.1] })],
    ['more bytes than a number can count', record({ diskUsedBytes: [1, 1, 1e16] })],
    ['a mean over the maximum', record({ cpuPercent: [300, 10, 20] })],
    ['a line that is too long', record({}).padEnd(RECORD_BYTES)],
  ])('refuses %s as a slot', (_, line) => {
    expect(parseSlotRecords(`${line}\n`, limits)).toEqual({ slots: [], badLines: 1 });
    expect(parseSlotRecords(`${line}\n${record({})}\n`, limits)).toEqual({ slots: [slot], badLines: 1 });
  });

  it('keep their values to six digits', () => {
    const value = fc.double({ min: 0, max: 100, noNaN: true });
    const weight = fc.double({ min: 0.001, max: 1000, noNaN: true });
    const one = fc.record({ name: fc.constantFrom(...FIGURE_NAMES), value, weight });
    const samples = fc.array(fc.tuple(fc.integer({ min: 0, max: 3_600_000 }), one), { minLength: 1 });
    fc.assert(
      fc.property(samples, (list) => {
        const slots = list.map(([afterMs, { name, ...weighted }]) =>
          toSlot({ atMs: start + afterMs, figures: { [name]: weighted } }, slotMs),
        );
        const { slots: read, badLines } = parseSlotRecords(slots.map(formatSlotRecord).join(''), limits);
        expect(badLines).toBe(0);
        expect(read.map(({ startedAtMs }) => startedAtMs)).toEqual(
          [...new Set(slots.map(({ startedAtMs }) => startedAtMs))].toSorted((a, b) => a - b),
        );
        for (const { value: printed } of collectRunner(read, slotMs).metrics) {
          expect(printed).toBeGreaterThanOrEqual(0);
          expect(printed).toBeLessThanOrEqual(100);
        }
        const direct = Map.groupBy(slots, ({ startedAtMs }) => startedAtMs);
        for (const { startedAtMs, tallies } of read) {
          const whole = (direct.get(startedAtMs) ?? []).reduce(mergeSlots);
          for (const name of FIGURE_NAMES) {
            expect(tallies[name] === undefined).toBe(whole.tallies[name] === undefined);
            expect(tallies[name]?.sum ?? 0).toBeCloseTo(whole.tallies[name]?.sum ?? 0, 3);
            expect(tallies[name]?.max ?? 0).toBeCloseTo(whole.tallies[name]?.max ?? 0, 5);
          }
        }
      }),
    );
  });
});

test('no file makes the reader throw or gives an impossible metric', () => {
  const number = fc.oneof(fc.double(), fc.integer(), fc.constant(start), fc.jsonValue());
  const key = fc.oneof(fc.constantFrom('startedAtMs', ...FIGURE_NAMES), fc.string());
  const value = fc.oneof(number, fc.array(number, { minLength: 3, maxLength: 3 }));
  const line = fc.oneof(
    fc.string(),
    fc.json(),
    fc.dictionary(key, value).map((figures) => JSON.stringify({ startedAtMs: start, ...figures })),
  );
  fc.assert(
    fc.property(fc.array(line), fc.nat(2_000), (lines, length) => {
      const { slots } = parseSlotRecords(lines.join('\n').slice(0, length), limits);
      for (const metric of collectRunner(slots, slotMs).metrics) {
        expect(Number.isFinite(metric.value) && metric.value >= 0).toBe(true);
        expect(metric.timestamp).toBe(start / 1000);
      }
    }),
    { numRuns: 1000 },
  );
});
