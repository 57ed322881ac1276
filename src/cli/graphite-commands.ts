import { MAX_SERIES, readTrends, type Trends } from '../library/read-trends.ts';
import { prepareEvent, storeEvent } from '../library/store-event.ts';
import { quote } from '../model/errors.ts';
import { Faults } from '../model/faults.ts';
import type { Options } from '../options/options.ts';
import { resolveVerify } from '../options/resolve-verify.ts';
import { formatCount } from '../report/amounts.ts';
import { formatTrends } from '../report/text-trends.ts';
import { untilStopped } from '../util/stop-on-signal.ts';
import type { FlaggedIo, Flags, Io } from './console.ts';
import { endWithFaults } from './print-error.ts';
import { toJson } from './print-exact.ts';
import { findContext, toOptions } from './to-options.ts';

/** Prints the course of the series of a pattern; returns the exit code. */
export async function runTrend(pattern: string, io: FlaggedIo): Promise<number> {
  const { flags, console } = io;
  return untilStopped((signal) =>
    endWithFaults(console, async () => {
      const faults = new Faults();
      const options = readGraphiteFlags(flags, { ...io, faults });
      const nowMs = Date.now();
      const found = await readTrends(pattern, { options, nowMs, faults, signal });
      for (const notice of listNotices(pattern, found)) console.err(notice);
      const { trends } = found;
      if (flags['json'] === true) console.exact(toJson(trends));
      else console.exact(formatTrends(trends, { ...console.screen, nowSeconds: nowMs / 1000 }));
      await console.drained();
      return trends.length === 0 ? 1 : 0;
    }),
  );
}

function listNotices(
  pattern: string,
  { trends, seriesCount, isCut, spanDays, problem }: Trends,
): readonly string[] {
  const empty = seriesCount - trends.length;
  const below = pattern.endsWith('**') ? '' : ` For series below it, write ${quote(`${pattern}.**`)}.`;
  return [
    ...(seriesCount === 0 ? [`Graphite has no series that the pattern matches.${below}`] : []),
    ...(isCut ? [`Only the first ${MAX_SERIES} series are shown: give a narrower pattern.`] : []),
    ...(problem === undefined ? [] : [problem.message]),
    ...(empty > 0 ? [`${formatCount(empty)} of the series have no point in the last ${spanDays} days.`] : []),
  ];
}

const DEFAULT_TAGS = ['deploy'];

/** Stores an event in Graphite; returns the exit code. */
export async function runEvent(text: string, io: FlaggedIo): Promise<number> {
  const { flags, console, env } = io;
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
      const names = { event: 'an event', text: 'text', tags: '--tag' };
      const prepared = prepareEvent(written, { options, nowMs, names, faults });
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

/** The options of a command that asks Graphite; faults are collected, also those of the credentials. */
function readGraphiteFlags(
  { graphiteUrl, graphiteUser, history, source, timestamp }: Flags,
  context: Io & { readonly faults: Faults },
): Options {
  const options = toOptions({ graphiteUrl, graphiteUser, history, source, timestamp }, context);
  resolveVerify({ ...options, verify: false }, context.faults);
  return options;
}
