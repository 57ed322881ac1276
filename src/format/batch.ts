const LINE_FEED = 0x0a;

/** Up to a batch's size of lines that are written together. */
export interface Batch {
  /** ASCII. Bytes and not a text: what waits to be sent must not lie on the heap as a rope of little strings. */
  readonly bytes: Uint8Array;
  readonly lines: number;
}

/** A line to look for. */
export interface SoughtLine {
  /** The series and the blank after it. */
  readonly start: string;
  /** The blank before the timestamp, and the rest; empty for any timestamp. */
  readonly end: string;
}

/** Whether such a line stands in a text of whole lines. */
export function hasLine(text: string, { start, end }: SoughtLine): boolean {
  for (let at = findLine(text, start, 0); at >= 0; at = findLine(text, start, at + 1)) {
    if (text.startsWith(end, text.indexOf(' ', at + start.length))) return true;
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

/** The text of ASCII bytes. To make a TextDecoder for it takes longer than to read a small run's. */
export function toText({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
}

/** Where a line begins with `start`, from `from` on; -1 where none does. */
function findLine(text: string, start: string, from: number): number {
  if (from === 0 && text.startsWith(start)) return 0;
  const at = text.indexOf(`\n${start}`, Math.max(0, from - 1));
  return at < 0 ? -1 : at + 1;
}
