"use strict";
exports.id = 416;
exports.ids = [416];
exports.modules = {

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