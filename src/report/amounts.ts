/** A whole number with separated thousands: `12,345`. */
export function formatCount(count: number): string {
  if (!Number.isFinite(count)) return '–';
  return String(Math.round(count)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** A count with its noun: `1 step`, `2 steps`. */
export function formatCounted(count: number, noun: string): string {
  return `${formatCount(count)} ${count === 1 ? noun : `${noun}s`}`;
}

/** An instant to the second, in UTC; undefined if it is out of the calendar's range. */
export function formatInstant(epochSeconds: number): string | undefined {
  if (!(epochSeconds >= 0 && epochSeconds < 253_402_300_800)) return undefined;
  // Not `toISOString`: its first call takes as long as the rest of a small summary.
  const at = new Date(Math.floor(epochSeconds) * 1000);
  const date = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()].map(pad).join('-');
  return `${date}T${[at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(pad).join(':')}Z`;
}

function pad(part: number): string {
  return String(part).padStart(2, '0');
}

/** The number of reports behind a figure, appended to it: `, from 12 reports`. */
export function formatOrigin(reports: number | undefined): string {
  return reports === undefined ? '' : `, from ${formatCounted(reports, 'report')}`;
}

const UNITS: ReadonlyArray<readonly [ending: string, unit: string]> = [
  ['_bytes_per_second', 'B/s'],
  ['_seconds', 's'],
  ['_bytes', 'B'],
  ['_percent', '%'],
];

/** The unit in the last node of a path; empty if there is none. */
export function findUnit(path: string): string {
  const nodes = (path.split(';', 1)[0] ?? '').split('.');
  const last = nodes.at(-1) ?? '';
  const measured = last === 'mean' || last === 'max' ? (nodes.at(-2) ?? '') : last;
  return UNITS.find(([ending]) => `_${measured}`.endsWith(ending))?.[1] ?? '';
}
