export const id = "cloud-prime-request";
export const ids = ["cloud-prime-request"];
export const modules = {

/***/ 529:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: function() { return /* binding */ GRACE; }
/* harmony export */ });
/** Milliseconds for which a cancelled step still awaits the id of what it has just made (docs/platform.md, Cancel). */
const GRACE = 2_500;


/***/ }),

/***/ 9850:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   INITIATE_PATH: function() { return /* binding */ INITIATE_PATH; },
/* harmony export */   dryRunRegister: function() { return /* binding */ dryRunRegister; },
/* harmony export */   dryRunRequests: function() { return /* binding */ dryRunRequests; },
/* harmony export */   dryRunVisibility: function() { return /* reexport safe */ _visibility_js__WEBPACK_IMPORTED_MODULE_2__.dX; },
/* harmony export */   initiate: function() { return /* binding */ initiate; },
/* harmony export */   sourceBody: function() { return /* binding */ sourceBody; }
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _omit_undefined_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2156);
/* harmony import */ var _reply_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3809);
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(529);
/* harmony import */ var _quota_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(341);
/* harmony import */ var _visibility_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3757);






const INITIATE_PATH = '/api/v1/images/build';
/**
 * Only what was given: without a visibility an existing tag keeps its own (contracts/prime.openapi.yaml,
 * initiateBuild). Snake case here, and never both spellings (contracts/README.md, disagreement 16).
 */
function initiateBody(request, team) {
    return (0,_omit_undefined_js__WEBPACK_IMPORTED_MODULE_3__/* .omitUndefined */ .O)({
        image_name: request.imageName,
        image_tag: request.imageTag,
        dockerfile_path: request.dockerfile,
        platform: request.platform,
        team_id: team,
        visibility: request.visibility?.toUpperCase(),
    });
}
/**
 * Registers a build and gets its upload URL. If the answer is lost, the URL is lost with it, so the request is sent
 * again. That leaves a record that nobody starts, never a second build.
 *
 * @throws {UserError} where the quota is used up or the answer cannot be used.
 */
async function initiate(connection, request, progress, signal) {
    const call = {
        method: 'POST',
        path: INITIATE_PATH,
        json: initiateBody(request, connection.team),
        idempotent: true,
        graceMs: _connection_js__WEBPACK_IMPORTED_MODULE_4__/* .GRACE */ .Z,
        isFinal: _quota_js__WEBPACK_IMPORTED_MODULE_1__/* .isQuota */ .h,
        hints: { 403: 'Check `account-id`: the key must belong to that team and may build for it.' },
        signal,
    };
    const begin = (reply) => {
        const begun = readBegun((0,_reply_js__WEBPACK_IMPORTED_MODULE_5__/* .fieldsOf */ .Pf)(reply, 'a registered build'), request, connection.clock.now());
        progress.secret(begun.uploadUrl);
        connection.client.secret(begun.uploadUrl);
        connection.knownBuilds.note(begun.build.id);
        connection.knownBuilds.name(begun.build.id, begun.build);
        progress.submitted({ ...begun.build, unstarted: true });
        return begun;
    };
    return (0,_quota_js__WEBPACK_IMPORTED_MODULE_1__/* .withQuotaHint */ .M)(connection, signal, () => connection.client.request(call, begin));
}
function readBegun(fields, request, now) {
    const id = (0,_reply_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(fields, 'build_id', 'buildId');
    const uploadUrl = (0,_reply_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(fields, 'upload_url', 'uploadUrl');
    if (id === undefined || uploadUrl === undefined) {
        const missing = id === undefined ? 'build_id' : 'upload_url';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The cloud registered the build, but its answer holds no \`${missing}\``, {
            hint: 'Check `base-url`; if it is right, the API has changed: please report it.',
        });
    }
    const seconds = Number(fields.expires_in ?? fields.expiresIn ?? Number.POSITIVE_INFINITY);
    const build = (0,_omit_undefined_js__WEBPACK_IMPORTED_MODULE_3__/* .omitUndefined */ .O)({
        id,
        status: 'queued',
        rawStatus: 'PENDING',
        imageName: request.imageName,
        imageTag: request.imageTag,
        image: (0,_reply_js__WEBPACK_IMPORTED_MODULE_5__/* .textOf */ .b6)(fields, 'fullImagePath', 'full_image_path'),
    });
    return {
        build,
        uploadUrl,
        expiresAt: now + (Number.isNaN(seconds) ? Number.POSITIVE_INFINITY : seconds * 1000),
    };
}
/** What a submit would send, for a dry run; the team belongs to the credentials and is unknown there. */
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
/** Name and tag both or neither; a shared image has neither, and no team. */
function sourceBody(request, team) {
    const { image, imageName, imageTag, isNamed, isShared, platform, visibility } = request;
    return (0,_omit_undefined_js__WEBPACK_IMPORTED_MODULE_3__/* .omitUndefined */ .O)({
        source_image: image,
        platform,
        ...(isShared
            ? { owner_scope: 'platform', visibility: 'PUBLIC' }
            : { team_id: team, visibility: visibility?.toUpperCase() }),
        ...(isNamed && { image_name: imageName, image_tag: imageTag }),
    });
}
/** What it would send, for a dry run; the team belongs to the credentials and is unknown there. */
function dryRunRegister(request) {
    return [{ method: 'POST', path: INITIATE_PATH, fields: sourceBody(request, undefined) }];
}


/***/ }),

