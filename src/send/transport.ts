import type { SendError } from '../model/errors.ts';

/** How a connection ended, as far as this side can know. */
export type Ending =
  /** This side sent its FIN, and then the receiver closed: it had read everything. */
  | {
      readonly kind: 'confirmed';
      readonly evidence: Evidence;
      /** Why the evidence is weaker than usual. */
      readonly note?: string;
    }
  /** Everything was written, but the receiver did not close in time; `note` says what else was not proved in time. */
  | { readonly kind: 'sent'; readonly note?: string };

/** The proof of a confirmation: the kernel's table of connections, or only the order of the two closes. */
export type Evidence = 'kernel' | 'close';

/** One connection to one receiver. Every method rejects with a {@link SendError}, and then the connection is closed. */
export interface Connection {
  /** `host:port` of the receiver. */
  readonly server: string;
  /** Resolves when the kernel of this machine has the bytes, which proves nothing about the receiver. */
  write(bytes: Uint8Array): Promise<void>;
  /** Sends the FIN and waits for the receiver's close. */
  finish(): Promise<Ending>;
  /** Closes the connection at once; nothing counts as delivered. */
  destroy(): void;
}

/** Opens a connection. @throws {SendError} */
export type Connect = (options: { readonly signal: AbortSignal }) => Promise<Connection>;
