"use strict";
exports.id = 374;
exports.ids = [374];
exports.modules = {

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


/***/ }),

/***/ 9374:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verifyPoints: () => (/* binding */ verifyPoints)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./.cache/bundle/errors.js
var errors = __webpack_require__(5523);
// EXTERNAL MODULE: ./.cache/bundle/verify/explain.js
var explain = __webpack_require__(9993);
;// CONCATENATED MODULE: ./.cache/bundle/verify/limit.js
/** A limit that ends after `timeoutMs`, or as soon as `signal` does. */
function startLimit(timeoutMs, signal) {
    const controller = new AbortController();
    const end = () => controller.abort();
    const timer = setTimeout(end, timeoutMs);
    if (signal.aborted)
        end();
    signal.addEventListener('abort', end, { once: true });
    return {
        signal: controller.signal,
        [Symbol.dispose]: () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', end);
        },
    };
}

;// CONCATENATED MODULE: ./.cache/bundle/verify/parse-answer.js

/** The text of a render answer as series; anything else than such an answer is an error that says what it is. */
function parseAnswer(text) {
    const answer = parseJson(text);
    if (!Array.isArray(answer))
        throw refuse('JSON that is not a list of series');
    return answer.map(parseSeries);
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        if (/^\s*</.test(text))
            throw refuse('a web page, perhaps one to log in,', cause);
        throw refuse(text.trim() === '' ? 'nothing' : 'something that is not JSON', cause);
    }
}
function parseSeries(series) {
    if (!isRecord(series) || typeof series['target'] !== 'string' || !Array.isArray(series['datapoints'])) {
        throw refuse('a list with something in it that has no target and datapoints');
    }
    const slots = series['datapoints'].map(parseSlot);
    return { name: series['target'], slots: slots.sort((one, other) => one.start - other.start) };
}
function parseSlot(pair) {
    const [value, start] = Array.isArray(pair) ? pair : [];
    if (typeof start !== 'number' || (value !== null && typeof value !== 'number')) {
        throw refuse('a datapoint that is not a number or null with a time');
    }
    return { start, value: value ?? undefined };
}
function isRecord(value) {
    return typeof value === 'object' && value !== null;
}
function refuse(what, cause) {
    const message = `answered with ${what} instead of what Graphite's render API answers. Give the address of graphite-web itself, the one that "/render" follows, and its credentials.`;
    return new errors/* SendError */.v8(message, { retryable: false, cause });
}

;// CONCATENATED MODULE: ./.cache/bundle/verify/ask-graphite.js
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




