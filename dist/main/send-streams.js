const require_index = require("./index.js"), NODE = "[A-Za-z0-9_:!#$%&+<=>@^`~-]{1,250}", FULL_LINE = RegExp(`^(${NODE}(?:\\.${NODE})*(?:;(?!name=)[\\x22-\\x3a\\x3c\\x3e-\\x5d\\x5f-\\x7e]{1,200}=[\\x21-\\x3a\\x3c-\\x7d][\\x21-\\x3a\\x3c-\\x7e]{0,199})*) ([+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?) ([1-9]\\d{0,9})$`);
function createLineChecker(origin, faults) {
	return {
		startWindow: () => {},
		format(line, batches) {
			let match = FULL_LINE.exec(line.text), at = `${origin}, line ${line.number}`;
			if (match === null || !line.ended) {
				let cause = line.ended ? "one space between the fields, no CR" : "and ends with a line feed", cure = line.ended ? "Use data-file for other lines." : "Was the file cut off?";
				faults.add({
					at,
					rule: `a line to replay is "path value timestamp", ${cause}`,
					value: line.text,
					cure
				});
				return;
			}
			let [, path = "", value, timestamp] = match;
			if (!hasSortedTags(path)) faults.add({
				at,
				rule: "tags stand in the order of their names, each once",
				value: line.text,
				cure: "Sort them."
			});
			else if (line.text.length >= 8192) faults.add({
				at,
				rule: `a line has at most ${require_index.E} bytes`,
				value: line.text
			});
			else if (Number(timestamp) > 4294967295 || !Number.isFinite(Number(value))) {
				let rule = `a value is finite and a timestamp at most ${require_index.I} (seconds)`;
				faults.add({
					at,
					rule,
					value: line.text,
					cure: "Correct or remove the line."
				});
			} else batches.append(line.text), batches.append("\n"), batches.endLine();
		}
	};
}
function hasSortedTags(path) {
	let names = path.split(";").slice(1).map((tag) => tag.slice(0, tag.indexOf("=")));
	return names.every((name, index) => index === 0 || (names[index - 1] ?? "") < name);
}
// src/read/guard-stream.ts
async function* guardStream(chunks, guard) {
	if (!(Symbol.asyncIterator in chunks)) {
		yield* chunks;
		return;
	}
	let { faults, signal } = guard, iterator = chunks[Symbol.asyncIterator](), abort = () => {}, onAbort = () => abort(require_index.w(signal));
	signal.addEventListener("abort", onAbort, { once: !0 });
	try {
		for (;;) {
			let next = await new Promise((resolve, reject) => {
				abort = reject, signal.aborted && onAbort(), iterator.next().then(resolve, reject);
			});
			if (next.done === !0) return;
			yield next.value;
		}
	} catch (error) {
		if (!(error instanceof require_index.B)) throw error;
		for (let fault of error.faults) faults.add(fault);
	} finally {
		signal.removeEventListener("abort", onAbort), iterator.return?.().catch(() => {});
	}
}
// src/send-streams.ts
async function sendStreams({ streams, replays }, { run, lines, rules }) {
	let streamRules = {
		...rules,
		consequence: () => run.describeSent()
	}, guard = {
		faults: rules.faults,
		signal: run.signal
	};
	for (let stream of streams) {
		lines.startWindow();
		let items = guardStream(stream.items, guard);
		await run.sendStream(require_index.D(items, collecting(stream, lines), streamRules));
	}
	for (let replay of replays) {
		let checker = createLineChecker(replay.origin, rules.faults);
		await run.replay(replay.file, require_index.D(guardStream(replay.lines, guard), checker, streamRules));
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
exports.sendStreams = sendStreams;
