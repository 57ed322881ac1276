import { SendError, toText } from '../model/errors.ts';
import { Faults } from '../model/faults.ts';
import { readOptions } from '../options/read-options.ts';
import { resolveAccess, resolveVerify } from '../options/resolve-verify.ts';
import type { Timestamp } from '../options/types.ts';
import { startDeadline } from '../util/deadline.ts';
import { findCiContext } from './find-ci-context.ts';
import { noteAborted } from './result-of.ts';
import { withLibraryNames } from './with-library-names.ts';

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
  readonly graphiteUser?: string | undefined;
  readonly graphitePassword?: string | undefined;
  readonly graphiteToken?: string | undefined;
  /** Ends the request; the promise rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/** An event as Graphite stores it. */
export interface SentEvent {
  readonly what: string;
  readonly tags: readonly string[];
  readonly data: string;
  /** Epoch seconds. */
  readonly when: number;
}

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
const TIMEOUT_MS = 5_000;

/**
 * Stores an event in Graphite: a deployment, a release. `events('deploy')` shows it as a render target. It waits at most 5 s.
 * @throws {InputError} where the input is wrong; nothing was sent.
 * @throws {SendError} where Graphite did not take it.
 */
export async function sendEvent(options: EventOptions): Promise<SentEvent> {
  const nowSeconds = Math.floor(Date.now() / 1000);
  return withLibraryNames(async (faults) => {
    checkEventNames(options, faults);
    const { text, tags = ['deploy'], data, ...others } = options;
    const read = readOptions(others, 'library', faults);
    const { signal, timestamp } = read;
    resolveVerify({ ...read, verify: false }, faults);
    const hasFault = faults.count > 0;
    const access =
      hasFault && read.graphiteUrl === undefined ? undefined : resolveAccess(read, 'an event', faults);
    const areTexts = Array.isArray(tags) && tags.every((tag) => typeof tag === 'string');
    if (!areTexts) {
      const cure = "Write them like ['deploy'].";
      faults.add({ location: 'tags', rule: 'they are a list of texts', value: toText(tags), cure });
    }
    for (const [location, value] of Object.entries({ text, data: data ?? '' }))
      if (typeof value !== 'string')
        faults.add({ location, rule: 'it is a text', value: toText(value), cure: 'Give a text.' });
    faults.throwIfAny();
    const { createEvent } = await import('../verify/create-event.ts');
    const when = timestamp === undefined ? nowSeconds : toSeconds(timestamp);
    const context = await findCiContext(read, { env: process.env });
    const source = read.source ?? context.defaultSource ?? '';
    const event = createEvent({ text, tags, source, data, when }, { text: 'text', tags: 'tags' }, faults);
    faults.throwIfAny();
    if (access === undefined) throw new Faults().toError();
    const { sendEventTo } = await import('../verify/send-event.ts');
    using deadline = startDeadline({ timeoutMs: TIMEOUT_MS, signal });
    try {
      await sendEventTo(event, { access, signal: deadline.signal });
    } catch (error) {
      if (!signal?.aborted || !(error instanceof SendError)) throw error;
      noteAborted(signal.reason, error);
      throw signal.reason;
    }
    return event;
  });
}

function checkEventNames(options: EventOptions, faults: Faults): void {
  if (typeof options !== 'object' || options === null) {
    faults.add({
      location: 'options',
      rule: 'they are an object',
      value: toText(options),
      cure: 'Give an object with the options.',
    });
    faults.throwIfAny();
  }
  for (const name of Object.keys(options))
    if (!NAMES.has(name))
      faults.add({
        location: name,
        rule: 'there is no such option',
        cure: 'Correct its spelling, or remove it.',
      });
}

function toSeconds(time: Timestamp): number {
  return Math.floor(time instanceof Date ? time.getTime() / 1000 : Number(time));
}
