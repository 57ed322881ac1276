import type { PublishOptions, Surroundings } from '../config/publish-options.ts';
import { ScalarReader } from '../config/scalars.ts';
import { formatFault, InputError } from '../errors.ts';
import type { Faults } from '../faults.ts';
import { decodeText, findFiles, readBytes, readText } from './files.ts';

/** Finds and reads the files that options name, as `if-no-files-found` says; `-` is standard input where there is one. */
export class FileReader {
  readonly warnings: string[] = [];
  /** Whether files were asked for that may be missing, so that nothing to send is no error. */
  mayFindNone = false;
  readonly #ifNoFilesFound: PublishOptions['ifNoFilesFound'];
  readonly #around: Surroundings;
  readonly #faults: Faults;
  #stdinOption: string | undefined;

  constructor(options: PublishOptions, around: Surroundings, faults: Faults) {
    this.#ifNoFilesFound = options.ifNoFilesFound;
    this.#around = around;
    this.#faults = faults;
  }

  /** The files of an option: names and globs, one a line or an item. */
  async find(patterns: string | readonly string[] | undefined, option: string): Promise<readonly string[]> {
    const list = (typeof patterns === 'string' ? patterns.split(/\r?\n/) : (patterns ?? []))
      .map((pattern) => pattern.trim())
      .filter((pattern) => pattern !== '');
    if (list.length === 0) return [];
    const policy = new ScalarReader(this.#faults).choice(this.#ifNoFilesFound, {
      name: 'if-no-files-found',
      choices: ['error', 'warn', 'ignore'],
      fallback: 'error',
    });
    if (policy !== 'error') this.mayFindNone = true;
    const { files, unmatched } = await findFiles(list);
    if (files.includes('-')) this.#claimStdin(option);
    for (const value of unmatched) {
      const cure = 'Paths are relative to the current directory.';
      const fault = { at: option, rule: 'no file matches', value, cure };
      if (policy === 'error') this.#faults.add(fault);
      if (policy === 'warn') this.warnings.push(formatFault(fault));
    }
    return files;
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
