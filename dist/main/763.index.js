"use strict";
exports.id = 763;
exports.ids = [763];
exports.modules = {

/***/ 9763:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ resolveReportRules),
/* harmony export */   N$: () => (/* binding */ resolveMissingPolicy),
/* harmony export */   checkReportOptions: () => (/* binding */ checkReportOptions),
/* harmony export */   qA: () => (/* binding */ resolveDataFormat),
/* harmony export */   v: () => (/* binding */ resolveFollowLinks)
/* harmony export */ });
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5004);

/** The rules as the options give them; faults are gathered. */
function resolveReportRules(options, faults) {
    const scalars = new _scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .ScalarReader */ .u(faults);
    return {
        junitSuites: scalars.boolean(options.junitSuites, { name: 'junit-suites', fallback: false }),
        badReport: scalars.choice(options.onBadReport, {
            name: 'on-bad-report',
            choices: ['warn', 'fail'],
            fallback: 'warn',
        }),
    };
}
/** What `if-no-files-found` says; a fault is gathered. */
function resolveMissingPolicy(options, faults) {
    return new _scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .ScalarReader */ .u(faults).choice(options.ifNoFilesFound, {
        name: 'if-no-files-found',
        choices: ['error', 'warn', 'ignore'],
        fallback: 'error',
    });
}
/** What `follow-symbolic-links` says; a fault is gathered. */
function resolveFollowLinks(options, faults) {
    const option = { name: 'follow-symbolic-links', fallback: false };
    return new _scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .ScalarReader */ .u(faults).boolean(options.followSymbolicLinks, option);
}
/**
 * Checks what says how files are found and counted, for a run that does so later; faults are gathered. What names the
 * files is left alone: it may hold words that are filled in by then.
 */
function checkReportOptions(options, faults) {
    resolveReportRules(options, faults);
    resolveMissingPolicy(options, faults);
    resolveFollowLinks(options, faults);
    resolveDataFormat(options, faults);
}
/** How to read every `data-file`; nothing where its ending tells. A fault is gathered. */
function resolveDataFormat(options, faults) {
    const { dataFormat } = options;
    if (dataFormat === undefined || dataFormat === '')
        return undefined;
    const before = faults.count;
    const format = { name: 'data-format', choices: ['data', 'lines'], fallback: 'data' };
    const chosen = new _scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .ScalarReader */ .u(faults).choice(dataFormat, format);
    return faults.count === before ? chosen : undefined;
}


/***/ })

};
;