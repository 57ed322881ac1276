export const id = 947;
export const ids = [947];
export const modules = {

/***/ 3947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DryRunSender: () => (/* binding */ DryRunSender)
/* harmony export */ });
/** A sender that shows the exact lines and sends nothing. */
class DryRunSender {
    tally = { delivery: 'confirmed', evidence: undefined, batches: 0, lines: 0, bytes: 0 };
    #show;
    constructor(show = () => { }) {
        this.#show = show;
    }
    send(window) {
        for (const batch of window)
            this.#show(batch.text);
        return Promise.resolve();
    }
}


/***/ })

};
