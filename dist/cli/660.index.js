"use strict";
exports.id = 660;
exports.ids = [660];
exports.modules = {

/***/ 6836:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gm: () => (/* binding */ tooMuch),
/* harmony export */   hf: () => (/* binding */ notUnderstood),
/* harmony export */   tm: () => (/* binding */ badValue),
/* harmony export */   wm: () => (/* binding */ tooMuchTogether)
/* harmony export */ });
/* harmony import */ var _bad_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(603);

const UNDERSTOOD = "lcov, Cobertura, JaCoCo, Clover and Istanbul's coverage-summary.json";
/** The error for a file that is no coverage report, or none of a format that is understood. */
function notUnderstood(found, value) {
    return new _bad_report_js__WEBPACK_IMPORTED_MODULE_0__/* .BadReportError */ .i({
        rule: `a coverage report is one of ${UNDERSTOOD}, but this is ${found}`,
        ...(value === undefined ? {} : { value }),
        cure: 'Let the tool write one of these formats, or correct the pattern.',
    });
}
/** The error for a report that holds more than fits a fixed amount of memory. */
function tooMuch(rule) {
    return new _bad_report_js__WEBPACK_IMPORTED_MODULE_0__/* .BadReportError */ .i({ rule, cure: 'Split it into several reports, or leave out what is not yours.' });
}
/** The error for reports that together hold more than that. */
function tooMuchTogether(rule) {
    return new _bad_report_js__WEBPACK_IMPORTED_MODULE_0__/* .BadReportError */ .i({ rule: `all reports together have ${rule}`, cure: 'Name fewer of them.' });
}
/** The error for a value that a report of its format cannot have. */
function badValue(rule, value) {
    return new _bad_report_js__WEBPACK_IMPORTED_MODULE_0__/* .BadReportError */ .i({ rule, value, cure: 'Was it cut off, or written by two at once?' });
}


/***/ }),

/***/ 4757:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RR: () => (/* binding */ LAYERS),
/* harmony export */   VP: () => (/* binding */ COVERAGE_KINDS),
/* harmony export */   uq: () => (/* binding */ pickCounts)
/* harmony export */ });
const COVERAGE_KINDS = ['lines', 'branches', 'functions', 'statements'];
const LAYERS = {
    lines: 'lines',
    methodLines: 'lines',
    lcovBranches: 'branches',
    countedBranches: 'branches',
    methodBranches: 'branches',
    lcovFunctions: 'functions',
    lcovFunctionGroups: 'functions',
    coberturaMethods: 'functions',
    jacocoMethods: 'functions',
    cloverMethods: 'functions',
    cloverStatements: 'statements',
};
/** Of two sums for one file, the one with more covered; where that is equal, the one with more to cover. */
function pickCounts(one, other) {
    if (one === undefined)
        return other;
    const isMore = one.covered === other.covered ? one.total > other.total : one.covered > other.covered;
    return isMore ? one : other;
}


/***/ }),

/***/ 986:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   W1: () => (/* binding */ isHit),
/* harmony export */   Wn: () => (/* binding */ HitSet),
/* harmony export */   cA: () => (/* binding */ lineOf)
/* harmony export */ });
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1404);

const SMALLEST_ROOM = 32;
/** Up to here room grows in large steps: most files have some hundred lines. */
const MANY_PLACES = 4096;
const NO_PLACES = new Float64Array(0);
/**
 * Places in a source file, each with whether it was run: a line and the number of a name, packed with the hit into one
 * exact number. What was run once stays run.
 */
class HitSet {
    #places;
    #size;
    #isSorted = true;
    /** The greatest number that the place added last can have. */
    #last;
    #room;
    /** Sorted places, as {@link sorted} gives them, are taken over and never changed. */
    constructor(room, sorted = NO_PLACES) {
        this.#room = room;
        this.#places = sorted;
        this.#size = sorted.length;
        this.#last = greatestOf(sorted.at(-1) ?? -2);
    }
    add(line, name, isHit) {
        const missed = (line * _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .NAME_IDS */ .fK + name) * 2;
        this.#addPlace(isHit ? missed + 1 : missed);
    }
    /** Adds places as {@link sorted} gives them. */
    addAll(places, rename) {
        for (const place of places) {
            if (rename === undefined)
                this.#addPlace(place);
            else
                this.add(lineOf(place), rename(nameOf(place)), isHit(place));
        }
    }
    /** Every place once, by line and name; a view that the next call of any method ends. */
    sorted() {
        if (!this.#isSorted) {
            this.#size = unite(this.#places.subarray(0, this.#size).sort());
            this.#isSorted = true;
            this.#last = greatestOf(this.#places[this.#size - 1] ?? -2);
        }
        return this.#places.subarray(0, this.#size);
    }
    /** Gives back the room that is not used. */
    shrink() {
        const sorted = this.sorted();
        if (sorted.length === this.#places.length)
            return;
        this.#room.grow(sorted.length - this.#places.length);
        this.#places = sorted.slice();
    }
    #addPlace(place) {
        if (this.#size === this.#places.length)
            this.#makeRoom();
        if (place <= this.#last)
            this.#isSorted = false;
        this.#places[this.#size] = place;
        this.#size += 1;
        this.#last = greatestOf(place);
    }
    /** The same places again and again, one record for each test, need no more room than once. */
    #makeRoom() {
        this.sorted();
        const capacity = this.#places.length;
        if (this.#size < capacity / 2)
            return;
        const grown = Math.max(SMALLEST_ROOM, (this.#size < MANY_PLACES ? 4 : 2) * this.#size);
        this.#room.grow(grown - capacity);
        const places = new Float64Array(grown);
        places.set(this.#places.subarray(0, this.#size));
        this.#places = places;
    }
}
/** The line of a packed place. */
function lineOf(place) {
    return Math.floor(place / (2 * _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .NAME_IDS */ .fK));
}
/** The number of the name of a packed place. */
function nameOf(place) {
    const key = Math.floor(place / 2);
    return key - Math.floor(key / _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .NAME_IDS */ .fK) * _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .NAME_IDS */ .fK;
}
/** Whether a packed place was run. */
function isHit(place) {
    // Faster than %, which is slow for numbers this large.
    return Math.floor(place / 2) * 2 !== place;
}
function greatestOf(place) {
    return Math.floor(place / 2) * 2 + 1;
}
/** Keeps one of each place at the front, the one that was run; returns how many. */
function unite(places) {
    let kept = 0;
    for (const place of places) {
        // Sorted, a place that was run follows on the same one that was not.
        if (kept > 0 && place <= greatestOf(places[kept - 1]))
            places[kept - 1] = place;
        else {
            places[kept] = place;
            kept += 1;
        }
    }
    return kept;
}


/***/ }),

/***/ 1404:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BE: () => (/* binding */ MAX_FILES),
/* harmony export */   Dr: () => (/* binding */ MAX_LCOV_LINE_BYTES),
/* harmony export */   E7: () => (/* binding */ MAX_JSON_BYTES),
/* harmony export */   H6: () => (/* binding */ MAX_JSON_VALUES),
/* harmony export */   I8: () => (/* binding */ MAX_UNITED_CHARACTERS),
/* harmony export */   KX: () => (/* binding */ MAX_JSON_DEPTH),
/* harmony export */   Rj: () => (/* binding */ MAX_QUESTIONS),
/* harmony export */   Sp: () => (/* binding */ MAX_NAME_CHARACTERS),
/* harmony export */   VL: () => (/* binding */ MAX_FUNCTIONS_OF_A_RECORD),
/* harmony export */   WD: () => (/* binding */ MAX_PLACES),
/* harmony export */   fK: () => (/* binding */ NAME_IDS),
/* harmony export */   jN: () => (/* binding */ MAX_UNITED_FILES),
/* harmony export */   oA: () => (/* binding */ MAX_NAMES),
/* harmony export */   si: () => (/* binding */ MAX_UNITED_PLACES),
/* harmony export */   u3: () => (/* binding */ MAX_PATH_CHARACTERS),
/* harmony export */   vx: () => (/* binding */ MAX_BRANCHES_OF_A_LINE),
/* harmony export */   yy: () => (/* binding */ MAX_LINE_NUMBER)
/* harmony export */ });
/** How many lines, branches, functions and statements a report may have: four times what the largest projects have. */
const MAX_PLACES = 10_000_000;
/** How many source files a report may name. */
const MAX_FILES = 200_000;
/** How many different names of functions and branches a report may have. */
const MAX_NAMES = 2_000_000;
/** How many characters a report's names of files, functions and branches may have together. */
const MAX_NAME_CHARACTERS = 67_108_864;
/** The same for all reports of a run together. */
const MAX_UNITED_PLACES = 20_000_000;
const MAX_UNITED_FILES = 400_000;
const MAX_UNITED_CHARACTERS = 134_217_728;
/** How long the path of a source file may be; no system opens a longer one. */
const MAX_PATH_CHARACTERS = 4096;
/** The highest number of a line: with {@link NAME_IDS} and one bit it fills the 53 bits of an exact number. */
const MAX_LINE_NUMBER = 1_073_741_823;
/** How many names the number of a place has room for. */
const NAME_IDS = 4_194_304;
/** How many branches one line may have where a report gives their count alone. */
const MAX_BRANCHES_OF_A_LINE = 10_000;
/** How many functions one record of an lcov file may have. */
const MAX_FUNCTIONS_OF_A_RECORD = 200_000;
/** How long a line of an lcov file may be. */
const MAX_LCOV_LINE_BYTES = 1_048_576;
/** How large a JSON report may be, which is read whole. */
const MAX_JSON_BYTES = 33_554_432;
/** How deep its values may nest: three levels are the format. */
const MAX_JSON_DEPTH = 32;
/** How many values it may have: twice what fits its bytes where they are a report. */
const MAX_JSON_VALUES = 4_000_000;
/** How often a report may ask whether a file exists; after that the folder found last serves for the rest. */
const MAX_QUESTIONS = 20_000;


/***/ }),

