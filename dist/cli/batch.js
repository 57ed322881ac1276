function formatValue(value) {
	return String(value);
}
function formatLineEnd(timestamp) {
	return ` ${timestamp}\n`;
}
var BatchBuilder = class {
	#batchSize;
	#bytes = Buffer.allocUnsafeSlow(65536);
	#ends = [];
	#start = 0;
	#end = 0;
	#lines = 0;
	constructor(batchSize) {
		this.#batchSize = batchSize;
	}
	get fullBatches() {
		return this.#ends.length;
	}
	get lineLength() {
		return this.#end - this.#start;
	}
	startLine() {
		this.#end = this.#start;
	}
	append(part) {
		let { length } = part, bytes = this.#reserve(length), end = this.#end;
		for (let index = 0; index < length; index += 1) bytes[end++] = part.charCodeAt(index);
		this.#end = end;
	}
	appendBytes(part) {
		let { length } = part, bytes = this.#reserve(length), end = this.#end;
		for (let index = 0; index < length; index += 1) bytes[end++] = part[index];
		this.#end = end;
	}
	appendPath(name, { copyPath }) {
		let hash = copyPath(name, this.#reserve(name.length), this.#end);
		return hash !== 0 && (this.#end += name.length), hash;
	}
	appendValue(value) {
		if (!(Number.isInteger(value) && value >= 0 && value <= 999999999)) {
			this.append(` ${formatValue(value)}`);
			return;
		}
		let length = 2;
		for (let power = 10; power <= value; power *= 10) length += 1;
		let bytes = this.#reserve(length), start = this.#end;
		this.#end += length;
		let rest = value | 0;
		for (let at = this.#end - 1; at > start; --at) {
			let quotient = rest / 10 | 0;
			bytes[at] = 48 + rest - 10 * quotient, rest = quotient;
		}
		bytes[start] = 32;
	}
	endLine() {
		this.#start = this.#end, this.#lines += 1, this.#lines < this.#batchSize || (this.#ends.push(this.#end), this.#lines = 0);
	}
	hasLine(line) {
		return hasLine(toText(this.#bytes.subarray(0, this.#start)), line);
	}
	take() {
		let bytes = this.#bytes, start = 0, batches = this.#ends.map((end) => {
			let batch = {
				bytes: bytes.subarray(start, end),
				lines: this.#batchSize
			};
			return start = end, batch;
		});
		return this.#lines > 0 && batches.push({
			bytes: bytes.subarray(start, this.#start),
			lines: this.#lines
		}), batches.length > 0 && (this.#bytes = Buffer.allocUnsafeSlow(bytes.length)), this.#ends = [], this.#start = 0, this.#end = 0, this.#lines = 0, batches;
	}
	#reserve(length) {
		let needed = this.#end + length;
		if (needed > this.#bytes.length) {
			let before = this.#bytes;
			this.#bytes = Buffer.allocUnsafeSlow(2 * needed), this.#bytes.set(before.subarray(0, this.#end));
		}
		return this.#bytes;
	}
};
function hasLine(text, { start, end }) {
	for (let at = findLine(text, start, 0); at >= 0; at = findLine(text, start, at + 1)) if (text.startsWith(end, text.indexOf(" ", at + start.length))) return !0;
	return !1;
}
function cutBatches(bytes, batchSize) {
	let batches = [];
	for (let start = 0, end = 0; start < bytes.length; start = end) {
		let lines = 0;
		for (; lines < batchSize && end < bytes.length;) end = bytes.indexOf(10, end) + 1, lines += 1;
		batches.push({
			bytes: bytes.subarray(start, end),
			lines
		});
	}
	return batches;
}
function toText({ buffer, byteOffset, byteLength }) {
	return Buffer.from(buffer, byteOffset, byteLength).toString("latin1");
}
function findLine(text, start, from) {
	if (from === 0 && text.startsWith(start)) return 0;
	let at = text.indexOf(`\n${start}`, Math.max(0, from - 1));
	return at < 0 ? -1 : at + 1;
}
Object.defineProperty(exports, "a", {
	enumerable: !0,
	get: function() {
		return 8192;
	}
}), Object.defineProperty(exports, "i", {
	enumerable: !0,
	get: function() {
		return toText;
	}
}), Object.defineProperty(exports, "n", {
	enumerable: !0,
	get: function() {
		return cutBatches;
	}
}), Object.defineProperty(exports, "o", {
	enumerable: !0,
	get: function() {
		return formatLineEnd;
	}
}), Object.defineProperty(exports, "r", {
	enumerable: !0,
	get: function() {
		return hasLine;
	}
}), Object.defineProperty(exports, "t", {
	enumerable: !0,
	get: function() {
		return BatchBuilder;
	}
});
