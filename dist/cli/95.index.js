"use strict";
exports.id = 95;
exports.ids = [95];
exports.modules = {

/***/ 5095:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   countLines: () => (/* binding */ countLines)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

const LF = 0x0a;
/**
 * The lines of a file, whatever stands in them; the last one counts without its LF too. Nothing where it cannot be read
 * again.
 */
async function countLines(file) {
    let lines = 0;
    let last = LF;
    try {
        for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(file)) {
            for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, at + 1))
                lines += 1;
            last = chunk.at(-1) ?? last;
        }
    }
    catch (error) {
        if (error instanceof Error && 'code' in error)
            return undefined;
        throw error;
    }
    return last === LF ? lines : lines + 1;
}


/***/ })

};
;