export const id = "shared-modes-step";
export const ids = ["shared-modes-step"];
export const modules = {

/***/ 1739:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: function() { return /* binding */ phase; }
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _report_log_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7993);


/**
 * Runs one phase: a foldable group, a duration in the recorder, and one closing line outside the group, also if the
 * phase fails (docs/interface.md, Log).
 *
 * @param closing the line for what `work` returned; `ms` is how long it took.
 */
async function phase(step, { name, group, withinMs }, work, closing) {
    const { console, recorder } = step;
    const began = performance.now();
    console.group(group ?? name);
    try {
        const timed = withinMs === undefined ? work : () => step.within(withinMs, work);
        const value = await recorder.phase(name, timed);
        console.endGroup();
        console.info(closing(value, performance.now() - began));
        return value;
    }
    catch (thrown) {
        console.endGroup();
        if (!(thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM)) {
            console.info((0,_report_log_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .brokenLine */ .kU)(name, (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown), performance.now() - began));
        }
        throw thrown;
    }
}


/***/ }),

/***/ 4554:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: function() { return /* binding */ enrichTrigger; },
/* harmony export */   _: function() { return /* binding */ findPullRequest; }
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _known_pull_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1447);


/**
 * The pull request that this run is about, with its head where `wantsHead`. Its absence is no error.
 * @throws {HttpError} where the forge refuses to answer
 */
async function findPullRequest(context, forge, options) {
    const { trigger } = context;
    const number = (0,_known_pull_request_js__WEBPACK_IMPORTED_MODULE_1__/* .knownNumber */ .Xz)(context);
    if (number === undefined)
        return searchByCommit(context, forge, options.signal);
    const known = trigger.pullRequest?.number === number ? trigger.pullRequest : { number, fork: false };
    if (known.headCommit !== undefined || !options.wantsHead)
        return known;
    return (await forge.getPullRequest(number, options.signal)) ?? known;
}
/** Events whose commit is on the repository's own branches. A fork may contain the same commit. */
const OWN_BRANCHES = new Set(['push', 'create']);
/** Results of searches, so that a job asks the forge once. */
const searches = new WeakMap();
function searchByCommit(context, forge, signal) {
    const { trigger } = context;
    const { commit } = trigger;
    if (commit === undefined || !_known_pull_request_js__WEBPACK_IMPORTED_MODULE_1__/* .SEARCHABLE */ .$X.has(trigger.event))
        return Promise.resolve(undefined);
    const known = searches.get(trigger);
    if (known !== undefined)
        return known;
    const search = askForPullRequest(context, forge, commit, signal);
    searches.set(trigger, search);
    // A search that failed or was aborted may be repeated.
    search.catch(() => searches.delete(trigger));
    return search;
}
async function askForPullRequest({ trigger, console }, forge, commit, signal) {
    const { event, ref } = trigger;
    const all = await forge.openPullRequestsOf(commit, signal);
    const found = OWN_BRANCHES.has(event) ? all.filter(({ fork }) => !fork) : all;
    const [first] = [...found].sort((a, b) => Number(a.fork) - Number(b.fork) || Number(b.headRef === ref) - Number(a.headRef === ref));
    if (first === undefined) {
        const own = all.length > 0 ? ' of this repository' : '';
        console.afterGroup(`No open pull request${own} has commit ${commit.slice(0, 12)}.`);
    }
    else if (found.length > 1) {
        const numbers = found.map(({ number }) => `#${number}`).join(', ');
        console.afterGroup(`Commit ${commit.slice(0, 12)} is in ${numbers}: #${first.number} gets the comment.`);
    }
    return first;
}
/** The trigger, completed with what the forge knows; unchanged if it knows nothing. */
async function enrichTrigger(context, forge, signal) {
    const { trigger, console } = context;
    if (forge === undefined || !(0,_known_pull_request_js__WEBPACK_IMPORTED_MODULE_1__/* .mayHavePullRequest */ .Co)(context))
        return trigger;
    try {
        const pullRequest = await findPullRequest(context, forge, { wantsHead: true, signal });
        if (pullRequest === undefined)
            return trigger;
        const commit = trigger.commit ?? pullRequest.headCommit;
        return { ...trigger, pullRequest, ...(commit === undefined ? {} : { commit }) };
    }
    catch (thrown) {
        if (signal.aborted)
            throw thrown;
        console.info(`The pull request of this run could not be looked up: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown)}`);
        return trigger;
    }
}


/***/ })

};
