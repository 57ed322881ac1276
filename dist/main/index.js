/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 3424:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readInputs)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3915);
/* harmony import */ var _config_scalars_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5004);
/* harmony import */ var _config_scope_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3109);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7713);




/** Their blanks may mean something: YAML indents. */
const UNTRIMMED = new Set(['data', 'metrics', 'sizes', 'tags', 'value']);
/** What says which metrics to send. */
const NAMING = [
    'metric',
    'value',
    'data',
    'metrics',
    'data-file',
    'replay',
    'junit',
    'coverage',
    'sizes',
];
/**
 * Reads every input, as the runner hands it over; an empty one is an absent one. At the end of the job (`post`) what
 * was named is left out, unless it had to wait for it.
 */
function readInputs(env, stage) {
    const faults = new _faults_js__WEBPACK_IMPORTED_MODULE_2__/* .Faults */ .C();
    const scalars = new _config_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .ScalarReader */ .u(faults);
    const matrix = parseMatrix(read('matrix'));
    const matrixValues = Object.values(matrix ?? {})
        .filter((value) => typeof value !== 'object')
        .map(String);
    const isOn = (name) => scalars.boolean(read(name), { name, fallback: false });
    const jobMetrics = isOn('job-metrics');
    const runnerMetrics = isOn('runner-metrics')
        ? { interval: read('runner-metrics-interval'), slot: read('runner-metrics-slot') }
        : undefined;
    const when = scalars.choice(read('when'), { name: 'when', choices: ['now', 'post'], fallback: 'now' });
    const waits = when === 'post';
    const isOver = stage === 'post' && !waits;
    const readNaming = (name) => (isOver ? undefined : read(name));
    return {
        publish: {
            server: read('server'),
            port: read('port'),
            group: readEmptiable('group', env),
            source: readEmptiable('source', env),
            metric: readNaming('metric'),
            // An empty one is told beside its metric: an expression that is empty is the usual cause.
            value: readNaming('value') ?? (readNaming('metric') === undefined ? undefined : ''),
            data: mergeData({ data: readNaming('data'), metrics: readNaming('metrics') }, faults),
            dataFile: readNaming('data-file'),
            dataFormat: read('data-format'),
            ifNoFilesFound: isCutShort(stage) ? 'warn' : read('if-no-files-found'),
            replay: readNaming('replay'),
            scope: readEmptiable('scope', env),
            junit: readNaming('junit'),
            junitSuites: read('junit-suites'),
            coverage: readNaming('coverage'),
            sizes: readNaming('sizes'),
            onBadReport: read('on-bad-report'),
            followSymbolicLinks: read('follow-symbolic-links'),
            ...(stage === 'post' && jobMetrics
                ? { jobStatus: read('job-status'), jobAttempt: env['GITHUB_RUN_ATTEMPT'] }
                : {}),
            tags: read('tags'),
            timestamp: read('timestamp'),
            extraCharacters: read('extra-characters'),
            batchSize: read('batch-size'),
            timeout: read('timeout'),
            retries: read('retries'),
            spool: read('spool'),
            tls: read('tls'),
            tlsCa: read('tls-ca'),
            tlsCert: read('tls-cert'),
            tlsKey: maskKey(read('tls-key')),
            tlsServerName: read('tls-server-name'),
            verify: read('verify'),
            graphiteUrl: read('graphite-url'),
            verifyTimeout: read('verify-timeout'),
            graphiteUser: read('graphite-user'),
            graphitePassword: mask(read('graphite-password')),
            graphiteToken: mask(read('graphite-token')),
            dryRun: read('dry-run'),
        },
        failOnError: scalars.boolean(read('fail-on-error'), {
            name: 'fail-on-error',
            fallback: stage === 'main',
        }),
        requireConfirmation: isOn('require-confirmation'),
        summary: scalars.boolean(read('summary'), { name: 'summary', fallback: true }),
        matrix,
        matrixValues,
        job: (0,_config_scope_js__WEBPACK_IMPORTED_MODULE_3__/* .findJobNames */ .h)({
            workflowRef: env['GITHUB_WORKFLOW_REF'],
            workflow: env['GITHUB_WORKFLOW'],
            job: env['GITHUB_JOB'],
            matrixValues,
        }),
        namesSomething: NAMING.some((name) => readNaming(name) !== undefined),
        waits,
        reportsAtEnd: jobMetrics || runnerMetrics !== undefined || waits,
        jobMetrics,
        githubToken: mask(read('github-token')),
        checkRunId: read('check-run-id'),
        runnerMetrics,
        faults,
    };
}
/** What the runner hands over for an input; nothing where that is empty. */
function read(name) {
    const text = _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4(name, { trimWhitespace: !UNTRIMMED.has(name) });
    return text.trim() === '' ? undefined : text;
}
/** A job that failed or was cancelled may not have come to make its files: that is no further failure. */
function isCutShort(stage) {
    const status = read('job-status');
    return stage === 'post' && status !== 'success' && read('if-no-files-found') === 'error';
}
function mergeData({ data, metrics }, faults) {
    if (data !== undefined && metrics !== undefined) {
        faults.add({
            at: 'metrics',
            rule: 'it is another name for data, and both are given',
            cure: 'Keep one of them.',
        });
    }
    return data ?? metrics;
}
/** For these an empty text is a choice: leave the nodes out. */
function readEmptiable(name, env) {
    return env[`INPUT_${name.toUpperCase()}`] === undefined ? undefined : _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4(name);
}
function parseMatrix(text) {
    try {
        const matrix = JSON.parse(text ?? 'null');
        if (typeof matrix !== 'object' || matrix === null || Object.keys(matrix).length === 0)
            return undefined;
        return matrix;
    }
    catch {
        return undefined;
    }
}
function mask(secret) {
    if (secret !== undefined)
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq(secret);
    return secret;
}
/** Masks a private key, line by line as a log would show it; a path is no secret. */
function maskKey(key) {
    if (key?.includes('-----BEGIN ') !== true)
        return key;
    for (const line of key.split(/\r?\n/))
        if (!line.startsWith('-----') && line.trim() !== '')
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq(line.trim());
    return key;
}


/***/ }),

/***/ 3049:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  y: () => (/* binding */ print),
  l: () => (/* binding */ withExactLines)
});

// EXTERNAL MODULE: ./.cache/bundle/node_modules/@actions/core/lib/core.js + 3 modules
var core = __nccwpck_require__(3915);
// EXTERNAL MODULE: ./.cache/bundle/errors.js
var errors = __nccwpck_require__(5523);
;// CONCATENATED MODULE: ./.cache/bundle/report/printable.js

