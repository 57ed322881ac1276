import { tooMuchTogether } from '../bad-coverage.ts';
import {
  COVERAGE_KINDS,
  type Counts,
  type CoverageKind,
  type CoverageReport,
  LAYERS,
  type Layer,
  pickCounts,
  type SourceCoverage,
} from '../coverage-report.ts';
import { HitSet, lineOf, nameOf, type Room } from '../hit-set.ts';
import { UNITED_LIMITS, type UnitedLimits } from '../limits.ts';
import { countPlaces } from './count-places.ts';

/** The limits for all reports together. */
class UnionRoom implements Room {
  readonly #limits: UnitedLimits;
  #places = 0;
  #files = 0;
  #characters = 0;

  constructor(limits: UnitedLimits) {
    this.#limits = limits;
  }

  grow(places: number): void {
    this.#places += places;
    if (this.#places > this.#limits.places)
      throw tooMuchTogether(`at most ${this.#limits.places} lines, branches and functions`);
  }

  addFile(path: string): void {
    this.#files += 1;
    this.addName(path);
    if (this.#files > this.#limits.files) throw tooMuchTogether(`at most ${this.#limits.files} source files`);
  }

  addName(name: string): void {
    this.#characters += name.length;
    if (this.#characters > this.#limits.nameCharacters)
      throw tooMuchTogether(`names of at most ${this.#limits.nameCharacters} characters`);
  }
}

/** What all reports together contain about one source file. */
export class UnitedSource {
  readonly layers: Map<Layer, HitSet> = new Map();
  readonly sums: Map<CoverageKind, Counts> = new Map();
  readonly #room: Room;

  constructor(room: Room) {
    this.#room = room;
  }

  /** Adds one report; `rename` maps its name numbers to those of all reports. */
  add(source: Pick<SourceCoverage, 'layers' | 'sums'>, rename?: (name: number) => number): void {
    for (const [layer, places] of source.layers) {
      const united = this.layers.get(layer);
      const toName = LAYERS[layer] === 'lines' || layer === 'countedBranches' ? undefined : rename;
      if (united !== undefined) united.addAll(places, toName);
      else if (toName === undefined) {
        this.#room.grow(places.length);
        this.layers.set(layer, new HitSet(this.#room, places));
      } else {
        const set = new HitSet(this.#room);
        set.addAll(places, toName);
        this.layers.set(layer, set);
      }
    }
    for (const [kind, counts] of source.sums) this.sums.set(kind, pickCounts(this.sums.get(kind), counts));
  }

  /** Adds another union. */
  addUnited(other: UnitedSource): void {
    const layers = new Map([...other.layers].map(([layer, set]) => [layer, set.sorted()]));
    this.add({ layers, sums: other.sums });
  }

  /**
   * The lines that can be run, and the number of branches of each. They are equal in two reports of one version of a
   * file.
   */
  outline(): string {
    const layers = (['lines', 'countedBranches'] as const).map((layer) => this.layers.get(layer)?.sorted());
    return layers.map((places) => `${places?.length} ${hashPlaces(places ?? [])}`).join();
  }

  /** If both places and sums are known, the one that covers more: they cannot be added. */
  count(kind: CoverageKind): Counts {
    const found: Float64Array[] = [];
    for (const [layer, set] of this.layers) if (LAYERS[layer] === kind) found.push(set.sorted());
    return pickCounts(this.sums.get(kind), countPlaces(found));
  }
}

/** Unites reports per source file, line and name. */
export class CoverageUnion {
  readonly kinds: Set<CoverageKind> = new Set();
  /** By path. */
  readonly located: Map<string, UnitedSource> = new Map();
  /** By path below a module's source folder, then by module. */
  readonly inModules: Map<string, Map<string, UnitedSource>> = new Map();
  readonly #names = new Map<string, number>();
  readonly #limits: UnitedLimits;
  readonly #room: UnionRoom;
  #reports = 0;

  constructor(limits: UnitedLimits = UNITED_LIMITS) {
    this.#limits = limits;
    this.#room = new UnionRoom(limits);
  }

  /** The number of reports. */
  get reports(): number {
    return this.#reports;
  }

  /** @throws {BadReportError} if the reports are too large together; then nothing can be counted. */
  add(report: CoverageReport): void {
    this.#reports += 1;
    for (const kind of report.kinds) this.kinds.add(kind);
    const rename = this.#adoptNames(report.names) ? undefined : this.#createRename(report.names);
    for (const file of report.files) this.#source(file).add(file, rename);
  }

  /** The first report's names keep their numbers. */
  #adoptNames(names: readonly string[]): boolean {
    if (this.#names.size > 0) return false;
    for (const [id, name] of names.entries()) {
      this.#room.addName(name);
      this.#names.set(name, id);
    }
    return true;
  }

  #createRename(names: readonly string[]): (name: number) => number {
    const ids = new Int32Array(names.length).fill(-1);
    return (name) => {
      const known = ids[name] ?? -1;
      if (known >= 0) return known;
      const id = this.#nameId(names[name] ?? '');
      ids[name] = id;
      return id;
    };
  }

  /** The sums over all source files, for every kind that a report counts. */
  count(sources: Iterable<UnitedSource>): Map<CoverageKind, Counts> {
    const sums = new Map<CoverageKind, Counts>();
    const kinds = COVERAGE_KINDS.filter((kind) => this.kinds.has(kind));
    for (const kind of kinds) sums.set(kind, { covered: 0, total: 0 });
    for (const source of sources) {
      for (const kind of kinds) {
        const { covered, total } = source.count(kind);
        const before = sums.get(kind) ?? { covered: 0, total: 0 };
        sums.set(kind, { covered: before.covered + covered, total: before.total + total });
      }
    }
    return sums;
  }

  #source({ path, module }: SourceCoverage): UnitedSource {
    const create = (): UnitedSource => {
      this.#room.addFile(path);
      return new UnitedSource(this.#room);
    };
    if (module === undefined) return getOrAdd(this.located, { key: path, create });
    const createModules = (): Map<string, UnitedSource> => new Map();
    const modules = getOrAdd(this.inModules, { key: path, create: createModules });
    return getOrAdd(modules, { key: module, create });
  }

  #nameId(name: string): number {
    const create = (): number => {
      if (this.#names.size >= this.#limits.names)
        throw tooMuchTogether(`at most ${this.#limits.names} names of functions and branches`);
      this.#room.addName(name);
      return this.#names.size;
    };
    return getOrAdd(this.#names, { key: name, create });
  }
}

function getOrAdd<Key, Value>(map: Map<Key, Value>, entry: { key: Key; create: () => Value }): Value {
  const { key, create } = entry;
  let value = map.get(key);
  if (value === undefined) {
    value = create();
    map.set(key, value);
  }
  return value;
}

function hashPlaces(places: Iterable<number>): string {
  let [one, other] = [0, 0];
  for (const place of places) {
    const [line, name] = [lineOf(place), nameOf(place)];
    one = (Math.imul(one ^ line, 0x85eb_ca6b) ^ name) + (one >>> 15);
    other = Math.imul(other + line, 0xc2b2_ae35) + name + (other >>> 13);
  }
  return `${one | 0} ${other | 0}`;
}
