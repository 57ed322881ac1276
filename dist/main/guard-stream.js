const require_index = require("./index.js");
// src/read/guard-stream.ts
async function* guardStream(chunks, guard) {
	try {
		Symbol.asyncIterator in chunks ? yield* stopWith(chunks, guard.signal) : yield* chunks;
	} catch (error) {
		if (!(error instanceof require_index.J)) throw error;
		for (let fault of error.faults) guard.faults.add(fault);
	}
}
async function* stopWith(items, signal) {
	let iterator = items[Symbol.asyncIterator](), abort = () => {}, onAbort = () => abort(require_index.v(signal));
	signal.addEventListener("abort", onAbort, { once: !0 });
	try {
		for (;;) {
			let next = await new Promise((resolve, reject) => {
				abort = reject, signal.aborted && onAbort(), iterator.next().then(resolve, reject);
			});
			if (next.done === !0) return;
			yield next.value;
		}
	} finally {
		signal.removeEventListener("abort", onAbort), iterator.return?.().catch(() => {});
	}
}
Object.defineProperty(exports, "n", {
	enumerable: !0,
	get: function() {
		return stopWith;
	}
}), Object.defineProperty(exports, "t", {
	enumerable: !0,
	get: function() {
		return guardStream;
	}
});
