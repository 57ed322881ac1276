const require_index = require("./index.js");
// src/collect/yaml.ts
var yaml_exports = require_index.m({
	MAX_DOCUMENT_BYTES: () => MAX_DOCUMENT_BYTES,
	TOO_LONG: () => TOO_LONG,
	parseYaml: () => parseYaml
});
const MAX_TOKENS = 2e6, MAX_DOCUMENT_BYTES = 67108864, TOO_LONG = {
	rule: "a document of YAML or JSON has at most 64 MiB, and 2 million keys, values, signs and blanks",
	cure: "Write it as \"path value\" lines, of which there may be any number (data-file with data-format: lines, or --file)."
};
async function parseYaml(text, origin, faults) {
	let yaml = await Promise.resolve().then(() => require_index.h(require("./yaml.js").default, 1));
	if (isTooLong(text, yaml)) faults.add({
		location: origin,
		...TOO_LONG
	});
	else try {
		let lines = new yaml.LineCounter(), documents = yaml.parseAllDocuments(text, {
			schema: "failsafe",
			uniqueKeys: !1,
			logLevel: "silent",
			prettyErrors: !1,
			lineCounter: lines
		}), [document] = documents;
		if (document === void 0 || !Array.isArray(documents)) return;
		if (documents.length > 1) {
			faults.add({
				location: origin,
				rule: "data is one YAML document",
				cure: "Remove the \"---\" between documents."
			});
			return;
		}
		let problems = [...document.errors, ...document.warnings];
		if (problems.some(({ message }) => /call stack|stack overflow/i.test(message))) throw RangeError("too deep");
		for (let problem of problems) if (faults.isFull) faults.add({
			location: origin,
			rule: "this is not the YAML of a map"
		});
		else {
			let { line, col } = lines.linePos(problem.pos[0]), rule = `this is not the YAML of a map: ${cutMessage(problem.message.split("\n")[0] ?? "")} at line ${line}, column ${col}`;
			faults.add({
				location: origin,
				rule,
				cure: "Mend it."
			});
		}
		return problems.length > 0 || document.contents === null ? void 0 : toTree(document.contents, {
			yaml,
			origin,
			faults
		});
	} catch (error) {
		let reason = error instanceof RangeError ? "it nests too deep" : cutMessage(error.message);
		faults.add({
			location: origin,
			rule: `this YAML is not understood: ${reason}`,
			cure: "Write a plain map of numbers."
		});
		return;
	}
}
function isTooLong(text, { Lexer }) {
	if (text.length > 67108864) return !0;
	if (3 * text.length <= MAX_TOKENS) return !1;
	let tokens = new Lexer().lex(text);
	for (let count = 0; count <= MAX_TOKENS; count += 1) if (tokens.next().done === !0) return !1;
	return !0;
}
function toTree(node, reading) {
	let { yaml } = reading;
	if (yaml.isScalar(node)) return typeof node.value == "string" ? node.value : String(node.source ?? "");
	if (yaml.isMap(node)) return toMap(node.items, reading);
	if (yaml.isSeq(node)) return node.items.map((item) => toTree(item, reading));
	if (node == null) return "";
	throw Error(yaml.isAlias(node) ? `an alias (*${node.source}) is not followed` : "a node of unknown kind");
}
function toMap(pairs, reading) {
	let map = new Map();
	for (let pair of pairs) {
		let key = keyOf(pair, reading.yaml);
		if (map.has(key)) {
			let location = `${reading.origin}, ${require_index.d(key)}`;
			reading.faults.add({
				location,
				rule: "the same key is given twice",
				cure: "Keep one of them."
			});
		}
		map.set(key, toTree(pair.value, reading));
	}
	return map;
}
function keyOf(pair, yaml) {
	if (pair.key === null) return "";
	if (yaml.isScalar(pair.key)) return String(pair.key.value ?? "");
	throw Error("a key is not a plain name");
}
function cutMessage(message) {
	return require_index.l(message.length > 200 ? `${message.slice(0, 200)}\u2026` : message);
}
Object.defineProperty(exports, "n", {
	enumerable: !0,
	get: function() {
		return yaml_exports;
	}
}), Object.defineProperty(exports, "t", {
	enumerable: !0,
	get: function() {
		return parseYaml;
	}
});
