export const id = 818;
export const ids = [818];
export const modules = {

/***/ 2818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPublish: () => (/* binding */ runPublish)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/faults.js

const MAX_KEPT = 100;
/** Gathers the faults of one run: keeps the first hundred, counts them all. */
class Faults {
    #kept = [];
    #count = 0;
    get count() {
        return this.#count;
    }
    add(fault) {
        this.#count += 1;
        if (this.#kept.length < MAX_KEPT)
            this.#kept.push(fault);
    }
    /** The gathered faults as one error; `consequence` says what was sent in spite of them, if anything. */
    toError(consequence) {
        return new errors/* InputError */.dz(this.#kept, { count: this.#count, consequence });
    }
    throwIfAny(consequence) {
        if (this.#count > 0)
            throw this.toError(consequence);
    }
}

;// CONCATENATED MODULE: ./lib/format/line.js
/** The longest line that is sent, in bytes with its LF: carbon-cache drops a connection at 16,384. */
const MAX_LINE_BYTES = 8192;
/** The shortest decimal that reads back to the same double. `value` is finite. */
function formatValue(value) {
    return String(value);
}
/** The end of every line of one timestamp (epoch seconds): a space, the timestamp, a line feed. */
function formatLineEnd(timestamp) {
    return ` ${timestamp}\n`;
}

;// CONCATENATED MODULE: ./lib/format/parse-value.js
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const ISO_8601 = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)(?:([Zz])|([+-]\d{2}):?(\d{2})?)$/;
/** The last second that fits the 32 bits of a whisper file. */
const MAX_TIMESTAMP = 4_294_967_295;
const FIRST_MILLISECONDS = 1e11;
const VALUE_RULE = 'a value is exactly one finite decimal number, or true or false';
/** One metric value: a decimal number with blanks around it trimmed; `true` and `false` are 1 and 0. */
function parseValue(written) {
    if (typeof written === 'number') {
        return Number.isFinite(written)
            ? { ok: written }
            : { rule: VALUE_RULE, cure: 'Leave the metric out instead.' };
    }
    if (typeof written === 'boolean')
        return { ok: written ? 1 : 0 };
    if (typeof written === 'bigint')
        return parseValue(Number(written));
    if (typeof written !== 'string')
        return { rule: VALUE_RULE, cure: 'Give a number.' };
    return parseValueText(written.trim());
}
function parseValueText(text) {
    if (text === 'true')
        return { ok: 1 };
    if (text === 'false')
        return { ok: 0 };
    if (text === '') {
        return {
            rule: VALUE_RULE,
            cure: 'An empty ${{ }} expression is the usual cause: does the step or output it names exist, and did it run?',
        };
    }
    const value = DECIMAL.test(text) ? Number(text) : Number.NaN;
    return Number.isFinite(value) ? { ok: value } : { rule: VALUE_RULE, cure: cureOf(text) };
}
function cureOf(text) {
    if (/^[+-]?0x/i.test(text))
        return 'Write it in decimal.';
    if (/^[\d.,_' ]+$/.test(text))
        return 'Write it without separators, with a point for the fraction.';
    if (/^[+-]?[\d.]+\s*[%a-zA-Z]+$/.test(text))
        return 'Write it without its unit.';
    if (/^(null|~)$/i.test(text))
        return 'Leave the metric out instead.';
    return 'Give a number.';
}
const TIMESTAMP_RULE = `a timestamp is epoch seconds from 1 to ${MAX_TIMESTAMP}, or ISO 8601 with a zone`;
/** Whole epoch seconds: from a number, its text, an ISO 8601 text with a zone, or a `Date`; a fraction is floored. */
function parseTimestamp(written) {
    if (written instanceof Date)
        return checkSeconds(written.getTime() / 1000);
    if (typeof written === 'number')
        return checkSeconds(written);
    if (typeof written === 'bigint')
        return checkSeconds(Number(written));
    if (typeof written !== 'string')
        return { rule: TIMESTAMP_RULE, cure: 'Give epoch seconds.' };
    const text = written.trim();
    if (DECIMAL.test(text))
        return checkSeconds(Number(text));
    return parseIso8601(text);
}
function checkSeconds(seconds) {
    if (seconds > FIRST_MILLISECONDS && Number.isFinite(seconds)) {
        return { rule: TIMESTAMP_RULE, cure: 'It looks like milliseconds: divide by 1000.' };
    }
    const whole = Math.floor(seconds);
    if (whole >= 1 && whole <= MAX_TIMESTAMP)
        return { ok: whole };
    return { rule: TIMESTAMP_RULE, cure: 'Leave the timestamp out for "now".' };
}
function parseIso8601(text) {
    const match = ISO_8601.exec(text);
    if (match === null) {
        const zoneless = ISO_8601.test(`${text}Z`);
        return {
            rule: TIMESTAMP_RULE,
            cure: zoneless ? 'Add the zone, such as Z or +02:00.' : 'Write it like 2026-01-31T12:00:00Z.',
        };
    }
    const [, date = '', time = '', , hours, minutes = '00'] = match;
    const zone = hours === undefined ? 'Z' : `${hours}:${minutes}`;
    const midnight = new Date(`${date}T00:00:00Z`);
    // The engine rolls 30 February over to March; such a day is nobody's.
    const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(date);
    const instant = exists ? Date.parse(`${date}T${time.replace(',', '.')}${zone}`) : Number.NaN;
    if (Number.isNaN(instant))
        return { rule: TIMESTAMP_RULE, cure: 'There is no such day or time.' };
    return checkSeconds(instant / 1000);
}

;// CONCATENATED MODULE: ./lib/format/path.js
/** Punctuation that Graphite can query by name, beyond the set that every receiver and relay passes on unchanged. */
const EXTRA_CHARACTERS = '!#$%&+<=>@^`~';
/** The longest node, in bytes: with its file's ending it must fit a file name of 255 bytes. */
const MAX_NODE_BYTES = 250;
const PORTABLE = 'A-Za-z0-9_:\\-';
const COMBINING_MARKS = /[\u0300-\u036f]/g;
/** The path rules for a run that admits `extraCharacters` (some of {@link EXTRA_CHARACTERS}) in names. */
function createPathRules(extraCharacters = '') {
    const admitted = PORTABLE + extraCharacters.replace(/[\\\]^-]/g, '\\$&');
    const finished = new RegExp(`^[${admitted}]+(?:\\.[${admitted}]+)*$`);
    const others = new RegExp(`[^${admitted}]+`, 'g');
    // NFD, never NFKD: that one turns a full-width dot or a one-dot leader into a dot, and so one node into two.
    const formatNode = (text) => text.normalize('NFD').replace(COMBINING_MARKS, '').replace(others, '_');
    const formatDotted = (text) => {
        if (finished.test(text))
            return text;
        return text
            .split('.')
            .map(formatNode)
            .filter((node) => node !== '')
            .join('.');
    };
    return { formatDotted, formatNode };
}
/** `org/repo.js` → `org.repo_js`: a source has one node per part between slashes. */
function formatSource(source, rules) {
    return joinPath(source.split('/').map(rules.formatNode));
}
/** Joins parts of a path with dots; empty and absent parts are left out. */
function joinPath(parts) {
    return parts.filter((part) => part !== undefined && part !== '').join('.');
}
/** The first node of a path that is longer than a file name may be, if there is one. */
function findLongNode(path) {
    if (path.length <= MAX_NODE_BYTES)
        return undefined;
    return path.split('.').find((node) => node.length > MAX_NODE_BYTES);
}

;// CONCATENATED MODULE: ./lib/collect/full-lines.js



const NODE = `[A-Za-z0-9_:!#$%&+<=>@^\`~-]{1,${MAX_NODE_BYTES}}`;
// Printable ASCII without ; ! ^ = in names, without ; in values.
const TAG_NAME = '(?!name=)[\\x22-\\x3a\\x3c\\x3e-\\x5d\\x5f-\\x7e]{1,200}';
const TAG_VALUE = '[\\x21-\\x3a\\x3c-\\x7d][\\x21-\\x3a\\x3c-\\x7e]{0,199}';
const VALUE = '[+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?';
const FULL_LINE = new RegExp(`^(${NODE}(?:\\.${NODE})*(?:;${TAG_NAME}=${TAG_VALUE})*) (${VALUE}) ([1-9]\\d{0,9})$`);
/** A checker of full lines: each goes out exactly as it stands, or is a fault. */
function createLineChecker(origin, faults) {
    return {
        startWindow: () => { },
        format(line) {
            const match = FULL_LINE.exec(line.text);
            const at = `${origin}, line ${line.number}`;
            if (match === null || !line.ended) {
                const cause = line.ended ? 'one space between the fields, no CR' : 'and ends with a line feed';
                const cure = line.ended ? 'Use data-file for other lines.' : 'Was the file cut off?';
                faults.add({
                    at,
                    rule: `a line to replay is "path value timestamp", ${cause}`,
                    value: line.text,
                    cure,
                });
                return undefined;
            }
            const [, path = '', value = '', timestamp = ''] = match;
            if (line.text.length >= MAX_LINE_BYTES) {
                faults.add({ at, rule: `a line has at most ${MAX_LINE_BYTES} bytes`, value: line.text });
                return undefined;
            }
            if (Number(timestamp) > MAX_TIMESTAMP || !Number.isFinite(Number(value))) {
                const rule = `a value is finite and a timestamp at most ${MAX_TIMESTAMP} (seconds)`;
                faults.add({ at, rule, value: line.text, cure: 'Correct or remove the line.' });
                return undefined;
            }
            return { line: `${line.text}\n`, path, value, timestamp: Number(timestamp) };
        },
    };
}

;// CONCATENATED MODULE: ./lib/collect/tree.js

const MAX_DEPTH = 100;
const LIST_KEYS = new Set(['metric', 'value', 'timestamp', 'tags']);
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
        faults.add({ at: origin, rule: SHAPE_RULE, value: String(tree), cure: 'Write "name: number".' });
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
            value: String(item),
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
    const written = { origin, name: String(metric), value };
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
    return Object.fromEntries(entriesOf(tree).map(([name, value]) => [name, String(value)]));
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
            faults.add({ at: `${origin}, ${(0,errors/* quote */.hD)(name)}`, rule: 'a list inside a map is not a number', cure });
        }
        else {
            metrics.push({ origin, name, value });
        }
    }
}
function findFieldFault(fields) {
    for (const key in fields) {
        if (!LIST_KEYS.has(key)) {
            const cure = 'Correct its spelling, or remove it.';
            return { rule: `an item has the keys ${[...LIST_KEYS].join(', ')} and no other`, value: key, cure };
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
    return entries.map(([key, value]) => [String(key), value]);
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

;// CONCATENATED MODULE: ./lib/format/tags.js
const MAX_TAG_BYTES = 200;
const NAME = /^[\x21-\x7e]+$/;
/** The tags as the line carries them, `;a=1;b=2`, sorted by name; empty where there are none. */
function formatTags(tags) {
    return Object.keys(tags)
        .sort()
        .map((name) => `;${name}=${tags[name]}`)
        .join('');
}
/** The faults of a map of tags; `at` says where it stands. Rules: Graphite's documentation on tags, made stricter. */
function findTagFaults(tags, at) {
    return Object.entries(tags).flatMap(([name, value]) => {
        const fault = findNameFault(name) ?? findValueFault(value);
        return fault === undefined ? [] : [{ at: `${at}, tag ${JSON.stringify(name).slice(0, 100)}`, ...fault }];
    });
}
function findNameFault(name) {
    if (!NAME.test(name) || /[;!^=]/.test(name) || name.length > MAX_TAG_BYTES) {
        return {
            rule: `a tag's name is 1 to ${MAX_TAG_BYTES} printable ASCII characters, none of them blank or one of ; ! ^ =`,
            value: name,
            cure: 'Rename the tag.',
        };
    }
    if (name === 'name') {
        return {
            rule: 'a tag cannot be called "name", which stands for the path itself',
            value: name,
            cure: 'Rename the tag.',
        };
    }
    return undefined;
}
function findValueFault(value) {
    if (NAME.test(value) && !value.includes(';') && !value.startsWith('~') && value.length <= MAX_TAG_BYTES) {
        return undefined;
    }
    return {
        rule: `a tag's value is 1 to ${MAX_TAG_BYTES} printable ASCII characters, none of them blank or ";", the first not "~"`,
        value,
        cure: 'Change the value, or leave the tag out.',
    };
}

// EXTERNAL MODULE: ./lib/config/options.js
var config_options = __webpack_require__(1236);
// EXTERNAL MODULE: ./lib/config/parse-server.js
var parse_server = __webpack_require__(2657);
;// CONCATENATED MODULE: ./lib/config/scalars.js
/** Reads options that are one scalar each; a fault is gathered and the fallback taken, so that all faults are found. */
class ScalarReader {
    #faults;
    constructor(faults) {
        this.#faults = faults;
    }
    integer(written, option) {
        const { name, fallback, min, max } = option;
        const text = textOf(written) ?? fallback;
        const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
        if (number >= min && number <= max)
            return number;
        this.#add({
            at: name,
            rule: `it is a whole number from ${min} to ${max}`,
            value: text,
            cure: `The default is ${fallback}.`,
        });
        return Number(fallback);
    }
    /** A time in seconds, as milliseconds. */
    milliseconds(written, option) {
        const { name, fallback } = option;
        const text = textOf(written) ?? fallback;
        const seconds = /^\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN;
        if (seconds > 0 && seconds <= 86_400)
            return seconds * 1000;
        const rule = 'it is a number of seconds, more than 0 and at most 86400';
        this.#add({ at: name, rule, value: text, cure: `The default is ${fallback}.` });
        return Number(fallback) * 1000;
    }
    boolean(written, option) {
        const text = textOf(written);
        if (text === undefined)
            return option.fallback;
        if (/^(?:true|True|TRUE)$/.test(text))
            return true;
        if (/^(?:false|False|FALSE)$/.test(text))
            return false;
        this.#add({ at: option.name, rule: 'it is true or false', value: text });
        return option.fallback;
    }
    choice(written, option) {
        const text = textOf(written);
        if (text === undefined)
            return option.fallback;
        const chosen = option.choices.find((choice) => choice === text);
        if (chosen === undefined) {
            this.#add({ at: option.name, rule: `it is one of ${option.choices.join(', ')}`, value: text });
        }
        return chosen ?? option.fallback;
    }
    #add(fault) {
        this.#faults.add(fault);
    }
}
function textOf(written) {
    if (written === undefined || written === null)
        return undefined;
    const text = String(written).trim();
    return text === '' ? undefined : text;
}

;// CONCATENATED MODULE: ./lib/config/resolve.js







/** Checks the options that say where and how to send; faults are gathered, and the defaults stand in for what is wrong. */
async function resolveConfig(options, around, faults) {
    const scalars = new ScalarReader(faults);
    const written = (name) => (0,config_options/* defaultOf */.HA)(name, around.face) ?? '';
    const milliseconds = (value, name) => scalars.milliseconds(value, { name, fallback: (0,config_options/* defaultOf */.HA)(name, 'library') ?? '' });
    const dryRun = scalars.boolean(options.dryRun, { name: 'dry-run', fallback: false });
    const port = scalars.integer(options.port, {
        name: 'port',
        fallback: written('port'),
        min: 1,
        max: 65_535,
    });
    const paths = createPathRules(resolveExtraCharacters(options.extraCharacters, faults));
    const writtenGroup = options.group ?? written('group');
    const group = paths.formatDotted(writtenGroup);
    const source = formatSource(options.source ?? around.defaultSource ?? '', paths);
    return {
        server: resolveServer(options.server ?? (0,config_options/* defaultOf */.HA)('server', around.face), { port, dryRun, faults }),
        lines: {
            paths,
            prefix: checkPrefix({ group, source, paths, faults }),
            tags: await resolveTags(options.tags, faults),
            timestamp: resolveTimestamp(options.timestamp, around.nowMs, faults),
        },
        renames: group === writtenGroup ? [] : [{ from: writtenGroup, to: group }],
        batchSize: scalars.integer(options.batchSize, {
            name: 'batch-size',
            fallback: '500',
            min: 1,
            max: 100_000,
        }),
        limits: {
            totalMs: milliseconds(options.timeout, 'timeout'),
            connectMs: milliseconds(options.connectTimeout, 'connect-timeout'),
            writeMs: milliseconds(options.writeTimeout, 'write-timeout'),
            confirmMs: milliseconds(options.confirmTimeout, 'confirm-timeout'),
        },
        dryRun,
    };
}
function resolveServer(text, given) {
    const { port, dryRun, faults } = given;
    if (text === undefined || text.trim() === '') {
        if (!dryRun) {
            const cure = "Set it to Carbon's host; a secret that is empty here (a fork, another environment) is the usual cause.";
            faults.add({ at: 'server', rule: 'it is required', value: '', cure });
        }
        return undefined;
    }
    const parsed = (0,parse_server/* parseServer */.l)(text, port);
    if ('ok' in parsed)
        return parsed.ok;
    faults.add({ at: 'server', ...parsed, value: text });
    return undefined;
}
function resolveExtraCharacters(text, faults) {
    const characters = [...(text ?? '')].filter((character) => character.trim() !== '');
    const strange = characters.filter((character) => !EXTRA_CHARACTERS.includes(character));
    if (strange.length > 0) {
        const cure = 'Graphite cannot query others by name.';
        const rule = `it may hold some of ${[...EXTRA_CHARACTERS].join(' ')}`;
        faults.add({ at: 'extra-characters', rule, value: strange.join(''), cure });
        return '';
    }
    return characters.join('');
}
function checkPrefix(parts) {
    for (const at of ['group', 'source']) {
        const value = findLongNode(parts[at]);
        if (value !== undefined) {
            parts.faults.add({
                at,
                rule: `a node has at most ${MAX_NODE_BYTES} bytes`,
                value,
                cure: 'Shorten it.',
            });
        }
    }
    return joinPath([parts.group, parts.source]);
}
async function resolveTags(written, faults) {
    if (written === undefined || written === '')
        return {};
    let tree = written;
    if (typeof written === 'string') {
        const { parseYaml } = await __webpack_require__.e(/* import() */ 823).then(__webpack_require__.bind(__webpack_require__, 3823));
        const before = faults.count;
        tree = await parseYaml(written, 'tags', faults);
        if (faults.count > before || tree === undefined)
            return {};
    }
    const tags = collectTags(tree, 'tags', faults) ?? {};
    for (const fault of findTagFaults(tags, 'tags'))
        faults.add(fault);
    return tags;
}
function resolveTimestamp(written, nowMs, faults) {
    const now = Math.floor(nowMs / 1000);
    if (written === undefined || written === '')
        return now;
    const parsed = parseTimestamp(written);
    if ('ok' in parsed)
        return parsed.ok;
    faults.add({ at: 'timestamp', ...parsed, value: String(written) });
    return now;
}

;// CONCATENATED MODULE: ./lib/format/batch.js
/** Joins lines into batches of at most `batchSize`. */
class BatchBuilder {
    #batchSize;
    #batches = [];
    #text = '';
    #lines = 0;
    constructor(batchSize) {
        this.#batchSize = batchSize;
    }
    /** How many batches are full. */
    get fullBatches() {
        return this.#batches.length;
    }
    /** `line` ends with its LF. */
    add(line) {
        this.#text += line;
        this.#lines += 1;
        if (this.#lines === this.#batchSize)
            this.#close();
    }
    /** Takes everything added since the last time, the last batch full or not. */
    take() {
        if (this.#lines > 0)
            this.#close();
        const batches = this.#batches;
        this.#batches = [];
        return batches;
    }
    #close() {
        this.#batches.push({ text: this.#text, lines: this.#lines });
        this.#text = '';
        this.#lines = 0;
    }
}

;// CONCATENATED MODULE: ./lib/format/format-windows.js

const MAX_POINTS = 200;
/** Formats a finite list whole, before anything is sent; faults are left in the formatter's list. */
function formatAll(items, lines, rules) {
    const builder = new BatchBuilder(rules.batchSize);
    for (const item of items)
        addLine(builder, lines.format(item), rules.points);
    const batches = builder.take();
    const windows = [];
    for (let start = 0; start < batches.length; start += rules.windowSize) {
        windows.push(batches.slice(start, start + rules.windowSize));
    }
    return windows;
}
/**
 * Formats a stream window by window: a window is yielded when it is full and without a fault. The items come in chunks,
 * because an `await` for each would cost more than formatting it.
 * @throws {InputError} with every fault of the window that has one; that window is not yielded.
 */
async function* formatStream(chunks, lines, rules) {
    const builder = new BatchBuilder(rules.batchSize);
    const takeWindow = () => {
        rules.faults.throwIfAny(rules.consequence());
        lines.startWindow();
        return builder.take();
    };
    for await (const chunk of chunks) {
        for (const item of chunk) {
            addLine(builder, lines.format(item), rules.points);
            if (builder.fullBatches === rules.windowSize)
                yield takeWindow();
        }
    }
    const last = takeWindow();
    if (last.length > 0)
        yield last;
}
function addLine(builder, formatted, points) {
    if (formatted === undefined)
        return;
    builder.add(formatted.line);
    if (points.length < MAX_POINTS) {
        points.push({ path: formatted.path, value: formatted.value, timestamp: formatted.timestamp });
    }
}

;// CONCATENATED MODULE: ./lib/format/series-register.js
/** Remembers the series of one window, so that no two metrics overwrite each other unseen. */
class SeriesRegister {
    #firstTimestamps = new Map();
    /** Only names that changed stand here; any other equals its path. */
    #changedNames = new Map();
    #furtherPoints = new Set();
    /** Registers one point; returns the clash instead where an earlier one stands in its place. */
    add(point) {
        const { series, path, name, timestamp } = point;
        const first = this.#firstTimestamps.get(series);
        if (first === undefined) {
            this.#firstTimestamps.set(series, timestamp);
            if (name !== path)
                this.#changedNames.set(series, name);
            return undefined;
        }
        const earlierName = this.#changedNames.get(series) ?? path;
        if (earlierName !== name)
            return { kind: 'same-path', earlierName };
        const key = `${series} ${timestamp}`;
        if (first === timestamp || this.#furtherPoints.has(key))
            return { kind: 'same-point' };
        this.#furtherPoints.add(key);
        return undefined;
    }
    clear() {
        this.#firstTimestamps.clear();
        this.#changedNames.clear();
        this.#furtherPoints.clear();
    }
}

;// CONCATENATED MODULE: ./lib/format/line-formatter.js






const MAX_RENAMES = 100;
/** Formats metrics to lines one after the other, and gathers the faults and renames that it meets. */
class LineFormatter {
    #rules;
    #faults;
    #register = new SeriesRegister();
    #prefix;
    #runTags;
    #runEnd;
    #renames = [];
    #renameCount = 0;
    constructor(rules, faults) {
        this.#rules = rules;
        this.#faults = faults;
        this.#prefix = rules.prefix === '' ? '' : `${rules.prefix}.`;
        this.#runTags = formatTags(rules.tags);
        this.#runEnd = formatLineEnd(rules.timestamp);
    }
    get renames() {
        return this.#renames;
    }
    get renameCount() {
        return this.#renameCount;
    }
    /** Two metrics are told apart only within one window: a stream of any length fits the memory. */
    startWindow() {
        this.#register.clear();
    }
    /** The metric's line, or nothing where it has a fault. */
    format(metric) {
        const faultsBefore = this.#faults.count;
        const path = this.#formatPath(metric);
        const value = this.#parseValue(metric);
        const timestamp = this.#parseTimestamp(metric);
        const tags = metric.tags === undefined ? this.#runTags : this.#formatTags(metric, metric.tags);
        if (this.#faults.count > faultsBefore)
            return undefined;
        if (!this.#claim(metric, { path, tags, timestamp }))
            return undefined;
        const end = timestamp === this.#rules.timestamp ? this.#runEnd : formatLineEnd(timestamp);
        const fullPath = this.#prefix + path + tags;
        const text = formatValue(value);
        const line = `${fullPath} ${text}${end}`;
        if (line.length > MAX_LINE_BYTES) {
            this.#add(metric, {
                rule: `a line has at most ${MAX_LINE_BYTES} bytes`,
                value: line,
                cure: 'Shorten the name.',
            });
            return undefined;
        }
        return { line, path: fullPath, value: text, timestamp };
    }
    #formatPath(metric) {
        const { name } = metric;
        const path = this.#rules.paths.formatDotted(name);
        if (path === '') {
            const cure = name === '' ? 'Give the metric a name.' : 'Use letters, digits, "_", "-" or ":".';
            this.#add(metric, { rule: 'a path needs at least one node', value: name, cure });
        }
        else if (path !== name) {
            this.#renameCount += 1;
            if (this.#renames.length < MAX_RENAMES)
                this.#renames.push({ from: name, to: path });
        }
        const longNode = findLongNode(path);
        if (longNode !== undefined) {
            const rule = `a node (what stands between two dots) has at most ${MAX_NODE_BYTES} bytes`;
            this.#add(metric, { rule, value: longNode, cure: 'Shorten it.' });
        }
        return path;
    }
    #parseValue(metric) {
        const { value } = metric;
        if (typeof value === 'number' && Number.isFinite(value))
            return value;
        const parsed = parseValue(value);
        if ('ok' in parsed)
            return parsed.ok;
        this.#add(metric, { ...parsed, value: String(value) });
        return 0;
    }
    #parseTimestamp(metric) {
        if (metric.timestamp === undefined)
            return this.#rules.timestamp;
        const parsed = parseTimestamp(metric.timestamp);
        if ('ok' in parsed)
            return parsed.ok;
        this.#add(metric, { ...parsed, value: String(metric.timestamp) });
        return this.#rules.timestamp;
    }
    #formatTags(metric, own) {
        for (const fault of findTagFaults(own, locate(metric)))
            this.#faults.add(fault);
        return formatTags({ ...this.#rules.tags, ...own });
    }
    #claim(metric, made) {
        const { path, tags, timestamp } = made;
        const series = tags === '' ? path : path + tags;
        const clash = this.#register.add({ series, path, name: metric.name, timestamp });
        if (clash === undefined)
            return true;
        const whole = joinPath([this.#rules.prefix, series]);
        if (clash.kind === 'same-path') {
            this.#add(metric, {
                rule: `two names become one path: ${(0,errors/* quote */.hD)(clash.earlierName)} and ${(0,errors/* quote */.hD)(metric.name)} are both ${whole}`,
                cure: 'Rename one of them.',
            });
        }
        else {
            this.#add(metric, {
                rule: `the same path and timestamp are given twice: ${(0,errors/* quote */.hD)(metric.name)} is ${whole} at ${timestamp} both times`,
                cure: 'Keep one of them.',
            });
        }
        return false;
    }
    #add(metric, fault) {
        this.#faults.add({ at: locate(metric), ...fault });
    }
}
function locate(metric) {
    const line = metric.lineNumber === undefined ? '' : `, line ${metric.lineNumber}`;
    return `${metric.origin}${line}, ${(0,errors/* quote */.hD)(metric.name)}`;
}

