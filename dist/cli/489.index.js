"use strict";
exports.id = 489;
exports.ids = [489];
exports.modules = {

/***/ 489:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPublish: () => (/* binding */ runPublish)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./.cache/bundle/errors.js
var bundle_errors = __webpack_require__(5523);
// EXTERNAL MODULE: ./.cache/bundle/faults.js
var bundle_faults = __webpack_require__(7713);
// EXTERNAL MODULE: ./.cache/bundle/format/parse-value.js
var parse_value = __webpack_require__(4767);
// EXTERNAL MODULE: ./.cache/bundle/format/path.js
var format_path = __webpack_require__(2417);
;// CONCATENATED MODULE: ./.cache/bundle/format/tags.js

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
        return fault === undefined ? [] : [{ at: `${at}, tag ${(0,bundle_errors/* quote */.hD)(name)}`, ...fault }];
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

// EXTERNAL MODULE: ./.cache/bundle/config/defaults.js
var defaults = __webpack_require__(9359);
;// CONCATENATED MODULE: ./.cache/bundle/config/parse-server.js
/** A list of servers between commas, in order of preference; `port` is for those that name none. */
function parseServers(text, port) {
    const servers = [];
    for (const entry of text.split(',')) {
        if (entry.trim() === '')
            return { rule: 'a list of servers has no empty entry', cure: 'Remove the comma.' };
        const parsed = parseServer(entry, port);
        if (!('ok' in parsed))
            return parsed;
        servers.push(parsed.ok);
    }
    return { ok: servers };
}
const CURE = 'Write host, host:port or [v6]:port.';
const NAMED = /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_.])?)(?::(\d+))?$/;
const BRACKETED = /^\[([0-9a-fA-F:.]+(?:%[\w.-]+)?)\](?::(\d+))?$/;
const BARE = /^([0-9a-fA-F]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(?:%[\w.-]+)?)$/;
/** `host`, `host:port`, `[v6]:port` or a bare IPv6 address; a port in the text beats `port`. */
function parseServer(text, port) {
    const trimmed = text.trim();
    const [, host, written] = NAMED.exec(trimmed) ?? BRACKETED.exec(trimmed) ?? BARE.exec(trimmed) ?? [];
    if (host === undefined) {
        const isUrl = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed);
        return {
            rule: isUrl ? 'a server is a host, not a URL' : 'a server is a host name or an address',
            cure: CURE,
        };
    }
    const chosen = written === undefined ? port : Number(written);
    if (chosen < 1 || chosen > 65_535)
        return { rule: 'a port is a whole number from 1 to 65535', cure: CURE };
    return { ok: { host, port: chosen } };
}
/** `host:port`, an IPv6 address in brackets. */
function formatServer(server) {
    return server.host.includes(':') ? `[${server.host}]:${server.port}` : `${server.host}:${server.port}`;
}

// EXTERNAL MODULE: ./.cache/bundle/config/scalars.js
var config_scalars = __webpack_require__(5004);
;// CONCATENATED MODULE: ./.cache/bundle/config/resolve-tls.js

/** How to speak TLS, each certificate as it was written: PEM text or a path. Nothing where TLS is not asked for. */
function resolveTls(options, faults) {
    const isOn = new config_scalars/* ScalarReader */.u(faults).boolean(options.tls, { name: 'tls', fallback: false });
    const given = {
        'tls-ca': toGiven(options.tlsCa),
        'tls-cert': toGiven(options.tlsCert),
        'tls-key': toGiven(options.tlsKey),
        'tls-server-name': toGiven(options.tlsServerName),
    };
    if (!isOn) {
        for (const [at, value] of Object.entries(given)) {
            if (value !== undefined)
                faults.add({ at, rule: 'it needs tls', cure: 'Set tls: true.' });
        }
        return undefined;
    }
    if ((given['tls-cert'] === undefined) !== (given['tls-key'] === undefined)) {
        const [at, other] = given['tls-cert'] === undefined ? ['tls-cert', 'tls-key'] : ['tls-key', 'tls-cert'];
        faults.add({ at, rule: `it is needed with ${other}`, cure: 'Give both or neither.' });
    }
    return {
        ca: given['tls-ca'],
        cert: given['tls-cert'],
        key: given['tls-key'],
        serverName: given['tls-server-name'],
    };
}
function toGiven(text) {
    return text === '' ? undefined : text;
}

;// CONCATENATED MODULE: ./.cache/bundle/config/resolve-verify.js

/** Checks the options for reading back; faults are gathered. Nothing where it is not asked for. */
function resolveVerify(options, faults) {
    const scalars = new config_scalars/* ScalarReader */.u(faults);
    const isOn = scalars.boolean(options.verify, { name: 'verify', fallback: false });
    const timeoutMs = scalars.milliseconds(options.verifyTimeout, { name: 'verify-timeout', fallback: '120' });
    if (!isOn)
        return undefined;
    const url = resolveUrl(options.graphiteUrl ?? '', faults);
    const authorization = resolveAuthorization(options, faults);
    if (url === undefined)
        return undefined;
    return { access: { url, ...(authorization === undefined ? {} : { authorization }) }, timeoutMs };
}
function resolveUrl(text, faults) {
    const at = 'graphite-url';
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol)) {
        const rule = text === '' ? 'verify needs it' : 'it is an http or https URL';
        faults.add({ at, rule, value: text, cure: 'Write it like https://graphite.example.com.' });
        return undefined;
    }
    if (url.username !== '' || url.password !== '') {
        // The value is not shown: it holds a secret.
        faults.add({ at, rule: 'it holds no password', cure: 'Use graphite-user and graphite-password.' });
        return undefined;
    }
    return url;
}
function resolveAuthorization(options, faults) {
    const { graphiteUser: user = '', graphitePassword: password = '', graphiteToken: token = '' } = options;
    if (token !== '' && (user !== '' || password !== '')) {
        faults.add({
            at: 'graphite-token',
            rule: 'it stands instead of a user and a password',
            cure: 'Keep one.',
        });
        return undefined;
    }
    if (token !== '')
        return checkHeader(`Bearer ${token}`, 'graphite-token', faults);
    if (user === '' && password === '')
        return undefined;
    return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}
function checkHeader(header, at, faults) {
    if (/^[\x20-\x7e]+$/.test(header))
        return header;
    faults.add({ at, rule: 'it is printable ASCII', cure: 'Is a line break left at its end?' });
    return undefined;
}

;// CONCATENATED MODULE: ./.cache/bundle/config/scope.js
/** A name that was found must not make a node that is too long. */
const MAX_WORD_LENGTH = 200;
/** The names of a job as a CI system gives them. */
function findJobNames(given) {
    const { workflowRef = '', workflow = '', job = '', matrixValues = [] } = given;
    // What stands behind it is a branch, whose name anyone may choose.
    const [path = ''] = workflowRef.split('@refs/', 1);
    const file = /(?:^|\/)\.github\/workflows\/([^@]+?)\.ya?ml(?:@|$)/.exec(path)?.[1];
    return {
        workflow: file ?? workflow,
        job,
        matrix: matrixValues.filter((value) => value !== '').join('-'),
    };
}
/** A scope with its words filled in; each of them is a part of one node, whatever stands in it. */
function fillScope(scope, names) {
    return scope.replace(/\{(workflow|job|matrix)\}/g, (_, word) => (names?.[word] ?? '').slice(0, MAX_WORD_LENGTH).replaceAll('.', ' '));
}

;// CONCATENATED MODULE: ./.cache/bundle/config/resolve.js










const CURE_FOR_NOTHING = {
    action: 'Set metric and value, data, data-file, junit, coverage, sizes or replay; is what fills them empty?',
    cli: 'Give -m and -v, --data, --file, --junit, --coverage, --size or --replay.',
    library: 'Give metric and value, data with at least one metric, junit, coverage or sizes.',
};
/** Checks the options that say where and how to send; faults are gathered, and the defaults stand in for what is wrong. */
async function resolveConfig(options, around, faults) {
    const scalars = new config_scalars/* ScalarReader */.u(faults);
    const written = (name) => (0,defaults/* defaultOf */.H)(name, around.face) ?? '';
    const milliseconds = (value, name) => scalars.milliseconds(value, { name, fallback: (0,defaults/* defaultOf */.H)(name, 'library') ?? '' });
    const dryRun = scalars.boolean(options.dryRun, { name: 'dry-run', fallback: false });
    const port = scalars.integer(options.port, {
        name: 'port',
        fallback: written('port'),
        min: 1,
        max: 65_535,
    });
    const paths = (0,format_path/* createPathRules */.dW)(resolveExtraCharacters(options.extraCharacters, faults));
    const writtenGroup = options.group ?? written('group');
    const group = paths.formatDotted(writtenGroup);
    const source = (0,format_path/* formatSource */.j2)(options.source ?? around.defaultSource ?? '', paths);
    const writtenScope = (0,bundle_errors/* toText */.fE)(options.scope ?? written('scope'));
    checkScopeWords(writtenScope, faults);
    const scope = paths.formatDotted(fillScope(writtenScope, around.job));
    checkNodes(scope, 'scope', faults);
    return {
        servers: resolveServers(options.server ?? (0,defaults/* defaultOf */.H)('server', around.face), { port, dryRun, faults }),
        lines: {
            paths,
            prefix: checkPrefix({ group, source, paths, faults }),
            scope,
            tags: await resolveTags(options.tags, faults),
            timestamp: resolveTimestamp(options.timestamp, around.nowMs, faults),
        },
        renames: [
            ...toRename(writtenGroup, group),
            ...(writtenScope.includes('{') ? [] : toRename(writtenScope, scope)),
        ],
        batchSize: scalars.integer(options.batchSize, {
            name: 'batch-size',
            fallback: '500',
            min: 1,
            max: 100_000,
        }),
        verify: resolveVerify(options, faults),
        tls: resolveTls(options, faults),
        retries: scalars.integer(options.retries, { name: 'retries', fallback: '3', min: 0, max: 100 }),
        spool: options.spool === '' ? undefined : options.spool,
        limits: {
            totalMs: milliseconds(options.timeout, 'timeout'),
            connectMs: milliseconds(options.connectTimeout, 'connect-timeout'),
            writeMs: milliseconds(options.writeTimeout, 'write-timeout'),
            confirmMs: milliseconds(options.confirmTimeout, 'confirm-timeout'),
        },
        dryRun,
        cureForNothing: CURE_FOR_NOTHING[around.face],
    };
}
function resolveServers(text, given) {
    const { port, dryRun, faults } = given;
    if (text === undefined || text.trim() === '') {
        if (!dryRun) {
            const cure = "Set it to Carbon's host; a secret that is empty here (a fork, another environment) is the usual cause.";
            faults.add({ at: 'server', rule: 'it is required', value: '', cure });
        }
        return [];
    }
    const parsed = parseServers(text, port);
    if ('ok' in parsed)
        return parsed.ok;
    faults.add({ at: 'server', ...parsed, value: text });
    return [];
}
function resolveExtraCharacters(text, faults) {
    const characters = [...(text ?? '')].filter((character) => character.trim() !== '');
    const strange = characters.filter((character) => !format_path/* EXTRA_CHARACTERS */.EC.includes(character));
    if (strange.length > 0) {
        const cure = 'Graphite cannot query others by name.';
        const rule = `it may hold some of ${[...format_path/* EXTRA_CHARACTERS */.EC].join(' ')}`;
        faults.add({ at: 'extra-characters', rule, value: strange.join(''), cure });
        return '';
    }
    return characters.join('');
}
function checkScopeWords(scope, faults) {
    const rest = fillScope(scope, undefined);
    if (!/[{}]/.test(rest))
        return;
    const rule = 'what stands in braces is {workflow}, {job} or {matrix}';
    faults.add({ at: 'scope', rule, value: scope, cure: 'Correct the word, or leave the braces out.' });
}
function toRename(from, to) {
    return from === to ? [] : [{ from, to }];
}
function checkPrefix(parts) {
    for (const at of ['group', 'source'])
        checkNodes(parts[at], at, parts.faults);
    return (0,format_path/* joinPath */.uJ)([parts.group, parts.source]);
}
function checkNodes(path, at, faults) {
    const value = (0,format_path/* findLongNode */.I9)(path);
    if (value === undefined)
        return;
    faults.add({ at, rule: `a node has at most ${format_path/* MAX_NODE_BYTES */.Qm} bytes`, value, cure: 'Shorten it.' });
}
async function resolveTags(written, faults) {
    if (written === undefined || written === '')
        return {};
    let tree = written;
    if (typeof written === 'string') {
        const { parseYaml } = await __webpack_require__.e(/* import() */ 416).then(__webpack_require__.bind(__webpack_require__, 5416));
        const before = faults.count;
        tree = await parseYaml(written, 'tags', faults);
        if (faults.count > before || tree === undefined)
            return {};
    }
    const { collectTags } = await __webpack_require__.e(/* import() */ 123).then(__webpack_require__.bind(__webpack_require__, 3123));
    const tags = collectTags(tree, 'tags', faults) ?? {};
    const found = findTagFaults(tags, 'tags');
    for (const fault of found)
        faults.add(fault);
    return found.length === 0 ? tags : {};
}
function resolveTimestamp(written, nowMs, faults) {
    const now = Math.floor(nowMs / 1000);
    if (written === undefined || written === '')
        return now;
    const parsed = (0,parse_value/* parseTimestamp */.EH)(written);
    if ('ok' in parsed)
        return parsed.ok;
    faults.add({ at: 'timestamp', ...parsed, value: (0,bundle_errors/* toText */.fE)(written) });
    return now;
}

// EXTERNAL MODULE: ./.cache/bundle/format/format-windows.js
var format_windows = __webpack_require__(9517);
;// CONCATENATED MODULE: ./.cache/bundle/format/collected-names.js

const MAX_TOLD = 100;
/** Room for the number that tells equal nodes apart. */
const NUMBER_BYTES = 10;
/**
 * The paths of names that nobody wrote: each name is one node, whatever stands in it. Names that become one node beside
 * each other are told apart by `_2`, `_3`, in the order in which they come.
 */
