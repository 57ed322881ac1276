/**
 * The same text by itself. What is cut from a chunk of a file keeps all of the chunk in memory for as long as it lives,
 * so what is remembered of a long file is copied.
 */
export function copyText(text: string): string {
  // UTF-16 as JavaScript has it: a lone surrogate stays what it is.
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
