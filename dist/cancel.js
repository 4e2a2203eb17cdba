export const id = "cancel";
export const ids = ["cancel"];
export const modules = {

/***/ 1976:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   STOP_WITHIN_MS: function() { return /* binding */ STOP_WITHIN_MS; },
/* harmony export */   stopRunning: function() { return /* binding */ stopRunning; }
/* harmony export */ });
/* harmony import */ var _clouds_cloud_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8717);
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
/** Stops on the cloud what main left running there, and notes what became of it. */
async function stopRunning(console, cloud, left) {
    const scene = { console, cloud, signal: AbortSignal.timeout(STOP_WITHIN_MS) };
    const waiting = [...left];
    const work = async () => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
            await stopOne(scene, next);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
}
async function stopOne(scene, left) {
    const { submitting, building, buildId, cancelAsked, previewId } = left.running;
    const noteBuild = (build) => {
        left.facts = { ...left.facts, build };
    };
    if (submitting)
        noteBuild(await stopWithoutId(scene, submitting));
    if (building && buildId !== undefined && !cancelAsked)
        noteBuild(await stopBuild(scene, buildId));
    if (previewId !== undefined) {
        const deployment = await removePreview(scene, previewId);
        left.facts = { ...left.facts, deployment };
    }
}
/** @returns what became of the build */
async function stopBuild({ console, cloud, signal }, id) {
    const build = await cloud.get(id, (0,_deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .timeoutSignal */ ._)(signal, ASK_MS)).catch(asSilentFailure);
    if (build !== 'silent' && build && (0,_clouds_cloud_js__WEBPACK_IMPORTED_MODULE_4__/* .isBuildEnd */ .O)(build.status))
        return { id, status: _running_js__WEBPACK_IMPORTED_MODULE_3__/* .OUTPUT_STATUS */ .V3[build.status] ?? 'error' };
    const { title } = cloud.traits;
    const withinMs = build === 'silent' ? SILENT_CANCEL_MS : CANCEL_MS;
    const answer = await (0,_follow_cancel_js__WEBPACK_IMPORTED_MODULE_2__/* .cancelBuild */ .l)(cloud, id, { withinMs, signal });
    switch (answer.outcome) {
        case 'asked':
            console.info(`Build ${id} was left running: asked ${title} to cancel it.`);
            return { id, status: 'cancelled' };
        case 'over':
            console.info(`Build ${id} has ended at ${title}: there is nothing to cancel.`);
            return { id, status: 'cancelled' };
        case 'incapable':
            console.warning(`${title} cannot cancel builds: build ${id} goes on there.`);
            return { id, status: 'cancelled', goesOn: 'surely' };
        case 'failed':
            console.warning(`Build ${id} may go on at ${title}, as it could not be cancelled (${answer.reason}). Cancel it there.`);
            return { id, status: 'cancelled', goesOn: 'perhaps' };
    }
}
/** @returns what became of its rollout */
async function removePreview({ console, cloud, signal }, id) {
    try {
        const outcome = await cloud.deployments?.remove(id, signal);
        console.info(`Preview ${id} was still rolling out: ${outcome}.`);
        return { id, status: 'cancelled' };
    }
    catch (thrown) {
        const why = signal.aborted ? 'it gave no answer in time' : (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown);
        console.warning(`Preview ${id} could not be deleted: ${why}`);
        return { id, status: 'cancelled', goesOn: 'perhaps' };
    }
}
/** A request without a reply suggests that the next ones get none either. */
function asSilentFailure(thrown) {
    return thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j$ && thrown.status !== 0 ? undefined : 'silent';
}
/**
 * Main ended between sending a build and learning its id: the build is found by what was sent, if there is one.
 * @returns what became of it; empty where the cloud has none
 */
async function stopWithoutId(scene, submitting) {
    const { cloud, console } = scene;
    if (cloud.traits.startsBuildsById)
        return {};
    const signal = (0,_deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .timeoutSignal */ ._)(scene.signal, SEARCH_MS);
    let found = {};
    try {
        const { imageName, workingTreeHash, archive } = submitting;
        const filter = archive ?? { imageName, workingTreeHash };
        let seen = 0;
        for await (const build of cloud.list({ ...filter, atMost: MOST_CANDIDATES }, signal)) {
            if (isSubmitted(build, submitting))
                found = await stopBuild(scene, build.id);
            seen += 1;
            if (seen === MOST_CANDIDATES)
                break;
        }
        return found;
    }
    catch (thrown) {
        const why = signal.aborted ? 'it gave no answer in time' : (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown);
        const image = `${submitting.imageName}:${submitting.imageTag}`;
        console.warning(`Could not check whether ${cloud.traits.title} has begun to build ${image}: ${why}`);
        return { status: 'cancelled', goesOn: 'perhaps', ...found };
    }
}
/**
 * Whether this is the build that was sent: created around that time and not yet ended. Another run's equal build is
 * left alone.
 */
function isSubmitted(build, { imageTag, agent, archive, at }) {
    if ((0,_clouds_cloud_js__WEBPACK_IMPORTED_MODULE_4__/* .isBuildEnd */ .O)(build.status) || (archive === undefined && build.imageTag !== imageTag))
        return false;
    if (archive !== undefined)
        return isAroundThen(build, at);
    if (agent !== undefined && build.agentName !== agent && build.agentId !== agent)
        return false;
    return isAroundThen(build, at);
}
function isAroundThen({ createdAt = '' }, at) {
    return Math.abs(Date.parse(createdAt) - Date.parse(at)) <= _running_js__WEBPACK_IMPORTED_MODULE_3__/* .AWAITED_MS */ .Vq;
}


/***/ })

};
