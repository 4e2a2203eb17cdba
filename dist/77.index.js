export const id = 77;
export const ids = [77];
export const modules = {

/***/ 7941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ refuseTooLarge)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);

/**
 * Before anything is sent: an upload of so many bytes would be refused at its end.
 * @throws {UserError} where the archive has more bytes than the cloud takes
 */
function refuseTooLarge({ archive }, traits) {
    const { refuseAbove } = traits.archiveLimit;
    if (archive.bytes <= refuseAbove)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The archive has ${archive.bytes} bytes; more than ${refuseAbove} are not sent`, {
        hint: 'Leave more out by the ignore file, or choose a smaller `context`.',
    });
}


/***/ }),

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

/***/ 8077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openPrime: () => (/* binding */ openPrime)
});

// EXTERNAL MODULE: ./lib/src/wait.js + 2 modules
var wait = __webpack_require__(5284);
// EXTERNAL MODULE: ./lib/src/clouds/http.js + 16 modules
var http = __webpack_require__(2583);
// EXTERNAL MODULE: ./lib/src/omit-undefined.js
var omit_undefined = __webpack_require__(2156);
// EXTERNAL MODULE: ./lib/src/clouds/cloud.js
var cloud = __webpack_require__(2844);
// EXTERNAL MODULE: ./lib/src/clouds/reply.js
var clouds_reply = __webpack_require__(3809);
;// CONCATENATED MODULE: ./lib/src/clouds/prime/build-record.js




/** In lower case; what is not listed is `unknown` (contracts/prime.openapi.yaml, getBuild). */
const STATUSES = {
    pending: 'queued',
    uploading: 'queued',
    building: 'running',
    completed: 'succeeded',
    failed: 'failed',
    cancelled: 'cancelled',
    canceled: 'cancelled',
};
const CONTAINER_IMAGE = 'CONTAINER_IMAGE';
const VM_IMAGE = 'VM_SANDBOX';
const VM_IMAGE_KIND = 'VM image';
const KIND_WORDS = {
    [CONTAINER_IMAGE]: 'container image',
    [VM_IMAGE]: VM_IMAGE_KIND,
};
/** @throws {ReplyFault} where not even a status is told, which alone must be enough. */
function readGroup(reply) {
    const fields = (0,clouds_reply/* fieldsOf */.Pf)(reply, 'a build');
    const rawStatus = (0,clouds_reply/* demandedText */.gZ)(fields, 'the build', 'status');
    const rows = Array.isArray(fields.artifacts) ? fields.artifacts.filter(clouds_reply/* isFields */.Ce) : [];
    return { fields, rawStatus, artifacts: rows.map((row) => readArtifact(row, rawStatus)) };
}
function readArtifact(fields, groupStatus) {
    const rawStatus = (0,clouds_reply/* textOf */.b6)(fields, 'status') ?? groupStatus;
    const type = typeOf(fields);
    return (0,omit_undefined/* omitUndefined */.O)({
        id: (0,clouds_reply/* textOf */.b6)(fields, 'id'),
        kind: Object.hasOwn(KIND_WORDS, type) ? (KIND_WORDS[type] ?? type) : type,
        status: statusOf(rawStatus),
        rawStatus,
        image: imageIn(fields),
        error: errorIn(fields),
        type,
        fields,
    });
}
function typeOf(fields) {
    return (0,clouds_reply/* textOf */.b6)(fields, 'artifactType', 'artifact_type')?.toUpperCase() ?? CONTAINER_IMAGE;
}
function statusOf(rawStatus) {
    const word = rawStatus.toLowerCase();
    return (Object.hasOwn(STATUSES, word) ? STATUSES[word] : undefined) ?? 'unknown';
}
function imageIn(fields) {
    return (0,clouds_reply/* textOf */.b6)(fields, 'fullImagePath', 'full_image_path');
}
function errorIn(fields) {
    return (0,clouds_reply/* textOf */.b6)(fields, 'errorMessage', 'error_message');
}
/**
 * The build as its container image's: image and error from that artifact first, then any, then the top level.
 *
 * @param askedId what was asked for, as an answer with nothing but a status must do; a listed build has its own id.
 * @throws {ReplyFault} naming the member without which nothing can be done.
 */
function readBuild(reply, askedId) {
    const group = readGroup(reply);
    const container = group.artifacts.find(({ type }) => type === CONTAINER_IMAGE);
    const sources = [...(container ? [container] : []), ...group.artifacts].map(({ fields }) => fields);
    return buildOf(group, container, [...sources, group.fields], askedId);
}
/**
 * @param subject the artifact whose end is the build's; without one the group's own status decides.
 * @param sources where image and error are looked for, in this order.
 */
function buildOf(group, subject, sources, askedId) {
    const { fields, artifacts } = group;
    const { status, rawStatus } = verdict(group, subject);
    const times = subject ? [subject.fields, fields] : [fields];
    const id = askedId ?? (0,clouds_reply/* textOf */.b6)(fields, 'id', 'build_id', 'buildId');
    if (id === undefined)
        throw new http/* ReplyFault */.Xl('`id` of the build is missing in the reply');
    return (0,omit_undefined/* omitUndefined */.O)({
        id,
        status,
        rawStatus,
        imageName: (0,clouds_reply/* textOf */.b6)(fields, 'imageName', 'image_name'),
        imageTag: (0,clouds_reply/* textOf */.b6)(fields, 'imageTag', 'image_tag'),
        image: firstOf(sources, imageIn),
        createdAt: (0,clouds_reply/* instantOf */.B9)(fields, 'createdAt', 'created_at'),
        startedAt: firstOf(times, (from) => (0,clouds_reply/* instantOf */.B9)(from, 'startedAt', 'started_at')),
        endedAt: firstOf(times, (from) => (0,clouds_reply/* instantOf */.B9)(from, 'completedAt', 'completed_at')),
        error: status === 'succeeded' ? undefined : firstOf(sources, errorIn),
        artifacts: artifacts.length === 0 ? undefined : artifacts.map(bare),
    });
}
function firstOf(sources, read) {
    for (const source of sources) {
        const found = read(source);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/**
 * The group's status lags behind and covers what nobody asked for, so that the artifact's own end wins. A group
 * that has ended without it has ended for it as well, unless another artifact is what ended the group.
 */
function verdict(group, subject) {
    const whole = { status: statusOf(group.rawStatus), rawStatus: group.rawStatus };
    if (!subject || subject.status === whole.status)
        return whole;
    const others = group.artifacts.filter((one) => one !== subject);
    const endedAlone = (0,cloud/* isBuildEnd */.O)(whole.status) && !others.some(({ status }) => status === whole.status);
    return !(0,cloud/* isBuildEnd */.O)(subject.status) && endedAlone ? whole : subject;
}
function bare({ type: _type, fields: _fields, ...artifact }) {
    return artifact;
}

// EXTERNAL MODULE: ./lib/src/clouds/unordered-list.js
var unordered_list = __webpack_require__(5650);
;// CONCATENATED MODULE: ./lib/src/clouds/prime/pages.js



const PATH = '/api/v1/images/builds';
/** Records a page. */
const LIMIT = 100;
/** Beyond 2,000 builds the list is cut (docs/clouds.md, Prime). */
const PAGES = 20;
/** All builds of the account, newest first (contracts/prime.openapi.yaml, listBuilds), page by page. */
function pagesOf(client, read, signal) {
    const page = (offset) => client.request({ method: 'GET', path: PATH, query: { offset, limit: LIMIT }, signal }, (reply) => readPage(reply, read));
    return (0,unordered_list/* newestFirst */.l)({ page, limit: LIMIT, pages: PAGES });
}
/** The total may be told in either spelling or not at all (contracts/README.md, disagreement 18). */
function readPage(reply, read) {
    const fields = (0,clouds_reply/* fieldsOf */.Pf)(reply, 'a page of builds');
    if (!Array.isArray(fields.data))
        throw new http/* ReplyFault */.Xl('`data` is missing in the reply, or is no list');
    const total = [fields.total_count, fields.totalCount].find((value) => typeof value === 'number');
    return { builds: fields.data.map((record) => read(record)), total: total };
}

;// CONCATENATED MODULE: ./lib/src/clouds/prime/builds.js



function buildPath(buildId) {
    return `/api/v1/images/build/${(0,http/* segment */.mX)(buildId)}`;
}
function createBuilds(client, knownBuilds) {
    const hints = { 404: 'The account has no such build: check `build-id`, `api-key` and `account-id`.' };
    const get = (buildId, signal) => client.request({ method: 'GET', path: buildPath(buildId), hints, signal }, (reply) => knownBuilds.read(reply, buildId));
    return {
        get: (buildId, signal) => knownBuilds.await(buildId, () => get(buildId, signal), signal),
        list: (filter, signal) => listed(client, filter, signal),
    };
}
/** The API has no filters (contracts/prime.openapi.yaml, listBuilds). */
async function* listed(client, filter, signal) {
    const { since } = filter;
    for await (const page of pagesOf(client, readBuild, signal)) {
        for (const build of page) {
            if (since !== undefined && build.createdAt !== undefined && build.createdAt < since)
                return;
            if (fits(build, filter))
                yield build;
        }
    }
}
/** What the API does not record (agents, hashes) fits no filter. */
function fits(build, filter) {
    const { atMost: _atMost, since: _since, contextHash, ...wanted } = filter;
    if (contextHash !== undefined)
        return false;
    return Object.entries(wanted).every(([name, value]) => value === undefined || build[name] === value);
}

// EXTERNAL MODULE: ./lib/src/clouds/read-after-write.js
var read_after_write = __webpack_require__(1456);
;// CONCATENATED MODULE: ./lib/src/clouds/prime/vm-record.js

/**
 * The group as its VM image's: the container image beside it is long finished (contracts/prime.openapi.yaml,
 * buildVmImage). While the artifact is not listed yet, it is queued.
 */
function readVmImage(reply, id, derived) {
    const group = readGroup(reply);
    const subject = findVmImage(group, derived);
    // The container image's reference and error are not the VM image's.
    if (subject)
        return buildOf(group, subject, [subject.fields], id);
    const speaksOfIt = typeOf(group.fields) === VM_IMAGE || (!derived.sharesGroup && group.artifacts.length === 0);
    if (speaksOfIt)
        return buildOf(group, undefined, [group.fields], id);
    const { endedAt: _endedAt, ...build } = buildOf(group, undefined, [], id);
    return { ...build, status: 'queued', rawStatus: 'PENDING' };
}
function findVmImage({ artifacts }, { artifactId, before }) {
    const fresh = artifacts.filter(({ type, id }) => type === VM_IMAGE && !(id !== undefined && before.has(id)));
    return fresh.find(({ id }) => id !== undefined && id === artifactId) ?? fresh.at(-1);
}

;// CONCATENATED MODULE: ./lib/src/clouds/prime/known-builds.js



function createKnownBuilds(clock) {
    const names = new Map();
    const derivations = new Map();
    const read = (reply, id) => {
        const derived = derivations.get(id);
        if (derived)
            return { ...withoutImage(names.get(id)), ...readVmImage(reply, id, derived) };
        const build = readBuild(reply, id);
        return { ...(build.status === 'succeeded' ? names.get(id) : withoutImage(names.get(id))), ...build };
    };
    return {
        ...(0,read_after_write/* createRecentIds */.U)(clock),
        name: (id, known) => void names.set(id, known),
        derive: (id, derived) => void derivations.set(id, derived),
        read,
    };
}
/** A reference is told by initiate for an image that is still to be built. */
function withoutImage(names) {
    const { image: _image, ...rest } = names ?? {};
    return rest;
}

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
// EXTERNAL MODULE: ./lib/src/clouds/archive-limit.js
var archive_limit = __webpack_require__(7941);
// EXTERNAL MODULE: ./lib/src/clouds/send-once.js
var send_once = __webpack_require__(4085);
// EXTERNAL MODULE: ./lib/src/clouds/traits.js
var traits = __webpack_require__(2100);
// EXTERNAL MODULE: ./lib/src/clouds/prime/connection.js
var prime_connection = __webpack_require__(529);
;// CONCATENATED MODULE: ./lib/src/clouds/prime/image-name.js

/** What the vendor's own normaliser yields, and its tags (contracts/prime.openapi.yaml, BuildImageRequest). */
const NAME = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
/** @throws {UserError} with the closest name that the cloud would take; a name is never changed in silence. */
function checkImageName(name, tag) {
    if (!NAME.test(name)) {
        const meant = normalised(name);
        const accepted = 'lower-case letters, digits, . _ and -, a letter or digit at both ends, and no /';
        throw new errors/* UserError */.yo(`Prime Intellect takes no image named "${name}": accepted are ${accepted}`, {
            hint: meant ? `Set the input \`image-name\`, for example to ${meant}.` : 'Set the input `image-name`.',
        });
    }
    if (TAG.test(tag))
        return;
    throw new errors/* UserError */.yo(`"${tag}" is no image tag: accepted are letters, digits, _ . and -, at most 128`, {
        hint: 'Set the input `image-tag`.',
    });
}
function normalised(name) {
    return name
        .toLowerCase()
        .replaceAll(/[^a-z0-9._-]+/g, '-')
        .replaceAll(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
}

// EXTERNAL MODULE: ./lib/src/clouds/prime/initiate.js
var initiate = __webpack_require__(9850);
// EXTERNAL MODULE: ./lib/src/clouds/prime/quota.js
var quota = __webpack_require__(341);
// EXTERNAL MODULE: ./lib/src/clouds/safe-address.js
var safe_address = __webpack_require__(4809);
;// CONCATENATED MODULE: ./lib/src/clouds/prime/upload.js



/** Milliseconds that any upload gets, and the slowest that is still waited for, in bytes a millisecond. */
const LEAST = 600_000;
const SLOWEST = 250;
/**
 * Sends the archive to the presigned URL, as often as it takes while the URL lives: a PUT overwrites
 * (contracts/prime.openapi.yaml, uploadContext).
 *
 * @throws {HttpError} as the storage refuses; {UserError} for an address that no archive may go to.
 */
async function upload({ client, clock }, { uploadUrl, expiresAt }, archive, signal) {
    refuseUnsafe(uploadUrl);
    await client.send({
        method: 'PUT',
        url: uploadUrl,
        body: (0,http/* fileBody */.hh)(archive, 'application/octet-stream'),
        timeoutMs: LEAST + Math.ceil(archive.bytes / SLOWEST),
        isFinal: () => clock.now() >= expiresAt,
        hints: {
            400: 'The storage refuses the archive’s headers or size: if it happens again, please report it.',
            401: 'The storage refuses the upload address that the cloud gave: run the job again.',
            403: 'The storage refuses the upload address that the cloud gave: check the runner’s clock and proxy.',
            404: 'The storage does not know the upload address that the cloud gave: run the job again.',
        },
        signal,
    });
}
/** Whether another address may help: this one was refused, or lives no longer. */
function isExpired({ clock }, { expiresAt }, error) {
    if (!(error instanceof errors/* HttpError */.j$))
        return false;
    if (error.status === 403 || clock.now() >= expiresAt)
        return true;
    return error.status >= 400 && error.status < 500 && /expire/i.test(error.detail);
}
/** The archive is the author's source code: it does not travel in clear but to the machine itself. */
function refuseUnsafe(uploadUrl) {
    if ((0,safe_address/* isSafeAddress */.c)(uploadUrl))
        return;
    const url = URL.canParse(uploadUrl) ? new URL(uploadUrl) : undefined;
    throw new errors/* UserError */.yo(url
        ? `The cloud wants the archive sent to ${url.protocol}//${url.host}, which is not encrypted`
        : 'The cloud gave an upload address that is no URL', { hint: 'Check `base-url`: this does not look like the cloud’s API.' });
}

;// CONCATENATED MODULE: ./lib/src/clouds/prime/submit.js











/**
 * Initiate, upload, start: one build from one archive, whatever happens on the way.
 *
 * @throws {HttpError} as the cloud or its storage refuses; {UserError} for what the author has to mend.
 */
async function submitBuild(connection, request, progress, signal) {
    checkImageName(request.imageName, request.imageTag);
    (0,archive_limit/* refuseTooLarge */.A)(request, traits/* CLOUD_TRAITS */.Q.prime);
    const uploaded = await uploadTo(connection, await (0,initiate.initiate)(connection, request, progress, signal), {
        request,
        progress,
        signal,
    });
    return start(connection, uploaded, progress, signal);
}
/** An address that is refused or has expired is asked for again, once. The first record stays unstarted. */
async function uploadTo(connection, begun, { request, progress, signal }) {
    try {
        await upload(connection, begun, request.archive, signal);
        return begun;
    }
    catch (error) {
        if (!isExpired(connection, begun, error))
            throw error;
        progress.notice(`The upload address of build ${begun.build.id} is not accepted any more (${error.message}): asking for another one. That build is never started.`);
    }
    const second = await (0,initiate.initiate)(connection, request, progress, signal);
    await upload(connection, second, request.archive, signal);
    return second;
}
/** Once the request is out the build may run, so that it counts as submitted before its answer. */
async function start(connection, { build }, progress, signal) {
    const { client, clock, knownBuilds } = connection;
    const path = buildPath(build.id);
    const call = { path: `${path}/start`, json: { context_uploaded: true }, graceMs: prime_connection/* GRACE */.Z, isFinal: quota/* isQuota */.h };
    const read = (reply) => readStarted(connection, build, reply);
    const send = () => client.request({ ...call, method: 'POST', signal }, read);
    let answerLost = false;
    const find = async () => {
        answerLost = true;
        const look = () => client.request({ method: 'GET', path, signal }, (reply) => knownBuilds.read(reply, build.id));
        const found = await knownBuilds.await(build.id, look, signal);
        return found.status === 'queued' ? undefined : found;
    };
    progress.submitted(build);
    try {
        return await (0,send_once/* sendOnce */.E)({
            what: 'started build',
            send: () => (0,quota/* underQuota */.d)(connection, signal, () => knownBuilds.await(build.id, send, signal)),
            find,
            notice: progress.notice,
            leftMs: connection.client.leftMs,
            clock,
            signal,
        });
    }
    catch (error) {
        if (!(error instanceof errors/* HttpError */.j$) || error.status !== 409)
            throw error;
        // It was started already (contracts/prime.openapi.yaml): by us, where an answer was lost, and it waits for its turn.
        const startedByUs = answerLost;
        const started = (await find()) ?? (startedByUs ? build : undefined);
        if (started)
            return started;
        throw error;
    }
}
/** The answer is a build's status on paper, and may be `{}` or nothing at all. */
function readStarted({ knownBuilds }, build, reply) {
    return (0,clouds_reply/* isFields */.Ce)(reply) && (0,clouds_reply/* textOf */.b6)(reply, 'status') !== undefined ? knownBuilds.read(reply, build.id) : build;
}

;// CONCATENATED MODULE: ./lib/src/clouds/prime/vm-image.js









/**
 * Has a VM image made from a finished container image, as it lies in the registry. From then on `get` of the
 * build that comes back tells how the VM image does (contracts/prime.openapi.yaml, buildVmImage).
 */
function createDerive(connection) {
    return async (build, progress, signal) => {
        const existing = findExisting(build);
        if (existing) {
            progress.notice(`Build ${build.id} has a VM image already: it is not made again`);
            return existing;
        }
        const before = new Set((build.artifacts ?? []).flatMap(({ id }) => (id === undefined ? [] : [id])));
        const queued = await (0,send_once/* sendOnce */.E)({
            what: 'VM image build',
            send: () => send(connection, build, signal),
            find: () => find(connection, build.id, before, signal),
            notice: progress.notice,
            leftMs: connection.client.leftMs,
            clock: connection.clock,
            signal,
        });
        return follow(connection, build, queued, { before, progress });
    };
}
/** A reused build may have been made into a VM image by the run that built it. */
function findExisting({ image: _image, ...build }) {
    const made = build.artifacts?.find(({ kind, status }) => kind === VM_IMAGE_KIND && status === 'succeeded');
    return (made && { ...build, rawStatus: made.rawStatus, ...(made.image !== undefined && { image: made.image }) });
}
async function send(connection, build, signal) {
    const call = {
        method: 'POST',
        path: vmBuildPath(build),
        // Camel case here, unlike initiate (contracts/README.md, disagreement 16).
        json: connection.team === undefined ? {} : { teamId: connection.team },
        graceMs: prime_connection/* GRACE */.Z,
        isFinal: quota/* isQuota */.h,
        hints: {
            403: 'VM images need an account with VM sandboxes, and for a team’s image its creator or an admin.',
            404: 'The registry does not have the container image: was it deleted meanwhile?',
        },
        signal,
    };
    const read = (reply) => {
        const fields = (0,clouds_reply/* fieldsOf */.Pf)(reply, 'a VM image build');
        const artifactId = (0,clouds_reply/* textOf */.b6)(fields, 'artifactBuildId', 'artifact_build_id');
        const id = (0,clouds_reply/* demandedText */.gZ)(fields, 'the VM image build', 'buildId', 'build_id');
        return { id, ...(artifactId !== undefined && { artifactId }) };
    };
    return (0,quota/* underQuota */.d)(connection, signal, () => connection.client.request(call, read));
}
/** An owner's prefix keeps its slashes (contracts/prime.openapi.yaml, buildVmImage). */
function vmBuildPath({ id, imageName, imageTag }) {
    if (imageName === undefined || imageTag === undefined)
        throw new errors/* UserError */.yo(`The cloud does not tell the image of build ${id}: no VM image can be made from it`);
    return `/api/v1/images/${imageName.split('/').map(http/* segment */.mX).join('/')}/${(0,http/* segment */.mX)(imageTag)}/vm-build`;
}
/** A VM image in the build's group that was not there before. */
async function find({ client }, id, before, signal) {
    const group = await client.request({ method: 'GET', path: buildPath(id), signal }, readGroup);
    const found = findVmImage(group, { before });
    return found && { id, ...(found.id !== undefined && { artifactId: found.id }) };
}
function follow({ knownBuilds }, of, { id, artifactId }, { before, progress }) {
    knownBuilds.note(id);
    knownBuilds.name(id, {
        ...(of.imageName && { imageName: of.imageName }),
        ...(of.imageTag && { imageTag: of.imageTag }),
    });
    knownBuilds.derive(id, {
        before,
        sharesGroup: id === of.id,
        ...(artifactId !== undefined && { artifactId }),
    });
    const build = { id, status: 'queued', rawStatus: 'PENDING' };
    progress.submitted(build);
    return build;
}

;// CONCATENATED MODULE: ./lib/src/clouds/prime.js







/** Milliseconds between attempts where a rate limit tells none (contracts/prime.openapi.yaml, info). */
const RATE_LIMIT = { firstMs: 2_000, longestMs: 60_000 };
/** Prime Intellect (contracts/prime.openapi.yaml): no build log, nothing to cancel with, nothing to deploy. */
function openPrime({ baseUrl, apiKey, account }, options = {}) {
    const clock = options.clock ?? wait/* systemClock */.m;
    const client = (0,http/* createHttpClient */.uT)({
        ...options,
        baseUrl,
        headers: { authorization: `Bearer ${apiKey}` },
        secrets: [apiKey],
        rateLimit: RATE_LIMIT,
    });
    const connection = { client, clock, knownBuilds: createKnownBuilds(clock), team: account };
    return {
        name: 'prime',
        traits: traits/* CLOUD_TRAITS */.Q.prime,
        submit: (request, progress, signal) => submitBuild(connection, request, progress, signal),
        ...createBuilds(client, connection.knownBuilds),
        derive: createDerive(connection),
    };
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

/***/ 1456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ createRecentIds)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5284);


