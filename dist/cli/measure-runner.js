require("./publish-command.js");
let node_fs = require("node:fs"), node_os = require("node:os");
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
// src/collect/runner/slot.ts
function startOfSlot(atMs, slotMs) {
	return Math.floor(atMs / slotMs) * slotMs;
}
function toSlot(sample, slotMs) {
	let tallies = {};
	for (let name of FIGURE_NAMES) {
		let { value, weight } = sample.figures[name] ?? {
			value: 0,
			weight: 0
		};
		weight > 0 && (tallies[name] = {
			sum: value * weight,
			weight,
			max: value
		});
	}
	return {
		startedAtMs: startOfSlot(sample.atMs, slotMs),
		tallies
	};
}
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
// src/collect/runner/compute-sample.ts
function computeSample(now, before) {
	let rates = before === void 0 ? {} : computeRates(before, now);
	return {
		atMs: now.atMs,
		figures: {
			...computeLevels(now),
			...rates
		}
	};
}
function computeLevels({ memory, disk }) {
	return {
		...memory !== void 0 && {
			memoryUsedBytes: level(memory.usedBytes),
			memoryPercent: level(share(memory.usedBytes, memory.totalBytes))
		},
		...disk !== void 0 && {
			diskUsedBytes: level(disk.usedBytes),
			diskPercent: level(share(disk.usedBytes, disk.usedBytes + disk.availableBytes))
		}
	};
}
function computeRates(before, now) {
	let seconds = (now.steadyMs - before.steadyMs) / 1e3;
	if (!(seconds > 0)) return {};
	let cpu = computeCpuPercent(before, now), transfer = computeTransfer(before, now);
	return {
		...cpu !== void 0 && { cpuPercent: {
			value: cpu,
			weight: seconds
		} },
		...transfer !== void 0 && {
			networkReceivedBytesPerSecond: {
				value: transfer.received / seconds,
				weight: seconds
			},
			networkSentBytesPerSecond: {
				value: transfer.sent / seconds,
				weight: seconds
			}
		}
	};
}
function computeCpuPercent(before, now) {
	if (before.cpu === void 0 || now.cpu === void 0) return;
	let busy = now.cpu.busy - before.cpu.busy, total = now.cpu.total - before.cpu.total;
	return total > 0 && busy >= 0 ? share(busy, total) : void 0;
}
function computeTransfer(before, now) {
	if (before.network === void 0 || now.network === void 0) return;
	let [received, sent] = [0, 0], isKnown = !1;
	for (let [name, counters] of now.network) {
		let earlier = before.network.get(name);
		if (earlier !== void 0) {
			if (counters.received < earlier.received || counters.sent < earlier.sent) return;
			received += counters.received - earlier.received, sent += counters.sent - earlier.sent, isKnown = !0;
		}
	}
	return isKnown ? {
		received,
		sent
	} : void 0;
}
function level(value) {
	return {
		value,
		weight: 1
	};
}
function share(part, whole) {
	return whole > 0 ? Math.min(100, 100 * part / whole) : 0;
}
// src/collect/runner/is-virtual-interface.ts
const NAMES = /^(?:lo|(?:veth|vnet|tap|tun|docker|br-|virbr|lxc|lxd|cni|cbr|cali|cilium|azv|eni|flannel|weave|podman|kube|vxlan|geneve|gre|erspan|sit|ip6tnl|tunl|ip_vti|ip6_vti|wg|tailscale|zt|utun|ifb|dummy|nlmon|macvlan|ipvlan|macvtap|vlan).*|.*\..*)$/;
function isVirtualInterface(name) {
	return NAMES.test(name);
}
// src/collect/runner/parse-proc.ts
const IDLE_COLUMNS = [3, 4];
function parseCpuTimes(text) {
	let [, columns = ""] = /^cpu +([0-9][0-9 ]*)(?:\n|$)/.exec(text) ?? [], times = columns.trim().split(/ +/).slice(0, 8).map(Number), total = sum(times);
	if (!(times.length < 4 || total === 0 || !Number.isSafeInteger(total))) return {
		busy: total - sum(IDLE_COLUMNS.map((column) => times[column] ?? 0)),
		total
	};
}
function sumCpuTimes(cores) {
	let total = sum(cores.map(({ times }) => sum(Object.values(times)))), idle = sum(cores.map(({ times }) => times.idle ?? 0));
	return total > 0 && Number.isFinite(total) ? {
		busy: total - idle,
		total
	} : void 0;
}
function parseMemory(text) {
	let [total, available] = ["MemTotal", "MemAvailable"].map((name) => readKibibytes(text, name));
	if (total !== void 0 && available !== void 0) return available <= total ? {
		usedBytes: total - available,
		totalBytes: total
	} : void 0;
}
function parseTransfers(text) {
	let transfers = new Map();
	for (let line of text.split("\n")) {
		let [, name, columns = ""] = /^ *([^\s:]{1,64}): *([0-9][0-9 ]*)$/.exec(line) ?? [], counters = columns.trim().split(/ +/).map(Number), [received, sent] = [counters[0], counters[8]];
		name !== void 0 && received !== void 0 && sent !== void 0 && (counters.length < 16 || transfers.size === 1e3 || Number.isSafeInteger(received) && Number.isSafeInteger(sent) && transfers.set(name, {
			received,
			sent
		}));
	}
	return transfers;
}
function readKibibytes(text, name) {
	let [, digits] = RegExp(`^${name}: *([0-9]{1,12}) kB$`, "m").exec(text) ?? [];
	return digits === void 0 ? void 0 : Number(digits) * 1024;
}
function sum(numbers) {
	return numbers.reduce((before, number) => before + number, 0);
}
// src/sampler/read-machine.ts
function readMachine(machine) {
	let cpu = attempt(() => readCpu(machine)), memory = attempt(() => readMemory(machine)), disk = attempt(() => machine.diskSpace()), network = attempt(() => readNetwork(machine));
	return {
		atMs: machine.wallMs(),
		steadyMs: machine.steadyMs(),
		...cpu !== void 0 && { cpu },
		...memory !== void 0 && { memory },
		...disk !== void 0 && { disk },
		...network !== void 0 && { network }
	};
}
function readCpu(machine) {
	return parseCpuTimes(machine.readProc("stat") ?? "") ?? sumCpuTimes(machine.coreTimes());
}
function readMemory(machine) {
	let memory = parseMemory(machine.readProc("meminfo") ?? "");
	if (memory !== void 0) return memory;
	let [totalBytes, free] = [machine.totalMemoryBytes(), machine.freeMemoryBytes()];
	return totalBytes > 0 && free <= totalBytes ? {
		usedBytes: totalBytes - free,
		totalBytes
	} : void 0;
}
function readNetwork(machine) {
	let text = machine.readProc("net/dev");
	if (text === void 0) return;
	let transfers = parseTransfers(text);
	return new Map([...transfers].filter(([name]) => !isVirtualInterface(name) && !machine.isPart(name)));
}
function attempt(read) {
	try {
		return read();
	} catch {
		return;
	}
}
var SlotSampler = class {
	#machine;
	#times;
	#onSlot;
	#startedAtMs;
	#dueMs;
	#before;
	#slot;
	#hasRates = !1;
	constructor(machine, times, onSlot) {
		this.#machine = machine, this.#times = times, this.#onSlot = onSlot, this.#startedAtMs = machine.steadyMs(), this.#dueMs = this.#startedAtMs;
	}
	get ageMs() {
		return this.#machine.steadyMs() - this.#startedAtMs;
	}
	sampleIfDue() {
		let nowMs = this.#machine.steadyMs();
		if (nowMs >= this.#dueMs) {
			this.#sample(!1);
			let isLate = nowMs - this.#dueMs >= this.#times.intervalMs / 2;
			this.#dueMs = (isLate ? nowMs : this.#dueMs) + this.#times.intervalMs;
		}
		return this.#dueMs - nowMs;
	}
	prepareLast() {
		return this.#before === void 0 && this.#sample(!1), this.#hasRates ? 0 : Math.max(0, 200 - this.ageMs);
	}
	sampleLast() {
		this.#sample(!0);
	}
	#sample(isLast) {
		let now = readMachine(this.#machine), sinceMs = now.steadyMs - (this.#before?.steadyMs ?? 0), sample = computeSample(now, isLast && this.#hasRates && sinceMs < 1e3 ? void 0 : this.#before);
		this.#before = now, this.#hasRates ||= hasRate(sample);
		let slot = toSlot(sample, this.#times.slotMs), isSame = this.#slot?.startedAtMs === slot.startedAtMs;
		this.#slot = isSame && this.#slot !== void 0 ? mergeSlots(this.#slot, slot) : slot, this.#onSlot(this.#slot);
	}
};
function hasRate({ figures }) {
	return figures.cpuPercent !== void 0;
}
// src/sampler/this-machine.ts
const PROC_BYTES = {
	stat: 512,
	meminfo: 512,
	"net/dev": 65536
};
function openThisMachine(diskPath) {
	let procFiles = new Map(), parts = new Map(), buffer = Buffer.alloc(Math.max(...Object.values(PROC_BYTES)));
	return {
		wallMs: () => Date.now(),
		steadyMs: () => {
			let [seconds, nanoseconds] = process.hrtime();
			return seconds * 1e3 + nanoseconds / 1e6;
		},
		readProc: (name) => {
			procFiles.has(name) || procFiles.set(name, openProc(name));
			let file = procFiles.get(name);
			return file === void 0 ? void 0 : readFromStart(file, buffer.subarray(0, PROC_BYTES[name]));
		},
		coreTimes: node_os.cpus,
		totalMemoryBytes: node_os.totalmem,
		freeMemoryBytes: node_os.freemem,
		diskSpace: () => readDiskSpace(diskPath),
		isPart: (name) => {
			let known = parts.get(name) ?? (0, node_fs.existsSync)(`/sys/class/net/${name}/master`);
			return parts.set(name, known), known;
		},
		close: () => {
			for (let file of procFiles.values()) file !== void 0 && (0, node_fs.closeSync)(file);
			procFiles.clear();
		}
	};
}
function openProc(name) {
	if (process.platform === "linux") try {
		return (0, node_fs.openSync)(`/proc/${name}`, "r");
	} catch {
		return;
	}
}
function readFromStart(file, buffer) {
	let length = 0;
	for (let read = -1; read !== 0 && length < buffer.length; length += read) read = (0, node_fs.readSync)(file, buffer, length, buffer.length - length, length);
	return buffer.toString("latin1", 0, length);
}
function readDiskSpace(path) {
	let { blocks, bfree, bavail, bsize, frsize } = (0, node_fs.statfsSync)(path), unitBytes = frsize > 0 ? frsize : bsize;
	return {
		usedBytes: (blocks - bfree) * unitBytes,
		availableBytes: bavail * unitBytes
	};
}
// src/sampler/measure-runner.ts
function startMeasurement(times, diskPath) {
	let slots = [], machine = openThisMachine(diskPath), sampler = new SlotSampler(machine, times, (slot) => {
		slots.at(-1)?.startedAtMs === slot.startedAtMs && slots.pop(), slots.length < 25e3 && slots.push(slot);
	}), timer, wake = () => {
		timer = setTimeout(wake, sampler.sampleIfDue()).unref();
	};
	wake();
	let ended, end = async () => {
		clearTimeout(timer);
		let waitMs = sampler.prepareLast();
		return waitMs > 0 && await new Promise((resolve) => setTimeout(resolve, waitMs)), sampler.sampleLast(), machine.close(), collectRunner(joinSlots(slots), times.slotMs);
	};
	return { end: () => ended ??= end() };
}
exports.startMeasurement = startMeasurement;
