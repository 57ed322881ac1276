const require_faults = require("./faults.js"), require_resolve_reports = require("./resolve-reports.js"), require_publish_command = require("./publish-command.js");
// src/library/check-options.ts
async function checkOptions(options, context) {
	let faults = context.faults ?? new require_faults.t();
	return await require_publish_command.o(options, context, faults), require_resolve_reports.t(options, faults), faults.count === 0 ? void 0 : faults.toError();
}
exports.checkOptions = checkOptions;