/** How long a fresh object may be unknown to the API's readers, and how often it is asked for (milliseconds). */
const LAG = 30_000;
const STEP = 1_000;
function createRecentIds(clock) {
    const bornAt = new Map();
    const note = (id) => void bornAt.set(id, clock.now());
    return {
        note,
        watch: (progress) => ({
            ...progress,
            submitted: (build) => {
                note(build.id);
                progress.submitted(build);
            },
        }),
        await: async (id, call, signal) => {
            const born = bornAt.get(id);
            if (born === undefined)
                return call();
            return (0,_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)(call, {
                retries: Number.POSITIVE_INFINITY,
                budgetMs: born + LAG - clock.now(),
                delayOf: (error) => (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$ && error.status === 404 ? STEP : undefined),
                signal,
                clock,
            });
        },
    };
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

/***/ 4809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ isSafeAddress)
/* harmony export */ });
/** Whether sources may be sent to a presigned address: encrypted, or to this machine itself. */
function isSafeAddress(address) {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (url?.protocol === 'https:')
        return true;
    return url?.protocol === 'http:' && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
}


/***/ }),

/***/ 4085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ sendOnce)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);

/** Waits before each look, in milliseconds: what took effect may need a moment to be listed. */
const LOOKS = [1_000, 2_000, 4_000, 8_000];
/** A request whose answer is lost this often meets something that one more will not mend. */
const SENDS = 3;
/**
 * Sends a request that must take effect once. Where the answer is lost, its effect is looked for first, several
 * times; only what is not there is sent again (contracts/README.md: never retry a POST that may have taken effect).
 *
 * @throws {UserError} when it can neither be found nor ruled out; the request's own error otherwise.
 */
