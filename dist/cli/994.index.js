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
/** What one connection carries, here as in the first sending. */
const MISSING_WINDOW_BATCHES = 64;
/** Looks in Graphite for every point of the windows, and sends again what is not there until it is, or time is over. */
async function readBack(windows, how) {
    const { verifyPoints } = await __webpack_require__.e(/* import() */ 121).then(__webpack_require__.bind(__webpack_require__, 5121));
    const { access, timeoutMs } = how.config;
    const points = windows.flatMap((window) => toPoints(window, how.isKept(window)));
    const { verified, missing, problem } = await verifyPoints(points, {
        access,
        limits: { timeoutMs, signal: how.signal },
        resend: async (lines) => {
            const batches = toBatches(lines);
            for (let start = 0; start < batches.length; start += MISSING_WINDOW_BATCHES) {
                await how.resend(batches.slice(start, start + MISSING_WINDOW_BATCHES));
            }
        },
    });
    const failure = missing.length === 0 ? undefined : toFailure(missing, { total: verified + missing.length, problem });
    const lost = toBatches(missing.filter(({ isKept }) => !isKept));
    return { verified, missing: missing.length, lost, failure };
}
function toPoints(window, isKept) {
    return window.flatMap(({ bytes }) => {
        const lines = Buffer.from(bytes).toString('latin1').split('\n').slice(0, -1);
        return lines.map((line) => {
            const [series = '', value, timestamp] = line.split(' ');
            return { series, value: Number(value), timestamp: Number(timestamp), line, isKept };
        });
    });
}
function toBatches(points) {
    const batches = new _format_batch_js__WEBPACK_IMPORTED_MODULE_1__/* .BatchBuilder */ .e(MISSING_BATCH_LINES);
    for (const { line } of points) {
        batches.append(line);
        batches.append('\n');
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