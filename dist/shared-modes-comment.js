export const id = "shared-modes-comment";
export const ids = ["shared-modes-comment"];
export const modules = {

/***/ 2892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ commentPort)
/* harmony export */ });
/* harmony import */ var _report_comment_comment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(388);

/** The comments of one pull request that carry our marker and that the token's own user wrote. */
function commentPort(forge, issue) {
    return {
        list: async function* (options) {
            for await (const comment of forge.listComments(issue, options)) {
                // The author of the others is nobody's question.
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ maskedSection),
/* harmony export */   a: () => (/* binding */ entriesFor)
/* harmony export */ });
/* harmony import */ var _report_comment_comment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(388);
/* harmony import */ var _step_masked_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3139);
/* harmony import */ var _own_section_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8289);



/** What these agents have to say, and what has to be corrected in the sections of others. */
function entriesFor(snapshots, context) {
    const corrects = snapshots.some(({ result }) => (result.previewsDeleted?.length ?? 0) > 0);
    if (!corrects)
        return snapshots.map((snapshot) => ownEntry(snapshot, context));
    return (known) => snapshots.flatMap((snapshot) => withCorrections(snapshot, context, known));
}
/** A section is not given to a teardown that turned those of others and has none of its own. */
function withCorrections(snapshot, context, known) {
    const { key, mark, result } = snapshot;
    const facts = (0,_step_masked_js__WEBPACK_IMPORTED_MODULE_2__/* .masked */ .I)(result, context.console.maskText);
    const turned = (0,_report_comment_comment_js__WEBPACK_IMPORTED_MODULE_0__/* .removedSections */ .nm)(known, { result: facts, key, mark });
    const isOwnKnown = known.some((section) => section.key === key);
    const isTold = result.outcome === 'removed' && turned.length > 0 && !isOwnKnown;
    const hasMore = (result.previewsLeft?.length ?? 0) > 0;
    const others = turned.map((section) => ({ section, when: 'always' }));
    return isTold && !hasMore ? others : [ownEntry(snapshot, context), ...others];
}
function ownEntry({ key, mark, result }, { settings, console }) {
    const isSaid = (0,_own_section_js__WEBPACK_IMPORTED_MODULE_1__/* .isNews */ .Ms)(settings.comment.when, result.outcome) && !isNothing(result);
    return {
        section: maskedSection(result, { key, mark }, console.maskText),
        when: isSaid ? 'always' : 'if-present',
    };
}
/** A teardown that found nothing: it corrects what the comment says, and is no news of its own. */
function isNothing({ outcome, previewsDeleted = [], previewsLeft = [] }) {
    return outcome === 'removed' && previewsDeleted.length === 0 && previewsLeft.length === 0;
}
/** The section of these facts without secrets, however little room there is. */
function maskedSection(result, of, maskText) {
    // Before it is rendered: escaping would take a secret apart and leave its pieces readable.
    return (0,_report_comment_comment_js__WEBPACK_IMPORTED_MODULE_0__/* .sectionOf */ .ZE)((0,_step_masked_js__WEBPACK_IMPORTED_MODULE_2__/* .masked */ .I)(result, maskText), of);
}


/***/ })

};
