"use strict";
exports.id = 630;
exports.ids = [630];
exports.modules = {

/***/ 7630:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findJob: () => (/* binding */ findJob)
});

;// CONCATENATED MODULE: ./.cache/bundle/collect/job/job-names.js
const MAX_CHARACTERS = 100;
const ELLIPSIS = '...';
/**
 * The names that GitHub may show for a job without a `name:` of its own: its key, and the values of its matrix leg in
 * parentheses. Values that an `include` added to a leg stand last and are not shown, but nothing tells which those are.
 */
function formatJobNames(key, matrix) {
    const legs = isRecord(matrix) ? Object.values(matrix) : [];
    const counts = legs.map((_, index) => index + 1);
    const names = counts.map((count) => formatName(key, legs.slice(0, count).flatMap(listScalars)));
    return names.length === 0 ? [formatName(key, [])] : [...new Set(names)];
}
/** Whether a job that GitHub shows has one of the names, be it as a job of a reusable workflow: `caller / name`. */
function hasName(shown, names) {
    return names.some((name) => shown === name || shown.endsWith(` / ${name}`));
}
function formatName(key, values) {
    const name = values.length === 0 ? key : `${key} (${values.join(', ')})`;
    if (name.length <= MAX_CHARACTERS)
        return name;
    return `${name.slice(0, MAX_CHARACTERS - ELLIPSIS.length)}${ELLIPSIS}`;
}
/** The values that are shown, from the inside of lists and maps too; nothing is shown for null and an empty text. */
function listScalars(value) {
    if (Array.isArray(value) || isRecord(value))
        return Object.values(value).flatMap(listScalars);
    if (typeof value === 'number' || typeof value === 'boolean')
        return [String(value)];
    return typeof value === 'string' && value !== '' ? [value] : [];
}
function isRecord(value) {
    return typeof value === 'object' && value !== null;
}

;// CONCATENATED MODULE: ./.cache/bundle/collect/job/choose-job.js

/**
 * The job among those of one attempt that is running under this name, on this runner. It is never guessed: where name and
 * runner contradict each other, or fit several, no job is chosen. A name of the user's own is known by the runner alone.
 */
function chooseJob(jobs, { jobKey, matrix, runnerName }) {
    const names = formatJobNames(jobKey, matrix);
    const unfinished = jobs.filter(({ status }) => status !== 'completed');
    const named = unfinished.filter((job) => hasName(job.name, names));
    const here = unfinished.filter((job) => runnerName !== undefined && job.runnerName === runnerName);
    const both = named.filter((job) => here.includes(job));
    if (both.length > 0)
        return choose(both);
    if (named.length === 0)
        return choose(here);
    if (here.length > 0)
        return { count: named.length + here.length };
    return choose(named.filter((job) => runnerName === undefined || job.runnerName === undefined));
}
// GitHub's list lags behind: a job that it still shows as waiting may be this one, but tells nothing yet.
function choose(jobs) {
    const [only] = jobs;
    if (only === undefined || jobs.length > 1)
        return { count: jobs.length };
    return only.status === 'in_progress' ? { job: only } : { count: 0 };
}

