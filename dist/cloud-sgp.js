export const id = "cloud-sgp";
export const ids = ["cloud-sgp"];
export const modules = {

/***/ 8816:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openSgp: function() { return /* binding */ openSgp; }
});

// EXTERNAL MODULE: ./lib/src/wait.js + 2 modules
var wait = __webpack_require__(5284);
// EXTERNAL MODULE: ./lib/src/clouds/http.js
var http = __webpack_require__(5469);
// EXTERNAL MODULE: ./lib/src/clouds/read-after-write.js
var read_after_write = __webpack_require__(1456);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
// EXTERNAL MODULE: ./lib/src/omit-undefined.js
var omit_undefined = __webpack_require__(2156);
// EXTERNAL MODULE: ./lib/src/clouds/reply.js
var clouds_reply = __webpack_require__(3809);
;// CONCATENATED MODULE: ./lib/src/clouds/sgp/build-record.js



/** Both vocabularies, in lower case (contracts/README.md, disagreement 11); what is not listed is `unknown`. */
const STATUSES = {
    queued: 'queued',
    pending: 'queued',
    running: 'running',
    in_progress: 'running',
    cancelling: 'running',
    canceling: 'running',
    success: 'succeeded',
    succeeded: 'succeeded',
    failed: 'failed',
    cancelled: 'cancelled',
    canceled: 'cancelled',
    timed_out: 'timed-out',
    error: 'errored',
    // Ended without a result: the record is being removed, or could not be removed.
    deleting: 'errored',
    delete_failed: 'errored',
};
/**
 * A build of any known server version (contracts/README.md, disagreements 1 and 2).
 *
 * @throws {ReplyFault} naming the member without which nothing can be done.
 */
function readBuild(reply) {
    const fields = (0,clouds_reply/* fieldsOf */.Pf)(reply, 'a build');
    const rawStatus = (0,clouds_reply/* requiredText */.$4)(fields, 'the build', 'build_status', 'status');
    const status = Object.hasOwn(STATUSES, rawStatus.toLowerCase())
        ? STATUSES[rawStatus.toLowerCase()]
        : undefined;
    const removed = /^delet/i.test(rawStatus) ? 'the build is being deleted on the cloud' : undefined;
    return (0,omit_undefined/* omitUndefined */.O)({
        id: (0,clouds_reply/* requiredText */.$4)(fields, 'the build', 'id', 'build_id'),
        status: status ?? 'unknown',
        rawStatus,
        account: (0,clouds_reply/* textOf */.b6)(fields, 'account_id'),
        agentId: (0,clouds_reply/* textOf */.b6)(fields, 'agent_id'),
        agentName: (0,clouds_reply/* textOf */.b6)(fields, 'agent_name'),
        imageName: (0,clouds_reply/* textOf */.b6)(fields, 'image_name'),
        imageTag: (0,clouds_reply/* textOf */.b6)(fields, 'image_tag'),
        image: (0,clouds_reply/* textOf */.b6)(fields, 'image_url'),
        createdAt: (0,clouds_reply/* instantOf */.B9)(fields, 'created_at'),
        startedAt: (0,clouds_reply/* instantOf */.B9)(fields, 'build_start_time'),
        endedAt: (0,clouds_reply/* instantOf */.B9)(fields, 'build_end_time'),
        sourceCommit: (0,clouds_reply/* textOf */.b6)(fields, 'source_commit'),
        sourceRef: (0,clouds_reply/* textOf */.b6)(fields, 'source_ref'),
        sourceRepo: (0,clouds_reply/* textOf */.b6)(fields, 'source_repo'),
        workingTreeHash: (0,clouds_reply/* textOf */.b6)(fields, 'working_tree_hash'),
        error: (0,clouds_reply/* textOf */.b6)(fields, 'error_message', 'error') ?? removed,
    });
}
/** A bare list as documented, or one in `items`. */
function readUndeployed(reply) {
    const list = (0,clouds_reply/* isFields */.Ce)(reply) ? reply.items : reply;
    if (!Array.isArray(list))
        throw new http/* ReplyFault */.Xl('the reply holds no list of agents');
    return list.map((entry) => {
        const fields = (0,clouds_reply/* fieldsOf */.Pf)(entry, 'an agent');
        const builds = fields.total_builds;
        if (typeof builds !== 'number')
            throw new http/* ReplyFault */.Xl('`total_builds` of an agent is missing in the reply');
        return {
            agentName: (0,clouds_reply/* requiredText */.$4)(fields, 'an agent', 'agent_name'),
            builds,
            latest: readBuild(fields.latest_build),
        };
    });
}