/***/ 341:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: function() { return /* binding */ withQuotaHint; },
/* harmony export */   h: function() { return /* binding */ isQuota; }
/* harmony export */ });
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(604);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5071);
/* harmony import */ var _reply_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3809);



/** The answer that looks like a rate limit and never passes (contracts/README.md, disagreement 20). */
const QUOTA = /image (storage )?limit exceeded/i;
/** Images that are read to find some that could be deleted, and milliseconds for that. */
const IMAGES = 250;
const LOOK = 5_000;
const NAMED = 3;
function isQuota({ status, detail }) {
    return status === 429 && QUOTA.test(detail);
}
/**
 * Runs a call that may fail on an exhausted quota; the call must not be retried then (`isFinal: isQuota`).
 *
 * @throws {UserError} that names what could be deleted; every other error as it is.
 */
async function withQuotaHint(connection, signal, call) {
    try {
        return await call();
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j$) || !isQuota(error))
            throw error;
        const candidates = await deletable(connection, /storage/i.test(error.detail), signal);
        const named = candidates.length === 0 ? '' : `, for example ${candidates.join(', ')}`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`The account’s quota for images is used up: ${error.detail}`, {
            hint: `Delete images at Prime Intellect that nobody needs any more${named}; then run the job again.`,
            cause: error,
        });
    }
}
/** The largest images where storage is short, else the oldest. An error here is ignored. */
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
/** One image has several rows: its size is their sum, its time is the newest. */
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

/***/ 3757:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: function() { return /* binding */ IMAGES_PATH; },
/* harmony export */   dX: function() { return /* binding */ dryRunVisibility; },
/* harmony export */   nR: function() { return /* binding */ visibilityBody; }
/* harmony export */ });
const IMAGES_PATH = '/api/v1/images';
/** The change of one image that exists (contracts/prime.openapi.yaml, updateImages). */
function visibilityBody(image, visibility, owner) {
    const { imageName: name, imageTag: tag } = image;
    const update = { source: { owner, name, tag }, set: { visibility: visibility.toUpperCase() } };
    return { mode: 'explicit', dryRun: false, updates: [update] };
}
/** What it would send, for a dry run; the owner belongs to the credentials and is unknown there. */
function dryRunVisibility(image, visibility) {
    const body = visibilityBody(image, visibility, { type: 'as the key has it' });
    const fields = Object.entries(body).map(([name, value]) => [name, inWords(value)]);
    return [{ method: 'PATCH', path: IMAGES_PATH, fields: Object.fromEntries(fields) }];
}
function inWords(value) {
    return typeof value === 'string' ? value : JSON.stringify(value);
}


/***/ })

};
