export const id = "shared-follow";
export const ids = ["shared-follow"];
export const modules = {

/***/ 6142:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: function() { return /* binding */ cancelBuild; }
/* harmony export */ });
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(604);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5071);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5284);



/**
 * Asks the cloud to cancel a build: the request is repeated on temporary errors, since it is idempotent
 * (sgp.openapi.yaml, `cancelBuild`). Never throws and never takes longer than `withinMs`.
 */
async function cancelBuild(cloud, buildId, { withinMs, signal = new AbortController().signal, clock = _wait_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m }) {
    const { cancel } = cloud;
    if (!cancel)
        return { outcome: 'incapable' };
    const plan = { retries: 10, budgetMs: withinMs, delayOf, clock };
    try {
        const answer = await (0,_deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .runWithin */ .T9)(withinMs, (own) => (0,_wait_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L)(() => cancel(buildId, own), { ...plan, signal: own }), { clock, signal });
        if (answer !== _deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .LATE */ .XR)
            return { outcome: 'asked' };
        return { outcome: 'failed', reason: 'the cloud did not answer in time' };
    }
    catch (error) {
        if (isOver(error))
            return { outcome: 'over' };
        return { outcome: 'failed', reason: (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error) };
    }
}
/** 409 is "nothing to cancel" (sgp.openapi.yaml, `cancelBuild`); a build that is gone has not to be cancelled. */
function isOver(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j$ && (error.status === 404 || error.status === 409 || error.status === 410);
}
function delayOf(error, attempt) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j$))
        return undefined;
    const passing = error.status === 0 || error.status === 408 || error.status === 429 || error.status >= 500;
    return passing ? Math.min(200 * 2 ** (attempt - 1), 2000) : undefined;
}


/***/ })

};
