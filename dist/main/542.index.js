"use strict";
exports.id = 542;
exports.ids = [542];
exports.modules = {

/***/ 603:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ BadReportError)
/* harmony export */ });
/** A report that cannot be counted; whoever reads the file adds where it stands. */
class BadReportError extends Error {
    name = 'BadReportError';
    fault;
    constructor(fault) {
        super(fault.rule);
        this.fault = fault;
    }
}


/***/ }),

/***/ 8542:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openFound: () => (/* binding */ openFound),
/* harmony export */   readFound: () => (/* binding */ readFound),
/* harmony export */   readInput: () => (/* binding */ readInput),
/* harmony export */   toBadReport: () => (/* binding */ toBadReport)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _collect_bad_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(603);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5523);



const READ_BYTES = 262_144;
const CURE = 'Nothing may change the files while they are read.';
/**
 * Opens a file for reading if it is still what was found: a regular file, reached without a link. A change between the
 * looks is seen by the look after opening; only who changes folders at that very moment, twice, gets past, and he runs
 * code on this machine already. Waits for no pipe and opens no device.
 * @throws {BadReportError} where it may not be read.
 */
async function openFound(file) {
    try {
        if (!(await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.lstat(file.realPath)).isFile())
            throw toChanged(file);
        // Windows knows neither flag.
        const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants;
        const handle = await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.open(file.realPath, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
        try {
            const isSame = (await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.realpath(file.realPath)) === file.realPath;
            if (!isSame || !(await handle.stat()).isFile())
                throw toChanged(file);
        }
        catch (error) {
            await handle.close();
            throw error;
        }
        return handle;
    }
    catch (error) {
        throw toBadReport(error, file);
    }
}
/** The bytes of a file that was found, in chunks. @throws {BadReportError} where it cannot be read. */
async function* readFound(file) {
    const options = { highWaterMark: READ_BYTES };
    try {
        const stream = file.isStream === true
            ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(file.realPath, options)
            : (await openFound(file)).createReadStream(options);
        yield* stream;
    }
    catch (error) {
        throw toBadReport(error, file);
    }
}
/** The same for what is no report, but input of the run. @throws {InputError} where it cannot be read. */
async function* readInput(file, at) {
    try {
        yield* readFound(file);
    }
    catch (error) {
        if (!(error instanceof _collect_bad_report_js__WEBPACK_IMPORTED_MODULE_1__/* .BadReportError */ .i))
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz([{ at, ...error.fault }]);
    }
}
/** What the system says of a file, in the words of a fault; an error of any other kind is passed on. */
function toBadReport(error, file) {
    const { code, message } = error;
    if (error instanceof _collect_bad_report_js__WEBPACK_IMPORTED_MODULE_1__/* .BadReportError */ .i || code === undefined || code === 'ABORT_ERR')
        return error;
    if (code === 'ENOENT') {
        return new _collect_bad_report_js__WEBPACK_IMPORTED_MODULE_1__/* .BadReportError */ .i({ rule: 'the file vanished before it was read', value: file.path, cure: CURE });
    }
    if (code === 'ELOOP')
        return toChanged(file);
    const isRight = code === 'EACCES' || code === 'EPERM';
    const rule = isRight ? 'this user may not read the file' : `the file cannot be read (${message})`;
    const cure = isRight ? 'Give this user the right, or leave the file out with "!".' : 'Make the file again.';
    return new _collect_bad_report_js__WEBPACK_IMPORTED_MODULE_1__/* .BadReportError */ .i({ rule, value: file.path, cure });
}
function toChanged({ path }) {
    return new _collect_bad_report_js__WEBPACK_IMPORTED_MODULE_1__/* .BadReportError */ .i({ rule: 'it was a regular file, and is none any more', value: path, cure: CURE });
}


/***/ })

};
;