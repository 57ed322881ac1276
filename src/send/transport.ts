import type { SendError } from '../model/errors.ts';

/** How a connection ended, as far as this side can know. */
export type Ending =
  /** We said that we were done, and then the receiver closed: it read everything. */
  | {
      readonly kind: 'confirmed';
      readonly evidence: Evidence;
      /** Why the evidence is no better, where that is strange. */
      readonly note?: string;
    }
  /** Everything was written, but the receiver did not close in time. */
  | { readonly kind: 'sent' };

/** What a confirmation rests on: the kernel's table of connections, or only the order of the two closes. */
export type Evidence = 'kernel' | 'close';

/** One connection to one receiver; every method rejects with a {@link SendError} and then the connection is gone. */
export interface Connection {
  /** `host:port` of the receiver. */
  readonly server: string;
  /** Resolves when the bytes are with this machine's kernel, which proves nothing about the receiver. */
  write(bytes: Uint8Array): Promise<void>;
  /** Says that nothing more comes, and waits for the receiver's close. */
  finish(): Promise<Ending>;
  /** Ends the connection at once; nothing of it counts. */
  destroy(): void;
}

/** Opens a connection. @throws {SendError} */
export type Connect = (options: { readonly signal: AbortSignal }) => Promise<Connection>;
