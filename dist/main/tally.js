// src/collect/junit/exact-seconds.ts
const PLAIN = /^\d{1,6}(?:\.\d{1,9})?$/, DECIMAL = /^\+?(\d{0,18})(?:\.(\d*))?(?:e([+-]?\d{1,4}))?$/i, THOUSANDS = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/, UNITS_PER_NANO = 10n ** BigInt(21), MAX_UNITS = 10n ** BigInt(39), MAX_NANOS = 2 ** 52, POWERS_OF_TEN = Array.from({ length: 10 }, (_, exponent) => 10 ** exponent);
function parseSeconds(text) {
	if (text === void 0) return;
	if (PLAIN.test(text)) {
		let point = text.indexOf(".");
		if (point < 0) return Number(text) * 10 ** 9;
		let fraction = text.length - point - 1;
		return (Number(text.slice(0, point)) * POWERS_OF_TEN[fraction] + Number(text.slice(point + 1))) * POWERS_OF_TEN[9 - fraction];
	}
	let [, whole = "", fraction = "", exponent = "0"] = DECIMAL.exec(toDecimalPoint(text.trim())) ?? [];
	if (whole === "" && fraction === "") return;
	let shift = 30 - fraction.length + Number(exponent);
	if (shift + whole.length + fraction.length <= 0) return 0;
	if (shift > 60 && /[1-9]/.test(whole + fraction)) return;
	let digits = shift < 0 ? (whole + fraction).slice(0, shift) : whole + fraction, units = BigInt(digits || "0") * 10n ** BigInt(Math.min(Math.max(shift, 0), 60));
	return units > MAX_UNITS ? void 0 : units;
}
function toDecimalPoint(text) {
	if (!text.includes(",")) return text;
	if (text.indexOf(",") === text.lastIndexOf(",") && !text.includes(".")) return text.replace(",", ".");
	if (THOUSANDS.test(text)) return text.replaceAll(",", "");
	let swapped = text.replaceAll(/[.,]/g, (mark) => mark === "." ? "," : ".");
	return THOUSANDS.test(swapped) ? swapped.replaceAll(",", "") : text;
}
function toUnits(seconds) {
	return typeof seconds == "bigint" ? seconds : BigInt(seconds) * UNITS_PER_NANO;
}
var ExactSum = class {
	#nanos = 0;
	#units = 0n;
	add(seconds) {
		typeof seconds == "bigint" ? this.#units += seconds : this.#nanos += seconds, this.#nanos > MAX_NANOS && (this.#units += toUnits(this.#nanos), this.#nanos = 0);
	}
	toUnits() {
		return this.#units + toUnits(this.#nanos);
	}
	toSeconds() {
		let digits = this.toUnits().toString().padStart(31, "0");
		return Number(`${digits.slice(0, -30)}.${digits.slice(-30)}`);
	}
};
const OUTCOMES = [
	0,
	1,
	2,
	3,
	4
], ELEMENTS = new Map([
	["flakyFailure", 1],
	["flakyError", 1],
	["rerunFailure", 1],
	["rerunError", 1],
	["skipped", 2],
	["ignored", 2],
	["disabled", 2],
	["failure", 3],
	["error", 4]
]), WORDS = new Map([
	["flaky", 1],
	["skipped", 2],
	["ignored", 2],
	["disabled", 2],
	["suppressed", 2],
	["notrun", 2],
	["pending", 2],
	["fail", 3],
	["failed", 3],
	["failure", 3],
	["error", 4],
	["errored", 4]
]);
function readElementOutcome(name) {
	return ELEMENTS.get(name);
}
function readAttributeOutcome(attributes) {
	if (attributes.ignored === "true" || attributes.disabled === "true") return 2;
	let status = WORDS.get(attributes.status?.toLowerCase() ?? "") ?? 0, result = WORDS.get(attributes.result?.toLowerCase() ?? "") ?? 0;
	return status > result ? status : result;
}
function isToDo(name, attributes) {
	return name === "skipped" ? attributes.type === "todo" || attributes.message?.startsWith("TEST_CASE tagged with !") === !0 : !1;
}
// src/collect/junit/tally.ts
var Tally = class {
	counts = [
		0,
		0,
		0,
		0,
		0
	];
	duration = new ExactSum();
	add(counts) {
		for (let outcome of OUTCOMES) this.counts[outcome] += counts[outcome];
	}
	addCase(outcome) {
		this.counts[outcome] += 1;
	}
	moveCase(from, to) {
		--this.counts[from], this.counts[to] += 1;
	}
	merge(other) {
		this.add(other.counts), this.duration.add(other.duration.toUnits());
	}
};
function totalOf(counts) {
	let [passed, flaky, skipped, failed, errors] = counts;
	return passed + flaky + skipped + failed + errors;
}
Object.defineProperty(exports, "a", {
	enumerable: !0,
	get: function() {
		return readElementOutcome;
	}
}), Object.defineProperty(exports, "i", {
	enumerable: !0,
	get: function() {
		return readAttributeOutcome;
	}
}), Object.defineProperty(exports, "n", {
	enumerable: !0,
	get: function() {
		return totalOf;
	}
}), Object.defineProperty(exports, "o", {
	enumerable: !0,
	get: function() {
		return parseSeconds;
	}
}), Object.defineProperty(exports, "r", {
	enumerable: !0,
	get: function() {
		return isToDo;
	}
}), Object.defineProperty(exports, "s", {
	enumerable: !0,
	get: function() {
		return toUnits;
	}
}), Object.defineProperty(exports, "t", {
	enumerable: !0,
	get: function() {
		return Tally;
	}
});
