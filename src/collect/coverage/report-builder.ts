import type { Problem } from '../../model/errors.ts';
import { tooMuch } from './bad-coverage.ts';
import {
  type Counts,
  type CoverageKind,
  type CoverageReport,
  LAYERS,
  type Layer,
  pickCounts,
  type SourceCoverage,
} from './coverage-report.ts';
import { HitSet, packPlace, type Room } from './hit-set.ts';
import {
  COVERAGE_LIMITS,
  type CoverageLimits,
  MAX_BRANCHES_OF_A_LINE,
  MAX_PATH_CHARACTERS,
} from './limits.ts';

/** What a parser has found about one source file. */
export class SourceBuilder {
  readonly path: string;
  readonly module: string | undefined;
  readonly layers: Map<Layer, HitSet> = new Map();
  readonly sums: Map<CoverageKind, Counts> = new Map();
  readonly #report: ReportBuilder;

  constructor(report: ReportBuilder, place: { path: string; module: string | undefined }) {
    this.#report = report;
    this.path = place.path;
    this.module = place.module;
  }

  layer(layer: Layer): HitSet {
    let set = this.layers.get(layer);
    if (set === undefined) {
      set = new HitSet(this.#report);
      this.layers.set(layer, set);
      this.#report.know(LAYERS[layer]);
    }
    return set;
  }

  /**
   * Branches of which only the count is known. The first ones count as run, so that the union of two reports is the
   * larger of both counts.
   */
  addBranches(
    line: number,
    counted: Counts & { readonly layer?: 'countedBranches' | 'methodBranches' },
  ): void {
    const { covered, total, layer = 'countedBranches' } = counted;
    if (total > MAX_BRANCHES_OF_A_LINE)
      throw tooMuch(`a line has at most ${MAX_BRANCHES_OF_A_LINE} branches`);
    const branches = this.layer(layer);
    for (let branch = 0; branch < total; branch += 1) branches.add(packPlace(line, branch), branch < covered);
  }

  /** Gives back unused capacity. */
  shrink(): void {
    for (const set of this.layers.values()) set.shrink();
  }

  addSum(kind: CoverageKind, counts: Counts): void {
    this.sums.set(kind, pickCounts(this.sums.get(kind), counts));
    this.#report.know(kind);
  }
}

/** Collects the results of a parser in constant memory. */
export class ReportBuilder implements Room {
  readonly sources: Map<string, SourceBuilder> = new Map();
  readonly limits: CoverageLimits;
  readonly #kinds = new Set<CoverageKind>();
  readonly #names = new Map<string, number>([['', 0]]);
  readonly #notices: Array<Problem> = [];
  #unnamed = 0;
  #characters = 0;
  #places = 0;

  constructor(limits: CoverageLimits = COVERAGE_LIMITS) {
    this.limits = limits;
  }

  /** Whether the report counts no kind at all. */
  get knowsNothing(): boolean {
    return this.#kinds.size === 0;
  }

  /** Adds a warning about a report that is counted. */
  notice(notice: Problem): void {
    this.#notices.push(notice);
  }

  /**
   * The source file of a path. Without a name each is a new one; `label` distinguishes it from those of other reports.
   */
  namedSource(path: string, label: string): SourceBuilder {
    if (path.trim() !== '') return this.source(path);
    this.#unnamed += 1;
    return this.source(`unnamed source file ${this.#unnamed}`, `unnamed\0${label}`);
  }

  /** The source file of a path; with a module, the path is relative to that module's unknown source folder. */
  source(path: string, module?: string): SourceBuilder {
    const key = module === undefined ? path : `${module}\0${path}`;
    let source = this.sources.get(key);
    if (source === undefined) {
      if (key.length > MAX_PATH_CHARACTERS)
        throw tooMuch(`the path of a source file has at most ${MAX_PATH_CHARACTERS} characters`);
      const { files } = this.limits;
      if (this.sources.size >= files) throw tooMuch(`a report has at most ${files} source files`);
      this.#countCharacters(key);
      source = new SourceBuilder(this, { path, module });
      this.sources.set(key, source);
    }
    return source;
  }

  /** The number of a name; the empty name has 0. */
  nameId(name: string): number {
    let id = this.#names.get(name);
    if (id === undefined) {
      id = this.#names.size;
      const { names } = this.limits;
      if (id >= names) throw tooMuch(`a report has at most ${names} names of functions and branches`);
      this.#countCharacters(name);
      this.#names.set(name, id);
    }
    return id;
  }

  /**
   * The sums of a report without source files count as those of one file; `label` distinguishes it from other
   * reports.
   */
  addWhole(label: string, sums: ReadonlyMap<CoverageKind, Counts>): void {
    if (this.sources.size > 0) return;
    for (const [kind, counts] of sums) if (counts.total > 0) this.whole(label).addSum(kind, counts);
  }

  /** What counts the sums that no source file of a report does. */
  whole(label: string): SourceBuilder {
    return this.source('', `whole\0${label}`);
  }

  know(kind: CoverageKind): void {
    this.#kinds.add(kind);
  }

  /** Many half-empty sets can exceed the limit although their contents do not. */
  grow(places: number): void {
    this.#places += places;
    if (places > 0 && this.#places > 2 * this.limits.places) this.#shrink();
  }

  /** The report, with each source file under the path that `locate` gives it. */
  finish(locate: (path: string) => string): CoverageReport {
    this.#shrink();
    const files = [...this.sources.values()].map(
      (source): SourceCoverage => ({
        path: source.module === undefined ? locate(source.path) : source.path,
        module: source.module,
        layers: new Map([...source.layers].map(([layer, set]) => [layer, set.sorted()])),
        sums: source.sums,
      }),
    );
    if (this.#unnamed > 0) {
      const rule = `source files without a name are counted, each as another one: ${this.#unnamed}`;
      this.notice({ rule, cure: 'They do not unite with those of other reports: let the tool name them.' });
    }
    return { files, kinds: this.#kinds, names: [...this.#names.keys()], notices: this.#notices };
  }

  #shrink(): void {
    for (const source of this.sources.values()) source.shrink();
    const { places } = this.limits;
    if (this.#places > places) throw tooMuch(`a report has at most ${places} lines, branches and functions`);
  }

  #countCharacters(text: string): void {
    this.#characters += text.length;
    const { nameCharacters } = this.limits;
    if (this.#characters > nameCharacters)
      throw tooMuch(`the names in a report have at most ${nameCharacters} characters together`);
  }
}
