export const id = 394;
export const ids = [394];
export const modules = {

/***/ 3394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   formatSummary: () => (/* binding */ formatSummary)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(975);


/** The job summary of a run, as Markdown and HTML; `problem` is the message of what failed. */
function formatSummary(result, problem) {
    const renames = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .formatRenames */ .dE)(result);
    return [
        `### Metrics to Carbon: ${result.delivery}`,
        paragraph((0,_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .formatVerdict */ .Pu)(result)),
        ...(problem === undefined ? [] : [paragraph(problem)]),
        ...(renames === undefined ? [] : [paragraph(renames)]),
        ...result.warnings.map(paragraph),
        ...formatTable(result),
        '',
    ].join('\n\n');
}
function formatTable(result) {
    if (result.points.length === 0)
        return [];
    const rows = result.points.map(({ path, value, timestamp }) => {
        const time = new Date(timestamp * 1000).toISOString().replace('.000', '');
        return `<tr><td>${code(path)}</td><td align="right">${code(value)}</td><td>${time}</td></tr>`;
    });
    const head = '<tr><th>Path</th><th>Value</th><th>Time</th></tr>';
    const rest = result.linesMade - result.points.length;
    const more = rest > 0 ? [paragraph(`… and ${rest} more.`)] : [];
    return [`<table>${head}\n${rows.join('\n')}\n</table>`, ...more];
}
/** A paragraph whose text can form neither markup nor a mention, a link or a second line. */
function paragraph(text) {
    const lines = text.split('\n').map((line) => escapeHtml(line));
    return `<p>${lines.join('<br>')}</p>`;
}
function code(text) {
    return `<code>${escapeHtml(text)}</code>`;
}
/** Every character that HTML or Markdown reads as more than itself becomes a numbered reference. */
function escapeHtml(text) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeInvisible */ .ts)(text).replace(/[&<>"'`*_~[\]()#@!|\\{}$]/g, (character) => `&#${character.charCodeAt(0)};`);
}


/***/ })

};
