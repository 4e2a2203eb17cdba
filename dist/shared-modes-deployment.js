export const id = "shared-modes-deployment";
export const ids = ["shared-modes-deployment"];
export const modules = {

/***/ 1600:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VL: function() { return /* binding */ ownershipOf; },
/* harmony export */   Yz: function() { return /* binding */ noteLeft; },
/* harmony export */   hQ: function() { return /* binding */ ownAddresses; }
/* harmony export */ });
/* harmony import */ var _deadline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(604);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5071);
/* harmony import */ var _git_git_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6202);
/* harmony import */ var _settings_deploy_deploy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6920);




const OURS = { ours: true };
/** Milliseconds for a request to the forge that only a renamed repository needs. */
const FORGE_WITHIN_MS = 10_000;
/**
 * The one place that decides whether a preview belongs to this repository. Without proof it counts as somebody
 * else's. Proof is the mark in the preview's name, else the repository in its build's record: the same address, or
 * another address on the same forge with the same repository number, which stays when a repository is renamed or
 * moved.
 * @param known what was found out about repositories before, for many previews in a row
 * @throws {AbortedError} when the workflow is cancelled
 */
async function ownershipOf(step, cloud, preview, known = new Map()) {
    const ofRepository = (address) => {
        const owner = known.get(address) ?? ownerOf(step, address);
        known.set(address, owner);
        return owner;
    };
    if (preview.repository !== undefined)
        return ofRepository(preview.repository);
    if (preview.unmarked !== undefined)
        return unknown(preview.unmarked);
    if (preview.buildId === undefined)
        return unknown('it names no build that could say whose it is');
    try {
        const { sourceRepo } = await cloud.get(preview.buildId, step.signal);
        if (sourceRepo === undefined)
            return unknown(`its build ${preview.buildId} names no repository`);
        return await ofRepository(sourceRepo);
    }
    catch (thrown) {
        if (step.signal.aborted || thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .AbortedError */ .oM)
            throw thrown;
        const why = thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j$ ? `status ${thrown.status}` : (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown);
        return unknown(`the record of its build ${preview.buildId} could not be read (${why})`);
    }
}
async function ownerOf(step, address) {
    const ours = ownAddresses(step).map((one) => one.toLowerCase());
    const given = address.toLowerCase();
    if (ours.includes(given))
        return OURS;
    if (ours.length === 0)
        return unknown('this run knows no repository of its own');
    if ((await originOf(step)) === given)
        return OURS;
    if (await isOurNumber(step, given))
        return OURS;
    return { ours: false, kind: 'another', why: `it was built from another repository (${address})` };
}
function unknown(why) {
    return { ours: false, kind: 'unknown', why };
}
/** The repository's addresses, from the event. */
function ownAddresses({ trigger }) {
    return trigger.repository?.addresses ?? [];
}
/**
 * The checkout's own remote, if it is the event's repository at another address of the same forge: a runner may fetch
 * from an internal address or by SSH (docs/platform.md, Gitea). With another owner or name it is another repository.
 */
