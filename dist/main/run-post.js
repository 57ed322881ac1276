const require_index = require("./index.js");
// src/model/collected.ts
function joinCollected(parts) {
	let steps = parts.flatMap((part) => part.steps ?? []);
	return {
		metrics: parts.flatMap(({ metrics }) => metrics),
		figures: Object.assign({}, ...parts.map(({ figures }) => figures)),
		warnings: parts.flatMap(({ warnings = [] }) => warnings),
		...steps.length === 0 ? {} : { steps }
	};
}
// src/action/run-post.ts
async function runPost(env, state) {
	let inputs = require_index.H(env, "post");
	await require_index.G((signal) => publishEnd(inputs, {
		env,
		state,
		signal
	}));
}
async function publishEnd(inputs, context) {
	let { env, state, signal } = context, nowMs = Date.now(), [asked, measured] = await Promise.all([askGithub(inputs, {
		env,
		signal
	}), readRunner(state, {
		env,
		nowMs
	})]);
	if (!inputs.reportsAtEnd || await require_index.r(inputs, env) !== void 0) return;
	let collected = joinCollected([asked, measured].filter((part) => part !== void 0)), isCollecting = inputs.jobMetrics || inputs.runnerMetrics !== void 0, jobStartedAt = inputs.jobMetrics ? readStart(state) : void 0, publish = {
		...inputs.publish,
		jobStartedAt
	};
	await require_index.i({
		...inputs,
		publish
	}, {
		nowMs,
		signal,
		sendsCollectedDespiteFaults: !0,
		...isCollecting ? { collected } : {}
	});
}
function readStart({ startedAtMs }) {
	if (startedAtMs !== void 0) return new Date(startedAtMs);
	require_index.K.notice("The duration of the job is left out: its state is not what the step saved.");
}
async function askGithub(inputs, { env, signal }) {
	let { githubToken: token, checkRunId, matrix } = inputs;
	if (token === void 0 || !inputs.jobMetrics) return;
	let { collectGithubJob } = await Promise.resolve().then(() => require("./collect-github-job.js")), { warnings = [], ...collected } = await collectGithubJob({
		token,
		checkRunId,
		matrix,
		env,
		signal
	});
	for (let message of warnings) require_index.K.notice(message);
	return collected;
}
async function readRunner({ sampler }, context) {
	if (sampler === void 0) return;
	let { endMeasuring } = await Promise.resolve().then(() => require("./measure-runner.js")), { problem, ...collected } = await endMeasuring(sampler, context);
	return problem !== void 0 && require_index.K.notice(`The runner was not measured to the end: ${problem}.`), collected;
}
exports.runPost = runPost;
