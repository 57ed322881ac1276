import type { PublishOptions, Surroundings } from '../config/publish-options.ts';
import { type MissingPolicy, resolveMissingPolicy } from '../config/resolve-reports.ts';
import { type Fault, formatFault, InputError } from '../errors.ts';
import type { Faults } from '../faults.ts';
import type { CollectedFile } from './collected-file.ts';
import { decodeText, findFiles, readBytes, readText } from './files.ts';
import type { CollectOptions } from './find-collected.ts';

const NAME_CURE = 'Paths are relative to the current directory.';

/** The files that an option for reports or sizes names. */
export interface FoundReports {
  readonly files: readonly CollectedFile[];
  /** What was not found where that is to fail the run. */
  readonly problems: readonly Fault[];
}

/** Finds and reads the files that options name, as `if-no-files-found` says; `-` is standard input where there is one. */
export class FileReader {
  readonly warnings: string[] = [];
  /** Whether files were asked for that may be missing, so that nothing to send is no error. */
  mayFindNone = false;
  readonly #options: PublishOptions;
  readonly #around: Surroundings;
  readonly #faults: Faults;
  #policy: MissingPolicy | undefined;
  #stdinOption: string | undefined;

  constructor(options: PublishOptions, around: Surroundings, faults: Faults) {
    this.#options = options;
    this.#around = around;
    this.#faults = faults;
  }

  /** The files of an option: names and globs, one a line or an item. */
  async find(patterns: string | readonly string[] | undefined, option: string): Promise<readonly string[]> {
    const list = toLines(patterns);
    if (list.length === 0) return [];
    const policy = this.#readPolicy();
    const { files, unmatched } = await findFiles(list);
    if (files.includes('-')) this.#claimStdin(option);
    for (const value of unmatched) {
      const fault = { at: option, rule: 'no file matches', value, cure: NAME_CURE };
      if (policy === 'error') this.#faults.add(fault);
      if (policy === 'warn') this.warnings.push(formatFault(fault));
    }
    return files;
  }

  /**
   * The files that a source may collect, as `findCollected` finds them. What was passed over is told in any case, as a
   * warning where it does not fail the run.
   */
  async findCollected(
    patterns: string | readonly string[] | undefined,
    option: string,
    rules: CollectOptions,
  ): Promise<FoundReports> {
    const lines = toLines(patterns);
    if (lines.length === 0) return { files: [], problems: [] };
    const policy = this.#readPolicy();
    const { findCollected } = await import('./find-collected.ts');
    const found = await findCollected(lines, rules);
    const problems: Fault[] = [];
    for (const { pattern, problem } of found.unmatched) {
      const fault = {
        at: option,
        ...(problem ?? { rule: 'no file matches', value: pattern, cure: NAME_CURE }),
      };
      if (policy === 'error') problems.push(fault);
      else if (policy === 'warn' || problem !== undefined) this.warnings.push(formatFault(fault));
    }
    for (const problem of found.problems) this.warnings.push(formatFault({ at: option, ...problem }));
    return { files: found.files, problems };
  }

  /** Read once, so that a wrong one is one fault. */
  #readPolicy(): MissingPolicy {
    this.#policy ??= resolveMissingPolicy(this.#options, this.#faults);
    if (this.#policy !== 'error') this.mayFindNone = true;
    return this.#policy;
  }

  #claimStdin(option: string): void {
    if (this.#stdinOption !== undefined) {
      const cure = 'Name a file in one of them.';
      const rule = `standard input can be read once, and ${this.#stdinOption} reads it`;
      this.#faults.add({ at: option, rule, value: '-', cure });
    }
    this.#stdinOption = option;
  }

  async *readBytes(file: string, origin: string): AsyncGenerator<Uint8Array> {
    const { stdin, onRead } = this.#around;
    for await (const chunk of file === '-' && stdin !== undefined ? stdin : readBytes(file, origin)) {
      onRead?.(chunk.length);
      yield chunk;
    }
  }

  async readText(file: string, origin: string): Promise<string> {
    if (file !== '-' || this.#around.stdin === undefined) return readText(file, origin);
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.#around.stdin) chunks.push(chunk);
    return decodeText(Buffer.concat(chunks), origin);
  }

  /** Reads whole files; one that cannot be read is a fault among others. */
  async gather(read: () => Promise<void>): Promise<void> {
    try {
      await read();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const fault of error.faults) this.#faults.add(fault);
    }
  }
}

/** The patterns of an option: one a line or an item. */
function toLines(patterns: string | readonly string[] | undefined): string[] {
  const lines = typeof patterns === 'string' ? patterns.split(/\r?\n/) : (patterns ?? []);
  return lines.map((pattern) => pattern.trim()).filter((pattern) => pattern !== '');
}
