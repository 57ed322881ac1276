const LINE_FEED = 0x0a;

/** The same lines, each with a prefix. The bytes are whole lines. */
export function prefixLines(lines: Uint8Array, prefix: Uint8Array): Uint8Array {
  let count = 0;
  for (let end = lines.indexOf(LINE_FEED); end >= 0; end = lines.indexOf(LINE_FEED, end + 1)) count += 1;
  const prefixed = new Uint8Array(lines.length + count * prefix.length);
  let position = 0;
  for (let start = 0; start < lines.length; ) {
    const end = lines.indexOf(LINE_FEED, start) + 1;
    prefixed.set(prefix, position);
    prefixed.set(lines.subarray(start, end), position + prefix.length);
    position += prefix.length + end - start;
    start = end;
  }
  return prefixed;
}
