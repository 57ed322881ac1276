"use strict";
exports.id = 872;
exports.ids = [872];
exports.modules = {

/***/ 8872:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sendStreams: () => (/* binding */ sendStreams)
});

// EXTERNAL MODULE: ./.cache/bundle/format/line.js
var format_line = __webpack_require__(3140);
// EXTERNAL MODULE: ./.cache/bundle/format/parse-value.js
var parse_value = __webpack_require__(4767);
// EXTERNAL MODULE: ./.cache/bundle/format/path.js
var path = __webpack_require__(2417);
;// CONCATENATED MODULE: ./.cache/bundle/collect/full-lines.js



const NODE = `[A-Za-z0-9_:!#$%&+<=>@^\`~-]{1,${path/* MAX_NODE_BYTES */.Qm}}`;
// Printable ASCII without ; ! ^ = in names, without ; in values.
const TAG_NAME = '(?!name=)[\\x22-\\x3a\\x3c\\x3e-\\x5d\\x5f-\\x7e]{1,200}';
const TAG_VALUE = '[\\x21-\\x3a\\x3c-\\x7d][\\x21-\\x3a\\x3c-\\x7e]{0,199}';
const VALUE = '[+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?';
const FULL_LINE = new RegExp(`^(${NODE}(?:\\.${NODE})*(?:;${TAG_NAME}=${TAG_VALUE})*) (${VALUE}) ([1-9]\\d{0,9})$`);
/** A checker of full lines: each goes out exactly as it stands, or is a fault. */
function createLineChecker(origin, faults) {
    return {
        startWindow: () => { },
        format(line, batches) {
            const match = FULL_LINE.exec(line.text);
            const at = `${origin}, line ${line.number}`;
            if (match === null || !line.ended) {
                const cause = line.ended ? 'one space between the fields, no CR' : 'and ends with a line feed';
                const cure = line.ended ? 'Use data-file for other lines.' : 'Was the file cut off?';
                faults.add({
                    at,
                    rule: `a line to replay is "path value timestamp", ${cause}`,
                    value: line.text,
                    cure,
                });
                return;
            }
            const [, path = '', value, timestamp] = match;
            if (!hasSortedTags(path)) {
                faults.add({
                    at,
                    rule: 'tags stand in the order of their names, each once',
                    value: line.text,
                    cure: 'Sort them.',
                });
                return;
            }
            if (line.text.length >= format_line/* MAX_LINE_BYTES */.Oc) {
                faults.add({ at, rule: `a line has at most ${format_line/* MAX_LINE_BYTES */.Oc} bytes`, value: line.text });
                return;
            }
            if (Number(timestamp) > parse_value/* MAX_TIMESTAMP */.sk || !Number.isFinite(Number(value))) {
                const rule = `a value is finite and a timestamp at most ${parse_value/* MAX_TIMESTAMP */.sk} (seconds)`;
                faults.add({ at, rule, value: line.text, cure: 'Correct or remove the line.' });
                return;
            }
            batches.append(line.text);
            batches.append('\n');
            batches.endLine();
        },
    };
}
function hasSortedTags(path) {
    const names = path
        .split(';')
        .slice(1)
        .map((tag) => tag.slice(0, tag.indexOf('=')));
    return names.every((name, index) => index === 0 || (names[index - 1] ?? '') < name);
}

// EXTERNAL MODULE: ./.cache/bundle/format/format-windows.js
var format_windows = __webpack_require__(9517);
// EXTERNAL MODULE: ./.cache/bundle/errors.js
var errors = __webpack_require__(5523);
// EXTERNAL MODULE: ./.cache/bundle/send/abort.js
var send_abort = __webpack_require__(1843);
;// CONCATENATED MODULE: ./.cache/bundle/read/guard-stream.js


/**
 * The chunks of a stream, until it ends, is found faulty (its faults join the others), or `signal` ends the waiting for
 * the next one: a producer that is silent for ever must not hold a run that was told to stop.
 */
async function* guardStream(chunks, guard) {
    if (!(Symbol.asyncIterator in chunks)) {
        yield* chunks;
        return;
    }
    const { faults, signal } = guard;
    const iterator = chunks[Symbol.asyncIterator]();
    let abort = () => { };
    const onAbort = () => abort((0,send_abort/* toAbortError */.G)(signal));
    signal.addEventListener('abort', onAbort, { once: true });
    try {
        for (;;) {
            const next = await new Promise((resolve, reject) => {
                abort = reject;
                if (signal.aborted)
                    onAbort();
                iterator.next().then(resolve, reject);
            });
            if (next.done === true)
                return;
            yield next.value;
        }
    }
    catch (error) {
        if (!(error instanceof errors/* InputError */.dz))
            throw error;
        for (const fault of error.faults)
            faults.add(fault);
    }
    finally {
        signal.removeEventListener('abort', onAbort);
        // Nobody waits for it: a generator that hangs would hang in its own return as well.
        iterator.return?.().catch(() => { });
    }
}

;// CONCATENATED MODULE: ./.cache/bundle/send-streams.js



/** Sends what is read while it is sent: the streams, then the files of full lines. Most runs have neither. */
async function sendStreams({ streams, replays }, { run, lines, rules }) {
    const guard = { faults: rules.faults, signal: run.signal };
    for (const stream of streams) {
        lines.startWindow();
        const items = guardStream(stream.items, guard);
        await run.sendStream((0,format_windows/* formatStream */.S)(items, collecting(stream, lines), rules));
    }
    for (const replay of replays) {
        const checker = createLineChecker(replay.origin, rules.faults);
        await run.replay(replay.file, (0,format_windows/* formatStream */.S)(guardStream(replay.lines, guard), checker, rules));
    }
}
/** Collects and formats in one step, so that a stream makes no list of metrics in between. */
function collecting(stream, lines) {
    return {
        startWindow: () => lines.startWindow(),
        format: (item, batches) => {
            const metric = stream.collect(item);
            if (metric !== undefined)
                lines.formatWritten(metric, batches);
        },
    };
}


/***/ })

};
;