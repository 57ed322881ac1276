import type { Batch } from '../../src/format/batch.ts';
import { SendError } from '../../src/model/errors.ts';
import type { Connect, Ending } from '../../src/send/transport.ts';

/** A receiver without a socket, for units that only decide. Its log has the calls. */
export interface FakeReceiver {
  readonly connect: Connect;
  readonly log: string[];
}

/** The reaction of the fake to one connection. */
export type FakeBehaviour = 'refuse' | 'refuse for good' | 'break' | 'break for good' | Ending['kind'];

/** A fake that reacts as the list says, one entry per connection. The last one repeats. */
export function createFake(server: string, ...behaviours: readonly FakeBehaviour[]): FakeReceiver {
  const log: string[] = [];
  let connections = 0;
  const fail = (verb: string, behaviour: FakeBehaviour): SendError =>
    new SendError(`${server} ${verb}.`, { retryable: !behaviour.endsWith('for good'), code: 'EFAKE' });
  const connect: Connect = async () => {
    const behaviour = behaviours[Math.min(connections, behaviours.length - 1)] ?? 'confirmed';
    connections += 1;
    log.push('connect');
    if (behaviour.startsWith('refuse')) throw fail('refused', behaviour);
    return {
      server,
      write: async (bytes) => {
        log.push(Buffer.from(bytes).toString('latin1'));
        if (behaviour.startsWith('break')) throw fail('broke', behaviour);
      },
      finish: async () =>
        behaviour === 'sent' ? { kind: 'sent' } : { kind: 'confirmed', evidence: 'close' },
      destroy: () => void log.push('destroy'),
    };
  };
  return { connect, log };
}

/** A window of these batches. */
export function makeWindow(...texts: readonly string[]): Batch[] {
  return texts.map((text) => ({ bytes: Buffer.from(text), lines: text.split('\n').length - 1 }));
}
