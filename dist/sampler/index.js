let node_fs = require("node:fs"), node_path = require("node:path"), node_process = require("node:process"), node_os = require("node:os");
// src/sampler/process-identity.ts
const ENDED = /[ZXx]/;
function isAlive({ pid, startedAt }) {
	return startedAt === void 0 ? isKnown(pid) : readStart(pid) === startedAt;
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
// src/sampler/sampler-files.ts
function runningFile(folder) {
	return (0, node_path.join)(folder, "running");
}
function slotFile(folder) {
	return (0, node_path.join)(folder, "slots.jsonl");
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
const FIGURE_NAMES = Object.keys({
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
});
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
function mergeTallies(one, other) {
	return {
		sum: one.sum + other.sum,
		weight: one.weight + other.weight,
		max: Math.max(one.max, other.max)
	};
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
function formatSlotRecord({ startedAtMs, tallies }) {
	let figures = Object.entries(tallies).map(([name, { sum, weight, max }]) => [name, [
		sum,
		weight,
		max
	].map(round)]);
	return `${JSON.stringify({
		startedAtMs,
		...Object.fromEntries(figures)
	}).padEnd(1023)}\n`;
}
function round(number) {
	return Math.round(number * 1e6) / 1e6;
}
var SlotWriter = class {
	#file;
	#index = 0;
	#startedAtMs;
	constructor(path) {
		this.#file = (0, node_fs.openSync)(path, "wx", 384);
	}
	get isFull() {
		return this.#index >= 25e3;
	}
	write(slot) {
		if (this.#startedAtMs !== void 0 && slot.startedAtMs !== this.#startedAtMs && (this.#index += 1), this.#startedAtMs = slot.startedAtMs, !this.isFull) try {
			(0, node_fs.writeSync)(this.#file, formatSlotRecord(slot), this.#index * 1024, "latin1");
		} catch {}
	}
	close() {
		(0, node_fs.closeSync)(this.#file);
	}
};
// src/sampler/run-sampler.ts
const SIGNALS = [
	"SIGINT",
	"SIGTERM",
	"SIGHUP"
];
function runSampler(config, machine) {
	new SamplerProcess(config, machine).start();
}
var SamplerProcess = class {
	#config;
	#machine;
	#writer;
	#sampler;
	#watcher;
	#timer;
	#isEnding = !1;
	constructor(config, machine) {
		this.#config = config, this.#machine = machine, this.#writer = new SlotWriter(slotFile(config.folder)), this.#sampler = new SlotSampler(machine, config, (slot) => this.#writer.write(slot));
	}
	start() {
		for (let signal of SIGNALS) process.on(signal, this.#end);
		this.#watch(), this.#wake();
	}
	#wake = () => {
		if (!this.#mayGoOn()) {
			this.#end();
			return;
		}
		let nextMs = this.#sampler.sampleIfDue(), restMs = this.#config.maxLifetimeMs - this.#sampler.ageMs, checkMs = this.#watcher === void 0 ? 1e3 : 5e3;
		this.#timer = setTimeout(this.#wake, Math.min(nextMs, restMs, checkMs));
	};
	#mayGoOn() {
		let { folder, parent, maxLifetimeMs } = this.#config;
		return this.#sampler.ageMs >= maxLifetimeMs || this.#writer.isFull ? !1 : (0, node_fs.existsSync)(runningFile(folder)) && (parent === void 0 || isAlive(parent));
	}
	#end = () => {
		if (this.#isEnding) return;
		this.#isEnding = !0, clearTimeout(this.#timer);
		let waitMs = this.#sampler.prepareLast();
		waitMs === 0 ? this.#finish() : setTimeout(this.#finish, waitMs);
	};
	#finish = () => {
		this.#sampler.sampleLast(), this.#writer.close(), this.#machine.close();
		for (let signal of SIGNALS) process.removeListener(signal, this.#end);
	};
	#watch() {
		let { folder } = this.#config, own = (0, node_path.basename)(slotFile(folder));
		try {
			this.#watcher = (0, node_fs.watch)(folder, { persistent: !1 }, (_, name) => {
				name !== own && !(0, node_fs.existsSync)(runningFile(folder)) && this.#end();
			}), this.#watcher.on("error", this.#unwatch);
		} catch {
			this.#unwatch();
		}
	}
	#unwatch = () => {
		this.#watcher?.close(), this.#watcher = void 0;
	};
};
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
// src/sampler/main.ts
const config = parseSamplerConfig(process.argv[2]);
runSampler(config, openThisMachine(config.diskPath));
