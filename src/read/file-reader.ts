import { type Fault, formatFault, InputError } from '../model/errors.ts';
import type { Options } from '../options/options.ts';
import type { RunContext } from '../options/run-context.ts';
import { cureDeadLink, cureUnmatched } from './cure-unmatched.ts';
import { type FindOptions, findFiles } from './find-files.ts';
import { type FoundFile, readInput, STDIN } from './open-found.ts';

/** The files that an option for reports or sizes names. */
export interface FoundReports {
  readonly files: readonly FoundFile[];
  /** Missing files that must fail the run. */
  readonly problems: readonly Fault[];
}

type FileOptions = Pick<Options, 'ifNoFilesFound' | 'followSymbolicLinks' | 'signal'>;

/**
 * Finds and reads the files that options name, according to `if-no-files-found`. `-` is standard input if there is
 * one.
 */
export class FileReader {
  readonly warnings: string[] = [];
  /** Whether the run names files that may be missing; then an empty run is not an error. */
  mayFindNone = false;
  readonly #options: FileOptions;
  readonly #context: RunContext;
  #stdinOption: string | undefined;

  constructor(options: FileOptions, context: RunContext) {
    this.#options = options;
    this.#context = context;
  }

  /** The files of an option that is checked before sending; a missing file is a fault. */
  async find(
    patterns: string | readonly string[] | undefined,
    option: string,
  ): Promise<readonly FoundFile[]> {
    const { stdin, face } = this.#context;
    const names = { hasStdin: stdin !== undefined, isByOperator: face === 'cli' };
    const { files, problems } = await this.#find(patterns, { option, folders: 'refuse', ...names });
    if (files.includes(STDIN)) this.#claimStdin(option);
    for (const problem of problems) this.#context.faults.add(problem);
    return files;
  }

  /** The files of a source of reports or sizes; a missing file does not stop the rest from being sent. */
  findReports(
    patterns: string | readonly string[] | undefined,
    how: { readonly option: string; readonly folders: FindOptions['folders'] },
  ): Promise<FoundReports> {
    return this.#find(patterns, how);
  }

  /** Skipped files are always reported, as a warning if they do not fail the run. */
  async #find(
    patterns: string | readonly string[] | undefined,
    {
      option,
      ...how
    }: Pick<FindOptions, 'folders' | 'hasStdin' | 'isByOperator'> & { readonly option: string },
  ): Promise<FoundReports> {
    const lines = toLines(patterns);
    if (lines.length === 0) return { files: [], problems: [] };
    const { ifNoFilesFound: policy, followSymbolicLinks: followLinks, signal } = this.#options;
    if (policy !== 'error') this.mayFindNone = true;
    const found = await findFiles(lines, { followLinks, workspace: this.#context.workspace, signal, ...how });
    if (signal?.aborted) {
      this.#warn({ location: option, rule: 'the run was stopped before its files were found' });
      return { files: [], problems: [] };
    }
    const { face } = this.#context;
    const problems: Fault[] = [];
    for (const { pattern, problem } of found.unmatched) {
      const fault = {
        location: option,
        ...(problem ?? {
          rule: 'no file matches',
          value: pattern,
          cure: (await cureDeadLink(pattern)) ?? cureUnmatched(pattern, { option, face }),
        }),
      };
      if (policy === 'error') problems.push(fault);
      else if (policy === 'warn' || problem !== undefined) this.#warn(fault);
    }
    for (const problem of found.problems) this.#warn({ location: option, ...problem });
    return { files: found.files, problems };
  }

  #warn(fault: Fault): void {
    this.warnings.push(formatFault(this.#context.faults.withOrigin(fault)));
  }

  #claimStdin(option: string): void {
    if (this.#stdinOption !== undefined) {
      const cure = 'Name a file in one of them.';
      const rule = `standard input can be read once, and ${this.#stdinOption} reads it`;
      this.#context.faults.add({ location: option, rule, value: '-', cure });
    }
    this.#stdinOption = option;
  }

  /**
   * The bytes of a file, in chunks. @throws {InputError} if it cannot be read. @throws {SendError} if the run was
   * stopped.
   */
  async *readBytes(file: FoundFile, origin: string): AsyncGenerator<Uint8Array> {
    const { signal } = this.#options;
    for await (const chunk of readInput(file, { location: origin, signal, stdin: this.#context.stdin })) {
      this.#context.onRead?.(chunk.length);
      yield chunk;
    }
  }

  /** The items of one file among several. If the file cannot be read to its end, that is one more fault. */
  async *gather<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
    try {
      yield* items;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.#context.faults.addAll(error.faults);
    }
  }
}

/** The patterns of an option: one per line or list item. */
function toLines(patterns: string | readonly string[] | undefined): string[] {
  const lines = typeof patterns === 'string' ? patterns.split(/\r?\n/) : (patterns ?? []);
  return lines.map((pattern) => pattern.trim()).filter((pattern) => pattern !== '');
}
