import { prepareEvent, storeEvent } from '../library/store-event.ts';
import { quote } from '../model/errors.ts';
import { Faults } from '../model/faults.ts';
import { untilStopped } from '../util/stop-on-signal.ts';
import type { Console } from './console.ts';
import { endWithFaults } from './end-with-faults.ts';
import { findContext } from './find-context.ts';
import type { Flags } from './flags.ts';
import { readGraphiteFlags } from './graphite-flags.ts';

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
      const options = readGraphiteFlags(flags, { ...io, faults });
      const { nowMs, defaultSource = '' } = await findContext(options, env);
      const given = flags['tag'];
      const written = {
        text,
        tags: Array.isArray(given) ? (given as readonly string[]) : DEFAULT_TAGS,
        source: options.source ?? defaultSource,
        data: typeof flags['data'] === 'string' ? flags['data'] : undefined,
      };
      const names = { text: 'text', tags: '--tag' };
      const prepared = prepareEvent(written, { options, nowMs, reader: 'an event', names, faults });
      faults.throwIfAny();
      if (prepared === undefined) throw faults.toError();
      await storeEvent(prepared, signal);
      const { what, tags } = prepared.event;
      if (flags['quiet'] !== true)
        console.out(`Stored in Graphite: ${quote(what)}, tags ${tags.join(', ')}.`);
      return 0;
    }),
  );
}