/***/ 7660:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseCoverage: () => (/* binding */ parseCoverage)
});

// EXTERNAL MODULE: ./.cache/bundle/collect/xml/read-xml.js + 7 modules
var read_xml = __webpack_require__(4015);
// EXTERNAL MODULE: ./.cache/bundle/collect/coverage/bad-coverage.js
var bad_coverage = __webpack_require__(6836);
;// CONCATENATED MODULE: ./.cache/bundle/collect/coverage/occurrences.js
/** Tells things of the same name apart by their order: two functions of one name in one line are two. */
class Occurrences {
    #seen = new Map();
    /** The name as it stands the first time that `key` comes, then a new one each time. */
    rename(name, key) {
        const before = this.#seen.get(key) ?? 0;
        this.#seen.set(key, before + 1);
        return before === 0 ? name : `${name}\0${before}`;
    }
    clear() {
        this.#seen.clear();
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/collect/coverage/clover-file.js


const MAX_LINES_OF_A_FILE = 1_000_000;
/**
 * One file of a Clover report. Tools disagree on what its lines mean, so they count only where they add up to the
 * file's own metrics; elsewhere the metrics count.
 */
class CloverFile {
    metrics = new Map();
    source;
    #report;
    #statements = [];
    #methods = [];
    #conditions = [];
    #size = 0;
    constructor(report, source) {
        this.#report = report;
        this.source = source;
    }
    addStatement(line, isHit) {
        this.#count();
        this.#statements.push({ line, isHit });
        this.source.layer('lines').add(line, 0, isHit);
    }
    addMethod(method) {
        this.#count();
        this.#methods.push(method);
    }
    addCondition(condition) {
        this.#count();
        this.#conditions.push(condition);
    }
    finish() {
        if (this.#agree('statements', sumHits(this.#statements)))
            this.#addStatements();
        else
            this.#addMetrics('statements');
        if (this.#agree('functions', sumHits(this.#methods)))
            this.#addMethods();
        else
            this.#addMetrics('functions');
        const read = this.#listReadings().find((way) => this.#agree('branches', sum(this.#conditions, way)));
        if (read === undefined)
            this.#addMetrics('branches');
        else
            for (const condition of this.#conditions)
                this.source.addBranches(condition.line, read(condition));
    }
    /** Both may add up by chance: the likelier one first. */
    #listReadings() {
        const isIstanbul = this.metrics.has('branches') && this.#conditions.every(({ isStatement }) => isStatement);
        return isIstanbul ? [asBranches, asHits] : [asHits, asBranches];
    }
    #agree(kind, { covered, total }) {
        const metrics = this.metrics.get(kind);
        return metrics === undefined || (metrics.covered === covered && metrics.total === total);
    }
    #addMetrics(kind) {
        const metrics = this.metrics.get(kind);
        if (metrics !== undefined)
            this.source.addSum(kind, metrics);
    }
    #count() {
        this.#size += 1;
        if (this.#size > MAX_LINES_OF_A_FILE)
            throw (0,bad_coverage/* tooMuch */.Gm)(`a source file has at most ${MAX_LINES_OF_A_FILE} lines`);
    }
    #addStatements() {
        const occurrences = new Occurrences();
        for (const { line, isHit } of this.#statements) {
            const id = this.#report.nameId(occurrences.rename('', line));
            this.source.layer('cloverStatements').add(line, id, isHit);
        }
    }
    #addMethods() {
        const occurrences = new Occurrences();
        for (const { line, name, isHit } of this.#methods) {
            const id = this.#report.nameId(occurrences.rename(name, `${line} ${name}`));
            this.source.layer('cloverMethods').add(line, id, isHit);
        }
    }
}
function sumHits(places) {
    return { covered: places.filter(({ isHit }) => isHit).length, total: places.length };
}
function sum(conditions, read) {
    let [covered, total] = [0, 0];
    for (const condition of conditions) {
        const counts = read(condition);
        covered += counts.covered;
        total += counts.total;
    }
    return { covered, total };
}
/** Two branches, each run or not. */
function asHits({ trueCount, falseCount }) {
    return { covered: Number(trueCount > 0) + Number(falseCount > 0), total: 2 };
}
/** So many branches run, so many not. */
function asBranches({ trueCount, falseCount }) {
    return { covered: trueCount, total: trueCount + falseCount };
}

// EXTERNAL MODULE: ./.cache/bundle/collect/coverage/limits.js
var limits = __webpack_require__(1404);
;// CONCATENATED MODULE: ./.cache/bundle/collect/coverage/counts.js


const COUNT = /^\s*(-)?(\d{1,400}(?:\.\d{0,400})?)(?:[eE][+-]?\d{1,9})?\s*$/;
/**
 * Whether a number of hits is above 0, however large: nothing else of it matters. Below 0, which counters that several
 * threads change can get, it is as good as 0. Nothing where it is no number.
 */
function isHitCount(text) {
    const match = COUNT.exec(text);
    if (match === null)
        return undefined;
    return match[1] === undefined && /[1-9]/.test(match[2] ?? '');
}
/** The number of a line. */
function parseLineNumber(text, rule) {
    const number = parseWhole(text);
    if (number === undefined || number > limits/* MAX_LINE_NUMBER */.yy) {
        throw (0,bad_coverage/* badValue */.tm)(`${rule} is a whole number up to ${limits/* MAX_LINE_NUMBER */.yy}`, text ?? '');
    }
    return number;
}
/** A whole number that is exact; nothing where it is none. */
function parseWhole(text) {
    if (text === undefined || !/^\s*\d{1,16}\s*$/.test(text))
        return undefined;
    const number = Number(text);
    return Number.isSafeInteger(number) ? number : undefined;
}
/** What is covered and the total; nothing where they are no such numbers. */
function toCounts(covered, total) {
    if (covered === undefined || total === undefined || covered > total)
        return undefined;
    return { covered, total };
}

;// CONCATENATED MODULE: ./.cache/bundle/collect/coverage/clover.js




