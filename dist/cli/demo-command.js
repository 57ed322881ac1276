const require_receiver = require("./receiver.js"), require_index = require("./index.js"), require_usingCtx = require("./usingCtx.js");
let node_child_process = require("node:child_process"), node_path = require("node:path"), node_fs = require("node:fs"), node_fs_promises = require("node:fs/promises"), node_util = require("node:util"), node_crypto = require("node:crypto"), node_os = require("node:os");
async function readNumbers(folder) {
	let files = await listTracked(folder) ?? await listAll(folder), measured = await Promise.all(files.slice(0, 400).map((file) => measureFile(folder, file))), bundle = files.filter((file) => file.startsWith("dist/")), bytesOf = new Map(measured.flat().map(({ metric, value }) => [metric, Number(value)]));
	return [
		{
			metric: "checkout.files",
			value: files.length
		},
		{
			metric: "checkout.dist.bytes",
			value: bundle.reduce((sum, file) => sum + (bytesOf.get(`${nodesOf(file)}.bytes`) ?? 0), 0)
		},
		...await readHistory(folder),
		...measured.flat()
	];
}
async function measureFile(folder, file) {
	let text = await (0, node_fs_promises.readFile)((0, node_path.join)(folder, file), "utf8").catch(() => void 0);
	if (text === void 0) return [];
	let lines = text.split("\n"), longest = lines.reduce((most, line) => Math.max(most, line.length), 0);
	return [
		{
			metric: `${nodesOf(file)}.bytes`,
			value: Buffer.byteLength(text)
		},
		{
			metric: `${nodesOf(file)}.lines`,
			value: lines.length - 1
		},
		{
			metric: `${nodesOf(file)}.longest_line`,
			value: longest
		}
	];
}
async function readHistory(folder) {
	let [commits, headTime] = await Promise.all([git(folder, "rev-list", "--count", "HEAD"), git(folder, "log", "-1", "--format=%ct")]);
	if (commits === void 0 || headTime === void 0) return [];
	let age = Math.floor(Date.now() / 1e3) - Number(headTime);
	return [{
		metric: "checkout.commits",
		value: Number(commits)
	}, {
		metric: "checkout.head_age_seconds",
		value: age
	}];
}
async function listTracked(folder) {
	return (await git(folder, "ls-files", "-z"))?.split("\0").filter((file) => file !== "");
}
async function listAll(folder) {
	return (await (0, node_fs_promises.readdir)(folder, { recursive: !0 })).map((name) => name.split(node_path.sep).join("/")).filter((name) => !/(?:^|\/)(?:node_modules|\.git)(?:\/|$)/.test(name)).sort();
}
async function git(folder, ...args) {
	return (0, node_util.promisify)(node_child_process.execFile)("git", [
		"-C",
		folder,
		...args
	], { maxBuffer: 16777216 }).then(({ stdout }) => stdout.trim(), () => void 0);
}
function nodesOf(file) {
	return file.split("/").map((part) => part.replace(/[^A-Za-z0-9_-]+/g, "_")).join(".");
}
// src/cli/demo/run-step.ts
async function runStep(bundle, inputs, data) {
	let folder = await (0, node_fs_promises.mkdtemp)((0, node_path.join)((0, node_os.tmpdir)(), "carbon-demo-"));
	try {
		let [output, summary, dataFile] = [
			"output",
			"summary",
			"numbers.json"
		].map((name) => (0, node_path.join)(folder, name));
		if (output === void 0 || summary === void 0 || dataFile === void 0) throw Error("no folder");
		await Promise.all([
			(0, node_fs_promises.writeFile)(output, ""),
			(0, node_fs_promises.writeFile)(summary, ""),
			(0, node_fs_promises.writeFile)(dataFile, data)
		]);
		let { exitCode, log } = await run(bundle, {
			...toVariables({
				...inputs,
				"data-file": dataFile
			}),
			GITHUB_ACTIONS: "true",
			GITHUB_EVENT_NAME: "push",
			GITHUB_OUTPUT: output,
			GITHUB_REPOSITORY: "org/repo",
			GITHUB_STEP_SUMMARY: summary,
			GITHUB_RUN_ID: (0, node_crypto.randomUUID)()
		});
		return {
			exitCode,
			log,
			outputs: parseOutputs(await (0, node_fs_promises.readFile)(output, "utf8")),
			summary: await (0, node_fs_promises.readFile)(summary, "utf8")
		};
	} finally {
		await (0, node_fs_promises.rm)(folder, {
			recursive: !0,
			force: !0
		});
	}
}
function toVariables(inputs) {
	let expressions = {
		"${{ github.repository }}": "org/repo",
		"${{ toJSON(matrix) }}": "null",
		"${{ runner.temp }}/carbon-undelivered": "",
		"${{ job.status }}": "success",
		"${{ job.check_run_id }}": ""
	}, declared = require_index.t.filter(({ faces }) => faces.includes("action"));
	return Object.fromEntries(declared.map(({ name, defaults }) => {
		let fallback = defaults?.action ?? "";
		return [`INPUT_${name.toUpperCase()}`, inputs[name] ?? expressions[fallback] ?? fallback];
	}));
}
function run(bundle, env) {
	return new Promise((resolve, reject) => {
		let child = (0, node_child_process.spawn)(process.execPath, [bundle], {
			env,
			stdio: [
				"ignore",
				"pipe",
				"pipe"
			]
		}), chunks = [];
		child.stdout.on("data", (chunk) => chunks.push(chunk)), child.stderr.on("data", (chunk) => chunks.push(chunk)), child.once("error", reject), child.once("close", (exitCode) => resolve({
			exitCode,
			log: Buffer.concat(chunks).toString()
		}));
	});
}
function parseOutputs(text) {
	let found = text.matchAll(/^(\S+?)<<(\S+)\r?\n([\s\S]*?)\r?\n\2$/gm);
	return new Map([...found].map(([, name = "", , value = ""]) => [name, value]));
}
async function runDemo(console) {
	try {
		var _usingCtx$1 = require_usingCtx.t();
		let receiver = _usingCtx$1.a(await require_receiver.t()), numbers = await readNumbers(process.cwd()), server = `${receiver.host}:${receiver.port}`;
		console.out(`An embedded receiver listens on ${server}.`), console.out(`The action's bundle sends ${numbers.length} numbers of this folder to it, as a runner would start it:`);
		let end = await runStep(findBundle(), { server }, JSON.stringify(numbers));
		section(console, "log", end.log.trimEnd().split("\n"));
		let lines = receiver.lines.map(({ text }) => text), rest = lines.length - 10, more = rest > 0 ? [`\u2026 and ${rest} more`] : [];
		section(console, `lines that arrived: ${lines.length}`, [...lines.slice(0, 10), ...more]), section(console, "outputs", [...end.outputs].map(([name, value]) => `${name}=${value}`)), section(console, "job summary", cutRows(end.summary.trimEnd().split("\n")));
		let whole = end.exitCode === 0 && receiver.badLines.length === 0 && lines.length === numbers.length;
		return whole || console.err("The demo went wrong: not every number arrived."), +!whole;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
function section(console, title, lines) {
	console.out(`\n== ${title} ==`);
	for (let line of lines) console.out(line);
}
function cutRows(lines) {
	let rows = lines.filter((line) => line.startsWith("<tr>")), hidden = new Set(rows.slice(8)), kept = lines.filter((line) => !hidden.has(line));
	return hidden.size === 0 ? kept : [...kept, `(${hidden.size} more rows)`];
}
function findBundle() {
	let commandLine = (0, node_fs.realpathSync)(process.argv[1] ?? "");
	return (0, node_path.join)((0, node_path.dirname)(commandLine), "..", "main", "index.js");
}
exports.runDemo = runDemo;
