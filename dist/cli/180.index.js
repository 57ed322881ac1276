"use strict";
exports.id = 180;
exports.ids = [180,542];
exports.modules = {

/***/ 603:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ BadReportError)
/* harmony export */ });
/** A report that cannot be counted; whoever reads the file adds where it stands. */
class BadReportError extends Error {
    name = 'BadReportError';
    fault;
    constructor(fault) {
        super(fault.rule);
        this.fault = fault;
    }
}


/***/ }),

/***/ 8542:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openFound: () => (/* binding */ openFound),
/* harmony export */   readFound: () => (/* binding */ readFound),
/* harmony export */   readInput: () => (/* binding */ readInput),
/* harmony export */   toBadReport: () => (/* binding */ toBadReport)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _collect_bad_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(603);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5523);



const READ_BYTES = 262_144;
const CURE = 'Nothing may change the files while they are read.';
/**
 * Opens a file for reading if it is still what was found: a regular file, reached without a link. A change between the
 * looks is seen by the look after opening; only who changes folders at that very moment, twice, gets past, and he runs
 * code on this machine already. Waits for no pipe and opens no device.
 * @throws {BadReportError} where it may not be read.
 */
async function openFound(file) {
    try {
        if (!(await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.lstat(file.realPath)).isFile())
            throw toChanged(file);
        // Windows knows neither flag.
        const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants;
        const handle = await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.open(file.realPath, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
        try {
            const isSame = (await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.realpath(file.realPath)) === file.realPath;
            if (!isSame || !(await handle.stat()).isFile())
                throw toChanged(file);
        }
        catch (error) {
            await handle.close();
            throw error;
        }
        return handle;
    }
    catch (error) {
        throw toBadReport(error, file);
    }
}
/** The bytes of a file that was found, in chunks. @throws {BadReportError} where it cannot be read. */
async function* readFound(file) {
    const options = { highWaterMark: READ_BYTES };
    try {
        const stream = file.isStream === true
            ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(file.realPath, options)
            : (await openFound(file)).createReadStream(options);
        yield* stream;
    }
    catch (error) {
        throw toBadReport(error, file);
    }
}
/** The same for what is no report, but input of the run. @throws {InputError} where it cannot be read. */
async function* readInput(file, at) {
    try {
        yield* readFound(file);
    }
    catch (error) {
        if (!(error instanceof _collect_bad_report_js__WEBPACK_IMPORTED_MODULE_1__/* .BadReportError */ .i))
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz([{ at, ...error.fault }]);
    }
}
/** What the system says of a file, in the words of a fault; an error of any other kind is passed on. */
function toBadReport(error, file) {
    const { code, message } = error;
    if (error instanceof _collect_bad_report_js__WEBPACK_IMPORTED_MODULE_1__/* .BadReportError */ .i || code === undefined || code === 'ABORT_ERR')
        return error;
    if (code === 'ENOENT') {
        return new _collect_bad_report_js__WEBPACK_IMPORTED_MODULE_1__/* .BadReportError */ .i({ rule: 'the file vanished before it was read', value: file.path, cure: CURE });
    }
    if (code === 'ELOOP')
        return toChanged(file);
    const isRight = code === 'EACCES' || code === 'EPERM';
    const rule = isRight ? 'this user may not read the file' : `the file cannot be read (${message})`;
    const cure = isRight ? 'Give this user the right, or leave the file out with "!".' : 'Make the file again.';
    return new _collect_bad_report_js__WEBPACK_IMPORTED_MODULE_1__/* .BadReportError */ .i({ rule, value: file.path, cure });
}
function toChanged({ path }) {
    return new _collect_bad_report_js__WEBPACK_IMPORTED_MODULE_1__/* .BadReportError */ .i({ rule: 'it was a regular file, and is none any more', value: path, cure: CURE });
}


/***/ }),

/***/ 2180:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readReports: () => (/* binding */ readReports)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.cache/bundle/collect/bad-report.js
var bad_report = __webpack_require__(603);
;// CONCATENATED MODULE: ./.cache/bundle/collect/job/compute-job.js
const STATUSES = ['success', 'failure', 'cancelled'];
/** A job's duration, its outcome as three numbers of which one is 1, and its attempt. */
function computeJob({ startedAtMs, endedAtMs, status, attempt }) {
    const metrics = [];
    const add = (name, value) => {
        metrics.push({ nodes: ['job', name], value });
    };
    // A clock that was set back in between must not make a duration below zero.
    const durationSeconds = startedAtMs === undefined ? undefined : Math.max(0, endedAtMs - startedAtMs) / 1000;
    if (durationSeconds !== undefined)
        add('duration_seconds', durationSeconds);
    if (status !== undefined)
        for (const known of STATUSES)
            add(known, known === status ? 1 : 0);
    if (attempt !== undefined)
        add('attempt', attempt);
    if (status === undefined || durationSeconds === undefined)
        return { metrics };
    return { metrics, figures: { status, durationSeconds, steps: [] } };
}

