import { hashText } from '../../util/hash-text.ts';
import { BadReportError } from '../bad-report.ts';
import { detachText, type XmlHandler } from '../xml/read-xml.ts';
import { CaseRegister } from './case-register.ts';
import { parseSeconds, toUnits } from './exact-seconds.ts';
import {
  isToDo,
  type Outcome,
  PASSED,
  readAttributeOutcome,
  readElementOutcome,
  SKIPPED,
} from './outcome.ts';
import { readSuiteCounts, subtractCounts } from './suite-attributes.ts';
import { type Counts, Tally } from './tally.ts';

const SUITES: ReadonlySet<string> = new Set(['testsuites', 'testsuite', 'testrun']);
const MAX_NAME_CHARACTERS = 1000;
/** Of all suites' names together: what keeps the memory bounded where each suite is counted. */
const MAX_NAMES_CHARACTERS = 8_000_000;
const MAX_SUITES = 100_000;

type Attributes = Readonly<Record<string, string>>;

interface OpenSuite {
  /** Its own name, or that of the nearest around it that has one. */
  readonly name: string;
  /** What tells its cases from those of other suites. */
  readonly key: number;
  readonly counts: Counts | undefined;
  /** Its own time, in units of `ExactSum`. */
  readonly time: bigint;
  hasCases: boolean;
  hasTimes: boolean;
  /** What was taken from the attributes of suites inside. */
  readonly inside: Tally;
}

interface OpenCase {
  readonly depth: number;
  readonly attributes: Attributes;
  worst: Outcome | undefined;
  isToDo: boolean;
}

/**
 * Counts the cases of one report while it is read, each once and by its worst result. A case is known by its suites'
 * names, hosts and packages and by its own class, name, file and line; one that has neither name nor class is always
 * another. Its time is the sum of all its results' times.
 */
export class JunitCounter implements XmlHandler {
  readonly overall: Tally = new Tally();
  /** By the name of the suite next around the cases; empty where suites are not asked for. */
  readonly suites: Map<string, Tally> = new Map();
  readonly #withSuites: boolean;
  readonly #register = new CaseRegister();
  readonly #openSuites: OpenSuite[] = [];
  readonly #openCases: OpenCase[] = [];
  #depth = 0;
  #namesCharacters = 0;

  constructor(options: { suites: boolean }) {
    this.#withSuites = options.suites;
  }

  open(name: string, attributes: Attributes): void {
    if (this.#depth === 0 && !SUITES.has(name)) {
      throw new BadReportError({
        rule: 'a JUnit report begins with <testsuites> or <testsuite>',
        value: `<${name}>`,
        cure: 'Is it a report of another kind?',
      });
    }
    this.#depth += 1;
    const parent = this.#openCases.at(-1);
    if (name === 'testcase') {
      this.#openCases.push({ depth: this.#depth, attributes, worst: undefined, isToDo: false });
    } else if (SUITES.has(name)) {
      this.#openSuites.push(this.#readSuite(attributes));
    } else if (parent !== undefined && parent.depth === this.#depth - 1) {
      const outcome = readElementOutcome(name);
      if (outcome !== undefined) parent.worst = worse(outcome, parent.worst ?? PASSED);
      parent.isToDo ||= isToDo(name, attributes);
    }
  }

  close(name: string): void {
    this.#depth -= 1;
    if (name === 'testcase') this.#countCase(this.#openCases.pop());
    else if (SUITES.has(name)) this.#closeSuite(this.#openSuites.pop());
  }

  #readSuite(attributes: Attributes): OpenSuite {
    const parentSuite = this.#openSuites.at(-1);
    const { name = '', hostname = '', package: packageName = '' } = attributes;
    const time = parseSeconds(attributes['time']);
    return {
      name: name.trim() === '' ? (parentSuite?.name ?? '') : name,
      key: hashText(`${parentSuite?.key ?? 0}\0${name}\0${hostname}\0${packageName}`),
      counts: readSuiteCounts(attributes),
      time: time === undefined ? 0n : toUnits(time),
      hasCases: false,
      hasTimes: false,
      inside: new Tally(),
    };
  }

  #countCase(closed: OpenCase | undefined): void {
    const suite = this.#openSuites.at(-1);
    if (closed === undefined || suite === undefined) return;
    const { attributes } = closed;
    const outcome = closed.isToDo ? SKIPPED : (closed.worst ?? readAttributeOutcome(attributes));
    const tallies = this.#talliesOf(suite.name);
    const seconds = parseSeconds(attributes['time']);
    suite.hasCases = true;
    if (seconds !== undefined) {
      suite.hasTimes = true;
      for (const tally of tallies) tally.duration.add(seconds);
    }
    const before = this.#findBefore(suite, attributes, outcome);
    for (const tally of tallies) {
      if (before === undefined) tally.addCase(outcome);
      else if (outcome > before) tally.moveCase(before, outcome);
    }
  }

  #findBefore(suite: OpenSuite, attributes: Attributes, outcome: Outcome): Outcome | undefined {
    const { classname = attributes['class'] ?? '', name = '', file = '', line = '' } = attributes;
    if (classname === '' && name === '') return undefined;
    const hash = hashText(`${suite.key}\0${classname}\0${name}\0${file}\0${line}`);
    return this.#register.note(hash, outcome);
  }

  /** Where a suite and all inside of it list no case, or no case a time, its own attributes tell what is missing. */
  #closeSuite(suite: OpenSuite | undefined): void {
    if (suite === undefined) return;
    const { inside } = suite;
    const counts =
      suite.hasCases || suite.counts === undefined ? undefined : subtractCounts(suite.counts, inside.counts);
    const units = suite.hasTimes ? 0n : suite.time - inside.duration.toUnits();
    if (counts !== undefined || units > 0n) {
      for (const tally of [...this.#talliesOf(suite.name), inside]) {
        if (counts !== undefined) tally.add(counts);
        if (units > 0n) tally.duration.add(units);
      }
    }
    const parentSuite = this.#openSuites.at(-1);
    if (parentSuite === undefined) return;
    parentSuite.hasCases ||= suite.hasCases;
    parentSuite.hasTimes ||= suite.hasTimes;
    parentSuite.inside.merge(inside);
  }

  #talliesOf(suiteName: string): Tally[] {
    if (!this.#withSuites || suiteName === '') return [this.overall];
    const name = suiteName.slice(0, MAX_NAME_CHARACTERS);
    let tally = this.suites.get(name);
    if (tally === undefined) {
      this.#namesCharacters += name.length;
      if (this.suites.size >= MAX_SUITES || this.#namesCharacters > MAX_NAMES_CHARACTERS) {
        const rule = `a report whose suites are counted one by one has at most ${MAX_SUITES} of them`;
        throw new BadReportError({ rule, value: name, cure: 'Count its tests without their suites.' });
      }
      tally = new Tally();
      this.suites.set(detachText(name), tally);
    }
    return [this.overall, tally];
  }
}

function worse(one: Outcome, other: Outcome): Outcome {
  return one > other ? one : other;
}
