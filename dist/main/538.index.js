"use strict";
exports.id = 538;
exports.ids = [538];
exports.modules = {

/***/ 2123:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J1: () => (/* binding */ toUnits),
/* harmony export */   PA: () => (/* binding */ ExactSum),
/* harmony export */   fL: () => (/* binding */ parseSeconds)
/* harmony export */ });
const PLAIN = /^\d{1,6}(?:\.\d{1,9})?$/;
const DECIMAL = /^\+?(\d{0,18})(?:\.(\d*))?(?:e([+-]?\d{1,4}))?$/i;
const THOUSANDS = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const FRACTION_DIGITS = 30;
const NANO_DIGITS = 9;
const UNITS_PER_NANO = 10n ** BigInt(FRACTION_DIGITS - NANO_DIGITS);
/** A time beyond thirty years is none. */
const MAX_UNITS = 10n ** BigInt(FRACTION_DIGITS + NANO_DIGITS);
const MAX_NANOS = 2 ** 52;
const POWERS_OF_TEN = Array.from({ length: NANO_DIGITS + 1 }, (_, exponent) => 10 ** exponent);
/**
 * A duration in seconds as tools write it: `1.5`, `.5`, `1e-3`, `1,234.56`, and `0,25` or `1.234,56` where their
 * language has a decimal comma. A lone comma is a decimal one: tools that write one write three digits behind it, and a
 * test of exactly 1,234 seconds is rare. Nothing where the text is empty, negative, infinite or no number.
 */
function parseSeconds(text) {
    if (text === undefined)
        return undefined;
    if (PLAIN.test(text)) {
        const point = text.indexOf('.');
        if (point < 0)
            return Number(text) * 10 ** NANO_DIGITS;
        const fraction = text.length - point - 1;
        const digits = Number(text.slice(0, point)) * POWERS_OF_TEN[fraction];
        return (digits + Number(text.slice(point + 1))) * POWERS_OF_TEN[NANO_DIGITS - fraction];
    }
    const match = DECIMAL.exec(toDecimalPoint(text.trim()));
    const [, whole = '', fraction = '', exponent = '0'] = match ?? [];
    if (whole === '' && fraction === '')
        return undefined;
    const shift = FRACTION_DIGITS - fraction.length + Number(exponent);
    // Past the longest fraction there is nothing that a sum could show.
    if (shift + whole.length + fraction.length <= 0)
        return 0;
    if (shift > 2 * FRACTION_DIGITS && /[1-9]/.test(whole + fraction))
        return undefined;
    const digits = shift < 0 ? (whole + fraction).slice(0, shift) : whole + fraction;
    const units = BigInt(digits || '0') * 10n ** BigInt(Math.min(Math.max(shift, 0), 2 * FRACTION_DIGITS));
    return units > MAX_UNITS ? undefined : units;
}
function toDecimalPoint(text) {
    if (!text.includes(','))
        return text;
    if (text.indexOf(',') === text.lastIndexOf(',') && !text.includes('.'))
        return text.replace(',', '.');
    if (THOUSANDS.test(text))
        return text.replaceAll(',', '');
    const swapped = text.replaceAll(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
    return THOUSANDS.test(swapped) ? swapped.replaceAll(',', '') : text;
}
/** The same in units of 10^-30 seconds. */
function toUnits(seconds) {
    return typeof seconds === 'bigint' ? seconds : BigInt(seconds) * UNITS_PER_NANO;
}
/** A sum of decimal numbers without any rounding: 0.1 and 0.2 are 0.3. */
class ExactSum {
    #nanos = 0;
    #units = 0n;
    add(seconds) {
        if (typeof seconds === 'bigint')
            this.#units += seconds;
        else
            this.#nanos += seconds;
        if (this.#nanos > MAX_NANOS) {
            this.#units += toUnits(this.#nanos);
            this.#nanos = 0;
        }
    }
    /** The sum in units of 10^-30 seconds. */
    toUnits() {
        return this.#units + toUnits(this.#nanos);
    }
    toSeconds() {
        const digits = this.toUnits()
            .toString()
            .padStart(FRACTION_DIGITS + 1, '0');
        return Number(`${digits.slice(0, -FRACTION_DIGITS)}.${digits.slice(-FRACTION_DIGITS)}`);
    }
}


/***/ }),