;// CONCATENATED MODULE: ./lib/collect/split-lines.js

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
    const decode = (chunk) => {
        try {
            return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
        }
        catch {
            const cure = 'Save it as UTF-8 (PowerShell: Out-File -Encoding utf8).';
            throw new errors/* InputError */.dz([{ at: `${origin}, after line ${number}`, rule: 'the file is not UTF-8', cure }]);
        }
    };
    for await (const chunk of bytes) {
        const parts = (pending + decode(chunk)).split('\n');
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

;// CONCATENATED MODULE: ./lib/collect/plain-lines.js

/**
 * The metrics of plain lines `path value [timestamp]`, in chunks; fields stand between blanks, empty lines are passed
 * over. A line of another shape is a fault.
 */
async function* collectPlainLines(bytes, origin, faults) {
    for await (const lines of splitLines(bytes, origin)) {
        const metrics = [];
        for (const line of lines) {
            const metric = collectPlainLine(line, origin, faults);
            if (metric !== undefined)
                metrics.push(metric);
        }
        yield metrics;
    }
}
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/read/files.js



const READ_BYTES = 262_144;
const GLOB = /[*?[\]{}()!]/;
/** Resolves file names and globs (one a line, `!` excludes) below the current directory. Links are not followed by globs. */
async function findFiles(patterns) {
    const included = patterns.filter((pattern) => !pattern.startsWith('!'));
    const excluded = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
    const files = new Set();
    const unmatched = [];
    for (const pattern of included) {
        const found = await findOne(pattern, excluded);
        if (found.length === 0)
            unmatched.push(pattern);
        for (const file of found)
            files.add(file);
    }
    return { files: [...files], unmatched };
}
async function findOne(pattern, excluded) {
    // A name that exists is that file, whatever characters it has; only then is a pattern a pattern.
    const isName = excluded.length === 0 && (pattern === '-' || (await exists(pattern)));
    if (isName)
        return [pattern];
    if (!GLOB.test(pattern) && excluded.length === 0)
        return [];
    const { glob } = await __webpack_require__.e(/* import() */ 382).then(__webpack_require__.bind(__webpack_require__, 3382));
    const found = await glob([toSlashes(pattern)], {
        ignore: excluded.map(toSlashes),
        dot: true,
        followSymbolicLinks: false,
        expandDirectories: false,
    });
    return found.sort();
}
/** The bytes of a file, in chunks. @throws {InputError} where it cannot be read. */
async function* readBytes(path, at) {
    try {
        yield* (0,external_node_fs_.createReadStream)(path, { highWaterMark: READ_BYTES });
    }
    catch (error) {
        throw new errors/* InputError */.dz([explainFileError(error, { path, at })]);
    }
}
/** The text of a whole UTF-8 file; a byte order mark is dropped. @throws {InputError} where it cannot be read. */
async function readText(path, at) {
    let bytes;
    try {
        bytes = await (0,promises_.readFile)(path);
    }
    catch (error) {
        throw new errors/* InputError */.dz([explainFileError(error, { path, at })]);
    }
    return decodeText(bytes, at);
}
/** Bytes as UTF-8 text without its byte order mark. @throws {InputError} where they are not. */
function decodeText(bytes, at) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        throw new errors/* InputError */.dz([{ at, rule: 'the file is not UTF-8', cure: 'Save it as UTF-8.' }]);
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
    return {
        at: file.at,
        rule,
        value: file.path,
        cure: 'Give the name of a file, or a glob such as reports/**/*.txt.',
    };
}
async function exists(path) {
    return (0,promises_.stat)(path).then(() => true, () => false);
}
function toSlashes(pattern) {
    return process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern;
}

