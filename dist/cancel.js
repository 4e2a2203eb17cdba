export const id = "cancel";
export const ids = ["cancel"];
export const modules = {

/***/ 1976:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   STOP_WITHIN_MS: function() { return /* binding */ STOP_WITHIN_MS; },
/* harmony export */   stopRunning: function() { return /* binding */ stopRunning; }
/* harmony export */ });
/* harmony import */ var _clouds_cloud_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2844);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(604);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5071);
/* harmony import */ var _follow_cancel_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6142);
/* harmony import */ var _running_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8103);





/** Milliseconds. Post could run for minutes, but a person waits for the cancelled job. */
const STOP_WITHIN_MS = 20_000;
/** Part of these: for the cancel and its retries. */
const CANCEL_MS = 16_000;
/** For asking whether the build has ended. Short: cancelling an ended build does no harm. */
const ASK_MS = 3_000;
/** For the cancel, if the cloud did not answer the status request: post then ends within 10 seconds. */
const SILENT_CANCEL_MS = 4_500;
/** For the search for a build whose id is not known. */
const SEARCH_MS = 8_000;
/** Builds of one image that are checked. */
const MOST_CANDIDATES = 50;
/** Parallel requests: a hundred builds are stopped within some seconds, without a hundred connections. */
const AT_ONCE = 25;
/** Stops on the cloud what main left running there. @throws what the cloud answered to the teardown of a preview */
async function stopRunning(console, cloud, running) {
    const scene = { console, cloud, signal: AbortSignal.timeout(STOP_WITHIN_MS) };
    const waiting = [...running];
    const faults = [];
    const work = async () => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
            await stopOne(scene, next).catch((thrown) => faults.push(thrown));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (faults.length > 0)
        throw faults[0];
}
async function stopOne(scene, running) {
    const { console, cloud } = scene;
    if (running.submitting)
        await stopWithoutId(scene, running.submitting);
    if (running.building && running.buildId !== undefined && !running.cancelAsked) {
        await stopBuild(scene, running.buildId);
    }
    if (running.previewId !== undefined && cloud.deployments) {
        const outcome = await cloud.deployments.remove(running.previewId, scene.signal);
        console.info(`Preview ${running.previewId} was still rolling out: ${outcome}.`);
    }
}
async function stopBuild({ console, cloud, signal }, id) {
    const build = await cloud.get(id, (0,_deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .timeoutSignal */ ._)(signal, ASK_MS)).catch(asSilentFailure);
    if (build !== 'silent' && build && (0,_clouds_cloud_js__WEBPACK_IMPORTED_MODULE_4__/* .isBuildEnd */ .O)(build.status))
        return;
    const { title } = cloud.traits;
    const withinMs = build === 'silent' ? SILENT_CANCEL_MS : CANCEL_MS;
    const answer = await (0,_follow_cancel_js__WEBPACK_IMPORTED_MODULE_2__/* .cancelBuild */ .l)(cloud, id, { withinMs, signal });
    switch (answer.outcome) {
        case 'asked':
            return console.info(`Build ${id} was left running: asked ${title} to cancel it.`);
        case 'over':
            return console.info(`Build ${id} has ended at ${title}: there is nothing to cancel.`);
        case 'incapable':
            return console.info(`${title} cannot cancel builds: build ${id} goes on there.`);
        case 'failed':
            return console.warning(`Build ${id} may go on at ${title}, as it could not be cancelled (${answer.reason}). Cancel it there.`);
    }
}
/** A request without a reply suggests that the next ones get none either. */
function asSilentFailure(thrown) {
    return thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j$ && thrown.status !== 0 ? undefined : 'silent';
}
/** Main ended between sending a build and learning its id: the build is found by what was sent, if there is one. */
async function stopWithoutId(scene, submitting) {
    const { cloud, console } = scene;
    const signal = (0,_deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .timeoutSignal */ ._)(scene.signal, SEARCH_MS);
    if (!cloud.cancel)
        return;
    try {
        const filter = { imageName: submitting.imageName, workingTreeHash: submitting.workingTreeHash };
        let seen = 0;
        for await (const build of cloud.list({ ...filter, atMost: MOST_CANDIDATES }, signal)) {
            if (isSubmitted(build, submitting))
                await stopBuild(scene, build.id);
            seen += 1;
            if (seen === MOST_CANDIDATES)
                return;
        }
    }
    catch (thrown) {
        const why = signal.aborted ? 'it gave no answer in time' : (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown);
        const image = `${submitting.imageName}:${submitting.imageTag}`;
        console.warning(`Could not check whether ${cloud.traits.title} has begun to build ${image}: ${why}`);
    }
}
/**
 * Whether this is the build that was sent: created around that time and not yet ended. Another run's equal build is
 * left alone.
 */
function isSubmitted(build, { imageTag, agent, at }) {
    if ((0,_clouds_cloud_js__WEBPACK_IMPORTED_MODULE_4__/* .isBuildEnd */ .O)(build.status) || build.imageTag !== imageTag)
        return false;
    if (agent !== undefined && build.agentName !== agent && build.agentId !== agent)
        return false;
    return Math.abs(Date.parse(build.createdAt ?? '') - Date.parse(at)) <= _running_js__WEBPACK_IMPORTED_MODULE_3__/* .AWAITED_MS */ .Vq;
}


/***/ })

};
