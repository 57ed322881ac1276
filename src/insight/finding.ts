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

/** The number of past runs that count. */
export const MAX_HISTORY = 100;
/** A value that has crossed this share of the change is on the other side. */
export const HALFWAY = 0.6;

/** Whether a change is as large as the least change that matters. */
export function matters(
  before: number,
  after: number,
  { relative, absolute }: Pick<Rules, 'relative' | 'absolute'>,
): boolean {
  const difference = Math.abs(after - before);
  return difference > 0 && difference >= relative * Math.abs(before) && difference >= absolute;
}

/** The relative change; absent if it starts at 0. */
export function toChange(before: number, after: number): { readonly change?: number } {
  return before === 0 ? {} : { change: after / before - 1 };
}
