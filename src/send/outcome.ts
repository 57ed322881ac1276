import type { SendError } from '../model/errors.ts';
import type { Evidence } from './transport.ts';

/** What became of one window, after every attempt. */
export type Outcome =
  /** The receiver closed after it had read everything. */
  | {
      readonly delivery: 'confirmed';
      readonly evidence: Evidence;
      readonly server: string;
      /** Why the evidence is no better, where that is strange. */
      readonly note?: string;
    }
  /** Written whole, but no attempt was confirmed. */
  | { readonly delivery: 'sent'; readonly server: string }
  | { readonly delivery: 'failed'; readonly error: SendError };