class CollectedNames {
    #paths;
    /** The written name below its parent's path → its path. */
    #known = new Map();
    /** A path that is taken → the number that the next name for it gets. */
    #numbers = new Map();
    #numbered = [];
    #numberedCount = 0;
    constructor(paths) {
        this.#paths = paths;
    }
    /** The names that got a number; nothing where all were different. */
    get numbered() {
        return this.#numberedCount === 0 ? undefined : { first: this.#numbered, count: this.#numberedCount };
    }
    /** The path of the names, one node for each; the same names have the same path again. */
    formatPath(names, parent) {
        let path = parent;
        for (const name of names)
            path = this.#formatChild(path, name);
        return path;
    }
    /** Another path for a name whose own is taken by a metric that somebody wrote. */
    renumber(path) {
        const other = this.#number(path);
        this.#tell(path.slice(path.lastIndexOf('.') + 1), other);
        return other;
    }
    #formatChild(parent, name) {
        const key = `${parent} ${name}`;
        const known = this.#known.get(key);
        if (known !== undefined)
            return known;
        const node = this.#paths.formatNode(name).slice(0, format_path/* MAX_NODE_BYTES */.Qm - NUMBER_BYTES) || '_';
        const own = parent === '' ? node : `${parent}.${node}`;
        const path = this.#numbers.has(own) ? this.#number(own) : own;
        this.#numbers.set(path, 2);
        this.#known.set(key, path);
        if (path !== own)
            this.#tell(name, path);
        return path;
    }
    #number(path) {
        let number = this.#numbers.get(path) ?? 2;
        while (this.#numbers.has(`${path}_${number}`))
            number += 1;
        this.#numbers.set(path, number + 1);
        return `${path}_${number}`;
    }
    #tell(from, path) {
        this.#numberedCount += 1;
        if (this.#numbered.length < MAX_TOLD)
            this.#numbered.push({ from, to: path });
    }
}

