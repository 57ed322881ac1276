"use strict";
exports.id = 39;
exports.ids = [39];
exports.modules = {

/***/ 2420:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runPost: () => (/* binding */ runPost)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5523);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3424);
/* harmony import */ var _print_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3049);
/* harmony import */ var _publish_step_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(651);
/* harmony import */ var _run_main_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2883);





/** The end of the job: sends what is known only now, and what was named to wait for it. */
async function runPost(env, state) {
    const nowMs = Date.now();
    const inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readInputs */ .K)(env, 'post');
    const [asked, measured] = await Promise.all([askGithub(inputs, env), readRunner(state, nowMs)]);
    if (!inputs.reportsAtEnd || (0,_run_main_js__WEBPACK_IMPORTED_MODULE_4__/* .findMissingServerCause */ .g)(inputs, env) !== undefined)
        return;
    const collected = {
        metrics: [...asked.metrics, ...(measured?.metrics ?? [])],
        figures: measured?.figures ?? {},
        steps: asked.steps,
    };
    const jobStartedAt = inputs.jobMetrics ? new Date(state.startedAtMs) : undefined;
    await (0,_publish_step_js__WEBPACK_IMPORTED_MODULE_3__/* .publishStep */ .g)({ ...inputs, publish: { ...inputs.publish, jobStartedAt } }, { nowMs, collected });
}
/** What GitHub knows of the job, where a token lets us ask; what it does not tell is told once and left out. */
async function askGithub(inputs, env) {
    const { githubToken: token } = inputs;
    if (token === undefined || !inputs.jobMetrics)
        return { metrics: [], steps: [] };
    const { findJob } = await Promise.all(/* import() */[__webpack_require__.e(442), __webpack_require__.e(630)]).then(__webpack_require__.bind(__webpack_require__, 7630));
    const found = await findJob({
        apiUrl: env['GITHUB_API_URL'] ?? '',
        token,
        repository: env['GITHUB_REPOSITORY'] ?? '',
        runId: env['GITHUB_RUN_ID'] ?? '',
        attempt: env['GITHUB_RUN_ATTEMPT'] ?? '',
        checkRunId: inputs.checkRunId,
        jobKey: env['GITHUB_JOB'] ?? '',
        matrix: inputs.matrix,
        runnerName: env['RUNNER_NAME'],
    });
    if ('problem' in found) {
        _print_js__WEBPACK_IMPORTED_MODULE_2__/* .print */ .y.notice((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .formatFault */ .A)(found.problem));
        return { metrics: [], steps: [] };
    }
    const { computeGithubJob } = await __webpack_require__.e(/* import() */ 368).then(__webpack_require__.bind(__webpack_require__, 2368));
    return computeGithubJob(found.job);
}
/** Ends the process that measures, whatever becomes of what it measured. */
async function readRunner({ sampler }, nowMs) {
    if (sampler === undefined)
        return undefined;
    const { endMeasuring } = await __webpack_require__.e(/* import() */ 516).then(__webpack_require__.bind(__webpack_require__, 1516));
    const { problem, ...collected } = await endMeasuring(sampler, nowMs);
    if (problem !== undefined)
        _print_js__WEBPACK_IMPORTED_MODULE_2__/* .print */ .y.notice(`The runner was not measured to the end: ${problem}.`);
    return collected;
}


/***/ })

};
;