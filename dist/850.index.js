export const id = 850;
export const ids = [850];
export const modules = {

/***/ 8462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ readBounded),
/* harmony export */   Vh: () => (/* binding */ readJson),
/* harmony export */   Xl: () => (/* binding */ ReplyFault)
/* harmony export */ });
/* unused harmony export LARGEST_REPLY */
/** Bytes of a JSON reply that are read at the most; the largest page we ask for stays far below. */
const LARGEST_REPLY = 10 * 1024 * 1024;
/** What is wrong with a reply's content, for the reader of the error; says nothing of the request. */
class ReplyFault extends Error {
    name = 'ReplyFault';
}
/**
 * The whole reply as a value, `undefined` where it is empty.
 *
 * @throws {ReplyFault} when it is too large or not JSON; a broken connection's error as it is.
 */
async function readJson(reply) {
    const { text, whole } = await readBounded(reply, LARGEST_REPLY);
    if (!whole)
        throw new ReplyFault(`the reply is larger than ${LARGEST_REPLY / 1024 / 1024} MiB`);
    if (text.trim() === '')
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        throw new ReplyFault(text.trimStart().startsWith('<') ? 'the reply is HTML, not JSON' : 'the reply is not JSON');
    }
}
/** The first `limit` bytes of a reply as text; what is left is dropped. */
async function readBounded(reply, limit) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of reply.body) {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes > limit)
            break;
    }
    if (bytes > limit)
        reply.discard();
    return { text: Buffer.concat(chunks).subarray(0, limit).toString('utf8'), whole: bytes <= limit };
}


/***/ }),

/***/ 529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ GRACE)
/* harmony export */ });
/** Milliseconds for which a cancelled step still awaits the id of what it has just made (docs/platform.md, Cancel). */
const GRACE = 2_500;


/***/ }),

/***/ 9850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dryRunRequests: () => (/* binding */ dryRunRequests),
/* harmony export */   initiate: () => (/* binding */ initiate)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _omit_undefined_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2156);
/* harmony import */ var _reply_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3809);
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(529);
/* harmony import */ var _quota_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(341);





const INITIATE_PATH = '/api/v1/images/build';
/**
 * Only what was given: without a visibility an existing tag keeps its own (contracts/prime.openapi.yaml,
 * initiateBuild). Snake case here, and never both spellings (contracts/README.md, disagreement 16).
 */
function initiateBody(request, team) {
    return (0,_omit_undefined_js__WEBPACK_IMPORTED_MODULE_2__/* .omitUndefined */ .O)({
        image_name: request.imageName,
        image_tag: request.imageTag,
        dockerfile_path: request.dockerfile,
        platform: request.platform,
        team_id: team,
        visibility: request.visibility?.toUpperCase(),
    });
}
/**
 * Registers a build and gets its upload URL. A lost answer took the URL with it, so that the request is just sent
 * again: what it leaves behind is a record that nobody starts, never a second build.
 *
 * @throws {UserError} where the quota is used up or the answer is not one.
 */
async function initiate(connection, request, progress, signal) {
    const call = {
        method: 'POST',
        path: INITIATE_PATH,
        json: initiateBody(request, connection.team),
        idempotent: true,
        graceMs: _connection_js__WEBPACK_IMPORTED_MODULE_3__/* .GRACE */ .Z,
        isFinal: _quota_js__WEBPACK_IMPORTED_MODULE_1__/* .isQuota */ .h,
        hints: { 403: 'Check `account-id`: the key must belong to that team and may build for it.' },
        signal,
    };
    const begin = (reply) => {
        const begun = readBegun((0,_reply_js__WEBPACK_IMPORTED_MODULE_4__/* .fieldsOf */ .Pf)(reply, 'a registered build'), request, connection.clock.now());
        progress.secret(begun.uploadUrl);
        connection.client.secret(begun.uploadUrl);
        connection.knownBuilds.note(begun.build.id);
        connection.knownBuilds.name(begun.build.id, begun.build);
        progress.submitted({ ...begun.build, unstarted: true });
        return begun;
    };
    return (0,_quota_js__WEBPACK_IMPORTED_MODULE_1__/* .underQuota */ .d)(connection, signal, () => connection.client.request(call, begin));
}
function readBegun(fields, request, now) {
    const id = (0,_reply_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(fields, 'build_id', 'buildId');
    const uploadUrl = (0,_reply_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(fields, 'upload_url', 'uploadUrl');
    if (id === undefined || uploadUrl === undefined) {
        const missing = id === undefined ? 'build_id' : 'upload_url';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The cloud registered the build, but its answer holds no \`${missing}\``, {
            hint: 'Check `base-url`; if it is right, the API has changed: please report it.',
        });
    }
    const seconds = Number(fields.expires_in ?? fields.expiresIn ?? Number.POSITIVE_INFINITY);
    const build = (0,_omit_undefined_js__WEBPACK_IMPORTED_MODULE_2__/* .omitUndefined */ .O)({
        id,
        status: 'queued',
        rawStatus: 'PENDING',
        imageName: request.imageName,
        imageTag: request.imageTag,
        image: (0,_reply_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(fields, 'fullImagePath', 'full_image_path'),
    });
    return {
        build,
        uploadUrl,
        expiresAt: now + (Number.isNaN(seconds) ? Number.POSITIVE_INFINITY : seconds * 1000),
    };
}
/** What a submit would send, for a dry run; the team is a credential's part and unknown there. */
function dryRunRequests(request) {
    return [
        { method: 'POST', path: INITIATE_PATH, fields: initiateBody(request, undefined) },
        {
            method: 'PUT',
            path: '<presigned URL>',
            fields: { 'content-type': 'application/octet-stream', 'content-length': String(request.archive.bytes) },
        },
        { method: 'POST', path: `${INITIATE_PATH}/<build id>/start`, fields: { context_uploaded: 'true' } },
    ];
}


/***/ }),

