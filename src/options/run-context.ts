import type { Collected } from '../model/collected.ts';
import type { Faults } from '../model/faults.ts';
import type { JobStatus } from '../model/figures.ts';
import type { Face } from './rows.ts';
import type { JobNames } from './scope.ts';

/** What the entry point knows and passes to the core. */
export interface RunContext {
  /** Decides the defaults. */
  readonly face: Face;
  /** The instant of the run, in epoch milliseconds. */
  readonly nowMs: number;
  /** The group of `auto` in this run; by default `ci` for the action and `systems` for the others. */
  readonly autoGroup?: string | undefined;
  /** The source if the options have none. */
  readonly defaultSource?: string | undefined;
  /** Names that the CI system may have filled into `source`: the repository, and the values of the matrix leg. */
  readonly filledIn?: readonly string[] | undefined;
  /** The words of the scope. */
  readonly job?: JobNames | undefined;
  /**
   * What the entry point collects. It is called when the options were checked. Unless they are `isValid`, nothing is
   * sent, so it asks no server.
   */
  readonly collect?: ((isValid: boolean) => Promise<Collected>) | undefined;
  /**
   * Whether collected metrics are sent in spite of faults of named ones, which are reported afterwards. At the end of a
   * job, a run cannot be corrected and repeated.
   */
  readonly sendsCollectedDespiteFaults?: boolean | undefined;
  /** What the entry point warns of. */
  readonly warnings?: readonly string[] | undefined;
  /** The job's status so far, for `check`, if the options do not give it. */
  readonly jobStatus?: JobStatus | undefined;
  /** Whether this run only checks a later one, without asking Graphite. */
  readonly isPreflight?: boolean | undefined;
  /** Collects the faults of the input, beginning with those that the entry point found. */
  readonly faults: Faults;
  /** Called with the size of every chunk read from a streamed file. */
  readonly onRead?: ((bytes: number) => void) | undefined;
  /** Standard input, for the file name `-`. */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
  /** The CI's checkout, which links must not leave; without it, or outside of it, the current directory. */
  readonly workspace?: string | undefined;
}
