import { MAX_NANOS, type Nanoseconds, parseSeconds } from './exact-seconds.ts';

/** The names of each unit, and its length. */
const UNITS: ReadonlyMap<string, Nanoseconds> = new Map(
  (
    [
      ['ns nsec nsecs nanos nanosecond nanoseconds', 1],
      // The micro sign, and the Greek letter that looks the same.
      ['us \u00b5s \u03bcs usec usecs micros microsecond microseconds', 1e3],
      ['ms msec msecs millis millisecond milliseconds', 1e6],
      ['s sec secs second seconds', 1e9],
      ['m min mins minute minutes', 60e9],
      ['h hr hrs hour hours', 3600e9],
      ['d day days', 86_400e9],
    ] as const
  ).flatMap(([names, nanos]) => names.split(' ').map((name) => [name, nanos])),
);
/** A number with its unit, up to the next number or the end. */
const PART = /(\.?\d[\d.,]*(?:e[+-]\d{1,4})?)\s*(\p{L}+)(?:,?\s+(?:and\s+)?|(?=\d)|$)/uy;
const ISO = /^p(?:([\d.,]+)d)?(?:t(?:([\d.,]+)h)?(?:([\d.,]+)m)?(?:([\d.,]+)s)?)?$/;
/** `1:02.5`, `00:01:02,5`; with days as in .NET (`1.02:03:04`) and Python (`1 day, 2:03:04`). */
const CLOCK = /^(?:(\d{1,9})(?:\.| days?, ))?(?:(\d{1,9}):)?(\d{1,9}):(\d{1,2}(?:[.,]\d{1,30})?)$/;
const MAX_CHARACTERS = 100;

/**
 * A duration with units as tools write it: `1.25s`, `80.803us`, `1m 2.5s`, `PT1.5S`, `00:01:02.5`. Undefined for any
 * other text.
 */
export function parseDuration(written: string): Nanoseconds | undefined {
  const text = written.trim().toLowerCase().replace(/^\+/, '');
  if (text.length > MAX_CHARACTERS) return undefined;
  return parseIso(text) ?? parseClock(text) ?? parseParts(text);
}

/** `1m 2.5s`: each unit once, from the longest to the shortest. */
function parseParts(text: string): Nanoseconds | undefined {
  const parts: Part[] = [];
  PART.lastIndex = 0;
  while (PART.lastIndex < text.length) {
    const match = PART.exec(text);
    if (match === null) return undefined;
    parts.push([match[1], UNITS.get(match[2] ?? '')]);
  }
  return addParts(parts);
}

function parseIso(text: string): Nanoseconds | undefined {
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

function parseClock(text: string): Nanoseconds | undefined {
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

type Part = readonly [number: string | undefined, unit: Nanoseconds | undefined];

function addParts(parts: readonly Part[]): Nanoseconds | undefined {
  if (parts.length === 0) return undefined;
  let sum = 0;
  let longer = Number.POSITIVE_INFINITY;
  for (const [number, unit] of parts) {
    const seconds = parseSeconds(number);
    if (seconds === undefined || unit === undefined) return undefined;
    if (unit >= longer) return undefined;
    longer = unit;
    // A product of two integers and one division: a factor such as 1e-9 is not exact.
    sum += (seconds * unit) / 1e9;
  }
  const nanos = Math.round(sum);
  return nanos > MAX_NANOS ? undefined : nanos;
}
