import type { Figures } from './figures.ts';
import type { CheckFigures } from './verdict.ts';

/** How a run ended; of several windows the worst counts: `failed`, then `sent`, then `confirmed`. */
export type Delivery = 'confirmed' | 'sent' | 'failed' | 'skipped' | 'dry-run';

/** A written name that had to change to become a path. */
export interface Rename {
  readonly from: string;
  readonly to: string;
}

/** Collected names that a path could not hold, and the paths with digits of their hash: the first hundred. */
export interface HashedNames {
  readonly first: readonly Rename[];
  readonly count: number;
}

/** One line as it was formatted, for people to look at. */
export interface Point {
  readonly path: string;
  readonly value: string;
  /** Epoch seconds. */
  readonly timestamp: number;
}

/** What one run did: where it sent, how much, and what the receiver's end proved. */
export interface Result {
  /**
   * `confirmed`: the receiver closed after reading everything. `sent`: written, no close in time. `failed`: anything
   * else. `skipped`: there was nothing to do. `dry-run`: nothing was sent because that was asked for.
   */
  readonly delivery: Delivery;
  /** `host:port`, or `[v6]:port`; absent in a dry run without a server. */
  readonly server?: string;
  /** What the confirmation rests on: the kernel's table of connections, or only the order of the closes. */
  readonly evidence?: 'kernel' | 'close';
  /** Batches confirmed or sent, each counted once. */
  readonly batches: number;
  /** Lines confirmed or sent. */
  readonly lines: number;
  /** Bytes confirmed or sent. */
  readonly bytes: number;
  /** Connections tried, for all windows and with every server of the list together. */
  readonly attempts: number;
  /**
   * What went wrong with single connections, each message once, the first five: where the run was delivered, what it took
   * another connection to make good. Absent where nothing did.
   */
  readonly connectionErrors?: readonly string[];
  /** Lines that were not confirmed, whether they were sent or not; of a replay all that its files still hold. */
  readonly undelivered: number;
  /** The file in the spool that holds them. */
  readonly undeliveredFile?: string;
  /** How many lines the file holds: fewer than are undelivered where the disk did not take them all. */
  readonly kept?: number;
  /** Points that were read back from Graphite; absent where that was not asked for. */
  readonly verified?: number;
  /** Points that were not found in the end; absent where reading back was not asked for. */
  readonly missing?: number;
  /** Lines formatted and checked, sent or not. */
  readonly linesMade: number;
  /** The first lines of the run, at most two hundred. */
  readonly points: readonly Point[];
  /** Names that were changed to become paths: the first hundred. */
  readonly renamed: readonly Rename[];
  /** How many names were changed in all. */
  readonly renamedCount: number;
  /** Metrics with a fault that were left out: the faults of the first hundred, and how many. Absent where none was. */
  readonly rejected?: { readonly first: readonly string[]; readonly count: number };
  /** Absent where a path could hold all collected names. */
  readonly hashed?: HashedNames;
  /** What reports, the job and the runner said, for people to look at; absent where nothing was collected. */
  readonly figures?: Figures;
  /** What the history says of the run's values; absent without `check`. */
  readonly check?: CheckFigures;
  /** What the user should know though it stopped nothing. */
  readonly warnings: readonly string[];
  /** What else the run noticed, and what needs no action. Absent where there is nothing. */
  readonly notices?: readonly string[];
}
