import { quote } from '../model/errors.ts';
import { Faults } from '../model/faults.ts';
import { startDeadline } from '../util/deadline.ts';
import { untilStopped } from '../util/stop-on-signal.ts';
import { createEvent } from '../verify/create-event.ts';
import { sendEventTo } from '../verify/send-event.ts';
import type { Console } from './console.ts';
import { endWithFaults } from './end-with-faults.ts';
import { findContext } from './find-context.ts';
import type { Flags } from './flags.ts';
import { readGraphiteFlags } from './graphite-flags.ts';

const TIMEOUT_MS = 5_000;
const DEFAULT_TAGS = ['deploy'];

/** Stores an event in Graphite; returns the exit code. */
export async function runEvent(
  text: string,
  flags: Flags,
  io: { readonly console: Console; readonly env: NodeJS.ProcessEnv },
): Promise<number> {
  const { console, env } = io;
  return untilStopped((signal) =>
    endWithFaults(console, async () => {
      const faults = new Faults();
      const { access, options } = readGraphiteFlags(flags, { ...io, faults }, 'an event');
      const { source, timestamp } = options;
      const given = flags['tag'];
      const written = {
        text,
        tags: Array.isArray(given) ? (given as readonly string[]) : DEFAULT_TAGS,
        source: source ?? (await findContext(options, env)).defaultSource ?? '',
        data: typeof flags['data'] === 'string' ? flags['data'] : undefined,
        when: toSeconds(timestamp),
      };
      const event = createEvent(written, { text: 'text', tags: '--tag' }, faults);
      faults.throwIfAny();
      if (access === undefined) return 2;
      using deadline = startDeadline({ timeoutMs: TIMEOUT_MS, signal });
      await sendEventTo(event, { access, signal: deadline.signal });
      if (flags['quiet'] !== true)
        console.out(`Stored in Graphite: ${quote(event.what)}, tags ${event.tags.join(', ')}.`);
      return 0;
    }),
  );
}

function toSeconds(time: Date | number | string | undefined): number {
  if (time === undefined) return Math.floor(Date.now() / 1000);
  return Math.floor(time instanceof Date ? time.getTime() / 1000 : Number(time));
}
