"use strict";
exports.id = 995;
exports.ids = [995];
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

/***/ 995:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  CoverageUnion: () => (/* binding */ CoverageUnion)
});

// UNUSED EXPORTS: UnitedSource

// EXTERNAL MODULE: ./.cache/bundle/collect/coverage/bad-coverage.js
var bad_coverage = __webpack_require__(6836);
// EXTERNAL MODULE: ./.cache/bundle/collect/coverage/hit-set.js
var hit_set = __webpack_require__(986);
;// CONCATENATED MODULE: ./.cache/bundle/collect/coverage/count-places.js

/**
 * Counts sorted places of one source file, of which several formats know. Their names do not tell which are the same:
 * each line has as many as the format that knows most of it, and as many covered. Where that makes more than any format
 * knows, they do not agree on the lines, and the one that knows most counts alone.
 */
function countPlaces(layers) {
    let most = { covered: 0, total: 0 };
    for (const places of layers) {
        const counts = { covered: countHits(places), total: places.length };
        if (counts.total > most.total || (counts.total === most.total && counts.covered > most.covered))
            most = counts;
    }
    if (layers.length < 2)
        return most;
    const united = countByLine(layers);
    return united.total === most.total ? united : most;
}
function countByLine(layers) {
    const counts = new Map();
    for (const places of layers) {
        for (let start = 0; start < places.length;) {
            const line = (0,hit_set/* lineOf */.cA)(places[start]);
            let end = start + 1;
            while (end < places.length && (0,hit_set/* lineOf */.cA)(places[end]) === line)
                end += 1;
            const before = counts.get(line) ?? { covered: 0, total: 0 };
            const covered = Math.max(before.covered, countHits(places.subarray(start, end)));
            counts.set(line, { covered, total: Math.max(before.total, end - start) });
            start = end;
        }
    }
    let [covered, total] = [0, 0];
    for (const line of counts.values()) {
        covered += line.covered;
        total += line.total;
    }
    return { covered, total };
}
function countHits(places) {
    let hits = 0;
    for (const place of places)
        if ((0,hit_set/* isHit */.W1)(place))
            hits += 1;
    return hits;
}

// EXTERNAL MODULE: ./.cache/bundle/collect/coverage/coverage-report.js
var coverage_report = __webpack_require__(4757);
// EXTERNAL MODULE: ./.cache/bundle/collect/coverage/limits.js
var limits = __webpack_require__(1404);
;// CONCATENATED MODULE: ./.cache/bundle/collect/coverage/coverage-union.js





