import { copyText } from '../../../util/text.ts';
import type { XmlAttributes, XmlHandler } from '../../xml/read-xml.ts';
import { badValue } from '../bad-coverage.ts';
import { isHitCount, parseLineNumber, parseWhole, toLineNumber } from '../counts.ts';
import type { Counts, CoverageKind } from '../coverage-report.ts';
import { packPlace } from '../hit-set.ts';
import type { ReportBuilder, SourceBuilder } from '../report-builder.ts';
import { OccurrenceIds } from './occurrence-ids.ts';

type Sums = Map<CoverageKind, Counts>;

const KINDS: ReadonlyMap<string | undefined, CoverageKind> = new Map([
  ['LINE', 'lines'],
  ['BRANCH', 'branches'],
  ['METHOD', 'functions'],
]);

/** JaCoCo's XML: packages, in groups or not, with methods by class and lines by source file. */
export class JacocoHandler implements XmlHandler {
  readonly #report: ReportBuilder;
  readonly #givenLabel: string | undefined;
  readonly #wholeSums: Sums = new Map();
  /** The names of the report and its groups; the last one is the module. */
  readonly #modules: string[] = [];
  readonly #parents: string[] = [];
  readonly #methodIds: OccurrenceIds;
  #package = '';
  #class: { name: string; source: SourceBuilder; sums: Sums } | undefined;
  #sourceFile: { source: SourceBuilder; sums: Sums; hasUncounted: boolean } | undefined;
  /** Files whose lines have branch counts. */
  readonly #branchesByLine = new Set<SourceBuilder>();
  #hasCode = false;
  #method: { name: string; line: number } | undefined;
  /** Sums of this package's source files by class, and by file. */
  readonly #classSums = new Map<SourceBuilder, Sums>();
  readonly #fileSums = new Map<SourceBuilder, Sums>();

  constructor(report: ReportBuilder, label: string | undefined) {
    this.#report = report;
    this.#givenLabel = label;
    this.#methodIds = new OccurrenceIds(report);
  }

  open(name: string, attributes: XmlAttributes): void {
    const parent = this.#parents.at(-1);
    this.#parents.push(name);
    if (name === 'counter') this.#addCounter(attributes, parent);
    else if (name === 'line') this.#addLine(attributes);
    else if (name === 'method') this.#openMethod(attributes);
    else if (name === 'class') this.#openClass(attributes);
    else if (name === 'sourcefile') this.#openSourceFile(attributes);
    else if (name === 'package') this.#package = copyText(attributes['name'] ?? '');
    else if (name === 'group' || name === 'report') this.#modules.push(copyText(attributes['name'] ?? ''));
  }

  close(name: string): void {
    this.#parents.pop();
    if (name === 'method') this.#method = undefined;
    else if (name === 'class') this.#class = undefined;
    else if (name === 'sourcefile') this.#closeSourceFile();
    else if (name === 'package') this.#closePackage();
    else if (name === 'group') this.#modules.pop();
    else if (name === 'report') this.#finish();
  }

  /** Classes compiled without debug information have code but no lines, so their lines are unknown. */
  #finish(): void {
    this.#report.addWhole(this.#givenLabel ?? this.#modules[0] ?? '', this.#wholeSums);
    if (!this.#hasCode) this.#report.know('lines');
  }

