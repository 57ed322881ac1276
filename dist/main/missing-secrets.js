let node_fs = require("node:fs");
// src/action/missing-secrets.ts
function findMissingSecretsCause(env) {
	if (env.GITHUB_ACTOR === "dependabot[bot]") return "a run that Dependabot started";
	if (!/^pull_request(?:_review|_review_comment)?$/.test(env.GITHUB_EVENT_NAME ?? "")) return;
	let head = readEvent(env.GITHUB_EVENT_PATH)?.pull_request?.head;
	if (head !== void 0) return head.repo?.full_name === env.GITHUB_REPOSITORY ? void 0 : "a pull request from a fork";
}
function readEvent(path) {
	if (path !== void 0 && path !== "") try {
		return JSON.parse((0, node_fs.readFileSync)(path, "utf8"));
	} catch {
		return;
	}
}
exports.findMissingSecretsCause = findMissingSecretsCause;
