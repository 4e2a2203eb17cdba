export const id = 492;
export const ids = [492,965];
export const modules = {

/***/ 2111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderAccount: () => (/* binding */ renderAccount)
/* harmony export */ });
/* harmony import */ var _chart_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6637);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2560);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6965);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8578);




const ROWS = [1000, 300, 100, 20, 0];
/** The job summary of `mode: report`: how the account's builds fare, what is not deployed, what runs and until when. */
function renderAccount(account) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .renderWithin */ .As)(ROWS, _summary_js__WEBPACK_IMPORTED_MODULE_2__/* .SUMMARY_LIMIT */ .J, (rows) => accountBlocks(account, rows));
}
function accountBlocks(account, rows) {
    const { cloud, only, builds, undeployed, previews, at, notes } = account;
    const of = only === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(' · '), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(only, 80)];
    return [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .heading */ .R_)(2, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Builds on '), ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(cloud, 80), ...of),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)(...headline(account)),
        ...chartBlocks(builds),
        ...section('Recent builds', builds, rows, (shown) => buildTable(shown, at)),
        ...section('Live previews', previews ?? [], rows, (shown) => previewTable(shown, at)),
        ...section('Built, but never deployed', undeployed ?? [], rows, (shown) => undeployedTable(shown, at)),
        ...notes.map((note) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)(...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(note))),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(`As of ${(0,_units_js__WEBPACK_IMPORTED_MODULE_3__/* .utcMinute */ .vD)(at) ?? 'now'}.`)),
    ];
}
function headline({ builds, statistics }) {
    const { judged, successRate, medianSeconds, p95Seconds } = statistics;
    if (builds.length === 0)
        return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('There are no builds to show.')];
    const parts = [[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .strong */ .ko)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_units_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(builds.length, 'build')))]];
    if (successRate !== undefined) {
        const ended = judged === builds.length ? '' : ` of the ${judged.toLocaleString('en-US')} that ended`;
        parts.push([(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .strong */ .ko)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(percent(successRate))), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(` succeeded${ended}`)]);
    }
    if (medianSeconds !== undefined)
        parts.push([(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('median '), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .strong */ .ko)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_units_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(medianSeconds * 1000)))]);
    if (p95Seconds !== undefined)
        parts.push([(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('95th percentile '), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .strong */ .ko)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_units_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(p95Seconds * 1000)))]);
    return parts.flatMap((part, index) => (index === 0 ? part : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(' · '), ...part]));
}
/** Never rounded up to 100 or down to 0: one failure in a thousand is one. */
function percent(rate) {
    const whole = Math.round(rate * 100);
    if (whole === 100 && rate < 1)
        return 'over 99%';
    return whole === 0 && rate > 0 ? 'under 1%' : `${whole}%`;
}
/** Successful builds only, oldest first: what a failed one took says where it failed. */
function chartBlocks(builds) {
    const values = builds
        .filter(({ status }) => status === 'succeeded')
        .flatMap(({ tag, id, seconds }) => seconds === undefined ? [] : [{ label: (tag ?? id).slice(0, 7), seconds }])
        .toReversed();
    const chart = values.length < 2 ? undefined : (0,_chart_js__WEBPACK_IMPORTED_MODULE_0__/* .durationChart */ .h)(values);
    if (!chart)
        return [];
    return [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .heading */ .R_)(3, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('Duration of successful builds')),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fence */ .EU)(chart.mermaid.split('\n'), 'mermaid'),
        ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .folded */ .TM)('The same as text', [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fence */ .EU)(chart.lines)]),
    ];
}
function section(title, items, rows, tableOf) {
    if (items.length === 0)
        return [];
    const shown = items.slice(0, rows);
    const more = items.length - shown.length;
    return [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .heading */ .R_)(3, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(title)),
        ...(shown.length === 0 ? [] : [tableOf(shown)]),
        ...(more === 0 ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(`${more.toLocaleString('en-US')} more are not shown.`))]),
    ];
}
const STATUS_WORDS = {
    queued: '⏳ queued',
    running: '⏳ running',
    succeeded: '✅ succeeded',
    failed: '❌ failed',
    cancelled: '⏹ cancelled',
    'timed-out': '❌ timed out',
    errored: '❌ error of the cloud',
    unknown: '❔ unknown',
};
function buildTable(builds, at) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Agent or image', 'Tag', 'Commit', 'Status', 'Took', 'When'].map((title) => [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(title)]), builds.map(({ name, tag, commit, status, seconds, createdAt }) => [
        known(name),
        known(tag),
        known(commit === undefined ? undefined : (0,_units_js__WEBPACK_IMPORTED_MODULE_3__/* .short */ .h0)(commit)),
        [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(STATUS_WORDS[status])],
        [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(seconds === undefined ? '–' : (0,_units_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(seconds * 1000))],
        [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(ago(createdAt, at))],
    ]));
}
function previewTable(previews, at) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Agent', 'Label', 'Status', 'Expires', 'Left'].map((title) => [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(title)]), previews.map(({ agent, label, status, expiresAt, byTtl }) => [
        known(agent),
        known(label),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(status, 40),
        [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(`${(0,_units_js__WEBPACK_IMPORTED_MODULE_3__/* .utcMinute */ .vD)(expiresAt ?? '') ?? '–'}${byTtl ? ' by preview-ttl' : ''}`)],
        [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(timeLeft(expiresAt, at))],
    ]));
}
function undeployedTable(agents, at) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Agent', 'Builds', 'Latest', 'Status', 'When'].map((title) => [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(title)]), agents.map(({ agent, builds, latest }) => [
        known(agent),
        [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(builds.toLocaleString('en-US'))],
        known(latest.tag ?? latest.id),
        [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(STATUS_WORDS[latest.status])],
        [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(ago(latest.createdAt, at))],
    ]));
}
function known(value) {
    return [value === undefined ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)('–') : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(value, 60)];
}
const DAY_MS = 86_400_000;
/** `3h 5m ago`, and from two days on the date. */
function ago(time, at) {
    const ms = at - Date.parse(time ?? '');
    if (Number.isNaN(ms))
        return '–';
    if (ms >= 2 * DAY_MS)
        return (0,_units_js__WEBPACK_IMPORTED_MODULE_3__/* .utcMinute */ .vD)(time ?? '') ?? '–';
    return ms < 1000 ? 'now' : `${(0,_units_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(ms)} ago`;
}
function timeLeft(expiresAt, at) {
    const ms = Date.parse(expiresAt ?? '') - at;
    if (Number.isNaN(ms))
        return '–';
    if (ms <= 0)
        return 'expired';
    return ms >= 2 * DAY_MS ? (0,_units_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(Math.floor(ms / DAY_MS), 'day') : (0,_units_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(ms);
}


/***/ }),

