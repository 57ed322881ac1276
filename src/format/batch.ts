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
  for (let index = findLine(text, start, 0); index >= 0; index = findLine(text, start, index + 1)) {
    if (text.startsWith(end, text.indexOf(' ', index + start.length))) return true;
  }
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

/** The start of a line that begins with `start`, searched from `from` on; -1 if there is none. */
function findLine(text: string, start: string, from: number): number {
  if (from === 0 && text.startsWith(start)) return 0;
  const index = text.indexOf(`\n${start}`, Math.max(0, from - 1));
  return index < 0 ? -1 : index + 1;
}
