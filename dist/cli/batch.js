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
Object.defineProperty(exports, "n", {
	enumerable: !0,
	get: function() {
		return hasLine;
	}
}), Object.defineProperty(exports, "r", {
	enumerable: !0,
	get: function() {
		return toText;
	}
}), Object.defineProperty(exports, "t", {
	enumerable: !0,
	get: function() {
		return cutBatches;
	}
});
