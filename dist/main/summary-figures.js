const require_index = require("./index.js");
function formatCoverage(coverage, reports) {
	let rows = coverage.map(({ kind, covered, total }) => require_index.D([
		require_index.M(kind),
		require_index.w(formatBar$1(covered, total)),
		require_index.k(require_index.V(covered, total)),
		require_index.k(require_index.F(covered)),
		require_index.k(require_index.F(total))
	]));
	return [`#### Coverage${require_index.z(reports)}`, require_index.j([
		"",
		"",
		"Percent",
		"Covered",
		"Total"
	], rows)];
}
function formatSizes(sizes) {
	let shown = sizes.toSorted((one, other) => other.bytes - one.bytes).slice(0, 40), rows = shown.map(({ name, bytes, gzipBytes, files }) => require_index.D([
		require_index.O(name),
		require_index.k(require_index.P(bytes)),
		require_index.k(require_index.P(gzipBytes)),
		require_index.k(require_index.F(files))
	])), rest = sizes.length - shown.length, more = rest > 0 ? [require_index.A(`\u2026 and ${require_index.I(rest, "more name")}.`)] : [];
	return [
		"#### Sizes",
		require_index.j([
			"",
			"Size",
			"Gzip",
			"Files"
		], rows),
		...more
	];
}
function formatBar$1(covered, total) {
	let share = total > 0 ? Math.min(1, Math.max(0, covered / total)) : 0, full = Math.floor(share * 20);
	return "\u2588".repeat(full) + "\u2591".repeat(20 - full);
}
// src/report/mermaid.ts
const HARMLESS = {
	":": "\u2236",
	";": ",",
	"#": "\u266f",
	"<": "\u2039",
	">": "\u203a",
	"\"": "\u201d",
	"`": "\u2019",
	"{": "(",
	"}": ")",
	\ufb02: "fl"
};
function toLabel(text, maxCharacters) {
	return require_index.N(text, maxCharacters).replace(/[:;#<>"`{}\ufb02]/g, (character) => HARMLESS[character] ?? "").replace(/([%$])(?=\1)/g, "$1 ");
}
function formatFence(lines, config) {
	return [
		"```mermaid",
		...formatDiagram(lines, config),
		"```"
	].join("\n");
}
function formatDiagram(lines, config) {
	return [`%%{init: ${JSON.stringify(config)}}%%`, ...lines];
}
function formatGantt(steps) {
	let drawn = steps.filter(({ startedAt, endedAt }) => isInstant(startedAt) && isInstant(endedAt)), start = drawn.reduce((least, step) => Math.min(least, step.startedAt), Infinity), span = drawn.reduce((most, step) => Math.max(most, step.endedAt), start) - start;
	if (drawn.length === 0) return;
	let leastSeconds = Math.max(1, Math.ceil(span * .005)), shown = chooseBars(drawn.map((step, index) => ({
		step,
		text: formatBar(step, index + 1, leastSeconds)
	})));
	return {
		diagram: formatFence([
			"gantt",
			"dateFormat YYYY-MM-DDTHH:mm:ss",
			`axisFormat ${span < 600 ? "%H:%M:%S" : "%H:%M"}`,
			"todayMarker off",
			...shown.map(({ text }) => text)
		], { gantt: {
			leftPadding: 16,
			rightPadding: 16,
			topPadding: 46,
			barHeight: 18,
			fontSize: 12
		} }),
		leftOut: steps.length - shown.length
	};
}
function isInstant(epochSeconds) {
	return require_index.R(epochSeconds) !== void 0;
}
function formatBar(step, number, leastSeconds) {
	let seconds = step.endedAt - step.startedAt, start = Math.floor(step.startedAt), times = [start, start + Math.max(Math.round(seconds), leastSeconds)].map((instant) => (require_index.R(instant) ?? "").replace("Z", ""));
	return `${`${number}. ${toLabel(step.name, 50)} \u00b7 ${require_index.L(seconds)}`} :${step.isSuccess ? "" : "crit, "}step${number}, ${times.join(", ")}`;
}
function chooseBars(bars) {
	let seconds = ({ step }) => step.endedAt - step.startedAt, byWeight = bars.toSorted((one, other) => Number(one.step.isSuccess) - Number(other.step.isSuccess) || seconds(other) - seconds(one)), room = 47500, chosen = new Set();
	for (let bar of byWeight.slice(0, 200)) {
		if (room -= bar.text.length + 1, room < 0) break;
		chosen.add(bar);
	}
	return bars.filter((bar) => chosen.has(bar));
}
// src/report/summary-job.ts
const STATUS_SIGNS = {
	success: "\u2705",
	failure: "\u274c",
	cancelled: "\ud83d\udeab"
};
function formatJob(job) {
	let gantt = formatGantt(job.steps), took = `${STATUS_SIGNS[job.status]} ${job.status} in ${require_index.L(job.durationSeconds)}`;
	if (gantt === void 0) return ["#### Job", require_index.A(`${took}.`)];
	let failed = job.steps.filter(({ isSuccess }) => !isSuccess).length, broken = failed > 0 ? `, ${failed} without success (red)` : "", steps = require_index.I(job.steps.length, "finished step"), rest = gantt.leftOut > 0 ? [require_index.A(`\u2026 and ${require_index.I(gantt.leftOut, "more step")}, the shortest.`)] : [];
	return [
		"#### Job",
		require_index.A(`${took}; ${steps}${broken}, times in UTC.`),
		gantt.diagram,
		...rest
	];
}
function formatChart(series, subject) {
	let { unit: time, seconds } = chooseTimeUnit(series.spanSeconds), list = (key) => series.points.map((point) => formatNumber(point[key] / subject.perUnit)).join(", "), highest = series.points.reduce((most, { max }) => Math.max(most, max), 0) / subject.perUnit, top = Math.max(subject.leastTop ?? 0, roundUp(highest)), clock = require_index.R(series.startedAt)?.slice(11) ?? "the start";
	return formatFence([
		"xychart-beta",
		`title "${subject.title}: mean (blue) and maximum (orange)"`,
		`x-axis "${time} since ${clock.replace("Z", " UTC")}" 0 --> ${formatNumber(series.spanSeconds / seconds)}`,
		`y-axis "${subject.unit}" 0 --> ${formatNumber(top)}`,
		`line [${list("max")}]`,
		`line [${list("mean")}]`
	], {
		xyChart: {
			width: 900,
			height: 300,
			titleFontSize: 16
		},
		themeVariables: { xyChart: { plotColorPalette: "#d4811f, #2f81f7" } }
	});
}
function chooseTimeUnit(spanSeconds) {
	return spanSeconds < 180 ? {
		unit: "seconds",
		seconds: 1
	} : spanSeconds < 14400 ? {
		unit: "minutes",
		seconds: 60
	} : {
		unit: "hours",
		seconds: 3600
	};
}
function formatNumber(number) {
	return String(Number(Math.min(number, 0x38d7ea4c68000).toFixed(2)));
}
function roundUp(number) {
	if (!(number > 0)) return 1;
	let power = 10 ** Math.floor(Math.log10(number)), step = [
		1,
		2,
		2.5,
		4,
		5,
		6,
		8,
		10
	].find((factor) => factor * power >= number) ?? 10;
	return Math.max(.01, step * power);
}
function thinOut(samples, slotSeconds) {
	let known = samples.filter(isNumeric), startedAt = known.reduce((least, { at }) => Math.min(least, at), Infinity), spanSeconds = known.reduce((most, { at }) => Math.max(most, at), startedAt) - startedAt;
	if (known.length < 2 || !(spanSeconds > 0)) return;
	let slots = slotSeconds > 0 ? Math.round(spanSeconds / slotSeconds) + 1 : known.length, count = Math.max(2, Math.min(60, slots)), pointSeconds = spanSeconds / (count - 1), buckets = Array.from({ length: count }, () => ({
		sum: 0,
		count: 0,
		max: 0
	}));
	for (let { at, mean, max } of known) {
		let bucket = buckets[Math.round((at - startedAt) / pointSeconds)];
		bucket !== void 0 && (bucket.sum += mean, bucket.count += 1, bucket.max = Math.max(bucket.max, max));
	}
	return {
		startedAt,
		spanSeconds,
		points: joinGaps(buckets.map((bucket) => bucket.count === 0 ? void 0 : {
			mean: bucket.sum / bucket.count,
			max: bucket.max
		})),
		pointSeconds
	};
}
function isNumeric({ at, mean, max }) {
	return [
		at,
		mean,
		max
	].every((number) => Number.isFinite(number) && number >= 0);
}
function joinGaps(points) {
	let joined = [], before = 0;
	return points.forEach((point, index) => {
		if (point === void 0) return;
		let from = points[before] ?? point;
		for (let gap = before + 1; gap < index; gap += 1) {
			let share = (gap - before) / (index - before), between = (one, other) => one + (other - one) * share;
			joined.push({
				mean: between(from.mean, point.mean),
				max: between(from.max, point.max)
			});
		}
		joined.push(point), before = index;
	}), joined;
}
// src/report/summary-runner.ts
const GIBIBYTE = 1024 ** 3, MEBIBYTE = 1024 ** 2, MEASURES = [
	{
		key: "cpuPercent",
		name: "CPU",
		format: require_index.B
	},
	{
		key: "memoryUsedBytes",
		name: "Memory",
		format: require_index.P
	},
	{
		key: "memoryPercent",
		name: "Memory, share",
		format: require_index.B
	},
	{
		key: "diskUsedBytes",
		name: "Disk",
		format: require_index.P
	},
	{
		key: "diskPercent",
		name: "Disk, share",
		format: require_index.B
	},
	{
		key: "networkReceivedBytesPerSecond",
		name: "Network, received",
		format: formatRate
	},
	{
		key: "networkSentBytesPerSecond",
		name: "Network, sent",
		format: formatRate
	}
];
function formatRunner(runner) {
	let totals = listTotals(runner);
	if (totals.length === 0) return [];
	let rows = totals.map(({ name, mean, max }) => require_index.D([
		require_index.M(name),
		require_index.k(mean),
		require_index.k(max)
	]));
	return [
		"#### Runner",
		require_index.j([
			"",
			"Mean",
			"Maximum"
		], rows),
		...formatCharts(runner)
	];
}
function listTotals({ slots }) {
	return MEASURES.flatMap(({ key, name, format }) => {
		let total = combine(listSamples(slots, key));
		return total === void 0 ? [] : [{
			key,
			name,
			mean: format(total.mean),
			max: format(total.max)
		}];
	});
}
function combine(samples) {
	let known = samples.filter(({ mean, max }) => Number.isFinite(mean) && Number.isFinite(max));
	if (known.length !== 0) return {
		mean: known.reduce((sum, { mean }) => sum + mean, 0) / known.length,
		max: known.reduce((most, { max }) => Math.max(most, max), 0)
	};
}
function listSamples(slots, key) {
	return slots.flatMap((slot) => {
		let measured = slot[key];
		return measured === void 0 ? [] : [{
			at: slot.startedAt,
			mean: measured.mean,
			max: measured.max
		}];
	});
}
function formatCharts({ slots, slotSeconds }) {
	let memory = listSamples(slots, "memoryUsedBytes"), isBig = memory.some(({ max }) => max >= GIBIBYTE), series = [[listSamples(slots, "cpuPercent"), {
		title: "CPU",
		unit: "%",
		perUnit: 1,
		leastTop: 100
	}], [memory, {
		title: "Memory",
		unit: isBig ? "GiB" : "MiB",
		perUnit: isBig ? GIBIBYTE : MEBIBYTE
	}]].map(([samples, subject]) => ({
		subject,
		thin: thinOut(samples, slotSeconds)
	})), charts = series.flatMap(({ subject, thin }) => thin === void 0 ? [] : [formatChart(thin, subject)]), longest = Math.max(0, ...series.map(({ thin }) => thin?.pointSeconds ?? 0)), isThinned = charts.length > 0 && longest > 1.5 * slotSeconds, note = `Each point stands for ${require_index.L(longest)}, so for more than one of the ${require_index.I(slots.length, "slot")}: the mean of their means and the highest of their maxima.`;
	return isThinned ? [...charts, require_index.A(note)] : charts;
}
function formatRate(bytesPerSecond) {
	return `${require_index.P(bytesPerSecond)}/s`;
}
// src/report/summary-tests.ts
const HEADS = [
	"",
	"Tests",
	"Passed",
	"Failed",
	"Errors",
	"Skipped",
	"Flaky",
	"Time"
];
function formatTests(tests, reports) {
	let title = `#### Tests${require_index.z(reports)}`, all = formatRow({ html: `${isBroken(tests) ? "\u274c" : "\u2705"} <b>all</b>` }, tests), totals = require_index.j(HEADS, [all]);
	if (tests.suites.length === 0) return [title, totals];
	let shown = rankSuites(tests.suites).slice(0, 20), rest = tests.suites.length - shown.length, more = rest > 0 ? `\n\u2026 and ${require_index.I(rest, "more suite")}.` : "", rows = shown.map((suite) => formatRow(nameSuite(suite), suite)), head = formatHead(tests.suites);
	return [
		title,
		totals,
		require_index.T(head, `${require_index.j(HEADS, rows)}${more}`)
	];
}
function rankSuites(suites) {
	return suites.toSorted((one, other) => countBroken(other) - countBroken(one) || other.flaky - one.flaky || other.durationSeconds - one.durationSeconds);
}
function countBroken({ failed, errors }) {
	return failed + errors;
}
function formatHead(suites) {
	let broken = suites.filter(isBroken).length, order = broken > 0 ? `${require_index.F(broken)} with failures, the worst first` : "the slowest first";
	return `${require_index.I(suites.length, "suite")}, ${order}`;
}
function isBroken(counts) {
	return countBroken(counts) > 0;
}
function nameSuite(suite) {
	return { html: `${isBroken(suite) ? "\u274c" : "\u2705"} ${require_index.O(suite.name).html}` };
}
function formatRow(name, counts) {
	let { total, passed, failed, errors, skipped, flaky } = counts, numbers = [total, passed].map((count) => require_index.k(require_index.F(count))), findings = [
		failed,
		errors,
		skipped,
		flaky
	].map((count) => count === 0 ? require_index.k("\u2013") : {
		html: `<b>${require_index.F(count)}</b>`,
		isNumber: !0
	});
	return require_index.D([
		name,
		...numbers,
		...findings,
		require_index.k(require_index.L(counts.durationSeconds))
	]);
}
// src/report/summary-overview.ts
function formatOverview(figures) {
	let tiles = [
		...tellJob(figures.job),
		...tellTests(figures.tests),
		...tellCoverage(figures.coverage),
		...tellSizes(figures.sizes),
		...tellRunner(figures)
	];
	return tiles.length < 2 ? [] : [`<table><tr>${tiles.map(({ head }) => `<th>${require_index.E(head)}</th>`).join("")}</tr>\n<tr>${tiles.map(({ text }) => `<td align="center"><b>${require_index.E(text)}</b></td>`).join("")}</tr>\n</table>`];
}
function tellJob(job) {
	return job === void 0 ? [] : [{
		head: `Job: ${job.status}`,
		text: `${STATUS_SIGNS[job.status]} ${require_index.L(job.durationSeconds)}`
	}];
}
function tellTests(tests) {
	if (tests === void 0) return [];
	let broken = countBroken(tests), total = require_index.F(tests.total);
	return broken > 0 ? [{
		head: "Tests",
		text: `\u274c ${require_index.F(broken)} of ${total} failed`
	}] : [{
		head: "Tests",
		text: `\u2705 ${require_index.F(tests.passed)} of ${total} passed`
	}];
}
function tellCoverage(coverage) {
	let first = coverage?.find(({ kind }) => kind === "lines") ?? coverage?.[0];
	return first === void 0 ? [] : [{
		head: `Coverage, ${first.kind}`,
		text: require_index.V(first.covered, first.total)
	}];
}
function tellSizes(sizes) {
	if (sizes === void 0 || sizes.length === 0) return [];
	let bytes = sizes.reduce((sum, size) => sum + size.bytes, 0);
	return [{
		head: "Sizes, together",
		text: require_index.P(bytes)
	}];
}
function tellRunner({ runner }) {
	if (runner === void 0) return [];
	let totals = listTotals(runner), find = (key) => totals.find((total) => total.key === key);
	return [{
		head: "CPU, mean",
		text: find("cpuPercent")?.mean
	}, {
		head: "Memory, maximum",
		text: find("memoryUsedBytes")?.max
	}].flatMap(({ head, text }) => text === void 0 ? [] : [{
		head,
		text
	}]);
}
// src/report/summary-figures.ts
function formatFigures(figures) {
	let { tests, coverage = [], sizes = [], job, runner, reports = {} } = figures;
	return [
		...formatOverview(figures),
		...tests === void 0 ? [] : formatTests(tests, reports.junit),
		...coverage.length === 0 ? [] : formatCoverage(coverage, reports.coverage),
		...sizes.length === 0 ? [] : formatSizes(sizes),
		...job === void 0 ? [] : formatJob(job),
		...runner === void 0 ? [] : formatRunner(runner)
	];
}
exports.formatFigures = formatFigures;
