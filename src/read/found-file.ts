import type { Fault } from '../errors.ts';

/** A regular file that patterns of a collected source named. */
export interface FoundFile {
  /** How people know it: relative where it lies below the current directory. Shown, never opened. */
  readonly path: string;
  /** Absolute and without any link. */
  readonly realPath: string;
}

/** What is wrong with a file or a pattern; whoever knows the option adds where it stands. */
export type Problem = Omit<Fault, 'at'>;
