import { copyText } from '../../util/text.ts';
import { BadReportError } from '../read-report.ts';
import { Tally } from './tally.ts';

const MAX_NAME_CHARACTERS = 1000;
/** For all suite names together: limits the memory when each suite is counted. */
const MAX_NAMES_CHARACTERS = 8_000_000;
/** How many suites a report may have if each is counted. */
export const MAX_SUITES = 100_000;

/** The tallies of one report: of all cases and, if suites are counted, of each suite. */
export class SuiteTallies {
  readonly overall: Tally = new Tally();
  /** By the name of the innermost suite; empty if suites are not counted. */
  readonly suites: Map<string, Tally> = new Map();
  /** How many suites are counted one by one; undefined if none is. */
  readonly #maxSuites: number | undefined;
  #namesCharacters = 0;

  constructor(maxSuites: number | undefined) {
    this.#maxSuites = maxSuites;
  }

  /** The tallies in which a case of this suite counts. @throws {BadReportError} if there are too many suites. */
  listOf(suiteName: string): readonly Tally[] {
    if (this.#maxSuites === undefined || suiteName === '') return [this.overall];
    const name = suiteName.slice(0, MAX_NAME_CHARACTERS);
    let tally = this.suites.get(name);
    if (tally === undefined) {
      this.#namesCharacters += name.length;
      if (this.suites.size >= this.#maxSuites || this.#namesCharacters > MAX_NAMES_CHARACTERS) {
        const rule = `a report whose suites are counted one by one has at most ${this.#maxSuites} of them`;
        throw new BadReportError({ rule, value: name, cure: 'Count its tests without their suites.' });
      }
      tally = new Tally();
      this.suites.set(copyText(name), tally);
    }
    return [this.overall, tally];
  }
}
