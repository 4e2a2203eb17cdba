export const id = "comment-post";
export const ids = ["comment-post"];
export const modules = {

/***/ 6681:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   settleComment: function() { return /* binding */ settleComment; }
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _report_comment_comment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(388);
/* harmony import */ var _report_states_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3119);
/* harmony import */ var _cancel_left_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7509);
/* harmony import */ var _step_pull_request_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4554);
/* harmony import */ var _own_section_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8289);
/* harmony import */ var _port_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2892);
/* harmony import */ var _saved_comment_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1640);
/* harmony import */ var _section_entries_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5669);









/** Milliseconds: twice the longest wait for an older write, and the requests around it. */
const WITHIN = 30_000;
/**
 * After the job: if main ended before its final write, the comment is changed to say that the run was cancelled. In
 * any case the comment is checked once more, when no older write of another job can arrive any more
 * (docs/comment.md). One write for all agents of the step. Never throws: the token may have expired (Gitea with a
 * runner before 2.0, Forgejo), and the result is already reported.
 */
async function settleComment(context) {
    const { state, console } = context;
    const saved = (0,_saved_comment_js__WEBPACK_IMPORTED_MODULE_7__/* .readSavedComments */ .I)(state);
    const sections = saved.flatMap(({ section, agent }) => (section ? [{ ...section, agent }] : []));
    const unsettled = sections.filter(({ settled }) => !settled);
    if (unsettled.length > 0)
        state.markCancelled();
    if (sections.length === 0 || saved.some(({ refused, noPullRequest }) => refused || noPullRequest))
        return;
    try {
        const signal = AbortSignal.timeout(WITHIN);
        const sync = await openTarget(context, saved, signal);
        if (sync === undefined) {
            if (unsettled.length > 0)
                console.info(outOfDate('the post step has no github-token, or found no pull request'));
            return;
        }
        const writer = { ...context, sync, signal };
        const written = await tellEnds(writer, sections);
        // A silent cloud must not delay the comment: what it answers late is told by a second write.
        await Promise.all([sync.settle(signal), context.stopping]);
        if ((await tellEnds(writer, written)) !== written)
            await sync.settle(signal);
    }
    catch (thrown) {
        if (unsettled.length === 0)
            console.debug(`The comment could not be checked again: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown)}`);
        else
            console.info(outOfDate(thrown));
    }
}
/** The comment shows an old state: reported once, with the reason. */
function outOfDate(thrown) {
    const isDead = thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$ && thrown.status === 401;
    const why = isDead
        ? 'the forge does not accept the token of a cancelled job any more (docs/comment.md)'
        : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown);
    return `The pull request's comment could not be brought up to date, it may still say that this run is under way: ${why.replace(/\.$/, '')}. The next run corrects it.`;
}
async function openTarget({ console, forge: open, trigger }, saved, signal) {
    const forge = await open();
    const search = () => forge && (0,_step_pull_request_js__WEBPACK_IMPORTED_MODULE_4__/* .findPullRequest */ ._)({ trigger, settings: {}, console }, forge, { wantsHead: false, signal });
    const issue = saved.find((one) => one.issue !== undefined)?.issue ?? (await search())?.number;
    if (forge === undefined || issue === undefined)
        return undefined;
    const wroteAt = Math.max(...saved.map((one) => one.wroteAt ?? Number.NEGATIVE_INFINITY));
    const own = saved.flatMap(({ section }) => section ?? []);
    const keys = new Set(own.map(({ key }) => key));
    const seen = saved.flatMap(({ known }) => known);
    return (0,_report_comment_comment_js__WEBPACK_IMPORTED_MODULE_1__/* .openSync */ .mH)((0,_port_js__WEBPACK_IMPORTED_MODULE_6__/* .commentPort */ .h)(forge, issue), {
        known: [...seen, ...own.flatMap((one) => finalState(one, seen, console))],
        mayOthersWrite: (known) => known.some((section) => !keys.has(section.key) && mayBeWriting(section)),
        ...(Number.isFinite(wroteAt) ? { wroteAgo: Math.max(0, Date.now() - wroteAt) } : {}),
    });
}
/** Milliseconds: a run that works writes its state more often than this. */
const UNDER_WAY = 3 * 3_600_000;
const JUST_NOW = 60_000;
/** Whether the run of this section may be writing at this moment. */
function mayBeWriting({ state, mark }) {
    const age = Date.now() - mark.at;
    return age < JUST_NOW || (age < UNDER_WAY && (0,_report_states_js__WEBPACK_IMPORTED_MODULE_2__/* .isWorking */ .ms)(state));
}
/** Main's final section, which may not have been written before main ended. */
function finalState({ key, mark, result, settled, onlyFailures }, seen, console) {
    if (!settled || mark.at === 0 || !(0,_own_section_js__WEBPACK_IMPORTED_MODULE_5__/* .isNews */ .Ms)(onlyFailures ? 'on-failure' : 'auto', result.outcome))
        return [];
    // A teardown does not always write a section of its own.
    if (result.outcome === 'removed' && !seen.some((section) => section.key === key))
        return [];
    return [(0,_section_entries_js__WEBPACK_IMPORTED_MODULE_8__/* .maskedSection */ .T)(result, { key, mark }, console.maskText)];
}
/**
 * Writes the sections that main left without its final state, and those of which the cloud tells something else than
 * main could know.
 * @returns all sections as they are now; the same array where nothing was written
 */
async function tellEnds(writer, sections) {
    const { console, left, signal, sync } = writer;
    const now = sections.map((section) => {
        const facts = left.find(({ running }) => running.agent === section.agent)?.facts;
        const result = section.settled ? (0,_cancel_left_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .confirmedRun */ .Fr)(section.result, facts) : (0,_cancel_left_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .lostRun */ .Ap)(section.result, facts);
        const isNew = JSON.stringify(result) !== JSON.stringify(section.result);
        const mark = isNew ? { ...section.mark, at: Math.max(Date.now(), section.mark.at + 1) } : section.mark;
        return { ...section, result, mark, isNew };
    });
    const news = now.filter(({ isNew }) => isNew);
    if (news.length === 0)
        return sections;
    const entries = news.map(({ key, mark, result, onlyFailures }) => {
        const when = onlyFailures ? 'if-present' : 'always';
        return { section: (0,_section_entries_js__WEBPACK_IMPORTED_MODULE_8__/* .maskedSection */ .T)(result, { key, mark }, console.maskText), when };
    });
    const outcomes = await sync.putAll(entries, { confirm: true, signal });
    const isFirst = news.some(({ settled }) => !settled);
    if (isFirst && outcomes.some(({ end }) => end === 'shown'))
        console.info('The comment says now that this run was cancelled.');
    return now.map((section) => ({ ...section, settled: true }));
}


/***/ })

};
