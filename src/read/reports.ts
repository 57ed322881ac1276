import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { BadReportError } from '../collect/bad-report.ts';
import { type ComputedJob, computeJob } from '../collect/job/compute-job.ts';
import type { PublishOptions } from '../config/publish-options.ts';
import { resolveJob } from '../config/resolve-job.ts';
import { type ReportRules, resolveReportRules } from '../config/resolve-reports.ts';
import { escapeInvisible, type Fault, formatFault } from '../errors.ts';
import { Faults } from '../faults.ts';
import type { Figures } from '../figures.ts';
import type { CollectedMetric } from '../format/metric.ts';
import type { FileReader, FoundReports } from './file-reader.ts';
import type { FoundFile } from './found-file.ts';
import { readFound } from './open-found.ts';

/** What reports, files and the job come to. */
export interface ReadReports {
  readonly metrics: readonly CollectedMetric[];
  readonly figures: Figures;
  /** What could not be collected, where that is to fail the run after everything else was sent. */
  readonly problems: readonly Fault[];
  /** The same where it is not. */
  readonly warnings: readonly string[];
}

/**
 * Reads what the options name, each source by itself: what is wrong with one keeps no other from being counted. A run
 * that is stopped meanwhile leaves out what is not read to its end, for half a figure would be none.
 */
export async function readReports(
  options: PublishOptions,
  around: { readonly files: FileReader; readonly faults: Faults; readonly nowMs: number },
): Promise<ReadReports> {
  const reading = new ReportReader(options, around);
  const tests = await reading.readTests();
  const coverage = await reading.readCoverage();
  const sizes = await reading.readSizes();
  const job = reading.readJob(around.nowMs);
  return {
    metrics: [tests, coverage, sizes, job].flatMap((one) => one?.metrics ?? []),
    figures: {
      ...(tests === undefined ? {} : { tests: tests.figures }),
      ...(coverage === undefined ? {} : { coverage: coverage.figures }),
      ...(sizes === undefined ? {} : { sizes: sizes.figures }),
      ...(job.figures === undefined ? {} : { job: job.figures }),
    },
    problems: reading.problems,
    warnings: reading.warnings,
  };
}

/** What one source has to say: metrics, and figures for people. */
interface Collected<Shown> {
  readonly metrics: readonly CollectedMetric[];
  readonly figures: Shown;
}

/** How the reports of one source are read and added up. */
interface ReportParser<Report> {
  readonly parse: (chunks: AsyncIterable<Uint8Array>, path: string) => Promise<Report>;
  readonly add: (report: Report) => void;
}

class ReportReader {
  readonly problems: Fault[] = [];
  readonly warnings: string[] = [];
  readonly #options: PublishOptions;
  readonly #files: FileReader;
  readonly #rules: ReportRules;

  constructor(options: PublishOptions, { files, faults }: { files: FileReader; faults: Faults }) {
    this.#options = options;
    this.#files = files;
    this.#rules = resolveReportRules(options, faults);
  }

