import { BadReportError } from '../collect/read-report.ts';
import { FOLDER_WORD } from '../format/folder-scope.ts';
import { escapeInvisible, type Fault, formatFault } from '../model/errors.ts';
import type { Faults } from '../model/faults.ts';
import type { Figures } from '../model/figures.ts';
import type { CollectedMetric } from '../model/metric.ts';
import type { Options } from '../options/options.ts';
import type { FileReader } from './file-reader.ts';
import { groupByFolder, type ReportGroup } from './group-reports.ts';
import { type FoundFile, readFound } from './open-found.ts';

/** How the reports of one source are read and added up. */
export interface ReportParser<Report> {
  readonly parse: (chunks: AsyncIterable<Uint8Array>, path: string) => Promise<Report>;
  /** `location` names the report in messages; `path` is its real path. */
  readonly add: (report: Report, read: { readonly location: string; readonly path: string }) => void;
}

/** The metrics and figures of one source. */
export interface Measured<Source extends keyof Figures> {
  readonly metrics: readonly CollectedMetric[];
  readonly figures: NonNullable<Figures[Source]>;
}

/** The same for reports, with their number. */
export type Counted<Source extends keyof Figures> = Measured<Source> & { readonly reports: number };

/** Each folder has its own series, so this limits how many new ones a run creates in Graphite. */
const MAX_FOLDERS = 1000;

/** Reads the files of several sources, so that a problem of one source does not affect the others. */
export class ReportReader {
  /** Problems that fail the run after everything else was sent. */
  readonly problems: Fault[] = [];
  /** Problems that do not fail the run. */
  readonly warnings: string[] = [];
  /** The checkout of the CI system. */
  readonly workspace: string | undefined;
  readonly #options: Options;
  readonly #files: FileReader;

  constructor(
    options: Options,
    given: { readonly files: FileReader; readonly workspace: string | undefined },
  ) {
    this.#options = options;
    this.#files = given.files;
    this.workspace = given.workspace;
  }

  /** The files of an option; missing ones are reported. */
  async find(
    patterns: string | readonly string[] | undefined,
    { option, folders = 'refuse' }: { readonly option: string; readonly folders?: 'take' | 'refuse' },
  ): Promise<readonly FoundFile[]> {
    const { files, problems } = await this.#files.findReports(patterns, { option, folders });
    this.problems.push(...problems);
    return files;
  }

  /** The reports of an option that are counted together: all of them, or by folder if the scope has a word for it. */
  async findGroups(option: 'junit' | 'coverage'): Promise<readonly ReportGroup[]> {
    const files = await this.find(this.#options[option], { option });
    if (files.length === 0) return [];
    if (this.#options.scope?.includes(FOLDER_WORD) !== true) return [{ folder: undefined, files }];
    const groups = groupByFolder(files, this.workspace);
    if (groups.length > MAX_FOLDERS) {
      const rule = `at most ${MAX_FOLDERS} folders of reports are counted, the first ones; there are`;
      const cure = `Name fewer reports, or leave ${FOLDER_WORD} out of the scope.`;
      this.addProblem({ location: option, rule, value: String(groups.length), cure });
    }
    return groups.slice(0, MAX_FOLDERS);
  }

  /**
   * Adds up reports one after the other. The size of all reports together is limited. A report that cannot be counted
   * is reported as a problem. Returns whether all were read; false if the run was stopped.
   */
  async parseEach<Report>(
    { option, files }: { readonly option: string; readonly files: readonly FoundFile[] },
    { parse, add }: ReportParser<Report>,
  ): Promise<boolean> {
    for (const file of files) {
      const location = `${option} ${escapeInvisible(file.path)}`;
      const read = await this.unlessStopped(location, () => this.#parse(file, { location, parse }));
      if (read === undefined) return false;
      for (const report of read) add(report, { location, path: file.realPath });
    }
    return true;
  }

  /** Reports a source that was stopped in the middle. The other sources are kept. */
  async unlessStopped<Value>(location: string, read: () => Promise<Value>): Promise<Value | undefined> {
    try {
      return await read();
    } catch (error) {
      if (this.#options.signal?.aborted !== true) throw error;
      this.warnings.push(formatFault({ location, rule: 'the run was stopped before it was read' }));
      return undefined;
    }
  }

  /** Reports a file that cannot be counted; `on-bad-report` decides whether that fails the run. */
  addProblem(fault: Fault): void {
    if (this.#options.onBadReport === 'fail') this.problems.push(fault);
    else this.warnings.push(`${formatFault(fault)} It is not counted.`);
  }

  /** What the user should know about a report that was counted. */
  addWarning(fault: Fault): void {
    this.warnings.push(formatFault(fault));
  }

  /** Reports a problem as an option says: as an error, as a warning, or not at all. */
  addByPolicy(policy: 'fail' | 'warn' | 'ignore', fault: Fault): void {
    if (policy === 'fail') this.problems.push(fault);
    else if (policy === 'warn') this.addWarning(fault);
  }

  /** Reports the faults of a source's own options, which do not affect the other sources. */
  addFaults(faults: Faults): void {
    this.problems.push(...faults.list);
  }

  /** The report of a file; none if it cannot be counted. */
  async #parse<Report>(
    file: FoundFile,
    { location, parse }: Pick<ReportParser<Report>, 'parse'> & { readonly location: string },
  ): Promise<readonly Report[]> {
    try {
      return [await parse(this.#untilStopped(readFound(file)), file.realPath)];
    } catch (error) {
      if (!(error instanceof BadReportError)) throw error;
      this.addProblem({ location, ...error.fault });
      return [];
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
