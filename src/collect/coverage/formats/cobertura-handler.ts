import { copyText } from '../../../util/text.ts';
import type { XmlAttributes, XmlHandler } from '../../xml/read-xml.ts';
import { badValue, tooMuch } from '../bad-coverage.ts';
import { isHitCount, parseLineNumber, parseWhole, toCounts } from '../counts.ts';
import type { Counts, CoverageKind, Layer } from '../coverage-report.ts';
import { packPlace } from '../hit-set.ts';
import type { ReportBuilder, SourceBuilder } from '../report-builder.ts';
import { OccurrenceIds } from './occurrence-ids.ts';

const MAX_SOURCE_FOLDERS = 1000;

/** Cobertura's XML: classes with the lines of a file, and methods with their own lines. */
export class CoberturaHandler implements XmlHandler {
  /** The folders that file names are relative to. */
  readonly folders: string[] = [];
  readonly #report: ReportBuilder;
  readonly #label: string;
  readonly #sums = new Map<CoverageKind, Counts>();
  /** Source files that have a line with branches that are not counted, in a class or in its methods. */
  readonly #uncounted = {
    countedBranches: new Set<SourceBuilder>(),
    methodBranches: new Set<SourceBuilder>(),
  };
  #hasBranches = false;
  #folder: string | undefined;
  #source: SourceBuilder | undefined;
  #className = '';
  #method: { name: string; line: number | undefined; isHit: boolean } | undefined;
  readonly #methodIds: OccurrenceIds;

  constructor(report: ReportBuilder, label: string) {
    this.#report = report;
    this.#label = label;
    this.#methodIds = new OccurrenceIds(report);
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'line') this.#addLine(attributes);
    else if (name === 'method') this.#openMethod(attributes);
    else if (name === 'class') this.#openClass(attributes);
    else if (name === 'lines') this.#openLines();
    else if (name === 'source') this.#folder = '';
    else if (name === 'coverage') this.#addSums(attributes);
  }

  text(text: string): void {
    if (this.#folder !== undefined) this.#folder += text;
  }

  close(name: string): void {
    if (name === 'method') this.#closeMethod();
    else if (name === 'class') this.#source = undefined;
    else if (name === 'source') this.#closeFolder();
    else if (name === 'coverage') this.#finish();
  }

  #closeFolder(): void {
    const folder = this.#folder?.trim();
    this.#folder = undefined;
    if (folder === undefined) return;
    if (this.folders.length >= MAX_SOURCE_FOLDERS)
      throw tooMuch(`a report has at most ${MAX_SOURCE_FOLDERS} source folders`);
    this.folders.push(copyText(folder));
  }

  #openClass(attributes: XmlAttributes): void {
    const { filename, name } = attributes;
    if (filename === undefined) throw badValue('a class has a filename', name ?? '');
    this.#source = this.#report.namedSource(copyText(filename), this.#label);
    this.#className = name ?? '';
    this.#methodIds.clear();
  }

  /** The branch rate of a class counts, even if its methods have branches. */
  #openLines(): void {
    if (this.#method === undefined) this.#source?.layer('lines');
  }

  #openMethod({ name, signature, hits, 'line-rate': rate }: XmlAttributes): void {
    // The lines are more exact if there are any.
    const isHit = isHitCount(hits ?? rate ?? '0') ?? false;
    this.#method = { name: `${this.#className} ${name} ${signature}`, line: undefined, isHit };
  }

  #closeMethod(): void {
    const method = this.#method;
    this.#method = undefined;
    if (method === undefined || this.#source === undefined) return;
    const line = method.line ?? 0;
    this.#source
      .layer('coberturaMethods')
      .add(packPlace(line, this.#methodIds.idOf(method.name, line)), method.isHit);
  }

  #addLine(attributes: XmlAttributes): void {
    if (this.#source === undefined) return;
    const line = parseLineNumber(attributes['number'], 'the number of a line');
    const isHit = isHitCount(attributes['hits'] ?? '');
    if (isHit === undefined) throw badValue(`line ${line} has a number of hits`, attributes['hits'] ?? '');
    const method = this.#method;
    if (method !== undefined) {
      if (method.line === undefined) Object.assign(method, { line, isHit });
      else if (isHit) method.isHit = true;
    }
    this.#source.layer(method === undefined ? 'lines' : 'methodLines').add(packPlace(line, 0), isHit);
    const { branch, 'condition-coverage': conditions } = attributes;
    if (branch !== undefined || conditions !== undefined) this.#addBranches(line, { branch, conditions });
  }

  /** `50% (1/2)`; a percentage or `branch="true"` alone does not give the number of branches. */
  #addBranches(line: number, given: { branch: string | undefined; conditions: string | undefined }): void {
    const { branch = '', conditions = '' } = given;
    const layer = this.#method === undefined ? 'countedBranches' : 'methodBranches';
    const [, covered, total] = /\((\d+)\s*\/\s*(\d+)\)/.exec(conditions) ?? [];
    if (covered !== undefined && total !== undefined) {
      const counts = toCounts(parseWhole(covered), parseWhole(total));
      if (counts === undefined) throw badValue(`line ${line} covers at most all of its branches`, conditions);
      this.#source?.addBranches(line, { ...counts, layer });
      this.#hasBranches = true;
    } else if (/^\s*false\s*$/i.test(branch)) {
      this.#hasBranches = true;
    } else if (this.#source !== undefined) {
      this.#uncounted[layer].add(this.#source);
    }
  }

  #addSums(attributes: XmlAttributes): void {
    const lines = toCounts(parseWhole(attributes['lines-covered']), parseWhole(attributes['lines-valid']));
    if (lines !== undefined) this.#sums.set('lines', lines);
    const covered = parseWhole(attributes['branches-covered']);
    const branches = toCounts(covered, parseWhole(attributes['branches-valid']));
    if (branches !== undefined) this.#sums.set('branches', branches);
  }

  /** The lines of methods repeat those of their class, so they count only if the class has none. */
  #finish(): void {
    const sources = [...this.#report.sources.values()];
    const isUncounted = sources.some((source) =>
      this.#uncounted[source.layers.has('lines') ? 'countedBranches' : 'methodBranches'].has(source),
    );
    for (const { layers } of sources) {
      const lines = layers.get('methodLines');
      const branches = layers.get('methodBranches');
      layers.delete('methodLines');
      layers.delete('methodBranches');
      if (layers.has('lines')) continue;
      if (lines !== undefined) layers.set('lines', lines);
      if (branches !== undefined) layers.set('countedBranches', branches);
    }
    this.#report.addWhole(this.#label, this.#sums);
    if (this.#sums.has('lines')) this.#report.know('lines');
    if (sources.length === 0) return;
    if (!isUncounted && this.#hasBranches) this.#report.know('branches');
    if (isUncounted) this.#replace('branches', 'countedBranches');
    if (sources.every(({ layers }) => (layers.get('lines')?.sorted().length ?? 0) === 0))
      this.#replace('lines', 'lines');
  }

  /** The root's sums count for what the lines do not show. */
  #replace(kind: CoverageKind, layer: Layer): void {
    const sum = this.#sums.get(kind);
    if (sum === undefined || sum.total === 0) return;
    for (const { layers } of this.#report.sources.values()) layers.delete(layer);
    this.#report.whole(this.#label).addSum(kind, sum);
  }
}
