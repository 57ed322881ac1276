import { type FailureCode, SendError } from '../model/errors.ts';
import type { Connect, Connection, Ending } from './transport.ts';

/**
 * Connects to the first server that can be reached, in order of preference. The run stays with a server until that
 * server fails or does not confirm, and then tries the next one in turn. So a dead first server costs its timeout
 * once and not per window. A retry also reaches other servers when one accepts and then does not answer. A server that
 * failed with a final error is not tried again. @throws {SendError} that names every server, if none can be reached.
 */
export function createFailover(servers: readonly Connect[]): Connect {
  const lost = new Map<number, SendError>();
  let preferred = 0;

  const leave = (index: number, error?: SendError): void => {
    preferred = (index + 1) % servers.length;
    if (error?.retryable === false) lost.set(index, error);
  };

  return async (options): Promise<Connection> => {
    const errors: SendError[] = [];
    const first = preferred;
    for (let step = 0; step < servers.length; step += 1) {
      const index = (first + step) % servers.length;
      const known = lost.get(index);
      if (known !== undefined) {
        errors.push(known);
        continue;
      }
      try {
        const connection = await servers[index]?.(options);
        if (connection === undefined) continue;
        preferred = index;
        return watch(connection, {
          onUnconfirmed: () => leave(index),
          toError: (error) => {
            if (options.signal.aborted) return error;
            leave(index, error);
            return lost.size < servers.length ? toRetryable(error) : error;
          },
        });
      } catch (error) {
        if (!(error instanceof SendError) || options.signal.aborted) throw error;
        leave(index, error);
        errors.push(error);
      }
    }
    throw joinErrors(errors);
  };
}

/** The same connection, which also reports how it ends. */
function watch(
  connection: Connection,
  { onUnconfirmed, toError }: { onUnconfirmed: () => void; toError: (error: SendError) => SendError },
): Connection {
  const rethrow = (error: unknown): never => {
    throw error instanceof SendError ? toError(error) : error;
  };
  return {
    server: connection.server,
    write: (bytes) => connection.write(bytes).catch(rethrow),
    finish: async (): Promise<Ending> => {
      const ending = await connection.finish().catch(rethrow);
      if (ending.kind === 'sent') onUnconfirmed();
      return ending;
    },
    destroy: () => connection.destroy(),
  };
}

/** Another server may accept what one server refused. */
function toRetryable(error: SendError): SendError {
  if (error.retryable) return error;
  return new SendError(error.message, { retryable: true, code: error.code, cause: error });
}

function joinErrors(errors: readonly SendError[]): SendError {
  const [first] = errors;
  if (errors.length === 1 && first !== undefined) return first;
  const message = `No server could be reached. ${errors.map((error) => error.message).join(' ')}`;
  const retryable = errors.some((error) => error.retryable);
  const code = first?.code ?? ('CONNECTION_FAILED' satisfies FailureCode);
  return new SendError(message, { retryable, code, cause: new AggregateError(errors) });
}