;// CONCATENATED MODULE: ./lib/src/clouds/sgp/hosts.js
/** SGP has two hosts; an account of one is unknown to the other (scale-gp-beta 0.7.0, its environments). */
const HOSTS = 'The account may be on the other host: https://api.egp.scale.com is the default, https://api.sgp.scale.com the multi-tenant platform; set `base-url`.';
/** For any request; a call's own hints win. */
const HOST_HINTS = {
    401: `Check the input \`api-key\`: the cloud does not accept it. ${HOSTS}`,
    404: `Check \`base-url\` and the ids that were given: this account has nothing of that name. ${HOSTS}`,
};

;// CONCATENATED MODULE: ./lib/src/clouds/sgp/pages.js


/**
 * The pages of a list, newest record first. The order is requested, as the server's default is ascending. Each page
 * is sorted again, as older servers may not know the parameter (contracts/README.md, disagreement 10).
 */
async function* pagesOf(client, { path, query, limit, since, read }, signal) {
    const cursors = new Set();
    let cursor;
    for (;;) {
        const asked = { ...query, sort_order: 'desc', limit, starting_after: cursor };
        const page = await client.request({ method: 'GET', path, query: asked, signal }, (reply) => readPage(reply, read));
        yield [...page.items].sort(newestFirst);
        // An empty page or a repeated cursor would otherwise loop for ever.
        if (!page.more || page.last === undefined || cursors.has(page.last))
            return;
        if (since !== undefined && reaches(page.items, since))
            return;
        cursor = page.last;
        cursors.add(cursor);
    }
}
/** In a server's own order, which is the oldest first, the newest records are on the last page. */
function reaches(items, since) {
    const isDescending = items.every((item, index) => index === 0 || newestFirst(items[index - 1] ?? item, item) <= 0);
    return isDescending && items.some(({ createdAt }) => createdAt !== undefined && createdAt < since);
}
/** An object with `items`, or the bare list that older guides index (contracts/README.md, disagreement 13). */
function readPage(reply, read) {
    const items = (0,clouds_reply/* isFields */.Ce)(reply) ? reply.items : reply;
    if (!Array.isArray(items))
        throw new http/* ReplyFault */.Xl('`items` is missing in the reply, or is no list');
    const end = items.at(-1);
    const last = (0,clouds_reply/* isFields */.Ce)(end) ? (0,clouds_reply/* textOf */.b6)(end, 'id', 'build_id') : undefined;
    return { items: (0,clouds_reply/* readableOf */.AD)(items, read), last, more: (0,clouds_reply/* isFields */.Ce)(reply) && reply.has_more === true };
}
function newestFirst(one, other) {
    if (one.createdAt === undefined || other.createdAt === undefined)
        return 0;
    return Date.parse(other.createdAt) - Date.parse(one.createdAt);
}

;// CONCATENATED MODULE: ./lib/src/clouds/sgp/builds.js





/** Records a page where the caller does not say how many it will read. */
const PAGE = 100;
/** Pages at most: a server that ignores a filter must not make us read an account's whole history. */
const PAGES = 50;
function buildPath(buildId) {
    // The API has this fixed word in the place of an id.
    if (buildId === 'undeployed')
        throw new errors/* UserError */.yo('"undeployed" is no id that the cloud could have given');
    return `/v5/builds/${(0,http/* segment */.mX)(buildId)}`;
}
function createBuilds(client, recentIds) {
    const hints = { 404: `The account has no such build: check \`build-id\` and \`account-id\`. ${HOSTS}` };
    const get = (buildId, signal) => client.request({ method: 'GET', path: buildPath(buildId), hints, signal }, readBuild);
    /** Accepted also for a finished or a cancelling build, so it may be sent twice. */
    const cancel = (buildId, signal) => client
        .request({ method: 'POST', path: `${buildPath(buildId)}/cancel`, idempotent: true, hints, signal }, () => undefined)
        .catch((error) => {
        if (isConflict(error))
            return;
        throw error;
    });
    return {
        get: (buildId, signal) => recentIds.await(buildId, () => get(buildId, signal), signal),
        cancel: (buildId, signal) => recentIds.await(buildId, () => cancel(buildId, signal), signal),
        list: (filter, signal) => listed(client, filter, signal),
        undeployed: (signal) => client.request({ method: 'GET', path: '/v5/builds/undeployed', signal }, readUndeployed),
    };
}
/** 409: nothing to cancel any more (contracts/sgp.openapi.yaml, cancelBuild). */
function isConflict(error) {
    return error instanceof errors/* UserError */.yo && 'status' in error && error.status === 409;
}
async function* listed(client, filter, signal) {
    const narrowed = filter.workingTreeHash ?? filter.imageName ?? filter.status;
    const limit = narrowed === undefined ? Math.min(Math.max(filter.atMost ?? PAGE, 1), PAGE) : PAGE;
    const query = { agent_name: filter.agentName, working_tree_hash: filter.workingTreeHash };
    let pages = 0;
    const listing = { path: '/v5/builds', query, limit, since: filter.since, read: readBuild };
    for await (const page of pagesOf(client, listing, signal)) {
        for (const build of page)
            if (fits(build, filter))
                yield build;
        pages += 1;
        if (pages === PAGES)
            return;
    }
}
/** Older servers ignore filters they do not know (contracts/README.md, disagreement 14). */
function fits(build, filter) {
    return ((filter.agentName === undefined || build.agentName === filter.agentName) &&
        (filter.imageName === undefined || build.imageName === filter.imageName) &&
        (filter.workingTreeHash === undefined || build.workingTreeHash === filter.workingTreeHash) &&
        (filter.status === undefined || build.status === filter.status));
}

