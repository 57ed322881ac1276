const require_index = require("./index.js"), require_usingCtx = require("./usingCtx.js");
let node_path = require("node:path"), node_events = require("node:events"), node_crypto = require("node:crypto"), node_fs = require("node:fs"), node_os = require("node:os"), node_child_process = require("node:child_process"), node_fs_promises = require("node:fs/promises"), node_process = require("node:process"), node_timers_promises = require("node:timers/promises");
// src/collect/runner/figure-names.ts
const FIGURES = {
	cpuPercent: {
		node: "cpu_percent",
		unit: "percent"
	},
	memoryUsedBytes: {
		node: "memory_used_bytes",
		unit: "bytes"
	},
	memoryPercent: {
		node: "memory_percent",
		unit: "percent"
	},
	diskUsedBytes: {
		node: "disk_used_bytes",
		unit: "bytes"
	},
	diskPercent: {
		node: "disk_percent",
		unit: "percent"
	},
	networkReceivedBytesPerSecond: {
		node: "network_received_bytes_per_second",
		unit: "bytes"
	},
	networkSentBytesPerSecond: {
		node: "network_sent_bytes_per_second",
		unit: "bytes"
	}
}, FIGURE_NAMES = Object.keys(FIGURES);
// src/collect/runner/collect-runner.ts
function collectRunner(slots, slotMs) {
	let rows = slots.map(toRunnerSlot).filter(({ startedAt }) => startedAt >= 1 && startedAt <= 4294967295);
	return {
		metrics: rows.flatMap(toMetrics),
		figures: {
			slotSeconds: slotMs / 1e3,
			slots: rows
		}
	};
}
function toRunnerSlot({ startedAtMs, tallies }) {
	let figures = FIGURE_NAMES.flatMap((name) => {
		let tally = tallies[name];
		return tally === void 0 ? [] : [[name, summarize(tally, FIGURES[name])]];
	});
	return {
		startedAt: Math.floor(startedAtMs / 1e3),
		...Object.fromEntries(figures)
	};
}
function summarize({ sum, weight, max }, { unit }) {
	let round = unit === "percent" ? toHundredths : Math.round;
	return {
		mean: round(Math.min(sum / weight, max)),
		max: round(max)
	};
}
function toMetrics(slot) {
	return FIGURE_NAMES.flatMap((name) => {
		let figure = slot[name];
		return figure === void 0 ? [] : ["mean", "max"].map((kind) => ({
			nodes: [
				"runner",
				FIGURES[name].node,
				kind
			],
			value: figure[kind],
			timestamp: slot.startedAt
		}));
	});
}
function toHundredths(percent) {
	return Math.round(percent * 100) / 100;
}
function resolveSamplingTimes({ interval, slot }, faults) {
	let intervalSeconds = resolveSeconds(interval, 300, faults) ?? 5, written = resolveSeconds(slot, 3600, faults);
	written !== void 0 && written < intervalSeconds && faults.add({
		location: slot.name,
		rule: `it is at least as long as ${interval.name}, ${intervalSeconds} seconds`,
		value: String(written),
		cure: "A slot without a sample has no mean."
	});
	let slotSeconds = Math.max(intervalSeconds, written ?? 60);
	return {
		intervalMs: intervalSeconds * 1e3,
		slotMs: slotSeconds * 1e3
	};
}
function resolveSeconds({ name, written }, max, faults) {
	let text = written == null ? "" : require_index.et(written).trim();
	if (text === "") return;
	let seconds = /^[0-9]{1,5}$/.test(text) ? Number(text) : NaN;
	if (seconds >= 1 && seconds <= max) return seconds;
	faults.add({
		location: name,
		rule: `it is a whole number of seconds from 1 to ${max}`,
		value: text
	});
}
// src/sampler/sampler-error.ts
var SamplerError = class extends require_index.q {
	name = "SamplerError";
	constructor(folder, cause) {
		let reason = cause instanceof Error ? cause.message : require_index.et(cause);
		super(`The runner's metrics cannot be sampled in ${require_index.$(folder)}: ${reason}.`, { cause });
	}
};
// src/sampler/sampler-handle.ts
function parseSamplerHandle(text) {
	let handle;
	try {
		handle = JSON.parse(text);
	} catch {
		return;
	}
	let { folder, slotMs, startedAtMs, process: identity } = handle ?? {};
	if (typeof folder != "string" || folder === "" || !isPositive(slotMs) || !isPositive(startedAtMs)) return;
	let { pid, startedAt } = identity ?? {};
	if (!(!isPositive(pid) || startedAt !== void 0 && typeof startedAt != "string")) return {
		folder,
		slotMs,
		startedAtMs,
		process: startedAt === void 0 ? { pid } : {
			pid,
			startedAt
		}
	};
}
function isPositive(value) {
	return typeof value == "number" && Number.isSafeInteger(value) && value > 0;
}
// src/sampler/process-identity.ts
const ENDED = /[ZXx]/;
function identifyProcess(pid) {
	if (!Number.isSafeInteger(pid) || pid < 2) return;
	if (process.platform !== "linux") return isKnown(pid) ? { pid } : void 0;
	let startedAt = readStart(pid);
	return startedAt === void 0 ? void 0 : {
		pid,
		startedAt
	};
}
function isAlive({ pid, startedAt }) {
	return startedAt === void 0 ? isKnown(pid) : readStart(pid) === startedAt;
}
function endProcess(identity) {
	if (identity.startedAt !== void 0 && isAlive(identity)) try {
		(0, node_process.kill)(identity.pid, "SIGKILL");
	} catch {}
}
function parseStart(text) {
	let [state = "", ...fields] = text.slice(text.lastIndexOf(")") + 2).split(" "), startedAt = fields[18];
	return startedAt === void 0 || ENDED.test(state) || !/^[0-9]+$/.test(startedAt) ? void 0 : startedAt;
}
function readStart(pid) {
	try {
		return parseStart((0, node_fs.readFileSync)(`/proc/${pid}/stat`, "latin1"));
	} catch {
		return;
	}
}
function isKnown(pid) {
	try {
		return (0, node_process.kill)(pid, 0);
	} catch (error) {
		return error.code === "EPERM";
	}
}
// src/sampler/sampler-env.ts
const NAMES = [
	"PATH",
	"RUNNER_TRACKING_ID",
	"SystemRoot",
	"windir",
	"TEMP",
	"TMP",
	"TMPDIR"
];
function pickSamplerEnv(env) {
	return Object.fromEntries(NAMES.flatMap((name) => {
		let value = env[name];
		return value === void 0 ? [] : [[name, value]];
	}));
}
// src/sampler/sampler-files.ts
function runningFile(folder) {
	return (0, node_path.join)(folder, "running");
}
function slotFile(folder) {
	return (0, node_path.join)(folder, "slots.jsonl");
}
// src/sampler/start-sampler.ts
const NODE_FLAGS = [
	"--max-semi-space-size=1",
	"--max-old-space-size=32",
	"--v8-pool-size=0"
];
async function startSampler(options) {
	let { folder, diskPath, intervalMs = 5e3, slotMs = 6e4, maxLifetimeMs = 432e6 } = options;
	try {
		await (0, node_fs_promises.mkdir)(folder, { mode: 448 });
	} catch (error) {
		if (error.code === "EEXIST") return;
		throw new SamplerError((0, node_path.dirname)(folder), error);
	}
	let parent = identifyProcess(options.parentPid);
	try {
		await (0, node_fs_promises.writeFile)(runningFile(folder), "", {
			flag: "wx",
			mode: 384
		});
		let pid = await spawnDetached({
			folder,
			diskPath,
			intervalMs,
			slotMs,
			maxLifetimeMs,
			...parent !== void 0 && { parent }
		}, options);
		return {
			folder,
			slotMs,
			startedAtMs: options.nowMs,
			process: identifyProcess(pid) ?? { pid }
		};
	} catch (error) {
		throw await (0, node_fs_promises.rm)(folder, {
			recursive: !0,
			force: !0
		}), new SamplerError(folder, error);
	}
}
async function spawnDetached(config, { script, env }) {
	let child = (0, node_child_process.spawn)(process.execPath, [
		...NODE_FLAGS,
		script,
		JSON.stringify(config)
	], {
		cwd: (0, node_path.parse)(process.execPath).root,
		env: pickSamplerEnv(env),
		stdio: "ignore",
		detached: !0,
		windowsHide: !0
	});
	return child.unref(), await (0, node_events.once)(child, "spawn"), child.pid ?? 0;
}
// src/sampler/sampler-config.ts
function parseSamplerConfig(text) {
	let config = JSON.parse(text ?? ""), times = [
		config?.intervalMs,
		config?.slotMs,
		config?.maxLifetimeMs
	];
	if (!(typeof config?.folder == "string" && typeof config.diskPath == "string" && times.every((time) => typeof time == "number" && time > 0))) throw TypeError(`this is started by the action, with its own argument, not ${text}`);
	return config;
}
// src/sampler/is-sampler-of.ts
function isSamplerOf(folder, identity) {
	return isAlive(identity) ? process.platform !== "linux" || readConfigFolder(identity.pid) === folder : !1;
}
function readConfigFolder(pid) {
	try {
		return parseSamplerConfig((0, node_fs.readFileSync)(`/proc/${pid}/cmdline`, "utf8").split("\0").at(-2)).folder;
	} catch {
		return;
	}
}
// src/collect/runner/slot.ts
function mergeSlots(one, other) {
	let tallies = { ...one.tallies };
	for (let name of FIGURE_NAMES) {
		let [mine, theirs] = [one.tallies[name], other.tallies[name]], merged = mine !== void 0 && theirs !== void 0 ? mergeTallies(mine, theirs) : mine ?? theirs;
		merged !== void 0 && (tallies[name] = merged);
	}
	return {
		startedAtMs: one.startedAtMs,
		tallies
	};
}
function joinSlots(parts) {
	let slots = new Map();
	for (let part of parts) {
		let known = slots.get(part.startedAtMs);
		slots.set(part.startedAtMs, known === void 0 ? part : mergeSlots(known, part));
	}
	return [...slots.values()].toSorted((a, b) => a.startedAtMs - b.startedAtMs);
}
function mergeTallies(one, other) {
	return {
		sum: one.sum + other.sum,
		weight: one.weight + other.weight,
		max: Math.max(one.max, other.max)
	};
}
function parseSlotRecords(text, limits) {
	let parts = [], badLines = 0;
	for (let start = 0; start < text.length;) {
		let newline = text.indexOf("\n", start), end = newline === -1 ? text.length : newline, slot = end - start < 1024 ? parseRecord(text.slice(start, end), limits) : void 0;
		slot === void 0 ? badLines += 1 : parts.push(slot), start = end + 1;
	}
	return {
		slots: joinSlots(parts),
		badLines
	};
}
function parseRecord(line, limits) {
	let record;
	try {
		record = JSON.parse(line);
	} catch {
		return;
	}
	if (typeof record != "object" || !record || Array.isArray(record)) return;
	let { startedAtMs, ...figures } = record;
	if (!isStart(startedAtMs, limits)) return;
	let tallies = {};
	for (let [name, value] of Object.entries(figures)) {
		let tally = isFigure(name) ? parseTally(value, FIGURES[name].unit) : void 0;
		if (tally === void 0 || !isFigure(name)) return;
		tallies[name] = tally;
	}
	return {
		startedAtMs,
		tallies
	};
}
function isFigure(name) {
	return FIGURE_NAMES.includes(name);
}
function isStart(value, { slotMs, fromMs, toMs }) {
	return typeof value != "number" || !Number.isSafeInteger(value) || value % slotMs !== 0 ? !1 : value + slotMs > fromMs && value <= toMs;
}
function parseTally(value, unit) {
	if (!Array.isArray(value) || value.length !== 3) return;
	let [sum, weight, max] = value;
	if (isWithin(max, unit === "percent" ? 100 : 2 ** 53 - 1) && isWithin(weight, 1e8) && weight !== 0 && isWithin(sum, max * weight * 1.000001 + 1)) return {
		sum,
		weight,
		max
	};
}
function isWithin(value, max) {
	return typeof value == "number" && value >= 0 && value <= max;
}
async function readSlots(path, limits) {
	let flags = node_fs.constants.O_RDONLY | (node_fs.constants.O_NOFOLLOW ?? 0) | (node_fs.constants.O_NONBLOCK ?? 0);
	try {
		try {
			var _usingCtx$1 = require_usingCtx.t();
			let file = _usingCtx$1.a(await (0, node_fs_promises.open)(path, flags)), stats = await file.stat();
			if (!stats.isFile()) return {
				slots: [],
				badLines: 0
			};
			let buffer = Buffer.allocUnsafe(Math.min(stats.size, 256e5)), length = 0;
			for (let read = -1; read !== 0 && length < buffer.length; length += read) read = (await file.read(buffer, length, buffer.length - length, length)).bytesRead;
			return parseSlotRecords(buffer.toString("latin1", 0, length), limits);
		} catch (_) {
			_usingCtx$1.e = _;
		} finally {
			await _usingCtx$1.d();
		}
	} catch {
		return {
			slots: [],
			badLines: 0
		};
	}
}
async function stopSampler(handle, { nowMs, waitMs = 3e3 }) {
	let { folder, slotMs, startedAtMs } = handle, sampler = isSamplerOf(folder, handle.process) ? handle.process : void 0, isThere = await isFolder(folder);
	isThere && await remove(runningFile(folder));
	let hasEnded = sampler === void 0 || await end(sampler, waitMs), wasRunning = sampler !== void 0;
	if (!isThere) return {
		slots: [],
		badLines: 0,
		wasRunning,
		hasEnded
	};
	let limits = {
		slotMs,
		fromMs: startedAtMs,
		toMs: nowMs + 2 * waitMs
	}, parsed = await readSlots(slotFile(folder), limits);
	return await remove(slotFile(folder)), await (0, node_fs_promises.rmdir)(folder).catch(() => {}), {
		...parsed,
		wasRunning,
		hasEnded
	};
}
async function end(sampler, waitMs) {
	return await waitForEnd(sampler, waitMs) ? !0 : (endProcess(sampler), waitForEnd(sampler, waitMs));
}
async function isFolder(path) {
	return (await (0, node_fs_promises.lstat)(path).catch(() => void 0))?.isDirectory() === !0;
}
async function waitForEnd(process, waitMs) {
	for (let waitedMs = 0; isAlive(process); waitedMs += 10) {
		if (waitedMs >= waitMs) return !1;
		await (0, node_timers_promises.setTimeout)(10);
	}
	return !0;
}
async function remove(path) {
	await (0, node_fs_promises.rm)(path, { force: !0 }).catch(() => {});
}
// src/action/measure-runner.ts
function resolveTimes({ interval, slot }, faults) {
	return resolveSamplingTimes({
		interval: {
			name: "runner-metrics-interval",
			written: interval
		},
		slot: {
			name: "runner-metrics-slot",
			written: slot
		}
	}, faults);
}
async function startMeasuring(times, { env, nowMs }) {
	try {
		let handle = await startSampler({
			...times,
			folder: `${findPlace(env)}${(0, node_crypto.randomUUID)()}`,
			script: findScript(),
			diskPath: env.GITHUB_WORKSPACE || process.cwd(),
			parentPid: process.ppid,
			env,
			nowMs
		});
		if (handle === void 0) throw Error("a folder with a random name was there before");
		return { sampler: JSON.stringify(handle) };
	} catch (error) {
		if (!(error instanceof SamplerError)) throw error;
		return { problem: error.message };
	}
}
async function endMeasuring(sampler, { env, nowMs }) {
	let handle = parseSamplerHandle(sampler);
	if (handle === void 0 || !isOwnFolder(handle.folder, env)) return {
		metrics: [],
		figures: {},
		problem: "its state is not what the step saved"
	};
	let { slots, wasRunning } = await stopSampler(handle, { nowMs }), { metrics, figures } = collectRunner(slots, handle.slotMs);
	return {
		metrics,
		figures: slots.length === 0 ? {} : { runner: figures },
		...wasRunning ? {} : { problem: "the process that measured it had ended before the job did" }
	};
}
function findPlace(env) {
	return (0, node_path.join)(env.RUNNER_TEMP || (0, node_os.tmpdir)(), "carbon-sampler-");
}
function isOwnFolder(folder, env) {
	let place = findPlace(env);
	return folder.startsWith(place) && /^[0-9a-f-]{36}$/.test(folder.slice(place.length));
}
function findScript() {
	return (0, node_path.join)((0, node_path.dirname)(process.argv[1] ?? ""), "..", "sampler", "index.js");
}
exports.endMeasuring = endMeasuring, exports.resolveTimes = resolveTimes, exports.startMeasuring = startMeasuring;