/***/ 1092:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $O: () => (/* binding */ SKIPPED),
/* harmony export */   BQ: () => (/* binding */ readElementOutcome),
/* harmony export */   NG: () => (/* binding */ isToDo),
/* harmony export */   dA: () => (/* binding */ readAttributeOutcome),
/* harmony export */   f5: () => (/* binding */ PASSED),
/* harmony export */   im: () => (/* binding */ OUTCOMES)
/* harmony export */ });
/* unused harmony exports FLAKY, FAILED, ERRORS */
const PASSED = 0;
const FLAKY = 1;
const SKIPPED = 2;
const FAILED = 3;
const ERRORS = 4;
const OUTCOMES = [PASSED, FLAKY, SKIPPED, FAILED, ERRORS];
const ELEMENTS = new Map([
    ['flakyFailure', FLAKY],
    ['flakyError', FLAKY],
    ['rerunFailure', FLAKY],
    ['rerunError', FLAKY],
    ['skipped', SKIPPED],
    ['ignored', SKIPPED],
    ['disabled', SKIPPED],
    ['failure', FAILED],
    ['error', ERRORS],
]);
const WORDS = new Map([
    ['flaky', FLAKY],
    ['skipped', SKIPPED],
    ['ignored', SKIPPED],
    ['disabled', SKIPPED],
    ['suppressed', SKIPPED],
    ['notrun', SKIPPED],
    ['pending', SKIPPED],
    ['fail', FAILED],
    ['failed', FAILED],
    ['failure', FAILED],
    ['error', ERRORS],
    ['errored', ERRORS],
]);
/** What an element inside of a test case says of it; nothing where it is not about the outcome. */
function readElementOutcome(name) {
    return ELEMENTS.get(name);
}
/** What a case's own attributes say where no element inside does: googletest, CTest, Eclipse. */
function readAttributeOutcome(attributes) {
    if (attributes['ignored'] === 'true' || attributes['disabled'] === 'true')
        return SKIPPED;
    const status = WORDS.get(attributes['status']?.toLowerCase() ?? '') ?? PASSED;
    const result = WORDS.get(attributes['result']?.toLowerCase() ?? '') ?? PASSED;
    return status > result ? status : result;
}
/**
 * Whether the case was allowed to fail, so that its failure is none. Node's test runner (`type="todo"`) and Catch2
 * (`TEST_CASE tagged with !mayfail`) list both; googletest lists a skip beside a failure that is one.
 */
function isToDo(name, attributes) {
    if (name !== 'skipped')
        return false;
    return (attributes['type'] === 'todo' || attributes['message']?.startsWith('TEST_CASE tagged with !') === true);
}


/***/ }),

/***/ 7538:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseJunit: () => (/* binding */ parseJunit)
});

// EXTERNAL MODULE: ./.cache/bundle/collect/xml/read-xml.js + 7 modules
var read_xml = __webpack_require__(4015);
// EXTERNAL MODULE: ./.cache/bundle/format/hash-text.js
var hash_text = __webpack_require__(4888);
// EXTERNAL MODULE: ./.cache/bundle/collect/bad-report.js
var bad_report = __webpack_require__(603);
;// CONCATENATED MODULE: ./.cache/bundle/collect/junit/case-register.js

/** Most reports are one suite's. */
const FIRST_SLOTS = 256;
/** At 18 bytes a case this is the most that fits beside everything else. */
const MAX_CASES = 4_000_000;
/** The worst outcome of each case of one report; a case is known by its hash, a whole number from 1 to 2^53 - 1. */
class CaseRegister {
    /** Open addressing, at most half full; 0 is free. */
    #hashes = new Float64Array(FIRST_SLOTS);
    #outcomes = new Uint8Array(FIRST_SLOTS);
    #size = 0;
    /**
     * Notes an outcome; returns the worst one known before, or nothing where the case is new.
     * @throws {BadReportError} where there are too many cases.
     */
    note(hash, outcome) {
        const slot = this.#find(hash);
        if (this.#hashes[slot] !== 0) {
            const before = this.#outcomes[slot];
            if (outcome > before)
                this.#outcomes[slot] = outcome;
            return before;
        }
        if (this.#size === MAX_CASES) {
            const rule = `a report has at most ${MAX_CASES} test cases`;
            throw new bad_report/* BadReportError */.i({ rule, cure: 'Write several files.' });
        }
        this.#hashes[slot] = hash;
        this.#outcomes[slot] = outcome;
        this.#size += 1;
        if (this.#size * 2 > this.#hashes.length)
            this.#grow();
        return undefined;
    }
    /** The slot of the hash, or the free one where it belongs. */
    #find(hash) {
        const hashes = this.#hashes;
        const mask = hashes.length - 1;
        let slot = (hash ^ (hash >>> 15)) & mask;
        while (hashes[slot] !== 0 && hashes[slot] !== hash)
            slot = (slot + 1) & mask;
        return slot;
    }
    #grow() {
        const [hashes, outcomes] = [this.#hashes, this.#outcomes];
        this.#hashes = new Float64Array(hashes.length * 2);
        this.#outcomes = new Uint8Array(hashes.length * 2);
        for (const [index, hash] of hashes.entries()) {
            if (hash === 0)
                continue;
            const slot = this.#find(hash);
            this.#hashes[slot] = hash;
            this.#outcomes[slot] = outcomes[index];
        }
    }
}

