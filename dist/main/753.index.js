"use strict";
exports.id = 753;
exports.ids = [753];
exports.modules = {

/***/ 3753:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  formatFigures: () => (/* binding */ formatFigures)
});

// EXTERNAL MODULE: ./.cache/bundle/report/amounts.js
var amounts = __webpack_require__(1852);
// EXTERNAL MODULE: ./.cache/bundle/report/html.js
var html = __webpack_require__(2460);
;// CONCATENATED MODULE: ./.cache/bundle/report/summary-files.js


const MAX_SIZES = 40;
const BAR_CHARACTERS = 20;
/** How much of the code was run, one row a kind. */
function formatCoverage(coverage) {
    const rows = coverage.map(({ kind, covered, total }) => (0,html/* formatCells */.F$)([
        (0,html/* textCell */.iV)(kind),
        (0,html/* code */.aY)(formatBar(covered, total)),
        (0,html/* numberCell */.EH)((0,amounts/* formatShare */.T1)(covered, total)),
        (0,html/* numberCell */.EH)((0,amounts/* formatCount */.B4)(covered)),
        (0,html/* numberCell */.EH)((0,amounts/* formatCount */.B4)(total)),
    ]));
    return ['#### Coverage', (0,html/* table */.tp)(['', '', 'Percent', 'Covered', 'Total'], rows)];
}
/** How big what the job made is, the biggest first. */
function formatSizes(sizes) {
    const shown = sizes.toSorted((one, other) => other.bytes - one.bytes).slice(0, MAX_SIZES);
    const rows = shown.map(({ name, bytes, gzipBytes, files }) => (0,html/* formatCells */.F$)([
        (0,html/* nameCell */.UQ)(name),
        (0,html/* numberCell */.EH)((0,amounts/* formatBytes */.z3)(bytes)),
        (0,html/* numberCell */.EH)((0,amounts/* formatBytes */.z3)(gzipBytes)),
        (0,html/* numberCell */.EH)((0,amounts/* formatCount */.B4)(files)),
    ]));
    const rest = sizes.length - shown.length;
    const more = rest > 0 ? [(0,html/* paragraph */.FY)(`… and ${(0,amounts/* formatCounted */.So)(rest, 'more name')}.`)] : [];
    return ['#### Sizes', (0,html/* table */.tp)(['', 'Size', 'Gzip', 'Files'], rows), ...more];
}
function formatBar(covered, total) {
    const share = total > 0 ? Math.min(1, Math.max(0, covered / total)) : 0;
    const full = Math.floor(share * BAR_CHARACTERS);
    return '█'.repeat(full) + '░'.repeat(BAR_CHARACTERS - full);
}

// EXTERNAL MODULE: ./.cache/bundle/report/visible-line.js
var visible_line = __webpack_require__(5066);
;// CONCATENATED MODULE: ./.cache/bundle/report/mermaid.js