// EXTERNAL MODULE: ./.cache/bundle/errors.js
var errors = __webpack_require__(5523);
// EXTERNAL MODULE: ./.cache/bundle/format/parse-value.js
var parse_value = __webpack_require__(4767);
// EXTERNAL MODULE: ./.cache/bundle/config/scalars.js
var scalars = __webpack_require__(5004);
;// CONCATENATED MODULE: ./.cache/bundle/config/resolve-job.js



/** What the CI systems call the ends of a job. */
const resolve_job_STATUSES = new Map([
    ['success', 'success'],
    ['passed', 'success'],
    ['failure', 'failure'],
    ['failed', 'failure'],
    ['error', 'failure'],
    ['unstable', 'failure'],
    ['cancelled', 'cancelled'],
    ['canceled', 'cancelled'],
    ['aborted', 'cancelled'],
]);
/** What is known of the job, each part only where it is given; faults are gathered. */
function resolveJob(options, nowMs, faults) {
    const { jobStatus, jobStartedAt, jobAttempt } = options;
    const startedAtMs = isGiven(jobStartedAt) ? parseMs(jobStartedAt, faults) : undefined;
    const status = isGiven(jobStatus) ? parseStatus(jobStatus, faults) : undefined;
    const attempt = isGiven(jobAttempt)
        ? new scalars/* ScalarReader */.u(faults).integer(jobAttempt, {
            name: 'job-attempt',
            fallback: '1',
            min: 1,
            max: 1_000_000,
        })
        : undefined;
    return { startedAtMs, endedAtMs: nowMs, status, attempt };
}
function parseStatus(written, faults) {
    const status = resolve_job_STATUSES.get(written.trim().toLowerCase());
    if (status === undefined) {
        const cure = `Known words are ${[...resolve_job_STATUSES.keys()].join(', ')}.`;
        faults.add({ at: 'job-status', rule: 'it is success, failure or cancelled', value: written, cure });
    }
    return status;
}
/** A `Date` keeps its milliseconds; a text has whole seconds. */
function parseMs(written, faults) {
    const parsed = (0,parse_value/* parseTimestamp */.EH)(written);
    if ('ok' in parsed)
        return written instanceof Date ? written.getTime() : parsed.ok * 1000;
    faults.add({ at: 'job-started-at', ...parsed, value: (0,errors/* toText */.fE)(written) });
    return undefined;
}
function isGiven(value) {
    return value !== undefined && value !== '';
}

// EXTERNAL MODULE: ./.cache/bundle/faults.js
var bundle_faults = __webpack_require__(7713);
// EXTERNAL MODULE: ./.cache/bundle/config/resolve-reports.js
var resolve_reports = __webpack_require__(9763);
// EXTERNAL MODULE: ./.cache/bundle/read/open-found.js
var open_found = __webpack_require__(8542);
;// CONCATENATED MODULE: ./.cache/bundle/read/report-reader.js




