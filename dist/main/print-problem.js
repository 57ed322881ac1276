const require_index = require("./index.js");
// src/action/print-problem.ts
function printProblem(error, inputs) {
	let isDelivery = error instanceof require_index.Y, { result } = error, kept = result === void 0 ? void 0 : require_index.S(result), head = result !== void 0 && require_index.C(result) ? void 0 : "Metrics were not delivered.", message = isDelivery ? [
		head,
		error.message,
		kept
	].filter(Boolean).join(" ") : error.message;
	isDelivery && !inputs.failOnError ? require_index.K.warning(message) : require_index.K.failed(message);
	let besides = isDelivery ? error.inputError?.message : void 0;
	return besides === void 0 ? message : (require_index.K.failed(besides), `${message}\n${besides}`);
}
exports.printProblem = printProblem;
