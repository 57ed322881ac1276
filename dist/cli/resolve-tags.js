const require_tree = require("./tree.js"), require_publish_command = require("./publish-command.js");
// src/options/resolve-tags.ts
async function resolveTags(written, faults) {
	let tree = written;
	if (typeof written == "string") {
		let { parseYaml } = await Promise.resolve().then(() => require("./yaml2.js")).then((n) => n.n), before = faults.count;
		if (tree = await parseYaml(written, "tags", faults), faults.count > before || tree === void 0) return {};
	}
	let tags = require_tree.t(tree, "tags", faults) ?? {}, found = require_publish_command.d(tags, "tags");
	for (let fault of found) faults.add(fault);
	return found.length === 0 ? tags : {};
}
exports.resolveTags = resolveTags;
