const require_receiver = require("./receiver.js"), require_usingCtx = require("./usingCtx.js");
let node_events = require("node:events");
// src/cli/listen-command.ts
async function runListen(flags, console) {
	let [host, port] = [String(flags.host), Number(flags.port)], stopped = Promise.race([(0, node_events.once)(process, "SIGINT"), (0, node_events.once)(process, "SIGTERM")]);
	try {
		try {
			var _usingCtx$1 = require_usingCtx.t();
			let receiver = _usingCtx$1.a(await require_receiver.t({
				host,
				port,
				keep: !1,
				onLine: ({ text }) => console.out(text),
				onBadLine: ({ text, reason }) => console.err(`bad line (${reason}): ${text.slice(0, 200)}`)
			}));
			console.err(`Listening on ${receiver.host} port ${receiver.port}; Ctrl-C ends it.`), await stopped;
			let { connections, lines, badLines } = receiver.counts;
			return console.err(`Lines: ${lines}. Bad lines: ${badLines}. Connections: ${connections}.`), 0;
		} catch (_) {
			_usingCtx$1.e = _;
		} finally {
			await _usingCtx$1.d();
		}
	} catch (error) {
		return console.err(`carbonclient: cannot listen on ${host} port ${port}: ${error.message}`), 1;
	}
}
exports.runListen = runListen;
