const require_index = require("./index.js"), SHAPE_RULE = "data is a map of names to numbers, or a list of {metric, value, timestamp, tags}";
function collectTree(tree, origin, faults) {
	let metrics = [];
	if (Array.isArray(tree)) for (let [index, item] of tree.entries()) {
		let metric = collectItem(item, `${origin}, item ${index + 1}`, faults);
		metric !== void 0 && metrics.push(metric);
	}
	else isMap(tree) ? collectMap(tree, {
		origin,
		faults,
		metrics,
		prefix: "",
		depth: 0
	}) : faults.add({
		at: origin,
		rule: SHAPE_RULE,
		value: require_index.H(tree),
		cure: "Write \"name: number\"."
	});
	return metrics;
}
function collectItem(item, origin, faults) {
	if (Array.isArray(item) && item.length === 2 && typeof item[0] == "string") return {
		origin,
		name: item[0],
		value: item[1]
	};
	let fields = item instanceof Map ? Object.fromEntries(item) : item;
	if (!isMap(fields) || fields instanceof Map) {
		faults.add({
			at: origin,
			rule: SHAPE_RULE,
			value: require_index.H(item),
			cure: "Write {metric: name, value: number}."
		});
		return;
	}
	let fault = findFieldFault(fields);
	if (fault !== void 0) {
		faults.add({
			at: origin,
			...fault
		});
		return;
	}
	let { metric, value, timestamp, tags } = fields, written = {
		origin,
		name: require_index.H(metric),
		value
	};
	if (timestamp === void 0 && tags === void 0) return written;
	let checkedTags = collectTags(tags, `${origin}, tags`, faults);
	return {
		...written,
		...timestamp === void 0 ? {} : { timestamp },
		...checkedTags === void 0 ? {} : { tags: checkedTags }
	};
}
function collectTags(tree, origin, faults) {
	if (tree !== void 0) {
		if (!(isMap(tree) && entriesOf(tree).every(([, value]) => isScalar(value)))) faults.add({
			at: origin,
			rule: "tags are a map of names to texts",
			cure: "Write \"name: text\"."
		});
		else return Object.fromEntries(entriesOf(tree).map(([name, value]) => [name, require_index.H(value)]));
	}
}
function collectMap(map, into) {
	let { origin, faults, metrics, prefix, depth } = into;
	if (depth > 100) faults.add({
		at: origin,
		rule: "maps nest at most 100 deep",
		value: prefix,
		cure: "Flatten them."
	});
	else for (let [key, value] of entriesOf(map)) {
		let name = depth === 0 ? key : `${prefix}.${key}`;
		isMap(value) ? collectMap(value, {
			...into,
			prefix: name,
			depth: depth + 1
		}) : Array.isArray(value) ? faults.add({
			at: `${origin}, ${require_index.V(name)}`,
			rule: "a list inside a map is not a number",
			cure: "Give each number a name, or make the whole data a list of {metric, value}."
		}) : metrics.push({
			origin,
			name,
			value
		});
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
function entriesOf(map) {
	return (map instanceof Map ? [...map.entries()] : Object.entries(map)).map(([key, value]) => [require_index.H(key), value]);
}
function isMap(value) {
	if (value instanceof Map) return !0;
	if (typeof value != "object" || !value || Array.isArray(value)) return !1;
	let prototype = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
}
function isScalar(value) {
	return typeof value != "object" || !value || value instanceof Date;
}
exports.collectItem = collectItem, exports.collectTags = collectTags, exports.collectTree = collectTree;
