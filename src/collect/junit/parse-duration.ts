import { type ExactSeconds, MAX_UNITS, parseSeconds, toUnits } from './exact-seconds.ts';

/** A unit by its names, and its length as a fraction of whole seconds: exact, which a factor of 1e-9 would not be. */
const UNITS: ReadonlyMap<string, readonly [times: bigint, over: bigint]> = new Map(
  (
    [
      ['ns nsec nsecs nanos nanosecond nanoseconds', 1n, 1_000_000_000n],
      // The micro sign, and the Greek letter that looks like it.
      ['us \u00b5s \u03bcs usec usecs micros microsecond microseconds', 1n, 1_000_000n],
      ['ms msec msecs millis millisecond milliseconds', 1n, 1000n],
      ['s sec secs second seconds', 1n, 1n],
      ['m min mins minute minutes', 60n, 1n],
      ['h hr hrs hour hours', 3600n, 1n],
      ['d day days', 86_400n, 1n],
    ] as const
  ).flatMap(([names, times, over]) => names.split(' ').map((name) => [name, [times, over] as const])),
);
/** A number with its unit, up to the next number or the end. */
const PART = /(\d[\d.,]*(?:e[+-]\d{1,4})?)\s*(\p{L}+)(?:,?\s+|(?=\d)|$)/uy;
const ISO = /^p(?:([\d.,]+)d)?(?:t(?:([\d.,]+)h)?(?:([\d.,]+)m)?(?:([\d.,]+)s)?)?$/;
/** `1:02.5`, `00:01:02,5`; with days as .NET (`1.02:03:04`) and Python (`1 day, 2:03:04`) write them. */
const CLOCK = /^(?:(\d{1,9})(?:\.| days?, ))?(?:(\d{1,9}):)?(\d{1,9}):(\d{1,2}(?:[.,]\d{1,30})?)$/;
const MAX_CHARACTERS = 100;

/**
 * A duration with units, as tools write it: `1.25s`, `80.803us`, `1m 2.5s`, `PT1.5S`, `00:01:02.5`. Undefined where it
 * is none.
 */
export function parseDuration(written: string): ExactSeconds | undefined {
  const text = written.trim().toLowerCase();
  if (text.length > MAX_CHARACTERS) return undefined;
  return parseIso(text) ?? parseClock(text) ?? parseParts(text);
}

/** `1m 2.5s`: each unit once, from the longest to the shortest. */
function parseParts(text: string): ExactSeconds | undefined {
  const parts: Part[] = [];
  PART.lastIndex = 0;
  while (PART.lastIndex < text.length) {
    const match = PART.exec(text);
    if (match === null) return undefined;
    parts.push([match[1], UNITS.get(match[2] ?? '')]);
  }
  return addParts(parts);
}

function parseIso(text: string): ExactSeconds | undefined {
  const [, days, hours, minutes, seconds] = ISO.exec(text) ?? [];
  return addParts(
    (
      [
        [days, 'd'],
        [hours, 'h'],
        [minutes, 'm'],
        [seconds, 's'],
      ] as const
    )
      .filter(([number]) => number !== undefined)
      .map(([number, unit]) => [number, UNITS.get(unit)]),
  );
}

function parseClock(text: string): ExactSeconds | undefined {
  const [, days, hours, minutes, seconds] = CLOCK.exec(text) ?? [];
  if (minutes === undefined || seconds === undefined || (days !== undefined && hours === undefined))
    return undefined;
  if (Number(seconds.replace(',', '.')) >= 60 || (hours !== undefined && Number(minutes) >= 60))
    return undefined;
  return addParts([
    [days ?? '0', UNITS.get('d')],
    [hours ?? '0', UNITS.get('h')],
    [minutes, UNITS.get('m')],
    [seconds, UNITS.get('s')],
  ]);
}

type Part = readonly [number: string | undefined, unit: readonly [times: bigint, over: bigint] | undefined];

function addParts(parts: readonly Part[]): ExactSeconds | undefined {
  if (parts.length === 0) return undefined;
  let sum = 0n;
  let longer: bigint | undefined;
  for (const [number, unit] of parts) {
    const seconds = parseSeconds(number);
    if (seconds === undefined || unit === undefined) return undefined;
    const [times, over] = unit;
    const nanos = (times * 1_000_000_000n) / over;
    if (longer !== undefined && nanos >= longer) return undefined;
    longer = nanos;
    sum += (toUnits(seconds) * times) / over;
  }
  return sum > MAX_UNITS ? undefined : sum;
}
