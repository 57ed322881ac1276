"use strict";
exports.id = 811;
exports.ids = [811];
exports.modules = {

/***/ 3811:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runDemo: () => (/* binding */ runDemo)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.cache/bundle/receiver/index.js + 6 modules
var bundle_receiver = __webpack_require__(4701);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./.cache/bundle/cli/demo/read-numbers.js




const MAX_FILES = 400;
/** What a folder says about itself: its files, and its history where git knows one. */
async function readNumbers(folder) {
    const files = (await listTracked(folder)) ?? (await listAll(folder));
    const measured = await Promise.all(files.slice(0, MAX_FILES).map((file) => measureFile(folder, file)));
    const bundle = files.filter((file) => file.startsWith('dist/'));
    const bytesOf = new Map(measured.flat().map(({ metric, value }) => [metric, Number(value)]));
    return [
        { metric: 'checkout.files', value: files.length },
        {
            metric: 'checkout.dist.bytes',
            value: bundle.reduce((sum, file) => sum + (bytesOf.get(`${nodesOf(file)}.bytes`) ?? 0), 0),
        },
        ...(await readHistory(folder)),
        ...measured.flat(),
    ];
}
async function measureFile(folder, file) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(folder, file), 'utf8').catch(() => undefined);
    if (text === undefined)
        return [];
    const lines = text.split('\n');
    const longest = lines.reduce((most, line) => Math.max(most, line.length), 0);
    return [
        { metric: `${nodesOf(file)}.bytes`, value: Buffer.byteLength(text) },
        { metric: `${nodesOf(file)}.lines`, value: lines.length - 1 },
        { metric: `${nodesOf(file)}.longest_line`, value: longest },
    ];
}
async function readHistory(folder) {
    const [commits, headTime] = await Promise.all([
        git(folder, 'rev-list', '--count', 'HEAD'),
        git(folder, 'log', '-1', '--format=%ct'),
    ]);
    if (commits === undefined || headTime === undefined)
        return [];
    const age = Math.floor(Date.now() / 1000) - Number(headTime);
    return [
        { metric: 'checkout.commits', value: Number(commits) },
        { metric: 'checkout.head_age_seconds', value: age },
    ];
}
async function listTracked(folder) {
    const listed = await git(folder, 'ls-files', '-z');
    return listed?.split('\0').filter((file) => file !== '');
}
async function listAll(folder) {
    const names = await (0,promises_.readdir)(folder, { recursive: true });
    return names
        .map((name) => name.split(external_node_path_.sep).join('/'))
        .filter((name) => !/(?:^|\/)(?:node_modules|\.git)(?:\/|$)/.test(name))
        .sort();
}
async function git(folder, ...args) {
    const running = (0,external_node_util_.promisify)(external_node_child_process_.execFile)('git', ['-C', folder, ...args], { maxBuffer: 16 * 1024 * 1024 });
    return running.then(({ stdout }) => stdout.trim(), () => undefined);
}
/** `src/cli/main.ts` → `src.cli.main_ts`: each part of a path is one node. */
function nodesOf(file) {
    return file
        .split('/')
        .map((part) => part.replace(/[^A-Za-z0-9_-]+/g, '_'))
        .join('.');
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./.cache/bundle/config/options.js
var options = __webpack_require__(39);
;// CONCATENATED MODULE: ./.cache/bundle/cli/demo/run-step.js






/** Runs the action's bundle the way a GitHub runner does: inputs as variables, files for outputs and summary. */
async function runStep(bundle, inputs, data) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'carbon-demo-'));
    try {
        const [output, summary, dataFile] = ['output', 'summary', 'numbers.json'].map((name) => (0,external_node_path_.join)(folder, name));
        if (output === undefined || summary === undefined || dataFile === undefined)
            throw new Error('no folder');
        await Promise.all([(0,promises_.writeFile)(output, ''), (0,promises_.writeFile)(summary, ''), (0,promises_.writeFile)(dataFile, data)]);
        const env = {
            ...toVariables({ ...inputs, 'data-file': dataFile }),
            GITHUB_ACTIONS: 'true',
            GITHUB_EVENT_NAME: 'push',
            GITHUB_OUTPUT: output,
            GITHUB_REPOSITORY: 'org/repo',
            GITHUB_STEP_SUMMARY: summary,
            GITHUB_RUN_ID: (0,external_node_crypto_.randomUUID)(),
        };
        const { exitCode, log } = await run(bundle, env);
        const outputs = parseOutputs(await (0,promises_.readFile)(output, 'utf8'));
        return { exitCode, log, outputs, summary: await (0,promises_.readFile)(summary, 'utf8') };
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** Every declared input is set, as the runner sets it; the defaults' expressions have the values of a push. */
function toVariables(inputs) {
    const expressions = {
        '${{ github.repository }}': 'org/repo',
        '${{ toJSON(matrix) }}': 'null',
        '${{ runner.temp }}/carbon-undelivered': '',
        '${{ job.status }}': 'success',
        '${{ job.check_run_id }}': '',
    };
    const declared = options/* OPTIONS */.l.filter(({ faces }) => faces.includes('action'));
    return Object.fromEntries(declared.map(({ name, defaults }) => {
        const fallback = defaults?.action ?? '';
        return [`INPUT_${name.toUpperCase()}`, inputs[name] ?? expressions[fallback] ?? fallback];
    }));
}
function run(bundle, env) {
    return new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.spawn)(process.execPath, [bundle], { env, stdio: ['ignore', 'pipe', 'pipe'] });
        const chunks = [];
        child.stdout.on('data', (chunk) => chunks.push(chunk));
        child.stderr.on('data', (chunk) => chunks.push(chunk));
        child.once('error', reject);
        child.once('close', (exitCode) => resolve({ exitCode, log: Buffer.concat(chunks).toString() }));
    });
}
function parseOutputs(text) {
    const found = text.matchAll(/^(\S+?)<<(\S+)\r?\n([\s\S]*?)\r?\n\2$/gm);
    return new Map([...found].map(([, name = '', , value = '']) => [name, value]));
}

