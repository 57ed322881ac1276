import type { TestName } from '../../model/figures.ts';
import { hashText } from '../../util/hash-text.ts';
import { withoutRoot } from '../source-path.ts';
import type { XmlAttributes, XmlHandler } from '../xml/read-xml.ts';
import { CaseRegister } from './case-register.ts';
import { decodeEntities, findFirstLine } from './first-line.ts';
import { NotableCases } from './notable-cases.ts';
import { OpenSuite } from './open-suite.ts';
import { describeRoot, notJunit } from './other-formats.ts';
import {
  ERRORS,
  FAILED,
  isToDo,
  type Outcome,
  readAttributeOutcome,
  readElementOutcome,
  SKIPPED,
  strongest,
} from './outcome.ts';
import { readSuiteCounts } from './suite-attributes.ts';
import { MAX_SUITES, SuiteTallies } from './suite-tallies.ts';
import { TimeReader } from './time-reader.ts';

const FAULTS: ReadonlySet<string> = new Set(['failure', 'error']);
/** What Go's tools write as the message of every failure: the text says more. */
const NO_MESSAGE = /^failed$/i;
const SUITES: ReadonlySet<string> = new Set(['testsuites', 'testsuite', 'testrun']);

/** How the cases of a report are counted. */
export interface JunitOptions {
  /** Whether each suite is also counted separately. */
  readonly suites: boolean;
  /** The names of the workspace: they are removed from a suite name that is an absolute path. */
  readonly roots?: readonly string[];
  /** How many suites the report may have if each is counted. */
  readonly maxSuites?: number;
}

interface OpenCase {
  readonly depth: number;
  readonly attributes: XmlAttributes;
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
  readonly tallies: SuiteTallies;
  readonly times: TimeReader = new TimeReader();
  readonly notable: NotableCases = new NotableCases();
  readonly textOf: ReadonlySet<string> = FAULTS;
  readonly #withSuites: boolean;
  readonly #roots: readonly string[];
  readonly #register = new CaseRegister();
  readonly #openSuites: OpenSuite[] = [];
  readonly #openCases: OpenCase[] = [];
  /** The case whose failure is open. */
  #failing: OpenCase | undefined;
  #depth = 0;

  constructor({ suites, roots = [], maxSuites = MAX_SUITES }: JunitOptions) {
    this.#withSuites = suites;
    this.#roots = roots;
    this.tallies = new SuiteTallies(suites ? maxSuites : undefined);
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.#depth === 0 && !SUITES.has(name)) throw notJunit(describeRoot(name, attributes), `<${name}>`);
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
      this.#countSuiteResult(suite, { outcome: readElementOutcome(name), attributes });
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

  #readMessage(parent: OpenCase, { message = '' }: XmlAttributes): void {
    if (this.notable.isFull) return;
    if (!NO_MESSAGE.test(message.trim())) parent.message ??= findFirstLine(message, nameOf(parent));
    this.#failing = parent;
  }

  #readSuite(attributes: XmlAttributes): OpenSuite {
    const parent = this.#openSuites.at(-1);
    const { name = '', hostname = '', package: packageName = '' } = attributes;
    const ownName = this.#withSuites ? this.#withoutRoots(name) : name;
    return new OpenSuite({
      name: name.trim() === '' ? (parent?.name ?? '') : ownName,
      key: hashText(`${parent?.key ?? 0}\0${name}\0${hostname}\0${packageName}`),
      depth: this.#depth,
      counts: readSuiteCounts(attributes),
      time: this.times.read(attributes['time']),
    });
  }

  /** A path below the workspace would differ between runners. */
  #withoutRoots(name: string): string {
    return this.#roots.map((root) => withoutRoot(root, name)).find((short) => short !== name) ?? name;
  }

  #countCase(closed: OpenCase | undefined): void {
    const suite = this.#openSuites.at(-1);
    if (closed === undefined || suite === undefined) return;
    const { attributes } = closed;
    const result = closed.outcome ?? readAttributeOutcome(attributes);
    const outcome = closed.isToDo ? SKIPPED : result;
    const tallies = this.tallies.listOf(suite.name);
    const seconds = this.times.read(attributes['time']);
    suite.hasCases = true;
    suite.results[result] += 1;
    if (seconds !== undefined) {
      suite.hasTimes = true;
      for (const tally of tallies) tally.addTime(seconds);
      this.notable.addTime(seconds, () => this.#nameCase(suite, attributes));
    }
    const hash = hashCase(suite, attributes);
    const before = hash === undefined ? undefined : this.#register.note(hash, outcome);
    for (const tally of tallies) {
      if (before === undefined) tally.addCase(outcome);
      else if (outcome > before) tally.moveCase(before, outcome);
    }
    if (outcome >= FAILED && (before === undefined || before < FAILED) && !this.notable.isFull)
      this.notable.addFailure(this.#nameCase(suite, attributes), closed.message);
  }

  #nameCase(suite: OpenSuite, attributes: XmlAttributes): TestName {
    const { classname = attributes['class'] ?? '', name = '', file = '' } = attributes;
    const parent = [classname, file, suite.name].find((one) => one.trim() !== '' && one !== name);
    return parent === undefined ? { name } : { name, parent: this.#withoutRoots(parent) };
  }

  /** A failure of a suite outside of its cases, such as its set-up, counts as one more result. */
  #countSuiteResult(
    suite: OpenSuite,
    { outcome, attributes }: { readonly outcome: Outcome | undefined; readonly attributes: XmlAttributes },
  ): void {
    if (outcome !== FAILED && outcome !== ERRORS) return;
    suite.results[outcome] += 1;
    for (const tally of this.tallies.listOf(suite.name)) tally.addCase(outcome);
    this.notable.addFailure({ name: suite.name }, findFirstLine(attributes['message']));
  }

  /** A suite's own attributes add what its cases and nested suites do not show. */
  #closeSuite(suite: OpenSuite | undefined): void {
    if (suite === undefined) return;
    const counts = suite.findMissingCounts();
    const time = suite.findMissingTime();
    if (counts !== undefined || time !== undefined) {
      for (const tally of [...this.tallies.listOf(suite.name), suite.inside]) {
        if (counts !== undefined) tally.add(counts);
        if (time !== undefined) tally.addTime(time);
      }
    }
    this.#openSuites.at(-1)?.addNested(suite);
  }
}

/** What is equal for all results of one case; undefined if it has no name. */
function hashCase({ key }: OpenSuite, attributes: XmlAttributes): number | undefined {
  const { classname = attributes['class'] ?? '', name = '', file = '', line = '' } = attributes;
  if (classname === '' && name === '') return undefined;
  return hashText(`${key}\0${classname}\0${name}\0${file}\0${line}`);
}

/** As PHPUnit begins its messages. */
function nameOf({ attributes: { class: className = '', name = '' } }: OpenCase): string {
  return `${className}::${name}`;
}
