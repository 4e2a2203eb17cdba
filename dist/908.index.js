export const id = 908;
export const ids = [908,965];
export const modules = {

/***/ 4908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cleanUp: () => (/* binding */ cleanUp)
});

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
// EXTERNAL MODULE: ./lib/src/report/markdown.js
var markdown = __webpack_require__(2560);
// EXTERNAL MODULE: ./lib/src/report/summary.js
var summary = __webpack_require__(6965);
// EXTERNAL MODULE: ./lib/src/report/units.js
var units = __webpack_require__(8578);
;// CONCATENATED MODULE: ./lib/src/report/pages/cleanup.js



const ROWS = [1000, 200, 20, 0];
/** The job summary of `mode: cleanup`: each preview that went, with its reason. */
function renderCleanup(facts) {
    return (0,markdown/* renderWithin */.As)(ROWS, summary/* SUMMARY_LIMIT */.J, (rows) => cleanupBlocks(facts, rows));
}
const OUTCOMES = {
    deleted: 'deleted',
    failed: '❌ could not be deleted:',
    left: "left alone: another repository's",
    listed: 'would be deleted',
};
function cleanupBlocks({ agent, dryRun, kept, previews }, rows) {
    const deleted = previews.filter(({ outcome }) => outcome === 'deleted').length;
    const did = dryRun
        ? `${(0,units/* count */.U9)(previews.length, 'preview')} would be deleted`
        : `${(0,units/* count */.U9)(deleted, 'preview')} deleted`;
    const shown = previews.slice(0, rows);
    const stays = kept === 0 ? 'No other preview is live.' : `${(0,units/* count */.U9)(kept, 'preview')} ${kept === 1 ? 'stays' : 'stay'}.`;
    return [
        (0,markdown/* heading */.R_)(2, (0,markdown/* text */.Qq)('Preview cleanup of '), (0,markdown/* code */.aY)(agent), (0,markdown/* text */.Qq)(`: ${did}`)),
        ...(shown.length === 0
            ? []
            : [
                (0,markdown/* table */.tp)([[(0,markdown/* text */.Qq)('Preview')], [(0,markdown/* text */.Qq)('Label')], [(0,markdown/* text */.Qq)('Why')], [(0,markdown/* text */.Qq)('Outcome')]], shown.map(({ id, label, reason, outcome, why }) => [
                    [(0,markdown/* code */.aY)(id, 80)],
                    [(0,markdown/* code */.aY)(label, 40)],
                    (0,markdown/* untrustedText */.Ui)(reason, 200),
                    [
                        (0,markdown/* text */.Qq)(OUTCOMES[outcome]),
                        ...(why === undefined ? [] : [(0,markdown/* text */.Qq)(' '), ...(0,markdown/* untrustedText */.Ui)(why, 300)]),
                    ],
                ])),
            ]),
        ...(previews.length > shown.length
            ? [(0,markdown/* paragraph */.FY)((0,markdown/* text */.Qq)(`${(0,units/* count */.U9)(previews.length - shown.length, 'further preview')}.`))]
            : []),
        (0,markdown/* paragraph */.FY)((0,markdown/* text */.Qq)(stays)),
    ];
}

// EXTERNAL MODULE: ./lib/src/settings/duration.js
var duration = __webpack_require__(1180);
// EXTERNAL MODULE: ./lib/src/modes/deployment/previews.js
var previews = __webpack_require__(4704);
;// CONCATENATED MODULE: ./lib/src/modes/cleanup/due.js



