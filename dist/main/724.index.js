"use strict";
exports.id = 724;
exports.ids = [724,763,123];
exports.modules = {

/***/ 3123:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   collectTags: () => (/* binding */ collectTags),
/* harmony export */   f: () => (/* binding */ collectTree),
/* harmony export */   k: () => (/* binding */ collectItem)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5523);

const MAX_DEPTH = 100;
const SHAPE_RULE = 'data is a map of names to numbers, or a list of {metric, value, timestamp, tags}';
/** The metrics of a map (nested maps joined by dots) or of a list of `{metric, value, timestamp?, tags?}`. */
function collectTree(tree, origin, faults) {
    const metrics = [];
    if (Array.isArray(tree)) {
        for (const [index, item] of tree.entries()) {
            const metric = collectItem(item, `${origin}, item ${index + 1}`, faults);
            if (metric !== undefined)
                metrics.push(metric);
        }
    }
    else if (isMap(tree)) {
        collectMap(tree, { origin, faults, metrics, prefix: '', depth: 0 });
    }
    else {
        faults.add({ at: origin, rule: SHAPE_RULE, value: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toText */ .fE)(tree), cure: 'Write "name: number".' });
    }
    return metrics;
}
/** One `{metric, value, timestamp?, tags?}`, or a `[name, value]` pair. */
function collectItem(item, origin, faults) {
    if (Array.isArray(item) && item.length === 2 && typeof item[0] === 'string') {
        return { origin, name: item[0], value: item[1] };
    }
    const fields = item instanceof Map ? Object.fromEntries(item) : item;
    if (!isMap(fields) || fields instanceof Map) {
        faults.add({
            at: origin,
            rule: SHAPE_RULE,
            value: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toText */ .fE)(item),
            cure: 'Write {metric: name, value: number}.',
        });
        return undefined;
    }
    const fault = findFieldFault(fields);
    if (fault !== undefined) {
        faults.add({ at: origin, ...fault });
        return undefined;
    }
    const { metric, value, timestamp, tags } = fields;
    const written = { origin, name: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toText */ .fE)(metric), value };
    if (timestamp === undefined && tags === undefined)
        return written;
    const checkedTags = collectTags(tags, `${origin}, tags`, faults);
    return {
        ...written,
        ...(timestamp === undefined ? {} : { timestamp }),
        ...(checkedTags === undefined ? {} : { tags: checkedTags }),
    };
}
/** A map of tags whose values are scalars; nothing where there is none. */
function collectTags(tree, origin, faults) {
    if (tree === undefined)
        return undefined;
    const scalars = isMap(tree) && entriesOf(tree).every(([, value]) => isScalar(value));
    if (!scalars) {
        faults.add({ at: origin, rule: 'tags are a map of names to texts', cure: 'Write "name: text".' });
        return undefined;
    }
    return Object.fromEntries(entriesOf(tree).map(([name, value]) => [name, (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toText */ .fE)(value)]));
}
function collectMap(map, into) {
    const { origin, faults, metrics, prefix, depth } = into;
    if (depth > MAX_DEPTH) {
        faults.add({
            at: origin,
            rule: `maps nest at most ${MAX_DEPTH} deep`,
            value: prefix,
            cure: 'Flatten them.',
        });
        return;
    }
    for (const [key, value] of entriesOf(map)) {
        const name = depth === 0 ? key : `${prefix}.${key}`;
        if (isMap(value)) {
            collectMap(value, { ...into, prefix: name, depth: depth + 1 });
        }
        else if (Array.isArray(value)) {
            const cure = 'Give each number a name, or make the whole data a list of {metric, value}.';
            faults.add({ at: `${origin}, ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(name)}`, rule: 'a list inside a map is not a number', cure });
        }
        else {
            metrics.push({ origin, name, value });
        }
    }
}
function findFieldFault(fields) {
    for (const key in fields) {
        if (key !== 'metric' && key !== 'value' && key !== 'timestamp' && key !== 'tags') {
            const cure = 'Correct its spelling, or remove it.';
            return { rule: `an item has the keys metric, value, timestamp, tags and no other`, value: key, cure };
        }
    }
    if (fields.metric === undefined)
        return { rule: 'an item needs the key metric', cure: 'Add "metric: name".' };
    if (!('value' in fields))
        return { rule: 'an item needs the key value', cure: 'Add "value: number".' };
    if (!isScalar(fields.metric))
        return { rule: 'the metric of an item is a name', cure: 'Write "metric: name".' };
    return undefined;
}
function entriesOf(map) {
    const entries = map instanceof Map ? [...map.entries()] : Object.entries(map);
    return entries.map(([key, value]) => [(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toText */ .fE)(key), value]);
}
function isMap(value) {
    if (value instanceof Map)
        return true;
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return false;
    const prototype = Object.getPrototypeOf(value);
    return prototype === Object.prototype || prototype === null;
}
function isScalar(value) {
    return typeof value !== 'object' || value === null || value instanceof Date;
}