// EXTERNAL MODULE: ./lib/src/clouds/removal-command.js
var removal_command = __webpack_require__(1557);
// EXTERNAL MODULE: ./lib/src/clouds/send-once.js
var send_once = __webpack_require__(4085);
;// CONCATENATED MODULE: ./lib/src/clouds/sgp/deployment-record.js



/** Both vocabularies, in lower case (contracts/README.md, disagreement 7); what is not listed is `unknown`. */
const deployment_record_STATUSES = {
    pending: 'pending',
    queued: 'pending',
    in_progress: 'progressing',
    running: 'progressing',
    deploying: 'progressing',
    progressing: 'progressing',
    healthy: 'healthy',
    completed: 'healthy',
    failed: 'failed',
    error: 'failed',
    timed_out: 'failed',
    unhealthy: 'failed',
    cancelled: 'cancelled',
    canceled: 'cancelled',
    superseded: 'superseded',
    deleted: 'deleted',
    deleting: 'deleted',
};
/** @throws {ReplyFault} naming the member without which nothing can be done. */
function readRecord(reply) {
    const fields = (0,clouds_reply/* fieldsOf */.Pf)(reply, 'a deployment');
    const rawStatus = (0,clouds_reply/* requiredText */.$4)(fields, 'the deployment', 'status');
    const word = rawStatus.toLowerCase();
    return (0,omit_undefined/* omitUndefined */.O)({
        id: (0,clouds_reply/* requiredText */.$4)(fields, 'the deployment', 'id', 'deployment_id'),
        status: (Object.hasOwn(deployment_record_STATUSES, word) ? deployment_record_STATUSES[word] : undefined) ?? 'unknown',
        rawStatus,
        buildId: (0,clouds_reply/* textOf */.b6)(fields, 'build_id'),
        agentName: (0,clouds_reply/* textOf */.b6)(fields, 'agent_name'),
        previewLabel: (0,clouds_reply/* textOf */.b6)(fields, 'preview_label'),
        createdAt: (0,clouds_reply/* instantOf */.B9)(fields, 'created_at'),
        expiresAt: (0,clouds_reply/* instantOf */.B9)(fields, 'expires_at'),
        events: Array.isArray(fields.deploy_events) ? fields.deploy_events.filter(clouds_reply/* isFields */.Ce).map(readEvent) : [],
        error: (0,clouds_reply/* textOf */.b6)(fields, 'error_message', 'error'),
        manifest: (0,clouds_reply/* textOf */.b6)(fields, 'manifest_file'),
    });
}
function readDeployment(reply) {
    const { manifest: _kept, ...deployment } = readRecord(reply);
    return deployment;
}
function readEvent(fields) {
    return (0,omit_undefined/* omitUndefined */.O)({
        at: (0,clouds_reply/* instantOf */.B9)(fields, 'timestamp'),
        warning: (0,clouds_reply/* textOf */.b6)(fields, 'type')?.toLowerCase() === 'warning',
        reason: (0,clouds_reply/* textOf */.b6)(fields, 'reason') ?? '',
        message: (0,clouds_reply/* textOf */.b6)(fields, 'message') ?? '',
    });
}
/** Lines as texts or as objects, also mixed (contracts/README.md, disagreement 8). */
function readLogPage(reply) {
    const fields = (0,clouds_reply/* fieldsOf */.Pf)(reply, 'a page of log lines');
    const cursor = (0,clouds_reply/* textOf */.b6)(fields, 'next_cursor');
    // With that cursor the lines would be lost.
    if (fields.lines === undefined && cursor !== undefined)
        throw new http/* ReplyFault */.Xl('`lines` is missing in the reply');
    const lines = fields.lines ?? [];
    if (!Array.isArray(lines))
        throw new http/* ReplyFault */.Xl('`lines` is no list in the reply');
    return (0,omit_undefined/* omitUndefined */.O)({
        lines: lines.map(readLine),
        cursor,
        more: fields.has_more === true,
    });
}
function readLine(line) {
    if (!(0,clouds_reply/* isFields */.Ce)(line))
        return { text: typeof line === 'string' ? line : JSON.stringify(line) };
    return (0,omit_undefined/* omitUndefined */.O)({
        id: (0,clouds_reply/* textOf */.b6)(line, 'id'),
        text: typeof line.message === 'string' ? line.message : JSON.stringify(line),
    });
}

