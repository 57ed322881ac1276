const require_read_xml = require("./read-xml.js"), require_hit_set = require("./hit-set.js"), require_open_found = require("./open-found.js"), COUNT = /^\s*(-)?(\d{1,400}(?:\.\d{0,400})?)(?:[eE][+-]?\d{1,9})?\s*$/;
function isHitCount(text) {
	let match = COUNT.exec(text);
	if (match !== null) return match[1] === void 0 && /[1-9]/.test(match[2] ?? "");
}
function parseLineNumber(text, rule) {
	let number = parseWhole(text);
	if (number === void 0 || number > 1073741823) throw require_hit_set.w(`${rule} is a whole number up to ${require_hit_set.m}`, text ?? "");
	return number;
}
function parseWhole(text) {
	if (text === void 0 || !/^\s*\d{1,16}\s*$/.test(text)) return;
	let number = Number(text);
	return Number.isSafeInteger(number) ? number : void 0;
}
function toCounts(covered, total) {
	if (!(covered === void 0 || total === void 0 || covered > total)) return {
		covered,
		total
	};
}
// src/collect/coverage/formats/occurrences.ts
var Occurrences = class {
	#seen = new Map();
	rename(name, key) {
		let before = this.#seen.get(key) ?? 0;
		return this.#seen.set(key, before + 1), before === 0 ? name : `${name}\0${before}`;
	}
	clear() {
		this.#seen.clear();
	}
};
// src/collect/coverage/formats/clover-file.ts
const MAX_LINES_OF_A_FILE = 1e6;
var CloverFile = class {
	metrics = new Map();
	source;
	#report;
	#statements = [];
	#methods = [];
	#conditions = [];
	#size = 0;
	constructor(report, source) {
		this.#report = report, this.source = source;
	}
	addStatement(line, isHit) {
		this.#count(), this.#statements.push({
			line,
			isHit
		}), this.source.layer("lines").add(line, 0, isHit);
	}
	addMethod(method) {
		this.#count(), this.#methods.push(method);
	}
	addCondition(condition) {
		this.#count(), this.#conditions.push(condition);
	}
	finish() {
		this.#agree("statements", sumHits(this.#statements)) ? this.#addStatements() : this.#addMetrics("statements"), this.#agree("functions", sumHits(this.#methods)) ? this.#addMethods() : this.#addMetrics("functions");
		let read = this.#listReadings().find((way) => this.#agree("branches", sum(this.#conditions, way)));
		if (read === void 0) this.#addMetrics("branches");
		else for (let condition of this.#conditions) this.source.addBranches(condition.line, read(condition));
	}
	#listReadings() {
		return this.metrics.has("branches") && this.#conditions.every(({ isStatement }) => isStatement) ? [asBranches, asHits] : [asHits, asBranches];
	}
	#agree(kind, { covered, total }) {
		let metrics = this.metrics.get(kind);
		return metrics === void 0 || metrics.covered === covered && metrics.total === total;
	}
	#addMetrics(kind) {
		let metrics = this.metrics.get(kind);
		metrics !== void 0 && this.source.addSum(kind, metrics);
	}
	#count() {
		if (this.#size += 1, this.#size > MAX_LINES_OF_A_FILE) throw require_hit_set.E(`a source file has at most ${MAX_LINES_OF_A_FILE} lines`);
	}
	#addStatements() {
		let occurrences = new Occurrences();
		for (let { line, isHit } of this.#statements) {
			let id = this.#report.nameId(occurrences.rename("", line));
			this.source.layer("cloverStatements").add(line, id, isHit);
		}
	}
	#addMethods() {
		let occurrences = new Occurrences();
		for (let { line, name, isHit } of this.#methods) {
			let id = this.#report.nameId(occurrences.rename(name, `${line} ${name}`));
			this.source.layer("cloverMethods").add(line, id, isHit);
		}
	}
};
function sumHits(places) {
	return {
		covered: places.filter(({ isHit }) => isHit).length,
		total: places.length
	};
}
function sum(conditions, read) {
	let [covered, total] = [0, 0];
	for (let condition of conditions) {
		let counts = read(condition);
		covered += counts.covered, total += counts.total;
	}
	return {
		covered,
		total
	};
}
function asHits({ trueCount, falseCount }) {
	return {
		covered: Number(trueCount > 0) + Number(falseCount > 0),
		total: 2
	};
}
function asBranches({ trueCount, falseCount }) {
	return {
		covered: trueCount,
		total: trueCount + falseCount
	};
}
// src/collect/coverage/formats/clover.ts
const METRICS = [
	[
		"statements",
		"statements",
		"coveredstatements"
	],
	[
		"branches",
		"conditionals",
		"coveredconditionals"
	],
	[
		"functions",
		"methods",
		"coveredmethods"
	]
];
var CloverHandler = class {
	#report;
	#givenLabel;
	#parents = [];
	#projectName = "";
	#wholeMetrics = new Map();
	#isOfTests = !1;
	#file;
	constructor(report, label) {
		this.#report = report, this.#givenLabel = label, report.know("lines"), report.know("statements");
	}
	open(name, attributes) {
		let parent = this.#parents.at(-1);
		this.#parents.push(name), name === "testproject" && (this.#isOfTests = !0), this.#isOfTests || (name === "line" ? this.#addLine(attributes) : name === "file" ? this.#openFile(attributes) : name === "metrics" ? this.#addMetrics(attributes, parent) : name === "project" && (this.#projectName = require_read_xml.t(attributes.name ?? "")));
	}
	close(name) {
		this.#parents.pop(), name === "testproject" ? this.#isOfTests = !1 : name === "file" ? (this.#file?.finish(), this.#file = void 0) : name === "coverage" && this.#report.addWhole(this.#givenLabel ?? this.#projectName, this.#wholeMetrics);
	}
	#openFile({ name, path }) {
		let place = path === void 0 || path === "" ? name : path;
		if (place === void 0 || place === "") throw require_hit_set.w("a file has a path or a name", "");
		this.#file = new CloverFile(this.#report, this.#report.source(require_read_xml.t(place)));
	}
	#addMetrics(attributes, parent) {
		if (parent !== "file" && parent !== "project") return;
		let metrics = new Map();
		for (let [kind, total, covered] of METRICS) {
			if (attributes[total] === void 0) continue;
			let counts = toCounts(parseWhole(attributes[covered] ?? "0"), parseWhole(attributes[total]));
			if (counts === void 0) throw require_hit_set.w(`${covered} and ${total} are such numbers`, `${attributes[covered]}, ${attributes[total]}`);
			metrics.set(kind, counts);
		}
		if (parent === "project") this.#wholeMetrics = metrics;
		else for (let [kind, counts] of metrics) this.#file?.metrics.set(kind, counts);
	}
	#addLine({ num, type, count, truecount, falsecount, signature, name }) {
		let file = this.#file;
		if (file === void 0) return;
		let line = parseLineNumber(num, "the number (num) of a line");
		type === "method" ? file.addMethod({
			line,
			name: require_read_xml.t(signature ?? name ?? ""),
			isHit: parseHits$1(count, line)
		}) : type === "cond" && truecount !== void 0 && falsecount !== void 0 && (file.addCondition({
			line,
			trueCount: parseCount(truecount, line),
			falseCount: parseCount(falsecount, line),
			isStatement: count !== void 0
		}), count === void 0) || file.addStatement(line, parseHits$1(count, line));
	}
};
function parseHits$1(text, line) {
	let isHit = isHitCount(text ?? "");
	if (isHit === void 0) throw require_hit_set.w(`line ${line} has a count`, text ?? "");
	return isHit;
}
function parseCount(text, line) {
	return parseHits$1(text, line) ? parseWhole(text) ?? Infinity : 0;
}
// src/collect/coverage/formats/cobertura.ts
const MAX_SOURCE_FOLDERS = 1e3;
var CoberturaHandler = class {
	folders = [];
	#report;
	#label;
	#sums = new Map();
	#folder;
	#source;
	#className = "";
	#method;
	#occurrences = new Occurrences();
	constructor(report, label) {
		this.#report = report, this.#label = label, report.know("lines");
	}
	open(name, attributes) {
		name === "line" ? this.#addLine(attributes) : name === "method" ? this.#openMethod(attributes) : name === "class" ? this.#openClass(attributes) : name === "lines" ? this.#openLines() : name === "source" ? this.#folder = "" : name === "coverage" && this.#addSums(attributes);
	}
	text(text) {
		this.#folder !== void 0 && (this.#folder += text);
	}
	close(name) {
		name === "method" ? this.#closeMethod() : name === "class" ? this.#source = void 0 : name === "source" ? this.#closeFolder() : name === "coverage" && this.#finish();
	}
	#closeFolder() {
		let folder = this.#folder?.trim();
		if (this.#folder = void 0, folder !== void 0) {
			if (this.folders.length >= MAX_SOURCE_FOLDERS) throw require_hit_set.E(`a report has at most ${MAX_SOURCE_FOLDERS} source folders`);
			this.folders.push(require_read_xml.t(folder));
		}
	}
	#openClass(attributes) {
		let { filename, name } = attributes;
		if (filename === void 0 || filename === "") throw require_hit_set.w("a class has a filename", name ?? "");
		this.#source = this.#report.source(require_read_xml.t(filename)), this.#className = name ?? "", this.#occurrences.clear();
	}
	#openLines() {
		this.#method === void 0 && this.#source?.layer("lines");
	}
	#openMethod({ name, signature, hits, "line-rate": rate }) {
		let isHit = isHitCount(hits ?? rate ?? "0") ?? !1;
		this.#method = {
			name: `${this.#className} ${name} ${signature}`,
			line: void 0,
			isHit
		};
	}
	#closeMethod() {
		let method = this.#method;
		if (this.#method = void 0, method === void 0 || this.#source === void 0) return;
		let line = method.line ?? 0, name = this.#occurrences.rename(method.name, `${line} ${method.name}`);
		this.#source.layer("coberturaMethods").add(line, this.#report.nameId(name), method.isHit);
	}
	#addLine(attributes) {
		if (this.#source === void 0) return;
		let line = parseLineNumber(attributes.number, "the number of a line"), isHit = isHitCount(attributes.hits ?? "");
		if (isHit === void 0) throw require_hit_set.w(`line ${line} has a number of hits`, attributes.hits ?? "");
		let method = this.#method;
		method !== void 0 && (method.line === void 0 ? Object.assign(method, {
			line,
			isHit
		}) : isHit && (method.isHit = !0)), this.#source.layer(method === void 0 ? "lines" : "methodLines").add(line, 0, isHit);
		let { branch, "condition-coverage": conditions } = attributes;
		(branch !== void 0 || conditions !== void 0) && this.#report.know("branches"), conditions !== void 0 && this.#addBranches(line, conditions);
	}
	#addBranches(line, text) {
		let [, covered, total] = /\((\d+)\s*\/\s*(\d+)\)/.exec(text) ?? [];
		if (covered === void 0 || total === void 0) return;
		let counts = toCounts(parseWhole(covered), parseWhole(total));
		if (counts === void 0) throw require_hit_set.w(`line ${line} covers at most all of its branches`, text);
		this.#source?.addBranches(line, counts, this.#method === void 0 ? "countedBranches" : "methodBranches");
	}
	#addSums(attributes) {
		let lines = toCounts(parseWhole(attributes["lines-covered"]), parseWhole(attributes["lines-valid"]));
		lines !== void 0 && this.#sums.set("lines", lines);
		let branches = toCounts(parseWhole(attributes["branches-covered"]), parseWhole(attributes["branches-valid"]));
		branches !== void 0 && this.#sums.set("branches", branches);
	}
	#finish() {
		for (let { layers } of this.#report.sources.values()) {
			let lines = layers.get("methodLines"), branches = layers.get("methodBranches");
			layers.delete("methodLines"), layers.delete("methodBranches"), layers.has("lines") || (lines !== void 0 && layers.set("lines", lines), branches !== void 0 && layers.set("countedBranches", branches));
		}
		this.#report.addWhole(this.#label, this.#sums);
	}
};
// src/collect/coverage/formats/jacoco.ts
const KINDS = new Map([
	["LINE", "lines"],
	["BRANCH", "branches"],
	["METHOD", "functions"]
]);
var JacocoHandler = class {
	#report;
	#givenLabel;
	#wholeSums = new Map();
	#modules = [];
	#parents = [];
	#occurrences = new Occurrences();
	#package = "";
	#class;
	#sourceFile;
	#method;
	#classSums = new Map();
	#fileSums = new Map();
	constructor(report, label) {
		this.#report = report, this.#givenLabel = label, report.know("lines");
	}
	open(name, attributes) {
		let parent = this.#parents.at(-1);
		this.#parents.push(name), name === "counter" ? this.#addCounter(attributes, parent) : name === "line" ? this.#addLine(attributes) : name === "method" ? this.#openMethod(attributes) : name === "class" ? this.#openClass(attributes) : name === "sourcefile" ? this.#openSourceFile(attributes) : name === "package" ? this.#package = require_read_xml.t(attributes.name ?? "") : (name === "group" || name === "report") && this.#modules.push(require_read_xml.t(attributes.name ?? ""));
	}
	close(name) {
		this.#parents.pop(), name === "method" ? this.#method = void 0 : name === "class" ? this.#class = void 0 : name === "sourcefile" ? this.#sourceFile = void 0 : name === "package" ? this.#closePackage() : name === "group" ? this.#modules.pop() : name === "report" && this.#report.addWhole(this.#givenLabel ?? this.#modules[0] ?? "", this.#wholeSums);
	}
	#source(name) {
		if (/[\\/]/.test(name)) return this.#report.source(require_read_xml.t(name));
		let path = this.#package === "" ? name : `${this.#package}/${name}`;
		return this.#report.source(require_read_xml.t(path), this.#modules.at(-1) ?? "");
	}
	#openClass({ name = "", sourcefilename }) {
		let baseName = name.slice(name.lastIndexOf("/") + 1), source = this.#source(sourcefilename ?? baseName), sums = this.#classSums.get(source) ?? new Map();
		this.#classSums.set(source, sums), this.#class = {
			name,
			source,
			sums
		}, this.#occurrences.clear();
	}
	#openMethod({ name, desc, line }) {
		let number = line === void 0 ? 0 : parseLineNumber(line, "the line of a method");
		this.#method = {
			name: `${this.#class?.name} ${name}${desc}`,
			line: number
		};
	}
	#openSourceFile({ name }) {
		if (name === void 0 || name === "") throw require_hit_set.w("a source file has a name", this.#package);
		let source = this.#source(name), sums = new Map();
		this.#fileSums.set(source, sums), this.#sourceFile = {
			source,
			sums
		};
	}
	#addLine(attributes) {
		let source = this.#sourceFile?.source;
		if (source === void 0) return;
		let line = parseLineNumber(attributes.nr, "the number (nr) of a line"), isHit = isHitCount(attributes.ci ?? "");
		if (isHit === void 0) throw require_hit_set.w(`line ${line} has a number of covered instructions (ci)`, attributes.ci ?? "");
		source.layer("lines").add(line, 0, isHit);
		let { mb, cb } = attributes;
		if (mb === void 0 && cb === void 0) return;
		let [missed, covered] = [parseWhole(mb ?? "0"), parseWhole(cb ?? "0")];
		if (missed === void 0 || covered === void 0) throw require_hit_set.w(`line ${line} has numbers of branches (mb, cb)`, `${mb}, ${cb}`);
		this.#report.know("branches"), missed + covered > 0 && source.addBranches(line, {
			covered,
			total: missed + covered
		});
	}
	#addCounter(attributes, parent) {
		let kind = KINDS.get(attributes.type);
		if (kind === void 0) return;
		let [missed, covered] = [parseWhole(attributes.missed), parseWhole(attributes.covered)];
		if (missed === void 0 || covered === void 0) throw require_hit_set.w("a counter has the numbers missed and covered", `${attributes.missed}, ${attributes.covered}`);
		this.#report.know(kind);
		let counts = {
			covered,
			total: missed + covered
		};
		parent === "method" ? kind === "functions" && this.#addMethod(counts) : parent === "class" ? add(this.#class?.sums, kind, counts) : parent === "sourcefile" ? add(this.#sourceFile?.sums, kind, counts) : parent === "report" && add(this.#wholeSums, kind, counts);
	}
	#addMethod({ covered }) {
		if (this.#class === void 0 || this.#method === void 0) return;
		let { name, line } = this.#method, id = this.#report.nameId(this.#occurrences.rename(name, `${line} ${name}`));
		this.#class.source.layer("jacocoMethods").add(line, id, covered > 0);
	}
	#closePackage() {
		for (let source of new Set([...this.#fileSums.keys(), ...this.#classSums.keys()])) {
			let sums = new Map([...this.#classSums.get(source) ?? [], ...this.#fileSums.get(source) ?? []]);
			for (let [kind, counts] of sums) source.layers.has(kind === "functions" ? "jacocoMethods" : "lines") || source.addSum(kind, counts);
		}
		this.#classSums.clear(), this.#fileSums.clear();
	}
};
function add(sums, kind, { covered, total }) {
	let before = sums?.get(kind);
	sums?.set(kind, {
		covered: (before?.covered ?? 0) + covered,
		total: (before?.total ?? 0) + total
	});
}
// src/collect/coverage/formats/coverage-xml.ts
var CoverageXmlHandler = class {
	#report;
	#label;
	#root;
	#handler;
	constructor(report, label) {
		this.#report = report, this.#label = label;
	}
	get folders() {
		return this.#handler instanceof CoberturaHandler ? this.#handler.folders : [];
	}
	open(name, attributes) {
		this.#root === void 0 ? this.#root = {
			name,
			attributes
		} : this.#choose(name).open(name, attributes);
	}
	text(text) {
		this.#handler?.text?.(text);
	}
	close(name) {
		this.#choose(void 0).close(name);
	}
	#choose(child) {
		if (this.#handler !== void 0) return this.#handler;
		let { name, attributes } = this.#root ?? {
			name: "",
			attributes: {}
		};
		return this.#handler = this.#create({
			name,
			attributes,
			child
		}), this.#handler.open(name, attributes), this.#handler;
	}
	#create({ name, attributes, child }) {
		let isCobertura = child === "sources" || child === "packages" || (child ?? "line-rate") in attributes;
		if (name === "coverage" && isCobertura) return new CoberturaHandler(this.#report, this.#label ?? "");
		let isClover = child === "project" || child === "testproject" || (child ?? "clover") in attributes;
		if (name === "coverage" && isClover) return new CloverHandler(this.#report, this.#label);
		let isJacoco = [
			"sessioninfo",
			"group",
			"package",
			"counter",
			void 0
		].includes(child);
		if (name === "report" && isJacoco) return new JacocoHandler(this.#report, this.#label);
		throw require_hit_set.T("XML with other elements", child === void 0 ? `<${name}>` : `<${name}><${child}>`);
	}
};
// src/collect/coverage/formats/find-start.ts
const MARK = Uint8Array.of(239, 187, 191), BLANKS = new Set([
	32,
	9,
	10,
	13
]);
async function findStart(chunks) {
	let iterator = chunks[Symbol.asyncIterator](), start = new Uint8Array(), skippedLines = 0, marked = 0, isInside = !1;
	for (; start.length < 4;) {
		let { value, done } = await iterator.next();
		if (done === !0) break;
		let index = 0;
		for (; !isInside && index < value.length; index += 1) {
			let byte = value[index];
			if (marked < MARK.length && byte === MARK[marked] ? marked += 1 : marked > 0 && marked < MARK.length ? (start = MARK.slice(0, marked), isInside = !0) : BLANKS.has(byte) ? byte === 10 && (skippedLines += 1) : isInside = !0, isInside) break;
		}
		isInside && (start = join(start, value.subarray(index)));
	}
	if (start.length === 0) throw new require_open_found.a({
		rule: "the file is empty",
		cure: "Did the tool that writes it run?"
	});
	return {
		start,
		chunks: prepend(start, iterator),
		skippedLines
	};
}
async function* prepend(start, rest) {
	yield start;
	for (let next = await rest.next(); next.done !== !0; next = await rest.next()) yield next.value;
}
function join(before, after) {
	let joined = new Uint8Array(before.length + after.length);
	return joined.set(before), joined.set(after, before.length), joined;
}
var JsonGauge = class {
	#isInText = !1;
	#isEscaped = !1;
	#depth = 0;
	#values = 1;
	push(bytes) {
		for (let byte of bytes) this.#isInText ? this.#passText(byte) : byte === 34 ? this.#isInText = !0 : byte === 44 ? this.#values += 1 : isOpening(byte) ? this.#open() : isClosing(byte) && --this.#depth;
		if (this.#values > 4e6) throw require_hit_set.E(`a report in JSON has at most ${require_hit_set.f} values`);
	}
	#passText(byte) {
		this.#isEscaped ? this.#isEscaped = !1 : byte === 92 ? this.#isEscaped = !0 : byte === 34 && (this.#isInText = !1);
	}
	#open() {
		if (this.#values += 1, this.#depth += 1, this.#depth > 32) throw require_hit_set.T("JSON that nests more than 32 deep");
	}
};
function isOpening(byte) {
	return byte === 91 || byte === 123;
}
function isClosing(byte) {
	return byte === 93 || byte === 125;
}
// src/collect/coverage/formats/istanbul.ts
async function parseIstanbul(chunks, { report, label }) {
	let entries = Object.entries(parseObject(await readText(chunks))), summaries = entries.map(([path, value]) => [path, findSums(value, path)]);
	if (!summaries.some(([, sums]) => sums.size > 0)) {
		let keys = entries.slice(0, 5).map(([key]) => key);
		throw require_hit_set.T("JSON with other keys", keys.join(", "));
	}
	let strange = summaries.find(([, sums]) => sums.size === 0);
	if (strange !== void 0) throw require_hit_set.w("each file of Istanbul's summary has sums", strange[0]);
	let all = new Map();
	for (let [path, sums] of summaries) if (path === "total") all = sums;
	else for (let [kind, counts] of sums) report.source(path).addSum(kind, counts);
	for (let kind of all.keys()) report.know(kind);
	report.addWhole(label ?? "", all);
}
async function readText(chunks) {
	let decoder = new TextDecoder(), gauge = new JsonGauge(), text = "", bytes = 0;
	for await (let chunk of chunks) {
		if (bytes += chunk.length, bytes > 33554432) throw require_hit_set.E(`a report in JSON has at most ${require_hit_set.d} bytes`);
		gauge.push(chunk), text += decoder.decode(chunk, { stream: !0 });
	}
	return text + decoder.decode();
}
function parseObject(text) {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw require_hit_set.w("this is not well-formed JSON", error.message);
	}
}
function findSums(value, path) {
	let sums = new Map();
	for (let kind of require_hit_set.a) {
		let found = readField(value, kind), [covered, total] = [readField(found, "covered"), readField(found, "total")];
		if (covered !== void 0 || total !== void 0) {
			if (!isCount(covered) || !isCount(total) || covered > total) throw require_hit_set.w(`the ${kind} of ${JSON.stringify(path.slice(0, 200))} have the whole numbers covered and total`, JSON.stringify(found));
			sums.set(kind, {
				covered,
				total
			});
		}
	}
	return sums;
}
function readField(value, name) {
	return typeof value == "object" && value ? value[name] : void 0;
}
function isCount(value) {
	return Number.isSafeInteger(value) && value >= 0;
}
// src/collect/coverage/formats/lcov-functions.ts
var LcovFunctions = class {
	#report;
	#lines = new Map();
	#hits = new Map();
	#groups = new Map();
	#entries = 0;
	constructor(report) {
		this.#report = report;
	}
	add(text) {
		let [, record, first, rest] = /^(FN|FNDA|FNL|FNA):([^,]*),(.*)$/s.exec(text) ?? [];
		if (record === void 0 || first === void 0 || rest === void 0) return !1;
		if (this.#entries += 1, this.#entries > 4e5) throw require_hit_set.E(`a source file has at most ${require_hit_set.u} functions`);
		if (record === "FN") {
			let name = /^(?:\d+,)?(.*)$/s.exec(rest)?.[1] ?? "";
			push(this.#lines, name, parseLineNumber(first, "the line of a function"));
		} else if (record === "FNDA") push(this.#hits, rest, parseHits(first));
		else if (record === "FNL") {
			let line = parseLineNumber(rest.split(",", 1)[0], "the line of a function");
			this.#groups.set(first, {
				line,
				isHit: this.#groups.get(first)?.isHit ?? !1
			});
		} else {
			let group = this.#groups.get(first);
			if (group === void 0) throw require_hit_set.w("FNA follows on the FNL of the same index", text);
			parseHits(rest.split(",", 1)[0] ?? "") && (group.isHit = !0);
		}
		return !0;
	}
	get isEmpty() {
		return this.#entries === 0;
	}
	finish(source) {
		if (this.#entries === 0) return;
		for (let name of new Set([...this.#lines.keys(), ...this.#hits.keys()])) {
			let hits = this.#hits.get(name) ?? [], lines = this.#lines.get(name) ?? [0], occurrences = new Occurrences();
			lines.forEach((line, index) => {
				let isHit = index === lines.length - 1 ? hits.includes(!0, index) : hits[index] === !0;
				source.layer("lcovFunctions").add(line, this.#report.nameId(occurrences.rename(name, line)), isHit);
			});
		}
		let occurrences = new Occurrences();
		for (let { line, isHit } of this.#groups.values()) source.layer("lcovFunctionGroups").add(line, this.#report.nameId(occurrences.rename("", line)), isHit);
		this.#lines.clear(), this.#hits.clear(), this.#groups.clear(), this.#entries = 0;
	}
};
function parseHits(text) {
	let hits = isHitCount(text);
	if (hits === void 0) throw require_hit_set.w("the count of a function is a number", text);
	return hits;
}
function push(lists, name, value) {
	let list = lists.get(name);
	list === void 0 ? lists.set(name, [value]) : list.push(value);
}
// src/collect/coverage/formats/lcov-numbers.ts
const [A, B, D, R] = [
	65,
	66,
	68,
	82
], MANY_BRANCHES = 4096;
function readPlace(bytes, range, into) {
	let { start, end } = range;
	return bytes[start] === D ? bytes[start + 1] === A && bytes[start + 2] === 58 && readHits(bytes, {
		start: start + 3,
		end
	}, into) : bytes[start] !== B || bytes[start + 1] !== R || bytes[start + 2] !== D ? !1 : bytes[start + 3] === A && bytes[start + 4] === 58 && readBranch(bytes, {
		start: start + 5,
		end
	}, into);
}
function readHits(bytes, range, into) {
	let { start, end } = range, index = start, line = 0;
	for (; index < end; index += 1) {
		let byte = bytes[index];
		if (byte < 48 || byte > 57) break;
		line = line * 10 + byte - 48;
	}
	if (index === start || bytes[index] !== 44 || line > 1073741823) return !1;
	let count = index + 1, isHit = !1;
	for (index = count; index < end; index += 1) {
		let byte = bytes[index];
		if (byte === 44) break;
		if (byte < 48 || byte > 57) return !1;
		byte !== 48 && (isHit = !0);
	}
	return into.kind = "line", into.line = line, into.isHit = isHit, index > count;
}
function readBranch(bytes, range, into) {
	let field = 0, digits = 0, number = 0, block = 0, branch = 0;
	into.kind = "branch", into.isHit = !1;
	for (let index = range.start; index < range.end; index += 1) {
		let byte = bytes[index];
		if (byte === 44) {
			if (digits === 0) return !1;
			field === 0 ? into.line = number : field === 1 ? block = number : branch = number, field += 1, digits = 0, number = 0;
		} else if (byte >= 48 && byte <= 57) {
			if (digits > 0 && number === 0 && field < 3) return !1;
			digits += 1, number = number * 10 + byte - 48;
		} else {
			if (byte !== 45 || field !== 3 || digits > 0 || index !== range.end - 1) return !1;
			digits = 1;
		}
	}
	return field !== 3 || digits === 0 || into.line > 1073741823 || block >= 65536 || branch >= 4096 ? !1 : (into.branch = block * MANY_BRANCHES + branch, into.isHit = number > 0, !0);
}
var LineCutter = class {
	#take;
	#maxBytes;
	#onTooLong;
	#parts = [];
	#partBytes = 0;
	constructor(options) {
		this.#take = options.take, this.#maxBytes = options.maxBytes, this.#onTooLong = options.onTooLong;
	}
	push(chunk) {
		let start = 0;
		for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) this.#partBytes === 0 ? this.#takeLine(chunk, start, end) : this.#takeParts(chunk.subarray(start, end)), start = end + 1;
		start < chunk.length && this.#keep(chunk.subarray(start));
	}
	end() {
		this.#partBytes > 0 && this.#takeParts(new Uint8Array());
	}
	#keep(part) {
		this.#partBytes += part.length, this.#partBytes > this.#maxBytes && this.#onTooLong(), this.#parts.push(part.slice());
	}
	#takeParts(last) {
		this.#keep(last);
		let line = new Uint8Array(this.#partBytes), length = 0;
		for (let part of this.#parts) line.set(part, length), length += part.length;
		this.#parts = [], this.#partBytes = 0, this.#takeLine(line, 0, length);
	}
	#takeLine(bytes, start, end) {
		end - start > this.#maxBytes && this.#onTooLong();
		let hasReturn = end > start && bytes[end - 1] === 13;
		this.#take(bytes, start, hasReturn ? end - 1 : end);
	}
};
// src/collect/coverage/formats/lcov-parser.ts
const BRANCH = /^BRDA:(\d+),[ef]?(U?)(\d+),(.*),([^,]+)$/s, SUM = /^(LF|LH|BRF|BRH|FNF|FNH):(.*)$/s, OTHER = /^[A-Z]{2,8}:/, SUMS = [
	[
		"lines",
		"LF",
		"LH"
	],
	[
		"branches",
		"BRF",
		"BRH"
	],
	[
		"functions",
		"FNF",
		"FNH"
	]
];
var LcovParser = class {
	#report;
	#functions;
	#decoder = new TextDecoder();
	#branchIds = new Map();
	#lines;
	#place = {
		kind: "line",
		line: 0,
		branch: 0,
		isHit: !1
	};
	#number;
	#sawStart = !1;
	#source;
	#isFirstRecord = !1;
	#hasLines = !1;
	#hasBranches = !1;
	#sums = new Map();
	constructor(report, options) {
		this.#report = report, this.#number = options.skippedLines, this.#functions = new LcovFunctions(report), this.#lines = new LineCutter({
			take: (bytes, start, end) => this.#parseLine(bytes, start, end),
			maxBytes: require_hit_set.p,
			onTooLong: () => {
				throw this.#number += 1, this.#locate(require_hit_set.E(`a line of an lcov report has at most ${require_hit_set.p} bytes`));
			}
		}), report.know("lines");
	}
	push(chunk) {
		this.#lines.push(chunk);
	}
	end() {
		if (this.#lines.end(), !this.#sawStart) throw require_hit_set.T("nothing but comments");
		if (this.#source !== void 0) throw this.#locate(require_hit_set.w("the record of a source file ends with end_of_record", this.#source.path));
		if (this.#report.sources.size === 0) throw this.#locate(require_hit_set.w("an lcov report has a record (SF) for each source file", ""));
	}
	#parseLine(bytes, start, end) {
		this.#number += 1;
		let place = this.#place;
		if (this.#source !== void 0 && readPlace(bytes, {
			start,
			end
		}, place)) place.kind === "line" ? this.#addLine(place.line, place.isHit) : this.#addBranch(place.line, this.#branchId(place.branch), place.isHit);
		else try {
			this.#parseText(this.#decoder.decode(bytes.subarray(start, end)));
		} catch (error) {
			throw error instanceof require_open_found.a ? this.#locate(error) : error;
		}
	}
	#branchId(branch) {
		let id = this.#branchIds.get(branch);
		return id === void 0 && (id = this.#report.nameId(`${Math.floor(branch / MANY_BRANCHES)},${branch % MANY_BRANCHES}`), this.#branchIds.set(branch, id)), id;
	}
	#parseText(text) {
		text === "" || text.startsWith("#") || (text.startsWith("SF:") ? this.#openRecord(text.slice(3)) : text.startsWith("TN:") ? this.#sawStart = !0 : this.#source === void 0 ? this.#refuse(text) : text === "end_of_record" ? this.#closeRecord(this.#source) : this.#functions.add(text) || this.#parseOther(text));
	}
	#refuse(text) {
		throw this.#sawStart ? require_hit_set.w("outside of a record (SF \u2026 end_of_record) an lcov report has nothing", text) : require_hit_set.T("another text", text.slice(0, 60));
	}
	#openRecord(path) {
		if (this.#sawStart = !0, this.#source !== void 0) throw require_hit_set.w("end_of_record comes before the next SF", path);
		if (path.trim() === "") throw require_hit_set.w("SF names a source file", path);
		let { size } = this.#report.sources;
		this.#source = this.#report.source(path), this.#isFirstRecord = this.#report.sources.size > size;
	}
	#parseOther(text) {
		if (text.startsWith("DA:")) {
			let [line, count = ""] = text.slice(3).split(","), isHit = isHitCount(count);
			if (isHit === void 0) throw require_hit_set.w("DA is a line and its number of hits", text);
			this.#addLine(parseLineNumber(line, "the line of DA"), isHit);
			return;
		}
		if (text.startsWith("BRDA:")) {
			let [, line, unreachable, block, branch, taken = ""] = BRANCH.exec(text) ?? [], isHit = taken !== "-" && isHitCount(taken);
			if (line === void 0 || isHit === void 0) throw require_hit_set.w("BRDA is a line, a block, a branch and how often it was taken", text);
			let number = parseLineNumber(line, "the line of BRDA");
			unreachable === "" && this.#addBranch(number, this.#report.nameId(`${block},${branch}`), isHit);
			return;
		}
		let [, name, value] = SUM.exec(text) ?? [];
		if (name !== void 0) {
			let sum = parseWhole(value);
			if (sum === void 0) throw require_hit_set.w(`${name} is a whole number`, text);
			this.#sums.set(name, sum);
		} else if (!OTHER.test(text) || /^FN/.test(text)) throw require_hit_set.w("a line of an lcov report begins with a record it knows", text);
	}
	#addLine(line, isHit) {
		this.#hasLines = !0, this.#source?.layer("lines").add(line, 0, isHit);
	}
	#addBranch(line, id, isHit) {
		this.#hasBranches = !0, this.#source?.layer("lcovBranches").add(line, id, isHit);
	}
	#closeRecord(source) {
		let has = {
			lines: this.#hasLines,
			branches: this.#hasBranches,
			functions: !this.#functions.isEmpty
		};
		for (let [kind, found, hit] of SUMS) {
			let total = this.#sums.get(found);
			if (has[kind] === !0 || total === void 0) continue;
			let counts = toCounts(this.#sums.get(hit) ?? 0, total);
			if (counts === void 0) throw require_hit_set.w(`${hit} is at most ${found}`, String(this.#sums.get(hit)));
			source.addSum(kind, counts);
		}
		this.#functions.finish(source), this.#isFirstRecord && source.shrink(), this.#sums.clear(), this.#source = void 0, this.#hasLines = !1, this.#hasBranches = !1;
	}
	#locate({ fault }) {
		return new require_open_found.a({
			...fault,
			rule: `${fault.rule} (line ${this.#number})`
		});
	}
};
// src/collect/coverage/source-path.ts
function normalizePath(path) {
	let slashed = path.replaceAll("\\", "/").replace(/^[A-Z]:(?=\/|$)/, (drive) => drive.toLowerCase()), isRooted = slashed.startsWith("/"), kept = [];
	for (let part of slashed.split("/")) part !== "" && part !== "." && (part === ".." && kept.length > 0 && kept.at(-1) !== ".." ? (kept.length > 1 || !/^[a-z]:$/.test(kept[0] ?? "")) && kept.pop() : part === ".." && isRooted || kept.push(part));
	return (isRooted ? "/" : "") + kept.join("/");
}
function isAbsolute(path) {
	return /^(?:[\\/]|[A-Za-z]:(?:[\\/]|$))/.test(path);
}
function joinPaths(base, path) {
	return normalizePath(isAbsolute(path) ? path : `${base}/${path === "" ? "." : path}`);
}
function relativeTo(root, path) {
	let folder = normalizePath(root);
	return folder === "/" ? path.slice(1) : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}