/** What GitHub's Mermaid draws at most is 50,000 characters; longer diagrams are replaced by an error. */
const MAX_DIAGRAM_CHARACTERS = 48_000;
/** What has a meaning to some version of Mermaid, to a fence or to HTML, and what looks like it and has none. */
const HARMLESS = {
    ':': '∶',
    ';': ',',
    '#': '♯',
    '<': '‹',
    '>': '›',
    '"': '”',
    '`': '’',
    '{': '(',
    '}': ')',
    // Mermaid writes its own references with it before it parses, and turns them into markup afterwards.
    ﬂ: 'fl',
};
/** Outside text as a label of a diagram: none of its characters means anything to Mermaid. */
function toLabel(text, maxCharacters) {
    return (0,visible_line/* toVisibleLine */.y)(text, maxCharacters)
        .replace(/[:;#<>"`{}ﬂ]/g, (character) => HARMLESS[character] ?? '')
        .replace(/([%$])(?=\1)/g, '$1 ');
}
/** A diagram as GitHub finds it in Markdown; `config` is Mermaid's own, of this one diagram. */
function formatFence(lines, config) {
    return ['```mermaid', ...formatDiagram(lines, config), '```'].join('\n');
}
function formatDiagram(lines, config) {
    return [`%%{init: ${JSON.stringify(config)}}%%`, ...lines];
}

;// CONCATENATED MODULE: ./.cache/bundle/report/gantt.js


const MAX_BARS = 200;
const MAX_LABEL_CHARACTERS = 50;
/** A bar is drawn at least this part of the whole, or a step of no time could not be seen. */
const LEAST_BAR = 1 / 200;
/** The fence, the configuration and the first lines. */
const HEAD_CHARACTERS = 500;
/** The steps over time, as Mermaid's gantt: failed ones stand out, and where there are too many the shortest go. */
function formatGantt(steps) {
    const drawn = steps.filter(({ startedAt, endedAt }) => isInstant(startedAt) && isInstant(endedAt));
    const start = drawn.reduce((least, step) => Math.min(least, step.startedAt), Number.POSITIVE_INFINITY);
    const span = drawn.reduce((most, step) => Math.max(most, step.endedAt), start) - start;
    if (drawn.length === 0)
        return undefined;
    const leastSeconds = Math.max(1, Math.ceil(span * LEAST_BAR));
    const bars = drawn.map((step, index) => ({ step, text: gantt_formatBar(step, index + 1, leastSeconds) }));
    const shown = chooseBars(bars);
    const lines = [
        'gantt',
        // Read as local time and shown as local time, so UTC stays UTC; Mermaid's own epoch format changed its unit.
        'dateFormat YYYY-MM-DDTHH:mm:ss',
        `axisFormat ${span < 600 ? '%H:%M:%S' : '%H:%M'}`,
        'todayMarker off',
        ...shown.map(({ text }) => text),
    ];
    const config = {
        gantt: { leftPadding: 16, rightPadding: 16, topPadding: 46, barHeight: 18, fontSize: 12 },
    };
    return { diagram: formatFence(lines, config), leftOut: steps.length - shown.length };
}
function isInstant(epochSeconds) {
    return (0,amounts/* formatInstant */.r4)(epochSeconds) !== undefined;
}
function gantt_formatBar(step, number, leastSeconds) {
    const seconds = step.endedAt - step.startedAt;
    const start = Math.floor(step.startedAt);
    const end = start + Math.max(Math.round(seconds), leastSeconds);
    const times = [start, end].map((instant) => ((0,amounts/* formatInstant */.r4)(instant) ?? '').replace('Z', ''));
    // The number stands first, so that no name can be one of Mermaid's words.
    const label = `${number}. ${toLabel(step.name, MAX_LABEL_CHARACTERS)} · ${(0,amounts/* formatDuration */.a3)(seconds)}`;
    return `${label} :${step.isSuccess ? '' : 'crit, '}step${number}, ${times.join(', ')}`;
}
/** The failed ones first, then the longest, as far as there is room; in their order again. */
function chooseBars(bars) {
    const seconds = ({ step }) => step.endedAt - step.startedAt;
    const byWeight = bars.toSorted((one, other) => Number(one.step.isSuccess) - Number(other.step.isSuccess) || seconds(other) - seconds(one));
    let room = MAX_DIAGRAM_CHARACTERS - HEAD_CHARACTERS;
    const chosen = new Set();
    for (const bar of byWeight.slice(0, MAX_BARS)) {
        room -= bar.text.length + 1;
        if (room < 0)
            break;
        chosen.add(bar);
    }
    return bars.filter((bar) => chosen.has(bar));
}

;// CONCATENATED MODULE: ./.cache/bundle/report/summary-job.js



/** What stands for the end of a job at a glance. */
const STATUS_SIGNS = {
    success: '✅',
    failure: '❌',
    cancelled: '🚫',
};
/** How the job ended, how long it took, and its steps over time. */
function formatJob(job) {
    const gantt = formatGantt(job.steps);
    const took = `${STATUS_SIGNS[job.status]} ${job.status} in ${(0,amounts/* formatDuration */.a3)(job.durationSeconds)}`;
    if (gantt === undefined)
        return ['#### Job', (0,html/* paragraph */.FY)(`${took}.`)];
    const failed = job.steps.filter(({ isSuccess }) => !isSuccess).length;
    const broken = failed > 0 ? `, ${failed} without success (red)` : '';
    const steps = (0,amounts/* formatCounted */.So)(job.steps.length, 'finished step');
    const rest = gantt.leftOut > 0 ? [(0,html/* paragraph */.FY)(`… and ${(0,amounts/* formatCounted */.So)(gantt.leftOut, 'more step')}, the shortest.`)] : [];
    return ['#### Job', (0,html/* paragraph */.FY)(`${took}; ${steps}${broken}, times in UTC.`), gantt.diagram, ...rest];
}

;// CONCATENATED MODULE: ./.cache/bundle/report/chart.js


/** Both can be told from white and from black. */
const MAX_COLOUR = '#d4811f';
const MEAN_COLOUR = '#2f81f7';
/** Mean and maximum of a series over time, as Mermaid's xychart. */
function formatChart(series, subject) {
    const { unit: time, seconds } = chooseTimeUnit(series.spanSeconds);
    const list = (key) => series.points.map((point) => formatNumber(point[key] / subject.perUnit)).join(', ');
    const highest = series.points.reduce((most, { max }) => Math.max(most, max), 0) / subject.perUnit;
    const top = Math.max(subject.leastTop ?? 0, roundUp(highest));
    const clock = (0,amounts/* formatInstant */.r4)(series.startedAt)?.slice(11) ?? 'the start';
    const lines = [
        'xychart-beta',
        `title "${subject.title}: mean (blue) and maximum (orange)"`,
        `x-axis "${time} since ${clock.replace('Z', ' UTC')}" 0 --> ${formatNumber(series.spanSeconds / seconds)}`,
        `y-axis "${subject.unit}" 0 --> ${formatNumber(top)}`,
        `line [${list('max')}]`,
        `line [${list('mean')}]`,
    ];
    return formatFence(lines, {
        xyChart: { width: 900, height: 300, titleFontSize: 16 },
        themeVariables: { xyChart: { plotColorPalette: `${MAX_COLOUR}, ${MEAN_COLOUR}` } },
    });
}
function chooseTimeUnit(spanSeconds) {
    if (spanSeconds < 180)
        return { unit: 'seconds', seconds: 1 };
    return spanSeconds < 4 * 3600 ? { unit: 'minutes', seconds: 60 } : { unit: 'hours', seconds: 3600 };
}
/** Mermaid's grammar knows no exponent. */
function formatNumber(number) {
    return String(Number(Math.min(number, 1e15).toFixed(2)));
}
/** The next number that an axis can well end at: 1, 2, 2.5, 5 or 10 times a power of ten. */
function roundUp(number) {
    if (!(number > 0))
        return 1;
    const power = 10 ** Math.floor(Math.log10(number));
    const step = [1, 2, 2.5, 4, 5, 6, 8, 10].find((factor) => factor * power >= number) ?? 10;
    return Math.max(0.01, step * power);
}

;// CONCATENATED MODULE: ./.cache/bundle/report/thin-out.js
const MAX_POINTS = 60;
/** At most sixty points of a series: the mean of the means, the maximum of the maxima; nothing where no line can be drawn. */
function thinOut(samples, slotSeconds) {
    const known = samples.filter(isNumeric);
    const startedAt = known.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
    const spanSeconds = known.reduce((most, { at }) => Math.max(most, at), startedAt) - startedAt;
    if (known.length < 2 || !(spanSeconds > 0))
        return undefined;
    const slots = slotSeconds > 0 ? Math.round(spanSeconds / slotSeconds) + 1 : known.length;
    const count = Math.max(2, Math.min(MAX_POINTS, slots));
    const pointSeconds = spanSeconds / (count - 1);
    const buckets = Array.from({ length: count }, () => ({ sum: 0, count: 0, max: 0 }));
    for (const { at, mean, max } of known) {
        const bucket = buckets[Math.round((at - startedAt) / pointSeconds)];
        if (bucket === undefined)
            continue;
        bucket.sum += mean;
        bucket.count += 1;
        bucket.max = Math.max(bucket.max, max);
    }
    const points = buckets.map((bucket) => bucket.count === 0 ? undefined : { mean: bucket.sum / bucket.count, max: bucket.max });
    return { startedAt, spanSeconds, points: joinGaps(points), pointSeconds };
}
function isNumeric({ at, mean, max }) {
    return [at, mean, max].every((number) => Number.isFinite(number) && number >= 0);
}
/** A straight line from the last point before a gap to the first behind it; the first and the last are always known. */
function joinGaps(points) {
    const joined = [];
    let before = 0;
    points.forEach((point, index) => {
        if (point === undefined)
            return;
        const from = points[before] ?? point;
        for (let gap = before + 1; gap < index; gap += 1) {
            const share = (gap - before) / (index - before);
            const between = (one, other) => one + (other - one) * share;
            joined.push({ mean: between(from.mean, point.mean), max: between(from.max, point.max) });
        }
        joined.push(point);
        before = index;
    });
    return joined;
}

;// CONCATENATED MODULE: ./.cache/bundle/report/summary-runner.js




const GIBIBYTE = 1024 ** 3;
const MEBIBYTE = 1024 ** 2;
/** What is measured, in words, and how its numbers are written. */
const MEASURES = [
    { key: 'cpuPercent', name: 'CPU', format: amounts/* formatPercent */.l9 },
    { key: 'memoryUsedBytes', name: 'Memory', format: amounts/* formatBytes */.z3 },
    { key: 'memoryPercent', name: 'Memory, share', format: amounts/* formatPercent */.l9 },
    { key: 'diskUsedBytes', name: 'Disk', format: amounts/* formatBytes */.z3 },
    { key: 'diskPercent', name: 'Disk, share', format: amounts/* formatPercent */.l9 },
    { key: 'networkReceivedBytesPerSecond', name: 'Network, received', format: formatRate },
    { key: 'networkSentBytesPerSecond', name: 'Network, sent', format: formatRate },
];
/** What the runner was measured at: a table of everything, charts of CPU and memory. */
function formatRunner(runner) {
    const totals = listTotals(runner);
    if (totals.length === 0)
        return [];
    const rows = totals.map(({ name, mean, max }) => (0,html/* formatCells */.F$)([(0,html/* textCell */.iV)(name), (0,html/* numberCell */.EH)(mean), (0,html/* numberCell */.EH)(max)]));
    return ['#### Runner', (0,html/* table */.tp)(['', 'Mean', 'Maximum'], rows), ...formatCharts(runner)];
}
/** The mean and the maximum of whatever was measured. */
function listTotals({ slots }) {
    return MEASURES.flatMap(({ key, name, format }) => {
        const total = combine(listSamples(slots, key));
        return total === undefined ? [] : [{ key, name, mean: format(total.mean), max: format(total.max) }];
    });
}
function combine(samples) {
    const known = samples.filter(({ mean, max }) => Number.isFinite(mean) && Number.isFinite(max));
    if (known.length === 0)
        return undefined;
    return {
        mean: known.reduce((sum, { mean }) => sum + mean, 0) / known.length,
        max: known.reduce((most, { max }) => Math.max(most, max), 0),
    };
}
function listSamples(slots, key) {
    return slots.flatMap((slot) => {
        const measured = slot[key];
        return measured === undefined ? [] : [{ at: slot.startedAt, mean: measured.mean, max: measured.max }];
    });
}
function formatCharts({ slots, slotSeconds }) {
    const memory = listSamples(slots, 'memoryUsedBytes');
    const isBig = memory.some(({ max }) => max >= GIBIBYTE);
    const subjects = [
        [listSamples(slots, 'cpuPercent'), { title: 'CPU', unit: '%', perUnit: 1, leastTop: 100 }],
        [memory, { title: 'Memory', unit: isBig ? 'GiB' : 'MiB', perUnit: isBig ? GIBIBYTE : MEBIBYTE }],
    ];
    const series = subjects.map(([samples, subject]) => ({ subject, thin: thinOut(samples, slotSeconds) }));
    const charts = series.flatMap(({ subject, thin }) => thin === undefined ? [] : [formatChart(thin, subject)]);
    const longest = Math.max(0, ...series.map(({ thin }) => thin?.pointSeconds ?? 0));
    const isThinned = charts.length > 0 && longest > 1.5 * slotSeconds;
    const note = `Each point stands for ${(0,amounts/* formatDuration */.a3)(longest)}, so for more than one of the ${(0,amounts/* formatCounted */.So)(slots.length, 'slot')}: the mean of their means and the highest of their maxima.`;
    return isThinned ? [...charts, (0,html/* paragraph */.FY)(note)] : charts;
}
function formatRate(bytesPerSecond) {
    return `${(0,amounts/* formatBytes */.z3)(bytesPerSecond)}/s`;
}

;// CONCATENATED MODULE: ./.cache/bundle/report/summary-tests.js


const MAX_SUITES = 20;
const HEADS = ['', 'Tests', 'Passed', 'Failed', 'Errors', 'Skipped', 'Flaky', 'Time'];
/** How the tests went: all together, then the suites, the worst of them first. */
function formatTests(tests) {
    const all = formatRow({ html: `${isBroken(tests) ? '❌' : '✅'} <b>all</b>` }, tests);
    const totals = (0,html/* table */.tp)(HEADS, [all]);
    if (tests.suites.length === 0)
        return ['#### Tests', totals];
    const shown = rankSuites(tests.suites).slice(0, MAX_SUITES);
    const rest = tests.suites.length - shown.length;
    const more = rest > 0 ? `\n… and ${(0,amounts/* formatCounted */.So)(rest, 'more suite')}.` : '';
    const rows = shown.map((suite) => formatRow(nameSuite(suite), suite));
    const head = formatHead(tests.suites);
    return ['#### Tests', totals, (0,html/* details */.zH)(head, `${(0,html/* table */.tp)(HEADS, rows)}${more}`)];
}
/** The suites with the most failures, then the most flaky ones, then the slowest. */
function rankSuites(suites) {
    return suites.toSorted((one, other) => countBroken(other) - countBroken(one) ||
        other.flaky - one.flaky ||
        other.durationSeconds - one.durationSeconds);
}
/** Failures and errors together. */
function countBroken({ failed, errors }) {
    return failed + errors;
}
function formatHead(suites) {
    const broken = suites.filter(isBroken).length;
    const order = broken > 0 ? `${(0,amounts/* formatCount */.B4)(broken)} with failures, the worst first` : 'the slowest first';
    return `${(0,amounts/* formatCounted */.So)(suites.length, 'suite')}, ${order}`;
}
function isBroken(counts) {
    return countBroken(counts) > 0;
}
function nameSuite(suite) {
    return { html: `${isBroken(suite) ? '❌' : '✅'} ${(0,html/* nameCell */.UQ)(suite.name).html}` };
}
function formatRow(name, counts) {
    const { total, passed, failed, errors, skipped, flaky } = counts;
    const numbers = [total, passed].map((count) => (0,html/* numberCell */.EH)((0,amounts/* formatCount */.B4)(count)));
    const findings = [failed, errors, skipped, flaky].map((count) => count === 0 ? (0,html/* numberCell */.EH)('–') : { html: `<b>${(0,amounts/* formatCount */.B4)(count)}</b>`, isNumber: true });
    return (0,html/* formatCells */.F$)([name, ...numbers, ...findings, (0,html/* numberCell */.EH)((0,amounts/* formatDuration */.a3)(counts.durationSeconds))]);
}

;// CONCATENATED MODULE: ./.cache/bundle/report/summary-overview.js





/** One row of what matters most; nothing where one part alone would only be repeated. */
function formatOverview(figures) {
    const tiles = [
        ...tellJob(figures.job),
        ...tellTests(figures.tests),
        ...tellCoverage(figures.coverage),
        ...tellSizes(figures.sizes),
        ...tellRunner(figures),
    ];
    if (tiles.length < 2)
        return [];
    const heads = tiles.map(({ head }) => `<th>${(0,html/* escapeHtml */.ZD)(head)}</th>`).join('');
    const texts = tiles.map(({ text }) => `<td align="center"><b>${(0,html/* escapeHtml */.ZD)(text)}</b></td>`).join('');
    return [`<table><tr>${heads}</tr>\n<tr>${texts}</tr>\n</table>`];
}
function tellJob(job) {
    if (job === undefined)
        return [];
    return [
        {
            head: `Job: ${job.status}`,
            text: `${STATUS_SIGNS[job.status]} ${(0,amounts/* formatDuration */.a3)(job.durationSeconds)}`,
        },
    ];
}
function tellTests(tests) {
    if (tests === undefined)
        return [];
    const broken = countBroken(tests);
    const total = (0,amounts/* formatCount */.B4)(tests.total);
    if (broken > 0)
        return [{ head: 'Tests', text: `❌ ${(0,amounts/* formatCount */.B4)(broken)} of ${total} failed` }];
    return [{ head: 'Tests', text: `✅ ${(0,amounts/* formatCount */.B4)(tests.passed)} of ${total} passed` }];
}
function tellCoverage(coverage) {
    const first = coverage?.find(({ kind }) => kind === 'lines') ?? coverage?.[0];
    if (first === undefined)
        return [];
    return [{ head: `Coverage, ${first.kind}`, text: (0,amounts/* formatShare */.T1)(first.covered, first.total) }];
}
function tellSizes(sizes) {
    if (sizes === undefined || sizes.length === 0)
        return [];
    const bytes = sizes.reduce((sum, size) => sum + size.bytes, 0);
    return [{ head: 'Sizes, together', text: (0,amounts/* formatBytes */.z3)(bytes) }];
}
function tellRunner({ runner }) {
    if (runner === undefined)
        return [];
    const totals = listTotals(runner);
    const find = (key) => totals.find((total) => total.key === key);
    return [
        { head: 'CPU, mean', text: find('cpuPercent')?.mean },
        { head: 'Memory, maximum', text: find('memoryUsedBytes')?.max },
    ].flatMap(({ head, text }) => (text === undefined ? [] : [{ head, text }]));
}

;// CONCATENATED MODULE: ./.cache/bundle/report/summary-figures.js





/** What reports, the job and the runner said, as blocks of the job summary. */
function formatFigures(figures) {
    const { tests, coverage = [], sizes = [], job, runner } = figures;
    return [
        ...formatOverview(figures),
        ...(tests === undefined ? [] : formatTests(tests)),
        ...(coverage.length === 0 ? [] : formatCoverage(coverage)),
        ...(sizes.length === 0 ? [] : formatSizes(sizes)),
        ...(job === undefined ? [] : formatJob(job)),
        ...(runner === undefined ? [] : formatRunner(runner)),
    ];
}


/***/ })

};
;