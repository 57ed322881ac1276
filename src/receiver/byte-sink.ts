/** What the bytes of one connection go through: checked line by line, or only counted. */
export interface ByteSink {
  push(chunk: Buffer): void;
  /** No more bytes will come; `reason` is for a line that is still without its LF. */
  end(reason: string): void;
}
