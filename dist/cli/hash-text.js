// src/util/hash-text.ts
const HASH_START = [-2128831035, 7], LOW_PRIME = 16777619, HIGH_PRIME = -1640531535;
function hashText(text) {
	let [low, high] = HASH_START;
	for (let index = 0; index < text.length; index += 1) {
		let code = text.charCodeAt(index);
		low = Math.imul(low ^ code, LOW_PRIME), high = Math.imul(high + code, HIGH_PRIME);
	}
	return packHash(low, high);
}
function packHash(low, high) {
	return (high >>> 11) * 4294967296 + (low >>> 0) || 1;
}
function joinHashes(first, second) {
	let mixed = Math.imul(second, HIGH_PRIME) ^ second / 2097152;
	return packHash(Math.imul(first ^ mixed, LOW_PRIME), Math.imul(first / 2097152 ^ Math.imul(mixed ^ mixed >>> 15, LOW_PRIME), HIGH_PRIME));
}
Object.defineProperty(exports, "a", {
	enumerable: !0,
	get: function() {
		return joinHashes;
	}
}), Object.defineProperty(exports, "i", {
	enumerable: !0,
	get: function() {
		return hashText;
	}
}), Object.defineProperty(exports, "n", {
	enumerable: !0,
	get: function() {
		return HIGH_PRIME;
	}
}), Object.defineProperty(exports, "o", {
	enumerable: !0,
	get: function() {
		return packHash;
	}
}), Object.defineProperty(exports, "r", {
	enumerable: !0,
	get: function() {
		return LOW_PRIME;
	}
}), Object.defineProperty(exports, "t", {
	enumerable: !0,
	get: function() {
		return HASH_START;
	}
});
