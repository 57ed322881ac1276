import type { TestName } from '../../model/figures.ts';
import { hashText } from '../../util/hash-text.ts';
import { copyText } from '../../util/text.ts';
import { BadReportError } from '../read-report.ts';
import { withoutRoot } from '../source-path.ts';
import type { XmlHandler } from '../xml/read-xml.ts';
import { CaseRegister } from './case-register.ts';
import type { Nanoseconds } from './exact-seconds.ts';
import { decodeEntities, findFirstLine } from './first-line.ts';
import { NotableCases } from './notable-cases.ts';
import { describeRoot, notJunit } from './other-formats.ts';
import {
  ERRORS,
  FAILED,
  isToDo,
  OUTCOMES,
  type Outcome,
  readAttributeOutcome,
  readElementOutcome,
  SKIPPED,
  strongest,
} from './outcome.ts';
import { findHiddenFaults, readSuiteCounts, subtractCounts } from './suite-attributes.ts';
import { type Counts, Tally } from './tally.ts';
import { TimeReader } from './time-reader.ts';

const FAULTS: ReadonlySet<string> = new Set(['failure', 'error']);
/** What Go's tools write as the message of every failure: the text says more. */
const NO_MESSAGE = /^failed$/i;
const SUITES: ReadonlySet<string> = new Set(['testsuites', 'testsuite', 'testrun']);
const MAX_NAME_CHARACTERS = 1000;
/** For all suite names together: limits the memory when each suite is counted. */
const MAX_NAMES_CHARACTERS = 8_000_000;
/** How many suites a report may have if each is counted. */
export const MAX_SUITES = 100_000;

type Attributes = Readonly<Record<string, string>>;

/** How the cases of a report are counted. */
export interface JunitOptions {
  /** Whether each suite is also counted separately. */
  readonly suites: boolean;
  /** The names of the workspace: they are removed from a suite name that is an absolute path. */
  readonly roots?: readonly string[];
  /** How many suites the report may have if each is counted. */
  readonly maxSuites?: number;
}

interface OpenSuite {
  /** Its own name, or the name of the nearest suite around it that has one. */
  readonly name: string;
  /** Distinguishes its cases from those of other suites. */
  readonly key: number;
  readonly depth: number;
  readonly counts: Counts | undefined;
  /** Its own time; undefined if it has none that is understood. */
  readonly time: Nanoseconds | undefined;
  hasCases: boolean;
  hasTimes: boolean;
  /** Every result in it and in nested suites, including each attempt and each expected failure. */
  readonly results: Counts;
  /** What the attributes of nested suites added. */
  readonly inside: Tally;
}

interface OpenCase {
  readonly depth: number;
  readonly attributes: Attributes;
  outcome: Outcome | undefined;
  isToDo: boolean;
  /** The first line of the first failure that has one. */
  message: string | undefined;
}

/**
 * Counts the cases of one report while it is read, each once and by its worst result. A case is identified by its
 * suites' names, hosts and packages and by its own class, name, file and line. A case without name and class is always
 * a new one. Its time is the sum of all its results' times.
 */
export class JunitCounter implements XmlHandler {
  readonly overall: Tally = new Tally();
  /** By the name of the innermost suite; empty if suites are not counted. */
  readonly suites: Map<string, Tally> = new Map();
  readonly times: TimeReader = new TimeReader();
  readonly notable: NotableCases = new NotableCases();
  readonly textOf: ReadonlySet<string> = FAULTS;
  readonly #withSuites: boolean;
  readonly #roots: readonly string[];
  readonly #maxSuites: number;
  readonly #register = new CaseRegister();
  readonly #openSuites: OpenSuite[] = [];
  readonly #openCases: OpenCase[] = [];
  /** The case whose failure is open. */
  #failing: OpenCase | undefined;
  #depth = 0;
  #namesCharacters = 0;

  constructor({ suites, roots = [], maxSuites = MAX_SUITES }: JunitOptions) {
    this.#withSuites = suites;
    this.#roots = roots;
    this.#maxSuites = maxSuites;
  }

