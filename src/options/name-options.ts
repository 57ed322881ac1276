import { type CarbonError, InputError, SendError } from '../model/errors.ts';
import type { Result } from '../model/result.ts';
import { listOptions, nameFor } from './options.ts';
import type { Face } from './rows.ts';

/** Replaces the table's option names by the names of one face. */
export class OptionNamer {
  readonly #names: ReadonlyMap<string, string>;
  readonly #hyphenated: RegExp;

  constructor(face: Face) {
    this.#names = new Map(listOptions(face).map((row) => [row.name, nameFor(row, face)]));
    // A word such as "port" may be an ordinary word; a word with a hyphen is an option's name, and so are these.
    const named = [
      '^verify(?= needs it$)',
      '(?<=^it needs )tls$',
      '(?<=\\b[Tt]urn )tls(?= o)',
      '(?<=\\bleave )tls(?= out\\b)',
      '(?<= port and )tls(?=\\.)',
    ];
    const words = [...this.#names.keys()]
      .filter((name) => name.includes('-'))
      .toSorted((a, b) => b.length - a.length);
    this.#hyphenated = new RegExp(
      `(?<![\\w./:"-])(?:${words.join('|')})(?![\\w/:"-]|\\.\\w)|${named.join('|')}`,
      'g',
    );
  }

  /** Renames a location: `--tls-ca` for `tls-ca`, `--file a.txt` for `file a.txt`. */
  nameLocation(location: string): string {
    return location.replace(/^[a-z]+(?:-[a-z]+)*(?=$|[ ,:])/, (word) => this.#names.get(word) ?? word);
  }

  /** Renames the options in a sentence. */
  nameText(text: string): string {
    return text.replace(this.#hyphenated, (word) => this.#names.get(word) ?? word);
  }

  /** Renames the options in a message, which may begin with a location. */
  nameMessage(message: string): string {
    return this.nameText(this.nameLocation(message));
  }

  /** The same Result with renamed options in its warnings and notices. */
  nameResult(result: Result): Result {
    const { warnings, notices, check, connectionErrors } = result;
    const name = (message: string): string => this.nameMessage(message);
    return {
      ...result,
      warnings: warnings.map(name),
      ...(notices === undefined ? {} : { notices: notices.map(name) }),
      ...(connectionErrors === undefined
        ? {}
        : { connectionErrors: connectionErrors.map((message) => this.nameText(message)) }),
      ...(check === undefined ? {} : { check: { ...check, notices: check.notices.map(name) } }),
    };
  }

  /** The same error with renamed options. */
  nameError(error: CarbonError): CarbonError {
    if (error instanceof InputError) return this.#nameInputError(error);
    error.message = this.nameText(error.message);
    if (error.result !== undefined) error.result = this.nameResult(error.result);
    if (error instanceof SendError && error.inputError !== undefined)
      error.inputError = this.#nameInputError(error.inputError);
    return error;
  }

  #nameInputError(error: InputError): InputError {
    const { count, consequence, result } = error;
    const faults = error.faults.map((fault) => ({
      ...fault,
      location: this.nameLocation(fault.location),
      rule: this.nameText(fault.rule),
      ...(fault.cure === undefined ? {} : { cure: this.nameText(fault.cure) }),
    }));
    const named = new InputError(faults, { count, consequence });
    if (result !== undefined) named.result = this.nameResult(result);
    return named;
  }
}
