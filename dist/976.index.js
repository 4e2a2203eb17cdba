export const id = 976;
export const ids = [976];
export const modules = {

/***/ 2844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ isBuildEnd)
/* harmony export */ });
/**
 * The words all modules share. A cloud is what it can do, not what it is called: modules ask for the
 * capability (`cloud.cancel`, `cloud.previews`), never for the name.
 * Every cloud's own spelling ends at its file's parser.
 */

function isBuildEnd(status) {
    return status !== 'queued' && status !== 'running' && status !== 'unknown';
}


/***/ }),

/***/ 604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dc: () => (/* binding */ graceAfter),
/* harmony export */   T9: () => (/* binding */ runWithin),
/* harmony export */   Wh: () => (/* binding */ unlessAborted),
/* harmony export */   XR: () => (/* binding */ LATE),
/* harmony export */   Xu: () => (/* binding */ childScope),
/* harmony export */   _: () => (/* binding */ timeoutSignal),
/* harmony export */   ww: () => (/* binding */ attemptDeadline)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/**
 * Every way in which a wait ends before what it waits for: one idea, an `AbortSignal` that fires with its parent or after
 * a time, whichever comes first. Timers hold their signals, and a parent is forgotten when the wait is over:
 * `AbortSignal.any` and `AbortSignal.timeout` promise neither on Node 20 (nodejs/node#57736).
 */

/**
 * A signal that fires with `signal`, or after `ms` milliseconds, whichever comes first. In place of
 * `AbortSignal.timeout`, whose signal the collector takes where only an `AbortSignal.any` knows of it, so that it never
 * fires (nodejs/node#57736): here the running timer holds it.
 */
function timeoutSignal(signal, ms) {
    const over = new AbortController();
    const timer = setTimeout(() => over.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM(`${ms} ms have passed`)), ms);
    // A process that has nothing else to do need not wait for it.
    timer.unref();
    const sooner = AbortSignal.any([signal, over.signal]);
    // One that nobody listens to may forget that its source has fired (nodejs/node#65995).
    sooner.addEventListener('abort', () => clearTimeout(timer), { once: true });
    return sooner;
}
/** What `runWithin` resolves to where the task was not done in time. */
const LATE = Symbol('late');
/**
 * Runs `task` for at most `ms` milliseconds. Its signal fires when the time is over or `signal` does, and the
 * wait ends even where the task does not heed it.
 * @throws {AbortedError} when `signal` fires first, or whatever the task throws
 */
async function runWithin(ms, task, { clock, signal }) {
    const scope = childScope(signal);
    try {
        return await Promise.race([
            task(scope.signal),
            clock.sleep(Math.min(Math.max(ms, 0), 2 ** 31 - 1), scope.signal).then(() => LATE),
        ]);
    }
    finally {
        scope.end();
    }
}
/** Passes on what `promise` becomes, unless `signal` fires first; for sources that may not heed their signal. */
async function unlessAborted(promise, signal) {
    let leave = () => undefined;
    const left = new Promise((_resolve, reject) => {
        leave = () => reject(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM('the wait was aborted'));
    });
    if (signal.aborted)
        leave();
    signal.addEventListener('abort', leave, { once: true });
    try {
        return await Promise.race([promise, left]);
    }
    finally {
        signal.removeEventListener('abort', leave);
    }
}
/** A scope that ends with its parent or by itself. `AbortSignal.any` would hold on to the parent in Node 20. */
function childScope(parent) {
    const controller = new AbortController();
    const end = () => {
        parent.removeEventListener('abort', end);
        controller.abort();
    };
    if (parent.aborted)
        controller.abort();
    else
        parent.addEventListener('abort', end, { once: true });
    return { signal: controller.signal, end };
}
/** A scope that ends with `signal`, or `ms` milliseconds after `event` has fired. */
function graceAfter(event, ms, { clock, signal }) {
    const scope = childScope(signal);
    const begin = () => void clock.sleep(ms, scope.signal).then(scope.end, () => undefined);
    if (event.aborted)
        begin();
    else
        event.addEventListener('abort', begin, { once: true });
    const end = () => {
        event.removeEventListener('abort', begin);
        scope.end();
    };
    return { signal: scope.signal, end };
}
/**
 * A signal for one attempt. Made by hand because `AbortSignal.any` holds its result for as long as the caller's
 * signal lives on Node 20, and a phase makes hundreds of requests under one signal.
 */