/** Reads all of the agent's previews, page by page; only those that are due are kept in memory. */
async function duePreviews(deployments, agentName, rule, pulls, signal) {
    const due = [];
    const seen = new Set();
    let kept = 0;
    for (const of of questions(deployments, agentName, rule.ownLabel)) {
        for await (const preview of deployments.previews(of, signal)) {
            if (!(0,previews/* isLive */.DG)(preview) || seen.has(preview.id))
                continue;
            const reason = await reasonToGo(preview, rule, pulls);
            if (reason === undefined) {
                kept += 1;
                continue;
            }
            seen.add(preview.id);
            due.push({ id: preview.id, label: preview.previewLabel ?? '', reason, preview });
        }
    }
    return { due, kept };
}
/** Where a preview is an agent of its own, a label of the author's choice is found by asking for it alone. */
function questions(deployments, agentName, ownLabel) {
    const asksAlone = deployments.inPlace && ownLabel !== undefined && numberOf(ownLabel) === undefined;
    return [{ agentName }, ...(asksAlone ? [{ agentName, label: ownLabel }] : [])];
}
async function reasonToGo(preview, rule, pulls) {
    const label = preview.previewLabel ?? '';
    const number = numberOf(label);
    const expired = expiryReason(preview, rule, number !== undefined || label === rule.ownLabel);
    if (expired !== undefined || number === undefined)
        return expired;
    return (await pulls.of(number)) === 'closed' ? `pull request ${number} is closed` : undefined;
}
/** Exactly `pr-<number>`: what resembles it is somebody's own label. */
function numberOf(label) {
    const [, digits] = /^pr-([1-9]\d{0,9})$/.exec(label) ?? [];
    return digits === undefined ? undefined : Number(digits);
}
/** The cloud's own expiry counts for every label; `preview-ttl` only for labels that this action gives. */
function expiryReason(preview, { ttlMs, now }, isOwnLabel) {
    const expiresAt = Date.parse(preview.expiresAt ?? '');
    if (!Number.isNaN(expiresAt)) {
        return expiresAt <= now() ? `it expired ${(0,units/* utcMinute */.vD)(expiresAt) ?? ''}` : undefined;
    }
    const age = now() - Date.parse(preview.createdAt ?? '');
    if (!isOwnLabel || !(age > ttlMs))
        return undefined;
    return `it is ${(0,units/* duration */.p0)(age)} old, and preview-ttl is ${(0,duration/* formatDuration */.a3)(ttlMs)}`;
}

;// CONCATENATED MODULE: ./lib/src/modes/cleanup/pull-requests.js

/**
 * Asks the forge once for each number. After the first refusal nobody is asked any more and the author is told
 * once: previews then end by their expiry alone.
 */
function pullRequestStates(step) {
    const known = new Map();
    let silent = false;
    const giveUp = (why) => {
        silent = true;
        step.console.warning(`Whether pull requests are closed is unknown, so expiry alone decides: ${why}`);
    };
    const ask = async (number) => {
        if (silent)
            return 'unknown';
        const forge = await step.forge();
        if (!forge) {
            giveUp('github-token is empty, or the event names no repository.');
            return 'unknown';
        }
        try {
            const found = await forge.getPullRequest(number, step.signal);
            return found === undefined ? 'unknown' : found.open ? 'open' : 'closed';
        }
        catch (thrown) {
            if (thrown instanceof errors/* AbortedError */.oM)
                throw thrown;
            const denied = thrown instanceof errors/* HttpError */.j$ && (thrown.status === 401 || thrown.status === 403);
            giveUp(`${(0,errors/* messageOf */.bD)(thrown)}${denied ? ' (the job needs permissions: pull-requests: read)' : ''}`);
            return 'unknown';
        }
    };
    return {
        async of(number) {
            const state = known.get(number) ?? (await ask(number));
            known.set(number, state);
            return state;
        },
    };
}

// EXTERNAL MODULE: ./lib/src/modes/deployment/preview-agent.js
var preview_agent = __webpack_require__(4689);
// EXTERNAL MODULE: ./lib/src/modes/deployment/replace.js
var replace = __webpack_require__(3109);
// EXTERNAL MODULE: ./lib/src/modes/step/phase.js
var phase = __webpack_require__(1739);
// EXTERNAL MODULE: ./lib/src/modes/step/skip.js
var skip = __webpack_require__(1737);
;// CONCATENATED MODULE: ./lib/src/modes/cleanup.js









/**
 * Deletes the agent's previews whose pull request is closed or whose time is over. One that cannot be deleted does
 * not keep the others.
 * @throws {UserError} where some could not be deleted, once all others are gone
 */
