export const id = 681;
export const ids = [681];
export const modules = {

/***/ 6681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   settleComment: () => (/* binding */ settleComment)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _report_comment_comment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3542);
/* harmony import */ var _step_pull_request_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2173);
/* harmony import */ var _own_section_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8289);
/* harmony import */ var _port_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2892);
/* harmony import */ var _saved_comment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1640);
/* harmony import */ var _writer_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8927);







/** Milliseconds: twice the longest wait for an older write, and the requests around it. */
const WITHIN = 30_000;
/**
 * After the job: where main ended before it spoke its last word, the comment says that the run was cancelled; and in
 * any case it is looked at once more when no other job's older write can arrive any more (docs/comment.md).
 * Never throws: a token may be dead by now (Gitea before 1.27), and the result is told already.
 */
async function settleComment(context) {
    const { state, console } = context;
    const notes = (0,_saved_comment_js__WEBPACK_IMPORTED_MODULE_5__/* .readSavedComment */ .j)(state);
    if (notes === undefined)
        return;
    if (!notes.settled)
        state.markCancelled();
    if (notes.refused)
        return;
    try {
        const signal = AbortSignal.timeout(WITHIN);
        const sync = await openTarget(context, notes, signal);
        if (sync === undefined)
            return;
        if (!notes.settled)
            await markCancelled(notes, sync, console, signal);
        await sync.settle(signal);
    }
    catch (thrown) {
        console.debug(`The comment could not be looked after: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown)}`);
    }
}
async function openTarget({ console, forge: open, trigger }, notes, signal) {
    const forge = await open();
    const search = () => forge && (0,_step_pull_request_js__WEBPACK_IMPORTED_MODULE_2__/* .findPullRequest */ ._f)({ trigger, settings: {}, console }, forge, { wantsHead: false, signal });
    const issue = notes.issue ?? (await search())?.number;
    if (forge === undefined || issue === undefined)
        return undefined;
    return (0,_report_comment_comment_js__WEBPACK_IMPORTED_MODULE_1__/* .openSync */ .mH)((0,_port_js__WEBPACK_IMPORTED_MODULE_4__/* .commentPort */ .h)(forge, issue), {
        known: [...notes.known, ...ownSection(notes, console)],
        isCrowded: (known) => known.some((section) => section.key !== notes.key && isLively(section)),
        ...(notes.wroteAt === undefined ? {} : { wroteAgo: Math.max(0, Date.now() - notes.wroteAt) }),
    });
}
/** Milliseconds: no build's step is followed for longer without a word. */
const UNDER_WAY = 3 * 3_600_000;
const JUST_NOW = 60_000;
/** Whether the writer of this section may be writing at this moment. */
function isLively({ state, mark }) {
    const age = Date.now() - mark.at;
    return age < JUST_NOW || (age < UNDER_WAY && (state === 'building' || state === 'deploying'));
}
/** What main meant to show, where it may have died before that was written. */
function ownSection(notes, console) {
    const { key, mark, result, settled, onlyFailures } = notes;
    if (!settled || mark.at === 0 || !(0,_own_section_js__WEBPACK_IMPORTED_MODULE_3__/* .isNews */ .Ms)(onlyFailures ? 'on-failure' : 'auto', result.outcome))
        return [];
    return [(0,_writer_js__WEBPACK_IMPORTED_MODULE_6__.renderedSection)(result, { key, mark }, console.maskText)];
}
async function markCancelled(notes, sync, console, signal) {
    const mark = { ...notes.mark, at: Math.max(Date.now(), notes.mark.at + 1) };
    const section = (0,_writer_js__WEBPACK_IMPORTED_MODULE_6__.renderedSection)(cancelled(notes.result), { key: notes.key, mark }, console.maskText);
    const when = notes.onlyFailures ? 'if-present' : 'always';
    const { end } = await sync.put(section, { when, confirm: true, signal });
    if (end === 'shown')
        console.info('The comment says now that this run was cancelled.');
}
function cancelled(result) {
    const { build, deployment } = result;
    return {
        ...result,
        outcome: 'cancelled',
        ...(build === undefined ? {} : { build: { ...build, status: build.status ?? 'cancelled' } }),
        ...(deployment === undefined
            ? {}
            : { deployment: { ...deployment, status: deployment.status ?? 'cancelled' } }),
    };
}


/***/ })

};