// EXTERNAL MODULE: ./.cache/bundle/format/hash-text.js
var hash_text = __webpack_require__(4888);
// EXTERNAL MODULE: ./.cache/bundle/format/line.js
var line = __webpack_require__(3140);
;// CONCATENATED MODULE: ./.cache/bundle/format/rename-list.js
const MAX_KEPT = 100;
const MAX_REMEMBERED = 10_000;
/** The written names that changed to become paths: keeps the first hundred, counts them all, each name once. */
class RenameList {
    #kept = [];
    #known = new Set();
    #count = 0;
    get first() {
        return this.#kept;
    }
    get count() {
        return this.#count;
    }
    add(rename) {
        if (this.#known.has(rename.from))
            return;
        if (this.#known.size < MAX_REMEMBERED)
            this.#known.add(rename.from);
        this.#count += 1;
        if (this.#kept.length < MAX_KEPT)
            this.#kept.push(rename);
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/format/hash-table.js
const FIRST_SLOTS = 4096;
/**
 * A set of hashes, for hundreds of thousands of them. It keeps no text: texts that live as long as a window cost more
 * time and memory than everything else that happens to them.
 */
class HashTable {
    /** Open addressing, at most half full; 0 is free. */
    #slots = new Float64Array(FIRST_SLOTS);
    #size = 0;
    /** Adds a hash, a whole number from 1 to 2^53 - 1; false where it was there. */
    add(hash) {
        if (this.#size * 2 >= this.#slots.length)
            this.#grow();
        const slot = this.#find(hash);
        if (this.#slots[slot] !== 0)
            return false;
        this.#slots[slot] = hash;
        this.#size += 1;
        return true;
    }
    has(hash) {
        return this.#slots[this.#find(hash)] !== 0;
    }
    clear() {
        this.#slots.fill(0);
        this.#size = 0;
    }
    /** The slot of the hash, or the free one where it belongs. */
    #find(hash) {
        const slots = this.#slots;
        const mask = slots.length - 1;
        let slot = (hash ^ (hash >>> 15)) & mask;
        while (slots[slot] !== 0 && slots[slot] !== hash)
            slot = (slot + 1) & mask;
        return slot;
    }
    #grow() {
        const before = this.#slots;
        this.#slots = new Float64Array(before.length * 2);
        for (const hash of before)
            if (hash !== 0)
                this.#slots[this.#find(hash)] = hash;
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/format/series-register.js

/** Remembers the series of one window, so that no two metrics overwrite each other unseen. */
class SeriesRegister {
    #runTimestamp;
    #wasWritten;
    /** Names that are paths already, at the run's time: kept as hashes alone. */
    #usual = new HashTable();
    #others = new Map();
    /** `wasWritten` says for certain whether a series stands in the window with the run's timestamp. */
    constructor(runTimestamp, wasWritten) {
        this.#runTimestamp = runTimestamp;
        this.#wasWritten = wasWritten;
    }
    /** Registers one point; returns the clash instead where an earlier one stands in its place. */
    add(point) {
        const { series, path, name, timestamp, hash } = point;
        const isUsual = name === path && timestamp === this.#runTimestamp;
        if (isUsual && this.#others.size === 0) {
            if (this.#usual.add(hash))
                return undefined;
            return this.#wasWritten(series) ? { kind: 'same-point' } : undefined;
        }
        const clash = this.#findClash(point);
        if (clash !== undefined)
            return clash;
        if (isUsual)
            this.#usual.add(hash);
        else
            this.#addOther(point);
        return undefined;
    }
    clear() {
        this.#usual.clear();
        this.#others.clear();
    }
    #findClash({ series, path, name, timestamp, hash }) {
        const other = this.#others.get(series);
        if (other !== undefined && other.name !== name)
            return { kind: 'same-path', earlierName: other.name };
        if (other?.timestamps.has(timestamp))
            return { kind: 'same-point' };
        const mayClash = name !== path || timestamp === this.#runTimestamp;
        if (!mayClash || !this.#usual.has(hash) || !this.#wasWritten(series))
            return undefined;
        return name === path ? { kind: 'same-point' } : { kind: 'same-path', earlierName: path };
    }
    #addOther({ series, name, timestamp }) {
        const other = this.#others.get(series);
        if (other === undefined)
            this.#others.set(series, { name, timestamps: new Set([timestamp]) });
        else
            other.timestamps.add(timestamp);
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/format/line-formatter.js









/** Formats metrics to lines one after the other, and gathers the faults and renames that it meets. */
class LineFormatter {
    #rules;
    #faults;
    #register;
    #collected;
    #prefix;
    #runTags;
    #runEnd;
    #batches;
    /** The written names that changed to become paths. */
    renames = new RenameList();
    constructor(rules, faults) {
        this.#rules = rules;
        this.#faults = faults;
        this.#register = new SeriesRegister(rules.timestamp, (series) => this.#wasWritten(series));
        this.#collected = new CollectedNames(rules.paths);
        this.#prefix = rules.prefix === '' ? '' : `${rules.prefix}.`;
        this.#runTags = formatTags(rules.tags);
        this.#runEnd = (0,line/* formatLineEnd */.x0)(rules.timestamp);
    }
    /** The collected names that were like another one, and got a number. */
    get numbered() {
        return this.#collected.numbered;
    }
    /** Two metrics are told apart only within one window: a stream of any length fits the memory. */
    startWindow() {
        this.#register.clear();
    }
    /** Adds the metric's line to the batches, or its faults to the list. */
    format(metric, batches) {
        if ('nodes' in metric)
            this.#formatCollected(metric, batches);
        else
            this.formatWritten(metric, batches);
    }
    /** The same for a metric that somebody wrote: a stream of millions need not be asked what it is made of. */
    formatWritten(metric, batches) {
        const faultsBefore = this.#faults.count;
        const { name } = metric;
        const nameHash = this.#rules.paths.hashPath(name);
        const path = nameHash === 0 ? this.#formatPath(metric) : name;
        if (path.length > format_path/* MAX_NODE_BYTES */.Qm)
            this.#checkNodes(metric, path);
        const value = this.#parseValue(metric);
        const timestamp = metric.timestamp === undefined ? this.#rules.timestamp : this.#parseTimestamp(metric);
        const tags = metric.tags === undefined ? this.#runTags : this.#formatTags(metric, metric.tags);
        if (this.#faults.count > faultsBefore)
            return;
        const series = tags === '' ? path : path + tags;
        const hash = series === name ? nameHash : (0,hash_text/* hashText */.qj)(series);
        if (!this.#claim(metric, { series, path, name, timestamp, hash }))
            return;
        const text = (0,line/* formatValue */.Fl)(value);
        const end = this.#formatEnd(timestamp);
        if (this.#prefix.length + series.length + 1 + text.length + end.length > line/* MAX_LINE_BYTES */.Oc) {
            const rule = `a line has at most ${line/* MAX_LINE_BYTES */.Oc} bytes`;
            this.#add(metric, { rule, value: this.#prefix + series, cure: 'Shorten the name.' });
            return;
        }
        this.#append({ series, text, end }, batches);
    }
    /** Adds the line of a metric that nobody wrote: what stands in its names is never a fault. */
    #formatCollected(metric, batches) {
        const { nodes, value, timestamp = this.#rules.timestamp } = metric;
        const text = (0,line/* formatValue */.Fl)(value);
        const end = this.#formatEnd(timestamp);
        let path = this.#collected.formatPath(nodes, this.#rules.scope);
        const isFree = () => {
            const series = path + this.#runTags;
            return (this.#register.add({ series, path, name: path, timestamp, hash: (0,hash_text/* hashText */.qj)(series) }) === undefined);
        };
        while (!isFree())
            path = this.#collected.renumber(path);
        const series = path + this.#runTags;
        if (this.#prefix.length + series.length + 1 + text.length + end.length > line/* MAX_LINE_BYTES */.Oc) {
            const rule = `a line has at most ${line/* MAX_LINE_BYTES */.Oc} bytes`;
            this.#faults.add({ at: 'scope', rule, value: this.#prefix + series, cure: 'Shorten it, or the tags.' });
            return;
        }
        this.#append({ series, text, end }, batches);
    }
    #append(line, batches) {
        this.#batches = batches;
        batches.append(this.#prefix);
        batches.append(line.series);
        batches.append(' ');
        batches.append(line.text);
        batches.append(line.end);
        batches.endLine();
    }
    #formatEnd(timestamp) {
        return timestamp === this.#rules.timestamp ? this.#runEnd : (0,line/* formatLineEnd */.x0)(timestamp);
    }
    /** The path of a name that is not one yet. */
    #formatPath(metric) {
        const { name } = metric;
        const path = this.#rules.paths.formatDotted(name);
        if (path === '') {
            const cure = name === '' ? 'Give the metric a name.' : 'Use letters, digits, "_", "-" or ":".';
            this.#add(metric, { rule: 'a path needs at least one node', value: name, cure });
        }
        else {
            this.renames.add({ from: name, to: path });
        }
        return path;
    }
    #checkNodes(metric, path) {
        const longNode = (0,format_path/* findLongNode */.I9)(path);
        if (longNode === undefined)
            return;
        const rule = `a node (what stands between two dots) has at most ${format_path/* MAX_NODE_BYTES */.Qm} bytes`;
        this.#add(metric, { rule, value: longNode, cure: 'Shorten it.' });
    }
    #parseValue(metric) {
        const { value } = metric;
        if (typeof value === 'number' && Number.isFinite(value))
            return value;
        const parsed = (0,parse_value/* parseValue */.$x)(value);
        if ('ok' in parsed)
            return parsed.ok;
        this.#add(metric, { ...parsed, value: (0,bundle_errors/* toText */.fE)(value) });
        return 0;
    }
    #parseTimestamp(metric) {
        const parsed = (0,parse_value/* parseTimestamp */.EH)(metric.timestamp);
        if ('ok' in parsed)
            return parsed.ok;
        this.#add(metric, { ...parsed, value: (0,bundle_errors/* toText */.fE)(metric.timestamp) });
        return this.#rules.timestamp;
    }
    #formatTags(metric, own) {
        for (const fault of findTagFaults(own, locate(metric)))
            this.#faults.add(fault);
        return formatTags({ ...this.#rules.tags, ...own });
    }
    #claim(metric, point) {
        const { series, timestamp } = point;
        const clash = this.#register.add(point);
        if (clash === undefined)
            return true;
        const whole = (0,bundle_errors/* quote */.hD)((0,format_path/* joinPath */.uJ)([this.#rules.prefix, series]));
        if (clash.kind === 'same-path') {
            this.#add(metric, {
                rule: `two names become one path: ${(0,bundle_errors/* quote */.hD)(clash.earlierName)} and ${(0,bundle_errors/* quote */.hD)(metric.name)} are both ${whole}`,
                cure: 'Rename one of them.',
            });
        }
        else {
            this.#add(metric, {
                rule: `the same path and timestamp are given twice: ${(0,bundle_errors/* quote */.hD)(metric.name)} is ${whole} at ${timestamp} both times`,
                cure: 'Keep one of them.',
            });
        }
        return false;
    }
    #wasWritten(series) {
        // Once the report is full, nobody reads the fault, and looking it up in a large window takes its time.
        if (this.#faults.isFull)
            return true;
        return this.#batches?.hasLine({ start: `${this.#prefix}${series} `, end: this.#runEnd }) ?? false;
    }
    #add(metric, fault) {
        this.#faults.add({ at: locate(metric), ...fault });
    }
}
function locate(metric) {
    const line = metric.lineNumber === undefined ? '' : `, line ${metric.lineNumber}`;
    return `${metric.origin}${line}, ${(0,bundle_errors/* quote */.hD)(metric.name)}`;
}

// EXTERNAL MODULE: ./.cache/bundle/read/read-metric.js
var read_metric = __webpack_require__(1736);
;// CONCATENATED MODULE: ./.cache/bundle/read/find-sources.js

/** Everything that a run is to send. Most runs name one metric, so what reads all the rest is loaded when it is named. */
async function findSources(options, around, faults) {
    if (namesMore(options) || around.collected !== undefined) {
        const { readSources } = await __webpack_require__.e(/* import() */ 724).then(__webpack_require__.bind(__webpack_require__, 2724));
        return readSources(options, around, faults);
    }
    const nothing = { collected: [], figures: undefined, problems: [], streams: [], replays: [], warnings: [] };
    return { ...nothing, metrics: (0,read_metric/* readMetric */.N)(options, faults), mayBeEmpty: false };
}
/** Whether there is more than `metric` and `value`. */
function namesMore(options) {
    const { data, dataFile, dataFormat, file, replay } = options;
    const { junit, coverage, sizes, jobStatus, jobStartedAt } = options;
    return [data, dataFile, dataFormat, file, replay, junit, coverage, sizes, jobStatus, jobStartedAt].some((one) => one !== undefined && one !== '');
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./.cache/bundle/read/remove-replayed.js


/** The names that the spool gives its files. */
const SPOOLED = /^undelivered-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z-[0-9a-f]{8}\.txt$/;
/** Removes a replayed file that the spool had written; a file of the user's own making is left alone. */
async function removeReplayed(file) {
    if (SPOOLED.test((0,external_node_path_.basename)(file)))
        await external_node_fs_.promises.rm(file, { force: true });
}

// EXTERNAL MODULE: ./.cache/bundle/send/abort.js
var send_abort = __webpack_require__(1843);
;// CONCATENATED MODULE: ./.cache/bundle/send/budget.js

/** A budget that is over after `totalMs`, or when `signal` says so. */
function startBudget(totalMs, signal) {
    const controller = new AbortController();
    const message = `Sending was not done within ${totalMs / 1000} s, the timeout.`;
    const timer = setTimeout(() => {
        controller.abort(new bundle_errors/* SendError */.v8(message, { retryable: false, code: 'ETIMEDOUT' }));
    }, totalMs);
    const stop = () => controller.abort(signal.reason);
    if (signal.aborted)
        stop();
    signal.addEventListener('abort', stop, { once: true });
    return {
        signal: controller.signal,
        [Symbol.dispose]: () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', stop);
        },
    };
}

;// CONCATENATED MODULE: ./.cache/bundle/send/backoff.js
const BASE_MS = 500;
const CAP_MS = 10_000;
/**
 * The pause before a retry, in milliseconds: exponential with full jitter, so that a thousand jobs do not come back to
 * a server in step. `retry` counts from 0; `random` is from 0 up to 1. Source: the AWS Architecture Blog, "Exponential
 * Backoff And Jitter".
 */
function computeBackoffMs(retry, random) {
    return random * Math.min(CAP_MS, BASE_MS * 2 ** retry);
}

;// CONCATENATED MODULE: ./.cache/bundle/send/pause.js
/** Waits; false where the signal ended the waiting. */
function pause(milliseconds, signal) {
    return new Promise((resolve) => {
        const end = (isOver) => {
            clearTimeout(timer);
            signal.removeEventListener('abort', stop);
            resolve(isOver);
        };
        const stop = () => end(false);
        const timer = setTimeout(() => end(true), milliseconds);
        signal.addEventListener('abort', stop, { once: true });
        if (signal.aborted)
            stop();
    });
}

;// CONCATENATED MODULE: ./.cache/bundle/send/deliver-window.js



/** Sends one window until it is confirmed, the same bytes every time, or until nothing is left to try. */
async function deliverWindow(window, attempts) {
    let best;
    for (let retry = 0;; retry += 1) {
        const outcome = await attempt(window, attempts);
        if (outcome.delivery === 'confirmed')
            return outcome;
        // An attempt that wrote everything says more than a later one that could not even connect.
        if (outcome.delivery === 'sent' || best?.delivery !== 'sent')
            best = outcome;
        const isFinal = outcome.delivery === 'failed' && !outcome.error.retryable;
        if (isFinal || retry >= attempts.retries)
            return best;
        if (!(await pause(computeBackoffMs(retry, Math.random()), attempts.signal)))
            return best;
    }
}
async function attempt(window, { connect, signal }) {
    try {
        const connection = await connect({ signal });
        try {
            for (const batch of window)
                await connection.write(batch.bytes);
            const ending = await connection.finish();
            const { server } = connection;
            return ending.kind === 'sent'
                ? { delivery: 'sent', server }
                : { delivery: 'confirmed', evidence: ending.evidence, server };
        }
        finally {
            connection.destroy();
        }
    }
    catch (error) {
        if (!(error instanceof bundle_errors/* SendError */.v8))
            throw error;
        return { delivery: 'failed', error };
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/send/failover.js

/**
 * Connects to the first server that can be reached, in order of preference. The one in use stays in use until it fails
 * or does not confirm; then the next one is asked, round and round: a dead favourite costs its time once and not for
 * every window, and one that accepts and then hangs or breaks is not all that a retry can meet. One that failed for
 * good is not asked again.
 * @throws {SendError} that names every server, where none can be reached.
 */
function createFailover(servers) {
    const lost = new Map();
    let preferred = 0;
    const leave = (index, error) => {
        preferred = (index + 1) % servers.length;
        if (error?.retryable === false)
            lost.set(index, error);
    };
    return async (options) => {
        const errors = [];
        const first = preferred;
        for (let step = 0; step < servers.length; step += 1) {
            const index = (first + step) % servers.length;
            const known = lost.get(index);
            if (known !== undefined) {
                errors.push(known);
                continue;
            }
            try {
                const connection = await servers[index]?.(options);
                if (connection === undefined)
                    continue;
                preferred = index;
                return watch(connection, {
                    onUnconfirmed: () => leave(index),
                    toError: (error) => {
                        if (options.signal.aborted)
                            return error;
                        leave(index, error);
                        return lost.size < servers.length ? toRetryable(error) : error;
                    },
                });
            }
            catch (error) {
                if (!(error instanceof bundle_errors/* SendError */.v8) || options.signal.aborted)
                    throw error;
                leave(index, error);
                errors.push(error);
            }
        }
        throw joinErrors(errors);
    };
}
/** The connection, with an eye on how it ends. */
function watch(connection, { onUnconfirmed, toError }) {
    const rethrow = (error) => {
        throw error instanceof bundle_errors/* SendError */.v8 ? toError(error) : error;
    };
    return {
        server: connection.server,
        write: (bytes) => connection.write(bytes).catch(rethrow),
        finish: async () => {
            const ending = await connection.finish().catch(rethrow);
            if (ending.kind === 'sent')
                onUnconfirmed();
            return ending;
        },
        destroy: () => connection.destroy(),
    };
}
/** What one server refuses for good, another one may take. */
function toRetryable(error) {
    if (error.retryable)
        return error;
    return new bundle_errors/* SendError */.v8(error.message, { retryable: true, code: error.code, cause: error });
}
function joinErrors(errors) {
    const [first] = errors;
    if (errors.length === 1 && first !== undefined)
        return first;
    const message = `No server could be reached. ${errors.map((error) => error.message).join(' ')}`;
    const retryable = errors.some((error) => error.retryable);
    return new bundle_errors/* SendError */.v8(message, { retryable, code: first?.code, cause: new AggregateError(errors) });
}

;// CONCATENATED MODULE: ./.cache/bundle/send/delivery.js



/** What a run has delivered so far; of several windows the worst counts. */
class Delivery {
    servers = new Set();
    /** Connections tried, with whatever came of them. */
    attempts = 0;
    batches = 0;
    lines = 0;
    bytes = 0;
    /** Lines that were not confirmed. */
    undelivered = 0;
    /** Why the first window failed; from then on nothing is tried. */
    failure;
    /** Why what was not confirmed could not be kept. */
    spoolFailure;
    #isConfirmed = true;
    #evidence;
    /** Windows whose lines count as undelivered already. */
    #unconfirmed = new WeakSet();
    #rules;
    #connect;
    constructor(rules) {
        this.#rules = rules;
        this.#connect = createFailover(rules.servers.map((connect) => (options) => {
            this.attempts += 1;
            return connect(options);
        }));
    }
    get state() {
        if (this.failure !== undefined)
            return 'failed';
        return this.#isConfirmed ? 'confirmed' : 'sent';
    }
    /** What every confirmation of the run rests on, where all were confirmed. */
    get evidence() {
        return this.state === 'confirmed' ? this.#evidence : undefined;
    }
    /** Delivers a window, or keeps it. */
    async deliver(window, how) {
        if (this.failure === undefined) {
            const outcome = await this.resend(window, how.signal);
            this.#count(window, outcome);
            if (outcome.delivery === 'confirmed')
                return;
        }
        await this.#keep(window, how.keeper);
    }
    /** Sends what was counted before, or is counted elsewhere. */
    resend(window, signal) {
        return deliverWindow(window, { connect: this.#connect, retries: this.#rules.retries, signal });
    }
    /** Whether a window was not confirmed, so that its lines are counted and kept already. */
    isUnconfirmed(window) {
        return this.#unconfirmed.has(window);
    }
    /** Says that lines of confirmed windows are lost all the same, and keeps them. */
    async fail(lost, failure, keeper) {
        this.failure ??= failure;
        await this.#keep(lost, keeper);
    }
    #count(window, outcome) {
        if (outcome.delivery === 'failed') {
            this.failure = outcome.error;
            return;
        }
        this.servers.add(outcome.server);
        if (outcome.delivery === 'sent')
            this.#isConfirmed = false;
        else if (this.#evidence !== 'close')
            this.#evidence = outcome.evidence;
        this.batches += window.length;
        for (const { bytes, lines } of window) {
            this.lines += lines;
            this.bytes += bytes.length;
        }
        this.#rules.onProgress?.({ lines: this.lines, bytes: this.bytes });
    }
    async #keep(window, keeper) {
        if (window.length === 0)
            return;
        this.#unconfirmed.add(window);
        for (const batch of window)
            this.undelivered += batch.lines;
        if (keeper === undefined || this.spoolFailure !== undefined)
            return;
        try {
            await keeper.add(window);
        }
        catch (error) {
            if (!(error instanceof bundle_errors/* SpoolError */.al))
                throw error;
            this.spoolFailure = error;
        }
    }
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./.cache/bundle/send/explain.js

const MEANING = {
    ECONNREFUSED: 'refused the connection: nothing listens there. Check host and port, and that Carbon runs.',
    ECONNRESET: 'reset the connection before everything was confirmed.',
    EPIPE: 'closed the connection while metrics were being written.',
    ENOTFOUND: 'is not known: the host name has no address. Check its spelling and the DNS of this machine.',
    EAI_AGAIN: 'could not be looked up: the name server gave no answer.',
    EHOSTUNREACH: 'cannot be reached: no route, or a firewall answers for it.',
    ENETUNREACH: 'cannot be reached: this machine has no network to it.',
    EACCES: 'may not be reached from here: a firewall or policy forbids it.',
    EADDRNOTAVAIL: 'cannot be reached: this machine has no address to reach it from.',
    ETIMEDOUT: 'did not answer in time.',
    EPROTO: 'does not speak TLS, or not a version of it that is safe. Check the port and tls.',
    ERR_SSL_WRONG_VERSION_NUMBER: 'does not speak TLS. Check the port, or leave tls out.',
    ERR_SSL_PACKET_LENGTH_TOO_LONG: 'does not speak TLS. Check the port, or leave tls out.',
    CERT_HAS_EXPIRED: 'shows a certificate that has expired.',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'shows a certificate that it signed itself. Give it, or its authority, as tls-ca.',
    SELF_SIGNED_CERT_IN_CHAIN: 'shows a certificate of an authority that is not trusted. Give the authority as tls-ca.',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'shows a certificate of an authority that is not known. Give the authority as tls-ca.',
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'shows a certificate of an authority that is not known. Give the authority as tls-ca.',
    ERR_TLS_CERT_ALTNAME_INVALID: 'shows a certificate of another name. Set tls-server-name if that name is right.',
};
/** What the other side says in a TLS alert; it says so of the certificate that was given or of the lack of one. */
const ALERTS = {
    CERTIFICATE_REQUIRED: 'wants a certificate of this side. Give it as tls-cert, and its key as tls-key.',
    HANDSHAKE_FAILURE: 'broke the TLS handshake off. If it wants a certificate of this side, give tls-cert and tls-key; else the two have no cipher in common.',
    BAD_CERTIFICATE: 'does not accept the certificate of this side, or the lack of one. Give one that it trusts as tls-cert.',
    UNSUPPORTED_CERTIFICATE: 'cannot use the certificate of this side. Give one for clients, of a common kind, as tls-cert.',
    CERTIFICATE_UNKNOWN: 'does not accept the certificate of this side. Give one that it trusts as tls-cert.',
    CERTIFICATE_REVOKED: 'says that the certificate of this side was revoked. Give another one as tls-cert.',
    CERTIFICATE_EXPIRED: 'says that the certificate of this side has expired. Give a newer one as tls-cert.',
    UNKNOWN_CA: 'does not know the authority of the certificate of this side. Give one of an authority that it trusts as tls-cert.',
    ACCESS_DENIED: 'does not let the certificate of this side in. Give one that it admits as tls-cert.',
    PROTOCOL_VERSION: 'speaks no version of TLS that is safe: it takes 1.2 or newer there.',
};
/** A system error of a connection as a {@link SendError} that says what it means. `server` is `host:port`. */
function explainSocketError(error, server) {
    const first = error instanceof AggregateError ? error.errors[0] : error;
    const code = error.code ?? first.code;
    const meaning = (code === undefined ? undefined : findMeaning(code)) ?? `failed: ${formatReason(first)}`;
    const suffix = code === undefined ? '' : ` (${code})`;
    return new bundle_errors/* SendError */.v8(`${server} ${meaning}${suffix}`, { retryable: !isFinal(code), code, cause: error });
}
function findMeaning(code) {
    // What is an alert of "SSL/TLS" to newer versions of OpenSSL is one of "SSLV3" to older ones.
    const [, alert] = /^ERR_SSL_(?:SSLV3|SSL\/TLS|TLSV1|TLSV13)_ALERT_(\w+)$/.exec(code) ?? [];
    return MEANING[code] ?? (alert === undefined ? undefined : ALERTS[alert]);
}
/** OpenSSL's messages are lines of its source; its reason is what people can read. */
function formatReason(error) {
    const text = typeof error.reason === 'string' ? error.reason : error.message;
    return text.replace(/\s+/g, ' ').trim();
}
/** A certificate does not get better by asking again. */
function isFinal(code) {
    return /^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|EPROTO$|HOSTNAME_MISMATCH$)/.test(code ?? '');
}

;// CONCATENATED MODULE: ./.cache/bundle/send/kernel-table.js


const CHUNK_BYTES = 65_536;
/** Between looks, in milliseconds. */
const PAUSES_MS = [10, 200];
/** `TCP_TIME_WAIT` of Linux's tcp_states.h. */
const TIME_WAIT = '06';
const LAST_ACK = '09';
/**
 * Looks a connection up. `clean`: TIME_WAIT with nothing unacknowledged, so our bytes and our FIN were acknowledged and
 * the receiver closed an emptied socket. `broken`: any other state. `gone`: no
 * row, as after a reset, or no more than the rest of one where the other side's FIN came before ours. `unknown`: there is no such table here.
 */
function readKernelVerdict(ends) {
    if (process.platform !== 'linux')
        return 'unknown';
    try {
        return judgeTable(readTable(ends.remoteAddress.includes(':') ? '/proc/net/tcp6' : '/proc/net/tcp'), ends);
    }
    catch {
        return 'unknown';
    }
}
/** Asks again before it believes the worst: a last acknowledgement may be on its way, and a row can be missed. */
async function askKernel(ends, signal) {
    for (const pauseMs of PAUSES_MS) {
        const verdict = readKernelVerdict(ends);
        if (verdict === 'clean' || verdict === 'unknown')
            return verdict;
        await pause(pauseMs, signal);
    }
    return readKernelVerdict(ends);
}
/** The verdict from the text of a table, chunk by chunk. Format: the kernel's documentation of `proc_net_tcp`. */
function judgeTable(chunks, ends) {
    const matchRow = createRowPattern(ends);
    let text = '';
    let hasRows = false;
    for (const chunk of chunks) {
        text = text.slice(text.lastIndexOf('\n') + 1) + chunk;
        const [, state, unacknowledged] = matchRow.exec(text) ?? [];
        hasRows ||= /^\s*\d+: /m.test(text);
        if (state !== undefined)
            return judgeState(state, unacknowledged);
    }
    // A sandbox may show an empty table to everybody: it says nothing about this connection.
    return hasRows ? 'gone' : 'unknown';
}
function judgeState(state, unacknowledged) {
    if (state === LAST_ACK)
        return 'gone';
    return state === TIME_WAIT && unacknowledged === '00000000' ? 'clean' : 'broken';
}
function createRowPattern({ localPort, remotePort, remoteAddress }) {
    const [local, remote] = [localPort, remotePort].map((port) => toHex(port, 4));
    return new RegExp(`: [0-9A-F]+:${local} ${toHexAddress(remoteAddress)}:${remote} ([0-9A-F]{2}) ([0-9A-F]{8}):`);
}
/** An address as the kernel writes it: in words of four bytes, each in the machine's own byte order. */
function toHexAddress(address) {
    const bytes = address.includes(':')
        ? expandIPv6(address)
        : address.split('.').map((byte) => toHex(Number(byte), 2));
    const words = Array.from({ length: bytes.length / 4 }, (_, index) => bytes.slice(4 * index, 4 * index + 4));
    const little = words.map((word) => word.toReversed().join('')).join('');
    return `(?:${little}|${bytes.join('')})`;
}
/** The sixteen bytes of an IPv6 address as hexadecimal pairs; its zone is no part of them. */
function expandIPv6(address) {
    const [text = ''] = address.split('%');
    const [before = '', after] = text.replace(/[\d.]+$/, toGroups).split('::');
    const [head, tail] = [before, after ?? ''].map((part) => part.split(':').filter((group) => group !== ''));
    const zeros = Array(8 - (head?.length ?? 0) - (tail?.length ?? 0)).fill('0');
    const groups = [...(head ?? []), ...zeros, ...(tail ?? [])].map((group) => group.padStart(4, '0').toUpperCase());
    return groups.flatMap((group) => [group.slice(0, 2), group.slice(2)]);
}
/** The last four bytes of an IPv6 address may be written as an IPv4 one. */
function toGroups(end) {
    if (!end.includes('.'))
        return end;
    const [a = 0, b = 0, c = 0, d = 0] = end.split('.').map(Number);
    return `${toHex(a * 256 + b, 4)}:${toHex(c * 256 + d, 4)}`;
}
function toHex(number, digits) {
    return number.toString(16).toUpperCase().padStart(digits, '0');
}
/** Every read makes the kernel walk a table of its own, for milliseconds: who has seen enough must not ask for the end. */
function* readTable(path) {
    const file = (0,external_node_fs_.openSync)(path, 'r');
    try {
        const buffer = Buffer.alloc(CHUNK_BYTES);
        for (let length = -1; length !== 0;) {
            length = (0,external_node_fs_.readSync)(file, buffer, 0, CHUNK_BYTES, null);
            yield buffer.toString('latin1', 0, length);
        }
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/send/tcp-connection.js




/** One socket. Errors are remembered when they happen; what waits is settled by the first of them. */
class TcpConnection {
    #socket;
    server;
    #limits;
    #signal;
    #readyEvent;
    #failure;
    #ends;
    #fail = () => { };
    #failed;
    /** Whether our FIN is with the kernel: only a close after that can be an answer to it. */
    #finished = false;
    /** Ends the wait for the close when the time for everything is over: what was written stays written. */
    #giveUpWaiting = () => { };
    constructor(socket, name, options) {
        this.#socket = socket;
        this.server = name;
        this.#limits = options.limits;
        this.#signal = options.signal;
        this.#readyEvent = options.tls === undefined ? 'connect' : 'secureConnect';
        this.#failure = new Promise((_, reject) => {
            this.#fail = (error) => {
                this.#failed ??= error;
                reject(this.#failed);
                this.destroy();
            };
        });
        // Whoever waits sees the failure; while nobody does, it must not end the process.
        this.#failure.catch(() => { });
        const abort = () => {
            const error = (0,send_abort/* toAbortError */.G)(options.signal);
            if (this.#finished && error.code === 'ETIMEDOUT')
                this.#giveUpWaiting();
            else
                this.#fail(error);
        };
        if (options.signal.aborted)
            abort();
        options.signal.addEventListener('abort', abort, { once: true });
        socket.once('close', () => options.signal.removeEventListener('abort', abort));
        socket.on('error', (error) => this.#fail(explainSocketError(error, name)));
        socket.on('data', () => this.#fail(this.#answered()));
        socket.on('end', () => {
            if (!this.#finished)
                this.#fail(this.#closedEarly());
        });
    }
    async open() {
        await this.#within(this.#limits.connectMs, () => {
            const seconds = this.#limits.connectMs / 1000;
            const cause = this.#readyEvent === 'connect'
                ? 'A firewall that drops packets is the usual cause.'
                : 'It speaks no TLS, or a firewall drops packets.';
            return `${this.server} did not accept a connection within ${seconds} s. ${cause}`;
        });
        // An ended socket no longer knows its ends.
        const { localPort, remotePort, remoteAddress } = this.#socket;
        if (localPort !== undefined && remotePort !== undefined && remoteAddress !== undefined) {
            this.#ends = { localPort, remotePort, remoteAddress };
        }
    }
    async write(bytes) {
        if (this.#failed !== undefined)
            throw this.#failed;
        if (this.#socket.write(bytes))
            return;
        await this.#whileMoving('drain');
    }
    async finish() {
        if (this.#failed !== undefined)
            throw this.#failed;
        this.#socket.once('finish', () => {
            this.#finished = true;
        });
        const ended = this.#once('end');
        const finished = this.#whileMoving('finish');
        this.#socket.end();
        await finished;
        const given = new Promise((resolve) => {
            this.#giveUpWaiting = () => resolve(false);
        });
        if (!(await this.#race(Promise.race([ended, given]), this.#limits.confirmMs))) {
            this.destroy();
            return { kind: 'sent' };
        }
        return this.#confirm();
    }
    /** Before our FIN this is a reset: a FIN would make a last line of half a line that the kernel had taken. */
    destroy() {
        const isPlain = this.#readyEvent === 'connect' && !this.#socket.connecting && !this.#socket.destroyed;
        if (isPlain && !this.#finished)
            this.#socket.resetAndDestroy();
        else
            this.#socket.destroy();
    }
    async #confirm() {
        if (!this.#socket.closed)
            await this.#once('close');
        if (this.#failed !== undefined)
            throw this.#failed;
        const verdict = this.#ends === undefined ? 'unknown' : await askKernel(this.#ends, this.#signal);
        // In TLS the receiver's FIN may come before ours, for the two say goodbye one layer above: then no row stays.
        const isSecure = this.#readyEvent === 'secureConnect';
        if (verdict === 'broken' || (verdict === 'gone' && !isSecure)) {
            const message = `${this.server} closed the connection, but this machine's kernel says that not everything was acknowledged.`;
            throw new bundle_errors/* SendError */.v8(message, { retryable: true });
        }
        return { kind: 'confirmed', evidence: verdict === 'clean' ? 'kernel' : 'close' };
    }
    #closedEarly() {
        const message = `${this.server} closed the connection before everything was sent: what it carried is in doubt.`;
        return new bundle_errors/* SendError */.v8(message, { retryable: true });
    }
    // A line receiver never speaks; what answers is a web server, a shell, or another protocol's port of Carbon.
    #answered() {
        const message = `${this.server} answered, which no Carbon line receiver does. Check the port (2003 by default).`;
        return new bundle_errors/* SendError */.v8(message, { retryable: false });
    }
    #once(event) {
        return Promise.race([
            new Promise((resolve) => this.#socket.once(event, () => resolve(true))),
            this.#failure,
        ]);
    }
    /** Waits for a write; the socket's own timer starts again whenever bytes move. */
    async #whileMoving(event) {
        const stalled = () => {
            const seconds = this.#limits.writeMs / 1000;
            const message = `${this.server} accepted no bytes for ${seconds} s: it hangs, or it is overloaded.`;
            this.#fail(new bundle_errors/* SendError */.v8(message, { retryable: true, code: 'ETIMEDOUT' }));
        };
        this.#socket.setTimeout(this.#limits.writeMs, stalled);
        try {
            await Promise.race([
                new Promise((resolve) => this.#socket.once(event, () => resolve())),
                this.#failure,
            ]);
        }
        finally {
            this.#socket.setTimeout(0);
            this.#socket.removeListener('timeout', stalled);
        }
    }
    async #within(limitMs, message) {
        const connected = new Promise((resolve) => this.#socket.once(this.#readyEvent, () => resolve(true)));
        if (await this.#race(Promise.race([connected, this.#failure]), limitMs))
            return;
        this.#fail(new bundle_errors/* SendError */.v8(message(), { retryable: true, code: 'ETIMEDOUT' }));
        await this.#failure;
    }
    async #race(event, limitMs) {
        let timer;
        const late = new Promise((resolve) => {
            timer = setTimeout(() => resolve(false), limitMs);
        });
        try {
            return await Promise.race([event, late]);
        }
        finally {
            clearTimeout(timer);
        }
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/send/tcp.js



/** How long one address of a name is waited for before the next is tried beside it. */
const NEXT_ADDRESS_AFTER_MS = 1000;
/** Opens a connection to a Carbon line receiver. @throws {SendError} */
async function connectTcp(server, options) {
    const target = {
        host: server.host,
        port: server.port,
        // The receiver's close must not end our side: then nothing would tell it from a close after our own.
        allowHalfOpen: true,
        noDelay: true,
        autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_AFTER_MS,
    };
    const socket = options.tls === undefined ? (0,external_node_net_.connect)(target) : await connectTls(target, options.tls);
    const connection = new TcpConnection(socket, formatServer(server), options);
    await connection.open();
    return connection;
}
async function connectTls(target, tls) {
    const { checkServerIdentity, connect: connectSecurely } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1692, 23));
    const { ca, cert, key } = tls;
    const serverName = tls.serverName ?? target.host ?? '';
    return connectSecurely({
        ...target,
        ...(ca === undefined ? {} : { ca }),
        ...(cert === undefined ? {} : { cert }),
        ...(key === undefined ? {} : { key }),
        // An address is no name that a client may ask for; the certificate is checked against it all the same.
        ...((0,external_node_net_.isIP)(serverName) === 0 ? { servername: serverName } : {}),
        rejectUnauthorized: true,
        checkServerIdentity: (_, certificate) => checkServerIdentity(serverName, certificate),
    });
}

;// CONCATENATED MODULE: ./.cache/bundle/run.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});







/** One run: what was made, what became of it, and what is kept. */
class Run {
    signal;
    /** The first lines that were made. */
    points = [];
    #config;
    #options;
    #delivery;
    #keeper;
    #spool;
    #linesMade = 0;
    #readBackCounts = { verified: 0, missing: 0 };
    constructor(config, options, around) {
        this.#config = config;
        this.#options = options;
        const { spool } = config;
        this.#keeper =
            spool === undefined ? undefined : { add: (window) => this.#keep(window, spool, around.nowMs) };
        this.signal = options.signal ?? new AbortController().signal;
        const { servers, limits, tls, retries } = config;
        this.#delivery = new Delivery({
            servers: servers.map((server) => ({ signal }) => connectTcp(server, { limits, tls, signal })),
            retries,
            onProgress: options.onProgress,
        });
    }
    /** Sends windows that share one budget of time. */
    async sendTogether(windows) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const budget = __addDisposableResource(env_1, startBudget(this.#config.limits.totalMs, this.signal), false);
            for (const window of windows)
                await this.#send(window, budget.signal, this.#keeper);
            await this.#readBack(windows, this.#keeper);
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            __disposeResources(env_1);
        }
    }
    /** Sends windows as they come; each has a budget of its own, for nobody knows how many there are. */
    async sendStream(windows) {
        for await (const window of windows) {
            const env_2 = { stack: [], error: void 0, hasError: false };
            try {
                const budget = __addDisposableResource(env_2, startBudget(this.#config.limits.totalMs, this.signal), false);
                await this.#send(window, budget.signal, this.#keeper);
                await this.#readBack([window], this.#keeper);
                if (this.#isOver)
                    return;
            }
            catch (e_2) {
                env_2.error = e_2;
                env_2.hasError = true;
            }
            finally {
                __disposeResources(env_2);
            }
        }
    }
    /** Sends a file of full lines again, for as long as that takes. What is not confirmed stays in the file. */
    async replay(file, windows) {
        const { undelivered } = this.#delivery;
        const before = this.#linesMade;
        if (this.#delivery.failure === undefined)
            await this.#replayWindows(windows);
        // What was no file cannot be read a second time.
        if (file === undefined)
            return;
        if (this.#delivery.failure !== undefined)
            await this.#countRest(file, this.#linesMade - before);
        else if (this.#delivery.undelivered === undelivered && !this.#config.dryRun)
            await removeReplayed(file);
    }
    /** What a fault in a stream found already done. */
    describeSent() {
        const { lines } = this.#delivery;
        return lines === 0 ? 'Nothing was sent.' : `Before this window, lines had been sent: ${lines}.`;
    }
    /**
     * Ends the run well.
     * @throws {SendError} where a window failed. @throws {InputError} where there was nothing to send.
     */
    async finish(sources, formatter) {
        await this.#closeSpool();
        if (this.#delivery.failure !== undefined)
            throw this.#delivery.failure;
        if (this.#linesMade === 0) {
            const fault = { at: 'metrics', rule: 'there is nothing to send', cure: this.#config.cureForNothing };
            if (this.signal.aborted)
                throw (0,send_abort/* toAbortError */.G)(this.signal);
            if (sources.problems.length > 0)
                throw new bundle_errors/* InputError */.dz(sources.problems);
            if (!sources.mayBeEmpty)
                throw new bundle_errors/* InputError */.dz([fault]);
            return this.#toResult('skipped', sources, formatter);
        }
        const state = this.#config.dryRun ? 'dry-run' : this.#delivery.state;
        const result = this.#toResult(state, sources, formatter);
        if (sources.problems.length === 0)
            return result;
        const wasSent = result.delivery === 'dry-run' ? 'Nothing was sent.' : 'Everything else was sent.';
        const error = toProblem(sources.problems, wasSent);
        error.result = result;
        throw error;
    }
    /** Ends the run badly: the error with what is known of the run. */
    async fail(error, sources, formatter) {
        await this.#closeSpool();
        if (!(error instanceof bundle_errors/* CarbonError */.kk) || error.result !== undefined)
            return error;
        const told = error instanceof bundle_errors/* SendError */.v8 ? this.#withSpoolFailure(error) : error;
        const { warnings, ...result } = this.#toResult('failed', sources, formatter);
        // What the error tells is not told again beside it.
        told.result = { ...result, warnings: told === error ? warnings : sources.warnings };
        if (told instanceof bundle_errors/* SendError */.v8 && sources.problems.length > 0) {
            told.inputError = toProblem(sources.problems, 'Everything else was to be sent.');
        }
        return told;
    }
    /** Whether the rest of a stream can neither be sent nor kept. */
    get #isOver() {
        return this.#delivery.failure !== undefined && (this.#keeper === undefined || this.signal.aborted);
    }
    async #replayWindows(windows) {
        try {
            for await (const window of windows) {
                await this.#send(window, this.signal, undefined);
                await this.#readBack([window], undefined);
                if (this.#delivery.failure !== undefined)
                    return;
            }
        }
        catch (error) {
            if (!(error instanceof bundle_errors/* SendError */.v8))
                throw error;
            this.#delivery.failure = error;
        }
    }
    /** What a failed replay leaves is counted, and checked when it is sent. */
    async #countRest(file, linesMade) {
        const { countLines } = await __webpack_require__.e(/* import() */ 95).then(__webpack_require__.bind(__webpack_require__, 5095));
        const lines = await countLines(file);
        if (lines !== undefined)
            this.#delivery.undelivered += Math.max(0, lines - linesMade);
    }
    async #send(window, signal, keeper) {
        for (const batch of window)
            this.#linesMade += batch.lines;
        if (!this.#config.dryRun)
            await this.#delivery.deliver(window, { signal, keeper });
        else
            for (const { bytes } of window)
                this.#options.onDryRun?.(Buffer.from(bytes).toString('latin1'));
    }
    /** What was delivered is looked for in Graphite, where that was asked for. */
    async #readBack(windows, keeper) {
        const { verify: config, dryRun, limits } = this.#config;
        if (config === undefined || dryRun || windows.length === 0 || this.#delivery.failure !== undefined)
            return;
        const { readBack } = await __webpack_require__.e(/* import() */ 994).then(__webpack_require__.bind(__webpack_require__, 3994));
        const { signal } = this;
        const resend = async (window) => {
            const env_3 = { stack: [], error: void 0, hasError: false };
            try {
                const budget = __addDisposableResource(env_3, startBudget(limits.totalMs, signal), false);
                const outcome = await this.#delivery.resend(window, budget.signal);
                if (outcome.delivery === 'failed')
                    throw outcome.error;
            }
            catch (e_3) {
                env_3.error = e_3;
                env_3.hasError = true;
            }
            finally {
                __disposeResources(env_3);
            }
        };
        const isKept = (window) => this.#delivery.isUnconfirmed(window);
        const { verified, missing, lost, failure } = await readBack(windows, { config, signal, resend, isKept });
        this.#readBackCounts.verified += verified;
        this.#readBackCounts.missing += missing;
        if (failure !== undefined)
            await this.#delivery.fail(lost, failure, keeper);
    }
    /** Most runs keep nothing, so what keeps is loaded when it is needed. */
    async #keep(window, folder, nowMs) {
        const { Spool } = await __webpack_require__.e(/* import() */ 957).then(__webpack_require__.bind(__webpack_require__, 3957));
        this.#spool ??= new Spool(folder, nowMs);
        await this.#spool.add(window);
    }
    async #closeSpool() {
        try {
            await this.#spool?.finish();
        }
        catch (error) {
            if (!(error instanceof bundle_errors/* CarbonError */.kk))
                throw error;
            this.#delivery.spoolFailure ??= error;
        }
    }
    #withSpoolFailure(error) {
        const { spoolFailure } = this.#delivery;
        if (spoolFailure === undefined)
            return error;
        const { retryable, code } = error;
        return new bundle_errors/* SendError */.v8(`${error.message} ${spoolFailure.message}`, { retryable, code, cause: error });
    }
    #toResult(delivery, sources, formatter) {
        const { batches, lines, bytes, attempts, undelivered, evidence, servers, spoolFailure } = this.#delivery;
        const { renames } = this.#config;
        const used = servers.size > 0 ? [...servers] : this.#config.servers.map(formatServer);
        const file = this.#spool?.path;
        return {
            delivery,
            ...(used.length === 0 ? {} : { server: used.join(', ') }),
            ...(evidence === undefined || delivery !== 'confirmed' ? {} : { evidence }),
            batches,
            lines,
            bytes,
            attempts,
            undelivered,
            ...(file === undefined ? {} : { undeliveredFile: file, kept: this.#spool?.lines ?? 0 }),
            ...(this.#config.verify === undefined ? {} : this.#readBackCounts),
            linesMade: this.#linesMade,
            points: this.points,
            renamed: [...renames, ...formatter.renames.first],
            renamedCount: renames.length + formatter.renames.count,
            ...(formatter.numbered === undefined ? {} : { numbered: formatter.numbered }),
            ...(sources.figures === undefined ? {} : { figures: sources.figures }),
            warnings: [...sources.warnings, ...(spoolFailure === undefined ? [] : [spoolFailure.message])],
        };
    }
}
/** What could not be collected, told after everything else was done. */
function toProblem(problems, consequence) {
    return new bundle_errors/* InputError */.dz(problems.slice(0, 100), { count: problems.length, consequence });
}

;// CONCATENATED MODULE: ./.cache/bundle/spool/check-spool.js



/** Finds a spool that cannot be a folder; a link could lead what is kept to anywhere. */
function checkSpool(folder, faults) {
    const problem = findProblem(folder);
    if (problem === undefined)
        return;
    const cure = 'Name a folder; it is made where it is missing.';
    faults.add({ at: 'spool', rule: problem, value: folder, cure });
}
function findProblem(folder) {
    try {
        // A slash at the end would look behind a link.
        const stats = (0,external_node_fs_.lstatSync)((0,external_node_path_.resolve)(folder), { throwIfNoEntry: false });
        if (stats === undefined || stats.isDirectory())
            return undefined;
        return `it is a folder, not ${stats.isSymbolicLink() ? 'a link' : 'a file'}`;
    }
    catch (error) {
        return `it cannot be a folder (${error instanceof Error && 'code' in error ? (0,bundle_errors/* toText */.fE)(error.code) : (0,bundle_errors/* toText */.fE)(error)})`;
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/publish.js







/** Batches that one connection carries: what a fault can put in doubt, and what a stream holds in memory. */
const WINDOW_BATCHES = 64;
/**
 * The use case: collects the metrics that the options name, formats them, sends them, and says what became of them.
 * What is finite is checked whole before anything is sent; a stream is checked window by window.
 * @throws {InputError} with every fault of the input. @throws {SendError} where the delivery failed. Both carry the
 * Result of what had been done by then.
 */
async function publish_publish(options, around) {
    const faults = around.faults ?? new bundle_faults/* Faults */.C();
    const config = await prepare(options, around, faults);
    const canSpare = around.sparesCollected === true && faults.count === 0;
    const sources = await findSources(options, around, faults);
    const run = new Run(config, options, around);
    const rules = {
        batchSize: config.batchSize,
        windowSize: WINDOW_BATCHES,
        points: run.points,
        consequence: () => run.describeSent(),
    };
    let made = formatFinite(sources, { config, rules, faults });
    if (canSpare && faults.count > 0 && sources.collected.length > 0) {
        run.points.length = 0;
        made = formatFinite(spareCollected(sources, faults), { config, rules, faults: new bundle_faults/* Faults */.C() });
    }
    const { lines } = made;
    try {
        made.faults.throwIfAny();
        await run.sendTogether(made.windows);
        const { streams, replays } = made.sources;
        if (streams.length > 0 || replays.length > 0) {
            const { sendStreams } = await __webpack_require__.e(/* import() */ 872).then(__webpack_require__.bind(__webpack_require__, 8872));
            await sendStreams(made.sources, { run, lines, rules: { ...rules, faults: made.faults } });
        }
        return await run.finish(made.sources, lines);
    }
    catch (error) {
        throw await run.fail(error, made.sources, lines);
    }
}
/** Checks the options of a later run: every fault as one error, or nothing. No file of metrics is read. */
async function checkOptions(options, around) {
    const { checkReportOptions } = await __webpack_require__.e(/* import() */ 763).then(__webpack_require__.bind(__webpack_require__, 9763));
    const faults = around.faults ?? new Faults();
    await prepare(options, around, faults);
    checkReportOptions(options, faults);
    return faults.count === 0 ? undefined : faults.toError();
}
async function prepare(options, around, faults) {
    const config = await resolveConfig(options, around, faults);
    if (config.spool !== undefined)
        checkSpool(config.spool, faults);
    if (config.tls === undefined)
        return config;
    const { readPems } = await __webpack_require__.e(/* import() */ 725).then(__webpack_require__.bind(__webpack_require__, 8725));
    return { ...config, tls: await readPems(config.tls, faults) };
}
function formatFinite(sources, { config, rules, faults }) {
    const lines = new LineFormatter(config.lines, faults);
    const windows = (0,format_windows/* formatAll */.x)([...sources.metrics, ...sources.collected], lines, rules);
    return { sources, faults, lines, windows };
}
/** What was collected alone: the faults of everything else are told after it was sent. */
function spareCollected(sources, faults) {
    const problems = [...faults.toError().faults, ...sources.problems];
    return { ...sources, metrics: [], streams: [], replays: [], problems };
}

;// CONCATENATED MODULE: ./.cache/bundle/report/numbered.js

/** Which collected names got a number, in one message; nothing where all were different. */
function formatNumbered({ numbered }) {
    if (numbered === undefined)
        return undefined;
    const shown = numbered.first.slice(0, 10).map(({ from, to }) => `${(0,bundle_errors/* quote */.hD)(from)} → ${to}`);
    const rest = numbered.count - shown.length;
    const more = rest > 0 ? `, … and ${rest} more` : '';
    return `Names that became one path were told apart by a number: ${shown.join(', ')}${more}.`;
}

;// CONCATENATED MODULE: ./.cache/bundle/report/amounts.js
const BYTE_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];
/** A length of time for people: `0.42 s`, `4 min 32 s`, `1 h 5 min`. */
function amounts_formatDuration(seconds) {
    if (!Number.isFinite(seconds))
        return '–';
    if (seconds < 59.95)
        return `${Number(seconds.toFixed(seconds < 10 ? 2 : 1))} s`;
    const whole = Math.round(seconds);
    const minutes = Math.floor(whole / 60);
    if (minutes < 60)
        return `${minutes} min${whole % 60 === 0 ? '' : ` ${whole % 60} s`}`;
    return `${amounts_formatCount(Math.floor(minutes / 60))} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`;
}
/** A number of bytes in the unit that keeps it short: `1.23 MiB`. */
function formatBytes(bytes) {
    if (!Number.isFinite(bytes))
        return '–';
    let value = bytes;
    let unit = 0;
    while (value >= 1023.995 && unit < BYTE_UNITS.length - 1) {
        value /= 1024;
        unit += 1;
    }
    return `${unit === 0 ? amounts_formatCount(value) : value.toFixed(value < 10 ? 2 : 1)} ${BYTE_UNITS[unit]}`;
}
/** A whole number with its thousands apart: `12,345`. */
function amounts_formatCount(count) {
    if (!Number.isFinite(count))
        return '–';
    return String(Math.round(count)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
/** A count with its noun: `1 step`, `2 steps`. */
function amounts_formatCounted(count, noun) {
    return `${amounts_formatCount(count)} ${count === 1 ? noun : `${noun}s`}`;
}
/** The share of a whole; only all of it is 100 %, and a dash stands where there is nothing to share. */
function formatShare(part, whole) {
    if (whole <= 0)
        return '–';
    const percent = Math.round((part / whole) * 1000) / 10;
    return formatPercent(part < whole ? Math.min(percent, 99.9) : percent);
}
/** A percentage with one decimal. */
function formatPercent(percent) {
    return Number.isFinite(percent) ? `${percent.toFixed(1)} %` : '–';
}
/** An instant to the second, in UTC; nothing where no calendar has it. */
function amounts_formatInstant(epochSeconds) {
    if (!(epochSeconds >= 0 && epochSeconds < 253_402_300_800))
        return undefined;
    // `toISOString` sets up more than it needs when it is called first: as long as all the rest of a small summary takes.
    const at = new Date(Math.floor(epochSeconds) * 1000);
    const date = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()].map(pad).join('-');
    return `${date}T${[at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(pad).join(':')}Z`;
}
function pad(part) {
    return String(part).padStart(2, '0');
}

;// CONCATENATED MODULE: ./.cache/bundle/report/paint.js
/** The codes of ECMA-48 that turn each on and off again; every terminal of the last thirty years has them. */
const CODES = {
    good: [32, 39],
    bad: [31, 39],
    warning: [33, 39],
    head: [1, 22],
    faint: [2, 22],
};
/** The colours of a terminal, or none. */
function createPaint(hasColour) {
    if (!hasColour)
        return (_, text) => text;
    return (meaning, text) => {
        const [on, off] = CODES[meaning];
        return text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`;
    };
}

// EXTERNAL MODULE: ./.cache/bundle/report/printable.js
var printable = __webpack_require__(7638);
;// CONCATENATED MODULE: ./.cache/bundle/report/visible-line.js

/**
 * Outside text as one line that can be seen, cut to so many characters. What only joins or colours pictographs goes
 * away, line breaks become blanks, and whatever else cannot be seen is spelt out.
 */
function visible_line_toVisibleLine(text, maxCharacters) {
    // Ten thousand characters of a name need not be looked at to show the first hundred.
    const start = text.slice(0, 4 * maxCharacters + 16);
    const line = (0,bundle_errors/* escapeInvisible */.ts)(start.replace(/[\s\u0085]+/gu, ' ').replace(/[\ufe0f\u200d]/gu, '')).trim();
    const characters = [...line];
    if (characters.length <= maxCharacters && start.length === text.length)
        return line;
    return `${characters.slice(0, maxCharacters - 1).join('')}…`;
}

;// CONCATENATED MODULE: ./.cache/bundle/report/mermaid.js

/** What GitHub's Mermaid draws at most is 50,000 characters; longer diagrams are replaced by an error. */
const MAX_DIAGRAM_CHARACTERS = 48_000;
/** What has a meaning to some version of Mermaid, to a fence or to HTML, and what looks like it and has none. */
const HARMLESS = {
    ':': '∶',
    ';': ',',
    '#': '♯',
    '<': '‹',
    '>': '›',
    '"': '”',
    '`': '’',
    '{': '(',
    '}': ')',
    // Mermaid writes its own references with it before it parses, and turns them into markup afterwards.
    ﬂ: 'fl',
};
/** Outside text as a label of a diagram: none of its characters means anything to Mermaid. */
function toLabel(text, maxCharacters) {
    return toVisibleLine(text, maxCharacters)
        .replace(/[:;#<>"`{}ﬂ]/g, (character) => HARMLESS[character] ?? '')
        .replace(/([%$])(?=\1)/g, '$1 ');
}
/** A diagram as GitHub finds it in Markdown; `config` is Mermaid's own, of this one diagram. */
function mermaid_formatFence(lines, config) {
    return ['```mermaid', ...formatDiagram(lines, config), '```'].join('\n');
}
function formatDiagram(lines, config) {
    return [`%%{init: ${JSON.stringify(config)}}%%`, ...lines];
}

;// CONCATENATED MODULE: ./.cache/bundle/report/chart.js


/** Both can be told from white and from black. */
const MAX_COLOUR = '#d4811f';
const MEAN_COLOUR = '#2f81f7';
/** Mean and maximum of a series over time, as Mermaid's xychart. */
function chart_formatChart(series, subject) {
    const { unit: time, seconds } = chooseTimeUnit(series.spanSeconds);
    const list = (key) => series.points.map((point) => formatNumber(point[key] / subject.perUnit)).join(', ');
    const highest = series.points.reduce((most, { max }) => Math.max(most, max), 0) / subject.perUnit;
    const top = Math.max(subject.leastTop ?? 0, roundUp(highest));
    const clock = formatInstant(series.startedAt)?.slice(11) ?? 'the start';
    const lines = [
        'xychart-beta',
        `title "${subject.title}: mean (blue) and maximum (orange)"`,
        `x-axis "${time} since ${clock.replace('Z', ' UTC')}" 0 --> ${formatNumber(series.spanSeconds / seconds)}`,
        `y-axis "${subject.unit}" 0 --> ${formatNumber(top)}`,
        `line [${list('max')}]`,
        `line [${list('mean')}]`,
    ];
    return formatFence(lines, {
        xyChart: { width: 900, height: 300, titleFontSize: 16 },
        themeVariables: { xyChart: { plotColorPalette: `${MAX_COLOUR}, ${MEAN_COLOUR}` } },
    });
}
function chooseTimeUnit(spanSeconds) {
    if (spanSeconds < 180)
        return { unit: 'seconds', seconds: 1 };
    return spanSeconds < 4 * 3600 ? { unit: 'minutes', seconds: 60 } : { unit: 'hours', seconds: 3600 };
}
/** Mermaid's grammar knows no exponent. */
function formatNumber(number) {
    return String(Number(Math.min(number, 1e15).toFixed(2)));
}
/** The next number that an axis can well end at: 1, 2, 2.5, 5 or 10 times a power of ten. */
function roundUp(number) {
    if (!(number > 0))
        return 1;
    const power = 10 ** Math.floor(Math.log10(number));
    const step = [1, 2, 2.5, 4, 5, 6, 8, 10].find((factor) => factor * power >= number) ?? 10;
    return Math.max(0.01, step * power);
}

;// CONCATENATED MODULE: ./.cache/bundle/report/html.js


const MAX_PARAGRAPH_CHARACTERS = 20_000;
const MAX_PARAGRAPH_BYTES = 80_000;
const MAX_NAME_CHARACTERS = 100;
const encoder = new TextEncoder();
/** Every character that HTML or Markdown reads as more than itself becomes a numbered reference. */
function escapeHtml(text) {
    return escapeInvisible(text).replace(/[&<>"'`*_~[\]()#@!|\\{}$]/g, (character) => `&#${character.charCodeAt(0)};`);
}
/** A paragraph whose text can form neither markup nor a mention, a link or a second line. */
function html_paragraph(text) {
    let kept = text.slice(0, MAX_PARAGRAPH_CHARACTERS);
    while (countBytes(escapeHtml(kept)) > MAX_PARAGRAPH_BYTES)
        kept = kept.slice(0, kept.length / 2);
    const cut = kept.length < text.length ? `${kept}…` : kept;
    return `<p>${cut
        .split('\n')
        .map((line) => escapeHtml(line))
        .join('<br>')}</p>`;
}
/** Exact text of ours or of a path, as it is. */
function code(text) {
    return { html: `<code>${escapeHtml(text)}</code>` };
}
/** A name from outside, cut to what a table has room for. */
function html_nameCell(name) {
    return code(toVisibleLine(name, MAX_NAME_CHARACTERS));
}
/** A number as it is to be read. */
function html_numberCell(text) {
    return { html: escapeHtml(text), isNumber: true };
}
/** Words. */
function html_textCell(text) {
    return { html: escapeHtml(text) };
}
/** One row of a table. */
function html_formatCells(cells) {
    const inside = cells.map(({ html, isNumber }) => `<td${isNumber === true ? ' align="right"' : ''}>${html}</td>`);
    return `<tr>${inside.join('')}</tr>`;
}
/** A table of rows that are HTML already: no empty line may stand in it, or Markdown begins again. */
function html_table(heads, rows) {
    const head = heads.map((one) => `<th>${escapeHtml(one)}</th>`).join('');
    return `<table><tr>${head}</tr>\n${rows.join('\n')}\n</table>`;
}
/** A block that people open when they want it. */
function html_details(summary, body) {
    return `<details><summary>${escapeHtml(summary)}</summary>\n${body}\n</details>`;
}
/** As many texts, from the first, as these bytes have room for; the runner counts bytes, not characters. */
function takeWithin(texts, maxBytes) {
    let room = maxBytes;
    const end = texts.findIndex((text) => {
        room -= countBytes(text) + 2;
        return room < 0;
    });
    return end === -1 ? texts : texts.slice(0, end);
}
/** The bytes of a text in UTF-8. */
function countBytes(text) {
    return encoder.encode(text).length;
}

;// CONCATENATED MODULE: ./.cache/bundle/report/summary-runner.js




const GIBIBYTE = (/* unused pure expression or super */ null && (1024 ** 3));
const MEBIBYTE = (/* unused pure expression or super */ null && (1024 ** 2));
/** What is measured, in words, and how its numbers are written. */
const MEASURES = [
    { key: 'cpuPercent', name: 'CPU', format: formatPercent },
    { key: 'memoryUsedBytes', name: 'Memory', format: formatBytes },
    { key: 'memoryPercent', name: 'Memory, share', format: formatPercent },
    { key: 'diskUsedBytes', name: 'Disk', format: formatBytes },
    { key: 'diskPercent', name: 'Disk, share', format: formatPercent },
    { key: 'networkReceivedBytesPerSecond', name: 'Network, received', format: formatRate },
    { key: 'networkSentBytesPerSecond', name: 'Network, sent', format: formatRate },
];
/** What the runner was measured at: a table of everything, charts of CPU and memory. */
function formatRunner(runner) {
    const totals = listTotals(runner);
    if (totals.length === 0)
        return [];
    const rows = totals.map(({ name, mean, max }) => formatCells([textCell(name), numberCell(mean), numberCell(max)]));
    return ['#### Runner', table(['', 'Mean', 'Maximum'], rows), ...formatCharts(runner)];
}
/** The mean and the maximum of whatever was measured. */
function listTotals({ slots }) {
    return MEASURES.flatMap(({ key, name, format }) => {
        const total = combine(listSamples(slots, key));
        return total === undefined ? [] : [{ key, name, mean: format(total.mean), max: format(total.max) }];
    });
}
function combine(samples) {
    const known = samples.filter(({ mean, max }) => Number.isFinite(mean) && Number.isFinite(max));
    if (known.length === 0)
        return undefined;
    return {
        mean: known.reduce((sum, { mean }) => sum + mean, 0) / known.length,
        max: known.reduce((most, { max }) => Math.max(most, max), 0),
    };
}
function listSamples(slots, key) {
    return slots.flatMap((slot) => {
        const measured = slot[key];
        return measured === undefined ? [] : [{ at: slot.startedAt, mean: measured.mean, max: measured.max }];
    });
}
function formatCharts({ slots, slotSeconds }) {
    const memory = listSamples(slots, 'memoryUsedBytes');
    const isBig = memory.some(({ max }) => max >= GIBIBYTE);
    const subjects = [
        [listSamples(slots, 'cpuPercent'), { title: 'CPU', unit: '%', perUnit: 1, leastTop: 100 }],
        [memory, { title: 'Memory', unit: isBig ? 'GiB' : 'MiB', perUnit: isBig ? GIBIBYTE : MEBIBYTE }],
    ];
    const series = subjects.map(([samples, subject]) => ({ subject, thin: thinOut(samples, slotSeconds) }));
    const charts = series.flatMap(({ subject, thin }) => thin === undefined ? [] : [formatChart(thin, subject)]);
    const longest = Math.max(0, ...series.map(({ thin }) => thin?.pointSeconds ?? 0));
    const isThinned = charts.length > 0 && longest > 1.5 * slotSeconds;
    const note = `Each point stands for ${formatDuration(longest)}, so for more than one of the ${formatCounted(slots.length, 'slot')}: the mean of their means and the highest of their maxima.`;
    return isThinned ? [...charts, paragraph(note)] : charts;
}
function formatRate(bytesPerSecond) {
    return `${formatBytes(bytesPerSecond)}/s`;
}

;// CONCATENATED MODULE: ./.cache/bundle/report/summary-tests.js


const MAX_SUITES = 20;
const HEADS = (/* unused pure expression or super */ null && (['', 'Tests', 'Passed', 'Failed', 'Errors', 'Skipped', 'Flaky', 'Time']));
/** How the tests went: all together, then the suites, the worst of them first. */
function formatTests(tests) {
    const all = formatRow({ html: `${isBroken(tests) ? '❌' : '✅'} <b>all</b>` }, tests);
    const totals = table(HEADS, [all]);
    if (tests.suites.length === 0)
        return ['#### Tests', totals];
    const shown = rankSuites(tests.suites).slice(0, MAX_SUITES);
    const rest = tests.suites.length - shown.length;
    const more = rest > 0 ? `\n… and ${formatCounted(rest, 'more suite')}.` : '';
    const rows = shown.map((suite) => formatRow(nameSuite(suite), suite));
    const head = formatHead(tests.suites);
    return ['#### Tests', totals, details(head, `${table(HEADS, rows)}${more}`)];
}
/** The suites with the most failures, then the most flaky ones, then the slowest. */
function rankSuites(suites) {
    return suites.toSorted((one, other) => countBroken(other) - countBroken(one) ||
        other.flaky - one.flaky ||
        other.durationSeconds - one.durationSeconds);
}
/** Failures and errors together. */
function countBroken({ failed, errors }) {
    return failed + errors;
}
function formatHead(suites) {
    const broken = suites.filter(isBroken).length;
    const order = broken > 0 ? `${formatCount(broken)} with failures, the worst first` : 'the slowest first';
    return `${formatCounted(suites.length, 'suite')}, ${order}`;
}
function isBroken(counts) {
    return countBroken(counts) > 0;
}
function nameSuite(suite) {
    return { html: `${isBroken(suite) ? '❌' : '✅'} ${nameCell(suite.name).html}` };
}
function formatRow(name, counts) {
    const { total, passed, failed, errors, skipped, flaky } = counts;
    const numbers = [total, passed].map((count) => numberCell(formatCount(count)));
    const findings = [failed, errors, skipped, flaky].map((count) => count === 0 ? numberCell('–') : { html: `<b>${formatCount(count)}</b>`, isNumber: true });
    return formatCells([name, ...numbers, ...findings, numberCell(formatDuration(counts.durationSeconds))]);
}

;// CONCATENATED MODULE: ./.cache/bundle/report/text-figures.js





const MAX_NAMES = 5;
const text_figures_MAX_NAME_CHARACTERS = 60;
const HEAD_CHARACTERS = 10;
/** What the run knows of its job, a few lines a part. */
function formatFigures(figures, paint) {
    const { tests, coverage = [], sizes = [], job, runner } = figures;
    const parts = [
        ['Tests', tests === undefined ? [] : listTests(tests, paint)],
        ['Coverage', listCoverage(coverage)],
        ['Sizes', listSizes(sizes, paint)],
        ['Job', job === undefined ? [] : listJob(job, paint)],
        ['Runner', runner === undefined ? [] : listRunner(runner)],
    ];
    return parts.flatMap(([head, lines]) => lines.map((line, index) => {
        const padded = (index === 0 ? head : '').padEnd(HEAD_CHARACTERS);
        return `${paint('head', padded)}${line}`;
    }));
}
function listTests(tests, paint) {
    const { passed, failed, errors, skipped, flaky } = tests;
    const parts = [
        paint('good', `${amounts_formatCount(passed)} passed`),
        ...(failed > 0 ? [paint('bad', `${amounts_formatCount(failed)} failed`)] : []),
        ...(errors > 0 ? [paint('bad', amounts_formatCounted(errors, 'error'))] : []),
        ...(skipped > 0 ? [`${amounts_formatCount(skipped)} skipped`] : []),
        ...(flaky > 0 ? [paint('warning', `${amounts_formatCount(flaky)} flaky`)] : []),
    ];
    const total = `${amounts_formatCount(tests.total)} in ${amounts_formatDuration(tests.durationSeconds)}: ${parts.join(', ')}`;
    const broken = rankSuites(tests.suites).filter((suite) => countBroken(suite) > 0);
    const names = broken
        .slice(0, MAX_NAMES)
        .map((suite) => `${paint('bad', amounts_formatCounted(countBroken(suite), 'failure'))} of ${amounts_formatCount(suite.total)} in ${toName(suite.name)}`);
    return [total, ...names, ...countRest(broken.length - names.length, 'suite', paint)];
}
function listCoverage(coverage) {
    if (coverage.length === 0)
        return [];
    const kinds = coverage.map(({ kind, covered, total }) => `${kind} ${formatShare(covered, total)} (${amounts_formatCount(covered)} of ${amounts_formatCount(total)})`);
    return [kinds.join(', ')];
}
function listSizes(sizes, paint) {
    const shown = sizes.toSorted((one, other) => other.bytes - one.bytes).slice(0, MAX_NAMES);
    const lines = shown.map(({ name, bytes, gzipBytes, files }) => `${formatBytes(bytes)}, ${formatBytes(gzipBytes)} with gzip, ${amounts_formatCounted(files, 'file')}: ${toName(name)}`);
    return [...lines, ...countRest(sizes.length - shown.length, 'name', paint)];
}
function listJob(job, paint) {
    const status = paint(job.status === 'success' ? 'good' : 'bad', job.status);
    const slowest = job.steps
        .map(({ name, startedAt, endedAt }) => ({ name, seconds: endedAt - startedAt }))
        .toSorted((one, other) => other.seconds - one.seconds)[0];
    const steps = slowest === undefined
        ? ''
        : `, ${amounts_formatCounted(job.steps.length, 'step')}; the longest ${amounts_formatDuration(slowest.seconds)}: ${toName(slowest.name)}`;
    return [`${status} in ${amounts_formatDuration(job.durationSeconds)}${steps}`];
}
function listRunner(runner) {
    const totals = listTotals(runner).filter(({ key }) => key === 'cpuPercent' || key === 'memoryUsedBytes');
    const parts = totals.map(({ name, mean, max }) => `${name} ${mean} (at most ${max})`);
    return parts.length === 0 ? [] : [parts.join(', ')];
}
function toName(name) {
    return (0,printable/* toPrintable */.f)(visible_line_toVisibleLine(name, text_figures_MAX_NAME_CHARACTERS));
}
function countRest(rest, noun, paint) {
    return rest > 0 ? [paint('faint', `… and ${amounts_formatCounted(rest, `more ${noun}`)}`)] : [];
}

;// CONCATENATED MODULE: ./.cache/bundle/report/unit.js
const UNITS = [
    ['_bytes_per_second', 'B/s'],
    ['_seconds', 's'],
    ['_bytes', 'B'],
    ['_percent', '%'],
];
/** The unit that the end of a path tells, whoever named it; nothing where it tells none. */
function findUnit(path) {
    const nodes = (path.split(';', 1)[0] ?? '').split('.');
    const last = nodes.at(-1) ?? '';
    const measured = last === 'mean' || last === 'max' ? (nodes.at(-2) ?? '') : last;
    return UNITS.find(([ending]) => `_${measured}`.endsWith(ending))?.[1] ?? '';
}

;// CONCATENATED MODULE: ./.cache/bundle/report/text.js






const MAX_ROWS = 30;
const GAP = '  ';
/** A path that is cut further tells nothing. */
const LEAST_PATH_CHARACTERS = 20;
/** Whether a run has more to show than the one line that tells its verdict. */
function hasMoreToShow(result, isTerminal) {
    return Object.keys(result.figures ?? {}).length > 0 || (isTerminal && result.linesMade > 1);
}
/**
 * A run as a table and a few lines, to stand above its verdict; every line ends. No outside content in it is a control
 * or a workflow command: the escapes are the colours' alone, so it is printed as it is.
 */
function formatText(result, view) {
    const paint = createPaint(view.hasColour);
    const lines = [...formatTable(result, paint, view.columns), ...formatFigures(result.figures ?? {}, paint)];
    return lines.map((line) => `${line}\n`).join('');
}
function formatTable(result, paint, columns) {
    const shown = result.points.slice(0, MAX_ROWS);
    if (shown.length === 0)
        return [];
    const hasTime = shown.some(({ timestamp }) => timestamp !== shown[0]?.timestamp);
    const heads = { path: 'Path', value: 'Value', unit: 'Unit', time: hasTime ? 'Time' : '' };
    const rows = shown.map((point) => toRow(point, hasTime));
    const widths = measure([heads, ...rows], columns);
    const [head = '', ...body] = [heads, ...rows].map((row) => text_formatRow(row, widths));
    const rest = result.linesMade - shown.length;
    const more = rest > 0 ? [paint('faint', `… and ${amounts_formatCounted(rest, 'more metric')}`)] : [];
    return [paint('head', head), ...body, ...more];
}
function toRow({ path, value, timestamp }, hasTime) {
    const time = hasTime ? (amounts_formatInstant(timestamp) ?? String(timestamp)) : '';
    return { path: toCell(path), value: toCell(value), unit: findUnit(path), time };
}
/** One line, and no part of a command. */
function toCell(text) {
    return (0,printable/* toPrintable */.f)((0,bundle_errors/* escapeInvisible */.ts)(text));
}
function measure(rows, columns = Number.POSITIVE_INFINITY) {
    const widest = (key) => rows.reduce((most, row) => Math.max(most, row[key].length), 0);
    const others = { value: widest('value'), unit: widest('unit'), time: widest('time') };
    const taken = others.value + others.unit + others.time + 3 * GAP.length;
    const room = Math.max(LEAST_PATH_CHARACTERS, columns - taken);
    return { path: Math.min(widest('path'), room), ...others };
}
function text_formatRow(row, widths) {
    // The end of a path tells one metric from another.
    const path = row.path.length > widths.path ? `…${[...row.path].slice(1 - widths.path).join('')}` : row.path;
    const cells = [
        path.padEnd(widths.path),
        row.value.padStart(widths.value),
        row.unit.padEnd(widths.unit),
        row.time,
    ];
    return cells.join(GAP).trimEnd();
}

;// CONCATENATED MODULE: ./.cache/bundle/report/verdict.js

/** One sentence on how the run ended, in exact words: nothing is called stored that was not read back. */
function formatVerdict(result) {
    const amount = formatAmount(result);
    const server = result.server ?? 'no server';
    const undelivered = formatUndelivered(result);
    const kept = undelivered === undefined ? '' : ` ${undelivered}`;
    switch (result.delivery) {
        case 'confirmed':
            return `Confirmed: ${amount}; ${server} closed after reading everything.`;
        case 'sent':
            return `Sent, not confirmed: ${amount}; ${server} did not close in time, so nobody knows what it read.${kept}`;
        case 'failed':
            return result.lines === 0
                ? `Failed: nothing was delivered${result.server === undefined ? '' : ` to ${server}`}.`
                : `Failed: only ${amount} went to ${server} before.`;
        case 'skipped':
            return 'Skipped: there was nothing to send.';
        case 'dry-run':
            return `Dry run: ${count(result.linesMade, 'line')} made, nothing sent.`;
    }
}
/** Where the lines are that were not confirmed; nothing where none were kept. */
function formatUndelivered(result) {
    if (result.undeliveredFile === undefined)
        return undefined;
    return `What was not confirmed is kept for replay in ${(0,bundle_errors/* escapeInvisible */.ts)(result.undeliveredFile)} (${count(result.kept ?? result.undelivered, 'line')}).`;
}
/** The renames of a run in one message; nothing where no name changed. */
function formatRenames(result) {
    if (result.renamedCount === 0)
        return undefined;
    const shown = result.renamed.slice(0, 10).map(({ from, to }) => `"${cutName(from)}" → ${cutName(to)}`);
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
function cutName(text) {
    return (0,bundle_errors/* escapeInvisible */.ts)(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
/** Where the metrics of a run lie: the path of one, or the first path of several. */
function formatLocation(result) {
    const [first] = result.points;
    if (first === undefined)
        return '';
    return result.linesMade === 1 ? ` Path: ${first.path}` : ` First path: ${first.path}`;
}

;// CONCATENATED MODULE: ./.cache/bundle/report/warnings.js

const MAX_WARNINGS = 50;
/** The warnings of a run as a log has room for them: the first ones, and how many more there are. */
function listWarnings({ warnings }) {
    const rest = warnings.length - MAX_WARNINGS;
    return rest > 0
        ? [...warnings.slice(0, MAX_WARNINGS), `… and ${amounts_formatCounted(rest, 'more warning')}.`]
        : warnings;
}

;// CONCATENATED MODULE: ./.cache/bundle/stop-on-signal.js
/** Makes SIGINT and SIGTERM a signal to end the work well: a runner that cancels a job sends the one, then the other. */
function stopOnSignal() {
    const controller = new AbortController();
    const stop = () => controller.abort();
    // Once each: whoever asks a second time means at once.
    process.once('SIGINT', stop).once('SIGTERM', stop);
    const end = () => {
        process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
    };
    return { signal: controller.signal, end, [Symbol.dispose]: end };
}

;// CONCATENATED MODULE: ./.cache/bundle/update.js

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
/**
 * Reads test reports, coverage reports, sizes and what is known of the job, and sends them with everything else that is
 * named. Without a `scope` they lie directly below group and source. What cannot be read is a warning in the result.
 * @throws {InputError} where the input is wrong and nothing was sent; or, after everything else was sent, where a file is
 * missing or, with `onBadReport: 'fail'`, cannot be counted: then `result` says what was sent.
 * @throws {SendError} where the delivery failed; `result` says what is known.
 */
function report(options) {
    return publishFromHere(options);
}
async function publishFromHere(options) {
    const nowMs = Date.now();
    const defaultSource = options.source === undefined ? await readHostName() : undefined;
    return publish(options, { face: 'library', nowMs, defaultSource });
}
/** This host's name up to the first dot. */
async function readHostName() {
    const { hostname } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8161, 23));
    return hostname().split('.')[0] ?? '';
}

;// CONCATENATED MODULE: ./.cache/bundle/cli/find-surroundings.js


/** Where a CI system says what it builds; its host names are random, and every run would make new series. */
const CI_VARIABLES = ['GITHUB_REPOSITORY', 'CI_PROJECT_PATH', 'JOB_NAME'];
/** Where GitHub, GitLab and Jenkins say what folder they build in. */
const WORKSPACE_VARIABLES = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR', 'WORKSPACE'];
/** The source where none is given: the CI system's repository or job where there is one, else this host's short name. */
async function findDefaultSource(env) {
    const named = isCi(env) ? CI_VARIABLES.map((name) => env[name]).find((value) => value) : undefined;
    return named ?? readHostName();
}
/** The job as GitHub or GitLab names it; GitLab's name of a job has its matrix in it. */
function findJob(env) {
    if (!isCi(env))
        return undefined;
    return findJobNames({
        workflowRef: env['GITHUB_WORKFLOW_REF'],
        workflow: env['GITHUB_WORKFLOW'],
        job: env['GITHUB_JOB'] ?? env['CI_JOB_NAME'],
    });
}
/** The folder of the CI system's checkout: whoever proposed the change that is built chose what lies in it. */
function findWorkspace(env) {
    if (!isCi(env))
        return undefined;
    return WORKSPACE_VARIABLES.map((name) => env[name]).find((value) => value);
}
function isCi(env) {
    return env['CI'] !== undefined && env['CI'] !== '' && env['CI'] !== 'false';
}

;// CONCATENATED MODULE: ./.cache/bundle/cli/pairs.js
/** The tags of `name=value` flags; a fault is gathered. */
function toTags(pairs, faults) {
    const tags = [];
    for (const pair of pairs) {
        const [name = '', ...rest] = pair.split('=');
        if (rest.length === 0)
            faults.add({ at: '--tag', rule: 'a tag is name=value', value: pair, cure: 'Add "=value".' });
        else if (tags.some(([earlier]) => earlier === name))
            faults.add({ at: '--tag', rule: 'a tag is given once', value: pair, cure: 'Keep one.' });
        else
            tags.push([name, rest.join('=')]);
    }
    return Object.fromEntries(tags);
}
/** The globs of `name=glob` flags, where there are any: a name that is given again has one more. */
function toSizes(pairs, faults) {
    const sizes = new Map();
    for (const pair of pairs) {
        const [name = '', ...rest] = pair.split('=');
        if (rest.length === 0)
            faults.add({ at: '--size', rule: 'a size is name=glob', value: pair, cure: 'Add "=" and the files.' });
        else
            sizes.set(name, [...(sizes.get(name) ?? []), rest.join('=')]);
    }
    return sizes.size === 0 ? undefined : Object.fromEntries(sizes);
}

;// CONCATENATED MODULE: ./.cache/bundle/cli/progress.js
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

;// CONCATENATED MODULE: ./.cache/bundle/cli/publish-command.js












/** Sends what the flags name; returns the exit code. */
async function runPublish(flags, io) {
    const { console } = io;
    const faults = new bundle_faults/* Faults */.C();
    const options = toOptions(flags, { ...io, faults });
    const stopping = stopOnSignal();
    const progress = flags['quiet'] === true ? undefined : await startProgress(await sizeOf(flags['file']));
    try {
        const result = await publish_publish({ ...options, signal: stopping.signal }, {
            face: 'cli',
            nowMs: Date.now(),
            faults,
            defaultSource: options.source === undefined ? await findDefaultSource(io.env) : undefined,
            job: findJob(io.env),
            stdin: process.stdin,
            workspace: findWorkspace(io.env),
            onRead: progress?.add,
        });
        progress?.end();
        tell(result, flags, console);
        return 0;
    }
    catch (error) {
        progress?.end();
        if (!(error instanceof bundle_errors/* CarbonError */.kk))
            throw error;
        tellError(error, flags, console);
        return error instanceof bundle_errors/* InputError */.dz ? 2 : 1;
    }
    finally {
        stopping.end();
        // A run that was stopped leaves it half read, and an open pipe keeps the process.
        if (stopping.signal.aborted)
            process.stdin.destroy();
    }
}
function tell(result, flags, console) {
    if (flags['json'] === true) {
        console.exact(`${JSON.stringify(result)}\n`);
        return;
    }
    if (flags['debug'] === true)
        tellPoints(result, console);
    if (flags['quiet'] !== true)
        tellTable(result, console);
    if (result.delivery === 'sent')
        console.err(formatVerdict(result));
    if (flags['quiet'] === true)
        return;
    for (const message of [formatRenames(result), formatNumbered(result), ...listWarnings(result)])
        if (message !== undefined)
            console.err(message);
    // A dry run's standard output is the lines alone, for whatever reads them.
    if (result.delivery === 'dry-run')
        console.err(formatVerdict(result));
    else if (result.delivery !== 'sent')
        console.out(`${formatVerdict(result)}${formatLocation(result)}`);
}
/** What was found, as a table; for a run that only wrote a line or two the verdict is enough. */
function tellTable(result, console) {
    const { columns, isTerminal, hasColour } = console.screen;
    if (result.delivery === 'dry-run' || !hasMoreToShow(result, isTerminal))
        return;
    console.exact(formatText(result, { columns, hasColour }));
}
function tellError(error, flags, console) {
    const { result } = error;
    const wasDelivered = result !== undefined && result.delivery !== 'failed';
    if (wasDelivered && flags['json'] !== true)
        tell(result, flags, console);
    if (flags['json'] === true) {
        const faults = error instanceof bundle_errors/* InputError */.dz ? { faults: error.faults } : {};
        const report = { delivery: 'failed', ...result, error: error.message, ...faults };
        console.exact(`${JSON.stringify(report)}\n`);
    }
    console.err(`carbonclient: ${error.message}`);
    if (error instanceof bundle_errors/* SendError */.v8 && error.inputError !== undefined)
        console.err(`carbonclient: ${error.inputError.message}`);
    if (result !== undefined && !wasDelivered && result.lines > 0)
        console.err(formatVerdict(result));
    const kept = result === undefined ? undefined : formatUndelivered(result);
    if (kept !== undefined)
        console.err(kept);
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
        junit: list('junit'),
        junitSuites: flags['junitSuites'] === true,
        coverage: list('coverage'),
        sizes: toSizes(list('size'), around.faults),
        onBadReport: text('onBadReport'),
        ifNoFilesFound: text('ifNoFilesFound'),
        followSymbolicLinks: flags['followSymbolicLinks'] === true,
        scope: text('scope'),
        jobStatus: text('jobStatus'),
        jobStartedAt: text('jobStartedAt'),
        tags: toTags(list('tag'), around.faults),
        timestamp: text('timestamp'),
        extraCharacters: text('extraCharacters'),
        batchSize: text('batchSize'),
        timeout: text('timeout'),
        retries: text('retries'),
        spool: text('spool'),
        tls: flags['tls'] === true,
        tlsCa: text('tlsCa'),
        tlsCert: text('tlsCert'),
        tlsKey: text('tlsKey'),
        tlsServerName: text('tlsServerName'),
        verify: flags['verify'] === true,
        graphiteUrl: text('graphiteUrl'),
        verifyTimeout: text('verifyTimeout'),
        graphiteUser: text('graphiteUser'),
        // On a command line every process of the machine could read them.
        graphitePassword: around.env['GRAPHITE_PASSWORD'],
        graphiteToken: around.env['GRAPHITE_TOKEN'],
        connectTimeout: text('connectTimeout'),
        writeTimeout: text('writeTimeout'),
        confirmTimeout: text('confirmTimeout'),
        dryRun: flags['dryRun'] === true,
        onDryRun: flags['json'] === true ? undefined : (lines) => printExact(lines, around),
    };
}
/** In a job of GitHub Actions standard output is read for commands, and a path may begin like one. */
function printExact(lines, { console, env }) {
    const [command] = env['GITHUB_ACTIONS'] === 'true' ? (/^::.*/m.exec(lines) ?? []) : [];
    if (command !== undefined) {
        const rule = 'a line that begins with "::" is a command to the runner, and is not printed';
        throw new bundle_errors/* InputError */.dz([{ at: '--dry-run', rule, value: command, cure: 'Give a group, or use --json.' }]);
    }
    console.exact(lines);
}
/** The bytes of the streamed files together; nothing where one of them has no size. */
async function sizeOf(files) {
    if (!Array.isArray(files) || files.length === 0 || files.includes('-'))
        return undefined;
    const sizes = await Promise.all(files.map((file) => (0,promises_.stat)(file).then(({ size }) => size, () => Number.NaN)));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    return Number.isNaN(total) ? undefined : total;
}


/***/ }),

/***/ 5004:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ ScalarReader)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5523);

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
    const text = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toText */ .fE)(written).trim();
    return text === '' ? undefined : text;
}


/***/ }),

/***/ 7713:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ Faults)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5523);

const MAX_KEPT = 100;
/** Gathers the faults of one run: keeps the first hundred, counts them all. */
class Faults {
    #kept = [];
    #count = 0;
    get count() {
        return this.#count;
    }
    /** Whether a further fault would only be counted. */
    get isFull() {
        return this.#kept.length === MAX_KEPT;
    }
    add(fault) {
        this.#count += 1;
        if (this.#kept.length < MAX_KEPT)
            this.#kept.push(fault);
    }
    /** The gathered faults as one error; `consequence` says what was sent in spite of them, if anything. */
    toError(consequence) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(this.#kept, { count: this.#count, consequence });
    }
    throwIfAny(consequence) {
        if (this.#count > 0)
            throw this.toError(consequence);
    }
}


/***/ }),

/***/ 504:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ BatchBuilder)
/* harmony export */ });
/** Joins lines, part by part, into batches of at most `batchSize`. */
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
    /** Adds a part of a line; joining the parts here is a third quicker than making each line first. */
    append(part) {
        this.#text += part;
    }
    /** Says that the line, with its LF, is whole. */
    endLine() {
        this.#lines += 1;
        if (this.#lines === this.#batchSize)
            this.#close();
    }
    /** Whether a line that starts and ends so was added since the last time that all was taken. */
    hasLine(line) {
        const isIn = (text) => {
            for (let at = findLine(text, line.start, 0); at >= 0; at = findLine(text, line.start, at + 1)) {
                if (text.startsWith(line.end, text.indexOf(' ', at + line.start.length)))
                    return true;
            }
            return false;
        };
        return (isIn(this.#text) || this.#batches.some(({ bytes }) => isIn(new TextDecoder('latin1').decode(bytes))));
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
        this.#batches.push({ bytes: Buffer.from(this.#text, 'latin1'), lines: this.#lines });
        this.#text = '';
        this.#lines = 0;
    }
}
/** Where a line begins with `start`, from `from` on; -1 where none does. */
function findLine(text, start, from) {
    if (from === 0 && text.startsWith(start))
        return 0;
    const at = text.indexOf(`\n${start}`, Math.max(0, from - 1));
    return at < 0 ? -1 : at + 1;
}


/***/ }),

/***/ 9517:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ formatStream),
/* harmony export */   x: () => (/* binding */ formatAll)
/* harmony export */ });
/* harmony import */ var _batch_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(504);

const MAX_POINTS = 200;
/** Formats a finite list whole, before anything is sent; faults are left in the formatter's list. */
function formatAll(items, lines, rules) {
    const builder = new _batch_js__WEBPACK_IMPORTED_MODULE_0__/* .BatchBuilder */ .e(rules.batchSize);
    for (const item of items)
        lines.format(item, builder);
    const batches = builder.take();
    showFirst(batches, rules.points);
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
    const builder = new _batch_js__WEBPACK_IMPORTED_MODULE_0__/* .BatchBuilder */ .e(rules.batchSize);
    const takeWindow = () => {
        rules.faults.throwIfAny(rules.consequence());
        lines.startWindow();
        const window = builder.take();
        showFirst(window, rules.points);
        return window;
    };
    for await (const chunk of chunks) {
        for (const item of chunk) {
            lines.format(item, builder);
            if (builder.fullBatches === rules.windowSize)
                yield takeWindow();
        }
    }
    const last = takeWindow();
    if (last.length > 0)
        yield last;
}
/** Adds the first lines of a window to the points, as long as there is room. */
function showFirst(window, points) {
    for (const { bytes } of window) {
        if (points.length >= MAX_POINTS)
            return;
        const lines = Buffer.from(bytes)
            .toString('latin1')
            .split('\n', MAX_POINTS - points.length + 1);
        for (const line of lines.slice(0, MAX_POINTS - points.length))
            if (line !== '')
                points.push(toPoint(line));
    }
}
function toPoint(line) {
    const [path = '', value = '', timestamp] = line.split(' ');
    return { path, value, timestamp: Number(timestamp) };
}


/***/ }),

/***/ 4888:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PP: () => (/* binding */ HIGH_PRIME),
/* harmony export */   W4: () => (/* binding */ packHash),
/* harmony export */   _R: () => (/* binding */ HASH_START),
/* harmony export */   qj: () => (/* binding */ hashText),
/* harmony export */   vD: () => (/* binding */ LOW_PRIME)
/* harmony export */ });
/** Two hashes run side by side: FNV-1a of 32 bits, and a multiplicative one. */
const HASH_START = [0x811c9dc5 | 0, 7];
const LOW_PRIME = 0x01000193;
const HIGH_PRIME = 0x9e3779b1 | 0;
/** A hash of 53 bits, from 1: equal texts have equal ones, and different texts as good as never. */
function hashText(text) {
    let [low, high] = HASH_START;
    for (let index = 0; index < text.length; index += 1) {
        const code = text.charCodeAt(index);
        low = Math.imul(low ^ code, LOW_PRIME);
        high = Math.imul(high + code, HIGH_PRIME);
    }
    return packHash(low, high);
}
/** The two hashes as one whole number that a double holds exactly; never 0. */
function packHash(low, high) {
    return (high >>> 11) * 0x1_0000_0000 + (low >>> 0) || 1;
}


