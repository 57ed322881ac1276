"use strict";
exports.id = 123;
exports.ids = [123];
exports.modules = {

/***/ 3123:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   collectTags: () => (/* binding */ collectTags),
/* harmony export */   f: () => (/* binding */ collectTree),
/* harmony export */   k: () => (/* binding */ collectItem)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5523);

const MAX_DEPTH = 100;
const SHAPE_RULE = 'data is a map of names to numbers, or a list of {metric, value, timestamp, tags}';
/** The metrics of a map (nested maps joined by dots) or of a list of `{metric, value, timestamp?, tags?}`. */
function collectTree(tree, origin, faults) {
    const metrics = [];
    if (Array.isArray(tree)) {
        for (const [index, item] of tree.entries()) {
            const metric = collectItem(item, `${origin}, item ${index + 1}`, faults);
            if (metric !== undefined)
                metrics.push(metric);
        }
    }
    else if (isMap(tree)) {
        collectMap(tree, { origin, faults, metrics, prefix: '', depth: 0 });
    }
    else {
        faults.add({ at: origin, rule: SHAPE_RULE, value: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toText */ .fE)(tree), cure: 'Write "name: number".' });
    }
    return metrics;
}
/** One `{metric, value, timestamp?, tags?}`, or a `[name, value]` pair. */
function collectItem(item, origin, faults) {
    if (Array.isArray(item) && item.length === 2 && typeof item[0] === 'string') {
        return { origin, name: item[0], value: item[1] };
    }
    const fields = item instanceof Map ? Object.fromEntries(item) : item;
    if (!isMap(fields) || fields instanceof Map) {
        faults.add({
            at: origin,
            rule: SHAPE_RULE,
            value: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toText */ .fE)(item),
            cure: 'Write {metric: name, value: number}.',
        });
        return undefined;
    }
    const fault = findFieldFault(fields);
    if (fault !== undefined) {
        faults.add({ at: origin, ...fault });
        return undefined;
    }
    const { metric, value, timestamp, tags } = fields;
    const written = { origin, name: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toText */ .fE)(metric), value };
    if (timestamp === undefined && tags === undefined)
        return written;
    const checkedTags = collectTags(tags, `${origin}, tags`, faults);
    return {
        ...written,
        ...(timestamp === undefined ? {} : { timestamp }),
        ...(checkedTags === undefined ? {} : { tags: checkedTags }),
    };
}
/** A map of tags whose values are scalars; nothing where there is none. */
function collectTags(tree, origin, faults) {
    if (tree === undefined)
        return undefined;
    const scalars = isMap(tree) && entriesOf(tree).every(([, value]) => isScalar(value));
    if (!scalars) {
        faults.add({ at: origin, rule: 'tags are a map of names to texts', cure: 'Write "name: text".' });
        return undefined;
    }
    return Object.fromEntries(entriesOf(tree).map(([name, value]) => [name, (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toText */ .fE)(value)]));
}
function collectMap(map, into) {
    const { origin, faults, metrics, prefix, depth } = into;
    if (depth > MAX_DEPTH) {
        faults.add({
            at: origin,
            rule: `maps nest at most ${MAX_DEPTH} deep`,
            value: prefix,
            cure: 'Flatten them.',
        });
        return;
    }
    for (const [key, value] of entriesOf(map)) {
        const name = depth === 0 ? key : `${prefix}.${key}`;
        if (isMap(value)) {
            collectMap(value, { ...into, prefix: name, depth: depth + 1 });
        }
        else if (Array.isArray(value)) {
            const cure = 'Give each number a name, or make the whole data a list of {metric, value}.';
            faults.add({ at: `${origin}, ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(name)}`, rule: 'a list inside a map is not a number', cure });
        }
        else {
            metrics.push({ origin, name, value });
        }
    }
}
function findFieldFault(fields) {
    for (const key in fields) {
        if (key !== 'metric' && key !== 'value' && key !== 'timestamp' && key !== 'tags') {
            const cure = 'Correct its spelling, or remove it.';
            return { rule: `an item has the keys metric, value, timestamp, tags and no other`, value: key, cure };
        }
    }
    if (fields.metric === undefined)
        return { rule: 'an item needs the key metric', cure: 'Add "metric: name".' };
    if (!('value' in fields))
        return { rule: 'an item needs the key value', cure: 'Add "value: number".' };
    if (!isScalar(fields.metric))
        return { rule: 'the metric of an item is a name', cure: 'Write "metric: name".' };
    return undefined;
}
function entriesOf(map) {
    const entries = map instanceof Map ? [...map.entries()] : Object.entries(map);
    return entries.map(([key, value]) => [(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toText */ .fE)(key), value]);
}
function isMap(value) {
    if (value instanceof Map)
        return true;
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return false;
    const prototype = Object.getPrototypeOf(value);
    return prototype === Object.prototype || prototype === null;
}
function isScalar(value) {
    return typeof value !== 'object' || value === null || value instanceof Date;
}


/***/ })

};
;