/**
 * Text with outside content in it, made harmless for a CI log: no line of it can be a workflow command. The runner
 * honours `::name::` at the start of a line and `##[name]` anywhere (actions/runner, ActionCommand.cs), compares them
 * while it ignores invisible characters, and other systems have commands that begin with `##word[`.
 */
function toPrintable(text) {
    if (isHarmless(text))
        return text;
    return text
        .split('\n')
        .map((line) => (0,errors/* escapeInvisible */.ts)(line)
        .replace(/^(\P{L}*?):(?=:)/u, '$1: ')
        .replace(/#(?=#[a-z]*\[)/gi, '# '))
        .join('\n');
}
/** Most messages are; the character classes of Unicode take longer to set up than the rest of a small run. */
function isHarmless(text) {
    return /^[\x20-\x7e\n]*$/.test(text) && !text.includes('::') && !text.includes('##');
}

;// CONCATENATED MODULE: ./.cache/bundle/action/print.js


/** The only way to the log: whatever outside content a message has, it becomes no workflow command. */
const print = {
    info: (message) => core/* info */.pq(toPrintable(message)),
    notice: (message) => core/* notice */.lm(toPrintable(message)),
    warning: (message) => core/* warning */.$e(toPrintable(message)),
    /** Fails the step. */
    failed: (message) => core/* setFailed */.C1(toPrintable(message)),
    debug: (message) => core/* debug */.Yz(toPrintable(message)),
};
/** Runs `body` with a printer for exact lines, between which the runner looks for no command. */
async function withExactLines(body) {
    let token;
    try {
        return await body((lines) => {
            if (token === undefined) {
                token = makeToken();
                process.stdout.write(`::stop-commands::${token}\n`);
            }
            process.stdout.write(lines);
        });
    }
    finally {
        if (token !== undefined)
            process.stdout.write(`::${token}::\n`);
    }
}
/** Nobody may guess it: a line that says it would let the runner listen again. */
function makeToken() {
    return process.getBuiltinModule('node:crypto').randomUUID();
}


/***/ }),

/***/ 685:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ publishStep)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5523);
/* harmony import */ var _publish_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8098);
/* harmony import */ var _print_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3049);
/* harmony import */ var _tell_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9017);




/** Publishes what a step names and what was collected, and tells the job what became of it. */
async function publishStep(inputs, around) {
    const { signal, ...surroundings } = around;
    try {
        const result = await (0,_print_js__WEBPACK_IMPORTED_MODULE_2__/* .withExactLines */ .l)((printExact) => (0,_publish_js__WEBPACK_IMPORTED_MODULE_1__/* .publish */ .m)({ ...inputs.publish, signal, onDryRun: printExact }, { face: 'action', faults: inputs.faults, job: inputs.job, ...surroundings }));
        (0,_tell_js__WEBPACK_IMPORTED_MODULE_3__/* .tell */ .qz)(result, inputs);
        await (0,_tell_js__WEBPACK_IMPORTED_MODULE_3__/* .finish */ .O9)(result, inputs);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CarbonError */ .kk))
            throw error;
        const result = error.result ?? { ..._tell_js__WEBPACK_IMPORTED_MODULE_3__/* .NOTHING */ .K$, delivery: 'failed' };
        (0,_tell_js__WEBPACK_IMPORTED_MODULE_3__/* .tell */ .qz)(result, inputs);
        await (0,_tell_js__WEBPACK_IMPORTED_MODULE_3__/* .finish */ .O9)(result, inputs, (0,_tell_js__WEBPACK_IMPORTED_MODULE_3__/* .tellProblem */ .JW)(error, inputs));
    }
}


/***/ }),

/***/ 2883:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  g: () => (/* binding */ findMissingServerCause),
  V: () => (/* binding */ runMain)
});

// EXTERNAL MODULE: ./.cache/bundle/publish.js + 26 modules
var bundle_publish = __nccwpck_require__(8098);
// EXTERNAL MODULE: ./.cache/bundle/stop-on-signal.js
var stop_on_signal = __nccwpck_require__(737);
// EXTERNAL MODULE: ./.cache/bundle/action/inputs.js
var action_inputs = __nccwpck_require__(3424);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./.cache/bundle/action/missing-secrets.js

/** Why this job has no secrets, where GitHub gives it none: pull requests from forks and what Dependabot starts. */
function findMissingSecretsCause(env) {
    if (env['GITHUB_ACTOR'] === 'dependabot[bot]')
        return 'a run that Dependabot started';
    // With pull_request_target the workflow is the base's, and it has its secrets.
    if (!/^pull_request(?:_review|_review_comment)?$/.test(env['GITHUB_EVENT_NAME'] ?? ''))
        return undefined;
    const event = readEvent(env['GITHUB_EVENT_PATH']);
    const head = event?.pull_request?.head;
    if (head === undefined)
        return undefined;
    const isFork = head.repo?.full_name !== env['GITHUB_REPOSITORY'];
    return isFork ? 'a pull request from a fork' : undefined;
}
function readEvent(path) {
    if (path === undefined || path === '')
        return undefined;
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./.cache/bundle/action/print.js + 1 modules
var print = __nccwpck_require__(3049);
// EXTERNAL MODULE: ./.cache/bundle/action/publish-step.js
var publish_step = __nccwpck_require__(685);
// EXTERNAL MODULE: ./.cache/bundle/action/state.js
var state = __nccwpck_require__(2408);
// EXTERNAL MODULE: ./.cache/bundle/action/tell.js + 6 modules
var tell = __nccwpck_require__(9017);
;// CONCATENATED MODULE: ./.cache/bundle/action/run-main.js
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








/** The step itself: reads the inputs, publishes what they name, and tells the job what became of it. */
async function runMain(env) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const nowMs = Date.now();
        const inputs = (0,action_inputs/* readInputs */.K)(env, 'main');
        const cause = findMissingServerCause(inputs, env);
        if (cause !== undefined) {
            print/* print */.y.notice(`Nothing was sent: ${cause} has no secrets, and server is empty.`);
            (0,tell/* setOutputs */.n0)(tell/* NOTHING */.K$);
            return;
        }
        if (inputs.reportsAtEnd)
            await prepareEnd(inputs, { env, nowMs });
        if (inputs.waits || (inputs.reportsAtEnd && !inputs.namesSomething))
            return waitForEnd(inputs, nowMs);
        const stopping = __addDisposableResource(env_1, (0,stop_on_signal/* stopOnSignal */.O)(), false);
        await (0,publish_step/* publishStep */.g)(inputs, { nowMs, signal: stopping.signal });
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
/** Why there is no server, where that is nobody's fault: such a step does nothing. */
function findMissingServerCause(inputs, env) {
    const { server, dryRun } = inputs.publish;
    if (server !== undefined || /^true$/i.test(String(dryRun ?? '')))
        return undefined;
    return findMissingSecretsCause(env);
}
/** What the end of the job needs. Without it nothing happens there, and so it is where the inputs are wrong already. */
async function prepareEnd({ publish, runnerMetrics, faults }, { env, nowMs }) {
    const measuring = runnerMetrics && (await __nccwpck_require__.e(/* import() */ 413).then(__nccwpck_require__.bind(__nccwpck_require__, 2413)));
    const times = runnerMetrics && measuring?.resolveTimes(runnerMetrics, faults);
    if (faults.count > 0 || (await (0,bundle_publish/* checkOptions */.J)(publish, { face: 'action', nowMs })) !== undefined)
        return;
    (0,state/* saveStart */.Al)(nowMs);
    if (measuring === undefined || times === undefined)
        return;
    const started = await measuring.startMeasuring(times, { env, nowMs });
    if ('sampler' in started)
        (0,state/* saveSampler */._o)(started.sampler);
    else
        print/* print */.y.warning(started.problem);
}
/** Sends nothing yet, and so has no outputs; but what is wrong with the inputs is told now, and not when the job is over. */
async function waitForEnd(inputs, nowMs) {
    const problem = await (0,bundle_publish/* checkOptions */.J)(inputs.publish, { face: 'action', nowMs, faults: inputs.faults });
    if (problem === undefined) {
        print/* print */.y.info('Nothing to send yet: the metrics of this job are sent when it ends.');
        return;
    }
    (0,tell/* tellProblem */.JW)(problem, inputs);
    (0,tell/* setOutputs */.n0)({ ...tell/* NOTHING */.K$, delivery: 'failed' });
}


/***/ }),