async function cleanUp(step) {
    const { console, recorder, settings } = step;
    if (settings.connection === undefined)
        return (0,skip/* skip */.i)(step, 'Nothing was cleaned up');
    const cloud = await step.cloud();
    const { deployments } = cloud;
    if (!deployments)
        throw new errors/* UserError */.yo(`${cloud.traits.title} deploys nothing: no preview can be left.`);
    recorder.note({ previewsDeleted: [] });
    const facts = await (0,phase/* phase */.O)(step, { name: 'Preview cleanup' }, () => sweep(step, deployments), closingLine);
    recorder.notePage(renderCleanup(facts));
    recorder.noteExtra({ details: { agent: facts.agent, previews: facts.previews } });
    const failed = facts.previews.filter(({ outcome }) => outcome === 'failed');
    for (const { id, label, why } of failed) {
        console.warning(`Preview ${id} (${label}) could not be deleted: ${why}`);
    }
    if (failed.length > 0) {
        throw new errors/* UserError */.yo(`${(0,units/* count */.U9)(failed.length, 'preview')} of ${facts.agent} could not be deleted.`, {
            hint: 'The warnings above name them; the next cleanup tries again.',
        });
    }
    recorder.note({ outcome: settings.dryRun ? 'dry-run' : 'succeeded' });
}
async function sweep(step, deployments) {
    const { console, recorder, settings, signal } = step;
    const agent = (await (0,preview_agent/* previewAgent */.u)(step, await step.cloud(), '')) ?? '';
    const { preview } = settings;
    const rule = {
        ttlMs: preview.ttlMs,
        now: deployments.now,
        ...(preview.label !== undefined && { ownLabel: preview.label }),
    };
    const survey = await duePreviews(deployments, agent, rule, pullRequestStates(step), signal);
    for (const { id, label, reason } of survey.due)
        console.info(`due: preview ${id} (${label}), ${reason}`);
    const facts = { agent, kept: survey.kept, dryRun: settings.dryRun };
    if (settings.dryRun)
        return { ...facts, previews: survey.due.map((one) => told(one, 'listed')) };
    const removal = await (0,replace/* removeAll */.C)(step, deployments, survey.due.map((one) => one.preview));
    recorder.note({ previewsDeleted: removal.removed });
    return { ...facts, previews: outcomes(survey, removal) };
}
function outcomes({ due }, { removed, failed }) {
    const gone = new Set(removed);
    const whys = new Map(failed.map(({ id, why }) => [id, why]));
    return due.map((one) => {
        const why = whys.get(one.id);
        if (why !== undefined)
            return { ...told(one, 'failed'), why };
        return told(one, gone.has(one.id) ? 'deleted' : 'left');
    });
}
function told({ id, label, reason }, outcome) {
    return { id, label, reason, outcome };
}
function closingLine({ previews, kept, dryRun }, ms) {
    const deleted = previews.filter(({ outcome }) => outcome === 'deleted').length;
    const did = dryRun
        ? `${(0,units/* count */.U9)(previews.length, 'preview')} would be deleted`
        : `${(0,units/* count */.U9)(deleted, 'preview')} deleted`;
    const failed = previews.filter(({ outcome }) => outcome === 'failed').length;
    const missed = failed === 0 ? '' : `, ${failed} could not be`;
    const stay = kept + previews.filter(({ outcome }) => outcome === 'left').length;
    return `${failed === 0 ? '✓' : '✗'} Preview cleanup: ${did}${missed}, ${stay} kept (${(0,units/* duration */.p0)(ms)})`;
}


/***/ }),

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


/***/ }),

/***/ 1739:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ phase)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _report_log_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7993);


/**
 * One phase of the story: a foldable group, a stretch of time in the recorder, and one closing line outside the
 * group, also where the phase fails (docs/interface.md, Log).
 *
 * @param closing the line for what `work` returned; `ms` is how long it took.
 */
async function phase(step, { name, group, withinMs }, work, closing) {
    const { console, recorder } = step;
    const began = performance.now();
    console.group(group ?? name);
    try {
        const timed = withinMs === undefined ? work : () => step.within(withinMs, work);
        const value = await recorder.phase(name, timed);
        console.endGroup();
        console.info(closing(value, performance.now() - began));
        return value;
    }
    catch (thrown) {
        console.endGroup();
        if (!(thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM)) {
            console.info((0,_report_log_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .brokenLine */ .kU)(name, (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown), performance.now() - began));
        }
        throw thrown;
    }
}