const METRICS = [
    ['statements', 'statements', 'coveredstatements'],
    ['branches', 'conditionals', 'coveredconditionals'],
    ['functions', 'methods', 'coveredmethods'],
];
/** Clover's XML: files with their lines and metrics; the tests' own code (`testproject`) does not count. */
class CloverHandler {
    #report;
    #givenLabel;
    #parents = [];
    #projectName = '';
    #wholeMetrics = new Map();
    #isOfTests = false;
    #file;
    constructor(report, label) {
        this.#report = report;
        this.#givenLabel = label;
        // What is 0 in all of a report may be left out by its tool: only of statements every tool knows.
        report.know('lines');
        report.know('statements');
    }
    open(name, attributes) {
        const parent = this.#parents.at(-1);
        this.#parents.push(name);
        if (name === 'testproject')
            this.#isOfTests = true;
        if (this.#isOfTests)
            return;
        if (name === 'line')
            this.#addLine(attributes);
        else if (name === 'file')
            this.#openFile(attributes);
        else if (name === 'metrics')
            this.#addMetrics(attributes, parent);
        else if (name === 'project')
            this.#projectName = (0,read_xml/* detachText */.h)(attributes['name'] ?? '');
    }
    close(name) {
        this.#parents.pop();
        if (name === 'testproject')
            this.#isOfTests = false;
        else if (name === 'file') {
            this.#file?.finish();
            this.#file = undefined;
        }
        else if (name === 'coverage') {
            this.#report.addWhole(this.#givenLabel ?? this.#projectName, this.#wholeMetrics);
        }
    }
    #openFile({ name, path }) {
        const place = path === undefined || path === '' ? name : path;
        if (place === undefined || place === '')
            throw (0,bad_coverage/* badValue */.tm)('a file has a path or a name', '');
        this.#file = new CloverFile(this.#report, this.#report.source((0,read_xml/* detachText */.h)(place)));
    }
    #addMetrics(attributes, parent) {
        if (parent !== 'file' && parent !== 'project')
            return;
        const metrics = new Map();
        for (const [kind, total, covered] of METRICS) {
            if (attributes[total] === undefined)
                continue;
            const counts = toCounts(parseWhole(attributes[covered] ?? '0'), parseWhole(attributes[total]));
            if (counts === undefined)
                throw (0,bad_coverage/* badValue */.tm)(`${covered} and ${total} are such numbers`, `${attributes[covered]}, ${attributes[total]}`);
            metrics.set(kind, counts);
        }
        if (parent === 'project')
            this.#wholeMetrics = metrics;
        else
            for (const [kind, counts] of metrics)
                this.#file?.metrics.set(kind, counts);
    }
    #addLine({ num, type, count, truecount, falsecount, signature, name }) {
        const file = this.#file;
        if (file === undefined)
            return;
        const line = parseLineNumber(num, 'the number (num) of a line');
        if (type === 'method') {
            file.addMethod({ line, name: (0,read_xml/* detachText */.h)(signature ?? name ?? ''), isHit: parseHits(count, line) });
            return;
        }
        if (type === 'cond' && truecount !== undefined && falsecount !== undefined) {
            file.addCondition({
                line,
                trueCount: parseCount(truecount, line),
                falseCount: parseCount(falsecount, line),
                isStatement: count !== undefined,
            });
            // Without a count of its own it stands beside a statement that has one.
            if (count === undefined)
                return;
        }
        file.addStatement(line, parseHits(count, line));
    }
}
function parseHits(text, line) {
    const isHit = isHitCount(text ?? '');
    if (isHit === undefined)
        throw (0,bad_coverage/* badValue */.tm)(`line ${line} has a count`, text ?? '');
    return isHit;
}
function parseCount(text, line) {
    return parseHits(text, line) ? (parseWhole(text) ?? Number.POSITIVE_INFINITY) : 0;
}

;// CONCATENATED MODULE: ./.cache/bundle/collect/coverage/cobertura.js




const MAX_SOURCE_FOLDERS = 1000;
/** Cobertura's XML: classes with the lines of a file, and methods with lines of their own. */
class CoberturaHandler {
    /** What file names are relative to. */
    folders = [];
    #report;
    #label;
    #sums = new Map();
    #folder;
    #source;
    #className = '';
    #method;
    #occurrences = new Occurrences();
    constructor(report, label) {
        this.#report = report;
        this.#label = label;
        report.know('lines');
    }
    open(name, attributes) {
        if (name === 'line')
            this.#addLine(attributes);
        else if (name === 'method')
            this.#openMethod(attributes);
        else if (name === 'class')
            this.#openClass(attributes);
        else if (name === 'lines')
            this.#openLines();
        else if (name === 'source')
            this.#folder = '';
        else if (name === 'coverage')
            this.#addSums(attributes);
    }
    text(text) {
        if (this.#folder !== undefined)
            this.#folder += text;
    }
    close(name) {
        if (name === 'method')
            this.#closeMethod();
        else if (name === 'class')
            this.#source = undefined;
        else if (name === 'source')
            this.#closeFolder();
        else if (name === 'coverage')
            this.#finish();
    }
    #closeFolder() {
        const folder = this.#folder?.trim();
        this.#folder = undefined;
        if (folder === undefined)
            return;
        if (this.folders.length >= MAX_SOURCE_FOLDERS)
            throw (0,bad_coverage/* tooMuch */.Gm)(`a report has at most ${MAX_SOURCE_FOLDERS} source folders`);
        this.folders.push((0,read_xml/* detachText */.h)(folder));
    }
    #openClass(attributes) {
        const { filename, name } = attributes;
        if (filename === undefined || filename === '')
            throw (0,bad_coverage/* badValue */.tm)('a class has a filename', name ?? '');
        this.#source = this.#report.source((0,read_xml/* detachText */.h)(filename));
        this.#className = name ?? '';
        this.#occurrences.clear();
    }
    /** A class that says it has none has none, whatever its methods have. */
    #openLines() {
        if (this.#method === undefined)
            this.#source?.layer('lines');
    }
    #openMethod({ name, signature, hits, 'line-rate': rate }) {
        // Lines tell it better where there are any.
        const isHit = isHitCount(hits ?? rate ?? '0') ?? false;
        this.#method = { name: `${this.#className} ${name} ${signature}`, line: undefined, isHit };
    }
    #closeMethod() {
        const method = this.#method;
        this.#method = undefined;
        if (method === undefined || this.#source === undefined)
            return;
        const line = method.line ?? 0;
        const name = this.#occurrences.rename(method.name, `${line} ${method.name}`);
        this.#source.layer('coberturaMethods').add(line, this.#report.nameId(name), method.isHit);
    }
    #addLine(attributes) {
        if (this.#source === undefined)
            return;
        const line = parseLineNumber(attributes['number'], 'the number of a line');
        const isHit = isHitCount(attributes['hits'] ?? '');
        if (isHit === undefined)
            throw (0,bad_coverage/* badValue */.tm)(`line ${line} has a number of hits`, attributes['hits'] ?? '');
        const method = this.#method;
        if (method !== undefined) {
            if (method.line === undefined)
                Object.assign(method, { line, isHit });
            else if (isHit)
                method.isHit = true;
        }
        this.#source.layer(method === undefined ? 'lines' : 'methodLines').add(line, 0, isHit);
        const { branch, 'condition-coverage': conditions } = attributes;
        if (branch !== undefined || conditions !== undefined)
            this.#report.know('branches');
        if (conditions !== undefined)
            this.#addBranches(line, conditions);
    }
    /** `50% (1/2)`; a percentage alone does not say of how many. */
    #addBranches(line, text) {
        const [, covered, total] = /\((\d+)\s*\/\s*(\d+)\)/.exec(text) ?? [];
        if (covered === undefined || total === undefined)
            return;
        const counts = toCounts(parseWhole(covered), parseWhole(total));
        if (counts === undefined)
            throw (0,bad_coverage/* badValue */.tm)(`line ${line} covers at most all of its branches`, text);
        this.#source?.addBranches(line, counts, this.#method === undefined ? 'countedBranches' : 'methodBranches');
    }
    #addSums(attributes) {
        const lines = toCounts(parseWhole(attributes['lines-covered']), parseWhole(attributes['lines-valid']));
        if (lines !== undefined)
            this.#sums.set('lines', lines);
        const covered = parseWhole(attributes['branches-covered']);
        const branches = toCounts(covered, parseWhole(attributes['branches-valid']));
        if (branches !== undefined)
            this.#sums.set('branches', branches);
    }
    /** The lines of methods repeat those of their class, or more: they count only where the class has none. */
    #finish() {
        for (const { layers } of this.#report.sources.values()) {
            const lines = layers.get('methodLines');
            const branches = layers.get('methodBranches');
            layers.delete('methodLines');
            layers.delete('methodBranches');
            if (layers.has('lines'))
                continue;
            if (lines !== undefined)
                layers.set('lines', lines);
            if (branches !== undefined)
                layers.set('countedBranches', branches);
        }
        this.#report.addWhole(this.#label, this.#sums);
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/collect/coverage/jacoco.js




