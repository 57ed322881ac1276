const require_batch = require("./batch.js");
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
		let whole = value | 0;
		if (whole !== value || whole < 0) {
			this.append(` ${formatValue(value)}`);
			return;
		}
		let length = 2;
		for (let power = 10; power <= whole; power *= 10) length += 1;
		let bytes = this.#reserve(length), at = this.#end + length;
		this.#end = at;
		for (let rest = whole; length > 1; --length) {
			let quotient = rest / 10 | 0;
			--at, bytes[at] = 48 + rest - 10 * quotient, rest = quotient;
		}
		bytes[at - 1] = 32;
	}
	endLine() {
		this.#start = this.#end, this.#lines += 1, this.#lines < this.#batchSize || (this.#ends.push(this.#end), this.#lines = 0);
	}
	hasLine(line) {
		return require_batch.n(require_batch.r(this.#bytes.subarray(0, this.#start)), line);
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
Object.defineProperty(exports, "n", {
	enumerable: !0,
	get: function() {
		return 8192;
	}
}), Object.defineProperty(exports, "r", {
	enumerable: !0,
	get: function() {
		return formatLineEnd;
	}
}), Object.defineProperty(exports, "t", {
	enumerable: !0,
	get: function() {
		return BatchBuilder;
	}
});
