/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
var __webpack_exports__ = {};

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = require("node:fs");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
;// CONCATENATED MODULE: ./.cache/bundle/collect/runner/compute-sample.js
/** Compares two readings. Without an earlier one, or with counters that ran backwards, there are no such rates. */
function computeSample(now, before) {
    const rates = before === undefined ? {} : computeRates(before, now);
    return { atMs: now.atMs, figures: { ...computeLevels(now), ...rates } };
}
function computeLevels({ memory, disk }) {
    return {
        ...(memory !== undefined && {
            memoryUsedBytes: level(memory.usedBytes),
            memoryPercent: level(share(memory.usedBytes, memory.totalBytes)),
        }),
        ...(disk !== undefined && {
            diskUsedBytes: level(disk.usedBytes),
            // As df has it: what only root may use is neither used nor free.
            diskPercent: level(share(disk.usedBytes, disk.usedBytes + disk.availableBytes)),
        }),
    };
}
function computeRates(before, now) {
    const seconds = (now.steadyMs - before.steadyMs) / 1000;
    if (!(seconds > 0))
        return {};
    const cpu = computeCpuPercent(before, now);
    const transfer = computeTransfer(before, now);
    return {
        ...(cpu !== undefined && { cpuPercent: { value: cpu, weight: seconds } }),
        ...(transfer !== undefined && {
            networkReceivedBytesPerSecond: { value: transfer.received / seconds, weight: seconds },
            networkSentBytesPerSecond: { value: transfer.sent / seconds, weight: seconds },
        }),
    };
}
function computeCpuPercent(before, now) {
    if (before.cpu === undefined || now.cpu === undefined)
        return undefined;
    const busy = now.cpu.busy - before.cpu.busy;
    const total = now.cpu.total - before.cpu.total;
    return total > 0 && busy >= 0 ? share(busy, total) : undefined;
}
/** What the interfaces that both readings know have carried; nothing where a counter wrapped or began anew. */
function computeTransfer(before, now) {
    if (before.network === undefined || now.network === undefined)
        return undefined;
    let [received, sent] = [0, 0];
    let isKnown = false;
    for (const [name, counters] of now.network) {
        const earlier = before.network.get(name);
        if (earlier === undefined)
            continue;
        if (counters.received < earlier.received || counters.sent < earlier.sent)
            return undefined;
        received += counters.received - earlier.received;
        sent += counters.sent - earlier.sent;
        isKnown = true;
    }
    return isKnown ? { received, sent } : undefined;
}
function level(value) {
    return { value, weight: 1 };
}
function share(part, whole) {
    // Linux's time of waiting for disks may run backwards a little, so a part can be more than its whole.
    return whole > 0 ? Math.min(100, (100 * part) / whole) : 0;
}

;// CONCATENATED MODULE: ./.cache/bundle/collect/runner/figure-names.js
/** Every figure of a runner, in the order in which they are told. */
const figure_names_FIGURES = {
    cpuPercent: { node: 'cpu_percent', unit: 'percent' },
    memoryUsedBytes: { node: 'memory_used_bytes', unit: 'bytes' },
    memoryPercent: { node: 'memory_percent', unit: 'percent' },
    diskUsedBytes: { node: 'disk_used_bytes', unit: 'bytes' },
    diskPercent: { node: 'disk_percent', unit: 'percent' },
    networkReceivedBytesPerSecond: { node: 'network_received_bytes_per_second', unit: 'bytes' },
    networkSentBytesPerSecond: { node: 'network_sent_bytes_per_second', unit: 'bytes' },
};
/** The names alone. */
const figure_names_FIGURE_NAMES = Object.keys(figure_names_FIGURES);

;// CONCATENATED MODULE: ./.cache/bundle/collect/runner/slot.js

