import type { Window } from '../format/format-windows.ts';
import type { SendError, SpoolError } from '../model/errors.ts';
import type { Delivery, Result } from '../model/result.ts';
import type { Budget } from '../send/budget.ts';
import type { FailedWindowSink } from '../send/delivery.ts';

/** How one window is sent. */
export interface SendRules {
  /** The time that is left for sending; absent where sending may take as long as it takes. */
  readonly budget?: Budget | undefined;
  /** Where the window is kept if it is not confirmed; absent where it is kept elsewhere already. */
  readonly failedWindows?: FailedWindowSink | undefined;
}

/** What a Result says of the delivery. */
export type DeliveryFacts = Pick<
  Result,
  | 'server'
  | 'evidence'
  | 'batches'
  | 'lines'
  | 'bytes'
  | 'attempts'
  | 'connectionErrors'
  | 'undelivered'
  | 'undeliveredFile'
  | 'kept'
  | 'verified'
  | 'missing'
> & {
  /** What is strange about confirmations. */
  readonly notes?: readonly string[];
};

/** Sends the windows of one run and owns the state of their delivery. A dry run has a sender of its own. */
export interface WindowSender {
  /** Lines that were formatted and given to this sender. */
  readonly linesMade: number;
  readonly state: Extract<Delivery, 'confirmed' | 'sent' | 'failed' | 'dry-run'>;
  /** Why the first window failed; from then on nothing is tried. */
  readonly failure: SendError | undefined;
  /** Why what was not confirmed could not be kept. */
  readonly spoolFailure: SpoolError | undefined;
  /** Aborts when the run is stopped. */
  readonly signal: AbortSignal;
  /** Sends windows that share one budget of time. */
  sendTogether(windows: AsyncIterable<Window>): Promise<void>;
  /** Sends windows as they come. Each has a budget of its own, because their number is not known. */
  sendStream(windows: AsyncIterable<Window>): Promise<void>;
  /**
   * Sends a file of full lines again, for as long as that takes. `file` is its path where it can be read a second time.
   * Confirmed lines are removed from a file of the spool; returns why they are not, where they are not.
   */
  replay(file: string | undefined, windows: AsyncIterable<Window>): Promise<string | undefined>;
  /** Keeps the windows of a run that was stopped before they could be sent. */
  stop(windows: AsyncIterable<Window>, reason: SendError): Promise<void>;
  /** Ends the delivery: what is kept gets its final name. */
  end(): Promise<void>;
  /** What is known of the delivery so far. */
  toFacts(): DeliveryFacts;
}