const KINDS = new Map([
    ['LINE', 'lines'],
    ['BRANCH', 'branches'],
    ['METHOD', 'functions'],
]);
/** JaCoCo's XML: packages, in groups or not, with methods by class and lines by source file. */
class JacocoHandler {
    #report;
    #givenLabel;
    #wholeSums = new Map();
    /** The names of the report and its groups: the last one is the module's. */
    #modules = [];
    #parents = [];
    #occurrences = new Occurrences();
    #package = '';
    #class;
    #sourceFile;
    #method;
    /** Sums of this package's source files by class, and by file. */
    #classSums = new Map();
    #fileSums = new Map();
    constructor(report, label) {
        this.#report = report;
        this.#givenLabel = label;
        report.know('lines');
    }
    open(name, attributes) {
        const parent = this.#parents.at(-1);
        this.#parents.push(name);
        if (name === 'counter')
            this.#addCounter(attributes, parent);
        else if (name === 'line')
            this.#addLine(attributes);
        else if (name === 'method')
            this.#openMethod(attributes);
        else if (name === 'class')
            this.#openClass(attributes);
        else if (name === 'sourcefile')
            this.#openSourceFile(attributes);
        else if (name === 'package')
            this.#package = (0,read_xml/* detachText */.h)(attributes['name'] ?? '');
        else if (name === 'group' || name === 'report')
            this.#modules.push((0,read_xml/* detachText */.h)(attributes['name'] ?? ''));
    }
    close(name) {
        this.#parents.pop();
        if (name === 'method')
            this.#method = undefined;
        else if (name === 'class')
            this.#class = undefined;
        else if (name === 'sourcefile')
            this.#sourceFile = undefined;
        else if (name === 'package')
            this.#closePackage();
        else if (name === 'group')
            this.#modules.pop();
        else if (name === 'report')
            this.#report.addWhole(this.#givenLabel ?? this.#modules[0] ?? '', this.#wholeSums);
    }
    #source(name) {
        // Other tools that write this format give a whole path.
        if (/[\\/]/.test(name))
            return this.#report.source((0,read_xml/* detachText */.h)(name));
        const path = this.#package === '' ? name : `${this.#package}/${name}`;
        return this.#report.source((0,read_xml/* detachText */.h)(path), this.#modules.at(-1) ?? '');
    }
    #openClass({ name = '', sourcefilename }) {
        const baseName = name.slice(name.lastIndexOf('/') + 1);
        const source = this.#source(sourcefilename ?? baseName);
        const sums = this.#classSums.get(source) ?? new Map();
        this.#classSums.set(source, sums);
        this.#class = { name, source, sums };
        this.#occurrences.clear();
    }
    #openMethod({ name, desc, line }) {
        const number = line === undefined ? 0 : parseLineNumber(line, 'the line of a method');
        this.#method = { name: `${this.#class?.name} ${name}${desc}`, line: number };
    }
    #openSourceFile({ name }) {
        if (name === undefined || name === '')
            throw (0,bad_coverage/* badValue */.tm)('a source file has a name', this.#package);
        const source = this.#source(name);
        const sums = new Map();
        this.#fileSums.set(source, sums);
        this.#sourceFile = { source, sums };
    }
    #addLine(attributes) {
        const source = this.#sourceFile?.source;
        if (source === undefined)
            return;
        const line = parseLineNumber(attributes['nr'], 'the number (nr) of a line');
        const isHit = isHitCount(attributes['ci'] ?? '');
        if (isHit === undefined)
            throw (0,bad_coverage/* badValue */.tm)(`line ${line} has a number of covered instructions (ci)`, attributes['ci'] ?? '');
        source.layer('lines').add(line, 0, isHit);
        const { mb, cb } = attributes;
        if (mb === undefined && cb === undefined)
            return;
        const [missed, covered] = [parseWhole(mb ?? '0'), parseWhole(cb ?? '0')];
        if (missed === undefined || covered === undefined)
            throw (0,bad_coverage/* badValue */.tm)(`line ${line} has numbers of branches (mb, cb)`, `${mb}, ${cb}`);
        this.#report.know('branches');
        if (missed + covered > 0)
            source.addBranches(line, { covered, total: missed + covered });
    }
    #addCounter(attributes, parent) {
        const kind = KINDS.get(attributes['type']);
        if (kind === undefined)
            return;
        const [missed, covered] = [parseWhole(attributes['missed']), parseWhole(attributes['covered'])];
        if (missed === undefined || covered === undefined)
            throw (0,bad_coverage/* badValue */.tm)('a counter has the numbers missed and covered', `${attributes['missed']}, ${attributes['covered']}`);
        this.#report.know(kind);
        const counts = { covered, total: missed + covered };
        if (parent === 'method') {
            if (kind === 'functions')
                this.#addMethod(counts);
        }
        else if (parent === 'class')
            add(this.#class?.sums, kind, counts);
        else if (parent === 'sourcefile')
            add(this.#sourceFile?.sums, kind, counts);
        else if (parent === 'report')
            add(this.#wholeSums, kind, counts);
    }
    #addMethod({ covered }) {
        if (this.#class === undefined || this.#method === undefined)
            return;
        const { name, line } = this.#method;
        const id = this.#report.nameId(this.#occurrences.rename(name, `${line} ${name}`));
        this.#class.source.layer('jacocoMethods').add(line, id, covered > 0);
    }
    /** Sums count where there are no lines and methods, those of the file before those of its classes. */
    #closePackage() {
        for (const source of new Set([...this.#fileSums.keys(), ...this.#classSums.keys()])) {
            const sums = new Map([...(this.#classSums.get(source) ?? []), ...(this.#fileSums.get(source) ?? [])]);
            for (const [kind, counts] of sums) {
                if (!source.layers.has(kind === 'functions' ? 'jacocoMethods' : 'lines'))
                    source.addSum(kind, counts);
            }
        }
        this.#classSums.clear();
        this.#fileSums.clear();
    }
}
function add(sums, kind, { covered, total }) {
    const before = sums?.get(kind);
    sums?.set(kind, { covered: (before?.covered ?? 0) + covered, total: (before?.total ?? 0) + total });
}

;// CONCATENATED MODULE: ./.cache/bundle/collect/coverage/coverage-xml.js




/** Finds out by the first two elements which XML format a report has, and hands it on. */
class CoverageXmlHandler {
    #report;
    #label;
    #root;
    #handler;
    constructor(report, label) {
        this.#report = report;
        this.#label = label;
    }
    /** What the paths in the report are relative to, as far as it says so. */
    get folders() {
        return this.#handler instanceof CoberturaHandler ? this.#handler.folders : [];
    }
    open(name, attributes) {
        if (this.#root === undefined)
            this.#root = { name, attributes };
        else
            this.#choose(name).open(name, attributes);
    }
    text(text) {
        this.#handler?.text?.(text);
    }
    close(name) {
        this.#choose(undefined).close(name);
    }
    #choose(child) {
        if (this.#handler !== undefined)
            return this.#handler;
        const { name, attributes } = this.#root ?? { name: '', attributes: {} };
        this.#handler = this.#create({ name, attributes, child });
        this.#handler.open(name, attributes);
        return this.#handler;
    }
    #create({ name, attributes, child, }) {
        const isCobertura = child === 'sources' || child === 'packages' || (child ?? 'line-rate') in attributes;
        if (name === 'coverage' && isCobertura)
            return new CoberturaHandler(this.#report, this.#label ?? '');
        const isClover = child === 'project' || child === 'testproject' || (child ?? 'clover') in attributes;
        if (name === 'coverage' && isClover)
            return new CloverHandler(this.#report, this.#label);
        const isJacoco = ['sessioninfo', 'group', 'package', 'counter', undefined].includes(child);
        if (name === 'report' && isJacoco)
            return new JacocoHandler(this.#report, this.#label);
        throw (0,bad_coverage/* notUnderstood */.hf)('XML with other elements', child === undefined ? `<${name}>` : `<${name}><${child}>`);
    }
}

// EXTERNAL MODULE: ./.cache/bundle/collect/bad-report.js
var bad_report = __webpack_require__(603);
;// CONCATENATED MODULE: ./.cache/bundle/collect/coverage/find-start.js

const MARK = Uint8Array.of(0xef, 0xbb, 0xbf);
const LINE_FEED = 0x0a;
const BLANKS = new Set([0x20, 0x09, LINE_FEED, 0x0d]);
/** Enough to tell UTF-16 by. */
const START_BYTES = 4;
/**
 * A report without what stands before its first character: blanks, and the byte order mark of UTF-8.
 * @throws {BadReportError} where nothing else is there.
 */
async function findStart(chunks) {
    const iterator = chunks[Symbol.asyncIterator]();
    let start = new Uint8Array();
    let skippedLines = 0;
    let marked = 0;
    let isInside = false;
    while (start.length < START_BYTES) {
        const { value, done } = await iterator.next();
        if (done === true)
            break;
        let index = 0;
        for (; !isInside && index < value.length; index += 1) {
            const byte = value[index];
            if (marked < MARK.length && byte === MARK[marked]) {
                marked += 1;
            }
            else if (marked > 0 && marked < MARK.length) {
                start = MARK.slice(0, marked);
                isInside = true;
            }
            else if (BLANKS.has(byte)) {
                if (byte === LINE_FEED)
                    skippedLines += 1;
            }
            else
                isInside = true;
            if (isInside)
                break;
        }
        if (isInside)
            start = join(start, value.subarray(index));
    }
    if (start.length === 0)
        throw new bad_report/* BadReportError */.i({ rule: 'the file is empty', cure: 'Did the tool that writes it run?' });
    return { start, chunks: prepend(start, iterator), skippedLines };
}
async function* prepend(start, rest) {
    yield start;
    for (let next = await rest.next(); next.done !== true; next = await rest.next())
        yield next.value;
}
function join(before, after) {
    const joined = new Uint8Array(before.length + after.length);
    joined.set(before);
    joined.set(after, before.length);
    return joined;
}

// EXTERNAL MODULE: ./.cache/bundle/collect/coverage/coverage-report.js
var coverage_report = __webpack_require__(4757);
;// CONCATENATED MODULE: ./.cache/bundle/collect/coverage/json-gauge.js


const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
/**
 * Looks at JSON before it is parsed: a few megabytes of brackets would become gigabytes of objects. Takes the bytes as
 * they come.
 */
class JsonGauge {
    #isInText = false;
    #isEscaped = false;
    #depth = 0;
    #values = 1;
    /** @throws {BadReportError} where that is more than a coverage report has. */
    push(bytes) {
        for (const byte of bytes) {
            if (this.#isInText)
                this.#passText(byte);
            else if (byte === QUOTE)
                this.#isInText = true;
            else if (byte === COMMA)
                this.#values += 1;
            else if (isOpening(byte))
                this.#open();
            else if (isClosing(byte))
                this.#depth -= 1;
        }
        if (this.#values > limits/* MAX_JSON_VALUES */.H6)
            throw (0,bad_coverage/* tooMuch */.Gm)(`a report in JSON has at most ${limits/* MAX_JSON_VALUES */.H6} values`);
    }
    #passText(byte) {
        if (this.#isEscaped)
            this.#isEscaped = false;
        else if (byte === BACKSLASH)
            this.#isEscaped = true;
        else if (byte === QUOTE)
            this.#isInText = false;
    }
    #open() {
        this.#values += 1;
        this.#depth += 1;
        if (this.#depth > limits/* MAX_JSON_DEPTH */.KX)
            throw (0,bad_coverage/* notUnderstood */.hf)(`JSON that nests more than ${limits/* MAX_JSON_DEPTH */.KX} deep`);
    }
}
/** `[` or `{`. */
function isOpening(byte) {
    return byte === 0x5b || byte === 0x7b;
}
/** `]` or `}`. */
function isClosing(byte) {
    return byte === 0x5d || byte === 0x7d;
}

;// CONCATENATED MODULE: ./.cache/bundle/collect/coverage/istanbul.js




/** Istanbul's `coverage-summary.json`: the sums of each file, and of all files together. */
async function parseIstanbul(chunks, { report, label }) {
    const entries = Object.entries(parseObject(await readText(chunks)));
    const summaries = entries.map(([path, value]) => [path, findSums(value, path)]);
    if (!summaries.some(([, sums]) => sums.size > 0)) {
        const keys = entries.slice(0, 5).map(([key]) => key);
        throw (0,bad_coverage/* notUnderstood */.hf)('JSON with other keys', keys.join(', '));
    }
    const strange = summaries.find(([, sums]) => sums.size === 0);
    if (strange !== undefined)
        throw (0,bad_coverage/* badValue */.tm)("each file of Istanbul's summary has sums", strange[0]);
    let all = new Map();
    for (const [path, sums] of summaries) {
        if (path === 'total')
            all = sums;
        else
            for (const [kind, counts] of sums)
                report.source(path).addSum(kind, counts);
    }
    for (const kind of all.keys())
        report.know(kind);
    report.addWhole(label ?? '', all);
}
async function readText(chunks) {
    const decoder = new TextDecoder();
    const gauge = new JsonGauge();
    let text = '';
    let bytes = 0;
    for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > limits/* MAX_JSON_BYTES */.E7)
            throw (0,bad_coverage/* tooMuch */.Gm)(`a report in JSON has at most ${limits/* MAX_JSON_BYTES */.E7} bytes`);
        gauge.push(chunk);
        text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
}
function parseObject(text) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw (0,bad_coverage/* badValue */.tm)('this is not well-formed JSON', error.message);
    }
}
function findSums(value, path) {
    const sums = new Map();
    for (const kind of coverage_report/* COVERAGE_KINDS */.VP) {
        const found = readField(value, kind);
        const [covered, total] = [readField(found, 'covered'), readField(found, 'total')];
        if (covered === undefined && total === undefined)
            continue;
        if (!isCount(covered) || !isCount(total) || covered > total)
            throw (0,bad_coverage/* badValue */.tm)(`the ${kind} of ${JSON.stringify(path.slice(0, 200))} have the whole numbers covered and total`, JSON.stringify(found));
        sums.set(kind, { covered, total });
    }
    return sums;
}
function readField(value, name) {
    return typeof value === 'object' && value !== null ? value[name] : undefined;
}
function isCount(value) {
    return Number.isSafeInteger(value) && value >= 0;
}

;// CONCATENATED MODULE: ./.cache/bundle/collect/coverage/lcov-functions.js




/** The functions of one record: `FN` and `FNDA`, since lcov 2.2 `FNL` and `FNA`. */
class LcovFunctions {
    #report;
    /** By name: the lines where one begins, and the counts, each in the order of the file. */
    #lines = new Map();
    #hits = new Map();
    /** By index: where the function begins, and whether one of its aliases was run. */
    #groups = new Map();
    #entries = 0;
    constructor(report) {
        this.#report = report;
    }
    /** Takes a line of the record; false where it is not about functions. */
    add(text) {
        const [, record, first, rest] = /^(FN|FNDA|FNL|FNA):([^,]*),(.*)$/s.exec(text) ?? [];
        if (record === undefined || first === undefined || rest === undefined)
            return false;
        this.#entries += 1;
        if (this.#entries > 2 * limits/* MAX_FUNCTIONS_OF_A_RECORD */.VL)
            throw (0,bad_coverage/* tooMuch */.Gm)(`a source file has at most ${limits/* MAX_FUNCTIONS_OF_A_RECORD */.VL} functions`);
        if (record === 'FN') {
            const name = /^(?:\d+,)?(.*)$/s.exec(rest)?.[1] ?? '';
            push(this.#lines, name, parseLineNumber(first, 'the line of a function'));
        }
        else if (record === 'FNDA') {
            push(this.#hits, rest, lcov_functions_parseHits(first));
        }
        else if (record === 'FNL') {
            const line = parseLineNumber(rest.split(',', 1)[0], 'the line of a function');
            this.#groups.set(first, { line, isHit: this.#groups.get(first)?.isHit ?? false });
        }
        else {
            const group = this.#groups.get(first);
            if (group === undefined)
                throw (0,bad_coverage/* badValue */.tm)('FNA follows on the FNL of the same index', text);
            if (lcov_functions_parseHits(rest.split(',', 1)[0] ?? ''))
                group.isHit = true;
        }
        return true;
    }
    /** Whether the record had any. */
    get isEmpty() {
        return this.#entries === 0;
    }
    /** The end of the record: the k-th count of a name belongs to the k-th function of that name. */
    finish(source) {
        if (this.#entries === 0)
            return;
        for (const name of new Set([...this.#lines.keys(), ...this.#hits.keys()])) {
            const hits = this.#hits.get(name) ?? [];
            const lines = this.#lines.get(name) ?? [0];
            const occurrences = new Occurrences();
            lines.forEach((line, index) => {
                const isLast = index === lines.length - 1;
                const isHit = isLast ? hits.includes(true, index) : hits[index] === true;
                source.layer('lcovFunctions').add(line, this.#report.nameId(occurrences.rename(name, line)), isHit);
            });
        }
        const occurrences = new Occurrences();
        for (const { line, isHit } of this.#groups.values()) {
            source.layer('lcovFunctionGroups').add(line, this.#report.nameId(occurrences.rename('', line)), isHit);
        }
        this.#lines.clear();
        this.#hits.clear();
        this.#groups.clear();
        this.#entries = 0;
    }
}
function lcov_functions_parseHits(text) {
    const hits = isHitCount(text);
    if (hits === undefined)
        throw (0,bad_coverage/* badValue */.tm)('the count of a function is a number', text);
    return hits;
}
function push(lists, name, value) {
    const list = lists.get(name);
    if (list === undefined)
        lists.set(name, [value]);
    else
        list.push(value);
}

;// CONCATENATED MODULE: ./.cache/bundle/collect/coverage/lcov-numbers.js

const lcov_numbers_COMMA = 0x2c;
const MINUS = 0x2d;
const COLON = 0x3a;
const ZERO = 0x30;
const NINE = 0x39;
const [A, B, D, R] = [0x41, 0x42, 0x44, 0x52];
/** Below this the number of a branch fits beside that of its block. */
const MANY_BRANCHES = 4096;
const MANY_BLOCKS = 65_536;
/**
 * Reads `DA` and `BRDA` as they nearly always are, of digits alone. False where it is another record, or needs a closer
 * look.
 */
function readPlace(bytes, range, into) {
    const { start, end } = range;
    if (bytes[start] === D) {
        return (bytes[start + 1] === A && bytes[start + 2] === COLON && readHits(bytes, { start: start + 3, end }, into));
    }
    if (bytes[start] !== B || bytes[start + 1] !== R || bytes[start + 2] !== D)
        return false;
    return (bytes[start + 3] === A && bytes[start + 4] === COLON && readBranch(bytes, { start: start + 5, end }, into));
}
/** `line,count[,checksum]` */
function readHits(bytes, range, into) {
    const { start, end } = range;
    let index = start;
    let line = 0;
    for (; index < end; index += 1) {
        const byte = bytes[index];
        if (byte < ZERO || byte > NINE)
            break;
        line = line * 10 + byte - ZERO;
    }
    if (index === start || bytes[index] !== lcov_numbers_COMMA || line > limits/* MAX_LINE_NUMBER */.yy)
        return false;
    const count = index + 1;
    let isHit = false;
    for (index = count; index < end; index += 1) {
        const byte = bytes[index];
        if (byte === lcov_numbers_COMMA)
            break;
        if (byte < ZERO || byte > NINE)
            return false;
        if (byte !== ZERO)
            isHit = true;
    }
    into.kind = 'line';
    into.line = line;
    into.isHit = isHit;
    return index > count;
}
/** `line,block,branch,taken`, where `taken` is `-` for what was never reached. */
function readBranch(bytes, range, into) {
    let field = 0;
    let digits = 0;
    let number = 0;
    let block = 0;
    let branch = 0;
    into.kind = 'branch';
    into.isHit = false;
    for (let index = range.start; index < range.end; index += 1) {
        const byte = bytes[index];
        if (byte === lcov_numbers_COMMA) {
            if (digits === 0)
                return false;
            if (field === 0)
                into.line = number;
            else if (field === 1)
                block = number;
            else
                branch = number;
            field += 1;
            digits = 0;
            number = 0;
        }
        else if (byte >= ZERO && byte <= NINE) {
            // `00` is another name than `0`.
            if (digits > 0 && number === 0 && field < 3)
                return false;
            digits += 1;
            number = number * 10 + byte - ZERO;
        }
        else {
            if (byte !== MINUS || field !== 3 || digits > 0 || index !== range.end - 1)
                return false;
            digits = 1;
        }
    }
    if (field !== 3 || digits === 0)
        return false;
    if (into.line > limits/* MAX_LINE_NUMBER */.yy || block >= MANY_BLOCKS || branch >= MANY_BRANCHES)
        return false;
    into.branch = block * MANY_BRANCHES + branch;
    into.isHit = number > 0;
    return true;
}

;// CONCATENATED MODULE: ./.cache/bundle/collect/coverage/line-cutter.js
const line_cutter_LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
/** Cuts a stream of bytes into lines, which it copies only where two chunks share one. */
class LineCutter {
    #take;
    #maxBytes;
    #onTooLong;
    #parts = [];
    #partBytes = 0;
    constructor(options) {
        this.#take = options.take;
        this.#maxBytes = options.maxBytes;
        this.#onTooLong = options.onTooLong;
    }
    push(chunk) {
        let start = 0;
        for (let end = chunk.indexOf(line_cutter_LINE_FEED); end >= 0; end = chunk.indexOf(line_cutter_LINE_FEED, start)) {
            if (this.#partBytes === 0)
                this.#takeLine(chunk, start, end);
            else
                this.#takeParts(chunk.subarray(start, end));
            start = end + 1;
        }
        if (start < chunk.length)
            this.#keep(chunk.subarray(start));
    }
    /** The last line may lack its end. */
    end() {
        if (this.#partBytes > 0)
            this.#takeParts(new Uint8Array());
    }
    #keep(part) {
        this.#partBytes += part.length;
        if (this.#partBytes > this.#maxBytes)
            this.#onTooLong();
        // A copy: whoever reads the file may fill the same chunk again.
        this.#parts.push(part.slice());
    }
    #takeParts(last) {
        this.#keep(last);
        const line = new Uint8Array(this.#partBytes);
        let length = 0;
        for (const part of this.#parts) {
            line.set(part, length);
            length += part.length;
        }
        this.#parts = [];
        this.#partBytes = 0;
        this.#takeLine(line, 0, length);
    }
    #takeLine(bytes, start, end) {
        if (end - start > this.#maxBytes)
            this.#onTooLong();
        const hasReturn = end > start && bytes[end - 1] === CARRIAGE_RETURN;
        this.#take(bytes, start, hasReturn ? end - 1 : end);
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/collect/coverage/lcov-parser.js







const BRANCH = /^BRDA:(\d+),[ef]?(U?)(\d+),(.*),([^,]+)$/s;
const SUM = /^(LF|LH|BRF|BRH|FNF|FNH):(.*)$/s;
const OTHER = /^[A-Z]{2,8}:/;
const SUMS = [
    ['lines', 'LF', 'LH'],
    ['branches', 'BRF', 'BRH'],
    ['functions', 'FNF', 'FNH'],
];
/** Reads an lcov tracefile line by line, on its bytes: most of it is numbers. */
class LcovParser {
    #report;
    #functions;
    #decoder = new TextDecoder();
    #branchIds = new Map();
    #lines;
    #place = { kind: 'line', line: 0, branch: 0, isHit: false };
    #number;
    #sawStart = false;
    #source;
    #isFirstRecord = false;
    #hasLines = false;
    #hasBranches = false;
    #sums = new Map();
    constructor(report, options) {
        this.#report = report;
        this.#number = options.skippedLines;
        this.#functions = new LcovFunctions(report);
        this.#lines = new LineCutter({
            take: (bytes, start, end) => this.#parseLine(bytes, start, end),
            maxBytes: limits/* MAX_LCOV_LINE_BYTES */.Dr,
            onTooLong: () => {
                this.#number += 1;
                throw this.#locate((0,bad_coverage/* tooMuch */.Gm)(`a line of an lcov report has at most ${limits/* MAX_LCOV_LINE_BYTES */.Dr} bytes`));
            },
        });
        report.know('lines');
    }
    push(chunk) {
        this.#lines.push(chunk);
    }
    end() {
        this.#lines.end();
        if (!this.#sawStart)
            throw (0,bad_coverage/* notUnderstood */.hf)('nothing but comments');
        if (this.#source !== undefined)
            throw this.#locate((0,bad_coverage/* badValue */.tm)('the record of a source file ends with end_of_record', this.#source.path));
        if (this.#report.sources.size === 0)
            throw this.#locate((0,bad_coverage/* badValue */.tm)('an lcov report has a record (SF) for each source file', ''));
    }
    #parseLine(bytes, start, end) {
        this.#number += 1;
        const place = this.#place;
        if (this.#source !== undefined && readPlace(bytes, { start, end }, place)) {
            if (place.kind === 'line')
                this.#addLine(place.line, place.isHit);
            else
                this.#addBranch(place.line, this.#branchId(place.branch), place.isHit);
            return;
        }
        try {
            this.#parseText(this.#decoder.decode(bytes.subarray(start, end)));
        }
        catch (error) {
            throw error instanceof bad_report/* BadReportError */.i ? this.#locate(error) : error;
        }
    }
    /** The number of the name `block,branch`. */
    #branchId(branch) {
        let id = this.#branchIds.get(branch);
        if (id === undefined) {
            id = this.#report.nameId(`${Math.floor(branch / MANY_BRANCHES)},${branch % MANY_BRANCHES}`);
            this.#branchIds.set(branch, id);
        }
        return id;
    }
    #parseText(text) {
        if (text === '' || text.startsWith('#'))
            return;
        if (text.startsWith('SF:'))
            this.#openRecord(text.slice(3));
        else if (text.startsWith('TN:'))
            this.#sawStart = true;
        else if (this.#source === undefined)
            this.#refuse(text);
        else if (text === 'end_of_record')
            this.#closeRecord(this.#source);
        else if (!this.#functions.add(text))
            this.#parseOther(text);
    }
    #refuse(text) {
        if (!this.#sawStart)
            throw (0,bad_coverage/* notUnderstood */.hf)('another text', text.slice(0, 60));
        throw (0,bad_coverage/* badValue */.tm)('outside of a record (SF … end_of_record) an lcov report has nothing', text);
    }
    #openRecord(path) {
        this.#sawStart = true;
        if (this.#source !== undefined)
            throw (0,bad_coverage/* badValue */.tm)('end_of_record comes before the next SF', path);
        if (path.trim() === '')
            throw (0,bad_coverage/* badValue */.tm)('SF names a source file', path);
        const { size } = this.#report.sources;
        this.#source = this.#report.source(path);
        this.#isFirstRecord = this.#report.sources.size > size;
    }
    #parseOther(text) {
        if (text.startsWith('DA:')) {
            const [line, count = ''] = text.slice(3).split(',');
            const isHit = isHitCount(count);
            if (isHit === undefined)
                throw (0,bad_coverage/* badValue */.tm)('DA is a line and its number of hits', text);
            this.#addLine(parseLineNumber(line, 'the line of DA'), isHit);
            return;
        }
        if (text.startsWith('BRDA:')) {
            const [, line, unreachable, block, branch, taken = ''] = BRANCH.exec(text) ?? [];
            const isHit = taken === '-' ? false : isHitCount(taken);
            if (line === undefined || isHit === undefined)
                throw (0,bad_coverage/* badValue */.tm)('BRDA is a line, a block, a branch and how often it was taken', text);
            const number = parseLineNumber(line, 'the line of BRDA');
            // What can never be reached is counted by no tool that knows of it.
            if (unreachable === '')
                this.#addBranch(number, this.#report.nameId(`${block},${branch}`), isHit);
            return;
        }
        const [, name, value] = SUM.exec(text) ?? [];
        if (name !== undefined) {
            const sum = parseWhole(value);
            if (sum === undefined)
                throw (0,bad_coverage/* badValue */.tm)(`${name} is a whole number`, text);
            this.#sums.set(name, sum);
            return;
        }
        // VER, MCDC, and what lcov will think of next.
        if (!OTHER.test(text) || /^FN/.test(text))
            throw (0,bad_coverage/* badValue */.tm)('a line of an lcov report begins with a record it knows', text);
    }
    #addLine(line, isHit) {
        this.#hasLines = true;
        this.#source?.layer('lines').add(line, 0, isHit);
    }
    #addBranch(line, id, isHit) {
        this.#hasBranches = true;
        this.#source?.layer('lcovBranches').add(line, id, isHit);
    }
    /** A record's own sums count where it has nothing that they could be counted of. */
    #closeRecord(source) {
        const has = {
            lines: this.#hasLines,
            branches: this.#hasBranches,
            functions: !this.#functions.isEmpty,
        };
        for (const [kind, found, hit] of SUMS) {
            const total = this.#sums.get(found);
            if (has[kind] === true || total === undefined)
                continue;
            const counts = toCounts(this.#sums.get(hit) ?? 0, total);
            if (counts === undefined)
                throw (0,bad_coverage/* badValue */.tm)(`${hit} is at most ${found}`, String(this.#sums.get(hit)));
            source.addSum(kind, counts);
        }
        this.#functions.finish(source);
        // Not after each of many records of one file: that would copy all of it every time.
        if (this.#isFirstRecord)
            source.shrink();
        this.#sums.clear();
        this.#source = undefined;
        this.#hasLines = false;
        this.#hasBranches = false;
    }
    #locate({ fault }) {
        return new bad_report/* BadReportError */.i({ ...fault, rule: `${fault.rule} (line ${this.#number})` });
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/collect/coverage/source-path.js
/** A path with slashes, without `.` and `..`, and with a small drive letter. */
function normalizePath(path) {
    const slashed = path.replaceAll('\\', '/').replace(/^[A-Z]:(?=\/|$)/, (drive) => drive.toLowerCase());
    const isRooted = slashed.startsWith('/');
    const kept = [];
    for (const part of slashed.split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part === '..' && kept.length > 0 && kept.at(-1) !== '..') {
            // Above the root there is nothing.
            if (kept.length > 1 || !/^[a-z]:$/.test(kept[0] ?? ''))
                kept.pop();
        }
        else if (part !== '..' || !isRooted)
            kept.push(part);
    }
    return (isRooted ? '/' : '') + kept.join('/');
}
/** Whether a path says by itself where it lies, on whatever system it was written. */
function isAbsolute(path) {
    return /^(?:[\\/]|[A-Za-z]:(?:[\\/]|$))/.test(path);
}
/** One path below another, which does not count where the one is absolute. */
function joinPaths(base, path) {
    return normalizePath(isAbsolute(path) ? path : `${base}/${path === '' ? '.' : path}`);
}
/** A path relative to the workspace where it lies in it, absolute elsewhere. */
function relativeTo(root, path) {
    const folder = normalizePath(root);
    if (folder === '/')
        return path.slice(1);
    return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}

;// CONCATENATED MODULE: ./.cache/bundle/collect/coverage/locate-sources.js


/**
 * Where each source file of a report lies, relative to the workspace, by the path that the report gives it.
 * `folders` are what the report itself says its paths are relative to.
 */
async function locateSources(paths, where) {
    const { given } = where;
    const bases = listBases(where);
    const isFile = bases.length > 1 ? given.isFile : undefined;
    let questions = 0;
    let latest;
    const find = async (path) => {
        for (const base of latest === undefined ? bases : [latest, ...bases]) {
            if (isFile === undefined || questions >= limits/* MAX_QUESTIONS */.Rj)
                break;
            questions += 1;
            const candidate = joinPaths(base, path);
            if (!(await isFile(candidate)))
                continue;
            latest = base;
            return candidate;
        }
        return joinPaths(latest ?? joinPaths(given.root, where.folders[0] ?? ''), path);
    };
    const located = new Map();
    for (const path of paths) {
        const found = isAbsolute(path) ? normalizePath(path) : await find(path);
        located.set(path, relativeTo(given.root, found));
    }
    return located;
}
/** The folders that a relative path may mean, the likeliest first. */
function listBases({ given, folders }) {
    const above = listFoldersAbove(given);
    const stated = folders.length === 0 ? [''] : folders;
    const bases = stated.flatMap((folder) => isAbsolute(folder) ? [normalizePath(folder)] : above.map((base) => joinPaths(base, folder)));
    return [...new Set(bases)];
}
/** The folders from the report's own up to the workspace. */
function listFoldersAbove({ root, path }) {
    const top = normalizePath(root);
    const folders = [];
    let folder = path === undefined ? top : joinPaths(top, path).replace(/\/?[^/]*$/, '');
    while (folder.startsWith(`${top}/`)) {
        folders.push(folder);
        folder = folder.replace(/\/[^/]*$/, '');
    }
    return [...folders, top];
}

// EXTERNAL MODULE: ./.cache/bundle/collect/coverage/hit-set.js
var hit_set = __webpack_require__(986);
;// CONCATENATED MODULE: ./.cache/bundle/collect/coverage/report-builder.js




/** What a parser found out of one source file so far. */
class SourceBuilder {
    path;
    module;
    layers = new Map();
    sums = new Map();
    #report;
    constructor(report, place) {
        this.#report = report;
        this.path = place.path;
        this.module = place.module;
    }
    layer(layer) {
        let set = this.layers.get(layer);
        if (set === undefined) {
            set = new hit_set/* HitSet */.Wn(this.#report);
            this.layers.set(layer, set);
            this.#report.know(coverage_report/* LAYERS */.RR[layer]);
        }
        return set;
    }
    /**
     * Branches of which only their number is known: the first so many are the ones that were run, which makes the union
     * of two reports the larger of both counts.
     */
    addBranches(line, { covered, total }, layer = 'countedBranches') {
        if (total > limits/* MAX_BRANCHES_OF_A_LINE */.vx)
            throw (0,bad_coverage/* tooMuch */.Gm)(`a line has at most ${limits/* MAX_BRANCHES_OF_A_LINE */.vx} branches`);
        const branches = this.layer(layer);
        for (let branch = 0; branch < total; branch += 1)
            branches.add(line, branch, branch < covered);
    }
    /** Gives back the room that is not used. */
    shrink() {
        for (const set of this.layers.values())
            set.shrink();
    }
    addSum(kind, counts) {
        this.sums.set(kind, (0,coverage_report/* pickCounts */.uq)(this.sums.get(kind), counts));
        this.#report.know(kind);
    }
}
/** Gathers what a parser finds, within a fixed amount of memory. */
class ReportBuilder {
    sources = new Map();
    #kinds = new Set();
    #names = new Map([['', 0]]);
    #characters = 0;
    #places = 0;
    /** The source file of that path; with a module, it is the path below that module's unknown source folder. */
    source(path, module) {
        const key = module === undefined ? path : `${module}\0${path}`;
        let source = this.sources.get(key);
        if (source === undefined) {
            if (key.length > limits/* MAX_PATH_CHARACTERS */.u3)
                throw (0,bad_coverage/* tooMuch */.Gm)(`the path of a source file has at most ${limits/* MAX_PATH_CHARACTERS */.u3} characters`);
            if (this.sources.size >= limits/* MAX_FILES */.BE)
                throw (0,bad_coverage/* tooMuch */.Gm)(`a report has at most ${limits/* MAX_FILES */.BE} source files`);
            this.#countCharacters(key);
            source = new SourceBuilder(this, { path, module });
            this.sources.set(key, source);
        }
        return source;
    }
    /** The number that stands for a name; the empty name has 0. */
    nameId(name) {
        let id = this.#names.get(name);
        if (id === undefined) {
            id = this.#names.size;
            if (id >= limits/* MAX_NAMES */.oA)
                throw (0,bad_coverage/* tooMuch */.Gm)(`a report has at most ${limits/* MAX_NAMES */.oA} names of functions and branches`);
            this.#countCharacters(name);
            this.#names.set(name, id);
        }
        return id;
    }
    /** The sums of a report that names no source file count as those of one, which `label` tells from other such reports. */
    addWhole(label, sums) {
        if (this.sources.size > 0)
            return;
        for (const [kind, counts] of sums) {
            if (counts.total > 0)
                this.source('', `whole\0${label}`).addSum(kind, counts);
        }
    }
    know(kind) {
        this.#kinds.add(kind);
    }
    /** Many sets each half empty may be more than the limit while what they hold is not. */
    grow(places) {
        this.#places += places;
        if (places > 0 && this.#places > 2 * limits/* MAX_PLACES */.WD)
            this.#shrink();
    }
    /** The report, each source file under the path that `locate` gives it. */
    finish(locate) {
        this.#shrink();
        const files = [...this.sources.values()].map((source) => ({
            path: source.module === undefined ? locate(source.path) : source.path,
            module: source.module,
            layers: new Map([...source.layers].map(([layer, set]) => [layer, set.sorted()])),
            sums: source.sums,
        }));
        return { files, kinds: this.#kinds, names: [...this.#names.keys()] };
    }
    #shrink() {
        for (const source of this.sources.values())
            source.shrink();
        if (this.#places > limits/* MAX_PLACES */.WD)
            throw (0,bad_coverage/* tooMuch */.Gm)(`a report has at most ${limits/* MAX_PLACES */.WD} lines, branches and functions`);
    }
    #countCharacters(text) {
        this.#characters += text.length;
        if (this.#characters > limits/* MAX_NAME_CHARACTERS */.Sp)
            throw (0,bad_coverage/* tooMuch */.Gm)(`the names in a report have at most ${limits/* MAX_NAME_CHARACTERS */.Sp} characters together`);
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/collect/coverage/parse-coverage.js








const LESS_THAN = 0x3c;
const OPEN_BRACE = 0x7b;
/** How UTF-16 begins: with a byte order mark, or with half a character. */
const STARTS_OF_UTF16 = new Set([0xff, 0xfe, 0x00]);
/**
 * Reads one coverage report, in a fixed amount of memory, whichever of the formats it has: its content tells.
 * @throws {BadReportError} where it is none of them, is broken or cut off, or exceeds a limit.
 */
async function parseCoverage(chunks, given) {
    const iterator = chunks[Symbol.asyncIterator]();
    try {
        const stream = await findStart({ [Symbol.asyncIterator]: () => iterator });
        const report = new ReportBuilder();
        const folders = await parse(stream, { report, label: given.path });
        const paths = [...report.sources.values()]
            .filter(({ module }) => module === undefined)
            .map(({ path }) => path);
        const located = await locateSources(paths, { given, folders });
        return report.finish((path) => located.get(path) ?? path);
    }
    finally {
        await iterator.return?.();
    }
}
/** Fills the report by its format's parser; returns what its paths are relative to, as far as it says so. */
async function parse({ start, chunks, skippedLines }, into) {
    const [first] = start;
    if (first === LESS_THAN || STARTS_OF_UTF16.has(first)) {
        if (!start.subarray(0, 4).includes(LESS_THAN))
            throw (0,bad_coverage/* notUnderstood */.hf)('something else (text in UTF-16, or no text)');
        const handler = new CoverageXmlHandler(into.report, into.label);
        await (0,read_xml/* readXml */.k)(chunks, handler);
        return handler.folders;
    }
    if (first === OPEN_BRACE) {
        await parseIstanbul(chunks, into);
        return [];
    }
    const parser = new LcovParser(into.report, { skippedLines });
    for await (const chunk of chunks)
        parser.push(chunk);
    parser.end();
    return [];
}


/***/ })

};
;