// EXTERNAL MODULE: ./lib/src/clouds/sgp/form.js
var sgp_form = __webpack_require__(6120);
;// CONCATENATED MODULE: ./lib/src/clouds/sgp/deploy.js





/** Milliseconds for which a cancelled step still waits for the id of what it has just deployed. */
const GRACE = 2_500;
/** Records of the newest page, in which our own deployment is searched. */
const deploy_PAGE = 100;
/** One deployment from one request, also where the answer is lost. */
async function createDeployment({ client, clock }, request, progress, signal) {
    const before = new Set((await newest(client, request, signal)).map(({ id }) => id));
    const submitted = (deployment) => {
        progress.submitted(deployment);
        return deployment;
    };
    return (0,send_once/* sendOnce */.E)({
        what: 'deployment',
        send: () => client.request({
            method: 'POST',
            path: sgp_form.DEPLOYMENTS,
            json: (0,sgp_form.deploymentBody)(request, expiryOf(request, client.now())),
            graceMs: GRACE,
            hints: HINTS,
            signal,
        }, (reply) => submitted(readDeployment(reply))),
        find: async () => {
            const records = await newest(client, request, signal);
            const own = records.find((record) => !before.has(record.id) && isOwn(record, request));
            return own && submitted(readOwn(own));
        },
        notice: progress.notice,
        leftMs: client.leftMs,
        clock,
        signal,
    });
}
const HINTS = {
    400: 'Known causes: the build did not succeed, the YAML is not valid, the manifest names another agent or a secret that does not exist.',
    404: `Check \`build-id\` or \`image-name\` and \`image-tag\`, and \`account-id\`. ${HOSTS}`,
    409: 'Known causes: the build did not succeed, or the manifest names another agent.',
};
/** On the cloud's clock, as the cloud compares it. */
function expiryOf({ preview }, now) {
    return new Date(now + (preview?.ttlMs ?? 0)).toISOString();
}
/** The newest deployments that could be this request's. */
async function newest(client, request, signal) {
    const query = {
        ...('buildId' in request.of ? { build_id: request.of.buildId } : { agent_name: request.agentName }),
        preview_label: request.preview?.label,
    };
    const listing = { path: sgp_form.DEPLOYMENTS, query, limit: deploy_PAGE, read: readRecord };
    for await (const page of pagesOf(client, listing, signal))
        return page;
    return [];
}
function isOwn(record, { of, preview, manifest }) {
    const sameSource = 'buildId' in of ? record.buildId === of.buildId : record.manifest === manifest;
    return sameSource && record.previewLabel === preview?.label;
}
function readOwn({ manifest: _kept, ...deployment }) {
    return deployment;
}

;// CONCATENATED MODULE: ./lib/src/clouds/sgp/manifest.js

/** Manifest texts that are remembered with their agent: previews of one project mostly have the same. */
const REMEMBERED = 50;
/** Characters; the same limit as for our own project files. */
const LARGEST = 256 * 1024;
/** Loads the YAML reader, which only previews need. */
async function manifestReader() {
    const { parse } = await __webpack_require__.e(/* import() | yaml */ "yaml").then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    const cached = new Map();
    const read = (manifest) => {
        if (manifest.length > LARGEST)
            return undefined;
        try {
            // Searching for duplicate keys takes quadratic time, and anybody on the account may have written this.
            const fields = parse(manifest, { maxAliasCount: 0, logLevel: 'silent', uniqueKeys: false });
            if (!(0,clouds_reply/* isFields */.Ce)(fields))
                return undefined;
            // The vendor's short form has the name at the top level.
            return (0,clouds_reply/* isFields */.Ce)(fields.agent) ? (0,clouds_reply/* textOf */.b6)(fields.agent, 'name') : (0,clouds_reply/* textOf */.b6)(fields, 'name');
        }
        catch {
            return undefined;
        }
    };
    return (manifest) => {
        if (!cached.has(manifest)) {
            if (cached.size === REMEMBERED)
                cached.clear();
            cached.set(manifest, read(manifest));
        }
        return cached.get(manifest);
    };
}

;// CONCATENATED MODULE: ./lib/src/clouds/sgp/previews.js