/***/ 2408:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Al: () => (/* binding */ saveStart),
/* harmony export */   _o: () => (/* binding */ saveSampler),
/* harmony export */   un: () => (/* binding */ readState)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3915);

const STARTED = 'started-at-ms';
const SAMPLER = 'sampler';
/** With it there is something to do at the end of the job, and the script knows that it is there. */
function saveStart(startedAtMs) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ(STARTED, startedAtMs);
}
function saveSampler(sampler) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ(SAMPLER, sampler);
}
/** What the step saved; nothing in the step itself, and nothing where there is nothing to do. */
function readState(env) {
    if (env[`STATE_${STARTED}`] === undefined)
        return undefined;
    const sampler = _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu(SAMPLER);
    return { startedAtMs: parseStart(_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu(STARTED)), sampler: sampler === '' ? undefined : sampler };
}
/** Milliseconds of our days have 13 digits. */
function parseStart(text) {
    return /^[1-9][0-9]{12}$/.test(text) ? Number(text) : undefined;
}


/***/ }),

/***/ 9017:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  K$: () => (/* binding */ NOTHING),
  O9: () => (/* binding */ finish),
  n0: () => (/* binding */ setOutputs),
  qz: () => (/* binding */ tell),
  JW: () => (/* binding */ tellProblem)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./.cache/bundle/node_modules/@actions/core/lib/core.js + 3 modules
var core = __nccwpck_require__(3915);
// EXTERNAL MODULE: ./.cache/bundle/errors.js
var errors = __nccwpck_require__(5523);
;// CONCATENATED MODULE: ./.cache/bundle/report/numbered.js

/** Which collected names got a number, in one message; nothing where all were different. */
function formatNumbered({ numbered }) {
    if (numbered === undefined)
        return undefined;
    const shown = numbered.first.slice(0, 10).map(({ from, to }) => `${(0,errors/* quote */.hD)(from)} \u2192 ${to}`);
    const rest = numbered.count - shown.length;
    const more = rest > 0 ? `, \u2026 and ${rest} more` : '';
    return `Names that became one path were told apart by a number: ${shown.join(', ')}${more}.`;
}

// EXTERNAL MODULE: ./.cache/bundle/report/amounts.js
var amounts = __nccwpck_require__(1852);
// EXTERNAL MODULE: ./.cache/bundle/report/html.js
var html = __nccwpck_require__(2460);
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

;// CONCATENATED MODULE: ./.cache/bundle/report/summary-metrics.js



/** So many rows stand open; more are shown to whoever asks. */
const MAX_OPEN_ROWS = 25;
/** The lines of the run, as many as these bytes have room for. */
function formatMetrics(result, maxBytes) {
    const { points } = result;
    if (points.length === 0)
        return [];
    const [first] = points;
    const isOneTime = points.every(({ timestamp }) => timestamp === first?.timestamp);
    const rows = (0,html/* takeWithin */.Dh)(points.map((point) => formatRow(point, !isOneTime)), maxBytes);
    if (rows.length === 0)
        return [(0,html/* paragraph */.FY)(`${(0,amounts/* formatCounted */.So)(result.linesMade, 'metric')}, too long to be shown.`)];
    const wasSent = result.delivery === 'confirmed' || result.delivery === 'sent';
    const heads = [wasSent ? 'Path' : 'Path (not delivered)', 'Value', 'Unit', ...(isOneTime ? [] : ['Time'])];
    const rest = result.linesMade - rows.length;
    const notes = [
        ...(rest > 0 ? [(0,html/* paragraph */.FY)(`\u2026 and ${(0,amounts/* formatCount */.B4)(rest)} more.`)] : []),
        ...(isOneTime ? [(0,html/* paragraph */.FY)(`Time: ${formatTime(first?.timestamp ?? 0)}`)] : []),
    ];
    const body = (0,html/* table */.tp)(heads, rows);
    if (rows.length <= MAX_OPEN_ROWS)
        return ['#### Metrics', body, ...notes];
    return [
        '#### Metrics',
        (0,html/* details */.zH)(`${(0,amounts/* formatCounted */.So)(rows.length, 'path')} with value and unit`, body),
        ...notes,
    ];
}
function formatRow({ path, value, timestamp }, hasTime) {
    const time = hasTime ? `<td>${formatTime(timestamp)}</td>` : '';
    return `<tr><td>${(0,html/* code */.aY)(path).html}</td><td align="right">${(0,html/* code */.aY)(value).html}</td><td>${findUnit(path)}</td>${time}</tr>`;
}
function formatTime(timestamp) {
    return (0,html/* escapeHtml */.ZD)((0,amounts/* formatInstant */.r4)(timestamp) ?? String(timestamp));
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
    return `What was not confirmed is kept for replay in ${(0,errors/* escapeInvisible */.ts)(result.undeliveredFile)} (${count(result.kept ?? result.undelivered, 'line')}).`;
}
/** The renames of a run in one message; nothing where no name changed. */
function formatRenames(result) {
    if (result.renamedCount === 0)
        return undefined;
    const shown = result.renamed.slice(0, 10).map(({ from, to }) => `"${cutName(from)}" \u2192 ${cutName(to)}`);
    const rest = result.renamedCount - shown.length;
    const more = rest > 0 ? `, \u2026 and ${rest} more` : '';
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
    return (0,errors/* escapeInvisible */.ts)(text.length > 60 ? `${text.slice(0, 60)}\u2026` : text);
}
/** Where the metrics of a run lie: the path of one, or the first path of several. */
function formatLocation(result) {
    const [first] = result.points;
    if (first === undefined)
        return '';
    return result.linesMade === 1 ? ` Path: ${first.path}` : ` First path: ${first.path}`;
}

