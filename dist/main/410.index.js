export const id = 410;
export const ids = [410];
export const modules = {

/***/ 6410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectTcp: () => (/* binding */ connectTcp)
});

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./lib/config/parse-server.js
var parse_server = __webpack_require__(2657);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/send/explain.js

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
};
/** A system error of a connection as a {@link SendError} that says what it means. `server` is `host:port`. */
function explainSocketError(error, server) {
    const first = error instanceof AggregateError ? error.errors[0] : error;
    const code = error.code ?? first.code;
    const meaning = (code === undefined ? undefined : MEANING[code]) ?? `failed: ${first.message}`;
    const suffix = code === undefined ? '' : ` (${code})`;
    return new errors/* SendError */.v8(`${server} ${meaning}${suffix}`, { retryable: true, code, cause: error });
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./lib/send/kernel-table.js

const TIME_WAIT = 6;
/**
 * Looks a connection up by its ports. `clean`: TIME_WAIT with nothing unacknowledged, so our bytes and our FIN were
 * acknowledged and the receiver closed an emptied socket. `broken`: any other state, or no row (a reset removes it).
 * `unknown`: there is no table here, or it has more than one such row.
 */
async function readKernelVerdict(ports) {
    if (process.platform !== 'linux')
        return 'unknown';
    const tables = await Promise.all(['/proc/net/tcp', '/proc/net/tcp6'].map(readTable));
    if (tables.every((table) => table === undefined))
        return 'unknown';
    return judgeTable(tables.join('\n'), ports);
}
/** The verdict from the text of the tables. Format: the kernel's documentation of `proc_net_tcp`. */
function judgeTable(text, ports) {
    const rows = text
        .split('\n')
        .map(parseRow)
        .filter((row) => row?.localPort === ports.local && row.remotePort === ports.remote);
    const [row, ...others] = rows;
    if (others.length > 0)
        return 'unknown';
    return row?.state === TIME_WAIT && row.unacknowledged === 0 ? 'clean' : 'broken';
}
function parseRow(line) {
    const match = /^\s*\d+: [0-9A-F]+:([0-9A-F]{4}) [0-9A-F]+:([0-9A-F]{4}) ([0-9A-F]{2}) ([0-9A-F]{8}):/.exec(line);
    if (match === null)
        return undefined;
    const [localPort = 0, remotePort = 0, state = 0, unacknowledged = 0] = match
        .slice(1)
        .map((hex) => Number.parseInt(hex, 16));
    return { localPort, remotePort, state, unacknowledged };
}
async function readTable(path) {
    return (0,promises_.readFile)(path, 'latin1').catch(() => undefined);
}

;// CONCATENATED MODULE: ./lib/send/tcp.js





/** How long one address of a name is waited for before the next is tried beside it. */
const NEXT_ADDRESS_AFTER_MS = 1000;
/** Opens a TCP connection to a Carbon line receiver. @throws {SendError} */
async function connectTcp(server, options) {
    const socket = (0,external_node_net_.connect)({
        host: server.host,
        port: server.port,
        // The receiver's close must not end our side: then nothing would tell it from a close after our own.
        allowHalfOpen: true,
        noDelay: true,
        autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_AFTER_MS,
    });
    const connection = new TcpConnection(socket, (0,parse_server/* formatServer */.x)(server), options);
    await connection.open();
    return connection;
}
/** One socket. Errors are remembered when they happen; what waits is settled by the first of them. */
class TcpConnection {
    #socket;
    #name;
    #limits;
    #failure;
    #ports;
    #fail = () => { };
    #failed;
    /** Whether our FIN is with the kernel: only a close after that can be an answer to it. */
    #finished = false;
    constructor(socket, name, options) {
        this.#socket = socket;
        this.#name = name;
        this.#limits = options.limits;
        this.#failure = new Promise((_, reject) => {
            this.#fail = (error) => {
                this.#failed ??= error;
                reject(this.#failed);
                socket.destroy();
            };
        });
        // Whoever waits sees the failure; while nobody does, it must not end the process.
        this.#failure.catch(() => { });
        const abort = () => this.#fail(toAbortError(options.signal));
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
        await this.#within(this.#limits.connectMs, 'connect', () => {
            const seconds = this.#limits.connectMs / 1000;
            return `${this.#name} did not accept a connection within ${seconds} s. A firewall that drops packets is the usual cause.`;
        });
        // An ended socket no longer knows its ports.
        const { localPort: local, remotePort: remote } = this.#socket;
        if (local !== undefined && remote !== undefined)
            this.#ports = { local, remote };
    }
    async write(text) {
        if (this.#failed !== undefined)
            throw this.#failed;
        if (this.#socket.write(text, 'latin1'))
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
        const inTime = await this.#race(ended, this.#limits.confirmMs);
        if (!inTime) {
            this.destroy();
            return { kind: 'sent' };
        }
        return this.#confirm();
    }
    destroy() {
        this.#socket.destroy();
    }
    async #confirm() {
        const verdict = this.#ports === undefined ? 'unknown' : await readKernelVerdict(this.#ports);
        if (!this.#socket.closed)
            await this.#once('close');
        if (this.#failed !== undefined)
            throw this.#failed;
        if (verdict === 'broken') {
            const message = `${this.#name} closed the connection, but this machine's kernel says that not everything was acknowledged.`;
            throw new errors/* SendError */.v8(message, { retryable: true });
        }
        return { kind: 'confirmed', evidence: verdict === 'clean' ? 'kernel' : 'close' };
    }
    #closedEarly() {
        const message = `${this.#name} closed the connection before everything was sent: what it carried is in doubt.`;
        return new errors/* SendError */.v8(message, { retryable: true });
    }
    // A line receiver never speaks; what answers is a web server, a shell, or another protocol's port of Carbon.
    #answered() {
        const message = `${this.#name} answered, which no Carbon line receiver does. Check the port (2003 by default).`;
        return new errors/* SendError */.v8(message, { retryable: false });
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
            const message = `${this.#name} accepted no bytes for ${seconds} s: it hangs, or it is overloaded.`;
            this.#fail(new errors/* SendError */.v8(message, { retryable: true, code: 'ETIMEDOUT' }));
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
    async #within(limitMs, event, message) {
        const connected = new Promise((resolve) => this.#socket.once(event, () => resolve(true)));
        if (await this.#race(Promise.race([connected, this.#failure]), limitMs))
            return;
        this.#fail(new errors/* SendError */.v8(message(), { retryable: true, code: 'ETIMEDOUT' }));
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
function toAbortError(signal) {
    const reason = signal.reason;
    if (reason instanceof errors/* SendError */.v8)
        return reason;
    return new errors/* SendError */.v8('Sending was stopped.', { retryable: false, code: 'ABORT_ERR', cause: reason });
}


/***/ })

};
