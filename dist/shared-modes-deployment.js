export const id = "shared-modes-deployment";
export const ids = ["shared-modes-deployment"];
export const modules = {

/***/ 4689:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ previewAgent)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _previews_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4704);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8356);



/** How many builds are read to find the name of an agent that was given by its id. */
const MOST_BUILDS = 1_000;
/**
 * The agent whose previews are torn down. A closed pull request may have no checkout and so no manifest: then the
 * label's own live previews tell the agent, where all of ours belong to one.
 * @returns `undefined` where no preview of the label is left that could be ours
 * @throws {UserError} where the name cannot be told, or several agents carry the label
 */
async function previewAgent(step, cloud, label) {
    const { agent } = step.settings;
    const name = (0,_target_js__WEBPACK_IMPORTED_MODULE_2__/* .namedAgent */ .r)(step.settings);
    if (name !== undefined)
        return name;
    if (agent)
        return nameOfId(step, cloud, agent.value);
    return agentOfLabel(step, cloud, label);
}
async function nameOfId(step, cloud, agentId) {
    for await (const build of cloud.list({ atMost: MOST_BUILDS }, step.signal)) {
        if (build.agentId === agentId && build.agentName !== undefined)
            return build.agentName;
    }
    throw unnamed(`No build of the account belongs to agent-id ${agentId}, so its name is unknown.`);
}
async function agentOfLabel(step, cloud, label) {
    const labelled = cloud.deployments?.labelled;
    if (!labelled)
        throw unnamed('The previews cannot be found without the name of their agent.');
    const names = new Set();
    for await (const preview of labelled(label, step.signal)) {
        if (preview.agentName === undefined || !(0,_previews_js__WEBPACK_IMPORTED_MODULE_1__/* .isLive */ .DG)(preview) || names.has(preview.agentName))
            continue;
        if (await (0,_previews_js__WEBPACK_IMPORTED_MODULE_1__/* .isOurs */ .MU)(step, cloud, preview))
            names.add(preview.agentName);
    }
    if (names.size > 1) {
        throw unnamed(`Previews labelled ${label} belong to several agents (${[...names].sort().join(', ')}).`);
    }
    return [...names][0];
}
function unnamed(message) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(message, {
        hint: 'Give agent-name on this step: without a checkout the manifest is not on disk when a pull request is closed.',
    });
}


/***/ }),

/***/ 4704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ isLive),
/* harmony export */   MU: () => (/* binding */ isOurs),
/* harmony export */   PT: () => (/* binding */ previewsOf),
/* harmony export */   Pg: () => (/* binding */ previewLabel),
/* harmony export */   nR: () => (/* binding */ timeOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _settings_label_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3808);


/** How many previews of one label are read at the most: far above what anyone keeps, and a bound all the same. */
const MOST_PREVIEWS = 10_000;
/**
 * The label of this run's preview, as the cloud will store it.
 * @throws {UserError} where neither an input nor the event gives one.
 */