;// CONCATENATED MODULE: ./.cache/bundle/report/summary.js





/** The runner drops a whole summary of more than 1 MiB. */
const MAX_BYTES = 1_000_000;
const MAX_WARNING_BYTES = 200_000;
const MAX_WARNINGS = 20;
const MAX_TABLE_BYTES = 400_000;
/** The job summary of a run, as Markdown and HTML. */
function formatSummary(result, { problem, figures = [] } = {}) {
    const notes = [problem, formatRenames(result), formatNumbered(result)].filter((note) => note !== undefined);
    const above = [
        `### Metrics to Carbon: ${result.delivery}`,
        (0,html/* paragraph */.FY)(formatVerdict(result)),
        ...notes.map(html/* paragraph */.FY),
        ...formatWarnings(result.warnings),
        ...figures,
    ];
    // Each part is bounded, and all of them leave room; should they not, the last ones go and not the whole.
    const kept = (0,html/* takeWithin */.Dh)(above, MAX_BYTES);
    const room = Math.min(MAX_TABLE_BYTES, MAX_BYTES - (0,html/* countBytes */.Tu)(kept.join('\n\n')));
    return [...kept, ...formatMetrics(result, room), ''].join('\n\n');
}
function formatWarnings(warnings) {
    const shown = (0,html/* takeWithin */.Dh)(warnings.slice(0, MAX_WARNINGS).map(html/* paragraph */.FY), MAX_WARNING_BYTES);
    const rest = warnings.length - shown.length;
    return rest > 0 ? [...shown, (0,html/* paragraph */.FY)(`\u2026 and ${(0,amounts/* formatCounted */.So)(rest, 'more warning')}.`)] : shown;
}

;// CONCATENATED MODULE: ./.cache/bundle/report/warnings.js

const warnings_MAX_WARNINGS = 50;
/** The warnings of a run as a log has room for them: the first ones, and how many more there are. */
function listWarnings({ warnings }) {
    const rest = warnings.length - warnings_MAX_WARNINGS;
    return rest > 0
        ? [...warnings.slice(0, warnings_MAX_WARNINGS), `\u2026 and ${(0,amounts/* formatCounted */.So)(rest, 'more warning')}.`]
        : warnings;
}

// EXTERNAL MODULE: ./.cache/bundle/action/print.js + 1 modules
var print = __nccwpck_require__(3049);
;// CONCATENATED MODULE: ./.cache/bundle/action/tell.js








/** The result of a step that had nothing to do. */
const NOTHING = {
    delivery: 'skipped',
    batches: 0,
    lines: 0,
    bytes: 0,
    attempts: 0,
    undelivered: 0,
    linesMade: 0,
    points: [],
    renamed: [],
    renamedCount: 0,
    warnings: [],
};
/** Tells the log what became of the metrics: one annotation per kind of finding. */
function tell(result, inputs) {
    for (const message of [formatRenames(result), formatNumbered(result)])
        if (message !== undefined)
            print/* print */.y.notice(message);
    if (result.warnings.length > 0)
        print/* print */.y.warning(listWarnings(result).join('\n'));
    if (result.delivery !== 'dry-run' && legsOverwriteEachOther(inputs)) {
        print/* print */.y.notice('This job has a matrix, and every leg writes what this step names to the same paths: the last one to finish wins. Keep them apart with a matrix value in group, source or tags, such as source: ${{ github.repository }}/${{ matrix.os }}.');
    }
    if (result.delivery === 'sent') {
        if (inputs.requireConfirmation && inputs.failOnError)
            print/* print */.y.failed(formatVerdict(result));
        else
            print/* print */.y.warning(formatVerdict(result));
    }
    else if (result.delivery !== 'failed')
        print/* print */.y.info(formatVerdict(result));
}
/** Fails the step, or warns where a failed delivery is no failure; returns what it said. */
function tellProblem(error, inputs) {
    const isDelivery = error instanceof errors/* SendError */.v8;
    const kept = error.result === undefined ? undefined : formatUndelivered(error.result);
    const message = isDelivery
        ? ['Metrics were not delivered.', error.message, kept].filter(Boolean).join(' ')
        : error.message;
    if (isDelivery && !inputs.failOnError)
        print/* print */.y.warning(message);
    else
        print/* print */.y.failed(message);
    // Bad input fails whatever becomes of the delivery.
    const besides = isDelivery ? error.inputError?.message : undefined;
    if (besides === undefined)
        return message;
    print/* print */.y.failed(besides);
    return `${message}\n${besides}`;
}
/** Leaves the outputs and the job summary behind. */
async function finish(result, inputs, problem) {
    setOutputs(result);
    // A runner too old for job summaries, or a test bench, has no such file: that is no reason to fail.
    const file = process.env['GITHUB_STEP_SUMMARY'];
    if (!inputs.summary || file === undefined || file === '')
        return;
    const figures = result.figures && (await __nccwpck_require__.e(/* import() */ 753).then(__nccwpck_require__.bind(__nccwpck_require__, 3753))).formatFigures(result.figures);
    (0,external_node_fs_.appendFileSync)(file, formatSummary(result, { problem, figures }));
}
/** Sets every output; at the end of the job nobody reads them, and no harm is done. */
function setOutputs(result) {
    core/* setOutput */.uH('batches', result.batches);
    core/* setOutput */.uH('lines', result.lines);
    core/* setOutput */.uH('bytes', result.bytes);
    core/* setOutput */.uH('delivery', result.delivery);
    core/* setOutput */.uH('server', result.server ?? '');
    core/* setOutput */.uH('attempts', result.attempts);
    core/* setOutput */.uH('evidence', result.evidence ?? '');
    core/* setOutput */.uH('undelivered', result.undelivered);
    core/* setOutput */.uH('undelivered-file', result.undeliveredFile ?? '');
    core/* setOutput */.uH('verified', result.verified ?? '');
    core/* setOutput */.uH('missing', result.missing ?? '');
}
function legsOverwriteEachOther({ matrix, matrixValues, publish: given }) {
    const isWritten = given.metric !== undefined || given.data !== undefined || given.dataFile !== undefined;
    if (matrix === undefined || !isWritten)
        return false;
    const where = [given.group, given.source, given.tags, given.metric].join('\n');
    return !matrixValues.some((value) => value !== '' && where.includes(value));
}


