import { quote } from '../model/errors.ts';
import type { CollectedMetric } from '../model/metric.ts';
import type { HashedNames, Rename } from '../model/result.ts';
import { joinPath, type PathRules } from './path.ts';

const MAX_KEPT = 100;
const MAX_SHOWN = 10;
/** The numbers of hash digits that are tried until equal nodes differ. */
const FEWEST_DIGITS = 6;
const DIGITS = [FEWEST_DIGITS, 12, 24, 64];

/** A name below its parent, with its node. */
interface Name {
  readonly written: string;
  node: string;
  readonly children: Map<string, Name>;
}

/**
 * The paths of collected names. Each name is one node, and the node depends on that name alone. The exception: names
 * that would become the same node in the same place all get digits of their hash.
 */
export class CollectedNames {
  readonly #paths: PathRules;
  readonly #root = new Map<string, Name>();
  readonly #hashed: Rename[] = [];
  readonly #equal: Rename[] = [];
  #hashedCount = 0;
  #equalCount = 0;

  constructor(paths: PathRules) {
    this.#paths = paths;
  }

  /** The names that a path could not hold, with their paths; undefined if there were none. */
  get hashed(): HashedNames | undefined {
    return this.#hashedCount === 0 ? undefined : { first: this.#hashed, count: this.#hashedCount };
  }

  /** The warning about names that would have become one path. */
  get warning(): string | undefined {
    if (this.#equalCount === 0) return undefined;
    const shown = this.#equal.slice(0, MAX_SHOWN).map(({ from, to }) => `${quote(from)} → ${to}`);
    const rest = this.#equalCount - shown.length;
    const more = rest > 0 ? `, … and ${rest} more` : '';
    return `Names that would be one path got digits of their hash: ${shown.join(', ')}${more}. Rename them to keep their series apart without.`;
  }

  /** Takes the names of all metrics before formatting, to find the ones that become the same node. */
  learn(metrics: Iterable<CollectedMetric>, parent: string): void {
    for (const { nodes } of metrics) {
      let siblings = this.#root;
      for (const written of nodes) siblings = this.#find(siblings, written).children;
    }
    this.#settle(this.#root, parent);
  }

  /** The path of the names, one node for each. */
  formatPath(names: readonly string[], parent: string): string {
    let path = parent;
    let siblings = this.#root;
    for (const written of names) {
      const name = this.#find(siblings, written);
      path = joinPath([path, name.node]);
      siblings = name.children;
    }
    return path;
  }

  /** Another path for names whose `path` is taken by a named metric. `attempt` counts from 0. */
  avoid(names: readonly string[], { path, attempt }: { path: string; attempt: number }): string {
    const written = names.at(-1) ?? '';
    const node = this.#paths.formatName(attempt === 0 ? written : `${written} ${attempt}`, {
      minDigits: FEWEST_DIGITS,
    });
    const other = joinPath([path.slice(0, Math.max(0, path.lastIndexOf('.'))), node]);
    this.#noteEqual({ from: written, to: other });
    return other;
  }

  #find(siblings: Map<string, Name>, written: string): Name {
    let name = siblings.get(written);
    if (name === undefined) {
      name = { written, node: this.#paths.formatName(written), children: new Map() };
      siblings.set(written, name);
    }
    return name;
  }

  #settle(siblings: ReadonlyMap<string, Name>, parent: string): void {
    const equal = new Set<Name>();
    let alike = findAlike(siblings);
    for (const digits of DIGITS) {
      for (const name of alike) {
        equal.add(name);
        name.node = this.#paths.formatName(name.written, { minDigits: digits });
      }
      if (alike.length === 0) break;
      alike = findAlike(siblings);
    }
    for (const name of siblings.values()) {
      const path = joinPath([parent, name.node]);
      const rename = { from: name.written, to: path };
      if (equal.has(name)) this.#noteEqual(rename);
      else if (this.#paths.needsHash(name.written)) this.#noteHashed(rename);
      this.#settle(name.children, path);
    }
  }

  #noteHashed(rename: Rename): void {
    this.#hashedCount += 1;
    if (this.#hashed.length < MAX_KEPT) this.#hashed.push(rename);
  }

  #noteEqual(rename: Rename): void {
    this.#equalCount += 1;
    if (this.#equal.length < MAX_SHOWN) this.#equal.push(rename);
  }
}

/** The names whose node another name has too. */
function findAlike(siblings: ReadonlyMap<string, Name>): readonly Name[] {
  if (siblings.size < 2) return [];
  const counts = new Map<string, number>();
  for (const { node } of siblings.values()) counts.set(node, (counts.get(node) ?? 0) + 1);
  if (counts.size === siblings.size) return [];
  return [...siblings.values()].filter(({ node }) => (counts.get(node) ?? 0) > 1);
}
