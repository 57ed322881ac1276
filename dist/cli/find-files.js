const require_index = require("./index.js"), require_sources = require("./sources.js");
let node_path = require("node:path");
node_path = require_index.h(node_path, 1);
let node_fs = require("node:fs"), node_os = require("node:os");
// src/read/file-patterns.ts
function parsePatterns(lines) {
	let patterns = lines.map(parseLine).filter(({ pattern }) => pattern !== "" && !pattern.startsWith("#"));
	return patterns.flatMap(({ pattern, isExclusion }, index) => isExclusion ? [] : [{
		pattern,
		excluded: patterns.slice(index + 1).filter((later) => later.isExclusion).map((later) => later.pattern)
	}]);
}
function toAbsolutePattern(pattern, roots, platform = process.platform) {
	let isWindows = platform === "win32", slashed = toSlashes(pattern, platform);
	return slashed === "~" || slashed.startsWith("~/") ? `${roots.home}${slashed.slice(1)}` : slashed.startsWith("/") || isWindows && /^[A-Za-z]:\//.test(slashed) ? slashed : `${roots.folder}/${slashed}`;
}
function toSlashes(pattern, platform = process.platform) {
	return platform === "win32" ? pattern.replaceAll("\\", "/") : pattern;
}
function parseLine(line) {
	let text = line.trim(), marks = /^(?:!\s*)*/.exec(text)?.[0] ?? "", isExclusion = marks.replace(/\s/g, "").length % 2 == 1;
	return {
		pattern: text.slice(marks.length),
		isExclusion
	};
}
async function walkFolders(walk) {
	let { glob } = await Promise.resolve().then(() => require("./tinyglobby.js")), lister = new FolderLister(walk.policy), paths = (await glob([...walk.patterns], toGlobOptions({
		...walk,
		fs: lister.adapter
	}))).map((path) => (0, node_path.resolve)(path)).sort();
	return {
		files: new Map(paths.map((path) => [path, lister.realPathOf(path)])),
		fencedOff: lister.fencedOff,
		unreadable: lister.unreadable
	};
}
function toGlobOptions(given) {
	return {
		cwd: (0, node_path.parse)(given.anchor).root,
		ignore: [...given.excluded],
		fs: given.fs,
		absolute: !0,
		dot: !0,
		expandDirectories: !1,
		followSymbolicLinks: !1,
		caseSensitiveMatch: process.platform !== "win32"
	};
}
async function escapePath(path) {
	let { convertPathToPattern } = await Promise.resolve().then(() => require("./tinyglobby.js"));
	return convertPathToPattern(toSlashes(path));
}
var FolderLister = class {
	fencedOff = [];
	unreadable = [];
	adapter;
	#policy;
	#realFolders = new Map();
	#realTargets = new Map();
	#visits = new Map();
	#start;
	constructor(policy) {
		this.#policy = policy;
		let readdir = (folder, _, callback) => {
			this.#list((0, node_path.resolve)(folder)).then((entries) => callback(null, entries), (error) => callback(error, []));
		};
		this.adapter = { readdir };
	}
	realPathOf(path) {
		return this.#realTargets.get(path) ?? (0, node_path.join)(this.#realFolders.get((0, node_path.dirname)(path)) ?? "", (0, node_path.basename)(path));
	}
	async #list(path) {
		this.#start ??= path;
		let realPath = await node_fs.promises.realpath(path);
		if (await this.#policy?.allows({
			path,
			realPath,
			base: this.#start
		}) === !1) return this.fencedOff.push(path), [];
		if (this.#isWalkedAlready(path, realPath)) return [];
		this.#realFolders.set(path, realPath);
		try {
			let entries = await node_fs.promises.readdir(realPath, { withFileTypes: !0 });
			return this.#policy === void 0 ? await Promise.all(entries.map((entry) => this.#follow(entry, path))) : entries;
		} catch (error) {
			return /^E(?:ACCES|PERM)$/.test(error.code ?? "") && this.unreadable.push(path), [];
		}
	}
	#isWalkedAlready(path, realPath) {
		for (let above = (0, node_path.dirname)(path); this.#realFolders.has(above); above = (0, node_path.dirname)(above)) if (this.#realFolders.get(above) === realPath) return !0;
		let visits = (this.#visits.get(realPath) ?? 0) + 1;
		return this.#visits.set(realPath, visits), visits > 16;
	}
	async #follow(entry, folder) {
		if (!entry.isSymbolicLink()) return entry;
		let path = (0, node_path.join)(folder, entry.name);
		try {
			let realPath = await node_fs.promises.realpath(path), target = await node_fs.promises.stat(realPath);
			return target.isFile() && this.#realTargets.set(path, realPath), {
				name: entry.name,
				isFile: () => target.isFile(),
				isDirectory: () => target.isDirectory(),
				isSymbolicLink: () => !1
			};
		} catch {
			return entry;
		}
	}
};
// src/read/match-name.ts
async function isLeft(path, excluded) {
	if (excluded.length === 0) return !0;
	let { glob } = await Promise.resolve().then(() => require("./tinyglobby.js")), entry = {
		name: (0, node_path.basename)(path),
		isFile: () => !0,
		isDirectory: () => !1,
		isSymbolicLink: () => !1
	};
	return (await glob([await escapePath(path)], toGlobOptions({
		anchor: (0, node_path.dirname)(path),
		excluded,
		fs: { readdir: (_folder, _, callback) => callback(null, [entry]) }
	}))).length > 0;
}
// src/read/symlink-policy.ts
var SymlinkPolicy = class SymlinkPolicy {
	#workspace;
	constructor(realWorkspace) {
		this.#workspace = realWorkspace;
	}
	static async of(folder, workspace) {
		let inner = await node_fs.promises.realpath(folder), outer = workspace === void 0 ? void 0 : await node_fs.promises.realpath(workspace).catch(() => void 0);
		return new SymlinkPolicy(outer !== void 0 && isInside(inner, outer) ? outer : inner);
	}
	async allows({ path, realPath, base }) {
		if (isInside(realPath, this.#workspace)) return !0;
		for (let folder of listAncestors(path)) if (isInside(await node_fs.promises.realpath(folder), this.#workspace)) return !1;
		return isInside(realPath, await node_fs.promises.realpath(base));
	}
};
function isInside(path, folder, paths = node_path) {
	let way = paths.relative(folder, path);
	return way !== ".." && !way.startsWith(`..${paths.sep}`) && !paths.isAbsolute(way);
}
function listAncestors(path) {
	let parent = node_path.dirname(path);
	return parent === path ? [] : [parent, ...listAncestors(parent)];
}
// src/read/find-files.ts
const GLOB = /[*?[\]{}()!+@|\\]/, ALL_BELOW = "**/*";
async function findFiles(lines, options) {
	let folder = process.cwd(), policy = options.followLinks ? void 0 : await SymlinkPolicy.of(folder, options.workspace), files = new Map(), unmatched = [], problems = [], patterns = parsePatterns(lines);
	patterns.length === 0 && unmatched.push({
		pattern: "",
		problem: explainNothing(lines)
	});
	for (let pattern of patterns) {
		let found = await new Search({
			pattern,
			folder,
			policy,
			options
		}).find(), isMatched = found.files.length > 0;
		isMatched || unmatched.push({
			pattern: pattern.pattern,
			problem: found.problems[0]
		}), problems.push(...found.problems.slice(+!isMatched));
		for (let file of found.files) files.has(file.realPath) || files.set(file.realPath, file);
	}
	return {
		files: [...files.values()],
		unmatched,
		problems
	};
}
var Search = class {
	#pattern;
	#folder;
	#policy;
	#options;
	constructor(given) {
		this.#pattern = given.pattern, this.#folder = given.folder, this.#policy = given.policy, this.#options = given.options;
	}
	async find() {
		let { pattern } = this.#pattern;
		if (pattern === "-" && this.#options.hasStdin === !0) return {
			files: [require_sources.t],
			problems: []
		};
		let path = (0, node_path.resolve)(toAbsolutePattern(pattern, {
			folder: this.#folder,
			home: (0, node_os.homedir)()
		})), target = await node_fs.promises.stat(path).catch(() => void 0);
		return target === void 0 ? GLOB.test(pattern) ? this.#walk(await this.#toGlobs(), path) : none() : target.isDirectory() ? this.#options.folders === "take" ? this.#walk([`${await escapePath(path)}/${ALL_BELOW}`], path) : none({
			rule: "it is a folder, not a file",
			value: pattern,
			cure: "Name the files in it, such as reports/**/*.xml."
		}) : this.#takeName(path, target);
	}
	async #takeName(path, target) {
		if (!await isLeft(path, await this.#toExclusions())) return none();
		let shown = this.#show(path), isByOperator = this.#options.isByOperator === !0;
		if (!target.isFile() && !isByOperator) return none({
			rule: "it is not a regular file",
			value: shown,
			cure: "Name a file; pipes, sockets and devices are not read."
		});
		let realPath = await node_fs.promises.realpath(path).catch(() => void 0);
		if (realPath === void 0 && !isByOperator) return none();
		let { root } = (0, node_path.parse)(realPath ?? path), base = isByOperator ? root : (0, node_path.dirname)(path);
		if ((isByOperator && this.#options.workspace === void 0 || await this.#policy?.allows({
			path,
			realPath: realPath ?? root,
			base
		})) === !1) return none(explainLink(shown));
		let isRegular = target.isFile() && realPath !== void 0, file = {
			path: shown,
			realPath: realPath ?? path
		};
		return {
			files: [isRegular ? file : {
				...file,
				isStream: !0
			}],
			problems: []
		};
	}
	async #walk(patterns, anchor) {
		let walked = await walkFolders({
			patterns,
			excluded: await this.#toExclusions(),
			anchor,
			policy: this.#policy
		});
		return {
			files: [...walked.files].map(([path, realPath]) => ({
				path: this.#show(path),
				realPath
			})),
			problems: [...walked.fencedOff.map((path) => explainLink(this.#show(path))), ...walked.unreadable.map((path) => explainUnreadable(this.#show(path)))]
		};
	}
	async #toGlobs() {
		let glob = (await this.#toAbsolute([this.#pattern.pattern]))[0] ?? "", files = glob.replace(/\/\*\*$/, `/${ALL_BELOW}`);
		return this.#options.folders === "take" ? [files, `${glob}/${ALL_BELOW}`] : [files];
	}
	async #toExclusions() {
		return (await this.#toAbsolute(this.#pattern.excluded)).flatMap((glob) => [glob, `${glob}/**`]);
	}
	async #toAbsolute(patterns) {
		if (patterns.length === 0) return [];
		let roots = {
			folder: await escapePath(this.#folder),
			home: await escapePath((0, node_os.homedir)())
		};
		return patterns.map((pattern) => toAbsolutePattern(pattern, roots).replace(/\/+$/, ""));
	}
	#show(path) {
		return toSlashes(isInside(path, this.#folder) ? (0, node_path.relative)(this.#folder, path) : path);
	}
};
function none(...problems) {
	return {
		files: [],
		problems
	};
}
function explainNothing(lines) {
	return {
		rule: "nothing is included",
		value: lines.join(" "),
		cure: "Name at least one file or glob, without \"!\" or \"#\" before it."
	};
}
function explainLink(value) {
	return {
		rule: "it is left out, because a link leads out of the workspace",
		value,
		cure: "Set follow-symbolic-links to true if links may lead anywhere."
	};
}
function explainUnreadable(value) {
	return {
		rule: "this user may not list the folder, so its files are missing",
		value,
		cure: "Give this user the right, or leave the folder out with \"!\"."
	};
}
exports.findFiles = findFiles;
