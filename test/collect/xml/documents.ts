import { readXml, type XmlHandler } from '../../../src/collect/xml/read-xml.ts';

/** One event of a document. */
export type XmlEvent =
  | { open: string; attributes: Record<string, string> }
  | { close: string }
  | { text: string };

/** The bytes in chunks of `size`. */
export async function* inChunks(bytes: Uint8Array, size: number = bytes.length): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

/** The least size of a chunk of a long document. */
export const CHUNK_BYTES = 65_536;

/** `text`, then `part` repeated up to `bytes`, then `end`. It is generated, so it is never in memory as a whole. */
export async function* longDocument(
  start: string,
  part: string,
  options: { bytes: number; end: string },
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(start);
  const chunk = Buffer.from(part.repeat(Math.ceil(CHUNK_BYTES / part.length)));
  for (let written = 0; written < options.bytes; written += chunk.length) yield chunk;
  yield Buffer.from(options.end);
}

/** Records every event; adjacent texts are one. */
export function recordEvents(options: { withText: boolean }): { events: XmlEvent[]; handler: XmlHandler } {
  const events: XmlEvent[] = [];
  const handler: XmlHandler = {
    open: (open, attributes) => events.push({ open, attributes: { ...attributes } }),
    close: (close) => events.push({ close }),
  };
  const text = (part: string): void => {
    const last = events.at(-1);
    if (last !== undefined && 'text' in last) last.text += part;
    else events.push({ text: part });
  };
  return { events, handler: options.withText ? { ...handler, text } : handler };
}

/** The events of a document, with or without its text. */
export async function readEvents(
  document: string | Uint8Array,
  options: { withText?: boolean; chunkSize?: number } = {},
): Promise<XmlEvent[]> {
  const { events, handler } = recordEvents({ withText: options.withText ?? true });
  const bytes = typeof document === 'string' ? Buffer.from(document) : document;
  await readXml({ chunks: inChunks(bytes, options.chunkSize) }, handler);
  return events;
}
