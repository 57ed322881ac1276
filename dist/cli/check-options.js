const require_publish_command = require("./publish-command.js"), require_resolve_reports = require("./resolve-reports.js");
// src/library/check-options.ts
async function checkOptions(options, context) {
	let faults = context.faults ?? new require_publish_command._();
	return await require_publish_command.s(options, context, faults), require_resolve_reports.t(options, faults), faults.count === 0 ? void 0 : faults.toError();
}
exports.checkOptions = checkOptions;
