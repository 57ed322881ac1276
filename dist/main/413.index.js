"use strict";
exports.id = 413;
exports.ids = [413];
exports.modules = {

/***/ 2413:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  endMeasuring: () => (/* binding */ endMeasuring),
  resolveTimes: () => (/* binding */ resolveTimes),
  startMeasuring: () => (/* binding */ startMeasuring)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./.cache/bundle/collect/runner/figure-names.js
/** Every figure of a runner, in the order in which they are told. */
const FIGURES = {
    cpuPercent: { node: 'cpu_percent', unit: 'percent' },
    memoryUsedBytes: { node: 'memory_used_bytes', unit: 'bytes' },
    memoryPercent: { node: 'memory_percent', unit: 'percent' },
    diskUsedBytes: { node: 'disk_used_bytes', unit: 'bytes' },
    diskPercent: { node: 'disk_percent', unit: 'percent' },
    networkReceivedBytesPerSecond: { node: 'network_received_bytes_per_second', unit: 'bytes' },
    networkSentBytesPerSecond: { node: 'network_sent_bytes_per_second', unit: 'bytes' },
};
/** The names alone. */
const figure_names_FIGURE_NAMES = Object.keys(FIGURES);

;// CONCATENATED MODULE: ./.cache/bundle/collect/runner/collect-runner.js

/** Makes slots into metrics: a mean and a maximum for each figure, at the time where its slot begins. */
function collectRunner(slots, slotMs) {
    const rows = slots.map(toRunnerSlot);
    return { metrics: rows.flatMap(toMetrics), figures: { slotSeconds: slotMs / 1000, slots: rows } };
}
function toRunnerSlot({ startedAtMs, tallies }) {
    const figures = figure_names_FIGURE_NAMES.flatMap((name) => {
        const tally = tallies[name];
        return tally === undefined ? [] : [[name, summarize(tally, FIGURES[name])]];
    });
    return { startedAt: Math.floor(startedAtMs / 1000), ...Object.fromEntries(figures) };
}
function summarize({ sum, weight, max }, { unit }) {
    const round = unit === 'percent' ? toHundredths : Math.round;
    // Adding up in floating point can put a mean of equal values a hair above them.
    return { mean: round(Math.min(sum / weight, max)), max: round(max) };
}
function toMetrics(slot) {
    return figure_names_FIGURE_NAMES.flatMap((name) => {
        const figure = slot[name];
        if (figure === undefined)
            return [];
        return ['mean', 'max'].map((kind) => ({
            nodes: ['runner', FIGURES[name].node, kind],
            value: figure[kind],
            timestamp: slot.startedAt,
        }));
    });
}
function toHundredths(percent) {
    return Math.round(percent * 100) / 100;
}

// EXTERNAL MODULE: ./.cache/bundle/errors.js
var errors = __webpack_require__(5523);
;// CONCATENATED MODULE: ./.cache/bundle/collect/runner/sampling-times.js

const MAX_INTERVAL_SECONDS = 300;
const MAX_SLOT_SECONDS = 3600;
const DEFAULT_INTERVAL_SECONDS = 5;
const DEFAULT_SLOT_SECONDS = 60;
/** Checks both times; what is not written takes its default, a fault is gathered and the default taken. */
function resolveSamplingTimes({ interval, slot }, faults) {
    const intervalSeconds = resolveSeconds(interval, MAX_INTERVAL_SECONDS, faults) ?? DEFAULT_INTERVAL_SECONDS;
    const written = resolveSeconds(slot, MAX_SLOT_SECONDS, faults);
    if (written !== undefined && written < intervalSeconds) {
        faults.add({
            at: slot.name,
            rule: `it is at least as long as ${interval.name}, ${intervalSeconds} seconds`,
            value: String(written),
            cure: 'A slot without a sample has no mean.',
        });
    }
    const slotSeconds = Math.max(intervalSeconds, written ?? DEFAULT_SLOT_SECONDS);
    return { intervalMs: intervalSeconds * 1000, slotMs: slotSeconds * 1000 };
}
function resolveSeconds({ name, written }, max, faults) {
    const text = written === undefined || written === null ? '' : (0,errors/* toText */.fE)(written).trim();
    if (text === '')
        return undefined;
    const seconds = /^[0-9]{1,5}$/.test(text) ? Number(text) : Number.NaN;
    if (seconds >= 1 && seconds <= max)
        return seconds;
    faults.add({ at: name, rule: `it is a whole number of seconds from 1 to ${max}`, value: text });
    return undefined;
}

;// CONCATENATED MODULE: ./.cache/bundle/sampler/sampler-error.js

/** The runner cannot be measured: the sampler did not start. */
class SamplerError extends errors/* CarbonError */.kk {
    name = 'SamplerError';
    constructor(folder, cause) {
        const reason = cause instanceof Error ? cause.message : (0,errors/* toText */.fE)(cause);
        super(`The runner's metrics cannot be sampled in ${(0,errors/* quote */.hD)(folder)}: ${reason}.`, { cause });
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/sampler/sampler-handle.js
/** Reads a handle back from the text that was kept; nothing where it is not one. */
function parseSamplerHandle(text) {
    let handle;
    try {
        handle = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    const { folder, slotMs, startedAtMs, process: identity } = handle ?? {};
    if (typeof folder !== 'string' || folder === '' || !isPositive(slotMs) || !isPositive(startedAtMs)) {
        return undefined;
    }
    const { pid, startedAt } = identity ?? {};
    if (!isPositive(pid) || !(startedAt === undefined || typeof startedAt === 'string'))
        return undefined;
    return {
        folder,
        slotMs,
        startedAtMs,
        process: startedAt === undefined ? { pid } : { pid, startedAt },
    };
}
function isPositive(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __webpack_require__(1708);
;// CONCATENATED MODULE: ./.cache/bundle/sampler/process-identity.js


/** Ids that are nobody's parent: 0 is outside of this container, 1 has adopted us. */
const FIRST_PID = 2;
/** States of a process that has ended and whose parent did not ask for its result yet. */
const ENDED = /[ZXx]/;
/** What tells this process from others; nothing where it cannot be seen, as from inside a container. */
function identifyProcess(pid) {
    if (!Number.isSafeInteger(pid) || pid < FIRST_PID)
        return undefined;
    if (process.platform !== 'linux')
        return isKnown(pid) ? { pid } : undefined;
    const startedAt = readStart(pid);
    return startedAt === undefined ? undefined : { pid, startedAt };
}
/** Whether this very process still runs. */
function isAlive({ pid, startedAt }) {
    return startedAt === undefined ? isKnown(pid) : readStart(pid) === startedAt;
}
/** Ends a process at once, but only where it is certainly the one that is meant. */
function endProcess(identity) {
    if (identity.startedAt === undefined || !isAlive(identity))
        return;
    try {
        (0,external_node_process_.kill)(identity.pid, 'SIGKILL');
    }
    catch {
        // It ended by itself in this moment.
    }
}
/** The 22nd field of /proc/PID/stat. The second is a name that may contain anything, so counting starts behind it. */
function parseStart(text) {
    const [state = '', ...fields] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const startedAt = fields[18];
    return startedAt === undefined || ENDED.test(state) || !/^[0-9]+$/.test(startedAt) ? undefined : startedAt;
}
function readStart(pid) {
    try {
        return parseStart((0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, 'latin1'));
    }
    catch {
        return undefined;
    }
}
function isKnown(pid) {
    try {
        // Signal 0 is none: the system only looks whether there is such a process.
        return (0,external_node_process_.kill)(pid, 0);
    }
    catch (error) {
        return error.code === 'EPERM';
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/sampler/sampler-env.js
/** What a Node needs to start, and the runner's mark: by it the runner finds what a job left behind, and ends it. */
const NAMES = ['PATH', 'RUNNER_TRACKING_ID', 'SystemRoot', 'windir', 'TEMP', 'TMP', 'TMPDIR'];
/** The environment of the sampler: none of the job's inputs, tokens and secrets. */
function pickSamplerEnv(env) {
    return Object.fromEntries(NAMES.flatMap((name) => {
        const value = env[name];
        return value === undefined ? [] : [[name, value]];
    }));
}

;// CONCATENATED MODULE: ./.cache/bundle/sampler/sampler-files.js

/** While this file is there, the sampler goes on: to remove it, or all of its folder, is to ask it to end. */
function runningFile(folder) {
    return (0,external_node_path_.join)(folder, 'running');
}
/** Where the sampler writes what it found. */
function slotFile(folder) {
    return (0,external_node_path_.join)(folder, 'slots.jsonl');
}

;// CONCATENATED MODULE: ./.cache/bundle/sampler/start-sampler.js








const DAY_MS = 86_400_000;
/** The longest that GitHub lets a job run. */
const MAX_JOB_MS = 5 * DAY_MS;
/** Many small collections, a small heap, no helper threads: the sampler makes little garbage and has all the time. */
const NODE_FLAGS = ['--max-semi-space-size=1', '--max-old-space-size=32', '--v8-pool-size=0'];
/**
 * Starts the sampler, which goes on when this process ends. Nothing where the folder exists: another one is at work.
 * @throws {SamplerError} where it cannot be started.
 */
async function startSampler(options) {
    const { folder, diskPath, intervalMs = 5_000, slotMs = 60_000, maxLifetimeMs = MAX_JOB_MS } = options;
    try {
        await (0,promises_.mkdir)(folder, { mode: 0o700 });
    }
    catch (error) {
        if (error.code === 'EEXIST')
            return undefined;
        throw new SamplerError((0,external_node_path_.dirname)(folder), error);
    }
    const parent = identifyProcess(options.parentPid);
    try {
        await (0,promises_.writeFile)(runningFile(folder), '', { flag: 'wx', mode: 0o600 });
        const config = {
            folder,
            diskPath,
            intervalMs,
            slotMs,
            maxLifetimeMs,
            ...(parent !== undefined && { parent }),
        };
        const pid = await spawnDetached(config, options);
        return { folder, slotMs, startedAtMs: options.nowMs, process: identifyProcess(pid) ?? { pid } };
    }
    catch (error) {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
        throw new SamplerError(folder, error);
    }
}
async function spawnDetached(config, { script, env }) {
    const child = (0,external_node_child_process_.spawn)(process.execPath, [...NODE_FLAGS, script, JSON.stringify(config)], {
        // No folder of the job: some systems do not remove one in which a process is at home.
        cwd: (0,external_node_path_.parse)(process.execPath).root,
        env: pickSamplerEnv(env),
        // The runner waits for whoever holds the streams of a step.
        stdio: 'ignore',
        detached: true,
        windowsHide: true,
    });
    child.unref();
    await (0,external_node_events_.once)(child, 'spawn');
    return child.pid ?? 0;
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./.cache/bundle/sampler/sampler-config.js
/** Reads the sampler's only argument back. @throws {TypeError} where it is not what the action wrote. */
function parseSamplerConfig(text) {
    const config = JSON.parse(text ?? '');
    const times = [config?.intervalMs, config?.slotMs, config?.maxLifetimeMs];
    const isWhole = typeof config?.folder === 'string' &&
        typeof config.diskPath === 'string' &&
        times.every((time) => typeof time === 'number' && time > 0);
    if (!isWhole)
        throw new TypeError(`this is started by the action, with its own argument, not ${text}`);
    return config;
}

;// CONCATENATED MODULE: ./.cache/bundle/sampler/is-sampler-of.js



/** Whether a process still runs and is the sampler of this folder; where the system does not show, that it runs. */
function isSamplerOf(folder, identity) {
    if (!isAlive(identity))
        return false;
    return process.platform !== 'linux' || readConfigFolder(identity.pid) === folder;
}
/** The folder that a sampler was told, as its last argument. */
function readConfigFolder(pid) {
    try {
        return parseSamplerConfig((0,external_node_fs_.readFileSync)(`/proc/${pid}/cmdline`, 'utf8').split('\0').at(-2)).folder;
    }
    catch {
        // It ended in this moment, or is something else.
        return undefined;
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/collect/runner/slot.js

/** Where the slot begins that a time lies in: slots follow the wall clock, whenever the sampling began. */
function startOfSlot(atMs, slotMs) {
    return Math.floor(atMs / slotMs) * slotMs;
}
/** The slot of a single sample. */
function toSlot(sample, slotMs) {
    const tallies = {};
    for (const name of FIGURE_NAMES) {
        const { value, weight } = sample.figures[name] ?? { value: 0, weight: 0 };
        if (weight > 0)
            tallies[name] = { sum: value * weight, weight, max: value };
    }
    return { startedAtMs: startOfSlot(sample.atMs, slotMs), tallies };
}
/** Two parts of one slot as one. */
function mergeSlots(one, other) {
    const tallies = { ...one.tallies };
    for (const name of figure_names_FIGURE_NAMES) {
        const [mine, theirs] = [one.tallies[name], other.tallies[name]];
        const merged = mine !== undefined && theirs !== undefined ? mergeTallies(mine, theirs) : (mine ?? theirs);
        if (merged !== undefined)
            tallies[name] = merged;
    }
    return { startedAtMs: one.startedAtMs, tallies };
}
function mergeTallies(one, other) {
    return {
        sum: one.sum + other.sum,
        weight: one.weight + other.weight,
        max: Math.max(one.max, other.max),
    };
}

;// CONCATENATED MODULE: ./.cache/bundle/collect/runner/slot-records.js


/** Every record is as long, so that a slot can be written again in its place. */
const slot_records_RECORD_BYTES = 1024;
const MAX_PERCENT = 100;
const MAX_WEIGHT = 1e8;
/** Sums are rounded when they are written. */
const TOLERANCE = 1e-6;
/** A slot as one line of ASCII, filled up with blanks. */
function slot_records_formatSlotRecord({ startedAtMs, tallies }) {
    const figures = Object.entries(tallies).map(([name, { sum, weight, max }]) => [
        name,
        [sum, weight, max].map(round),
    ]);
    return `${JSON.stringify({ startedAtMs, ...Object.fromEntries(figures) }).padEnd(slot_records_RECORD_BYTES - 1)}\n`;
}
/** Reads records back. A line that is no record, or claims what cannot be, is left out and counted. */
function parseSlotRecords(text, limits) {
    const slots = new Map();
    let badLines = 0;
    for (let start = 0; start < text.length;) {
        const newline = text.indexOf('\n', start);
        const end = newline === -1 ? text.length : newline;
        const slot = end - start < slot_records_RECORD_BYTES ? parseRecord(text.slice(start, end), limits) : undefined;
        if (slot === undefined)
            badLines += 1;
        else {
            const known = slots.get(slot.startedAtMs);
            // A clock that was put back comes to the same slot twice.
            slots.set(slot.startedAtMs, known === undefined ? slot : mergeSlots(known, slot));
        }
        start = end + 1;
    }
    return { slots: [...slots.values()].toSorted((a, b) => a.startedAtMs - b.startedAtMs), badLines };
}
function parseRecord(line, limits) {
    let record;
    try {
        record = JSON.parse(line);
    }
    catch {
        return undefined;
    }
    if (typeof record !== 'object' || record === null || Array.isArray(record))
        return undefined;
    const { startedAtMs, ...figures } = record;
    if (!isStart(startedAtMs, limits))
        return undefined;
    const tallies = {};
    for (const [name, value] of Object.entries(figures)) {
        const tally = isFigure(name) ? parseTally(value, FIGURES[name].unit) : undefined;
        if (tally === undefined || !isFigure(name))
            return undefined;
        tallies[name] = tally;
    }
    return { startedAtMs, tallies };
}
function isFigure(name) {
    return figure_names_FIGURE_NAMES.includes(name);
}
function isStart(value, { slotMs, fromMs, toMs }) {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value % slotMs !== 0)
        return false;
    return value + slotMs > fromMs && value <= toMs;
}
function parseTally(value, unit) {
    if (!Array.isArray(value) || value.length !== 3)
        return undefined;
    const [sum, weight, max] = value;
    const most = unit === 'percent' ? MAX_PERCENT : Number.MAX_SAFE_INTEGER;
    if (!isWithin(max, most) || !isWithin(weight, MAX_WEIGHT) || weight === 0)
        return undefined;
    if (!isWithin(sum, max * weight * (1 + TOLERANCE) + 1))
        return undefined;
    return { sum, weight, max };
}
function isWithin(value, max) {
    return typeof value === 'number' && value >= 0 && value <= max;
}
function round(number) {
    return Math.round(number * 1e6) / 1e6;
}

;// CONCATENATED MODULE: ./.cache/bundle/sampler/slot-writer.js


/** Seven hours of seconds, 17 days of minutes. */
const MAX_SLOTS = 25_000;
/** Keeps slots in a new file, the current one in its latest state: whoever is killed has lost no sample. */
class SlotWriter {
    #file;
    #index = 0;
    #startedAtMs;
    constructor(path) {
        // "x" makes a new file or fails: it follows no link.
        this.#file = openSync(path, 'wx', 0o600);
    }
    get isFull() {
        return this.#index >= MAX_SLOTS;
    }
    /** Writes a slot: in the place of the last one if it is the same, else behind it. */
    write(slot) {
        if (this.#startedAtMs !== undefined && slot.startedAtMs !== this.#startedAtMs)
            this.#index += 1;
        this.#startedAtMs = slot.startedAtMs;
        if (this.isFull)
            return;
        try {
            writeSync(this.#file, formatSlotRecord(slot), this.#index * RECORD_BYTES, 'latin1');
        }
        catch {
            // A full disk may have room again at the next sample, and a full disk is worth measuring.
        }
    }
    close() {
        closeSync(this.#file);
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/sampler/read-slots.js
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




const MAX_BYTES = MAX_SLOTS * slot_records_RECORD_BYTES;
/** Reads what a sampler wrote. Whatever else the job put in its place gives no slot, and holds nobody up. */
async function readSlots(path, limits) {
    // Neither through a link nor from a pipe that nobody writes to; Windows has neither flag.
    const flags = external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0);
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = __addDisposableResource(env_1, await (0,promises_.open)(path, flags), true);
            const stats = await file.stat();
            if (!stats.isFile())
                return { slots: [], badLines: 0 };
            const buffer = Buffer.allocUnsafe(Math.min(stats.size, MAX_BYTES));
            let length = 0;
            for (let read = -1; read !== 0 && length < buffer.length; length += read) {
                read = (await file.read(buffer, length, buffer.length - length, length)).bytesRead;
            }
            return parseSlotRecords(buffer.toString('latin1', 0, length), limits);
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
    catch {
        // A file that is gone or cannot be read is as good as an empty one: the job has no such metrics.
        return { slots: [], badLines: 0 };
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/sampler/stop-sampler.js






const PAUSE_MS = 10;
/**
 * Asks a sampler to end, waits for it (not for long) and takes what it wrote; its folder is removed. Never fails. A
 * process that is no sampler, and what lies behind a link, is left alone, whatever the handle says.
 */
async function stopSampler(handle, { nowMs, waitMs = 3_000 }) {
    const { folder, slotMs, startedAtMs } = handle;
    const sampler = isSamplerOf(folder, handle.process) ? handle.process : undefined;
    const isThere = await isFolder(folder);
    if (isThere)
        await remove(runningFile(folder));
    const hasEnded = sampler === undefined || (await end(sampler, waitMs));
    const wasRunning = sampler !== undefined;
    if (!isThere)
        return { slots: [], badLines: 0, wasRunning, hasEnded };
    // The sampler's last sample is younger than the request to end.
    const limits = { slotMs, fromMs: startedAtMs, toMs: nowMs + 2 * waitMs };
    const parsed = await readSlots(slotFile(folder), limits);
    await remove(slotFile(folder));
    await (0,promises_.rmdir)(folder).catch(() => {
        // Something else lies in it, or it is gone: either is not ours to mend.
    });
    return { ...parsed, wasRunning, hasEnded };
}
async function end(sampler, waitMs) {
    if (await waitForEnd(sampler, waitMs))
        return true;
    endProcess(sampler);
    return waitForEnd(sampler, waitMs);
}
async function isFolder(path) {
    const found = await (0,promises_.lstat)(path).catch(() => undefined);
    return found?.isDirectory() === true;
}
async function waitForEnd(process, waitMs) {
    for (let waitedMs = 0; isAlive(process); waitedMs += PAUSE_MS) {
        if (waitedMs >= waitMs)
            return false;
        await (0,external_node_timers_promises_.setTimeout)(PAUSE_MS);
    }
    return true;
}
async function remove(path) {
    await (0,promises_.rm)(path, { force: true }).catch(() => {
        // A directory in the place of the file: the sampler will find out by its time or its parent.
    });
}

;// CONCATENATED MODULE: ./.cache/bundle/action/measure-runner.js









/** How often to measure; faults are gathered. */
function resolveTimes({ interval, slot }, faults) {
    return resolveSamplingTimes({
        interval: { name: 'runner-metrics-interval', written: interval },
        slot: { name: 'runner-metrics-slot', written: slot },
    }, faults);
}
/** Starts the process that measures the runner. */
async function startMeasuring(times, { env, nowMs }) {
    try {
        const handle = await startSampler({
            ...times,
            folder: `${findPlace(env)}${(0,external_node_crypto_.randomUUID)()}`,
            script: findScript(),
            diskPath: env['GITHUB_WORKSPACE'] || process.cwd(),
            parentPid: process.ppid,
            env,
            nowMs,
        });
        if (handle === undefined)
            throw new Error('a folder with a random name was there before');
        return { sampler: JSON.stringify(handle) };
    }
    catch (error) {
        if (!(error instanceof SamplerError))
            throw error;
        return { problem: error.message };
    }
}
/** Ends the process and takes what it measured. */
async function endMeasuring(sampler, { env, nowMs }) {
    const handle = parseSamplerHandle(sampler);
    if (handle === undefined || !isOwnFolder(handle.folder, env))
        return { metrics: [], figures: {}, problem: 'its state is not what the step saved' };
    const { slots, wasRunning } = await stopSampler(handle, { nowMs });
    const { metrics, figures } = collectRunner(slots, handle.slotMs);
    return {
        metrics,
        figures: slots.length === 0 ? {} : { runner: figures },
        ...(wasRunning ? {} : { problem: 'the process that measured it had ended before the job did' }),
    };
}
/** What the folders of samplers begin with. */
function findPlace(env) {
    return (0,external_node_path_.join)(env['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)(), 'carbon-sampler-');
}
/** Whether a folder is one that a step made: in no other place are files removed. */
function isOwnFolder(folder, env) {
    const place = findPlace(env);
    return folder.startsWith(place) && /^[0-9a-f-]{36}$/.test(folder.slice(place.length));
}
/** The sampler's bundle lies beside the action's. */
function findScript() {
    return (0,external_node_path_.join)((0,external_node_path_.dirname)(process.argv[1] ?? ''), '..', 'sampler', 'index.js');
}


/***/ })

};
;