/***/ 6965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ SUMMARY_LIMIT),
/* harmony export */   renderSummary: () => (/* binding */ renderSummary),
/* harmony export */   writeSummary: () => (/* binding */ writeSummary)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _chart_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6637);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8566);
/* harmony import */ var _failure_blocks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(943);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2560);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8578);






/** GitHub loses a summary above 1 MiB whole, Gitea cuts it (docs/platform.md, Files, state, limits). */
const SUMMARY_LIMIT = 900 * 1024;
const DETAILS = [
    { lines: 60, steps: 200, chart: true, nameLimit: 300 },
    { lines: 40, steps: 50, chart: true, nameLimit: 160 },
    { lines: 20, steps: 20, chart: false, nameLimit: 120 },
    { lines: 5, steps: 5, chart: false, nameLimit: 80 },
    { lines: 0, steps: 0, chart: false, nameLimit: 40 },
];
const BYTES_A_LINE = 300;
/** The job summary of one run, as Markdown that GitHub and Gitea draw alike; at most `maxBytes` of UTF-8. */
function renderSummary(result, maxBytes = SUMMARY_LIMIT) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .renderWithin */ .As)(DETAILS, maxBytes, (detail) => summaryBlocks(result, detail));
}
function summaryBlocks(result, detail) {
    const { icon } = _facts_js__WEBPACK_IMPORTED_MODULE_2__/* .STATES */ .xj[result.outcome];
    const [, ...facts] = (0,_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .factsOf */ .xS)(result, detail);
    const chart = detail.chart ? (0,_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .timeline */ .I)(result) : undefined;
    const limits = {
        maxLines: detail.lines,
        maxBytes: detail.lines * BYTES_A_LINE,
        nameLimit: detail.nameLimit,
    };
    const cloud = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(result.cloudTitle ?? result.cloud, detail.nameLimit);
    return [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .heading */ .R_)(2, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(`${icon} `), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)((0,_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .subjectOf */ .et)(result), detail.nameLimit), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(` · ${(0,_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .resultSentence */ .bt)(result)}`)),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)([[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('Cloud')], cloud], facts.map(([name, value]) => [[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(name)], value])),
        ...(0,_failure_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .failureBlocks */ .p)(result, limits),
        ...stepBlocks(result.build?.steps ?? [], detail),
        ...(chart === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .heading */ .R_)(3, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('Timeline')), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .fence */ .EU)(chart.split('\n'), 'mermaid')]),
        ...(result.commentTrouble === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('⚠️ '), ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .prose */ .CS)(result.commentTrouble))]),
        ...linkBlocks(result),
    ];
}
function stepBlocks(steps, detail) {
    if (steps.length === 0 || detail.steps === 0)
        return [];
    const shown = steps.slice(0, detail.steps);
    const leftOut = steps.length - shown.length;
    const slowest = Math.max(...shown.map((step) => step.seconds ?? 0));
    return [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .heading */ .R_)(3, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('Dockerfile steps')),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)([[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('Step')], [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('Time')]], shown.map((step) => [[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(step.name, Math.min(detail.nameLimit, 160))], stepTime(step, slowest)])),
        ...(leftOut > 0 ? [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(`${(0,_units_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(leftOut, 'further step')} left out.`))] : []),
    ];
}
/** The slowest step stands out: it is where the next minute can be saved. */
function stepTime(step, slowest) {
    const time = step.seconds === undefined ? '' : (0,_units_js__WEBPACK_IMPORTED_MODULE_5__/* .duration */ .p0)(step.seconds * 1000);
    switch (step.state) {
        case 'cached':
            return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('cached')];
        case 'failed':
            return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .strong */ .ko)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(`❌ failed${time && ` after ${time}`}`))];
        case 'cancelled':
            return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(`cancelled${time && ` after ${time}`}`)];
        case 'running':
            return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(time ? `${time}, not finished` : 'not finished')];
        case 'done':
            return [step.seconds === slowest && slowest >= 1 ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .strong */ .ko)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(time)) : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(time || '–')];
    }
}
function linkBlocks({ runUrl, commentUrl }) {
    const links = [
        ...(runUrl === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .link */ .nf)('Run', runUrl)]),
        ...(commentUrl === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .link */ .nf)('Comment', commentUrl)]),
    ];
    if (links.length === 0)
        return [];
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .paragraph */ .FY)(...links.flatMap((node, index) => (index === 0 ? [node] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(' · '), node])))];
}
/**
 * Adds the text to the step's summary file. Never throws: a summary decides nothing.
 * @param path GITHUB_STEP_SUMMARY; the file is shared with the post step on Gitea, whose share of the limit counts.
 * @returns whether it was written, so that the log can carry it otherwise.
 */
async function writeSummary(path, text) {
    if (!path)
        return false;
    try {
        const before = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then((found) => found.size, () => 0);
        if (before + (0,_units_js__WEBPACK_IMPORTED_MODULE_5__/* .bytesOf */ .$$)(text) > SUMMARY_LIMIT)
            return false;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.appendFile)(path, before > 0 ? `\n${text}` : text);
        return true;
    }
    catch {
        return false;
    }
}


/***/ })

};
