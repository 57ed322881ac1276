const require_index = require("./index.js");
let node_path = require("node:path"), node_crypto = require("node:crypto"), node_fs = require("node:fs"), node_fs_promises = require("node:fs/promises");
// src/spool/replayed-file.ts
const SPOOLED = /^undelivered-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z-[0-9a-f]{8}\.txt$/;
function isSpooled(path) {
	return SPOOLED.test((0, node_path.basename)(path));
}
var ReplayedFile = class {
	#path;
	#hash = (0, node_crypto.createHash)("sha256");
	#unconfirmed = [];
	#lost = [];
	#replayedBytes = 0;
	#confirmedBytes = 0;
	constructor(path) {
		this.#path = path;
	}
	note(window, { isConfirmed, lost }) {
		let start = this.#replayedBytes;
		for (let { bytes } of window) this.#hash.update(bytes), this.#replayedBytes += bytes.length;
		isConfirmed ? (this.#confirmedBytes += this.#replayedBytes - start, this.#lost = [...this.#lost, ...lost]) : this.#unconfirmed.push({
			start,
			end: this.#replayedBytes
		});
	}
	async remove() {
		await (0, node_fs_promises.rm)(this.#path, { force: !0 });
	}
	async keepRest() {
		if (this.#confirmedBytes === 0) return;
		let partial = (0, node_path.join)((0, node_path.dirname)(this.#path), `.${(0, node_path.basename)(this.#path)}.${(0, node_crypto.randomBytes)(4).toString("hex")}.part`);
		try {
			let bytes = await this.#writeRest(partial);
			bytes === void 0 ? await (0, node_fs_promises.rm)(partial, { force: !0 }) : bytes === 0 ? await Promise.all([this.remove(), (0, node_fs_promises.rm)(partial, { force: !0 })]) : await (0, node_fs_promises.rename)(partial, this.#path);
		} catch (error) {
			if (await (0, node_fs_promises.rm)(partial, { force: !0 }).catch(() => {}), !(error instanceof Error && "code" in error)) throw error;
		}
	}
	async #writeRest(partial) {
		try {
			var _usingCtx$1 = require_index.C();
			let { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = node_fs.constants, file = _usingCtx$1.a(await (0, node_fs_promises.open)(this.#path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK));
			if (!(await file.stat()).isFile()) return;
			let rest = _usingCtx$1.a(await (0, node_fs_promises.open)(partial, "wx", 384));
			for (let range of this.#unconfirmed) await copy(file, rest, range);
			for (let { bytes } of this.#lost) await rest.appendFile(bytes);
			await copy(file, rest, {
				start: this.#replayedBytes,
				end: Infinity
			});
			let hash = (0, node_crypto.createHash)("sha256");
			for await (let chunk of readRange(file, {
				start: 0,
				end: this.#replayedBytes
			})) hash.update(chunk);
			return hash.digest().equals(this.#hash.copy().digest()) ? (await rest.sync(), (await rest.stat()).size) : void 0;
		} catch (_) {
			_usingCtx$1.e = _;
		} finally {
			await _usingCtx$1.d();
		}
	}
};
async function copy(from, to, range) {
	for await (let chunk of readRange(from, range)) await to.appendFile(chunk);
}
async function* readRange(file, { start, end }) {
	for (let position = start; position < end;) {
		let length = Math.min(262144, end - position), { bytesRead, buffer } = await file.read({
			buffer: Buffer.alloc(length),
			position
		});
		if (bytesRead === 0) return;
		yield buffer.subarray(0, bytesRead), position += bytesRead;
	}
}
exports.ReplayedFile = ReplayedFile, exports.isSpooled = isSpooled;
