"use strict";
exports.id = 725;
exports.ids = [725];
exports.modules = {

/***/ 8725:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readPems: () => (/* binding */ readPems)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1692);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_tls__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5523);
/* harmony import */ var _read_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7015);




const CURE = 'Give PEM text, or the path of a PEM file.';
/** Reads the certificates that were named by a path, and checks that TLS can use them; faults are gathered. */
async function readPems(written, faults) {
    const before = faults.count;
    const config = {
        ca: await readPem(written.ca, 'tls-ca', faults),
        cert: await readPem(written.cert, 'tls-cert', faults),
        key: await readPem(written.key, 'tls-key', faults),
        serverName: written.serverName,
    };
    if (faults.count === before)
        checkTls(config, faults);
    return config;
}
async function readPem(value, at, faults) {
    if (value === undefined || value.includes('-----BEGIN '))
        return value;
    try {
        return await (0,_read_text_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .y)(value, at);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz))
            throw error;
        // What is no path may be a key in a form that is not known as one: it is never shown.
        const shown = /[A-Za-z0-9+/=]{40}|\s/.test(value) ? {} : { value };
        for (const { rule } of error.faults)
            faults.add({ at, rule, ...shown, cure: CURE });
        return undefined;
    }
}
/** Tries one part after the other, so that the fault names the option. */
function checkTls({ ca, cert, key }, faults) {
    const checks = {
        'tls-ca': () => ca !== undefined && readCertificates(ca),
        'tls-cert': () => cert !== undefined && readCertificates(cert),
        'tls-key': () => cert !== undefined && key !== undefined && (0,node_tls__WEBPACK_IMPORTED_MODULE_1__.createSecureContext)({ cert, key }),
    };
    for (const [at, check] of Object.entries(checks)) {
        try {
            check();
        }
        catch (error) {
            faults.add({ at, rule: `it is not the PEM that is needed (${error.message})`, cure: CURE });
            return;
        }
    }
}
/** The TLS library passes over what it does not understand, and would then trust nobody. */
function readCertificates(pem) {
    const blocks = pem.match(/-----BEGIN [^-]+-----[\s\S]*?-----END [^-]+-----/g) ?? [];
    if (blocks.length === 0)
        throw new Error('no certificate');
    for (const block of blocks)
        new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(block);
}


/***/ }),

/***/ 7015:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ decodeText),
/* harmony export */   y: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5523);


/** The text of a whole UTF-8 file; a byte order mark is dropped. @throws {InputError} where it cannot be read. */
async function readText(path, at) {
    let bytes;
    try {
        bytes = await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.readFile(path);
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz([explainFileError(error, { path, at })]);
    }
    return decodeText(bytes, at);
}
/** Bytes as UTF-8 text without its byte order mark. @throws {InputError} where they are not. */
function decodeText(bytes, at) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz([{ at, rule: 'the file is not UTF-8', cure: 'Save it as UTF-8.' }]);
    }
}
function explainFileError(error, file) {
    const { code, message } = error;
    const meanings = {
        ENOENT: 'there is no such file',
        EISDIR: 'it is a directory, not a file',
        EACCES: 'this user may not read the file',
    };
    const rule = (code === undefined ? undefined : meanings[code]) ?? `the file cannot be read (${message})`;
    return { at: file.at, rule, value: file.path, cure: 'Give the name of a file.' };
}


/***/ })

};
;