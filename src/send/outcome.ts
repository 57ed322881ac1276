import type { SendError } from '../model/errors.ts';
import type { Evidence } from './transport.ts';

/** The result of one window after all attempts. */
export type Outcome =
  /** The receiver closed after it had read everything. */
  | {
      readonly delivery: 'confirmed';
      readonly evidence: Evidence;
      readonly server: string;
      /** Why the evidence is weaker than usual. */
      readonly note?: string;
    }
  /** Everything was written, but no attempt was confirmed. */
  | { readonly delivery: 'sent'; readonly server: string; readonly note?: string }
  | { readonly delivery: 'failed'; readonly error: SendError };
