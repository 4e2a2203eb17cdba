export const id = 724;
export const ids = [724];
export const modules = {

/***/ 4481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ phase)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5071);
/* harmony import */ var _report_story_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3296);


/**
 * One phase of the story: a foldable group, a stretch of time in the ledger, and one closing line outside the
 * group, also where the phase fails (docs/interface.md, Log).
 *
 * @param closing the line for what `work` returned; `ms` is how long it took.
 */
async function phase(step, { name, group, withinMs }, work, closing) {
    const { console, ledger } = step;
    const began = performance.now();
    console.group(group ?? name);
    try {
        const timed = withinMs === undefined ? work : () => step.within(withinMs, work);
        const value = await ledger.phase(name, timed);
        console.endGroup();
        console.info(closing(value, performance.now() - began));
        return value;
    }
    catch (thrown) {
        console.endGroup();
        if (!(thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .AbortedError */ .oM)) {
            console.info((0,_report_story_js__WEBPACK_IMPORTED_MODULE_1__/* .brokenLine */ .kU)(name, (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(thrown), performance.now() - began));
        }
        throw thrown;
    }
}


/***/ }),

/***/ 2976:
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
function repositoriesOf({ ledger, trigger }) {
    const { repo } = ledger.result().source;
    const { owner, name } = trigger.repository ?? {};
    return [repo, owner && name && `${owner}/${name}`].flatMap((one) => (one ? [ownerAndName(one)] : []));
}
/** Without the host: a runner may reach the forge by another address than people do (docs/platform.md, Gitea). */
function ownerAndName(repository) {
    return repository.toLowerCase().split('/').slice(-2).join('/');
}


/***/ }),

/***/ 5724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  report: () => (/* binding */ report)
});

// EXTERNAL MODULE: ./lib/src/report/comparison.js
var comparison = __webpack_require__(2932);
;// CONCATENATED MODULE: ./lib/src/report/account.js

