const require_index = require("./index.js"), require_publish_command = require("./publish-command.js"), require_sizes = require("./sizes.js");
let node_path = require("node:path"), node_os = require("node:os");
// src/collect/job/compute-command.ts
function computeCommand({ name, durationSeconds, isSuccess }) {
	return [{
		nodes: [
			"step",
			name,
			"duration_seconds"
		],
		value: durationSeconds
	}, {
		nodes: [
			"step",
			name,
			"success"
		],
		value: +!!isSuccess
	}];
}
function resolveSamplingTimes({ interval, slot }, faults) {
	let intervalSeconds = resolveSeconds(interval, 300, faults) ?? 5, written = resolveSeconds(slot, 3600, faults);
	written !== void 0 && written < intervalSeconds && faults.add({
		location: slot.name,
		rule: `it is at least as long as ${interval.name}, ${intervalSeconds} seconds`,
		value: String(written),
		cure: "A slot without a sample has no mean."
	});
	let slotSeconds = Math.max(intervalSeconds, written ?? 60);
	return {
		intervalMs: intervalSeconds * 1e3,
		slotMs: slotSeconds * 1e3
	};
}
function resolveSeconds({ name, written }, max, faults) {
	let text = written == null ? "" : require_index.f(written).trim();
	if (text === "") return;
	let seconds = /^[0-9]{1,5}$/.test(text) ? Number(text) : NaN;
	if (seconds >= 1 && seconds <= max) return seconds;
	faults.add({
		location: name,
		rule: `it is a whole number of seconds from 1 to ${max}`,
		value: text
	});
}
// src/cli/preflight.ts
async function preflight(flags, given) {
	let { console, env, faults, collected } = given, { sizes, ...options } = require_publish_command.t(flags, given);
	require_publish_command.a(flags, {
		env,
		faults
	});
	for (let option of ["data", "file"]) flags[option]?.includes("-") && faults.add({
		location: `--${option}`,
		rule: "standard input is the command's",
		value: "-",
		cure: "Name a file."
	});
	await require_sizes.t(sizes, "sizes", faults);
	let nothing = {
		dataFile: [],
		file: [],
		replay: [],
		junit: [],
		coverage: []
	};
	try {
		await require_publish_command.o({
			...options,
			...nothing,
			dryRun: !0,
			onDryRun: (lines) => options.dryRun && require_publish_command.r(lines, env)
		}, {
			...await require_publish_command.i(flags, options, env),
			faults,
			collected
		});
		return;
	} catch (error) {
		if (!(error instanceof require_index.a)) throw error;
		return require_publish_command.n(error, flags, console), 2;
	}
}
// node_modules/isexe/windows.js
var require_windows = require_index.p(((exports, module) => {
	module.exports = isexe, isexe.sync = sync;
	var fs = require("fs");
	function checkPathExt(path, options) {
		var pathext = options.pathExt === void 0 ? process.env.PATHEXT : options.pathExt;
		if (!pathext || (pathext = pathext.split(";"), pathext.indexOf("") !== -1)) return !0;
		for (var i = 0; i < pathext.length; i++) {
			var p = pathext[i].toLowerCase();
			if (p && path.substr(-p.length).toLowerCase() === p) return !0;
		}
		return !1;
	}
	function checkStat(stat, path, options) {
		return !stat.isSymbolicLink() && !stat.isFile() ? !1 : checkPathExt(path, options);
	}
	function isexe(path, options, cb) {
		fs.stat(path, function(er, stat) {
			cb(er, !er && checkStat(stat, path, options));
		});
	}
	function sync(path, options) {
		return checkStat(fs.statSync(path), path, options);
	}
})), require_mode = require_index.p(((exports, module) => {
	module.exports = isexe, isexe.sync = sync;
	var fs = require("fs");
	function isexe(path, options, cb) {
		fs.stat(path, function(er, stat) {
			cb(er, !er && checkStat(stat, options));
		});
	}
	function sync(path, options) {
		return checkStat(fs.statSync(path), options);
	}
	function checkStat(stat, options) {
		return stat.isFile() && checkMode(stat, options);
	}
	function checkMode(stat, options) {
		var mod = stat.mode, uid = stat.uid, gid = stat.gid, myUid = options.uid === void 0 ? process.getuid && process.getuid() : options.uid, myGid = options.gid === void 0 ? process.getgid && process.getgid() : options.gid, u = 64, g = 8, o = 1, ug = u | g;
		return mod & o || mod & g && gid === myGid || mod & u && uid === myUid || mod & ug && myUid === 0;
	}
})), require_isexe = require_index.p(((exports, module) => {
	require("fs");
	var core = process.platform === "win32" || global.TESTING_WINDOWS ? require_windows() : require_mode();
	module.exports = isexe, isexe.sync = sync;
	function isexe(path, options, cb) {
		if (typeof options == "function" && (cb = options, options = {}), !cb) {
			if (typeof Promise != "function") throw TypeError("callback not provided");
			return new Promise(function(resolve, reject) {
				isexe(path, options || {}, function(er, is) {
					er ? reject(er) : resolve(is);
				});
			});
		}
		core(path, options || {}, function(er, is) {
			er && (er.code === "EACCES" || options && options.ignoreErrors) && (er = null, is = !1), cb(er, is);
		});
	}
	function sync(path, options) {
		try {
			return core.sync(path, options || {});
		} catch (er) {
			if (options && options.ignoreErrors || er.code === "EACCES") return !1;
			throw er;
		}
	}
})), require_which = require_index.p(((exports, module) => {
	let isWindows = process.platform === "win32" || process.env.OSTYPE === "cygwin" || process.env.OSTYPE === "msys", path = require("path"), COLON = isWindows ? ";" : ":", isexe = require_isexe(), getNotFoundError = (cmd) => Object.assign(Error(`not found: ${cmd}`), { code: "ENOENT" }), getPathInfo = (cmd, opt) => {
		let colon = opt.colon || COLON, pathEnv = cmd.match(/\//) || isWindows && cmd.match(/\\/) ? [""] : [...isWindows ? [process.cwd()] : [], ...(opt.path || process.env.PATH || "").split(colon)], pathExtExe = isWindows ? opt.pathExt || process.env.PATHEXT || ".EXE;.CMD;.BAT;.COM" : "", pathExt = isWindows ? pathExtExe.split(colon) : [""];
		return isWindows && cmd.indexOf(".") !== -1 && pathExt[0] !== "" && pathExt.unshift(""), {
			pathEnv,
			pathExt,
			pathExtExe
		};
	}, which = (cmd, opt, cb) => {
		typeof opt == "function" && (cb = opt, opt = {}), opt ||= {};
		let { pathEnv, pathExt, pathExtExe } = getPathInfo(cmd, opt), found = [], step = (i) => new Promise((resolve, reject) => {
			if (i === pathEnv.length) return opt.all && found.length ? resolve(found) : reject(getNotFoundError(cmd));
			let ppRaw = pathEnv[i], pathPart = /^".*"$/.test(ppRaw) ? ppRaw.slice(1, -1) : ppRaw, pCmd = path.join(pathPart, cmd), p = !pathPart && /^\.[\\\/]/.test(cmd) ? cmd.slice(0, 2) + pCmd : pCmd;
			resolve(subStep(p, i, 0));
		}), subStep = (p, i, ii) => new Promise((resolve, reject) => {
			if (ii === pathExt.length) return resolve(step(i + 1));
			let ext = pathExt[ii];
			isexe(p + ext, { pathExt: pathExtExe }, (er, is) => {
				if (!er && is) {
					if (opt.all) found.push(p + ext);
					else return resolve(p + ext);
				}
				return resolve(subStep(p, i, ii + 1));
			});
		});
		return cb ? step(0).then((res) => cb(null, res), cb) : step(0);
	};
	module.exports = which, which.sync = (cmd, opt) => {
		opt ||= {};
		let { pathEnv, pathExt, pathExtExe } = getPathInfo(cmd, opt), found = [];
		for (let i = 0; i < pathEnv.length; i++) {
			let ppRaw = pathEnv[i], pathPart = /^".*"$/.test(ppRaw) ? ppRaw.slice(1, -1) : ppRaw, pCmd = path.join(pathPart, cmd), p = !pathPart && /^\.[\\\/]/.test(cmd) ? cmd.slice(0, 2) + pCmd : pCmd;
			for (let j = 0; j < pathExt.length; j++) {
				let cur = p + pathExt[j];
				try {
					if (isexe.sync(cur, { pathExt: pathExtExe })) {
						if (opt.all) found.push(cur);
						else return cur;
					}
				} catch {}
			}
		}
		if (opt.all && found.length) return found;
		if (opt.nothrow) return null;
		throw getNotFoundError(cmd);
	};
})), require_path_key = require_index.p(((exports, module) => {
	let pathKey = (options = {}) => {
		let environment = options.env || process.env;
		return (options.platform || process.platform) === "win32" ? Object.keys(environment).reverse().find((key) => key.toUpperCase() === "PATH") || "Path" : "PATH";
	};
	module.exports = pathKey, module.exports.default = pathKey;
})), require_resolveCommand = require_index.p(((exports, module) => {
	let path = require("path"), which = require_which(), getPathKey = require_path_key();
	function resolveCommandAttempt(parsed, withoutPathExt) {
		let env = parsed.options.env || process.env, cwd = process.cwd(), hasCustomCwd = parsed.options.cwd != null, shouldSwitchCwd = hasCustomCwd && process.chdir !== void 0 && !process.chdir.disabled;
		if (shouldSwitchCwd) try {
			process.chdir(parsed.options.cwd);
		} catch {}
		let resolved;
		try {
			resolved = which.sync(parsed.command, {
				path: env[getPathKey({ env })],
				pathExt: withoutPathExt ? path.delimiter : void 0
			});
		} catch {} finally {
			shouldSwitchCwd && process.chdir(cwd);
		}
		return resolved &&= path.resolve(hasCustomCwd ? parsed.options.cwd : "", resolved), resolved;
	}
	function resolveCommand(parsed) {
		return resolveCommandAttempt(parsed) || resolveCommandAttempt(parsed, !0);
	}
	module.exports = resolveCommand;
})), require_escape = require_index.p(((exports, module) => {
	let metaCharsRegExp = /([()\][%!^"`<>&|;, *?])/g;
	function escapeCommand(arg) {
		return arg = arg.replace(metaCharsRegExp, "^$1"), arg;
	}
	function escapeArgument(arg, doubleEscapeMetaChars) {
		return arg = `${arg}`, arg = arg.replace(/(?=(\\+?)?)\1"/g, "$1$1\\\""), arg = arg.replace(/(?=(\\+?)?)\1$/, "$1$1"), arg = `"${arg}"`, arg = arg.replace(metaCharsRegExp, "^$1"), doubleEscapeMetaChars && (arg = arg.replace(metaCharsRegExp, "^$1")), arg;
	}
	module.exports.command = escapeCommand, module.exports.argument = escapeArgument;
})), require_shebang_regex = require_index.p(((exports, module) => {
	module.exports = /^#!(.*)/;
})), require_shebang_command = require_index.p(((exports, module) => {
	let shebangRegex = require_shebang_regex();
	module.exports = (string = "") => {
		let match = string.match(shebangRegex);
		if (!match) return null;
		let [path, argument] = match[0].replace(/#! ?/, "").split(" "), binary = path.split("/").pop();
		return binary === "env" ? argument : argument ? `${binary} ${argument}` : binary;
	};
})), require_readShebang = require_index.p(((exports, module) => {
	let fs = require("fs"), shebangCommand = require_shebang_command();
	function readShebang(command) {
		let buffer = Buffer.alloc(150), fd;
		try {
			fd = fs.openSync(command, "r"), fs.readSync(fd, buffer, 0, 150, 0), fs.closeSync(fd);
		} catch {}
		return shebangCommand(buffer.toString());
	}
	module.exports = readShebang;
})), require_parse = require_index.p(((exports, module) => {
	let path = require("path"), resolveCommand = require_resolveCommand(), escape = require_escape(), readShebang = require_readShebang(), isWin = process.platform === "win32", isExecutableRegExp = /\.(?:com|exe)$/i, isCmdShimRegExp = /node_modules[\\/].bin[\\/][^\\/]+\.cmd$/i;
	function detectShebang(parsed) {
		parsed.file = resolveCommand(parsed);
		let shebang = parsed.file && readShebang(parsed.file);
		return shebang ? (parsed.args.unshift(parsed.file), parsed.command = shebang, resolveCommand(parsed)) : parsed.file;
	}
	function parseNonShell(parsed) {
		if (!isWin) return parsed;
		let commandFile = detectShebang(parsed), needsShell = !isExecutableRegExp.test(commandFile);
		if (parsed.options.forceShell || needsShell) {
			let needsDoubleEscapeMetaChars = isCmdShimRegExp.test(commandFile);
			parsed.command = path.normalize(parsed.command), parsed.command = escape.command(parsed.command), parsed.args = parsed.args.map((arg) => escape.argument(arg, needsDoubleEscapeMetaChars)), parsed.args = [
				"/d",
				"/s",
				"/c",
				`"${[parsed.command].concat(parsed.args).join(" ")}"`
			], parsed.command = process.env.comspec || "cmd.exe", parsed.options.windowsVerbatimArguments = !0;
		}
		return parsed;
	}
	function parse(command, args, options) {
		args && !Array.isArray(args) && (options = args, args = null), args = args ? args.slice(0) : [], options = Object.assign({}, options);
		let parsed = {
			command,
			args,
			options,
			file: void 0,
			original: {
				command,
				args
			}
		};
		return options.shell ? parsed : parseNonShell(parsed);
	}
	module.exports = parse;
})), require_enoent = require_index.p(((exports, module) => {
	let isWin = process.platform === "win32";
	function notFoundError(original, syscall) {
		return Object.assign(Error(`${syscall} ${original.command} ENOENT`), {
			code: "ENOENT",
			errno: "ENOENT",
			syscall: `${syscall} ${original.command}`,
			path: original.command,
			spawnargs: original.args
		});
	}
	function hookChildProcess(cp, parsed) {
		if (!isWin) return;
		let originalEmit = cp.emit;
		cp.emit = function(name, arg1) {
			if (name === "exit") {
				let err = verifyENOENT(arg1, parsed);
				if (err) return originalEmit.call(cp, "error", err);
			}
			return originalEmit.apply(cp, arguments);
		};
	}
	function verifyENOENT(status, parsed) {
		return isWin && status === 1 && !parsed.file ? notFoundError(parsed.original, "spawn") : null;
	}
	function verifyENOENTSync(status, parsed) {
		return isWin && status === 1 && !parsed.file ? notFoundError(parsed.original, "spawnSync") : null;
	}
	module.exports = {
		hookChildProcess,
		verifyENOENT,
		verifyENOENTSync,
		notFoundError
	};
})), require_cross_spawn = require_index.p(((exports, module) => {
	let cp = require("child_process"), parse = require_parse(), enoent = require_enoent();
	function spawn(command, args, options) {
		let parsed = parse(command, args, options), spawned = cp.spawn(parsed.command, parsed.args, parsed.options);
		return enoent.hookChildProcess(spawned, parsed), spawned;
	}
	function spawnSync(command, args, options) {
		let parsed = parse(command, args, options), result = cp.spawnSync(parsed.command, parsed.args, parsed.options);
		return result.error = result.error || enoent.verifyENOENTSync(result.status, parsed), result;
	}
	module.exports = spawn, module.exports.spawn = spawn, module.exports.sync = spawnSync, module.exports._parse = parse, module.exports._enoent = enoent;
})), import_cross_spawn = require_index.h(require_cross_spawn(), 1);
const SIGNALS = [
	"SIGINT",
	"SIGTERM",
	"SIGHUP",
	"SIGQUIT",
	"SIGUSR1",
	"SIGUSR2",
	"SIGBREAK"
], KEYS = [
	"SIGINT",
	"SIGQUIT",
	"SIGBREAK"
];
function startCommand([program = "", ...args]) {
	let controller = new AbortController(), child, isInTerminal = [
		process.stdin,
		process.stdout,
		process.stderr
	].some(({ isTTY }) => isTTY), handle = (signal) => {
		child === void 0 ? controller.abort() : isInTerminal && KEYS.includes(signal) || child.kill(signal);
	};
	for (let signal of SIGNALS) process.on(signal, handle);
	return {
		ended: new Promise((resolve) => {
			let fail = (error) => {
				child = void 0, resolve(explain(program, error));
			};
			try {
				child = (0, import_cross_spawn.default)(program, args, { stdio: "inherit" });
			} catch (error) {
				fail(error);
				return;
			}
			child.once("error", fail), child.once("spawn", () => {
				child?.removeListener("error", fail).on("error", () => {});
			}), child.once("close", (code, signal) => {
				child = void 0, resolve({ exitCode: code ?? 128 + (signal === null ? 0 : node_os.constants.signals[signal]) });
			});
		}),
		stopping: {
			signal: controller.signal,
			end: () => {
				for (let signal of SIGNALS) process.removeListener(signal, handle);
			}
		}
	};
}
function explain(program, error) {
	let isMissing = error.code === "ENOENT", cause = program === "" ? "It is empty; is a variable not set?" : isMissing ? "It is not in the PATH, or what its first line names is not there." : `${error.message}.`;
	return {
		exitCode: isMissing ? 127 : 126,
		problem: `cannot run ${require_index.d(program)}. ${cause} Nothing was sent.`
	};
}
// src/cli/run-command.ts
async function runCommand(flags, command, env) {
	let console = require_index.r(env, process.stderr), faults = new require_publish_command._(), times = flags.runnerMetrics === !0 ? resolveTimes(flags, faults) : void 0, name = findName(flags, command, faults), wrong = await preflight(flags, {
		console,
		env,
		faults,
		collected: {
			metrics: computeCommand({
				name,
				durationSeconds: 0,
				isSuccess: !0
			}),
			figures: {}
		}
	});
	if (wrong !== void 0) return console.err("The command was not run."), wrong;
	let measurement = await startMeasurement(times), startedAtMs = performance.now(), { ended, stopping } = startCommand(command), end = await ended, durationSeconds = Math.round(performance.now() - startedAtMs) / 1e3, measured = await endMeasurement(measurement);
	try {
		if ("problem" in end) return console.err(`carbonclient: ${end.problem}`), end.exitCode;
		let { exitCode } = end, collected = [{
			metrics: computeCommand({
				name,
				durationSeconds,
				isSuccess: exitCode === 0
			}),
			figures: {}
		}, ...measured], delivered = await require_publish_command.runPublish(flags, {
			console,
			env
		}, {
			collected,
			stopping
		});
		return exitCode === 0 && flags.failOnError === !0 ? delivered : exitCode;
	} catch (error) {
		return console.err(error instanceof Error ? String(error.stack) : String(error)), end.exitCode;
	} finally {
		stopping.end();
	}
}
function findName(flags, [program = ""], faults) {
	let { name } = flags;
	return typeof name == "string" ? (name.trim() === "" && faults.add({
		location: "name",
		rule: "it is empty",
		cure: "Leave it out for the program's name."
	}), name) : (0, node_path.basename)(program).replace(/\.(?:bat|cmd|com|exe|ps1)$/i, "");
}
function resolveTimes(flags, faults) {
	return resolveSamplingTimes({
		interval: {
			name: "runner-metrics-interval",
			written: flags.runnerMetricsInterval
		},
		slot: {
			name: "runner-metrics-slot",
			written: flags.runnerMetricsSlot
		}
	}, faults);
}
async function startMeasurement(times) {
	if (times === void 0) return;
	let { startMeasurement: start } = await Promise.resolve().then(() => require("./measure-runner.js"));
	return start(times, ".");
}
async function endMeasurement(measurement) {
	if (measurement === void 0) return [];
	let { metrics, figures } = await measurement.end();
	return [{
		metrics,
		figures: { runner: figures }
	}];
}
exports.runCommand = runCommand;