function previewLabel({ settings, trigger }) {
    const number = settings.pullRequest ?? trigger.pullRequest?.number;
    const text = settings.preview.label ?? (number === undefined ? undefined : (0,_settings_label_js__WEBPACK_IMPORTED_MODULE_1__/* .pullRequestLabel */ .x)(number));
    const { label } = (0,_settings_label_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitizeLabel */ .k)(text ?? '');
    if (label !== '')
        return label;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The event ${trigger.event} carries no pull request, so the preview has no label.`, {
        hint: 'Give preview-label or pr-number, or run on pull_request, pull_request_target, issue_comment or workflow_run.',
    });
}
/** All previews of exactly this agent and, if given, exactly this label, newest first. */
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
/** Whether there is something left to tear down. */
function isLive({ status }) {
    return status !== 'deleted' && status !== 'superseded' && status !== 'cancelled';
}
/**
 * A preview that another repository's build made is not ours, whatever its label: two repositories may share an
 * agent. What is not known to be another's is ours.
 */
async function isOurs(step, cloud, preview) {
    const ours = repositoriesOf(step);
    if (preview.buildId === undefined || ours.length === 0)
        return true;
    const build = await cloud.get(preview.buildId, step.signal).catch(() => undefined);
    if (build?.sourceRepo === undefined || ours.includes(ownerAndName(build.sourceRepo)))
        return true;
    step.console.info(`Preview ${preview.id} is left alone: it was built from another repository.`);
    return false;
}
/** As git and as the event name it. */
function repositoriesOf({ recorder, trigger }) {
    const { repo } = recorder.result().source;
    const { owner, name } = trigger.repository ?? {};
    return [repo, owner && name && `${owner}/${name}`].flatMap((one) => (one ? [ownerAndName(one)] : []));
}
/** Without the host: a runner may reach the forge by another address than people do (docs/platform.md, Gitea). */
function ownerAndName(repository) {
    return repository.toLowerCase().split('/').slice(-2).join('/');
}


/***/ }),

/***/ 3109:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ removeAll),
/* harmony export */   h: () => (/* binding */ replaceOlder)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _report_log_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7993);
/* harmony import */ var _step_phase_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1739);
/* harmony import */ var _previews_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4704);




/**
 * Deletes older previews of the same label and agent beyond `preview-keep`, once the fresh one is healthy.
 * What cannot be deleted is a warning: the new preview stands, and the old one has its expiry.
 */
async function replaceOlder(step, deployments, { agentName, fresh }) {
    const label = step.recorder.result().deployment?.preview?.label;
    if (label === undefined || deployments.inPlace)
        return;
    await (0,_step_phase_js__WEBPACK_IMPORTED_MODULE_2__/* .phase */ .O)(step, { name: 'Preview cleanup', withinMs: step.settings.deployTimeoutMs }, async () => {
        const all = await (0,_previews_js__WEBPACK_IMPORTED_MODULE_3__/* .previewsOf */ .PT)(deployments, { agentName, label }, step.signal);
        const older = all.filter((preview) => (0,_previews_js__WEBPACK_IMPORTED_MODULE_3__/* .isLive */ .DG)(preview) && isOlder(preview, fresh));
        const surplus = older.slice(Math.max(0, step.settings.preview.keep - 1));
        const deleted = await removeAll(step, deployments, surplus);
        step.recorder.note({ previewsDeleted: deleted.removed });
        for (const { id, why } of deleted.failed)
            step.console.warning(`Preview ${id} could not be deleted: ${why}`);
        return { deleted: deleted.removed.length, kept: older.length - deleted.removed.length };
    }, (counts, ms) => (0,_report_log_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanupLine */ .lG)({ ...counts, ms }));
}
/** A parallel run may already have deployed a newer one: that one is not ours to delete. */
function isOlder(preview, fresh) {
    return preview.id !== fresh.id && (0,_previews_js__WEBPACK_IMPORTED_MODULE_3__/* .timeOf */ .nR)(preview) <= (0,_previews_js__WEBPACK_IMPORTED_MODULE_3__/* .timeOf */ .nR)(fresh);
}
/** Deletes one after the other; one that cannot be deleted does not keep the others. */
async function removeAll(step, deployments, previews) {
    const cloud = await step.cloud();
    const removed = [];
    const failed = [];
    for (const preview of previews) {
        try {
            if (!(await (0,_previews_js__WEBPACK_IMPORTED_MODULE_3__/* .isOurs */ .MU)(step, cloud, preview)))
                continue;
            const outcome = await deployments.remove(preview.id, step.signal);
            step.console.info(`${outcome === 'gone' ? 'already gone' : 'deleted'}: preview ${preview.id}`);
            removed.push(preview.id);
        }
        catch (thrown) {
            if (step.signal.aborted)
                throw thrown;
            failed.push({ id: preview.id, why: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown) });
        }
    }
    return { removed, failed };
}


/***/ }),

/***/ 8356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ deployTargetOf),
/* harmony export */   r: () => (/* binding */ namedAgent)
/* harmony export */ });
/* harmony import */ var _settings_deploy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4999);

/** What `deploy` comes to for this run. */
function deployTargetOf({ settings, trigger }) {
    return (0,_settings_deploy_js__WEBPACK_IMPORTED_MODULE_0__/* .deployTarget */ .r)(settings.deploy, trigger, settings.pullRequest ?? trigger.pullRequest?.number);
}
/** The agent's name as an input or the project file gives it. */
function namedAgent({ agent, project }) {
    return agent?.by === 'agent-name' ? agent.value : project?.agentName;
}


/***/ })

};
