export const BYTE_UNITS: readonly string[] = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];

/** A duration for people: `0.42 s`, `4 min 32 s`, `1 h 5 min`. */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) return '–';
  if (seconds < 59.95) return `${Number(seconds.toFixed(seconds < 10 ? 2 : 1))} s`;
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min${whole % 60 === 0 ? '' : ` ${whole % 60} s`}`;
  return `${formatCount(Math.floor(minutes / 60))} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`;
}

/** A number of bytes in the unit that keeps it short: `1.23 MiB`. */
export function formatBytes(bytes: number): string {
  if (!Number.isFinite(bytes)) return '–';
  let value = bytes;
  let unit = 0;
  while (value >= 1023.995 && unit < BYTE_UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? formatCount(value) : value.toFixed(value < 10 ? 2 : 1)} ${BYTE_UNITS[unit]}`;
}

/** A whole number with separated thousands: `12,345`. */
export function formatCount(count: number): string {
  if (!Number.isFinite(count)) return '–';
  return String(Math.round(count)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** A count with its noun: `1 step`, `2 steps`. */
export function formatCounted(count: number, noun: string): string {
  return `${formatCount(count)} ${count === 1 ? noun : `${noun}s`}`;
}

/** The share of a whole. 100 % only for all of it, and a dash if the whole is 0. */
export function formatShare(part: number, whole: number): string {
  if (whole <= 0) return '–';
  const percent = Math.round((part / whole) * 1000) / 10;
  return formatPercent(part < whole ? Math.min(percent, 99.9) : percent);
}

/** A percentage with one decimal. */
export function formatPercent(percent: number): string {
  return Number.isFinite(percent) ? `${percent.toFixed(1)} %` : '–';
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
