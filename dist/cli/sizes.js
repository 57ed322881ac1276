const require_index = require("./index.js"), require_publish_command = require("./publish-command.js"), require_yaml = require("./yaml2.js");
// src/collect/sizes.ts
var sizes_exports = require_index.m({
	computeSizes: () => computeSizes,
	parseSizes: () => parseSizes
});
const MAP_CURE = "Write \"name: dist/**\", one name a line.";
async function parseSizes(sizes, origin, faults) {
	if (sizes === void 0) return [];
	let tree = typeof sizes == "string" ? await parseText(sizes, origin, faults) : sizes;
	if (tree === void 0) return [];
	if (!isMap(tree)) {
		let value = Array.isArray(tree) ? "a list" : require_index.f(tree);
		return faults.add({
			location: origin,
			rule: "it is a map of names to globs",
			value,
			cure: MAP_CURE
		}), [];
	}
	return (tree instanceof Map ? [...tree] : Object.entries(tree)).flatMap(([key, value]) => parseEntry({
		name: require_index.f(key).trim(),
		value,
		origin,
		faults
	}));
}
function computeSizes(measured) {
	let present = measured.filter(({ files }) => files > 0);
	return {
		metrics: present.flatMap(({ name, bytes, gzipBytes, files }) => [
			{
				nodes: [
					"size",
					name,
					"bytes"
				],
				value: bytes
			},
			{
				nodes: [
					"size",
					name,
					"gzip_bytes"
				],
				value: gzipBytes
			},
			{
				nodes: [
					"size",
					name,
					"files"
				],
				value: files
			}
		]),
		figures: present.map(({ name, bytes, gzipBytes, files }) => ({
			name,
			bytes,
			gzipBytes,
			files
		}))
	};
}
async function parseText(text, origin, faults) {
	let found = new require_publish_command._(), tree = await require_yaml.t(text, origin, found);
	if (found.count === 0) return tree;
	for (let fault of found.toError().faults) faults.add(/^this .*YAML/.test(fault.rule) ? {
		...fault,
		cure: "Write \"name: glob\" lines, and put a glob that begins with * or ! in quotes."
	} : fault);
}
function parseEntry(entry) {
	let { name, value, faults } = entry;
	if (name === "") return faults.add({
		location: entry.origin,
		rule: "a size needs a name",
		cure: MAP_CURE
	}), [];
	let location = `${entry.origin}, ${require_index.d(name)}`, items = Array.isArray(value) ? value : [value], wrong = items.find((item) => typeof item != "string");
	if (wrong !== void 0 || items.includes(void 0)) return faults.add({
		location,
		rule: "a size is of globs",
		value: isMap(wrong) ? "a map" : require_index.f(wrong),
		cure: "Write a glob, a list of globs, or a text with one glob a line."
	}), [];
	let patterns = items.flatMap((item) => require_index.f(item).split(/\r?\n/)).map((line) => line.trim()).filter((line) => line !== "");
	return patterns.some((pattern) => !/^[!#]/.test(pattern)) ? [{
		name,
		patterns
	}] : (faults.add({
		location,
		rule: "nothing is included",
		value: patterns.join(" "),
		cure: "Name at least one file or glob, without \"!\" before it."
	}), []);
}
function isMap(value) {
	return typeof value == "object" && !!value && !Array.isArray(value);
}
Object.defineProperty(exports, "n", {
	enumerable: !0,
	get: function() {
		return sizes_exports;
	}
}), Object.defineProperty(exports, "t", {
	enumerable: !0,
	get: function() {
		return parseSizes;
	}
});
