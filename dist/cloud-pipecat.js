export const id = "cloud-pipecat";
export const ids = ["cloud-pipecat"];
export const modules = {

/***/ 511:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openPipecat: function() { return /* binding */ openPipecat; }
});

// EXTERNAL MODULE: ./lib/src/wait.js + 2 modules
var wait = __webpack_require__(5284);
// EXTERNAL MODULE: ./lib/src/clouds/http.js
var http = __webpack_require__(5469);
// EXTERNAL MODULE: ./lib/src/omit-undefined.js
var omit_undefined = __webpack_require__(2156);
// EXTERNAL MODULE: ./lib/src/clouds/reply.js
var clouds_reply = __webpack_require__(3809);
;// CONCATENATED MODULE: ./lib/src/clouds/pipecat/build-record.js


/**
 * In lower case; any other word is `unknown`, and the build is followed further (contracts/pipecat.openapi.yaml,
 * getBuild). No documented call cancels a build, but the word can only mean one thing.
 */
const STATUSES = {
    pending: 'queued',
    building: 'running',
    success: 'succeeded',
    failed: 'failed',
    timeout: 'timed-out',
    cancelled: 'cancelled',
    canceled: 'cancelled',
};
/** What a build without the member was made with (contracts/pipecat.openapi.yaml, CreateBuildRequest). */
const DEFAULT_DOCKERFILE = 'Dockerfile';
/**
 * A build, alone or as the `build` of an answer. `logsUrl` is left out: it leads into the vendor's own console.
 *
 * @throws {ReplyFault} naming the member without which nothing can be done.
 */
