const require_publish_command = require("./publish-command.js"), require_batch_builder = require("./batch-builder.js"), require_index = require("./index.js");
function explainMissing({ verified, missing, problem, resendProblem }, sent) {
	let toError = (message) => new require_index.s(message, {
		retryable: !1,
		code: "MISSING"
	});
	if (problem !== void 0) return toError(`Sent, but ${verified === 0 ? "" : `${missing.length} of ${verified + missing.length} points `}not read back: ${problem}`);
	let amount = sent.lines === 1 ? "1 metric" : `${sent.lines} metrics`, which = sent.lines === 1 ? "it" : `${missing.length} of them`, names = missing.slice(0, 100).map(({ series }) => require_index.d(series)), rest = missing.length > names.length ? ` \u2026 and ${missing.length - names.length} more` : "", why = resendProblem === void 0 ? "Carbon may limit new series (MAX_CREATES_PER_MINUTE), the times may lie outside the retention, or this Graphite reads another Carbon." : `Sending again failed: ${resendProblem}`;
	return toError(`Sent ${amount} to ${sent.servers}, but Graphite does not show ${which}: ${names.join(", ")}${rest}. ${why}`);
}
async function readBack(window, how) {
	let { verifyPoints } = await Promise.resolve().then(() => require("./verify-points.js")), { access, timeoutMs } = how.config, verification = await verifyPoints(toPoints(window), {
		access,
		limits: {
			timeoutMs,
			signal: how.signal
		},
		resend: async (lines) => {
			let batches = toBatches(lines);
			for (let start = 0; start < batches.length; start += 64) await how.resend(batches.slice(start, start + 64));
		}
	}), { verified, missing } = verification, failure = missing.length === 0 ? void 0 : explainMissing(verification, how.sent), lost = how.isKept ? [] : toBatches(missing);
	return {
		verified,
		missing: missing.length,
		lost,
		failure
	};
}
function toPoints(window) {
	return window.flatMap(({ bytes }) => Buffer.from(bytes).toString("latin1").split("\n").slice(0, -1).map((line) => {
		let [series = "", value, timestamp] = line.split(" ");
		return {
			series,
			value: Number(value),
			timestamp: Number(timestamp),
			line
		};
	}));
}
function toBatches(points) {
	let batches = new require_batch_builder.t(500);
	for (let { line } of points) batches.append(line), batches.append("\n"), batches.endLine();
	return batches.take();
}
// src/publish/read-back-window.ts
async function readBackWindow(window, how) {
	let { delivery, failedWindows, signal, config, limits } = how, found = await readBack(window, {
		config,
		signal,
		resend: async (missing) => {
			let outcome = await new require_publish_command.l(limits.totalMs).spend(signal, (within) => delivery.resend(missing, within));
			if (outcome.delivery === "failed") throw outcome.error;
		},
		isKept: delivery.isUnconfirmed(window),
		sent: {
			lines: delivery.lines,
			servers: [...delivery.servers].join(", ")
		}
	});
	return found.failure !== void 0 && await delivery.fail(found.lost, found.failure, failedWindows), found;
}
exports.readBackWindow = readBackWindow;
