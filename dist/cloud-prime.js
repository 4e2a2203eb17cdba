export const id = "cloud-prime";
export const ids = ["cloud-prime"];
export const modules = {

/***/ 1894:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openPrime: function() { return /* binding */ openPrime; }
});

// EXTERNAL MODULE: ./lib/src/wait.js + 2 modules
var wait = __webpack_require__(5284);
// EXTERNAL MODULE: ./lib/src/clouds/http.js
var http = __webpack_require__(5469);
// EXTERNAL MODULE: ./lib/src/omit-undefined.js
var omit_undefined = __webpack_require__(2156);
// EXTERNAL MODULE: ./lib/src/clouds/build.js
var build = __webpack_require__(8717);
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
/** @throws {ReplyFault} where not even a status is reported. A status alone is enough. */
function readGroup(reply) {
    const fields = (0,clouds_reply/* fieldsOf */.Pf)(reply, 'a build');
    const rawStatus = (0,clouds_reply/* requiredText */.$4)(fields, 'the build', 'status');
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
 * The build, judged by its container image: image and error come from that artifact first, then from any other, then
 * from the top level.
 *
 * @param askedId the id that was asked for, since an answer may hold nothing but a status; a listed build has its own
 * id.
 * @throws {ReplyFault} naming the member without which nothing can be done.
 */
function readBuild(reply, askedId) {
    const group = readGroup(reply);
    const container = group.artifacts.find(({ type }) => type === CONTAINER_IMAGE);
    const sources = [...(container ? [container] : []), ...group.artifacts].map(({ fields }) => fields);
    return buildOf(group, container, [...sources, group.fields], askedId);
}
/**
 * @param subject the artifact that decides how the build ended; without one the group's own status decides.
 * @param sources where image and error are read from, in this order.
 */
function buildOf(group, subject, sources, askedId) {
    const { fields } = group;
    const { status, rawStatus } = statusOfGroup(group, subject);
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
        artifacts: artifactsOf(group, rawStatus),
    });
}
/** A flat answer with a type is its own only artifact; without a type, the artifacts are unknown. */
function artifactsOf({ artifacts, fields }, rawStatus) {
    if (artifacts.length > 0)
        return artifacts.map(artifactOf);
    const hasType = (0,clouds_reply/* textOf */.b6)(fields, 'artifactType', 'artifact_type') !== undefined;
    return hasType ? [artifactOf(readArtifact(fields, rawStatus))] : undefined;
}
/**
 * Whether the server made a VM image and nothing else, as it does since the vendor's client 0.7: there is no
 * container image to derive one from (contracts/README.md, "Prime: two generations").
 */