function readBuild(reply) {
    const outer = (0,clouds_reply/* fieldsOf */.Pf)(reply, 'a build');
    const fields = (0,clouds_reply/* isFields */.Ce)(outer.build) ? outer.build : outer;
    const rawStatus = (0,clouds_reply/* requiredText */.$4)(fields, 'the build', 'status');
    const word = rawStatus.toLowerCase();
    return (0,omit_undefined/* omitUndefined */.O)({
        id: (0,clouds_reply/* requiredText */.$4)(fields, 'the build', 'id'),
        status: (Object.hasOwn(STATUSES, word) ? STATUSES[word] : undefined) ?? 'unknown',
        rawStatus,
        image: (0,clouds_reply/* textOf */.b6)(fields, 'imageUri'),
        createdAt: (0,clouds_reply/* instantOf */.B9)(fields, 'createdAt'),
        startedAt: (0,clouds_reply/* instantOf */.B9)(fields, 'startedAt') ?? startOf(fields),
        endedAt: (0,clouds_reply/* instantOf */.B9)(fields, 'completedAt'),
        contextHash: (0,clouds_reply/* textOf */.b6)(fields, 'contextHash'),
        region: (0,clouds_reply/* textOf */.b6)(fields, 'region'),
        dockerfile: (0,clouds_reply/* textOf */.b6)(fields, 'dockerfilePath') ?? DEFAULT_DOCKERFILE,
        imageBytes: amountOf(fields.imageSizeBytes),
        contextBytes: amountOf(fields.contextSizeBytes),
        // Only of builds that the cloud made from a repository of GitHub.
        sourceRepo: repositoryOf((0,clouds_reply/* textOf */.b6)(fields, 'repoFullName')),
        sourceRef: (0,clouds_reply/* textOf */.b6)(fields, 'ref')?.replace(/^refs\/(?:heads|tags)\//, ''),
        sourceCommit: (0,clouds_reply/* textOf */.b6)(fields, 'commitSha'),
        error: (0,clouds_reply/* textOf */.b6)(fields, 'errorMessage', 'error'),
    });
}
function repositoryOf(fullName) {
    return fullName === undefined ? undefined : `github.com/${fullName}`;
}
/** Counted back from the end, where only the duration is reported; numbers may come as texts. */
function startOf(fields) {
    const end = Date.parse((0,clouds_reply/* instantOf */.B9)(fields, 'completedAt') ?? '');
    const seconds = amountOf(fields.buildDurationSeconds);
    if (seconds === undefined || Number.isNaN(end))
        return undefined;
    return new Date(end - seconds * 1000).toISOString();
}
/** A number that may come as a text; never below 0. */
function amountOf(value) {
    const amount = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof amount === 'number' && amount >= 0 ? amount : undefined;
}
function isOf(build, { contextHash, dockerfile, region }) {
    return (build.contextHash === contextHash &&
        build.dockerfile === dockerfile &&
        (region === undefined || build.region === region));
}

// EXTERNAL MODULE: ./lib/src/clouds/unordered-list.js
var unordered_list = __webpack_require__(5650);
;// CONCATENATED MODULE: ./lib/src/clouds/pipecat/pages.js




/** Builds per page, the documented maximum (contracts/README.md, Limits). */
const PAGE = 100;
const PAGES = 50;
/** The builds that fit the query, newest first, page by page. */
function pagesOf(client, query, signal) {
    const page = (offset) => {
        const asked = { ...query, offset: offset === 0 ? undefined : offset };
        return client.request({ method: 'GET', path: '/v1/builds', query: asked, signal }, readPage);
    };
    return (0,unordered_list/* newestFirst */.l)({ page, limit: query.limit, pages: PAGES });
}
function readPage(reply) {
    const fields = (0,clouds_reply/* fieldsOf */.Pf)(reply, 'a page of builds');
    const list = fields.builds ?? [];
    if (!Array.isArray(list))
        throw new http/* ReplyFault */.Xl('`builds` is no list in the reply');
    return {
        builds: (0,clouds_reply/* readableOf */.AD)(list, readBuild),
        total: typeof fields.total === 'number' ? fields.total : undefined,
    };
}

;// CONCATENATED MODULE: ./lib/src/clouds/pipecat/builds.js



const HINTS = {
    400: 'A build id of this cloud is a UUID: check `build-id`.',
    404: 'The organization has no such build: check `build-id`, and whose key `api-key` is.',
};
function createBuilds({ client, recentIds, regions }) {
    const get = (buildId, signal) => client.request({ method: 'GET', path: `/v1/builds/${(0,http/* segment */.mX)(buildId)}`, hints: HINTS, signal }, readBuild);
    return {
        get: (buildId, signal) => recentIds.await(buildId, () => get(buildId, signal), signal),
        list: (filter, signal) => listed(client, regions, filter, signal),
    };
}
/**
 * The builds that fit, newest first. The server may not know all filters, so that they only shorten the list
 * (contracts/README.md, disagreement 23). Builds of this cloud have no names: a filter that names an agent or an
 * image, and gives no context hash, finds nothing.
 */
async function* listed(client, regions, filter, signal) {
    const { contextHash, dockerfile = DEFAULT_DOCKERFILE } = filter;
    const named = filter.agentName ?? filter.imageName ?? filter.workingTreeHash;
    if (contextHash === undefined && named !== undefined)
        return;
    const region = contextHash === undefined ? filter.region : await regions.resolve(filter.region, signal);
    // A build of another region cannot be deployed here. Without a region to compare with, no build is known to be of
    // this one.
    if (contextHash !== undefined && region === undefined)
        return;
    const narrowed = contextHash ?? filter.status ?? filter.region ?? filter.dockerfile;
    const query = {
        status: filter.status === 'succeeded' ? 'success' : undefined,
        region,
        contextHash,
        dockerfilePath: filter.dockerfile,
        limit: narrowed === undefined ? Math.min(Math.max(filter.atMost ?? PAGE, 1), PAGE) : PAGE,
    };
    const since = Date.parse(filter.since ?? '');
    for await (const page of pagesOf(client, query, signal)) {
        for (const build of page) {
            // Newest first: what follows is older still.
            if (Date.parse(build.createdAt ?? '') < since)
                return;
            const sameInputs = contextHash === undefined || isOf(build, { contextHash, dockerfile, region });
            if (sameInputs && fits(build, filter))
                yield build;
        }
    }
}
function fits(build, { status, region, dockerfile }) {
    return ((status === undefined || build.status === status) &&
        (region === undefined || build.region === region) &&
        (dockerfile === undefined || build.dockerfile === dockerfile));
}

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
// EXTERNAL MODULE: ./lib/src/clouds/removal-command.js
var removal_command = __webpack_require__(1557);
// EXTERNAL MODULE: ./lib/src/clouds/send-once.js
var send_once = __webpack_require__(4085);
// EXTERNAL MODULE: ./lib/src/clouds/pipecat/agent-name.js
var agent_name = __webpack_require__(8567);
;// CONCATENATED MODULE: ./lib/src/clouds/pipecat/agent-record.js


/**
 * An agent, bare or in `body` (contracts/README.md, disagreement 25). `activeDeploymentId` is the old name of
 * `desiredDeploymentId`.
 *
 * @throws {ReplyFault} for what is no object.
 */
function readAgent(reply) {
    const outer = (0,clouds_reply/* fieldsOf */.Pf)(reply, 'an agent');
    const fields = (0,clouds_reply/* isFields */.Ce)(outer.body) ? outer.body : outer;
    const reconciled = fields.reconciledDeploymentId;
    const deployment = (0,clouds_reply/* isFields */.Ce)(fields.deployment) ? fields.deployment : {};
    return (0,omit_undefined/* omitUndefined */.O)({
        name: (0,clouds_reply/* textOf */.b6)(fields, 'name', 'serviceName'),
        region: (0,clouds_reply/* textOf */.b6)(fields, 'region'),
        createdAt: (0,clouds_reply/* instantOf */.B9)(fields, 'createdAt'),
        deployedAt: (0,clouds_reply/* instantOf */.B9)(deployment, 'createdAt'),
        desired: (0,clouds_reply/* textOf */.b6)(fields, 'desiredDeploymentId', 'activeDeploymentId'),
        reconciled: typeof reconciled === 'string' || reconciled === null ? reconciled : undefined,
        ready: flagOf(fields, 'ready'),
        available: flagOf(fields, 'available'),
        activeReady: flagOf(fields, 'activeDeploymentReady'),
        current: readRevision(fields.currentRevision),
        previous: readRevision(fields.previousRevision),
        errors: listOf(fields.errors).map(readFault),
        conditions: listOf(fields.conditions).map(readCondition),
        warning: (0,clouds_reply/* textOf */.b6)(fields, 'warning') ?? (0,clouds_reply/* textOf */.b6)(outer, 'warning'),
        link: readLink(fields.git),
        deletedAt: (0,clouds_reply/* instantOf */.B9)(fields, 'deletedAt'),
    });
}
/**
 * Without `autoDeploy` the cloud deploys by itself (contracts/README.md, "Pipecat: what its own clients send and
 * read").
 */
function readLink(value) {
    if (!(0,clouds_reply/* isFields */.Ce)(value))
        return undefined;
    return (0,omit_undefined/* omitUndefined */.O)({
        repository: (0,clouds_reply/* textOf */.b6)(value, 'repoFullName'),
        branch: (0,clouds_reply/* textOf */.b6)(value, 'branch'),
        deploysByItself: value.autoDeploy !== false,
    });
}
function readRevision(value) {
    if (!(0,clouds_reply/* isFields */.Ce)(value))
        return undefined;
    const health = (0,clouds_reply/* isFields */.Ce)(value.health) ? value.health : {};
    return (0,omit_undefined/* omitUndefined */.O)({
        deployment: (0,clouds_reply/* textOf */.b6)(value, 'deploymentID', 'deploymentId'),
        phase: (0,clouds_reply/* textOf */.b6)(value, 'phase'),
        phaseStartedAt: (0,clouds_reply/* instantOf */.B9)(value, 'phaseStartedAt'),
        readyReplicas: countOf(value, 'readyReplicas'),
        replicasStarted: countOf(health, 'replicasStarted'),
        ready: flagOf(health, 'ready'),
        restarts: countOf(health, 'restartCount'),
        headline: (0,clouds_reply/* textOf */.b6)(health, 'headline'),
        reason: (0,clouds_reply/* textOf */.b6)(health, 'reason'),
        lastExitCode: countOf(health, 'lastExitCode'),
        lastTerminationReason: (0,clouds_reply/* textOf */.b6)(health, 'lastTerminationReason'),
        message: (0,clouds_reply/* textOf */.b6)(health, 'message'),
        infrastructureIssue: value.hasInfrastructureIssue === true,
    });
}
function readFault(fields) {
    return (0,omit_undefined/* omitUndefined */.O)({
        code: (0,clouds_reply/* textOf */.b6)(fields, 'code'),
        message: (0,clouds_reply/* textOf */.b6)(fields, 'message', 'error'),
    });
}
function readCondition(fields) {
    return (0,omit_undefined/* omitUndefined */.O)({
        type: (0,clouds_reply/* textOf */.b6)(fields, 'type') ?? '',
        isTrue: fields.status === true || (0,clouds_reply/* textOf */.b6)(fields, 'status')?.toLowerCase() === 'true',
        reason: (0,clouds_reply/* textOf */.b6)(fields, 'reason'),
        message: (0,clouds_reply/* textOf */.b6)(fields, 'message'),
    });
}
function listOf(value) {
    if (!Array.isArray(value))
        return [];
    return value.map((entry) => ((0,clouds_reply/* isFields */.Ce)(entry) ? entry : { message: String(entry) }));
}
function flagOf(fields, name) {
    const value = fields[name];
    return typeof value === 'boolean' ? value : undefined;
}
function countOf(fields, name) {
    const value = fields[name];
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

// EXTERNAL MODULE: ./lib/src/clouds/pipecat/agent-body.js
var agent_body = __webpack_require__(5736);
;// CONCATENATED MODULE: ./lib/src/clouds/pipecat/architecture.js

/**
 * Sends the agent's settings. If the server answers that it does not know `architecture`, sends them once more
 * without it: the first request changed nothing.
 */
async function withArchitecture(request, progress, send) {
    const settings = (0,agent_body/* settingsOf */.f)(request);
    try {
        return await send(settings);
    }
    catch (error) {
        const { architecture, ...others } = settings;
        if (architecture === undefined || !(0,agent_body/* refusesArchitecture */.z)(error))
            throw error;
        const words = `The cloud does not know the member architecture: ${architecture} is left out, and the agent runs on its region's own`;
        if (request.agentSettings?.architecture === undefined)
            progress.notice(words);
        else
            (progress.warning ?? progress.notice)(words);
        return send(others);
    }
}

;// CONCATENATED MODULE: ./lib/src/clouds/pipecat/linked.js
/** Called before anything is changed: the cloud and this step would deploy against each other, and the later one wins. */
function warnOfLink(name, { link }, progress) {
    if (!link?.deploysByItself)
        return;
    const to = [link.repository, link.branch].filter((part) => part !== undefined).join(', branch ');
    const words = `Agent ${name} is linked to a repository${to && ` (${to})`}, and the cloud deploys each push to it by itself: two would deploy against each other. Turn it off with: pipecat cloud agent link ${name} --no-auto-deploy`;
    (progress.warning ?? progress.notice)(words);
}

;// CONCATENATED MODULE: ./lib/src/clouds/pipecat/region-check.js

/**
 * Builds, agents and secret sets must be in one region; an agent never changes its own
 * (contracts/pipecat.openapi.yaml, general rules and updateAgent).
 *
 * @throws {UserError} that says which is where.
 */
function checkRegions({ agentName, agent, build, given }) {
    if (agent !== undefined && build !== undefined && agent !== build) {
        const hint = `Give \`region: ${agent}\`, so that it is built where the agent is. An agent cannot move: to have it in ${build}, delete it first or choose another \`agent-name\`.`;
        throw new errors/* UserError */.yo(`Agent ${agentName} runs in ${agent} and the build was made in ${build}; a build cannot cross regions`, { hint });
    }
    if (agent !== undefined && given !== undefined && agent !== given) {
        const hint = `Give \`region: ${agent}\`, or leave it out. An agent cannot move: to have it in ${given}, delete it first or choose another \`agent-name\`.`;
        throw new errors/* UserError */.yo(`Agent ${agentName} runs in ${agent}, and \`region\` says ${given}`, { hint });
    }
    if (build !== undefined && given !== undefined && build !== given) {
        const hint = `Give \`region: ${build}\`, or build anew with the region that is wanted.`;
        throw new errors/* UserError */.yo(`The build was made in ${build}, and \`region\` says ${given}`, { hint });
    }
}
/** `undefined` where what is deployed is no build. */
async function regionOfBuild(getBuild, { of }, signal) {
    return 'buildId' in of ? (await getBuild(of.buildId, signal)).region : undefined;
}

;// CONCATENATED MODULE: ./lib/src/clouds/pipecat/deploy.js








const AGENTS = '/v1/agents';
/** Milliseconds for which a cancelled step still awaits which deployment it has just begun. */
const GRACE = 2_500;
const deploy_HINTS = {
    400: 'Known causes: the build did not succeed or is of another region, a secret set does not exist there, a setting is out of its bounds.',
    404: 'Check `build-id`, and the secret sets that the inputs or pcc-deploy.toml name.',
    409: 'Known cause: another change of this agent is under way. Run the job again.',
};
function agentPath(name) {
    return `${AGENTS}/${(0,http/* segment */.mX)(name)}`;
}
/** @throws {HttpError} 404 where there is no such agent. */
function fetchAgent(client, name, signal) {
    const hints = {
        404: 'The organization has no such agent: check `agent-name`, and whose key `api-key` is.',
    };
    return client.request({ method: 'GET', path: agentPath(name), hints, signal }, readAgent);
}
/** Creates the agent, or updates it where it exists, also where it appears meanwhile or an answer is lost. */
async function createOrUpdate(connection, request, progress, signal) {
    const name = nameOf(request, progress);
    const existing = await findAgent(connection.client, name, signal);
    if (existing) {
        warnOfLink(name, existing, progress);
        const before = baselineOf(name, existing);
        return update(connection, { name, existing, before, request }, progress, signal);
    }
    try {
        const { record, found } = await create(connection, { name, request }, progress, signal);
        // What a lost request seems to have made may be another run's: the same settings once more change nothing.
        if (found)
            return await update(connection, { name, existing: record, before: NO_BASELINE, request }, progress, signal);
        return await withDesired(connection.client, { name, record, before: NO_BASELINE }, signal);
    }
    catch (error) {
        if (!(error instanceof errors/* HttpError */.j$) || !isTaken(error))
            throw error;
        progress.notice(`Agent ${name} exists meanwhile: it is updated`);
        const other = await fetchAgent(connection.client, name, signal);
        return update(connection, { name, existing: other, before: baselineOf(name, other), request }, progress, signal);
    }
}
function nameOf({ agentName, preview }, progress) {
    if (!preview)
        return (0,agent_name/* checkedName */.XT)(agentName);
    const name = (0,agent_name/* previewName */.gz)(agentName, preview.label, preview.repository);
    const isShortened = !name.startsWith(`${agentName}-${preview.label}-`);
    progress.notice(isShortened
        ? `${agentName}-${preview.label} is too long for an agent: the preview is called ${name}`
        : `The preview is the agent ${name}`);
    return name;
}
async function findAgent(client, name, signal) {
    try {
        const record = await fetchAgent(client, name, signal);
        return record.deletedAt === undefined ? record : undefined;
    }
    catch (error) {
        if (error instanceof errors/* HttpError */.j$ && error.status === 404)
            return undefined;
        throw error;
    }
}
async function create({ client, clock, regions, getBuild }, { name, request }, progress, signal) {
    const build = await regionOfBuild(getBuild, request, signal);
    checkRegions({ agentName: name, agent: undefined, build, given: request.region });
    const region = request.region ?? build ?? (await regions.resolve(undefined, signal));
    const where = { serviceName: name, ...(region === undefined ? {} : { region }) };
    const call = { method: 'POST', path: AGENTS, graceMs: GRACE, hints: deploy_HINTS, signal };
    const send = () => withArchitecture(request, progress, (settings) => client.request({ ...call, json: { ...where, ...settings } }, readAgent));
    const deployedAs = (record, found) => ({ id: name, record, found });
    const created = await (0,send_once/* sendOnce */.E)({
        what: 'agent',
        send: async () => deployedAs(await send(), false),
        find: async () => {
            const there = await findAgent(client, name, signal);
            return there && deployedAs(there, true);
        },
        notice: progress.notice,
        leftMs: client.leftMs,
        clock,
        signal,
    });
    if (created.record.warning !== undefined)
        progress.notice(created.record.warning);
    return created;
}
/** 400 is on record, 409 to be expected (contracts/pipecat.openapi.yaml, createAgent). */
function isTaken({ status, detail }) {
    return status === 409 || (status === 400 && /already exists/i.test(detail));
}
/** Sent again after a lost answer: the same settings once more change nothing. */
async function update({ client, getBuild }, { name, existing, before, request, }, progress, signal) {
    const build = await regionOfBuild(getBuild, request, signal);
    checkRegions({ agentName: name, agent: existing.region, build, given: request.region });
    const call = {
        method: 'POST',
        path: agentPath(name),
        idempotent: true,
        graceMs: GRACE,
        hints: deploy_HINTS,
        signal,
    };
    const record = await withArchitecture(request, progress, (json) => client.request({ ...call, json }, readAgent));
    if (record.warning !== undefined)
        progress.notice(record.warning);
    return withDesired(client, { name, record, before }, signal);
}
function baselineOf(name, { desired, errors, deployedAt, createdAt }) {
    const at = deployedAt ?? createdAt;
    return {
        deployments: new Set(desired === undefined ? [] : [desired]),
        errors,
        previous: { id: (0,agent_name/* deploymentId */.dP)(name, desired), ...(at && { createdAt: at }) },
    };
}
const NO_BASELINE = { deployments: new Set(), errors: [] };
/** The deployment to follow is the one in the answer, else the one of the first read after it. */
async function withDesired(client, deployed, signal) {
    if (deployed.record.desired !== undefined)
        return deployed;
    return { ...deployed, record: await fetchAgent(client, deployed.name, signal) };
}

;// CONCATENATED MODULE: ./lib/src/clouds/pipecat/agent-log.js



/** Entries per answer; the allowed maximum is not documented. */
const ENTRIES = 100;
/**
 * What the agent's containers wrote, oldest first, to explain a rollout. The cursor is the number of entries read so
 * far. An entry's id is made of its time and text, because late entries can move others to the next page.
 */
function readAgentLog(client, { name, wanted }, cursor, signal) {
    const offset = Number(cursor ?? 0);
    const query = { limit: ENTRIES, offset, order: 'asc', deploymentId: wanted };
    return client.request({ method: 'GET', path: `${agentPath(name)}/logs`, query, signal }, (reply) => {
        const entries = (0,clouds_reply/* fieldsOf */.Pf)(reply, 'an agent’s log').logs ?? [];
        if (!Array.isArray(entries))
            throw new http/* ReplyFault */.Xl('`logs` is no list in the reply');
        const lines = entries.filter((entry) => !isOfAnother(entry, wanted)).map(readEntry);
        return { lines, cursor: String(offset + entries.length), more: entries.length >= ENTRIES };
    });
}
function isOfAnother(entry, wanted) {
    const deploymentId = (0,clouds_reply/* isFields */.Ce)(entry) ? (0,clouds_reply/* textOf */.b6)(entry, 'deploymentId') : undefined;
    return deploymentId !== undefined && wanted !== undefined && deploymentId !== wanted;
}
function readEntry(entry) {
    if (!(0,clouds_reply/* isFields */.Ce)(entry))
        return { text: typeof entry === 'string' ? entry : JSON.stringify(entry) };
    const text = ((0,clouds_reply/* textOf */.b6)(entry, 'log', 'message') ?? '').replace(/\r?\n$/, '');
    // Nanoseconds: a text, not an instant (contracts/pipecat.openapi.yaml, getAgentLogs).
    const at = (0,clouds_reply/* textOf */.b6)(entry, 'timestamp');
    return at === undefined ? { text } : { id: `${at} ${text}`, text };
}

;// CONCATENATED MODULE: ./lib/src/clouds/pipecat/rollout-events.js

/**
 * What a person wants to see of a rollout. The cloud reports states, not events. Each state gets words that read as
 * an event when it first appears, and that stay equal while nothing changes.
 */
function eventsOf({ previous, errors, conditions }, own) {
    return [
        ...(own ? revisionEvents(own) : []),
        ...(own && previous?.phase ? [rollout_events_event(previous.phase, 'the revision before this one')] : []),
        ...conditions.filter((condition) => condition.isTrue).map(conditionEvent),
        ...errors.map((fault) => rollout_events_event(fault.code ?? 'Error', fault.message ?? '', { warning: true })),
    ];
}
function revisionEvents(own) {
    const events = [];
    if (own.phase !== undefined) {
        const failed = own.phase.toLowerCase() === 'failed';
        events.push(rollout_events_event(own.phase, replicaWords(own), { warning: failed, at: own.phaseStartedAt }));
    }
    if (own.headline !== undefined) {
        const warning = own.reason !== undefined || own.phase?.toLowerCase() === 'failed';
        events.push(rollout_events_event('Health', own.headline, { warning }));
    }
    if (own.reason !== undefined)
        events.push(rollout_events_event(own.reason, crashWords(own), { warning: true }));
    if (own.infrastructureIssue) {
        const words = 'the cloud reports trouble of its own, not of the image';
        events.push(rollout_events_event('InfrastructureIssue', words, { warning: true }));
    }
    return events;
}
function replicaWords({ readyReplicas, replicasStarted }) {
    if (readyReplicas === undefined)
        return 'the new revision';
    if (replicasStarted === undefined)
        return `${readyReplicas} ready`;
    return replicasStarted === 0
        ? 'no instance has started yet'
        : `${readyReplicas} of ${replicasStarted} instances ready`;
}
function conditionEvent({ type, reason, message }) {
    return rollout_events_event(reason ?? type, message ?? type, { warning: type.toLowerCase() === 'degraded' });
}
function rollout_events_event(reason, message, { warning = false, at } = {}) {
    return (0,omit_undefined/* omitUndefined */.O)({ at, warning, reason, message });
}
/** Why it failed: the cloud's words for its customers, the errors, then how the container ended. */
function failureReason({ errors, conditions }, own) {
    const degraded = conditions.find(({ type, isTrue }) => isTrue && type.toLowerCase() === 'degraded');
    const parts = [
        own?.headline,
        ...errors.map(faultWords),
        own?.reason === undefined && own?.message === undefined && own?.lastExitCode === undefined
            ? undefined
            : [own.reason, crashWords(own)].filter(Boolean).join(': '),
        degraded && [degraded.reason, degraded.message].filter(Boolean).join(': '),
    ];
    return parts.filter(Boolean).join('; ') || 'the revision failed, and the cloud gives no reason';
}
function faultWords({ code, message }) {
    return [code, message].filter(Boolean).join(': ');
}
function crashWords({ restarts, lastExitCode, lastTerminationReason, message }) {
    const why = lastTerminationReason === undefined ? '' : ` (${lastTerminationReason})`;
    return [
        restarts ? `${restarts} ${restarts === 1 ? 'restart' : 'restarts'}` : undefined,
        lastExitCode === undefined ? lastTerminationReason : `last exit code ${lastExitCode}${why}`,
        message,
    ]
        .filter(Boolean)
        .join(', ');
}

;// CONCATENATED MODULE: ./lib/src/clouds/pipecat/rollout.js



/**
 * The state of one rollout, read from the agent's record.
 *
 * Done is what contracts/pipecat.openapi.yaml says (getAgent; contracts/README.md, disagreement 24): the reconciled
 * deployment is the wanted one, and it is available and ready. Servers that do not name the reconciled one are judged
 * by the older rule.
 */
function deploymentOf(record, of) {
    const wanted = of.wanted ?? record.desired;
    const { status, rawStatus } = stateOf(record, wanted, of.before);
    const previous = stillServing(record, wanted, of);
    return (0,omit_undefined/* omitUndefined */.O)({
        id: (0,agent_name/* deploymentId */.dP)(of.name, of.wanted),
        status,
        rawStatus,
        agentName: of.name,
        createdAt: record.deployedAt ?? record.createdAt,
        events: eventsOf(record, ownRevision(record, wanted)),
        previous,
        error: status === 'failed' ? failureReason(record, ownRevision(record, wanted)) : undefined,
    });
}
/** With the words of the life cycle in contracts/README.md. */
function stateOf(record, wanted, before) {
    if (record.deletedAt !== undefined)
        return { status: 'deleted', rawStatus: 'deleted' };
    const { desired } = record;
    if (wanted !== undefined && desired !== undefined && desired !== wanted) {
        if (!before?.deployments.has(desired))
            return { status: 'superseded', rawStatus: 'superseded' };
        return { status: 'pending', rawStatus: 'waiting' };
    }
    const own = ownRevision(record, wanted);
    if (hasFailed(record, wanted, own, before))
        return { status: 'failed', rawStatus: 'failed' };
    if (isReady(record, wanted))
        return { status: 'healthy', rawStatus: 'ready' };
    const begun = own !== undefined || record.reconciled === undefined || record.reconciled === wanted;
    return begun
        ? { status: 'progressing', rawStatus: 'progressing' }
        : { status: 'pending', rawStatus: 'waiting' };
}
/** The current revision, unless it is of an earlier deployment. */
function ownRevision({ current, reconciled }, wanted) {
    if (current?.deployment === undefined)
        return reconciled === wanted ? current : undefined;
    return current.deployment === wanted ? current : undefined;
}
/** Errors from before count only once the cloud has processed the new deployment. */
function hasFailed({ errors, reconciled }, wanted, own, before) {
    if (own?.phase?.toLowerCase() === 'failed')
        return true;
    if (errors.length === 0)
        return false;
    return reconciled === wanted || JSON.stringify(errors) !== JSON.stringify(before?.errors ?? []);
}
function isReady({ reconciled, ready, available, activeReady, current }, wanted) {
    if (reconciled !== undefined) {
        const isWanted = reconciled !== null && reconciled === (wanted ?? reconciled);
        return isWanted && (available ?? ready) === true && (ready === true || activeReady === true);
    }
    const isOther = current?.deployment !== undefined && current.deployment !== wanted;
    return !isOther && (available === true || ready === true) && (activeReady ?? ready) === true;
}
/** The revision before this one, where it still accepts sessions. */
function stillServing({ available, current, previous }, wanted, { name, before }) {
    if (available !== true)
        return undefined;
    const other = [current, previous].find((revision) => revision?.deployment !== undefined && revision.deployment !== wanted)?.deployment;
    if (other === undefined)
        return before?.previous;
    const id = (0,agent_name/* deploymentId */.dP)(name, other);
    return before?.previous?.id === id ? before.previous : { id };
}

;// CONCATENATED MODULE: ./lib/src/clouds/pipecat/previews.js








const UNMARKED = 'its name has no mark of this repository, so an earlier release, the vendor or a person may have made it';
/**
 * The previews of exactly this agent. With a label: the agent of that name, with this repository's mark or without
 * one. Without a label: every agent that has exactly the name of a pull request's preview. Without an agent: every
 * agent with the mark. An id here is the agent's name, so that removing it removes whatever it runs.
 */
async function* previewsOf(client, of, signal) {
    const { agentName, label, repositories } = of;
    const candidates = agentName === undefined || label === undefined
        ? await listedPreviews(client, of, signal)
        : labelled(agentName, label, repositories);
    for (const candidate of candidates) {
        const { name, repository } = candidate;
        const record = await fetchAgent(client, name, signal).catch((error) => {
            if (error instanceof errors/* HttpError */.j$ && error.status === 404)
                return undefined;
            throw error;
        });
        if (record === undefined || (record.name ?? name) !== name)
            continue;
        yield (0,omit_undefined/* omitUndefined */.O)({
            ...deploymentOf(record, { name, wanted: undefined }),
            agentName: agentName ?? name,
            previewLabel: candidate.label,
            repository,
            unmarked: repository === undefined ? UNMARKED : undefined,
        });
    }
}
function labelled(agentName, label, repositories) {
    const marked = repositories.map((repository) => ({
        name: (0,agent_name/* previewName */.gz)(agentName, label, repository),
        label,
        repository,
    }));
    return [...marked, { name: (0,agent_name/* unmarkedName */.pQ)(agentName, label), label }];
}
async function listedPreviews(client, { agentName, label: wanted, repositories }, signal) {
    const agents = await client.request({ method: 'GET', path: AGENTS, signal }, readAgents);
    return agents
        .filter(({ deletedAt }) => deletedAt === undefined)
        .toSorted((one, other) => Date.parse(other.createdAt ?? '') - Date.parse(one.createdAt ?? '') || 0)
        .flatMap(({ name }) => {
        const preview = name === undefined ? undefined : (0,agent_name/* previewNamed */.Cw)(name, agentName, repositories);
        if (name === undefined || preview === undefined)
            return [];
        return wanted === undefined || preview.label === wanted ? [{ name, ...preview }] : [];
    });
}
function readAgents(reply) {
    const services = Array.isArray(reply) ? reply : ((0,clouds_reply/* fieldsOf */.Pf)(reply, 'a list of agents').services ?? []);
    if (!Array.isArray(services))
        throw new http/* ReplyFault */.Xl('`services` is no list in the reply');
    return services.map(readAgent);
}

;// CONCATENATED MODULE: ./lib/src/clouds/pipecat/deployments.js








/** Deploying: an agent is created or updated in place. An id is the agent's name and which of its deployments. */
function createDeployments(connection) {
    const { client, recentIds, baseUrl } = connection;
    const begun = new Map();
    return {
        inPlace: true,
        now: client.now,
        create: (request, progress, signal) => deploy(connection, begun, request, progress, signal),
        get: async (id, signal) => {
            const { name, wanted } = (0,agent_name/* readDeploymentId */.FV)(id);
            const record = await recentIds.await(id, () => fetchAgent(client, name, signal), signal);
            return deploymentOf(record, { name, wanted, before: begun.get(id) });
        },
        logs: async (id, cursor, signal) => readAgentLog(client, (0,agent_name/* readDeploymentId */.FV)(id), cursor, signal),
        previews: (of, signal) => previewsOf(client, of, signal),
        remove: (id, signal) => remove(client, id, signal),
        removalCommand: (ids) => (0,removal_command/* removalCommand */.M)(ids.map((id) => (0,agent_name/* readDeploymentId */.FV)(id).name), {
            baseUrl,
            path: AGENTS,
            headers: ['Authorization: Bearer $PIPECAT_API_KEY'],
        }),
    };
}
async function deploy(connection, begun, request, progress, signal) {
    const { name, record, before } = await createOrUpdate(connection, request, progress, signal);
    const id = (0,agent_name/* deploymentId */.dP)(name, record.desired);
    begun.set(id, before);
    connection.recentIds.note(id);
    const { preview } = request;
    const now = deploymentOf(record, { name, wanted: record.desired, before });
    // The answer may still describe the deployment before; only a warning says that nothing new was rolled out.
    const early = now.status === 'healthy' && record.warning === undefined;
    const deployment = (0,omit_undefined/* omitUndefined */.O)({
        ...now,
        ...(early ? { status: 'pending', rawStatus: 'waiting' } : {}),
        agentName: request.agentName,
        previewLabel: preview?.label,
        repository: preview?.repository,
        // The cloud keeps no expiry: the scheduled cleanup uses this one.
        expiresAt: preview && new Date(connection.client.now() + preview.ttlMs).toISOString(),
        previous: before.previous,
    });
    progress.submitted(deployment);
    return deployment;
}
/**
 * Deletes the agent. An id with a deployment means that deployment alone: where a later run has deployed since, the
 * agent belongs to that run.
 */
async function remove(client, id, signal) {
    const { name, wanted } = (0,agent_name/* readDeploymentId */.FV)(id);
    try {
        if (wanted !== undefined) {
            const { desired } = await fetchAgent(client, name, signal);
            if (desired !== undefined && desired !== wanted)
                return 'gone';
        }
        await client.request({ method: 'DELETE', path: agentPath(name), signal }, () => undefined);
        return 'removed';
    }
    catch (error) {
        if (error instanceof errors/* HttpError */.j$ && error.status === 404)
            return 'gone';
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/src/clouds/pipecat/log.js



/** Lines per answer, the documented maximum: no parameter takes `nextToken` (contracts/README.md, disagreement 27). */
const LINES = 10_000;
/** The build log as a list that is polled. */
function createLog(client) {
    return {
        kind: 'polled',
        pageSize: LINES,
        isWhole: endsAsCodeBuild,
        read: async (buildId, signal) => {
            const path = `/v1/builds/${(0,http/* segment */.mX)(buildId)}/logs`;
            try {
                return await client.request({ method: 'GET', path, query: { limit: LINES }, signal }, readLines);
            }
            catch (error) {
                // The build exists, its log does not yet (contracts/pipecat.openapi.yaml, getBuildLogs).
                if (error instanceof errors/* HttpError */.j$ && error.status === 404)
                    return [];
                throw error;
            }
        },
    };
}
const SERVICE = String.raw `^\[Container\] \d{4}/\d\d/\d\d \d\d:\d\d:\d\d(?:\.\d+)? `;
const LAST_PHASE = new RegExp(`${SERVICE}Phase complete: UPLOAD_ARTIFACTS (?:State|Success): \\w+\\s*$`);
const LAST_LINE = new RegExp(`${SERVICE}Phase context status code: `);
/**
 * The builds run on AWS CodeBuild: its lines are in the documented example (contracts/pipecat.openapi.yaml,
 * `getBuildLogs`). CodeBuild's last line always says how the last phase inside the container ended, after all
 * commands. Projects without artifacts or reports may lack that phase; then no line shows the end.
 */
function endsAsCodeBuild(lines) {
    const [phase = '', last = ''] = lines.filter((line) => line.trim() !== '').slice(-2);
    return LAST_PHASE.test(phase) && LAST_LINE.test(last);
}
/** @throws {ReplyFault} where `logs` is something else than a list. */
function readLines(reply) {
    const lines = (0,clouds_reply/* fieldsOf */.Pf)(reply, 'a build log').logs ?? [];
    if (!Array.isArray(lines))
        throw new http/* ReplyFault */.Xl('`logs` is no list in the reply');
    return lines.flatMap((line) => textIn(line)
        .replace(/\r?\n$/, '')
        .split(/\r?\n/));
}
/** A text, or an object with one (contracts/README.md, disagreement 26). */
function textIn(line) {
    if (typeof line === 'string')
        return line;
    const found = (0,clouds_reply/* isFields */.Ce)(line)
        ? [line.message, line.log].find((member) => typeof member === 'string')
        : undefined;
    return typeof found === 'string' ? found : JSON.stringify(line);
}

;// CONCATENATED MODULE: ./lib/src/clouds/pipecat/regions.js



/**
 * How often a failed read is retried, the wait before it, and the time for all in milliseconds. Short, as the server
 * has a default too.
 */
const MAX_RETRIES = 2;
const RETRY_WAIT_MS = 1_000;
const MAX_RETRY_MS = 10_000;
/** Asks for the default once: it must not change between looking for a build and uploading. */
function createRegions(client, clock) {
    let known;
    return {
        resolve: async (given, signal) => {
            if (given !== undefined)
                return given;
            known ??= { region: await askDefault(client, clock, signal) };
            return known.region;
        },
    };
}
async function askDefault(client, clock, signal) {
    const call = { method: 'GET', path: '/v1/properties', isFinal: () => true, signal };
    const isTemporary = (error) => error instanceof errors/* HttpError */.j$ && (error.status === 0 || error.status === 429 || error.status >= 500);
    try {
        return await (0,wait/* retry */.L)(() => client.request(call, readDefault), {
            retries: MAX_RETRIES,
            budgetMs: MAX_RETRY_MS,
            delayOf: (error) => (isTemporary(error) ? RETRY_WAIT_MS : undefined),
            signal,
            clock,
        });
    }
    catch (error) {
        if (error instanceof errors/* AbortedError */.oM || signal.aborted)
            throw error;
        return undefined;
    }
}
/** `{properties: {…}}`, or the bare map. */
function readDefault(reply) {
    const fields = (0,clouds_reply/* fieldsOf */.Pf)(reply, 'the organization’s properties');
    return (0,clouds_reply/* textOf */.b6)((0,clouds_reply/* isFields */.Ce)(fields.properties) ? fields.properties : fields, 'defaultRegion');
}

// EXTERNAL MODULE: ./lib/src/deadline.js
var deadline = __webpack_require__(604);
// EXTERNAL MODULE: ./lib/src/clouds/archive-limit.js
var archive_limit = __webpack_require__(7941);
// EXTERNAL MODULE: ./lib/src/clouds/build.js
var build = __webpack_require__(8717);
// EXTERNAL MODULE: ./lib/src/clouds/context-hash.js
var context_hash = __webpack_require__(9215);
// EXTERNAL MODULE: ./lib/src/clouds/traits.js
var traits = __webpack_require__(2100);
// EXTERNAL MODULE: ./lib/src/clouds/storage.js
var storage = __webpack_require__(4700);
;// CONCATENATED MODULE: ./lib/src/clouds/pipecat/upload-target.js


/** Fields that are, or are made from, a credential; the others name the object and say how it was signed. */
const SECRET = /policy|credential|token|signature|access/i;
/** Characters: shorter values are not credentials, and masking them would make the log unreadable. */
const SHORTEST = 4;
/** @throws {ReplyFault} for an answer that cannot be used. The client checks whether sources may be sent there. */
function readTarget(reply) {
    const target = (0,clouds_reply/* fieldsOf */.Pf)(reply, 'an upload target');
    const url = (0,clouds_reply/* requiredText */.$4)(target, 'the upload target', 'uploadUrl');
    if (!URL.canParse(url))
        throw new http/* ReplyFault */.Xl('`uploadUrl` is no address in the reply');
    const fields = {};
    for (const [name, value] of Object.entries((0,clouds_reply/* fieldsOf */.Pf)(target.uploadFields, '`uploadFields`'))) {
        if (typeof value !== 'string')
            throw new http/* ReplyFault */.Xl(`\`uploadFields.${name}\` is no text in the reply`);
        fields[name] = value;
    }
    const signed = Object.entries(fields).filter(([name]) => SECRET.test(name));
    const secrets = signed.map(([, value]) => value).filter((value) => value.length >= SHORTEST);
    return {
        uploadId: (0,clouds_reply/* requiredText */.$4)(target, 'the upload target', 'uploadId'),
        url,
        fields,
        // A query would be part of a signature.
        secrets: new URL(url).search === '' ? secrets : [...secrets, url],
    };
}

;// CONCATENATED MODULE: ./lib/src/clouds/pipecat/upload.js





/**
 * Milliseconds before each further attempt. Short outages of the object storage are documented
 * (contracts/pipecat.openapi.yaml, uploadContext); after longer ones the job has to be run again.
 */
const WAITS = [2_000, 8_000, 30_000];
const TARGET_HINTS = {
    400: 'Known cause: the organization has no cloud builds in this region. Check `region`, or have cloud builds enabled.',
};
const UPLOAD_HINTS = {
    400: 'The object storage found fault with the upload: the context may be too large. Leave more out by the ignore file.',
    403: 'The object storage refuses the upload for the reason above: if no proxy alters requests here, tell the cloud’s support.',
    404: 'The upload target is gone: run the job again.',
    413: 'Leave more out by the ignore file, or choose a smaller `context`.',
};
/**
 * Uploads the archive to the object storage; each attempt gets a new upload target.
 *
 * @returns the upload's id.
 * @throws {HttpError} with the storage's own code and words.
 */
async function upload({ client, clock, left }, archive, region, progress, signal) {
    let sending = false;
    let renewed = false;
    const attempt = async () => {
        sending = false;
        const target = await askTarget(client, region, signal);
        for (const secret of target.secrets) {
            progress.secret(secret);
            client.secret(secret);
        }
        sending = true;
        await post(client, target, archive, signal);
        return target.uploadId;
    };
    return (0,wait/* retry */.L)(attempt, {
        retries: WAITS.length,
        budgetMs: left(),
        delayOf: (error, count) => {
            // The client has already retried the request for a target.
            if (!sending)
                return undefined;
            if (!(0,storage/* mayBeExpired */.mw)(error))
                return isTemporary(error) ? WAITS[count - 1] : undefined;
            // Its 15 minutes are over: try a new target at once, but only once.
            if (renewed)
                return undefined;
            renewed = true;
            return 0;
        },
        onRetry: (error, _count, waitMs) => {
            const when = waitMs === 0 ? '' : ` in ${waitMs / 1000} s`;
            progress.notice(`The upload failed (${(0,errors/* messageOf */.bD)(error)}); it is tried again with a new upload target${when}`);
        },
        signal,
        clock,
    }).catch((error) => {
        throw sending && renewed && (0,storage/* mayBeExpired */.mw)(error) ? expiredTarget(error) : error;
    });
}
function expiredTarget(error) {
    const hint = 'Two upload targets in a row were refused as expired, although each is valid for 15 minutes: a proxy that changes requests can cause this; otherwise ask the cloud’s support.';
    return new errors/* HttpError */.j$({ ...error, detail: error.detail }, { hint, cause: error });
}
function askTarget(client, region, signal) {
    const call = {
        method: 'POST',
        path: '/v1/builds/upload-url',
        json: region === undefined ? {} : { region },
        // A second target costs nothing.
        idempotent: true,
        hints: TARGET_HINTS,
        signal,
    };
    return client.request(call, readTarget);
}
/** The fields as they came and in their order, the file last: the storage ignores what follows it. */
async function post(client, { url, fields }, archive, signal) {
    const contentType = 'application/gzip';
    const typed = 'Content-Type' in fields ? fields : { ...fields, 'Content-Type': contentType };
    const body = (0,http/* multipartBody */.RP)(typed, {
        field: 'file',
        fileName: 'context.tar.gz',
        contentType,
        file: archive,
    });
    // Another attempt needs another target, so the client must not retry.
    const isFinal = () => true;
    await (0,storage/* sendToStorage */.JF)(client, { method: 'POST', url, body, hints: UPLOAD_HINTS, isFinal, signal });
}
/** Errors that may be temporary. The storage reports its own timeout as 400 (code `RequestTimeout`). */
function isTemporary(error) {
    if (!(error instanceof errors/* HttpError */.j$))
        return false;
    const { status, detail } = error;
    if (status === 400)
        return /\bRequestTimeout\b/.test(detail);
    return status === 0 || status === 408 || status === 429 || status >= 500;
}

;// CONCATENATED MODULE: ./lib/src/clouds/pipecat/submit.js










/**
 * Milliseconds for which a cancelled step still waits for the id of what it has just submitted (docs/platform.md,
 * Cancel).
 */
const submit_GRACE = 2_500;
/** Builds of one context that are read at most, and the milliseconds for reading them before the upload. */
const MAX_BUILDS = 200;
const LIST_WITHIN_MS = 15_000;
const submit_HINTS = {
    400: 'Known causes: the organization has no cloud builds in this region, or the upload was not found. Check `region`, and that cloud builds are enabled.',
    404: 'The cloud does not find the upload: run the job again.',
};
/**
 * One build from one archive: upload, then create. The cloud may answer with an equal build that has succeeded
 * before, which is then `cached`.
 *
 * @throws {HttpError} as the cloud refuses; {UserError} for an archive that is too large.
 */
async function submitBuild(connection, request, progress, signal) {
    const { client, clock, regions } = connection;
    (0,archive_limit/* refuseTooLarge */.A)(request, traits/* CLOUD_TRAITS */.Q.pipecat);
    const region = await regions.resolve(request.region, signal);
    const inputs = { contextHash: (0,context_hash/* contextHashOf */.X)(request), dockerfile: request.dockerfile, region };
    const [before, uploadId] = await Promise.all([
        listEarlier(client, inputs, signal),
        upload(connection, request.archive, region, progress, signal),
    ]);
    const submitted = (build, cached) => {
        if (cached)
            return { ...build, cached: true };
        progress.submitted(build);
        return build;
    };
    const create = async () => {
        const json = {
            uploadId,
            ...(region === undefined ? {} : { region }),
            dockerfilePath: request.dockerfile,
        };
        const call = { method: 'POST', path: '/v1/builds', json, graceMs: submit_GRACE, hints: submit_HINTS, signal };
        return client.request(call, (reply) => {
            const build = readBuild(reply);
            return submitted(build, isCached(reply, build));
        });
    };
    const build = await (0,send_once/* sendOnce */.E)({
        what: 'build',
        send: create,
        find: async () => {
            const own = await findOwn(client, inputs, before, signal);
            // A build that did not exist before is this run's, however soon it has succeeded.
            return own && submitted(own, own.status === 'succeeded' && before?.has(own.id) !== false);
        },
        notice: progress.notice,
        leftMs: client.leftMs,
        clock,
        signal,
    });
    reportInputs(build, inputs, progress);
    return build;
}
/**
 * Whether the answer is an equal build from before. The member `cached` decides, not the status: a new build may have
 * ended when the create is answered. Servers without that member answer with a successful build only where it existed
 * before.
 */
function isCached(reply, { status }) {
    const cached = (0,clouds_reply/* isFields */.Ce)(reply) ? reply.cached : undefined;
    return typeof cached === 'boolean' ? cached && status === 'succeeded' : status === 'succeeded';
}
function reportInputs(build, { contextHash }, progress) {
    if (build.cached) {
        const when = build.createdAt === undefined ? '' : ` of ${build.createdAt}`;
        progress.notice(`The cloud already has a successful build of this context: ${build.id}${when}. Nothing is built anew`);
    }
    if (build.contextHash !== undefined && build.contextHash !== contextHash)
        progress.debug?.(`The cloud counts the context hash as ${build.contextHash}, not ${contextHash}`);
}
/**
 * Ids of the builds of this context that exist already, to recognise the one of this run; `undefined` where they
 * could not be read in time.
 */
async function listEarlier(client, inputs, signal) {
    const soon = (0,deadline/* timeoutSignal */._)(signal, LIST_WITHIN_MS);
    try {
        return new Set((await findEqual(client, inputs, soon)).map(({ id }) => id));
    }
    catch {
        return undefined;
    }
}
/**
 * The build that a create with a lost answer made. An equal build that succeeded or runs is good as well, whoever
 * started it: its image is the same. A failed one is ours only where it did not exist before.
 */
async function findOwn(client, inputs, before, signal) {
    const builds = await findEqual(client, inputs, signal);
    const fresh = before && builds.find(({ id }) => !before.has(id));
    return fresh ?? builds.find(({ status }) => status === 'succeeded' || !(0,build/* isBuildEnd */.O)(status));
}
async function findEqual(client, inputs, signal) {
    const { contextHash, region } = inputs;
    const found = [];
    let read = 0;
    for await (const page of pagesOf(client, { contextHash, region, limit: PAGE }, signal)) {
        found.push(...page.filter((build) => isOf(build, inputs)));
        read += page.length;
        if (read >= MAX_BUILDS)
            break;
    }
    return found;
}

// EXTERNAL MODULE: ./lib/src/clouds/read-after-write.js
var read_after_write = __webpack_require__(1456);
;// CONCATENATED MODULE: ./lib/src/clouds/pipecat.js









/** The cloud knows no account: the key alone says whose organization it is. */
const pipecat_HINTS = {
    401: 'Check the input `api-key`: Pipecat Cloud takes a private API key of the organization, neither a public key nor a personal access token.',
    403: 'Check the input `api-key`: the key is valid, but may not do this in its organization.',
};
/** Pipecat Cloud (contracts/pipecat.openapi.yaml). Builds cannot be cancelled there. */
function openPipecat(access, options = {}) {
    const clock = options.clock ?? wait/* systemClock */.m;
    const client = (0,http/* createBearerClient */.hL)(access, { ...options, hints: pipecat_HINTS });
    const { budgetMs = Number.POSITIVE_INFINITY } = options;
    const left = () => (typeof budgetMs === 'function' ? budgetMs() : budgetMs);
    const recentIds = (0,read_after_write/* createRecentIds */.U)(clock);
    const regions = createRegions(client, clock);
    const builds = createBuilds({ client, recentIds, regions });
    return {
        name: 'pipecat',
        traits: traits/* CLOUD_TRAITS */.Q.pipecat,
        submit: (request, progress, signal) => submitBuild({ client, clock, left, regions }, request, recentIds.watch(progress), signal),
        ...builds,
        log: createLog(client),
        deployments: createDeployments({
            client,
            clock,
            recentIds,
            regions,
            baseUrl: access.baseUrl,
            getBuild: builds.get,
        }),
    };
}


/***/ })

};