;// CONCATENATED MODULE: ./.cache/bundle/collect/job/parse-github-job.js
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;
/** A job as the REST API answers it, or undefined for anything else; a field of another form counts as absent. */
function parseGithubJob(value) {
    if (!parse_github_job_isRecord(value) || typeof value['name'] !== 'string')
        return undefined;
    const steps = Array.isArray(value['steps']) ? value['steps'] : [];
    return {
        name: value['name'],
        ...present('status', parseWord(value['status'])),
        ...present('runId', parseId(value['run_id'])),
        ...present('runnerName', parseWord(value['runner_name'])),
        ...present('createdAtMs', parseTimeMs(value['created_at'])),
        ...present('startedAtMs', parseTimeMs(value['started_at'])),
        steps: steps.map(parseStep).filter((step) => step !== undefined),
    };
}
function parseStep(value) {
    if (!parse_github_job_isRecord(value) || typeof value['name'] !== 'string')
        return undefined;
    return {
        name: value['name'],
        ...present('status', parseWord(value['status'])),
        ...present('conclusion', parseWord(value['conclusion'])),
        ...present('startedAtMs', parseTimeMs(value['started_at'])),
        ...present('completedAtMs', parseTimeMs(value['completed_at'])),
    };
}
/** A field for an object in which an absent field is not there at all. */
function present(key, value) {
    // A computed key's type is widened to string.
    return value === undefined ? {} : { [key]: value };
}
function parseWord(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function parseId(value) {
    const text = typeof value === 'number' || typeof value === 'bigint' ? value.toString() : value;
    return typeof text === 'string' && /^\d+$/.test(text) ? text : undefined;
}
/** The year 1 stands for a time that is not known yet. */
function parseTimeMs(value) {
    if (typeof value !== 'string' || !ISO_TIME.test(value))
        return undefined;
    const timeMs = Date.parse(value);
    return timeMs > 0 ? timeMs : undefined;
}
function parse_github_job_isRecord(value) {
    return typeof value === 'object' && value !== null;
}

// EXTERNAL MODULE: ./node_modules/@octokit/core/dist-src/index.js + 12 modules
var dist_src = __webpack_require__(4730);
// EXTERNAL MODULE: ./node_modules/@octokit/plugin-paginate-rest/dist-bundle/index.js
var dist_bundle = __webpack_require__(3779);
// EXTERNAL MODULE: ./node_modules/@octokit/plugin-retry/dist-bundle/index.js
var plugin_retry_dist_bundle = __webpack_require__(9735);
;// CONCATENATED MODULE: ./.cache/bundle/github/refusal.js
/** Why GitHub was not asked, or its answer not taken: what is wrong, GitHub's own words, and the cure. */
class Refusal extends Error {
    name = 'Refusal';
    said;
    cure;
    constructor(rule, details = {}) {
        super(rule);
        this.said = details.said;
        this.cure = details.cure;
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/github/guarded-fetch.js

const MAX_ANSWER_BYTES = 8 * 1024 * 1024;
const MAX_REDIRECTIONS = 3;
const REDIRECTIONS = new Set([301, 302, 303, 307, 308]);
const KEPT_HEADERS = ['link', 'retry-after', 'x-ratelimit-remaining'];
/**
 * A `fetch` that sends the token to no other server than the API's, wherever an answer points, and reads no answer
 * without end. What it refuses stops everything, as it would be refused again.
 */
function createGuardedFetch(apiUrl, stop) {
    const { origin } = new URL(apiUrl);
    const refuse = (reason) => {
        stop.stop(reason);
        return new DOMException(reason.message, 'AbortError');
    };
    const ask = async (url, init, redirections) => {
        if (url.origin !== origin) {
            const said = `${url.protocol}//${url.host}`;
            throw refuse(new Refusal('GitHub points to another server, which gets no token', { said }));
        }
        const response = await fetch(url, { ...init, redirect: 'manual' });
        const location = response.headers.get('location');
        if (!REDIRECTIONS.has(response.status) || location === null)
            return response;
        await response.body?.cancel();
        const target = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
        if (target === undefined || redirections === MAX_REDIRECTIONS) {
            throw refuse(new Refusal('GitHub points from one address to the next without an answer'));
        }
        return ask(target, init, redirections + 1);
    };
    return async (input, init) => {
        const response = await ask(new URL(input instanceof Request ? input.url : input), init ?? {}, 0);
        const text = await readText(response, refuse);
        // Given on without what else the answer's head may hold: the client would believe and print it.
        const headers = new Headers({ 'content-type': 'application/json' });
        for (const name of KEPT_HEADERS) {
            const value = response.headers.get(name);
            if (value !== null)
                headers.set(name, value);
        }
        const kept = new Response(text === '' ? null : text, { status: response.status, headers });
        // The client counts pages by it; the constructor does not take it.
        return Object.defineProperty(kept, 'url', { value: response.url });
    };
}
async function readText(response, refuse) {
    const decoder = new TextDecoder();
    let text = '';
    let bytes = 0;
    for await (const chunk of response.body ?? []) {
        bytes += chunk.byteLength;
        if (bytes > MAX_ANSWER_BYTES) {
            const limit = `${MAX_ANSWER_BYTES / 1024 / 1024} MiB`;
            throw refuse(new Refusal(`GitHub answered with more than ${limit}, which is not read`));
        }
        text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
}

;// CONCATENATED MODULE: ./.cache/bundle/github/api.js




/** GitHub's own client, which repeats what may pass, prints nothing, and ends with `stop`. */
function createApi({ apiUrl, token, retries, retryAfterBaseMs, stop }) {
    const Api = dist_src/* Octokit */.E.plugin(plugin_retry_dist_bundle/* retry */.L, dist_bundle/* paginateRest */.ud);
    return new Api({
        auth: token,
        baseUrl: apiUrl.replace(/\/+$/, ''),
        userAgent: 'carbon-action',
        log: SILENT,
        // Who asks again before a rate limit is over may be shut out, and the limit's end is too far off to wait for.
        retry: { retries, retryAfterBaseValue: retryAfterBaseMs, doNotRetry: NOT_RETRIED },
        request: { fetch: createGuardedFetch(apiUrl, stop), signal: stop.signal, log: SILENT },
    });
}
const NOT_RETRIED = [400, 401, 403, 404, 405, 406, 410, 415, 422, 429, 451, 501];
const ignore = () => { };
// What GitHub says of itself is outside content, which no one but the printer prints.
const SILENT = { debug: ignore, info: ignore, warn: ignore, error: ignore };

;// CONCATENATED MODULE: ./.cache/bundle/github/check-query.js

/** Digits that JavaScript counts exactly. */
const ID = /^[1-9]\d{0,14}$/;
const NAME = /^[\w.-]+$/;
/** Refuses to ask where the environment does not name the job, or the token cannot be sent. */
function checkQuery({ apiUrl, token, repository, runId, attempt, checkRunId }) {
    // No word of what is wrong with a token: that would quote it.
    if (!/^[\x21-\x7e]+$/.test(token)) {
        throw new Refusal('the token is empty or holds a character that no header can carry', {
            cure: 'Look for a line break in it, or give "${{ github.token }}".',
        });
    }
    if (!URL.canParse(apiUrl) || !/^https?:$/.test(new URL(apiUrl).protocol)) {
        throw new Refusal('GITHUB_API_URL is no address', { said: apiUrl });
    }
    const [owner, name, ...more] = repository.split('/');
    if (![owner, name].every((part = '') => NAME.test(part) && !/^\.+$/.test(part)) || more.length > 0) {
        throw new Refusal('GITHUB_REPOSITORY is not "owner/name"', { said: repository });
    }
    checkId('GITHUB_RUN_ID', runId);
    checkId('GITHUB_RUN_ATTEMPT', attempt);
    if (checkRunId)
        checkId('job.check_run_id', checkRunId);
}
function checkId(name, value) {
    if (!ID.test(value))
        throw new Refusal(`${name} is no number from 1 on`, { said: value });
}

// EXTERNAL MODULE: ./.cache/bundle/verify/explain.js
var explain = __webpack_require__(9993);
;// CONCATENATED MODULE: ./.cache/bundle/github/explain-problem.js


const LEFT_OUT = 'The times of the queue, the set-up and the steps are left out; everything else is sent.';
const PERMISSION = 'Give the job "permissions: actions: read" beside what else it needs (a list takes away all that it does not name).';
/** Why GitHub told nothing of the job, for people: the cure, what is sent nevertheless, and never the token. */
function explainProblem(error, token) {
    const { message, said, cure } = explain_problem_explain(error);
    return {
        at: 'github-token',
        rule: message,
        ...(said === undefined ? {} : { value: token === '' ? said : said.replaceAll(token, '***') }),
        cure: cure === undefined ? LEFT_OUT : `${cure} ${LEFT_OUT}`,
    };
}
function explain_problem_explain(error) {
    if (error instanceof Refusal)
        return error;
    if (!(error instanceof Error) || error.name !== 'HttpError') {
        return new Refusal('GitHub gave an answer that cannot be read');
    }
    const response = readRefused(error);
    if (response === undefined) {
        return new Refusal(`GitHub ${(0,explain/* explainFailure */.S)(error.cause).message.replace(/\.$/, '')}`);
    }
    const { status, said } = response;
    const isLimited = isRateLimit(response);
    const rule = `${explainStatus(status, isLimited)} (HTTP ${status})`;
    return new Refusal(rule, { said, ...explainCure(status, isLimited) });
}
function explainStatus(status, isLimited) {
    if (isLimited)
        return 'GitHub takes no more requests from this token for now';
    if (status === 401)
        return 'GitHub does not accept the token';
    if (status === 403)
        return 'GitHub does not let the token read the jobs of this run';
    if (status === 404)
        return 'GitHub does not know the job, or hides it from the token';
    return 'GitHub did not tell of the job';
}
function explainCure(status, isLimited) {
    if (isLimited)
        return { cure: 'Run fewer jobs with a token at once, or give another token.' };
    if (status === 401)
        return { cure: 'Give "${{ github.token }}" or a token that is still valid.' };
    return status === 403 || status === 404 ? { cure: PERMISSION } : {};
}
function isRateLimit({ status, headers, said }) {
    if (status !== 403 && status !== 429)
        return false;
    const isUsedUp = headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined;
    return status === 429 || isUsedUp || /rate limit/i.test(said ?? '');
}
/** What the client keeps of an answer with its error; undefined where no answer came. */
function readRefused(error) {
    if (!('response' in error) || !explain_problem_isRecord(error.response))
        return undefined;
    const { status, headers, data } = error.response;
    const message = explain_problem_isRecord(data) ? data['message'] : undefined;
    return {
        status: Number(status),
        headers: explain_problem_isRecord(headers) ? headers : {},
        said: typeof message === 'string' && message !== '' ? message : undefined,
    };
}
function explain_problem_isRecord(value) {
    return typeof value === 'object' && value !== null;
}

;// CONCATENATED MODULE: ./.cache/bundle/github/stop.js

/** Stops after `timeoutMs`, or as soon as `signal` does; once disposed of, everything under way ends too. */
function startStop({ timeoutMs, signal, }) {
    const controller = new AbortController();
    let reject = () => { };
    const stopped = new Promise((_, rejectStopped) => {
        reject = rejectStopped;
    });
    // Nobody may be waiting for it any more.
    stopped.catch(() => { });
    const stop = (reason) => {
        reject(reason);
        // Without a reason of its own: only a plain abort is not repeated by the client.
        controller.abort();
    };
    const onAbort = () => stop(new Refusal('GitHub was asked no further: the run was stopped'));
    const timer = setTimeout(() => {
        stop(new Refusal(`GitHub did not answer within ${timeoutMs / 1000} s`));
    }, timeoutMs);
    if (signal?.aborted)
        onAbort();
    signal?.addEventListener('abort', onAbort, { once: true });
    return {
        signal: controller.signal,
        stopped,
        stop,
        [Symbol.dispose]: () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', onAbort);
            controller.abort();
        },
    };
}

;// CONCATENATED MODULE: ./.cache/bundle/github/find-job.js
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







const TIMEOUT_MS = 20_000;
const RETRIES = 2;
const RETRY_AFTER_BASE_MS = 500;
const JOBS_PER_PAGE = 100;
const MAX_PAGES = 20;
/** What GitHub knows of the job that is running, by its check run's id or else by its name, attempt and runner. */
async function findJob(query) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const stop = __addDisposableResource(env_1, startStop({ timeoutMs: query.timeoutMs ?? TIMEOUT_MS, signal: query.signal }), false);
        try {
            checkQuery(query);
            const api = createApi({
                apiUrl: query.apiUrl,
                token: query.token,
                retries: query.retries ?? RETRIES,
                retryAfterBaseMs: query.retryAfterBaseMs ?? RETRY_AFTER_BASE_MS,
                stop,
            });
            // A wait between two attempts does not end with a signal.
            const asked = query.checkRunId ? getJob(api, query, query.checkRunId) : searchJob(api, query);
            return { job: await Promise.race([asked, stop.stopped]) };
        }
        catch (error) {
            return { problem: explainProblem(error, query.token) };
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
/** A job's id is its check run's. */
async function getJob(api, query, jobId) {
    const route = 'GET /repos/{owner}/{repo}/actions/jobs/{job_id}';
    const { data } = await api.request(route, { ...splitRepository(query), job_id: Number(jobId) });
    const job = parseGithubJob(data);
    if (job === undefined)
        throw new Refusal('GitHub answered with something that is no job');
    if (job.runId !== undefined && job.runId !== query.runId) {
        throw new Refusal('GitHub answered with a job of another run', { said: job.runId });
    }
    return job;
}
async function searchJob(api, query) {
    const choice = chooseJob(await listUnfinishedJobs(api, query), query);
    if ('job' in choice)
        return choice.job;
    const rule = choice.count === 0
        ? 'GitHub shows no running job of this run that goes by the name and runner of this one'
        : `GitHub shows ${choice.count} jobs of this run that could be this one`;
    const cure = 'Leave the job without a "name:" of its own, so that it is shown by its key, and give every runner another name.';
    throw new Refusal(rule, { said: query.jobKey, cure });
}
async function listUnfinishedJobs(api, query) {
    const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs';
    const pages = api.paginate.iterator(route, {
        ...splitRepository(query),
        run_id: Number(query.runId),
        attempt_number: Number(query.attempt),
        per_page: JOBS_PER_PAGE,
    });
    const unfinished = [];
    let count = 0;
    for await (const { data } of pages) {
        count += 1;
        unfinished.push(...parseUnfinishedJobs(data));
        if (count > MAX_PAGES) {
            throw new Refusal(`GitHub lists more than ${MAX_PAGES * JOBS_PER_PAGE} jobs for this run`);
        }
    }
    return unfinished;
}
function parseUnfinishedJobs(page) {
    if (!Array.isArray(page))
        throw new Refusal('GitHub answered with something that is no list of jobs');
    const jobs = page.map(parseGithubJob).filter((job) => job !== undefined);
    return jobs.filter(({ status }) => status !== 'completed');
}
function splitRepository({ repository }) {
    const [owner = '', repo = ''] = repository.split('/');
    return { owner, repo };
}


/***/ }),

/***/ 9993:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ explainFailure),
/* harmony export */   c: () => (/* binding */ explainStatus)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5523);

