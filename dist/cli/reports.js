const require_open_found = require("./open-found.js"), require_index = require("./index.js"), require_publish_command = require("./publish-command.js"), require_resolve_reports = require("./resolve-reports.js");
let node_path = require("node:path"), node_fs_promises = require("node:fs/promises");
// src/collect/job/compute-job.ts
const STATUSES$1 = [
	"success",
	"failure",
	"cancelled"
];
function computeJob({ startedAtMs, endedAtMs, status, attempt }) {
	let metrics = [], add = (name, value) => {
		metrics.push({
			nodes: ["job", name],
			value
		});
	}, durationSeconds = startedAtMs === void 0 ? void 0 : Math.max(0, endedAtMs - startedAtMs) / 1e3;
	if (durationSeconds !== void 0 && add("duration_seconds", durationSeconds), status !== void 0) for (let known of STATUSES$1) add(known, +(known === status));
	return attempt !== void 0 && add("attempt", attempt), status === void 0 || durationSeconds === void 0 ? { metrics } : {
		metrics,
		figures: {
			status,
			durationSeconds,
			steps: []
		}
	};
}
// src/options/resolve-job.ts
const STATUSES = new Map([
	["success", "success"],
	["passed", "success"],
	["failure", "failure"],
	["failed", "failure"],
	["error", "failure"],
	["unstable", "failure"],
	["cancelled", "cancelled"],
	["canceled", "cancelled"],
	["aborted", "cancelled"]
]);
function resolveJob(options, nowMs, faults) {
	let { jobStatus, jobStartedAt, jobAttempt } = options;
	return {
		startedAtMs: isGiven(jobStartedAt) ? parseMs(jobStartedAt, faults) : void 0,
		endedAtMs: nowMs,
		status: isGiven(jobStatus) ? parseStatus(jobStatus, faults) : void 0,
		attempt: isGiven(jobAttempt) ? new require_publish_command.c(faults).integer(jobAttempt, {
			name: "job-attempt",
			fallback: "1",
			min: 1,
			max: 1e6
		}) : void 0
	};
}
function parseStatus(written, faults) {
	let status = STATUSES.get(written.trim().toLowerCase());
	if (status === void 0) {
		let cure = `Known words are ${[...STATUSES.keys()].join(", ")}.`;
		faults.add({
			location: "job-status",
			rule: "it is success, failure or cancelled",
			value: written,
			cure
		});
	}
	return status;
}
function parseMs(written, faults) {
	let parsed = require_publish_command.p(written);
	if ("ok" in parsed) return written instanceof Date ? written.getTime() : parsed.ok * 1e3;
	faults.add({
		location: "job-started-at",
		...parsed,
		value: require_index.f(written)
	});
}
function isGiven(value) {
	return value !== void 0 && value !== "";
}
// src/read/report-reader.ts
var ReportReader = class {
	problems = [];
	warnings = [];
	rules;
	#signal;
	#files;
	constructor(options, { files, faults }) {
		this.#signal = options.signal, this.#files = files, this.rules = require_resolve_reports.a(options, faults);
	}
	async find(patterns, option, folders = "refuse") {
		let { files, problems } = await this.#files.findReports(patterns, option, folders);
		return this.problems.push(...problems), files;
	}
	async parseEach(option, files, { parse, add }) {
		for (let file of files) {
			let location = `${option} ${require_index.l(file.path)}`, read = await this.unlessStopped(location, () => this.#parse(location, file, parse));
			if (read === void 0) return !1;
			"report" in read && add(read.report);
		}
		return !0;
	}
	async unlessStopped(location, read) {
		try {
			return await read();
		} catch (error) {
			if (this.#signal?.aborted !== !0) throw error;
			this.warnings.push(require_index.u({
				location,
				rule: "the run was stopped before it was read"
			}));
			return;
		}
	}
	addProblem(fault) {
		this.rules.badReport === "fail" ? this.problems.push(fault) : this.warnings.push(`${require_index.u(fault)} It is not counted.`);
	}
	addFaults(faults) {
		faults.count > 0 && this.problems.push(...faults.toError().faults);
	}
	async #parse(location, file, parse) {
		try {
			return { report: await parse(this.#untilStopped(require_open_found.r(file)), file.realPath) };
		} catch (error) {
			if (!(error instanceof require_open_found.a)) throw error;
			let fault = {
				location,
				...error.fault
			};
			return this.addProblem(fault), { fault };
		}
	}
	async *#untilStopped(chunks) {
		this.#signal?.throwIfAborted();
		for await (let chunk of chunks) yield chunk, this.#signal?.throwIfAborted();
	}
};
// src/read/reports.ts
async function readReports(options, context) {
	let reader = new ReportReader(options, context), tests = await readTests(options, reader), coverage = await readCoverage(options, reader), sizes = await readSizes(options, reader), job = readJob(options, reader, context.nowMs), reports = {
		...tests === void 0 ? {} : { junit: tests.reports },
		...coverage === void 0 ? {} : { coverage: coverage.reports }
	};
	return {
		metrics: [
			tests,
			coverage,
			sizes,
			job
		].flatMap((one) => one?.metrics ?? []),
		figures: {
			...tests === void 0 ? {} : { tests: tests.figures },
			...coverage === void 0 ? {} : { coverage: coverage.figures },
			...sizes === void 0 ? {} : { sizes: sizes.figures },
			...job.figures === void 0 ? {} : { job: job.figures },
			...Object.keys(reports).length === 0 ? {} : { reports }
		},
		problems: reader.problems,
		warnings: reader.warnings
	};
}
async function readTests({ junit }, reader) {
	let { junitSuites: suites } = reader.rules, files = await reader.find(junit, "junit");
	if (files.length === 0) return;
	let { parseJunit } = await Promise.resolve().then(() => require("./parse-junit.js")), { computeTests, TestSum } = await Promise.resolve().then(() => require("./compute-tests.js")), sum = new TestSum();
	if (await reader.parseEach("junit", files, {
		parse: (chunks) => parseJunit(chunks, { suites }),
		add: (report) => sum.add(report)
	})) return sum.problem !== void 0 && reader.addProblem({
		location: "junit",
		...sum.problem
	}), sum.reports === 0 ? void 0 : {
		...computeTests(sum),
		reports: sum.reports
	};
}
async function readCoverage(options, reader) {
	let files = await reader.find(options.coverage, "coverage");
	if (files.length === 0) return;
	let { parseCoverage } = await Promise.resolve().then(() => require("./parse-coverage.js")), { computeCoverage } = await Promise.resolve().then(() => require("./compute-coverage.js")), { CoverageUnion } = await Promise.resolve().then(() => require("./coverage-union.js")), root = process.cwd(), union = new CoverageUnion();
	try {
		let isWhole = await reader.parseEach("coverage", files, {
			parse: (chunks, path) => parseCoverage(chunks, {
				root,
				path,
				isFile: (source) => isFile(root, source)
			}),
			add: (report) => union.add(report)
		}), { reports } = union;
		return !isWhole || reports === 0 ? void 0 : {
			...computeCoverage(union),
			reports
		};
	} catch (error) {
		if (!(error instanceof require_open_found.a)) throw error;
		reader.addProblem({
			location: "coverage",
			...error.fault
		});
		return;
	}
}
async function readSizes(options, reader) {
	if (options.sizes === void 0 || options.sizes === "") return;
	let { computeSizes, parseSizes } = await Promise.resolve().then(() => require("./sizes.js")).then((n) => n.n), { measureFiles } = await Promise.resolve().then(() => require("./measure-files.js")), measured = [], faults = new require_publish_command._(), requests = await parseSizes(options.sizes, "sizes", faults);
	reader.addFaults(faults);
	for (let { name, patterns } of requests) {
		let location = `sizes, ${require_index.l(name)}`, files = await reader.find(patterns, location, "take"), sums = await reader.unlessStopped(location, () => measureFiles(files, options.signal));
		if (sums !== void 0) {
			for (let problem of sums.problems) reader.addProblem({
				location,
				...problem
			});
			measured.push({
				name,
				...sums
			});
		}
	}
	return computeSizes(measured);
}
function readJob(options, reader, nowMs) {
	let faults = new require_publish_command._(), job = computeJob(resolveJob(options, nowMs, faults));
	return reader.addFaults(faults), job;
}
async function isFile(root, path) {
	return (await (0, node_fs_promises.stat)((0, node_path.resolve)(root, path)).catch(() => void 0))?.isFile() === !0;
}
exports.readReports = readReports;
