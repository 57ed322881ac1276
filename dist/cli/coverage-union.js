const require_hit_set = require("./hit-set.js");
// src/collect/coverage/union/count-places.ts
function countPlaces(layers) {
	let most = {
		covered: 0,
		total: 0
	};
	for (let places of layers) {
		let counts = {
			covered: countHits(places),
			total: places.length
		};
		(counts.total > most.total || counts.total === most.total && counts.covered > most.covered) && (most = counts);
	}
	if (layers.length < 2) return most;
	let united = countByLine(layers);
	return united.total === most.total ? united : most;
}
function countByLine(layers) {
	let counts = new Map();
	for (let places of layers) for (let start = 0; start < places.length;) {
		let line = require_hit_set.r(places[start]), end = start + 1;
		for (; end < places.length && require_hit_set.r(places[end]) === line;) end += 1;
		let before = counts.get(line) ?? {
			covered: 0,
			total: 0
		}, covered = Math.max(before.covered, countHits(places.subarray(start, end)));
		counts.set(line, {
			covered,
			total: Math.max(before.total, end - start)
		}), start = end;
	}
	let [covered, total] = [0, 0];
	for (let line of counts.values()) covered += line.covered, total += line.total;
	return {
		covered,
		total
	};
}
function countHits(places) {
	let hits = 0;
	for (let place of places) require_hit_set.n(place) && (hits += 1);
	return hits;
}
// src/collect/coverage/union/coverage-union.ts
var UnionRoom = class {
	#places = 0;
	#files = 0;
	#characters = 0;
	grow(places) {
		if (this.#places += places, this.#places > 2e7) throw require_hit_set.D(`at most ${require_hit_set.S} lines, branches and functions`);
	}
	addFile(path) {
		if (this.#files += 1, this.addName(path), this.#files > 2e5) throw require_hit_set.D(`at most ${require_hit_set.x} source files`);
	}
	addName(name) {
		if (this.#characters += name.length, this.#characters > 134217728) throw require_hit_set.D(`names of at most ${require_hit_set.b} characters`);
	}
}, UnitedSource = class {
	layers = new Map();
	sums = new Map();
	#room;
	constructor(room) {
		this.#room = room;
	}
	add(source, rename) {
		for (let [layer, places] of source.layers) {
			let united = this.layers.get(layer), toName = require_hit_set.o[layer] === "lines" || layer === "countedBranches" ? void 0 : rename;
			if (united !== void 0) united.addAll(places, toName);
			else if (toName === void 0) this.#room.grow(places.length), this.layers.set(layer, new require_hit_set.t(this.#room, places));
			else {
				let set = new require_hit_set.t(this.#room);
				set.addAll(places, toName), this.layers.set(layer, set);
			}
		}
		for (let [kind, counts] of source.sums) this.sums.set(kind, require_hit_set.s(this.sums.get(kind), counts));
	}
	addUnited(other) {
		let layers = new Map([...other.layers].map(([layer, set]) => [layer, set.sorted()]));
		this.add({
			layers,
			sums: other.sums
		});
	}
	outline() {
		return ["lines", "countedBranches"].map((layer) => this.layers.get(layer)?.sorted()).map((places) => `${places?.length} ${hashPlaces(places ?? [])}`).join();
	}
	count(kind) {
		let found = [];
		for (let [layer, set] of this.layers) require_hit_set.o[layer] === kind && found.push(set.sorted());
		return require_hit_set.s(this.sums.get(kind), countPlaces(found));
	}
}, CoverageUnion = class {
	kinds = new Set();
	located = new Map();
	inModules = new Map();
	#names = new Map();
	#room = new UnionRoom();
	#reports = 0;
	get reports() {
		return this.#reports;
	}
	add(report) {
		this.#reports += 1;
		for (let kind of report.kinds) this.kinds.add(kind);
		let rename = this.#adoptNames(report.names) ? void 0 : this.#createRename(report.names);
		for (let file of report.files) this.#source(file).add(file, rename);
	}
	#adoptNames(names) {
		if (this.#names.size > 0) return !1;
		for (let [id, name] of names.entries()) this.#room.addName(name), this.#names.set(name, id);
		return !0;
	}
	#createRename(names) {
		let ids = new Map();
		return (name) => {
			let id = ids.get(name);
			return id === void 0 && (id = this.#nameId(names[name] ?? ""), ids.set(name, id)), id;
		};
	}
	count(sources) {
		let sums = new Map(), kinds = require_hit_set.a.filter((kind) => this.kinds.has(kind));
		for (let kind of kinds) sums.set(kind, {
			covered: 0,
			total: 0
		});
		for (let source of sources) for (let kind of kinds) {
			let { covered, total } = source.count(kind), before = sums.get(kind) ?? {
				covered: 0,
				total: 0
			};
			sums.set(kind, {
				covered: before.covered + covered,
				total: before.total + total
			});
		}
		return sums;
	}
	#source({ path, module }) {
		let create = () => (this.#room.addFile(path), new UnitedSource(this.#room));
		return module === void 0 ? getOrAdd(this.located, path, create) : getOrAdd(getOrAdd(this.inModules, path, () => new Map()), module, create);
	}
	#nameId(name) {
		return getOrAdd(this.#names, name, () => {
			if (this.#names.size >= 4194304) throw require_hit_set.D(`at most ${require_hit_set.C} names of functions and branches`);
			return this.#room.addName(name), this.#names.size;
		});
	}
};
function getOrAdd(map, key, create) {
	let value = map.get(key);
	return value === void 0 && (value = create(), map.set(key, value)), value;
}
function hashPlaces(places) {
	let [one, other] = [0, 0];
	for (let place of places) {
		let [line, name] = [require_hit_set.r(place), require_hit_set.i(place)];
		one = (Math.imul(one ^ line, 2246822507) ^ name) + (one >>> 15), other = Math.imul(other + line, 3266489909) + name + (other >>> 13);
	}
	return `${one | 0} ${other | 0}`;
}
exports.CoverageUnion = CoverageUnion;
