import { BadReportError } from '../collect/bad-report.ts';
import { escapeInvisible, type Fault, formatFault } from '../model/errors.ts';
import type { Faults } from '../model/faults.ts';
import type { Options } from '../options/options.ts';
import type { FileReader } from './file-reader.ts';
import type { FoundFile } from './found-file.ts';
import { readFound } from './open-found.ts';

/** How the reports of one source are read and added up. */
export interface ReportParser<Report> {
  readonly parse: (chunks: AsyncIterable<Uint8Array>, path: string) => Promise<Report>;
  /** `location` names the report in messages; `path` is where it really lies. */
  readonly add: (report: Report, read: { readonly location: string; readonly path: string }) => void;
}

/** Reads what several sources name, and keeps what is wrong with one of them from the others. */
export class ReportReader {
  /** What could not be collected, where that is to fail the run after everything else was sent. */
  readonly problems: Fault[] = [];
  /** The same where it is not. */
  readonly warnings: string[] = [];
  readonly #options: Options;
  readonly #files: FileReader;

  constructor(options: Options, files: FileReader) {
    this.#options = options;
    this.#files = files;
  }

  /** The files of an option; what is missing is told. */
  async find(
    patterns: string | readonly string[] | undefined,
    option: string,
    folders: 'take' | 'refuse' = 'refuse',
  ): Promise<readonly FoundFile[]> {
    const { files, problems } = await this.#files.findReports(patterns, option, folders);
    this.problems.push(...problems);
    return files;
  }

  /**
   * Adds up reports one after the other: what all of them hold together is bounded, what they hold one by one would not
   * be. One that cannot be counted is told. Returns whether all were read, which they were not where the run was stopped.
   */
  async parseEach<Report>(
    option: string,
    files: readonly FoundFile[],
    { parse, add }: ReportParser<Report>,
  ): Promise<boolean> {
    for (const file of files) {
      const location = `${option} ${escapeInvisible(file.path)}`;
      const read = await this.unlessStopped(location, () => this.#parse(location, file, parse));
      if (read === undefined) return false;
      if ('report' in read) add(read.report, { location, path: file.realPath });
    }
    return true;
  }

  /** What was stopped in its middle is told, and keeps nothing else from being kept. */
  async unlessStopped<Value>(location: string, read: () => Promise<Value>): Promise<Value | undefined> {
    try {
      return await read();
    } catch (error) {
      if (this.#options.signal?.aborted !== true) throw error;
      this.warnings.push(formatFault({ location, rule: 'the run was stopped before it was read' }));
      return undefined;
    }
  }

  /** What cannot be counted: `on-bad-report` says whether that fails the run. */
  addProblem(fault: Fault): void {
    if (this.#options.onBadReport === 'fail') this.problems.push(fault);
    else this.warnings.push(`${formatFault(fault)} It is not counted.`);
  }

  /** What the user should know about a report that was counted. */
  addWarning(fault: Fault): void {
    this.warnings.push(formatFault(fault));
  }

  /** What an option says is to fail the run, to be warned of, or neither. */
  addByPolicy(policy: 'fail' | 'warn' | 'ignore', fault: Fault): void {
    if (policy === 'fail') this.problems.push(fault);
    else if (policy === 'warn') this.addWarning(fault);
  }

  /** What is wrong with one source's options, which no other has to pay for. */
  addFaults(faults: Faults): void {
    this.problems.push(...faults.list);
  }

  async #parse<Report>(
    location: string,
    file: FoundFile,
    parse: ReportParser<Report>['parse'],
  ): Promise<{ readonly report: Report } | { readonly fault: Fault }> {
    try {
      return { report: await parse(this.#untilStopped(readFound(file)), file.realPath) };
    } catch (error) {
      if (!(error instanceof BadReportError)) throw error;
      const fault = { location, ...error.fault };
      this.addProblem(fault);
      return { fault };
    }
  }

  async *#untilStopped(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    this.#options.signal?.throwIfAborted();
    for await (const chunk of chunks) {
      yield chunk;
      this.#options.signal?.throwIfAborted();
    }
  }
}
