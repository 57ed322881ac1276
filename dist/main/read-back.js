const require_index = require("./index.js");
async function readBack(windows, how) {
	let { verifyPoints } = await Promise.resolve().then(() => require("./verify-points.js")), { access, timeoutMs } = how.config, { verified, missing, problem } = await verifyPoints(windows.flatMap((window) => toPoints(window, how.isKept(window))), {
		access,
		limits: {
			timeoutMs,
			signal: how.signal
		},
		resend: async (lines) => {
			let batches = toBatches(lines);
			for (let start = 0; start < batches.length; start += 64) await how.resend(batches.slice(start, start + 64));
		}
	}), failure = missing.length === 0 ? void 0 : toFailure(missing, {
		total: verified + missing.length,
		problem
	}), lost = toBatches(missing.filter(({ isKept }) => !isKept));
	return {
		verified,
		missing: missing.length,
		lost,
		failure
	};
}
function toPoints(window, isKept) {
	return window.flatMap(({ bytes }) => Buffer.from(bytes).toString("latin1").split("\n").slice(0, -1).map((line) => {
		let [series = "", value, timestamp] = line.split(" ");
		return {
			series,
			value: Number(value),
			timestamp: Number(timestamp),
			line,
			isKept
		};
	}));
}
function toBatches(points) {
	let batches = new require_index.O(500);
	for (let { line } of points) batches.append(line), batches.append("\n"), batches.endLine();
	return batches.take();
}
function toFailure(missing, found) {
	let names = missing.slice(0, 100).map(({ series }) => require_index.V(series)), rest = missing.length > names.length ? ` \u2026 and ${missing.length - names.length} more` : "", problem = found.problem === void 0 ? "" : ` ${found.problem}`, message = `Of ${found.total} points Graphite does not show ${missing.length}.${problem} Missing: ${names.join(", ")}${rest}.`;
	return new require_index.L(message, {
		retryable: !1,
		code: "MISSING"
	});
}
exports.readBack = readBack;