  async readTests(): Promise<Collected<NonNullable<Figures['tests']>> | undefined> {
    const { junitSuites: suites } = this.#rules;
    const files = await this.#find(this.#options.junit, 'junit');
    if (files.length === 0) return undefined;
    const { parseJunit } = await import('../collect/junit/parse-junit.ts');
    const { computeTests, TestSum } = await import('../collect/junit/compute-tests.ts');
    const sum = new TestSum();
    const isWhole = await this.#parseEach('junit', files, {
      parse: (chunks) => parseJunit(chunks, { suites }),
      add: (report) => sum.add(report),
    });
    if (!isWhole) return undefined;
    if (sum.problem !== undefined) this.#addProblem({ at: 'junit', ...sum.problem });
    return sum.reports === 0 ? undefined : computeTests(sum);
  }

  async readCoverage(): Promise<Collected<NonNullable<Figures['coverage']>> | undefined> {
    const files = await this.#find(this.#options.coverage, 'coverage');
    if (files.length === 0) return undefined;
    const { parseCoverage } = await import('../collect/coverage/parse-coverage.ts');
    const { computeCoverage } = await import('../collect/coverage/compute-coverage.ts');
    const { CoverageUnion } = await import('../collect/coverage/coverage-union.ts');
    const root = process.cwd();
    const union = new CoverageUnion();
    try {
      const isWhole = await this.#parseEach('coverage', files, {
        parse: (chunks, path) =>
          parseCoverage(chunks, { root, path, isFile: (source) => isFile(root, source) }),
        add: (report) => union.add(report),
      });
      return !isWhole || union.reports === 0 ? undefined : computeCoverage(union);
    } catch (error) {
      if (!(error instanceof BadReportError)) throw error;
      this.#addProblem({ at: 'coverage', ...error.fault });
      return undefined;
    }
  }

  async readSizes(): Promise<Collected<NonNullable<Figures['sizes']>> | undefined> {
    if (!isGiven(this.#options.sizes)) return undefined;
    const { computeSizes, parseSizes } = await import('../collect/sizes.ts');
    const { measureFiles } = await import('./measure-files.ts');
    const measured = [];
    const faults = new Faults();
    const requests = await parseSizes(this.#options.sizes, 'sizes', faults);
    this.#addFaults(faults);
    for (const { name, patterns } of requests) {
      const at = `sizes, ${escapeInvisible(name)}`;
      const files = await this.#find(patterns, at, 'take');
      const sums = await this.#unlessStopped(at, () => measureFiles(files, this.#options.signal));
      if (sums === undefined) continue;
      for (const problem of sums.problems) this.#addProblem({ at, ...problem });
      measured.push({ name, ...sums });
    }
    return computeSizes(measured);
  }

  readJob(nowMs: number): ComputedJob {
    const faults = new Faults();
    const job = computeJob(resolveJob(this.#options, nowMs, faults));
    this.#addFaults(faults);
    return job;
  }

  async #find(
    patterns: string | readonly string[] | undefined,
    option: string,
    folders: 'take' | 'refuse' = 'refuse',
  ): Promise<FoundReports['files']> {
    const { files, problems } = await this.#files.findReports(patterns, option, folders);
    this.problems.push(...problems);
    return files;
  }

  /**
   * Adds up reports one after the other: what all of them hold together is bounded, what they hold one by one would not
   * be. One that cannot be counted is told. Returns whether all were read, which they were not where the run was stopped.
   */
  async #parseEach<Report>(
    option: string,
    files: readonly FoundFile[],
    { parse, add }: ReportParser<Report>,
  ): Promise<boolean> {
    for (const file of files) {
      const at = `${option} ${escapeInvisible(file.path)}`;
      const read = await this.#unlessStopped(at, () => this.#parse(at, file, parse));
      if (read === undefined) return false;
      if ('report' in read) add(read.report);
    }
    return true;
  }

  async #parse<Report>(
    at: string,
    file: FoundFile,
    parse: ReportParser<Report>['parse'],
  ): Promise<{ readonly report: Report } | { readonly fault: Fault }> {
    try {
      return { report: await parse(this.#untilStopped(readFound(file)), file.realPath) };
    } catch (error) {
      if (!(error instanceof BadReportError)) throw error;
      const fault = { at, ...error.fault };
      this.#addProblem(fault);
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

  /** What is wrong with one source, which no other has to pay for. */
  #addFaults(faults: Faults): void {
    if (faults.count > 0) this.problems.push(...faults.toError().faults);
  }

  /** What was stopped in its middle is told, and keeps nothing else from being kept. */
  async #unlessStopped<Value>(at: string, read: () => Promise<Value>): Promise<Value | undefined> {
    try {
      return await read();
    } catch (error) {
      if (this.#options.signal?.aborted !== true) throw error;
      this.warnings.push(formatFault({ at, rule: 'the run was stopped before it was read' }));
      return undefined;
    }
  }

  #addProblem(fault: Fault): void {
    if (this.#rules.badReport === 'fail') this.problems.push(fault);
    else this.warnings.push(formatFault(fault));
  }
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== '';
}

/** Whether a report's path is a file of the workspace; nothing is read, and nothing is told of what lies outside. */
async function isFile(root: string, path: string): Promise<boolean> {
  const found = await stat(resolve(root, path)).catch(() => undefined);
  return found?.isFile() === true;
}
