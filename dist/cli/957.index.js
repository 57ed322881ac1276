"use strict";
exports.id = 957;
exports.ids = [957];
exports.modules = {

/***/ 3957:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Spool: () => (/* binding */ Spool)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5523);




/** Keeps what was not delivered, as full lines, in one new file per run. */
class Spool {
    #folder;
    #name;
    #file;
    #lines = 0;
    #bytes = 0;
    #finalPath;
    constructor(folder, nowMs) {
        this.#folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(folder);
        const time = new Date(nowMs).toISOString().replace(/[:.]/g, '-');
        this.#name = `undelivered-${time}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString('hex')}.txt`;
    }
    /** The lines that are in the file. */
    get lines() {
        return this.#lines;
    }
    /** The file, once it is whole. */
    get path() {
        return this.#finalPath;
    }
    /**
     * Adds a window's bytes as they were to be sent.
     * @throws {SpoolError} where the disk does not take them: then the file holds the windows before and nothing of it.
     */
    async add(window) {
        try {
            this.#file ??= await this.#open();
            for (const { bytes } of window)
                await this.#file.appendFile(bytes);
        }
        catch (error) {
            await this.#cutBack();
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .SpoolError */ .al(this.#folder, error);
        }
        for (const { bytes, lines } of window) {
            this.#bytes += bytes.length;
            this.#lines += lines;
        }
    }
    /** Makes the file whole: only then it has the name that others look for. @throws {SpoolError} */
    async finish() {
        if (this.#file === undefined || this.#finalPath !== undefined)
            return;
        try {
            await this.#file.sync();
            await this.#file.close();
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.#folder, this.#name);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(this.#partialPath, path);
            this.#finalPath = path;
        }
        catch (error) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .SpoolError */ .al(this.#folder, error);
        }
    }
    async #cutBack() {
        if (this.#bytes > 0) {
            await this.#file?.truncate(this.#bytes).catch(() => { });
            return;
        }
        await this.#file?.close().catch(() => { });
        this.#file = undefined;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(this.#partialPath, { force: true }).catch(() => { });
    }
    get #partialPath() {
        return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.#folder, `.${this.#name}.part`);
    }
    async #open() {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(this.#folder, { recursive: true, mode: 0o700 });
        // "x" makes a new file or fails: it follows no link and writes into no file of somebody else.
        return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(this.#partialPath, 'wx', 0o600);
    }
}


/***/ })

};
;