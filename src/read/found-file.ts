import type { Fault } from '../model/errors.ts';

/** A file that patterns named. */
export interface FoundFile {
  /** The name in messages: relative if the file is below the current directory. It is never opened. */
  readonly path: string;
  /** Absolute and without links; for a stream, the name that opens it. */
  readonly realPath: string;
  /** A pipe, a device or a file without a name, named by the operator. It can be read once. */
  readonly isStream?: true;
}

/** Standard input as a found file. All other files have an absolute path. */
export const STDIN: FoundFile = { path: '-', realPath: '-', isStream: true };

/** What is wrong with a file or a pattern; the caller adds the option's name. */
export type Problem = Omit<Fault, 'location'>;
