const require_index = require("./index.js");
var Faults = class {
	#kept = [];
	#count = 0;
	get count() {
		return this.#count;
	}
	get isFull() {
		return this.#kept.length === 100;
	}
	add(fault) {
		this.#count += 1, this.#kept.length < 100 && this.#kept.push(fault);
	}
	toError(consequence) {
		return new require_index.o(this.#kept, {
			count: this.#count,
			consequence
		});
	}
	throwIfAny(consequence) {
		if (this.#count > 0) throw this.toError(consequence);
	}
};
Object.defineProperty(exports, "t", {
	enumerable: !0,
	get: function() {
		return Faults;
	}
});
