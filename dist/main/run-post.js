const require_index = require("./index.js");
// src/action/run-post.ts
async function runPost(env, state) {
	try {
		var _usingCtx$1 = require_index.S();
		let nowMs = Date.now(), inputs = require_index.b(env, "post"), { signal } = _usingCtx$1.u(require_index.x()), [asked, measured] = await Promise.all([askGithub(inputs, {
			env,
			signal
		}), readRunner(state, {
			env,
			nowMs
		})]);
		if (!inputs.reportsAtEnd || require_index.t(inputs, env) !== void 0) return;
		let collected = {
			metrics: [...asked.metrics, ...measured?.metrics ?? []],
			figures: measured?.figures ?? {},
			steps: asked.steps
		}, isCollecting = inputs.jobMetrics || inputs.runnerMetrics !== void 0, jobStartedAt = inputs.jobMetrics ? readStart(state) : void 0, publish = {
			...inputs.publish,
			jobStartedAt
		};
		await require_index.n({
			...inputs,
			publish
		}, {
			nowMs,
			signal,
			sparesCollected: !0,
			...isCollecting ? { collected } : {}
		});
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		_usingCtx$1.d();
	}
}
function readStart({ startedAtMs }) {
	if (startedAtMs !== void 0) return new Date(startedAtMs);
	require_index.N.notice("The duration of the job is left out: its state is not what the step saved.");
}
async function askGithub(inputs, { env, signal }) {
	let { githubToken: token } = inputs;
	if (token === void 0 || !inputs.jobMetrics) return {
		metrics: [],
		steps: []
	};
	let { findJob } = await Promise.resolve().then(() => require("./find-job.js")), found = await findJob({
		apiUrl: env.GITHUB_API_URL ?? "",
		token,
		repository: env.GITHUB_REPOSITORY ?? "",
		runId: env.GITHUB_RUN_ID ?? "",
		attempt: env.GITHUB_RUN_ATTEMPT ?? "",
		checkRunId: inputs.checkRunId,
		jobKey: env.GITHUB_JOB ?? "",
		matrix: inputs.matrix,
		runnerName: env.RUNNER_NAME,
		signal
	});
	if ("problem" in found) return require_index.N.notice(require_index.z(found.problem)), {
		metrics: [],
		steps: []
	};
	let { computeGithubJob } = await Promise.resolve().then(() => require("./compute-github-job.js"));
	return computeGithubJob(found.job);
}
async function readRunner({ sampler }, around) {
	if (sampler === void 0) return;
	let { endMeasuring } = await Promise.resolve().then(() => require("./measure-runner.js")), { problem, ...collected } = await endMeasuring(sampler, around);
	return problem !== void 0 && require_index.N.notice(`The runner was not measured to the end: ${problem}.`), collected;
}
exports.runPost = runPost;