;// CONCATENATED MODULE: ./.cache/bundle/cli/demo-command.js
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





const SHOWN_LINES = 10;
const SHOWN_ROWS = 8;
/** Sends this folder's own numbers through the action's bundle to an embedded receiver; returns the exit code. */
async function runDemo(console) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const receiver = __addDisposableResource(env_1, await (0,bundle_receiver/* startReceiver */.Wr)(), true);
        const numbers = await readNumbers(process.cwd());
        const server = `${receiver.host}:${receiver.port}`;
        console.out(`An embedded receiver listens on ${server}.`);
        console.out(`The action's bundle sends ${numbers.length} numbers of this folder to it, as a runner would start it:`);
        const end = await runStep(findBundle(), { server }, JSON.stringify(numbers));
        section(console, 'log', end.log.trimEnd().split('\n'));
        const lines = receiver.lines.map(({ text }) => text);
        const rest = lines.length - SHOWN_LINES;
        const more = rest > 0 ? [`… and ${rest} more`] : [];
        section(console, `lines that arrived: ${lines.length}`, [...lines.slice(0, SHOWN_LINES), ...more]);
        section(console, 'outputs', [...end.outputs].map(([name, value]) => `${name}=${value}`));
        section(console, 'job summary', cutRows(end.summary.trimEnd().split('\n')));
        const whole = end.exitCode === 0 && receiver.badLines.length === 0 && lines.length === numbers.length;
        if (!whole)
            console.err('The demo went wrong: not every number arrived.');
        return whole ? 0 : 1;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
function section(console, title, lines) {
    console.out(`\n== ${title} ==`);
    for (const line of lines)
        console.out(line);
}
/** The table's rows but for the first: a summary is made for a page, not for a terminal. */
function cutRows(lines) {
    const rows = lines.filter((line) => line.startsWith('<tr>'));
    const hidden = new Set(rows.slice(SHOWN_ROWS));
    const kept = lines.filter((line) => !hidden.has(line));
    return hidden.size === 0 ? kept : [...kept, `(${hidden.size} more rows)`];
}
/** The action's bundle lies beside the command line's. */
function findBundle() {
    const commandLine = (0,external_node_fs_.realpathSync)(process.argv[1] ?? '');
    return (0,external_node_path_.join)((0,external_node_path_.dirname)(commandLine), '..', 'main', 'index.js');
}