function accountBuild(build) {
    const seconds = (Date.parse(build.endedAt ?? '') - Date.parse(build.startedAt ?? '')) / 1000;
    const name = build.agentName ?? build.imageName;
    return {
        id: build.id,
        status: build.status,
        ...(name !== undefined && { name }),
        ...(build.imageTag !== undefined && { tag: build.imageTag }),
        ...(build.sourceCommit !== undefined && { commit: build.sourceCommit }),
        ...(seconds >= 0 && { seconds }),
        ...(build.createdAt !== undefined && { createdAt: build.createdAt }),
    };
}
function undeployedSummary({ agentName, builds, latest }) {
    return { agent: agentName, builds, latest: accountBuild(latest) };
}
const VERDICTS = new Set(['succeeded', 'failed', 'timed-out', 'errored']);
function statisticsOf(builds) {
    const judged = builds.filter(({ status }) => VERDICTS.has(status));
    const succeeded = judged.filter(({ status }) => status === 'succeeded');
    const durations = succeeded.flatMap(({ seconds }) => (seconds === undefined ? [] : [seconds]));
    return {
        judged: judged.length,
        ...(judged.length > 0 && { successRate: succeeded.length / judged.length }),
        ...(durations.length > 0 && {
            medianSeconds: (0,comparison/* medianOf */.u)(durations),
            p95Seconds: nearestRank(durations, 0.95),
        }),
    };
}
/** The smallest value that at least this share of all values does not exceed. */
function nearestRank(values, share) {
    const sorted = values.toSorted((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

// EXTERNAL MODULE: ./lib/src/report/units.js
var units = __webpack_require__(8578);
// EXTERNAL MODULE: ./lib/src/modes/phase.js
var phase = __webpack_require__(4481);
// EXTERNAL MODULE: ./lib/src/modes/previews.js
var previews = __webpack_require__(2976);
// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
;// CONCATENATED MODULE: ./lib/src/modes/report/undeployed.js


/** Agents that were built and never deployed, where the cloud can tell; of the agent alone where one was given. */
async function undeployedAgents({ settings, signal }, cloud, notes) {
    if (!cloud.undeployed)
        return undefined;
    const { agent } = settings;
    try {
        const all = await cloud.undeployed(signal);
        return all
            .filter(({ agentName, latest }) => {
            if (!agent)
                return true;
            return agent.value === (agent.by === 'agent-id' ? latest.agentId : agentName);
        })
            .map(undeployedSummary);
    }
    catch (thrown) {
        notes.push(leftOut('Which agents are not deployed', thrown));
        return undefined;
    }
}
/** @throws what is no refusal: the network's faults and bugs are not for a footnote */
function leftOut(what, thrown) {
    if (!(thrown instanceof errors/* HttpError */.j$) || (thrown.status !== 403 && thrown.status !== 404))
        throw thrown;
    return `${what} is left out: the cloud answered ${thrown.status}${thrown.detail && `, ${thrown.detail}`}.`;
}

;// CONCATENATED MODULE: ./lib/src/modes/report/live-previews.js



/** Agents whose previews are read where none was given, in the order of their newest builds. */
const MOST_AGENTS = 10;
/** Records read for one agent: past previews are among them. */
const MOST_READ = 300;
const MOST_SHOWN = 100;
/**
 * Live previews, the one that ends first on top; of the agent where one was given, else of those that were built last.
 * @param agents the names in the builds
 */
async function livePreviews(step, { deployments }, agents, notes) {
    if (!deployments)
        return undefined;
    const { agent } = step.settings;
    const asked = agent?.by === 'agent-name' ? [agent.value] : agents.slice(0, MOST_AGENTS);
    if (asked.length === 0) {
        notes.push('The builds name no agent whose previews could be looked up: give agent-name.');
        return undefined;
    }
    const found = [];
    try {
        for (const name of asked)
            found.push(...(await previewsOf(step, deployments, name, notes)));
    }
    catch (thrown) {
        notes.push(leftOut('What previews live', thrown));
        return undefined;
    }
    if (agents.length > asked.length && agent === undefined) {
        notes.push(`Previews are those of the ${asked.length} agents that were built last.`);
    }
    found.sort((a, b) => (Date.parse(a.expiresAt ?? '') || 0) - (Date.parse(b.expiresAt ?? '') || 0));
    if (found.length > MOST_SHOWN)
        notes.push(`Only the first ${MOST_SHOWN} of ${(0,units/* count */.U9)(found.length, 'preview')} are shown.`);
    return found.slice(0, MOST_SHOWN);
}
async function previewsOf({ settings, signal }, deployments, agentName, notes) {
    const live = [];
    let read = 0;
    for await (const preview of deployments.previews({ agentName }, signal)) {
        if ((0,previews/* isLive */.DG)(preview))
            live.push(livePreview(preview, agentName, settings.preview.ttlMs));
        read += 1;
        if (read < MOST_READ)
            continue;
        notes.push(`Of ${agentName} only the newest ${MOST_READ} previews were looked at.`);
        break;
    }
    return live;
}
function livePreview(preview, agent, ttlMs) {
    const { id, previewLabel, status, expiresAt, createdAt } = preview;
    const end = Date.parse(createdAt ?? '') + ttlMs;
    const byTtl = expiresAt === undefined && !Number.isNaN(end);
    return {
        id,
        agent,
        status,
        ...(previewLabel !== undefined && { label: previewLabel }),
        ...(expiresAt !== undefined && { expiresAt }),
        ...(byTtl && { expiresAt: new Date(end).toISOString(), byTtl: true }),
    };
}

;// CONCATENATED MODULE: ./lib/src/modes/report/recent-builds.js

/** How many builds are read at the most to find those of an agent that was given by its id. */
const recent_builds_MOST_READ = 1_000;
/**
 * The newest builds, `history` of them; of the agent alone where one was given and builds tell theirs.
 * @throws {UserError} where the key may not list
 */
async function recentBuilds(step, cloud) {
    const { settings, signal } = step;
    const id = settings.agent?.by === 'agent-id' ? settings.agent.value : undefined;
    const builds = [];
    let read = 0;
    if (settings.history === 0)
        return builds;
    try {
        for await (const build of cloud.list(filterOf(step, cloud), signal)) {
            read += 1;
            if (id === undefined || build.agentId === id)
                builds.push(build);
            if (builds.length === settings.history || (id !== undefined && read === recent_builds_MOST_READ))
                break;
        }
    }
    catch (thrown) {
        throw refusal(thrown, cloud) ?? thrown;
    }
    return builds;
}
function filterOf({ settings }, { traits }) {
    const { agent, history } = settings;
    return {
        ...(agent?.by === 'agent-name' && traits.buildsNameAgents && { agentName: agent.value }),
        ...(agent?.by !== 'agent-id' && { atMost: history }),
    };
}
/** What the report is about, where it is not the whole account. */
function subjectOf({ settings }) {
    return settings.agent?.value;
}
function refusal(thrown, { traits }) {
    if (!(thrown instanceof errors/* HttpError */.j$) || thrown.status !== 403)
        return undefined;
    const inputs = traits.account === 'refused' ? 'api-key' : 'api-key and account-id';
    return new errors/* UserError */.yo(`This key may not list the builds of the account: ${thrown.message}`, {
        hint: `Give the report a key that may read builds, and check ${inputs}; a key that only submits builds is not enough.`,
        cause: thrown,
    });
}

// EXTERNAL MODULE: ./lib/src/modes/skip.js
var skip = __webpack_require__(6878);
;// CONCATENATED MODULE: ./lib/src/modes/report.js







/**
 * Writes a job summary of the account: recent builds, what is not deployed, which previews live how long.
 * @throws {UserError} where the key may not list builds; what else cannot be read is left out with a line
 */
async function report(step) {
    const { ledger, settings } = step;
    if (settings.connection === undefined)
        return (0,skip/* skip */.i)(step, 'There is no report');
    const account = await (0,phase/* phase */.O)(step, { name: 'Report' }, () => survey(step), closingLine);
    const { builds, statistics, undeployed, previews } = account;
    ledger.noteExtra({ details: withoutGaps({ builds, statistics, undeployed, previews }) });
    const { renderAccount } = await Promise.all(/* import() */[__webpack_require__.e(896), __webpack_require__.e(580), __webpack_require__.e(492)]).then(__webpack_require__.bind(__webpack_require__, 2111));
    ledger.notePage(renderAccount(account));
    ledger.note({ outcome: 'succeeded' });
}
async function survey(step) {
    const cloud = await step.cloud();
    const notes = [];
    const builds = await recentBuilds(step, cloud);
    const only = subjectOf(step);
    if (only !== undefined && !cloud.traits.buildsNameAgents)
        notes.push(`Builds on ${cloud.traits.title} name no agent: the whole account's are shown.`);
    const undeployed = await undeployedAgents(step, cloud, notes);
    const agents = [...new Set(builds.flatMap(({ agentName }) => agentName ?? []))];
    const previews = await livePreviews(step, cloud, agents, notes);
    const shown = builds.map(accountBuild);
    return {
        cloud: cloud.traits.title,
        at: Date.now(),
        builds: shown,
        statistics: statisticsOf(shown),
        notes,
        ...(only !== undefined && { only }),
        ...(undeployed && { undeployed }),
        ...(previews && { previews }),
    };
}
function withoutGaps(values) {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
function closingLine({ builds, statistics: { medianSeconds } }, ms) {
    const median = medianSeconds === undefined ? '' : `, median ${(0,units/* duration */.p0)(medianSeconds * 1000)}`;
    return `✓ Report: ${(0,units/* count */.U9)(builds.length, 'build')}${median} (${(0,units/* duration */.p0)(ms)})`;
}


/***/ }),

/***/ 6878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ skip)
/* harmony export */ });
/** An event of a fork or of Dependabot has no secrets by the platform's rule: nobody's fault, so it ends green. */
function skip({ console, ledger, trigger }, what) {
    ledger.note({ outcome: 'skipped' });
    console.warning(`${what}: ${trigger.event} of a fork or of Dependabot gets no secrets, so there is no api-key. A maintainer can run the workflow on a branch of this repository.`, { title: 'Cloud build skipped' });
}