/***/ }),

/***/ 9763:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ resolveReportRules),
/* harmony export */   N$: () => (/* binding */ resolveMissingPolicy),
/* harmony export */   checkReportOptions: () => (/* binding */ checkReportOptions),
/* harmony export */   qA: () => (/* binding */ resolveDataFormat),
/* harmony export */   v: () => (/* binding */ resolveFollowLinks)
/* harmony export */ });
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5004);

/** The rules as the options give them; faults are gathered. */
function resolveReportRules(options, faults) {
    const scalars = new _scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .ScalarReader */ .u(faults);
    return {
        junitSuites: scalars.boolean(options.junitSuites, { name: 'junit-suites', fallback: false }),
        badReport: scalars.choice(options.onBadReport, {
            name: 'on-bad-report',
            choices: ['warn', 'fail'],
            fallback: 'warn',
        }),
    };
}
/** What `if-no-files-found` says; a fault is gathered. */
function resolveMissingPolicy(options, faults) {
    return new _scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .ScalarReader */ .u(faults).choice(options.ifNoFilesFound, {
        name: 'if-no-files-found',
        choices: ['error', 'warn', 'ignore'],
        fallback: 'error',
    });
}
/** What `follow-symbolic-links` says; a fault is gathered. */
function resolveFollowLinks(options, faults) {
    const option = { name: 'follow-symbolic-links', fallback: false };
    return new _scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .ScalarReader */ .u(faults).boolean(options.followSymbolicLinks, option);
}
/**
 * Checks what says how files are found and counted, for a run that does so later; faults are gathered. What names the
 * files is left alone: it may hold words that are filled in by then.
 */
function checkReportOptions(options, faults) {
    resolveReportRules(options, faults);
    resolveMissingPolicy(options, faults);
    resolveFollowLinks(options, faults);
    resolveDataFormat(options, faults);
}
/** How to read every `data-file`; nothing where its ending tells. A fault is gathered. */
function resolveDataFormat(options, faults) {
    const { dataFormat } = options;
    if (dataFormat === undefined || dataFormat === '')
        return undefined;
    const before = faults.count;
    const format = { name: 'data-format', choices: ['data', 'lines'], fallback: 'data' };
    const chosen = new _scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .ScalarReader */ .u(faults).choice(dataFormat, format);
    return faults.count === before ? chosen : undefined;
}


/***/ }),

/***/ 3178:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ STDIN)
/* harmony export */ });
/** Standard input, as a file that was found. No other has a name that is not absolute. */
const STDIN = { path: '-', realPath: '-', isStream: true };


/***/ }),

/***/ 7015:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ decodeText),
/* harmony export */   y: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5523);


/** The text of a whole UTF-8 file; a byte order mark is dropped. @throws {InputError} where it cannot be read. */
async function readText(path, at) {
    let bytes;
    try {
        bytes = await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.readFile(path);
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz([explainFileError(error, { path, at })]);
    }
    return decodeText(bytes, at);
}
/** Bytes as UTF-8 text without its byte order mark. @throws {InputError} where they are not. */
function decodeText(bytes, at) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz([{ at, rule: 'the file is not UTF-8', cure: 'Save it as UTF-8.' }]);
    }
}
function explainFileError(error, file) {
    const { code, message } = error;
    const meanings = {
        ENOENT: 'there is no such file',
        EISDIR: 'it is a directory, not a file',
        EACCES: 'this user may not read the file',
    };
    const rule = (code === undefined ? undefined : meanings[code]) ?? `the file cannot be read (${message})`;
    return { at: file.at, rule, value: file.path, cure: 'Give the name of a file.' };
}


/***/ }),

/***/ 2724:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readSources: () => (/* binding */ readSources)
});

;// CONCATENATED MODULE: ./.cache/bundle/collect/plain-line.js
/**
 * The metric of a plain line `path value [timestamp]`: fields stand between blanks, an empty line says nothing. A line
 * of another shape is a fault.
 */
