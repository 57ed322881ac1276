import { joinBytes } from '../bytes.ts';
import { BadReportError } from '../read-report.ts';

const LONGEST_DECLARATION_BYTES = 1024;
const LONGEST_PIECE_BYTES = 65_536;
const DECLARATION = /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']/;

/**
 * The bytes of a document converted to UTF-8 in short pieces, from the encoding of its byte order mark or
 * declaration. Invalid bytes are accepted: a test's name is no reason to reject a report. @throws {BadReportError} if
 * the encoding is unknown.
 */
export async function* decodeBytes(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let start: Uint8Array | undefined = new Uint8Array();
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  const encoder = new TextEncoder();
  const toUtf8 = (bytes: Uint8Array): Uint8Array =>
    decoder === undefined ? bytes : encoder.encode(decoder.decode(bytes, { stream: true }));
  const open = (bytes: Uint8Array): Uint8Array => {
    const encoding = findEncoding(bytes);
    if (encoding !== 'utf-8') decoder = createDecoder(encoding);
    return toUtf8(hasUtf8Mark(bytes) ? bytes.subarray(3) : bytes);
  };
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += LONGEST_PIECE_BYTES) {
      let piece = chunk.subarray(from, from + LONGEST_PIECE_BYTES);
      if (start !== undefined) {
        piece = joinBytes(start, piece);
        if (!isEnoughToKnow(piece)) {
          start = piece;
          continue;
        }
        start = undefined;
        yield open(piece);
      } else {
        yield toUtf8(piece);
      }
    }
  }
  if (start !== undefined) yield open(start);
  if (decoder !== undefined) yield encoder.encode(decoder.decode());
}

function isEnoughToKnow(bytes: Uint8Array): boolean {
  return bytes.length >= LONGEST_DECLARATION_BYTES || (bytes.length >= 4 && bytes.includes(0x3e));
}

function findEncoding(bytes: Uint8Array): string {
  const [first, second, third, fourth] = bytes;
  if (hasUtf8Mark(bytes)) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x3c && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c && third === 0) return 'utf-16be';
  const ascii = new TextDecoder('latin1').decode(bytes.subarray(0, LONGEST_DECLARATION_BYTES));
  const declared = DECLARATION.exec(ascii)?.[1]?.toLowerCase() ?? 'utf-8';
  // A declaration that is readable byte by byte cannot be UTF-16.
  return declared === 'utf8' || declared.startsWith('utf-16') ? 'utf-8' : declared;
}

function createDecoder(encoding: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding);
  } catch {
    const cure = 'Save it as UTF-8.';
    throw new BadReportError({ rule: "this XML's encoding is not known", value: encoding, cure });
  }
}

function hasUtf8Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
