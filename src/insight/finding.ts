/** How a value is compared with its history. */
export interface Rules {
  /** 1 if more is worse, −1 if less is worse, 0 if unknown. */
  readonly worse: 1 | -1 | 0;
  readonly relative: number;
  readonly absolute: number;
  readonly metrics: number;
}

/** A change of a direction, as `runs` runs show it. */
export interface Finding {
  readonly direction: 1 | -1;
  readonly runs: number;
  readonly change?: number;
}

/** A level, and what it became. */
export interface Change {
  readonly before: number;
  readonly after: number;
}

/** Earlier values, the oldest first, and the one that is compared with them. */
export interface ComparedValue {
  readonly values: readonly number[];
  readonly value: number;
}

/** The number of past runs that count. */
export const MAX_HISTORY = 100;
/** A value that has crossed this share of the change is on the other side. */
export const HALFWAY = 0.6;

/** The share of a value by which decimal numbers differ as doubles: 4.02 − 3.52 is a little less than 0.5. */
const ROUNDING = 1e-12;

/** Whether a change is as large as the least change that matters, of decimal numbers. */
export function matters(
  { before, after }: Change,
  { relative, absolute }: Pick<Rules, 'relative' | 'absolute'>,
): boolean {
  const difference = Math.abs(after - before);
  const rounding = ROUNDING * Math.max(Math.abs(before), Math.abs(after));
  const least = Math.max(relative * Math.abs(before), absolute);
  return difference > 0 && difference >= least - rounding;
}

/** The relative change; undefined if it starts at 0, or is no finite number. */
export function toChange({ before, after }: Change): { readonly change?: number } {
  const change = after / before - 1;
  return Number.isFinite(change) ? { change } : {};
}
