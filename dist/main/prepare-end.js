const require_index = require("./index.js"), require_resolve_reports = require("./resolve-reports.js"), require_print_problem = require("./print-problem.js");
// src/library/check-options.ts
async function checkOptions(options, context) {
	let faults = context.faults ?? new require_index.W();
	return await require_index.a(options, context, faults), require_resolve_reports.t(options, faults), faults.count === 0 ? void 0 : faults.toError();
}
// src/action/prepare-end.ts
async function prepareEnd({ publish, runnerMetrics, faults }, { env, nowMs }) {
	let measuring = runnerMetrics && await Promise.resolve().then(() => require("./measure-runner.js")), times = runnerMetrics && measuring?.resolveTimes(runnerMetrics, faults);
	if (faults.count > 0 || await checkOptions(publish, {
		face: "action",
		nowMs
	}) !== void 0 || (require_index.n(nowMs), measuring === void 0 || times === void 0)) return;
	let started = await measuring.startMeasuring(times, {
		env,
		nowMs
	});
	"sampler" in started ? require_index.t(started.sampler) : require_index.K.warning(started.problem);
}
async function waitForEnd(inputs, nowMs) {
	let problem = await checkOptions(inputs.publish, {
		face: "action",
		nowMs,
		faults: inputs.faults
	});
	problem === void 0 ? require_index.K.info("Nothing to send yet: the metrics of this job are sent when it ends.") : (require_print_problem.printProblem(problem, inputs), require_index.x({
		...require_index.b,
		delivery: "failed"
	}));
}
exports.prepareEnd = prepareEnd, exports.waitForEnd = waitForEnd;
