import type { Fault } from '../model/errors.ts';

/** A file that patterns named. */
export interface FoundFile {
  /** How people know it: relative where it lies below the current directory. Shown, never opened. */
  readonly path: string;
  /** Absolute and without any link; of a stream the name by which it is opened. */
  readonly realPath: string;
  /** What the operator named himself is a pipe, a device or a file without a name: it can be read once, as it comes. */
  readonly isStream?: true;
}

/** Standard input, as a file that was found. No other has a name that is not absolute. */
export const STDIN: FoundFile = { path: '-', realPath: '-', isStream: true };

/** What is wrong with a file or a pattern; whoever knows the option adds where it stands. */
export type Problem = Omit<Fault, 'location'>;
