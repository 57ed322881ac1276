const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The last second that fits in the 32 bits of a whisper file. */
export const MAX_TIMESTAMP = 4_294_967_295;
const FIRST_MILLISECONDS = 1e11;

/** The parsed value, or the rule that the input breaks and the cure. */
type Parsed<T> = { readonly ok: T } | { readonly rule: string; readonly cure: string };

const VALUE_RULE = 'a value is exactly one finite decimal number, or true or false';

/** Parses a metric value: a decimal number, trimmed. `true` and `false` are 1 and 0. */
export function parseValue(written: unknown): Parsed<number> {
  if (typeof written === 'number') {
    return Number.isFinite(written)
      ? { ok: written }
      : { rule: VALUE_RULE, cure: 'Leave the metric out instead.' };
  }
  if (typeof written === 'boolean') return { ok: written ? 1 : 0 };
  if (typeof written === 'bigint') return parseValue(Number(written));
  if (typeof written !== 'string') {
    const cure =
      written === null || written === undefined ? 'Leave the metric out instead.' : 'Give a number.';
    return { rule: VALUE_RULE, cure };
  }
  return parseValueText(written.trim());
}

function parseValueText(text: string): Parsed<number> {
  if (text === 'true') return { ok: 1 };
  if (text === 'false') return { ok: 0 };
  if (text === '') {
    return { rule: VALUE_RULE, cure: 'It is empty; a variable that is not set is the usual cause.' };
  }
  if (!DECIMAL.test(text)) return { rule: VALUE_RULE, cure: cureOf(text) };
  const value = Number(text);
  if (!Number.isFinite(value)) return { rule: VALUE_RULE, cure: TOO_LARGE_CURE };
  return { ok: value };
}

const TOO_LARGE_CURE = "Give a number. Graphite's largest one is 1.8e308: use a larger unit.";

function cureOf(text: string): string {
  if (text.includes('\u001b') || text.includes('\u009b')) return ANSI_CURE;
  if (/^<.*>$/.test(text)) return 'Leave "<" and ">" out: they only mark the place of a number.';
  const seconds = findSeconds(text);
  if (seconds !== undefined) return `Give seconds: ${seconds}.`;
  if (/^[+-]?0x/i.test(text)) return 'Write it in decimal.';
  if (/^[\d.,_' ]+$/.test(text)) return 'Write it without separators, with a point for the fraction.';
  if (/^[+-]?\.?\d[\d.]*\s*[%a-zA-Z]+$/.test(text)) return 'Write it without its unit.';
  if (/^(null|~)$/i.test(text)) return 'Leave the metric out instead.';
  return 'Give a number.';
}

const ANSI_CURE =
  'It has the colours of a terminal (ANSI codes): turn them off where it is printed, such as by NO_COLOR=1.';

/** The seconds of `00:01:23`, `1m23s` or `PT1M23S`; nothing for a text of one number and one unit, or of another kind. */
function findSeconds(text: string): number | undefined {
  const clock = /^(?:(?:()(\d{1,6}):)?(\d{1,4})):(\d{2}(?:\.\d{1,9})?)$/;
  const isoDuration = /^P(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6}(?:\.\d{1,9})?)S)?)?$/i;
  const withUnits =
    /^(?:(\d{1,6})\s*d(?:ays?)?)?\s*(?:(\d{1,6})\s*h(?:ours?|rs?)?)?\s*(?:(\d{1,6})\s*m(?:in(?:ute)?s?)?)?\s*(?:(\d{1,6}(?:\.\d{1,9})?)\s*s(?:ec(?:ond)?s?)?)?$/i;
  const [, ...parts] = clock.exec(text) ?? isoDuration.exec(text) ?? withUnits.exec(text) ?? [];
  const given = parts.filter((part) => part !== undefined && part !== '');
  if (given.length === 0 || (given.length === 1 && !/^P/i.test(text))) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
  return Math.round((((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000) / 1000;
}

const TIMESTAMP_RULE = `a timestamp is epoch seconds from 1 to ${MAX_TIMESTAMP}, or ISO 8601 with a zone`;

/**
 * Parses a timestamp to whole epoch seconds: from a number, its text, an ISO 8601 text with a zone, or a `Date`.
 * Fractions are rounded down.
 */
export function parseTimestamp(written: unknown): Parsed<number> {
  if (written instanceof Date) return checkSeconds(written.getTime() / 1000);
  if (typeof written === 'number') return checkSeconds(written);
  if (typeof written === 'bigint') return checkSeconds(Number(written));
  if (typeof written !== 'string') return { rule: TIMESTAMP_RULE, cure: 'Give epoch seconds.' };
  const text = written.trim();
  if (DECIMAL.test(text)) return checkSeconds(Number(text));
  return parseIso8601(text);
}

function checkSeconds(seconds: number): Parsed<number> {
  if (seconds > FIRST_MILLISECONDS && Number.isFinite(seconds)) {
    return { rule: TIMESTAMP_RULE, cure: 'It looks like milliseconds: divide by 1000.' };
  }
  const whole = Math.floor(seconds);
  if (whole >= 1 && whole <= MAX_TIMESTAMP) return { ok: whole };
  return { rule: TIMESTAMP_RULE, cure: 'Leave the timestamp out for "now".' };
}

function parseIso8601(text: string): Parsed<number> {
  const pattern =
    /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)(?:([Zz])|([+-]\d{2}):?(\d{2})?)$/;
  const match = pattern.exec(text);
  if (match === null) {
    const zoneless = pattern.test(`${text}Z`);
    return {
      rule: TIMESTAMP_RULE,
      cure: zoneless ? 'Add the zone, such as Z or +02:00.' : 'Write it like 2026-01-31T12:00:00Z.',
    };
  }
  const [, date = '', time = '', , hours, minutes = '00'] = match;
  const zone = hours === undefined ? 'Z' : `${hours}:${minutes}`;
  const midnight = new Date(`${date}T00:00:00Z`);
  // The JavaScript engine turns 30 February into a day in March; such a date is refused.
  const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(date);
  const instant = exists ? Date.parse(`${date}T${time.replace(',', '.')}${zone}`) : Number.NaN;
  if (Number.isNaN(instant)) return { rule: TIMESTAMP_RULE, cure: 'There is no such day or time.' };
  return checkSeconds(instant / 1000);
}
