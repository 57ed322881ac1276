let node_events = require("node:events"), node_net = require("node:net"), node_buffer = require("node:buffer");
// src/receiver/find-path-fault.ts
const NODE = /^[A-Za-z0-9_:!#$%&+<=>@^`~-]+$/, PRINTABLE = /^[!-~]+$/;
function findPathFault(path) {
	if (path === "") return "a path must not be empty";
	for (let node of path.split(".")) {
		if (node === "") return "a path must be nodes with single dots between them, none of them empty";
		if (node.length > 250) return `a node must be at most 250 bytes, not ${node.length}`;
		if (!NODE.test(node)) return "a node must hold letters, digits, and of the rest only _ - : ! # $ % & + < = > @ ^ ` ~";
	}
}
function findTagFault(tags) {
	let before = "";
	for (let tag of tags) {
		let equals = tag.indexOf("=");
		if (equals === -1) return "a tag must be name=value";
		let name = tag.slice(0, equals), fault = findNameFault(name) ?? findValueFault$1(tag.slice(equals + 1));
		if (fault !== void 0) return fault;
		if (name === before) return "a tag name must be there once only";
		if (name < before) return "tags must be sorted by name";
		before = name;
	}
}
function findNameFault(name) {
	return name === "" ? "a tag name must not be empty" : name === "name" ? "a tag must not be named \"name\", which stands for the path" : name.length > 200 ? `a tag name must be at most 200 bytes, not ${name.length}` : PRINTABLE.test(name) && !/[!^]/.test(name) ? void 0 : "a tag name must be printable ASCII without ; ! ^ =";
}
function findValueFault$1(value) {
	return value === "" ? "a tag value must not be empty" : value.startsWith("~") ? "a tag value must not start with ~" : value.length > 200 ? `a tag value must be at most 200 bytes, not ${value.length}` : PRINTABLE.test(value) ? void 0 : "a tag value must be printable ASCII";
}
// src/receiver/parse-line.ts
const MAX_LINE_BYTES = 8192, LAST_TIMESTAMP = 4294967295;
function parseLine(text) {
	let ended = text.endsWith("\n"), body = ended ? text.slice(0, -1) : text, fields = body.split(" ", 4), [name = "", value = "", timestamp = ""] = fields, [path = "", ...tags] = name.split(";"), reason = findShapeFault({
		text,
		body,
		ended
	}) ?? findFieldFault(body, fields) ?? findPathFault(path) ?? findTagFault(tags) ?? findValueFault(value) ?? findTimestampFault(timestamp);
	return reason === void 0 ? {
		text: body,
		path,
		tags: readTags(tags),
		value: Number(value),
		timestamp: Number(timestamp)
	} : {
		text: body.slice(0, MAX_LINE_BYTES),
		reason
	};
}
function findShapeFault(line) {
	if (line.text.length > 8192) return TOO_LONG;
	if (!line.ended) return "a line must end with LF";
	if (line.body.endsWith("\r")) return "a line must end with LF alone, not with CR LF";
	let [odd] = /[^ -~]/u.exec(line.body) ?? [];
	if (odd !== void 0) return `a line must be printable ASCII, but has U+${odd.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`;
}
function findFieldFault(body, fields) {
	if (body === "") return "a line must not be empty";
	if (fields.includes("")) return "fields must have exactly one space between them and none around them";
	if (fields.length !== 3) return `a line must have three fields (path, value, timestamp), not ${fields.length < 3 ? fields.length : "more"}`;
}
function findValueFault(value) {
	return /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(value) ? Number.isFinite(Number(value)) ? void 0 : "a value must be finite as a double" : "a value must be one decimal number";
}
function findTimestampFault(timestamp) {
	return /^[1-9]\d{0,9}$/.test(timestamp) && Number(timestamp) <= LAST_TIMESTAMP ? void 0 : `a timestamp must be whole seconds from 1 to ${LAST_TIMESTAMP}`;
}
function readTags(tags) {
	return tags.length === 0 ? {} : Object.fromEntries(tags.map((tag) => [tag.slice(0, tag.indexOf("=")), tag.slice(tag.indexOf("=") + 1)]));
}
const TOO_LONG = `a line must be at most ${MAX_LINE_BYTES} bytes, its LF included`;
var LineCounter = class {
	#tally;
	#withoutLf = !1;
	constructor(tally) {
		this.#tally = tally;
	}
	push(chunk) {
		let lines = 0;
		for (let lf = chunk.indexOf(10); lf !== -1; lf = chunk.indexOf(10, lf + 1)) lines += 1;
		this.#tally.counts.lines += lines, this.#tally.counts.bytes += chunk.length, this.#withoutLf = chunk.at(-1) !== 10;
	}
	end() {
		this.#withoutLf && (this.#tally.counts.badLines += 1), this.#withoutLf = !1;
	}
};
// src/receiver/line-reader.ts
const SKIPPED_RESULT = Buffer.alloc(0);
var LineReader = class {
	#tally;
	#carry = SKIPPED_RESULT;
	#skipping = !1;
	constructor(tally) {
		this.#tally = tally;
	}
	push(chunk) {
		this.#tally.counts.bytes += chunk.length;
		let start = 0;
		for (let lf = chunk.indexOf(10); lf !== -1; lf = chunk.indexOf(10, start)) this.#finishLine(chunk.subarray(start, lf + 1)), start = lf + 1;
		this.#carryOver(chunk.subarray(start));
	}
	end(reason) {
		this.#carry.length > 0 && this.#tally.addBadLine({
			text: this.#carry.toString(),
			reason
		}), this.#carry = SKIPPED_RESULT, this.#skipping = !1;
	}
	#finishLine(part) {
		let line = this.#carry.length === 0 ? part : Buffer.concat([this.#carry, part]);
		this.#carry = SKIPPED_RESULT, this.#skipping ? this.#skipping = !1 : line.length > 8192 ? this.#reportTooLong(line) : this.#check(line);
	}
	#carryOver(rest) {
		if (this.#skipping || rest.length === 0) return;
		let line = Buffer.concat([this.#carry, rest]);
		this.#skipping = line.length >= MAX_LINE_BYTES, this.#carry = this.#skipping ? SKIPPED_RESULT : line, this.#skipping && this.#reportTooLong(line);
	}
	#reportTooLong(line) {
		this.#tally.addBadLine({
			text: line.toString("utf8", 0, MAX_LINE_BYTES),
			reason: TOO_LONG
		});
	}
	#check(line) {
		let parsed = (0, node_buffer.isAscii)(line) ? parseLine(line.toString("latin1")) : explainBytes(line);
		"reason" in parsed ? this.#tally.addBadLine(parsed) : this.#tally.addLine(parsed);
	}
};
function explainBytes(line) {
	return (0, node_buffer.isUtf8)(line) ? parseLine(line.toString()) : {
		text: line.toString("utf8", 0, line.length - 1),
		reason: "a line must be printable ASCII, but has bytes that are not UTF-8"
	};
}
// src/receiver/tally.ts
var Tally = class {
	lines = [];
	badLines = [];
	counts = {
		connections: 0,
		lines: 0,
		badLines: 0,
		bytes: 0
	};
	#hooks;
	constructor(hooks) {
		this.#hooks = hooks;
	}
	addLine(line) {
		this.counts.lines += 1, this.#hooks.keep && this.lines.push(line), this.#hooks.onLine?.(line);
	}
	addBadLine(bad) {
		this.counts.badLines += 1, this.#hooks.keep && this.badLines.push(bad), this.#hooks.onBadLine?.(bad);
	}
};
// src/receiver/receiver.ts
async function startReceiver(options = {}) {
	let { host = "127.0.0.1", port = 0, keep = !0 } = options;
	if (host === "") throw TypeError("host must not be empty; leave it out for 127.0.0.1");
	let tally = new Tally({
		...options,
		keep
	}), onlyCounted = !keep && options.onLine === void 0 && options.onBadLine === void 0, open = new Map(), server = (0, node_net.createServer)({ allowHalfOpen: !0 }, (socket) => {
		tally.counts.connections += 1;
		let gone = receive({
			socket,
			sink: onlyCounted ? new LineCounter(tally) : new LineReader(tally),
			options
		});
		open.set(socket, gone.then(() => void open.delete(socket)));
	});
	server.listen({
		host,
		port
	}), await (0, node_events.once)(server, "listening"), server.on("error", () => {});
	let closed, close = async () => {
		closed ??= stop(server, open), await closed;
	}, { lines, badLines, counts } = tally;
	return {
		...readAddress(server),
		lines,
		badLines,
		counts,
		close,
		[Symbol.asyncDispose]: close
	};
}
function receive(connection) {
	let { socket, sink, options } = connection, peer = {
		address: socket.remoteAddress ?? "",
		port: socket.remotePort ?? 0
	};
	options.onConnection?.(peer);
	let failure;
	return socket.on("data", (chunk) => sink.push(chunk)), socket.on("end", () => {
		sink.end("a line must end with LF, and the connection ended before it"), socket.end();
	}), socket.on("error", (error) => {
		failure = error;
	}), new Promise((resolve) => {
		socket.on("close", () => {
			resolve(), sink.end("a line must end with LF, and the connection broke off before it"), options.onClose?.(peer, failure);
		});
	});
}
async function stop(server, open) {
	let stopped = new Promise((resolve) => server.close(() => resolve()));
	for (let socket of open.keys()) socket.destroy();
	await Promise.all([stopped, ...open.values()]);
}
function readAddress(server) {
	let address = server.address();
	if (address === null || typeof address == "string") throw Error("the server has no TCP address");
	return {
		host: address.address,
		port: address.port
	};
}
Object.defineProperty(exports, "t", {
	enumerable: !0,
	get: function() {
		return startReceiver;
	}
});