// EXTERNAL MODULE: ./.cache/bundle/collect/junit/exact-seconds.js
var exact_seconds = __webpack_require__(2123);
// EXTERNAL MODULE: ./.cache/bundle/collect/junit/outcome.js
var junit_outcome = __webpack_require__(1092);
// EXTERNAL MODULE: ./.cache/bundle/collect/junit/tally.js
var junit_tally = __webpack_require__(6970);
;// CONCATENATED MODULE: ./.cache/bundle/collect/junit/suite-attributes.js

const WHOLE_NUMBER = /^\d{1,15}(?:\.0*)?$/;
/** The counts that a suite's own attributes tell; nothing where they tell none. */
function readSuiteCounts(attributes) {
    const read = (...names) => {
        for (const name of names) {
            const text = attributes[name]?.trim().replaceAll(',', '');
            if (text !== undefined && WHOLE_NUMBER.test(text))
                return Number(text);
        }
        return 0;
    };
    const skipped = read('skipped', 'skip', 'skips', 'ignored') + read('disabled');
    const failed = read('failures', 'failed');
    const errors = read('errors');
    const passed = Math.max(0, read('tests', 'total') - skipped - failed - errors);
    const flaky = Math.min(passed, read('flakes', 'flaky'));
    const counts = [passed - flaky, flaky, skipped, failed, errors];
    return (0,junit_tally/* totalOf */.e)(counts) === 0 ? undefined : counts;
}
/** What `whole` counts beyond what is counted `inside` of it already; nothing where that is not more. */
function subtractCounts(whole, inside) {
    if ((0,junit_tally/* totalOf */.e)(whole) <= (0,junit_tally/* totalOf */.e)(inside))
        return undefined;
    return whole.map((count, outcome) => Math.max(0, count - (inside[outcome] ?? 0)));
}

;// CONCATENATED MODULE: ./.cache/bundle/collect/junit/junit-counter.js








const SUITES = new Set(['testsuites', 'testsuite', 'testrun']);
const MAX_NAME_CHARACTERS = 1000;
/** Of all suites' names together: what keeps the memory bounded where each suite is counted. */
const MAX_NAMES_CHARACTERS = 8_000_000;
const MAX_SUITES = 100_000;
/**
 * Counts the cases of one report while it is read, each once and by its worst result. A case is known by its suites'
 * names, hosts and packages and by its own class, name, file and line; one that has neither name nor class is always
 * another. Its time is the sum of all its results' times.
 */