/***/ }),

/***/ 3140:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fl: () => (/* binding */ formatValue),
/* harmony export */   Oc: () => (/* binding */ MAX_LINE_BYTES),
/* harmony export */   x0: () => (/* binding */ formatLineEnd)
/* harmony export */ });
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


/***/ }),

/***/ 4767:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $x: () => (/* binding */ parseValue),
/* harmony export */   EH: () => (/* binding */ parseTimestamp),
/* harmony export */   sk: () => (/* binding */ MAX_TIMESTAMP)
/* harmony export */ });
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
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
            cure: 'It is empty; in a workflow an empty ${{ }} expression is the usual cause: does the step or output it names exist?',
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
    if (/^[+-]?\.?\d[\d.]*\s*[%a-zA-Z]+$/.test(text))
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


/***/ }),

/***/ 2417:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EC: () => (/* binding */ EXTRA_CHARACTERS),
/* harmony export */   I9: () => (/* binding */ findLongNode),
/* harmony export */   Qm: () => (/* binding */ MAX_NODE_BYTES),
/* harmony export */   dW: () => (/* binding */ createPathRules),
/* harmony export */   j2: () => (/* binding */ formatSource),
/* harmony export */   uJ: () => (/* binding */ joinPath)
/* harmony export */ });
/* harmony import */ var _hash_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4888);

