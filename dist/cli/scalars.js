const require_index = require("./index.js"), TRUE = [
	"true",
	"True",
	"TRUE"
], FALSE = [
	"false",
	"False",
	"FALSE"
];
var ScalarReader = class {
	#faults;
	constructor(faults) {
		this.#faults = faults;
	}
	integer(written, option) {
		let { name, fallback, min, max } = option, text = textOf(written) ?? fallback, number = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
		return number >= min && number <= max ? number : (this.#add({
			at: name,
			rule: `it is a whole number from ${min} to ${max}`,
			value: text,
			cure: `The default is ${fallback}.`
		}), Number(fallback));
	}
	milliseconds(written, option) {
		let { name, fallback } = option, text = textOf(written) ?? fallback, seconds = /^\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Number(text) : NaN;
		return seconds > 0 && seconds <= 86400 ? seconds * 1e3 : (this.#add({
			at: name,
			rule: "it is a number of seconds, more than 0 and at most 86400",
			value: text,
			cure: `The default is ${fallback}.`
		}), Number(fallback) * 1e3);
	}
	boolean(written, option) {
		let text = textOf(written);
		return text === void 0 ? option.fallback : TRUE.includes(text) ? !0 : !FALSE.includes(text) && (this.#add({
			at: option.name,
			rule: "it is true or false",
			value: text
		}), option.fallback);
	}
	choice(written, option) {
		let text = textOf(written);
		if (text === void 0) return option.fallback;
		let chosen = option.choices.find((choice) => choice === text);
		return chosen === void 0 && this.#add({
			at: option.name,
			rule: `it is one of ${option.choices.join(", ")}`,
			value: text
		}), chosen ?? option.fallback;
	}
	#add(fault) {
		this.#faults.add(fault);
	}
};
function textOf(written) {
	if (written == null) return;
	let text = require_index.f(written).trim();
	return text === "" ? void 0 : text;
}
Object.defineProperty(exports, "t", {
	enumerable: !0,
	get: function() {
		return ScalarReader;
	}
});
