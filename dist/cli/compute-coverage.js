function settleModules({ located, inModules }) {
	let endings = findEndings(located, inModules), settled = [];
	for (let [path, modules] of inModules) {
		let sources = uniteAlike(modules);
		for (let { modules: names, source } of sources) {
			let candidates = endings.get(path) ?? [], own = candidates.filter((candidate) => names.some((name) => candidate.split("/").includes(name))), [match, ...others] = sources.length === 1 && candidates.length === 1 ? candidates : own, same = match === void 0 || others.length > 0 ? void 0 : located.get(match);
			same === void 0 ? settled.push(source) : same.addUnited(source);
		}
	}
	return [...located.values(), ...settled];
}
function uniteAlike(modules) {
	if (modules.size === 1) return [...modules].map(([name, source]) => ({
		modules: [name],
		source
	}));
	let byOutline = new Map();
	for (let [name, source] of modules) {
		let outline = source.layers.has("lines") ? source.outline() : `only sums: ${name}`, alike = byOutline.get(outline);
		alike === void 0 ? byOutline.set(outline, {
			modules: [name],
			source
		}) : (alike.modules.push(name), alike.source.addUnited(source));
	}
	return [...byOutline.values()];
}
function findEndings(located, inModules) {
	let endings = new Map();
	if (inModules.size === 0) return endings;
	for (let path of located.keys()) {
		let start = path.length;
		for (let folders = 0; start >= 0 && folders < 64; folders += 1) {
			start = start === 0 ? -1 : path.lastIndexOf("/", start - 1);
			let ending = path.slice(start + 1);
			if (!inModules.has(ending)) continue;
			let paths = endings.get(ending);
			paths === void 0 ? endings.set(ending, [path]) : paths.push(path);
		}
	}
	return endings;
}
// src/collect/coverage/compute-coverage.ts
function computeCoverage(union) {
	let figures = [...union.count(settleModules(union))].map(([kind, counts]) => ({
		kind,
		...counts
	}));
	return {
		metrics: figures.flatMap(toMetrics),
		figures
	};
}
function computePercent({ covered, total }) {
	if (total === 0) return;
	if (covered === total) return 100;
	let hundredths = (BigInt(covered) * 20000n + BigInt(total)) / (2n * BigInt(total));
	return Math.min(Number(hundredths), 9999) / 100;
}
function toMetrics({ kind, covered, total }) {
	let values = {
		covered,
		total,
		percent: computePercent({
			covered,
			total
		})
	};
	return Object.entries(values).flatMap(([name, value]) => value === void 0 ? [] : [{
		nodes: [
			"coverage",
			kind,
			name
		],
		value
	}]);
}
exports.computeCoverage = computeCoverage;
