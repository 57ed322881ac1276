const require_read_xml = require("./read-xml.js"), require_index = require("./index.js"), require_open_found = require("./open-found.js"), require_tally = require("./tally.js"), MAX_CASES = 4e6;
var CaseRegister = class {
	#hashes = new Float64Array(256);
	#outcomes = new Uint8Array(256);
	#size = 0;
	note(hash, outcome) {
		let slot = this.#find(hash);
		if (this.#hashes[slot] !== 0) {
			let before = this.#outcomes[slot];
			return outcome > before && (this.#outcomes[slot] = outcome), before;
		}
		if (this.#size === MAX_CASES) throw new require_open_found.a({
			rule: `a report has at most ${MAX_CASES} test cases`,
			cure: "Write several files."
		});
		this.#hashes[slot] = hash, this.#outcomes[slot] = outcome, this.#size += 1, this.#size * 2 > this.#hashes.length && this.#grow();
	}
	#find(hash) {
		let hashes = this.#hashes, mask = hashes.length - 1, slot = (hash ^ hash >>> 15) & mask;
		for (; hashes[slot] !== 0 && hashes[slot] !== hash;) slot = slot + 1 & mask;
		return slot;
	}
	#grow() {
		let [hashes, outcomes] = [this.#hashes, this.#outcomes];
		this.#hashes = new Float64Array(hashes.length * 2), this.#outcomes = new Uint8Array(hashes.length * 2);
		for (let [index, hash] of hashes.entries()) {
			if (hash === 0) continue;
			let slot = this.#find(hash);
			this.#hashes[slot] = hash, this.#outcomes[slot] = outcomes[index];
		}
	}
};
// src/collect/junit/suite-attributes.ts
const WHOLE_NUMBER = /^\d{1,15}(?:\.0*)?$/;
function readSuiteCounts(attributes) {
	let read = (...names) => {
		for (let name of names) {
			let text = attributes[name]?.trim().replaceAll(",", "");
			if (text !== void 0 && WHOLE_NUMBER.test(text)) return Number(text);
		}
		return 0;
	}, skipped = read("skipped", "skip", "skips", "ignored") + read("disabled"), failed = read("failures", "failed"), errors = read("errors"), passed = Math.max(0, read("tests", "total") - skipped - failed - errors), flaky = Math.min(passed, read("flakes", "flaky")), counts = [
		passed - flaky,
		flaky,
		skipped,
		failed,
		errors
	];
	return require_tally.n(counts) === 0 ? void 0 : counts;
}
function subtractCounts(whole, inside) {
	if (!(require_tally.n(whole) <= require_tally.n(inside))) return whole.map((count, outcome) => Math.max(0, count - (inside[outcome] ?? 0)));
}
// src/collect/junit/junit-counter.ts
const SUITES = new Set([
	"testsuites",
	"testsuite",
	"testrun"
]), MAX_SUITES = 1e5;
var JunitCounter = class {
	overall = new require_tally.t();
	suites = new Map();
	#withSuites;
	#register = new CaseRegister();
	#openSuites = [];
	#openCases = [];
	#depth = 0;
	#namesCharacters = 0;
	constructor(options) {
		this.#withSuites = options.suites;
	}
	open(name, attributes) {
		if (this.#depth === 0 && !SUITES.has(name)) throw new require_open_found.a({
			rule: "a JUnit report begins with <testsuites> or <testsuite>",
			value: `<${name}>`,
			cure: "Is it a report of another kind?"
		});
		this.#depth += 1;
		let parent = this.#openCases.at(-1);
		if (name === "testcase") this.#openCases.push({
			depth: this.#depth,
			attributes,
			worst: void 0,
			isToDo: !1
		});
		else if (SUITES.has(name)) this.#openSuites.push(this.#readSuite(attributes));
		else if (parent !== void 0 && parent.depth === this.#depth - 1) {
			let outcome = require_tally.a(name);
			outcome !== void 0 && (parent.worst = worse(outcome, parent.worst ?? 0)), parent.isToDo ||= require_tally.r(name, attributes);
		}
	}
	close(name) {
		--this.#depth, name === "testcase" ? this.#countCase(this.#openCases.pop()) : SUITES.has(name) && this.#closeSuite(this.#openSuites.pop());
	}
	#readSuite(attributes) {
		let parentSuite = this.#openSuites.at(-1), { name = "", hostname = "", package: packageName = "" } = attributes, time = require_tally.o(attributes.time);
		return {
			name: name.trim() === "" ? parentSuite?.name ?? "" : name,
			key: require_index.d(`${parentSuite?.key ?? 0}\0${name}\0${hostname}\0${packageName}`),
			counts: readSuiteCounts(attributes),
			time: time === void 0 ? 0n : require_tally.s(time),
			hasCases: !1,
			hasTimes: !1,
			inside: new require_tally.t()
		};
	}
	#countCase(closed) {
		let suite = this.#openSuites.at(-1);
		if (closed === void 0 || suite === void 0) return;
		let { attributes } = closed, outcome = closed.isToDo ? 2 : closed.worst ?? require_tally.i(attributes), tallies = this.#talliesOf(suite.name), seconds = require_tally.o(attributes.time);
		if (suite.hasCases = !0, seconds !== void 0) {
			suite.hasTimes = !0;
			for (let tally of tallies) tally.duration.add(seconds);
		}
		let before = this.#findBefore(suite, attributes, outcome);
		for (let tally of tallies) before === void 0 ? tally.addCase(outcome) : outcome > before && tally.moveCase(before, outcome);
	}
	#findBefore(suite, attributes, outcome) {
		let { classname = attributes.class ?? "", name = "", file = "", line = "" } = attributes;
		if (classname === "" && name === "") return;
		let hash = require_index.d(`${suite.key}\0${classname}\0${name}\0${file}\0${line}`);
		return this.#register.note(hash, outcome);
	}
	#closeSuite(suite) {
		if (suite === void 0) return;
		let { inside } = suite, counts = suite.hasCases || suite.counts === void 0 ? void 0 : subtractCounts(suite.counts, inside.counts), units = suite.hasTimes ? 0n : suite.time - inside.duration.toUnits();
		if (counts !== void 0 || units > 0n) for (let tally of [...this.#talliesOf(suite.name), inside]) counts !== void 0 && tally.add(counts), units > 0n && tally.duration.add(units);
		let parentSuite = this.#openSuites.at(-1);
		parentSuite !== void 0 && (parentSuite.hasCases ||= suite.hasCases, parentSuite.hasTimes ||= suite.hasTimes, parentSuite.inside.merge(inside));
	}
	#talliesOf(suiteName) {
		if (!this.#withSuites || suiteName === "") return [this.overall];
		let name = suiteName.slice(0, 1e3), tally = this.suites.get(name);
		if (tally === void 0) {
			if (this.#namesCharacters += name.length, this.suites.size >= MAX_SUITES || this.#namesCharacters > 8e6) throw new require_open_found.a({
				rule: `a report whose suites are counted one by one has at most ${MAX_SUITES} of them`,
				value: name,
				cure: "Count its tests without their suites."
			});
			tally = new require_tally.t(), this.suites.set(require_read_xml.t(name), tally);
		}
		return [this.overall, tally];
	}
};
function worse(one, other) {
	return one > other ? one : other;
}
// src/collect/junit/parse-junit.ts
async function parseJunit(chunks, options) {
	let counter = new JunitCounter(options);
	return await require_read_xml.n(chunks, counter), {
		overall: counter.overall,
		suites: counter.suites
	};
}
exports.parseJunit = parseJunit;