/** Punctuation that Graphite can query by name, beyond the set that every receiver and relay passes on unchanged. */
const EXTRA_CHARACTERS = '!#$%&+<=>@^`~';
/** The longest node, in bytes: with its file's ending it must fit a file name of 255 bytes. */
const MAX_NODE_BYTES = 250;
const PORTABLE = 'A-Za-z0-9_:\\-';
const DOT = 0x2e;
const COMBINING_MARKS = /[\u0300-\u036f]/g;
/** The path rules for a run that admits `extraCharacters` (some of {@link EXTRA_CHARACTERS}) in names. */
function createPathRules(extraCharacters = '') {
    const admitted = PORTABLE + extraCharacters.replace(/[\\\]^-]/g, '\\$&');
    const isAdmitted = createCharacterTable(new RegExp(`[${admitted}]`));
    const others = new RegExp(`[^${admitted}]+`, 'g');
    // NFD, never NFKD: that one turns a full-width dot or a one-dot leader into a dot, and so one node into two.
    const formatNode = (text) => text.normalize('NFD').replace(COMBINING_MARKS, '').replace(others, '_');
    // One pass over the characters both checks and hashes a name: it is most of what a metric costs.
    const hashPath = (text) => {
        let [low, high] = _hash_text_js__WEBPACK_IMPORTED_MODULE_0__/* .HASH_START */ ._R;
        let previous = DOT;
        for (let index = 0; index < text.length; index += 1) {
            const code = text.charCodeAt(index);
            if (isAdmitted[code] !== 1 && (code !== DOT || previous === DOT))
                return 0;
            previous = code;
            low = Math.imul(low ^ code, _hash_text_js__WEBPACK_IMPORTED_MODULE_0__/* .LOW_PRIME */ .vD);
            high = Math.imul(high + code, _hash_text_js__WEBPACK_IMPORTED_MODULE_0__/* .HIGH_PRIME */ .PP);
        }
        return previous === DOT ? 0 : (0,_hash_text_js__WEBPACK_IMPORTED_MODULE_0__/* .packHash */ .W4)(low, high);
    };
    const formatDotted = (text) => {
        if (hashPath(text) !== 0)
            return text;
        return text
            .split('.')
            .map(formatNode)
            .filter((node) => node !== '')
            .join('.');
    };
    return { formatDotted, formatNode, hashPath };
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
/** Character code → 1 where the pattern admits it. A code beyond ASCII reads as undefined, which is not 1. */
function createCharacterTable(pattern) {
    return Uint8Array.from({ length: 128 }, (_, code) => (pattern.test(String.fromCharCode(code)) ? 1 : 0));
}


/***/ }),

/***/ 1736:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ readMetric)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5523);

/** The one metric that `metric` and `value` are; none where neither is given. */
function readMetric(options, faults) {
    const { metric = '', value } = options;
    if (metric !== '' && value !== undefined)
        return [{ origin: 'metric', name: metric, value }];
    if (metric !== '') {
        faults.add({
            at: 'metric',
            rule: 'a metric needs a value',
            value: metric,
            cure: 'Set value to a number.',
        });
    }
    if (metric === '' && value !== undefined && value !== '') {
        const cure = 'Set metric to its name.';
        faults.add({ at: 'value', rule: 'a value needs a metric', value: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toText */ .fE)(value), cure });
    }
    return [];
}


/***/ }),

/***/ 1843:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ toAbortError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5523);

/** The error of a run that `signal` ended: the signal's own reason where it is one, else that somebody stopped it. */
function toAbortError(signal) {
    const reason = signal.reason;
    if (reason instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SendError */ .v8)
        return reason;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SendError */ .v8('Sending was stopped.', { retryable: false, code: 'ABORT_ERR', cause: reason });
}


/***/ })

};
;