import type { Figures } from './figures.ts';
import type { CheckFigures } from './verdict.ts';

/** How a run ended. The worst window decides: `failed`, then `sent`, then `confirmed`. */
export type Delivery = 'confirmed' | 'sent' | 'failed' | 'skipped' | 'dry-run';

/** A written name that had to change to become a path. */
export interface Rename {
  readonly from: string;
  readonly to: string;
}

/** The first hundred collected names that a path could not hold, and their paths with hash digits. */
export interface HashedNames {
  readonly first: readonly Rename[];
  readonly count: number;
}

/** One formatted line, for the preview. */
export interface Point {
  readonly path: string;
  readonly value: string;
  /** Epoch seconds. */
  readonly timestamp: number;
}

/** What one run did: the server, the amounts, and the proof of the delivery. */
export interface Result {
  /**
   * `confirmed`: the receiver closed after reading everything. `sent`: written, no close in time. `failed`: anything
   * else. `skipped`: there was nothing to do. `dry-run`: nothing was sent because the run asked for that.
   */
  readonly delivery: Delivery;
  /** `host:port`, or `[v6]:port`; undefined in a dry run without a server. */
  readonly server?: string;
  /** The proof of the confirmation: the kernel's table of connections, or only the order of the closes. */
  readonly evidence?: 'kernel' | 'close';
  /** Batches confirmed or sent, each counted once. */
  readonly batches: number;
  /** Lines confirmed or sent. */
  readonly lines: number;
  /** Bytes confirmed or sent. */
  readonly bytes: number;
  /** Connections tried, for all windows and all servers. */
  readonly attempts: number;
  /**
   * The first five distinct errors of single connections that a later connection made up for. Undefined if there were
   * none.
   */
  readonly connectionErrors?: readonly string[];
  /** Lines that were not confirmed, sent or not; for a replay, all lines that its files still contain. */
  readonly undelivered: number;
  /** The file in the spool with these lines. */
  readonly undeliveredFile?: string;
  /** The number of lines in the file; fewer than `undelivered` if the disk did not accept all. */
  readonly kept?: number;
  /** Points that were read back from Graphite; undefined without `verify`. */
  readonly verified?: number;
  /** Points that were not found in the end; undefined without `verify`. */
  readonly missing?: number;
  /** Lines formatted and checked, sent or not. */
  readonly linesMade: number;
  /** The first lines of the run, at most two hundred. */
  readonly points: readonly Point[];
  /** Names that the user wrote and that were changed to become paths: the first hundred. */
  readonly renamed: readonly Rename[];
  /** The number of all changed names. */
  readonly renamedCount: number;
  /** The source that was derived from the repository, the matrix leg or the host, if it was changed to become a path. */
  readonly derivedSource?: Rename;
  /**
   * Metrics with a fault that were left out: the first hundred faults, and the number of metrics. Undefined if there
   * were none.
   */
  readonly rejected?: { readonly first: readonly string[]; readonly count: number };
  /** Undefined if a path could hold all collected names. */
  readonly hashed?: HashedNames;
  /** The figures of reports, job and runner, for the summary; undefined if nothing was collected. */
  readonly figures?: Figures;
  /** The verdicts on the run's values; undefined without `check`. */
  readonly check?: CheckFigures;
  /** Problems that did not stop the run. */
  readonly warnings: readonly string[];
  /** Remarks that need no action. Undefined if there are none. */
  readonly notices?: readonly string[];
}
