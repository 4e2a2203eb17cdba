export const id = 600;
export const ids = [600];
export const modules = {

/***/ 2600:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   makeVmImage: () => (/* binding */ makeVmImage)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _follow_build_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(776);
/* harmony import */ var _report_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5851);
/* harmony import */ var _report_story_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3296);
/* harmony import */ var _build_facts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8357);
/* harmony import */ var _follow_build_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1615);
/* harmony import */ var _phase_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4481);
/* harmony import */ var _running_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(998);








/**
 * Has a VM image made from a finished container image and follows it (docs/interface.md, `vm-image`). It has
 * `build-timeout` to itself.
 *
 * @throws {UserError} where the VM image failed; the container image stands all the same.
 */
async function makeVmImage(step, built) {
    const cloud = await step.cloud();
    const { derive } = cloud;
    if (!derive)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${cloud.traits.title} makes no VM images`, { hint: 'Leave vm-image out.' });
    const { ledger } = step;
    const names = { name: 'VM image', group: `Build ${built.id}, VM image` };
    const facts = () => ledger.result().build ?? { steps: [] };
    const vm = await (0,_phase_js__WEBPACK_IMPORTED_MODULE_6__/* .phase */ .O)(step, names, () => follow(step, cloud, () => derive(built, progressOf(step, cloud), step.signal)), () => (0,_report_story_js__WEBPACK_IMPORTED_MODULE_3__/* .vmImageLine */ .Rv)(facts()));
    if (facts().vmImage?.status === 'success')
        return;
    const failure = (0,_report_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .vmImageFailure */ .bP)(facts(), vm.error);
    ledger.note({ failure });
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(failure.message, failure.hint === undefined ? {} : { hint: failure.hint });
}
function progressOf({ console, state }, cloud) {
    return {
        notice: (message) => console.info(message),
        submitted: ({ id }) => (0,_running_js__WEBPACK_IMPORTED_MODULE_7__/* .saveRunning */ .LW)(state, { cloud: cloud.name, buildId: id, building: true, cancelAsked: false }),
    };
}
async function follow(step, cloud, derive) {
    const { console, ledger, settings, signal, state } = step;
    ledger.noteBuild({ vmImage: {} });
    const queued = await derive();
    // The container image's log is no log of the VM image.
    const { log: _log, ...silent } = cloud;
    (0,_follow_build_js__WEBPACK_IMPORTED_MODULE_5__/* .statusChanged */ .P)(step, silent, queued);
    const { build, end, elapsedMs, cancel } = await (0,_follow_build_js__WEBPACK_IMPORTED_MODULE_1__/* .followBuild */ .c)(silent, queued, {
        timeoutMs: settings.buildTimeoutMs,
        pollIntervalMs: settings.pollIntervalMs,
        signal,
        onLines: () => undefined,
        onStatus: (now) => (0,_follow_build_js__WEBPACK_IMPORTED_MODULE_5__/* .statusChanged */ .P)(step, silent, now),
        onNotice: (notice) => console.info(notice),
    });
    if (cancel?.outcome === 'incapable')
        console.warning(`${cloud.traits.title} cannot cancel builds: the VM image of build ${build.id} goes on there.`);
    (0,_running_js__WEBPACK_IMPORTED_MODULE_7__/* .saveRunning */ .LW)(state, { cloud: cloud.name, buildId: build.id, building: false, cancelAsked: false });
    const late = end === 'timed-out' && build.status !== 'succeeded';
    const vmImage = {
        status: late ? 'timed_out' : (_build_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .OUTPUT_STATUS */ .V3[build.status] ?? 'error'),
        seconds: (0,_build_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .secondsOf */ .TM)(build) ?? elapsedMs / 1000,
        ...(build.image !== undefined && build.status === 'succeeded' && { reference: build.image }),
    };
    ledger.noteBuild({ vmImage });
    const { details = {} } = ledger.extra();
    ledger.noteExtra({ details: { ...details, 'vm-image': vmImage } });
    return build;
}


/***/ })

};
