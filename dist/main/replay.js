const require_index = require("./index.js"), require_usingCtx = require("./usingCtx.js");
let node_path = require("node:path"), node_crypto = require("node:crypto"), node_fs = require("node:fs"), node_fs_promises = require("node:fs/promises");
async function countLines(file) {
	let lines = 0, last = 10;
	try {
		for await (let chunk of (0, node_fs.createReadStream)(file)) {
			for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
			last = chunk.at(-1) ?? last;
		}
	} catch (error) {
		if (error instanceof Error && "code" in error) return;
		throw error;
	}
	return last === 10 ? lines : lines + 1;
}
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
	async keepRest() {
		if (this.#confirmedBytes === 0 && this.#replayedBytes > 0) return;
		let partial = (0, node_path.join)((0, node_path.dirname)(this.#path), `.${(0, node_path.basename)(this.#path)}.${(0, node_crypto.randomBytes)(4).toString("hex")}.part`);
		try {
			if (await this.#isAllConfirmed()) return await (0, node_fs_promises.rm)(this.#path, { force: !0 });
			let bytes = await this.#writeRest(partial);
			bytes === void 0 ? await (0, node_fs_promises.rm)(partial, { force: !0 }) : bytes === 0 ? await Promise.all([this.#path, partial].map((path) => (0, node_fs_promises.rm)(path, { force: !0 }))) : await (0, node_fs_promises.rename)(partial, this.#path);
		} catch (error) {
			if (await (0, node_fs_promises.rm)(partial, { force: !0 }).catch(() => {}), !(error instanceof Error && "code" in error)) throw error;
		}
	}
	async #isAllConfirmed() {
		try {
			var _usingCtx$1 = require_usingCtx.t();
			if (this.#unconfirmed.length > 0 || this.#lost.length > 0) return !1;
			let file = _usingCtx$1.a(await this.#open()), stats = await file.stat();
			return stats.isFile() && stats.size === this.#replayedBytes && await this.#isSame(file);
		} catch (_) {
			_usingCtx$1.e = _;
		} finally {
			await _usingCtx$1.d();
		}
	}
	async #writeRest(partial) {
		try {
			var _usingCtx3 = require_usingCtx.t();
			let file = _usingCtx3.a(await this.#open());
			if (!(await file.stat()).isFile()) return;
			let rest = _usingCtx3.a(await (0, node_fs_promises.open)(partial, "wx", 384));
			for (let range of this.#unconfirmed) await copy(file, rest, range);
			for (let { bytes } of this.#lost) await rest.appendFile(bytes);
			return await copy(file, rest, {
				start: this.#replayedBytes,
				end: Infinity
			}), await this.#isSame(file) ? (await rest.sync(), (await rest.stat()).size) : void 0;
		} catch (_) {
			_usingCtx3.e = _;
		} finally {
			await _usingCtx3.d();
		}
	}
	async #isSame(file) {
		let hash = (0, node_crypto.createHash)("sha256");
		for await (let chunk of readRange(file, {
			start: 0,
			end: this.#replayedBytes
		})) hash.update(chunk);
		return hash.digest().equals(this.#hash.copy().digest());
	}
	#open() {
		let { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = node_fs.constants;
		return (0, node_fs_promises.open)(this.#path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
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
// src/publish/replay.ts
async function replay(sender, file, windows) {
	let { delivery, linesMade: linesBefore } = sender, replayed = file !== void 0 && isSpooled(file) ? new ReplayedFile(file) : void 0;
	delivery.failure === void 0 && await sendWindows(sender, windows, replayed), file !== void 0 && (delivery.failure !== void 0 && await countRest(sender, file, sender.linesMade - linesBefore), await replayed?.keepRest());
}
async function sendWindows(sender, windows, replayed) {
	let { delivery } = sender;
	try {
		for await (let window of windows) {
			let lost = await sender.send(window, {});
			if (replayed?.note(window, {
				isConfirmed: !delivery.isUnconfirmed(window),
				lost
			}), delivery.failure !== void 0) return;
		}
	} catch (error) {
		if (!(error instanceof require_index.Y)) throw error;
		delivery.failure = error;
	}
}
async function countRest({ delivery }, file, linesMade) {
	let lines = await countLines(file);
	lines !== void 0 && (delivery.undelivered += Math.max(0, lines - linesMade));
}
exports.replay = replay;