/***/ }),

/***/ 5004:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ ScalarReader)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5523);

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

/***/ 3109:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ findJobNames),
/* harmony export */   y: () => (/* binding */ fillScope)
/* harmony export */ });
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


/***/ }),

/***/ 5523:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ formatFault),
/* harmony export */   al: () => (/* binding */ SpoolError),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   fE: () => (/* binding */ toText),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   kk: () => (/* binding */ CarbonError),
/* harmony export */   ts: () => (/* binding */ escapeInvisible),
/* harmony export */   v8: () => (/* binding */ SendError)
/* harmony export */ });
/** What every error of this package is, so that one `instanceof` tells it from a defect. */
class CarbonError extends Error {
    name = 'CarbonError';
    /** What had happened to the run's metrics when the error ended it; absent where nothing was begun. */
    result;
}
const MAX_VALUE_LENGTH = 100;
/** The input is wrong: every fault of the run, whatever part found it. Nothing of the faulty part was sent. */
class InputError extends CarbonError {
    name = 'InputError';
    faults;
    /** How many faults there are in all; `faults` holds the first hundred. */
    count;
    constructor(faults, details = {}) {
        const count = details.count ?? faults.length;
        super(formatFaults(faults, { count, consequence: details.consequence ?? 'Nothing was sent.' }));
        this.faults = faults;
        this.count = count;
    }
}
/** The metrics could not be delivered. */
class SendError extends CarbonError {
    name = 'SendError';
    /** Whether another attempt may succeed where this one failed. */
    retryable;
    /** The system's code, such as `ECONNREFUSED`, where there is one. */
    code;
    /** What was wrong with the input besides: a report that was to fail the run. */
    inputError;
    constructor(message, details) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.retryable = details.retryable;
        this.code = details.code;
    }
}
/** What was not delivered could not be kept either. */
class SpoolError extends CarbonError {
    name = 'SpoolError';
    constructor(folder, cause) {
        const reason = cause instanceof Error ? cause.message : toText(cause);
        super(`What was not delivered could not be kept in ${quote(folder)}: ${reason}.`, { cause });
    }
}
/** One fault as one sentence or two: where, rule, value, cure. */
function formatFault(fault) {
    const value = fault.value === undefined ? '' : `, got ${quote(fault.value)}`;
    const cure = fault.cure === undefined ? '' : ` ${fault.cure}`;
    return `${fault.at}: ${fault.rule}${value}.${cure}`;
}
/** Outside text in quotes, cut to a hundred characters, with everything invisible spelt out. */
function quote(text) {
    const characters = [...text.slice(0, 2 * MAX_VALUE_LENGTH)];
    const cut = characters.length > MAX_VALUE_LENGTH || text.length > 2 * MAX_VALUE_LENGTH;
    const kept = cut ? characters.slice(0, MAX_VALUE_LENGTH).join('') : text;
    return `"${escapeInvisible(kept)}"${cut ? ` \u2026 (${text.length} characters)` : ''}`;
}
/** Whatever was given, as text for a message: some values of JavaScript refuse to be one. */
function toText(value) {
    try {
        return String(value);
    }
    catch {
        return `a value of type ${typeof value}`;
    }
}
/** Controls, line breaks, direction marks, zero-width characters and lone surrogates as `\u{\u2026}`, so that none works. */
function escapeInvisible(text) {
    if (/^[\x20-\x7e]*$/.test(text))
        return text;
    return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, (character) => {
        if (character === '\n')
            return '\\n';
        if (character === '\r')
            return '\\r';
        if (character === '\t')
            return '\\t';
        return `\\u{${character.codePointAt(0)?.toString(16)}}`;
    });
}
function formatFaults(faults, end) {
    const [only] = faults;
    if (only !== undefined && end.count === 1)
        return `${formatFault(only)} ${end.consequence}`;
    const lines = faults.map((fault) => `- ${formatFault(fault)}`);
    const rest = end.count > faults.length ? [`- \u2026 and ${end.count - faults.length} more`] : [];
    return [`The input has ${end.count} faults. ${end.consequence}`, ...lines, ...rest].join('\n');
}


/***/ }),

/***/ 7713:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ Faults)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5523);

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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ formatStream),
/* harmony export */   x: () => (/* binding */ formatAll)
/* harmony export */ });
/* harmony import */ var _batch_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(504);

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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EC: () => (/* binding */ EXTRA_CHARACTERS),
/* harmony export */   I9: () => (/* binding */ findLongNode),
/* harmony export */   Qm: () => (/* binding */ MAX_NODE_BYTES),
/* harmony export */   dW: () => (/* binding */ createPathRules),
/* harmony export */   j2: () => (/* binding */ formatSource),
/* harmony export */   uJ: () => (/* binding */ joinPath)
/* harmony export */ });
/* harmony import */ var _hash_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4888);

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
/** `org/repo.js` \u2192 `org.repo_js`: a source has one node per part between slashes. */
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
/** Character code \u2192 1 where the pattern admits it. A code beyond ASCII reads as undefined, which is not 1. */
function createCharacterTable(pattern) {
    return Uint8Array.from({ length: 128 }, (_, code) => (pattern.test(String.fromCharCode(code)) ? 1 : 0));
}


/***/ }),

/***/ 8098:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  J: () => (/* binding */ checkOptions),
  m: () => (/* binding */ publish)
});

// EXTERNAL MODULE: ./.cache/bundle/errors.js
var bundle_errors = __nccwpck_require__(5523);
// EXTERNAL MODULE: ./.cache/bundle/format/parse-value.js
var parse_value = __nccwpck_require__(4767);
// EXTERNAL MODULE: ./.cache/bundle/format/path.js
var format_path = __nccwpck_require__(2417);
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

