/**
 * A copy of a text. A text that is cut from a chunk keeps the whole chunk in memory, so long-lived parts are copied.
 */
export function copyText(text: string): string {
  // UTF-16 like JavaScript strings, so lone surrogates survive.
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
