// src/format/parse-value.ts
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/, ISO_8601 = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)(?:([Zz])|([+-]\d{2}):?(\d{2})?)$/, MAX_TIMESTAMP = 4294967295, VALUE_RULE = "a value is exactly one finite decimal number, or true or false";
function parseValue(written) {
	return typeof written == "number" ? Number.isFinite(written) ? { ok: written } : {
		rule: VALUE_RULE,
		cure: "Leave the metric out instead."
	} : typeof written == "boolean" ? { ok: +!!written } : typeof written == "bigint" ? parseValue(Number(written)) : typeof written == "string" ? parseValueText(written.trim()) : {
		rule: VALUE_RULE,
		cure: "Give a number."
	};
}
function parseValueText(text) {
	if (text === "true") return { ok: 1 };
	if (text === "false") return { ok: 0 };
	if (text === "") return {
		rule: VALUE_RULE,
		cure: "It is empty; in a workflow an empty ${{ }} expression is the usual cause: does the step or output it names exist?"
	};
	let value = DECIMAL.test(text) ? Number(text) : NaN;
	return Number.isFinite(value) ? { ok: value } : {
		rule: VALUE_RULE,
		cure: cureOf(text)
	};
}
function cureOf(text) {
	return /^[+-]?0x/i.test(text) ? "Write it in decimal." : /^[\d.,_' ]+$/.test(text) ? "Write it without separators, with a point for the fraction." : /^[+-]?\.?\d[\d.]*\s*[%a-zA-Z]+$/.test(text) ? "Write it without its unit." : /^(null|~)$/i.test(text) ? "Leave the metric out instead." : "Give a number.";
}
const TIMESTAMP_RULE = `a timestamp is epoch seconds from 1 to ${MAX_TIMESTAMP}, or ISO 8601 with a zone`;
function parseTimestamp(written) {
	if (written instanceof Date) return checkSeconds(written.getTime() / 1e3);
	if (typeof written == "number") return checkSeconds(written);
	if (typeof written == "bigint") return checkSeconds(Number(written));
	if (typeof written != "string") return {
		rule: TIMESTAMP_RULE,
		cure: "Give epoch seconds."
	};
	let text = written.trim();
	return DECIMAL.test(text) ? checkSeconds(Number(text)) : parseIso8601(text);
}
function checkSeconds(seconds) {
	if (seconds > 1e11 && Number.isFinite(seconds)) return {
		rule: TIMESTAMP_RULE,
		cure: "It looks like milliseconds: divide by 1000."
	};
	let whole = Math.floor(seconds);
	return whole >= 1 && whole <= 4294967295 ? { ok: whole } : {
		rule: TIMESTAMP_RULE,
		cure: "Leave the timestamp out for \"now\"."
	};
}
function parseIso8601(text) {
	let match = ISO_8601.exec(text);
	if (match === null) {
		let zoneless = ISO_8601.test(`${text}Z`);
		return {
			rule: TIMESTAMP_RULE,
			cure: zoneless ? "Add the zone, such as Z or +02:00." : "Write it like 2026-01-31T12:00:00Z."
		};
	}
	let [, date = "", time = "", , hours, minutes = "00"] = match, zone = hours === void 0 ? "Z" : `${hours}:${minutes}`, midnight = new Date(`${date}T00:00:00Z`), instant = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(date) ? Date.parse(`${date}T${time.replace(",", ".")}${zone}`) : NaN;
	return Number.isNaN(instant) ? {
		rule: TIMESTAMP_RULE,
		cure: "There is no such day or time."
	} : checkSeconds(instant / 1e3);
}
Object.defineProperty(exports, "n", {
	enumerable: !0,
	get: function() {
		return parseTimestamp;
	}
}), Object.defineProperty(exports, "r", {
	enumerable: !0,
	get: function() {
		return parseValue;
	}
}), Object.defineProperty(exports, "t", {
	enumerable: !0,
	get: function() {
		return MAX_TIMESTAMP;
	}
});
