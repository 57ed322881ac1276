import { toText } from '../model/errors.ts';
import { refuseUnknown } from '../options/check-names.ts';
import { readOptions } from '../options/read-options.ts';
import { resolveVerify } from '../options/resolve-verify.ts';
import type { Timestamp } from '../options/types.ts';
import type { GraphiteEvent } from '../verify/graphite-event.ts';
import { findCiContext } from './find-ci-context.ts';
import { orAbortReason, withLibraryNames } from './library-call.ts';

/** An event, and the Graphite that stores it. */
export interface EventOptions {
  /** What happened: one line, at most 1,000 characters. Control characters are removed, and `<` becomes `‹`. */
  readonly text: string;
  /** Its kinds: one to five tags, each one node of at most 50 bytes. Default: `['deploy']`. */
  readonly tags?: readonly string[] | undefined;
  /** What it is about: a further tag, as one node: `acme_app` for `acme/app`. Default: the repository in CI, else this host's short name. */
  readonly source?: string | undefined;
  /** A further text, such as an address. */
  readonly data?: string | undefined;
  /** When it happened: epoch seconds, or ISO 8601 with a zone. Default: now. */
  readonly timestamp?: Timestamp | undefined;
  /** The address of graphite-web, such as `https://graphite.example.com`. */
  readonly graphiteUrl: string;
  /** The user for basic authentication. */
  readonly graphiteUser?: string | undefined;
  /** Its password. */
  readonly graphitePassword?: string | undefined;
  /** A bearer token instead of user and password. */
  readonly graphiteToken?: string | undefined;
  /** Ends the request; the promise rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/** An event as Graphite stores it. */
export type SentEvent = GraphiteEvent;

const NAMES: ReadonlySet<string> = new Set<keyof EventOptions>([
  'text',
  'tags',
  'source',
  'data',
  'timestamp',
  'graphiteUrl',
  'graphiteUser',
  'graphitePassword',
  'graphiteToken',
  'signal',
]);

/**
 * Stores an event in Graphite: a deployment, a release. `events('deploy')` shows it as a render target. It waits at
 * most 5 s.
 * @throws {InputError} if the input is wrong; nothing was sent.
 * @throws {SendError} if Graphite did not store it.
 */
export async function sendEvent(options: EventOptions): Promise<SentEvent> {
  const nowMs = Date.now();
  return withLibraryNames(async (faults) => {
    refuseUnknown(options, { known: NAMES, faults });
    const { text, tags = ['deploy'], data, ...others } = options;
    const read = readOptions(others, { face: 'library', faults });
    const { signal } = read;
    resolveVerify({ ...read, verify: false }, faults);
    const areTexts = Array.isArray(tags) && tags.every((tag) => typeof tag === 'string');
    if (!areTexts) {
      const cure = "Write them like ['deploy'].";
      faults.add({ location: 'tags', rule: 'they are a list of texts', value: toText(tags), cure });
    }
    for (const [location, value] of Object.entries({ text, data: data ?? '' }))
      if (typeof value !== 'string')
        faults.add({ location, rule: 'it is a text', value: toText(value), cure: 'Give a text.' });
    const { defaultSource = '' } = await findCiContext(read, { env: process.env });
    const written = {
      text: toText(text),
      tags: areTexts ? tags : ['deploy'],
      source: read.source ?? defaultSource,
      data: data === undefined ? undefined : toText(data),
    };
    const { prepareEvent, storeEvent } = await import('./store-event.ts');
    const names = { event: 'an event', text: 'text', tags: 'tags' };
    const prepared = prepareEvent(written, { options: read, nowMs, names, faults });
    faults.throwIfAny();
    if (prepared === undefined) throw faults.toError();
    await orAbortReason(storeEvent(prepared, signal), signal);
    return prepared.event;
  });
}