/***/ }),

/***/ 1737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ skip)
/* harmony export */ });
/** An event of a fork or of Dependabot has no secrets by the platform's rule: nobody's fault, so it ends green. */
function skip({ console, recorder, trigger }, what) {
    recorder.note({ outcome: 'skipped' });
    console.warning(`${what}: ${trigger.event} of a fork or of Dependabot gets no secrets, so there is no api-key. A maintainer can run the workflow on a branch of this repository.`, { title: 'Cloud build skipped' });
}


/***/ }),

/***/ 7993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CO: () => (/* binding */ deploymentLine),
/* harmony export */   G: () => (/* binding */ submittedLine),
/* harmony export */   Rv: () => (/* binding */ vmImageLine),
/* harmony export */   hU: () => (/* binding */ buildLine),
/* harmony export */   kU: () => (/* binding */ brokenLine),
/* harmony export */   lG: () => (/* binding */ cleanupLine),
/* harmony export */   rH: () => (/* binding */ knownContextLine),
/* harmony export */   z0: () => (/* binding */ packedLine)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7358);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8578);


/**
 * The closing lines of the phases: one line each, outside its group, so that the folded log reads as a story
 * (docs/interface.md, Log). Times in milliseconds, sizes in bytes.
 */
const DONE = '✓';
const FAILED = '✗';
const STOPPED = '■';
function packedLine(facts) {
    const sizes = `${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(facts.contentBytes)} → ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(facts.archiveBytes)} archive`;
    return `${DONE} Pack: ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(facts.files, 'file')}, ${sizes}, hash ${word((0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(facts.hash))} (${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(facts.ms)})`;
}
/** The same where a build of these inputs was found: nothing had to be packed. */
function knownContextLine(facts) {
    const what = `${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(facts.files, 'file')}, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(facts.contentBytes)}`;
    return `${DONE} Pack: ${what}, hash ${word((0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(facts.hash))} was built before: nothing to send (${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(facts.ms)})`;
}
function submittedLine(facts) {
    return `${DONE} Submit: build ${word(facts.buildId)}, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(facts.bytes)} sent (${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(facts.ms)})`;
}
/** The end of a build, or its reuse. */
function buildLine(build) {
    if (build.reused)
        return reusedLine(build);
    const name = build.id === undefined ? 'Build' : `Build ${word(build.id)}`;
    const after = build.seconds === undefined ? '' : ` after ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(build.seconds * 1000)}`;
    if (build.status === undefined)
        return `${STOPPED} ${name}: its end is not known`;
    switch (build.status) {
        case 'success':
            return `${DONE} ${name} succeeded${after.replace(' after', ' in')}: ${imageWords(build)}${cachedWords(build)}`;
        case 'cancelled':
            return `${STOPPED} ${name} cancelled${after}`;
        case 'timed_out':
            return `${FAILED} ${name} ran out of time${after}`;
        case 'error':
            return `${FAILED} ${name} ended with an error of the cloud${after}`;
        case 'failed':
            return `${FAILED} ${name} failed${after}${failingWords(build)}`;
    }
}
/** The end of a VM image. */
function vmImageLine({ vmImage = {} }) {
    const took = vmImage.seconds === undefined ? '' : ` after ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(vmImage.seconds * 1000)}`;
    switch (vmImage.status) {
        case 'success':
            return `${DONE} VM image made${took.replace(' after', ' in')}: ${word(vmImage.reference ?? 'ready', 300)}`;
        case 'cancelled':
            return `${STOPPED} VM image cancelled${took}`;
        case 'timed_out':
            return `${FAILED} VM image ran out of time${took}`;
        default:
            return `${FAILED} VM image failed${took}`;
    }
}
function reusedLine(build) {
    const commit = build.reused?.commit === undefined ? '' : ` of commit ${word((0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .short */ .h0)(build.reused.commit))}`;
    const when = build.reused?.createdAt === undefined ? undefined : (0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .utcMinute */ .vD)(build.reused.createdAt);
    const name = build.id === undefined ? 'an earlier build' : word(build.id);
    return `${DONE} Build: reused ${name}${commit}${when === undefined ? '' : `, built ${when}`}: ${imageWords(build)}`;
}
function imageWords(build) {
    if (build.image)
        return word(build.image.reference, 300);
    const tag = build.imageTag === undefined ? '' : `:${build.imageTag}`;
    return build.imageName === undefined ? 'image built' : word(`${build.imageName}${tag}`, 300);
}
function cachedWords(build) {
    const cached = build.steps.filter((step) => step.state === 'cached').length;
    return cached === 0 ? '' : `, ${cached} of ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(build.steps.length, 'step')} cached`;
}
function failingWords(build) {
    return build.failing ? ` at ${word(build.failing.step.name, 160)}` : '';
}
/** The end of a deployment. */
function deploymentLine(deployment) {
    const id = deployment.id === undefined ? '' : ` ${word(deployment.id)}`;
    const name = `Deploy${id}${deployment.preview ? ` (preview ${word(deployment.preview.label)})` : ''}`;
    const took = deployment.seconds === undefined ? '' : (0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(deployment.seconds * 1000);
    const until = deployment.preview?.expiresAt === undefined ? undefined : (0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .utcMinute */ .vD)(deployment.preview.expiresAt);
    if (deployment.status === undefined)
        return `${STOPPED} ${name}: its end is not known`;
    switch (deployment.status) {
        case 'healthy':
            return `${DONE} ${name}: healthy${took && ` in ${took}`}${until === undefined ? '' : `, expires ${until}`}`;
        case 'failed':
            return `${FAILED} ${name} failed${took && ` after ${took}`}`;
        case 'cancelled':
            return `${STOPPED} ${name} cancelled${took && ` after ${took}`}`;
        case 'timed_out':
            return `${FAILED} ${name}: not healthy${took && ` after ${took}`}`;
    }
}
function cleanupLine(facts) {
    const kept = facts.kept === 0 ? '' : `, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(facts.kept, 'preview')} kept`;
    return `${DONE} Preview cleanup: ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(facts.deleted, 'preview')} deleted${kept} (${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(facts.ms)})`;
}
/** A phase that ended by an error of its own, e.g. `✗ Pack failed after 0.2 s: the context … is empty`. */
function brokenLine(phase, reason, ms) {
    return `${FAILED} ${word(phase)} failed after ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(ms)}: ${word(reason, 500)}`;
}
/** Names from outside stay on their line, and no runner finds a command in them. */
function word(text, limit = 120) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text, limit).replaceAll('##[', '## [');
}