;// CONCATENATED MODULE: ./.cache/bundle/config/defaults.js
/** The defaults of the options, as written. Every run needs them, and few need the rest of the table of options. */
const DEFAULTS = {
    server: { cli: 'carbon' },
    port: { action: '2003', cli: '2003', library: '2003' },
    group: { action: 'ci', cli: 'systems', library: 'systems' },
    source: { action: '${{ github.repository }}' },
    'if-no-files-found': { action: 'error', cli: 'error', library: 'error' },
    'junit-suites': { action: 'false', library: 'false' },
    'on-bad-report': { action: 'warn', cli: 'warn', library: 'warn' },
    'follow-symbolic-links': { action: 'false', library: 'false' },
    scope: {
        action: '{workflow}.{job}.{matrix}',
        cli: '{workflow}.{job}.{matrix}',
        library: '{workflow}.{job}.{matrix}',
    },
    'job-metrics': { action: 'false' },
    'runner-metrics': { action: 'false' },
    'runner-metrics-interval': { action: '5' },
    'runner-metrics-slot': { action: '60' },
    when: { action: 'now' },
    'batch-size': { action: '500', cli: '500', library: '500' },
    timeout: { action: '30', cli: '30', library: '30' },
    'connect-timeout': { cli: '5', library: '5' },
    'write-timeout': { cli: '10', library: '10' },
    'confirm-timeout': { cli: '10', library: '10' },
    retries: { action: '3', cli: '3', library: '3' },
    spool: { action: '${{ runner.temp }}/carbon-undelivered' },
    tls: { action: 'false', library: 'false' },
    verify: { action: 'false', library: 'false' },
    'verify-timeout': { action: '120', cli: '120', library: '120' },
    'require-confirmation': { action: 'false' },
    'dry-run': { action: 'false', library: 'false' },
    summary: { action: 'true' },
    matrix: { action: '${{ toJSON(matrix) }}' },
    'job-status': { action: '${{ job.status }}' },
    'check-run-id': { action: '${{ job.check_run_id }}' },
};
/** The default of an option on one face, as written. */
function defaultOf(name, face) {
    const defaults = DEFAULTS;
    return defaults[name]?.[face];
}

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
var config_scalars = __nccwpck_require__(5004);
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

// EXTERNAL MODULE: ./.cache/bundle/config/scope.js
var config_scope = __nccwpck_require__(3109);
;// CONCATENATED MODULE: ./.cache/bundle/config/resolve.js










const CURE_FOR_NOTHING = {
    action: 'Set metric and value, data, data-file, junit, coverage, sizes or replay; is what fills them empty?',
    cli: 'Give -m and -v, --data, --file, --junit, --coverage, --size or --replay.',
    library: 'Give metric and value, data with at least one metric, junit, coverage or sizes.',
};
/** Checks the options that say where and how to send; faults are gathered, and the defaults stand in for what is wrong. */
async function resolveConfig(options, around, faults) {
    const scalars = new config_scalars/* ScalarReader */.u(faults);
    const written = (name) => defaultOf(name, around.face) ?? '';
    const milliseconds = (value, name) => scalars.milliseconds(value, { name, fallback: defaultOf(name, 'library') ?? '' });
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
    const scope = paths.formatDotted((0,config_scope/* fillScope */.y)(writtenScope, around.job));
    checkNodes(scope, 'scope', faults);
    return {
        servers: resolveServers(options.server ?? defaultOf('server', around.face), { port, dryRun, faults }),
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
    const rest = (0,config_scope/* fillScope */.y)(scope, undefined);
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
        const { parseYaml } = await __nccwpck_require__.e(/* import() */ 416).then(__nccwpck_require__.bind(__nccwpck_require__, 5416));
        const before = faults.count;
        tree = await parseYaml(written, 'tags', faults);
        if (faults.count > before || tree === undefined)
            return {};
    }
    const { collectTags } = await __nccwpck_require__.e(/* import() */ 123).then(__nccwpck_require__.bind(__nccwpck_require__, 3123));
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

// EXTERNAL MODULE: ./.cache/bundle/faults.js
var bundle_faults = __nccwpck_require__(7713);
// EXTERNAL MODULE: ./.cache/bundle/format/format-windows.js
var format_windows = __nccwpck_require__(9517);
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
    /** The written name below its parent's path \u2192 its path. */
    #known = new Map();
    /** A path that is taken \u2192 the number that the next name for it gets. */
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
var hash_text = __nccwpck_require__(4888);
// EXTERNAL MODULE: ./.cache/bundle/format/line.js
var line = __nccwpck_require__(3140);
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
var read_metric = __nccwpck_require__(1736);
;// CONCATENATED MODULE: ./.cache/bundle/read/find-sources.js

/** Everything that a run is to send. Most runs name one metric, so what reads all the rest is loaded when it is named. */
async function findSources(options, around, faults) {
    if (namesMore(options) || around.collected !== undefined) {
        const { readSources } = await __nccwpck_require__.e(/* import() */ 724).then(__nccwpck_require__.bind(__nccwpck_require__, 2724));
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
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./.cache/bundle/read/remove-replayed.js


/** The names that the spool gives its files. */
const SPOOLED = /^undelivered-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z-[0-9a-f]{8}\.txt$/;
/** Removes a replayed file that the spool had written; a file of the user's own making is left alone. */
async function removeReplayed(file) {
    if (SPOOLED.test((0,external_node_path_.basename)(file)))
        await external_node_fs_.promises.rm(file, { force: true });
}

// EXTERNAL MODULE: ./.cache/bundle/send/abort.js
var send_abort = __nccwpck_require__(1843);
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

;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = require("node:net");
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
    const socket = options.tls === undefined ? (0,external_node_net_namespaceObject.connect)(target) : await connectTls(target, options.tls);
    const connection = new TcpConnection(socket, formatServer(server), options);
    await connection.open();
    return connection;
}
async function connectTls(target, tls) {
    const { checkServerIdentity, connect: connectSecurely } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 1692, 23));
    const { ca, cert, key } = tls;
    const serverName = tls.serverName ?? target.host ?? '';
    return connectSecurely({
        ...target,
        ...(ca === undefined ? {} : { ca }),
        ...(cert === undefined ? {} : { cert }),
        ...(key === undefined ? {} : { key }),
        // An address is no name that a client may ask for; the certificate is checked against it all the same.
        ...((0,external_node_net_namespaceObject.isIP)(serverName) === 0 ? { servername: serverName } : {}),
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
        const { countLines } = await __nccwpck_require__.e(/* import() */ 95).then(__nccwpck_require__.bind(__nccwpck_require__, 5095));
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
        const { readBack } = await __nccwpck_require__.e(/* import() */ 994).then(__nccwpck_require__.bind(__nccwpck_require__, 3994));
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
        const { Spool } = await __nccwpck_require__.e(/* import() */ 957).then(__nccwpck_require__.bind(__nccwpck_require__, 3957));
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
async function publish(options, around) {
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
            const { sendStreams } = await __nccwpck_require__.e(/* import() */ 872).then(__nccwpck_require__.bind(__nccwpck_require__, 8872));
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
    const { checkReportOptions } = await __nccwpck_require__.e(/* import() */ 763).then(__nccwpck_require__.bind(__nccwpck_require__, 9763));
    const faults = around.faults ?? new bundle_faults/* Faults */.C();
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
    const { readPems } = await __nccwpck_require__.e(/* import() */ 725).then(__nccwpck_require__.bind(__nccwpck_require__, 8725));
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


/***/ }),

/***/ 1736:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ readMetric)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5523);

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

