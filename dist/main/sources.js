const require_index = require("./index.js"), require_tree = require("./tree.js"), require_resolve_reports = require("./resolve-reports.js"), require_guard_stream = require("./guard-stream.js"), require_read_text = require("./read-text.js"), STDIN = {
	path: "-",
	realPath: "-",
	isStream: !0
};
// src/collect/plain-line.ts
function collectPlainLine(line, origin, faults) {
	let text = line.text.trim();
	if (text === "") return;
	if (/^#(?:[ \t]|$)/.test(text)) {
		let location = `${origin}, line ${line.number}`;
		faults.add({
			location,
			rule: "a file of lines has no comments",
			value: text,
			cure: "Remove the line."
		});
		return;
	}
	let [name = "", value, timestamp, ...rest] = text.split(/[ \t]+/);
	if (value === void 0 || rest.length > 0) {
		faults.add({
			location: `${origin}, line ${line.number}`,
			rule: "a line is \"path value\" or \"path value timestamp\"",
			value: text,
			cure: "A path has no blanks."
		});
		return;
	}
	let metric = {
		origin,
		lineNumber: line.number,
		name,
		value
	};
	return timestamp === void 0 ? metric : {
		...metric,
		timestamp
	};
}
async function* splitLines(bytes, origin) {
	let decoder = new TextDecoder("utf-8", { fatal: !0 }), pending = "", number = 0, seen = new Uint8Array(), decode = (chunk) => {
		try {
			return chunk === void 0 ? decoder.decode() : decoder.decode(chunk, { stream: !0 });
		} catch {
			let line = number + (chunk === void 0 ? 1 : findBadLine(joinBytes(findCutCharacter(seen), chunk)));
			throw new require_index.J([{
				location: `${origin}, line ${line}`,
				rule: "the file is not UTF-8",
				cure: "Save it as UTF-8 (PowerShell: Out-File -Encoding utf8)."
			}]);
		}
	};
	for await (let chunk of bytes) {
		let parts = (pending + decode(chunk)).split("\n");
		if (seen = chunk.length >= 3 ? chunk.subarray(-3) : joinBytes(seen, chunk).subarray(-3), pending = parts.pop() ?? "", pending.length > 65536) {
			let location = `${origin}, line ${number + parts.length + 1}`;
			throw new require_index.J([{
				location,
				rule: "a line has at most 8192 bytes",
				value: pending,
				cure: "Is this a text file?"
			}]);
		}
		let start = number + 1;
		number += parts.length, yield parts.map((text, index) => ({
			text,
			number: start + index,
			ended: !0
		}));
	}
	pending += decode(), pending !== "" && (yield [{
		text: pending,
		number: number + 1,
		ended: !1
	}]);
}
function findBadLine(bytes) {
	for (let line = 1, start = 0;; line += 1) {
		let end = bytes.indexOf(10, start);
		if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line;
		start = end + 1;
	}
}
function findCutCharacter(end) {
	let start = end.findLastIndex((byte) => byte >= 192 || byte < 128), lead = end[start] ?? 0, length = lead >= 240 ? 4 : lead >= 224 ? 3 : lead >= 192 ? 2 : 1;
	return start >= 0 && end.length - start < length ? end.subarray(start) : new Uint8Array();
}
function joinBytes(before, after) {
	let joined = new Uint8Array(before.length + after.length);
	return joined.set(before), joined.set(after, before.length), joined;
}
function isUtf8(bytes) {
	try {
		return new TextDecoder("utf-8", { fatal: !0 }).decode(bytes), !0;
	} catch {
		return !1;
	}
}
// src/read/data.ts
async function* collectData(data, faults) {
	data === void 0 || data === "" || isStream(data) || (yield typeof data == "string" ? await collectYaml(data, "data", faults) : require_tree.n(data, "data", faults));
}
function isStream(data) {
	return typeof data != "object" || !data || Array.isArray(data) || data instanceof Map ? !1 : Symbol.iterator in data || Symbol.asyncIterator in data;
}
async function openDataFiles(options, given) {
	let { files, faults, face } = given, format = require_resolve_reports.n(options, faults), option = face === "cli" ? "--data" : "data-file";
	return (await files.find(options.dataFile, option)).map((file) => {
		let isTree = format === void 0 ? /\.(?:ya?ml|json)$/i.test(file.path) : format === "data", origin = `${option} ${require_index.Z(file.path)}`, collect = isTree ? collectDocument : collectLines, bytes = files.readBytes(file, origin), { signal } = options, isEndless = file.isStream === !0 && signal !== void 0;
		return files.gather(collect(isEndless ? require_guard_stream.n(bytes, signal) : bytes, origin, faults));
	});
}
async function* collectLines(bytes, origin, faults) {
	for await (let lines of splitLines(bytes, origin)) yield lines.map((line) => collectPlainLine(line, origin, faults)).filter((metric) => metric !== void 0);
}
async function* collectDocument(bytes, origin, faults) {
	let { MAX_DOCUMENT_BYTES, TOO_LONG } = await Promise.resolve().then(() => require("./yaml2.js")), chunks = [], length = 0;
	for await (let chunk of bytes) if (chunks.push(chunk), length += chunk.length, length > MAX_DOCUMENT_BYTES) throw new require_index.J([{
		location: origin,
		...TOO_LONG
	}]);
	yield await collectYaml(require_read_text.t(Buffer.concat(chunks), origin), origin, faults);
}
async function collectYaml(text, origin, faults) {
	let { parseYaml } = await Promise.resolve().then(() => require("./yaml2.js")), tree = await parseYaml(text, origin, faults);
	return tree === void 0 ? [] : require_tree.n(tree, origin, faults);
}
var FileReader = class {
	warnings = [];
	mayFindNone = !1;
	#options;
	#context;
	#faults;
	#policy;
	#followLinks;
	#stdinOption;
	constructor(options, context, faults) {
		this.#options = options, this.#context = context, this.#faults = faults;
	}
	async find(patterns, option) {
		let { stdin, face } = this.#context, names = {
			hasStdin: stdin !== void 0,
			isByOperator: face === "cli"
		}, { files, problems } = await this.#find(patterns, option, {
			folders: "refuse",
			...names
		});
		files.includes(STDIN) && this.#claimStdin(option);
		for (let problem of problems) this.#faults.add(problem);
		return files;
	}
	findReports(patterns, option, folders) {
		return this.#find(patterns, option, { folders });
	}
	async #find(patterns, option, how) {
		let lines = toLines(patterns);
		if (lines.length === 0) return {
			files: [],
			problems: []
		};
		let policy = this.#readPolicy(), followLinks = this.#readFollowLinks(), { findFiles } = await Promise.resolve().then(() => require("./find-files.js")), found = await findFiles(lines, {
			followLinks,
			workspace: this.#context.workspace,
			...how
		}), problems = [];
		for (let { pattern, problem } of found.unmatched) {
			let fault = {
				location: option,
				...problem ?? {
					rule: "no file matches",
					value: pattern,
					cure: "Paths are relative to the current directory."
				}
			};
			policy === "error" ? problems.push(fault) : (policy === "warn" || problem !== void 0) && this.warnings.push(require_index.Q(fault));
		}
		for (let problem of found.problems) this.warnings.push(require_index.Q({
			location: option,
			...problem
		}));
		return {
			files: found.files,
			problems
		};
	}
	#readPolicy() {
		return this.#policy ??= require_resolve_reports.i(this.#options, this.#faults), this.#policy !== "error" && (this.mayFindNone = !0), this.#policy;
	}
	#readFollowLinks() {
		return this.#followLinks ??= require_resolve_reports.r(this.#options, this.#faults), this.#followLinks;
	}
	#claimStdin(option) {
		if (this.#stdinOption !== void 0) {
			let rule = `standard input can be read once, and ${this.#stdinOption} reads it`;
			this.#faults.add({
				location: option,
				rule,
				value: "-",
				cure: "Name a file in one of them."
			});
		}
		this.#stdinOption = option;
	}
	async *readBytes(file, origin) {
		for await (let chunk of await this.#open(file, origin)) this.#context.onRead?.(chunk.length), yield chunk;
	}
	async #open(file, origin) {
		let { stdin } = this.#context;
		return file === STDIN && stdin !== void 0 ? stdin : (await Promise.resolve().then(() => require("./open-found.js")).then((n) => n.n)).readInput(file, origin);
	}
	async *gather(items) {
		try {
			yield* items;
		} catch (error) {
			if (!(error instanceof require_index.J)) throw error;
			for (let fault of error.faults) this.#faults.add(fault);
		}
	}
};
function toLines(patterns) {
	return (Array.isArray(patterns) ? patterns : require_index.et(patterns ?? "").split(/\r?\n/)).map((pattern) => require_index.et(pattern).trim()).filter((pattern) => pattern !== "");
}
// src/read/sources.ts
async function readNamedSources(options, context, faults) {
	let files = new FileReader(options, context, faults), metric = require_index.y(options, faults), dataFiles = await openDataFiles(options, {
		files,
		faults,
		face: context.face
	}), streams = [...await openFiles(options, files, faults), ...openIterable(options.data, faults)], replays = await openReplays(options, files), reports = await readReports(options, {
		files,
		faults,
		nowMs: context.nowMs
	}), found = context.collected, figures = {
		...reports?.figures,
		...found?.figures
	};
	return figures.job !== void 0 && found?.steps !== void 0 && (figures.job = {
		...figures.job,
		steps: found.steps
	}), {
		metrics: require_index.s([
			[metric],
			collectData(options.data, faults),
			...dataFiles
		]),
		collected: [...reports?.metrics ?? [], ...found?.metrics ?? []],
		figures: Object.keys(figures).length === 0 ? void 0 : figures,
		problems: reports?.problems ?? [],
		streams,
		replays,
		warnings: [
			...files.warnings,
			...reports?.warnings ?? [],
			...found?.warnings ?? []
		],
		mayBeEmpty: files.mayFindNone || reports !== void 0 || found !== void 0
	};
}
async function readReports(options, context) {
	let { junit, coverage, sizes, jobStatus, jobStartedAt } = options;
	return [
		junit,
		coverage,
		sizes,
		jobStatus,
		jobStartedAt
	].some((one) => one !== void 0 && one !== "" && !(Array.isArray(one) && one.length === 0)) ? (await Promise.resolve().then(() => require("./reports.js"))).readReports(options, context) : void 0;
}
async function openFiles(options, files, faults) {
	return (await files.find(options.file, "file")).map((file) => {
		let origin = `file ${require_index.Z(file.path)}`;
		return {
			items: splitLines(files.readBytes(file, origin), origin),
			collect: (line) => collectPlainLine(line, origin, faults)
		};
	});
}
function openIterable(data, faults) {
	return isStream(data) ? [{
		items: Symbol.iterator in data ? [data] : toChunks(data),
		collect: require_tree.r("data", faults)
	}] : [];
}
async function openReplays(options, files) {
	return (await files.find(options.replay, "replay")).map((file) => {
		let origin = `replay ${require_index.Z(file.path)}`;
		return {
			file: file.isStream === !0 ? void 0 : file.realPath,
			origin,
			lines: splitLines(files.readBytes(file, origin), origin)
		};
	});
}
async function* toChunks(items) {
	for await (let item of items) yield [item];
}
exports.readNamedSources = readNamedSources, exports.t = STDIN;
