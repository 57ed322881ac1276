const require_index = require("./index.js"), require_batch = require("./batch.js"), require_batch_builder = require("./batch-builder.js"), require_hash_text = require("./hash-text.js");
let node_path = require("node:path"), node_fs = require("node:fs"), node_net = require("node:net"), node_fs_promises = require("node:fs/promises");
// src/model/collected.ts
function joinCollected(parts) {
	let steps = parts.flatMap((part) => part.steps ?? []);
	return {
		metrics: parts.flatMap(({ metrics }) => metrics),
		figures: Object.assign({}, ...parts.map(({ figures }) => figures)),
		warnings: parts.flatMap(({ warnings = [] }) => warnings),
		...steps.length === 0 ? {} : { steps }
	};
}
var Faults = class {
	#kept = [];
	#count = 0;
	get count() {
		return this.#count;
	}
	get isFull() {
		return this.#kept.length === 100;
	}
	add(fault) {
		this.#count += 1, this.#kept.length < 100 && this.#kept.push(fault);
	}
	toError(consequence) {
		return new require_index.o(this.#kept, {
			count: this.#count,
			consequence
		});
	}
	throwIfAny(consequence) {
		if (this.#count > 0) throw this.toError(consequence);
	}
};
// src/options/parse-server.ts
function parseServers(text, port) {
	let servers = [];
	for (let entry of text.split(",")) {
		if (entry.trim() === "") return {
			rule: "a list of servers has no empty entry",
			cure: "Remove the comma."
		};
		let parsed = parseServer(entry, port);
		if (!("ok" in parsed)) return parsed;
		servers.push(parsed.ok);
	}
	return { ok: servers };
}
const CURE = "Write host, host:port or [v6]:port.", NAMED = /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_.])?)(?::(\d+))?$/, BRACKETED = /^\[([0-9a-fA-F:.]+(?:%[\w.-]+)?)\](?::(\d+))?$/, BARE = /^([0-9a-fA-F]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(?:%[\w.-]+)?)$/;
function parseServer(text, port) {
	let trimmed = text.trim(), [, host, written] = NAMED.exec(trimmed) ?? BRACKETED.exec(trimmed) ?? BARE.exec(trimmed) ?? [];
	if (host === void 0) return {
		rule: /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? "a server is a host, not a URL" : "a server is a host name or an address",
		cure: CURE
	};
	let chosen = written === void 0 ? port : Number(written);
	return chosen < 1 || chosen > 65535 ? {
		rule: "a port is a whole number from 1 to 65535",
		cure: CURE
	} : { ok: {
		host,
		port: chosen
	} };
}
function formatServer(server) {
	return server.host.includes(":") ? `[${server.host}]:${server.port}` : `${server.host}:${server.port}`;
}
// src/read/read-metric.ts
function readMetric(options, faults) {
	let { metric = "", value } = options;
	return metric !== "" && value !== void 0 ? [{
		origin: "metric",
		name: metric,
		value
	}] : (metric !== "" && faults.add({
		location: "metric",
		rule: "a metric needs a value",
		value: metric,
		cure: "Set value to a number."
	}), metric === "" && value !== void 0 && value !== "" && faults.add({
		location: "value",
		rule: "a value needs a metric",
		value: require_index.f(value),
		cure: "Set metric to its name."
	}), []);
}
// src/read/open-sources.ts
async function openSources(options, context, faults) {
	if (namesMore(options) || context.collected !== void 0) {
		let { readNamedSources } = await Promise.resolve().then(() => require("./sources.js"));
		return readNamedSources(options, context, faults);
	}
	return {
		collected: [],
		figures: void 0,
		problems: [],
		streams: [],
		replays: [],
		warnings: [],
		metrics: [readMetric(options, faults)],
		mayBeEmpty: !1
	};
}
function namesMore(options) {
	let { data, dataFile, dataFormat, file, replay } = options, { junit, coverage, sizes, jobStatus, jobStartedAt } = options;
	return [
		data,
		dataFile,
		dataFormat,
		file,
		replay,
		junit,
		coverage,
		sizes,
		jobStatus,
		jobStartedAt
	].some((one) => one !== void 0 && one !== "");
}
// src/util/abort.ts
function toAbortError(signal) {
	let reason = signal.reason;
	return reason instanceof require_index.s ? reason : new require_index.s("Sending was stopped.", {
		retryable: !1,
		code: "ABORT_ERR",
		cause: reason
	});
}
// src/publish/to-result.ts
function toResult(delivery, facts) {
	let { config, sources, formatter, linesMade, points, spoolProblem } = facts, { evidence, ...delivered } = facts.delivered;
	return {
		delivery,
		...evidence === void 0 || delivery !== "confirmed" ? {} : { evidence },
		...delivered,
		linesMade,
		points,
		renamed: [...config.renames, ...formatter.renames.first],
		renamedCount: config.renames.length + formatter.renames.count,
		...formatter.numbered === void 0 ? {} : { numbered: formatter.numbered },
		...sources.figures === void 0 ? {} : { figures: sources.figures },
		warnings: [
			...config.warnings,
			...sources.warnings,
			...spoolProblem === void 0 ? [] : [spoolProblem]
		]
	};
}
// src/publish/conclude.ts
async function concludeRun(run) {
	let { config, sender } = run, { problems, mayBeEmpty } = run.formatted.sources;
	if (await sender.end(), sender.failure !== void 0) throw sender.failure;
	if (sender.linesMade === 0) {
		if (sender.signal.aborted) throw toAbortError(sender.signal);
		if (problems.length > 0) throw new require_index.o(problems);
		if (mayBeEmpty) return toRunResult("skipped", run, sender.spoolFailure);
		throw new require_index.o([{
			location: "metrics",
			rule: "there is nothing to send",
			cure: config.cureForNothing
		}]);
	}
	let result = toRunResult(sender.state, run, sender.spoolFailure);
	if (problems.length === 0) return result;
	let error = toProblem(problems, result.delivery === "dry-run" ? "Nothing was sent." : "Everything else was sent.");
	throw error.result = result, error;
}
async function concludeFailure(reason, run) {
	if (await run.sender.end(), !(reason instanceof require_index.a) || reason.result !== void 0) return reason;
	let { spoolFailure } = run.sender;
	if (!(reason instanceof require_index.s)) return reason.result = toRunResult("failed", run, spoolFailure), reason;
	let error = spoolFailure === void 0 ? reason : addSpoolFailure(reason, spoolFailure);
	error.result = toRunResult("failed", run, error === reason ? spoolFailure : void 0);
	let { problems } = run.formatted.sources;
	return problems.length > 0 && (error.inputError = toProblem(problems, "Everything else was to be sent.")), error;
}
function toRunResult(delivery, { config, formatted, sender, points }, spoolFailure) {
	return toResult(delivery, {
		config,
		sources: formatted.sources,
		formatter: formatted.lines,
		delivered: sender.toFacts(),
		linesMade: sender.linesMade,
		points,
		spoolProblem: spoolFailure?.message
	});
}
function addSpoolFailure(error, { message }) {
	let { retryable, code } = error;
	return new require_index.s(`${error.message} ${message}`, {
		retryable,
		code,
		cause: error
	});
}
function toProblem(problems, consequence) {
	return new require_index.o(problems.slice(0, 100), {
		count: problems.length,
		consequence
	});
}
// src/publish/dry-run-sender.ts
var DryRunSender = class {
	state = "dry-run";
	failure;
	spoolFailure;
	signal;
	#servers;
	#onDryRun;
	linesMade = 0;
	constructor(servers, options) {
		this.#servers = servers, this.signal = options.signal, this.#onDryRun = options.onDryRun;
	}
	async sendTogether(windows) {
		for await (let window of windows) for (let { bytes, lines } of window) this.linesMade += lines, this.#onDryRun?.(require_batch.r(bytes));
	}
	sendStream(windows) {
		return this.sendTogether(windows);
	}
	replay(_file, windows) {
		return this.sendTogether(windows);
	}
	async end() {}
	toFacts() {
		return {
			...this.#servers === "" ? {} : { server: this.#servers },
			batches: 0,
			lines: 0,
			bytes: 0,
			attempts: 0,
			undelivered: 0
		};
	}
};
function formatWhole(chunks, lines, rules) {
	return formatWindows(chunks, lines, {
		...rules,
		onWindow: () => {}
	});
}
function formatStream(chunks, lines, rules) {
	let onWindow = () => {
		rules.faults.throwIfAny(rules.consequence()), lines.startWindow();
	};
	return formatWindows(chunks, lines, {
		...rules,
		onWindow
	});
}
async function* formatWindows(chunks, lines, rules) {
	let builder = new require_batch_builder.t(rules.batchSize), takeWindow = () => {
		rules.onWindow();
		let window = builder.take();
		return showFirst(window, rules.points), window;
	}, cut;
	try {
		for await (let chunk of chunks) for (let item of chunk) lines.format(item, builder), builder.fullBatches === rules.windowSize && (yield takeWindow());
	} catch (reason) {
		if (!(reason instanceof require_index.s)) throw reason;
		cut = { reason };
	}
	let last = takeWindow();
	if (last.length > 0 && (yield last), cut !== void 0) throw cut.reason;
}
function showFirst(window, points) {
	for (let { bytes } of window) {
		if (points.length >= 200) return;
		let lines = require_batch.r(bytes).split("\n", 200 - points.length + 1);
		for (let line of lines.slice(0, 200 - points.length)) line !== "" && points.push(toPoint(line));
	}
}
function toPoint(line) {
	let [path = "", value = "", timestamp] = line.split(" ");
	return {
		path,
		value,
		timestamp: Number(timestamp)
	};
}
// src/format/path.ts
const EXTRA_CHARACTERS = "!#$%&+<=>@^`~", COMBINING_MARKS = /[\u0300-\u036f]/g;
function createPathRules(extraCharacters = "") {
	let admitted = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_:-" + extraCharacters, isAdmitted = createCharacterTable(admitted), others = RegExp(`[^${admitted.replace(/[\\\]^-]/g, "\\$&")}]+`, "g"), formatNode = (text) => text.normalize("NFD").replace(COMBINING_MARKS, "").replace(others, "_");
	return {
		formatDotted: (text) => text.split(".").map(formatNode).filter((node) => node !== "").join("."),
		formatNode,
		copyPath: (text, bytes, at) => {
			let flat = text.trim();
			if (flat.length !== text.length) return 0;
			let [low, high] = require_hash_text.t, previous = 46;
			for (let index = 0; index < flat.length; index += 1) {
				let code = flat.charCodeAt(index);
				if (isAdmitted[code] !== 1 && (code !== 46 || previous === 46)) return 0;
				previous = code, bytes[at + index] = code, low = Math.imul(low ^ code, require_hash_text.r), high = Math.imul(high + code, require_hash_text.n);
			}
			return previous === 46 ? 0 : require_hash_text.o(low, high);
		}
	};
}
function formatSource(source, rules) {
	return joinPath(source.split("/").map(rules.formatNode));
}
function joinPath(parts) {
	return parts.filter((part) => part !== void 0 && part !== "").join(".");
}
function findLongNode(path) {
	if (!(path.length <= 250)) return path.split(".").find((node) => node.length > 250);
}
function createCharacterTable(characters) {
	let table = new Uint8Array(128);
	for (let index = 0; index < characters.length; index += 1) table[characters.charCodeAt(index)] = 1;
	return table;
}
var CollectedNames = class {
	#paths;
	#known = new Map();
	#numbers = new Map();
	#numbered = [];
	#numberedCount = 0;
	constructor(paths) {
		this.#paths = paths;
	}
	get numbered() {
		return this.#numberedCount === 0 ? void 0 : {
			first: this.#numbered,
			count: this.#numberedCount
		};
	}
	formatPath(names, parent) {
		let path = parent;
		for (let name of names) path = this.#formatChild(path, name);
		return path;
	}
	renumber(path) {
		let other = this.#number(path);
		return this.#tell(path.slice(path.lastIndexOf(".") + 1), other), other;
	}
	#formatChild(parent, name) {
		let key = `${parent} ${name}`, known = this.#known.get(key);
		if (known !== void 0) return known;
		let node = this.#paths.formatNode(name).slice(0, 240) || "_", own = parent === "" ? node : `${parent}.${node}`, path = this.#numbers.has(own) ? this.#number(own) : own;
		return this.#numbers.set(path, 2), this.#known.set(key, path), path !== own && this.#tell(name, path), path;
	}
	#number(path) {
		let number = this.#numbers.get(path) ?? 2;
		for (; this.#numbers.has(`${path}_${number}`);) number += 1;
		return this.#numbers.set(path, number + 1), `${path}_${number}`;
	}
	#tell(from, path) {
		this.#numberedCount += 1, this.#numbered.length < 100 && this.#numbered.push({
			from,
			to: path
		});
	}
};
// src/format/parse-value.ts
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/, ISO_8601 = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)(?:([Zz])|([+-]\d{2}):?(\d{2})?)$/, MAX_TIMESTAMP = 4294967295, VALUE_RULE = "a value is exactly one finite decimal number, or true or false";
function parseValue(written) {
	return typeof written == "number" ? Number.isFinite(written) ? { ok: written } : {
		rule: VALUE_RULE,
		cure: "Leave the metric out instead."
	} : typeof written == "boolean" ? { ok: +!!written } : typeof written == "bigint" ? parseValue(Number(written)) : typeof written == "string" ? parseValueText(written.trim()) : {
		rule: VALUE_RULE,
		cure: "Give a number."
	};
}
function parseValueText(text) {
	if (text === "true") return { ok: 1 };
	if (text === "false") return { ok: 0 };
	if (text === "") return {
		rule: VALUE_RULE,
		cure: "It is empty; in a workflow an empty ${{ }} expression is the usual cause: does the step or output it names exist?"
	};
	let value = DECIMAL.test(text) ? Number(text) : NaN;
	return Number.isFinite(value) ? { ok: value } : {
		rule: VALUE_RULE,
		cure: cureOf(text)
	};
}
function cureOf(text) {
	return /^[+-]?0x/i.test(text) ? "Write it in decimal." : /^[\d.,_' ]+$/.test(text) ? "Write it without separators, with a point for the fraction." : /^[+-]?\.?\d[\d.]*\s*[%a-zA-Z]+$/.test(text) ? "Write it without its unit." : /^(null|~)$/i.test(text) ? "Leave the metric out instead." : "Give a number.";
}
const TIMESTAMP_RULE = `a timestamp is epoch seconds from 1 to ${MAX_TIMESTAMP}, or ISO 8601 with a zone`;
function parseTimestamp(written) {
	if (written instanceof Date) return checkSeconds(written.getTime() / 1e3);
	if (typeof written == "number") return checkSeconds(written);
	if (typeof written == "bigint") return checkSeconds(Number(written));
	if (typeof written != "string") return {
		rule: TIMESTAMP_RULE,
		cure: "Give epoch seconds."
	};
	let text = written.trim();
	return DECIMAL.test(text) ? checkSeconds(Number(text)) : parseIso8601(text);
}
function checkSeconds(seconds) {
	if (seconds > 1e11 && Number.isFinite(seconds)) return {
		rule: TIMESTAMP_RULE,
		cure: "It looks like milliseconds: divide by 1000."
	};
	let whole = Math.floor(seconds);
	return whole >= 1 && whole <= 4294967295 ? { ok: whole } : {
		rule: TIMESTAMP_RULE,
		cure: "Leave the timestamp out for \"now\"."
	};
}
function parseIso8601(text) {
	let match = ISO_8601.exec(text);
	if (match === null) {
		let zoneless = ISO_8601.test(`${text}Z`);
		return {
			rule: TIMESTAMP_RULE,
			cure: zoneless ? "Add the zone, such as Z or +02:00." : "Write it like 2026-01-31T12:00:00Z."
		};
	}
	let [, date = "", time = "", , hours, minutes = "00"] = match, zone = hours === void 0 ? "Z" : `${hours}:${minutes}`, midnight = new Date(`${date}T00:00:00Z`), instant = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(date) ? Date.parse(`${date}T${time.replace(",", ".")}${zone}`) : NaN;
	return Number.isNaN(instant) ? {
		rule: TIMESTAMP_RULE,
		cure: "There is no such day or time."
	} : checkSeconds(instant / 1e3);
}
// src/util/copy-text.ts
function copyText(text) {
	return Buffer.from(text, "utf16le").toString("utf16le");
}
var HashTable = class {
	#slots = new Float64Array(64);
	#size = 0;
	get size() {
		return this.#size;
	}
	add(hash) {
		this.#size * 2 >= this.#slots.length && this.#grow();
		let slot = this.#find(hash);
		return this.#slots[slot] === 0 && (this.#slots[slot] = hash, this.#size += 1, !0);
	}
	has(hash) {
		return this.#slots[this.#find(hash)] !== 0;
	}
	clear() {
		this.#size > 0 && this.#slots.fill(0), this.#size = 0;
	}
	#find(hash) {
		let slots = this.#slots, mask = slots.length - 1, slot = (hash ^ hash >>> 15) & mask;
		for (; slots[slot] !== 0 && slots[slot] !== hash;) slot = slot + 1 & mask;
		return slot;
	}
	#grow() {
		let before = this.#slots;
		this.#slots = new Float64Array(before.length * 2);
		for (let hash of before) hash !== 0 && (this.#slots[this.#find(hash)] = hash);
	}
}, RenameList = class {
	#kept = [];
	#known = new HashTable();
	#count = 0;
	get first() {
		return this.#kept;
	}
	get count() {
		return this.#count;
	}
	add({ from, to }) {
		let hash = require_hash_text.i(from);
		this.#known.has(hash) || (this.#known.size < 1e5 && this.#known.add(hash), this.#count += 1, this.#kept.length < 100 && this.#kept.push({
			from: copyText(from),
			to
		}));
	}
}, SeriesRegister = class {
	#runTimestamp;
	#wasWritten;
	#points = new HashTable();
	#timedSeries = new HashTable();
	#renamedSeries = new HashTable();
	#renames = new HashTable();
	#names = new Map();
	constructor(runTimestamp, wasWritten) {
		this.#runTimestamp = runTimestamp, this.#wasWritten = wasWritten;
	}
	addUsual(hash) {
		return this.#renamedSeries.size === 0 && this.#points.add(hash);
	}
	add(point) {
		let { series, path, name, timestamp, hash } = point, isAtRunTime = timestamp === this.#runTimestamp, clash = name === path ? this.#findRenamed(point) : this.#findOtherName(point);
		if (clash !== void 0) return clash;
		if (!this.#points.add(isAtRunTime ? hash : require_hash_text.a(hash, timestamp)) && this.#wasWritten(series, timestamp)) return { kind: "same-point" };
		name === path ? isAtRunTime || this.#timedSeries.add(hash) : this.#addRenamed(point);
	}
	addUnlessTaken({ timestamp, hash }) {
		if (this.#renamedSeries.has(hash)) return !1;
		let isAtRunTime = timestamp === this.#runTimestamp;
		return this.#points.add(isAtRunTime ? hash : require_hash_text.a(hash, timestamp)) ? (isAtRunTime || this.#timedSeries.add(hash), !0) : !1;
	}
	clear() {
		this.#points.clear(), this.#timedSeries.clear(), this.#renamedSeries.clear(), this.#renames.clear(), this.#names.clear();
	}
	#findRenamed({ series, hash }) {
		if (this.#renamedSeries.has(hash) && this.#wasWritten(series)) return {
			kind: "same-path",
			earlierName: this.#names.get(series)
		};
	}
	#findOtherName({ series, path, name, hash }) {
		if (this.#renames.has(require_hash_text.a(hash, require_hash_text.i(name)))) return;
		let isRenamed = this.#renamedSeries.has(hash);
		if ((isRenamed || this.#points.has(hash) || this.#timedSeries.has(hash)) && this.#wasWritten(series)) return {
			kind: "same-path",
			earlierName: isRenamed ? this.#names.get(series) : path
		};
	}
	#addRenamed({ series, name, hash }) {
		this.#renamedSeries.add(hash), this.#renames.add(require_hash_text.a(hash, require_hash_text.i(name))), this.#names.size < 1e3 && this.#names.set(copyText(series), copyText(name));
	}
};
// src/format/tags.ts
const NAME = /^[\x21-\x7e]+$/;
function formatTags(tags) {
	return Object.keys(tags).sort().map((name) => `;${name}=${tags[name]}`).join("");
}
function findTagFaults(tags, location) {
	return Object.entries(tags).flatMap(([name, value]) => {
		let fault = findNameFault(name) ?? findValueFault(value);
		return fault === void 0 ? [] : [{
			location: `${location}, tag ${require_index.d(name)}`,
			...fault
		}];
	});
}
function findNameFault(name) {
	if (!NAME.test(name) || /[;!^=]/.test(name) || name.length > 200) return {
		rule: "a tag's name is 1 to 200 printable ASCII characters, none of them blank or one of ; ! ^ =",
		value: name,
		cure: "Rename the tag."
	};
	if (name === "name") return {
		rule: "a tag cannot be called \"name\", which stands for the path itself",
		value: name,
		cure: "Rename the tag."
	};
}
function findValueFault(value) {
	if (!(NAME.test(value) && !value.includes(";") && !value.startsWith("~") && value.length <= 200)) return {
		rule: "a tag's value is 1 to 200 printable ASCII characters, none of them blank or \";\", the first not \"~\"",
		value,
		cure: "Change the value, or leave the tag out."
	};
}
// src/format/line-formatter.ts
var LineFormatter = class {
	#rules;
	#faults;
	#register;
	#collected;
	#prefix;
	#runTags;
	#prefixBytes;
	#runEnd;
	#held;
	#batches;
	renames = new RenameList();
	constructor(rules, faults, held) {
		this.#rules = rules, this.#faults = faults, this.#held = held, this.#register = new SeriesRegister(rules.timestamp, (series, timestamp) => this.#wasWritten(series, timestamp)), this.#collected = new CollectedNames(rules.paths), this.#prefix = rules.prefix === "" ? "" : `${rules.prefix}.`, this.#runTags = formatTags(rules.tags), this.#prefixBytes = Buffer.from(this.#prefix, "latin1"), this.#runEnd = Buffer.from(require_batch_builder.r(rules.timestamp), "latin1");
	}
	get numbered() {
		return this.#collected.numbered;
	}
	startWindow() {
		this.#register.clear();
	}
	format(metric, batches) {
		"nodes" in metric ? this.#formatCollected(metric, batches) : this.formatWritten(metric, batches);
	}
	formatWritten(metric, batches) {
		let faultsBefore = this.#faults.count, { name } = metric;
		this.#batches = batches, batches.startLine(), batches.appendBytes(this.#prefixBytes);
		let nameHash = batches.appendPath(name, this.#rules.paths), path = nameHash === 0 ? this.#formatPath(metric) : name;
		nameHash === 0 && batches.append(path), path.length > 250 && this.#checkNodes(metric, path);
		let value = this.#parseValue(metric), timestamp = metric.timestamp === void 0 ? this.#rules.timestamp : this.#parseTimestamp(metric), tags = metric.tags === void 0 ? this.#runTags : this.#formatTags(metric, metric.tags);
		if (this.#faults.count > faultsBefore) return;
		let series = tags === "" ? path : path + tags, hash = series === name ? nameHash : require_hash_text.i(series);
		if (hash === nameHash && timestamp === this.#rules.timestamp && this.#register.addUsual(hash) || this.#claim(metric, {
			series,
			path,
			name,
			timestamp,
			hash
		})) {
			if (tags !== "" && batches.append(tags), batches.appendValue(value), this.#appendEnd(timestamp, batches), batches.lineLength > 8192) {
				let rule = `a line has at most ${require_batch_builder.n} bytes`;
				this.#add(metric, {
					rule,
					value: this.#prefix + series,
					cure: "Shorten the name."
				});
			} else batches.endLine();
		}
	}
	#formatCollected(metric, batches) {
		let { nodes, value, timestamp = this.#rules.timestamp } = metric;
		this.#batches = batches;
		let path = this.#collected.formatPath(nodes, this.#rules.scope), isTaken = () => !this.#register.addUnlessTaken({
			timestamp,
			hash: require_hash_text.i(path + this.#runTags)
		});
		for (; isTaken();) path = this.#collected.renumber(path);
		let series = this.#prefix + path + this.#runTags;
		if (batches.startLine(), batches.append(series), batches.appendValue(value), this.#appendEnd(timestamp, batches), batches.lineLength > 8192) {
			let rule = `a line has at most ${require_batch_builder.n} bytes`;
			this.#faults.add({
				location: "scope",
				rule,
				value: series,
				cure: "Shorten it, or the tags."
			});
		} else batches.endLine();
	}
	#appendEnd(timestamp, batches) {
		timestamp === this.#rules.timestamp ? batches.appendBytes(this.#runEnd) : batches.append(require_batch_builder.r(timestamp));
	}
	#formatPath(metric) {
		let { name } = metric, path = this.#rules.paths.formatDotted(name);
		if (path === "") {
			let cure = name === "" ? "Give the metric a name." : "Use letters, digits, \"_\", \"-\" or \":\".";
			this.#add(metric, {
				rule: "a path needs at least one node",
				value: name,
				cure
			});
		} else this.renames.add({
			from: name,
			to: path
		});
		return path;
	}
	#checkNodes(metric, path) {
		let longNode = findLongNode(path);
		longNode !== void 0 && this.#add(metric, {
			rule: "a node (what stands between two dots) has at most 250 bytes",
			value: longNode,
			cure: "Shorten it."
		});
	}
	#parseValue(metric) {
		let { value } = metric;
		if (typeof value == "number" && Number.isFinite(value)) return value;
		let parsed = parseValue(value);
		return "ok" in parsed ? parsed.ok : (this.#add(metric, {
			...parsed,
			value: require_index.f(value)
		}), 0);
	}
	#parseTimestamp(metric) {
		let parsed = parseTimestamp(metric.timestamp);
		return "ok" in parsed ? parsed.ok : (this.#add(metric, {
			...parsed,
			value: require_index.f(metric.timestamp)
		}), this.#rules.timestamp);
	}
	#formatTags(metric, own) {
		for (let fault of findTagFaults(own, locate(metric))) this.#faults.add(fault);
		return formatTags({
			...this.#rules.tags,
			...own
		});
	}
	#claim(metric, point) {
		let { series, timestamp } = point, clash = this.#register.add(point);
		if (clash === void 0) return !0;
		let whole = require_index.d(joinPath([this.#rules.prefix, series]));
		if (clash.kind === "same-path") {
			let earlier = clash.earlierName === void 0 ? "an earlier one" : require_index.d(clash.earlierName);
			this.#add(metric, {
				rule: `two names become one path: ${earlier} and ${require_index.d(metric.name)} are both ${whole}`,
				cure: "Rename one of them."
			});
		} else this.#add(metric, {
			rule: `the same path and timestamp are given twice: ${require_index.d(metric.name)} is ${whole} at ${timestamp} both times`,
			cure: "Keep one of them."
		});
		return !1;
	}
	#wasWritten(series, timestamp) {
		if (this.#faults.isFull) return !0;
		let end = timestamp === void 0 ? "" : require_batch_builder.r(timestamp), line = {
			start: `${this.#prefix}${series} `,
			end
		};
		return this.#batches?.hasLine(line) === !0 || this.#held?.hasLine(line) === !0;
	}
	#add(metric, fault) {
		this.#faults.add({
			location: locate(metric),
			...fault
		});
	}
};
function locate(metric) {
	let line = metric.lineNumber === void 0 ? "" : `, line ${metric.lineNumber}`;
	return `${metric.origin}${line}, ${require_index.d(metric.name)}`;
}
// src/spool/window-queue.ts
var WindowQueue = class {
	#windowSize;
	#batchSize;
	#spill;
	#inMemory = [];
	constructor({ batchSize, windowSize }) {
		this.#batchSize = batchSize, this.#windowSize = windowSize;
	}
	async add(window) {
		(window.length !== this.#windowSize || this.#inMemory.length > 0 || !await this.#spillToDisk(window)) && this.#inMemory.push(window);
	}
	hasLine(line) {
		return this.#inMemory.some((window) => window.some(({ bytes }) => require_batch.n(require_batch.r(bytes), line))) || this.#spill?.hasLine(line) === !0;
	}
	async *take() {
		this.#spill !== void 0 && (yield* this.#spill.read(this.#batchSize));
		for (let window = this.#inMemory.shift(); window !== void 0; window = this.#inMemory.shift()) yield window;
	}
	async close() {
		this.#inMemory.length = 0, await this.#spill?.close(), this.#spill = void 0;
	}
	async #spillToDisk(window) {
		let { SpillFile } = await Promise.resolve().then(() => require("./spill-file.js"));
		return this.#spill ??= await SpillFile.open(), await this.#spill?.add(window) === !0;
	}
};
// src/util/chunks.ts
async function* joinChunks(parts) {
	for (let part of parts) yield* part;
}
// src/publish/format-sources.ts
function prepareFormatting(sources, { config, rules, faults }) {
	let pending = new WindowQueue(rules);
	return {
		sources,
		faults,
		lines: new LineFormatter(config.lines, faults, pending),
		pending
	};
}
async function formatSources({ sources, lines, pending }, rules) {
	let metrics = joinChunks([sources.metrics, [sources.collected]]);
	for await (let window of formatWhole(metrics, lines, rules)) await pending.add(window);
}
function keepCollectedOnly(sources, faults) {
	let problems = [...faults.toError().faults, ...sources.problems];
	return {
		...sources,
		metrics: [],
		streams: [],
		replays: [],
		problems
	};
}
// src/send/budget.ts
var Budget = class {
	#totalMs;
	#leftMs;
	constructor(totalMs) {
		this.#totalMs = totalMs, this.#leftMs = totalMs;
	}
	async spend(signal, send) {
		let controller = new AbortController(), stop = () => controller.abort(signal.reason);
		signal.aborted && stop(), signal.addEventListener("abort", stop, { once: !0 });
		let timer = setTimeout(() => controller.abort(this.#toError()), this.#leftMs), startedAtMs = 1e3 * process.uptime();
		try {
			return await send(controller.signal);
		} finally {
			clearTimeout(timer), signal.removeEventListener("abort", stop), this.#leftMs = Math.max(0, this.#leftMs - (1e3 * process.uptime() - startedAtMs));
		}
	}
	#toError() {
		let message = `Sending was not done within ${this.#totalMs / 1e3} s, the timeout.`;
		return new require_index.s(message, {
			retryable: !1,
			code: "ETIMEDOUT"
		});
	}
}, ConnectionErrors = class {
	#messages = new Set();
	#unconfirmed;
	get messages() {
		return [...this.#messages];
	}
	startWindow() {
		this.#unconfirmed = void 0;
	}
	watch(connect) {
		return async (options) => {
			this.#unconfirmed !== void 0 && this.#add(this.#unconfirmed), this.startWindow();
			let connection = await connect(options).catch(this.#note), { server } = connection;
			return {
				server,
				write: (bytes) => connection.write(bytes).catch(this.#note),
				finish: async () => {
					let ending = await connection.finish().catch(this.#note);
					return ending.kind === "sent" && (this.#unconfirmed = `${server} did not close in time.`), ending;
				},
				destroy: () => connection.destroy()
			};
		};
	}
	#note = (error) => {
		throw error instanceof require_index.s && this.#add(error.message), error;
	};
	#add(message) {
		this.#messages.size < 5 && this.#messages.add(message);
	}
};
// src/util/pause.ts
function pause(milliseconds, signal) {
	return new Promise((resolve) => {
		let end = (isOver) => {
			clearTimeout(timer), signal.removeEventListener("abort", stop), resolve(isOver);
		}, stop = () => end(!1), timer = setTimeout(() => end(!0), milliseconds);
		signal.addEventListener("abort", stop, { once: !0 }), signal.aborted && stop();
	});
}
function computeBackoffMs(retry, random) {
	return random * Math.min(1e4, 500 * 2 ** retry);
}
// src/send/deliver-window.ts
async function deliverWindow(window, attempts) {
	let best;
	for (let retry = 0;; retry += 1) {
		let outcome = await attempt(window, attempts);
		if (outcome.delivery === "confirmed") return outcome;
		if ((outcome.delivery === "sent" || best?.delivery !== "sent") && (best = outcome), outcome.delivery === "failed" && !outcome.error.retryable || retry >= attempts.retries || !await pause(computeBackoffMs(retry, Math.random()), attempts.signal)) return best;
	}
}
async function attempt(window, { connect, signal }) {
	try {
		let connection = await connect({ signal });
		try {
			for (let batch of window) await connection.write(batch.bytes);
			let ending = await connection.finish(), { server } = connection;
			return ending.kind === "sent" ? {
				delivery: "sent",
				server
			} : {
				delivery: "confirmed",
				evidence: ending.evidence,
				server
			};
		} finally {
			connection.destroy();
		}
	} catch (error) {
		if (!(error instanceof require_index.s)) throw error;
		return {
			delivery: "failed",
			error
		};
	}
}
// src/send/delivery.ts
function failOver(servers) {
	let connect;
	return async (options) => (connect ??= (await Promise.resolve().then(() => require("./failover.js"))).createFailover(servers), connect(options));
}
var Delivery = class {
	servers = new Set();
	attempts = 0;
	batches = 0;
	lines = 0;
	bytes = 0;
	undelivered = 0;
	failure;
	spoolFailure;
	#isConfirmed = !0;
	#evidence;
	#unconfirmed = new WeakSet();
	#connectionErrors = new ConnectionErrors();
	#rules;
	#connect;
	constructor(rules) {
		this.#rules = rules;
		let servers = rules.servers.map((server) => {
			let connect = this.#connectionErrors.watch(server);
			return (options) => (this.attempts += 1, connect(options));
		});
		this.#connect = servers.length === 1 ? servers[0] : failOver(servers);
	}
	get state() {
		return this.failure === void 0 ? this.#isConfirmed ? "confirmed" : "sent" : "failed";
	}
	get evidence() {
		return this.state === "confirmed" ? this.#evidence : void 0;
	}
	get connectionErrors() {
		return this.#connectionErrors.messages;
	}
	async deliver(window, how) {
		if (this.failure === void 0) {
			let outcome = await this.resend(window, how.signal);
			if (this.#count(window, outcome), outcome.delivery === "confirmed") return;
		}
		await this.#keep(window, how.keeper);
	}
	resend(window, signal) {
		return this.#connectionErrors.startWindow(), deliverWindow(window, {
			connect: this.#connect,
			retries: this.#rules.retries,
			signal
		});
	}
	isUnconfirmed(window) {
		return this.#unconfirmed.has(window);
	}
	async fail(lost, failure, keeper) {
		this.failure ??= failure, await this.#keep(lost, keeper);
	}
	#count(window, outcome) {
		if (outcome.delivery === "failed") this.failure = outcome.error;
		else {
			this.servers.add(outcome.server), outcome.delivery === "sent" ? this.#isConfirmed = !1 : this.#evidence !== "close" && (this.#evidence = outcome.evidence), this.batches += window.length;
			for (let { bytes, lines } of window) this.lines += lines, this.bytes += bytes.length;
			this.#rules.onProgress?.({
				lines: this.lines,
				bytes: this.bytes
			});
		}
	}
	async #keep(window, keeper) {
		if (window.length !== 0) {
			this.#unconfirmed.add(window);
			for (let batch of window) this.undelivered += batch.lines;
			if (keeper !== void 0 && this.spoolFailure === void 0) try {
				await keeper.add(window);
			} catch (error) {
				if (!(error instanceof require_index.c)) throw error;
				this.spoolFailure = error;
			}
		}
	}
};
// src/send/explain.ts
const MEANING = {
	ECONNREFUSED: "refused the connection: nothing listens there. Check host and port, and that Carbon runs.",
	ECONNRESET: "reset the connection before everything was confirmed.",
	EPIPE: "closed the connection while metrics were being written.",
	ENOTFOUND: "is not known: the host name has no address. Check its spelling and the DNS of this machine.",
	EAI_AGAIN: "could not be looked up: the name server gave no answer.",
	EHOSTUNREACH: "cannot be reached: no route, or a firewall answers for it.",
	ENETUNREACH: "cannot be reached: this machine has no network to it.",
	EACCES: "may not be reached from here: a firewall or policy forbids it.",
	EADDRNOTAVAIL: "cannot be reached: this machine has no address to reach it from.",
	ETIMEDOUT: "did not answer in time.",
	EPROTO: "does not speak TLS, or not a version of it that is safe. Check the port and tls.",
	ERR_SSL_WRONG_VERSION_NUMBER: "does not speak TLS. Check the port, or leave tls out.",
	ERR_SSL_PACKET_LENGTH_TOO_LONG: "does not speak TLS. Check the port, or leave tls out.",
	CERT_HAS_EXPIRED: "shows a certificate that has expired.",
	DEPTH_ZERO_SELF_SIGNED_CERT: "shows a certificate that it signed itself. Give it, or its authority, as tls-ca.",
	SELF_SIGNED_CERT_IN_CHAIN: "shows a certificate of an authority that is not trusted. Give the authority as tls-ca.",
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: "shows a certificate of an authority that is not known. Give the authority as tls-ca.",
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "shows a certificate of an authority that is not known. Give the authority as tls-ca.",
	ERR_TLS_CERT_ALTNAME_INVALID: "shows a certificate of another name. Set tls-server-name if that name is right."
}, ALERTS = {
	CERTIFICATE_REQUIRED: "wants a certificate of this side. Give it as tls-cert, and its key as tls-key.",
	HANDSHAKE_FAILURE: "broke the TLS handshake off. If it wants a certificate of this side, give tls-cert and tls-key; else the two have no cipher in common.",
	BAD_CERTIFICATE: "does not accept the certificate of this side, or the lack of one. Give one that it trusts as tls-cert.",
	UNSUPPORTED_CERTIFICATE: "cannot use the certificate of this side. Give one for clients, of a common kind, as tls-cert.",
	CERTIFICATE_UNKNOWN: "does not accept the certificate of this side. Give one that it trusts as tls-cert.",
	CERTIFICATE_REVOKED: "says that the certificate of this side was revoked. Give another one as tls-cert.",
	CERTIFICATE_EXPIRED: "says that the certificate of this side has expired. Give a newer one as tls-cert.",
	UNKNOWN_CA: "does not know the authority of the certificate of this side. Give one of an authority that it trusts as tls-cert.",
	ACCESS_DENIED: "does not let the certificate of this side in. Give one that it admits as tls-cert.",
	PROTOCOL_VERSION: "speaks no version of TLS that is safe: it takes 1.2 or newer there."
};
function explainSocketError(error, server) {
	let first = error instanceof AggregateError ? error.errors[0] : error, code = error.code ?? first.code, meaning = (code === void 0 ? void 0 : findMeaning(code)) ?? `failed: ${formatReason(first)}`, suffix = code === void 0 ? "" : ` (${code})`;
	return new require_index.s(`${server} ${meaning}${suffix}`, {
		retryable: !isFinal(code),
		code,
		cause: error
	});
}
function findMeaning(code) {
	let [, alert] = /^ERR_SSL_(?:SSLV3|SSL\/TLS|TLSV1|TLSV13)_ALERT_(\w+)$/.exec(code) ?? [];
	return MEANING[code] ?? (alert === void 0 ? void 0 : ALERTS[alert]);
}
function formatReason(error) {
	return (typeof error.reason == "string" ? error.reason : error.message).replace(/\s+/g, " ").trim();
}
function isFinal(code) {
	return /^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|EPROTO$|HOSTNAME_MISMATCH$)/.test(code ?? "");
}
// src/send/kernel-table.ts
const CHUNK_BYTES = 4096, PAUSES_MS = [10, 200];
function readKernelVerdict(ends) {
	if (process.platform !== "linux") return "unknown";
	try {
		return judgeTable(readTable(ends.remoteAddress.includes(":") ? "/proc/net/tcp6" : "/proc/net/tcp"), ends);
	} catch {
		return "unknown";
	}
}
async function askKernel(ends, signal) {
	for (let pauseMs of PAUSES_MS) {
		let verdict = readKernelVerdict(ends);
		if (verdict === "clean" || verdict === "unknown") return verdict;
		await pause(pauseMs, signal);
	}
	return readKernelVerdict(ends);
}
function judgeTable(chunks, ends) {
	let starts = formatRowStarts(ends), text = "", hasRows = !1;
	for (let chunk of chunks) {
		text = text.slice(text.lastIndexOf("\n") + 1) + chunk, hasRows ||= text.includes(":");
		for (let start of starts) {
			let verdict = judgeRow(text, start);
			if (verdict !== void 0) return verdict;
		}
	}
	return hasRows ? "gone" : "unknown";
}
function judgeRow(text, start) {
	let at = text.indexOf(start);
	if (at === -1) return;
	let fields = text.slice(at + start.length, at + start.length + 11);
	if (fields.length < 11) return;
	let [state, digits = ""] = fields.split(" "), unacknowledged = Number.parseInt(digits, 16);
	return state === "09" && unacknowledged <= 1 ? "gone" : state === "06" && unacknowledged === 0 ? "clean" : "broken";
}
function formatRowStarts({ localPort, remotePort, remoteAddress }) {
	let [local, remote] = [localPort, remotePort].map((port) => toHex(port, 4));
	return formatAddresses(remoteAddress).map((address) => `:${local} ${address}:${remote} `);
}
function formatAddresses(address) {
	let bytes = address.includes(":") ? expandIPv6(address) : address.split(".").map((byte) => toHex(Number(byte), 2));
	return [Array.from({ length: bytes.length / 4 }, (_, index) => bytes.slice(4 * index, 4 * index + 4)).map((word) => word.toReversed().join("")).join(""), bytes.join("")];
}
function expandIPv6(address) {
	let [text = ""] = address.split("%"), [before = "", after] = text.replace(/[\d.]+$/, toGroups).split("::"), [head, tail] = [before, after ?? ""].map((part) => part.split(":").filter((group) => group !== "")), zeros = Array(8 - (head?.length ?? 0) - (tail?.length ?? 0)).fill("0");
	return [
		...head ?? [],
		...zeros,
		...tail ?? []
	].map((group) => group.padStart(4, "0").toUpperCase()).flatMap((group) => [group.slice(0, 2), group.slice(2)]);
}
function toGroups(end) {
	if (!end.includes(".")) return end;
	let [a = 0, b = 0, c = 0, d = 0] = end.split(".").map(Number);
	return `${toHex(a * 256 + b, 4)}:${toHex(c * 256 + d, 4)}`;
}
function toHex(number, digits) {
	return number.toString(16).toUpperCase().padStart(digits, "0");
}
function* readTable(path) {
	let file = (0, node_fs.openSync)(path, "r");
	try {
		let buffer = Buffer.alloc(CHUNK_BYTES);
		for (let length = -1; length !== 0;) length = (0, node_fs.readSync)(file, buffer, 0, CHUNK_BYTES, null), yield buffer.toString("latin1", 0, length);
	} finally {
		(0, node_fs.closeSync)(file);
	}
}
// src/send/tcp-connection.ts
var TcpConnection = class {
	#socket;
	server;
	#limits;
	#signal;
	#readyEvent;
	#failure;
	#ends;
	#fail = () => {};
	#failed;
	#finished = !1;
	#giveUpWaiting = () => {};
	constructor(socket, name, options) {
		this.#socket = socket, this.server = name, this.#limits = options.limits, this.#signal = options.signal, this.#readyEvent = options.tls === void 0 ? "connect" : "secureConnect", this.#failure = new Promise((_, reject) => {
			this.#fail = (error) => {
				this.#failed ??= error, reject(this.#failed), this.destroy();
			};
		}), this.#failure.catch(() => {});
		let abort = () => {
			let error = toAbortError(options.signal);
			this.#finished && error.code === "ETIMEDOUT" ? this.#giveUpWaiting() : this.#fail(error);
		};
		options.signal.aborted && abort(), options.signal.addEventListener("abort", abort, { once: !0 }), socket.once("close", () => options.signal.removeEventListener("abort", abort)), socket.on("error", (error) => this.#fail(explainSocketError(error, name))), socket.on("data", () => this.#fail(this.#answered())), socket.on("end", () => {
			this.#finished || this.#fail(this.#closedEarly());
		});
	}
	async open() {
		await this.#within(this.#limits.connectMs, () => {
			let seconds = this.#limits.connectMs / 1e3, cause = this.#readyEvent === "connect" ? "A firewall that drops packets is the usual cause." : "It speaks no TLS, or a firewall drops packets.";
			return `${this.server} did not accept a connection within ${seconds} s. ${cause}`;
		});
		let { localPort, remotePort, remoteAddress } = this.#socket;
		localPort !== void 0 && remotePort !== void 0 && remoteAddress !== void 0 && (this.#ends = {
			localPort,
			remotePort,
			remoteAddress
		});
	}
	async write(bytes) {
		if (this.#failed !== void 0) throw this.#failed;
		this.#socket.write(bytes) || await this.#whileMoving("drain");
	}
	async finish() {
		if (this.#failed !== void 0) throw this.#failed;
		this.#socket.once("finish", () => {
			this.#finished = !0;
		});
		let ended = new Promise((resolve) => this.#socket.once("end", () => resolve(!0))), finished = this.#whileMoving("finish");
		this.#socket.end(), await finished;
		let given = new Promise((resolve) => {
			this.#giveUpWaiting = () => resolve(!1);
		});
		return await this.#race(Promise.race([
			ended,
			given,
			this.#failure
		]), this.#limits.confirmMs) ? this.#confirm() : (this.destroy(), { kind: "sent" });
	}
	destroy() {
		let { connecting, destroyed, writableEnded, writableLength } = this.#socket;
		this.#readyEvent === "connect" && !connecting && !destroyed && !(writableEnded && writableLength === 0) ? this.#socket.resetAndDestroy() : this.#socket.destroy();
	}
	async #confirm() {
		if (this.#socket.closed || await this.#once("close"), this.#failed !== void 0) throw this.#failed;
		let verdict = this.#ends === void 0 ? "unknown" : await askKernel(this.#ends, this.#signal), isSecure = this.#readyEvent === "secureConnect";
		if (verdict === "broken" || verdict === "gone" && !isSecure) {
			let message = `${this.server} closed the connection, but this machine's kernel says that not everything was acknowledged.`;
			throw new require_index.s(message, { retryable: !0 });
		}
		return {
			kind: "confirmed",
			evidence: verdict === "clean" ? "kernel" : "close"
		};
	}
	#closedEarly() {
		let message = `${this.server} closed the connection before everything was sent: what it carried is in doubt.`;
		return new require_index.s(message, { retryable: !0 });
	}
	#answered() {
		let message = `${this.server} answered, which no Carbon line receiver does. Check the port (2003 by default).`;
		return new require_index.s(message, { retryable: !1 });
	}
	#once(event) {
		return Promise.race([new Promise((resolve) => this.#socket.once(event, () => resolve(!0))), this.#failure]);
	}
	async #whileMoving(event) {
		let stalled = () => {
			let seconds = this.#limits.writeMs / 1e3, message = `${this.server} accepted no bytes for ${seconds} s: it hangs, or it is overloaded.`;
			this.#fail(new require_index.s(message, {
				retryable: !0,
				code: "ETIMEDOUT"
			}));
		};
		this.#socket.setTimeout(this.#limits.writeMs, stalled);
		try {
			await Promise.race([new Promise((resolve) => this.#socket.once(event, () => resolve())), this.#failure]);
		} finally {
			this.#socket.setTimeout(0), this.#socket.removeListener("timeout", stalled);
		}
	}
	async #within(limitMs, message) {
		let connected = new Promise((resolve) => this.#socket.once(this.#readyEvent, () => resolve(!0)));
		await this.#race(Promise.race([connected, this.#failure]), limitMs) || (this.#fail(new require_index.s(message(), {
			retryable: !0,
			code: "ETIMEDOUT"
		})), await this.#failure);
	}
	async #race(event, limitMs) {
		let timer, late = new Promise((resolve) => {
			timer = setTimeout(() => resolve(!1), limitMs);
		});
		try {
			return await Promise.race([event, late]);
		} finally {
			clearTimeout(timer);
		}
	}
};
async function connectTcp(server, options) {
	let target = {
		host: server.host,
		port: server.port,
		allowHalfOpen: !0,
		noDelay: !0,
		autoSelectFamilyAttemptTimeout: 1e3
	}, { tls } = options, connection = new TcpConnection(tls === void 0 ? (0, node_net.connect)(target) : (await Promise.resolve().then(() => require("./tls.js"))).connectTls(target, tls), formatServer(server), options);
	return await connection.open(), connection;
}
// src/publish/network-sender.ts
var NetworkSender = class {
	delivery;
	signal;
	linesMade = 0;
	#config;
	#failedWindows;
	#spool;
	#readBack = {
		verified: 0,
		missing: 0
	};
	constructor(config, options) {
		this.#config = config, this.signal = options.signal;
		let { spool, servers, limits, tls, retries } = config;
		this.#failedWindows = spool === void 0 ? void 0 : { add: (window) => this.#keep(window, spool, options.nowMs) }, this.delivery = new Delivery({
			servers: servers.map((server) => ({ signal }) => connectTcp(server, {
				limits,
				tls,
				signal
			})),
			retries,
			onProgress: options.onProgress
		});
	}
	get state() {
		return this.delivery.state;
	}
	get failure() {
		return this.delivery.failure;
	}
	get spoolFailure() {
		return this.delivery.spoolFailure;
	}
	async sendTogether(windows) {
		let budget = new Budget(this.#config.limits.totalMs);
		for await (let window of windows) await this.send(window, {
			budget,
			failedWindows: this.#failedWindows
		});
	}
	async sendStream(windows) {
		for await (let window of windows) {
			let budget = new Budget(this.#config.limits.totalMs);
			if (await this.send(window, {
				budget,
				failedWindows: this.#failedWindows
			}), this.#isOver) return;
		}
	}
	async send(window, { budget, failedWindows }) {
		for (let batch of window) this.linesMade += batch.lines;
		let { delivery, signal } = this, deliver = (within) => delivery.deliver(window, {
			signal: within,
			keeper: failedWindows
		});
		await (budget === void 0 ? deliver(signal) : budget.spend(signal, deliver));
		let { verify, limits } = this.#config;
		if (verify === void 0 || delivery.failure !== void 0) return [];
		let { readBackWindow } = await Promise.resolve().then(() => require("./read-back-window.js")), found = await readBackWindow(window, {
			delivery,
			failedWindows,
			signal,
			config: verify,
			limits
		});
		return this.#readBack.verified += found.verified, this.#readBack.missing += found.missing, found.lost;
	}
	async replay(file, windows) {
		let { replay } = await Promise.resolve().then(() => require("./replay.js"));
		await replay(this, file, windows);
	}
	async end() {
		try {
			await this.#spool?.finish();
		} catch (error) {
			if (!(error instanceof require_index.a)) throw error;
			this.delivery.spoolFailure ??= error;
		}
	}
	toFacts() {
		let { servers, batches, lines, bytes, attempts, connectionErrors, undelivered, evidence } = this.delivery, used = servers.size > 0 ? [...servers] : this.#config.servers.map(formatServer), file = this.#spool?.path;
		return {
			...used.length === 0 ? {} : { server: used.join(", ") },
			...evidence === void 0 ? {} : { evidence },
			batches,
			lines,
			bytes,
			attempts,
			...connectionErrors.length === 0 ? {} : { connectionErrors },
			undelivered,
			...file === void 0 ? {} : {
				undeliveredFile: file,
				kept: this.#spool?.lines ?? 0
			},
			...this.#config.verify === void 0 ? {} : this.#readBack
		};
	}
	get #isOver() {
		return this.failure !== void 0 && (this.#failedWindows === void 0 || this.signal.aborted);
	}
	async #keep(window, folder, nowMs) {
		let { Spool } = await Promise.resolve().then(() => require("./spool.js"));
		this.#spool ??= new Spool(folder, nowMs), await this.#spool.add(window);
	}
};
// src/options/other-ports.ts
const PICKLE_PORTS = {
	2004: 2003,
	2014: 2013,
	2024: 2023,
	2104: 2103
}, QUERY_PORTS = {
	7002: 2003,
	7102: 2103,
	7202: 2203
};
function warnOfPorts(servers) {
	return [...new Set(servers.map(({ port }) => port))].flatMap((port) => [...warn(port, PICKLE_PORTS[port], "Carbon's pickle receiver"), ...warn(port, QUERY_PORTS[port], "Carbon's cache query service")]);
}
function warn(port, linePort, what) {
	return linePort === void 0 ? [] : [`server: ${port} is by default the port of ${what}, which stores no lines and does not say so. Lines go to ${linePort}.`];
}
// src/options/scalars.ts
const TRUE = [
	"true",
	"True",
	"TRUE"
], FALSE = [
	"false",
	"False",
	"FALSE"
];
var ScalarReader = class {
	#faults;
	constructor(faults) {
		this.#faults = faults;
	}
	integer(written, option) {
		let { name, fallback, min, max } = option, text = textOf(written) ?? fallback, number = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
		return number >= min && number <= max ? number : (this.#add({
			location: name,
			rule: `it is a whole number from ${min} to ${max}`,
			value: text,
			cure: `The default is ${fallback}.`
		}), Number(fallback));
	}
	milliseconds(written, option) {
		let { name, fallback } = option, text = textOf(written) ?? fallback, seconds = /^\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Number(text) : NaN;
		return seconds > 0 && seconds <= 86400 ? seconds * 1e3 : (this.#add({
			location: name,
			rule: "it is a number of seconds, more than 0 and at most 86400",
			value: text,
			cure: `The default is ${fallback}.`
		}), Number(fallback) * 1e3);
	}
	boolean(written, option) {
		let text = textOf(written);
		return text === void 0 ? option.fallback : TRUE.includes(text) ? !0 : !FALSE.includes(text) && (this.#add({
			location: option.name,
			rule: "it is true or false",
			value: text
		}), option.fallback);
	}
	choice(written, option) {
		let text = textOf(written);
		if (text === void 0) return option.fallback;
		let chosen = option.choices.find((choice) => choice === text);
		return chosen === void 0 && this.#add({
			location: option.name,
			rule: `it is one of ${option.choices.join(", ")}`,
			value: text
		}), chosen ?? option.fallback;
	}
	#add(fault) {
		this.#faults.add(fault);
	}
};
function textOf(written) {
	if (written == null) return;
	let text = require_index.f(written).trim();
	return text === "" ? void 0 : text;
}
function findJobNames(given) {
	let { workflowRef = "", workflow = "", job = "", matrixValues = [] } = given, [path = ""] = workflowRef.split("@refs/", 1);
	return {
		workflow: /(?:^|\/)\.github\/workflows\/([^@]+?)\.ya?ml(?:@|$)/.exec(path)?.[1] ?? workflow,
		job,
		matrix: matrixValues.filter((value) => value !== "").join("-")
	};
}
function fillScope(scope, names) {
	return scope.replace(/\{(workflow|job|matrix)\}/g, (_, word) => (names?.[word] ?? "").slice(0, 200).replaceAll(".", " "));
}
function parseMatrix(text) {
	try {
		let matrix = JSON.parse(text ?? "null");
		return typeof matrix != "object" || !matrix || Object.keys(matrix).length === 0 ? void 0 : matrix;
	} catch {
		return;
	}
}
function listMatrixValues(matrix = {}) {
	return Object.values(matrix).filter((value) => typeof value != "object").map(String);
}
// src/options/resolve.ts
const CURE_FOR_NOTHING = {
	action: "Set metric and value, data, data-file, junit, coverage, sizes or replay; is what fills them empty?",
	cli: "Give -m and -v, --data, --file, --junit, --coverage, --size or --replay.",
	library: "Give metric and value, data with at least one metric, junit, coverage or sizes."
};
async function resolveConfig(options, context, faults) {
	let scalars = new ScalarReader(faults), written = (name) => require_index.n(name, context.face) ?? "", milliseconds = (value, name) => scalars.milliseconds(value, {
		name,
		fallback: require_index.n(name, "library") ?? ""
	}), dryRun = scalars.boolean(options.dryRun, {
		name: "dry-run",
		fallback: !1
	}), port = scalars.integer(options.port, {
		name: "port",
		fallback: written("port"),
		min: 1,
		max: 65535
	}), paths = createPathRules(resolveExtraCharacters(options.extraCharacters, faults)), writtenGroup = options.group ?? written("group"), group = paths.formatDotted(writtenGroup), source = formatSource(options.source ?? context.defaultSource ?? "", paths), writtenScope = require_index.f(options.scope ?? written("scope"));
	checkScopeWords(writtenScope, faults);
	let scope = paths.formatDotted(fillScope(writtenScope, context.job));
	checkNodes(scope, "scope", faults);
	let servers = resolveServers(options.server ?? require_index.n("server", context.face), {
		port,
		dryRun,
		faults
	});
	return {
		servers,
		lines: {
			paths,
			prefix: checkPrefix({
				group,
				source,
				paths,
				faults
			}),
			scope,
			tags: await resolveTags(options.tags, faults),
			timestamp: resolveTimestamp(options.timestamp, context.nowMs, faults)
		},
		renames: [...toRename(writtenGroup, group), ...writtenScope.includes("{") ? [] : toRename(writtenScope, scope)],
		batchSize: scalars.integer(options.batchSize, {
			name: "batch-size",
			fallback: "500",
			min: 1,
			max: 1e5
		}),
		windowSize: scalars.integer(options.windowSize, {
			name: "window-size",
			fallback: "64",
			min: 1,
			max: 1e4
		}),
		verify: await resolveVerify(options, scalars, faults),
		tls: await resolveTls(options, scalars, faults),
		retries: scalars.integer(options.retries, {
			name: "retries",
			fallback: "3",
			min: 0,
			max: 100
		}),
		spool: options.spool === "" ? void 0 : options.spool,
		limits: {
			totalMs: milliseconds(options.timeout, "timeout"),
			connectMs: milliseconds(options.connectTimeout, "connect-timeout"),
			writeMs: milliseconds(options.writeTimeout, "write-timeout"),
			confirmMs: milliseconds(options.confirmTimeout, "confirm-timeout")
		},
		dryRun,
		warnings: warnOfPorts(servers),
		cureForNothing: CURE_FOR_NOTHING[context.face]
	};
}
function resolveServers(text, given) {
	let { port, dryRun, faults } = given;
	if (text === void 0 || text.trim() === "") return dryRun || faults.add({
		location: "server",
		rule: "it is required",
		value: "",
		cure: "Set it to Carbon's host; a secret that is empty here (a fork, another environment) is the usual cause."
	}), [];
	let parsed = parseServers(text, port);
	return "ok" in parsed ? parsed.ok : (faults.add({
		location: "server",
		...parsed,
		value: text
	}), []);
}
function resolveExtraCharacters(text, faults) {
	let characters = [...text ?? ""].filter((character) => character.trim() !== ""), strange = characters.filter((character) => !EXTRA_CHARACTERS.includes(character));
	if (strange.length > 0) {
		let rule = `it may hold some of ${[...EXTRA_CHARACTERS].join(" ")}`;
		return faults.add({
			location: "extra-characters",
			rule,
			value: strange.join(""),
			cure: "Graphite cannot query others by name."
		}), "";
	}
	return characters.join("");
}
function checkScopeWords(scope, faults) {
	let rest = fillScope(scope, void 0);
	/[{}]/.test(rest) && faults.add({
		location: "scope",
		rule: "what stands in braces is {workflow}, {job} or {matrix}",
		value: scope,
		cure: "Correct the word, or leave the braces out."
	});
}
function toRename(from, to) {
	return from === to ? [] : [{
		from,
		to
	}];
}
function checkPrefix(parts) {
	for (let location of ["group", "source"]) checkNodes(parts[location], location, parts.faults);
	return joinPath([parts.group, parts.source]);
}
function checkNodes(path, location, faults) {
	let value = findLongNode(path);
	value !== void 0 && faults.add({
		location,
		rule: "a node has at most 250 bytes",
		value,
		cure: "Shorten it."
	});
}
async function resolveTags(written, faults) {
	return written === void 0 || written === "" ? {} : (await Promise.resolve().then(() => require("./resolve-tags.js"))).resolveTags(written, faults);
}
async function resolveTls(options, scalars, faults) {
	let isOn = scalars.boolean(options.tls, {
		name: "tls",
		fallback: !1
	}), given = [
		options.tlsCa,
		options.tlsCert,
		options.tlsKey,
		options.tlsServerName
	];
	if (isOn || !given.every((one) => one === void 0 || one === "")) return (await Promise.resolve().then(() => require("./resolve-tls.js"))).resolveTls(options, isOn, faults);
}
async function resolveVerify(options, scalars, faults) {
	let isOn = scalars.boolean(options.verify, {
		name: "verify",
		fallback: !1
	}), timeoutMs = scalars.milliseconds(options.verifyTimeout, {
		name: "verify-timeout",
		fallback: "120"
	});
	return isOn ? (await Promise.resolve().then(() => require("./resolve-verify.js"))).resolveVerify(options, timeoutMs, faults) : void 0;
}
function resolveTimestamp(written, nowMs, faults) {
	let now = Math.floor(nowMs / 1e3);
	if (written === void 0 || written === "") return now;
	let parsed = parseTimestamp(written);
	return "ok" in parsed ? parsed.ok : (faults.add({
		location: "timestamp",
		...parsed,
		value: require_index.f(written)
	}), now);
}
// src/spool/check-spool.ts
function checkSpool(folder, faults) {
	let problem = findProblem(folder);
	problem !== void 0 && faults.add({
		location: "spool",
		rule: problem,
		value: folder,
		cure: "Name a folder; it is made where it is missing."
	});
}
function findProblem(folder) {
	try {
		let stats = (0, node_fs.lstatSync)((0, node_path.resolve)(folder), { throwIfNoEntry: !1 });
		return stats === void 0 || stats.isDirectory() ? void 0 : `it is a folder, not ${stats.isSymbolicLink() ? "a link" : "a file"}`;
	} catch (error) {
		return `it cannot be a folder (${error instanceof Error && "code" in error ? require_index.f(error.code) : require_index.f(error)})`;
	}
}
// src/publish/prepare.ts
async function prepare(options, context, faults) {
	let config = await resolveConfig(options, context, faults);
	if (config.spool !== void 0 && checkSpool(config.spool, faults), config.tls === void 0) return config;
	let { readPems } = await Promise.resolve().then(() => require("./pem.js"));
	return {
		...config,
		tls: await readPems(config.tls, faults)
	};
}
// src/publish/publish.ts
async function publish(options, context) {
	let faults = context.faults ?? new Faults(), config = await prepare(options, context, faults), canSendCollectedOnly = context.sendsCollectedDespiteFaults === !0 && faults.count === 0, sources = await openSources(options, context, faults), sender = createSender(config, options, context), points = [], rules = {
		batchSize: config.batchSize,
		windowSize: config.windowSize,
		points
	}, formatted = prepareFormatting(sources, {
		config,
		rules,
		faults
	});
	try {
		await formatSources(formatted, rules), canSendCollectedOnly && faults.count > 0 && sources.collected.length > 0 && (points.length = 0, await formatted.pending.close(), formatted = prepareFormatting(keepCollectedOnly(sources, faults), {
			config,
			rules,
			faults: new Faults()
		}), await formatSources(formatted, rules)), formatted.faults.throwIfAny(), await sender.sendTogether(formatted.pending.take());
		let { streams, replays } = formatted.sources;
		if (streams.length > 0 || replays.length > 0) {
			let { sendStreams } = await Promise.resolve().then(() => require("./send-streams.js")), { lines, faults: streamFaults } = formatted;
			await sendStreams(formatted.sources, {
				sender,
				lines,
				rules: {
					...rules,
					faults: streamFaults
				}
			});
		}
		return await concludeRun({
			config,
			formatted,
			sender,
			points
		});
	} catch (error) {
		throw await concludeFailure(error, {
			config,
			formatted,
			sender,
			points
		});
	} finally {
		await formatted.pending.close();
	}
}
function createSender(config, options, context) {
	let signal = options.signal ?? new AbortController().signal;
	return config.dryRun ? new DryRunSender(config.servers.map(formatServer).join(", "), {
		signal,
		onDryRun: options.onDryRun
	}) : new NetworkSender(config, {
		signal,
		nowMs: context.nowMs,
		onProgress: options.onProgress
	});
}
// src/util/stop-on-signal.ts
function stopOnSignal() {
	let controller = new AbortController(), stop = () => controller.abort();
	return process.once("SIGINT", stop).once("SIGTERM", stop), {
		signal: controller.signal,
		end: () => {
			process.removeListener("SIGINT", stop).removeListener("SIGTERM", stop);
		}
	};
}
// src/cli/ask-github.ts
async function askGithub(token, { checkRunId }, context) {
	let { collectGithubJob } = await Promise.resolve().then(() => require("./collect-github-job.js"));
	return collectGithubJob({
		token,
		checkRunId: typeof checkRunId == "string" ? checkRunId : void 0,
		...context
	});
}
function readToken(flags, { env, faults }) {
	if (flags.githubTimes !== !0) return;
	let token = env.GITHUB_TOKEN || void 0;
	return token === void 0 && faults.add({
		location: "github-times",
		rule: "it needs a token in GITHUB_TOKEN",
		cure: "In a workflow give the step env: { GITHUB_TOKEN: ${{ github.token }} }."
	}), token;
}
// src/library/update.ts
async function readHostName() {
	let { hostname } = await import("node:os");
	return hostname().split(".")[0] ?? "";
}
// src/cli/find-context.ts
const CI_VARIABLES = [
	"GITHUB_REPOSITORY",
	"CI_PROJECT_PATH",
	"JOB_NAME"
], WORKSPACE_VARIABLES = [
	"GITHUB_WORKSPACE",
	"CI_PROJECT_DIR",
	"WORKSPACE"
];
async function findDefaultSource(env) {
	return (isCi(env) ? CI_VARIABLES.map((name) => env[name]).find((value) => value) : void 0) ?? readHostName();
}
function findJob(env, matrix) {
	if (isCi(env)) return findJobNames({
		workflowRef: env.GITHUB_WORKFLOW_REF,
		workflow: env.GITHUB_WORKFLOW,
		job: env.GITHUB_JOB ?? env.CI_JOB_NAME,
		matrixValues: listMatrixValues(matrix)
	});
}
function findWorkspace(env) {
	if (isCi(env)) return WORKSPACE_VARIABLES.map((name) => env[name]).find((value) => value);
}
function isCi(env) {
	return env.CI !== void 0 && env.CI !== "" && env.CI !== "false";
}
async function findContext(flags, options, env) {
	return {
		face: "cli",
		nowMs: Date.now(),
		defaultSource: options.source === void 0 ? await findDefaultSource(env) : void 0,
		job: findJob(env, findMatrix(flags)),
		workspace: findWorkspace(env)
	};
}
function findMatrix({ matrix }) {
	return typeof matrix == "string" ? parseMatrix(matrix) : void 0;
}
// src/report/numbered.ts
function formatNumbered({ numbered }) {
	if (numbered === void 0) return;
	let shown = numbered.first.slice(0, 10).map(({ from, to }) => `${require_index.d(from)} \u2192 ${to}`), rest = numbered.count - shown.length, more = rest > 0 ? `, \u2026 and ${rest} more` : "";
	return `Names that became one path were told apart by a number: ${shown.join(", ")}${more}.`;
}
// src/report/amounts.ts
const BYTE_UNITS = [
	"B",
	"KiB",
	"MiB",
	"GiB",
	"TiB",
	"PiB",
	"EiB"
];
function formatDuration(seconds) {
	if (!Number.isFinite(seconds)) return "\u2013";
	if (seconds < 59.95) return `${Number(seconds.toFixed(seconds < 10 ? 2 : 1))} s`;
	let whole = Math.round(seconds), minutes = Math.floor(whole / 60);
	return minutes < 60 ? `${minutes} min${whole % 60 == 0 ? "" : ` ${whole % 60} s`}` : `${formatCount(Math.floor(minutes / 60))} h${minutes % 60 == 0 ? "" : ` ${minutes % 60} min`}`;
}
function formatBytes(bytes) {
	if (!Number.isFinite(bytes)) return "\u2013";
	let value = bytes, unit = 0;
	for (; value >= 1023.995 && unit < BYTE_UNITS.length - 1;) value /= 1024, unit += 1;
	return `${unit === 0 ? formatCount(value) : value.toFixed(value < 10 ? 2 : 1)} ${BYTE_UNITS[unit]}`;
}
function formatCount(count) {
	return Number.isFinite(count) ? String(Math.round(count)).replace(/\B(?=(?:\d{3})+$)/g, ",") : "\u2013";
}
function formatCounted(count, noun) {
	return `${formatCount(count)} ${count === 1 ? noun : `${noun}s`}`;
}
function formatShare(part, whole) {
	if (whole <= 0) return "\u2013";
	let percent = Math.round(part / whole * 1e3) / 10;
	return formatPercent(part < whole ? Math.min(percent, 99.9) : percent);
}
function formatPercent(percent) {
	return Number.isFinite(percent) ? `${percent.toFixed(1)} %` : "\u2013";
}
function formatInstant(epochSeconds) {
	if (!(epochSeconds >= 0 && epochSeconds < 253402300800)) return;
	let at = new Date(Math.floor(epochSeconds) * 1e3);
	return `${[
		at.getUTCFullYear(),
		at.getUTCMonth() + 1,
		at.getUTCDate()
	].map(pad).join("-")}T${[
		at.getUTCHours(),
		at.getUTCMinutes(),
		at.getUTCSeconds()
	].map(pad).join(":")}Z`;
}
function pad(part) {
	return String(part).padStart(2, "0");
}
function formatOrigin(reports) {
	return reports === void 0 ? "" : `, from ${formatCounted(reports, "report")}`;
}
// src/report/paint.ts
const CODES = {
	good: [32, 39],
	bad: [31, 39],
	warning: [33, 39],
	head: [1, 22],
	faint: [2, 22]
};
function createPaint(hasColour) {
	return hasColour ? (meaning, text) => {
		let [on, off] = CODES[meaning];
		return text === "" ? "" : `\u001b[${on}m${text}\u001b[${off}m`;
	} : (_, text) => text;
}
// src/report/visible-line.ts
function toVisibleLine(text, maxCharacters) {
	let start = text.slice(0, 4 * maxCharacters + 16), line = require_index.l(start.replace(/[\s\u0085]+/gu, " ").replace(/[\ufe0f\u200d]/gu, "")).trim(), characters = [...line];
	return characters.length <= maxCharacters && start.length === text.length ? line : `${characters.slice(0, maxCharacters - 1).join("")}\u2026`;
}
// src/report/summary-runner.ts
const MEASURES = [
	{
		key: "cpuPercent",
		name: "CPU",
		format: formatPercent
	},
	{
		key: "memoryUsedBytes",
		name: "Memory",
		format: formatBytes
	},
	{
		key: "memoryPercent",
		name: "Memory, share",
		format: formatPercent
	},
	{
		key: "diskUsedBytes",
		name: "Disk",
		format: formatBytes
	},
	{
		key: "diskPercent",
		name: "Disk, share",
		format: formatPercent
	},
	{
		key: "networkReceivedBytesPerSecond",
		name: "Network, received",
		format: formatRate
	},
	{
		key: "networkSentBytesPerSecond",
		name: "Network, sent",
		format: formatRate
	}
];
function listTotals({ slots }) {
	return MEASURES.flatMap(({ key, name, format }) => {
		let total = combine(listSamples(slots, key));
		return total === void 0 ? [] : [{
			key,
			name,
			mean: format(total.mean),
			max: format(total.max)
		}];
	});
}
function combine(samples) {
	let known = samples.filter(({ mean, max }) => Number.isFinite(mean) && Number.isFinite(max));
	if (known.length !== 0) return {
		mean: known.reduce((sum, { mean }) => sum + mean, 0) / known.length,
		max: known.reduce((most, { max }) => Math.max(most, max), 0)
	};
}
function listSamples(slots, key) {
	return slots.flatMap((slot) => {
		let measured = slot[key];
		return measured === void 0 ? [] : [{
			at: slot.startedAt,
			mean: measured.mean,
			max: measured.max
		}];
	});
}
function formatRate(bytesPerSecond) {
	return `${formatBytes(bytesPerSecond)}/s`;
}
// src/report/summary-tests.ts
function rankSuites(suites) {
	return suites.toSorted((one, other) => countBroken(other) - countBroken(one) || other.flaky - one.flaky || other.durationSeconds - one.durationSeconds);
}
function countBroken({ failed, errors }) {
	return failed + errors;
}
function formatFigures(figures, paint) {
	let { tests, coverage = [], sizes = [], job, runner, reports = {} } = figures;
	return [
		["Tests", tests === void 0 ? [] : listTests(tests, formatOrigin(reports.junit), paint)],
		["Coverage", listCoverage(coverage, formatOrigin(reports.coverage))],
		["Sizes", listSizes(sizes, paint)],
		["Job", job === void 0 ? [] : listJob(job, paint)],
		["Runner", runner === void 0 ? [] : listRunner(runner)]
	].flatMap(([head, lines]) => lines.map((line, index) => `${paint("head", (index === 0 ? head : "").padEnd(10))}${line}`));
}
function listTests(tests, origin, paint) {
	let { passed, failed, errors, skipped, flaky } = tests, parts = [
		paint("good", `${formatCount(passed)} passed`),
		...failed > 0 ? [paint("bad", `${formatCount(failed)} failed`)] : [],
		...errors > 0 ? [paint("bad", formatCounted(errors, "error"))] : [],
		...skipped > 0 ? [`${formatCount(skipped)} skipped`] : [],
		...flaky > 0 ? [paint("warning", `${formatCount(flaky)} flaky`)] : []
	], total = `${formatCount(tests.total)} in ${formatDuration(tests.durationSeconds)}${origin}: ${parts.join(", ")}`, broken = rankSuites(tests.suites).filter((suite) => countBroken(suite) > 0), names = broken.slice(0, 5).map((suite) => `${paint("bad", formatCounted(countBroken(suite), "failure"))} of ${formatCount(suite.total)} in ${toName(suite.name)}`);
	return [
		total,
		...names,
		...countRest(broken.length - names.length, "suite", paint)
	];
}
function listCoverage(coverage, origin) {
	return coverage.length === 0 ? [] : [`${coverage.map(({ kind, covered, total }) => `${kind} ${formatShare(covered, total)} (${formatCount(covered)} of ${formatCount(total)})`).join(", ")}${origin}`];
}
function listSizes(sizes, paint) {
	let shown = sizes.toSorted((one, other) => other.bytes - one.bytes).slice(0, 5);
	return [...shown.map(({ name, bytes, gzipBytes, files }) => `${formatBytes(bytes)}, ${formatBytes(gzipBytes)} with gzip, ${formatCounted(files, "file")}: ${toName(name)}`), ...countRest(sizes.length - shown.length, "name", paint)];
}
function listJob(job, paint) {
	let status = paint(job.status === "success" ? "good" : "bad", job.status), slowest = job.steps.map(({ name, startedAt, endedAt }) => ({
		name,
		seconds: endedAt - startedAt
	})).toSorted((one, other) => other.seconds - one.seconds)[0], steps = slowest === void 0 ? "" : `, ${formatCounted(job.steps.length, "step")}; the longest ${formatDuration(slowest.seconds)}: ${toName(slowest.name)}`;
	return [`${status} in ${formatDuration(job.durationSeconds)}${steps}`];
}
function listRunner(runner) {
	let parts = listTotals(runner).filter(({ key }) => key === "cpuPercent" || key === "memoryUsedBytes").map(({ name, mean, max }) => `${name} ${mean} (at most ${max})`);
	return parts.length === 0 ? [] : [parts.join(", ")];
}
function toName(name) {
	return require_index.i(toVisibleLine(name, 60));
}
function countRest(rest, noun, paint) {
	return rest > 0 ? [paint("faint", `\u2026 and ${formatCounted(rest, `more ${noun}`)}`)] : [];
}
// src/report/unit.ts
const UNITS = [
	["_bytes_per_second", "B/s"],
	["_seconds", "s"],
	["_bytes", "B"],
	["_percent", "%"]
];
function findUnit(path) {
	let nodes = (path.split(";", 1)[0] ?? "").split("."), last = nodes.at(-1) ?? "", measured = last === "mean" || last === "max" ? nodes.at(-2) ?? "" : last;
	return UNITS.find(([ending]) => `_${measured}`.endsWith(ending))?.[1] ?? "";
}
function hasMoreToShow(result, isTerminal) {
	return Object.keys(result.figures ?? {}).length > 0 || isTerminal && result.linesMade > 1;
}
function formatText(result, view) {
	let paint = createPaint(view.hasColour);
	return [...formatTable(result, paint, view.columns), ...formatFigures(result.figures ?? {}, paint)].map((line) => `${line}\n`).join("");
}
function formatTable(result, paint, columns) {
	let shown = result.points.slice(0, 30);
	if (shown.length === 0) return [];
	let hasTime = shown.some(({ timestamp }) => timestamp !== shown[0]?.timestamp), heads = {
		path: "Path",
		value: "Value",
		unit: "Unit",
		time: hasTime ? "Time" : ""
	}, rows = shown.map((point) => toRow(point, hasTime)), widths = measure([heads, ...rows], columns), [head = "", ...body] = [heads, ...rows].map((row) => formatRow(row, widths)), rest = result.linesMade - shown.length, more = rest > 0 ? [paint("faint", `\u2026 and ${formatCounted(rest, "more metric")}`)] : [];
	return [
		paint("head", head),
		...body,
		...more
	];
}
function toRow({ path, value, timestamp }, hasTime) {
	let time = hasTime ? formatInstant(timestamp) ?? String(timestamp) : "";
	return {
		path: toCell(path),
		value: toCell(value),
		unit: findUnit(path),
		time
	};
}
function toCell(text) {
	return require_index.i(require_index.l(text));
}
function measure(rows, columns = Infinity) {
	let widest = (key) => rows.reduce((most, row) => Math.max(most, row[key].length), 0), others = {
		value: widest("value"),
		unit: widest("unit"),
		time: widest("time")
	}, taken = others.value + others.unit + others.time + 6, room = Math.max(20, columns - taken);
	return {
		path: Math.min(widest("path"), room),
		...others
	};
}
function formatRow(row, widths) {
	return [
		(row.path.length > widths.path ? `\u2026${[...row.path].slice(1 - widths.path).join("")}` : row.path).padEnd(widths.path),
		row.value.padStart(widths.value),
		row.unit.padEnd(widths.unit),
		row.time
	].join("  ").trimEnd();
}
// src/report/verdict.ts
function formatVerdict(result) {
	let amount = formatAmount(result), server = result.server ?? "no server", undelivered = formatUndelivered(result), kept = undelivered === void 0 ? "" : ` ${undelivered}`;
	switch (result.delivery) {
		case "confirmed": return `Confirmed: ${amount}; ${server} closed after reading everything.${formatReadBack(result)}`;
		case "sent": {
			let readBack = formatReadBack(result);
			return `Sent, not confirmed: ${amount}; ${server} did not close in time${readBack === "" ? ", so nobody knows what it read." : `.${readBack}`}${kept}`;
		}
		case "failed": return formatFailure(result, amount);
		case "skipped": return "Skipped: there was nothing to send.";
		case "dry-run": return `Dry run: ${count(result.linesMade, "line")} made, nothing sent.`;
	}
}
function isMissing({ missing = 0 }) {
	return missing > 0;
}
function formatFailure(result, amount) {
	let { lines, missing, server } = result;
	return lines === 0 ? `Failed: nothing was delivered${server === void 0 ? "" : ` to ${server}`}.` : isMissing(result) ? `Failed: ${amount} went to ${server}, and ${missing} of them ${missing === 1 ? "was" : "were"} not read back.` : `Failed: only ${amount} went to ${server} before.`;
}
function formatReadBack({ verified = 0 }) {
	return verified === 0 ? "" : ` Graphite shows ${verified === 1 ? "the point" : `all ${verified} points`}.`;
}
function formatUndelivered(result) {
	if (result.undeliveredFile !== void 0) return `What was not ${isMissing(result) && result.missing === result.undelivered ? "read back" : "confirmed"} is kept for replay in ${require_index.l(result.undeliveredFile)} (${count(result.kept ?? result.undelivered, "line")}).`;
}
function formatConnectionErrors({ delivery, attempts, connectionErrors = [] }) {
	if (connectionErrors.length === 0 || delivery !== "confirmed" && delivery !== "sent") return;
	let connections = count(attempts, "connection");
	return `${delivery === "confirmed" ? `Delivered with ${connections}, after` : `Sent with ${connections}, besides`}: ${connectionErrors.join(" ")}`;
}
function formatRenames(result) {
	if (result.renamedCount === 0) return;
	let shown = result.renamed.slice(0, 10).map(({ from, to }) => `"${cutName(from)}" \u2192 ${cutName(to)}`), rest = result.renamedCount - shown.length, more = rest > 0 ? `, \u2026 and ${rest} more` : "";
	return `${result.renamedCount === 1 ? "A name was" : `${result.renamedCount} names were`} changed to what every receiver keeps: ${shown.join(", ")}${more}.`;
}
function formatAmount(result) {
	return `${count(result.lines, "metric")} in ${count(result.batches, "batch")} (${count(result.bytes, "byte")})`;
}
function count(number, word) {
	let plural = word.endsWith("ch") ? `${word}es` : `${word}s`;
	return `${number} ${number === 1 ? word : plural}`;
}
function cutName(text) {
	return require_index.l(text.length > 60 ? `${text.slice(0, 60)}\u2026` : text);
}
function formatLocation(result) {
	let [first] = result.points;
	return first === void 0 ? "" : result.linesMade === 1 ? ` Path: ${first.path}` : ` First path: ${first.path}`;
}
function listWarnings({ warnings }) {
	let rest = warnings.length - 50;
	return rest > 0 ? [...warnings.slice(0, 50), `\u2026 and ${formatCounted(rest, "more warning")}.`] : warnings;
}
// src/cli/exact.ts
function refuseCommands(lines, env) {
	let [command] = env.GITHUB_ACTIONS === "true" ? /^::.*|^.*##\[.*/m.exec(lines) ?? [] : [];
	if (command !== void 0) throw new require_index.o([{
		location: "--dry-run",
		rule: "a line with \"::\" at its start or \"##[\" is a command to the runner, and is not printed",
		value: command,
		cure: "Give a group, or use --json."
	}]);
}
function toJson(value) {
	return `${JSON.stringify(value).replaceAll("##", "#\\u0023")}\n`;
}
function printExact(lines, { console, env }) {
	refuseCommands(lines, env), console.exact(lines);
}
// src/cli/name-flags.ts
const FLAGS = new Map(require_index.t.filter(({ faces }) => faces.includes("cli")).map(({ name, cli }) => [name, `--${cli?.option ?? name}`]));
function nameFlag(location) {
	return location.replace(/^[a-z]+(?:-[a-z]+)*(?=$|[ ,:])/, (word) => FLAGS.get(word) ?? word);
}
function formatWithFlags(error) {
	if (!(error instanceof require_index.o)) return error.message;
	let { count, consequence } = error;
	return new require_index.o(error.faults.map((fault) => ({
		...fault,
		location: nameFlag(fault.location)
	})), {
		count,
		consequence
	}).message;
}
// src/cli/print-result.ts
function printResult(result, flags, console) {
	if (flags.json === !0) console.exact(toJson(result)), result.delivery === "sent" && console.err(formatVerdict(result));
	else if (flags.debug === !0 && tellPoints(result, console), flags.quiet !== !0 && tellTable(result, console), result.delivery === "sent" && console.err(formatVerdict(result)), flags.quiet !== !0) {
		for (let message of [
			formatConnectionErrors(result),
			formatRenames(result),
			formatNumbered(result),
			...listWarnings(result).map(nameFlag)
		]) message !== void 0 && console.err(message);
		result.delivery === "dry-run" ? console.err(formatVerdict(result)) : result.delivery !== "sent" && console.out(`${formatVerdict(result)}${formatLocation(result)}`);
	}
}
function tellTable(result, console) {
	let { columns, isTerminal, hasColour } = console.screen;
	result.delivery !== "dry-run" && hasMoreToShow(result, isTerminal) && console.exact(formatText(result, {
		columns,
		hasColour
	}));
}
function printError(error, flags, console) {
	let { result } = error, wasDelivered = result !== void 0 && result.delivery !== "failed";
	if (wasDelivered && flags.json !== !0 && printResult(result, flags, console), flags.json === !0) {
		let faults = error instanceof require_index.o ? { faults: error.faults } : {}, report = {
			delivery: "failed",
			...result,
			error: formatWithFlags(error),
			...faults
		};
		console.exact(toJson(report));
	}
	console.err(`carbonclient: ${formatWithFlags(error)}`), error instanceof require_index.s && error.inputError !== void 0 && console.err(`carbonclient: ${formatWithFlags(error.inputError)}`), result !== void 0 && !wasDelivered && result.lines > 0 && !isMissing(result) && console.err(formatVerdict(result));
	let kept = result === void 0 ? void 0 : formatUndelivered(result);
	kept === void 0 ? result !== void 0 && result.undelivered > 0 && isLost(flags) && console.err("What was not delivered is not kept: --spool <folder> keeps it, for --replay.") : console.err(kept), flags.debug === !0 && error.cause instanceof Error && console.err(error.cause.stack ?? "");
}
function isLost({ spool, replay }) {
	return spool === void 0 && replay === void 0;
}
function tellPoints(result, console) {
	for (let { path, value, timestamp } of result.points) console.err(`${path} ${value} ${timestamp}`);
}
function startProgress(totalBytes) {
	let { stderr } = process;
	if (totalBytes === void 0 || totalBytes === 0 || !stderr.isTTY) return;
	let read = 0, drawnAt = 0;
	return {
		add(bytes) {
			read += bytes;
			let now = performance.now();
			now - drawnAt < 100 || (drawnAt = now, stderr.write(`\r${formatBar(read / totalBytes)}`));
		},
		end() {
			drawnAt > 0 && stderr.write("\r\x1B[K");
		}
	};
}
function formatBar(share) {
	let part = Math.min(1, Math.max(0, share)), full = Math.round(part * 30);
	return `[${"#".repeat(full)}${" ".repeat(30 - full)}] ${String(Math.floor(part * 100)).padStart(3)} %`;
}
// src/cli/pairs.ts
function toTags(pairs, faults) {
	let tags = [];
	for (let pair of pairs) {
		let [name = "", ...rest] = pair.split("=");
		rest.length === 0 ? faults.add({
			location: "--tag",
			rule: "a tag is name=value",
			value: pair,
			cure: "Add \"=value\"."
		}) : tags.some(([earlier]) => earlier === name) ? faults.add({
			location: "--tag",
			rule: "a tag is given once",
			value: pair,
			cure: "Keep one."
		}) : tags.push([name, rest.join("=")]);
	}
	return Object.fromEntries(tags);
}
function toSizes(pairs, faults) {
	let sizes = new Map();
	for (let pair of pairs) {
		let [name = "", ...rest] = pair.split("=");
		rest.length === 0 ? faults.add({
			location: "--size",
			rule: "a size is name=glob",
			value: pair,
			cure: "Add \"=\" and the files."
		}) : sizes.set(name, [...sizes.get(name) ?? [], rest.join("=")]);
	}
	return sizes.size === 0 ? void 0 : Object.fromEntries(sizes);
}
// src/cli/to-options.ts
function toOptions(flags, context) {
	let text = (name) => typeof flags[name] == "string" ? flags[name] : void 0, list = (name) => Array.isArray(flags[name]) ? flags[name] : [];
	return {
		server: text("server"),
		port: text("port"),
		group: text("group"),
		source: text("source"),
		metric: text("metric"),
		value: text("value"),
		dataFile: list("data"),
		dataFormat: "data",
		file: list("file"),
		replay: list("replay"),
		junit: list("junit"),
		junitSuites: flags.junitSuites === !0,
		coverage: list("coverage"),
		sizes: toSizes(list("size"), context.faults),
		onBadReport: text("onBadReport"),
		ifNoFilesFound: text("ifNoFilesFound"),
		followSymbolicLinks: flags.followSymbolicLinks === !0,
		scope: text("scope"),
		jobStatus: text("jobStatus"),
		jobStartedAt: text("jobStartedAt"),
		jobAttempt: text("jobAttempt"),
		windowSize: text("windowSize"),
		tags: toTags(list("tag"), context.faults),
		timestamp: text("timestamp"),
		extraCharacters: text("extraCharacters"),
		batchSize: text("batchSize"),
		timeout: text("timeout"),
		retries: text("retries"),
		spool: text("spool"),
		tls: flags.tls === !0,
		tlsCa: text("tlsCa"),
		tlsCert: text("tlsCert"),
		tlsKey: text("tlsKey"),
		tlsServerName: text("tlsServerName"),
		verify: flags.verify === !0,
		graphiteUrl: text("graphiteUrl"),
		verifyTimeout: text("verifyTimeout"),
		graphiteUser: text("graphiteUser"),
		graphitePassword: context.env.GRAPHITE_PASSWORD,
		graphiteToken: context.env.GRAPHITE_TOKEN,
		connectTimeout: text("connectTimeout"),
		writeTimeout: text("writeTimeout"),
		confirmTimeout: text("confirmTimeout"),
		dryRun: flags.dryRun === !0,
		onDryRun: flags.json === !0 ? void 0 : (lines) => printExact(lines, context)
	};
}
// src/cli/publish-command.ts
async function runPublish(flags, io, { collected = [], stopping = stopOnSignal() } = {}) {
	let { console, env } = io, faults = new Faults(), options = toOptions(flags, {
		...io,
		faults
	}), { signal } = stopping, progress = flags.quiet === !0 ? void 0 : await startProgress(await sizeOf(flags.file));
	try {
		let found = [...collected, ...await askWhereUseful(flags, options, {
			env,
			signal,
			faults
		})], result = await publish({
			...options,
			signal
		}, {
			...await findContext(flags, options, env),
			faults,
			stdin: process.stdin,
			onRead: progress?.add,
			...found.length === 0 ? {} : { collected: joinCollected(found) },
			sendsCollectedDespiteFaults: collected.length > 0
		});
		return progress?.end(), printResult(result, flags, console), 0;
	} catch (error) {
		if (progress?.end(), !(error instanceof require_index.a)) throw error;
		return printError(error, flags, console), error instanceof require_index.o ? 2 : 1;
	} finally {
		stopping.end(), signal.aborted && process.stdin.destroy();
	}
}
async function askWhereUseful(flags, options, context) {
	let { env, faults, signal } = context, token = readToken(flags, {
		env,
		faults
	});
	if (token === void 0) return [];
	let { checkOptions } = await Promise.resolve().then(() => require("./check-options.js"));
	return await checkOptions(options, await findContext(flags, options, env)) === void 0 ? [await askGithub(token, flags, {
		matrix: findMatrix(flags),
		env,
		signal
	})] : [];
}
async function sizeOf(files) {
	if (!Array.isArray(files) || files.length === 0 || files.includes("-")) return;
	let total = (await Promise.all(files.map((file) => (0, node_fs_promises.stat)(file).then(({ size }) => size, () => NaN)))).reduce((sum, size) => sum + size, 0);
	return Number.isNaN(total) ? void 0 : total;
}
exports._ = Faults, exports.a = readToken, exports.c = ScalarReader, exports.d = findTagFaults, exports.f = MAX_TIMESTAMP, exports.g = readMetric, exports.h = toAbortError, exports.i = findContext, exports.l = Budget, exports.m = formatStream, exports.n = printError, exports.o = publish, exports.p = parseTimestamp, exports.r = refuseCommands, exports.runPublish = runPublish, exports.s = prepare, exports.t = toOptions, exports.u = joinChunks;
