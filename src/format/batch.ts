const LINE_FEED = 0x0a;

/** Up to one batch of lines that are written together. */
export interface Batch {
  /** ASCII, as bytes: pending lines must not stay on the heap as a rope of small strings. */
  readonly bytes: Uint8Array;
  readonly lines: number;
}

/** A line to search for. */
export interface WantedLine {
  /** The series and the space after it. */
  readonly start: string;
  /** The space before the timestamp and the rest; empty for any timestamp. */
  readonly end: string;
}

/** Whether a text of whole lines has such a line. */
export function hasLine(text: string, { start, end }: WantedLine): boolean {
  const isWanted = (line: number): boolean => text.startsWith(end, text.indexOf(' ', line + start.length));
  if (text.startsWith(start) && isWanted(0)) return true;
  const startAfterLine = `\n${start}`;
  for (let index = text.indexOf(startAfterLine); index >= 0; index = text.indexOf(startAfterLine, index + 1))
    if (isWanted(index + 1)) return true;
  return false;
}

/** Cuts the bytes of whole lines into batches again. */
export function cutBatches(bytes: Uint8Array, batchSize: number): Batch[] {
  const batches: Batch[] = [];
  for (let start = 0, end = 0; start < bytes.length; start = end) {
    let lines = 0;
    while (lines < batchSize && end < bytes.length) {
      end = bytes.indexOf(LINE_FEED, end) + 1;
      lines += 1;
    }
    batches.push({ bytes: bytes.subarray(start, end), lines });
  }
  return batches;
}

/** The text of ASCII bytes. Creating a TextDecoder takes longer than decoding a small run. */
export function toText({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
}