async function sendOnce(plan) {
    for (let sends = 1;; sends += 1) {
        try {
            return await plan.send();
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j$) || error.effect === 'no')
                throw error;
            const found = await look(plan, error);
            if (found) {
                plan.notice(`The answer to the request was lost; the cloud has the ${plan.what} ${found.id}, so it goes on`);
                return found;
            }
            if (sends === SENDS || plan.leftMs() <= 0)
                throw error;
            plan.notice(`The answer to the request was lost and the cloud has no such ${plan.what}: it is sent again (${error.message})`);
        }
    }
}
async function look(plan, lost) {
    try {
        for (const [index, wait] of LOOKS.entries()) {
            if (index > 0 && plan.leftMs() < wait)
                break;
            await plan.clock.sleep(wait, plan.signal);
            const found = await plan.find();
            if (found)
                return found;
        }
        return undefined;
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM)
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${lost.message}; whether the ${plan.what} exists all the same cannot be found out: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`, {
            hint: `Look at the cloud's list before running the job again: a ${plan.what} may be under way.`,
            cause: error,
        });
    }
}


/***/ }),

/***/ 5650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ newestFirst)
/* harmony export */ });
/**
 * The builds of a list whose order is not documented, newest first, each once, a page at a time. The first page tells
 * the order: a descending list is passed on as it comes, an ascending one is read from its end, and any other is read
 * whole and sorted; only there the newest may be missed, where the list has more than `pages`.
 */
