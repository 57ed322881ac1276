import { cutIntoGroups, formatTarget, hashedName } from './series-names.ts';
import type { WantedSeries } from './wanted-series.ts';

/** How a look asks for its series where an exact name would be remembered as unknown. */
export interface Pattern {
  /** A name that no series has. It makes each look's patterns new, so that no cache can answer them. */
  readonly marker: string;
  /** Whether carbonapi answers, which has another grammar and does not find tagged series by their names. */
  readonly isCarbonapi: boolean;
}

/** Names that need no escape in the pattern of any server. */
const PLAIN = /^[\w:@#$%&^<>.-]+$/;
/** carbonapi escapes these by a backslash, and must not find one before any other character. */
const ESCAPED_BY_CARBONAPI = /[^\w:@#$%&^<>.*?[\]/-]/g;
/** What go-carbon takes for a part of a pattern even where it was escaped. */
const GLOB = /[*?[\]{},]/;

/**
 * Render targets that find series by patterns: `parent.{one,other,marker}`. go-carbon remembers for five minutes that an
 * exact name is unknown, so a series is asked for by name only once a pattern has found it. carbonapi does that by itself.
 */
export function listPatterns(series: readonly WantedSeries[], { marker, isCarbonapi }: Pattern): string[] {
  const names = series.flatMap((one) => (isCarbonapi ? listCarbonapiNames(one) : one.names));
  const byParent = new Map<string, string[]>();
  const targets: string[] = [];
  for (const name of names) {
    if (isCarbonapi || PLAIN.test(name)) {
      const [parent, node] = isCarbonapi ? splitForCarbonapi(name) : splitName(name);
      const nodes = byParent.get(parent);
      if (nodes === undefined) byParent.set(parent, [node]);
      else nodes.push(node);
    } else targets.push(formatTarget(name));
  }
  for (const [parent, nodes] of byParent) {
    for (const group of cutIntoGroups(nodes, parent))
      targets.push(`${parent}{${[...group, marker].join(',')}}`);
  }
  return targets;
}

/** A name that no series has: what is asked with it was never asked before. */
export function createMarker(): string {
  return `_${Date.now().toString(36)}`;
}

/** The name up to its last dot, and the rest. The dots of tags do not count. */
function splitName(name: string): readonly [parent: string, node: string] {
  const [path = ''] = name.split(';', 1);
  const end = path.lastIndexOf('.') + 1;
  return [name.slice(0, end), name.slice(end)];
}

/** The same in carbonapi's grammar. It reads a digit or a sign at the start as that of a number, except in braces. */
function splitForCarbonapi(name: string): readonly [parent: string, node: string] {
  const [parent, node] = splitName(name).map((part) => part.replace(ESCAPED_BY_CARBONAPI, '\\$&'));
  return [(parent ?? '').replace(/^\\?[\d+-][^.]*/, '{$&}'), node ?? ''];
}

/** The names of a series, and of the file of a tagged one, which go-carbon shows as a series. */
function listCarbonapiNames({ names }: WantedSeries): string[] {
  return [
    ...names.filter((name) => !GLOB.test(name)),
    ...names.filter((name) => name.includes(';')).map(hashedName),
  ];
}