/***/ 341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ underQuota),
/* harmony export */   h: () => (/* binding */ isQuota)
/* harmony export */ });
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(604);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5071);
/* harmony import */ var _reply_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3809);



/** The answer that looks like a rate limit and never passes (contracts/README.md, disagreement 20). */
const QUOTA = /image (storage )?limit exceeded/i;
/** Images that are looked through for what could go, and milliseconds that this may take. */
const IMAGES = 250;
const LOOK = 5_000;
const NAMED = 3;
function isQuota({ status, detail }) {
    return status === 429 && QUOTA.test(detail);
}
/**
 * Runs a call that may meet an exhausted quota; the call itself must not be tried again then (`isFinal: isQuota`).
 *
 * @throws {UserError} that names what could be deleted; every other error as it is.
 */
async function underQuota(connection, signal, call) {
    try {
        return await call();
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j$) || !isQuota(error))
            throw error;
        const candidates = await deletable(connection, /storage/i.test(error.detail), signal);
        const named = candidates.length === 0 ? '' : `, for example ${candidates.join(', ')}`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`The account has no room for another image: ${error.detail}`, {
            hint: `Delete images at Prime Intellect that nobody needs any more${named}; then run the job again.`,
            cause: error,
        });
    }
}
/** The largest images where room is short, else the oldest. Not finding any is no further fault. */
async function deletable({ client, team }, byBytes, signal) {
    try {
        const images = await client.request({
            method: 'GET',
            path: '/api/v1/images',
            query: { teamId: team, limit: IMAGES },
            isFinal: () => true,
            signal: (0,_deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .timeoutSignal */ ._)(signal, LOOK),
        }, readImages);
        const order = byBytes
            ? (one, other) => other.bytes - one.bytes
            : (one, other) => one.at.localeCompare(other.at);
        return images.toSorted(order).slice(0, NAMED).map(words);
    }
    catch {
        return [];
    }
}
/** One image has several rows: its bytes are theirs together, its time is the newest. */
function readImages(reply) {
    const rows = (0,_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .isFields */ .Ce)(reply) && Array.isArray(reply.data) ? reply.data.filter(_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .isFields */ .Ce) : [];
    const images = new Map();
    for (const row of rows) {
        const name = nameOf(row);
        if (name === undefined)
            continue;
        const at = (0,_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .instantOf */ .B9)(row, 'pushedAt') ?? (0,_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .instantOf */ .B9)(row, 'completedAt') ?? (0,_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .instantOf */ .B9)(row, 'createdAt') ?? '';
        const known = images.get(name);
        const bytes = (known?.bytes ?? 0) + (typeof row.sizeBytes === 'number' ? row.sizeBytes : 0);
        images.set(name, { name, bytes, at: known && known.at > at ? known.at : at });
    }
    return [...images.values()];
}
function nameOf(row) {
    const name = (0,_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(row, 'imageName');
    const tag = (0,_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(row, 'imageTag');
    return (0,_reply_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(row, 'displayRef') ?? (name && tag ? `${name}:${tag}` : undefined);
}
function words({ name, bytes, at }) {
    const facts = [at.slice(0, 10), bytes > 0 ? `${Math.ceil(bytes / 1_000_000)} MB` : ''].filter(Boolean);
    return facts.length === 0 ? name : `${name} (${facts.join(', ')})`;
}


/***/ }),

/***/ 3809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ instantOf),
/* harmony export */   Ce: () => (/* binding */ isFields),
/* harmony export */   Pf: () => (/* binding */ fieldsOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   gZ: () => (/* binding */ demandedText)
/* harmony export */ });
/* harmony import */ var _http_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8462);

/** @throws {ReplyFault} naming what was expected. */
function fieldsOf(value, what) {
    if (isFields(value))
        return value;
    throw new _http_json_js__WEBPACK_IMPORTED_MODULE_0__/* .ReplyFault */ .Xl(`the reply holds ${kindOf(value)} where ${what} was expected`);
}
function isFields(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The first of these members that is a text with something in it. */
function textOf(fields, ...names) {
    for (const name of names) {
        const value = fields[name];
        if (typeof value === 'string' && value !== '')
            return value;
    }
    return undefined;
}
/** @throws {ReplyFault} naming the member and what stands in its place. */
function demandedText(fields, what, ...names) {
    const found = textOf(fields, ...names);
    if (found !== undefined)
        return found;
    const name = names[0] ?? '';
    const state = fields[name] === undefined ? 'is missing' : `is ${kindOf(fields[name])}, not a text`;
    throw new _http_json_js__WEBPACK_IMPORTED_MODULE_0__/* .ReplyFault */ .Xl(`\`${name}\` of ${what} ${state} in the reply`);
}
/** An instant as ISO 8601 in UTC; servers that leave the zone out mean UTC. */
function instantOf(fields, ...names) {
    const text = textOf(fields, ...names);
    if (text === undefined)
        return undefined;
    const zoned = /(z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`;
    const time = Date.parse(zoned);
    return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
function kindOf(value) {
    if (value === undefined)
        return 'nothing';
    if (value === null)
        return 'null';
    if (value === '')
        return 'an empty text';
    return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
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


/***/ })

};