function attemptDeadline(caller, { timeoutMs, graceMs }) {
    const controller = new AbortController();
    const timers = [];
    let timedOut = false;
    const onAbort = () => {
        const grace = graceMs();
        if (grace > 0)
            timers.push(setTimeout(() => controller.abort(caller.reason), grace));
        else
            controller.abort(caller.reason);
    };
    if (caller.aborted)
        controller.abort(caller.reason);
    else
        caller.addEventListener('abort', onAbort, { once: true });
    if (timeoutMs !== undefined) {
        const onTime = () => {
            timedOut = true;
            controller.abort();
        };
        timers.push(setTimeout(onTime, timeoutMs));
    }
    return {
        signal: controller.signal,
        timedOut: () => timedOut,
        release: () => {
            caller.removeEventListener('abort', onAbort);
            for (const timer of timers)
                clearTimeout(timer);
        },
    };
}


/***/ }),

/***/ 3761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ cancelBuild)
/* harmony export */ });
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(604);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5071);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5284);



/**
 * Asks the cloud to cancel a build: one effective request, repeated only where it can have had no effect or asking
 * again does no harm (the call is idempotent: sgp.openapi.yaml, `cancelBuild`). Never throws and never outlasts its time.
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
/** 409 is "nothing to cancel" (sgp.openapi.yaml, `cancelBuild`); a build that is gone needs no cancelling. */
function isOver(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j$ && (error.status === 404 || error.status === 409 || error.status === 410);
}
function delayOf(error, attempt) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j$))
        return undefined;
    const passing = error.status === 0 || error.status === 408 || error.status === 429 || error.status >= 500;
    return passing ? Math.min(200 * 2 ** (attempt - 1), 2000) : undefined;
}


/***/ }),

/***/ 1976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   STOP_WITHIN_MS: () => (/* binding */ STOP_WITHIN_MS),
/* harmony export */   stopRunning: () => (/* binding */ stopRunning)
/* harmony export */ });
/* harmony import */ var _clouds_cloud_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2844);
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(604);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5071);
/* harmony import */ var _follow_cancel_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3761);
/* harmony import */ var _running_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8103);





/** Post has minutes, but whoever cancelled is waiting. Milliseconds. */
const STOP_WITHIN_MS = 20_000;
/** Of these, for the cancel and its further attempts. */
const CANCEL_MS = 16_000;
/** Whether the build has ended is worth knowing, not worth waiting for: cancelling an ended build does no harm. */
const ASK_MS = 3_000;
/** Builds of one image that are looked at. */
const MOST_CANDIDATES = 50;
/** Requests at once: a hundred builds are stopped within some seconds, and no cloud is met with a hundred connections. */
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
        await stopUnnamed(scene, running.submitting);
    if (running.building && running.buildId !== undefined && !running.cancelAsked) {
        await stopBuild(scene, running.buildId);
    }
    if (running.previewId !== undefined && cloud.deployments) {
        const outcome = await cloud.deployments.remove(running.previewId, scene.signal);
        console.info(`Preview ${running.previewId} was left rolling out: ${outcome}.`);
    }
}
async function stopBuild({ console, cloud, signal }, id) {
    const build = await cloud.get(id, (0,_deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .timeoutSignal */ ._)(signal, ASK_MS)).catch(() => undefined);
    if (build && (0,_clouds_cloud_js__WEBPACK_IMPORTED_MODULE_4__/* .isBuildEnd */ .O)(build.status))
        return;
    const { title } = cloud.traits;
    const answer = await (0,_follow_cancel_js__WEBPACK_IMPORTED_MODULE_2__/* .cancelBuild */ .l)(cloud, id, { withinMs: CANCEL_MS, signal });
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
/** Main ended between sending a build and learning its id: the build is found by what was sent, if there is one. */
async function stopUnnamed(scene, submitting) {
    const { cloud, console, signal } = scene;
    if (!cloud.cancel)
        return;
    try {
        const filter = { imageName: submitting.imageName, workingTreeHash: submitting.workingTreeHash };
        let seen = 0;
        for await (const build of cloud.list({ ...filter, atMost: MOST_CANDIDATES }, signal)) {
            if (isThat(build, submitting))
                await stopBuild(scene, build.id);
            seen += 1;
            if (seen === MOST_CANDIDATES)
                return;
        }
    }
    catch (thrown) {
        const why = signal.aborted ? 'it gave no answer in time' : (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown);
        console.warning(`Whether ${cloud.traits.title} has begun a build is unknown: ${why}`);
    }
}
/** Made around the time of sending, by either clock, and not yet over: another run's equal build is left alone. */
function isThat(build, { imageTag, agent, at }) {
    if ((0,_clouds_cloud_js__WEBPACK_IMPORTED_MODULE_4__/* .isBuildEnd */ .O)(build.status) || build.imageTag !== imageTag)
        return false;
    if (agent !== undefined && build.agentName !== agent && build.agentId !== agent)
        return false;
    return Math.abs(Date.parse(build.createdAt ?? '') - Date.parse(at)) <= _running_js__WEBPACK_IMPORTED_MODULE_3__/* .AWAITED_MS */ .Vq;
}


/***/ })

};
