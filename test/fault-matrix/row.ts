import type { Program } from '../support/needs.ts';

/** What one fault did, as the test observed it. */
export interface Observation {
  /** How many lines the run had to deliver. */
  readonly lines: number;
  /** How many different lines of them the receiver had in the end. */
  readonly received: number;
  /** The outputs of the step. */
  readonly delivery: string;
  readonly evidence: string;
  readonly attempts: number;
  /** Lines that were kept for a replay. */
  readonly spooled: number;
  readonly exitCode: number | null;
  /** The errors and warnings of the step, with its server as `HOST:PORT`. */
  readonly printed: string;
}

/** One fault: how to cause it, and what must follow. */
export interface Row {
  readonly fault: string;
  /** Programs that the fault needs. */
  readonly programs?: readonly Program[];
  /** Whether the fault needs its own network and mount namespaces, and so root. */
  readonly namespace?: boolean;
  readonly expected: {
    readonly delivery: 'confirmed' | 'sent' | 'failed' | '';
    /** What the step prints. It proves that this fault happened. */
    readonly message: RegExp;
  };
  /**
   * What the step prints if a busy machine delays the close, so that the delivery is tested and fails. The document keeps
   * the usual observation.
   */
  readonly failsIfLate?: RegExp;
  /** Whether the number of attempts or received lines differs between runs. */
  readonly attemptsVary?: boolean;
  /** Whether the document shows the number of lines although it is neither none nor all. */
  readonly exact?: boolean;
  /** Why missing lines are rightly not in the spool. */
  readonly missing?: string;
  readonly remark: string;
  readonly run: () => Promise<Observation>;
}

/** Rows of one kind. */
export interface Section {
  readonly title: string;
  /** What the rows cannot express. */
  readonly note?: string;
  readonly rows: readonly Row[];
}