/***/ }),

/***/ 2932:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ compareBuilds),
/* harmony export */   u: () => (/* binding */ medianOf)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7358);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8578);


/** A step has grown when it takes this much longer, in seconds: less is noise. */
const NOTABLE_SECONDS = 1;
/** `2m 10s, median of the last 20 builds: 2m 31s; RUN pip install grew most, by 12 s`. Absent without earlier builds. */
function compareBuilds(build, past) {
    if (past.seconds.length === 0)
        return undefined;
    const median = medianOf(past.seconds);
    const of = past.seconds.length === 1
        ? 'the build before'
        : `median of the last ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(past.seconds.length, 'build')}`;
    const sentence = `${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(build.seconds * 1000)}, ${of}: ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(median * 1000)}`;
    const grown = mostGrown(build.steps, past.steps);
    if (!grown)
        return sentence;
    return `${sentence}; ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(grown.name, 80)} grew most, by ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(grown.by * 1000)}`;
}
/** Of no values it is NaN. */
function medianOf(values) {
    const sorted = values.toSorted((a, b) => a - b);
    const middle = (sorted.length - 1) / 2;
    const lower = sorted[Math.floor(middle)] ?? Number.NaN;
    const upper = sorted[Math.ceil(middle)] ?? Number.NaN;
    return (lower + upper) / 2;
}
/** Steps are the same by their instruction: their numbers shift when one is added. Of equal ones the first counts. */
function mostGrown(steps, before) {
    const known = new Map(before.toReversed().map((step) => [nameOf(step), step]));
    const grown = steps.flatMap((step) => {
        const was = known.get(nameOf(step));
        if (step.seconds === undefined || was?.seconds === undefined)
            return [];
        // What was taken from the builder's cache says nothing of the step's own time.
        return was.state === 'cached' ? [] : [{ name: nameOf(step), by: step.seconds - was.seconds }];
    });
    const most = grown.toSorted((a, b) => b.by - a.by)[0];
    return most && most.by >= NOTABLE_SECONDS ? most : undefined;
}
function nameOf({ instruction, name }) {
    return instruction ?? name;
}


/***/ }),

/***/ 3296:
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


/***/ })

};