async function originOf(step) {
    const { settings, trigger } = step;
    const source = await (0,_git_git_js__WEBPACK_IMPORTED_MODULE_2__/* .readSource */ .o$)(settings.context.root, settings.context.workspace, {});
    const origin = source.repo?.toLowerCase();
    const { owner, name } = trigger.repository ?? {};
    return origin?.endsWith(`/${owner}/${name}`.toLowerCase()) === true ? origin : undefined;
}
/** Whether that address leads to this run's repository on the forge: it was renamed or moved. */
async function isOurNumber(step, address) {
    const { repository } = step.trigger;
    const [host, owner, name, ...more] = address.split('/');
    const isHere = ownAddresses(step).some((own) => own.toLowerCase().startsWith(`${host}/`));
    if (!isHere || repository?.id === undefined || !owner || !name || more.length > 0)
        return false;
    try {
        const forge = await step.forge();
        const signal = (0,_deadline_js__WEBPACK_IMPORTED_MODULE_0__/* .timeoutSignal */ ._)(step.signal, FORGE_WITHIN_MS);
        return (await forge?.repositoryNumber({ owner, name }, signal)) === repository.id;
    }
    catch (thrown) {
        if (step.signal.aborted)
            throw thrown;
        step.console.debug(`Could not check whether ${address} is this repository's former name: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown)}`);
        return false;
    }
}
/** Reports which previews are left and why: in the log now, in summary and comment through the result. */
function noteLeft(step, cloud, left) {
    if (left.length === 0)
        return;
    const { console, recorder } = step;
    for (const { id, label, why } of left) {
        console.info(`Preview ${id}${label === undefined ? '' : ` (${label})`} is left alone: ${why}.`);
    }
    // Without a record of its label, an agent with such a name may be in production.
    const may = left.filter(({ label = '' }) => !cloud.deployments?.inPlace || (0,_settings_deploy_deploy_js__WEBPACK_IMPORTED_MODULE_3__/* .pullRequestIn */ .Ud)(label) !== undefined);
    const command = cloud.deployments?.removalCommand(may.map(({ id }) => id));
    if (may.length > 0)
        console.info(`If they are this repository's after all, this removes them: ${command}`);
    const known = recorder.result().previewsLeft ?? [];
    const fresh = left
        .filter(({ id }) => !known.some((one) => one.id === id))
        .map(({ id, label, why }) => ({ id, ...(label !== undefined && { label }), why }));
    recorder.note({ previewsLeft: [...known, ...fresh] });
}


/***/ }),

/***/ 4689:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: function() { return /* binding */ previewAgent; },
/* harmony export */   u: function() { return /* binding */ agentToClean; }
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1600);
/* harmony import */ var _previews_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4704);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8356);




/** How many builds are read to find the name of an agent that was given by its id. */
const MOST_BUILDS = 1_000;
/**
 * The agent of the previews to delete. On a closed pull request there may be no checkout and so no manifest. Then the
 * live previews with the label show the agent, if all of ours belong to one.
 * @returns `undefined` where no preview of the label is left that could be ours
 * @throws {UserError} where the name cannot be found, or several agents have the label
 */
async function previewAgent(step, cloud, label) {
    const { agent } = step.settings;
    const name = (0,_target_js__WEBPACK_IMPORTED_MODULE_3__/* .namedAgent */ .r)(step.settings);
    if (name !== undefined)
        return name;
    if (agent)
        return nameOfId(step, cloud, agent.value);
    return agentOfLabel(step, cloud, label);
}
/** The agent that was given to a cleanup; `undefined` for all agents. */
async function agentToClean(step, cloud) {
    const { agent } = step.settings;
    const name = (0,_target_js__WEBPACK_IMPORTED_MODULE_3__/* .namedAgent */ .r)(step.settings);
    return name === undefined && agent ? nameOfId(step, cloud, agent.value) : name;
}
async function nameOfId(step, cloud, agentId) {
    for await (const build of cloud.list({ atMost: MOST_BUILDS }, step.signal)) {
        if (build.agentId === agentId && build.agentName !== undefined)
            return build.agentName;
    }
    throw unnamed(`No build of the account belongs to agent-id ${agentId}, so its name is unknown.`);
}
async function agentOfLabel(step, cloud, label) {
    const { deployments } = cloud;
    if (!deployments || deployments.inPlace) {
        throw unnamed('The previews cannot be found without the name of their agent.');
    }
    const names = new Set();
    const left = [];
    for await (const preview of deployments.previews({ label, repositories: (0,_ownership_js__WEBPACK_IMPORTED_MODULE_1__/* .ownAddresses */ .hQ)(step) }, step.signal)) {
        if (preview.agentName === undefined || !(0,_previews_js__WEBPACK_IMPORTED_MODULE_2__/* .isLive */ .DG)(preview) || names.has(preview.agentName))
            continue;
        const owner = await (0,_ownership_js__WEBPACK_IMPORTED_MODULE_1__/* .ownershipOf */ .VL)(step, cloud, preview);
        if (owner.ours)
            names.add(preview.agentName);
        else
            left.push({ id: preview.id, label, why: owner.why });
    }
    if (names.size > 1) {
        throw unnamed(`Previews labelled ${label} belong to several agents (${[...names].sort().join(', ')}).`);
    }
    if (names.size === 0)
        (0,_ownership_js__WEBPACK_IMPORTED_MODULE_1__/* .noteLeft */ .Yz)(step, cloud, left);
    return [...names][0];
}
function unnamed(message) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(message, {
        hint: 'Give agent-name on this step: without a checkout the manifest is not on disk when a pull request is closed.',
    });
}