class JunitCounter {
    overall = new junit_tally/* Tally */.F();
    /** By the name of the suite next around the cases; empty where suites are not asked for. */
    suites = new Map();
    #withSuites;
    #register = new CaseRegister();
    #openSuites = [];
    #openCases = [];
    #depth = 0;
    #namesCharacters = 0;
    constructor(options) {
        this.#withSuites = options.suites;
    }
    open(name, attributes) {
        if (this.#depth === 0 && !SUITES.has(name)) {
            throw new bad_report/* BadReportError */.i({
                rule: 'a JUnit report begins with <testsuites> or <testsuite>',
                value: `<${name}>`,
                cure: 'Is it a report of another kind?',
            });
        }
        this.#depth += 1;
        const parent = this.#openCases.at(-1);
        if (name === 'testcase') {
            this.#openCases.push({ depth: this.#depth, attributes, worst: undefined, isToDo: false });
        }
        else if (SUITES.has(name)) {
            this.#openSuites.push(this.#readSuite(attributes));
        }
        else if (parent !== undefined && parent.depth === this.#depth - 1) {
            const outcome = (0,junit_outcome/* readElementOutcome */.BQ)(name);
            if (outcome !== undefined)
                parent.worst = worse(outcome, parent.worst ?? junit_outcome/* PASSED */.f5);
            parent.isToDo ||= (0,junit_outcome/* isToDo */.NG)(name, attributes);
        }
    }
    close(name) {
        this.#depth -= 1;
        if (name === 'testcase')
            this.#countCase(this.#openCases.pop());
        else if (SUITES.has(name))
            this.#closeSuite(this.#openSuites.pop());
    }
    #readSuite(attributes) {
        const around = this.#openSuites.at(-1);
        const { name = '', hostname = '', package: packageName = '' } = attributes;
        const time = (0,exact_seconds/* parseSeconds */.fL)(attributes['time']);
        return {
            name: name.trim() === '' ? (around?.name ?? '') : name,
            key: (0,hash_text/* hashText */.qj)(`${around?.key ?? 0}\0${name}\0${hostname}\0${packageName}`),
            counts: readSuiteCounts(attributes),
            time: time === undefined ? 0n : (0,exact_seconds/* toUnits */.J1)(time),
            hasCases: false,
            hasTimes: false,
            inside: new junit_tally/* Tally */.F(),
        };
    }
    #countCase(closed) {
        const suite = this.#openSuites.at(-1);
        if (closed === undefined || suite === undefined)
            return;
        const { attributes } = closed;
        const outcome = closed.isToDo ? junit_outcome/* SKIPPED */.$O : (closed.worst ?? (0,junit_outcome/* readAttributeOutcome */.dA)(attributes));
        const tallies = this.#talliesOf(suite.name);
        const seconds = (0,exact_seconds/* parseSeconds */.fL)(attributes['time']);
        suite.hasCases = true;
        if (seconds !== undefined) {
            suite.hasTimes = true;
            for (const tally of tallies)
                tally.duration.add(seconds);
        }
        const before = this.#findBefore(suite, attributes, outcome);
        for (const tally of tallies) {
            if (before === undefined)
                tally.addCase(outcome);
            else if (outcome > before)
                tally.moveCase(before, outcome);
        }
    }
    #findBefore(suite, attributes, outcome) {
        const { classname = attributes['class'] ?? '', name = '', file = '', line = '' } = attributes;
        if (classname === '' && name === '')
            return undefined;
        const hash = (0,hash_text/* hashText */.qj)(`${suite.key}\0${classname}\0${name}\0${file}\0${line}`);
        return this.#register.note(hash, outcome);
    }
    /** Where a suite and all inside of it list no case, or no case a time, its own attributes tell what is missing. */
    #closeSuite(suite) {
        if (suite === undefined)
            return;
        const { inside } = suite;
        const counts = suite.hasCases || suite.counts === undefined ? undefined : subtractCounts(suite.counts, inside.counts);
        const units = suite.hasTimes ? 0n : suite.time - inside.duration.toUnits();
        if (counts !== undefined || units > 0n) {
            for (const tally of [...this.#talliesOf(suite.name), inside]) {
                if (counts !== undefined)
                    tally.add(counts);
                if (units > 0n)
                    tally.duration.add(units);
            }
        }
        const around = this.#openSuites.at(-1);
        if (around === undefined)
            return;
        around.hasCases ||= suite.hasCases;
        around.hasTimes ||= suite.hasTimes;
        around.inside.merge(inside);
    }
    #talliesOf(suiteName) {
        if (!this.#withSuites || suiteName === '')
            return [this.overall];
        const name = suiteName.slice(0, MAX_NAME_CHARACTERS);
        let tally = this.suites.get(name);
        if (tally === undefined) {
            this.#namesCharacters += name.length;
            if (this.suites.size >= MAX_SUITES || this.#namesCharacters > MAX_NAMES_CHARACTERS) {
                const rule = `a report whose suites are counted one by one has at most ${MAX_SUITES} of them`;
                throw new bad_report/* BadReportError */.i({ rule, value: name, cure: 'Count its tests without their suites.' });
            }
            tally = new junit_tally/* Tally */.F();
            this.suites.set((0,read_xml/* detachText */.h)(name), tally);
        }
        return [this.overall, tally];
    }
}
function worse(one, other) {
    return one > other ? one : other;
}

;// CONCATENATED MODULE: ./.cache/bundle/collect/junit/parse-junit.js


/**
 * Counts the cases of a JUnit report while it streams through.
 * @throws {BadReportError} where it cannot be counted as a whole.
 */
async function parseJunit(chunks, options) {
    const counter = new JunitCounter(options);
    await (0,read_xml/* readXml */.k)(chunks, counter);
    return { overall: counter.overall, suites: counter.suites };
}


/***/ }),

/***/ 6970:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ Tally),
/* harmony export */   e: () => (/* binding */ totalOf)
/* harmony export */ });
/* harmony import */ var _exact_seconds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2123);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1092);


/** Cases counted by their outcome, and how long they took. */
class Tally {
    counts = [0, 0, 0, 0, 0];
    duration = new _exact_seconds_js__WEBPACK_IMPORTED_MODULE_0__/* .ExactSum */ .PA();
    add(counts) {
        for (const outcome of _outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .OUTCOMES */ .im)
            this.counts[outcome] += counts[outcome];
    }
    addCase(outcome) {
        this.counts[outcome] += 1;
    }
    /** A case that was counted turns out to be worse. */
    moveCase(from, to) {
        this.counts[from] -= 1;
        this.counts[to] += 1;
    }
    merge(other) {
        this.add(other.counts);
        this.duration.add(other.duration.toUnits());
    }
}
function totalOf(counts) {
    const [passed, flaky, skipped, failed, errors] = counts;
    return passed + flaky + skipped + failed + errors;
}


/***/ })

};
;