function isVmImageAlone({ artifacts = [] }) {
    return artifacts.length > 0 && artifacts.every(({ kind }) => kind === VM_IMAGE_KIND);
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
 * The group's status comes late and also covers artifacts that nobody asked for, so the artifact's own end wins.
 * Where the group has ended and the artifact has not, the artifact counts as ended too, unless another artifact ended
 * the group.
 */
function statusOfGroup(group, subject) {
    const whole = { status: statusOf(group.rawStatus), rawStatus: group.rawStatus };
    if (!subject || subject.status === whole.status)
        return whole;
    const others = group.artifacts.filter((one) => one !== subject);
    const endedAlone = (0,build/* isBuildEnd */.O)(whole.status) && !others.some(({ status }) => status === whole.status);
    return !(0,build/* isBuildEnd */.O)(subject.status) && endedAlone ? whole : subject;
}
function artifactOf({ type: _type, fields: _fields, ...artifact }) {
    return artifact;
}

// EXTERNAL MODULE: ./lib/src/clouds/unordered-list.js
var unordered_list = __webpack_require__(5650);
;// CONCATENATED MODULE: ./lib/src/clouds/prime/pages.js



const PATH = '/api/v1/images/builds';
/** Records per page. */
const LIMIT = 100;
/** Beyond 2,000 builds the list is cut (docs/clouds.md, Prime). */
const PAGES = 20;
/** All builds of the account, newest first (contracts/prime.openapi.yaml, listBuilds), page by page. */
function pagesOf(client, read, signal) {
    const page = (offset) => client.request({ method: 'GET', path: PATH, query: { offset, limit: LIMIT }, signal }, (reply) => readPage(reply, read));
    return (0,unordered_list/* newestFirst */.l)({ page, limit: LIMIT, pages: PAGES });
}
/** The total may come in either spelling or not at all (contracts/README.md, disagreement 18). */
function readPage(reply, read) {
    const fields = (0,clouds_reply/* fieldsOf */.Pf)(reply, 'a page of builds');
    if (!Array.isArray(fields.data))
        throw new http/* ReplyFault */.Xl('`data` is missing in the reply, or is no list');
    const total = [fields.total_count, fields.totalCount].find((value) => typeof value === 'number');
    return { builds: (0,clouds_reply/* readableOf */.AD)(fields.data, read), total: total };
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

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
// EXTERNAL MODULE: ./lib/src/clouds/prime/visibility.js
var prime_visibility = __webpack_require__(3757);
;// CONCATENATED MODULE: ./lib/src/clouds/prime/images.js





/** Rows that are read: the search is by text, so that other images may be among them. */
const ROWS = 100;
/** What can be read and changed of existing images, in addition to their builds. */
function createImages(connection) {
    return {
        describe: (build, signal) => describe(connection, build, signal),
        findImage: (build, signal) => findImage(connection, build, signal),
        setVisibility: (image, visibility, signal) => setVisibility(connection, image, visibility, signal),
    };
}
/**
 * Size and name of a finished build's image, which only the list of images has (contracts/prime.openapi.yaml,
 * listImages).
 */
async function describe(connection, build, signal) {
    const { imageName, imageTag, image } = build;
    if (imageName === undefined || imageTag === undefined)
        return {};
    const own = await rowsFor(connection, build, `${imageName}:${imageTag}`, signal);
    const row = own.find((one) => (0,clouds_reply/* textOf */.b6)(one, 'fullImagePath') === image) ?? own[0];
    if (row === undefined)
        return {};
    const { sizeBytes } = row;
    const displayRef = (0,clouds_reply/* textOf */.b6)(row, 'displayRef');
    return (0,omit_undefined/* omitUndefined */.O)({
        imageBytes: typeof sizeBytes === 'number' && sizeBytes > 0 ? sizeBytes : undefined,
        displayRef: displayRef === image ? undefined : displayRef,
    });
}
/** A build's record stays as it is where its image is deleted, or replaced by another member of the team. */
async function findImage(connection, build, signal) {
    const { imageName, imageTag } = build;
    if (imageName === undefined || imageTag === undefined)
        return {};
    let rows = [];
    // Whether the text that is searched contains a name with its tag is not documented for all servers.
    for (const search of [`${imageName}:${imageTag}`, imageTag])
        if (rows.length === 0)
            rows = await rowsFor(connection, build, search, signal);
    const [newest] = rows;
    if (newest === undefined || rows.some((row) => isOfLaterBuild(row, build)))
        return undefined;
    return { visibility: (0,clouds_reply/* textOf */.b6)(newest, 'visibility')?.toUpperCase() === 'PUBLIC' ? 'public' : 'private' };
}
function isOfLaterBuild(row, build) {
    const { artifacts = [], endedAt } = build;
    // A VM image of a container image is made of it later, perhaps as a build of its own.
    if (typeOf(row) === VM_IMAGE && !isVmImageAlone(build))
        return false;
    if (artifacts.some(({ id }) => id !== undefined && id === row.id))
        return false;
    const createdAt = (0,clouds_reply/* instantOf */.B9)(row, 'createdAt');
    return createdAt !== undefined && endedAt !== undefined && createdAt > endedAt;
}
/** The finished artifacts of the image of exactly this name and tag, newest first. */
async function rowsFor({ client, team }, { imageName, imageTag }, search, signal) {
    const query = { search, offset: 0, limit: ROWS, teamId: team };
    const call = { method: 'GET', path: prime_visibility/* IMAGES_PATH */.$Q, query, isFinal: () => true, signal };
    const rows = await client.request(call, rowsOf);
    return rows
        .filter((row) => row.imageName === imageName && row.imageTag === imageTag && row.status === 'COMPLETED')
        .toSorted((one, other) => timeOf(other).localeCompare(timeOf(one)));
}
function rowsOf(reply) {
    const rows = (0,clouds_reply/* fieldsOf */.Pf)(reply, 'a page of images').data;
    return Array.isArray(rows) ? rows.filter(clouds_reply/* isFields */.Ce) : [];
}
function timeOf(row) {
    const names = ['pushedAt', 'completedAt', 'startedAt', 'createdAt'];
    return names.map((name) => (0,clouds_reply/* instantOf */.B9)(row, name)).find((time) => time !== undefined) ?? '';
}
/**
 * An item may fail although the request succeeds: the answer has a result for each (contracts/prime.openapi.yaml,
 * updateImages).
 */
async function setVisibility({ client, team }, { imageName, imageTag }, visibility, signal) {
    const owner = team === undefined ? { type: 'personal' } : { type: 'team', teamId: team };
    const json = (0,prime_visibility/* visibilityBody */.nR)({ imageName, imageTag }, visibility, owner);
    const name = `${imageName}:${imageTag}`;
    const problem = await client
        .request({ method: 'PATCH', path: prime_visibility/* IMAGES_PATH */.$Q, json, idempotent: true, signal }, problemIn)
        .catch((error) => {
        if (!(error instanceof errors/* HttpError */.j$) || (error.status !== 404 && error.status !== 405))
            throw error;
        throw new errors/* UserError */.yo(`This server cannot change the visibility of an image that exists: ${name} stays as it is`, {
            hint: 'Build the image anew with `visibility`, or leave `visibility` out.',
            cause: error,
        });
    });
    if (problem !== undefined)
        throw new errors/* UserError */.yo(`The visibility of ${name} was not changed: ${problem}`, {
            hint: 'Check `image-name`, `image-tag` and `account-id`.',
        });
}
/** `undefined` where the one update succeeded. */
function problemIn(reply) {
    const { results } = (0,clouds_reply/* fieldsOf */.Pf)(reply, 'an update of images');
    const [result] = Array.isArray(results) ? results.filter(clouds_reply/* isFields */.Ce) : [];
    if (result?.success === true)
        return undefined;
    const error = (0,clouds_reply/* isFields */.Ce)(result?.error) ? result.error : {};
    return (0,clouds_reply/* textOf */.b6)(error, 'message', 'code') ?? 'the cloud gives no reason';
}

// EXTERNAL MODULE: ./lib/src/clouds/read-after-write.js
var read_after_write = __webpack_require__(1456);
;// CONCATENATED MODULE: ./lib/src/clouds/prime/vm-record.js

/**
 * The build, judged by its VM image: the container image of the same group is finished already
 * (contracts/prime.openapi.yaml, buildVmImage). While the artifact is not listed yet, it is queued.
 */
function readVmImage(reply, id, derived) {
    const group = readGroup(reply);
    const subject = findVmImage(group, derived);
    // The container image's reference and error are not the VM image's.
    if (subject)
        return buildOf(group, subject, [subject.fields], id);
    const isAboutVmImage = typeOf(group.fields) === VM_IMAGE || (!derived.sharesGroup && group.artifacts.length === 0);
    if (isAboutVmImage)
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
/** Initiate reports a reference for an image that is not built yet. */
function withoutImage(names) {
    const { image: _image, ...rest } = names ?? {};
    return rest;
}

// EXTERNAL MODULE: ./lib/src/clouds/send-once.js
var send_once = __webpack_require__(4085);
// EXTERNAL MODULE: ./lib/src/clouds/prime/connection.js
var prime_connection = __webpack_require__(529);
;// CONCATENATED MODULE: ./lib/src/clouds/prime/image-name.js

/** The names that the vendor's own client produces, and its tags (contracts/prime.openapi.yaml, BuildImageRequest). */
const NAME = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
/** @throws {UserError} with the closest name that the cloud accepts; a name is never changed silently. */
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
    throw new errors/* UserError */.yo(`"${tag}" is not an image tag: accepted are letters, digits, _ . and -, at most 128`, {
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
;// CONCATENATED MODULE: ./lib/src/clouds/prime/register.js










/** Milliseconds by which the clocks may differ when the build of a lost request is searched. */
const SKEW = 5_000;
/**
 * An image of another registry becomes one of the account's (contracts/prime.openapi.yaml, initiateBuild,
 * `source_image`): one request, no upload and no start. The returned build is followed like any other.
 *
 * @throws {HttpError} as the cloud refuses, e.g. a registry that it does not allow
 */
async function registerImage(connection, request, progress, signal) {
    if (request.isNamed)
        checkImageName(request.imageName, request.imageTag);
    const { client, clock, knownBuilds } = connection;
    const since = new Date(client.now() - SKEW).toISOString();
    const call = {
        method: 'POST',
        path: initiate.INITIATE_PATH,
        json: (0,initiate.sourceBody)(request, connection.team),
        graceMs: prime_connection/* GRACE */.Z,
        isFinal: quota/* isQuota */.h,
        hints: {
            400: 'The image must be public, and its registry one that the cloud allows: check `source-image`.',
            403: 'Check `account-id`: the key must belong to that team and may build for it.',
            404: 'The registry has no such image: check `source-image`.',
        },
        signal,
    };
    const submitted = (build) => {
        knownBuilds.note(build.id);
        knownBuilds.name(build.id, build);
        progress.submitted(build);
        return build;
    };
    return (0,send_once/* sendOnce */.E)({
        what: 'build',
        send: () => (0,quota/* withQuotaHint */.M)(connection, signal, () => client.request(call, (reply) => submitted(readRegistered(reply, request)))),
        find: async () => {
            const own = await findOwn(connection, request, since, signal);
            return own && submitted(own);
        },
        notice: progress.notice,
        leftMs: client.leftMs,
        clock,
        signal,
    });
}
function readRegistered(reply, { imageName, imageTag }) {
    const fields = oneOf((0,clouds_reply/* fieldsOf */.Pf)(reply, 'a registered image'));
    return (0,omit_undefined/* omitUndefined */.O)({
        id: (0,clouds_reply/* requiredText */.$4)(fields, 'the build', 'build_id', 'buildId'),
        status: 'queued',
        rawStatus: 'PENDING',
        imageName,
        imageTag,
        image: (0,clouds_reply/* textOf */.b6)(fields, 'fullImagePath', 'full_image_path'),
    });
}
/**
 * The answer about one image, or the only result of the answer about many: of today's servers with its `build`, of older
 * ones flat (contracts/prime.openapi.yaml, BulkImageTransferResponse).
 * @throws {UserError} with the cloud's reason where that image was refused
 */
function oneOf(fields) {
    const [result] = Array.isArray(fields.results) ? fields.results.filter(clouds_reply/* isFields */.Ce) : [];
    if (result === undefined)
        return fields;
    const build = (0,clouds_reply/* isFields */.Ce)(result.build) ? result.build : result;
    if ((0,clouds_reply/* textOf */.b6)(build, 'build_id', 'buildId') !== undefined)
        return build;
    const reason = (0,clouds_reply/* textOf */.b6)(result, 'error') ?? 'the cloud gives no reason';
    throw new errors/* UserError */.yo(`The image was not imported: ${reason}`, { hint: 'Check `source-image`.' });
}
/** After a lost answer: the newest build of that name that is not older than the request. */
async function findOwn({ client }, { imageName, imageTag }, since, signal) {
    for await (const page of pagesOf(client, readBuild, signal)) {
        const isOwn = (build) => build.imageName === imageName && build.imageTag === imageTag && (build.createdAt ?? '') >= since;
        return page.find(isOwn);
    }
    return undefined;
}

// EXTERNAL MODULE: ./lib/src/clouds/archive-limit.js
var archive_limit = __webpack_require__(7941);
// EXTERNAL MODULE: ./lib/src/clouds/traits.js
var traits = __webpack_require__(2100);
// EXTERNAL MODULE: ./lib/src/clouds/storage.js
var storage = __webpack_require__(4700);
;// CONCATENATED MODULE: ./lib/src/clouds/prime/upload.js



/** Milliseconds that any upload gets, and the slowest accepted speed in bytes a millisecond. */
const LEAST = 600_000;
const SLOWEST = 250;
/**
 * Sends the archive to the presigned URL, with retries while the URL is valid: a PUT overwrites
 * (contracts/prime.openapi.yaml, uploadContext).
 *
 * @throws {HttpError} as the storage refuses; {UserError} for an address to which no archive may be sent.
 */
async function upload({ client, clock }, { uploadUrl, expiresAt }, archive, signal) {
    await (0,storage/* sendToStorage */.JF)(client, {
        method: 'PUT',
        url: uploadUrl,
        body: (0,http/* fileBody */.hh)(archive, 'application/octet-stream'),
        timeoutMs: LEAST + Math.ceil(archive.bytes / SLOWEST),
        isFinal: () => clock.now() >= expiresAt,
        hints: {
            400: 'The storage refuses the archive’s headers or size: if it happens again, please report it.',
            401: 'The storage refuses the upload address that the cloud gave: run the job again.',
            403: 'The storage refuses the upload for the reason above: if no proxy alters requests here, tell the cloud’s support.',
            404: 'The storage does not know the upload address that the cloud gave: run the job again.',
        },
        signal,
    });
}
/**
 * Whether another address may help because this one has expired. Any other refusal would happen again with the next
 * one.
 */
function isExpired({ clock }, { expiresAt }, error) {
    return (0,storage/* mayBeExpired */.mw)(error) || (error instanceof errors/* HttpError */.j$ && clock.now() >= expiresAt);
}

;// CONCATENATED MODULE: ./lib/src/clouds/prime/submit.js











/**
 * Initiate, upload, start: one build from one archive, also where answers are lost.
 *
 * @throws {HttpError} as the cloud or its storage refuses; {UserError} for what the author has to fix.
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
/** If the address is refused or has expired, asks for another one, once. The first record is never started. */
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
/** Once the request is sent the build may run, so it counts as submitted before the answer arrives. */
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
            send: () => (0,quota/* withQuotaHint */.M)(connection, signal, () => knownBuilds.await(build.id, send, signal)),
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
        // It was started already (contracts/prime.openapi.yaml): by us if an answer was lost, and it is queued.
        const startedByUs = answerLost;
        const started = (await find()) ?? (startedByUs ? build : undefined);
        if (started)
            return started;
        throw error;
    }
}
/** By the contract the answer is a build's status; it may also be `{}` or empty. */
function readStarted({ knownBuilds }, build, reply) {
    return (0,clouds_reply/* isFields */.Ce)(reply) && (0,clouds_reply/* textOf */.b6)(reply, 'status') !== undefined ? knownBuilds.read(reply, build.id) : build;
}

;// CONCATENATED MODULE: ./lib/src/clouds/prime/vm-image.js









/**
 * Starts a VM image from a finished container image in the registry. From then on `get` of the returned build reports
 * the state of the VM image (contracts/prime.openapi.yaml, buildVmImage).
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
        }).catch((error) => {
            if (!hasNoSuchRoute(error))
                throw error;
            progress.notice(`This server makes VM images and nothing else: build ${build.id} is the VM image, and nothing more is made`);
            return undefined;
        });
        if (queued === undefined)
            return build;
        return follow(connection, build, queued, { before, progress });
    };
}
/** The web framework's own words for a missing route; a missing image is reported with other words. */
function hasNoSuchRoute(error) {
    if (!(error instanceof errors/* HttpError */.j$))
        return false;
    const { status, detail } = error;
    return ((status === 404 && /^not found$/i.test(detail)) ||
        (status === 405 && /^method not allowed$/i.test(detail)));
}
/** The run that built a reused build may have made a VM image of it already. */
function findExisting({ image: _image, ...build }) {
    const vmImage = build.artifacts?.find(({ kind, status }) => kind === VM_IMAGE_KIND && status === 'succeeded');
    return (vmImage && {
        ...build,
        rawStatus: vmImage.rawStatus,
        ...(vmImage.image !== undefined && { image: vmImage.image }),
    });
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
        const id = (0,clouds_reply/* requiredText */.$4)(fields, 'the VM image build', 'buildId', 'build_id');
        return { id, ...(artifactId !== undefined && { artifactId }) };
    };
    return (0,quota/* withQuotaHint */.M)(connection, signal, () => connection.client.request(call, read));
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










/** Milliseconds between attempts where a rate limit gives none (contracts/prime.openapi.yaml, info). */
const RATE_LIMIT = { firstMs: 2_000, longestMs: 60_000 };
/** Prime Intellect (contracts/prime.openapi.yaml): it has no build log, cannot cancel a build and deploys nothing. */
function openPrime(access, options = {}) {
    const clock = options.clock ?? wait/* systemClock */.m;
    const client = (0,http/* createBearerClient */.hL)(access, { ...options, rateLimit: RATE_LIMIT });
    const connection = {
        client,
        clock,
        knownBuilds: createKnownBuilds(clock),
        team: access.account,
    };
    return {
        name: 'prime',
        traits: traits/* CLOUD_TRAITS */.Q.prime,
        submit: (request, progress, signal) => submitBuild(connection, request, progress, signal),
        ...createBuilds(client, connection.knownBuilds),
        register: (request, progress, signal) => registerImage(connection, request, progress, signal),
        ...createImages(connection),
        isDerived: isVmImageAlone,
        derive: createDerive(connection),
    };
}


/***/ })

};
