"use strict";
exports.id = 125;
exports.ids = [125];
exports.modules = {

/***/ 125:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   measureFiles: () => (/* binding */ measureFiles)
/* harmony export */ });
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _collect_bad_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(603);
/* harmony import */ var _open_found_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8542);



/** What `gzip` itself does unless told otherwise; level 9 takes three times as long to save half a percent. */
const GZIP_LEVEL = 6;
const READ_BYTES = 262_144;
const AT_ONCE = 2;
const MAX_PROBLEMS = 20;
/** Measures files, two at a time and with constant memory. Hard links to one file count once, as they do for `du` and `tar`. */
async function measureFiles(files, signal) {
    const measuring = new Measuring(signal);
    const queue = files.values();
    const work = async () => {
        for (const file of queue)
            await measuring.add(file);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return measuring.sums();
}
class Measuring {
    #signal;
    #seen = new Set();
    #problems = [];
    #problemCount = 0;
    #bytes = 0;
    #gzipBytes = 0;
    #files = 0;
    constructor(signal) {
        this.#signal = signal;
    }
    sums() {
        return {
            bytes: this.#bytes,
            gzipBytes: this.#gzipBytes,
            files: this.#files,
            problems: this.#problems,
            problemCount: this.#problemCount,
        };
    }
    async add(file) {
        this.#signal?.throwIfAborted();
        try {
            const handle = await (0,_open_found_js__WEBPACK_IMPORTED_MODULE_2__.openFound)(file);
            try {
                const status = await handle.stat({ bigint: true });
                if (this.#isSeen(status))
                    return;
                const { bytes, gzipBytes } = await this.#compress(handle, Number(status.size));
                this.#bytes += bytes;
                this.#gzipBytes += gzipBytes;
                this.#files += 1;
            }
            finally {
                await handle.close();
            }
        }
        catch (error) {
            const bad = (0,_open_found_js__WEBPACK_IMPORTED_MODULE_2__.toBadReport)(error, file);
            if (!(bad instanceof _collect_bad_report_js__WEBPACK_IMPORTED_MODULE_1__/* .BadReportError */ .i))
                throw bad;
            this.#problemCount += 1;
            if (this.#problems.length < MAX_PROBLEMS)
                this.#problems.push(bad.fault);
        }
    }
    /** Some file systems number no files: then each is its own. */
    #isSeen({ dev, ino, nlink }) {
        if (nlink <= 1n || ino === 0n)
            return false;
        const identity = `${dev}:${ino}`;
        const isSeen = this.#seen.has(identity);
        this.#seen.add(identity);
        return isSeen;
    }
    async #compress(handle, size) {
        const chunks = readFirst(handle, size);
        return size <= READ_BYTES ? compressAtOnce(chunks) : compressStream(chunks, this.#signal);
    }
}
/** For the many small files of a folder a stream each would cost more than its content. */
async function compressAtOnce(chunks) {
    const { gzipSync } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8522, 23));
    const content = [];
    for await (const chunk of chunks)
        content.push(chunk);
    const bytes = Buffer.concat(content);
    return { bytes: bytes.length, gzipBytes: gzipSync(bytes, { level: GZIP_LEVEL }).length };
}
async function compressStream(chunks, signal) {
    const { createGzip } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8522, 23));
    const counted = { bytes: 0, gzipBytes: 0 };
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_0__.pipeline)(chunks, async function* (contents) {
        for await (const content of contents) {
            counted.bytes += content.length;
            yield content;
        }
    }, createGzip({ level: GZIP_LEVEL }), async (zipped) => {
        for await (const chunk of zipped)
            counted.gzipBytes += chunk.length;
    }, ...(signal === undefined ? [] : [{ signal }]));
    return counted;
}
/** The first bytes of a file: one that grows as fast as it is read would have no end. */
async function* readFirst(handle, size) {
    for (let position = 0; position < size;) {
        const buffer = Buffer.allocUnsafe(Math.min(READ_BYTES, size - position));
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
        if (bytesRead === 0)
            return;
        position += bytesRead;
        yield buffer.subarray(0, bytesRead);
    }
}


/***/ })

};
;