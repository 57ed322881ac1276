import type { NumberedNames, Rename } from '../model/result.ts';
import { MAX_NODE_BYTES, type PathRules } from './path.ts';

const MAX_TOLD = 100;
/** Room for the number that tells equal nodes apart. */
const NUMBER_BYTES = 10;

/**
 * The paths of names that nobody wrote: each name is one node, whatever stands in it. Names that become one node beside
 * each other are told apart by `_2`, `_3`, in the order in which they come.
 */
export class CollectedNames {
  readonly #paths: PathRules;
  /** The written name below its parent's path → its path. */
  readonly #known = new Map<string, string>();
  /** A path that is taken → the number that the next name for it gets. */
  readonly #numbers = new Map<string, number>();
  readonly #numbered: Rename[] = [];
  #numberedCount = 0;

  constructor(paths: PathRules) {
    this.#paths = paths;
  }

  /** The names that got a number; nothing where all were different. */
  get numbered(): NumberedNames | undefined {
    return this.#numberedCount === 0 ? undefined : { first: this.#numbered, count: this.#numberedCount };
  }

  /** The path of the names, one node for each; the same names have the same path again. */
  formatPath(names: readonly string[], parent: string): string {
    let path = parent;
    for (const name of names) path = this.#formatChild(path, name);
    return path;
  }

  /** Another path for a name whose own is taken by a metric that somebody wrote. */
  renumber(path: string): string {
    const other = this.#number(path);
    this.#tell(path.slice(path.lastIndexOf('.') + 1), other);
    return other;
  }

  #formatChild(parent: string, name: string): string {
    const key = `${parent} ${name}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const node = this.#paths.formatNode(name).slice(0, MAX_NODE_BYTES - NUMBER_BYTES) || '_';
    const own = parent === '' ? node : `${parent}.${node}`;
    const path = this.#numbers.has(own) ? this.#number(own) : own;
    this.#numbers.set(path, 2);
    this.#known.set(key, path);
    if (path !== own) this.#tell(name, path);
    return path;
  }

  #number(path: string): string {
    let number = this.#numbers.get(path) ?? 2;
    while (this.#numbers.has(`${path}_${number}`)) number += 1;
    this.#numbers.set(path, number + 1);
    return `${path}_${number}`;
  }

  #tell(from: string, path: string): void {
    this.#numberedCount += 1;
    if (this.#numbered.length < MAX_TOLD) this.#numbered.push({ from, to: path });
  }
}
