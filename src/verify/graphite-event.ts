import { createPathRules } from '../format/path.ts';
import type { Faults } from '../model/faults.ts';
import type { GraphiteAccess } from '../options/config.ts';
import { requestGraphite } from './request-graphite.ts';

/** An event as Graphite stores it. */
export interface GraphiteEvent {
  readonly what: string;
  readonly tags: readonly string[];
  /** A further text, or an empty one. */
  readonly data: string;
  /** Epoch seconds. */
  readonly when: number;
}

/** An event as the user wrote it. */
export interface WrittenEvent {
  readonly text: string;
  /** Its kinds, such as `deploy`. */
  readonly tags: readonly string[];
  /** What it is about, such as a repository: one more tag. */
  readonly source: string;
  readonly data?: string | undefined;
  /** Epoch seconds. */
  readonly when: number;
}

/** How the faults name each part. */
export interface EventNames {
  readonly text: string;
  readonly tags: string;
}

const MAX_CHARACTERS = 1000;
/** Longer tags do not fit graphite-web's table of tags. */
const MAX_TAG_BYTES = 50;
const MAX_TAGS = 5;
const ELLIPSIS = '…';
const INVISIBLE = '[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]+';

/** An event as it is stored: its texts are one visible line without markup, and each tag is one node. Faults are collected. */
export function createEvent(
  written: WrittenEvent,
  { names, faults }: { readonly names: EventNames; readonly faults: Faults },
): GraphiteEvent {
  const what = cleanText(written.text);
  if (what === '')
    faults.add({
      location: names.text,
      rule: 'it has no visible character',
      value: written.text,
      cure: 'Say what happened.',
    });
  const paths = createPathRules();
  // A blank one may come from a variable that is not set.
  const kinds = written.tags.filter((tag) => tag.trim() !== '');
  const cure = 'Write it like deploy.';
  if (kinds.length === 0 || kinds.length > MAX_TAGS) {
    const rule = `an event has 1 to ${MAX_TAGS} kinds`;
    faults.add({ location: names.tags, rule, value: written.tags.join(' '), cure });
  }
  for (const value of kinds)
    if (!isName(value))
      faults.add({ location: names.tags, rule: 'a kind has a letter or a digit', value, cure });
  const tags = [...kinds, written.source]
    .filter(isName)
    .map((tag) => paths.formatName(tag.trim(), { maxBytes: MAX_TAG_BYTES }));
  return { what, tags: [...new Set(tags)], data: cleanText(written.data ?? ''), when: written.when };
}

/** Whether a node can be made of a text. */
function isName(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Stores an event in Graphite. Every failure is a SendError that names the server and never a secret. */
export async function sendEventTo(
  event: GraphiteEvent,
  options: { readonly access: GraphiteAccess; readonly signal: AbortSignal },
): Promise<void> {
  // Without the slash at the end, graphite-web answers with a redirection.
  const request = { path: '/events/', body: JSON.stringify(event), parse: () => undefined };
  await requestGraphite(request, { ...options, isQuiet: true });
}

/** One line of at most 1,000 visible characters. Grafana shows events as HTML, and without "<" there is none. */
function cleanText(text: string): string {
  const line = text
    .slice(0, 20 * MAX_CHARACTERS)
    .replace(/\s+/g, ' ')
    .replace(new RegExp(INVISIBLE, 'gu'), '')
    .replaceAll('<', '‹')
    .trim();
  const characters = [...line];
  return characters.length > MAX_CHARACTERS
    ? `${characters.slice(0, MAX_CHARACTERS - 1).join('')}${ELLIPSIS}`
    : line;
}