/** Reads what several sources name, and keeps what is wrong with one of them from the others. */
class ReportReader {
    /** What could not be collected, where that is to fail the run after everything else was sent. */
    problems = [];
    /** The same where it is not. */
    warnings = [];
    rules;
    #signal;
    #files;
    constructor(options, { files, faults }) {
        this.#signal = options.signal;
        this.#files = files;
        this.rules = (0,resolve_reports/* resolveReportRules */.AD)(options, faults);
    }
    /** The files of an option; what is missing is told. */
    async find(patterns, option, folders = 'refuse') {
        const { files, problems } = await this.#files.findReports(patterns, option, folders);
        this.problems.push(...problems);
        return files;
    }
    /**
     * Adds up reports one after the other: what all of them hold together is bounded, what they hold one by one would not
     * be. One that cannot be counted is told. Returns whether all were read, which they were not where the run was stopped.
     */
    async parseEach(option, files, { parse, add }) {
        for (const file of files) {
            const at = `${option} ${(0,errors/* escapeInvisible */.ts)(file.path)}`;
            const read = await this.unlessStopped(at, () => this.#parse(at, file, parse));
            if (read === undefined)
                return false;
            if ('report' in read)
                add(read.report);
        }
        return true;
    }
    /** What was stopped in its middle is told, and keeps nothing else from being kept. */
    async unlessStopped(at, read) {
        try {
            return await read();
        }
        catch (error) {
            if (this.#signal?.aborted !== true)
                throw error;
            this.warnings.push((0,errors/* formatFault */.A)({ at, rule: 'the run was stopped before it was read' }));
            return undefined;
        }
    }
    /** What cannot be counted: `on-bad-report` says whether that fails the run. */
    addProblem(fault) {
        if (this.rules.badReport === 'fail')
            this.problems.push(fault);
        else
            this.warnings.push(`${(0,errors/* formatFault */.A)(fault)} It is not counted.`);
    }
    /** What is wrong with one source's options, which no other has to pay for. */
    addFaults(faults) {
        if (faults.count > 0)
            this.problems.push(...faults.toError().faults);
    }
    async #parse(at, file, parse) {
        try {
            return { report: await parse(this.#untilStopped((0,open_found.readFound)(file)), file.realPath) };
        }
        catch (error) {
            if (!(error instanceof bad_report/* BadReportError */.i))
                throw error;
            const fault = { at, ...error.fault };
            this.addProblem(fault);
            return { fault };
        }
    }
    async *#untilStopped(chunks) {
        this.#signal?.throwIfAborted();
        for await (const chunk of chunks) {
            yield chunk;
            this.#signal?.throwIfAborted();
        }
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/read/reports.js








/**
 * Reads what the options name, each source by itself: what is wrong with one keeps no other from being counted. A run
 * that is stopped meanwhile leaves out what is not read to its end, for half a figure would be none.
 */
async function readReports(options, around) {
    const reader = new ReportReader(options, around);
    const tests = await readTests(options, reader);
    const coverage = await readCoverage(options, reader);
    const sizes = await readSizes(options, reader);
    const job = readJob(options, reader, around.nowMs);
    return {
        metrics: [tests, coverage, sizes, job].flatMap((one) => one?.metrics ?? []),
        figures: {
            ...(tests === undefined ? {} : { tests: tests.figures }),
            ...(coverage === undefined ? {} : { coverage: coverage.figures }),
            ...(sizes === undefined ? {} : { sizes: sizes.figures }),
            ...(job.figures === undefined ? {} : { job: job.figures }),
        },
        problems: reader.problems,
        warnings: reader.warnings,
    };
}
async function readTests({ junit }, reader) {
    const { junitSuites: suites } = reader.rules;
    const files = await reader.find(junit, 'junit');
    if (files.length === 0)
        return undefined;
    const { parseJunit } = await Promise.all(/* import() */[__webpack_require__.e(800), __webpack_require__.e(15), __webpack_require__.e(538)]).then(__webpack_require__.bind(__webpack_require__, 7538));
    const { computeTests, TestSum } = await __webpack_require__.e(/* import() */ 881).then(__webpack_require__.bind(__webpack_require__, 6881));
    const sum = new TestSum();
    const isWhole = await reader.parseEach('junit', files, {
        parse: (chunks) => parseJunit(chunks, { suites }),
        add: (report) => sum.add(report),
    });
    if (!isWhole)
        return undefined;
    if (sum.problem !== undefined)
        reader.addProblem({ at: 'junit', ...sum.problem });
    return sum.reports === 0 ? undefined : computeTests(sum);
}
async function readCoverage(options, reader) {
    const files = await reader.find(options.coverage, 'coverage');
    if (files.length === 0)
        return undefined;
    const { parseCoverage } = await Promise.all(/* import() */[__webpack_require__.e(800), __webpack_require__.e(15), __webpack_require__.e(660)]).then(__webpack_require__.bind(__webpack_require__, 7660));
    const { computeCoverage } = await __webpack_require__.e(/* import() */ 944).then(__webpack_require__.bind(__webpack_require__, 7944));
    const { CoverageUnion } = await __webpack_require__.e(/* import() */ 995).then(__webpack_require__.bind(__webpack_require__, 995));
    const root = process.cwd();
    const union = new CoverageUnion();
    try {
        const isWhole = await reader.parseEach('coverage', files, {
            parse: (chunks, path) => parseCoverage(chunks, { root, path, isFile: (source) => isFile(root, source) }),
            add: (report) => union.add(report),
        });
        return !isWhole || union.reports === 0 ? undefined : computeCoverage(union);
    }
    catch (error) {
        if (!(error instanceof bad_report/* BadReportError */.i))
            throw error;
        reader.addProblem({ at: 'coverage', ...error.fault });
        return undefined;
    }
}
async function readSizes(options, reader) {
    if (options.sizes === undefined || options.sizes === '')
        return undefined;
    const { computeSizes, parseSizes } = await __webpack_require__.e(/* import() */ 133).then(__webpack_require__.bind(__webpack_require__, 1133));
    const { measureFiles } = await __webpack_require__.e(/* import() */ 125).then(__webpack_require__.bind(__webpack_require__, 125));
    const measured = [];
    const faults = new bundle_faults/* Faults */.C();
    const requests = await parseSizes(options.sizes, 'sizes', faults);
    reader.addFaults(faults);
    for (const { name, patterns } of requests) {
        const at = `sizes, ${(0,errors/* escapeInvisible */.ts)(name)}`;
        const files = await reader.find(patterns, at, 'take');
        const sums = await reader.unlessStopped(at, () => measureFiles(files, options.signal));
        if (sums === undefined)
            continue;
        for (const problem of sums.problems)
            reader.addProblem({ at, ...problem });
        measured.push({ name, ...sums });
    }
    return computeSizes(measured);
}
function readJob(options, reader, nowMs) {
    const faults = new bundle_faults/* Faults */.C();
    const job = computeJob(resolveJob(options, nowMs, faults));
    reader.addFaults(faults);
    return job;
}
/** Whether a report's path is a file of the workspace; nothing is read, and nothing is told of what lies outside. */
async function isFile(root, path) {
    const found = await (0,promises_.stat)((0,external_node_path_.resolve)(root, path)).catch(() => undefined);
    return found?.isFile() === true;
}


/***/ })

};
;