export const id = 113;
export const ids = [113];
export const modules = {

/***/ 6113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WindowSender: () => (/* binding */ WindowSender)
/* harmony export */ });
/** A sender that opens one connection for each window. */
class WindowSender {
    #connect;
    #onProgress;
    #tally = { delivery: 'confirmed', evidence: undefined, batches: 0, lines: 0, bytes: 0 };
    constructor(connect, onProgress) {
        this.#connect = connect;
        this.#onProgress = onProgress;
    }
    get tally() {
        return this.#tally;
    }
    async send(window, signal) {
        const ending = await carry(window, await this.#connect({ signal }));
        const before = this.#tally;
        this.#tally = {
            ...worse(before, ending),
            batches: before.batches + window.length,
            lines: before.lines + sum(window, (batch) => batch.lines),
            bytes: before.bytes + sum(window, (batch) => batch.text.length),
        };
        this.#onProgress?.({ lines: this.#tally.lines, bytes: this.#tally.bytes });
    }
}
async function carry(window, connection) {
    try {
        for (const batch of window)
            await connection.write(batch.text);
        return await connection.finish();
    }
    catch (error) {
        connection.destroy();
        throw error;
    }
}
function worse(before, ending) {
    const delivery = before.delivery === 'sent' || ending.kind === 'sent' ? 'sent' : 'confirmed';
    const evidence = ending.kind === 'confirmed' ? ending.evidence : undefined;
    return { delivery, evidence: before.evidence === 'close' ? 'close' : (evidence ?? before.evidence) };
}
function sum(items, size) {
    return items.reduce((total, item) => total + size(item), 0);
}


/***/ })

};
