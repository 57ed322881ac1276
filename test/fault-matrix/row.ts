import type { Program } from '../support/needs.ts';

/** What one fault did, as it was observed. */
export interface Observation {
  /** How many lines the run had to deliver. */
  readonly lines: number;
  /** How many different ones of them the receiver had in the end. */
  readonly received: number;
  /** The outputs of the step. */
  readonly delivery: string;
  readonly evidence: string;
  readonly attempts: number;
  /** Lines that were kept for a replay. */
  readonly spooled: number;
  readonly exitCode: number | null;
  /** The errors and warnings of the step, with its server as `HOST:PORT`. */
  readonly said: string;
}

/** One fault: how it is caused, and what must come of it. */
export interface Row {
  readonly fault: string;
  /** Programs without which it cannot be caused. */
  readonly programs?: readonly Program[];
  /** Whether it is caused in a network and a mount namespace of its own, which takes root. */
  readonly namespace?: boolean;
  readonly expected: {
    readonly delivery: 'confirmed' | 'sent' | 'failed' | '';
    /** What the step says; proof that the fault is the one that is meant. */
    readonly says: RegExp;
  };
  /** Whether the count of the attempts, or of the lines received, is another one in each run. */
  readonly attemptsVary?: boolean;
  /** Whether the count of lines belongs into the document although it is neither none nor all. */
  readonly exact?: boolean;
  /** Where what is missing is not in the spool: why that is right. */
  readonly missing?: string;
  readonly remark: string;
  readonly run: () => Promise<Observation>;
}

/** Rows that belong together. */
export interface Section {
  readonly title: string;
  /** What the rows cannot say. */
  readonly note?: string;
  readonly rows: readonly Row[];
}
