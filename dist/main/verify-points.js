const require_index = require("./index.js"), require_explain = require("./explain.js"), require_usingCtx = require("./usingCtx.js");
let node_timers_promises = require("node:timers/promises");
// src/verify/limit.ts
function startLimit(timeoutMs, signal) {
	let controller = new AbortController(), end = () => controller.abort(), timer = setTimeout(end, timeoutMs);
	return signal.aborted && end(), signal.addEventListener("abort", end, { once: !0 }), {
		signal: controller.signal,
		[Symbol.dispose]: () => {
			clearTimeout(timer), signal.removeEventListener("abort", end);
		}
	};
}
// src/verify/parse-answer.ts
function parseAnswer(text) {
	let answer = parseJson(text);
	if (!Array.isArray(answer)) throw refuse("JSON that is not a list of series");
	return answer.map(parseSeries);
}
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw /^\s*</.test(text) ? refuse("a web page, perhaps one to log in,", cause) : refuse(text.trim() === "" ? "nothing" : "something that is not JSON", cause);
	}
}
function parseSeries(series) {
	if (!isRecord(series) || typeof series.target != "string" || !Array.isArray(series.datapoints)) throw refuse("a list with something in it that has no target and datapoints");
	let slots = series.datapoints.map(parseSlot);
	return {
		name: series.target,
		slots: slots.sort((one, other) => one.start - other.start)
	};
}
function parseSlot(pair) {
	let [value, start] = Array.isArray(pair) ? pair : [];
	if (typeof start != "number" || value !== null && typeof value != "number") throw refuse("a datapoint that is not a number or null with a time");
	return {
		start,
		value: value ?? void 0
	};
}
function isRecord(value) {
	return typeof value == "object" && !!value;
}
function refuse(what, cause) {
	let message = `answered with ${what} instead of what Graphite's render API answers. Give the address of graphite-web itself, the one that "/render" follows, and its credentials.`;
	return new require_index.Y(message, {
		retryable: !1,
		cause
	});
}
// src/verify/ask-graphite.ts
const MAX_ANSWER_BYTES = 33554432;
async function askGraphite(form, { access, signal }) {
	try {
		var _usingCtx$2 = require_usingCtx.t();
		let limit = _usingCtx$2.u(startLimit(3e4, signal));
		try {
			return parseAnswer(await fetchText(form, {
				access,
				signal: limit.signal
			}));
		} catch (cause) {
			let { message, retryable, code } = explain(cause, limit.signal);
			throw new require_index.Y(`${formatAddress(access.url)} ${message}`, {
				retryable,
				code,
				cause
			});
		}
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		_usingCtx$2.d();
	}
}
function formatAddress(url) {
	return `Graphite at ${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}
function explain(cause, signal) {
	return cause instanceof require_index.Y ? cause : signal.aborted ? new require_index.Y("did not answer in time.", {
		retryable: !0,
		code: "ETIMEDOUT"
	}) : require_explain.t(cause);
}
async function fetchText(form, { access, signal }) {
	let response = await fetch(toRenderUrl(access.url), {
		method: "POST",
		headers: createHeaders(access.authorization),
		body: form,
		redirect: "manual",
		signal
	});
	if (response.status === 200) return readText(response);
	await response.body?.cancel();
	let isAuthorized = access.authorization !== void 0, location = response.headers.get("location");
	throw require_explain.n({
		status: response.status,
		location,
		isAuthorized
	});
}
function toRenderUrl(url) {
	let target = new URL(url);
	return target.pathname = `${url.pathname.replace(/\/+$/, "").replace(/\/render$/, "")}/render`, target.username = "", target.password = "", target.hash = "", target;
}
function createHeaders(authorization) {
	let headers = new Headers({ accept: "application/json" });
	try {
		authorization !== void 0 && headers.set("authorization", authorization);
	} catch {
		throw new require_index.Y("was not asked: the credentials hold a character that no header can carry. Look for a line break in them.", { retryable: !1 });
	}
	return headers;
}
async function readText(response) {
	let decoder = new TextDecoder(), text = "", bytes = 0;
	for await (let chunk of response.body ?? []) {
		if (bytes += chunk.byteLength, bytes > MAX_ANSWER_BYTES) throw new require_index.Y(`answered with more than ${MAX_ANSWER_BYTES / 1024 / 1024} MiB, which is not read.`, { retryable: !1 });
		text += decoder.decode(chunk, { stream: !0 });
	}
	return text + decoder.decode();
}
// src/verify/format-target.ts
function formatTarget(name) {
	return name.replace(/[(){},'"\\|]/g, "\\$&").replace(/^\.|\.(?=\.|$)/g, "\\.");
}
function comparePoints(points, { slots }) {
	let stepSeconds = findStep(slots), places = points.map(({ timestamp }) => findSlot(slots, {
		timestamp,
		stepSeconds
	})), lastSent = new Map(points.map((point, index) => [places[index], point])), latest = new Map();
	for (let [index, point] of points.entries()) {
		let before = latest.get(places[index]);
		(before === void 0 || before.timestamp <= point.timestamp) && latest.set(places[index], point);
	}
	return places.map((slot) => {
		if (slot === "absent" || slot === "too-wide") return slot;
		let { value } = slot;
		return value === void 0 ? "absent" : [lastSent, latest].some((kept) => isSame(value, kept.get(slot)?.value)) ? "seen" : { found: value };
	});
}
function findStep(slots) {
	let gaps = slots.slice(1).map(({ start }, index) => start - (slots[index]?.start ?? start));
	return gaps.length === 0 ? void 0 : gaps.reduce((least, gap) => Math.min(least, gap));
}
function findSlot(slots, { timestamp, stepSeconds }) {
	let slot = slots[findLastIndex(slots, timestamp)];
	return slot?.start === timestamp ? slot : slot === void 0 || stepSeconds === void 0 ? slots.length === 0 ? "absent" : "too-wide" : timestamp < slot.start + stepSeconds ? slot : "absent";
}
function findLastIndex(slots, timestamp) {
	let low = 0, high = slots.length;
	for (; low < high;) {
		let middle = low + high >>> 1;
		(slots[middle]?.start ?? 0) <= timestamp ? low = middle + 1 : high = middle;
	}
	return low - 1;
}
function isSame(stored, sent) {
	return sent === void 0 ? !1 : stored === sent || Math.abs(stored - sent) <= 1e-9 * Math.abs(sent);
}
// src/verify/series-names.ts
function listSeriesNames(series) {
	let stored = normalizeSeries(series);
	return stored === series ? [series] : [stored, series];
}
function normalizeSeries(series) {
	if (!/[~;]/.test(series)) return series;
	let [path = "", ...tags] = series.split(";"), last = new Map(tags.map((tag) => [tag.split("=", 1)[0], tag]));
	last.delete("name");
	let name = path.replace(/^~+\.*/, "");
	return [name === "" ? path : name, ...[...last.values()].sort()].join(";");
}
// src/verify/sought-series.ts
const MARGINS_SECONDS = [
	120,
	1200,
	7200,
	172800
];
function gatherSeries(points) {
	let sought = points.map((point) => ({
		point,
		state: "unknown",
		found: void 0
	})), byName = new Map();
	for (let one of sought) {
		let [stored, ...others] = listSeriesNames(one.point.series), series = byName.get(stored) ?? {
			names: [stored],
			points: [],
			margin: 0
		};
		series.points.length === 0 && byName.set(stored, series), series.points.push(one);
		for (let name of others) series.names.includes(name) || series.names.push(name);
	}
	return {
		series: [...byName.values()],
		points: sought
	};
}
function noteAnswer(series, { answers, isAsked }) {
	let sent = series.points.map(({ point }) => point), sights = answers.map((answer) => comparePoints(sent, answer)), isTooWide = !1;
	for (let [index, one] of series.points.entries()) {
		if (one.state === "seen") continue;
		let own = sights.map((found) => found[index]);
		own.includes("seen") ? one.state = "seen" : isAsked(one.point) && (isTooWide ||= own.includes("too-wide"), one.state = own.includes("too-wide") && canWiden(series) ? "unknown" : "missed", one.found = own.find((sight) => typeof sight == "object")?.found);
	}
	isTooWide && canWiden(series) && (series.margin += 1);
}
function listMissing(points) {
	return points.filter(({ state }) => state !== "seen").map(({ point, found }) => found === void 0 ? point : {
		...point,
		found
	});
}
function canWiden({ margin }) {
	return margin < MARGINS_SECONDS.length - 1;
}
function planLooks(series, nowSeconds) {
	return MARGINS_SECONDS.flatMap((marginSeconds, margin) => splitByTime(series.filter((one) => one.margin === margin).flatMap((one) => one.points.flatMap((point) => point.state === "seen" ? [] : [{
		one,
		...point.point
	}])).sort((one, other) => other.timestamp - one.timestamp), nowSeconds).flatMap((band) => {
		let span = {
			firstSeconds: band.at(-1)?.timestamp ?? 0,
			lastSeconds: band[0]?.timestamp ?? 0
		}, leastStep = Math.max(1, (MARGINS_SECONDS[margin - 1] ?? 0) / 2), slots = (span.lastSeconds - span.firstSeconds + marginSeconds) / leastStep + 2;
		return splitBySize([...new Set(band.map(({ one }) => one))], Math.min(100, 5e5 / slots)).map((part) => ({
			series: part,
			...span,
			marginSeconds
		}));
	}));
}
function formatRequest(look, nowSeconds) {
	let from = Math.max(1, look.firstSeconds - look.marginSeconds), until = look.lastSeconds + 1, form = new URLSearchParams({
		format: "json",
		noCache: "1",
		from: `${from}`,
		until: `${until}`
	});
	form.set("now", `${Math.max(nowSeconds, until)}`);
	for (let name of look.series.flatMap(({ names }) => names)) form.append("target", formatTarget(name));
	return form;
}
function isWithin(look, { timestamp }) {
	return timestamp >= look.firstSeconds && timestamp <= look.lastSeconds;
}
function splitByTime(wanted, nowSeconds) {
	let bands = [], end = Infinity;
	for (let one of wanted) one.timestamp < end && (bands.push([]), end = one.timestamp - Math.max(60, (nowSeconds - one.timestamp) / 10)), bands.at(-1)?.push(one);
	return bands;
}
function splitBySize(series, maxTargets) {
	let parts = [], left = {
		targets: 0,
		bytes: 0
	};
	for (let one of series) {
		let bytes = one.names.reduce((sum, name) => sum + name.length, 0);
		(one.names.length > left.targets || bytes > left.bytes) && (parts.push([]), left = {
			targets: maxTargets,
			bytes: 1e5
		}), left = {
			targets: left.targets - one.names.length,
			bytes: left.bytes - bytes
		}, parts.at(-1)?.push(one);
	}
	return parts;
}
async function lookOnce(series, { access, signal }) {
	let nowSeconds = Math.floor(Date.now() / 1e3), looks = planLooks(series, nowSeconds).values(), answers = 0, failuresInARow = 0, failure, goesOn = () => !signal.aborted && failure?.retryable !== !1 && failuresInARow < 3;
	return await Promise.all(Array.from({ length: 4 }, async () => {
		for (let look of looks) {
			if (!goesOn()) return;
			forget(look);
			try {
				note(look, await askGraphite(formatRequest(look, nowSeconds), {
					access,
					signal
				})), answers += 1, failuresInARow = 0;
			} catch (error) {
				if (!(error instanceof require_index.Y)) throw error;
				failure?.retryable !== !1 && (failure = error), failuresInARow += 1;
			}
		}
	})), failure === void 0 ? { answers } : {
		answers,
		failure
	};
}
function forget(look) {
	for (let { points } of look.series) for (let one of points) one.state === "missed" && isWithin(look, one.point) && (one.state = "unknown");
}
function note(look, answer) {
	let byName = new Map();
	for (let rendered of answer) {
		let [name] = listSeriesNames(rendered.name);
		byName.set(name, [...byName.get(name) ?? [], rendered]);
	}
	for (let series of look.series) noteAnswer(series, {
		answers: byName.get(series.names[0]) ?? [],
		isAsked: (point) => isWithin(look, point)
	});
}
// src/verify/pace.ts
const DEFAULT_PACE = {
	firstPauseMs: 500,
	longestPauseMs: 5e3,
	firstResendMs: 5e3,
	longestResendMs: 3e4
};
function computePauseMs(looks, pace, random) {
	return Math.min(pace.longestPauseMs, pace.firstPauseMs * 1.5 ** (looks - 1)) * (1 - random / 5);
}
function computeResendGapMs(resends, pace) {
	return Math.min(pace.longestResendMs, pace.firstResendMs * 3 ** resends);
}
// src/verify/verify-points.ts
async function verifyPoints(points, { access, limits, resend, pace = DEFAULT_PACE }) {
	try {
		var _usingCtx$1 = require_usingCtx.t();
		let sought = gatherSeries(points), { signal } = _usingCtx$1.u(startLimit(limits.timeoutMs, limits.signal)), failures = { answers: 0 }, looks = 0, resends = 0, resendAtMs = performance.now() + computeResendGapMs(resends, pace);
		for (; sought.points.some(isMissing) && !signal.aborted;) {
			let margins = sumMargins(sought.series), startedAtMs = performance.now(), round = await lookOnce(sought.series, {
				access,
				signal
			});
			if (looks += 1, failures = merge(failures, round, signal), round.failure?.retryable === !1 || !sought.points.some(isMissing)) break;
			if (sumMargins(sought.series) > margins) continue;
			let missed = sought.points.filter(({ state }) => state === "missed").map(({ point }) => point);
			if (missed.length > 0 && startedAtMs >= resendAtMs && !signal.aborted) {
				let resent = await runResend(() => resend(missed, signal), signal);
				failures = {
					...failures,
					resent
				}, resends += 1, resendAtMs = performance.now() + computeResendGapMs(resends, pace), looks = 1;
			}
			let pauseMs = computePauseMs(looks, pace, Math.random()), untilResendMs = missed.length > 0 ? resendAtMs - performance.now() : pauseMs;
			await pause(Math.max(0, Math.min(pauseMs, untilResendMs)), signal);
		}
		let missing = listMissing(sought.points), verified = points.length - missing.length;
		if (missing.length === 0) return {
			verified,
			missing
		};
		let problem = findProblem(failures, {
			access,
			limits
		});
		if (problem !== void 0) return {
			verified,
			missing,
			problem
		};
		let { resent: resendProblem } = failures;
		return {
			verified,
			missing,
			...resendProblem === void 0 ? {} : { resendProblem }
		};
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		_usingCtx$1.d();
	}
}
function merge(before, { answers, failure }, signal) {
	let isCut = signal.aborted && failure?.code === "ETIMEDOUT";
	return {
		...before,
		answers: before.answers + answers,
		asked: isCut ? before.asked : failure?.message
	};
}
function findProblem({ answers, asked }, { access, limits }) {
	return asked === void 0 ? limits.signal.aborted ? "it was stopped before every point was seen." : answers === 0 ? `${formatAddress(access.url)} did not answer within ${limits.timeoutMs / 1e3} s.` : void 0 : asked;
}
async function runResend(resend, signal) {
	try {
		await resend();
		return;
	} catch (error) {
		if (signal.aborted) return;
		if (error instanceof require_index.q) return error.message;
		throw error;
	}
}
async function pause(ms, signal) {
	await (0, node_timers_promises.setTimeout)(ms, void 0, { signal }).catch((error) => {
		if (!signal.aborted) throw error;
	});
}
function isMissing({ state }) {
	return state !== "seen";
}
function sumMargins(series) {
	return series.reduce((sum, { margin }) => sum + margin, 0);
}
exports.verifyPoints = verifyPoints;
