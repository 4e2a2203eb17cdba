export const id = "summary";
export const ids = ["summary"];
export const modules = {

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
/* harmony import */ var _failure_blocks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6223);
/* harmony import */ var _left_blocks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1755);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2560);
/* harmony import */ var _rebuilt_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6482);
/* harmony import */ var _states_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3119);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8578);









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
/** Of a failing step's log; those before are folded. */
const OPEN_LINES = 20;
/** The job summary of one run, as Markdown that GitHub and Gitea draw alike; at most `maxBytes` of UTF-8. */
function renderSummary(result, maxBytes = SUMMARY_LIMIT) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .renderWithin */ .As)(DETAILS, maxBytes, (detail) => summaryBlocks(result, detail));
}
function summaryBlocks(result, detail) {
    const { icon } = _states_js__WEBPACK_IMPORTED_MODULE_7__/* .STATES */ .xj[result.outcome];
    const facts = (0,_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .factsOf */ .x)(result, detail);
    const chart = detail.chart ? (0,_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .timeline */ .I)(result, { withSteps: false }) : undefined;
    const limits = {
        maxLines: detail.lines,
        maxBytes: detail.lines * BYTES_A_LINE,
        nameLimit: detail.nameLimit,
        openLines: OPEN_LINES,
    };
    const cloud = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .untrustedText */ .Ui)(result.cloudTitle ?? result.cloud, detail.nameLimit);
    return [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .heading */ .R_)(2, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(`${icon} `), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)((0,_states_js__WEBPACK_IMPORTED_MODULE_7__/* .subjectOf */ .et)(result), detail.nameLimit), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(` · ${(0,_states_js__WEBPACK_IMPORTED_MODULE_7__/* .resultSentence */ .bt)(result)}`)),
        ...(0,_failure_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .failureBlocks */ .p)(result, limits),
        ...(0,_left_blocks_js__WEBPACK_IMPORTED_MODULE_4__/* .leftBlocks */ .C)(result.previewsLeft ?? [], detail.nameLimit),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)([[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)('Cloud')], cloud], facts.map(([name, value]) => [[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(name)], value])),
        ...(0,_rebuilt_js__WEBPACK_IMPORTED_MODULE_6__/* .rebuiltBlocks */ .ws)(result.rebuilt),
        ...stepBlocks(result.build?.steps ?? [], detail),
        ...(chart === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .heading */ .R_)(3, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)('Timeline')), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .fence */ .EU)(chart.split('\n'), 'mermaid')]),
        ...(result.commentTrouble === undefined
            ? []
            : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)('⚠️ '), ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .untrustedText */ .Ui)(result.commentTrouble))]),
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
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .heading */ .R_)(3, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)('Dockerfile steps')),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)([[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)('Step')], [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)('Time')]], shown.map((step) => [[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(step.name, Math.min(detail.nameLimit, 160))], stepTime(step, slowest)])),
        ...(leftOut > 0 ? [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(`${(0,_units_js__WEBPACK_IMPORTED_MODULE_8__/* .count */ .U9)(leftOut, 'further step')} left out.`))] : []),
    ];
}
/** The slowest step stands out: it is where the next minute can be saved. */
function stepTime(step, slowest) {
    const time = step.seconds === undefined ? '' : (0,_units_js__WEBPACK_IMPORTED_MODULE_8__/* .duration */ .p0)(step.seconds * 1000);
    switch (step.state) {
        case 'cached':
            return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)('cached')];
        case 'failed':
            return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .strong */ .ko)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(`❌ failed${time && ` after ${time}`}`))];
        case 'cancelled':
            return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(`cancelled${time && ` after ${time}`}`)];
        case 'running':
            return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(time ? `${time}, not finished` : 'not finished')];
        case 'done':
            return [step.seconds === slowest && slowest >= 1 ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .strong */ .ko)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(time)) : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(time || '–')];
    }
}
function linkBlocks({ runUrl, commentUrl }) {
    const links = [
        ...(runUrl === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .link */ .nf)('Run', runUrl)]),
        ...(commentUrl === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .link */ .nf)('Comment', commentUrl)]),
    ];
    if (links.length === 0)
        return [];
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .paragraph */ .FY)(...links.flatMap((node, index) => (index === 0 ? [node] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(' · '), node])))];
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
        if (before + (0,_units_js__WEBPACK_IMPORTED_MODULE_8__/* .bytesOf */ .$$)(text) > SUMMARY_LIMIT)
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