/** Records per page; each contains two files, and a page must stay far below the limit of a reply. */
const previews_PAGE = 100;
/**
 * The previews of exactly this agent and exactly this label, where given; the server's filters only make the list
 * shorter. A record does not name its agent: its manifest does, else its build. If neither does, the record is
 * skipped (docs/interface.md: never another agent's).
 */
async function* previewsOf({ client, getBuild }, of, signal) {
    const agentOf = await manifestReader();
    const query = { agent_name: of.agentName, preview_label: of.label };
    const listing = { path: sgp_form.DEPLOYMENTS, query, limit: previews_PAGE, read: readRecord };
    for await (const page of pagesOf(client, listing, signal)) {
        for (const record of page) {
            if (record.previewLabel === undefined)
                continue;
            if (of.label !== undefined && record.previewLabel !== of.label)
                continue;
            const agentName = await agentNameOf(record, agentOf, getBuild);
            if (agentName === undefined)
                continue;
            if (of.agentName !== undefined && agentName !== of.agentName)
                continue;
            const { manifest: _kept, ...deployment } = record;
            yield { ...deployment, agentName };
        }
    }
}
async function agentNameOf({ agentName, manifest, buildId }, agentOf, getBuild) {
    const givenAgent = agentName ?? (manifest === undefined ? undefined : agentOf(manifest));
    if (givenAgent !== undefined || buildId === undefined)
        return givenAgent;
    // A build that was removed meanwhile is no reason to stop reading the others.
    return getBuild(buildId).then((build) => build.agentName, () => undefined);
}

;// CONCATENATED MODULE: ./lib/src/clouds/sgp/deployments.js








/** Log lines a page, the most that is documented (contracts/README.md, Limits). */
const LOG_PAGE = 500;
function createDeployments(connection) {
    const { client, clock, recentIds, baseUrl, getBuild } = connection;
    const fetched = (id, signal) => client.request({ method: 'GET', path: pathOf(id), hints: deployments_HINTS, signal }, readDeployment);
    return {
        now: client.now,
        create: (request, progress, signal) => {
            const submitted = (deployment) => {
                recentIds.note(deployment.id);
                progress.submitted(deployment);
            };
            return createDeployment({ client, clock }, request, { ...progress, submitted }, signal);
        },
        get: (id, signal) => recentIds.await(id, () => fetched(id, signal), signal),
        logs: async (id, cursor, signal) => client.request({
            method: 'GET',
            path: `${pathOf(id)}/logs`,
            query: { cursor, limit: LOG_PAGE },
            hints: deployments_HINTS,
            signal,
        }, readLogPage),
        previews: (of, signal) => previewsOf({ client, getBuild: (id) => getBuild(id, signal) }, of, signal),
        remove: (id, signal) => remove(client, id, signal, fetched),
        removalCommand: (ids) => (0,removal_command/* removalCommand */.M)(ids, {
            baseUrl,
            path: sgp_form.DEPLOYMENTS,
            headers: ['x-api-key: $SGP_API_KEY', 'x-selected-account-id: $SGP_ACCOUNT_ID'],
        }),
    };
}
const deployments_HINTS = { 404: `The account has no such deployment: check \`account-id\`. ${HOSTS}` };
function pathOf(id) {
    return `${sgp_form.DEPLOYMENTS}/${(0,http/* segment */.mX)(id)}`;
}
/** The words of the refusal; the record may still say healthy. */
const IS_OVER = /\b(?:is|was|been|already)\s+(?:already\s+)?(?:superseded|deleted|cancell?ed)\b/i;
/**
 * Deletes a deployment. The cloud refuses one that is deleted, cancelled or superseded with a client error of unknown
 * code. So the error's words decide whether it is gone, else the record (contracts/sgp.openapi.yaml,
 * deleteDeployment). A superseded one shares its release with the live one: nothing else is done with it.
 */
