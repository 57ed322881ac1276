const require_index = require("./index.js");
let node_path = require("node:path"), node_crypto = require("node:crypto"), node_fs = require("node:fs"), node_os = require("node:os"), node_fs_promises = require("node:fs/promises");
// src/spool/spill-file.ts
var SpillFile = class SpillFile {
	#file;
	#path;
	#sizes = [];
	#end = 0;
	constructor(file, path) {
		this.#file = file, this.#path = path;
	}
	static async open() {
		let path = (0, node_path.join)((0, node_os.tmpdir)(), `carbon-waiting-${(0, node_crypto.randomBytes)(8).toString("hex")}.txt`);
		try {
			let file = await (0, node_fs_promises.open)(path, "wx+", 384);
			return await remove(path), new SpillFile(file, path);
		} catch {
			return;
		}
	}
	async add(window) {
		let bytes = Buffer.concat(window.map((batch) => batch.bytes));
		try {
			let written = 0;
			for (; written < bytes.length;) {
				let { bytesWritten } = await this.#file.write(bytes, written, void 0, this.#end + written);
				written += bytesWritten;
			}
		} catch {
			return !1;
		}
		return this.#sizes.push(bytes.length), this.#end += bytes.length, !0;
	}
	hasLine(line) {
		let position = 0;
		return this.#sizes.some((size) => {
			let bytes = Buffer.allocUnsafe(size);
			for (let read = 0; read < size;) read += checkRead((0, node_fs.readSync)(this.#file.fd, bytes, read, size - read, position + read));
			return position += size, require_index.g(require_index._(bytes), line);
		});
	}
	async *read(batchSize) {
		let position = 0;
		for (let size of this.#sizes) {
			let bytes = Buffer.allocUnsafe(size);
			for (let read = 0; read < size;) {
				let { bytesRead } = await this.#file.read(bytes, read, size - read, position + read);
				read += checkRead(bytesRead);
			}
			position += size, yield require_index.h(bytes, batchSize);
		}
	}
	async close() {
		await this.#file.close(), await remove(this.#path);
	}
};
function checkRead(bytes) {
	if (bytes > 0) return bytes;
	throw new require_index.Y("The temporary file of what waited to be sent was cut short.", { retryable: !1 });
}
async function remove(path) {
	await (0, node_fs_promises.rm)(path, { force: !0 }).catch(() => {});
}
exports.SpillFile = SpillFile;
