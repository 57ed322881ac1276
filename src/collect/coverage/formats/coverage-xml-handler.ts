import type { XmlAttributes, XmlHandler } from '../../xml/read-xml.ts';
import { notUnderstood } from '../bad-coverage.ts';
import type { ReportBuilder } from '../report-builder.ts';
import { CloverHandler } from './clover-handler.ts';
import { CoberturaHandler } from './cobertura-handler.ts';
import { JacocoHandler } from './jacoco-handler.ts';

/** Other documents that are given as coverage, by their root element. */
const ROOTS: ReadonlyMap<string, string> = new Map([
  ['testsuites', 'a test report, which the option junit reads'],
  ['testsuite', 'a test report, which the option junit reads'],
  ['coveragesession', "OpenCover's XML"],
  ['html', 'a web page'],
]);

/** Recognises an XML format by its first two elements, and passes the report to the right handler. */
export class CoverageXmlHandler implements XmlHandler {
  readonly #report: ReportBuilder;
  readonly #label: string | undefined;
  #root: { name: string; attributes: XmlAttributes } | undefined;
  #handler: XmlHandler | undefined;

  constructor(report: ReportBuilder, label: string | undefined) {
    this.#report = report;
    this.#label = label;
  }

  /** The folders that the report's paths are relative to, if it names them. */
  get folders(): readonly string[] {
    return this.#handler instanceof CoberturaHandler ? this.#handler.folders : [];
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.#root === undefined) this.#root = { name, attributes };
    else this.#choose(name).open(name, attributes);
  }

  text(text: string): void {
    this.#handler?.text?.(text);
  }

  close(name: string): void {
    this.#choose(undefined).close(name);
  }

  #choose(child: string | undefined): XmlHandler {
    if (this.#handler !== undefined) return this.#handler;
    const { name, attributes } = this.#root ?? { name: '', attributes: {} };
    this.#handler = this.#create({ name, attributes, child });
    this.#handler.open(name, attributes);
    return this.#handler;
  }

  #create({
    name,
    attributes,
    child,
  }: {
    name: string;
    attributes: XmlAttributes;
    child: string | undefined;
  }): XmlHandler {
    const isCobertura = child === 'sources' || child === 'packages' || (child ?? 'line-rate') in attributes;
    if (name === 'coverage' && isCobertura) return new CoberturaHandler(this.#report, this.#label ?? '');
    const isClover = child === 'project' || child === 'testproject' || (child ?? 'clover') in attributes;
    if (name === 'coverage' && isClover) return new CloverHandler(this.#report, this.#label);
    const isJacoco = ['sessioninfo', 'group', 'package', 'counter', undefined].includes(child);
    if (name === 'report' && isJacoco) return new JacocoHandler(this.#report, this.#label);
    throw notUnderstood(
      ROOTS.get(name.toLowerCase()) ?? 'XML with other elements',
      child === undefined ? `<${name}>` : `<${name}><${child}>`,
    );
  }
}