async function remove(client, id, signal, fetched) {
    try {
        await client.request({ method: 'DELETE', path: pathOf(id), hints: deployments_HINTS, signal }, () => undefined);
        return 'removed';
    }
    catch (error) {
        if (!(error instanceof errors/* HttpError */.j$))
            throw error;
        if (error.status === 404)
            return 'gone';
        if (error.status !== 400 && error.status !== 409 && error.status !== 422)
            throw error;
        if (IS_OVER.test(error.detail))
            return 'gone';
        const { status } = await fetched(id, signal).catch((unread) => {
            if (unread instanceof errors/* HttpError */.j$ && unread.status === 404)
                return { status: 'deleted' };
            throw error;
        });
        if (status === 'deleted' || status === 'cancelled' || status === 'superseded')
            return 'gone';
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/src/clouds/sgp/log.js


/** The build log as Server-Sent Events; a refusal is thrown unchanged, and the caller decides what it means. */
function createLog(client) {
    return {
        kind: 'stream',
        open: async (buildId, signal) => client.openStream({ path: `${buildPath(buildId)}/logs`, accept: 'text/event-stream', signal }),
        linesOf,
    };
}
/**
 * The lines of one event's data (contracts/sgp.openapi.yaml, streamBuildLogs): `line` of a JSON object, else its
 * `message` or `log`, a JSON string, or the data as it is. A value may hold several lines and a closing newline.
 */
function linesOf(data) {
    if (data.includes('[DONE]') && data.trim() === '[DONE]')
        return [];
    const text = textIn(data);
    return text.includes('\n') ? text.replace(/\r?\n$/, '').split(/\r?\n/) : [text];
}
function textIn(data) {
    let value;
    try {
        value = JSON.parse(data);
    }
    catch {
        return data;
    }
    if (typeof value === 'string')
        return value;
    if (!(0,clouds_reply/* isFields */.Ce)(value))
        return data;
    if (typeof value.line === 'string')
        return value.line;
    if (typeof value.message === 'string')
        return value.message;
    return typeof value.log === 'string' ? value.log : data;
}

;// CONCATENATED MODULE: ./lib/src/clouds/sgp/secrets.js





const CREDENTIALS = '/v5/credentials';
const OLDER = '/v5/sgp/secrets';
/** Records a page of the older list, which cannot be asked for a name. */
const secrets_PAGE = 100;
/**
 * Which of these names are neither a credential of the account nor, by the older list, a secret of it
 * (contracts/sgp.openapi.yaml, listCredentials and listSecrets).
 *
 * @throws {HttpError} where the key may read neither list
 */
async function missingSecrets(client, names, signal) {
    const wanted = [...new Set(names)];
    const lookUps = await Promise.all(wanted.map((name) => isCredential(client, name, signal)));
    const absent = wanted.filter((_, index) => lookUps[index] !== true);
    if (absent.length === 0)
        return [];
    const hasCredentials = !lookUps.includes(undefined);
    try {
        const known = await olderSecrets(client, signal);
        return absent.filter((name) => !known.has(name));
    }
    catch (error) {
        // Where the newer list answers, it alone counts.
        if (hasCredentials && error instanceof errors/* HttpError */.j$ && error.status >= 400 && error.status < 500)
            return absent;
        throw error;
    }
}
/** `undefined` on a server that has no credentials yet. */
async function isCredential(client, name, signal) {
    const call = {
        method: 'GET',
        path: CREDENTIALS,
        query: { name, limit: secrets_PAGE },
        isFinal: () => true,
        signal,
    };
    try {
        return await client.request({ ...call, method: 'GET' }, (reply) => itemsOf(reply).some((one) => (0,clouds_reply/* isFields */.Ce)(one) && one.name === name));
    }
    catch (error) {
        if (error instanceof errors/* HttpError */.j$ && error.status === 404)
            return undefined;
        throw error;
    }
}
async function olderSecrets(client, signal) {
    const read = (record) => {
        const fields = (0,clouds_reply/* fieldsOf */.Pf)(record, 'a secret');
        return (0,omit_undefined/* omitUndefined */.O)({
            key: (0,clouds_reply/* textOf */.b6)(fields, 'key'),
            createdAt: (0,clouds_reply/* instantOf */.B9)(fields, 'created_at'),
        });
    };
    const found = new Set();
    const listing = { path: OLDER, query: {}, limit: secrets_PAGE, read };
    for await (const page of pagesOf(client, listing, signal)) {
        for (const { key } of page)
            if (key !== undefined)
                found.add(key);
    }
    return found;
}
function itemsOf(reply) {
    const items = (0,clouds_reply/* fieldsOf */.Pf)(reply, 'a page of credentials').items ?? [];
    if (!Array.isArray(items))
        throw new http/* ReplyFault */.Xl('`items` is no list in the reply');
    return items;
}

// EXTERNAL MODULE: ./lib/src/clouds/archive-limit.js
var archive_limit = __webpack_require__(7941);
// EXTERNAL MODULE: ./lib/src/clouds/traits.js
var traits = __webpack_require__(2100);
// EXTERNAL MODULE: ./lib/src/deadline.js
var deadline = __webpack_require__(604);
;// CONCATENATED MODULE: ./lib/src/clouds/sgp/existing-builds.js




/** Records read at most to learn an agent's id, and to find our own build. */
const RECORDS = 200;
const existing_builds_PAGE = 100;
/**
 * Reads the account's newest builds: which id the agent has (contracts/README.md, disagreement 3), and which
 * builds are there already, so that an earlier identical one is never taken for ours.
 */
async function readExistingBuilds(client, target, signal) {
    if (target.by === 'image')
        throw new errors/* UserError */.yo('This cloud builds for an agent: give `agent-name` or `agent-id`');
    const query = { agent_name: target.by === 'agent-name' ? target.agentName : undefined };
    const builds = [];
    let agent = target.by === 'agent-id' ? { id: target.agentId } : { name: target.agentName };
    for await (const page of pagesOf(client, { path: '/v5/builds', query, limit: existing_builds_PAGE, read: readBuild }, signal)) {
        builds.push(...page);
        agent = completed(agent, page);
        const enough = target.by === 'agent-id' || agent.id !== undefined;
        if (enough || builds.length >= RECORDS)
            break;
    }
    const times = builds
        .map((build) => Date.parse(build.createdAt ?? ''))
        .filter((time) => !Number.isNaN(time));
    return {
        agent,
        ids: new Set(builds.map((build) => build.id)),
        found: true,
        newest: times.reduce((latest, time) => Math.max(latest, time), Number.NEGATIVE_INFINITY),
    };
}
/** Milliseconds for a list that is only needed if an answer is lost. */
const OPTIONAL = 15_000;
/**
 * The same, but where the agent's id was given, nothing has to be looked up: a list that cannot be read does not stop
 * the build. Refused credentials do.
 */
async function readExistingBuildsIfPossible(client, target, signal) {
    if (target.by !== 'agent-id')
        return readExistingBuilds(client, target, signal);
    try {
        return await readExistingBuilds(client, target, (0,deadline/* timeoutSignal */._)(signal, OPTIONAL));
    }
    catch (error) {
        const refused = error instanceof errors/* HttpError */.j$ && [401, 402, 403].includes(error.status);
        if (signal.aborted || refused)
            throw error;
        return { agent: { id: target.agentId }, ids: new Set(), newest: Number.NEGATIVE_INFINITY, found: false };
    }
}
/** The same agent, completed from the records: its id by its name, or its name by its id. */
function completed(agent, builds) {
    const known = builds.find((build) => agent.id === undefined
        ? build.agentName === agent.name && build.agentId !== undefined
        : build.agentId === agent.id && build.agentName !== undefined);
    return known?.agentId && known.agentName ? { id: known.agentId, name: known.agentName } : agent;
}
/**
 * The build that our own lost request made, if it made one.
 * @throws {UserError} where it could not be distinguished from an earlier one
 */
async function findOwn(client, request, before, signal) {
    if (!before.found) {
        throw new errors/* UserError */.yo('the account’s builds could not be listed before this one was sent');
    }
    const query = { agent_name: before.agent.name, working_tree_hash: hashOf(request) };
    let read = 0;
    for await (const page of pagesOf(client, { path: '/v5/builds', query, limit: existing_builds_PAGE, read: readBuild }, signal)) {
        const own = page.find((build) => existing_builds_isOwn(build, request, before));
        read += page.length;
        if (own || read >= RECORDS)
            return own;
    }
    return undefined;
}
/** An image that was built elsewhere has no tree here. */
function hashOf(request) {
    return 'archive' in request ? request.workingTreeHash : undefined;
}
function existing_builds_isOwn(build, request, { agent, ids, newest }) {
    const agrees = (theirs, ours) => theirs === undefined || ours === undefined || theirs === ours;
    return (!ids.has(build.id) &&
        !(Date.parse(build.createdAt ?? '') < newest) &&
        build.imageName === request.imageName &&
        build.imageTag === request.imageTag &&
        // Older servers return no hash; name, tag and agent have to be enough there.
        agrees(build.workingTreeHash, hashOf(request)) &&
        agrees(build.sourceCommit, request.source.commit) &&
        agrees(build.agentId, agent.id) &&
        agrees(build.agentName, agent.name));
}

;// CONCATENATED MODULE: ./lib/src/clouds/sgp/submit.js








/**
 * Milliseconds for which a cancelled step still waits for the id of what it has just submitted (docs/platform.md,
 * Cancel).
 */
const submit_GRACE = 2_500;
/**
 * One build from one archive, or from one existing image, also where answers are lost or the agent is created
 * meanwhile (contracts/README.md, disagreement 3 and common status mapping).
 *
 * @throws {HttpError} as the cloud refuses; {UserError} where the author has to say which agent is meant.
 */
async function submitBuild({ client, clock }, request, progress, signal) {
    if ('archive' in request)
        (0,archive_limit/* refuseTooLarge */.A)(request, traits/* CLOUD_TRAITS */.Q.sgp);
    const before = await readExistingBuildsIfPossible(client, request.target, signal);
    const agent = before.agent;
    if (request.target.by === 'agent-name' && agent.id !== undefined)
        progress.notice(`Agent ${agent.name} is known to the account: its id is ${agent.id}`);
    const plan = {
        what: 'build',
        find: async () => {
            const own = await findOwn(client, request, before, signal);
            if (own)
                progress.submitted(own);
            return own;
        },
        notice: progress.notice,
        leftMs: client.leftMs,
        clock,
        signal,
    };
    const sendFor = (target) => (0,send_once/* sendOnce */.E)({ ...plan, send: () => send(client, request, target, progress, signal) });
    try {
        return await sendFor(agent);
    }
    catch (error) {
        if (agent.name === undefined || !(error instanceof errors/* HttpError */.j$))
            throw error;
        if (agent.id === undefined) {
            if (!isTaken(error))
                throw error;
            // A parallel job may have just created it.
            const { agent: found } = await readExistingBuildsIfPossible(client, request.target, signal);
            if (found.id === undefined)
                throw nameTaken(agent.name, error);
            progress.notice(`Agent ${agent.name} has just been created: its id is ${found.id}`);
            return sendFor(found);
        }
        if (!asksForName(error))
            throw error;
        progress.notice('The cloud wants the agent’s name instead of its id: sending the build once more with it');
        return sendFor({ name: agent.name });
    }
}
async function send(client, request, agent, progress, signal) {
    const call = {
        method: 'POST',
        path: '/v5/builds',
        body: (0,sgp_form.formOf)(request, agent),
        graceMs: submit_GRACE,
        maskText: 'archive' in request ? Object.values(request.buildArgs) : [],
        hints: hintsFor(agent),
        signal,
    };
    const submitted = (reply) => {
        const build = readBuild(reply);
        progress.submitted(build);
        return build;
    };
    return client.request(call, submitted).catch((error) => {
        throw error instanceof errors/* HttpError */.j$ && 'archive' in request ? tooLarge(error, request) : error;
    });
}
function hintsFor(agent) {
    return {
        404: agent.id === undefined
            ? `Check \`agent-name\` and \`account-id\`. ${HOSTS}`
            : `The account has no such agent: check \`agent-id\`, or give \`agent-name\` instead, and \`account-id\`. ${HOSTS}`,
    };
}
/** A gateway may just close the connection on a large body (contracts/sgp.openapi.yaml, PayloadTooLarge). */
function tooLarge(error, { archive }) {
    if (error.status !== 0 || error.effect === 'no' || archive.bytes <= traits/* CLOUD_TRAITS */.Q.sgp.archiveLimit.warnAbove)
        return error;
    const detail = `${error.detail}; the archive of ${archive.bytes} bytes is most likely too large`;
    const hint = 'Leave more out by the ignore file, or choose a smaller `context`.';
    return new errors/* HttpError */.j$({ ...error, status: 0, effect: 'no', detail }, { hint, cause: error });
}
function asksForName({ status, detail }) {
    return status === 422 && /agent_name\b.*(required|missing)/i.test(detail);
}
/** The contract does not say which status: any of these three, so that the words decide. */
function isTaken({ status, detail }) {
    return status === 409 || ((status === 400 || status === 422) && /\b(exists?|taken|in use)\b/i.test(detail));
}
function nameTaken(name, cause) {
    return new errors/* UserError */.yo(`The cloud refuses to create the agent ${name}, as it exists already: ${cause.detail}`, {
        hint: 'Give its id by the input `agent-id` instead of `agent-name`; the cloud’s page of the agent shows it.',
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/src/clouds/sgp.js










/** Characters: a shorter value of a header is not a credential, and hiding it would make messages unreadable. */
const SHORTEST_SECRET = 8;
/** Scale GenAI Platform (contracts/sgp.openapi.yaml). */
function openSgp({ baseUrl, apiKey, account, headers = {} }, options = {}) {
    const clock = options.clock ?? wait/* systemClock */.m;
    const client = (0,http/* createHttpClient */.uT)({
        ...options,
        baseUrl,
        headers: {
            ...headers,
            'x-api-key': apiKey,
            ...(account === undefined ? {} : { 'x-selected-account-id': account }),
        },
        secrets: [apiKey, ...Object.values(headers).filter((value) => value.length >= SHORTEST_SECRET)],
        hints: HOST_HINTS,
    });
    const recentIds = (0,read_after_write/* createRecentIds */.U)(clock);
    const builds = createBuilds(client, recentIds);
    return {
        name: 'sgp',
        traits: traits/* CLOUD_TRAITS */.Q.sgp,
        submit: (request, progress, signal) => submitBuild({ client, clock }, request, recentIds.watch(progress), signal),
        register: (request, progress, signal) => submitBuild({ client, clock }, request, recentIds.watch(progress), signal),
        missingSecrets: (names, signal) => missingSecrets(client, names, signal),
        ...builds,
        log: createLog(client),
        deployments: createDeployments({ client, clock, recentIds, baseUrl, getBuild: builds.get }),
    };
}


/***/ })

};