function collectPlainLine(line, origin, faults) {
    const text = line.text.trim();
    if (text === '')
        return undefined;
    const [name = '', value, timestamp, ...rest] = text.split(/[ \t]+/);
    if (value === undefined || rest.length > 0) {
        faults.add({
            at: `${origin}, line ${line.number}`,
            rule: 'a line is "path value" or "path value timestamp"',
            value: text,
            cure: 'A path has no blanks.',
        });
        return undefined;
    }
    const metric = { origin, lineNumber: line.number, name, value };
    return timestamp === undefined ? metric : { ...metric, timestamp };
}

// EXTERNAL MODULE: ./.cache/bundle/errors.js
var errors = __webpack_require__(5523);
;// CONCATENATED MODULE: ./.cache/bundle/collect/split-lines.js

/** Longer than any line that could be sent: a file without line feeds must not fill the memory. */
const MAX_PENDING_CHARACTERS = 65_536;
/**
 * Cuts a stream of UTF-8 bytes into lines, a chunk of them at a time; a byte order mark is dropped, a CR kept.
 * @throws {InputError} where the bytes are not UTF-8, or a line is far beyond any that could be sent.
 */
async function* splitLines(bytes, origin) {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let pending = '';
    let number = 0;
    let seen = new Uint8Array();
    const decode = (chunk) => {
        try {
            return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
        }
        catch {
            const line = number + (chunk === undefined ? 1 : findBadLine(joinBytes(findCutCharacter(seen), chunk)));
            const cure = 'Save it as UTF-8 (PowerShell: Out-File -Encoding utf8).';
            throw new errors/* InputError */.dz([{ at: `${origin}, line ${line}`, rule: 'the file is not UTF-8', cure }]);
        }
    };
    for await (const chunk of bytes) {
        const parts = (pending + decode(chunk)).split('\n');
        seen = chunk.length >= 3 ? chunk.subarray(-3) : joinBytes(seen, chunk).subarray(-3);
        pending = parts.pop() ?? '';
        if (pending.length > MAX_PENDING_CHARACTERS) {
            const at = `${origin}, line ${number + parts.length + 1}`;
            throw new errors/* InputError */.dz([
                { at, rule: 'a line has at most 8192 bytes', value: pending, cure: 'Is this a text file?' },
            ]);
        }
        const start = number + 1;
        number += parts.length;
        yield parts.map((text, index) => ({ text, number: start + index, ended: true }));
    }
    pending += decode();
    if (pending !== '')
        yield [{ text: pending, number: number + 1, ended: false }];
}
/** Which line of the bytes, counted from 1, is the first that is not UTF-8. */
function findBadLine(bytes) {
    const LINE_FEED = 10;
    for (let line = 1, start = 0;; line += 1) {
        const end = bytes.indexOf(LINE_FEED, start);
        if (end < 0 || !isUtf8(bytes.subarray(start, end)))
            return line;
        start = end + 1;
    }
}
/** The bytes of a character that the end of a chunk cuts; none where it cuts none. */
function findCutCharacter(end) {
    const start = end.findLastIndex((byte) => byte >= 0xc0 || byte < 0x80);
    const lead = end[start] ?? 0;
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
    return start >= 0 && end.length - start < length ? end.subarray(start) : new Uint8Array();
}
function joinBytes(before, after) {
    const joined = new Uint8Array(before.length + after.length);
    joined.set(before);
    joined.set(after, before.length);
    return joined;
}
function isUtf8(bytes) {
    try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        return true;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./.cache/bundle/collect/tree.js
var collect_tree = __webpack_require__(3123);
// EXTERNAL MODULE: ./.cache/bundle/config/resolve-reports.js
var resolve_reports = __webpack_require__(9763);
// EXTERNAL MODULE: ./.cache/bundle/read/found-file.js
var found_file = __webpack_require__(3178);
// EXTERNAL MODULE: ./.cache/bundle/read/read-text.js
var read_text = __webpack_require__(7015);
;// CONCATENATED MODULE: ./.cache/bundle/read/file-reader.js




const NAME_CURE = 'Paths are relative to the current directory.';
/** Finds and reads the files that options name, as `if-no-files-found` says; `-` is standard input where there is one. */
class FileReader {
    warnings = [];
    /** Whether files were asked for that may be missing, so that nothing to send is no error. */
    mayFindNone = false;
    #options;
    #around;
    #faults;
    #policy;
    #followLinks;
    #stdinOption;
    constructor(options, around, faults) {
        this.#options = options;
        this.#around = around;
        this.#faults = faults;
    }
    /** The files of an option that is checked before anything is sent: what is missing is a fault. */
    async find(patterns, option) {
        const { stdin, face } = this.#around;
        const names = { hasStdin: stdin !== undefined, isByOperator: face === 'cli' };
        const { files, problems } = await this.#find(patterns, option, { folders: 'refuse', ...names });
        if (files.includes(found_file/* STDIN */.T))
            this.#claimStdin(option);
        for (const problem of problems)
            this.#faults.add(problem);
        return files;
    }
    /** The files of a source of reports or sizes: what is missing keeps nothing else from being sent. */
    findReports(patterns, option, folders) {
        return this.#find(patterns, option, { folders });
    }
    /** What was passed over is told in any case, as a warning where it does not fail the run. */
    async #find(patterns, option, how) {
        const lines = toLines(patterns);
        if (lines.length === 0)
            return { files: [], problems: [] };
        const policy = this.#readPolicy();
        const followLinks = this.#readFollowLinks();
        // Most runs name no file.
        const { findFiles } = await __webpack_require__.e(/* import() */ 591).then(__webpack_require__.bind(__webpack_require__, 591));
        const found = await findFiles(lines, { followLinks, workspace: this.#around.workspace, ...how });
        const problems = [];
        for (const { pattern, problem } of found.unmatched) {
            const fault = {
                at: option,
                ...(problem ?? { rule: 'no file matches', value: pattern, cure: NAME_CURE }),
            };
            if (policy === 'error')
                problems.push(fault);
            else if (policy === 'warn' || problem !== undefined)
                this.warnings.push((0,errors/* formatFault */.A)(fault));
        }
        for (const problem of found.problems)
            this.warnings.push((0,errors/* formatFault */.A)({ at: option, ...problem }));
        return { files: found.files, problems };
    }
    /** Read once, so that a wrong one is one fault. */
    #readPolicy() {
        this.#policy ??= (0,resolve_reports/* resolveMissingPolicy */.N$)(this.#options, this.#faults);
        if (this.#policy !== 'error')
            this.mayFindNone = true;
        return this.#policy;
    }
    #readFollowLinks() {
        this.#followLinks ??= (0,resolve_reports/* resolveFollowLinks */.v)(this.#options, this.#faults);
        return this.#followLinks;
    }
    #claimStdin(option) {
        if (this.#stdinOption !== undefined) {
            const cure = 'Name a file in one of them.';
            const rule = `standard input can be read once, and ${this.#stdinOption} reads it`;
            this.#faults.add({ at: option, rule, value: '-', cure });
        }
        this.#stdinOption = option;
    }
    /** The bytes of a file, in chunks. @throws {InputError} where it cannot be read. */
    async *readBytes(file, origin) {
        for await (const chunk of await this.#open(file, origin)) {
            this.#around.onRead?.(chunk.length);
            yield chunk;
        }
    }
    /** The whole text of a file. @throws {InputError} where it cannot be read or is not UTF-8. */
    async readText(file, origin) {
        const chunks = [];
        for await (const chunk of await this.#open(file, origin))
            chunks.push(chunk);
        return (0,read_text/* decodeText */.g)(Buffer.concat(chunks), origin);
    }
    async #open(file, origin) {
        const { stdin } = this.#around;
        if (file === found_file/* STDIN */.T && stdin !== undefined)
            return stdin;
        return (await __webpack_require__.e(/* import() */ 542).then(__webpack_require__.bind(__webpack_require__, 8542))).readInput(file, origin);
    }
    /** Reads whole files; one that cannot be read is a fault among others. */
    async gather(read) {
        try {
            await read();
        }
        catch (error) {
            if (!(error instanceof errors/* InputError */.dz))
                throw error;
            for (const fault of error.faults)
                this.#faults.add(fault);
        }
    }
}
/** The patterns of an option: one a line or an item. */
function toLines(patterns) {
    const lines = Array.isArray(patterns)
        ? patterns
        : (0,errors/* toText */.fE)(patterns ?? '').split(/\r?\n/);
    return lines.map((pattern) => (0,errors/* toText */.fE)(pattern).trim()).filter((pattern) => pattern !== '');
}

