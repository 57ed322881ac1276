import type { Connect } from './transport.ts';

/**
 * The same connect function; each path on the socket gets the API key as a prefix. Kept, read back and printed lines
 * never contain the key.
 */
export function withApiKey(connect: Connect, apiKey: string): Connect {
  const prefix = Buffer.from(`${apiKey}.`, 'latin1');
  return async (options) => {
    const connection = await connect(options);
    return {
      server: connection.server,
      write: (bytes) => connection.write(prefixLines(bytes, prefix)),
      finish: () => connection.finish(),
      destroy: () => connection.destroy(),
    };
  };
}

const LINE_FEED = 0x0a;

/** Adds a prefix to each line. The bytes must be whole lines. */
function prefixLines(lines: Uint8Array, prefix: Uint8Array): Uint8Array {
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
