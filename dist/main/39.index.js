"use strict";
exports.id = 39;
exports.ids = [39];
exports.modules = {

/***/ 39:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runPost: () => (/* binding */ runPost)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5523);
/* harmony import */ var _stop_on_signal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(737);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3424);
/* harmony import */ var _print_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3049);
/* harmony import */ var _publish_step_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(685);
/* harmony import */ var _run_main_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2883);
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});






/** The end of the job: sends what is known only now, and what was named to wait for it. */
async function runPost(env, state) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const nowMs = Date.now();
        const inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readInputs */ .K)(env, 'post');
        // From here on, so that also who waits for GitHub's answer keeps what it knows.
        const stopping = __addDisposableResource(env_1, (0,_stop_on_signal_js__WEBPACK_IMPORTED_MODULE_5__/* .stopOnSignal */ .O)(), false);
        const { signal } = stopping;
        const [asked, measured] = await Promise.all([
            askGithub(inputs, { env, signal }),
            readRunner(state, { env, nowMs }),
        ]);
        if (!inputs.reportsAtEnd || (0,_run_main_js__WEBPACK_IMPORTED_MODULE_4__/* .findMissingServerCause */ .g)(inputs, env) !== undefined)
            return;
        const collected = {
            metrics: [...asked.metrics, ...(measured?.metrics ?? [])],
            figures: measured?.figures ?? {},
            steps: asked.steps,
        };
        const isCollecting = inputs.jobMetrics || inputs.runnerMetrics !== undefined;
        const jobStartedAt = inputs.jobMetrics ? readStart(state) : undefined;
        const publish = { ...inputs.publish, jobStartedAt };
        await (0,_publish_step_js__WEBPACK_IMPORTED_MODULE_3__/* .publishStep */ .g)({ ...inputs, publish }, {
            nowMs,
            signal,
            sparesCollected: true,
            // Who asked for no such thing and has nothing to send is told so.
            ...(isCollecting ? { collected } : {}),
        });
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
/** When the job began; what it took is left out where nobody knows. */
function readStart({ startedAtMs }) {
    if (startedAtMs !== undefined)
        return new Date(startedAtMs);
    _print_js__WEBPACK_IMPORTED_MODULE_2__/* .print */ .y.notice('The duration of the job is left out: its state is not what the step saved.');
    return undefined;
}
/** What GitHub knows of the job, where a token lets us ask; what it does not tell is told once and left out. */
async function askGithub(inputs, { env, signal }) {
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
        signal,
    });
    if ('problem' in found) {
        _print_js__WEBPACK_IMPORTED_MODULE_2__/* .print */ .y.notice((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .formatFault */ .A)(found.problem));
        return { metrics: [], steps: [] };
    }
    const { computeGithubJob } = await __webpack_require__.e(/* import() */ 368).then(__webpack_require__.bind(__webpack_require__, 2368));
    return computeGithubJob(found.job);
}
/** Ends the process that measures, whatever becomes of what it measured. */
async function readRunner({ sampler }, around) {
    if (sampler === undefined)
        return undefined;
    const { endMeasuring } = await __webpack_require__.e(/* import() */ 413).then(__webpack_require__.bind(__webpack_require__, 2413));
    const { problem, ...collected } = await endMeasuring(sampler, around);
    if (problem !== undefined)
        _print_js__WEBPACK_IMPORTED_MODULE_2__/* .print */ .y.notice(`The runner was not measured to the end: ${problem}.`);
    return collected;
}


/***/ })

};
;