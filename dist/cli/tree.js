const require_index = require("./index.js"), SHAPE_RULE = "data is a map of names to numbers, or a list of {metric, value, timestamp, tags}";
function* collectTree(tree, origin, faults) {
	if (Array.isArray(tree)) for (let [index, item] of tree.entries()) {
		let metric = collectItem(item, `${origin}, item ${index + 1}`, faults);
		metric !== void 0 && (yield metric);
	}
	else isMap(tree) ? yield* collectMap(tree, {
		origin,
		faults,
		prefix: "",
		depth: 0
	}) : faults.add({
		location: origin,
		rule: SHAPE_RULE,
		value: require_index.f(tree),
		cure: "Write \"name: number\"."
	});
}
function collectItem(item, origin, faults) {
	return createItemCollector(origin, faults)(item);
}
function createItemCollector(origin, faults) {
	let metric = {
		origin,
		name: "",
		value: void 0,
		timestamp: void 0,
		tags: void 0
	};
	return (item) => {
		if (isPlainObject(item)) return collectFields(item, metric, faults);
		if (item instanceof Map) return collectFields(Object.fromEntries(item), metric, faults);
		if (Array.isArray(item) && item.length === 2 && typeof item[0] == "string") return [metric.name, metric.value] = item, metric.timestamp = void 0, metric.tags = void 0, metric;
		faults.add({
			location: origin,
			rule: SHAPE_RULE,
			value: require_index.f(item),
			cure: "Write {metric: name, value: number}."
		});
	};
}
function collectFields(fields, collected, faults) {
	let { origin } = collected, fault = findFieldFault(fields);
	if (fault !== void 0) {
		faults.add({
			location: origin,
			...fault
		});
		return;
	}
	let { metric, value, timestamp, tags } = fields;
	return collected.name = typeof metric == "string" ? metric : require_index.f(metric), collected.value = value, collected.timestamp = timestamp, collected.tags = tags === void 0 ? void 0 : collectTags(tags, `${origin}, tags`, faults), collected;
}
function collectTags(tree, origin, faults) {
	if (tree === void 0) return;
	let entries = isMap(tree) ? [...entriesOf(tree)] : void 0;
	if (entries === void 0 || !entries.every(([, value]) => isScalar(value))) faults.add({
		location: origin,
		rule: "tags are a map of names to texts",
		cure: "Write \"name: text\"."
	});
	else return Object.fromEntries(entries.map(([name, value]) => [name, require_index.f(value)]));
}
function* collectMap(map, within) {
	let { origin, faults, prefix, depth } = within;
	if (depth > 100) faults.add({
		location: origin,
		rule: "maps nest at most 100 deep",
		value: prefix,
		cure: "Flatten them."
	});
	else for (let [key, value] of entriesOf(map)) {
		let name = depth === 0 ? key : `${prefix}.${key}`;
		isMap(value) ? yield* collectMap(value, {
			...within,
			prefix: name,
			depth: depth + 1
		}) : Array.isArray(value) ? faults.add({
			location: `${origin}, ${require_index.d(name)}`,
			rule: "a list inside a map is not a number",
			cure: "Give each number a name, or make the whole data a list of {metric, value}."
		}) : yield {
			origin,
			name,
			value
		};
	}
}
function findFieldFault(fields) {
	for (let key in fields) if (key !== "metric" && key !== "value" && key !== "timestamp" && key !== "tags") return {
		rule: "an item has the keys metric, value, timestamp, tags and no other",
		value: key,
		cure: "Correct its spelling, or remove it."
	};
	if (fields.metric === void 0) return {
		rule: "an item needs the key metric",
		cure: "Add \"metric: name\"."
	};
	if (!("value" in fields)) return {
		rule: "an item needs the key value",
		cure: "Add \"value: number\"."
	};
	if (!isScalar(fields.metric)) return {
		rule: "the metric of an item is a name",
		cure: "Write \"metric: name\"."
	};
}
function* entriesOf(map) {
	if (map instanceof Map) for (let [key, value] of map) yield [require_index.f(key), value];
	else for (let key of Object.keys(map)) yield [key, map[key]];
}
function isMap(value) {
	return isPlainObject(value) || value instanceof Map;
}
function isPlainObject(value) {
	if (typeof value != "object" || !value) return !1;
	let prototype = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
}
function isScalar(value) {
	return typeof value != "object" || !value || value instanceof Date;
}
Object.defineProperty(exports, "n", {
	enumerable: !0,
	get: function() {
		return collectTree;
	}
}), Object.defineProperty(exports, "r", {
	enumerable: !0,
	get: function() {
		return createItemCollector;
	}
}), Object.defineProperty(exports, "t", {
	enumerable: !0,
	get: function() {
		return collectTags;
	}
});