/** What many reports hold together, each of which is within its own limits. */
class UnionRoom {
    #places = 0;
    #files = 0;
    #characters = 0;
    grow(places) {
        this.#places += places;
        if (this.#places > limits/* MAX_UNITED_PLACES */.si)
            throw (0,bad_coverage/* tooMuchTogether */.wm)(`at most ${limits/* MAX_UNITED_PLACES */.si} lines, branches and functions`);
    }
    addFile(path) {
        this.#files += 1;
        this.addName(path);
        if (this.#files > limits/* MAX_UNITED_FILES */.jN)
            throw (0,bad_coverage/* tooMuchTogether */.wm)(`at most ${limits/* MAX_UNITED_FILES */.jN} source files`);
    }
    addName(name) {
        this.#characters += name.length;
        if (this.#characters > limits/* MAX_UNITED_CHARACTERS */.I8)
            throw (0,bad_coverage/* tooMuchTogether */.wm)(`names of at most ${limits/* MAX_UNITED_CHARACTERS */.I8} characters`);
    }
}
/** What all reports together know of one source file. */
class UnitedSource {
    layers = new Map();
    sums = new Map();
    #room;
    constructor(room) {
        this.#room = room;
    }
    /** Adds what one report knows; `rename` gives names their number of all reports. */
    add(source, rename) {
        for (const [layer, places] of source.layers) {
            const united = this.layers.get(layer);
            const toName = coverage_report/* LAYERS */.RR[layer] === 'lines' || layer === 'countedBranches' ? undefined : rename;
            if (united !== undefined)
                united.addAll(places, toName);
            else if (toName === undefined) {
                this.#room.grow(places.length);
                this.layers.set(layer, new hit_set/* HitSet */.Wn(this.#room, places));
            }
            else {
                const set = new hit_set/* HitSet */.Wn(this.#room);
                set.addAll(places, toName);
                this.layers.set(layer, set);
            }
        }
        for (const [kind, counts] of source.sums)
            this.sums.set(kind, (0,coverage_report/* pickCounts */.uq)(this.sums.get(kind), counts));
    }
    /** Adds what was united elsewhere. */
    addUnited(other) {
        const layers = new Map([...other.layers].map(([layer, set]) => [layer, set.sorted()]));
        this.add({ layers, sums: other.sums });
    }
    /** The lines that can be run, and how many branches each has: alike for two reports of one version of one file. */
    outline() {
        const layers = ['lines', 'countedBranches'].map((layer) => this.layers.get(layer)?.sorted());
        return layers.map((places) => `${places?.length} ${hashPlaces(places ?? [])}`).join();
    }
    /** Where places and sums are both known, those that cover more: neither can be added to the other. */
    count(kind) {
        const found = [];
        for (const [layer, set] of this.layers)
            if (coverage_report/* LAYERS */.RR[layer] === kind)
                found.push(set.sorted());
        return (0,coverage_report/* pickCounts */.uq)(this.sums.get(kind), countPlaces(found));
    }
}
/** Unites reports per source file, line and name. */
class CoverageUnion {
    kinds = new Set();
    /** By path. */
    located = new Map();
    /** By path below the source folder of a module, then by module. */
    inModules = new Map();
    #names = new Map();
    #room = new UnionRoom();
    #reports = 0;
    /** How many reports there are. */
    get reports() {
        return this.#reports;
    }
    /** @throws {BadReportError} where that is too much together: then nothing can be counted. */
    add(report) {
        this.#reports += 1;
        for (const kind of report.kinds)
            this.kinds.add(kind);
        const rename = this.#adoptNames(report.names) ? undefined : this.#createRename(report.names);
        for (const file of report.files)
            this.#source(file).add(file, rename);
    }
    /** The first report's names have the numbers that they have there. */
    #adoptNames(names) {
        if (this.#names.size > 0)
            return false;
        for (const [id, name] of names.entries()) {
            this.#room.addName(name);
            this.#names.set(name, id);
        }
        return true;
    }
    #createRename(names) {
        const ids = new Map();
        return (name) => {
            let id = ids.get(name);
            if (id === undefined) {
                id = this.#nameId(names[name] ?? '');
                ids.set(name, id);
            }
            return id;
        };
    }
    /** The sums over all source files, of every kind that a report knows. */
    count(sources) {
        const sums = new Map();
        const kinds = coverage_report/* COVERAGE_KINDS */.VP.filter((kind) => this.kinds.has(kind));
        for (const kind of kinds)
            sums.set(kind, { covered: 0, total: 0 });
        for (const source of sources) {
            for (const kind of kinds) {
                const { covered, total } = source.count(kind);
                const before = sums.get(kind) ?? { covered: 0, total: 0 };
                sums.set(kind, { covered: before.covered + covered, total: before.total + total });
            }
        }
        return sums;
    }
    #source({ path, module }) {
        const create = () => {
            this.#room.addFile(path);
            return new UnitedSource(this.#room);
        };
        if (module === undefined)
            return getOrAdd(this.located, path, create);
        const modules = getOrAdd(this.inModules, path, () => new Map());
        return getOrAdd(modules, module, create);
    }
    #nameId(name) {
        return getOrAdd(this.#names, name, () => {
            if (this.#names.size >= limits/* NAME_IDS */.fK)
                throw (0,bad_coverage/* tooMuchTogether */.wm)(`at most ${limits/* NAME_IDS */.fK} names of functions and branches`);
            this.#room.addName(name);
            return this.#names.size;
        });
    }
}
function getOrAdd(map, key, create) {
    let value = map.get(key);
    if (value === undefined) {
        value = create();
        map.set(key, value);
    }
    return value;
}
function hashPlaces(places) {
    let [one, other] = [0, 0];
    for (const place of places) {
        const [line, name] = [(0,hit_set/* lineOf */.cA)(place), (0,hit_set/* nameOf */.Vb)(place)];
        one = (Math.imul(one ^ line, 0x85eb_ca6b) ^ name) + (one >>> 15);
        other = Math.imul(other + line, 0xc2b2_ae35) + name + (other >>> 13);
    }
    return `${one | 0} ${other | 0}`;
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


/***/ })

};
;