async function* newestFirst(list) {
    const seen = new Set();
    for await (const builds of batches(list)) {
        // Offsets move when a build arrives while pages are read.
        const fresh = builds.filter(({ id }) => !seen.has(id) && seen.add(id));
        yield fresh.toSorted(byAge);
    }
}
async function* batches(list) {
    const first = await placed(list, 0);
    if (isLast(first, list))
        yield first.builds;
    else if (isDescending(first.builds))
        yield* forwards(list, first);
    else if (isDescending(first.builds.toReversed()) && first.total !== undefined) {
        yield* backwards(list, first, first.total);
    }
    else {
        const all = [];
        for await (const builds of forwards(list, first))
            all.push(...builds);
        yield all;
    }
}
async function* forwards(list, first) {
    let page = first;
    for (let pages = 1;; pages += 1) {
        yield page.builds;
        if (isLast(page, list) || pages === list.pages)
            return;
        page = await placed(list, page.offset + page.builds.length);
    }
}
async function* backwards(list, first, total) {
    const reached = first.builds.length;
    let end = total;
    for (let pages = 1; end > reached && pages < list.pages; pages += 1) {
        const offset = Math.max(reached, end - list.limit);
        yield (await list.page(offset)).builds;
        end = offset;
    }
    if (end <= reached)
        yield first.builds;
}
async function placed(list, offset) {
    return { ...(await list.page(offset)), offset };
}
/** Some servers give fewer than asked for: only where no total is told does a short page mean the end. */
function isLast({ offset, builds, total }, { limit }) {
    if (builds.length === 0)
        return true;
    return total === undefined || total === 0 ? builds.length < limit : offset + builds.length >= total;
}
/** Newest first, as far as times are told. */
function isDescending(builds) {
    return builds.every((build, index) => index === 0 || byAge(builds[index - 1], build) <= 0);
}
function byAge(one, other) {
    if (one.createdAt === undefined || other.createdAt === undefined)
        return 0;
    return Date.parse(other.createdAt) - Date.parse(one.createdAt);
}


/***/ })

};
