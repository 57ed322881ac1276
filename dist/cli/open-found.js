const require_index = require("./index.js");
let node_fs = require("node:fs");
// src/collect/bad-report.ts
var BadReportError = class extends Error {
	name = "BadReportError";
	fault;
	constructor(fault) {
		super(fault.rule), this.fault = fault;
	}
}, open_found_exports = require_index.m({ readInput: () => readInput });
const CURE = "Nothing may change the files while they are read.";
async function openFound(file) {
	try {
		if (!(await node_fs.promises.lstat(file.realPath)).isFile()) throw toChanged(file);
		let { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = node_fs.constants, handle = await node_fs.promises.open(file.realPath, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
		try {
			if (await node_fs.promises.realpath(file.realPath) !== file.realPath || !(await handle.stat()).isFile()) throw toChanged(file);
		} catch (error) {
			throw await handle.close(), error;
		}
		return handle;
	} catch (error) {
		throw toBadReport(error, file);
	}
}
async function* readFound(file) {
	let options = { highWaterMark: 262144 };
	try {
		yield* file.isStream === !0 ? (0, node_fs.createReadStream)(file.realPath, options) : (await openFound(file)).createReadStream(options);
	} catch (error) {
		throw toBadReport(error, file);
	}
}
async function* readInput(file, location) {
	try {
		yield* readFound(file);
	} catch (error) {
		throw error instanceof BadReportError ? new require_index.o([{
			location,
			...error.fault
		}]) : error;
	}
}
function toBadReport(error, file) {
	let { code, message } = error;
	if (error instanceof BadReportError || code === void 0 || code === "ABORT_ERR") return error;
	if (code === "ENOENT") return new BadReportError({
		rule: "the file vanished before it was read",
		value: file.path,
		cure: CURE
	});
	if (code === "ELOOP") return toChanged(file);
	let isRight = code === "EACCES" || code === "EPERM", rule = isRight ? "this user may not read the file" : `the file cannot be read (${message})`, cure = isRight ? "Give this user the right, or leave the file out with \"!\"." : "Make the file again.";
	return new BadReportError({
		rule,
		value: file.path,
		cure
	});
}
function toChanged({ path }) {
	return new BadReportError({
		rule: "it was a regular file, and is none any more",
		value: path,
		cure: CURE
	});
}
Object.defineProperty(exports, "a", {
	enumerable: !0,
	get: function() {
		return BadReportError;
	}
}), Object.defineProperty(exports, "i", {
	enumerable: !0,
	get: function() {
		return toBadReport;
	}
}), Object.defineProperty(exports, "n", {
	enumerable: !0,
	get: function() {
		return open_found_exports;
	}
}), Object.defineProperty(exports, "r", {
	enumerable: !0,
	get: function() {
		return readFound;
	}
}), Object.defineProperty(exports, "t", {
	enumerable: !0,
	get: function() {
		return openFound;
	}
});