/***/ 1852:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   So: () => (/* binding */ formatCounted),
/* harmony export */   T1: () => (/* binding */ formatShare),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   l9: () => (/* binding */ formatPercent),
/* harmony export */   r4: () => (/* binding */ formatInstant),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
const BYTE_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];
/** A length of time for people: `0.42 s`, `4 min 32 s`, `1 h 5 min`. */
function formatDuration(seconds) {
    if (!Number.isFinite(seconds))
        return '\u2013';
    if (seconds < 59.95)
        return `${Number(seconds.toFixed(seconds < 10 ? 2 : 1))} s`;
    const whole = Math.round(seconds);
    const minutes = Math.floor(whole / 60);
    if (minutes < 60)
        return `${minutes} min${whole % 60 === 0 ? '' : ` ${whole % 60} s`}`;
    return `${formatCount(Math.floor(minutes / 60))} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`;
}
/** A number of bytes in the unit that keeps it short: `1.23 MiB`. */
function formatBytes(bytes) {
    if (!Number.isFinite(bytes))
        return '\u2013';
    let value = bytes;
    let unit = 0;
    while (value >= 1023.995 && unit < BYTE_UNITS.length - 1) {
        value /= 1024;
        unit += 1;
    }
    return `${unit === 0 ? formatCount(value) : value.toFixed(value < 10 ? 2 : 1)} ${BYTE_UNITS[unit]}`;
}
/** A whole number with its thousands apart: `12,345`. */
function formatCount(count) {
    if (!Number.isFinite(count))
        return '\u2013';
    return String(Math.round(count)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
/** A count with its noun: `1 step`, `2 steps`. */
function formatCounted(count, noun) {
    return `${formatCount(count)} ${count === 1 ? noun : `${noun}s`}`;
}
/** The share of a whole; only all of it is 100 %, and a dash stands where there is nothing to share. */
function formatShare(part, whole) {
    if (whole <= 0)
        return '\u2013';
    const percent = Math.round((part / whole) * 1000) / 10;
    return formatPercent(part < whole ? Math.min(percent, 99.9) : percent);
}
/** A percentage with one decimal. */
function formatPercent(percent) {
    return Number.isFinite(percent) ? `${percent.toFixed(1)} %` : '\u2013';
}
/** An instant to the second, in UTC; nothing where no calendar has it. */
function formatInstant(epochSeconds) {
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


/***/ }),

/***/ 2460:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dh: () => (/* binding */ takeWithin),
/* harmony export */   EH: () => (/* binding */ numberCell),
/* harmony export */   F$: () => (/* binding */ formatCells),
/* harmony export */   FY: () => (/* binding */ paragraph),
/* harmony export */   Tu: () => (/* binding */ countBytes),
/* harmony export */   UQ: () => (/* binding */ nameCell),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   iV: () => (/* binding */ textCell),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5523);
/* harmony import */ var _visible_line_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5066);


const MAX_PARAGRAPH_CHARACTERS = 20_000;
const MAX_PARAGRAPH_BYTES = 80_000;
const MAX_NAME_CHARACTERS = 100;
const encoder = new TextEncoder();
/** Every character that HTML or Markdown reads as more than itself becomes a numbered reference. */
function escapeHtml(text) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeInvisible */ .ts)(text).replace(/[&<>"'`*_~[\]()#@!|\\{}$]/g, (character) => `&#${character.charCodeAt(0)};`);
}
/** A paragraph whose text can form neither markup nor a mention, a link or a second line. */
function paragraph(text) {
    let kept = text.slice(0, MAX_PARAGRAPH_CHARACTERS);
    while (countBytes(escapeHtml(kept)) > MAX_PARAGRAPH_BYTES)
        kept = kept.slice(0, kept.length / 2);
    const cut = kept.length < text.length ? `${kept}\u2026` : kept;
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
function nameCell(name) {
    return code((0,_visible_line_js__WEBPACK_IMPORTED_MODULE_1__/* .toVisibleLine */ .y)(name, MAX_NAME_CHARACTERS));
}
/** A number as it is to be read. */
function numberCell(text) {
    return { html: escapeHtml(text), isNumber: true };
}
/** Words. */
function textCell(text) {
    return { html: escapeHtml(text) };
}
/** One row of a table. */
function formatCells(cells) {
    const inside = cells.map(({ html, isNumber }) => `<td${isNumber === true ? ' align="right"' : ''}>${html}</td>`);
    return `<tr>${inside.join('')}</tr>`;
}
/** A table of rows that are HTML already: no empty line may stand in it, or Markdown begins again. */
function table(heads, rows) {
    const head = heads.map((one) => `<th>${escapeHtml(one)}</th>`).join('');
    return `<table><tr>${head}</tr>\n${rows.join('\n')}\n</table>`;
}
/** A block that people open when they want it. */
function details(summary, body) {
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


/***/ }),

/***/ 5066:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ toVisibleLine)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5523);

/**
 * Outside text as one line that can be seen, cut to so many characters. What only joins or colours pictographs goes
 * away, line breaks become blanks, and whatever else cannot be seen is spelt out.
 */
