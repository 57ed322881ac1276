const require_index = require("./index.js"), require_guard_stream = require("./guard-stream.js"), require_usingCtx = require("./usingCtx.js");
let node_path = require("node:path"), node_crypto = require("node:crypto"), node_fs = require("node:fs"), node_fs_promises = require("node:fs/promises");
// src/collect/full-lines.ts
const NODE = "[A-Za-z0-9_:!#$%&+<=>@^`~-]{1,250}", FULL_LINE = RegExp(`^(${NODE}(?:\\.${NODE})*(?:;(?!name=)[\\x22-\\x3a\\x3c\\x3e-\\x5d\\x5f-\\x7e]{1,200}=[\\x21-\\x3a\\x3c-\\x7d][\\x21-\\x3a\\x3c-\\x7e]{0,199})*) ([+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?) ([1-9]\\d{0,9})$`);
function createLineChecker(origin, faults) {
	return {
		startWindow: () => {},
		format(line, batches) {
			let match = FULL_LINE.exec(line.text), location = `${origin}, line ${line.number}`;
			if (match === null || !line.ended) {
				let cause = line.ended ? "one space between the fields, no CR" : "and ends with a line feed", cure = line.ended ? cureOf(line.text) : "Was the file cut off?";
				faults.add({
					location,
					rule: `a line to replay is "path value timestamp", ${cause}`,
					value: line.text,
					cure
				});
				return;
			}
			let [, path = "", value, timestamp] = match;
			if (!hasSortedTags(path)) faults.add({
				location,
				rule: "tags stand in the order of their names, each once",
				value: line.text,
				cure: "Sort them."
			});
			else if (line.text.length >= 8192) faults.add({
				location,
				rule: `a line has at most ${require_index.g} bytes`,
				value: line.text
			});
			else if (Number(timestamp) > 4294967295 || !Number.isFinite(Number(value))) {
				let rule = `a value is finite and a timestamp at most ${require_index.d} (seconds)`;
				faults.add({
					location,
					rule,
					value: line.text,
					cure: "Correct or remove the line."
				});
			} else batches.append(line.text), batches.append("\n"), batches.endLine();
		}
	};
}
function cureOf(text) {
	return / \d{12,}$/.test(text) ? "The timestamp looks like milliseconds: divide it by 1000." : "Other lines are for data-file, or for --file on the command line.";
}
function hasSortedTags(path) {
	let names = path.split(";").slice(1).map((tag) => tag.slice(0, tag.indexOf("=")));
	return names.every((name, index) => index === 0 || (names[index - 1] ?? "") < name);
}
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
async function replay(run, file, windows) {
	let { delivery, linesMade: linesBefore } = run, replayed = file !== void 0 && !run.config.dryRun && isSpooled(file) ? new ReplayedFile(file) : void 0;
	delivery.failure === void 0 && await sendWindows(run, windows, replayed), file !== void 0 && (delivery.failure !== void 0 && await countRest(run, file, run.linesMade - linesBefore), await replayed?.keepRest());
}
async function sendWindows(run, windows, replayed) {
	let { delivery } = run;
	try {
		for await (let window of windows) {
			let lost = await run.send(window, {
				budget: void 0,
				keeper: void 0
			});
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
// src/publish/send-streams.ts
async function sendStreams({ streams, replays }, { run, lines, rules }) {
	let streamRules = {
		...rules,
		consequence: () => run.describeSent()
	}, guard = {
		faults: rules.faults,
		signal: run.signal
	};
	for (let stream of streams) {
		lines.startWindow();
		let items = require_guard_stream.t(stream.items, guard);
		await run.sendStream(require_index.m(items, collecting(stream, lines), streamRules));
	}
	for (let { file, origin, lines: written } of replays) {
		let checker = createLineChecker(origin, rules.faults);
		await replay(run, file, require_index.m(require_guard_stream.t(written, guard), checker, streamRules));
	}
}
function collecting(stream, lines) {
	return {
		startWindow: () => lines.startWindow(),
		format: (item, batches) => {
			let metric = stream.collect(item);
			metric !== void 0 && lines.formatWritten(metric, batches);
		}
	};
}
exports.sendStreams = sendStreams;