/***/ }),

/***/ 4701:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Wr: () => (/* reexport */ startReceiver)
});

// UNUSED EXPORTS: MAX_LINE_BYTES, parseLine

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./.cache/bundle/receiver/line-counter.js
const LF = 0x0a;
/** Counts what ends with LF and looks at nothing else, for when only the speed of the sender is in question. */
class LineCounter {
    #tally;
    #withoutLf = false;
    constructor(tally) {
        this.#tally = tally;
    }
    push(chunk) {
        let lines = 0;
        for (let lf = chunk.indexOf(LF); lf !== -1; lf = chunk.indexOf(LF, lf + 1))
            lines += 1;
        this.#tally.counts.lines += lines;
        this.#tally.counts.bytes += chunk.length;
        this.#withoutLf = chunk.at(-1) !== LF;
    }
    end() {
        if (this.#withoutLf)
            this.#tally.counts.badLines += 1;
        this.#withoutLf = false;
    }
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./.cache/bundle/receiver/find-path-fault.js
const MAX_NODE_BYTES = 250;
const MAX_TAG_BYTES = 200;
/** What can be queried by name; the rest of printable ASCII means something in a query or in a file name. */
const NODE = /^[A-Za-z0-9_:!#$%&+<=>@^`~-]+$/;
const PRINTABLE = /^[!-~]+$/;
/** The rule that the path, without its tags, breaks; its text is taken as printable ASCII. */
function findPathFault(path) {
    if (path === '')
        return 'a path must not be empty';
    for (const node of path.split('.')) {
        if (node === '')
            return 'a path must be nodes with single dots between them, none of them empty';
        if (node.length > MAX_NODE_BYTES)
            return `a node must be at most ${MAX_NODE_BYTES} bytes, not ${node.length}`;
        if (!NODE.test(node))
            return 'a node must hold letters, digits, and of the rest only _ - : ! # $ % & + < = > @ ^ ` ~';
    }
    return undefined;
}
/** The rule that the `name=value` parts after the path break, first part first. */
function findTagFault(tags) {
    let before = '';
    for (const tag of tags) {
        const equals = tag.indexOf('=');
        if (equals === -1)
            return 'a tag must be name=value';
        const name = tag.slice(0, equals);
        const fault = findNameFault(name) ?? findValueFault(tag.slice(equals + 1));
        if (fault !== undefined)
            return fault;
        if (name === before)
            return 'a tag name must be there once only';
        if (name < before)
            return 'tags must be sorted by name';
        before = name;
    }
    return undefined;
}
function findNameFault(name) {
    if (name === '')
        return 'a tag name must not be empty';
    if (name === 'name')
        return 'a tag must not be named "name", which stands for the path';
    if (name.length > MAX_TAG_BYTES)
        return `a tag name must be at most ${MAX_TAG_BYTES} bytes, not ${name.length}`;
    return PRINTABLE.test(name) && !/[!^]/.test(name)
        ? undefined
        : 'a tag name must be printable ASCII without ; ! ^ =';
}
function findValueFault(value) {
    if (value === '')
        return 'a tag value must not be empty';
    if (value.startsWith('~'))
        return 'a tag value must not start with ~';
    if (value.length > MAX_TAG_BYTES)
        return `a tag value must be at most ${MAX_TAG_BYTES} bytes, not ${value.length}`;
    return PRINTABLE.test(value) ? undefined : 'a tag value must be printable ASCII';
}

;// CONCATENATED MODULE: ./.cache/bundle/receiver/parse-line.js

/** The longest line that passes, in bytes, its LF included. */
const MAX_LINE_BYTES = 8192;
const LAST_TIMESTAMP = 4294967295;
/**
 * Reads one line, its LF included, by a grammar that is stricter than any single receiver's: what passes here is
 * understood by all of them alike. The result is a `BadLine` exactly when it has a `reason`; nothing is thrown.
 */
function parseLine(text) {
    const ended = text.endsWith('\n');
    const body = ended ? text.slice(0, -1) : text;
    const fields = body.split(' ', 4);
    const [name = '', value = '', timestamp = ''] = fields;
    const [path = '', ...tags] = name.split(';');
    const reason = findShapeFault({ text, body, ended }) ??
        findFieldFault(body, fields) ??
        findPathFault(path) ??
        findTagFault(tags) ??
        parse_line_findValueFault(value) ??
        findTimestampFault(timestamp);
    if (reason !== undefined)
        return { text: body.slice(0, MAX_LINE_BYTES), reason };
    return { text: body, path, tags: readTags(tags), value: Number(value), timestamp: Number(timestamp) };
}
function findShapeFault(line) {
    if (line.text.length > MAX_LINE_BYTES)
        return TOO_LONG;
    if (!line.ended)
        return 'a line must end with LF';
    if (line.body.endsWith('\r'))
        return 'a line must end with LF alone, not with CR LF';
    const [odd] = /[^ -~]/u.exec(line.body) ?? [];
    if (odd === undefined)
        return undefined;
    const code = odd.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    return `a line must be printable ASCII, but has U+${code}`;
}
function findFieldFault(body, fields) {
    if (body === '')
        return 'a line must not be empty';
    if (fields.includes(''))
        return 'fields must have exactly one space between them and none around them';
    if (fields.length === 3)
        return undefined;
    return `a line must have three fields (path, value, timestamp), not ${fields.length < 3 ? fields.length : 'more'}`;
}
function parse_line_findValueFault(value) {
    if (!/^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(value))
        return 'a value must be one decimal number';
    return Number.isFinite(Number(value)) ? undefined : 'a value must be finite as a double';
}
function findTimestampFault(timestamp) {
    const whole = /^[1-9]\d{0,9}$/.test(timestamp) && Number(timestamp) <= LAST_TIMESTAMP;
    return whole ? undefined : `a timestamp must be whole seconds from 1 to ${LAST_TIMESTAMP}`;
}
function readTags(tags) {
    if (tags.length === 0)
        return {};
    // fromEntries defines its keys, so that a tag named __proto__ is one too.
    return Object.fromEntries(tags.map((tag) => [tag.slice(0, tag.indexOf('=')), tag.slice(tag.indexOf('=') + 1)]));
}
/** The reason of a line over `MAX_LINE_BYTES`. */
const TOO_LONG = `a line must be at most ${MAX_LINE_BYTES} bytes, its LF included`;

;// CONCATENATED MODULE: ./.cache/bundle/receiver/line-reader.js


const line_reader_LF = 0x0a;
const NOTHING = Buffer.alloc(0);
/** Cuts the bytes of one connection into lines and checks each; holds less than `MAX_LINE_BYTES` between chunks. */
class LineReader {
    #tally;
    #carry = NOTHING;
    #skipping = false;
    constructor(tally) {
        this.#tally = tally;
    }
    push(chunk) {
        this.#tally.counts.bytes += chunk.length;
        let start = 0;
        for (let lf = chunk.indexOf(line_reader_LF); lf !== -1; lf = chunk.indexOf(line_reader_LF, start)) {
            this.#finishLine(chunk.subarray(start, lf + 1));
            start = lf + 1;
        }
        this.#carryOver(chunk.subarray(start));
    }
    end(reason) {
        if (this.#carry.length > 0)
            this.#tally.addBadLine({ text: this.#carry.toString(), reason });
        this.#carry = NOTHING;
        this.#skipping = false;
    }
    #finishLine(part) {
        const line = this.#carry.length === 0 ? part : Buffer.concat([this.#carry, part]);
        this.#carry = NOTHING;
        if (this.#skipping)
            this.#skipping = false;
        else if (line.length > MAX_LINE_BYTES)
            this.#reportTooLong(line);
        else
            this.#check(line);
    }
    #carryOver(rest) {
        if (this.#skipping || rest.length === 0)
            return;
        // A copy, even of a few bytes: a part of the chunk would keep all of it in memory.
        const line = Buffer.concat([this.#carry, rest]);
        this.#skipping = line.length >= MAX_LINE_BYTES;
        this.#carry = this.#skipping ? NOTHING : line;
        if (this.#skipping)
            this.#reportTooLong(line);
    }
    #reportTooLong(line) {
        this.#tally.addBadLine({ text: line.toString('utf8', 0, MAX_LINE_BYTES), reason: TOO_LONG });
    }
    #check(line) {
        const parsed = (0,external_node_buffer_.isAscii)(line) ? parseLine(line.toString('latin1')) : explainBytes(line);
        if ('reason' in parsed)
            this.#tally.addBadLine(parsed);
        else
            this.#tally.addLine(parsed);
    }
}
function explainBytes(line) {
    if ((0,external_node_buffer_.isUtf8)(line))
        return parseLine(line.toString());
    return {
        text: line.toString('utf8', 0, line.length - 1),
        reason: 'a line must be printable ASCII, but has bytes that are not UTF-8',
    };
}

;// CONCATENATED MODULE: ./.cache/bundle/receiver/tally.js
/** Keeps and passes on what the connections of one receiver find. */
class Tally {
    lines = [];
    badLines = [];
    counts = {
        connections: 0,
        lines: 0,
        badLines: 0,
        bytes: 0,
    };
    #hooks;
    constructor(hooks) {
        this.#hooks = hooks;
    }
    addLine(line) {
        this.counts.lines += 1;
        if (this.#hooks.keep)
            this.lines.push(line);
        this.#hooks.onLine?.(line);
    }
    addBadLine(bad) {
        this.counts.badLines += 1;
        if (this.#hooks.keep)
            this.badLines.push(bad);
        this.#hooks.onBadLine?.(bad);
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/receiver/receiver.js
/// <reference lib="esnext.disposable" preserve="true" />





/**
 * Starts a Carbon line receiver. It reads each connection until the client's FIN and only then closes its own
 * side, so that a client may take this close for the confirmation that everything was read.
 *
 * Rejects with Node's own error where it cannot listen (`code` is `EADDRINUSE`, `EACCES`, `ENOTFOUND` …), and with a
 * `RangeError` for a port out of range or a `TypeError` for an empty host. What clients do never makes it throw.
 */
async function startReceiver(options = {}) {
    const { host = '127.0.0.1', port = 0, keep = true } = options;
    // Node would take an empty host for all addresses of the machine.
    if (host === '')
        throw new TypeError('host must not be empty; leave it out for 127.0.0.1');
    const tally = new Tally({ ...options, keep });
    const onlyCounted = !keep && options.onLine === undefined && options.onBadLine === undefined;
    const open = new Map();
    const server = (0,external_node_net_.createServer)({ allowHalfOpen: true }, (socket) => {
        tally.counts.connections += 1;
        const sink = onlyCounted ? new LineCounter(tally) : new LineReader(tally);
        const gone = receive({ socket, sink, options });
        open.set(socket, gone.then(() => void open.delete(socket)));
    });
    server.listen({ host, port });
    await (0,external_node_events_.once)(server, 'listening');
    // A connection that cannot be accepted, say for want of file descriptors, is the client's loss only.
    server.on('error', () => { });
    let closed;
    const close = async () => {
        closed ??= stop(server, open);
        await closed;
    };
    const { lines, badLines, counts } = tally;
    return { ...readAddress(server), lines, badLines, counts, close, [Symbol.asyncDispose]: close };
}
/** Resolves when the connection is gone, in whatever way. */
function receive(connection) {
    const { socket, sink, options } = connection;
    const peer = { address: socket.remoteAddress ?? '', port: socket.remotePort ?? 0 };
    options.onConnection?.(peer);
    let failure;
    socket.on('data', (chunk) => sink.push(chunk));
    socket.on('end', () => {
        sink.end('a line must end with LF, and the connection ended before it');
        socket.end();
    });
    socket.on('error', (error) => {
        failure = error;
    });
    return new Promise((resolve) => {
        socket.on('close', () => {
            resolve();
            sink.end('a line must end with LF, and the connection broke off before it');
            options.onClose?.(peer, failure);
        });
    });
}
async function stop(server, open) {
    const stopped = new Promise((resolve) => server.close(() => resolve()));
    for (const socket of open.keys())
        socket.destroy();
    // The server may be closed before its last sockets have said so.
    await Promise.all([stopped, ...open.values()]);
}
function readAddress(server) {
    const address = server.address();
    if (address === null || typeof address === 'string')
        throw new Error('the server has no TCP address');
    return { host: address.address, port: address.port };
}

;// CONCATENATED MODULE: ./.cache/bundle/receiver/index.js




/***/ })

};
;