;// CONCATENATED MODULE: ./lib/read/sources.js






/** Reads what is finite, and opens what is streamed. Every fault is gathered. */
async function readSources(options, around, faults) {
    const reader = new SourceReader(options, around, faults);
    const metrics = [
        ...readMetric(options, faults),
        ...(await reader.readData()),
        ...(await reader.readDataFiles()),
    ];
    const streams = [...(await reader.openFiles()), ...openIterable(options.data, faults)];
    const replays = await reader.openReplays();
    return { metrics, streams, replays, warnings: reader.warnings, mayBeEmpty: reader.mayBeEmpty };
}
function readMetric(options, faults) {
    const { metric = '', value } = options;
    if (metric !== '')
        return [{ origin: 'metric', name: metric, value: value ?? '' }];
    if (value !== undefined && value !== '') {
        faults.add({
            at: 'value',
            rule: 'a value needs a metric',
            value: String(value),
            cure: 'Set metric to its name.',
        });
    }
    return [];
}
function openIterable(data, faults) {
    if (data === undefined || typeof data !== 'object' || Array.isArray(data) || data instanceof Map)
        return [];
    if (Symbol.iterator in data)
        return [[collectItems(data, faults)]];
    if (Symbol.asyncIterator in data)
        return [collectAsync(data, faults)];
    return [];
}
function* collectItems(items, faults) {
    for (const item of items) {
        const metric = collectItem(item, 'data', faults);
        if (metric !== undefined)
            yield metric;
    }
}
async function* collectAsync(items, faults) {
    for await (const item of items) {
        const metric = collectItem(item, 'data', faults);
        if (metric !== undefined)
            yield [metric];
    }
}
class SourceReader {
    warnings = [];
    mayBeEmpty = false;
    #options;
    #around;
    #faults;
    constructor(options, around, faults) {
        this.#options = options;
        this.#around = around;
        this.#faults = faults;
    }
    async readData() {
        const { data } = this.#options;
        if (data === undefined || data === '')
            return [];
        if (typeof data === 'string')
            return this.#collectYaml(data, 'data');
        const isStream = !Array.isArray(data) &&
            !(data instanceof Map) &&
            (Symbol.iterator in data || Symbol.asyncIterator in data);
        return isStream ? [] : collectTree(data, 'data', this.#faults);
    }
    async readDataFiles() {
        const format = new ScalarReader(this.#faults).choice(this.#options.dataFormat, {
            name: 'data-format',
            choices: ['data', 'lines', ''],
            fallback: '',
        });
        const option = this.#around.face === 'cli' ? '--data' : 'data-file';
        const metrics = [];
        for (const file of await this.#find(this.#options.dataFile, option)) {
            const isTree = format === '' ? /\.(?:ya?ml|json)$/i.test(file) : format === 'data';
            const origin = `${option} ${file}`;
            await this.#gather(async () => {
                if (isTree) {
                    for (const metric of await this.#collectYaml(await this.#text(file, origin), origin))
                        metrics.push(metric);
                }
                else {
                    for await (const chunk of collectPlainLines(this.#bytes(file, origin), origin, this.#faults)) {
                        for (const metric of chunk)
                            metrics.push(metric);
                    }
                }
            });
        }
        return metrics;
    }
    async openFiles() {
        const files = await this.#find(this.#options.file, 'file');
        return files.map((file) => collectPlainLines(this.#bytes(file, `file ${file}`), `file ${file}`, this.#faults));
    }
    async openReplays() {
        const files = await this.#find(this.#options.replay, 'replay');
        return files.map((file) => {
            const origin = `replay ${file}`;
            return { origin, lines: splitLines(this.#bytes(file, origin), origin) };
        });
    }
    async #collectYaml(text, origin) {
        const { parseYaml } = await __webpack_require__.e(/* import() */ 823).then(__webpack_require__.bind(__webpack_require__, 3823));
        const tree = await parseYaml(text, origin, this.#faults);
        return tree === undefined ? [] : collectTree(tree, origin, this.#faults);
    }
    async #find(patterns, option) {
        const list = (typeof patterns === 'string' ? patterns.split(/\r?\n/) : (patterns ?? []))
            .map((pattern) => pattern.trim())
            .filter((pattern) => pattern !== '');
        if (list.length === 0)
            return [];
        const policy = new ScalarReader(this.#faults).choice(this.#options.ifNoFilesFound, {
            name: 'if-no-files-found',
            choices: ['error', 'warn', 'ignore'],
            fallback: 'error',
        });
        if (policy !== 'error')
            this.mayBeEmpty = true;
        const { files, unmatched } = await findFiles(list);
        for (const pattern of unmatched) {
            const fault = {
                at: option,
                rule: 'no file matches',
                value: pattern,
                cure: 'Paths are relative to the current directory.',
            };
            if (policy === 'error')
                this.#faults.add(fault);
            if (policy === 'warn')
                this.warnings.push((0,errors/* formatFault */.A)(fault));
        }
        return files;
    }
    async *#bytes(file, origin) {
        const { stdin, onRead } = this.#around;
        for await (const chunk of file === '-' && stdin !== undefined ? stdin : readBytes(file, origin)) {
            onRead?.(chunk.length);
            yield chunk;
        }
    }
    async #text(file, origin) {
        if (file !== '-' || this.#around.stdin === undefined)
            return readText(file, origin);
        const chunks = [];
        for await (const chunk of this.#around.stdin)
            chunks.push(chunk);
        return decodeText(Buffer.concat(chunks), origin);
    }
    /** An unreadable file is one fault among others. */
    async #gather(read) {
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

;// CONCATENATED MODULE: ./lib/run.js


/** Batches that one connection carries: what a fault can put in doubt, and what a stream holds in memory. */
const WINDOW_BATCHES = 64;
const NOTHING_TO_SEND = {
    at: 'metrics',
    rule: 'there is nothing to send',
    cure: 'Set metric and value, data, data-file or replay; is what fills them empty?',
};
/** One run's state: what was formatted, what was sent, and how long it may take. */
class Run {
    windowRules;
    #config;
    #sender;
    #signal;
    #points = [];
    #linesMade = 0;
    #formatter;
    constructor(config, sender, signal) {
        this.#config = config;
        this.#sender = sender;
        this.#signal = signal;
        this.windowRules = { batchSize: config.batchSize, windowSize: WINDOW_BATCHES, points: this.#points };
    }
    static async start(config, options) {
        return new Run(config, await createSender(config, options), options.signal);
    }
    /** The formatter whose renames belong to this run. */
    renamedBy(formatter) {
        this.#formatter = formatter;
    }
    async send(window, signal) {
        for (const batch of window)
            this.#linesMade += batch.lines;
        await this.#sender.send(window, signal);
    }
    /** Ends what is sent with it when the run's total is over. */
    startBudget() {
        const { totalMs } = this.#config.limits;
        const controller = new AbortController();
        const message = `Sending was not done within ${totalMs / 1000} s, the timeout.`;
        const over = () => controller.abort(new errors/* SendError */.v8(message, { retryable: false, code: 'ETIMEDOUT' }));
        setTimeout(over, totalMs).unref();
        return AbortSignal.any([controller.signal, this.noBudget()]);
    }
    /** Ends only when the caller says so. */
    noBudget() {
        return this.#signal ?? new AbortController().signal;
    }
    /** What a fault in a stream found already done. */
    describeSent() {
        const { lines } = this.#sender.tally;
        return lines === 0 ? 'Nothing was sent.' : `The ${lines} lines before this window had been sent.`;
    }
    /** @throws {InputError} where the run had nothing to send. */
    finish(sources) {
        if (this.#linesMade === 0) {
            if (!sources.mayBeEmpty)
                throw new errors/* InputError */.dz([NOTHING_TO_SEND]);
            return this.toResult('skipped', sources.warnings);
        }
        return this.toResult(this.#config.dryRun ? 'dry-run' : this.#sender.tally.delivery, sources.warnings);
    }
    toResult(delivery, warnings) {
        const { batches, lines, bytes, evidence } = this.#sender.tally;
        const { server, renames } = this.#config;
        return {
            delivery,
            ...(server === undefined ? {} : { server: (0,parse_server/* formatServer */.x)(server) }),
            ...(evidence === undefined ? {} : { evidence }),
            batches,
            lines,
            bytes,
            linesMade: this.#linesMade,
            points: this.#points,
            renamed: [...renames, ...(this.#formatter?.renames ?? [])],
            renamedCount: renames.length + (this.#formatter?.renameCount ?? 0),
            warnings,
        };
    }
}
async function createSender(config, options) {
    const { server, limits } = config;
    if (config.dryRun || server === undefined) {
        const { DryRunSender } = await __webpack_require__.e(/* import() */ 947).then(__webpack_require__.bind(__webpack_require__, 3947));
        return new DryRunSender(options.onDryRun);
    }
    const [{ WindowSender }, { connectTcp }] = await Promise.all([
        __webpack_require__.e(/* import() */ 113).then(__webpack_require__.bind(__webpack_require__, 6113)),
        __webpack_require__.e(/* import() */ 410).then(__webpack_require__.bind(__webpack_require__, 6410)),
    ]);
    return new WindowSender(({ signal }) => connectTcp(server, { limits, signal }), options.onProgress);
}

;// CONCATENATED MODULE: ./lib/publish.js








/**
 * The use case: collects the metrics that the options name, formats them, sends them, and says what became of them.
 * What is finite is checked whole before anything is sent; a stream is checked window by window.
 * @throws {InputError} with every fault of the input. @throws {SendError} where the delivery failed. Both carry the
 * Result of what had been done by then.
 */
async function publish_publish(options, around) {
    const faults = around.faults ?? new Faults();
    const config = await resolveConfig(options, around, faults);
    const sources = await readSources(options, around, faults);
    const run = await Run.start(config, options);
    try {
        const lines = new LineFormatter(config.lines, faults);
        run.renamedBy(lines);
        const rules = { ...run.windowRules, faults, consequence: () => run.describeSent() };
        const windows = formatAll(sources.metrics, lines, rules);
        faults.throwIfAny();
        const budget = run.startBudget();
        for (const window of windows)
            await run.send(window, budget);
        for (const stream of sources.streams) {
            lines.startWindow();
            for await (const window of formatStream(stream, lines, rules))
                await run.send(window, run.startBudget());
        }
        for (const replay of sources.replays) {
            const checker = createLineChecker(replay.origin, faults);
            for await (const window of formatStream(replay.lines, checker, rules))
                await run.send(window, run.noBudget());
        }
        return run.finish(sources);
    }
    catch (error) {
        if (error instanceof errors/* CarbonError */.kk)
            error.result = run.toResult('failed', sources.warnings);
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/report/verdict.js
/** One sentence on how the run ended, in exact words: nothing is called stored that was not read back. */
function formatVerdict(result) {
    const amount = formatAmount(result);
    const server = result.server ?? 'no server';
    switch (result.delivery) {
        case 'confirmed':
            return `Confirmed: ${amount}; ${server} closed after reading everything.`;
        case 'sent':
            return `Sent, not confirmed: ${amount}; ${server} did not close in time, so nobody knows what it read.`;
        case 'failed':
            return result.lines === 0
                ? `Failed: nothing was delivered to ${server}.`
                : `Failed: only ${amount} went to ${server} before.`;
        case 'skipped':
            return 'Skipped: there was nothing to send.';
        case 'dry-run':
            return `Dry run: ${count(result.linesMade, 'line')} made, nothing sent.`;
    }
}
/** The renames of a run in one message; nothing where no name changed. */
function formatRenames(result) {
    if (result.renamedCount === 0)
        return undefined;
    const shown = result.renamed.slice(0, 10).map(({ from, to }) => `${quoteShort(from)} → ${to}`);
    const rest = result.renamedCount - shown.length;
    const more = rest > 0 ? `, … and ${rest} more` : '';
    const what = result.renamedCount === 1 ? 'A name was' : `${result.renamedCount} names were`;
    return `${what} changed to what every receiver keeps: ${shown.join(', ')}${more}.`;
}
/** `3 metrics in 1 batch (97 bytes)`. */
function formatAmount(result) {
    return `${count(result.lines, 'metric')} in ${count(result.batches, 'batch')} (${count(result.bytes, 'byte')})`;
}
function count(number, word) {
    const plural = word.endsWith('ch') ? `${word}es` : `${word}s`;
    return `${number} ${number === 1 ? word : plural}`;
}
function quoteShort(text) {
    return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}
/** Where the metrics of a run lie: the path of one, or the first path of several. */
function formatLocation(result) {
    const [first] = result.points;
    if (first === undefined)
        return '';
    return result.linesMade === 1 ? ` Path: ${first.path}` : ` First path: ${first.path}`;
}

;// CONCATENATED MODULE: ./lib/update.js

/**
 * Sends one metric and resolves when it is confirmed or sent.
 * @throws {InputError} where the input is wrong; nothing was sent.
 * @throws {SendError} where the delivery failed; `result` says what is known.
 */
function update(options) {
    return publishFromHere(options);
}
/**
 * Sends many metrics, cut into batches of 500 lines, each one multi-line update.
 * @throws {InputError} where the input is wrong; of a stream, what was sent before stands in `result`.
 * @throws {SendError} where the delivery failed; `result` says what had been confirmed.
 */
function bulkUpdate(options) {
    return publishFromHere(options);
}
async function publishFromHere(options) {
    const nowMs = Date.now();
    const defaultSource = options.source === undefined ? await readHostName() : undefined;
    return publish(options, { face: 'library', nowMs, defaultSource });
}
/** This host's name up to the first dot. */
async function readHostName() {
    const { hostname } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8161, 19));
    return hostname().split('.')[0] ?? '';
}

;// CONCATENATED MODULE: ./lib/cli/default-source.js

/** Where a CI system says what it builds; its host names are random, and every run would make new series. */
const CI_VARIABLES = ['GITHUB_REPOSITORY', 'CI_PROJECT_PATH', 'JOB_NAME'];
/** The source where none is given: the CI system's repository or job where there is one, else this host's short name. */
async function findDefaultSource(env) {
    const inCi = env['CI'] !== undefined && env['CI'] !== '' && env['CI'] !== 'false';
    const named = inCi ? CI_VARIABLES.map((name) => env[name]).find((value) => value) : undefined;
    return named ?? readHostName();
}

;// CONCATENATED MODULE: ./lib/cli/progress.js
const WIDTH = 30;
const REDRAW_MS = 100;
/** Draws a bar on standard error for `totalBytes` to be read; nothing where that is no terminal or the total is unknown. */
function startProgress(totalBytes) {
    const { stderr } = process;
    if (totalBytes === undefined || totalBytes === 0 || !stderr.isTTY)
        return undefined;
    let read = 0;
    let drawnAt = 0;
    return {
        add(bytes) {
            read += bytes;
            const now = performance.now();
            if (now - drawnAt < REDRAW_MS)
                return;
            drawnAt = now;
            stderr.write(`\r${formatBar(read / totalBytes)}`);
        },
        end() {
            if (drawnAt > 0)
                stderr.write('\r\u001b[K');
        },
    };
}
/** `[#####     ]  50 %` for a share from 0 to 1. */
function formatBar(share) {
    const part = Math.min(1, Math.max(0, share));
    const full = Math.round(part * WIDTH);
    return `[${'#'.repeat(full)}${' '.repeat(WIDTH - full)}] ${String(Math.floor(part * 100)).padStart(3)} %`;
}

;// CONCATENATED MODULE: ./lib/cli/publish-command.js







/** Sends what the flags name; returns the exit code. */
async function runPublish(flags, io) {
    const { console } = io;
    const faults = new Faults();
    const options = toOptions(flags, { console, faults });
    const stopping = stopOnSignal();
    const progress = flags['quiet'] === true ? undefined : await startProgress(await sizeOf(flags['file']));
    try {
        const result = await publish_publish({ ...options, signal: stopping.signal }, {
            face: 'cli',
            nowMs: Date.now(),
            faults,
            defaultSource: options.source === undefined ? await findDefaultSource(io.env) : undefined,
            stdin: process.stdin,
            onRead: progress?.add,
        });
        progress?.end();
        tell(result, flags, console);
        return 0;
    }
    catch (error) {
        progress?.end();
        if (!(error instanceof errors/* CarbonError */.kk))
            throw error;
        tellError(error, flags, console);
        return error instanceof errors/* InputError */.dz ? 2 : 1;
    }
    finally {
        stopping.end();
    }
}
function tell(result, flags, console) {
    if (flags['json'] === true) {
        console.exact(`${JSON.stringify(result)}\n`);
        return;
    }
    const renames = formatRenames(result);
    if (renames !== undefined)
        console.err(renames);
    for (const warning of result.warnings)
        console.err(warning);
    if (flags['debug'] === true)
        tellPoints(result, console);
    // A dry run's standard output is the lines alone, for whatever reads them.
    if (result.delivery === 'sent' || result.delivery === 'dry-run')
        console.err(formatVerdict(result));
    else if (flags['quiet'] !== true)
        console.out(`${formatVerdict(result)}${formatLocation(result)}`);
}
function tellError(error, flags, console) {
    if (flags['json'] === true) {
        console.exact(`${JSON.stringify({ ...error.result, delivery: 'failed', error: error.message })}\n`);
    }
    console.err(`carbonclient: ${error.message}`);
    if (error.result !== undefined && error.result.lines > 0)
        console.err(formatVerdict(error.result));
    if (flags['debug'] === true && error.cause instanceof Error)
        console.err(error.cause.stack ?? '');
}
function tellPoints(result, console) {
    for (const { path, value, timestamp } of result.points)
        console.err(`${path} ${value} ${timestamp}`);
}
function toOptions(flags, around) {
    const text = (name) => typeof flags[name] === 'string' ? flags[name] : undefined;
    const list = (name) => (Array.isArray(flags[name]) ? flags[name] : []);
    return {
        server: text('server'),
        port: text('port'),
        group: text('group'),
        source: text('source'),
        metric: text('metric'),
        value: text('value'),
        dataFile: list('data'),
        dataFormat: 'data',
        file: list('file'),
        replay: list('replay'),
        tags: toTags(list('tag'), around.faults),
        timestamp: text('timestamp'),
        extraCharacters: text('extraCharacters'),
        batchSize: text('batchSize'),
        timeout: text('timeout'),
        connectTimeout: text('connectTimeout'),
        writeTimeout: text('writeTimeout'),
        confirmTimeout: text('confirmTimeout'),
        dryRun: flags['dryRun'] === true,
        onDryRun: around.console.exact,
    };
}
function toTags(pairs, faults) {
    const tags = [];
    for (const pair of pairs) {
        const [name = '', ...rest] = pair.split('=');
        if (rest.length === 0)
            faults.add({ at: '--tag', rule: 'a tag is name=value', value: pair, cure: 'Add "=value".' });
        else
            tags.push([name, rest.join('=')]);
    }
    return Object.fromEntries(tags);
}
/** The bytes of the streamed files together; nothing where one of them has no size. */
async function sizeOf(files) {
    if (!Array.isArray(files) || files.length === 0 || files.includes('-'))
        return undefined;
    const sizes = await Promise.all(files.map((file) => (0,promises_.stat)(file).then(({ size }) => size, () => Number.NaN)));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    return Number.isNaN(total) ? undefined : total;
}
function stopOnSignal() {
    const controller = new AbortController();
    const stop = () => controller.abort();
    process.once('SIGINT', stop).once('SIGTERM', stop);
    const end = () => void process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
    return { signal: controller.signal, end };
}


/***/ }),

/***/ 2657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ parseServer),
/* harmony export */   x: () => (/* binding */ formatServer)
/* harmony export */ });
const CURE = 'Write host, host:port or [v6]:port.';
/** `host`, `host:port`, `[v6]:port` or a bare IPv6 address; a port in the text beats `port`. */
function parseServer(text, port) {
    const trimmed = text.trim();
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed)) {
        return { rule: 'a server is a host, not a URL', cure: CURE };
    }
    const bracketed = /^\[([0-9a-fA-F:.]+(?:%[\w.-]+)?)\](?::(\d+))?$/.exec(trimmed);
    const bare = /^[0-9a-fA-F]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(?:%[\w.-]+)?$/.exec(trimmed);
    const named = /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_.])?)(?::(\d+))?$/.exec(trimmed);
    const host = bracketed?.[1] ?? bare?.[0] ?? named?.[1];
    if (host === undefined)
        return { rule: 'a server is a host name or an address', cure: CURE };
    const written = bracketed?.[2] ?? (bare === null ? named?.[2] : undefined);
    const chosen = written === undefined ? port : Number(written);
    if (chosen < 1 || chosen > 65_535)
        return { rule: 'a port is a whole number from 1 to 65535', cure: CURE };
    return { ok: { host, port: chosen } };
}
/** `host:port`, an IPv6 address in brackets. */
function formatServer(server) {
    return server.host.includes(':') ? `[${server.host}]:${server.port}` : `${server.host}:${server.port}`;
}


/***/ })

};
