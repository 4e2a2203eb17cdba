export const id = "summary";
export const ids = ["summary"];
export const modules = {

/***/ 6965:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   addRemarks: function() { return /* binding */ addRemarks; },
/* harmony export */   annotationOf: function() { return /* reexport safe */ _failure_annotation_js__WEBPACK_IMPORTED_MODULE_8__.l; },
/* harmony export */   renderSummary: function() { return /* binding */ renderSummary; }
/* harmony export */ });
/* harmony import */ var _chart_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6637);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8566);
/* harmony import */ var _failure_blocks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5623);
/* harmony import */ var _left_blocks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1755);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2560);
/* harmony import */ var _rebuilt_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6482);
/* harmony import */ var _states_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3119);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8578);
/* harmony import */ var _write_summary_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6051);
/* harmony import */ var _failure_annotation_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6171);









/** In the same chunk as the summary: a failed run needs both, faulty inputs neither. */

const DETAILS = [
    { lines: 60, steps: 200, chart: true, nameLimit: 300 },
    { lines: 40, steps: 50, chart: true, nameLimit: 160 },
    { lines: 20, steps: 20, chart: false, nameLimit: 120 },
    { lines: 5, steps: 5, chart: false, nameLimit: 80 },
    { lines: 0, steps: 0, chart: false, nameLimit: 40 },
];
const BYTES_A_LINE = 300;
/** Last lines of a failing step's log; those before are folded. */
const OPEN_LINES = 20;
/** The job summary of one run, as Markdown that GitHub and Gitea render alike; at most `maxBytes` of UTF-8. */
function renderSummary(result, maxBytes = _write_summary_js__WEBPACK_IMPORTED_MODULE_7__/* .SUMMARY_LIMIT */ .J) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .renderWithin */ .As)(DETAILS, maxBytes, (detail) => summaryBlocks(result, detail));
}
/** Adds to a summary what became known after the step; never throws. @param remarks without secrets */
async function addRemarks(path, remarks) {
    await (0,_write_summary_js__WEBPACK_IMPORTED_MODULE_7__/* .writeSummary */ .S)(path, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .render */ .XX)(remarks.map((remark) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('⚠️ '), ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .untrustedText */ .Ui)(remark)))));
}
function summaryBlocks(result, detail) {
    const { icon } = _states_js__WEBPACK_IMPORTED_MODULE_6__/* .STATES */ .xj[(0,_states_js__WEBPACK_IMPORTED_MODULE_6__/* .shownState */ .B5)(result)];
    const facts = (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .factsOf */ .x)(result, detail);
    const chart = detail.chart ? (0,_chart_js__WEBPACK_IMPORTED_MODULE_0__/* .timeline */ .I)(result, { withSteps: false }) : undefined;
    const limits = {
        maxLines: detail.lines,
        maxBytes: detail.lines * BYTES_A_LINE,
        nameLimit: detail.nameLimit,
        openLines: OPEN_LINES,
    };
    const cloud = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .untrustedText */ .Ui)(result.cloudTitle ?? result.cloud, detail.nameLimit);
    return [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .heading */ .R_)(2, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(`${icon} `), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)((0,_states_js__WEBPACK_IMPORTED_MODULE_6__/* .subjectOf */ .et)(result), detail.nameLimit), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(` · ${(0,_states_js__WEBPACK_IMPORTED_MODULE_6__/* .resultSentence */ .bt)(result)}`)),
        ...(0,_failure_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .failureBlocks */ .p)(result, limits),
        ...(0,_left_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .leftBlocks */ .C)(result.previewsLeft ?? [], detail.nameLimit),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)([[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('Cloud')], cloud], facts.map(([name, value]) => [[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(name)], value])),
        ...(0,_rebuilt_js__WEBPACK_IMPORTED_MODULE_5__/* .rebuiltBlocks */ .ws)(result.rebuilt),
        ...stepBlocks(result.build?.steps ?? [], detail),
        ...(chart === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .heading */ .R_)(3, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('Timeline')), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .fence */ .EU)(chart.split('\n'), 'mermaid')]),
        ...(result.commentTrouble === undefined
            ? []
            : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)('⚠️ '), ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .untrustedText */ .Ui)(result.commentTrouble))]),
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
        ...(leftOut > 0 ? [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)(`${(0,_units_js__WEBPACK_IMPORTED_MODULE_9__/* .count */ .U9)(leftOut, 'further step')} left out.`))] : []),
    ];
}
/** The slowest step is bold: most time can be saved there. */
function stepTime(step, slowest) {
    const time = step.seconds === undefined ? '' : (0,_units_js__WEBPACK_IMPORTED_MODULE_9__/* .duration */ .p0)(step.seconds * 1000);
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


/***/ })

};
