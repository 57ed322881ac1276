const require_publish_command = require("./publish-command.js");
// src/options/resolve-reports.ts
function resolveReportRules(options, faults) {
	let scalars = new require_publish_command.c(faults);
	return {
		junitSuites: scalars.boolean(options.junitSuites, {
			name: "junit-suites",
			fallback: !1
		}),
		badReport: scalars.choice(options.onBadReport, {
			name: "on-bad-report",
			choices: ["warn", "fail"],
			fallback: "warn"
		})
	};
}
function resolveMissingPolicy(options, faults) {
	return new require_publish_command.c(faults).choice(options.ifNoFilesFound, {
		name: "if-no-files-found",
		choices: [
			"error",
			"warn",
			"ignore"
		],
		fallback: "error"
	});
}
function resolveFollowLinks(options, faults) {
	return new require_publish_command.c(faults).boolean(options.followSymbolicLinks, {
		name: "follow-symbolic-links",
		fallback: !1
	});
}
function checkReportOptions(options, faults) {
	resolveReportRules(options, faults), resolveMissingPolicy(options, faults), resolveFollowLinks(options, faults), resolveDataFormat(options, faults);
}
function resolveDataFormat(options, faults) {
	let { dataFormat } = options;
	if (dataFormat === void 0 || dataFormat === "") return;
	let before = faults.count, chosen = new require_publish_command.c(faults).choice(dataFormat, {
		name: "data-format",
		choices: ["data", "lines"],
		fallback: "data"
	});
	return faults.count === before ? chosen : void 0;
}
Object.defineProperty(exports, "a", {
	enumerable: !0,
	get: function() {
		return resolveReportRules;
	}
}), Object.defineProperty(exports, "i", {
	enumerable: !0,
	get: function() {
		return resolveMissingPolicy;
	}
}), Object.defineProperty(exports, "n", {
	enumerable: !0,
	get: function() {
		return resolveDataFormat;
	}
}), Object.defineProperty(exports, "r", {
	enumerable: !0,
	get: function() {
		return resolveFollowLinks;
	}
}), Object.defineProperty(exports, "t", {
	enumerable: !0,
	get: function() {
		return checkReportOptions;
	}
});
