export const id = "shared-modes-step";
export const ids = ["shared-modes-step"];
export const modules = {

/***/ 81739:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ phase)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65071);
/* harmony import */ var _report_log_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57993);


/**
 * One phase: a foldable group, a stretch of time in the recorder, and one closing line outside the
 * group, also where the phase fails (docs/interface.md, Log).
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

/***/ 1737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ skip)
/* harmony export */ });
/** An event of a fork or of Dependabot has no secrets by the platform's rule: nobody's fault, so it ends green. */
function skip({ console, recorder, trigger }, what) {
    recorder.note({ outcome: 'skipped' });
    console.warning(`${what}: ${trigger.event} of a fork or of Dependabot gets no secrets, so there is no api-key. A maintainer can run the workflow on a branch of this repository.`, { title: 'Cloud build skipped' });
}


/***/ })

};
