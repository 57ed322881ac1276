"use strict";
exports.id = 944;
exports.ids = [944];
exports.modules = {

/***/ 7944:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  computeCoverage: () => (/* binding */ computeCoverage)
});

// UNUSED EXPORTS: computePercent

;// CONCATENATED MODULE: ./.cache/bundle/collect/coverage/settle-modules.js
const MAX_FOLDERS = 64;
/**
 * Every source file once. JaCoCo tells a file by its package and base name alone: that of two modules is one file where
 * all its lines are alike, and one with the file of another report whose path ends so, if only one does.
 */
function settleModules({ located, inModules }) {
    const endings = findEndings(located, inModules);
    const settled = [];
    for (const [path, modules] of inModules) {
        const sources = uniteAlike(modules);
        for (const { modules: names, source } of sources) {
            const candidates = endings.get(path) ?? [];
            const own = candidates.filter((candidate) => names.some((name) => candidate.split('/').includes(name)));
            const isClear = sources.length === 1 && candidates.length === 1;
            const [match, ...others] = isClear ? candidates : own;
            const same = match === undefined || others.length > 0 ? undefined : located.get(match);
            if (same === undefined)
                settled.push(source);
            else
                same.addUnited(source);
        }
    }
    return [...located.values(), ...settled];
}
function uniteAlike(modules) {
    if (modules.size === 1)
        return [...modules].map(([name, source]) => ({ modules: [name], source }));
    const byOutline = new Map();
    for (const [name, source] of modules) {
        const outline = source.layers.has('lines') ? source.outline() : `only sums: ${name}`;
        const alike = byOutline.get(outline);
        if (alike === undefined) {
            byOutline.set(outline, { modules: [name], source });
        }
        else {
            alike.modules.push(name);
            alike.source.addUnited(source);
        }
    }
    return [...byOutline.values()];
}
/** The located paths by each of their ends that a module has too. */
function findEndings(located, inModules) {
    const endings = new Map();
    if (inModules.size === 0)
        return endings;
    for (const path of located.keys()) {
        let start = path.length;
        for (let folders = 0; start >= 0 && folders < MAX_FOLDERS; folders += 1) {
            start = start === 0 ? -1 : path.lastIndexOf('/', start - 1);
            const ending = path.slice(start + 1);
            if (!inModules.has(ending))
                continue;
            const paths = endings.get(ending);
            if (paths === undefined)
                endings.set(ending, [path]);
            else
                paths.push(path);
        }
    }
    return endings;
}

;// CONCATENATED MODULE: ./.cache/bundle/collect/coverage/compute-coverage.js

/**
 * What all coverage reports of a run say together, each source line once.
 * @throws {BadReportError} where they hold too much together.
 */
function computeCoverage(union) {
    const figures = [...union.count(settleModules(union))].map(([kind, counts]) => ({ kind, ...counts }));
    return { metrics: figures.flatMap(toMetrics), figures };
}
/**
 * The share that is covered in percent, rounded half up to two decimals from the exact share; 100 only where all is
 * covered. Nothing where there is nothing to cover.
 */
function computePercent({ covered, total }) {
    if (total === 0)
        return undefined;
    if (covered === total)
        return 100;
    const hundredths = (BigInt(covered) * 20000n + BigInt(total)) / (2n * BigInt(total));
    return Math.min(Number(hundredths), 9999) / 100;
}
function toMetrics({ kind, covered, total }) {
    const values = { covered, total, percent: computePercent({ covered, total }) };
    return Object.entries(values).flatMap(([name, value]) => value === undefined ? [] : [{ nodes: ['coverage', kind, name], value }]);
}


/***/ })

};
;