/***/ }),

/***/ 4704:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DG: function() { return /* binding */ isLive; },
/* harmony export */   PT: function() { return /* binding */ previewsOf; },
/* harmony export */   Pg: function() { return /* binding */ previewLabel; },
/* harmony export */   nR: function() { return /* binding */ timeOf; }
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _settings_deploy_deploy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6920);
/* harmony import */ var _step_known_pull_request_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1447);



/** How many previews of one label are read at most: far more than anyone keeps. */
const MOST_PREVIEWS = 10_000;
/**
 * The label of this run's preview, as the cloud will store it.
 * @throws {UserError} where neither an input nor the event gives one.
 */
function previewLabel({ settings, trigger }) {
    const number = (0,_step_known_pull_request_js__WEBPACK_IMPORTED_MODULE_2__/* .givenNumber */ .Fp)({ settings, trigger });
    const text = settings.preview.label ?? (number === undefined ? undefined : (0,_settings_deploy_deploy_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestLabel */ .xN)(number));
    const label = (0,_settings_deploy_deploy_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitizeLabel */ .kT)(text ?? '');
    if (label !== '')
        return label;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The event ${trigger.event} carries no pull request, so the preview has no label.`, {
        hint: `Give deploy: auto, which ${_settings_deploy_deploy_js__WEBPACK_IMPORTED_MODULE_1__/* .AUTO_WORDS */ .wT}; or give preview-label or pr-number; or run on pull_request, pull_request_target, issue_comment or workflow_run.`,
    });
}
/** All previews of exactly this agent and, if given, exactly this label, newest first; their owner is not checked yet. */
async function previewsOf(deployments, of, signal) {
    const found = [];
    for await (const preview of deployments.previews(of, signal)) {
        found.push(preview);
        if (found.length === MOST_PREVIEWS)
            break;
    }
    return found.sort((a, b) => timeOf(b) - timeOf(a));
}
function timeOf({ createdAt }) {
    const time = Date.parse(createdAt ?? '');
    return Number.isNaN(time) ? 0 : time;
}
/** Whether there is something left to delete. */
function isLive({ status }) {
    return status !== 'deleted' && status !== 'superseded' && status !== 'cancelled';
}


/***/ }),

/***/ 3109:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C0: function() { return /* binding */ removeAll; },
/* harmony export */   Ox: function() { return /* binding */ removeOwned; },
/* harmony export */   TI: function() { return /* binding */ byOwner; },
/* harmony export */   hd: function() { return /* binding */ replaceOlder; }
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _report_log_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7993);
/* harmony import */ var _step_phase_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1739);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1600);
/* harmony import */ var _previews_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4704);





/**
 * Deletes older previews of the same label and agent beyond `preview-keep`, once the new one is healthy. A failure is
 * only a warning: the new preview works, and the old one expires.
 */
async function replaceOlder(step, deployments, { agentName, fresh }) {
    const label = step.recorder.result().deployment?.preview?.label;
    if (label === undefined || deployments.inPlace)
        return;
    await (0,_step_phase_js__WEBPACK_IMPORTED_MODULE_2__/* .phase */ .O)(step, { name: 'Preview cleanup', withinMs: step.settings.deployTimeoutMs }, async () => {
        const query = { agentName, label, repositories: (0,_ownership_js__WEBPACK_IMPORTED_MODULE_3__/* .ownAddresses */ .hQ)(step) };
        const all = await (0,_previews_js__WEBPACK_IMPORTED_MODULE_4__/* .previewsOf */ .PT)(deployments, query, step.signal);
        const older = all.filter((preview) => (0,_previews_js__WEBPACK_IMPORTED_MODULE_4__/* .isLive */ .DG)(preview) && isOlder(preview, fresh));
        const surplus = older.slice(Math.max(0, step.settings.preview.keep - 1));
        const deleted = await removeAll(step, deployments, surplus);
        step.recorder.note({ previewsDeleted: deleted.removed });
        for (const { id, why } of deleted.failed)
            step.console.warning(`Preview ${id} could not be deleted: ${why}`);
        return { deleted: deleted.removed.length, kept: older.length - deleted.removed.length };
    }, (counts, ms) => (0,_report_log_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanupLine */ .lG)({ ...counts, ms }));
}
/** A parallel run may already have deployed a newer one, which must stay. */
function isOlder(preview, fresh) {
    return preview.id !== fresh.id && (0,_previews_js__WEBPACK_IMPORTED_MODULE_4__/* .timeOf */ .nR)(preview) <= (0,_previews_js__WEBPACK_IMPORTED_MODULE_4__/* .timeOf */ .nR)(fresh);
}
/** Deletes this repository's previews of these, one after the other. If one cannot be deleted, the others still are. */
async function removeAll(step, deployments, previews) {
    const { owned, left } = await byOwner(step, previews);
    const removal = await removeOwned(step, deployments, owned);
    (0,_ownership_js__WEBPACK_IMPORTED_MODULE_3__/* .noteLeft */ .Yz)(step, await step.cloud(), left);
    return { ...removal, left };
}
/** Which of these previews are this repository's, and why the others are left alone. */
async function byOwner(step, previews) {
    const cloud = await step.cloud();
    const owned = [];
    const known = new Map();
    const left = [];
    for (const preview of previews) {
        const { id, previewLabel: label } = preview;
        const owner = await (0,_ownership_js__WEBPACK_IMPORTED_MODULE_3__/* .ownershipOf */ .VL)(step, cloud, preview, known).catch((thrown) => {
            if (step.signal.aborted)
                throw thrown;
            return { ours: false, kind: 'unknown', why: `its owner is unknown (${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown)})` };
        });
        if (owner.ours)
            owned.push(preview);
        else
            left.push({ id, ...(label !== undefined && { label }), why: owner.why, kind: owner.kind });
    }
    return { owned, left };
}
/** Deletes these previews, whose owner was checked. */
async function removeOwned(step, deployments, previews) {
    const removed = [];
    const failed = [];
    for (const { id } of previews) {
        try {
            const outcome = await deployments.remove(id, step.signal);
            step.console.info(`${outcome === 'gone' ? 'already gone' : 'deleted'}: preview ${id}`);
            removed.push(id);
        }
        catch (thrown) {
            if (step.signal.aborted) {
                // The others stay: the result of the cancelled run names those that are gone.
                const before = step.recorder.result().previewsDeleted ?? [];
                step.recorder.note({ previewsDeleted: [...before, ...removed] });
                throw thrown;
            }
            failed.push({ id, why: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown) });
        }
    }
    return { removed, failed };
}


/***/ }),

/***/ 8356:
/***/ (function(__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: function() { return /* binding */ deployTargetOf; },
/* harmony export */   r: function() { return /* binding */ namedAgent; }
/* harmony export */ });
/* harmony import */ var _settings_deploy_deploy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6920);
/* harmony import */ var _step_known_pull_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1447);


/** What `deploy` means for this run. */
function deployTargetOf({ settings, trigger }) {
    return (0,_settings_deploy_deploy_js__WEBPACK_IMPORTED_MODULE_0__/* .deployTarget */ .rQ)(settings.deploy, trigger, (0,_step_known_pull_request_js__WEBPACK_IMPORTED_MODULE_1__/* .givenNumber */ .Fp)({ settings, trigger }));
}
/** The agent's name as an input or the project file gives it. */
function namedAgent({ agent, project }) {
    return agent?.by === 'agent-name' ? agent.value : project?.agentName;
}


/***/ })

};