  /** If a line does not say how much of it was run, the counters count for all lines. */
  #closeSourceFile(): void {
    const { source, sums, hasUncounted } = this.#sourceFile ?? {};
    if (hasUncounted === true && sums?.has('lines') === true) source?.layers.delete('lines');
    this.#sourceFile = undefined;
  }

  #source(name: string): SourceBuilder {
    // Other tools with this format write a whole path.
    if (/[\\/]/.test(name)) return this.#report.source(copyText(name));
    const path = this.#package === '' ? name : `${this.#package}/${name}`;
    return this.#report.source(copyText(path), this.#modules.at(-1) ?? '');
  }

  #openClass({ name = '', sourcefilename }: XmlAttributes): void {
    const baseName = name.slice(name.lastIndexOf('/') + 1);
    const source = this.#source(sourcefilename ?? baseName);
    const sums = this.#classSums.get(source) ?? new Map();
    this.#classSums.set(source, sums);
    this.#class = { name, source, sums };
    this.#methodIds.clear();
  }

  #openMethod({ name, desc, line }: XmlAttributes): void {
    this.#method = { name: `${this.#class?.name} ${name}${desc}`, line: toLineNumber(line) };
  }

  #openSourceFile({ name }: XmlAttributes): void {
    if (name === undefined || name === '') throw badValue('a source file has a name', this.#package);
    const source = this.#source(name);
    const sums: Sums = new Map();
    this.#fileSums.set(source, sums);
    this.#sourceFile = { source, sums, hasUncounted: false };
  }

  #addLine(attributes: XmlAttributes): void {
    if (this.#sourceFile === undefined) return;
    const { source } = this.#sourceFile;
    const line = parseLineNumber(attributes['nr'], 'the number (nr) of a line');
    const { ci, mb, cb } = attributes;
    this.#hasCode = true;
    if (ci === undefined) {
      this.#sourceFile.hasUncounted = true;
    } else {
      const isHit = isHitCount(ci);
      if (isHit === undefined) throw badValue(`line ${line} has a number of covered instructions (ci)`, ci);
      source.layer('lines').add(packPlace(line, 0), isHit);
    }
    if (mb === undefined && cb === undefined) return;
    this.#branchesByLine.add(source);
    const [missed, covered] = [parseWhole(mb ?? '0'), parseWhole(cb ?? '0')];
    if (missed === undefined || covered === undefined)
      throw badValue(`line ${line} has numbers of branches (mb, cb)`, `${mb}, ${cb}`);
    this.#report.know('branches');
    if (missed + covered > 0) source.addBranches(line, { covered, total: missed + covered });
  }

  #addCounter(attributes: XmlAttributes, parent: string | undefined): void {
    const kind = KINDS.get(attributes['type']);
    const [missed, covered] = [parseWhole(attributes['missed']), parseWhole(attributes['covered'])];
    if ((missed ?? 0) + (covered ?? 0) > 0) this.#hasCode = true;
    if (kind === undefined) return;
    if (missed === undefined || covered === undefined)
      throw badValue(
        'a counter has the numbers missed and covered',
        `${attributes['missed']}, ${attributes['covered']}`,
      );
    this.#report.know(kind);
    if (parent === 'method' && kind === 'functions') this.#addMethod(covered > 0);
    const sums = this.#findSums(parent);
    const before = sums?.get(kind) ?? { covered: 0, total: 0 };
    sums?.set(kind, { covered: before.covered + covered, total: before.total + missed + covered });
  }

  /** The sums of the element that has a counter; undefined if its counters are not added up. */
  #findSums(parent: string | undefined): Sums | undefined {
    if (parent === 'class') return this.#class?.sums;
    if (parent === 'sourcefile') return this.#sourceFile?.sums;
    return parent === 'report' ? this.#wholeSums : undefined;
  }

  #addMethod(isHit: boolean): void {
    if (this.#class === undefined || this.#method === undefined) return;
    const { name, line } = this.#method;
    this.#class.source.layer('jacocoMethods').add(packPlace(line, this.#methodIds.idOf(name, line)), isHit);
  }

  /** Sums count if there are no lines and methods; a file's sums take precedence over its classes' sums. */
  #closePackage(): void {
    for (const source of new Set([...this.#fileSums.keys(), ...this.#classSums.keys()])) {
      const sums = new Map([...(this.#classSums.get(source) ?? []), ...(this.#fileSums.get(source) ?? [])]);
      for (const [kind, counts] of sums) {
        if (!this.#isListed(source, kind)) source.addSum(kind, counts);
      }
    }
    this.#branchesByLine.clear();
    this.#classSums.clear();
    this.#fileSums.clear();
  }

  /** Whether a file's lines or methods count a kind. */
  #isListed(source: SourceBuilder, kind: CoverageKind): boolean {
    if (kind === 'branches') return this.#branchesByLine.has(source);
    return source.layers.has(kind === 'functions' ? 'jacocoMethods' : 'lines');
  }
}