const MAX_ANSWER_BYTES = 32 * 1024 * 1024;
const ANSWER_TIMEOUT_MS = 30_000;
/** Asks the render API one question. Every failure is a SendError that names the server and never a secret. */
async function askGraphite(form, { access, signal }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const limit = __addDisposableResource(env_1, startLimit(ANSWER_TIMEOUT_MS, signal), false);
        try {
            return parseAnswer(await fetchText(form, { access, signal: limit.signal }));
        }
        catch (cause) {
            const { message, retryable, code } = ask_graphite_explain(cause, limit.signal);
            throw new errors/* SendError */.v8(`${formatAddress(access.url)} ${message}`, { retryable, code, cause });
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
/** Graphite and its address, without what may be secret in it. */
function formatAddress(url) {
    return `Graphite at ${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}
function ask_graphite_explain(cause, signal) {
    if (cause instanceof errors/* SendError */.v8)
        return cause;
    if (!signal.aborted)
        return (0,explain/* explainFailure */.S)(cause);
    return new errors/* SendError */.v8('did not answer in time.', { retryable: true, code: 'ETIMEDOUT' });
}
async function fetchText(form, { access, signal }) {
    const response = await fetch(toRenderUrl(access.url), {
        method: 'POST',
        headers: createHeaders(access.authorization),
        body: form,
        // Followed, a redirection would take the credentials to wherever it points.
        redirect: 'manual',
        signal,
    });
    if (response.status === 200)
        return readText(response);
    await response.body?.cancel();
    const isAuthorized = access.authorization !== undefined;
    const location = response.headers.get('location');
    throw (0,explain/* explainStatus */.c)({ status: response.status, location, isAuthorized });
}
function toRenderUrl(url) {
    const target = new URL(url);
    target.pathname = `${url.pathname.replace(/\/+$/, '').replace(/\/render$/, '')}/render`;
    target.username = '';
    target.password = '';
    target.hash = '';
    return target;
}
function createHeaders(authorization) {
    const headers = new Headers({ accept: 'application/json' });
    try {
        if (authorization !== undefined)
            headers.set('authorization', authorization);
    }
    catch {
        // The reason quotes the credentials.
        const message = 'was not asked: the credentials hold a character that no header can carry. Look for a line break in them.';
        throw new errors/* SendError */.v8(message, { retryable: false });
    }
    return headers;
}
async function readText(response) {
    const decoder = new TextDecoder();
    let text = '';
    let bytes = 0;
    for await (const chunk of response.body ?? []) {
        bytes += chunk.byteLength;
        if (bytes > MAX_ANSWER_BYTES) {
            const message = `answered with more than ${MAX_ANSWER_BYTES / 1024 / 1024} MiB, which is not read.`;
            throw new errors/* SendError */.v8(message, { retryable: false });
        }
        text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
}

;// CONCATENATED MODULE: ./.cache/bundle/verify/format-target.js
/**
 * A series as a render target. Its name alone finds a tagged series too; Graphite's tag database is not asked, as it
 * learns of new series late and answers with every series that has the tags among others. What the target grammar
 * reads as its own is escaped, and so is a dot that has no neighbour on one side.
 */
function formatTarget(name) {
    return name.replace(/[(){},'"\\|]/g, '\\$&').replace(/^\.|\.(?=\.|$)/g, '\\.');
}

;// CONCATENATED MODULE: ./.cache/bundle/verify/compare-points.js
const TOLERANCE = 1e-9;
/**
 * Compares all points sent to one series, in the order in which they were sent, with what an answer shows of it. Of
 * several points in one slot Graphite keeps one, which stands for all: the last one sent, or the latest by its time
 * where Carbon wrote them together.
 */
function comparePoints(points, { slots }) {
    const stepSeconds = findStep(slots);
    const places = points.map(({ timestamp }) => findSlot(slots, { timestamp, stepSeconds }));
    const lastSent = new Map(points.map((point, index) => [places[index], point]));
    const latest = new Map();
    for (const [index, point] of points.entries()) {
        const before = latest.get(places[index]);
        if (before === undefined || before.timestamp <= point.timestamp)
            latest.set(places[index], point);
    }
    return places.map((slot) => {
        if (slot === 'absent' || slot === 'too-wide')
            return slot;
        const { value } = slot;
        if (value === undefined)
            return 'absent';
        return [lastSent, latest].some((kept) => isSame(value, kept.get(slot)?.value))
            ? 'seen'
            : { found: value };
    });
}
/** The seconds between two slots; one slot alone does not tell. */
function findStep(slots) {
    const gaps = slots.slice(1).map(({ start }, index) => start - (slots[index]?.start ?? start));
    return gaps.length === 0 ? undefined : gaps.reduce((least, gap) => Math.min(least, gap));
}
// A slot counts only where it is certain that the point belongs to it: a neighbour may hold an older, equal value.
function findSlot(slots, { timestamp, stepSeconds }) {
    const slot = slots[findLastIndex(slots, timestamp)];
    if (slot?.start === timestamp)
        return slot;
    if (slot === undefined || stepSeconds === undefined)
        return slots.length === 0 ? 'absent' : 'too-wide';
    return timestamp < slot.start + stepSeconds ? slot : 'absent';
}
/** The last slot that begins at the time or before it, by halving; -1 where there is none. */
function findLastIndex(slots, timestamp) {
    let low = 0;
    let high = slots.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((slots[middle]?.start ?? 0) <= timestamp)
            low = middle + 1;
        else
            high = middle;
    }
    return low - 1;
}
function isSame(stored, sent) {
    if (sent === undefined)
        return false;
    return stored === sent || Math.abs(stored - sent) <= TOLERANCE * Math.abs(sent);
}

;// CONCATENATED MODULE: ./.cache/bundle/verify/series-names.js
/**
 * The names by which a receiver may have stored a series: as carbon-cache writes it, and as it was sent where that
 * differs. carbon-cache sorts the pieces `tag=value` as texts, keeps the last of two tags with one name, and drops
 * `~` in front.
 */
function listSeriesNames(series) {
    const stored = normalizeSeries(series);
    return stored === series ? [series] : [stored, series];
}
function normalizeSeries(series) {
    if (!/[~;]/.test(series))
        return series;
    const [path = '', ...tags] = series.split(';');
    const last = new Map(tags.map((tag) => [tag.split('=', 1)[0], tag]));
    last.delete('name');
    const name = path.replace(/^~+\.*/, '');
    return [name === '' ? path : name, ...[...last.values()].sort()].join(';');
}

;// CONCATENATED MODULE: ./.cache/bundle/verify/sought-series.js


/** Seconds asked in front of a point. A slot is certain where two fit in; most are of a minute or less. */
const MARGINS_SECONDS = [120, 1_200, 7_200, 172_800];
/** The series that points were sent to, each once under whatever names it was sent. */
function gatherSeries(points) {
    const sought = points.map((point) => ({ point, state: 'unknown', found: undefined }));
    const byName = new Map();
    for (const one of sought) {
        const [stored, ...others] = listSeriesNames(one.point.series);
        const series = byName.get(stored) ?? { names: [stored], points: [], margin: 0 };
        if (series.points.length === 0)
            byName.set(stored, series);
        series.points.push(one);
        for (const name of others)
            if (!series.names.includes(name))
                series.names.push(name);
    }
    return { series: [...byName.values()], points: sought };
}
/** Takes note of what an answer shows of a series, for those of its points that `isAsked` admits. */
function noteAnswer(series, { answers, isAsked }) {
    const sent = series.points.map(({ point }) => point);
    const sights = answers.map((answer) => comparePoints(sent, answer));
    let isTooWide = false;
    for (const [index, one] of series.points.entries()) {
        if (one.state === 'seen')
            continue;
        const own = sights.map((found) => found[index]);
        if (own.includes('seen'))
            one.state = 'seen';
        else if (isAsked(one.point)) {
            isTooWide ||= own.includes('too-wide');
            one.state = own.includes('too-wide') && canWiden(series) ? 'unknown' : 'missed';
            one.found = own.find((sight) => typeof sight === 'object')?.found;
        }
    }
    if (isTooWide && canWiden(series))
        series.margin += 1;
}
/** The points that were not seen, in the order in which they were sent. */
function listMissing(points) {
    return points
        .filter(({ state }) => state !== 'seen')
        .map(({ point, found }) => (found === undefined ? point : { ...point, found }));
}
function canWiden({ margin }) {
    return margin < MARGINS_SECONDS.length - 1;
}

;// CONCATENATED MODULE: ./.cache/bundle/verify/plan-looks.js


// graphite-web takes at most 1,000 fields and 2.5 MB; proxies in front of it often 1 MB, of which escapes take two thirds.
const MAX_TARGETS = 100;
const MAX_TARGET_BYTES = 100_000;
// About 10 MB of answer.
const MAX_SLOTS = 500_000;
const MIN_SPAN_SECONDS = 60;
/**
 * The looks that together ask for every point not seen yet. A look's span is short for new points and grows with
 * their age: Graphite reads all of a look from the archive that reaches back to its beginning.
 */
function planLooks(series, nowSeconds) {
    return MARGINS_SECONDS.flatMap((marginSeconds, margin) => {
        const wanted = series
            .filter((one) => one.margin === margin)
            .flatMap((one) => one.points.flatMap((point) => (point.state === 'seen' ? [] : [{ one, ...point.point }])))
            .sort((one, other) => other.timestamp - one.timestamp);
        return splitByTime(wanted, nowSeconds).flatMap((band) => {
            const span = { firstSeconds: band.at(-1)?.timestamp ?? 0, lastSeconds: band[0]?.timestamp ?? 0 };
            // A margin is only widened where the one before it held less than two slots.
            const leastStep = Math.max(1, (MARGINS_SECONDS[margin - 1] ?? 0) / 2);
            const slots = (span.lastSeconds - span.firstSeconds + marginSeconds) / leastStep + 2;
            const distinct = [...new Set(band.map(({ one }) => one))];
            return splitBySize(distinct, Math.min(MAX_TARGETS, MAX_SLOTS / slots)).map((part) => ({
                series: part,
                ...span,
                marginSeconds,
            }));
        });
    });
}
/** The form that asks for a look's series. */
function formatRequest(look, nowSeconds) {
    // Both ends are moved outwards by a second at least, as servers differ in which of the two they leave out.
    const from = Math.max(1, look.firstSeconds - look.marginSeconds);
    const until = look.lastSeconds + 1;
    const form = new URLSearchParams({ format: 'json', noCache: '1', from: `${from}`, until: `${until}` });
    // By the server's own clock a point may lie in the future, where nothing is read.
    form.set('now', `${Math.max(nowSeconds, until)}`);
    for (const name of look.series.flatMap(({ names }) => names))
        form.append('target', formatTarget(name));
    return form;
}
/** Whether a look asks for a point of one of its series. */
function isWithin(look, { timestamp }) {
    return timestamp >= look.firstSeconds && timestamp <= look.lastSeconds;
}
/** Cuts what is sorted by falling time into bands. */
function splitByTime(wanted, nowSeconds) {
    const bands = [];
    let end = Number.POSITIVE_INFINITY;
    for (const one of wanted) {
        if (one.timestamp < end) {
            bands.push([]);
            end = one.timestamp - Math.max(MIN_SPAN_SECONDS, (nowSeconds - one.timestamp) / 10);
        }
        bands.at(-1)?.push(one);
    }
    return bands;
}
function splitBySize(series, maxTargets) {
    const parts = [];
    let left = { targets: 0, bytes: 0 };
    for (const one of series) {
        const bytes = one.names.reduce((sum, name) => sum + name.length, 0);
        if (one.names.length > left.targets || bytes > left.bytes) {
            parts.push([]);
            left = { targets: maxTargets, bytes: MAX_TARGET_BYTES };
        }
        left = { targets: left.targets - one.names.length, bytes: left.bytes - bytes };
        parts.at(-1)?.push(one);
    }
    return parts;
}

;// CONCATENATED MODULE: ./.cache/bundle/verify/look-once.js





const MAX_REQUESTS_AT_ONCE = 4;
const MAX_FAILURES_IN_A_ROW = 3;
/** Asks Graphite once for every point that was not seen yet, and takes note of what it shows. */
async function lookOnce(series, { access, signal }) {
    const nowSeconds = Math.floor(Date.now() / 1000);
    const looks = planLooks(series, nowSeconds).values();
    let answers = 0;
    let failuresInARow = 0;
    let failure;
    const goesOn = () => !signal.aborted && failure?.retryable !== false && failuresInARow < MAX_FAILURES_IN_A_ROW;
    const worker = async () => {
        for (const look of looks) {
            if (!goesOn())
                return;
            forget(look);
            try {
                note(look, await askGraphite(formatRequest(look, nowSeconds), { access, signal }));
                answers += 1;
                failuresInARow = 0;
            }
            catch (error) {
                if (!(error instanceof errors/* SendError */.v8))
                    throw error;
                if (failure?.retryable !== false)
                    failure = error;
                failuresInARow += 1;
            }
        }
    };
    await Promise.all(Array.from({ length: MAX_REQUESTS_AT_ONCE }, worker));
    return failure === undefined ? { answers } : { answers, failure };
}
/** What an earlier look has shown to be missing is not known to be any more. */
function forget(look) {
    for (const { points } of look.series) {
        for (const one of points)
            if (one.state === 'missed' && isWithin(look, one.point))
                one.state = 'unknown';
    }
}
function note(look, answer) {
    const byName = new Map();
    for (const rendered of answer) {
        const [name] = listSeriesNames(rendered.name);
        byName.set(name, [...(byName.get(name) ?? []), rendered]);
    }
    for (const series of look.series) {
        const answers = byName.get(series.names[0]) ?? [];
        noteAnswer(series, { answers, isAsked: (point) => isWithin(look, point) });
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/verify/pace.js
/**
 * A Carbon with a limit on new series drops those beyond it and admits a few more each second, saved up for a minute:
 * whatever is sent again at least once in a minute loses none of them.
 */
const DEFAULT_PACE = {
    firstPauseMs: 500,
    longestPauseMs: 5_000,
    firstResendMs: 5_000,
    longestResendMs: 30_000,
};
/** The pause before the look that follows `looks` others, less up to a fifth of it: `random` is from 0 to 1. */
function computePauseMs(looks, pace, random) {
    const pauseMs = Math.min(pace.longestPauseMs, pace.firstPauseMs * 1.5 ** (looks - 1));
    return pauseMs * (1 - random / 5);
}
/** The gap before what is missing is sent again after `resends` times: each is three times the one before. */
function computeResendGapMs(resends, pace) {
    return Math.min(pace.longestResendMs, pace.firstResendMs * 3 ** resends);
}

;// CONCATENATED MODULE: ./.cache/bundle/verify/verify-points.js
var verify_points_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var verify_points_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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







/**
 * Asks Graphite for points until it shows every one or the time is up, and has those sent again that it does not have.
 * A point is verified only when it was seen: nothing that goes wrong here is an error, it leaves points missing.
 */
async function verifyPoints(points, { access, limits, resend, pace = DEFAULT_PACE }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const sought = gatherSeries(points);
        const limit = verify_points_addDisposableResource(env_1, startLimit(limits.timeoutMs, limits.signal), false);
        const { signal } = limit;
        let failures = { answers: 0 };
        let looks = 0;
        let resends = 0;
        let resendAtMs = performance.now() + computeResendGapMs(resends, pace);
        while (sought.points.some(isMissing) && !signal.aborted) {
            const margins = sumMargins(sought.series);
            const startedAtMs = performance.now();
            const round = await lookOnce(sought.series, { access, signal });
            looks += 1;
            failures = merge(failures, round, signal);
            if (round.failure?.retryable === false || !sought.points.some(isMissing))
                break;
            // Wider margins are tried at once: nothing has to happen in between.
            if (sumMargins(sought.series) > margins)
                continue;
            const missed = sought.points.filter(({ state }) => state === 'missed').map(({ point }) => point);
            // A look at many series takes long: what was missing before the time to send again may have come since.
            if (missed.length > 0 && startedAtMs >= resendAtMs && !signal.aborted) {
                const resent = await runResend(() => resend(missed, signal), signal);
                failures = { ...failures, resent };
                resends += 1;
                resendAtMs = performance.now() + computeResendGapMs(resends, pace);
                looks = 1;
            }
            const pauseMs = computePauseMs(looks, pace, Math.random());
            const untilResendMs = missed.length > 0 ? resendAtMs - performance.now() : pauseMs;
            await pause(Math.max(0, Math.min(pauseMs, untilResendMs)), signal);
        }
        const missing = listMissing(sought.points);
        const verified = points.length - missing.length;
        const problem = missing.length === 0 ? undefined : findProblem(failures, { access, limits });
        return problem === undefined ? { verified, missing } : { verified, missing, problem };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        verify_points_disposeResources(env_1);
    }
}
// A look that the limit cut short says nothing about Graphite.
function merge(before, { answers, failure }, signal) {
    const isCut = signal.aborted && failure?.code === 'ETIMEDOUT';
    return {
        ...before,
        answers: before.answers + answers,
        asked: isCut ? before.asked : failure?.message,
    };
}
function findProblem({ answers, asked, resent }, { access, limits }) {
    if (asked !== undefined)
        return asked;
    if (limits.signal.aborted)
        return 'Reading back was stopped before every point was seen.';
    if (answers === 0)
        return `${formatAddress(access.url)} did not answer within ${limits.timeoutMs / 1000} s.`;
    return resent === undefined ? undefined : `Sending the missing points again failed: ${resent}`;
}
/** The reason why points could not be sent again, if it is one of those that a network has. */
async function runResend(resend, signal) {
    try {
        await resend();
        return undefined;
    }
    catch (error) {
        if (signal.aborted)
            return undefined;
        if (error instanceof errors/* CarbonError */.kk)
            return error.message;
        throw error;
    }
}
async function pause(ms, signal) {
    await (0,promises_.setTimeout)(ms, undefined, { signal }).catch((error) => {
        if (!signal.aborted)
            throw error;
    });
}
function isMissing({ state }) {
    return state !== 'seen';
}
function sumMargins(series) {
    return series.reduce((sum, { margin }) => sum + margin, 0);
}


/***/ })

};
;