"use strict";
exports.id = 994;
exports.ids = [994];
exports.modules = {

/***/ 3994:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readBack: () => (/* binding */ readBack)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5523);
/* harmony import */ var _format_batch_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(504);


const MAX_NAMES = 100;
const MISSING_BATCH_LINES = 500;
/** Looks in Graphite for every point of the windows, and sends again what is not there until it is, or time is over. */
async function readBack(windows, how) {
    const { verifyPoints } = await __webpack_require__.e(/* import() */ 374).then(__webpack_require__.bind(__webpack_require__, 9374));
    const { access, timeoutMs } = how.config;
    const { verified, missing, problem } = await verifyPoints(windows.flatMap(toPoints), {
        access,
        limits: { timeoutMs, signal: how.signal },
        resend: (points) => how.resend(toWindow(points)),
    });
    const failure = missing.length === 0 ? undefined : toFailure(missing, { total: verified + missing.length, problem });
    return { verified, missing: toWindow(missing), failure };
}
function toPoints(window) {
    return window.flatMap(({ bytes }) => {
        const lines = Buffer.from(bytes).toString('latin1').split('\n').slice(0, -1);
        return lines.map((line) => {
            const [series = '', value, timestamp] = line.split(' ');
            return { series, value: Number(value), timestamp: Number(timestamp) };
        });
    });
}
function toWindow(points) {
    const batches = new _format_batch_js__WEBPACK_IMPORTED_MODULE_1__/* .BatchBuilder */ .e(MISSING_BATCH_LINES);
    for (const { series, value, timestamp } of points) {
        batches.append(`${series} ${value} ${timestamp}\n`);
        batches.endLine();
    }
    return batches.take();
}
function toFailure(missing, found) {
    const names = missing.slice(0, MAX_NAMES).map(({ series }) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(series));
    const rest = missing.length > names.length ? ` … and ${missing.length - names.length} more` : '';
    const problem = found.problem === undefined ? '' : ` ${found.problem}`;
    const message = `Of ${found.total} points Graphite does not show ${missing.length}.${problem} Missing: ${names.join(', ')}${rest}.`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SendError */ .v8(message, { retryable: false, code: 'MISSING' });
}


/***/ })

};
;