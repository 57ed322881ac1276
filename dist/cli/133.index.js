"use strict";
exports.id = 133;
exports.ids = [133,416];
exports.modules = {

/***/ 1133:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   computeSizes: () => (/* binding */ computeSizes),
/* harmony export */   parseSizes: () => (/* binding */ parseSizes)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5523);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7713);
/* harmony import */ var _yaml_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5416);



const MAP_CURE = 'Write "name: dist/**", one name a line.';
const QUOTES_CURE = 'Write "name: glob" lines, and put a glob that begins with * or ! in quotes.';
/** Reads a map of names to globs, as YAML or as an object: a value is one glob, a list, or a text with one a line. */
async function parseSizes(sizes, origin, faults) {
    if (sizes === undefined)
        return [];
    const tree = typeof sizes === 'string' ? await parseText(sizes, origin, faults) : sizes;
    if (tree === undefined)
        return [];
    if (!isMap(tree)) {
        const value = Array.isArray(tree) ? 'a list' : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toText */ .fE)(tree);
        faults.add({ at: origin, rule: 'it is a map of names to globs', value, cure: MAP_CURE });
        return [];
    }
    const entries = tree instanceof Map ? [...tree] : Object.entries(tree);
    return entries.flatMap(([key, value]) => parseEntry({ name: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toText */ .fE)(key).trim(), value, origin, faults }));
}
/** The metrics and figures of what was measured. A name without a file has no size: none is better than 0. */
function computeSizes(measured) {
    const present = measured.filter(({ files }) => files > 0);
    const metrics = present.flatMap(({ name, bytes, gzipBytes, files }) => [
        { nodes: ['size', name, 'bytes'], value: bytes },
        { nodes: ['size', name, 'gzip_bytes'], value: gzipBytes },
        { nodes: ['size', name, 'files'], value: files },
    ]);
    const figures = present.map(({ name, bytes, gzipBytes, files }) => ({ name, bytes, gzipBytes, files }));
    return { metrics, figures };
}
/** YAML takes `*` for an alias and `!` for a tag, which nobody who writes globs has in mind. */
async function parseText(text, origin, faults) {
    const found = new _faults_js__WEBPACK_IMPORTED_MODULE_1__/* .Faults */ .C();
    const tree = await (0,_yaml_js__WEBPACK_IMPORTED_MODULE_2__.parseYaml)(text, origin, found);
    if (found.count === 0)
        return tree;
    for (const fault of found.toError().faults) {
        faults.add(/^this .*YAML/.test(fault.rule) ? { ...fault, cure: QUOTES_CURE } : fault);
    }
    return undefined;
}
function parseEntry(entry) {
    const { name, value, faults } = entry;
    if (name === '') {
        faults.add({ at: entry.origin, rule: 'a size needs a name', cure: MAP_CURE });
        return [];
    }
    const at = `${entry.origin}, ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(name)}`;
    const items = Array.isArray(value) ? value : [value];
    const wrong = items.find((item) => typeof item !== 'string');
    if (wrong !== undefined || items.includes(undefined)) {
        const cure = 'Write a glob, a list of globs, or a text with one glob a line.';
        faults.add({ at, rule: 'a size is of globs', value: isMap(wrong) ? 'a map' : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toText */ .fE)(wrong), cure });
        return [];
    }
    const lines = items.flatMap((item) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toText */ .fE)(item).split(/\r?\n/)).map((line) => line.trim());
    const patterns = lines.filter((line) => line !== '');
    if (!patterns.some((pattern) => !/^[!#]/.test(pattern))) {
        const cure = 'Name at least one file or glob, without "!" before it.';
        faults.add({ at, rule: 'nothing is included', value: patterns.join(' '), cure });
        return [];
    }
    return [{ name, patterns }];
}
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 5416:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseYaml: () => (/* binding */ parseYaml)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5523);

const MAX_MESSAGE_CHARACTERS = 200;
/**
 * Parses YAML (so also JSON) without giving any scalar a type: `3.10` stays `3.10`. Nothing where the text is empty.
 * `origin` says in a fault where the text stands.
 */
async function parseYaml(text, origin, faults) {
    const yaml = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    try {
        const documents = yaml.parseAllDocuments(text, {
            schema: 'failsafe',
            uniqueKeys: false,
            logLevel: 'silent',
        });
        const [document] = documents;
        // An empty stream of documents is an array with a mark on it.
        if (document === undefined || !Array.isArray(documents))
            return undefined;
        if (documents.length > 1) {
            faults.add({
                at: origin,
                rule: 'data is one YAML document',
                cure: 'Remove the "---" between documents.',
            });
            return undefined;
        }
        const problems = [...document.errors, ...document.warnings];
        if (problems.some(({ message }) => /call stack|stack overflow/i.test(message)))
            throw new RangeError('too deep');
        for (const problem of problems) {
            const message = cutMessage(problem.message.split('\n')[0] ?? '');
            faults.add({
                at: origin,
                rule: `this is not the YAML of a map: ${message.replace(/:$/, '')}`,
                cure: 'Mend it.',
            });
        }
        if (problems.length > 0 || document.contents === null)
            return undefined;
        return toTree(document.contents, { yaml, origin, faults });
    }
    catch (error) {
        const reason = error instanceof RangeError ? 'it nests too deep' : cutMessage(error.message);
        faults.add({
            at: origin,
            rule: `this YAML is not understood: ${reason}`,
            cure: 'Write a plain map of numbers.',
        });
        return undefined;
    }
}
function toTree(node, reading) {
    const { yaml } = reading;
    if (yaml.isScalar(node))
        return typeof node.value === 'string' ? node.value : String(node.source ?? '');
    if (yaml.isMap(node))
        return toMap(node.items, reading);
    if (yaml.isSeq(node))
        return node.items.map((item) => toTree(item, reading));
    if (node === null || node === undefined)
        return '';
    // An alias may stand for another document's worth of data ("billion laughs"), and no map of numbers needs one.
    throw new Error(yaml.isAlias(node) ? `an alias (*${node.source}) is not followed` : 'a node of unknown kind');
}
// The parser's own check for duplicate keys compares each with each, which takes minutes for 50,000.
function toMap(pairs, reading) {
    const map = new Map();
    for (const pair of pairs) {
        const key = keyOf(pair, reading.yaml);
        if (map.has(key)) {
            const at = `${reading.origin}, ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(key)}`;
            reading.faults.add({ at, rule: 'the same key is given twice', cure: 'Keep one of them.' });
        }
        map.set(key, toTree(pair.value, reading));
    }
    return map;
}
function keyOf(pair, yaml) {
    if (pair.key === null)
        return '';
    if (yaml.isScalar(pair.key))
        return String(pair.key.value ?? '');
    throw new Error('a key is not a plain name');
}
/** The parser quotes what it read, however long that is. */
function cutMessage(message) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeInvisible */ .ts)(message.length > MAX_MESSAGE_CHARACTERS ? `${message.slice(0, MAX_MESSAGE_CHARACTERS)}…` : message);
}


/***/ })

};
;