/** Where the slot begins that a time lies in: slots follow the wall clock, whenever the sampling began. */
function startOfSlot(atMs, slotMs) {
    return Math.floor(atMs / slotMs) * slotMs;
}
/** The slot of a single sample. */
function toSlot(sample, slotMs) {
    const tallies = {};
    for (const name of figure_names_FIGURE_NAMES) {
        const { value, weight } = sample.figures[name] ?? { value: 0, weight: 0 };
        if (weight > 0)
            tallies[name] = { sum: value * weight, weight, max: value };
    }
    return { startedAtMs: startOfSlot(sample.atMs, slotMs), tallies };
}
/** Two parts of one slot as one. */
function slot_mergeSlots(one, other) {
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

;// CONCATENATED MODULE: external "node:process"
const external_node_process_namespaceObject = require("node:process");
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
        kill(identity.pid, 'SIGKILL');
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
        return parseStart((0,external_node_fs_namespaceObject.readFileSync)(`/proc/${pid}/stat`, 'latin1'));
    }
    catch {
        return undefined;
    }
}
function isKnown(pid) {
    try {
        // Signal 0 is none: the system only looks whether there is such a process.
        return (0,external_node_process_namespaceObject.kill)(pid, 0);
    }
    catch (error) {
        return error.code === 'EPERM';
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/collect/runner/carries-twice.js
/**
 * The names that Linux and its tools give to interfaces whose traffic another one carries as well, or that never leaves
 * the machine: loopback, bridges and virtual cables of containers and virtual machines, tunnels, VLANs.
 */
const NAMES = /^(?:lo|(?:veth|vnet|tap|tun|docker|br-|virbr|lxc|lxd|cni|cbr|cali|cilium|azv|eni|flannel|weave|podman|kube|vxlan|geneve|gre|erspan|sit|ip6tnl|tunl|ip_vti|ip6_vti|wg|tailscale|zt|utun|ifb|dummy|nlmon|macvlan|ipvlan|macvtap|vlan).*|.*\..*)$/;
/** Whether an interface's traffic must be left out, because it is counted elsewhere or is none of the network. */
function carriesTwice(name) {
    return NAMES.test(name);
}

;// CONCATENATED MODULE: ./.cache/bundle/collect/runner/parse-proc.js
/** Columns of a `cpu` line that are idle time: `idle` and `iowait`. */
const IDLE_COLUMNS = [3, 4];
/** What comes after `steal` is counted in the columns before it already. */
const COLUMNS = 8;
const RECEIVED_BYTES = 0;
const SENT_BYTES = 8;
const TRANSFER_COLUMNS = 16;
const MAX_INTERFACES = 1_000;
/** The times of all cores together, from the text of Linux's /proc/stat. Stolen time is busy: the machine wanted it. */
function parseCpuTimes(text) {
    const [, columns = ''] = /^cpu +([0-9][0-9 ]*)(?:\n|$)/.exec(text) ?? [];
    const times = columns.trim().split(/ +/).slice(0, COLUMNS).map(Number);
    const total = sum(times);
    if (times.length < 4 || total === 0 || !Number.isSafeInteger(total))
        return undefined;
    return { busy: total - sum(IDLE_COLUMNS.map((column) => times[column] ?? 0)), total };
}
/** The same from the times of single cores, as Node tells them where there is no /proc/stat. */
function sumCpuTimes(cores) {
    const total = sum(cores.map(({ times }) => sum(Object.values(times))));
    const idle = sum(cores.map(({ times }) => times['idle'] ?? 0));
    return total > 0 && Number.isFinite(total) ? { busy: total - idle, total } : undefined;
}
/** What is not available, from the text of Linux's /proc/meminfo: caches that can be dropped are available. */
function parseMemory(text) {
    const [total, available] = ['MemTotal', 'MemAvailable'].map((name) => readKibibytes(text, name));
    if (total === undefined || available === undefined)
        return undefined;
    return available <= total ? { usedBytes: total - available, totalBytes: total } : undefined;
}
/** The counters of every interface, from the text of Linux's /proc/net/dev. */
function parseTransfers(text) {
    const transfers = new Map();
    for (const line of text.split('\n')) {
        const [, name, columns = ''] = /^ *([^\s:]{1,64}): *([0-9][0-9 ]*)$/.exec(line) ?? [];
        const counters = columns.trim().split(/ +/).map(Number);
        const [received, sent] = [counters[RECEIVED_BYTES], counters[SENT_BYTES]];
        if (name === undefined || received === undefined || sent === undefined)
            continue;
        if (counters.length < TRANSFER_COLUMNS || transfers.size === MAX_INTERFACES)
            continue;
        if (Number.isSafeInteger(received) && Number.isSafeInteger(sent))
            transfers.set(name, { received, sent });
    }
    return transfers;
}
function readKibibytes(text, name) {
    const [, digits] = new RegExp(`^${name}: *([0-9]{1,12}) kB$`, 'm').exec(text) ?? [];
    return digits === undefined ? undefined : Number(digits) * 1024;
}
function sum(numbers) {
    return numbers.reduce((before, number) => before + number, 0);
}

;// CONCATENATED MODULE: ./.cache/bundle/sampler/read-machine.js


/** Looks at everything once. It is the whole machine, also from inside a container with limits of its own. */
function readMachine(machine) {
    const cpu = attempt(() => readCpu(machine));
    const memory = attempt(() => readMemory(machine));
    const disk = attempt(() => machine.diskSpace());
    const network = attempt(() => readNetwork(machine));
    return {
        atMs: machine.wallMs(),
        steadyMs: machine.steadyMs(),
        ...(cpu !== undefined && { cpu }),
        ...(memory !== undefined && { memory }),
        ...(disk !== undefined && { disk }),
        ...(network !== undefined && { network }),
    };
}
function readCpu(machine) {
    // Node's own way opens a file for each core, on Linux.
    return parseCpuTimes(machine.readProc('stat') ?? '') ?? sumCpuTimes(machine.coreTimes());
}
function readMemory(machine) {
    const memory = parseMemory(machine.readProc('meminfo') ?? '');
    if (memory !== undefined)
        return memory;
    const [totalBytes, free] = [machine.totalMemoryBytes(), machine.freeMemoryBytes()];
    return totalBytes > 0 && free <= totalBytes ? { usedBytes: totalBytes - free, totalBytes } : undefined;
}
function readNetwork(machine) {
    const text = machine.readProc('net/dev');
    if (text === undefined)
        return undefined;
    const transfers = parseTransfers(text);
    return new Map([...transfers].filter(([name]) => !carriesTwice(name) && !machine.isPart(name)));
}
/** One thing that this system does not tell must not cost the others. */
function attempt(read) {
    try {
        return read();
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/sampler/sampler-files.js

/** While this file is there, the sampler goes on: to remove it, or all of its folder, is to ask it to end. */
function runningFile(folder) {
    return (0,external_node_path_namespaceObject.join)(folder, 'running');
}
/** Where the sampler writes what it found. */
function slotFile(folder) {
    return (0,external_node_path_namespaceObject.join)(folder, 'slots.jsonl');
}

;// CONCATENATED MODULE: ./.cache/bundle/collect/runner/slot-records.js


/** Every record is as long, so that a slot can be written again in its place. */
const RECORD_BYTES = 1024;
const MAX_PERCENT = 100;
const MAX_WEIGHT = 1e8;
/** Sums are rounded when they are written. */
const TOLERANCE = 1e-6;
/** A slot as one line of ASCII, filled up with blanks. */
function formatSlotRecord({ startedAtMs, tallies }) {
    const figures = Object.entries(tallies).map(([name, { sum, weight, max }]) => [
        name,
        [sum, weight, max].map(round),
    ]);
    return `${JSON.stringify({ startedAtMs, ...Object.fromEntries(figures) }).padEnd(RECORD_BYTES - 1)}\n`;
}
/** Reads records back. A line that is no record, or claims what cannot be, is left out and counted. */
function parseSlotRecords(text, limits) {
    const slots = new Map();
    let badLines = 0;
    for (let start = 0; start < text.length;) {
        const newline = text.indexOf('\n', start);
        const end = newline === -1 ? text.length : newline;
        const slot = end - start < RECORD_BYTES ? parseRecord(text.slice(start, end), limits) : undefined;
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
    return FIGURE_NAMES.includes(name);
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
        this.#file = (0,external_node_fs_namespaceObject.openSync)(path, 'wx', 0o600);
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
            (0,external_node_fs_namespaceObject.writeSync)(this.#file, formatSlotRecord(slot), this.#index * RECORD_BYTES, 'latin1');
        }
        catch {
            // A full disk may have room again at the next sample, and a full disk is worth measuring.
        }
    }
    close() {
        (0,external_node_fs_namespaceObject.closeSync)(this.#file);
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/sampler/run-sampler.js








/** Between two looks at whether the job is still there. */
const CHECK_MS = 5_000;
/** The same where the system cannot tell that a file went. */
const CHECK_UNWATCHED_MS = 1_000;
/** Processor times come in steps of 10 ms: less than this says nothing. */
const SHORTEST_RATE_MS = 200;
/** A peak over the moment in which the last step starts would say nothing of the job. */
const SHORTEST_LAST_RATE_MS = 1_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** Samples until it is asked to end, or its folder, its parent or its time is gone; then the process has nothing to do. */
function runSampler(config, machine) {
    new Sampler(config, machine).start();
}
class Sampler {
    #config;
    #machine;
    #writer;
    #startedAtMs;
    #watcher;
    #timer;
    #dueMs;
    #before;
    #slot;
    #hasRates = false;
    #isEnding = false;
    constructor(config, machine) {
        this.#config = config;
        this.#machine = machine;
        this.#writer = new SlotWriter(slotFile(config.folder));
        this.#startedAtMs = machine.steadyMs();
        this.#dueMs = this.#startedAtMs;
    }
    start() {
        for (const signal of SIGNALS)
            process.on(signal, this.#end);
        this.#watch();
        this.#wake();
    }
    #wake = () => {
        if (!this.#mayGoOn()) {
            this.#end();
            return;
        }
        const nowMs = this.#machine.steadyMs();
        if (nowMs >= this.#dueMs) {
            this.#sample();
            // After a machine was suspended the times that went by are not made up for.
            this.#dueMs = Math.max(this.#dueMs + this.#config.intervalMs, nowMs);
        }
        const restMs = this.#startedAtMs + this.#config.maxLifetimeMs - nowMs;
        const checkMs = this.#watcher === undefined ? CHECK_UNWATCHED_MS : CHECK_MS;
        this.#timer = setTimeout(this.#wake, Math.min(this.#dueMs - nowMs, restMs, checkMs));
    };
    #mayGoOn() {
        const { folder, parent, maxLifetimeMs } = this.#config;
        if (this.#machine.steadyMs() - this.#startedAtMs >= maxLifetimeMs || this.#writer.isFull)
            return false;
        return (0,external_node_fs_namespaceObject.existsSync)(runningFile(folder)) && (parent === undefined || isAlive(parent));
    }
    /** Takes the last sample and leaves nothing that would keep the process alive. */
    #end = () => {
        if (this.#isEnding)
            return;
        this.#isEnding = true;
        clearTimeout(this.#timer);
        if (this.#before === undefined)
            this.#sample();
        // The shortest of jobs has a CPU figure too.
        const sinceStartMs = this.#machine.steadyMs() - this.#startedAtMs;
        if (this.#hasRates)
            this.#finish();
        else
            setTimeout(this.#finish, Math.max(0, SHORTEST_RATE_MS - sinceStartMs));
    };
    #finish = () => {
        this.#sample();
        this.#writer.close();
        for (const signal of SIGNALS)
            process.removeListener(signal, this.#end);
    };
    #sample() {
        const now = readMachine(this.#machine);
        const sinceMs = now.steadyMs - (this.#before?.steadyMs ?? 0);
        const isTooShort = this.#isEnding && this.#hasRates && sinceMs < SHORTEST_LAST_RATE_MS;
        const sample = computeSample(now, isTooShort ? undefined : this.#before);
        this.#before = now;
        this.#hasRates ||= hasRate(sample);
        const slot = toSlot(sample, this.#config.slotMs);
        const isSame = this.#slot?.startedAtMs === slot.startedAtMs;
        this.#slot = isSame && this.#slot !== undefined ? slot_mergeSlots(this.#slot, slot) : slot;
        this.#writer.write(this.#slot);
    }
    /** So that the end comes at once, not with the next sample. */
    #watch() {
        const { folder } = this.#config;
        const own = (0,external_node_path_namespaceObject.basename)(slotFile(folder));
        try {
            this.#watcher = (0,external_node_fs_namespaceObject.watch)(folder, { persistent: false }, (_, name) => {
                if (name !== own && !(0,external_node_fs_namespaceObject.existsSync)(runningFile(folder)))
                    this.#end();
            });
            this.#watcher.on('error', this.#unwatch);
        }
        catch {
            // Systems run out of watchers; then the file is looked for from time to time.
            this.#unwatch();
        }
    }
    #unwatch = () => {
        this.#watcher?.close();
        this.#watcher = undefined;
    };
}
function hasRate({ figures }) {
    return figures.cpuPercent !== undefined;
}

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

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = require("node:os");
;// CONCATENATED MODULE: ./.cache/bundle/sampler/this-machine.js


/** How much of each file is looked at: the first lines of the one, all of another. */
const PROC_BYTES = { stat: 512, meminfo: 512, 'net/dev': 65_536 };
/** This machine, and the disk that a path is on. */
function openThisMachine(diskPath) {
    const procFiles = new Map();
    const parts = new Map();
    const buffer = Buffer.alloc(Math.max(...Object.values(PROC_BYTES)));
    return {
        wallMs: () => Date.now(),
        steadyMs: () => {
            const [seconds, nanoseconds] = process.hrtime();
            return seconds * 1000 + nanoseconds / 1e6;
        },
        readProc: (name) => {
            if (!procFiles.has(name))
                procFiles.set(name, openProc(name));
            const file = procFiles.get(name);
            return file === undefined ? undefined : readFromStart(file, buffer.subarray(0, PROC_BYTES[name]));
        },
        coreTimes: external_node_os_namespaceObject.cpus,
        totalMemoryBytes: external_node_os_namespaceObject.totalmem,
        freeMemoryBytes: external_node_os_namespaceObject.freemem,
        diskSpace: () => readDiskSpace(diskPath),
        isPart: (name) => {
            const known = parts.get(name) ?? (0,external_node_fs_namespaceObject.existsSync)(`/sys/class/net/${name}/master`);
            parts.set(name, known);
            return known;
        },
    };
}
function openProc(name) {
    if (process.platform !== 'linux')
        return undefined;
    try {
        return (0,external_node_fs_namespaceObject.openSync)(`/proc/${name}`, 'r');
    }
    catch {
        return undefined;
    }
}
/** Reads an open file of /proc anew; the kernel hands out a page at a time. */
function readFromStart(file, buffer) {
    let length = 0;
    for (let read = -1; read !== 0 && length < buffer.length; length += read) {
        read = (0,external_node_fs_namespaceObject.readSync)(file, buffer, length, buffer.length - length, length);
    }
    return buffer.toString('latin1', 0, length);
}
function readDiskSpace(path) {
    const { blocks, bfree, bavail, bsize, frsize } = (0,external_node_fs_namespaceObject.statfsSync)(path);
    // Older releases of Node do not tell the unit of the counts, which is nearly always the block size.
    const unitBytes = frsize > 0 ? frsize : bsize;
    return { usedBytes: (blocks - bfree) * unitBytes, availableBytes: bavail * unitBytes };
}

;// CONCATENATED MODULE: ./.cache/bundle/sampler/main.js



const config = parseSamplerConfig(process.argv[2]);
runSampler(config, openThisMachine(config.diskPath));

module.exports = __webpack_exports__;
/******/ })()
;