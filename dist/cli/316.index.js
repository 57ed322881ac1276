"use strict";
exports.id = 316;
exports.ids = [316];
exports.modules = {

/***/ 6316:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runListen: () => (/* binding */ runListen)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8474);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_events__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _receiver_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4701);
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


/** Receives lines until a signal comes, and shows each; returns the exit code. */
async function runListen(flags, console) {
    const [host, port] = [String(flags['host']), Number(flags['port'])];
    const stopped = Promise.race([(0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(process, 'SIGINT'), (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(process, 'SIGTERM')]);
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const receiver = __addDisposableResource(env_1, await (0,_receiver_index_js__WEBPACK_IMPORTED_MODULE_1__/* .startReceiver */ .Wr)({
                host,
                port,
                keep: false,
                onLine: ({ text }) => console.out(text),
                onBadLine: ({ text, reason }) => console.err(`bad line (${reason}): ${text.slice(0, 200)}`),
            }), true);
            console.err(`Listening on ${receiver.host} port ${receiver.port}; Ctrl-C ends it.`);
            await stopped;
            const { connections, lines, badLines } = receiver.counts;
            console.err(`Lines: ${lines}. Bad lines: ${badLines}. Connections: ${connections}.`);
            return 0;
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
    catch (error) {
        console.err(`carbonclient: cannot listen on ${host} port ${port}: ${error.message}`);
        return 1;
    }
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