export const id = "shared";
export const ids = ["shared"];
export const modules = {

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


/***/ })

};
