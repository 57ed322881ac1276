import { isRecord } from '../../util/values.ts';
import { FIGURE_NAMES, FIGURES, type FigureName } from './figure-names.ts';
import { joinSlots, type Slot, type Tally } from './slot.ts';

/** All records have the same length, so that a slot can be overwritten in place. */
export const RECORD_BYTES = 1024;

const MAX_PERCENT = 100;
const MAX_WEIGHT = 1e8;
/** Sums are rounded when they are written. */
const TOLERANCE = 1e-6;

/** The plausible values of a file that others can write to. */
export interface SlotLimits {
  readonly slotMs: number;
  /** No slot ends before `fromMs` or begins after `toMs`, in epoch milliseconds. */
  readonly fromMs: number;
  readonly toMs: number;
}

/** The slots of a file, sorted by time, and the number of its bad lines. */
export interface ParsedSlots {
  readonly slots: readonly Slot[];
  readonly badLines: number;
}

/** A slot as one line of ASCII, padded with spaces. */
export function formatSlotRecord({ startedAtMs, tallies }: Slot): string {
  const figures = Object.entries(tallies).map(([name, { sum, weight, max }]) => [
    name,
    [sum, weight, max].map(round),
  ]);
  return `${JSON.stringify({ startedAtMs, ...Object.fromEntries(figures) }).padEnd(RECORD_BYTES - 1)}\n`;
}

/** Parses records. A line that is not a record, or that has impossible values, is omitted and counted. */
export function parseSlotRecords(text: string, limits: SlotLimits): ParsedSlots {
  const parts: Slot[] = [];
  let badLines = 0;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const slot = end - start < RECORD_BYTES ? parseRecord(text.slice(start, end), limits) : undefined;
    if (slot === undefined) badLines += 1;
    else parts.push(slot);
    start = end + 1;
  }
  return { slots: joinSlots(parts), badLines };
}

function parseRecord(line: string, limits: SlotLimits): Slot | undefined {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!isRecord(record)) return undefined;
  const { startedAtMs, ...figures } = record;
  if (!isStart(startedAtMs, limits)) return undefined;
  const tallies: Partial<Record<FigureName, Tally>> = {};
  for (const [name, value] of Object.entries(figures)) {
    const tally = isFigure(name) ? parseTally(value, FIGURES[name].unit) : undefined;
    if (tally === undefined || !isFigure(name)) return undefined;
    tallies[name] = tally;
  }
  return { startedAtMs, tallies };
}

function isFigure(name: string): name is FigureName {
  return (FIGURE_NAMES as readonly string[]).includes(name);
}

function isStart(value: unknown, { slotMs, fromMs, toMs }: SlotLimits): value is number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value % slotMs !== 0) return false;
  return value + slotMs > fromMs && value <= toMs;
}

function parseTally(value: unknown, unit: 'percent' | 'bytes'): Tally | undefined {
  if (!Array.isArray(value) || value.length !== 3) return undefined;
  const [sum, weight, max] = value as readonly unknown[];
  const most = unit === 'percent' ? MAX_PERCENT : Number.MAX_SAFE_INTEGER;
  if (!isWithin(max, most) || !isWithin(weight, MAX_WEIGHT) || weight === 0) return undefined;
  if (!isWithin(sum, max * weight * (1 + TOLERANCE) + 1)) return undefined;
  return { sum, weight, max };
}

function isWithin(value: unknown, max: number): value is number {
  return typeof value === 'number' && value >= 0 && value <= max;
}

function round(number: number): number {
  return Math.round(number * 1e6) / 1e6;
}
