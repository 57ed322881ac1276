const require_index = require("./index.js");
let node_path = require("node:path"), node_crypto = require("node:crypto"), node_fs_promises = require("node:fs/promises");
// src/spool/make-folder.ts
async function makeFolder(folder) {
	if (await isFolder(folder)) return;
	let above = (0, node_path.dirname)(folder);
	above !== folder && await makeFolder(above), await (0, node_fs_promises.mkdir)(folder, { mode: 448 }).catch(async (error) => {
		if (!await isFolder(folder)) throw error;
	});
}
async function isFolder(path) {
	return (0, node_fs_promises.stat)(path).then((stats) => stats.isDirectory(), () => !1);
}
// src/spool/spool.ts
var Spool = class {
	#folder;
	#name;
	#file;
	#lines = 0;
	#bytes = 0;
	#finalPath;
	constructor(folder, nowMs) {
		this.#folder = (0, node_path.resolve)(folder);
		let time = new Date(nowMs).toISOString().replace(/[:.]/g, "-");
		this.#name = `undelivered-${time}-${(0, node_crypto.randomBytes)(4).toString("hex")}.txt`;
	}
	get lines() {
		return this.#lines;
	}
	get path() {
		return this.#finalPath;
	}
	async add(window) {
		try {
			this.#file ??= await this.#open();
			for (let { bytes } of window) await this.#file.appendFile(bytes);
		} catch (error) {
			throw await this.#cutBack(), new require_index.X(this.#folder, error);
		}
		for (let { bytes, lines } of window) this.#bytes += bytes.length, this.#lines += lines;
	}
	async finish() {
		if (this.#file !== void 0 && this.#finalPath === void 0) try {
			await this.#file.sync(), await this.#file.close();
			let path = (0, node_path.join)(this.#folder, this.#name);
			await (0, node_fs_promises.rename)(this.#partialPath, path), this.#finalPath = path;
		} catch (error) {
			throw new require_index.X(this.#folder, error);
		}
	}
	async #cutBack() {
		this.#bytes > 0 ? await this.#file?.truncate(this.#bytes).catch(() => {}) : (await this.#file?.close().catch(() => {}), this.#file = void 0, await (0, node_fs_promises.rm)(this.#partialPath, { force: !0 }).catch(() => {}));
	}
	get #partialPath() {
		return (0, node_path.join)(this.#folder, `.${this.#name}.part`);
	}
	async #open() {
		return await makeFolder(this.#folder), (0, node_fs_promises.open)(this.#partialPath, "wx", 384);
	}
};
exports.Spool = Spool;
