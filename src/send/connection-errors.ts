import { SendError } from '../model/errors.ts';
import type { Connect } from './transport.ts';

const MAX_MESSAGES = 5;

/** Collects the errors of single connections, also when a later connection delivered everything. */
export class ConnectionErrors {
  readonly #messages = new Set<string>();
  /** Counts as an error only if the same lines are sent again; otherwise the outcome reports it. */
  #unconfirmed: string | undefined;

  /** The first distinct messages. */
  get messages(): readonly string[] {
    return [...this.#messages];
  }

  /** The next connection sends other lines. */
  startWindow(): void {
    this.#unconfirmed = undefined;
  }

  /** The same connect function, which also records how each connection ends. */
  watch(connect: Connect): Connect {
    return async (options) => {
      if (this.#unconfirmed !== undefined) this.#add(this.#unconfirmed);
      this.startWindow();
      const connection = await connect(options).catch(this.#note);
      const { server } = connection;
      return {
        server,
        write: (bytes) => connection.write(bytes).catch(this.#note),
        finish: async () => {
          const ending = await connection.finish().catch(this.#note);
          if (ending.kind === 'sent') this.#unconfirmed = `${server} did not close in time.`;
          return ending;
        },
        destroy: () => connection.destroy(),
      };
    };
  }

  readonly #note = (error: unknown): never => {
    if (error instanceof SendError) this.#add(error.message);
    throw error;
  };

  #add(message: string): void {
    if (this.#messages.size < MAX_MESSAGES) this.#messages.add(message);
  }
}
