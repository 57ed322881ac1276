import type { Window } from '../format/format-windows.ts';
import type { SendError, SpoolError } from '../model/errors.ts';
import type { Delivery, Result } from '../model/result.ts';
import type { Budget } from '../send/budget.ts';
import type { FailedWindowSink } from '../send/delivery.ts';

/** How one window is sent. */
export interface SendRules {
  /** The time that is left for sending; undefined without a limit. */
  readonly budget?: Budget | undefined;
  /** Where the window is kept if it is not confirmed; undefined if it is kept elsewhere. */
  readonly failedWindows?: FailedWindowSink | undefined;
}

/** The parts of a Result about the delivery. */
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
  /** What was unusual about confirmations. */
  readonly notes?: readonly string[];
};

/** Sends the windows of one run and owns the state of their delivery. A dry run has its own implementation. */
export interface WindowSender {
  /** Lines that were formatted and given to this sender. */
  readonly linesMade: number;
  readonly state: Extract<Delivery, 'confirmed' | 'sent' | 'failed' | 'dry-run'>;
  /** Why the first window failed. After a failure, no window is sent. */
  readonly failure: SendError | undefined;
  /** Why unconfirmed lines could not be kept. */
  readonly spoolFailure: SpoolError | undefined;
  /** Aborts when the run is stopped. */
  readonly signal: AbortSignal;
  /** Sends windows that share one budget of time. */
  sendTogether(windows: AsyncIterable<Window>): Promise<void>;
  /**
   * Sends windows as they arrive, each with its own budget because their number is unknown. The next window is requested
   * only when the last one was sent or kept: both may use the same memory.
   */
  sendStream(windows: AsyncIterable<Window>): Promise<void>;
  /**
   * Sends a file of full lines again, without a total time limit. `file` is its path if it can be read a second time.
   * Confirmed lines are removed from a file of the spool; returns why they are not, if they are not.
   */
  replay(file: string | undefined, windows: AsyncIterable<Window>): Promise<string | undefined>;
  /** Keeps the windows of a run that was stopped before they could be sent. */
  stop(windows: AsyncIterable<Window>, reason: SendError): Promise<void>;
  /** Ends the delivery; the spool's file gets its final name. */
  end(): Promise<void>;
  /** The facts of the delivery so far. */
  toFacts(): DeliveryFacts;
}
