export const id = "shared-modes-comment";
export const ids = ["shared-modes-comment"];
export const modules = {

/***/ 6626:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: function() { return /* binding */ endSectionsOfEndedRuns; }
/* harmony export */ });
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(604);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5071);
/* harmony import */ var _report_comment_comment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(388);



/** Milliseconds for all requests and writes: these are other runs' sections. */
const WITHIN_MS = 8_000;
/** Runs that are checked at most. */
const MOST_RUNS = 20;
const WORKING = new Set(['queued', 'building', 'deploying', 'verifying']);
/**
 * A run that was killed before its final write (its token had expired, its runner was lost) left a section that says
 * "building" for ever. If the forge says that the run has ended, the section is marked as cancelled, with the link to
 * that run. Never throws.
 * @returns how many
 */
async function endSectionsOfEndedRuns({ console, trigger, signal }, forge, sync) {
    try {
        const within = (0,_deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .timeoutSignal */ ._)(signal, WITHIN_MS);
        const working = sync
            .known()
            .filter(({ state, mark }) => WORKING.has(state) && mark.runId > 0 && String(mark.runId) !== trigger.runId);
        const ended = [];
        for (const section of working.slice(0, MOST_RUNS)) {
            const { runId, attempt } = section.mark;
            const end = await forge.runEnd({ id: runId, attempt }, within);
            if (end !== undefined)
                ended.push(endedSection(section, end));
        }
        if (ended.length === 0)
            return 0;
        const entries = ended.map((section) => ({ section, when: 'if-present' }));
        await sync.putAll(entries, { confirm: true, signal: within });
        for (const { key } of ended)
            console.info(`The comment says now that the run of ${key} has ended.`);
        return ended.length;
    }
    catch (thrown) {
        console.debug(`Sections of runs that have ended were left as they are: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown)}`);
        return 0;
    }
}
/** A later state of the same run. If it still worked, its own next state would be later still. */
function endedSection(section, end) {
    const { key, mark, row } = section;
    const runUrl = end.url ?? row?.runUrl;
    const result = {
        cloud: row?.cloud ?? '',
        outcome: 'cancelled',
        agent: row?.agent ?? decodeURIComponent(key.replace(/!.*$/, '')).replace(/^[^/]*\//, ''),
        source: row?.commit === undefined ? {} : { commit: row.commit },
        phases: [],
        failure: { title: titleOf(end), message: sentenceOf(end) },
        ...(runUrl !== undefined && { runUrl }),
    };
    return (0,_report_comment_comment_js__WEBPACK_IMPORTED_MODULE_2__/* .sectionOf */ .ZE)(result, { key, mark: { ...mark, at: Math.max(Date.now(), mark.at + 1) } });
}
function titleOf({ conclusion }) {
    return conclusion === 'cancelled' ? 'Cancelled' : 'Interrupted';
}
function sentenceOf({ conclusion }) {
    if (conclusion === 'cancelled')
        return 'The run was cancelled before this step could say so.';
    return `The run has ended (${conclusion}), and this step could not say how it went.`;
}


/***/ }),

/***/ 2892:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: function() { return /* binding */ commentPort; }
/* harmony export */ });
/* harmony import */ var _report_comment_comment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(388);

/** The comments of one pull request that carry our marker and that the token's own user wrote. */
function commentPort(forge, issue) {
    return {
        list: async function* (options) {
            for await (const comment of forge.listComments(issue, options)) {
                // The author is only asked for comments with our marker.
                if ((0,_report_comment_comment_js__WEBPACK_IMPORTED_MODULE_0__/* .isOurComment */ .CZ)(comment.body) && (await forge.isMine(comment, options.signal)))
                    yield comment;
            }
        },
        create: (body, options) => forge.createComment(issue, body, options),
        update: (id, body, options) => forge.updateComment(id, body, options),
        remove: (id, options) => forge.deleteComment(id, options),
    };
}


/***/ }),

/***/ 5669:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: function() { return /* binding */ maskedSection; },
/* harmony export */   a: function() { return /* binding */ entriesFor; }
/* harmony export */ });
/* harmony import */ var _report_comment_comment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(388);
/* harmony import */ var _step_masked_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3139);
/* harmony import */ var _own_section_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8289);



/** The sections of these agents, and corrections to other sections. */
function entriesFor(snapshots, context) {
    const corrects = snapshots.some(({ result }) => (result.previewsDeleted?.length ?? 0) > 0);
    if (!corrects)
        return snapshots.map((snapshot) => ownEntry(snapshot, context));
    return (known) => snapshots.flatMap((snapshot) => withCorrections(snapshot, context, known));
}
/** A teardown that corrected other sections and has none of its own gets no section. */
function withCorrections(snapshot, context, known) {
    const { key, mark, result } = snapshot;
    const facts = (0,_step_masked_js__WEBPACK_IMPORTED_MODULE_2__/* .masked */ .I)(result, context.console.maskText);
    const turned = (0,_report_comment_comment_js__WEBPACK_IMPORTED_MODULE_0__/* .removedSections */ .nm)(known, { result: facts, key, mark });
    const isOwnKnown = known.some((section) => section.key === key);
    const isReported = result.outcome === 'removed' && turned.length > 0 && !isOwnKnown;
    const hasMore = (result.previewsLeft?.length ?? 0) > 0;
    const others = turned.map((section) => ({ section, when: 'always' }));
    return isReported && !hasMore ? others : [ownEntry(snapshot, context), ...others];
}
function ownEntry({ key, mark, result }, { settings, console }) {
    const isSaid = (0,_own_section_js__WEBPACK_IMPORTED_MODULE_1__/* .isNews */ .Ms)(settings.comment.when, result.outcome) && !isNothing(result);
    return {
        section: maskedSection(result, { key, mark }, console.maskText),
        when: isSaid ? 'always' : 'if-present',
    };
}
/** A teardown that found nothing: it may correct an existing section, but adds none. */
function isNothing({ outcome, previewsDeleted = [], previewsLeft = [] }) {
    return outcome === 'removed' && previewsDeleted.length === 0 && previewsLeft.length === 0;
}
/** The section of these facts, with secrets masked. */
function maskedSection(result, of, maskText) {
    // Masked before rendering: escaping would split a secret and leave its parts readable.
    return (0,_report_comment_comment_js__WEBPACK_IMPORTED_MODULE_0__/* .sectionOf */ .ZE)((0,_step_masked_js__WEBPACK_IMPORTED_MODULE_2__/* .masked */ .I)(result, maskText), of);
}


/***/ })

};