// EXTERNAL MODULE: ./.cache/bundle/read/read-metric.js
var read_metric = __webpack_require__(1736);
;// CONCATENATED MODULE: ./.cache/bundle/read/sources.js







/** Reads what is finite, and opens what is streamed. Every fault is gathered. */
async function readSources(options, around, faults) {
    const files = new FileReader(options, around, faults);
    const metrics = [
        ...(0,read_metric/* readMetric */.N)(options, faults),
        ...(await readData(options.data, faults)),
        ...(await readDataFiles(options, { files, faults, face: around.face })),
    ];
    const streams = [...(await openFiles(options, files, faults)), ...openIterable(options.data, faults)];
    const replays = await openReplays(options, files);
    const reports = await readReports(options, { files, faults, nowMs: around.nowMs });
    const found = around.collected;
    const figures = { ...reports?.figures, ...found?.figures };
    if (figures.job !== undefined && found?.steps !== undefined)
        figures.job = { ...figures.job, steps: found.steps };
    return {
        metrics,
        collected: [...(reports?.metrics ?? []), ...(found?.metrics ?? [])],
        figures: Object.keys(figures).length === 0 ? undefined : figures,
        problems: reports?.problems ?? [],
        streams,
        replays,
        warnings: [...files.warnings, ...(reports?.warnings ?? [])],
        mayBeEmpty: files.mayFindNone || reports !== undefined || found !== undefined,
    };
}
/** Most runs name no report, so what reads them is loaded when it is needed. */
async function readReports(options, around) {
    const { junit, coverage, sizes, jobStatus, jobStartedAt } = options;
    const isNamed = [junit, coverage, sizes, jobStatus, jobStartedAt].some((one) => one !== undefined && one !== '' && !(Array.isArray(one) && one.length === 0));
    return isNamed ? (await __webpack_require__.e(/* import() */ 180).then(__webpack_require__.bind(__webpack_require__, 2180))).readReports(options, around) : undefined;
}
async function readData(data, faults) {
    if (data === undefined || data === '' || isStream(data))
        return [];
    return typeof data === 'string' ? collectYaml(data, 'data', faults) : (0,collect_tree/* collectTree */.f)(data, 'data', faults);
}
async function readDataFiles(options, given) {
    const { files, faults, face } = given;
    const format = (0,resolve_reports/* resolveDataFormat */.qA)(options, faults);
    const option = face === 'cli' ? '--data' : 'data-file';
    const metrics = [];
    for (const file of await files.find(options.dataFile, option)) {
        const isTree = format === undefined ? /\.(?:ya?ml|json)$/i.test(file.path) : format === 'data';
        const origin = `${option} ${(0,errors/* escapeInvisible */.ts)(file.path)}`;
        await files.gather(async () => {
            const chunks = isTree
                ? [await collectYaml(await files.readText(file, origin), origin, faults)]
                : collectLines(splitLines(files.readBytes(file, origin), origin), origin, faults);
            for await (const chunk of chunks)
                for (const metric of chunk)
                    metrics.push(metric);
        });
    }
    return metrics;
}
async function* collectLines(chunks, origin, faults) {
    for await (const lines of chunks) {
        yield lines
            .map((line) => collectPlainLine(line, origin, faults))
            .filter((metric) => metric !== undefined);
    }
}
async function openFiles(options, files, faults) {
    const found = await files.find(options.file, 'file');
    return found.map((file) => {
        const origin = `file ${(0,errors/* escapeInvisible */.ts)(file.path)}`;
        return {
            items: splitLines(files.readBytes(file, origin), origin),
            collect: (line) => collectPlainLine(line, origin, faults),
        };
    });
}
function openIterable(data, faults) {
    if (!isStream(data))
        return [];
    const items = Symbol.iterator in data ? [data] : toChunks(data);
    return [{ items, collect: (item) => (0,collect_tree/* collectItem */.k)(item, 'data', faults) }];
}
async function openReplays(options, files) {
    const found = await files.find(options.replay, 'replay');
    return found.map((file) => {
        const origin = `replay ${(0,errors/* escapeInvisible */.ts)(file.path)}`;
        return {
            file: file.isStream === true ? undefined : file.realPath,
            origin,
            lines: splitLines(files.readBytes(file, origin), origin),
        };
    });
}
/** Arrays and maps are finite; of anything else that can be iterated nobody knows the end. */
function isStream(data) {
    if (typeof data !== 'object' || data === null || Array.isArray(data) || data instanceof Map)
        return false;
    return Symbol.iterator in data || Symbol.asyncIterator in data;
}
async function* toChunks(items) {
    for await (const item of items)
        yield [item];
}
async function collectYaml(text, origin, faults) {
    const { parseYaml } = await __webpack_require__.e(/* import() */ 416).then(__webpack_require__.bind(__webpack_require__, 5416));
    const tree = await parseYaml(text, origin, faults);
    return tree === undefined ? [] : (0,collect_tree/* collectTree */.f)(tree, origin, faults);
}


/***/ })

};
;