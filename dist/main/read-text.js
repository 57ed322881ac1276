const require_index = require("./index.js");
let node_fs = require("node:fs");
// src/read/read-text.ts
async function readText(path, location) {
	let bytes;
	try {
		bytes = await node_fs.promises.readFile(path);
	} catch (error) {
		throw new require_index.J([explainFileError(error, {
			path,
			location
		})]);
	}
	return decodeText(bytes, location);
}
function decodeText(bytes, location) {
	try {
		return new TextDecoder("utf-8", { fatal: !0 }).decode(bytes);
	} catch {
		throw new require_index.J([{
			location,
			rule: "the file is not UTF-8",
			cure: "Save it as UTF-8."
		}]);
	}
}
function explainFileError(error, file) {
	let { code, message } = error, rule = (code === void 0 ? void 0 : {
		ENOENT: "there is no such file",
		EISDIR: "it is a directory, not a file",
		EACCES: "this user may not read the file"
	}[code]) ?? `the file cannot be read (${message})`;
	return {
		location: file.location,
		rule,
		value: file.path,
		cure: "Give the name of a file."
	};
}
Object.defineProperty(exports, "n", {
	enumerable: !0,
	get: function() {
		return readText;
	}
}), Object.defineProperty(exports, "t", {
	enumerable: !0,
	get: function() {
		return decodeText;
	}
});