/***/ }),

/***/ 6965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ SUMMARY_LIMIT),
/* harmony export */   renderSummary: () => (/* binding */ renderSummary),
/* harmony export */   writeSummary: () => (/* binding */ writeSummary)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _chart_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6637);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8566);
/* harmony import */ var _failure_blocks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6223);
/* harmony import */ var _left_blocks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1755);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2560);
/* harmony import */ var _states_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3119);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8578);








/** GitHub loses a summary above 1 MiB whole, Gitea cuts it (docs/platform.md, Files, state, limits). */
const SUMMARY_LIMIT = 900 * 1024;
const DETAILS = [
    { lines: 60, steps: 200, chart: true, nameLimit: 300 },
    { lines: 40, steps: 50, chart: true, nameLimit: 160 },
    { lines: 20, steps: 20, chart: false, nameLimit: 120 },
    { lines: 5, steps: 5, chart: false, nameLimit: 80 },
    { lines: 0, steps: 0, chart: false, nameLimit: 40 },
];
const BYTES_A_LINE = 300;
/** Of a failing step's log; those before are folded. */
const OPEN_LINES = 20;
/** The job summary of one run, as Markdown that GitHub and Gitea draw alike; at most `maxBytes` of UTF-8. */
function renderSummary(result, maxBytes = SUMMARY_LIMIT) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .renderWithin */ .As)(DETAILS, maxBytes, (detail) => summaryBlocks(result, detail));
}
function summaryBlocks(result, detail) {
    const { icon } = _states_js__WEBPACK_IMPORTED_MODULE_6__/* .STATES */ .xj[result.outcome];
    const facts = (0,_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .factsOf */ .x)(result, detail);
    const chart = detail.chart ? (0,_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .timeline */ .I)(result, { withSteps: false }) : undefined;
    const limits = {
        maxLines: detail.lines,
        maxBytes: detail.lines * BYTES_A_LINE,
        nameLimit: detail.nameLimit,
        openLines: OPEN_LINES,
    };
    const cloud = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .untrustedText */ .Ui)(result.cloudTitle ?? result.cloud, detail.nameLimit);
    return [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .heading */ .R_)(2, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(`${icon} `), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)((0,_states_js__WEBPACK_IMPORTED_MODULE_6__/* .subjectOf */ .et)(result), detail.nameLimit), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(` · ${(0,_states_js__WEBPACK_IMPORTED_MODULE_6__/* .resultSentence */ .bt)(result)}`)),
        ...(0,_failure_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .failureBlocks */ .p)(result, limits),
        ...(0,_left_blocks_js__WEBPACK_IMPORTED_MODULE_4__/* .leftBlocks */ .C)(result.previewsLeft ?? [], detail.nameLimit),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)([[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)('Cloud')], cloud], facts.map(([name, value]) => [[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(name)], value])),
        ...stepBlocks(result.build?.steps ?? [], detail),
        ...(chart === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .heading */ .R_)(3, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)('Timeline')), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .fence */ .EU)(chart.split('\n'), 'mermaid')]),
        ...(result.commentTrouble === undefined
            ? []
            : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)('⚠️ '), ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .untrustedText */ .Ui)(result.commentTrouble))]),
        ...linkBlocks(result),
    ];
}
function stepBlocks(steps, detail) {
    if (steps.length === 0 || detail.steps === 0)
        return [];
    const shown = steps.slice(0, detail.steps);
    const leftOut = steps.length - shown.length;
    const slowest = Math.max(...shown.map((step) => step.seconds ?? 0));
    return [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .heading */ .R_)(3, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)('Dockerfile steps')),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)([[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)('Step')], [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)('Time')]], shown.map((step) => [[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(step.name, Math.min(detail.nameLimit, 160))], stepTime(step, slowest)])),
        ...(leftOut > 0 ? [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .paragraph */ .FY)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(`${(0,_units_js__WEBPACK_IMPORTED_MODULE_7__/* .count */ .U9)(leftOut, 'further step')} left out.`))] : []),
    ];
}
/** The slowest step stands out: it is where the next minute can be saved. */
function stepTime(step, slowest) {
    const time = step.seconds === undefined ? '' : (0,_units_js__WEBPACK_IMPORTED_MODULE_7__/* .duration */ .p0)(step.seconds * 1000);
    switch (step.state) {
        case 'cached':
            return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)('cached')];
        case 'failed':
            return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .strong */ .ko)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(`❌ failed${time && ` after ${time}`}`))];
        case 'cancelled':
            return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(`cancelled${time && ` after ${time}`}`)];
        case 'running':
            return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(time ? `${time}, not finished` : 'not finished')];
        case 'done':
            return [step.seconds === slowest && slowest >= 1 ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .strong */ .ko)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(time)) : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(time || '–')];
    }
}
function linkBlocks({ runUrl, commentUrl }) {
    const links = [
        ...(runUrl === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .link */ .nf)('Run', runUrl)]),
        ...(commentUrl === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .link */ .nf)('Comment', commentUrl)]),
    ];
    if (links.length === 0)
        return [];
    return [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .paragraph */ .FY)(...links.flatMap((node, index) => (index === 0 ? [node] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .text */ .Qq)(' · '), node])))];
}
/**
 * Adds the text to the step's summary file. Never throws: a summary decides nothing.
 * @param path GITHUB_STEP_SUMMARY; the file is shared with the post step on Gitea, whose share of the limit counts.
 * @returns whether it was written, so that the log can carry it otherwise.
 */
async function writeSummary(path, text) {
    if (!path)
        return false;
    try {
        const before = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then((found) => found.size, () => 0);
        if (before + (0,_units_js__WEBPACK_IMPORTED_MODULE_7__/* .bytesOf */ .$$)(text) > SUMMARY_LIMIT)
            return false;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.appendFile)(path, before > 0 ? `\n${text}` : text);
        return true;
    }
    catch {
        return false;
    }
}


/***/ })

};