function toVisibleLine(text, maxCharacters) {
    // Ten thousand characters of a name need not be looked at to show the first hundred.
    const start = text.slice(0, 4 * maxCharacters + 16);
    const line = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeInvisible */ .ts)(start.replace(/[\s\u0085]+/gu, ' ').replace(/[\ufe0f\u200d]/gu, '')).trim();
    const characters = [...line];
    if (characters.length <= maxCharacters && start.length === text.length)
        return line;
    return `${characters.slice(0, maxCharacters - 1).join('')}\u2026`;
}


/***/ }),

/***/ 1843:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ toAbortError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5523);

/** The error of a run that `signal` ended: the signal's own reason where it is one, else that somebody stopped it. */
function toAbortError(signal) {
    const reason = signal.reason;
    if (reason instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SendError */ .v8)
        return reason;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SendError */ .v8('Sending was stopped.', { retryable: false, code: 'ABORT_ERR', cause: reason });
}


/***/ }),

/***/ 737:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ stopOnSignal)
/* harmony export */ });
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


/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = require("buffer");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = require("fs");

/***/ }),

/***/ 3339:
/***/ ((module) => {

module.exports = require("module");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = require("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = require("node:crypto");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = require("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = require("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = require("node:fs/promises");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = require("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = require("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = require("node:process");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = require("node:stream/promises");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = require("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = require("node:tls");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = require("node:zlib");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = require("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = require("process");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = require("url");

/***/ }),

/***/ 3915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Yz: () => (/* binding */ debug),
  V4: () => (/* binding */ getInput),
  Gu: () => (/* binding */ getState),
  pq: () => (/* binding */ info),
  lm: () => (/* binding */ notice),
  LZ: () => (/* binding */ saveState),
  C1: () => (/* binding */ setFailed),
  uH: () => (/* binding */ setOutput),
  Pq: () => (/* binding */ setSecret),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: ExitCode, addPath, endGroup, error, exportVariable, getBooleanInput, getIDToken, getMultilineInput, group, isDebug, markdownSummary, platform, setCommandEcho, startGroup, summary, toPlatformPath, toPosixPath, toWin32Path

;// CONCATENATED MODULE: ./.cache/bundle/node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./.cache/bundle/node_modules/@actions/core/lib/command.js
const os = { EOL: process.platform === 'win32' ? '\r\n' : '\n' };

/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + os.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./.cache/bundle/node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
const file_command_crypto = { randomUUID: () => `${Math.random()}${Math.random()}` };

const file_command_os = { EOL: process.platform === 'win32' ? '\r\n' : '\n' };

function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${file_command_os.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${file_command_crypto.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${file_command_os.EOL}${convertedValue}${file_command_os.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
;// CONCATENATED MODULE: ./.cache/bundle/node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



const core_os = { EOL: process.platform === 'win32' ? '\r\n' : '\n' };


/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(core_os.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + core_os.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', file_command_prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, utils_toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map

/***/ })

/******/ 	});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/******/ 	// expose the modules object (__webpack_modules__)
/******/ 	__nccwpck_require__.m = __webpack_modules__;
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	(() => {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = (module) => {
/******/ 			var getter = module && module.__esModule ?
/******/ 				() => (module['default']) :
/******/ 				() => (module);
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/ensure chunk */
/******/ 	(() => {
/******/ 		__nccwpck_require__.f = {};
/******/ 		// This file contains only the entry chunk.
/******/ 		// The chunk loading function for additional chunks
/******/ 		__nccwpck_require__.e = (chunkId) => {
/******/ 			return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 				__nccwpck_require__.f[key](chunkId, promises);
/******/ 				return promises;
/******/ 			}, []));
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/get javascript chunk filename */
/******/ 	(() => {
/******/ 		// This function allow to reference async chunks
/******/ 		__nccwpck_require__.u = (chunkId) => {
/******/ 			// return url for filenames based on template
/******/ 			return "" + chunkId + ".index.js";
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/require chunk loading */
/******/ 	(() => {
/******/ 		// no baseURI
/******/ 		
/******/ 		// object to store loaded chunks
/******/ 		// "1" means "loaded", otherwise not loaded yet
/******/ 		var installedChunks = {
/******/ 			792: 1
/******/ 		};
/******/ 		
/******/ 		// no on chunks loaded
/******/ 		
/******/ 		var installChunk = (chunk) => {
/******/ 			var moreModules = chunk.modules, chunkIds = chunk.ids, runtime = chunk.runtime;
/******/ 			for(var moduleId in moreModules) {
/******/ 				if(__nccwpck_require__.o(moreModules, moduleId)) {
/******/ 					__nccwpck_require__.m[moduleId] = moreModules[moduleId];
/******/ 				}
/******/ 			}
/******/ 			if(runtime) runtime(__nccwpck_require__);
/******/ 			for(var i = 0; i < chunkIds.length; i++)
/******/ 				installedChunks[chunkIds[i]] = 1;
/******/ 		
/******/ 		};
/******/ 		
/******/ 		// require() chunk loading for javascript
/******/ 		__nccwpck_require__.f.require = (chunkId, promises) => {
/******/ 			// "1" is the signal for "already loaded"
/******/ 			if(!installedChunks[chunkId]) {
/******/ 				if(true) { // all chunks have JS
/******/ 					installChunk(require("./" + __nccwpck_require__.u(chunkId)));
/******/ 				} else installedChunks[chunkId] = 1;
/******/ 			}
/******/ 		};
/******/ 		
/******/ 		// no external install chunk
/******/ 		
/******/ 		// no HMR
/******/ 		
/******/ 		// no HMR manifest
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};
__nccwpck_require__.r(__webpack_exports__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _print_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3049);
/* harmony import */ var _run_main_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2883);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2408);




/** The step, or the end of the job: which of them, only the script tells that the runner starts. */
async function run() {
    // A step before this one may have set such variables for all that follow: the state alone tells nothing.
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(process.argv[1] ?? '') !== 'post.js')
        return (0,_run_main_js__WEBPACK_IMPORTED_MODULE_2__/* .runMain */ .V)(process.env);
    const state = (0,_state_js__WEBPACK_IMPORTED_MODULE_3__/* .readState */ .un)(process.env);
    if (state === undefined)
        return;
    const { runPost } = await __nccwpck_require__.e(/* import() */ 39).then(__nccwpck_require__.bind(__nccwpck_require__, 39));
    return runPost(process.env, state);
}
run().catch((error) => {
    _print_js__WEBPACK_IMPORTED_MODULE_1__/* .print */ .y.failed(`This is a defect of carbon-action, please report it: ${error instanceof Error ? error.stack : error}`);
});

module.exports = __webpack_exports__;
/******/ })()
;