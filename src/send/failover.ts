import { SendError } from '../errors.ts';
import type { Connect, Connection } from './transport.ts';

/**
 * Connects to the first server that can be reached, in order of preference. The one that was reached last is asked
 * first, so that a dead favourite costs its time once and not for every window.
 * @throws {SendError} that names every server, where none can be reached.
 */
export function createFailover(servers: readonly Connect[]): Connect {
  let preferred = 0;
  return async (options): Promise<Connection> => {
    const errors: SendError[] = [];
    for (let step = 0; step < servers.length; step += 1) {
      const index = (preferred + step) % servers.length;
      try {
        const connection = await servers[index]?.(options);
        if (connection === undefined) continue;
        preferred = index;
        return connection;
      } catch (error) {
        if (!(error instanceof SendError) || options.signal.aborted) throw error;
        errors.push(error);
      }
    }
    throw joinErrors(errors);
  };
}

function joinErrors(errors: readonly SendError[]): SendError {
  const [first] = errors;
  if (errors.length === 1 && first !== undefined) return first;
  const message = `No server could be reached. ${errors.map((error) => error.message).join(' ')}`;
  const retryable = errors.some((error) => error.retryable);
  return new SendError(message, { retryable, code: first?.code, cause: new AggregateError(errors) });
}
