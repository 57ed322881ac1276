const require_open_found = require("./open-found.js");
function notUnderstood(found, value) {
	return new require_open_found.a({
		rule: `a coverage report is one of lcov, Cobertura, JaCoCo, Clover and Istanbul's coverage-summary.json, but this is ${found}`,
		...value === void 0 ? {} : { value },
		cure: "Let the tool write one of these formats, or correct the pattern."
	});
}
function tooMuch(rule) {
	return new require_open_found.a({
		rule,
		cure: "Split it into several reports, or leave out what is not yours."
	});
}
function tooMuchTogether(rule) {
	return new require_open_found.a({
		rule: `all reports together have ${rule}`,
		cure: "Name fewer of them."
	});
}
function badValue(rule, value) {
	return new require_open_found.a({
		rule,
		value,
		cure: "Was it cut off, or written by two at once?"
	});
}
// src/collect/coverage/limits.ts
const NAME_IDS = 4194304, COVERAGE_KINDS = [
	"lines",
	"branches",
	"functions",
	"statements"
], LAYERS = {
	lines: "lines",
	methodLines: "lines",
	lcovBranches: "branches",
	countedBranches: "branches",
	methodBranches: "branches",
	lcovFunctions: "functions",
	lcovFunctionGroups: "functions",
	coberturaMethods: "functions",
	jacocoMethods: "functions",
	cloverMethods: "functions",
	cloverStatements: "statements"
};
function pickCounts(one, other) {
	return one === void 0 ? other : (one.covered === other.covered ? one.total > other.total : one.covered > other.covered) ? one : other;
}
// src/collect/coverage/hit-set.ts
const NO_PLACES = new Float64Array();
var HitSet = class {
	#places;
	#size;
	#isSorted = !0;
	#last;
	#room;
	constructor(room, sorted = NO_PLACES) {
		this.#room = room, this.#places = sorted, this.#size = sorted.length, this.#last = greatestOf(sorted.at(-1) ?? -2);
	}
	add(line, name, isHit) {
		let missed = (line * NAME_IDS + name) * 2;
		this.#addPlace(isHit ? missed + 1 : missed);
	}
	addAll(places, rename) {
		for (let place of places) rename === void 0 ? this.#addPlace(place) : this.add(lineOf(place), rename(nameOf(place)), isHit(place));
	}
	sorted() {
		return this.#isSorted || (this.#size = unite(this.#places.subarray(0, this.#size).sort()), this.#isSorted = !0, this.#last = greatestOf(this.#places[this.#size - 1] ?? -2)), this.#places.subarray(0, this.#size);
	}
	shrink() {
		let sorted = this.sorted();
		sorted.length !== this.#places.length && (this.#room.grow(sorted.length - this.#places.length), this.#places = sorted.slice());
	}
	#addPlace(place) {
		this.#size === this.#places.length && this.#makeRoom(), place <= this.#last && (this.#isSorted = !1), this.#places[this.#size] = place, this.#size += 1, this.#last = greatestOf(place);
	}
	#makeRoom() {
		this.sorted();
		let capacity = this.#places.length;
		if (this.#size < capacity / 2) return;
		let grown = Math.max(32, (this.#size < 4096 ? 4 : 2) * this.#size);
		this.#room.grow(grown - capacity);
		let places = new Float64Array(grown);
		places.set(this.#places.subarray(0, this.#size)), this.#places = places;
	}
};
function lineOf(place) {
	return Math.floor(place / (2 * NAME_IDS));
}
function nameOf(place) {
	let key = Math.floor(place / 2);
	return key - Math.floor(key / NAME_IDS) * NAME_IDS;
}
function isHit(place) {
	return Math.floor(place / 2) * 2 !== place;
}
function greatestOf(place) {
	return Math.floor(place / 2) * 2 + 1;
}
function unite(places) {
	let kept = 0;
	for (let place of places) kept > 0 && place <= greatestOf(places[kept - 1]) ? places[kept - 1] = place : (places[kept] = place, kept += 1);
	return kept;
}
Object.defineProperty(exports, "C", {
	enumerable: !0,
	get: function() {
		return NAME_IDS;
	}
}), Object.defineProperty(exports, "D", {
	enumerable: !0,
	get: function() {
		return tooMuchTogether;
	}
}), Object.defineProperty(exports, "E", {
	enumerable: !0,
	get: function() {
		return tooMuch;
	}
}), Object.defineProperty(exports, "S", {
	enumerable: !0,
	get: function() {
		return 2e7;
	}
}), Object.defineProperty(exports, "T", {
	enumerable: !0,
	get: function() {
		return notUnderstood;
	}
}), Object.defineProperty(exports, "_", {
	enumerable: !0,
	get: function() {
		return 4096;
	}
}), Object.defineProperty(exports, "a", {
	enumerable: !0,
	get: function() {
		return COVERAGE_KINDS;
	}
}), Object.defineProperty(exports, "b", {
	enumerable: !0,
	get: function() {
		return 134217728;
	}
}), Object.defineProperty(exports, "c", {
	enumerable: !0,
	get: function() {
		return 1e4;
	}
}), Object.defineProperty(exports, "d", {
	enumerable: !0,
	get: function() {
		return 33554432;
	}
}), Object.defineProperty(exports, "f", {
	enumerable: !0,
	get: function() {
		return 4e6;
	}
}), Object.defineProperty(exports, "g", {
	enumerable: !0,
	get: function() {
		return 67108864;
	}
}), Object.defineProperty(exports, "h", {
	enumerable: !0,
	get: function() {
		return 2e6;
	}
}), Object.defineProperty(exports, "i", {
	enumerable: !0,
	get: function() {
		return nameOf;
	}
}), Object.defineProperty(exports, "l", {
	enumerable: !0,
	get: function() {
		return 1e5;
	}
}), Object.defineProperty(exports, "m", {
	enumerable: !0,
	get: function() {
		return 1073741823;
	}
}), Object.defineProperty(exports, "n", {
	enumerable: !0,
	get: function() {
		return isHit;
	}
}), Object.defineProperty(exports, "o", {
	enumerable: !0,
	get: function() {
		return LAYERS;
	}
}), Object.defineProperty(exports, "p", {
	enumerable: !0,
	get: function() {
		return 1048576;
	}
}), Object.defineProperty(exports, "r", {
	enumerable: !0,
	get: function() {
		return lineOf;
	}
}), Object.defineProperty(exports, "s", {
	enumerable: !0,
	get: function() {
		return pickCounts;
	}
}), Object.defineProperty(exports, "t", {
	enumerable: !0,
	get: function() {
		return HitSet;
	}
}), Object.defineProperty(exports, "u", {
	enumerable: !0,
	get: function() {
		return 2e5;
	}
}), Object.defineProperty(exports, "v", {
	enumerable: !0,
	get: function() {
		return 1e7;
	}
}), Object.defineProperty(exports, "w", {
	enumerable: !0,
	get: function() {
		return badValue;
	}
}), Object.defineProperty(exports, "x", {
	enumerable: !0,
	get: function() {
		return 2e5;
	}
}), Object.defineProperty(exports, "y", {
	enumerable: !0,
	get: function() {
		return 2e4;
	}
});
