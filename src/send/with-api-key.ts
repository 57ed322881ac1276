import { prefixLines } from '../format/prefix-lines.ts';
import type { Connect } from './transport.ts';

/**
 * The same connections, with an API key in front of each path that they carry. What is kept, read back and shown never has
 * the key: only what is written to the socket does.
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