  open(name: string, attributes: Attributes): void {
    if (this.#depth === 0 && !SUITES.has(name)) {
      throw notJunit(describeRoot(name, attributes), `<${name}>`);
    }
    this.#depth += 1;
    this.#failing = undefined;
    const parent = this.#openCases.at(-1);
    const suite = this.#openSuites.at(-1);
    if (name === 'testcase') {
      this.#openCases.push({
        depth: this.#depth,
        attributes,
        outcome: undefined,
        isToDo: false,
        message: undefined,
      });
    } else if (SUITES.has(name)) {
      this.#openSuites.push(this.#readSuite(attributes));
    } else if (parent !== undefined && parent.depth === this.#depth - 1) {
      const outcome = readElementOutcome(name);
      parent.outcome = strongest(outcome, parent.outcome);
      parent.isToDo ||= isToDo(name, attributes);
      if (FAULTS.has(name)) this.#readMessage(parent, attributes);
    } else if (suite !== undefined && suite.depth === this.#depth - 1) {
      this.#countSuiteResult(suite, readElementOutcome(name), attributes);
    }
  }

  close(name: string): void {
    this.#depth -= 1;
    this.#failing = undefined;
    if (name === 'testcase') this.#countCase(this.#openCases.pop());
    else if (SUITES.has(name)) this.#closeSuite(this.#openSuites.pop());
  }

  /** The text of a failure. Its first line counts if the attribute is empty. */
  text(text: string): void {
    if (this.#failing !== undefined)
      this.#failing.message ??= findFirstLine(decodeEntities(text), nameOf(this.#failing));
  }

  #readMessage(parent: OpenCase, { message = '' }: Attributes): void {
    if (this.notable.isFull) return;
    if (!NO_MESSAGE.test(message.trim())) parent.message ??= findFirstLine(message, nameOf(parent));
    this.#failing = parent;
  }

  #readSuite(attributes: Attributes): OpenSuite {
    const parentSuite = this.#openSuites.at(-1);
    const { name = '', hostname = '', package: packageName = '' } = attributes;
    return {
      name: name.trim() === '' ? (parentSuite?.name ?? '') : this.#shortenName(name),
      key: hashText(`${parentSuite?.key ?? 0}\0${name}\0${hostname}\0${packageName}`),
      depth: this.#depth,
      counts: readSuiteCounts(attributes),
      time: this.times.read(attributes['time']),
      hasCases: false,
      hasTimes: false,
      results: [0, 0, 0, 0, 0],
      inside: new Tally(),
    };
  }

  /** A path below the workspace would differ between runners. */
  #shortenName(name: string): string {
    return this.#withSuites ? this.#withoutRoots(name) : name;
  }

  #withoutRoots(name: string): string {
    return this.#roots.map((root) => withoutRoot(root, name)).find((short) => short !== name) ?? name;
  }

  #countCase(closed: OpenCase | undefined): void {
    const suite = this.#openSuites.at(-1);
    if (closed === undefined || suite === undefined) return;
    const { attributes } = closed;
    const result = closed.outcome ?? readAttributeOutcome(attributes);
    const outcome = closed.isToDo ? SKIPPED : result;
    const tallies = this.#talliesOf(suite.name);
    const seconds = this.times.read(attributes['time']);
    suite.hasCases = true;
    suite.results[result] += 1;
    if (seconds !== undefined) {
      suite.hasTimes = true;
      for (const tally of tallies) tally.addTime(seconds);
      this.notable.addTime(seconds, () => this.#nameCase(suite, attributes));
    }
    const before = this.#findBefore(suite, attributes, outcome);
    for (const tally of tallies) {
      if (before === undefined) tally.addCase(outcome);
      else if (outcome > before) tally.moveCase(before, outcome);
    }
    if (outcome >= FAILED && (before === undefined || before < FAILED) && !this.notable.isFull)
      this.notable.addFailure(this.#nameCase(suite, attributes), closed.message);
  }

  #nameCase(suite: OpenSuite, attributes: Attributes): TestName {
    const { classname = attributes['class'] ?? '', name = '', file = '' } = attributes;
    const parent = [classname, file, suite.name].find((one) => one.trim() !== '' && one !== name);
    return parent === undefined ? { name } : { name, parent: this.#withoutRoots(parent) };
  }

  #findBefore(suite: OpenSuite, attributes: Attributes, outcome: Outcome): Outcome | undefined {
    const { classname = attributes['class'] ?? '', name = '', file = '', line = '' } = attributes;
    if (classname === '' && name === '') return undefined;
    const hash = hashText(`${suite.key}\0${classname}\0${name}\0${file}\0${line}`);
    return this.#register.note(hash, outcome);
  }

  /** A failure of a suite outside of its cases, such as its set-up, counts as one more result. */
  #countSuiteResult(suite: OpenSuite, outcome: Outcome | undefined, attributes: Attributes): void {
    if (outcome !== FAILED && outcome !== ERRORS) return;
    suite.results[outcome] += 1;
    for (const tally of this.#talliesOf(suite.name)) tally.addCase(outcome);
    this.notable.addFailure({ name: suite.name }, findFirstLine(attributes['message']));
  }

  /** A suite's own attributes add what its cases and nested suites do not show. */
  #closeSuite(suite: OpenSuite | undefined): void {
    if (suite === undefined) return;
    const { inside } = suite;
    const counts = findMissingCounts(suite);
    const time = findHiddenTime(suite);
    if (counts !== undefined || time !== undefined) {
      for (const tally of [...this.#talliesOf(suite.name), inside]) {
        if (counts !== undefined) tally.add(counts);
        if (time !== undefined) tally.addTime(time);
      }
    }
    const parentSuite = this.#openSuites.at(-1);
    if (parentSuite === undefined) return;
    parentSuite.hasCases ||= suite.hasCases;
    parentSuite.hasTimes ||= suite.hasTimes;
    for (const outcome of OUTCOMES) parentSuite.results[outcome] += suite.results[outcome];
    parentSuite.inside.merge(inside);
  }

  #talliesOf(suiteName: string): Tally[] {
    if (!this.#withSuites || suiteName === '') return [this.overall];
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

/** As PHPUnit begins its messages. */
function nameOf({ attributes: { class: className = '', name = '' } }: OpenCase): string {
  return `${className}::${name}`;
}

/** The part of a suite's own time that neither its cases nor nested suites have. */
function findHiddenTime({ time, hasTimes, inside }: OpenSuite): Nanoseconds | undefined {
  if (time === undefined || hasTimes) return undefined;
  return Math.max(0, time - inside.duration.toNanoseconds());
}

function findMissingCounts({ counts, hasCases, results, inside }: OpenSuite): Counts | undefined {
  if (counts === undefined) return undefined;
  const known = OUTCOMES.map((outcome) => results[outcome] + inside.counts[outcome]) as Counts;
  const unlisted = hasCases ? undefined : subtractCounts(counts, known);
  return unlisted ?? findHiddenFaults(counts, { results, added: inside.counts });
}
