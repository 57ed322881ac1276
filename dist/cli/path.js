const require_index = require("./index.js"), require_batch = require("./batch.js"), require_batch_builder = require("./batch-builder.js"), require_hash_text = require("./hash-text.js");
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
const COMBINING_MARKS = /[\u0300-\u036f]/g;
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
Object.defineProperty(exports, "a", {
	enumerable: !0,
	get: function() {
		return joinPath;
	}
}), Object.defineProperty(exports, "i", {
	enumerable: !0,
	get: function() {
		return formatSource;
	}
}), Object.defineProperty(exports, "n", {
	enumerable: !0,
	get: function() {
		return createPathRules;
	}
}), Object.defineProperty(exports, "o", {
	enumerable: !0,
	get: function() {
		return formatStream;
	}
}), Object.defineProperty(exports, "r", {
	enumerable: !0,
	get: function() {
		return findLongNode;
	}
}), Object.defineProperty(exports, "s", {
	enumerable: !0,
	get: function() {
		return formatWhole;
	}
}), Object.defineProperty(exports, "t", {
	enumerable: !0,
	get: function() {
		return "!#$%&+<=>@^`~";
	}
});
