const require_index = require("./index.js"), require_guard_stream = require("./guard-stream.js"), NODE = "[A-Za-z0-9_:!#$%&+<=>@^`~-]{1,250}", FULL_LINE = RegExp(`^(${NODE}(?:\\.${NODE})*(?:;(?!name=)[\\x22-\\x3a\\x3c\\x3e-\\x5d\\x5f-\\x7e]{1,200}=[\\x21-\\x3a\\x3c-\\x7d][\\x21-\\x3a\\x3c-\\x7e]{0,199})*) ([+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?) ([1-9]\\d{0,9})$`);
function createLineChecker(origin, faults) {
	return {
		startWindow: () => {},
		format(line, batches) {
			let match = FULL_LINE.exec(line.text), location = `${origin}, line ${line.number}`;
			if (match === null || !line.ended) {
				let cause = line.ended ? "one space between the fields, no CR" : "and ends with a line feed", cure = line.ended ? cureOf(line.text) : "Was the file cut off?";
				faults.add({
					location,
					rule: `a line to replay is "path value timestamp", ${cause}`,
					value: line.text,
					cure
				});
				return;
			}
			let [, path = "", value, timestamp] = match;
			if (!hasSortedTags(path)) faults.add({
				location,
				rule: "tags stand in the order of their names, each once",
				value: line.text,
				cure: "Sort them."
			});
			else if (line.text.length >= 8192) faults.add({
				location,
				rule: `a line has at most ${require_index.m} bytes`,
				value: line.text
			});
			else if (Number(timestamp) > 4294967295 || !Number.isFinite(Number(value))) {
				let rule = `a value is finite and a timestamp at most ${require_index.l} (seconds)`;
				faults.add({
					location,
					rule,
					value: line.text,
					cure: "Correct or remove the line."
				});
			} else batches.append(line.text), batches.append("\n"), batches.endLine();
		}
	};
}
function cureOf(text) {
	return / \d{12,}$/.test(text) ? "The timestamp looks like milliseconds: divide it by 1000." : "Other lines are for data-file, or for --file on the command line.";
}
function hasSortedTags(path) {
	let names = path.split(";").slice(1).map((tag) => tag.slice(0, tag.indexOf("=")));
	return names.every((name, index) => index === 0 || (names[index - 1] ?? "") < name);
}
// src/publish/send-streams.ts
async function sendStreams({ streams, replays }, { sender, lines, rules }) {
	let streamRules = {
		...rules,
		consequence: () => describeSent(sender)
	}, guard = {
		faults: rules.faults,
		signal: sender.signal
	};
	for (let stream of streams) {
		lines.startWindow();
		let items = require_guard_stream.t(stream.items, guard);
		await sender.sendStream(require_index.f(items, collecting(stream, lines), streamRules));
	}
	for (let { file, origin, lines: written } of replays) {
		let checker = createLineChecker(origin, rules.faults);
		await sender.replay(file, require_index.f(require_guard_stream.t(written, guard), checker, streamRules));
	}
}
function collecting(stream, lines) {
	return {
		startWindow: () => lines.startWindow(),
		format: (item, batches) => {
			let metric = stream.collect(item);
			metric !== void 0 && lines.formatWritten(metric, batches);
		}
	};
}
function describeSent(sender) {
	let { lines } = sender.toFacts();
	return lines === 0 ? "Nothing was sent." : `Before this window, lines had been sent: ${lines}.`;
}
exports.sendStreams = sendStreams;
