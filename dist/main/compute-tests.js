const require_tally = require("./tally.js"), MAX_SUITES = 1e4;
var TestSum = class {
	overall = new require_tally.t();
	suites = new Map();
	#reports = 0;
	#hasAllSuites = !0;
	get reports() {
		return this.#reports;
	}
	add(report) {
		this.#reports += 1, this.overall.merge(report.overall);
		for (let [name, tally] of report.suites) this.#suite(name)?.merge(tally);
	}
	get problem() {
		if (!this.#hasAllSuites) return {
			rule: `at most ${MAX_SUITES} suites are counted one by one, the first of all reports; the others are in the sum alone`,
			cure: "Set junit-suites to false, or name fewer reports."
		};
	}
	#suite(name) {
		let sum = this.suites.get(name);
		return sum === void 0 && this.suites.size < MAX_SUITES && (sum = new require_tally.t(), this.suites.set(name, sum)), sum === void 0 && (this.#hasAllSuites = !1), sum;
	}
};
function computeTests(sum) {
	let overall = toTestCounts(sum.overall), suites = Array.from(sum.suites, ([name, tally]) => ({
		name,
		...toTestCounts(tally)
	}));
	return {
		metrics: [...toMetrics(["tests"], overall), ...suites.flatMap((suite) => toMetrics([
			"tests",
			"suite",
			suite.name
		], suite))],
		figures: {
			...overall,
			suites
		}
	};
}
function toTestCounts({ counts, duration }) {
	let [passed, flaky, skipped, failed, errors] = counts;
	return {
		total: require_tally.n(counts),
		passed: passed + flaky,
		failed,
		errors,
		skipped,
		flaky,
		durationSeconds: duration.toSeconds()
	};
}
function toMetrics(nodes, counts) {
	let { total, passed, failed, errors, skipped, flaky, durationSeconds } = counts;
	return Object.entries({
		total,
		passed,
		failed,
		errors,
		skipped,
		flaky,
		duration_seconds: durationSeconds
	}).map(([name, value]) => ({
		nodes: [...nodes, name],
		value
	}));
}
exports.TestSum = TestSum, exports.computeTests = computeTests;
