import { formatCount } from './amounts.ts';
import { BYTE_UNITS } from './quantities.ts';

/** From here on whole minutes are clearer than seconds. */
const MINUTES_FROM_SECONDS = 600;

/** Numbers in one row or column have one unit, so that they compare easily. */
export interface Column {
  readonly unit: string;
  /** A number without its unit. */
  readonly format: (value: number) => string;
}

/** Bytes in the unit of the greatest. */
export function bytesColumn(values: readonly number[]): Column {
  const most = findMost(values);
  let power = 0;
  while (most / 1024 ** power >= 1023.995 && power < BYTE_UNITS.length - 1) power += 1;
  const unit = BYTE_UNITS[power] ?? 'B';
  if (power === 0) return { unit, format: formatCount };
  return decimalColumn(unit, { divisor: 1024 ** power, most });
}

/** Durations in seconds, or in minutes if one is long. */
export function secondsColumn(values: readonly number[]): Column {
  const most = findMost(values);
  const isLong = most >= MINUTES_FROM_SECONDS;
  return decimalColumn(isLong ? 'min' : 's', { divisor: isLong ? 60 : 1, most });
}

function decimalColumn(unit: string, { divisor, most }: { divisor: number; most: number }): Column {
  const decimals = most / divisor < 10 ? 2 : 1;
  const least = 10 ** -decimals;
  return {
    unit,
    format: (value) => {
      if (!Number.isFinite(value)) return '–';
      const scaled = value / divisor;
      if (scaled > 0 && scaled < least / 2) return `< ${least}`;
      const [whole = '', fraction = ''] = scaled.toFixed(decimals).split('.');
      return `${formatCount(Number(whole))}.${fraction}`;
    },
  };
}

function findMost(values: readonly number[]): number {
  return values.reduce((most, value) => (Number.isFinite(value) ? Math.max(most, value) : most), 0);
}
