// src/collect/job/name-steps.ts
const RUN = /^(Pre |Post )?Run (?=.*\S)/s, ACTION_WITH_REF = /^((?:Pre |Post )?[\w.-]+(?:\/[\w.-]+)+)@.+$/s;
function nameSteps(names) {
	let taken = new Set(), numbers = new Map();
	return names.map((name) => {
		let own = nameStep(name), given = own;
		for (let number = numbers.get(own) ?? 2; taken.has(given); number += 1) given = `${own}_${number}`, numbers.set(own, number + 1);
		return taken.add(given), given;
	});
}
function nameStep(name) {
	return cutToCharacters(name.trim().replace(RUN, "$1").replace(ACTION_WITH_REF, "$1").trim()) || "unnamed";
}
function cutToCharacters(text) {
	return [...text.slice(0, 120)].slice(0, 60).join("");
}
// src/collect/job/compute-github-job.ts
const SETUP_STEP = "Set up job";
function computeGithubJob(job) {
	let steps = computeSteps(job.steps), queuedSeconds = computeQueuedSeconds(job), setup = job.steps.find(({ name }) => name === SETUP_STEP), setupFigure = setup === void 0 ? void 0 : computeStep(setup, SETUP_STEP), metrics = [];
	queuedSeconds !== void 0 && metrics.push({
		nodes: ["job", "queued_seconds"],
		value: queuedSeconds
	}), setupFigure !== void 0 && metrics.push({
		nodes: ["job", "setup_seconds"],
		value: computeSeconds(setupFigure)
	});
	for (let step of steps) metrics.push({
		nodes: [
			"step",
			step.name,
			"duration_seconds"
		],
		value: computeSeconds(step)
	}), metrics.push({
		nodes: [
			"step",
			step.name,
			"success"
		],
		value: +!!step.isSuccess
	});
	return {
		metrics,
		steps
	};
}
function computeQueuedSeconds({ status, createdAtMs, startedAtMs }) {
	if (status !== "in_progress" && status !== "completed" || createdAtMs === void 0 || startedAtMs === void 0) return;
	let seconds = (startedAtMs - createdAtMs) / 1e3;
	return seconds >= 0 && seconds <= 3024e3 ? seconds : void 0;
}
function computeSteps(steps) {
	let names = nameSteps(steps.map(({ name }) => name));
	return steps.map((step, index) => computeStep(step, names[index] ?? step.name)).filter((figure) => figure !== void 0);
}
function computeStep(step, name) {
	let { status, conclusion, startedAtMs, completedAtMs } = step;
	if (status === "completed" && conclusion !== void 0 && conclusion !== "skipped" && startedAtMs !== void 0 && completedAtMs !== void 0) return {
		name,
		startedAt: startedAtMs / 1e3,
		endedAt: Math.max(startedAtMs, completedAtMs) / 1e3,
		isSuccess: conclusion === "success"
	};
}
function computeSeconds({ startedAt, endedAt }) {
	return Math.round((endedAt - startedAt) * 1e3) / 1e3;
}
exports.computeGithubJob = computeGithubJob;
