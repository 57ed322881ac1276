const require_index = require("./index.js");
// src/send/failover.ts
function createFailover(servers) {
	let lost = new Map(), preferred = 0, leave = (index, error) => {
		preferred = (index + 1) % servers.length, error?.retryable === !1 && lost.set(index, error);
	};
	return async (options) => {
		let errors = [], first = preferred;
		for (let step = 0; step < servers.length; step += 1) {
			let index = (first + step) % servers.length, known = lost.get(index);
			if (known !== void 0) errors.push(known);
			else try {
				let connection = await servers[index]?.(options);
				if (connection === void 0) continue;
				return preferred = index, watch(connection, {
					onUnconfirmed: () => leave(index),
					toError: (error) => options.signal.aborted ? error : (leave(index, error), lost.size < servers.length ? toRetryable(error) : error)
				});
			} catch (error) {
				if (!(error instanceof require_index.s) || options.signal.aborted) throw error;
				leave(index, error), errors.push(error);
			}
		}
		throw joinErrors(errors);
	};
}
function watch(connection, { onUnconfirmed, toError }) {
	let rethrow = (error) => {
		throw error instanceof require_index.s ? toError(error) : error;
	};
	return {
		server: connection.server,
		write: (bytes) => connection.write(bytes).catch(rethrow),
		finish: async () => {
			let ending = await connection.finish().catch(rethrow);
			return ending.kind === "sent" && onUnconfirmed(), ending;
		},
		destroy: () => connection.destroy()
	};
}
function toRetryable(error) {
	return error.retryable ? error : new require_index.s(error.message, {
		retryable: !0,
		code: error.code,
		cause: error
	});
}
function joinErrors(errors) {
	let [first] = errors;
	if (errors.length === 1 && first !== void 0) return first;
	let message = `No server could be reached. ${errors.map((error) => error.message).join(" ")}`, retryable = errors.some((error) => error.retryable);
	return new require_index.s(message, {
		retryable,
		code: first?.code,
		cause: AggregateError(errors)
	});
}
exports.createFailover = createFailover;
