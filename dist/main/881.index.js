"use strict";
exports.id = 881;
exports.ids = [881];
exports.modules = {

/***/ 6881:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TestSum: () => (/* binding */ TestSum),
/* harmony export */   computeTests: () => (/* binding */ computeTests)
/* harmony export */ });
/* harmony import */ var _tally_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6970);

/** Each suite is seven series: what one run may make of them in somebody's Graphite. */
const MAX_SUITES = 10_000;
/** The reports together: one suite's cases of several reports add up under its name. */
class TestSum {
    overall = new _tally_js__WEBPACK_IMPORTED_MODULE_0__/* .Tally */ .F();
    suites = new Map();
    #reports = 0;
    #hasAllSuites = true;
    /** How many reports there are. */
    get reports() {
        return this.#reports;
    }
    add(report) {
        this.#reports += 1;
        this.overall.merge(report.overall);
        for (const [name, tally] of report.suites)
            this.#suite(name)?.merge(tally);
    }
    /** What is wrong where there were more suites than are counted one by one. */
    get problem() {
        if (this.#hasAllSuites)
            return undefined;
        const rule = `at most ${MAX_SUITES} suites are counted one by one, the first of all reports; the others are in the sum alone`;
        return { rule, cure: 'Set junit-suites to false, or name fewer reports.' };
    }
    #suite(name) {
        let sum = this.suites.get(name);
        if (sum === undefined && this.suites.size < MAX_SUITES) {
            sum = new _tally_js__WEBPACK_IMPORTED_MODULE_0__/* .Tally */ .F();
            this.suites.set(name, sum);
        }
        if (sum === undefined)
            this.#hasAllSuites = false;
        return sum;
    }
}
/**
 * The metrics and the figures of all reports together. `duration_seconds` is the sum of what the cases took, whatever
 * ran side by side; a suite none of whose cases has a time adds its own.
 */
function computeTests(sum) {
    const overall = toTestCounts(sum.overall);
    const suites = Array.from(sum.suites, ([name, tally]) => ({
        name,
        ...toTestCounts(tally),
    }));
    const metrics = [
        ...toMetrics(['tests'], overall),
        ...suites.flatMap((suite) => toMetrics(['tests', 'suite', suite.name], suite)),
    ];
    return { metrics, figures: { ...overall, suites } };
}
function toTestCounts({ counts, duration }) {
    const [passed, flaky, skipped, failed, errors] = counts;
    return {
        total: (0,_tally_js__WEBPACK_IMPORTED_MODULE_0__/* .totalOf */ .e)(counts),
        passed: passed + flaky,
        failed,
        errors,
        skipped,
        flaky,
        durationSeconds: duration.toSeconds(),
    };
}
function toMetrics(nodes, counts) {
    const { total, passed, failed, errors, skipped, flaky, durationSeconds } = counts;
    const values = { total, passed, failed, errors, skipped, flaky, duration_seconds: durationSeconds };
    return Object.entries(values).map(([name, value]) => ({ nodes: [...nodes, name], value }));
}


/***/ }),

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