const TLS = /^(?:CERT_|CRL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH|ERR_TLS_|ERR_SSL_|EPROTO$)/;
const NOT_TLS = /^(?:ERR_SSL_WRONG_VERSION_NUMBER|ERR_SSL_PACKET_LENGTH_TOO_LONG|EPROTO)$/;
const PLAIN = {
    ECONNREFUSED: 'refused the connection: nothing listens there',
    ECONNRESET: 'reset the connection',
    UND_ERR_SOCKET: 'closed the connection before it had answered',
    UND_ERR_CONNECT_TIMEOUT: 'did not take the connection in time',
    UND_ERR_HEADERS_TIMEOUT: 'did not answer in time',
    UND_ERR_BODY_TIMEOUT: 'did not finish its answer in time',
    ENOTFOUND: 'was not found: the host name has no address',
    EAI_AGAIN: 'was not found: the name server gave no answer',
};
/** Why a status is no answer, and whether asking again may help; the message begins after the server's name. */
function explainStatus({ status, location, isAuthorized }) {
    const retryable = status >= 500 || status === 408 || status === 425 || status === 429;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SendError */ .v8(`${explainNumber({ status, location, isAuthorized })} (HTTP ${status}).${cure(status)}`, {
        retryable,
        code: `HTTP_${status}`,
    });
}
function explainNumber({ status, location, isAuthorized }) {
    if (status === 401 && !isAuthorized)
        return 'asks for credentials and none were given';
    if (status === 401)
        return 'did not accept the credentials given';
    if (status === 403)
        return isAuthorized ? 'forbids these credentials to read' : 'forbids reading without credentials';
    if (status === 404 || status === 405)
        return 'has no render API at this address';
    if (status >= 300 && status < 400)
        return `sends the question elsewhere${formatLocation(location)}`;
    return 'did not answer the question';
}
function cure(status) {
    if (status === 401 || status === 403)
        return ' Give a token, or a user and password, that may read there.';
    if (status === 404 || status === 405)
        return ' Give the address that "/render" follows.';
    if (status >= 300 && status < 400) {
        return ' Credentials are never sent on: give the final address, or credentials if that is a page to log in.';
    }
    return '';
}
// What follows the path of an address may hold secrets.
function formatLocation(location) {
    if (location === null || !URL.canParse(location))
        return '';
    const { protocol, host, pathname } = new URL(location);
    return `, to ${protocol}//${host}${pathname.slice(0, 100)}`;
}
/** Why no answer came; certificates and other protocols do not get better by asking again. */
function explainFailure(error) {
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    const code = findCode(cause);
    const ending = code === undefined ? '.' : ` (${code}).`;
    const fail = (message, retryable) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SendError */ .v8(message, { retryable, code, cause });
    if (code !== undefined && NOT_TLS.test(code)) {
        return fail(`does not speak TLS${ending} Check the port, or give an address with http://.`, false);
    }
    if (code !== undefined && TLS.test(code)) {
        const authority = 'if an authority of your own signed it, name its file in NODE_EXTRA_CA_CERTS.';
        return fail(`has a certificate that does not prove whose it is${ending} Correct the address; ${authority}`, false);
    }
    if (code?.startsWith('HPE_')) {
        return fail(`does not speak HTTP${ending} Check the port, or give an address with https://.`, false);
    }
    const known = code === undefined ? undefined : PLAIN[code];
    return fail(known === undefined ? `could not be asked${ending}` : `${known}${ending}`, true);
}
function findCode(cause) {
    if (typeof cause !== 'object' || cause === null)
        return undefined;
    if ('code' in cause && typeof cause.code === 'string' && cause.code !== '')
        return cause.code;
    const [first] = cause instanceof AggregateError ? cause.errors : [];
    return findCode(first);
}


/***/ })

};
;