// src/collect/coverage/locate-sources.ts
async function locateSources(paths, where) {
	let { given } = where, bases = listBases(where), isFile = bases.length > 1 ? given.isFile : void 0, questions = 0, latest, find = async (path) => {
		for (let base of latest === void 0 ? bases : [latest, ...bases]) {
			if (isFile === void 0 || questions >= 2e4) break;
			questions += 1;
			let candidate = joinPaths(base, path);
			if (await isFile(candidate)) return latest = base, candidate;
		}
		return joinPaths(latest ?? joinPaths(given.root, where.folders[0] ?? ""), path);
	}, located = new Map();
	for (let path of paths) {
		let found = isAbsolute(path) ? normalizePath(path) : await find(path);
		located.set(path, relativeTo(given.root, found));
	}
	return located;
}
function listBases({ given, folders }) {
	let above = listFoldersAbove(given), bases = (folders.length === 0 ? [""] : folders).flatMap((folder) => isAbsolute(folder) ? [normalizePath(folder)] : above.map((base) => joinPaths(base, folder)));
	return [...new Set(bases)];
}
function listFoldersAbove({ root, path }) {
	let top = normalizePath(root), folders = [], folder = path === void 0 ? top : joinPaths(top, path).replace(/\/?[^/]*$/, "");
	for (; folder.startsWith(`${top}/`);) folders.push(folder), folder = folder.replace(/\/[^/]*$/, "");
	return [...folders, top];
}
// src/collect/coverage/report-builder.ts
var SourceBuilder = class {
	path;
	module;
	layers = new Map();
	sums = new Map();
	#report;
	constructor(report, place) {
		this.#report = report, this.path = place.path, this.module = place.module;
	}
	layer(layer) {
		let set = this.layers.get(layer);
		return set === void 0 && (set = new require_hit_set.t(this.#report), this.layers.set(layer, set), this.#report.know(require_hit_set.o[layer])), set;
	}
	addBranches(line, { covered, total }, layer = "countedBranches") {
		if (total > 1e4) throw require_hit_set.E(`a line has at most ${require_hit_set.c} branches`);
		let branches = this.layer(layer);
		for (let branch = 0; branch < total; branch += 1) branches.add(line, branch, branch < covered);
	}
	shrink() {
		for (let set of this.layers.values()) set.shrink();
	}
	addSum(kind, counts) {
		this.sums.set(kind, require_hit_set.s(this.sums.get(kind), counts)), this.#report.know(kind);
	}
}, ReportBuilder = class {
	sources = new Map();
	#kinds = new Set();
	#names = new Map([["", 0]]);
	#characters = 0;
	#places = 0;
	source(path, module) {
		let key = module === void 0 ? path : `${module}\0${path}`, source = this.sources.get(key);
		if (source === void 0) {
			if (key.length > 4096) throw require_hit_set.E(`the path of a source file has at most ${require_hit_set._} characters`);
			if (this.sources.size >= 1e5) throw require_hit_set.E(`a report has at most ${require_hit_set.l} source files`);
			this.#countCharacters(key), source = new SourceBuilder(this, {
				path,
				module
			}), this.sources.set(key, source);
		}
		return source;
	}
	nameId(name) {
		let id = this.#names.get(name);
		if (id === void 0) {
			if (id = this.#names.size, id >= 2e6) throw require_hit_set.E(`a report has at most ${require_hit_set.h} names of functions and branches`);
			this.#countCharacters(name), this.#names.set(name, id);
		}
		return id;
	}
	addWhole(label, sums) {
		if (!(this.sources.size > 0)) for (let [kind, counts] of sums) counts.total > 0 && this.source("", `whole\0${label}`).addSum(kind, counts);
	}
	know(kind) {
		this.#kinds.add(kind);
	}
	grow(places) {
		this.#places += places, places > 0 && this.#places > 2e7 && this.#shrink();
	}
	finish(locate) {
		return this.#shrink(), {
			files: [...this.sources.values()].map((source) => ({
				path: source.module === void 0 ? locate(source.path) : source.path,
				module: source.module,
				layers: new Map([...source.layers].map(([layer, set]) => [layer, set.sorted()])),
				sums: source.sums
			})),
			kinds: this.#kinds,
			names: [...this.#names.keys()]
		};
	}
	#shrink() {
		for (let source of this.sources.values()) source.shrink();
		if (this.#places > 1e7) throw require_hit_set.E(`a report has at most ${require_hit_set.v} lines, branches and functions`);
	}
	#countCharacters(text) {
		if (this.#characters += text.length, this.#characters > 67108864) throw require_hit_set.E(`the names in a report have at most ${require_hit_set.g} characters together`);
	}
};
// src/collect/coverage/parse-coverage.ts
const STARTS_OF_UTF16 = new Set([
	255,
	254,
	0
]);
async function parseCoverage(chunks, given) {
	let iterator = chunks[Symbol.asyncIterator]();
	try {
		let stream = await findStart({ [Symbol.asyncIterator]: () => iterator }), report = new ReportBuilder(), folders = await parse(stream, {
			report,
			label: given.path
		}), located = await locateSources([...report.sources.values()].filter(({ module }) => module === void 0).map(({ path }) => path), {
			given,
			folders
		});
		return report.finish((path) => located.get(path) ?? path);
	} finally {
		await iterator.return?.();
	}
}
async function parse({ start, chunks, skippedLines }, into) {
	let [first] = start;
	if (first === 60 || STARTS_OF_UTF16.has(first)) {
		if (!start.subarray(0, 4).includes(60)) throw require_hit_set.T("something else (text in UTF-16, or no text)");
		let handler = new CoverageXmlHandler(into.report, into.label);
		return await require_read_xml.n(chunks, handler), handler.folders;
	}
	if (first === 123) return await parseIstanbul(chunks, into), [];
	let parser = new LcovParser(into.report, { skippedLines });
	for await (let chunk of chunks) parser.push(chunk);
	return parser.end(), [];
}
exports.parseCoverage = parseCoverage;
