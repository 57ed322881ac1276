const require_open_found = require("./open-found.js");
let node_stream_promises = require("node:stream/promises");
// src/read/measure-files.ts
const READ_BYTES = 262144;
async function measureFiles(files, signal) {
	let measuring = new Measuring(signal), queue = files.values();
	return await Promise.all(Array.from({ length: 2 }, async () => {
		for (let file of queue) await measuring.add(file);
	})), measuring.sums();
}
var Measuring = class {
	#signal;
	#seen = new Set();
	#problems = [];
	#problemCount = 0;
	#bytes = 0;
	#gzipBytes = 0;
	#files = 0;
	constructor(signal) {
		this.#signal = signal;
	}
	sums() {
		return {
			bytes: this.#bytes,
			gzipBytes: this.#gzipBytes,
			files: this.#files,
			problems: this.#problems,
			problemCount: this.#problemCount
		};
	}
	async add(file) {
		this.#signal?.throwIfAborted();
		try {
			let handle = await require_open_found.t(file);
			try {
				let status = await handle.stat({ bigint: !0 });
				if (this.#isSeen(status)) return;
				let { bytes, gzipBytes } = await this.#compress(handle, Number(status.size));
				this.#bytes += bytes, this.#gzipBytes += gzipBytes, this.#files += 1;
			} finally {
				await handle.close();
			}
		} catch (error) {
			let bad = require_open_found.i(error, file);
			if (!(bad instanceof require_open_found.a)) throw bad;
			this.#problemCount += 1, this.#problems.length < 20 && this.#problems.push(bad.fault);
		}
	}
	#isSeen({ dev, ino, nlink }) {
		if (nlink <= 1n || ino === 0n) return !1;
		let identity = `${dev}:${ino}`, isSeen = this.#seen.has(identity);
		return this.#seen.add(identity), isSeen;
	}
	async #compress(handle, size) {
		let chunks = readFirst(handle, size);
		return size <= READ_BYTES ? compressAtOnce(chunks) : compressStream(chunks, this.#signal);
	}
};
async function compressAtOnce(chunks) {
	let { gzipSync } = await import("node:zlib"), content = [];
	for await (let chunk of chunks) content.push(chunk);
	let bytes = Buffer.concat(content);
	return {
		bytes: bytes.length,
		gzipBytes: gzipSync(bytes, { level: 6 }).length
	};
}
async function compressStream(chunks, signal) {
	let { createGzip } = await import("node:zlib"), counted = {
		bytes: 0,
		gzipBytes: 0
	};
	return await (0, node_stream_promises.pipeline)(chunks, async function* (contents) {
		for await (let content of contents) counted.bytes += content.length, yield content;
	}, createGzip({ level: 6 }), async (zipped) => {
		for await (let chunk of zipped) counted.gzipBytes += chunk.length;
	}, ...signal === void 0 ? [] : [{ signal }]), counted;
}
async function* readFirst(handle, size) {
	for (let position = 0; position < size;) {
		let buffer = Buffer.allocUnsafe(Math.min(READ_BYTES, size - position)), { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
		if (bytesRead === 0) return;
		position += bytesRead, yield buffer.subarray(0, bytesRead);
	}
}
exports.measureFiles = measureFiles;
